//! Problems on a terminal, with the lines in question.

use super::harmless::{harmless, harmless_lines};
use super::import::cell_place;
use super::paths;
use super::words::CliWords;
use crate::disk::{self, Reread};
use crate::problem::{Problem, Severity};
use crate::site::SourceStates;
use crate::source::{Position, Sha256, Sources};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use std::io::{self, Write};
use std::path::Path;

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
        let text = excerpts.text(&of_file[0].file);
        for problem in told {
            writeln!(out, "{}\n", format.render(problem, &text))?;
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
    disk: Option<Disk<'a>>,
}

/// Where files of a site stand, as they were read.
struct Disk<'a> {
    root: &'a Path,
    states: &'a SourceStates,
}

impl<'a> Excerpts<'a> {
    pub fn new(sources: &'a Sources) -> Self {
        Self {
            sources,
            disk: None,
        }
    }

    /// The same, where bytes of files may have been let go: what stands below `root` in the very `states` in which it
    /// was read is read again.
    #[must_use]
    pub fn with_disk(self, root: &'a Path, states: &'a SourceStates) -> Self {
        Self {
            disk: Some(Disk { root, states }),
            ..self
        }
    }

    /// Nothing of a file that is no text: a terminal would show rubbish.
    fn text(&self, file: &str) -> String {
        let is_held = self.sources.files.contains_key(file);
        let disk = self.disk.as_ref().filter(|_| !is_held);
        let text = match disk.and_then(|disk| disk.bytes(file)) {
            Some(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            None => self.sources.text(file),
        };
        if text.contains('\0') {
            String::new()
        } else {
            text
        }
    }
}

impl Disk<'_> {
    /// The bytes of a file; `None` of one that is another by now: what is told of a line there was told of another line.
    fn bytes(&self, file: &str) -> Option<Vec<u8>> {
        let sha256 = self.states.sha256(file)?;
        match disk::read_file(self.root, file) {
            Ok(Reread::Bytes(bytes)) if Sha256::of(&bytes) == *sha256 => Some(bytes),
            _ => None,
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

    /// `text` is what the file holds that the problem is in.
    fn render(&self, problem: &Problem, text: &str) -> String {
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
        let path = harmless(&paths::below_root(&problem.file));
        let start = offset(text, problem.span.start);
        let end = offset(text, problem.span.end).max(start);
        let snippet = Snippet::source(text)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Past, WhyUnknown};
    use std::fs;

    #[test]
    fn lines_of_bytes_that_were_let_go_are_read_again_and_those_of_another_file_are_not() {
        let site = tempfile::tempdir().unwrap();
        fs::create_dir(site.path().join("content")).unwrap();
        let place = site.path().join("content/situs.yml");
        fs::write(&place, "nama: Kabupaten\n").unwrap();
        let mut sources = disk::read(site.path()).unwrap();
        let states = SourceStates::of(&sources, &Past::Unknown(WhyUnknown::NotAsked));
        sources.files.clear();
        let text = || {
            let excerpts = Excerpts::new(&sources).with_disk(site.path(), &states);
            excerpts.text("situs.yml")
        };
        assert_eq!(text(), "nama: Kabupaten\n");
        fs::write(&place, "nama: Kabupaten lain\n").unwrap();
        assert_eq!(text(), "");
        fs::remove_file(&place).unwrap();
        assert_eq!(text(), "");
    }
}
