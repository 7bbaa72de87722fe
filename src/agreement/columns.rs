//! Which column of a table holds what.

use super::cells::{Sheet, column_of};
use super::heading::{self, is_numbering};
use crate::model::QuarterOfYear;
use std::collections::BTreeMap;

/// Rows that may stand before the headings: titles, names of offices.
const MOST_BEFORE: usize = 60;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    Goal,
    Indicator,
    Unit,
    Target,
    Quarter(QuarterOfYear),
    Weight,
    Formula,
    Source,
}

impl Column {
    pub const ALL: [Self; 11] = [
        Self::Goal,
        Self::Indicator,
        Self::Unit,
        Self::Target,
        Self::Quarter(QuarterOfYear::Tw1),
        Self::Quarter(QuarterOfYear::Tw2),
        Self::Quarter(QuarterOfYear::Tw3),
        Self::Quarter(QuarterOfYear::Tw4),
        Self::Weight,
        Self::Formula,
        Self::Source,
    ];

    /// The key of data files that it becomes.
    pub fn key(self) -> &'static str {
        match self {
            Self::Goal => "sasaran",
            Self::Indicator => "indikator",
            Self::Unit => "satuan",
            Self::Target => "target",
            Self::Quarter(quarter) => quarter.key(),
            Self::Weight => "bobot",
            Self::Formula => "rumus",
            Self::Source => "sumber",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.key() == key)
    }
}

/// Where a column stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapped {
    /// From 0.
    pub index: usize,
    /// `E`
    pub letters: String,
    pub heading: String,
}

/// The columns of a sheet, and where its table begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    pub found: BTreeMap<Column, Mapped>,
    /// Columns whose headings say what another one says already: which one is meant has to be asked.
    pub doubtful: BTreeMap<Column, Vec<Mapped>>,
    /// The first row below the headings, from 0.
    pub first_row: usize,
    /// The row of the headings, as the spreadsheet numbers it.
    pub heading_row: usize,
}

impl Columns {
    /// The first row that has headings of an agreement; `None` where there is none.
    pub fn of(sheet: &Sheet, year: i32) -> Option<Self> {
        let rows = 0..sheet.rows.len().min(MOST_BEFORE);
        rows.into_iter().find_map(|row| {
            let columns = Self::at(sheet, row, year);
            let has = |column| columns.names(column);
            let has_target = has(Column::Target)
                || columns
                    .found
                    .keys()
                    .any(|column| matches!(column, Column::Quarter(_)));
            (has(Column::Indicator) && has_target).then_some(columns)
        })
    }

    fn names(&self, column: Column) -> bool {
        self.found.contains_key(&column) || self.doubtful.contains_key(&column)
    }

    /// Reads row `row` as headings, and the one below where it goes on with them.
    fn at(sheet: &Sheet, row: usize, year: i32) -> Self {
        let above = &sheet.rows[row];
        let below = sheet
            .rows
            .get(row + 1)
            .filter(|below| is_second(above, below));
        let width = above.len().max(below.map_or(0, Vec::len));
        let cell = |row: &[String], at: usize| row.get(at).cloned().unwrap_or_default();
        let mut named: BTreeMap<Column, Vec<Mapped>> = BTreeMap::new();
        let mut over = String::new();
        for at in 0..width {
            let (own, second) = (
                cell(above, at),
                below.map_or_else(String::new, |b| cell(b, at)),
            );
            if !own.is_empty() {
                over = own.clone();
            }
            let column = if second.is_empty() {
                heading::column(&own, "")
            } else {
                heading::column(&second, &over)
            };
            if let Some(column) = column {
                let heading = format!("{own} {second}").trim().to_owned();
                named
                    .entry(column)
                    .or_default()
                    .push(mapped(sheet, at, heading));
            }
        }
        let mut columns = Self {
            found: BTreeMap::new(),
            doubtful: BTreeMap::new(),
            first_row: row + 1 + usize::from(below.is_some()),
            heading_row: row + 1,
        };
        for (column, mut places) in named {
            let of_year = places
                .iter()
                .filter(|place| place.heading.contains(&year.to_string()));
            let of_year: Vec<Mapped> = of_year.cloned().collect();
            if places.len() > 1 && of_year.len() == 1 {
                places = of_year;
            }
            match &places[..] {
                [one] => drop(columns.found.insert(column, one.clone())),
                _ => drop(columns.doubtful.insert(column, places)),
            }
        }
        let numbers = sheet
            .rows
            .get(columns.first_row)
            .is_some_and(|row| is_numbering(row));
        columns.first_row += usize::from(numbers);
        columns
    }

    /// Has `column` stand in the column that `letters` name; `None` for no such column.
    pub fn correct(&mut self, sheet: &Sheet, column: Column, letters: &str) -> Option<()> {
        let at = column_of(letters)?;
        let width = sheet.rows.iter().map(Vec::len).max()?;
        (at < width).then_some(())?;
        // What stood there by its heading was misread.
        self.found.retain(|_, place| place.index != at);
        let heading_row = self.heading_row.checked_sub(1)?;
        let heading = sheet.rows.get(heading_row).and_then(|row| row.get(at));
        let place = mapped(sheet, at, heading.cloned().unwrap_or_default());
        self.doubtful.remove(&column);
        self.found.insert(column, place);
        Some(())
    }
}

/// Whether a row goes on with the headings above it: no target stands in it yet, and it names
/// quarters or parts of headings.
fn is_second(above: &[String], below: &[String]) -> bool {
    let mut over = "";
    let mut names = false;
    for (at, cell) in below.iter().enumerate() {
        if let Some(own) = above.get(at).filter(|own| !own.is_empty()) {
            over = own;
        }
        let is_part = matches!(
            heading::column(cell, over),
            Some(Column::Quarter(_) | Column::Target)
        );
        names |= is_part && !cell.is_empty();
    }
    let indicator = above
        .iter()
        .position(|own| heading::column(own, "") == Some(Column::Indicator));
    let is_filled = |at: usize| below.get(at).is_some_and(|cell| !cell.is_empty());
    names && indicator.is_some_and(|at| !is_filled(at)) && !is_numbering(below)
}

fn mapped(sheet: &Sheet, index: usize, heading: String) -> Mapped {
    Mapped {
        index,
        letters: sheet.place(0, index).letters(),
        heading: heading.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}
