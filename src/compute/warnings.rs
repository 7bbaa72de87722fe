//! What its makers should look at once the figures are known.

use super::cutoff::cutoff;
use super::evaluation::{ByFigures, Departure, Occurrence, evaluated_tenures};
use crate::check::Checked;
use crate::model::{Date, Decision, Quarter};
use crate::problem::{self, Problem, code};
use chrono::Months;
use std::collections::BTreeSet;

/// Every warning as of `today`, in the order in which they are told: those of the check, decisions
/// that depart from the figures without a reason, quarters that should be frozen, and a `security.txt` that is over.
///
/// The format requires a reason there, but this is no error: the outcome follows from results
/// that others report and revise on other days, and a rightful revision must not keep a site
/// from being published: of a decision the page says that no reason is recorded.
pub fn warnings_on(checked: &Checked, today: Date) -> Vec<Problem> {
    let (mut warnings, tenures) = rayon::join(
        || checked.warnings_on(today),
        || evaluated_tenures(&checked.register, today),
    );
    let occurrences = tenures.values().flatten().flat_map(|t| &t.occurrences);
    warnings.extend(occurrences.filter_map(|o| unexplained(checked, o)));
    warnings.extend(not_frozen(checked, today));
    warnings.extend(security_text(checked, today));
    let mut warnings = checked.without_set_aside(warnings);
    problem::sort(&mut warnings);
    warnings.dedup();
    warnings
}

fn unexplained(checked: &Checked, occurrence: &Occurrence) -> Option<Problem> {
    if occurrence.departure != Some(Departure::Unexplained) {
        return None;
    }
    let last = occurrence.records.last()?;
    let place = checked.decision_place(&last.file, last.place)?;
    let decision = match last.of(&checked.register).decision? {
        Decision::Met => "terpenuhi",
        Decision::NotMet => "tidak_terpenuhi",
        Decision::Extended { .. } => "diperpanjang",
    };
    let outcome = match occurrence.by_figures {
        ByFigures::Met { .. } => "terpenuhi",
        ByFigures::NotMet { .. } | ByFigures::Open { .. } => "tidak_terpenuhi",
    };
    let problem = Problem::warning(code::DEPARTS_WITHOUT_REASON, &place.file, place.span);
    Some(
        problem
            .with("decision", decision.to_owned())
            .with("outcome", outcome.to_owned()),
    )
}

/// A `security.txt` that is over, or holds for so long that nobody will know whether it still does: a year or more
/// (RFC 9116, 2.5.5).
fn security_text(checked: &Checked, today: Date) -> Option<Problem> {
    let expires = checked.security_expires()?;
    let code = if expires.date < today {
        code::SECURITY_EXPIRED
    } else if Some(expires.date) >= today.checked_add_months(Months::new(12)) {
        code::SECURITY_FOR_LONG
    } else {
        return None;
    };
    let problem = Problem::warning(code, &expires.file, expires.span);
    Some(problem.with("date", expires.date.to_string()))
}

/// Quarters whose deadline is over since changes are recorded, and that nobody froze.
fn not_frozen(checked: &Checked, today: Date) -> Vec<Problem> {
    let Some(since) = checked.recorded_since() else {
        return Vec::new();
    };
    let archives = &checked.register.archives;
    let over = to_be_frozen(checked, today).into_iter();
    let open = over.filter(|quarter| !archives.contains_key(quarter));
    open.map(|quarter| {
        Problem::warning(code::NOT_FROZEN, &since.file, since.span)
            .with("quarter", quarter.to_string())
    })
    .collect()
}

/// Quarters whose deadline is over since changes are recorded, whether or not they were frozen;
/// none on a site that asks for no record.
pub fn to_be_frozen(checked: &Checked, today: Date) -> BTreeSet<Quarter> {
    let Some(since) = checked.recorded_since() else {
        return BTreeSet::new();
    };
    let register = &checked.register;
    let quarters = register.contracts.values().flat_map(|c| c.quarters());
    let quarters: BTreeSet<Quarter> = quarters.collect();
    let is_over = |quarter: &Quarter| {
        let cutoff = cutoff(register, *quarter);
        cutoff.is_some_and(|c| since.date <= c.day && c.is_over(today))
    };
    quarters.into_iter().filter(is_over).collect()
}
