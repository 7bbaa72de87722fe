//! Workbooks of other programs as typed cells: Excel (xlsx) and OpenDocument (ods), whoever saved
//! them.
//!
//! It owns what such files look like inside. It must never judge what a cell means.

mod excel;
#[cfg(any(test, fuzzing))]
pub mod laws;
mod open_document;
mod read;
mod room;
mod unpacked;
mod value;

#[cfg(test)]
mod tests;

pub use read::{NotAWorkbook, read};
pub use value::{Cell, Shown, plain_number, serial_day};

use std::collections::BTreeMap;

/// Larger than any form or table that people fill, in bytes.
pub const MOST_WORKBOOK_BYTES: u64 = 32 << 20;

/// A workbook, with its sheets in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Workbook {
    /// As its file is called.
    pub name: String,
    pub sheets: Vec<Sheet>,
}

/// One sheet: every cell that holds something.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    pub name: String,
    /// By row, then column, both from 0.
    pub cells: BTreeMap<(u32, u32), Cell>,
}

impl Sheet {
    /// What stands at a place; nothing where the cell is empty.
    pub fn at(&self, row: u32, column: u32) -> Option<&Cell> {
        self.cells.get(&(row, column))
    }

    /// The cells of a row, from the left.
    pub fn row(&self, row: u32) -> impl Iterator<Item = (u32, &Cell)> {
        let cells = self.cells.range((row, 0)..=(row, u32::MAX));
        cells.map(|((_, column), cell)| (*column, cell))
    }
}
