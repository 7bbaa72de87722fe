//! The cells of an OpenDocument workbook. calamine unfolds repeated cells, up to gigabytes of them,
//! writes out as many spaces as a text names, looks for ever for the end of a sheet that breaks off,
//! and reads the numbers of percentages alone: so the file is walked through before, for what it
//! would unfold to, whether it is whole, and for which cells show percentages.

use super::read::cell;
use super::room::Room;
use super::{Cell, NotAWorkbook, Sheet, Shown};
use calamine::{CellType, Data, Ods, OdsError, Range, Reader as _};
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

/// What OpenDocument archives have and Excel's have not.
const MANIFEST: &str = "META-INF/manifest.xml";

/// Rows and columns of the largest sheet that there is.
const MOST_ROWS: u64 = 1 << 20;
const MOST_COLUMNS: u64 = 1 << 14;

/// Rows and columns from 0.
type Places = BTreeSet<(u32, u32)>;

/// Whether an archive is an OpenDocument one.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    let archive = zip::ZipArchive::new(Cursor::new(bytes));
    archive.is_ok_and(|archive| archive.index_for_name(MANIFEST).is_some())
}

/// Every sheet of a workbook, in their order.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, NotAWorkbook> {
    if is_locked(bytes) {
        return Err(NotAWorkbook::Locked);
    }
    let percents = percent_cells(bytes)?;
    let mut file = Ods::new(Cursor::new(bytes)).map_err(damaged)?;
    let names = file.sheet_names();
    let sheets = names.into_iter().map(|name| {
        let range = file.worksheet_range(&name).map_err(damaged)?;
        let formulas = file.worksheet_formula(&name).map_err(damaged)?;
        let percents = percents.get(&name).cloned().unwrap_or_default();
        let mut cells = values(&range, &percents);
        add_not_computed(&formulas, &mut cells);
        Ok(Sheet { name, cells })
    });
    sheets.collect()
}

fn damaged(error: OdsError) -> NotAWorkbook {
    NotAWorkbook::Damaged(error.to_string())
}

/// A file with a password keeps its manifest readable, and says there how it is encrypted.
fn is_locked(bytes: &[u8]) -> bool {
    let manifest = text_of(bytes, MANIFEST);
    manifest.is_ok_and(|manifest| manifest.contains("manifest:encryption-data"))
}

fn values(range: &Range<Data>, percents: &Places) -> BTreeMap<(u32, u32), Cell> {
    let cells = places(range).filter_map(|(place, data)| {
        let shown = match percents.contains(&place) {
            true => Shown::AsPercent,
            false => Shown::AsItIs,
        };
        let cell = match data {
            Data::String(text) if is_fault(text) => Cell::Fault(text.clone()),
            data => cell(data, shown)?,
        };
        Some((place, cell))
    });
    cells.collect()
}

/// The fault of a formula, which an OpenDocument sheet holds as a text: `#REF!`, `Err:502`.
fn is_fault(text: &str) -> bool {
    const FAULTS: [&str; 7] = [
        "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!",
    ];
    let number = text.strip_prefix("Err:");
    let is_numbered = |number: &str| number.bytes().all(|byte| byte.is_ascii_digit());
    FAULTS.contains(&text) || number.is_some_and(is_numbered)
}

/// Formulas that have no result yet, as programs write them that do not compute.
fn add_not_computed(formulas: &Range<String>, cells: &mut BTreeMap<(u32, u32), Cell>) {
    let formulas = places(formulas).filter(|(_, formula)| !formula.is_empty());
    for (place, _) in formulas {
        cells.entry(place).or_insert(Cell::NotComputed);
    }
}

/// The cells that hold something, with their places in the sheet.
fn places<T: CellType>(range: &Range<T>) -> impl Iterator<Item = ((u32, u32), &T)> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    range.used_cells().filter_map(move |(row, column, cell)| {
        let (row, column) = (u32::try_from(row).ok()?, u32::try_from(column).ok()?);
        Some(((first_row + row, first_column + column), cell))
    })
}

/// By sheet, the places of cells that show percentages.
fn percent_cells(bytes: &[u8]) -> Result<BTreeMap<String, Places>, NotAWorkbook> {
    let content = text_of(bytes, "content.xml").map_err(|error| broken(&error))?;
    let mut reader = Reader::from_str(&content);
    let mut found = Walk::default();
    loop {
        match reader.read_event().map_err(|error| broken(&error))? {
            Event::Start(start) => found.begin(&start)?,
            Event::Empty(start) => {
                found.begin(&start)?;
                found.end(start.name().as_ref())?;
            }
            Event::Text(text) => found.text(text.len())?,
            Event::CData(text) => found.text(text.len())?,
            Event::GeneralRef(name) => found.text(name.len())?,
            Event::End(end) => found.end(end.name().as_ref())?,
            // calamine looks for the end of what is open, for ever.
            Event::Eof if found.open > 0 => return Err(broken(&"it breaks off")),
            Event::Eof => return Ok(found.percents),
            _ => {}
        }
    }
}

