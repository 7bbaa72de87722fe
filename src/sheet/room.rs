//! How many cells are taken of a workbook.

use super::NotAWorkbook;

/// More cells than all sheets of a workbook have that people fill.
pub(super) const MOST_CELLS: u64 = 1_000_000;

/// More text than they hold, in bytes: one text may stand in many cells.
pub(super) const MOST_TEXT_BYTES: u64 = 64 << 20;

/// What is left of both.
pub(super) struct Room {
    cells: u64,
    bytes: u64,
}

impl Default for Room {
    fn default() -> Self {
        Self {
            cells: MOST_CELLS,
            bytes: MOST_TEXT_BYTES,
        }
    }
}

impl Room {
    /// Takes `cells` cells.
    ///
    /// # Errors
    /// The workbook has too many.
    pub(super) fn take_cells(&mut self, cells: u64) -> Result<(), NotAWorkbook> {
        let left = self.cells.checked_sub(cells);
        self.cells = left.ok_or(NotAWorkbook::TooLarge)?;
        Ok(())
    }

    /// Takes a text of `bytes` bytes.
    ///
    /// # Errors
    /// The workbook holds too much of it.
    pub(super) fn take_text(&mut self, bytes: u64) -> Result<(), NotAWorkbook> {
        let left = self.bytes.checked_sub(bytes);
        self.bytes = left.ok_or(NotAWorkbook::TooLarge)?;
        Ok(())
    }
}
