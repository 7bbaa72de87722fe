//! Changes written into the result files, in memory: what nobody asked for stays as it is.

use super::change::{Change, What, Written};
use super::written::unambiguous;
use crate::edit::{Document, EditError, Value, Why};
use crate::model::{Actual, Contract, ContractId, Quarter, Register};
use crate::parse::place::report_file;
use crate::problem::{Problem, code};
use crate::source::Sources;
use std::collections::BTreeMap;

/// Result files as they would be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edited {
    /// By path below `content/`; only those that change.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What hinders.
    pub problems: Vec<Problem>,
}

/// Writes `changes`, of each report in the order of [`Change::place`], into the result files of `sources`.
pub fn apply(changes: &[Change], sources: &Sources, register: &Register) -> Edited {
    let mut by_report: BTreeMap<(&ContractId, Quarter), Vec<&Change>> = BTreeMap::new();
    for change in changes {
        let key = (&change.contract, change.quarter);
        by_report.entry(key).or_default().push(change);
    }
    let mut edited = Edited::default();
    for ((contract, quarter), changes) in by_report {
        let file = report_file(contract, quarter);
        let bytes = sources.files.get(&file).map_or(&[][..], Vec::as_slice);
        match report(&file, bytes, &changes, &register.contracts[contract]) {
            Ok(new) if new == bytes => {}
            Ok(new) => drop(edited.files.insert(file, new)),
            Err(error) => edited.problems.push(problem(error)),
        }
    }
    edited
}

fn report(
    file: &str,
    bytes: &[u8],
    changes: &[&Change],
    contract: &Contract,
) -> Result<Vec<u8>, EditError> {
    let mut document = Document::open(file, bytes)?;
    let commitments = contract.commitments_on(crate::model::Date::MAX);
    let commitments = commitments.iter().map(|own| own.indicator.id.as_str());
    let programs = contract.programs.iter().map(|program| program.id.as_str());
    let orders = Orders {
        commitments: commitments.collect(),
        programs: programs.collect(),
    };
    for change in changes {
        write(&mut document, &change.what, &orders)?;
    }
    take_blanks_out(&mut document, ACTUALS, &orders.commitments, is_blank_actual)?;
    take_blanks_out(&mut document, ABSORBED, &orders.programs, is_blank_amount)?;
    Ok(document.bytes())
}

/// Takes out what a file was prepared with and nobody has filled in: once anything is, an empty
/// key is a mistake. The comments of its rows stay.
fn take_blanks_out(
    document: &mut Document,
    key: &str,
    ids: &[&str],
    is_blank: fn(&Document, &str) -> bool,
) -> Result<(), EditError> {
    let there = ids.iter().filter(|id| document.contains(&[key, id]));
    let (blank, filled): (Vec<&str>, Vec<&str>) =
        there.copied().partition(|id| is_blank(document, id));
    if filled.is_empty() && !blank.is_empty() {
        return document.remove(&[key]);
    }
    blank
        .into_iter()
        .try_for_each(|id| document.remove(&[key, id]))
}

/// Whether a row says nothing but an empty `nilai`: what else is in it, somebody has written.
fn is_blank_actual(document: &Document, id: &str) -> bool {
    document.keys(&[ACTUALS, id]) == ["nilai"] && has_empty_value(document, id)
}

fn has_empty_value(document: &Document, id: &str) -> bool {
    let path = [ACTUALS, id, "nilai"];
    let is_done = document.contains(&[ACTUALS, id, "nilai", "selesai"]);
    document.contains(&path) && document.get(&path).is_none() && !is_done
}

fn is_blank_amount(document: &Document, id: &str) -> bool {
    document.get(&[ABSORBED, id]).is_none()
}

/// In which order a contract has them.
struct Orders<'o> {
    commitments: Vec<&'o str>,
    programs: Vec<&'o str>,
}

const ACTUALS: &str = "realisasi";
const ABSORBED: &str = "serapan_sampai_kini";

fn write(document: &mut Document, what: &What, orders: &Orders<'_>) -> Result<(), EditError> {
    match what {
        What::Reported { now, .. } => document.set(&["dilaporkan"], &Value::plain(now)),
        What::Absorbed { program, now, .. } => {
            let now = unambiguous(*now);
            let path = [ABSORBED, program.as_str()];
            document.set_in_order(&path, &Value::plain(now), &orders.programs)
        }
        What::Text {
            indicator,
            key,
            now,
            ..
        } => {
            let path = [ACTUALS, indicator.as_str(), key];
            document.set_in_order(&path, &Value::text(now.as_str()), &orders.commitments)
        }
        What::Actual {
            indicator,
            before,
            written,
            late,
            revision,
            ..
        } => {
            let id = indicator.as_str();
            actual(document, id, before.as_ref(), written, orders)?;
            if let Some(day) = late {
                document.set(&[ACTUALS, id, "dilaporkan"], &Value::plain(day))?;
            }
            let Some(revision) = revision else {
                return Ok(());
            };
            let entry = Value::map([
                ("tanggal", Value::plain(revision.date)),
                ("semula", value(&revision.before)),
                ("alasan", Value::text(revision.reason.as_str())),
            ]);
            document.push(&[ACTUALS, id, "revisi"], &entry)
        }
    }
}

/// A figure in the place of the word that there was none, the reverse, or another figure.
fn actual(
    document: &mut Document,
    id: &str,
    before: Option<&Actual>,
    written: &Written,
    orders: &Orders<'_>,
) -> Result<(), EditError> {
    let now = key(written);
    let other = match before {
        Some(Actual::Reported(_)) => "nilai",
        Some(Actual::Unavailable { .. }) => "belum_ada",
        // Prepared, and not filled in yet.
        None if has_empty_value(document, id) => "nilai",
        None => now,
    };
    if other == now {
        let path = [ACTUALS, id, now];
        return document.set_in_order(&path, &value(written), &orders.commitments);
    }
    document.replace(&[ACTUALS, id, other], now, &value(written))
}

fn key(written: &Written) -> &'static str {
    match written {
        Written::Unavailable(_) => "belum_ada",
        Written::Plain(_) | Written::Rank(_) | Written::Done(_) => "nilai",
    }
}

fn value(written: &Written) -> Value {
    match written {
        Written::Plain(text) => Value::plain(text),
        Written::Rank(name) => Value::text(name.as_str()),
        Written::Done(day) => Value::map([("selesai", Value::plain(day))]),
        Written::Unavailable(reason) => Value::text(reason.as_str()),
    }
}

fn problem(error: EditError) -> Problem {
    match error {
        EditError::Unreadable(problem) => *problem,
        EditError::Refused { file, span, why } => {
            let why = match why {
                Why::Flow => "kurung",
                Why::Comments => "komentar",
                _ => "bentuk",
            };
            Problem::error(code::FORM_NOT_EDITABLE, &file, span).with("why", why)
        }
    }
}
