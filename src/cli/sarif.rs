//! Problems as a SARIF 2.1.0 log (OASIS, Static Analysis Results Interchange Format).
//!
//! Section numbers are those of the standard.

use super::paths;
use super::words::CliWords;
use crate::problem::{Code, Problem, Severity};
use crate::source::TextSpan;
use crate::url;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    language: &'static str,
    column_kind: &'static str,
    results: Vec<Finding>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Rule>,
}

/// A kind of problem that was found.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    short_description: Text,
    full_description: Text,
    help: Text,
}

/// A `result`, in the standard's words.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: [Location; 1],
    properties: Properties,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

/// What SARIF has no word for: its levels don't tell a violation from an error.
#[derive(Serialize)]
struct Properties {
    severity: &'static str,
}

/// A log with one run, which has no results when there are no problems.
pub(super) fn sarif(problems: &[Problem], root: &Path, words: &CliWords) -> String {
    let indexes = rule_indexes(problems);
    let results = problems
        .iter()
        .map(|problem| Finding::new(problem, indexes[&problem.code], root, words));
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            results: results.collect(),
            tool: Tool {
                driver: Driver::new(problems, &indexes, words),
            },
            language: words.language().tag(),
            column_kind: "unicodeCodePoints",
        }],
    };
    serde_json::to_string_pretty(&log).expect("strings and numbers always serialise")
}

/// The codes that were found, each with its place among the rules.
fn rule_indexes(problems: &[Problem]) -> BTreeMap<Code, usize> {
    let mut indexes: BTreeMap<Code, usize> =
        problems.iter().map(|problem| (problem.code, 0)).collect();
    for (position, index) in indexes.values_mut().enumerate() {
        *index = position;
    }
    indexes
}

impl Driver {
    fn new(problems: &[Problem], indexes: &BTreeMap<Code, usize>, words: &CliWords) -> Self {
        let examples = indexes
            .keys()
            .filter_map(|code| problems.iter().find(|problem| problem.code == *code));
        Self {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            rules: examples.map(|problem| Rule::new(problem, words)).collect(),
        }
    }
}

impl Rule {
    fn new(example: &Problem, words: &CliWords) -> Self {
        let general = example.in_general();
        Self {
            id: example.code.0,
            short_description: Text::of(&words.problem(&general)),
            full_description: Text::told(&general, words),
            help: Text::of(&words.way_out(&general)),
        }
    }
}

impl Finding {
    fn new(problem: &Problem, rule_index: usize, root: &Path, words: &CliWords) -> Self {
        Self {
            rule_id: problem.code.0,
            rule_index,
            level: match problem.severity {
                Severity::Error | Severity::Violation => "error",
                Severity::Warning => "warning",
            },
            message: Text::told(problem, words),
            locations: [Location::new(problem, root)],
            properties: Properties {
                severity: problem.severity.name(),
            },
        }
    }
}

impl Text {
    /// Braces begin a placeholder unless they are doubled (3.11.5).
    fn of(text: &str) -> Self {
        Self {
            text: text.replace('{', "{{").replace('}', "}}"),
        }
    }

    /// What is wrong and, on the next line, the way out.
    fn told(problem: &Problem, words: &CliWords) -> Self {
        Self::of(&format!(
            "{}\n{}",
            words.problem(problem),
            words.way_out(problem)
        ))
    }
}

impl Location {
    fn new(problem: &Problem, root: &Path) -> Self {
        let path = paths::from_here(root, &problem.file);
        let uri = if root.is_absolute() {
            url::file_uri(&path)
        } else {
            url::relative_reference(&path)
        };
        Self {
            physical_location: PhysicalLocation {
                artifact_location: ArtifactLocation { uri },
                region: Region::from(problem.span),
            },
        }
    }
}

/// Both end behind the last character (3.30.8); an empty span is a place between two (3.30.2).
impl From<TextSpan> for Region {
    fn from(span: TextSpan) -> Self {
        Self {
            start_line: span.start.line,
            start_column: span.start.column,
            end_line: span.end.line,
            end_column: span.end.column,
        }
    }
}
