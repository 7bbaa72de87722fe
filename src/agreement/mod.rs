//! The table of a performance agreement (Perjanjian Kinerja) in a spreadsheet that others made: its
//! cells, its columns by their headings, and what it says of goals, indicators and targets.
//!
//! What a table can't say, such as a direction, is left open, and what can be read in two ways is
//! left out and told with its cell: nothing is guessed.

mod cells;
mod columns;
mod heading;
#[cfg(any(test, fuzzing))]
pub mod laws;
mod rows;
#[cfg(test)]
mod tests;

pub use cells::{MOST_BYTES, Sheet, TableError, sheets};
pub use columns::{Column, Columns, Mapped};
pub use rows::{Agreement, Remark, RemarkKind, read};
