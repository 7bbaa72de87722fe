//! When a quarter is closed, so that what was known of it then can be frozen.

use super::calendar::Case;
use crate::model::{Cutoff, CutoffBasis, Quarter, Register};

/// The day at whose end `quarter` is frozen: the latest deadline among the contracts that owe a
/// report of it, or its last day where no rule sets one. `None` where none owes a report.
pub fn cutoff(register: &Register, quarter: Quarter) -> Option<Cutoff> {
    // The rules' deadlines count from the quarter's end, whatever day it is.
    let today = quarter.end();
    let contracts = register.contracts.values();
    let cases = contracts.map(|contract| Case::new(register, &contract.id, today));
    let owing = cases.filter(|case| {
        let answers = case.quarters().any(|own| own == quarter);
        answers && case.expects_report(quarter)
    });
    let deadlines = owing.map(|case| case.deadline(quarter));
    // Without a deadline is less than any deadline.
    let latest = deadlines.max()?;
    Some(match latest {
        Some(day) => Cutoff {
            day,
            basis: CutoffBasis::Deadline,
        },
        None => Cutoff {
            day: quarter.end(),
            basis: CutoffBasis::QuarterEnd,
        },
    })
}
