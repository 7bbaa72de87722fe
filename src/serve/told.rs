//! What the browser says over the page: the problems of what was saved, each with its file, line and
//! what to write, in the site's first language.

use super::ServeError;
use crate::format::{Arg, MessageSource, Messages};
use crate::model::Language;
use crate::problem::{self, Problem, Severity};
use crate::source::{Position, TextSpan};
use serde::Serialize;

const INDONESIAN: &str = include_str!("id.ftl");
const ENGLISH: &str = include_str!("en.ftl");

/// So many are told in full; more would hide what to begin with.
const MOST_PROBLEMS: usize = 20;
/// So many lines of a file are shown of one problem.
const MOST_LINES: usize = 4;
/// So many characters of a line.
const MOST_CHARACTERS: usize = 200;

/// What is wrong, as the browser shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// The language of all its texts, as HTML names it.
    pub language: &'static str,
    pub level: Level,
    /// "2 kesalahan"; empty where nothing is wrong.
    pub title: String,
    /// What that means for the page below.
    pub note: String,
    pub hide: String,
    pub problems: Vec<ProblemNotice>,
    /// That there are more than these.
    pub more: Option<String>,
}

/// What a notice stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Nothing is wrong.
    Fine,
    /// The page shows what was saved.
    Warnings,
    /// The page is the last good one.
    Errors,
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProblemNotice {
    pub severity: String,
    pub code: &'static str,
    pub message: String,
    /// File and line.
    pub place: String,
    pub lines: Vec<LineNotice>,
    pub help_label: String,
    pub help: String,
}

/// A line of a file, in three pieces: what is wrong stands in the middle one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LineNotice {
    pub number: usize,
    pub before: String,
    pub marked: String,
    pub after: String,
}

/// The words of notices, in one language.
#[derive(Debug)]
pub(super) struct NoticeWords {
    language: Language,
    messages: Messages,
    problems: problem::Words,
}

impl NoticeWords {
    pub fn new(language: Language) -> Self {
        let (text, problems) = match language {
            Language::Indonesian => (INDONESIAN, problem::Words::indonesian()),
            Language::English => (ENGLISH, problem::Words::english()),
        };
        let source = MessageSource {
            name: "serve",
            text,
        };
        let messages = Messages::new(language, &[source]);
        Self {
            language,
            messages: messages.expect("a test reads every message of the preview"),
            problems,
        }
    }

    /// What is told of `problems`, which are all of one moment; `text` gives what stands in a file.
    pub fn notice(&self, problems: &[Problem], text: &dyn Fn(&str) -> String) -> Notice {
        let (errors, rest): (Vec<&Problem>, Vec<&Problem>) = problems
            .iter()
            .partition(|problem| problem.severity == Severity::Error);
        let (level, title, note) = match (errors.len(), rest.len()) {
            (0, 0) => (Level::Fine, String::new(), String::new()),
            (0, count) => (
                Level::Warnings,
                self.count("warnings", count),
                self.say("shown_anyway", &[]),
            ),
            (count, _) => (
                Level::Errors,
                self.count("errors", count),
                self.say("last_good", &[]),
            ),
        };
        let all = errors.len() + rest.len();
        let told = errors.into_iter().chain(rest).take(MOST_PROBLEMS);
        let more = all.saturating_sub(MOST_PROBLEMS);
        Notice {
            language: self.language.tag(),
            level,
            title,
            note,
            hide: self.say("hide", &[]),
            problems: told.map(|problem| self.problem(problem, text)).collect(),
            more: (more > 0).then(|| self.count("more", more)),
        }
    }

    /// That the disk, the theme or the program failed.
    pub fn failure(&self, error: &ServeError) -> Notice {
        let said = error.to_string();
        let (reason, note) = match error {
            ServeError::Panicked(reason) => (reason, "panicked"),
            _ => (&said, "last_good"),
        };
        Notice {
            language: self.language.tag(),
            level: Level::Errors,
            title: self.say("failed", &[("reason", Arg::from(reason.as_str()))]),
            note: self.say(note, &[]),
            hide: self.say("hide", &[]),
            problems: Vec::new(),
            more: None,
        }
    }

    fn problem(&self, problem: &Problem, text: &dyn Fn(&str) -> String) -> ProblemNotice {
        let file = format!("content/{}", problem.file);
        let line = problem.span.start.line.to_string();
        let place = [
            ("file", Arg::from(file.as_str())),
            ("line", Arg::from(line.as_str())),
        ];
        ProblemNotice {
            severity: self.say(
                match problem.severity {
                    Severity::Error => "severity_error",
                    Severity::Violation => "severity_violation",
                    Severity::Warning => "severity_warning",
                },
                &[],
            ),
            code: problem.code.0,
            message: self.problems.message(problem),
            place: self.say("place", &place),
            lines: lines(&text(&problem.file), problem.span),
            help_label: self.say("help", &[]),
            help: self.problems.way_out(problem),
        }
    }

