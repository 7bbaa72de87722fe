//! JSON (RFC 8259): a document of several tables, and one object a line (JSON Lines).

use super::Source;
use crate::data::{Cell, Column, Row, Table};
use serde::ser::{Error as _, SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
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
    serde_json::to_writer(&mut to, &Document { head, sources })?;
    to.write_all(b"\n")
}

/// Writes each row as an object on a line of its own.
///
/// # Errors
/// Those of `to`.
pub fn json_lines(
    table: &Table,
    rows: impl Iterator<Item = Row>,
    mut to: impl Write,
) -> io::Result<()> {
    for row in rows {
        let object = Object {
            columns: table.columns,
            row: &row,
        };
        serde_json::to_writer(&mut to, &object)?;
        to.write_all(b"\n")?;
    }
    Ok(())
}

struct Document<'d, 'r> {
    head: &'d DocumentHead,
    sources: &'d [Source<'r>],
}

impl Serialize for Document<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let head = serde_json::to_value(self.head).map_err(S::Error::custom)?;
        let head = head.as_object().into_iter().flatten();
        let mut map = serializer.serialize_map(None)?;
        for (key, value) in head {
            map.serialize_entry(key, value)?;
        }
        for source in self.sources {
            map.serialize_entry(source.key(), &Objects(source))?;
        }
        map.end()
    }
}

/// All rows of a table.
struct Objects<'s, 'r>(&'s Source<'r>);

impl Serialize for Objects<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut sequence = serializer.serialize_seq(None)?;
        for row in (self.0.rows)() {
            let columns = self.0.table.columns;
            sequence.serialize_element(&Object { columns, row: &row })?;
        }
        sequence.end()
    }
}

/// A row by the names of its columns; null where a value is missing.
struct Object<'r> {
    columns: &'static [Column],
    row: &'r Row,
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.columns.len()))?;
        for (column, cell) in self.columns.iter().zip(self.row) {
            map.serialize_entry(column.name, &Value(cell))?;
        }
        map.end()
    }
}

struct Value<'c>(&'c Cell);

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Cell::Missing => serializer.serialize_none(),
            Cell::Text(text) => serializer.serialize_str(text),
            Cell::Whole(number) => serializer.serialize_i64(*number),
            // Digit by digit: a binary fraction would not keep them.
            Cell::Number(number) => RawValue::from_string(number.to_string())
                .map_err(S::Error::custom)?
                .serialize(serializer),
            Cell::Date(_) | Cell::Moment(_) => serializer.serialize_str(&self.0.plain()),
        }
    }
}
