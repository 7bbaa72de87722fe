//! Problems as a Code Quality report of GitLab, which shows them in a merge request.

use super::paths;
use super::words::CliWords;
use crate::problem::{Problem, Severity};
use crate::source::Fingerprint;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

#[derive(Serialize)]
struct Finding {
    description: String,
    check_name: &'static str,
    /// By what GitLab knows a finding again: not by its line, which moves.
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

/// A list of problems; an empty one when there are none.
pub(super) fn report(problems: &[Problem], root: &Path, words: &CliWords) -> String {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let findings = problems.iter().map(|problem| {
        let path = paths::from_here(root, &problem.file);
        let (message, way_out) = (words.problem(problem), words.way_out(problem));
        let text = format!("{}\n{path}\n{message}", problem.code);
        // The same may be wrong in several places of a file.
        let before = seen.entry(text.clone()).or_insert(0);
        *before += 1;
        let identity = format!("{text}\n{before}");
        Finding {
            description: format!("{message} {way_out}"),
            check_name: problem.code.0,
            fingerprint: Fingerprint::of(identity.as_bytes()).sha256.to_string(),
            severity: match problem.severity {
                Severity::Error => "blocker",
                Severity::Violation => "critical",
                Severity::Warning => "minor",
            },
            location: Location {
                path,
                lines: Lines {
                    begin: problem.span.start.line,
                    end: problem.span.end.line,
                },
            },
        }
    });
    let findings: Vec<Finding> = findings.collect();
    serde_json::to_string_pretty(&findings).expect("strings and numbers always serialise")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::problem::code;
    use crate::source::TextSpan;
    use serde_json::Value;

    #[test]
    fn a_finding_is_known_again_when_its_line_moves_and_no_two_are_the_same() {
        let words = CliWords::new(Language::Indonesian);
        let at = |line: u32| {
            let mut span = TextSpan::START;
            (span.start.line, span.end.line) = (line, line);
            Problem::error(code::TAB, "opd/a.yml", span)
        };
        let told = |problems: &[Problem]| -> Vec<Value> {
            let text = report(problems, Path::new("."), &words);
            serde_json::from_str(&text).unwrap()
        };
        let (first, moved) = (told(&[at(1), at(2)]), told(&[at(5), at(9)]));
        assert_ne!(first[0]["fingerprint"], first[1]["fingerprint"]);
        for (one, other) in first.iter().zip(&moved) {
            assert_eq!(one["fingerprint"], other["fingerprint"]);
        }
        assert_eq!(moved[1]["location"]["path"], "content/opd/a.yml");
        assert_eq!(moved[1]["location"]["lines"]["begin"], 9);
        assert_eq!(moved[1]["severity"], "blocker");
        assert!(told(&[]).is_empty());
    }
}
