//! Evaluations and protected time: what a regime prescribes for a person in a post, on which
//! days, and what became of it.
//!
//! The subject of an evaluation is a [tenure](crate::model::Tenure): one person in one post in
//! one capacity since one induction, under however many contracts. An official who signs anew
//! each January is evaluated once for "one year after induction", not once per contract; who is
//! inducted into another post, or from acting to definitive, begins anew. Only where a rule
//! counts from the signature (`sejak: tanda_tangan`) is each contract a subject of its own.
//!
//! An evaluation looks at the contract that answers for the last quarter that had ended before
//! it was due, and the regime of that contract (in force at its signature) rules it. Nothing here
//! decides anything: figures have an outcome "menurut angka", and only a record has a decision.

mod due;
mod figures;
mod protection;
mod records;
mod sight;
mod state;
mod subject;

pub use figures::{ByFigures, Finding, WhyOpen};
pub use protection::{Protection, ProtectionState};
pub use records::RecordPlace;
pub use state::{Departure, EvaluationState, Timing};
pub(super) use subject::evaluated_tenures;
pub use subject::tenures;

use crate::model::{
    ContractId, Date, Evaluation, EvaluationId, EvaluationRule, PersonId, Quarter, RegimeId,
    Register, Tenure,
};

/// The evaluations and the protected time of one person in one post since one induction.
#[derive(Clone, Debug, PartialEq)]
pub struct TenureScore {
    pub person: PersonId,
    /// Place among the person's tenures.
    pub place: usize,
    /// The contracts signed in it, by signature; never empty.
    pub contracts: Vec<ContractId>,
    /// `None` where the regime has none, and for acting holders: it protects "pejabat definitif"
    /// (UU 5/2014 ps 116).
    pub protection: Option<Protection>,
    /// By the day on which they are due, or were held where no day is set.
    pub occurrences: Vec<Occurrence>,
}

impl TenureScore {
    pub fn tenure<'r>(&self, register: &'r Register) -> &'r Tenure {
        &register.people[&self.person].tenures[self.place]
    }
}

/// One evaluation of one subject: prescribed for a day, recorded, or both.
#[derive(Clone, Debug, PartialEq)]
pub struct Occurrence {
    /// The regime that rules it.
    pub regime: RegimeId,
    pub rule: EvaluationId,
    /// Which one of a series, from 1; the year for one that has a fixed day each year. 0 for a
    /// record that no prescribed day belongs to.
    pub number: i32,
    /// The contract it looks at; of several that a record names, the latest.
    pub contract: ContractId,
    /// The last quarter of that contract that ended before it was due: the one whose figures
    /// count.
    pub quarter: Option<Quarter>,
    /// `None` for a record that no prescribed day belongs to.
    pub due: Option<Date>,
    pub state: EvaluationState,
    pub by_figures: ByFigures,
    /// Oldest first; the last decision stands.
    pub records: Vec<RecordPlace>,
    /// `None` where the decision follows the figures, or one of the two is missing.
    pub departure: Option<Departure>,
}

impl Occurrence {
    pub fn rule<'r>(&self, register: &'r Register) -> Option<&'r EvaluationRule> {
        let rules = &register.regimes[&self.regime].evaluations;
        rules.iter().find(|rule| rule.id == self.rule)
    }

    /// Its records, oldest first.
    pub fn records<'r>(&self, register: &'r Register) -> impl Iterator<Item = &'r Evaluation> {
        self.records.iter().map(|place| place.of(register))
    }

    /// The next day on which something is expected: when it is due, or an extension ends.
    /// `None` once it was held, or can't be any more.
    pub fn awaited(&self) -> Option<Date> {
        match self.state {
            EvaluationState::Upcoming { .. }
            | EvaluationState::DueToday
            | EvaluationState::Overdue { .. }
            | EvaluationState::Waiting { .. } => self.due,
            EvaluationState::Extended { until, .. }
            | EvaluationState::ExtensionOver { until, .. } => Some(until),
            EvaluationState::Held { .. }
            | EvaluationState::Missed { .. }
            | EvaluationState::NotApplicable { .. } => None,
        }
    }
}
