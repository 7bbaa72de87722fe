//! Targets and values: of the right kind, and the quarters true to the year.

use super::notes::Notes;
use super::places::TermPlaces;
use super::regime::rank_at;
use crate::model::{
    Accumulation, Contract, Direction, FewMap, Indicator, Period, Quantity, Quarter, QuarterOfYear,
    Ratio, Regime, Reporting, Target, Value,
};
use crate::parse::contract::{RawQuarterly, RawTarget};
use crate::parse::reader::{NONE, Sp};
use crate::parse::report::RawValue;
use crate::problem::code;
use crate::source::TextSpan;
use num_bigint::BigInt;

/// The key of `arah`, by which messages tell what a direction wants.
fn key(direction: &Direction) -> &'static str {
    match direction {
        Direction::Up | Direction::Down | Direction::DownRatio => "angka",
        Direction::Range(_) => "rentang",
        Direction::Rank(_) => "predikat",
        Direction::Completion => "tuntas",
    }
}

/// A target of the kind that the direction wants.
pub fn target(
    target: &Sp<RawTarget>,
    direction: &Direction,
    regime: &Regime,
    notes: &mut Notes,
) -> Option<Target> {
    let span = target.span;
    match (direction, &target.value) {
        (Direction::Up | Direction::Down | Direction::DownRatio, RawTarget::Scalar(text)) => {
            notes.number(text, span).map(Target::Amount)
        }
        (Direction::Range(_), RawTarget::Range(range)) => {
            let (from, to) = (range.from.value, range.to.value);
            if to < from {
                return notes.refuse(code::RANGE_REVERSED, span, &[("from", &from), ("to", &to)]);
            }
            Some(Target::Range { from, to })
        }
        (Direction::Rank(scale), RawTarget::Scalar(text)) => {
            let text = Sp {
                value: text.clone(),
                span,
            };
            rank_at(regime.rank_scales.get(scale)?, &text, notes).map(Target::Rank)
        }
        (Direction::Completion, RawTarget::Scalar(text)) if text == "selesai" => {
            Some(Target::Completion)
        }
        _ => notes.refuse(code::TARGET_KIND, span, &[("wanted", &key(direction))]),
    }
}

/// The targets of the quarters that have one.
pub fn quarterly(
    quarters: Option<&Sp<RawQuarterly>>,
    direction: &Direction,
    regime: &Regime,
    notes: &mut Notes,
) -> Option<FewMap<QuarterOfYear, Target>> {
    let given = quarters
        .into_iter()
        .flat_map(|quarters| quarters.value.given());
    let read: Vec<_> = given
        .map(|(quarter, raw)| Some((quarter, target(raw, direction, regime, notes)?)))
        .collect();
    read.into_iter().collect()
}

/// A reported value of the kind that the direction wants.
pub fn value(
    value: &Sp<RawValue>,
    direction: &Direction,
    regime: &Regime,
    notes: &mut Notes,
) -> Option<Value> {
    let span = value.span;
    match (direction, &value.value) {
        (Direction::Completion, RawValue::Completed(done)) => Some(Value::Completed(done.on.value)),
        (Direction::Completion, RawValue::Scalar(text)) if text == "belum" => {
            Some(Value::NotCompleted)
        }
        (Direction::Rank(scale), RawValue::Scalar(text)) => {
            let text = Sp {
                value: text.clone(),
                span,
            };
            rank_at(regime.rank_scales.get(scale)?, &text, notes).map(Value::Rank)
        }
        (
            Direction::Up | Direction::Down | Direction::DownRatio | Direction::Range(_),
            RawValue::Scalar(text),
        ) => notes.number(text, span).map(Value::Amount),
        _ => notes.refuse(code::VALUE_KIND, span, &[("wanted", &key(direction))]),
    }
}

/// Whether an indicator's terms agree with each other, with the contract's dates and with what
/// the regime wants reported.
pub fn consistent(
    indicator: &Indicator,
    contract: &Contract,
    regime: &Regime,
    places: &TermPlaces,
    notes: &mut Notes,
) {
    let period = contract.period;
    within(indicator, period, places, notes);
    let year = contract.id.year;
    let counting = indicator.quarterly.keys().copied().filter(|of_year| {
        let quarter = Quarter::new(year, *of_year);
        counts(
            quarter,
            Some(indicator),
            contract,
            places.quarter(*of_year),
            notes,
        )
    });
    let counting: Vec<QuarterOfYear> = counting.collect();
    are_reported(&counting, indicator, contract, regime, places, notes);
    if !indicator.quarterly.is_empty() {
        quarters_make_the_year(indicator, period, places, notes);
    }
}

