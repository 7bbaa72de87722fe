//! Problems on a terminal, with the lines in question.

use super::harmless::{harmless, harmless_lines};
use super::import::cell_place;
use super::paths;
use super::words::CliWords;
use crate::problem::{Problem, Severity};
use crate::source::{Position, Sources};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use std::io::{self, Write};

/// So many problems of one file are told one by one; a file of rubbish must not flood a terminal.
const MOST_IN_A_FILE: usize = 100;

/// Prints problems for people, on standard error; they come sorted by file.
pub(super) fn tell(
    problems: &[Problem],
    excerpts: &Excerpts<'_>,
    words: &CliWords,
) -> io::Result<()> {
    if problems.is_empty() {
        return Ok(());
    }
    let mut out = anstream::stderr();
    let format = Format::for_terminal(words);
    for of_file in problems.chunk_by(|one, next| one.file == next.file) {
        let (told, summed_up) = of_file.split_at(of_file.len().min(MOST_IN_A_FILE));
        for problem in told {
            writeln!(out, "{}\n", format.render(problem, excerpts))?;
        }
        if let Some(one) = summed_up.first() {
            let more = words.more_in_file(&one.file, summed_up.len());
            writeln!(out, "{}\n", harmless(&more))?;
        }
    }
    writeln!(out, "{}", words.problem_count(problems))
}

/// The texts that problems point into.
pub(super) struct Excerpts<'a> {
    sources: &'a Sources,
}

impl<'a> Excerpts<'a> {
    pub fn new(sources: &'a Sources) -> Self {
        Self { sources }
    }

    /// Nothing of a file that is no text: a terminal would show rubbish.
    fn text(&self, file: &str) -> String {
        let text = self.sources.text(file);
        if text.contains('\0') {
            String::new()
        } else {
            text
        }
    }
}

/// How problems look to people.
struct Format<'a> {
    words: &'a CliWords,
    renderer: Renderer,
}

impl<'a> Format<'a> {
    fn for_terminal(words: &'a CliWords) -> Self {
        Self {
            words,
            renderer: Renderer::styled().decor_style(DecorStyle::Unicode),
        }
    }

    fn render(&self, problem: &Problem, excerpts: &Excerpts<'_>) -> String {
        let message = harmless_lines(&self.words.problem(problem));
        let help = harmless_lines(&self.words.way_out(problem));
        let name = self.words.severity(problem.severity);
        let level = match problem.severity {
            Severity::Error => Level::ERROR,
            Severity::Violation | Severity::Warning => Level::WARNING,
        };
        if let Some(place) = cell_place(problem, self.words) {
            let group = level
                .with_name(name.as_str())
                .primary_title(message.as_str())
                .id(problem.code.0)
                .element(Origin::path(place.as_str()))
                .element(
                    Level::HELP
                        .with_name(self.words.text("help"))
                        .message(help.as_str()),
                );
            return self.renderer.render(&[group]);
        }
        let text = excerpts.text(&problem.file);
        let path = harmless(&paths::below_root(&problem.file));
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

/// The byte at a position; the end of the text for one beyond it.
fn offset(text: &str, position: Position) -> usize {
    let mut start = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        if number + 1 == position.line_number() {
            let column = line.char_indices().nth(position.characters_before());
            return start + column.map_or(line.trim_end().len(), |(at, _)| at);
        }
        start += line.len();
    }
    text.len()
}
