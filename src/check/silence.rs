//! Warnings that were set aside in their place, with a reason.

use crate::parse::Raw;
use crate::parse::silence::Silence;
use crate::problem::{Code, Problem, Severity, code};
use crate::source::{Position, TextSpan};
use std::collections::{BTreeMap, BTreeSet};

/// What `abaikan` sets aside, by file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SetAside(BTreeMap<String, Vec<Silence>>);

impl SetAside {
    pub fn of(raw: &Raw) -> Self {
        let files = raw.silences().filter(|(_, silences)| !silences.is_empty());
        Self(
            files
                .map(|(file, list)| (file.into(), list.to_vec()))
                .collect(),
        )
    }

    /// Takes out the warnings that were set aside, and warns of what set nothing aside.
    pub fn apply(&self, problems: &mut Vec<Problem>) {
        let mut used = BTreeSet::new();
        problems.retain(|problem| match self.by(problem) {
            Some(silence) => {
                used.insert((problem.file.clone(), silence.code.span));
                false
            }
            None => true,
        });
        // Where something could not be read, a warning may not have come to light.
        if problems.iter().any(|p| p.severity == Severity::Error) {
            return;
        }
        for (file, silences) in &self.0 {
            let idle = silences
                .iter()
                .filter(|silence| !comes_and_goes(silence.code.value))
                .filter(|silence| !used.contains(&(file.clone(), silence.code.span)));
            problems.extend(idle.map(|silence| nothing_to_silence(file, silence)));
        }
    }

    /// Takes out what was set aside of warnings that depend on the day.
    pub fn without(&self, problems: Vec<Problem>) -> Vec<Problem> {
        let told = problems.into_iter();
        told.filter(|problem| self.by(problem).is_none()).collect()
    }

    fn by(&self, problem: &Problem) -> Option<&Silence> {
        if problem.severity != Severity::Warning {
            return None;
        }
        let mut silences = self.0.get(&problem.file)?.iter();
        silences.find(|silence| {
            silence.code.value == problem.code && holds(silence.within, problem.span.start)
        })
    }
}

fn holds(within: TextSpan, place: Position) -> bool {
    (within.start..within.end).contains(&place)
}

/// A warning of one day, or of a figure that may be revised, is gone on another; its reason may
/// stay.
fn comes_and_goes(code: Code) -> bool {
    [code::DATED_IN_FUTURE, code::DEPARTS_WITHOUT_REASON].contains(&code)
}

fn nothing_to_silence(file: &str, silence: &Silence) -> Problem {
    let Silence { code, .. } = silence;
    Problem::warning(code::NOTHING_TO_SILENCE, file, code.span).with("text", code.value.to_string())
}
