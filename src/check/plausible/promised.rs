//! How far a figure lies from what was promised for its quarter.

use super::{Factor, is_within};
use crate::model::{
    Accumulation, Commitment, Contract, Direction, Indicator, Quantity, Quarter, QuarterOfYear,
    Target,
};

/// A figure this many times what it is held against is hardly right.
const FAR: Factor = Factor { times: 10, over: 1 };

/// As [`FAR`], where less is better and nothing but the target is known: a bad year may well be many
/// times a small target.
const FAR_BELOW_IS_BETTER: Factor = Factor { times: 50, over: 1 };

/// What a contract promises of one indicator for a quarter, as far as it is an amount.
pub struct Promise {
    /// For that very quarter.
    pub quarter: Option<Quantity>,
    /// What a figure is held against: of a sum the quarter's, of a level whatever is more.
    pub held: Option<Quantity>,
    pub year: Option<Quantity>,
    is_percent: bool,
    less_is_better: bool,
}

/// A figure that lies far from what was promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distance {
    pub promised: Quantity,
}

impl Promise {
    /// The promise among those `in_force` at the end of `quarter`.
    pub fn of(
        contract: &Contract,
        in_force: &[Commitment],
        indicator: &Indicator,
        quarter: Quarter,
    ) -> Self {
        let mut in_force = in_force
            .iter()
            .map(|commitment| commitment.indicator.as_ref());
        let now = in_force.find(|now| now.id == indicator.id);
        let now = now.unwrap_or(indicator);
        let last = quarter.of_year == QuarterOfYear::of(now.due.unwrap_or(contract.period.end));
        let yearly = (last && now.accumulation != Accumulation::Sum).then_some(&now.target);
        let own = now.quarterly.get(&quarter.of_year).or(yearly);
        let own = own.and_then(|target| amount(target, &now.direction));
        let year = amount(&now.target, &now.direction);
        let is_sum = now.accumulation == Accumulation::Sum;
        let held = if is_sum { own.or(year) } else { own.max(year) };
        Self {
            quarter: own,
            held,
            year,
            is_percent: indicator.unit_name() == Some(super::PERCENT),
            less_is_better: matches!(now.direction, Direction::Down | Direction::DownRatio),
        }
    }

    /// A figure of the size that was promised for its quarter is no slip, whatever came before.
    pub fn is_kept_nearly(&self, figure: Quantity) -> bool {
        let thrice = Factor { times: 3, over: 1 };
        let promised = self.quarter;
        promised.is_some_and(|promised| is_within(figure, 1, promised, 1, thrice))
    }

    /// That `figure` is hardly right; `None` where it may be, and where nothing says how large it
    /// should be. `before` is what stood there before it.
    pub fn distance(&self, figure: Quantity, before: Option<Quantity>) -> Option<Distance> {
        if !figure.is_positive() {
            return None;
        }
        let promised = self.held.filter(|held| held.is_positive())?;
        let far = |promised| Some(Distance { promised });
        if self.is_share_of_one(figure, promised, before) {
            return far(self.quarter.unwrap_or(promised));
        }
        let alone = if self.less_is_better {
            FAR_BELOW_IS_BETTER
        } else {
            FAR
        };
        let is_larger = match before.filter(|before| before.is_positive()) {
            Some(before) => is_times(figure, promised, FAR) && is_times(figure, before, FAR),
            None => is_times(figure, promised, alone),
        };
        if is_larger && self.year.is_none_or(|year| figure > year) {
            return far(self.quarter.unwrap_or(promised));
        }
        None
    }

    /// 0,795 where 79,5 percent were meant.
    fn is_share_of_one(
        &self,
        figure: Quantity,
        promised: Quantity,
        before: Option<Quantity>,
    ) -> bool {
        let one = Quantity::from(1);
        self.is_percent
            && !self.less_is_better
            && figure <= one
            && promised > Quantity::from(10)
            && before.is_none_or(|before| before > one)
    }
}

fn amount(target: &Target, direction: &Direction) -> Option<Quantity> {
    match (target, direction) {
        (Target::Amount(amount), Direction::Up | Direction::Down | Direction::DownRatio) => {
            Some(*amount)
        }
        (Target::Range { from, .. }, _) => Some(*from),
        _ => None,
    }
}

/// Whether `figure` is `factor` times `other` or more.
fn is_times(figure: Quantity, other: Quantity, factor: Factor) -> bool {
    figure > other && !is_within(figure, 1, other, 1, factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Option<Quantity> {
        text.parse().ok()
    }

    /// Unit, target, the figure before (`-` for none), the figure; whether it is hardly right.
    const FIGURES: [(&str, &str, &str, &str, bool); 12] = [
        ("persen", "80", "-", "0.795", true),
        ("persen", "80", "0.4", "0.795", false),
        ("persen", "5", "-", "0.795", false),
        ("unit", "300", "-", "31000", true),
        ("unit", "300", "-", "310", false),
        ("unit", "300", "-", "12", false),
        ("hari", "6", "-", "600", true),
        ("hari", "6", "6", "132", true),
        // A bad year before: it may be as bad again.
        ("hari", "6", "120", "132", false),
        ("hari", "6", "-", "90", false),
        ("unit", "0", "-", "31000", false),
        ("unit", "300", "-", "0", false),
    ];

    #[test]
    fn a_figure_far_from_its_target_is_known_also_where_none_came_before() {
        for (unit, target, before, figure, is_far) in FIGURES {
            let promise = Promise {
                quarter: amount(target),
                held: amount(target),
                year: amount(target),
                is_percent: unit == "persen",
                less_is_better: unit == "hari",
            };
            let figure_read = amount(figure).unwrap();
            let found = promise.distance(figure_read, amount(before));
            assert_eq!(found.is_some(), is_far, "{figure} {unit} of {target}");
        }
    }
}
