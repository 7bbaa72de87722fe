//! Comma-separated values (RFC 4180): UTF-8, a line of names, lines that end in CRLF, dates by
//! ISO 8601, a decimal point, nothing between two commas where a value is missing, and no text that a spreadsheet would
//! compute ([`super::formula`]).

use super::formula::guarded;
use crate::data::{Cell, Row, Table};
use csv::{Terminator, WriterBuilder};
use std::io::{self, Write};

/// Writes a table.
///
/// # Errors
/// Those of `to`.
pub fn csv<'r>(
    table: &Table,
    rows: impl Iterator<Item = Row<'r>>,
    to: impl Write,
) -> io::Result<()> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(to);
    writer.write_record(table.columns.iter().map(|column| column.name))?;
    let mut shown = Vec::new();
    for row in rows {
        for cell in &row {
            if let Cell::Text(text) = cell {
                writer.write_field(guarded(text).as_bytes())?;
                continue;
            }
            shown.clear();
            cell.append_to(&mut shown);
            writer.write_field(&shown)?;
        }
        // Nothing more: it ends the record.
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}
