//! Which cells of an OpenDocument sheet show percentages. calamine reads their numbers alone.

use super::NotAWorkbook;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

/// More than a sheet unpacks to that people fill, in bytes.
const MOST_CONTENT_BYTES: u64 = 256 << 20;

/// Percent cells are looked for in as many rows and columns of repeated cells as people fill.
const MOST_REPEATED: u32 = 1_000;

/// By sheet, the places of cells that show percentages.
pub(super) fn percent_cells(
    bytes: &[u8],
) -> Result<BTreeMap<String, BTreeSet<(u32, u32)>>, NotAWorkbook> {
    let content = content(bytes).map_err(|error| NotAWorkbook::Damaged(error.to_string()))?;
    let mut reader = Reader::from_str(&content);
    let mut found = Walk::default();
    loop {
        let event = reader.read_event();
        match event.map_err(|error| NotAWorkbook::Damaged(error.to_string()))? {
            Event::Start(start) => found.begin(&start),
            Event::Empty(start) => {
                found.begin(&start);
                found.end(start.name().as_ref());
            }
            Event::End(end) => found.end(end.name().as_ref()),
            Event::Eof => return Ok(found.places),
            _ => {}
        }
    }
}

fn content(bytes: &[u8]) -> std::io::Result<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes))?;
    let file = archive.by_name("content.xml")?;
    let mut text = String::new();
    file.take(MOST_CONTENT_BYTES).read_to_string(&mut text)?;
    Ok(text)
}

/// Where reading stands.
#[derive(Default)]
struct Walk {
    places: BTreeMap<String, BTreeSet<(u32, u32)>>,
    sheet: String,
    row: u32,
    rows: u32,
    column: u32,
}

impl Walk {
    fn begin(&mut self, start: &BytesStart<'_>) {
        match start.name().as_ref() {
            "table:table" => {
                self.sheet = attribute(start, "table:name").unwrap_or_default();
                self.row = 0;
            }
            "table:table-row" => {
                self.column = 0;
                self.rows = count(start, "table:number-rows-repeated");
            }
            "table:table-cell" | "table:covered-table-cell" => self.cell(start),
            _ => {}
        }
    }

    fn cell(&mut self, start: &BytesStart<'_>) {
        let columns = count(start, "table:number-columns-repeated");
        if attribute(start, "office:value-type").as_deref() == Some("percentage") {
            let places = self.places.entry(self.sheet.clone()).or_default();
            for row in self.row..self.row + self.rows.min(MOST_REPEATED) {
                let columns = self.column..self.column + columns.min(MOST_REPEATED);
                places.extend(columns.map(|column| (row, column)));
            }
        }
        self.column = self.column.saturating_add(columns);
    }

    fn end(&mut self, name: &str) {
        if name == "table:table-row" {
            self.row = self.row.saturating_add(self.rows);
        }
    }
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = start.try_get_attribute(name).ok()??;
    let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0);
    value.ok().map(std::borrow::Cow::into_owned)
}

fn count(start: &BytesStart<'_>, name: &str) -> u32 {
    let count = attribute(start, name).and_then(|text| text.parse().ok());
    count.unwrap_or(1)
}
