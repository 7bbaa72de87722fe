//! Reading a workbook from its bytes.

use super::open_document::percent_cells;
use super::{Cell, Sheet, Shown, Workbook};
use crate::model::Date;
use calamine::{Data, ExcelDateTime, Ods, Range, Reader, Sheets, Xlsx};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

/// Why bytes are no workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAWorkbook {
    /// Neither xlsx nor ods: an old `.xls`, a CSV, a shortcut to a document in a web browser.
    OtherForm,
    /// It opens with a password only.
    Locked,
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
    let xlsx = Xlsx::new(Cursor::new(bytes));
    let (sheets, percents) = match xlsx {
        Ok(xlsx) => (Sheets::Xlsx(xlsx), None),
        Err(reason) => match Ods::new(Cursor::new(bytes)) {
            Ok(ods) => (Sheets::Ods(ods), Some(percent_cells(bytes)?)),
            Err(calamine::OdsError::Password) => return Err(NotAWorkbook::Locked),
            Err(calamine::OdsError::FileNotFound(_) | calamine::OdsError::InvalidMime(_)) => {
                return Err(NotAWorkbook::Damaged(reason.to_string()));
            }
            Err(reason) => return Err(NotAWorkbook::Damaged(reason.to_string())),
        },
    };
    all(name, sheets, percents.as_ref())
}

type Positions = BTreeSet<(u32, u32)>;

fn all(
    name: &str,
    mut file: Sheets<Cursor<&[u8]>>,
    percents: Option<&BTreeMap<String, Positions>>,
) -> Result<Workbook, NotAWorkbook> {
    let names = file.sheet_names();
    let sheets = names.into_iter().map(|sheet| {
        let damaged = |error: calamine::Error| NotAWorkbook::Damaged(error.to_string());
        let range = file.worksheet_range(&sheet).map_err(damaged)?;
        let formulas = file.worksheet_formula(&sheet).map_err(damaged)?;
        let percents = match percents {
            Some(percents) => percents.get(&sheet).cloned().unwrap_or_default(),
            None => styled_as_percent(&mut file, &sheet, &range).map_err(damaged)?,
        };
        let mut cells = values(&range, &percents);
        add_not_computed(&formulas, &mut cells);
        let name = sheet.replace(char::is_control, " ");
        Ok(Sheet { name, cells })
    });
    Ok(Workbook {
        name: name.to_owned(),
        sheets: sheets.collect::<Result<_, _>>()?,
    })
}

/// The cells of an Excel sheet that hold something and whose format has a percent sign.
fn styled_as_percent(
    file: &mut Sheets<Cursor<&[u8]>>,
    sheet: &str,
    range: &Range<Data>,
) -> Result<Positions, calamine::Error> {
    let styles = file.worksheet_style(sheet)?;
    let is_percent = |place: &(u32, u32)| {
        let format = styles
            .get(*place)
            .and_then(|style| style.number_format.as_ref());
        format.is_some_and(|format| format.format_code.contains('%'))
    };
    Ok(places(range)
        .map(|(place, _)| place)
        .filter(is_percent)
        .collect())
}

/// The cells that hold something, with their places in the sheet.
fn places<T: calamine::CellType>(range: &Range<T>) -> impl Iterator<Item = ((u32, u32), &T)> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    range.used_cells().filter_map(move |(row, column, cell)| {
        let (row, column) = (u32::try_from(row).ok()?, u32::try_from(column).ok()?);
        Some(((first_row + row, first_column + column), cell))
    })
}

fn values(range: &Range<Data>, percents: &Positions) -> BTreeMap<(u32, u32), Cell> {
    let cells = places(range).filter_map(|(place, data)| {
        let shown = match percents.contains(&place) {
            true => Shown::AsPercent,
            false => Shown::AsItIs,
        };
        Some((place, cell(data, shown)?))
    });
    cells.collect()
}

fn cell(data: &Data, shown: Shown) -> Option<Cell> {
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
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}');
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

/// Formulas that have no result yet, as programs write them that do not compute.
fn add_not_computed(formulas: &Range<String>, cells: &mut BTreeMap<(u32, u32), Cell>) {
    let formulas = places(formulas).filter(|(_, formula)| !formula.is_empty());
    for (place, _) in formulas {
        cells.entry(place).or_insert(Cell::NotComputed);
    }
}