fn broken(error: &dyn ToString) -> NotAWorkbook {
    NotAWorkbook::Damaged(error.to_string())
}

fn text_of(bytes: &[u8], name: &str) -> std::io::Result<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes))?;
    let mut text = String::new();
    archive.by_name(name)?.read_to_string(&mut text)?;
    Ok(text)
}

/// Where reading stands. Rows and columns count from 0.
#[derive(Default)]
struct Walk {
    percents: BTreeMap<String, Places>,
    /// For the places of percentages.
    places: Room,
    /// For what the sheets unfold to.
    room: Room,
    sheet: String,
    row: u64,
    /// How often the row is repeated, and how often its present cell is, in all.
    rows: u64,
    times: u64,
    column: u64,
    /// Empty cells before the next one of the row.
    skipped: u64,
    /// Elements that have begun and not ended.
    open: u64,
    /// The first and the last row that hold something, and the last column.
    used: Option<(u64, u64, u64)>,
}

impl Walk {
    fn begin(&mut self, start: &BytesStart<'_>) -> Result<(), NotAWorkbook> {
        self.open += 1;
        match start.name().as_ref() {
            "table:table" => {
                self.sheet = attribute(start, "table:name")?.unwrap_or_default();
                (self.row, self.used) = (0, None);
            }
            "table:table-row" => {
                (self.column, self.skipped) = (0, 0);
                self.rows = count(start, "table:number-rows-repeated")?.min(MOST_ROWS);
            }
            "table:table-cell" | "table:covered-table-cell" => self.cell(start)?,
            // So many spaces.
            "text:s" => {
                let spaces = count(start, "text:c")?;
                self.room
                    .take_text(self.times.max(1).saturating_mul(spaces))?;
            }
            _ => {}
        }
        Ok(())
    }

    fn cell(&mut self, start: &BytesStart<'_>) -> Result<(), NotAWorkbook> {
        let columns = count(start, "table:number-columns-repeated")?.min(MOST_COLUMNS);
        self.room.take_cells(self.skipped)?;
        self.skipped = columns;
        if holds_something(start)? {
            self.skipped = 0;
            self.room.take_cells(columns)?;
            self.times = columns.saturating_mul(self.rows);
            self.text(start.len())?;
            let last = self.row.saturating_add(self.rows.saturating_sub(1));
            let (first, _, width) = self.used.unwrap_or((self.row, last, 0));
            self.used = Some((first, last, width.max(self.column.saturating_add(columns))));
            if attribute(start, "office:value-type")?.as_deref() == Some("percentage") {
                self.percentages(columns)?;
            }
        }
        self.column = self.column.saturating_add(columns);
        Ok(())
    }

    fn percentages(&mut self, columns: u64) -> Result<(), NotAWorkbook> {
        self.places.take_cells(self.times)?;
        let places = self.percents.entry(self.sheet.clone()).or_default();
        // Nothing stands beyond what 32 bits count: calamine reads no more rows and columns.
        let up_to = |from: u64, count: u64| {
            let end = u32::try_from(from.saturating_add(count)).unwrap_or(u32::MAX);
            u32::try_from(from).unwrap_or(u32::MAX)..end
        };
        for row in up_to(self.row, self.rows) {
            places.extend(up_to(self.column, columns).map(|column| (row, column)));
        }
        Ok(())
    }

    /// A text is kept in as many cells as its own is repeated.
    fn text(&mut self, bytes: usize) -> Result<(), NotAWorkbook> {
        let bytes = self.times.saturating_mul(bytes as u64);
        self.room.take_text(bytes)
    }

    fn end(&mut self, name: &str) -> Result<(), NotAWorkbook> {
        self.open = self.open.saturating_sub(1);
        match name {
            "table:table-cell" | "table:covered-table-cell" => self.times = 0,
            "table:table-row" => self.row = self.row.saturating_add(self.rows),
            "table:table" => {
                if let Some((first, last, width)) = self.used.take() {
                    let rows = (last - first).saturating_add(1);
                    self.room.take_cells(rows.saturating_mul(width))?;
                }
            }
            _ => {}
        }
        Ok(())
    }
}

/// Whether calamine keeps a cell.
fn holds_something(start: &BytesStart<'_>) -> Result<bool, NotAWorkbook> {
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| broken(&error))?;
        let name = attribute.key.as_ref();
        if name.starts_with("office:") || name == "table:formula" || name == "calcext:value-type" {
            return Ok(true);
        }
    }
    Ok(false)
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Result<Option<String>, NotAWorkbook> {
    let attribute = start.try_get_attribute(name);
    let Some(attribute) = attribute.map_err(|error| broken(&error))? else {
        return Ok(None);
    };
    let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0);
    let value = value.map_err(|error| broken(&error))?;
    Ok(Some(value.into_owned()))
}

fn count(start: &BytesStart<'_>, name: &str) -> Result<u64, NotAWorkbook> {
    let Some(count) = attribute(start, name)? else {
        return Ok(1);
    };
    count.parse().map_err(|error| broken(&error))
}