fn within(indicator: &Indicator, period: Period, places: &TermPlaces, notes: &mut Notes) {
    let id = &indicator.id;
    if let Some(due) = indicator.due.filter(|due| !period.contains(*due)) {
        notes.error(
            code::DUE_OUTSIDE,
            places.due(),
            &[("name", id), ("date", &due)],
        );
    }
}

/// Whether the contract answers for `quarter`, of an indicator or as a whole; an error if not.
/// Of a contract that answers for none, the dates themselves are wrong, which is told there.
pub fn counts(
    quarter: Quarter,
    indicator: Option<&Indicator>,
    contract: &Contract,
    place: TextSpan,
    notes: &mut Notes,
) -> bool {
    let known: Vec<Quarter> = contract.quarters().collect();
    let counts = known.contains(&quarter);
    if !counts && !known.is_empty() {
        let (period, signed) = (contract.period, contract.signed);
        let (why, date) = if quarter.start() > period.end {
            ("selesai", period.end)
        } else if signed > period.start {
            ("tanda_tangan", signed)
        } else {
            ("mulai", period.start)
        };
        let arguments: super::notes::Arguments = &[
            ("quarter", &quarter.of_year.key()),
            ("name", &indicator.map_or(NONE, |i| i.id.as_str())),
            ("why", &why),
            ("date", &date),
        ];
        notes.error(code::QUARTER_OUTSIDE, place, arguments);
    }
    counts
}

/// A target is for a quarter with a report: one of the regime's, or the contract's last. Told
/// once, at the first quarter that has none.
fn are_reported(
    quarters: &[QuarterOfYear],
    indicator: &Indicator,
    contract: &Contract,
    regime: &Regime,
    places: &TermPlaces,
    notes: &mut Notes,
) {
    let reported = |q: &Quarter| contract.expects_report(*q, regime.reporting);
    let year = contract.id.year;
    let unreported = quarters
        .iter()
        .filter(|q| !reported(&Quarter::new(year, **q)));
    let unreported: Vec<QuarterOfYear> = unreported.copied().collect();
    let Some(first) = unreported.first() else {
        return;
    };
    let keys: Vec<_> = unreported.iter().map(|quarter| quarter.key()).collect();
    let known = contract.quarters().filter(reported);
    let known: Vec<_> = known.map(|q| q.of_year.key()).collect();
    let reporting = match regime.reporting {
        Reporting::Quarterly => "triwulan",
        Reporting::HalfYearly => "semester",
        Reporting::Yearly => "tahun",
    };
    let arguments: super::notes::Arguments = &[
        ("name", &indicator.id),
        ("quarter", &keys.join(", ")),
        ("reporting", &reporting),
        ("known", &known.join(", ")),
    ];
    notes.error(
        code::QUARTER_NOT_REPORTED,
        places.quarter(*first),
        arguments,
    );
}

fn quarters_make_the_year(
    indicator: &Indicator,
    period: Period,
    places: &TermPlaces,
    notes: &mut Notes,
) {
    match indicator.accumulation {
        Accumulation::Last => last_is_target(indicator, period, places, notes),
        Accumulation::Sum => sum_is_target(indicator, places.quarters(), notes),
        Accumulation::Mean => mean_is_target(indicator, places.quarters(), notes),
    }
}

fn last_is_target(indicator: &Indicator, period: Period, places: &TermPlaces, notes: &mut Notes) {
    if indicator.due.is_some_and(|due| !period.contains(due)) {
        // Which quarter is the last is not known.
        return;
    }
    let last = QuarterOfYear::of(indicator.due.unwrap_or(period.end));
    let differs = |target: &&Target| **target != indicator.target;
    if indicator.quarterly.get(&last).filter(differs).is_some() {
        let arguments: super::notes::Arguments =
            &[("name", &indicator.id), ("quarter", &last.key())];
        notes.error(code::QUARTERS_LAST, places.quarter(last), arguments);
    }
}

/// The bounds of a target as numbers; ranks and completions have none.
fn bounds(target: &Target) -> Vec<Quantity> {
    match target {
        Target::Amount(amount) => vec![*amount],
        Target::Range { from, to } => vec![*from, *to],
        Target::Rank(_) | Target::Completion => Vec::new(),
    }
}

/// What the quarters add up to, beside the target, for each bound of it. Numbers are read so
/// short that a sum of four can't overflow.
fn sums(indicator: &Indicator) -> Vec<(Quantity, Quantity)> {
    let whole = bounds(&indicator.target).into_iter().enumerate();
    whole
        .map(|(i, whole)| {
            let mut parts = indicator
                .quarterly
                .values()
                .filter_map(|t| bounds(t).get(i).copied());
            let sum = parts.try_fold(Quantity::ZERO, Quantity::checked_add);
            (sum.expect("four numbers of 18 digits have a sum"), whole)
        })
        .collect()
}

