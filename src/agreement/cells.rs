//! Sheets as texts: workbooks of Excel and LibreOffice, and CSV.

use crate::parse::encoding;
use crate::problem::Problem;
use calamine::{Data, Reader, open_workbook_auto_from_rs};
use std::fmt;
use std::io::Cursor;

/// More rows and columns than the table of one office has.
const MOST_ROWS: usize = 5_000;
const MOST_COLUMNS: usize = 200;

/// Larger than a workbook of tables, in bytes.
pub const MOST_BYTES: u64 = 16 << 20;

/// Digits that a workbook keeps of a number.
const DIGITS: usize = 15;

/// One sheet, cell by cell, as a reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Empty for a file without sheets.
    pub name: String,
    /// How many rows and columns stand empty before the first.
    pub start: (usize, usize),
    pub rows: Vec<Vec<String>>,
}

/// Where something stands: `E7`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellName {
    /// From 0.
    pub row: usize,
    /// From 0.
    pub column: usize,
}

impl fmt::Display for CellName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", letters(self.column), self.row + 1)
    }
}

/// A column as spreadsheets call it: `A`, `Z`, `AA`.
pub(super) fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    letters
        .iter()
        .rev()
        .map(|letter| char::from(*letter))
        .collect()
}

/// The column that `letters` name, from 0.
pub(super) fn column_of(letters: &str) -> Option<usize> {
    let is_name = (1..=3).contains(&letters.len());
    let mut value = 0_usize;
    for letter in letters.bytes().filter(|_| is_name) {
        let letter = letter.to_ascii_uppercase();
        letter.is_ascii_uppercase().then_some(())?;
        value = value * 26 + usize::from(letter - b'A') + 1;
    }
    value.checked_sub(1)
}

/// Why a file is no table.
#[derive(Debug)]
pub enum TableError {
    /// No workbook, or a damaged or locked one; why, for experts.
    Workbook(String),
    /// A text in another encoding.
    Text(Box<Problem>),
    Csv(csv::Error),
    /// More rows or columns than a table of one office has.
    TooLarge,
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Workbook(reason) => f.write_str(reason),
            Self::Text(problem) => write!(f, "{}", problem.code),
            Self::Csv(error) => error.fmt(f),
            Self::TooLarge => write!(f, "more than {MOST_ROWS} rows or {MOST_COLUMNS} columns"),
        }
    }
}

impl std::error::Error for TableError {}

/// The sheets of a file, in its order. `name` decides by its extension: `csv` and `txt` are texts,
/// anything else a workbook.
///
/// # Errors
/// A file that is neither, or too large a table.
pub fn sheets(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(TableError::TooLarge);
    }
    let extension = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    match extension.as_str() {
        "csv" | "txt" | "tsv" => Ok(vec![text(name, bytes)?]),
        _ => workbook(bytes),
    }
}

fn workbook(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    let failed = |error: calamine::Error| TableError::Workbook(error.to_string());
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(failed)?;
    let names = book.sheet_names();
    let mut sheets = Vec::new();
    for name in names {
        let range = book.worksheet_range(&name).map_err(failed)?;
        let (row, column) = range.start().unwrap_or_default();
        refuse_large(range.height(), range.width())?;
        let rows = range.rows().map(|row| row.iter().map(shown).collect());
        sheets.push(Sheet {
            name: visible(&name),
            start: (row as usize, column as usize),
            rows: rows.collect(),
        });
    }
    Ok(sheets)
}

fn refuse_large(rows: usize, columns: usize) -> Result<(), TableError> {
    if rows > MOST_ROWS || columns > MOST_COLUMNS {
        return Err(TableError::TooLarge);
    }
    Ok(())
}

/// A cell as a text, numbers with a decimal point.
fn shown(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::Float(number) => three_decimals_marked(decimal(*number)),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::String(text) => visible(text),
        other => visible(&other.to_string()),
    }
}

/// A text for terminals and files: workbooks may hold control characters as escapes.
fn visible(text: &str) -> String {
    let shown = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    shown.collect::<String>().trim().to_owned()
}

/// Three decimals of a number that is one get a further zero, so that they are not taken for groups
/// of thousands.
fn three_decimals_marked(number: String) -> String {
    match number.split_once('.') {
        Some((_, decimals)) if decimals.len() == 3 => number + "0",
        _ => number,
    }
}

/// The decimal that was typed: binary fractions hold it to 15 digits.
fn decimal(number: f64) -> String {
    let shortest = number.to_string();
    let digits = shortest.bytes().filter(u8::is_ascii_digit).count();
    if digits <= DIGITS {
        return shortest;
    }
    let rounded = format!("{number:.*e}", DIGITS - 1).parse::<f64>();
    rounded.map_or(shortest, |rounded| rounded.to_string())
}

fn text(name: &str, bytes: &[u8]) -> Result<Sheet, TableError> {
    let text =
        encoding::text(name, bytes).map_err(|problem| TableError::Text(Box::new(problem)))?;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(TableError::Csv)?;
        let row: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
        refuse_large(rows.len() + 1, row.len())?;
        rows.push(row);
    }
    Ok(Sheet {
        name: String::new(),
        start: (0, 0),
        rows,
    })
}

/// What separates cells: Excel in Indonesia writes semicolons.
fn delimiter(text: &str) -> u8 {
    let count = |separator: char| text.chars().filter(|c| *c == separator).count();
    let by_count = [(count(';'), b';'), (count('\t'), b'\t'), (count(','), b',')];
    let most = by_count.into_iter().max_by_key(|(count, _)| *count);
    // A comma stands in texts and decimals as well: any other that is there is meant.
    let other = by_count[..2]
        .iter()
        .copied()
        .filter(|(count, _)| *count > 2);
    other
        .max()
        .or(most)
        .map_or(b',', |(_, separator)| separator)
}
