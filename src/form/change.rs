//! What filled forms change in the data.

use super::filled::FilledCell;
use crate::model::{Actual, ContractId, Date, IndicatorId, ProgramId, Quantity, Quarter};
use crate::source::CellPlace;

/// One change, and the cell that asks for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub contract: ContractId,
    pub quarter: Quarter,
    pub what: What,
    pub at: FilledCell,
    /// Where the form asks why a reported figure is another one; none of what else a form changes.
    pub reason_at: Option<CellPlace>,
}

/// What becomes another.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// `dilaporkan` of the report.
    Reported { before: Option<Date>, now: Date },
    /// A figure, or the word that there is none.
    Actual {
        indicator: IndicatorId,
        before: Option<Actual>,
        now: Actual,
        /// How a file writes it.
        written: Written,
        /// `dilaporkan` of the figure, where it came later than its report.
        late: Option<Date>,
        /// A `revisi` that declares the change of a reported figure.
        revision: Option<Revision>,
    },
    /// `catatan`, `kendala` or `tindak_lanjut`.
    Text {
        indicator: IndicatorId,
        key: &'static str,
        before: Option<String>,
        now: String,
    },
    /// `serapan_sampai_kini`.
    Absorbed {
        program: ProgramId,
        before: Option<Quantity>,
        now: Quantity,
    },
}

/// An answer as a result file has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// A number, or `belum`.
    Plain(String),
    /// The name of a rank.
    Rank(String),
    /// `selesai`
    Done(Date),
    /// `belum_ada`
    Unavailable(String),
}

impl Written {
    /// As people read it in a cell.
    pub fn shown(&self) -> String {
        match self {
            Self::Plain(text) => text.replace('.', ","),
            Self::Rank(text) | Self::Unavailable(text) => text.clone(),
            Self::Done(day) => day.to_string(),
        }
    }

    /// So that no answer of one kind is the same as one of another.
    pub(super) fn answer(&self) -> String {
        match self {
            Self::Plain(text) | Self::Rank(text) => format!("nilai {text}"),
            Self::Done(day) => format!("selesai {day}"),
            Self::Unavailable(reason) => format!("belum_ada {reason}"),
        }
    }
}

/// Why a reported figure is another one now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    pub date: Date,
    pub before: Written,
    pub reason: String,
}

impl Change {
    /// Where it stands in a result file: first the day, then figures and what is said of them, then
    /// money.
    pub fn place(&self) -> u8 {
        match self.what {
            What::Reported { .. } => 0,
            What::Actual { .. } => 1,
            What::Text { .. } => 2,
            What::Absorbed { .. } => 3,
        }
    }
}
