//! The site's facts as tables: what other programs take away, each column defined in one place.
//!
//! Owns which tables and columns there are, what each column means, and each row as exact values,
//! the same in every language, file format and version. It must never format a number for people,
//! write a file format or decide what is true: figures come from `compute`.

mod column;
mod comparison;
mod facts;
mod files;
pub(crate) mod machine;
mod selection;
mod tables;

pub use column::{Cell, Column, Kind, MOST_DECIMALS, Necessity, Reference, Row, Table, TableName};
pub use comparison::{CellChange, RowChange, Topic, Turn, compare, topic};
pub use facts::Facts;
pub use selection::Selection;
pub use tables::{JOINED, table};
