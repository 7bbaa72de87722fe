//! Problems on a terminal and as JSON.

use super::words::CliWords;
use crate::problem::{Problem, Severity};
use crate::source::{Position, Sources};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use serde::Serialize;

/// The texts that problems point into.
pub(super) struct Excerpts<'a> {
    sources: &'a Sources,
}

impl<'a> Excerpts<'a> {
    pub fn new(sources: &'a Sources) -> Self {
        Self { sources }
    }

    fn text(&self, file: &str) -> String {
        let bytes = self
            .sources
            .files
            .get(file)
            .map(Vec::as_slice)
            .unwrap_or_default();
        String::from_utf8_lossy(bytes).into_owned()
    }
}

/// How problems look to people.
pub(super) struct Format<'a> {
    words: &'a CliWords,
    renderer: Renderer,
}

impl<'a> Format<'a> {
    pub fn for_terminal(words: &'a CliWords) -> Self {
        Self {
            words,
            renderer: Renderer::styled().decor_style(DecorStyle::Unicode),
        }
    }

    pub fn render(&self, problem: &Problem, excerpts: &Excerpts<'_>) -> String {
        let message = self.words.problem(problem);
        let help = self.words.way_out(problem);
        let name = self.words.severity(problem.severity);
        let level = match problem.severity {
            Severity::Error => Level::ERROR,
            Severity::Violation | Severity::Warning => Level::WARNING,
        };
        let text = excerpts.text(&problem.file);
        let path = shown_path(&problem.file);
        let start = offset(&text, problem.span.start);
        let end = offset(&text, problem.span.end).max(start);
        let snippet = Snippet::source(text.as_str())
            .path(path.as_str())
            .annotation(AnnotationKind::Primary.span(start..end));
        let group = level
            .with_name(name.as_str())
            .primary_title(message.as_str())
            .id(problem.code.0)
            .element(snippet)
            .element(
                Level::HELP
                    .with_name(self.words.text("help"))
                    .message(help.as_str()),
            );
        self.renderer.render(&[group])
    }
}

/// Paths are told from the root, where staff see them.
fn shown_path(file: &str) -> String {
    format!("content/{file}")
}

/// The byte at a position; the end of the text for one beyond it.
fn offset(text: &str, position: Position) -> usize {
    let mut start = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        if number + 1 == position.line {
            let column = line.char_indices().nth(position.column - 1);
            return start + column.map_or(line.trim_end().len(), |(at, _)| at);
        }
        start += line.len();
    }
    text.len()
}

#[derive(Serialize)]
struct JsonProblem<'a> {
    severity: &'static str,
    code: &'static str,
    file: &'a str,
    line: usize,
    column: usize,
    message: String,
    help: String,
}

/// A JSON list of problems; an empty one when there are none.
pub(super) fn json(problems: &[Problem], words: &CliWords) -> String {
    let list: Vec<JsonProblem<'_>> = problems
        .iter()
        .map(|problem| JsonProblem {
            severity: problem.severity.name(),
            code: problem.code.0,
            file: &problem.file,
            line: problem.span.start.line,
            column: problem.span.start.column,
            message: words.problem(problem),
            help: words.way_out(problem),
        })
        .collect();
    serde_json::to_string_pretty(&list).expect("strings and numbers always serialise")
}
