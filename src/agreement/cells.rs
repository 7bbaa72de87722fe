//! Sheets as tables: of workbooks, and CSV.

use crate::parse::encoding;
use crate::problem::Problem;
use crate::sheet::{self, Cell, NotAWorkbook, Shown, plain_number};
use crate::source::CellPlace;
use std::collections::BTreeMap;
use std::fmt;

/// More rows and columns than the table of one office has.
pub(super) const MOST_ROWS: u32 = 5_000;
pub(super) const MOST_COLUMNS: u32 = 200;

/// Larger than a workbook of tables, in bytes.
pub const MOST_BYTES: u64 = 16 << 20;

/// One sheet, cell by cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Empty for a file without sheets.
    pub name: String,
    /// What the cells say, from `A1` on: rows end with their last filled cell.
    pub(super) rows: Vec<Vec<String>>,
    cells: BTreeMap<(u32, u32), Cell>,
}

impl Sheet {
    fn of(sheet: sheet::Sheet) -> Result<Self, TableError> {
        let mut rows: Vec<Vec<String>> = Vec::new();
        for (&(row, column), cell) in &sheet.cells {
            refuse_large(row, column)?;
            let (row, column) = (row as usize, column as usize);
            if rows.len() <= row {
                rows.resize(row + 1, Vec::new());
            }
            rows[row].resize(column, String::new());
            rows[row].push(said(cell));
        }
        Ok(Self {
            name: sheet.name,
            rows,
            cells: sheet.cells,
        })
    }

    /// What a cell holds.
    pub(super) fn at(&self, row: usize, column: usize) -> Option<&Cell> {
        let (row, column) = (u32::try_from(row).ok()?, u32::try_from(column).ok()?);
        self.cells.get(&(row, column))
    }

    /// The place of a cell by its row and column, both from 0.
    pub(super) fn place(&self, row: usize, column: usize) -> CellPlace {
        CellPlace {
            sheet: self.name.clone(),
            row: u32::try_from(row).unwrap_or(u32::MAX),
            column: u32::try_from(column).unwrap_or(u32::MAX),
        }
    }
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
    /// No workbook, or a damaged or locked one.
    Workbook(NotAWorkbook),
    /// A text in another encoding.
    Text(Box<Problem>),
    Csv(csv::Error),
    /// More rows or columns than a table of one office has.
    TooLarge,
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Workbook(why) => write!(f, "{why:?}"),
            Self::Text(problem) => write!(f, "{}", problem.code),
            Self::Csv(error) => error.fmt(f),
            Self::TooLarge => write!(f, "more than {MOST_ROWS} rows or {MOST_COLUMNS} columns"),
        }
    }
}

impl std::error::Error for TableError {}

/// The sheets of a file, in its order. `name` decides by its extension: `csv`, `tsv` and `txt` are
/// texts, anything else a workbook.
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
        _ => workbook(name, bytes),
    }
}

fn workbook(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    let book = sheet::read(name, bytes).map_err(|why| match why {
        NotAWorkbook::TooLarge => TableError::TooLarge,
        why => TableError::Workbook(why),
    })?;
    book.sheets.into_iter().map(Sheet::of).collect()
}

/// Refuses a cell by its place.
fn refuse_large(row: u32, column: u32) -> Result<(), TableError> {
    if row >= MOST_ROWS || column >= MOST_COLUMNS {
        return Err(TableError::TooLarge);
    }
    Ok(())
}

/// A cell as it reads: numbers with a decimal point, 0.95 in the format of percentages as `95%`.
fn said(cell: &Cell) -> String {
    match cell {
        Cell::Number {
            value,
            shown: Shown::AsPercent,
        } => three_decimals_marked(plain_number(value * 100.0)) + "%",
        Cell::Number { value, .. } => three_decimals_marked(plain_number(*value)),
        // One line: it becomes part of a sentence or of a data file, which may hold no byte order mark.
        cell => cell
            .text()
            .replace(char::is_control, " ")
            .replace('\u{feff}', ""),
    }
}

/// Three decimals of a number that is one get a further zero, so that they are not taken for groups
/// of thousands.
fn three_decimals_marked(number: String) -> String {
    match number.split_once('.') {
        Some((_, decimals)) if decimals.len() == 3 => number + "0",
        _ => number,
    }
}

fn text(name: &str, bytes: &[u8]) -> Result<Sheet, TableError> {
    let text =
        encoding::text(name, bytes).map_err(|problem| TableError::Text(Box::new(problem)))?;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut cells = BTreeMap::new();
    for (row, record) in (0..).zip(reader.records()) {
        let record = record.map_err(TableError::Csv)?;
        for (column, cell) in (0..).zip(record.iter()) {
            refuse_large(row, column)?;
            let text = cell.replace('\u{feff}', "");
            let text = text.trim();
            if !text.is_empty() {
                cells.insert((row, column), Cell::Text(text.to_owned()));
            }
        }
    }
    Sheet::of(sheet::Sheet {
        name: String::new(),
        cells,
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
