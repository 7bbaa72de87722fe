//! Whether reported amounts of a sum look like running sums.

use crate::model::{Indicator, Quantity, QuarterOfYear, Ratio, Target};
use std::collections::BTreeMap;

/// How much better the figures must fit as running sums than as each quarter's own amounts.
/// Below this they say too little to bother anybody: good years rise as well.
const EVIDENCE: i64 = 2;

/// Whether `amounts` look like running sums of `indicator`: they never fall, together they
/// overshoot the target, and what was added from report to report lies far nearer to the targets
/// than the amounts themselves do. Without targets for the quarters, the last amount alone must
/// come near the whole.
pub fn looks_cumulative(
    indicator: &Indicator,
    amounts: &BTreeMap<QuarterOfYear, Quantity>,
) -> bool {
    let Target::Amount(whole) = indicator.target else {
        return false;
    };
    let values: Vec<Ratio> = amounts.values().map(|amount| amount.ratio()).collect();
    let whole = whole.ratio();
    let rises = values.first() < values.last() && values.windows(2).all(|w| w[0] <= w[1]);
    if !rises || values.iter().cloned().sum::<Ratio>() <= whole {
        return false;
    }
    match targets(indicator) {
        Some(targets) => fit_as_running_sums(amounts, &targets),
        None => values.last().is_some_and(|last| is_near(last, &whole)),
    }
}

/// The targets of the quarters, where they are amounts.
fn targets(indicator: &Indicator) -> Option<BTreeMap<QuarterOfYear, Ratio>> {
    let amount = |(quarter, target): (&QuarterOfYear, &Target)| match target {
        Target::Amount(amount) => Some((*quarter, amount.ratio())),
        _ => None,
    };
    let targets: Option<BTreeMap<_, _>> = indicator.quarterly.iter().map(amount).collect();
    targets.filter(|targets| !targets.is_empty())
}

fn fit_as_running_sums(
    amounts: &BTreeMap<QuarterOfYear, Quantity>,
    targets: &BTreeMap<QuarterOfYear, Ratio>,
) -> bool {
    let mut before = (Ratio::ZERO, Ratio::ZERO);
    let (mut as_sums, mut as_amounts) = (Ratio::ZERO, Ratio::ZERO);
    for (quarter, amount) in amounts {
        let amount = amount.ratio();
        let so_far = targets.range(..=quarter);
        let promised: Ratio = so_far.map(|(_, target)| target.clone()).sum();
        let own = targets.get(quarter).cloned().unwrap_or(Ratio::ZERO);
        let added = &(&amount - &before.0) - &(&promised - &before.1);
        as_sums = &as_sums + &added.absolute();
        as_amounts = &as_amounts + &(&amount - &own).absolute();
        before = (amount, promised);
    }
    &as_sums * &Ratio::whole(EVIDENCE) <= as_amounts
}

/// Within a quarter of it.
fn is_near(last: &Ratio, whole: &Ratio) -> bool {
    &(last - whole).absolute() * &Ratio::whole(4) <= whole.absolute()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Accumulation, Direction, IndicatorId, Rare};

    fn indicator(whole: &str, quarters: &str) -> Indicator {
        let amount = |text: &str| Target::Amount(text.parse().unwrap());
        Indicator {
            id: IndicatorId::new("wub").unwrap(),
            name: "Wirausaha baru".into(),
            unit: None,
            direction: Direction::Up,
            accumulation: Accumulation::Sum,
            baseline: None,
            target: amount(whole),
            quarterly: by_quarter(quarters, amount).into_iter().collect(),
            due: None,
            weight: None,
            formula: None,
            source: None,
            rare: Rare::default(),
        }
    }

    /// `10/-/30`, with `-` for a quarter that has none.
    fn by_quarter<T>(text: &str, read: impl Fn(&str) -> T) -> BTreeMap<QuarterOfYear, T> {
        let parts = QuarterOfYear::ALL.into_iter().zip(text.split('/'));
        let given = parts.filter(|(_, part)| !["-", ""].contains(part));
        given.map(|(quarter, part)| (quarter, read(part))).collect()
    }

    #[test]
    fn running_sums_are_known_and_good_years_are_left_alone() {
        // Target, the quarters' targets, reported, suspicious.
        let cases = [
            ("100", "10/20/30/40", "10/30/60/100", true),
            ("100", "10/20/30/40", "9/28/55/92", true),
            ("100", "10/20/30/40", "6/18/40/75", true),
            ("400", "100/100/100/100", "90/190/280", true),
            ("400", "100/100/100/100", "90/-/290/410", true),
            ("100", "25/25/25/25", "25/50/75/100", true),
            ("100", "", "10/30/60/100", true),
            ("100", "", "20/-/55/80", true),
            // Each quarter's own, rising and beyond its target.
            ("100", "25/25/25/25", "25/27/28/30", false),
            ("100", "10/20/30/40", "12/22/33/45", false),
            ("100", "25/25/25/25", "26/30/36/44", false),
            ("100", "5/5/5/85", "5/6/7/95", false),
            ("60", "12/16/16/16", "13/15/18/20", false),
            ("100", "25/25/25/25", "25/27/28/70", false),
            ("100", "", "25/27/28/30", false),
            ("100", "", "20/25/30/40", false),
            // Running sums that don't overshoot say nothing yet, nor do figures that fall.
            ("100", "10/20/30/40", "10/30", false),
            ("100", "10/20/30/40", "30/60/50", false),
            ("100", "10/20/30/40", "100", false),
        ];
        for (whole, targets, reported, expected) in cases {
            let amounts = by_quarter(reported, |text| text.parse().unwrap());
            let found = looks_cumulative(&indicator(whole, targets), &amounts);
            assert_eq!(found, expected, "{targets} {reported}");
        }
    }
}
