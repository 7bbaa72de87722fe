//! Problems of a site's data: what is wrong, where, and what to write instead.
//!
//! A problem carries a code and its arguments; the words stand in `problem/<language>.ftl` under
//! the code, with the way out as the attribute `cara`, and are put together where they are shown.

pub mod code;
mod words;

pub use words::Words;

use crate::source::{CellPlace, TextSpan};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is written; the published tree stays.
    Error,
    /// The record was changed without being declared: published, and said on the page.
    Violation,
    /// Published; somebody should look.
    Warning,
}

impl Severity {
    /// Its name in machine-readable output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Violation => "violation",
            Self::Warning => "warning",
        }
    }
}

/// A stable code such as `P101`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code(pub &'static str);

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let known = code::ALL.iter().find(|code| code.0 == text);
        known
            .copied()
            .ok_or_else(|| de::Error::custom(format!("`{text}` is no code")))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// One thing that is wrong with the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub severity: Severity,
    pub code: Code,
    /// Path below `content/`; of a cell, the workbook's name.
    pub file: String,
    pub span: TextSpan,
    /// Where in the workbook `file` it stands; `None` for a place in a text.
    pub cell: Option<Box<CellPlace>>,
    /// What the message's placeables stand for.
    pub arguments: Vec<(&'static str, String)>,
}

impl Problem {
    pub fn error(code: Code, file: &str, span: TextSpan) -> Self {
        Self::new(Severity::Error, code, file, span)
    }

    pub fn warning(code: Code, file: &str, span: TextSpan) -> Self {
        Self::new(Severity::Warning, code, file, span)
    }

    pub fn violation(code: Code, file: &str, span: TextSpan) -> Self {
        Self::new(Severity::Violation, code, file, span)
    }

    fn new(severity: Severity, code: Code, file: &str, span: TextSpan) -> Self {
        Self {
            severity,
            code,
            file: file.to_owned(),
            span,
            cell: None,
            arguments: Vec::new(),
        }
    }

    /// The same, of a cell of `workbook`.
    pub fn in_cell(mut self, workbook: &str, cell: CellPlace) -> Self {
        workbook.clone_into(&mut self.file);
        self.span = TextSpan::START;
        self.cell = Some(Box::new(cell));
        self
    }

    /// The same, of a workbook as a whole.
    pub fn of_workbook(self, workbook: &str) -> Self {
        let whole = CellPlace {
            sheet: String::new(),
            row: 0,
            column: 0,
        };
        self.in_cell(workbook, whole)
    }

    /// With one more argument for the message.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    /// The kind of problem this is one of: an ellipsis stands for whatever it names.
    pub fn in_general(&self) -> Self {
        let names = self.arguments.iter().map(|(name, _)| *name);
        Self {
            arguments: names.map(|name| (name, "…".to_owned())).collect(),
            ..self.clone()
        }
    }
}

/// By file, then place, then code: the order in which they are told.
pub fn sort(problems: &mut [Problem]) {
    problems.sort_by(|a, b| {
        (&a.file, a.span, &a.cell, a.code, &a.arguments).cmp(&(
            &b.file,
            b.span,
            &b.cell,
            b.code,
            &b.arguments,
        ))
    });
}
