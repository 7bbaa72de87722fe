//! What is due from today on.

use crate::compute::{Occurrence, OfficeReport, Scoreboard, TenureScore};
use crate::model::{ContractId, Date, EvaluationId, PersonId, Quarter, RegimeId, Register};
use std::collections::BTreeMap;

/// Something that is due on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Coming {
    pub day: Date,
    pub event: Event,
}

/// What is due.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The last day on which reports of a quarter are on time.
    Deadline {
        quarter: Quarter,
        /// How many contracts have not reported it.
        contracts: usize,
    },
    Evaluation {
        person: PersonId,
        /// The contract that it looks at.
        contract: ContractId,
        regime: RegimeId,
        rule: EvaluationId,
    },
}

/// Deadlines that have not passed and evaluations that are awaited, by day.
pub(super) fn coming(register: &Register, score: &Scoreboard) -> Vec<Coming> {
    let mut coming = deadlines(score);
    let tenures = score.tenures.values().flatten();
    let all = tenures.flat_map(|tenure| tenure.occurrences.iter().map(move |o| (tenure, o)));
    coming.extend(all.filter_map(|(tenure, one)| evaluation(register, score.today, tenure, one)));
    coming.sort_by_key(|one| one.day);
    coming
}

fn deadlines(score: &Scoreboard) -> Vec<Coming> {
    let mut contracts: BTreeMap<(Date, Quarter), usize> = BTreeMap::new();
    let reports = score.contracts.values().flat_map(|c| &c.reports);
    for (quarter, report) in reports {
        if let OfficeReport::NotDue {
            deadline: Some(day),
        } = report
        {
            *contracts.entry((*day, *quarter)).or_default() += 1;
        }
    }
    let of = |((day, quarter), contracts)| Coming {
        day,
        event: Event::Deadline { quarter, contracts },
    };
    contracts.into_iter().map(of).collect()
}

fn evaluation(
    register: &Register,
    today: Date,
    tenure: &TenureScore,
    one: &Occurrence,
) -> Option<Coming> {
    let day = one.awaited().filter(|day| *day >= today)?;
    one.rule(register)?;
    Some(Coming {
        day,
        event: Event::Evaluation {
            person: tenure.person.clone(),
            contract: one.contract.clone(),
            regime: one.regime.clone(),
            rule: one.rule.clone(),
        },
    })
}
