//! Figures that can be read, but hardly be right: a percentage that is none, a decimal point
//! that slipped. They are warnings, since now and then such a figure is true.

use super::notes::Notes;
use crate::model::{
    Accumulation, Actual, Contract, Direction, Indicator, Quantity, Quarter, QuarterOfYear, Ratio,
    Report, Target, Value,
};
use crate::parse::Parsed;
use crate::parse::report::RawReport;
use crate::problem::{Problem, code};
use crate::source::TextSpan;
use rust_decimal::Decimal;

/// The unit whose figures lie between 0 and 100.
const PERCENT: &str = "persen";

/// Powers of ten by which a decimal point slips, and their signs on a message.
const SLIPS: [(i64, i64, &str); 6] = [
    (10, 1, "10 ×"),
    (100, 1, "100 ×"),
    (1000, 1, "1000 ×"),
    (1, 10, "1/10"),
    (1, 100, "1/100"),
    (1, 1000, "1/1000"),
];

/// A percentage outside 0–100.
pub fn percentage(unit: Option<&str>, figure: Quantity, place: TextSpan, notes: &mut Notes) {
    if is_no_percentage(unit, figure) {
        notes.warning(code::PERCENT_OUTSIDE, place, &[("text", &figure)]);
    }
}

fn is_no_percentage(unit: Option<&str>, figure: Quantity) -> bool {
    unit == Some(PERCENT) && (figure.is_negative() || figure > Quantity::from(100))
}

/// As [`percentage`], for what was promised.
pub fn promised(unit: Option<&str>, target: Target, place: TextSpan, notes: &mut Notes) {
    match target {
        Target::Amount(amount) => percentage(unit, amount, place, notes),
        Target::Range { from, to } => {
            percentage(unit, from, place, notes);
            percentage(unit, to, place, notes);
        }
        Target::Rank(_) | Target::Completion => {}
    }
}

/// A report of a quarter, and the file that it stands in.
pub type Told<'r> = (Quarter, &'r Report, &'r Parsed<RawReport>);

