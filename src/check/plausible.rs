//! Figures that can be read, but hardly be right: a percentage that is none, a decimal point
//! that slipped, a figure far from what was promised. They are warnings, since now and then such a
//! figure is true.

mod counted;
mod promised;

use super::notes::Notes;
use crate::model::{
    Accumulation, Actual, Commitment, Contract, Indicator, Quantity, Quarter, Ratio, Report,
    Target, Value,
};
use crate::parse::Parsed;
use crate::parse::reader::NONE;
use crate::parse::report::RawReport;
use crate::problem::{Problem, code};
use crate::source::TextSpan;
use counted::{Miscount, miscount};
use promised::{Distance, Promise};
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

/// A percentage outside 0–100. `beside` is the key at whose side the warning can be set aside.
pub fn percentage(
    unit: Option<&str>,
    figure: Quantity,
    beside: &str,
    place: TextSpan,
    notes: &mut Notes,
) {
    if is_no_percentage(unit, figure) {
        let arguments: super::notes::Arguments =
            &[("text", &figure.normalized()), ("beside", &beside)];
        notes.warning(code::PERCENT_OUTSIDE, place, arguments);
    }
}

fn is_no_percentage(unit: Option<&str>, figure: Quantity) -> bool {
    unit == Some(PERCENT) && (figure.is_negative() || figure > Quantity::from(100))
}

/// As [`percentage`], for what was promised.
pub fn promised(unit: Option<&str>, target: Target, place: TextSpan, notes: &mut Notes) {
    match target {
        Target::Amount(amount) => percentage(unit, amount, "target", place, notes),
        Target::Range { from, to } => {
            percentage(unit, from, "target", place, notes);
            percentage(unit, to, "target", place, notes);
        }
        Target::Rank(_) | Target::Completion => {}
    }
}

/// A report of a quarter.
pub struct Told<'r> {
    pub quarter: Quarter,
    pub report: &'r Report,
    /// The file that it stands in.
    pub parsed: &'r Parsed<RawReport>,
    /// What was promised at the end of the quarter.
    pub in_force: Vec<Commitment>,
}

/// What one contract reported of one indicator, against what it reported before.
pub fn reported(
    contract: &Contract,
    indicator: &Indicator,
    reports: &[Told<'_>],
    problems: &mut Vec<Problem>,
) {
    let mut before = level_before(indicator);
    for told in reports {
        let parsed = told.parsed;
        let Some(figure) = amount_of(indicator, told.report) else {
            continue;
        };
        let place = || place_of(indicator, parsed);
        let mut notes = Notes::new(&parsed.file, problems);
        if is_no_percentage(indicator.unit_name(), figure) {
            percentage(indicator.unit_name(), figure, "nilai", place(), &mut notes);
            continue;
        }
        let promise = Promise::of(contract, &told.in_force, indicator, told.quarter);
        let slip = before.and_then(|before| Some((before, slip(before, figure)?)));
        if let Some((before, slip)) = slip.filter(|_| !promise.is_kept_nearly(figure)) {
            tell(figure, before, slip, place(), &mut notes);
        } else if let Some(wrong) = miscount(indicator, &promise, figure) {
            tell_miscount(figure, wrong, place(), &mut notes);
        } else if let Some(distance) = promise.distance(figure, before) {
            tell_distance(figure, distance, place(), &mut notes);
        } else {
            before = Some(figure);
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
    let meant = meant(figure, slip).unwrap_or_else(|| before.normalized().to_string());
    let arguments: super::notes::Arguments = &[
        ("text", &figure.normalized()),
        ("before", &before.normalized()),
        ("factor", &slip.2),
        ("near", &meant),
    ];
    notes.warning(code::DECIMAL_SLIP, place, arguments);
}

/// The figure that would have lost its decimal point by `slip`, as staff would write it: three decimals
/// with a zero behind them, since `7,425` may be read as thousands.
fn meant(figure: Quantity, slip: (i64, i64, &'static str)) -> Option<String> {
    let (times, over, _) = slip;
    let slipped = &Ratio::whole(over) / &Ratio::whole(times);
    let meant = &figure.ratio() * &slipped;
    let digits = figure.decimal().scale() + 3;
    let meant = Quantity::nearest(&meant, digits)?.normalized();
    let zero = if meant.decimal().scale() == 3 {
        "0"
    } else {
        ""
    };
    Some(format!("{meant}{zero}"))
}

fn tell_miscount(figure: Quantity, wrong: Miscount<'_>, place: TextSpan, notes: &mut Notes) {
    let (code, unit) = match wrong {
        Miscount::Negative(unit) => (code::NEGATIVE_COUNT, unit),
        Miscount::Fraction(unit) => (code::FRACTION_OF_COUNT, unit),
    };
    let arguments: super::notes::Arguments = &[("text", &figure.normalized()), ("unit", &unit)];
    notes.warning(code, place, arguments);
}

fn tell_distance(figure: Quantity, distance: Distance, place: TextSpan, notes: &mut Notes) {
    let target = distance.promised;
    let slip = slip(target, figure);
    let meant = slip.and_then(|slip| meant(figure, slip));
    let meant = meant.unwrap_or_else(|| NONE.to_owned());
    let arguments: super::notes::Arguments = &[
        ("text", &figure.normalized()),
        ("target", &target.normalized()),
        ("near", &meant),
    ];
    notes.warning(code::FAR_FROM_TARGET, place, arguments);
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
    fn what_was_meant_is_written_as_staff_would_write_it() {
        for (before, figure, wanted) in [
            ("310", "3800", "380"),
            ("81.2", "814", "81.4"),
            ("7.4", "74.25", "7.4250"),
            ("80", "0.795", "79.5"),
        ] {
            let figure = figure.parse().unwrap();
            let slip = slip(before.parse().unwrap(), figure).unwrap();
            assert_eq!(meant(figure, slip).as_deref(), Some(wanted));
        }
    }

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
