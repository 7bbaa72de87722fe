//! Problems of edited result files, told where their cause was typed: in the cell of a form.

use super::change::{Change, What};
use crate::parse::place::report_file;
use crate::problem::{Problem, code};
use crate::source::TextSpan;
use std::collections::BTreeMap;

/// `problems` of the edited site; those in a file of `files` at what a change wrote stand in that
/// change's cell.
pub fn placed(
    problems: Vec<Problem>,
    changes: &[Change],
    files: &BTreeMap<String, Vec<u8>>,
) -> Vec<Problem> {
    let place = |problem: Problem| {
        let Some(text) = files.get(&problem.file) else {
            return problem;
        };
        let text = String::from_utf8_lossy(text);
        let keys = keys_at(&text, problem.span.start.line_number());
        let mut own = changes
            .iter()
            .filter(|change| report_file(&change.contract, change.quarter) == problem.file);
        match own.find(|change| wrote(change, &keys)) {
            Some(change) => in_its_cell(problem, change),
            None => problem,
        }
    };
    problems.into_iter().map(place).collect()
}

/// That a recorded figure is another one now without a word is an error of the form, which asks for the reason
/// in a cell of its own: whoever filled it in can still say it.
fn in_its_cell(problem: Problem, change: &Change) -> Problem {
    let workbook = &change.at.workbook;
    match &change.reason_at {
        Some(reason_at) if problem.code == code::FIGURE_CHANGED => {
            let missing = Problem::error(code::FORM_REASON_MISSING, "", TextSpan::START);
            let mut missing = missing.in_cell(workbook, reason_at.clone());
            let said = ["name", "before", "after"];
            let arguments = problem.arguments.into_iter();
            missing.arguments = arguments.filter(|(name, _)| said.contains(name)).collect();
            missing
        }
        _ => problem.in_cell(workbook, change.at.place.clone()),
    }
}

/// Whether a change wrote what these keys lead to.
fn wrote(change: &Change, keys: &[String]) -> bool {
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    match (&change.what, &keys[..]) {
        (What::Reported { .. }, ["dilaporkan"]) => true,
        (What::Absorbed { program, .. }, ["serapan_sampai_kini", id]) => program.as_str() == *id,
        (What::Text { indicator, key, .. }, ["realisasi", id, own, ..]) => {
            indicator.as_str() == *id && key == own
        }
        (What::Actual { indicator, .. }, ["realisasi", id, own, ..]) => {
            let keys = ["nilai", "belum_ada", "revisi", "dilaporkan"];
            indicator.as_str() == *id && keys.contains(own)
        }
        (What::Actual { indicator, .. }, ["realisasi", id]) => indicator.as_str() == *id,
        _ => false,
    }
}

/// The keys that lead to a line, from the top: of the lines above it, each that is indented less.
fn keys_at(text: &str, line: usize) -> Vec<String> {
    let mut keys = Vec::new();
    let mut room = usize::MAX;
    let lines: Vec<&str> = text.lines().take(line).collect();
    for line in lines.into_iter().rev() {
        let content = line.trim_start_matches([' ', '-']);
        let indent = line.len() - content.len();
        let key = content.split_once(':').map(|(key, _)| key);
        let Some(key) = key.filter(|key| indent < room && !key.starts_with('#')) else {
            continue;
        };
        keys.push(key.trim_matches(['"', '\'']).to_owned());
        room = indent;
        if indent == 0 {
            break;
        }
    }
    keys.reverse();
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_of_a_line_are_those_above_it() {
        let text = "dilaporkan: 2027-01-08\nrealisasi:\n  stunting:\n    nilai: 6.1\n    catatan: |\n      Satu\n      dua\n  ibu:\n    nilai: 1\nserapan_sampai_kini:\n  gizi: 7\n";
        let cases: [(usize, &[&str]); 5] = [
            (1, &["dilaporkan"]),
            (4, &["realisasi", "stunting", "nilai"]),
            (7, &["realisasi", "stunting", "catatan"]),
            (8, &["realisasi", "ibu"]),
            (11, &["serapan_sampai_kini", "gizi"]),
        ];
        for (line, keys) in cases {
            assert_eq!(keys_at(text, line), keys, "{line}");
        }
    }
}