/// What one contract reported of one indicator, against what it reported before.
pub fn reported(
    contract: &Contract,
    indicator: &Indicator,
    reports: &[Told<'_>],
    problems: &mut Vec<Problem>,
) {
    let mut before = level_before(indicator);
    for (quarter, report, parsed) in reports {
        let Some(figure) = amount_of(indicator, report) else {
            continue;
        };
        let place = || place_of(indicator, parsed);
        let mut notes = Notes::new(&parsed.file, problems);
        if is_no_percentage(indicator.unit_name(), figure) {
            percentage(indicator.unit_name(), figure, place(), &mut notes);
            continue;
        }
        let slip = before.and_then(|before| Some((before, slip(before, figure)?)));
        match slip.filter(|_| !is_as_promised(contract, indicator, *quarter, figure)) {
            Some((before, slip)) => tell(figure, before, slip, place(), &mut notes),
            None => before = Some(figure),
        }
    }
}

fn tell(
    figure: Quantity,
    before: Quantity,
    slip: (i64, i64, &'static str),
    place: TextSpan,
    notes: &mut Notes,
) {
    let (times, over, factor) = slip;
    let slipped = &Ratio::whole(over.into()) / &Ratio::whole(times.into());
    let meant = &figure.ratio() * &slipped;
    let digits = figure.decimal().scale() + 3;
    let meant = Quantity::nearest(&meant, digits).unwrap_or(before);
    let arguments: super::notes::Arguments = &[
        ("text", &figure),
        ("before", &before),
        ("factor", &factor),
        ("near", &meant),
    ];
    notes.warning(code::DECIMAL_SLIP, place, arguments);
}

/// What a first quarter is compared with: where things stood, for what is reported as a level.
fn level_before(indicator: &Indicator) -> Option<Quantity> {
    let level = indicator.accumulation != Accumulation::Sum;
    match indicator.baseline.as_ref()?.value {
        Value::Amount(amount) if level => Some(amount),
        _ => None,
    }
}

fn amount_of(indicator: &Indicator, report: &Report) -> Option<Quantity> {
    match report.actuals.get(&indicator.id)?.actual {
        Actual::Reported(Value::Amount(amount)) => Some(amount),
        _ => None,
    }
}

fn place_of(indicator: &Indicator, parsed: &Parsed<RawReport>) -> TextSpan {
    let record = parsed.record.as_ref();
    let actual = record.and_then(|record| {
        let mut actuals = record.actuals.0.iter();
        actuals.find(|(id, _)| id.value == indicator.id)
    });
    let value = actual.and_then(|(_, actual)| actual.value.value.as_ref());
    value.map_or(TextSpan::START, |value| value.span)
}

/// By which power of ten `figure` lies off `before`: within a third of it, as a figure would
/// that changed as figures do and then lost its decimal point.
fn slip(before: Quantity, figure: Quantity) -> Option<(i64, i64, &'static str)> {
    if !before.is_positive() || !figure.is_positive() {
        return None;
    }
    let near = |(times, over, _): &(i64, i64, &str)| {
        is_within(figure, *over, before, *times, Factor { times: 3, over: 2 })
    };
    SLIPS.into_iter().find(near)
}

/// A figure of the size that was promised for its quarter is no slip, whatever came before.
fn is_as_promised(
    contract: &Contract,
    indicator: &Indicator,
    quarter: Quarter,
    figure: Quantity,
) -> bool {
    let in_force = contract.commitments_on(quarter.end());
    let mut in_force = in_force
        .iter()
        .map(|commitment| commitment.indicator.as_ref());
    let now = in_force.find(|now| now.id == indicator.id);
    let now = now.unwrap_or(indicator);
    let last = quarter.of_year == QuarterOfYear::of(now.due.unwrap_or(contract.period.end));
    let yearly = (last && now.accumulation != Accumulation::Sum).then_some(&now.target);
    let target = now.quarterly.get(&quarter.of_year).or(yearly);
    let promised = target.and_then(|target| match (target, &now.direction) {
        (Target::Amount(amount), Direction::Up | Direction::Down | Direction::DownRatio) => {
            Some(*amount)
        }
        (Target::Range { from, .. }, _) => Some(*from),
        _ => None,
    });
    let thrice = Factor { times: 3, over: 1 };
    promised.is_some_and(|promised| is_within(figure, 1, promised, 1, thrice))
}

/// How far two figures may lie apart: `times`/`over`.
#[derive(Clone, Copy)]
struct Factor {
    times: i64,
    over: i64,
}

/// Whether `a` × `of_a` is at most the factor times `b` × `of_b`, and the reverse. Where the
/// products are too long for a decimal, nothing is said: this is a suspicion, not a figure.
fn is_within(a: Quantity, of_a: i64, b: Quantity, of_b: i64, factor: Factor) -> bool {
    let product = |figure: Quantity, times: i64, of: i64| {
        figure.decimal().checked_mul(Decimal::from(times * of))
    };
    let at_most = |left: Option<Decimal>, right: Option<Decimal>| {
        left.zip(right).is_some_and(|(left, right)| left <= right)
    };
    at_most(
        product(a, factor.over, of_a),
        product(b, factor.times, of_b),
    ) && at_most(
        product(b, factor.over, of_b),
        product(a, factor.times, of_a),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slipped_decimal_point_is_known_by_the_power_of_ten() {
        let cases = [
            ("7.6", "76", Some("10 ×")),
            ("7.6", "74.1", Some("10 ×")),
            ("7.6", "0.75", Some("1/10")),
            ("7.6", "760", Some("100 ×")),
            ("1620", "1.62", Some("1/1000")),
            ("1620", "1620000", Some("1000 ×")),
            ("7.6", "30", None),
            ("7.6", "15.2", None),
            ("7.6", "7.6", None),
            ("0", "76", None),
            ("-4", "40", None),
        ];
        for (before, figure, expected) in cases {
            let found = slip(before.parse().unwrap(), figure.parse().unwrap());
            assert_eq!(
                found.map(|(_, _, words)| words),
                expected,
                "{before} {figure}"
            );
        }
    }
}
