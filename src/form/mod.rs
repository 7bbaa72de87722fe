//! Forms: what is asked of each organisation in a quarter, as a workbook, and what comes back.
//!
//! It owns what a form asks, how a filled one is read and what it changes in the data. It must
//! never write to the disk, compute capaian or decide what a figure means.

mod ask;
mod column;
mod guide;
mod mark;
mod style;
mod words;
mod workbook;

pub use ask::{Answer, Form, Kind, ProgramQuestion, Question, Workbook, file_name, forms};
pub use workbook::workbook;
