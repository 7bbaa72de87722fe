//! The hidden mark of a row: what it asks about. It stands in a cell like any other, so that every
//! program keeps it, and moves with its row.

use super::prefilled::Prefilled;
use crate::model::{ContractId, IndicatorId, ProgramId, Quarter};

/// The form of forms that this version writes and reads.
pub const VERSION: u32 = 2;

const PREFIX: &str = "pantau-formulir/";

/// What a row is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowKind {
    /// Beside it stands when the office reported.
    Reported,
    /// The headings of the commitments.
    Headings,
    Indicator(IndicatorId),
    /// The headings of the programmes.
    ProgramHeadings,
    Program(ProgramId),
}

/// A mark that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub contract: ContractId,
    pub quarter: Quarter,
    pub row: RowKind,
    /// What its input cells held when it was written.
    pub prefilled: Prefilled,
}

/// Why a text that begins like a mark is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAMark {
    /// Written by a version of pantau with other forms.
    Version(String),
    Damaged,
}

impl Mark {
    /// Reads a mark; `None` for a text that is no mark at all.
    pub fn read(text: &str) -> Option<Result<Self, NotAMark>> {
        let rest = text.trim().strip_prefix(PREFIX)?;
        let parts: Vec<&str> = rest.split_whitespace().collect();
        let version = parts.first().copied().unwrap_or_default();
        if version != VERSION.to_string() {
            return Some(Err(NotAMark::Version(version.to_owned())));
        }
        Some(Self::of(&parts[1..]).ok_or(NotAMark::Damaged))
    }

    fn of(parts: &[&str]) -> Option<Self> {
        let first = parts.iter().position(|part| part.contains('='));
        let (parts, prefilled) = parts.split_at(first.unwrap_or(parts.len()));
        let [quarter, contract, kind, id @ ..] = parts else {
            return None;
        };
        let row = match (*kind, id) {
            ("dilaporkan", []) => RowKind::Reported,
            ("kepala", []) => RowKind::Headings,
            ("kepala-program", []) => RowKind::ProgramHeadings,
            ("indikator", [id]) => RowKind::Indicator(IndicatorId::new(id)?),
            ("program", [id]) => RowKind::Program(ProgramId::new(id)?),
            _ => return None,
        };
        Some(Self {
            contract: ContractId::parse(contract)?,
            quarter: quarter.parse().ok()?,
            row,
            prefilled: Prefilled::read(prefilled)?,
        })
    }

    /// As it stands in its cell.
    pub fn text(&self) -> String {
        let row = match &self.row {
            RowKind::Reported => "dilaporkan".to_owned(),
            RowKind::Headings => "kepala".to_owned(),
            RowKind::ProgramHeadings => "kepala-program".to_owned(),
            RowKind::Indicator(id) => format!("indikator {id}"),
            RowKind::Program(id) => format!("program {id}"),
        };
        let (quarter, contract) = (self.quarter, &self.contract);
        let prefilled = self.prefilled.text();
        format!("{PREFIX}{VERSION} {quarter} {contract} {row}{prefilled}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_as_it_is_written() {
        let rows = [
            RowKind::Reported,
            RowKind::Headings,
            RowKind::ProgramHeadings,
            RowKind::Indicator(IndicatorId::new("stunting").unwrap()),
            RowKind::Program(ProgramId::new("upaya-kesehatan").unwrap()),
        ];
        for row in rows {
            let mark = Mark {
                contract: ContractId::parse("2026/kepala-dinas-kesehatan").unwrap(),
                quarter: "2026-tw4".parse().unwrap(),
                row,
                prefilled: Prefilled::default().with("nilai", Some("6.4")),
            };
            assert_eq!(Mark::read(&format!(" {} ", mark.text())), Some(Ok(mark)));
        }
    }

    #[test]
    fn other_texts_are_no_marks() {
        assert_eq!(Mark::read("Indikator"), None);
        let version = Mark::read("pantau-formulir/1 2026-tw4 2026/a kepala");
        assert_eq!(version, Some(Err(NotAMark::Version("1".to_owned()))));
        for text in [
            "2026-tw5 2026/a kepala",
            "2026-tw4 a kepala",
            "2026-tw4 2026/a indikator",
            "2026-tw4 2026/a indikator stunting nilai=6.4",
            "",
        ] {
            let text = format!("pantau-formulir/2 {text}");
            assert_eq!(Mark::read(&text), Some(Err(NotAMark::Damaged)), "{text}");
        }
    }
}
