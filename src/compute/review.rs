//! A site as of one day: checked, with its record, and all that its makers should look at.

use super::warnings::warnings_on;
use crate::check::check;
use crate::model::{Date, Register};
use crate::parse::Raw;
use crate::problem::{self, Problem};
use crate::record::{Record, record};
use crate::source::{Past, Sources};

/// A site without errors.
#[derive(Clone, Debug, PartialEq)]
pub struct Reviewed {
    /// With what was promised in the place of what was silently changed.
    pub register: Register,
    pub record: Record,
    /// Violations of the record and warnings, in the order in which they are told.
    pub problems: Vec<Problem>,
    pub today: Date,
}

/// Checks everything that was read, as of the day that `today` says it is in the site's time
/// zone.
///
/// # Errors
/// Every problem, if one of them is an error.
pub fn review(
    raw: &Raw,
    sources: &Sources,
    past: &Past,
    today: impl Fn(chrono_tz::Tz) -> Date,
) -> Result<Reviewed, Vec<Problem>> {
    let checked = check(raw)?;
    let today = today(checked.register.site.time_zone);
    let mut problems = warnings_on(&checked, today);
    let told = record(raw, sources, checked.register, past, today);
    problems.extend(told.problems);
    problem::sort(&mut problems);
    Ok(Reviewed {
        register: told.register,
        record: told.record,
        problems,
        today,
    })
}
