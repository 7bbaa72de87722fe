//! Problems as a JSON list.

use super::paths;
use super::words::CliWords;
use crate::problem::Problem;
use serde::Serialize;

/// Lines and columns count from 1, columns in characters; the end is the place behind the last one.
#[derive(Serialize)]
struct JsonProblem {
    severity: &'static str,
    code: &'static str,
    file: String,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    message: String,
    help: String,
}

impl JsonProblem {
    fn new(problem: &Problem, words: &CliWords) -> Self {
        Self {
            severity: problem.severity.name(),
            code: problem.code.0,
            file: paths::below_root(&problem.file),
            line: problem.span.start.line,
            column: problem.span.start.column,
            end_line: problem.span.end.line,
            end_column: problem.span.end.column,
            message: words.problem(problem),
            help: words.way_out(problem),
        }
    }
}

/// A list of problems; an empty one when there are none.
pub(super) fn json(problems: &[Problem], words: &CliWords) -> String {
    let list: Vec<JsonProblem> = problems
        .iter()
        .map(|problem| JsonProblem::new(problem, words))
        .collect();
    serde_json::to_string_pretty(&list).expect("strings and numbers always serialise")
}
