//! Reading a workbook from its bytes.

use super::open_document;
use super::unpacked::{self, MOST_UNPACKED_BYTES};
use super::{Cell, Shown, Workbook, excel};
use crate::model::Date;
use calamine::{Data, ExcelDateTime};

/// Why bytes are no workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAWorkbook {
    /// Neither xlsx nor ods: an old `.xls`, a CSV, a shortcut to a document in a web browser.
    OtherForm,
    /// It opens with a password only.
    Locked,
    /// It unpacks to more, or has more cells, than any workbook that people fill.
    TooLarge,
    /// It is damaged; the reason is for experts.
    Damaged(String),
}

/// Reads every sheet of a workbook.
///
/// # Errors
/// Bytes that are no workbook, or a damaged one.
pub fn read(name: &str, bytes: &[u8]) -> Result<Workbook, NotAWorkbook> {
    // Both are ZIP archives. What Excel locks with a password is an older container around one.
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) && name.to_lowercase().ends_with(".xlsx") {
        return Err(NotAWorkbook::Locked);
    }
    if !bytes.starts_with(b"PK") {
        return Err(NotAWorkbook::OtherForm);
    }
    unpacked::refuse_large(bytes, MOST_UNPACKED_BYTES)?;
    let mut sheets = match open_document::is_one(bytes) {
        true => open_document::sheets(bytes)?,
        false => excel::sheets(bytes)?,
    };
    for sheet in &mut sheets {
        sheet.name = sheet.name.replace(char::is_control, " ");
    }
    Ok(Workbook {
        name: name.to_owned(),
        sheets,
    })
}

/// What a cell holds, if anything.
pub(super) fn cell(data: &Data, shown: Shown) -> Option<Cell> {
    Some(match data {
        Data::Empty => return None,
        Data::String(text) => return text_cell(text),
        Data::Float(value) => Cell::Number {
            value: *value,
            shown,
        },
        // A count beyond 2^53 is none that a spreadsheet could have held.
        Data::Int(value) => Cell::Number {
            value: *value as f64,
            shown,
        },
        Data::Bool(truth) => Cell::Truth(*truth),
        Data::DateTime(moment) => moment_cell(moment),
        Data::DateTimeIso(text) => iso_cell(text),
        Data::DurationIso(text) => Cell::OddTime(text.clone()),
        Data::Error(fault) => Cell::Fault(fault.to_string()),
    })
}

/// Without what spreadsheets leave around a text and what nobody sees of it.
fn text_cell(text: &str) -> Option<Cell> {
    let text = text.replace("_x000D_", "").replace("\r\n", "\n");
    let text = text.replace(['\r', '\u{b}'], "\n").replace('\u{a0}', " ");
    // Nobody sees them in a cell; a terminal would obey them, and no data file may hold them.
    let text = text.replace(|c: char| c.is_control() && c != '\n', " ");
    let text = text.replace('\u{feff}', "");
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{200b}');
    (!text.is_empty()).then(|| Cell::Text(text.to_owned()))
}

fn moment_cell(moment: &ExcelDateTime) -> Cell {
    let odd = || Cell::OddTime(super::plain_number(moment.as_f64()));
    if moment.is_duration() || moment.as_f64() < 1.0 {
        return odd();
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let day = Date::from_ymd_opt(year.into(), month.into(), day.into());
    day.map_or_else(odd, Cell::Day)
}

/// `2027-01-08` or `2027-01-08T00:00:00`.
fn iso_cell(text: &str) -> Cell {
    let day = text.get(..10).and_then(|day| day.parse().ok());
    day.map_or_else(|| Cell::OddTime(text.to_owned()), Cell::Day)
}
