//! Findings as problems, with the number itself left out of what is told.

use super::{Finding, Kind, scan};
use crate::parse::tree::{self, Content, Node};
use crate::problem::{Code, Problem, code};
use crate::source::{Position, TextSpan};
use std::borrow::Cow;
use std::ops::Range;

/// A problem about personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caught {
    pub problem: Problem,
    /// The address in lower case, where it is one: the office's own may stand.
    pub address: Option<String>,
}

impl Caught {
    /// A problem that stands whatever the office's address is.
    pub fn certain(problem: Problem) -> Self {
        Self {
            problem,
            address: None,
        }
    }

    fn new(code: Code, file: &str, span: TextSpan, finding: &Finding, shown: &str) -> Self {
        let problem = Problem::error(code, file, span)
            .with("kind", finding.kind.word())
            .with("text", masked(shown));
        Self {
            problem,
            address: (finding.kind == Kind::Email).then(|| finding.value.clone()),
        }
    }
}

/// How much of a number is told.
const SHOWN: usize = 4;

/// Enough to find it, too little to use it: messages end up in public logs.
fn masked(text: &str) -> String {
    text.chars().take(SHOWN).chain(['…']).collect()
}

/// `text` with every personal number in it masked.
pub fn mask(text: &str) -> String {
    let mut out = String::new();
    let mut end = 0;
    for Finding { range, .. } in scan(text) {
        out += &text[end..range.start];
        out += &masked(&text[range.clone()]);
        end = range.end;
    }
    out + &text[end..]
}

fn code(kind: Kind) -> Code {
    match kind {
        Kind::Nip => code::NIP,
        Kind::Nik => code::NIK,
        Kind::Phone => code::PHONE,
        Kind::Email => code::EMAIL,
    }
}

/// Personal data in a file of text, wherever in it they stand.
pub fn in_file(file: &str, bytes: &[u8]) -> Vec<Caught> {
    // A picture in the wrong place is told as that; its bytes are no text.
    if memchr::memchr(0, bytes).is_some() {
        return Vec::new();
    }
    // Far sooner told of the whole than piece by piece.
    let text =
        std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::from);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let mut lines = Lines::new(text);
    let seen: Vec<(TextSpan, Finding)> = scan(text)
        .into_iter()
        .map(|finding| (lines.span(&finding.range), finding))
        .collect();
    let mut caught: Vec<Caught> = seen
        .iter()
        .map(|(span, finding)| {
            Caught::new(
                code(finding.kind),
                file,
                *span,
                finding,
                &text[finding.range.clone()],
            )
        })
        .collect();
    // Only an escape can make a text mean other digits than it shows.
    if file.ends_with(".yml") && text.contains('\\') {
        caught.extend(escaped(file, text, &seen));
    }
    caught
}

/// What the quoted texts of a YAML file stand for, where it was not seen as it is written.
fn escaped(file: &str, text: &str, seen: &[(TextSpan, Finding)]) -> Vec<Caught> {
    // What is wrong with the YAML itself is told where the file is read.
    let Ok(root) = tree::read(text, file, 1, &mut Vec::new()) else {
        return Vec::new();
    };
    let mut caught = Vec::new();
    each_text(&root, &mut |span, text| {
        let is_new = |finding: &Finding| {
            let same = |(place, other): &(TextSpan, Finding)| {
                let inside = span.start <= place.start && place.end <= span.end;
                inside && (other.kind, &other.value) == (finding.kind, &finding.value)
            };
            !seen.iter().any(same)
        };
        caught.extend(scan(text).into_iter().filter(is_new).map(|finding| {
            let shown = &text[finding.range.clone()];
            Caught::new(code(finding.kind), file, span, &finding, shown)
        }));
    });
    caught
}

/// Every key and value that has an extent; a block of text stands there as it is written.
fn each_text(node: &Node, look: &mut impl FnMut(TextSpan, &str)) {
    match &node.content {
        Content::Scalar(text) if node.span.start != node.span.end => look(node.span, text),
        Content::Scalar(_) | Content::Empty => {}
        Content::List(items, _) => items.iter().for_each(|item| each_text(item, look)),
        Content::Map(entries, _) => {
            for entry in entries {
                look(entry.key_span, &entry.key);
                each_text(&entry.value, look);
            }
        }
    }
}

/// Personal data in a text without lines of its own: a file's name, a field of a photo.
pub fn in_text(code: Code, file: &str, field: &str, text: &str) -> Vec<Caught> {
    let found = scan(text).into_iter();
    found
        .map(|finding| {
            let shown = &text[finding.range.clone()];
            let mut caught = Caught::new(code, file, TextSpan::START, &finding, shown);
            caught.problem = caught.problem.with("field", field);
            caught
        })
        .collect()
}

/// The office's own address as `situs.yml` gives it, however broken the rest of that file is.
pub fn office_address(text: &str) -> Option<String> {
    const KEYS: [&str; 3] = ["kontak:", "\"kontak\":", "'kontak':"];
    let is_before = |c: char| c.is_whitespace() || c == '\u{feff}' || c == '{';
    let of_line = |line: &'_ str| -> Option<String> {
        let line = line.trim_start_matches(is_before);
        let key = KEYS.into_iter().find(|key| line.starts_with(key))?;
        Some(line[key.len()..].to_owned())
    };
    let contact = text.lines().find_map(of_line)?;
    let found = scan(&contact).into_iter();
    found
        .filter(|finding| finding.kind == Kind::Email)
        .map(|finding| finding.value)
        .next()
}

/// Counts lines and columns up to one place after another.
struct Lines<'t> {
    text: &'t str,
    /// A place that was counted, and its byte.
    known: (Position, usize),
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        let start = TextSpan::START.start;
        Self {
            text,
            known: (start, 0),
        }
    }

    /// Ranges are asked for in order.
    fn span(&mut self, range: &Range<usize>) -> TextSpan {
        TextSpan {
            start: self.position(range.start),
            end: self.position(range.end),
        }
    }

    fn position(&mut self, at: usize) -> Position {
        let (mut position, from) = self.known;
        for c in self.text[from..at].chars() {
            if c == '\n' {
                position.line += 1;
                position.column = 1;
            } else {
                position.column += 1;
            }
        }
        self.known = (position, at);
        position
    }
}
