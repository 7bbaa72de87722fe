//! From `Raw*` types to the [`Register`]: every reference followed, every rule of the format
//! that compares one value with another.
//!
//! It finds every problem it can at once and gives a register only when none is an error. It
//! never reads text (that is `parse`'s), never computes capaian and never asks the clock.

mod amendment;
mod cascade;
mod contract;
mod cycle;
mod document;
mod evaluation;
mod indicator;
mod notes;
mod organisation;
mod regime;
mod report;
mod site;
mod target;

#[cfg(test)]
mod tests;

use crate::model::{ContractId, Date, Quarter, Register};
use crate::parse::reader::Sp;
use crate::parse::scalar::MediaPath;
use crate::parse::{Parsed, Raw};
use crate::problem::{self, Problem, Severity, code};
use crate::source::TextSpan;
use notes::Notes;
use std::collections::BTreeMap;

/// A register and what its makers should still look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    pub register: Register,
    pub warnings: Vec<Problem>,
    /// Where each report says when it was reported.
    report_dates: BTreeMap<(ContractId, Quarter), (String, TextSpan)>,
}

/// Checks everything that was read. The problems of reading are among those it returns.
pub fn check(raw: &Raw) -> Result<Checked, Vec<Problem>> {
    let mut problems: Vec<Problem> = raw.problems().cloned().collect();
    let register = register(raw, &mut problems);
    problem::sort(&mut problems);
    let failed = problems.iter().any(|p| p.severity == Severity::Error);
    match register {
        Some(register) if !failed => Ok(Checked {
            register,
            warnings: problems,
            report_dates: report_dates(raw),
        }),
        _ => Err(problems),
    }
}

/// Reports that are dated after `today`: a slip, or a promise about the future.
pub fn against_date(checked: &Checked, today: Date) -> Vec<Problem> {
    let reports = checked.register.reports.iter();
    let mut problems: Vec<Problem> = reports
        .filter(|(_, report)| report.reported > today)
        .filter_map(|(key, report)| {
            let (file, span) = checked.report_dates.get(key)?;
            let problem = Problem::warning(code::REPORTED_IN_FUTURE, file, *span);
            Some(problem.with("date", report.reported.to_string()))
        })
        .collect();
    problem::sort(&mut problems);
    problems
}

fn register(raw: &Raw, problems: &mut Vec<Problem>) -> Option<Register> {
    let site = site::site(raw, problems);
    let regimes = regime::regimes(raw, problems);
    let opds = organisation::opds(raw, problems);
    let posts = organisation::posts(raw, problems);
    let people = organisation::people(raw, problems);
    let contracts = contract::contracts(raw, &regimes, &people, problems);
    let reports = report::reports(raw, &regimes, &contracts, problems);
    let evaluations = evaluation::evaluations(raw, &regimes, &contracts, problems);
    let pages = site::pages(raw, problems);
    Some(Register {
        site: site?,
        regimes,
        opds,
        posts,
        people,
        contracts,
        reports,
        evaluations,
        pages,
        media: raw.media.clone(),
    })
}

fn report_dates(raw: &Raw) -> BTreeMap<(ContractId, Quarter), (String, TextSpan)> {
    let reports = raw.reports.iter();
    reports
        .filter_map(|(key, parsed)| {
            let span = parsed.record.as_ref()?.reported.span;
            Some((key.clone(), (parsed.file.clone(), span)))
        })
        .collect()
}

/// Checks each file that could be read.
fn each<K: Ord + Clone, T, M>(
    files: &BTreeMap<K, Parsed<T>>,
    problems: &mut Vec<Problem>,
    mut check: impl FnMut(&K, &T, &mut Notes) -> Option<M>,
) -> BTreeMap<K, M> {
    let files = files.iter();
    files
        .filter_map(|(id, parsed)| {
            let mut notes = Notes::new(&parsed.file, problems);
            let checked = check(id, parsed.record.as_ref()?, &mut notes)?;
            Some((id.clone(), checked))
        })
        .collect()
}

fn file_exists(path: &Sp<MediaPath>, raw: &Raw, notes: &mut Notes) {
    if !raw.media.contains(&path.value.0) {
        notes.unknown::<()>(code::NO_MEDIA, path.span, &path.value.0, &raw.media);
    }
}
