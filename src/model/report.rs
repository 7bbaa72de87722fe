//! What was reported and decided: quarterly results and records of evaluations.

use super::{
    AspectId, AspectScore, ContractId, Date, Empty, EvaluationId, FewMap, IndicatorId, Markdown,
    ProgramId, Quantity, Quarter, Rare, Recorded, Silenced, Value,
};
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

/// The results of one quarter for one contract.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub contract: ContractId,
    pub quarter: Quarter,
    /// `dilaporkan`: when the office reported it, by its own word.
    pub reported: Date,
    /// When the repository first held it; `None` where the record does not tell.
    pub recorded: Option<Arc<Recorded>>,
    pub actuals: FewMap<IndicatorId, ReportedActual>,
    /// `serapan_sampai_kini`: absorbed budget since January.
    pub absorbed: FewMap<ProgramId, Quantity>,
    pub silenced: Vec<Silenced>,
}

impl Report {
    /// What the report says of `indicator`, and when it said so; `None` while that day has not
    /// come by `today`.
    pub fn actual_by(
        &self,
        indicator: &IndicatorId,
        today: Date,
    ) -> Option<(&ReportedActual, Date)> {
        let actual = self.actuals.get(indicator)?;
        let on = actual.reported.unwrap_or(self.reported);
        (on <= today).then_some((actual, on))
    }
}

/// Realisasi, never called a result: what stands in a report for one indicator.
#[derive(Clone, Debug, PartialEq)]
pub enum Actual {
    Reported(Value),
    /// `belum_ada`: said not to be available yet, with the reason. Not the same as silence.
    /// Boxed: few figures are not there yet.
    Unavailable {
        reason: Box<Markdown>,
    },
}

/// An actual with what was said about it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportedActual {
    pub actual: Actual,
    /// `dilaporkan`, where this figure came later than the rest of its report.
    pub reported: Option<Date>,
    /// When the repository first held a figure or the word that there is none; `None` where the
    /// record does not tell. Shared with the report that it came with.
    pub recorded: Option<Arc<Recorded>>,
    /// What else was said; of most figures nothing is.
    remarks: Rare<Remarks>,
}

/// What a report says beside a figure. Read through its [`ReportedActual`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remarks {
    pub note: Option<Markdown>,
    /// Of most figures that have a note nothing else is said.
    pub further: Rare<FurtherRemarks>,
}

/// What a report says beside a figure and its note. Read through its [`ReportedActual`].
#[derive(Clone, Debug, PartialEq)]
pub struct FurtherRemarks {
    /// `kendala`
    pub obstacle: Option<Markdown>,
    /// `tindak_lanjut`
    pub follow_up: Option<Markdown>,
    /// `tanggapan`: the official's own explanation.
    pub response: Option<Markdown>,
    pub evidence: Vec<Document>,
    pub verification: Option<Verification>,
    /// Oldest first: what `revisi` declares and, from the repository's history, what nobody did.
    pub revisions: Vec<Revision>,
    pub silenced: Vec<Silenced>,
}

impl Empty for Remarks {
    fn empty() -> &'static Self {
        static EMPTY: Remarks = Remarks {
            note: None,
            further: Rare::NOTHING,
        };
        &EMPTY
    }
}

impl Deref for Remarks {
    type Target = FurtherRemarks;

    fn deref(&self) -> &FurtherRemarks {
        &self.further
    }
}

impl Empty for FurtherRemarks {
    fn empty() -> &'static Self {
        static EMPTY: FurtherRemarks = FurtherRemarks {
            obstacle: None,
            follow_up: None,
            response: None,
            evidence: Vec::new(),
            verification: None,
            revisions: Vec::new(),
            silenced: Vec::new(),
        };
        &EMPTY
    }
}

impl ReportedActual {
    /// A figure of which the record does not tell.
    pub fn new(actual: Actual, reported: Option<Date>, remarks: Remarks) -> Self {
        Self {
            actual,
            reported,
            recorded: None,
            remarks: remarks.into(),
        }
    }

    /// Changes what was said beside the figure and its note.
    pub fn remark(&mut self, change: impl FnOnce(&mut FurtherRemarks)) {
        self.remarks
            .change(|remarks| remarks.further.change(change));
    }
}

impl Deref for ReportedActual {
    type Target = Remarks;

    fn deref(&self) -> &Remarks {
        &self.remarks
    }
}

/// A revision of a reported value (`revisi`).
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// By its own word; of an undeclared one, the day on which it was recorded.
    pub date: Date,
    /// `semula`: what was reported before.
    pub before: Value,
    pub ground: RevisionGround,
    /// When the repository first held it; `None` where the record does not tell.
    pub recorded: Option<Recorded>,
}

/// Why a value was revised.
#[derive(Clone, Debug, PartialEq)]
pub enum RevisionGround {
    /// `alasan`
    Declared(Markdown),
    /// The file holds another value than before, and `revisi` does not say why.
    Undeclared,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Verification {
    pub by: String,
    pub date: Date,
}

/// A document or proof, here or elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// `jenis`, for a contract's documents.
    pub kind: Option<String>,
    pub title: String,
    pub place: DocumentPlace,
}

#[derive(Clone, Debug, PartialEq)]
pub enum DocumentPlace {
    /// `berkas`: a path below `content/`, inside `media/`.
    File(String),
    /// `url`: an absolute http or https address.
    Url(String),
    /// Named, but neither file nor address is given.
    Unpublished,
}

/// What was decided or noted after an evaluation.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// The contract in whose file it stands: `evaluasi/<year>/<stem>.yml`.
    pub contract: ContractId,
    pub rule: EvaluationId,
    /// The contracts it looked at.
    pub contracts: Vec<ContractId>,
    pub date: Date,
    pub by: Option<String>,
    pub scores: BTreeMap<AspectId, AspectScore>,
    pub decision: Option<Decision>,
    /// `masa_lindung: gugur`: the decision ended the protected time.
    pub ends_protection: EndsProtection,
    pub reason: Option<Markdown>,
    pub follow_up: Option<Markdown>,
    pub response: Option<Markdown>,
    pub document: Option<Document>,
    pub silenced: Vec<Silenced>,
}

/// Whether a decision ended the protected time. A regime names its exceptions in words, so only
/// the record can say that one was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndsProtection {
    /// `gugur`
    Forfeited,
    /// Nothing is said: the protected time runs on.
    NotSaid,
}

/// A recorded decision (`putusan`). Only this decides; figures never do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// `terpenuhi`
    Met,
    /// `tidak_terpenuhi`
    NotMet,
    /// `diperpanjang`
    Extended { until: Date },
}
