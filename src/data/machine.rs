//! Values as machines read them: exact, the same in every language and version.

use crate::compute::{Aim, Figure, OfficeReport, Outcome, QuarterReport, State};
use crate::model::{
    Accumulation, Better, Capacity, Direction, Percent, Ratio, Standing, Target, Value,
};
use num_bigint::BigInt;
use std::fmt;

/// What stands for a completion that is promised or did not come.
const DONE: &str = "selesai";
const NOT_DONE: &str = "belum";

pub(crate) fn percent(percent: &Percent) -> String {
    percent.number().to_string()
}

/// What [`percent`] wrote.
pub(crate) fn read_percent(text: &str) -> Option<Percent> {
    let (numerator, denominator) = text.split_once('/').unwrap_or((text, "1"));
    let (numerator, denominator): (BigInt, BigInt) =
        (numerator.parse().ok()?, denominator.parse().ok()?);
    Ratio::of_big(numerator, denominator).map(Percent::new)
}

/// The decimal, or the ratio where it has no end.
pub(crate) fn figure(figure: &Figure) -> String {
    if figure.is_shown_exactly() {
        figure.shown().to_string()
    } else {
        figure.exact().to_string()
    }
}

pub(crate) fn target(target: Target) -> String {
    match target {
        Target::Amount(quantity) => quantity.to_string(),
        Target::Range { from, to } => range(from, to),
        Target::Rank(position) => position.to_string(),
        Target::Completion => DONE.to_owned(),
    }
}

fn range(from: impl fmt::Display, to: impl fmt::Display) -> String {
    format!("{from}..{to}")
}

pub(crate) fn value(value: Value) -> String {
    match value {
        Value::Amount(quantity) => quantity.to_string(),
        Value::Rank(position) => position.to_string(),
        Value::Completed(on) => on.to_string(),
        Value::NotCompleted => NOT_DONE.to_owned(),
    }
}

pub(crate) fn aim(aim: &Aim) -> String {
    match aim {
        Aim::Amount(amount) => figure(amount),
        Aim::Range(aimed) => range(figure(&aimed.from), figure(&aimed.to)),
        Aim::Rank(position) => position.to_string(),
        Aim::DoneBy(due) => due.to_string(),
    }
}

pub(crate) fn outcome(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Amount(amount) => figure(amount),
        Outcome::Rank(position) => position.to_string(),
        Outcome::Done(on) => on.to_string(),
        Outcome::NotDone { .. } => NOT_DONE.to_owned(),
    }
}

/// A target of the kind that `direction` has, as [`target`] wrote it.
pub(crate) fn read_target(text: &str, direction: &Direction) -> Option<Target> {
    match direction {
        Direction::Range(_) => {
            let (from, to) = text.split_once("..")?;
            let (from, to) = (from.parse().ok()?, to.parse().ok()?);
            Some(Target::Range { from, to })
        }
        Direction::Rank(_) => Some(Target::Rank(text.parse().ok()?)),
        Direction::Completion => (text == DONE).then_some(Target::Completion),
        _ => Some(Target::Amount(text.parse().ok()?)),
    }
}

/// A value of the kind that `direction` has, as [`value`] wrote it.
pub(crate) fn read_value(text: &str, direction: &Direction) -> Option<Value> {
    match direction {
        Direction::Rank(_) => Some(Value::Rank(text.parse().ok()?)),
        Direction::Completion if text == NOT_DONE => Some(Value::NotCompleted),
        Direction::Completion => Some(Value::Completed(text.parse().ok()?)),
        _ => Some(Value::Amount(text.parse().ok()?)),
    }
}

pub(crate) fn direction(direction: &Direction) -> &'static str {
    match direction {
        Direction::Up => "naik",
        Direction::Down => "turun",
        Direction::DownRatio => "turun-rasio",
        Direction::Range(Better::Lower) => "rentang-turun",
        Direction::Range(Better::Higher) => "rentang-naik",
        Direction::Range(Better::Inside) => "rentang-di-dalam",
        Direction::Rank(_) => "predikat",
        Direction::Completion => "tuntas",
    }
}

