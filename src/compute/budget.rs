//! Programmes: how much of their budget is absorbed, and what the indicators they serve achieved.

use super::calendar::{Case, OfficeReport};
use super::judge::Figure;
use super::overall::{Entry, Overall, overall};
use crate::model::{FewMap, Percent, Program, ProgramId, Quantity, Quarter};

/// The programmes of one contract.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BudgetScore {
    /// In the order of the contract.
    pub programs: Vec<ProgramScore>,
    /// All of them together; none where there are fewer than two.
    pub total: Option<BudgetTotal>,
}

/// One programme's money beside what it is for.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgramScore {
    pub program: ProgramId,
    /// In force today, in rupiah; none where the contract names no budget.
    pub budget: Option<Quantity>,
    /// Each quarter of the contract.
    pub quarters: FewMap<Quarter, Absorption>,
    /// The capaian of the indicators it serves, by the rules of the whole contract's; none where
    /// it names none that is in force.
    pub served: Option<Overall>,
}

/// All programmes of a contract together.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetTotal {
    /// In force today; none where a programme has no budget.
    pub budget: Option<Figure>,
    /// As signed; likewise.
    pub signed: Option<Figure>,
    pub quarters: FewMap<Quarter, Absorption>,
}

/// What is absorbed since January by the end of a quarter. Not reported is never 0.
#[derive(Clone, Debug, PartialEq)]
pub enum Absorption {
    Reported {
        /// Rupiah.
        amount: Figure,
        /// Of the budget in force today; none where that is 0 or not named. May exceed 100.
        share: Option<Percent>,
    },
    /// Of a total: the report speaks of `said` programmes out of `of`. Their sum would pass for
    /// the whole, so there is none.
    Partly {
        said: usize,
        of: usize,
    },
    /// A report came and says nothing of it.
    NotSaid,
    /// The report is due and has not come for this many days.
    Late {
        days: i32,
    },
    NotDue,
    /// The quarter is over, but the regime sets no deadline.
    NoDeadline,
    /// No report is asked for.
    NotAsked,
}

/// The latest quarter whose absorbed amount is known, with the amount and its share.
pub fn latest_absorption(
    quarters: &FewMap<Quarter, Absorption>,
) -> Option<(Quarter, &Figure, Option<&Percent>)> {
    quarters
        .iter()
        .rev()
        .find_map(|(quarter, absorption)| match absorption {
            Absorption::Reported { amount, share } => Some((*quarter, amount, share.as_ref())),
            _ => None,
        })
}

/// What the office said in each quarter of a contract.
type Said = FewMap<Quarter, OfficeReport>;

/// The programmes of the contract of `case`, with what the office `said` in each of its quarters;
/// `entries` are its commitments as judged today.
pub(super) fn budget_score(case: &Case<'_>, said: &Said, entries: &[Entry<'_>]) -> BudgetScore {
    let programs = &case.contract.programs;
    BudgetScore {
        programs: programs
            .iter()
            .map(|program| program_score(case, program, said, entries))
            .collect(),
        total: (programs.len() > 1).then(|| total(case, said)),
    }
}

fn program_score(
    case: &Case<'_>,
    program: &Program,
    reports: &Said,
    entries: &[Entry<'_>],
) -> ProgramScore {
    let budget = case.contract.budget_on(program, case.today);
    let absorbed = |quarter| match said(case, program, quarter) {
        Some(amount) => reported(Figure::from(amount), budget.map(Figure::from).as_ref()),
        None => silence(reports[&quarter]),
    };
    let served: Vec<Entry<'_>> = entries
        .iter()
        .filter(|entry| program.indicators.contains(entry.indicator))
        .copied()
        .collect();
    ProgramScore {
        program: program.id.clone(),
        budget,
        quarters: case.quarters().map(|q| (q, absorbed(q))).collect(),
        served: (!served.is_empty()).then(|| overall(&served, case.regime)),
    }
}

fn total(case: &Case<'_>, reports: &Said) -> BudgetTotal {
    let programs = &case.contract.programs;
    let sum = |budget: &dyn Fn(&Program) -> Option<Quantity>| {
        let all: Option<Vec<Quantity>> = programs.iter().map(budget).collect();
        Figure::sum(&all?)
    };
    let budget = sum(&|program| case.contract.budget_on(program, case.today));
    let absorbed = |quarter| total_absorbed(case, quarter, reports[&quarter], budget.as_ref());
    BudgetTotal {
        quarters: case.quarters().map(|q| (q, absorbed(q))).collect(),
        signed: sum(&|program| program.budget),
        budget,
    }
}

fn total_absorbed(
    case: &Case<'_>,
    quarter: Quarter,
    report: OfficeReport,
    budget: Option<&Figure>,
) -> Absorption {
    let programs = &case.contract.programs;
    let amounts: Vec<Quantity> = programs
        .iter()
        .filter_map(|program| said(case, program, quarter))
        .collect();
    let sum = Figure::sum(&amounts).filter(|_| amounts.len() == programs.len());
    match sum {
        Some(sum) => reported(sum, budget),
        None if amounts.is_empty() => silence(report),
        None => Absorption::Partly {
            said: amounts.len(),
            of: programs.len(),
        },
    }
}

fn said(case: &Case<'_>, program: &Program, quarter: Quarter) -> Option<Quantity> {
    case.report(quarter)?.absorbed.get(&program.id).copied()
}

fn reported(amount: Figure, budget: Option<&Figure>) -> Absorption {
    let budget = budget.filter(|budget| !budget.exact().is_zero());
    let share = budget.map(|budget| Percent::of_ratio(&(&amount.exact() / &budget.exact())));
    Absorption::Reported { amount, share }
}

/// Why there is no amount for the quarter of which the office said this.
fn silence(report: OfficeReport) -> Absorption {
    match report {
        OfficeReport::Reported { .. } => Absorption::NotSaid,
        OfficeReport::Late { days } => Absorption::Late { days },
        OfficeReport::NotDue { .. } => Absorption::NotDue,
        OfficeReport::NoDeadline => Absorption::NoDeadline,
        OfficeReport::NotAsked => Absorption::NotAsked,
    }
}
