//! Forms: what is asked of each organisation in a quarter, as a workbook, and what comes back.
//!
//! It owns what a form asks, how a filled one is read and what it changes in the data. It must
//! never write to the disk, compute capaian or decide what a figure means.

mod answer;
mod apply;
mod ask;
mod change;
mod column;
mod effect;
mod filled;
mod guide;
mod judge;
mod mark;
mod placed;
mod prefilled;
mod style;
mod words;
mod workbook;
mod written;

pub use apply::{Edited, apply};
pub use ask::{Answer, Form, Kind, ProgramQuestion, Question, Workbook, file_name, forms};
pub use change::{Change, Revision, What, Written};
pub use effect::{Computed, Effect, Line, Shift, Subject, effects};
pub use filled::{Filled, FilledCell, FilledForm, filled};
pub use judge::{Judged, judge};
pub use placed::placed;
pub use workbook::workbook;