pub(crate) fn accumulation(accumulation: Accumulation) -> &'static str {
    match accumulation {
        Accumulation::Sum => "jumlah",
        Accumulation::Last => "akhir",
        Accumulation::Mean => "rata-rata",
    }
}

pub(crate) fn capacity(capacity: Capacity) -> &'static str {
    match capacity {
        Capacity::Definitive => "definitif",
        Capacity::Acting => "plt",
        Capacity::DailyActing => "plh",
    }
}

/// The state of a commitment that is in force.
pub(crate) fn state(state: State) -> &'static str {
    match state {
        State::Reached => "tercapai",
        State::NotReached => "tidak-tercapai",
        State::OnTrack => "sesuai-jalur",
        State::BelowTrack => "di-bawah-jalur",
        State::Late { .. } => "terlambat",
        State::Unavailable => UNAVAILABLE,
        State::NotDue => "belum-jatuh-tempo",
    }
}

/// Said not to be available yet.
pub(crate) const UNAVAILABLE: &str = "belum-tersedia";

/// In the place of a state: an amendment withdrew the commitment.
pub(crate) const WITHDRAWN: &str = "dicabut";

/// In the place of a state: the commitment was added without an amendment.
pub(crate) const UNDECLARED: &str = "tanpa-adendum";

pub(crate) fn standing(standing: Standing, state: State) -> &'static str {
    match standing {
        Standing::InForce => self::state(state),
        Standing::Dropped { .. } => WITHDRAWN,
        Standing::Undeclared { .. } => UNDECLARED,
    }
}

pub(crate) fn quarter_report(report: QuarterReport) -> &'static str {
    match report {
        QuarterReport::Reported { .. } => "dilaporkan",
        QuarterReport::Unavailable { .. } => UNAVAILABLE,
        QuarterReport::Late { .. } => "terlambat",
        QuarterReport::NotDue => "belum-jatuh-tempo",
        QuarterReport::NoDeadline => "tanpa-batas-lapor",
        QuarterReport::NotAsked => "tidak-diminta",
    }
}

pub(crate) fn office_report(report: OfficeReport) -> &'static str {
    match report {
        OfficeReport::Reported { .. } => "dilaporkan",
        OfficeReport::Late { .. } => "terlambat",
        OfficeReport::NotDue { .. } => "belum-jatuh-tempo",
        OfficeReport::NoDeadline => "tanpa-batas-lapor",
        OfficeReport::NotAsked => "tidak-diminta",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_of_a_range_is_written_as_exactly_as_that_of_an_amount() {
        let mean = |numbers: [&str; 3]| {
            let numbers = numbers.map(|number| number.parse().unwrap());
            Figure::mean(&numbers).unwrap()
        };
        let (from, to) = (mean(["7", "7", "8"]), mean(["8", "8", "8"]));
        assert_eq!(aim(&Aim::Amount(from.clone())), "22/3");
        assert_eq!(aim(&Aim::range(from, to)), "22/3..8");
    }

    #[test]
    fn what_is_written_is_read_again() {
        for text in ["97", "486/5", "0", "-1/3"] {
            let read = read_percent(text).map(|p| percent(&p));
            assert_eq!(read.as_deref(), Some(text));
        }
        for text in ["", "1/0", "a", "1.5"] {
            assert_eq!(read_percent(text), None, "{text}");
        }
        let range = Direction::Range(Better::Inside);
        for (text, direction) in [
            ("6.40", Direction::Down),
            ("80..90.5", range),
            ("selesai", Direction::Completion),
        ] {
            let read = read_target(text, &direction).map(target);
            assert_eq!(read.as_deref(), Some(text));
        }
        for (text, direction) in [
            ("-2", Direction::Up),
            ("2026-09-01", Direction::Completion),
            ("belum", Direction::Completion),
        ] {
            let read = read_value(text, &direction).map(value);
            assert_eq!(read.as_deref(), Some(text));
        }
    }
}
