//! Where reporting stands on one day: who has reported a quarter, who has not, what is due next.
//!
//! It reads what [`compute`](crate::compute) has judged and puts it in the order in which an officer works
//! through it. It judges nothing by itself.

mod coming;

pub use coming::{Coming, Event};

use crate::compute::{IndicatorScore, OfficeReport, QuarterReport, Scoreboard};
use crate::model::{Contract, ContractId, Date, IndicatorId, OpdId, Quarter, Register};
use std::collections::BTreeSet;

/// Where reporting stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Status {
    pub today: Date,
    /// The quarter that is looked at; `None` where no contract answers for any.
    pub quarter: Option<Quarter>,
    /// Each contract that answers for it, those that are to be reminded first.
    pub offices: Vec<Office>,
    /// What is still missing of quarters before it, oldest first.
    pub left_behind: Vec<Office>,
    /// What is due from today on, by day.
    pub coming: Vec<Coming>,
}

/// One contract in one quarter.
#[derive(Clone, Debug, PartialEq)]
pub struct Office {
    pub contract: ContractId,
    pub opd: Option<OpdId>,
    pub quarter: Quarter,
    pub report: OfficeReport,
    /// Until when the report is on time; `None` where the regime sets no deadline.
    pub deadline: Option<Date>,
    /// Indicators of which a figure, or the reason why there is none, is asked for in this quarter.
    pub asked: usize,
    /// Of these, how many have either.
    pub told: usize,
    /// The others, in the order of signing.
    pub silent: Vec<IndicatorId>,
}

/// What an officer has to do about a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// The deadline has passed and no report was made.
    Late,
    /// A report was made, and something that is due is not in it.
    Incomplete,
    /// To be reported: the deadline has not passed, or there is none.
    Awaited,
    /// All that is asked for was reported.
    Reported,
    /// No report is asked for.
    NotAsked,
}

impl Office {
    pub fn standing(&self) -> Standing {
        match self.report {
            OfficeReport::Late { .. } => Standing::Late,
            OfficeReport::Reported { .. } if self.silent.is_empty() => Standing::Reported,
            OfficeReport::Reported { .. } => Standing::Incomplete,
            OfficeReport::NotDue { .. } | OfficeReport::NoDeadline => Standing::Awaited,
            OfficeReport::NotAsked => Standing::NotAsked,
        }
    }

    fn new(register: &Register, score: &Scoreboard, contract: &Contract, quarter: Quarter) -> Self {
        let of_contract = &score.contracts[&contract.id];
        let asked: Vec<(&IndicatorScore, bool)> = of_contract
            .indicators
            .iter()
            .filter_map(|indicator| Some((indicator, is_told(indicator, quarter)?)))
            .collect();
        let silent = asked.iter().filter(|(_, is_told)| !is_told);
        let silent: Vec<IndicatorId> = silent.map(|(score, _)| score.id().clone()).collect();
        let deadline = register.regime_of(contract).deadline;
        Self {
            contract: contract.id.clone(),
            opd: register.posts[&contract.post].opd.clone(),
            quarter,
            report: of_contract.reports[&quarter],
            deadline: deadline.map(|span| span.after(quarter.end())),
            asked: asked.len(),
            told: asked.len() - silent.len(),
            silent,
        }
    }
}

/// Whether something was said of an indicator in a quarter; `None` where nothing is asked. What others
/// publish later (`terbit`) is asked for in its quarter, and no silence before its day.
fn is_told(indicator: &IndicatorScore, quarter: Quarter) -> Option<bool> {
    let fact = indicator.quarters.iter().find(|f| f.quarter == quarter)?;
    match fact.report {
        QuarterReport::Reported { .. } | QuarterReport::Unavailable { .. } => Some(true),
        QuarterReport::Late { .. } | QuarterReport::NotDue | QuarterReport::NoDeadline => {
            Some(false)
        }
        QuarterReport::NotAsked => None,
    }
}

/// Where reporting stands as of the day of `score`; of the quarter that is asked for, else of the one that
/// officers work on: the latest that has ended, before the first one has, the first.
pub fn status(register: &Register, score: &Scoreboard, asked: Option<Quarter>) -> Status {
    let quarters = owed_quarters(register);
    let ended = quarters.iter().rev().find(|q| q.end() < score.today);
    let quarter = asked.or_else(|| ended.or(quarters.first()).copied());
    let mut offices = quarter.map_or_else(Vec::new, |quarter| of_quarter(register, score, quarter));
    offices.sort_by_key(|office| {
        let opd = office.opd.clone();
        (office.standing(), opd, office.contract.clone())
    });
    let before = quarters
        .iter()
        .filter(|q| quarter.is_some_and(|own| **q < own));
    let left_behind = before.flat_map(|q| of_quarter(register, score, *q));
    let is_missing =
        |office: &Office| matches!(office.standing(), Standing::Late | Standing::Incomplete);
    Status {
        today: score.today,
        quarter,
        offices,
        left_behind: left_behind.filter(is_missing).collect(),
        coming: coming::coming(register, score),
    }
}

/// Quarters for which some contract owes a report.
fn owed_quarters(register: &Register) -> BTreeSet<Quarter> {
    let owed = |contract: &Contract| {
        let reporting = register.regime_of(contract).reporting;
        let quarters: Vec<Quarter> = contract.quarters().collect();
        let owed = quarters.into_iter();
        owed.filter(|q| contract.expects_report(*q, reporting))
            .collect::<Vec<_>>()
    };
    register.contracts.values().flat_map(owed).collect()
}

fn of_quarter(register: &Register, score: &Scoreboard, quarter: Quarter) -> Vec<Office> {
    let answers = |contract: &&Contract| contract.quarters().any(|own| own == quarter);
    let contracts = register.contracts.values().filter(answers);
    contracts
        .map(|contract| Office::new(register, score, contract, quarter))
        .collect()
}
