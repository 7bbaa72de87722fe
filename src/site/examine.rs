//! From what was read to what can be shown, or everything that stands in the way.

use super::addresses::addresses;
use super::ledger::Ledger;
use crate::check::check;
use crate::compute::warnings_on;
use crate::model::{Date, Register};
use crate::parse::Raw;
use crate::parse::place::Place;
use crate::problem::{self, Problem, code};
use crate::record::{Record, record};
use crate::source::{Past, Sources};
use chrono_tz::Tz;

/// What a site can be made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Sound {
    /// With what was promised in the place of what was silently changed.
    pub register: Register,
    pub record: Record,
    /// Violations of the record and warnings, in the order in which they are told.
    pub problems: Vec<Problem>,
    /// The pages that once stood, for their old addresses.
    pub ledger: Ledger,
    /// The day as of which all this holds.
    pub today: Date,
}

/// Checks the site, and holds its contracts, reports and pages against what `past` tells of them.
/// `today` says what day it is in a time zone.
///
/// # Errors
/// Every problem, warnings included, when one of them is an error.
pub fn examine(
    raw: &Raw,
    sources: &Sources,
    past: &Past,
    today: impl Fn(Tz) -> Date,
) -> Result<Sound, Vec<Problem>> {
    let checked = check(raw)?;
    let today = today(checked.register.site.time_zone);
    let mut problems = warnings_on(&checked, today);
    problems.retain(|problem| problem.code != code::NOT_FILLED || is_to_be_filled(problem, today));
    let told = record(raw, sources, checked.register, past, today);
    problems.extend(told.problems);
    let zone = told.register.site.time_zone;
    let ledger = Ledger::of(past, raw, told.record.reach, zone);
    let errors = addresses(raw, &told.register, today, &ledger);
    let is_sound = errors.is_empty();
    problems.extend(errors);
    problem::sort(&mut problems);
    if !is_sound {
        return Err(problems);
    }
    Ok(Sound {
        register: told.register,
        record: told.record,
        problems,
        ledger,
        today,
    })
}

/// Whether a file that is not filled in is for results of a quarter that is over: before, nobody need
/// be told.
fn is_to_be_filled(problem: &Problem, today: Date) -> bool {
    match Place::of(&problem.file) {
        Some(Ok(Place::Report(_, quarter))) => quarter.end() < today,
        _ => true,
    }
}
