//! What must hold of any bytes that are taken for a workbook: see [`crate::parse::laws`].

use super::room::{MOST_CELLS, MOST_TEXT_BYTES};
use super::{Cell, Workbook, plain_number, read};
use crate::form::filled;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const SHEET: &str = r#"<worksheet><sheetData><row r="1"><c r="A1" t="s" s="0"><v>0</v></c><c r="B1" s="1"><v>0.5</v></c></row></sheetData></worksheet>"#;

/// An archive as it is, or a part of one that the bytes are put into by their first: those are read without
/// unpacking them, which nothing that is changed by chance would survive.
pub fn workbook(bytes: &[u8]) {
    let Some((kind, bytes)) = bytes.split_first() else {
        return;
    };
    let archive = match kind % 6 {
        0 => bytes.to_owned(),
        1 => excel(&[("xl/worksheets/sheet1.xml", bytes)]),
        2 => excel(&[
            ("xl/worksheets/sheet1.xml", SHEET.as_bytes()),
            ("xl/sharedStrings.xml", bytes),
        ]),
        3 => excel(&[
            ("xl/worksheets/sheet1.xml", SHEET.as_bytes()),
            ("xl/styles.xml", bytes),
        ]),
        4 => packed(&[
            ("xl/workbook.xml", bytes),
            ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
            ("xl/worksheets/sheet1.xml", SHEET.as_bytes()),
        ]),
        _ => packed(&[
            ("META-INF/manifest.xml", b"<m/>"),
            (
                "mimetype",
                b"application/vnd.oasis.opendocument.spreadsheet",
            ),
            ("content.xml", bytes),
        ]),
    };
    let first = read("a.xlsx", &archive);
    let second = read("a.xlsx", &archive);
    // By their texts: a cell may hold what is no number, which is never equal to itself.
    assert_eq!(format!("{first:?}"), format!("{second:?}"));
    if let Ok(book) = first {
        is_within_limits(&book);
        filled(&[book]);
    }
}

fn is_within_limits(book: &Workbook) {
    let cells = || book.sheets.iter().flat_map(|sheet| sheet.cells.values());
    assert!(cells().count() as u64 <= MOST_CELLS);
    let text = cells().map(|cell| match cell {
        Cell::Text(text) => text.len() as u64,
        _ => 0,
    });
    assert!(text.sum::<u64>() <= MOST_TEXT_BYTES);
    for sheet in &book.sheets {
        assert!(!sheet.name.contains(char::is_control), "{:?}", sheet.name);
    }
    for cell in cells() {
        match cell {
            Cell::Text(text) => {
                assert!(!text.is_empty() && text.trim() == text, "{text:?}");
                assert!(
                    !text.contains(|c: char| c.is_control() && c != '\n'),
                    "{text:?}"
                );
            }
            Cell::Number { value, .. } if value.is_finite() => is_kept(*value),
            _ => {}
        }
    }
}

/// Fifteen digits of a number come back from its text.
fn is_kept(value: f64) {
    let again: f64 = plain_number(value).parse().unwrap();
    assert_eq!(
        format!("{again:.14e}"),
        format!("{:.14e}", value + 0.0),
        "{value}"
    );
}

fn excel(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let fixed: [(&str, &[u8]); 2] = [
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
    ];
    packed(&[&fixed, parts].concat())
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in parts {
        archive.start_file(*name, stored).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
