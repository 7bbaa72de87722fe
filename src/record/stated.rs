//! A value as a file states it, comparable across versions of the file.

use crate::model::{Date, Quantity};
use crate::parse::contract::RawTarget;
use crate::parse::number::number_at;
use crate::parse::report::RawValue;
use crate::source::TextSpan;

/// What a file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stated {
    /// It says nothing.
    Nothing,
    Number {
        value: Quantity,
        unit: Option<String>,
    },
    Range {
        from: Quantity,
        to: Quantity,
        unit: Option<String>,
    },
    /// A word of the format, such as a rank, a direction or an id.
    Word(String),
    Day(Date),
    /// Words of the office.
    Text(String),
    /// Who checked, and when.
    Signed {
        by: String,
        on: Date,
    },
}

impl Stated {
    /// Whether both mean the same; a unit is a statement of its own.
    pub fn means(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number { value, .. }, Self::Number { value: other, .. }) => value == other,
            (Self::Range { from, to, .. }, Self::Range { from: a, to: b, .. }) => {
                (from, to) == (a, b)
            }
            (Self::Text(text), Self::Text(other)) => {
                text.split_whitespace().eq(other.split_whitespace())
            }
            _ => self == other,
        }
    }

    /// As it would stand in a file; a dash for nothing.
    pub fn raw(&self) -> String {
        match self {
            Self::Nothing => "–".to_owned(),
            Self::Number { value, .. } => value.to_string(),
            Self::Range { from, to, .. } => format!("{from}–{to}"),
            Self::Word(text) | Self::Text(text) => text.clone(),
            Self::Day(date) => date.to_string(),
            Self::Signed { by, on } => format!("{by} ({on})"),
        }
    }

    pub(super) fn amount(value: Quantity) -> Self {
        Self::Number { value, unit: None }
    }

    pub(super) fn target(target: &RawTarget, unit: Option<&String>) -> Self {
        match target {
            RawTarget::Scalar(text) => Self::scalar(text, unit),
            RawTarget::Range(range) => Self::Range {
                from: range.from.value,
                to: range.to.value,
                unit: unit.cloned(),
            },
        }
    }

    pub(super) fn reported(value: &RawValue, unit: Option<&String>) -> Self {
        match value {
            RawValue::Scalar(text) => Self::scalar(text, unit),
            RawValue::Completed(done) => Self::Day(done.on.value),
        }
    }

    fn scalar(text: &str, unit: Option<&String>) -> Self {
        match number_at(text, "", TextSpan::START) {
            Ok(value) => Self::Number {
                value,
                unit: unit.cloned(),
            },
            Err(_) => Self::Word(text.to_owned()),
        }
    }
}
