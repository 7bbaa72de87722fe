//! What became of an evaluation by a day.

use super::figures::{ByFigures, WhyOpen};
use crate::model::{Date, Decision, Evaluation, Quarter};

/// How an evaluation stands. Days are whole days, never negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvaluationState {
    /// Due in so many days, at least 1.
    Upcoming {
        days: i64,
    },
    DueToday,
    /// Due so many days ago (at least 1), and no record.
    Overdue {
        days: i64,
    },
    /// Due (so many days ago), but results that its condition rests on are missing.
    Waiting {
        quarter: Quarter,
        days: i64,
    },
    /// Recorded.
    Held {
        on: Date,
        timing: Timing,
    },
    /// `diperpanjang`: the decision is put off, for so many days more.
    Extended {
        until: Date,
        days: i64,
    },
    /// The extension ended so many days ago (at least 1) without a new decision.
    ExtensionOver {
        until: Date,
        days: i64,
    },
    /// It was due, no record was made, and the official has left the post since.
    Missed {
        left: Date,
    },
    /// The official left the post before it was due.
    NotApplicable {
        left: Date,
    },
}

/// When a recorded evaluation was held, against the day it was due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    Early {
        days: i64,
    },
    OnTheDay,
    Late {
        days: i64,
    },
    /// No prescribed day belongs to the record.
    Unscheduled,
}

/// A decision other than what the figures say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Departure {
    /// With `alasan`.
    Explained,
    /// Without: the page says so, and the makers are warned.
    Unexplained,
}

/// What `state` looks at.
pub(super) struct Situation<'a> {
    pub due: Option<Date>,
    /// The last record, which stands.
    pub record: Option<&'a Evaluation>,
    pub by_figures: &'a ByFigures,
    /// The last day in the post, where it is known.
    pub left: Option<Date>,
    pub today: Date,
}

impl Situation<'_> {
    pub fn state(&self) -> EvaluationState {
        match (self.record, self.due) {
            (Some(record), due) => self.recorded(record, due),
            (None, Some(due)) => self.unrecorded(due),
            (None, None) => unreachable!("an occurrence has a day or a record"),
        }
    }

    fn recorded(&self, record: &Evaluation, due: Option<Date>) -> EvaluationState {
        match record.decision {
            Some(Decision::Extended { until }) if self.left.is_none_or(|left| until <= left) => {
                let days = (until - self.today).num_days();
                if days >= 0 {
                    EvaluationState::Extended { until, days }
                } else {
                    EvaluationState::ExtensionOver { until, days: -days }
                }
            }
            _ => EvaluationState::Held {
                on: record.date,
                timing: timing(record.date, due),
            },
        }
    }

    fn unrecorded(&self, due: Date) -> EvaluationState {
        let days = (self.today - due).num_days();
        match self.left {
            Some(left) if left < due => EvaluationState::NotApplicable { left },
            _ if days < 0 => EvaluationState::Upcoming { days: -days },
            Some(left) if left < self.today => EvaluationState::Missed { left },
            _ => match self.awaited_quarter() {
                Some(quarter) => EvaluationState::Waiting { quarter, days },
                None if days == 0 => EvaluationState::DueToday,
                None => EvaluationState::Overdue { days },
            },
        }
    }

    /// The quarter whose missing results keep the condition open.
    fn awaited_quarter(&self) -> Option<Quarter> {
        let ByFigures::Open { why, .. } = self.by_figures else {
            return None;
        };
        why.iter().find_map(|why| match why {
            WhyOpen::Awaiting { quarter, .. } | WhyOpen::NotClosed { quarter } => Some(*quarter),
            WhyOpen::Missing { quarters, .. } => quarters.last().copied(),
            _ => None,
        })
    }
}

fn timing(on: Date, due: Option<Date>) -> Timing {
    let Some(due) = due else {
        return Timing::Unscheduled;
    };
    match (on - due).num_days() {
        0 => Timing::OnTheDay,
        days if days < 0 => Timing::Early { days: -days },
        days => Timing::Late { days },
    }
}

/// Whether the decision departs from the figures. To extend what the figures call met departs
/// from them; to extend what they call not met does not: it gives time to improve.
pub(super) fn departure(record: &Evaluation, by_figures: &ByFigures) -> Option<Departure> {
    let departs = match (record.decision?, by_figures) {
        (Decision::Met, ByFigures::NotMet { .. }) => true,
        (Decision::NotMet | Decision::Extended { .. }, ByFigures::Met { .. }) => true,
        (_, ByFigures::Open { .. } | ByFigures::Met { .. } | ByFigures::NotMet { .. }) => false,
    };
    departs.then_some(match record.reason {
        Some(_) => Departure::Explained,
        None => Departure::Unexplained,
    })
}
