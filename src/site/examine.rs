//! From what was read to what can be shown, or everything that stands in the way.

use super::addresses::addresses;
use super::ledger::Ledger;
use crate::check::check;
use crate::compute::warnings_on;
use crate::model::{Date, Register};
use crate::parse::Raw;
use crate::problem::{self, Problem};
use crate::source::Past;
use chrono_tz::Tz;

/// What a site can be made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Sound {
    pub register: Register,
    /// What its makers should still look at.
    pub warnings: Vec<Problem>,
    /// The pages that once stood, for their old addresses.
    pub ledger: Ledger,
}

/// Checks the site, and holds its pages against those that `past` tells of. `today` says what
/// day it is in a time zone.
///
/// # Errors
/// Every problem, warnings included, when one of them is an error.
pub fn examine(raw: &Raw, past: &Past, today: impl Fn(Tz) -> Date) -> Result<Sound, Vec<Problem>> {
    let checked = check(raw)?;
    let today = today(checked.register.site.time_zone);
    let mut warnings = warnings_on(&checked, today);
    let ledger = Ledger::of(past, raw, &checked.register.site);
    let errors = addresses(raw, &checked.register, today, &ledger);
    if !errors.is_empty() {
        warnings.extend(errors);
        problem::sort(&mut warnings);
        return Err(warnings);
    }
    Ok(Sound {
        register: checked.register,
        warnings,
        ledger,
    })
}