    fn count(&self, key: &str, count: usize) -> String {
        self.say(key, &[("count", Arg::Count(count as u64))])
    }

    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.messages
            .with(key, args)
            .unwrap_or_else(|error| error.to_string())
    }
}

/// The lines that a span takes, and the one before, for the place to be found by.
fn lines(text: &str, span: TextSpan) -> Vec<LineNotice> {
    let first = span.start.line_number().saturating_sub(1).max(1);
    let lines = text.lines().enumerate().map(|(at, line)| (at + 1, line));
    let shown = lines.filter(|(number, _)| (first..=span.end.line_number()).contains(number));
    shown
        .take(MOST_LINES)
        .map(|(number, line)| marked(number, line, span))
        .collect()
}

fn marked(number: usize, line: &str, span: TextSpan) -> LineNotice {
    let from = match number.cmp(&span.start.line_number()) {
        std::cmp::Ordering::Less => usize::MAX,
        std::cmp::Ordering::Equal => column(span.start),
        std::cmp::Ordering::Greater => 0,
    };
    let until = match number == span.end.line_number() {
        true => column(span.end),
        false => usize::MAX,
    };
    let pieces = |from: usize, until: usize| -> String {
        let characters = line.chars().take(MOST_CHARACTERS).skip(from);
        characters.take(until.saturating_sub(from)).collect()
    };
    LineNotice {
        number,
        before: pieces(0, from),
        marked: pieces(from, until),
        after: pieces(until.max(from), usize::MAX),
    }
}

/// Counted from 0.
fn column(position: Position) -> usize {
    position.characters_before()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::code;
    use std::collections::BTreeSet;

    fn span(from: (usize, usize), until: (usize, usize)) -> TextSpan {
        let at = |(line, column)| Position::new(line, column);
        TextSpan {
            start: at(from),
            end: at(until),
        }
    }

    #[test]
    fn a_notice_names_file_line_place_and_what_to_write() {
        let problem = Problem::error(code::TAB, "pejabat/sari.yml", span((2, 7), (2, 11)));
        let warning = Problem::warning(code::TAB, "situs.yml", TextSpan::START);
        let words = NoticeWords::new(Language::Indonesian);
        let text = |_: &str| "judul: a\nnama: Sari W\n".to_owned();
        let notice = words.notice(&[warning.clone(), problem.clone()], &text);
        assert_eq!(
            (notice.level, &*notice.title),
            (Level::Errors, "1 kesalahan")
        );
        let told = &notice.problems[0];
        assert_eq!(told.place, "content/pejabat/sari.yml, baris 2");
        assert_eq!(told.message, problem::Words::indonesian().message(&problem));
        assert_eq!(told.help, problem::Words::indonesian().way_out(&problem));
        let lines = told.lines.iter().map(|line| {
            let pieces = [&line.before, &line.marked, &line.after];
            (line.number, pieces.map(String::as_str))
        });
        let expected = [(1, ["judul: a", "", ""]), (2, ["nama: ", "Sari", " W"])];
        assert_eq!(lines.collect::<Vec<_>>(), expected);
        let english = NoticeWords::new(Language::English).notice(&[warning], &text);
        assert_eq!(
            (english.level, &*english.title),
            (Level::Warnings, "1 warning")
        );
        assert_eq!(words.notice(&[], &text).level, Level::Fine);
        let many = vec![problem; MOST_PROBLEMS + 3];
        let many = words.notice(&many, &text);
        assert_eq!(many.problems.len(), MOST_PROBLEMS);
        assert!(many.more.is_some_and(|more| more.contains(" 3 ")));
    }

    #[test]
    fn what_goes_over_lines_is_marked_on_each() {
        let lines = lines("satu\ndua\ntiga\n", span((1, 3), (2, 2)));
        let marks: Vec<&str> = lines.iter().map(|line| &*line.marked).collect();
        assert_eq!(marks, ["tu", "d"]);
        assert!(super::lines("", TextSpan::START).is_empty());
    }

    #[test]
    fn both_languages_say_the_same_and_every_message_is_used() {
        let keys = |language| -> BTreeSet<String> {
            let words = NoticeWords::new(language);
            words.messages.keys().map(str::to_owned).collect()
        };
        let all = keys(Language::Indonesian);
        assert_eq!(all, keys(Language::English));
        let code = include_str!("told.rs");
        let is_unused = |key: &&String| !code.contains(&format!("\"{key}\""));
        assert_eq!(all.iter().filter(is_unused).count(), 0);
    }
}
