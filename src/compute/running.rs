//! Sums that grow from quarter to quarter, for charts and tables of `jumlah` indicators.

use super::judge::{Aim, Figure, Outcome, judge};
use super::scoreboard::IndicatorScore;
use crate::model::{Accumulation, Quantity, Target, Value};

/// A quarter in the sum since January.
#[derive(Clone, Debug, PartialEq)]
pub struct Running {
    /// Targets summed up to here, the year's own at the last quarter; none where this quarter
    /// has none.
    pub target: Option<Figure>,
    /// Reported amounts summed up to here; none where this quarter has none.
    pub actual: Option<Figure>,
    /// Whether the sum so far reaches the target so far, where both are there; open as long as
    /// a quarter with a target has no value.
    pub reached: Option<bool>,
}

/// The running sums of `score`, quarter by quarter; `None` unless its quarters are summed.
pub fn running_sums(score: &IndicatorScore) -> Option<Vec<Running>> {
    let indicator = &score.commitment.indicator;
    let (Accumulation::Sum, Target::Amount(year)) = (indicator.accumulation, indicator.target)
    else {
        return None;
    };
    let mut targets = Vec::new();
    let mut actuals = Vec::new();
    let mut has_gap = false;
    let sums = score.quarters.iter().map(|fact| {
        let is_final = fact.quarter == score.final_quarter;
        let target = match fact.target_of(indicator) {
            _ if is_final => Some(Figure::from(year)),
            Some(Target::Amount(own)) => sum_with(&mut targets, own),
            _ => None,
        };
        let actual = match fact.report.value() {
            Some(Value::Amount(own)) => sum_with(&mut actuals, own),
            _ => None,
        };
        has_gap |= fact.has_target() && fact.report.value().is_none();
        let both = target.clone().zip(actual.clone()).filter(|_| !has_gap);
        let reached = both.map(|(target, actual)| {
            let (aim, outcome) = (Aim::Amount(target), Outcome::Amount(actual));
            judge(&indicator.direction, aim, outcome, &[]).reached
        });
        Running {
            target,
            actual,
            reached,
        }
    });
    Some(sums.collect())
}

fn sum_with(so_far: &mut Vec<Quantity>, own: Quantity) -> Option<Figure> {
    so_far.push(own);
    Figure::sum(so_far)
}
