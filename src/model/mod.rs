//! The domain's types and their arithmetic: quarters, quantities, targets, contracts, regimes.
//!
//! Owns what a thing *is* and what can be said of it without the calendar's "today".
//! It never reads a file, never asks the clock, never formats for a reader and knows
//! neither YAML nor HTML.

mod address;
mod admin;
mod by_id;
mod contract;
mod id;
mod indicator;
mod language;
mod licence;
mod organisation;
mod quantity;
mod rare;
mod ratio;
mod recorded;
mod regime;
mod register;
mod report;
mod signing;
mod silence;
mod snapshot;
mod time;
mod wording;

pub use address::{Became, OldAddress, SitePath};
pub use admin::{Admin, Provider};
pub use by_id::ById;
pub use contract::{
    AddedIndicator, Amendment, AmendmentCause, AmendmentKind, Announcement, Commitment, Contract,
    Counterparty, Goal, IndicatorChange, Presentation, Program, Standing, TermsChange,
};
pub use id::{
    AspectId, ContractId, EvaluationId, IndicatorId, OpdId, PersonId, PostId, ProgramId, RegimeId,
    ScaleId, Slug, is_slug,
};
pub use indicator::{
    Accumulation, Baseline, Better, Contribution, Direction, Indicator, IndicatorRef, RareTerms,
    Target, Unit, Value,
};
pub use language::Language;
pub use licence::Licence;
pub use organisation::{Capacity, Opd, OpdEvent, Person, Post, Predecessor, Selection, Tenure};
pub use quantity::{Percent, Quantity};
pub use rare::{Empty, Rare};
pub use ratio::Ratio;
pub use recorded::{CommitId, Recorded, RecordedBy};
pub use regime::{
    AspectScale, AspectScore, Band, Condition, Coverage, DueRule, EvaluationKind, EvaluationRule,
    LegalBasis, Protection, Rank, Reach, Regime, Reporting, RequiredDocument, Since, at_position,
    position_at,
};
pub use register::{
    BaseUrl, COMMIT, EMBEDS_UP_TO, PlainPage, Register, ReportsOf, SOCIAL_CARDS_UP_TO, Security,
    Site,
};
pub use report::{
    Actual, Decision, Document, DocumentPlace, EndsProtection, Evaluation, FurtherRemarks, Remarks,
    Report, ReportedActual, Revision, RevisionGround, Verification,
};
pub use signing::{PublicKey, SigningKey};
pub use silence::Silenced;
pub use snapshot::{
    Cutoff, CutoffBasis, FrozenAchievement, FrozenContract, FrozenCounts, FrozenFact,
    FrozenIndicator, FrozenNote, FrozenQuarter, FrozenReport, FrozenSite, FrozenTag, FrozenToDate,
    FrozenVerdict, Provenance, SNAPSHOT_FORMAT, Snapshot, SnapshotError, Tombstone, Worded,
};
pub use time::{Date, NotAQuarter, Period, Quarter, QuarterOfYear, Span, beginning_of};
pub use wording::Wording;

/// A map of few entries: a sorted vector, which takes no more room than they do. A tree has room
/// for eleven entries as soon as it has one.
pub type FewMap<K, V> = litemap::LiteMap<K, V>;

/// Free text written by staff: Markdown without raw HTML. Rendered only in `view`.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Markdown(pub String);
