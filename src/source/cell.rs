//! Places in a workbook, as spreadsheet programs name them.

use std::fmt;

/// A cell of a sheet; shown as `E12`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellPlace {
    /// The sheet's name as it is now, whatever it was called when it was written; empty for the
    /// workbook as a whole.
    pub sheet: String,
    /// From 0.
    pub row: u32,
    /// From 0.
    pub column: u32,
}

impl CellPlace {
    /// The column as spreadsheets call it: `A`, `Z`, `AA`.
    pub fn letters(&self) -> String {
        let mut letters = Vec::new();
        let mut rest = u64::from(self.column) + 1;
        while rest > 0 {
            rest -= 1;
            letters.push(char::from(
                b'A' + u8::try_from(rest % 26).unwrap_or_default(),
            ));
            rest /= 26;
        }
        letters.into_iter().rev().collect()
    }
}

impl fmt::Display for CellPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.letters(), u64::from(self.row) + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_named_as_spreadsheets_name_it() {
        let cases = [
            ((0, 0), "A1"),
            ((11, 4), "E12"),
            ((0, 25), "Z1"),
            ((99, 26), "AA100"),
            ((0, 701), "ZZ1"),
            ((1_048_575, 16_383), "XFD1048576"),
        ];
        for ((row, column), name) in cases {
            let sheet = String::new();
            assert_eq!(CellPlace { sheet, row, column }.to_string(), name);
        }
    }
}
