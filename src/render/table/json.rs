//! JSON (RFC 8259): a document of several tables, and one object a line (JSON Lines).

use super::Source;
use crate::data::{Cell, Column, Row, Table};
use serde::Serialize;
use std::io::{self, Write};

/// What a document says of itself before its tables.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DocumentHead {
    /// The version of the form of these documents: it changes when a column goes or means another
    /// thing.
    pub format: u32,
    #[serde(rename = "judul")]
    pub title: String,
    #[serde(rename = "pemerintah")]
    pub government: String,
    /// The page that shows the same.
    #[serde(rename = "halaman")]
    pub page: String,
    /// The day that the figures are as of.
    #[serde(rename = "per_tanggal")]
    pub as_of: String,
    /// The latest commit of what is told; null where it is not known.
    pub commit: Option<String>,
    #[serde(rename = "lisensi")]
    pub licence: LicenceMark,
    /// Whether persons and figures are invented.
    #[serde(rename = "data_contoh")]
    pub sample_data: bool,
    /// Where every table and column is described.
    #[serde(rename = "keterangan")]
    pub description: String,
}

/// A licence by its SPDX id and address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LicenceMark {
    pub id: String,
    pub url: Option<String>,
}

/// Writes the tables of `sources` as one object: what the document says of itself, then each
/// table's rows by its name.
///
/// # Errors
/// Those of `to`.
pub fn document(head: &DocumentHead, sources: &[Source<'_>], mut to: impl Write) -> io::Result<()> {
    document_head(head, &mut to)?;
    document_tables(sources, to)
}

/// Writes what stands in a document before its tables.
///
/// # Errors
/// Those of `to`.
pub fn document_head(head: &DocumentHead, mut to: impl Write) -> io::Result<()> {
    let head = serde_json::to_value(head)?;
    let mut separator = b"{";
    for (key, value) in head.as_object().into_iter().flatten() {
        to.write_all(separator)?;
        serde_json::to_writer(&mut to, key)?;
        to.write_all(b":")?;
        serde_json::to_writer(&mut to, value)?;
        separator = b",";
    }
    Ok(())
}

/// Writes what follows it: documents that tell the same have the same there.
///
/// # Errors
/// Those of `to`.
pub fn document_tables(sources: &[Source<'_>], mut to: impl Write) -> io::Result<()> {
    for source in sources {
        to.write_all(b",")?;
        serde_json::to_writer(&mut to, source.key())?;
        to.write_all(b":")?;
        array(source, &mut to)?;
    }
    to.write_all(b"}\n")
}

/// Writes each row as an object on a line of its own.
///
/// # Errors
/// Those of `to`.
pub fn json_lines<'r>(
    table: &Table,
    rows: impl Iterator<Item = Row<'r>>,
    mut to: impl Write,
) -> io::Result<()> {
    let mut line = Vec::new();
    for row in rows {
        line.clear();
        object(table.columns, &row, &mut line)?;
        line.push(b'\n');
        to.write_all(&line)?;
    }
    Ok(())
}

/// Writes all rows of a table.
fn array(source: &Source<'_>, to: &mut impl Write) -> io::Result<()> {
    let mut element = Vec::new();
    to.write_all(b"[")?;
    for (number, row) in (source.rows)().enumerate() {
        element.clear();
        if number > 0 {
            element.push(b',');
        }
        object(source.table.columns, &row, &mut element)?;
        to.write_all(&element)?;
    }
    to.write_all(b"]")
}

/// Appends a row by the names of its columns; null where a value is missing.
fn object(columns: &[Column], row: &Row<'_>, to: &mut Vec<u8>) -> io::Result<()> {
    let mut separator = b'{';
    for (column, cell) in columns.iter().zip(row) {
        // Names of columns are words without a character that JSON escapes; a test holds that.
        to.extend([separator, b'"']);
        to.extend_from_slice(column.name.as_bytes());
        to.extend_from_slice(b"\":");
        value(cell, to)?;
        separator = b',';
    }
    to.push(b'}');
    Ok(())
}

fn value(cell: &Cell<'_>, to: &mut Vec<u8>) -> io::Result<()> {
    match cell {
        Cell::Missing => to.extend_from_slice(b"null"),
        Cell::Text(text) => serde_json::to_writer(to, &**text)?,
        // Digit by digit: a binary fraction would not keep them.
        Cell::Whole(_) | Cell::Number(_) => cell.append_to(to),
        Cell::Date(_) | Cell::Moment(_) => {
            to.push(b'"');
            cell.append_to(to);
            to.push(b'"');
        }
    }
    Ok(())
}
