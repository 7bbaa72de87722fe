//! New files of data, with comments that leave nothing to look up: an organisation, a post, an
//! official, a contract, a quarter's results. They are texts in memory; nothing here asks anybody or writes.
//!
//! What nobody has said stands there as a key without a value, which the gate tells of by name. A
//! file of results of which none is filled in is no report yet.

mod contract;
mod known;
mod organisation;
mod person;
mod report;
mod schema_line;
mod sound;
mod text;

pub use contract::{ContractDraft, GoalDraft, IndicatorDraft, contract};
pub use known::{holder, id_of_person, latest_contract, regime_on, superior_on};
pub use organisation::{OpdDraft, PostDraft, opd, post};
pub use person::{PersonDraft, person};
pub use report::{owed, results};
pub use schema_line::schema_line;
pub use sound::sound_part;
