//! Cells as answers: of the kind that is asked for, or what is wrong and what to write.

use super::ask::Kind;
use super::filled::FilledCell;
use crate::model::{Date, Quantity, Value, position_at};
use crate::parse::date::date;
use crate::parse::near::nearest;
use crate::parse::number::number;
use crate::parse::reader::NONE;
use crate::problem::{Problem, code};
use crate::sheet::{Cell, Shown, plain_number, serial_day};

/// A value that was read, with what is to be said about how.
#[derive(Clone, Debug, PartialEq)]
pub struct Read<T> {
    pub value: T,
    pub remark: Option<Problem>,
}

impl<T> From<T> for Read<T> {
    fn from(value: T) -> Self {
        Self {
            value,
            remark: None,
        }
    }
}

/// Reads the value of a commitment.
///
/// # Errors
/// What is wrong with the cell.
pub fn value(
    cell: &Cell,
    at: &FilledCell,
    kind: &Kind,
    unit: Option<&str>,
) -> Result<Read<Value>, Box<Problem>> {
    match kind {
        Kind::Number | Kind::Sum => {
            let read = amount(cell, at, unit)?;
            Ok(Read {
                value: Value::Amount(read.value),
                remark: read.remark,
            })
        }
        Kind::Rank(ranks) => rank(cell, at, ranks).map(|rank| Value::Rank(rank).into()),
        Kind::Completion => match cell {
            Cell::Text(text) if text.eq_ignore_ascii_case("belum") => {
                Ok(Value::NotCompleted.into())
            }
            cell => day(cell, at, "tuntas").map(|day| Value::Completed(day).into()),
        },
    }
}

/// Reads a number; a percentage is one where the unit says so.
///
/// # Errors
/// As for [`value`].
pub fn amount(
    cell: &Cell,
    at: &FilledCell,
    unit: Option<&str>,
) -> Result<Read<Quantity>, Box<Problem>> {
    match cell {
        Cell::Number {
            value,
            shown: Shown::AsPercent,
        } => {
            let text = plain_number(value * 100.0);
            if !matches!(unit, Some("persen" | "%")) {
                let unit = unit.unwrap_or("–");
                let problem = at.error(code::CELL_PERCENT);
                return Err(problem.with("text", text).with("unit", unit).into());
            }
            let value = decimal(&text, at)?;
            let remark = at.warning(code::FORM_PERCENT_READ);
            Ok(Read {
                value,
                remark: Some(remark.with("text", text)),
            })
        }
        Cell::Number { value, .. } => decimal(&plain_number(*value), at).map(Read::from),
        Cell::Text(text) => typed(text, at).map(Read::from),
        Cell::Day(_) | Cell::OddTime(_) => {
            let problem = at.error(code::CELL_DATE_FOR_NUMBER);
            Err(problem.with("text", cell.text()).into())
        }
        other => Err(fault(other, at, "angka")),
    }
}

/// A number that a cell holds as such: no separator of it can be taken for another.
fn decimal(text: &str, at: &FilledCell) -> Result<Quantity, Box<Problem>> {
    // Three decimals get a zero, as in data files.
    let read = number(text).or_else(|_| number(&format!("{text}0")));
    read.map_err(|_| {
        let problem = at.error(code::NUMBER_LONG);
        problem.with("text", text).into()
    })
    .map(Quantity::normalized)
}

/// A number that stands in its cell as a text, as after a copy from elsewhere. What could be
/// written instead is told as an Indonesian spreadsheet takes it, which makes a date of 3.0.
fn typed(text: &str, at: &FilledCell) -> Result<Quantity, Box<Problem>> {
    number(text).map_err(|not| {
        let reading = |index: usize| not.reading(index).replace('.', ",");
        let problem = at.error(not.code).with("text", text);
        let problem = problem.with("first", reading(0));
        problem.with("second", reading(1)).into()
    })
}

fn rank(cell: &Cell, at: &FilledCell, ranks: &[String]) -> Result<u32, Box<Problem>> {
    if matches!(cell, Cell::Fault(_) | Cell::NotComputed) {
        return Err(fault(cell, at, "teks"));
    }
    let text = cell.text();
    let exact = ranks.iter().position(|rank| *rank == text);
    let alike = || {
        let lower = text.to_lowercase();
        let mut alike = ranks.iter().enumerate();
        let mut alike = alike
            .by_ref()
            .filter(|(_, rank)| rank.to_lowercase() == lower);
        match (alike.next(), alike.next()) {
            (Some((index, _)), None) => Some(index),
            _ => None,
        }
    };
    if let Some(position) = exact.or_else(alike).and_then(position_at) {
        return Ok(position);
    }
    let near = nearest(&text, ranks.iter().map(String::as_str)).unwrap_or(NONE);
    let problem = at.error(code::NO_RANK).with("name", text.as_str());
    Err(problem
        .with("near", near)
        .with("known", ranks.join(", "))
        .into())
}

/// Reads a day: a date, the serial number of one, or a text that can mean one day only.
///
/// # Errors
/// As for [`value`]; `wanted` says what was asked for.
pub fn day(cell: &Cell, at: &FilledCell, wanted: &str) -> Result<Date, Box<Problem>> {
    let other = || {
        let problem = at.error(code::CELL_KIND).with("text", cell.text());
        Box::new(problem.with("wanted", wanted))
    };
    match cell {
        Cell::Day(day) => Ok(*day),
        Cell::Number { value, .. } => serial_day(*value).ok_or_else(other),
        Cell::Text(text) => date(text).or_else(|not| match &not.readings[..] {
            [one] => Ok(*one),
            [] if not.code == code::DATE_FORM => Err(other()),
            readings => {
                let reading = |i: usize| readings.get(i).map_or(NONE.into(), Date::to_string);
                let problem = at.error(not.code).with("text", text.as_str());
                let problem = problem.with("first", reading(0));
                Err(problem.with("second", reading(1)).into())
            }
        }),
        Cell::Fault(_) | Cell::NotComputed => Err(fault(cell, at, wanted)),
        Cell::Truth(_) | Cell::OddTime(_) => Err(other()),
    }
}

/// Reads a free text; a number or a date as it is shown.
///
/// # Errors
/// As for [`value`].
pub fn text(cell: &Cell, at: &FilledCell) -> Result<String, Box<Problem>> {
    match cell {
        Cell::Text(text) => Ok(text.clone()),
        Cell::Number { .. } | Cell::Day(_) => Ok(cell.text()),
        other => Err(fault(other, at, "teks")),
    }
}

fn fault(cell: &Cell, at: &FilledCell, wanted: &str) -> Box<Problem> {
    let problem = match cell {
        Cell::Fault(_) => at.error(code::CELL_FAULT),
        Cell::NotComputed => at.error(code::CELL_NOT_COMPUTED),
        _ => at.error(code::CELL_KIND).with("wanted", wanted),
    };
    Box::new(problem.with("text", cell.text()))
}

/// Whether somebody says in place of a value that there is none.
pub fn means_none(cell: &Cell) -> bool {
    let Cell::Text(text) = cell else {
        return false;
    };
    let words = [
        "belum ada",
        "belum",
        "belum tersedia",
        "belum ada data",
        "tidak ada",
        "tidak ada data",
        "n/a",
        "na",
        "nihil data",
        "tba",
    ];
    let lower = text.to_lowercase();
    words.contains(&lower.trim_end_matches('.')) || says_nothing(text)
}

/// Whether a text is of dashes and points alone.
pub fn says_nothing(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}