fn sum_is_target(indicator: &Indicator, place: TextSpan, notes: &mut Notes) {
    let wrong = sums(indicator)
        .into_iter()
        .find(|(sum, whole)| sum != whole);
    let Some((sum, whole)) = wrong else {
        return;
    };
    let id = &indicator.id;
    let arguments: super::notes::Arguments = &[("name", id), ("sum", &sum), ("target", &whole)];
    let amounts = indicator.quarterly.values().flat_map(bounds);
    let amounts: Vec<_> = amounts.collect();
    let code = if keeps_rising(&amounts) && amounts.last() == Some(&whole) {
        code::QUARTERS_CUMULATIVE
    } else {
        code::QUARTERS_SUM
    };
    notes.error(code, place, arguments);
}

/// Whether amounts that should stand for themselves never fall, as running sums do.
fn keeps_rising(amounts: &[Quantity]) -> bool {
    amounts.first() < amounts.last() && amounts.windows(2).all(|pair| pair[0] <= pair[1])
}

/// A mean that has no end as a decimal may be rounded to the decimals of the target.
fn mean_is_target(indicator: &Indicator, place: TextSpan, notes: &mut Notes) {
    let count = Ratio::whole(indicator.quarterly.len() as i64);
    for (sum, whole) in sums(indicator) {
        let mean = &sum.ratio() / &count;
        if mean != whole.ratio() && !is_rounded(&mean, whole) {
            let shown = crate::model::Percent::new(mean).rounded(4);
            let arguments: super::notes::Arguments = &[
                ("name", &indicator.id),
                ("mean", &decimal(&shown)),
                ("target", &whole),
            ];
            notes.error(code::QUARTERS_MEAN, place, arguments);
        }
    }
}

/// Whether `whole` is `mean`, a fraction of thirds, rounded to as many decimals.
fn is_rounded(mean: &Ratio, whole: Quantity) -> bool {
    let thirds = mean.to_big().denom() % BigInt::from(3) == BigInt::from(0);
    let digits = whole.decimal().scale();
    thirds && crate::model::Percent::new(mean.clone()).rounded(digits) == whole.ratio()
}

/// At most four decimals, in plain notation.
fn decimal(ratio: &Ratio) -> String {
    let scaled = ratio.scaled(4).to_string();
    let number = scaled.parse::<i128>().unwrap_or(0);
    rust_decimal::Decimal::try_from_i128_with_scale(number, 4)
        .map_or(scaled, |number| number.normalize().to_string())
}

/// A target worse than where things stood: perhaps meant, perhaps the wrong direction.
pub fn against_baseline(indicator: &Indicator, place: TextSpan, notes: &mut Notes) {
    if is_against_baseline(indicator) {
        notes.warning(code::BASELINE_AGAINST, place, &[("name", &indicator.id)]);
    }
}

fn is_against_baseline(indicator: &Indicator) -> bool {
    let Some(baseline) = &indicator.baseline else {
        return false;
    };
    match (&indicator.direction, baseline.value, indicator.target) {
        (Direction::Up, Value::Amount(before), Target::Amount(target)) => target < before,
        (Direction::Down | Direction::DownRatio, Value::Amount(before), Target::Amount(target)) => {
            target > before
        }
        (Direction::Rank(_), Value::Rank(before), Target::Rank(target)) => target < before,
        _ => false,
    }
}

/// Weights: all or none of the indicators in force, 100 together.
pub fn weights<'i>(
    in_force: impl Iterator<Item = &'i Indicator> + Clone,
    place: TextSpan,
    notes: &mut Notes,
) {
    let weights: Vec<Quantity> = in_force.clone().filter_map(|i| i.weight).collect();
    if weights.is_empty() {
        return;
    }
    if let Some(without) = in_force
        .clone()
        .find(|indicator| indicator.weight.is_none())
    {
        notes.error(code::WEIGHTS_PARTIAL, place, &[("name", &without.id)]);
        return;
    }
    if weights.iter().any(|weight| !weight.is_positive()) {
        // Told where it stands.
        return;
    }
    let sum = weights
        .iter()
        .try_fold(Quantity::ZERO, |sum, weight| sum.checked_add(*weight));
    if let Some(sum) = sum.filter(|sum| *sum != Quantity::from(100)) {
        notes.error(code::WEIGHTS_SUM, place, &[("sum", &sum)]);
    }
}
