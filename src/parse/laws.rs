//! What must hold of any text that is read here, whoever wrote it.
//!
//! Each law takes any bytes and panics where it is broken. libFuzzer looks for such bytes (`fuzz/`);
//! a test replays what it has kept.

use super::date::{NotADate, date, duration, year};
use super::number::number;
use super::tree::{Content, Node, laws as trees};
use super::{Held, MOST_PROBLEMS, RawFile, ReadFile, encoding, file};
use crate::problem::{Problem, Severity, Words};
use crate::source::{Position, TextSpan};
use std::sync::LazyLock;

/// A number that is read is written back the same, and what is offered in place of one that is refused
/// can be read.
pub fn numbers(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match number(&text) {
        Ok(quantity) => {
            let plain = quantity.to_string();
            let again = number(&plain).map(|quantity| quantity.to_string());
            assert_eq!(again, Ok(plain), "{text:?}");
        }
        Err(not) => {
            assert!(not.readings.len() <= 2, "{text:?}: {not:?}");
            for reading in &not.readings {
                assert!(number(reading).is_ok(), "{text:?} offers {reading}");
            }
        }
    }
}

/// The same of dates, years and durations.
pub fn dates(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match date(&text) {
        Ok(day) => assert_eq!(day.to_string(), text),
        Err(NotADate { readings, .. }) => {
            for reading in readings {
                assert_eq!(date(&reading.to_string()), Ok(reading), "{text:?}");
            }
        }
    }
    if let Some(year) = year(&text) {
        assert_eq!(year.to_string(), text);
    }
    assert_eq!(duration(&text), duration(&text));
}

/// Where the quick reader of YAML gives a tree, the library gives the same; whoever gives it, all its
/// places lie in the text, in order and within each other.
pub fn yaml(bytes: &[u8]) {
    let text = encoding::text("a.yml", bytes);
    let Ok(text) = text.and_then(|text| encoding::in_lines("a.yml", text)) else {
        return;
    };
    // As a file: one with tabs is refused before.
    if text.contains('\t') {
        return;
    }
    trees::both_readers_agree(text);
    let mut problems = Vec::new();
    let read = super::tree::read(text, "a.yml", 1, &mut problems);
    let end = end_of(text);
    match &read {
        Ok(node) => lies_in(
            node,
            TextSpan {
                start: TextSpan::START.start,
                end,
            },
        ),
        Err(problem) => problems.push(problem.clone()),
    }
    problems
        .iter()
        .for_each(|problem| is_told(problem, "a.yml", text));
}

static WORDS: LazyLock<[Words; 2]> = LazyLock::new(|| [Words::indonesian(), Words::english()]);

/// One file of each kind, so that every table of keys is read.
const FILES: [&str; 12] = [
    "situs.yml",
    "aturan/a.yml",
    "opd/a.yml",
    "jabatan/a.yml",
    "pejabat/a.yml",
    "kontrak/2026/a.yml",
    "hasil/2026/tw2/a.yml",
    "evaluasi/2026/a.yml",
    "halaman/a.md",
    "halaman/a.en.md",
    "arsip/2026-tw2.json",
    "arsip/.a",
];

/// A file of data, whose kind its first byte says: it is read the same each time, every problem has words
/// in both languages and a place in the file, and a file without an error gives a record.
pub fn documents(bytes: &[u8]) {
    let Some((kind, bytes)) = bytes.split_first() else {
        return;
    };
    let path = FILES[usize::from(*kind) % FILES.len()];
    let Some(read) = ReadFile::new(path, bytes) else {
        return;
    };
    assert_eq!(file(path, Held::Bytes(bytes)).as_ref(), Some(&read.file));
    let text = String::from_utf8_lossy(bytes);
    let mut problems = match &read.file {
        RawFile::Stray(problem) => vec![problem.clone()],
        file => {
            let (is_read, problems) = read_from(file);
            let is_error = |problem: &Problem| problem.severity == Severity::Error;
            assert!(is_read || !problems.is_empty(), "{path}: nothing is told");
            assert!(
                !is_read || !problems.iter().any(is_error),
                "{path}: {problems:?}"
            );
            problems.to_vec()
        }
    };
    assert!(problems.len() <= MOST_PROBLEMS + 1);
    problems.extend(read.caught.into_iter().map(|caught| caught.problem));
    problems
        .iter()
        .for_each(|problem| is_told(problem, path, &text));
}

fn read_from(file: &RawFile) -> (bool, &[Problem]) {
    match file {
        RawFile::Site(parsed) => (parsed.record.is_some(), &parsed.problems),
        RawFile::Regime(_, parsed) => (parsed.record.is_some(), &parsed.problems),
        RawFile::Opd(_, parsed) => (parsed.record.is_some(), &parsed.problems),
        RawFile::Post(_, parsed) => (parsed.record.is_some(), &parsed.problems),
        RawFile::Person(_, parsed) => (parsed.record.is_some(), &parsed.problems),
        RawFile::Contract(_, parsed) => (parsed.record.is_some(), &parsed.problems),
        RawFile::Report(_, _, parsed) => (parsed.record.is_some(), &parsed.problems),
        RawFile::Evaluations(_, parsed) => (parsed.record.is_some(), &parsed.problems),
        RawFile::Page(_, _, parsed) => (parsed.record.is_some(), &parsed.problems),
        RawFile::Archive(_, parsed) => (parsed.record.is_some(), &parsed.problems),
        RawFile::Stray(_) => (false, &[]),
    }
}

/// Whether a problem can be told: its place is one of the text, and both languages have words for it.
fn is_told(problem: &Problem, path: &str, text: &str) {
    let TextSpan { start, end } = problem.span;
    assert_eq!(problem.file, path);
    assert!(start <= end, "{problem:?}");
    assert!(
        is_in(start, text) && is_in(end, text),
        "{problem:?} in {text:?}"
    );
    for words in &*WORDS {
        assert!(!words.message(problem).is_empty(), "{problem:?}");
        words.way_out(problem);
    }
}

/// Whether a place is one before, between or behind the characters of a line.
fn is_in(place: Position, text: &str) -> bool {
    let line = text.split('\n').nth(place.line_number().wrapping_sub(1));
    place.column > 0 && line.is_some_and(|line| place.characters_before() <= line.chars().count())
}

fn end_of(text: &str) -> Position {
    let last = text.rsplit('\n').next().unwrap_or_default();
    Position::new(text.split('\n').count(), last.chars().count() + 1)
}

fn lies_in(node: &Node, around: TextSpan) {
    let own = TextSpan {
        start: node.span.start,
        end: node.end.max(node.span.end),
    };
    assert!(
        around.start <= own.start && own.end <= around.end,
        "{node:?} in {around:?}"
    );
    assert!(node.span.start <= node.span.end, "{node:?}");
    match &node.content {
        Content::Empty | Content::Scalar(_) => {}
        Content::List(items, _) => items.iter().for_each(|item| lies_in(item, around)),
        Content::Map(entries, _) => {
            for entry in entries {
                assert!(entry.key_span.start <= entry.key_span.end, "{entry:?}");
                assert!(around.start <= entry.key_span.start, "{entry:?}");
                lies_in(
                    &entry.value,
                    TextSpan {
                        start: entry.key_span.start,
                        ..around
                    },
                );
            }
        }
    }
}
