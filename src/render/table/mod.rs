//! Tables as files that other programs read. Each is written row by row, so that memory hangs on
//! one row, or one group of rows, and not on the table.

mod csv;
mod formula;
mod json;
mod parquet;
mod workbook;

#[cfg(test)]
mod tests;

pub use self::csv::csv;
pub use self::json::{
    DocumentHead, LicenceMark, document, document_head, document_tables, json_lines,
};
pub use self::parquet::parquet;
pub use self::workbook::workbook;

use crate::data::{Row, Table};

/// The rows of a table, made one at a time.
pub type Rows<'a> = Box<dyn Iterator<Item = Row<'a>> + 'a>;

/// A table with what makes its rows anew each time it is asked.
pub struct Source<'a> {
    pub table: &'static Table,
    pub rows: Box<dyn Fn() -> Rows<'a> + 'a>,
}

impl Source<'_> {
    /// Its name, for those that have one.
    fn key(&self) -> &'static str {
        self.table.name.map_or("", |name| name.key())
    }
}

impl std::fmt::Debug for Source<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Source")
            .field("table", &self.key())
            .finish_non_exhaustive()
    }
}
