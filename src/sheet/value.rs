//! What a cell holds.

use crate::model::Date;
use chrono::Days;

/// Digits that spreadsheet programs keep of a number.
const DIGITS: usize = 15;

/// What a cell holds; of a formula, its last result.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Without the spaces around it; never empty.
    Text(String),
    Number {
        value: f64,
        shown: Shown,
    },
    /// A day, whatever time of it.
    Day(Date),
    /// A time or a date that no calendar has.
    OddTime(String),
    Truth(bool),
    /// `#REF!`, `#DIV/0!` and their kin.
    Fault(String),
    /// A formula that the program which wrote it has not computed.
    NotComputed,
}

/// How a cell shows its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    AsItIs,
    /// 0.132 shows as 13.2 %.
    AsPercent,
}

impl Cell {
    /// Its text as people read it; of a number, [`plain_number`].
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) | Self::OddTime(text) | Self::Fault(text) => text.clone(),
            Self::Number { value, .. } => plain_number(*value),
            Self::Day(day) => day.to_string(),
            Self::Truth(true) => "TRUE".to_owned(),
            Self::Truth(false) => "FALSE".to_owned(),
            Self::NotComputed => "=".to_owned(),
        }
    }
}

/// The decimal that a spreadsheet shows for a binary fraction: at most 15 digits, so that
/// 0.30000000000000004 is 0.3. Plain notation with a decimal point.
pub fn plain_number(value: f64) -> String {
    let rounded = format!("{value:.*e}", DIGITS - 1);
    // Of a number just read from digits the shortest form that means it has no more of them.
    let rounded: f64 = rounded.parse().unwrap_or(value);
    if rounded == 0.0 {
        return "0".to_owned();
    }
    rounded.to_string()
}

/// The day that a serial number means, as Excel counts since 1900 and LibreOffice and Google Sheets
/// with it; `None` for numbers that are none of the years 1945 to 2199.
pub fn serial_day(value: f64) -> Option<Date> {
    const FIRST: f64 = 16_438.0;
    const LAST: f64 = 109_574.0;
    if value.fract() != 0.0 || !(FIRST..=LAST).contains(&value) {
        return None;
    }
    // Day 0 is 30 December 1899 for everything after the day that 1900 did not have.
    let zero = Date::from_ymd_opt(1899, 12, 30)?;
    // Whole and within the range above: nothing is cut off.
    zero.checked_add_days(Days::new(value as u64))
}
