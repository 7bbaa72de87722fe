//! The plain part of YAML that nearly every file of data is written in, read line by line: maps
//! and lists by indentation, values and quoted texts on one line, comments, blank lines.
//!
//! What is outside it, and all that is wrong, is left to the library, which knows the whole
//! language and how to tell of a mistake. A test holds that both read the same, places included.

use super::{Content, Entry, MOST_DEPTH, MOST_EVENTS, Node, Style, end_of, is_nothing};
use crate::source::{Position, TextSpan};
use memchr::memchr;
use std::borrow::Cow;

/// A key with its value is three events at most.
const MOST_VALUES: usize = MOST_EVENTS / 4;

/// The library takes no longer one for a key.
const MOST_KEY_BYTES: usize = 1_000;

/// Up to here each key is compared with each: maps are small.
const FEW_KEYS: usize = 24;

/// The document, whose first line is line `first_line` of its file; `None` where it is not plain.
pub(super) fn read(text: &str, first_line: usize) -> Option<Node<'_>> {
    if !is_plain(text) {
        return None;
    }
    let (line, column) = end_of(text);
    let mut reader = Lines {
        rest: text,
        number: first_line - 1,
        line: None,
        end: Position::new(first_line - 1 + line, column + 1),
        is_ascii: text.is_ascii(),
        values: 0,
    };
    reader.advance();
    let root = reader.block(0, 1)?;
    let is_all = reader.line.is_none() && reader.values < MOST_VALUES;
    is_all.then_some(root)
}

/// Without tabs and other control characters, without marks of byte order; line breaks are those
/// of Unix or of Windows.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_control = |b: &u8| *b < b' ' && *b != b'\n';
    // Counted, which is faster than to look for the first.
    let controls = bytes.iter().filter(|b| is_control(b)).count();
    let no_mark = text.is_ascii() || !text.contains('\u{feff}');
    no_mark && (controls == 0 || controls == text.matches("\r\n").count())
}

/// A line, from its first character that is no space, or from a later one.
#[derive(Clone, Copy)]
struct Line<'a> {
    number: usize,
    /// Characters before `text`, all of one byte.
    indent: usize,
    text: &'a str,
}

impl Line<'_> {
    /// The place `bytes` behind its beginning, all of them characters of one byte.
    fn place(&self, bytes: usize) -> Position {
        Position::new(self.number, self.indent + bytes + 1)
    }
}

/// How a list stands below its key.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Indented {
    Deeper,
    /// Where the key itself stands.
    Same,
}

struct Lines<'a> {
    /// What follows the current line.
    rest: &'a str,
    number: usize,
    /// The first line that is not read yet, blank ones and comments aside.
    line: Option<Line<'a>>,
    /// Behind the last character of the text.
    end: Position,
    is_ascii: bool,
    values: usize,
}

impl<'a> Lines<'a> {
    fn advance(&mut self) {
        self.line = None;
        while self.line.is_none() && !self.rest.is_empty() {
            let end = memchr(b'\n', self.rest.as_bytes());
            let line = &self.rest[..end.unwrap_or(self.rest.len())];
            self.rest = end.map_or("", |end| &self.rest[end + 1..]);
            self.number += 1;
            let line = line.strip_suffix('\r').unwrap_or(line);
            let text = without_spaces(line);
            if !is_over(text) {
                self.line = Some(Line {
                    number: self.number,
                    indent: line.len() - text.len(),
                    text,
                });
            }
        }
    }

    /// The list or map that begins with the current line, `indent` deep.
    fn block(&mut self, indent: usize, depth: usize) -> Option<Node<'a>> {
        let line = self.line.filter(|line| line.indent == indent)?;
        if is_item(line.text) {
            self.list(indent, Indented::Deeper, depth)
        } else {
            self.map(indent, depth)
        }
    }

    fn map(&mut self, indent: usize, depth: usize) -> Option<Node<'a>> {
        self.goes_on(depth)?;
        let mut entries: Vec<Entry> = Vec::new();
        while let Some(line) = self.line.filter(|line| line.indent == indent) {
            self.values += 1;
            let length = key_length(line.text)?;
            let key_span = TextSpan {
                start: line.place(0),
                end: line.place(length),
            };
            let value = without_spaces(&line.text[length + 1..]);
            let value = if is_over(value) {
                self.advance();
                self.below(indent, line.place(length), depth + 1)?
            } else {
                self.scalar(line, value)?
            };
            entries.push(Entry {
                key: Cow::Borrowed(&line.text[..length]),
                key_span,
                value,
            });
        }
        if self.is_deeper(indent) || has_twice(&entries) {
            return None;
        }
        Some(Node {
            span: entries.first()?.key_span,
            end: self.place(),
            content: Content::Map(entries, Style::Block),
        })
    }

    /// What stands below a key that has nothing beside it; `colon` is the place of its colon.
    fn below(&mut self, indent: usize, colon: Position, depth: usize) -> Option<Node<'a>> {
        match self.line {
            Some(line) if line.indent > indent => self.block(line.indent, depth),
            Some(line) if line.indent == indent && is_item(line.text) => {
                self.list(indent, Indented::Same, depth)
            }
            _ => Some(Node {
                span: TextSpan::at(colon),
                end: colon,
                content: Content::Empty,
            }),
        }
    }

    fn list(&mut self, indent: usize, indented: Indented, depth: usize) -> Option<Node<'a>> {
        self.goes_on(depth)?;
        let mut items: Vec<Node> = Vec::new();
        let is_next = |line: &Line| line.indent == indent && is_item(line.text);
        while let Some(line) = self.line.filter(is_next) {
            self.values += 1;
            let text = without_spaces(&line.text[1..]);
            items.push(if key_length(text).is_some() {
                let indent = line.indent + line.text.len() - text.len();
                self.line = Some(Line {
                    indent,
                    text,
                    ..line
                });
                self.map(indent, depth + 1)?
            } else {
                self.scalar(line, text)?
            });
        }
        let is_left = self.line.is_some_and(|line| line.indent == indent);
        if self.is_deeper(indent) || (is_left && indented == Indented::Deeper) {
            return None;
        }
        Some(Node {
            span: items.first()?.span,
            end: self.place(),
            content: Content::List(items, Style::Block),
        })
    }

    /// `None` where it is nested deeper than is read; the library tells of it.
    fn goes_on(&self, depth: usize) -> Option<()> {
        (depth < MOST_DEPTH).then_some(())
    }

    /// Whether the next line belongs to what was read, which is no plain document then.
    fn is_deeper(&self, indent: usize) -> bool {
        self.line.is_some_and(|line| line.indent > indent)
    }

    /// Where the next line begins.
    fn place(&self) -> Position {
        self.line.map_or(self.end, |line| line.place(0))
    }

    /// The value `text`, which ends `line`.
    fn scalar(&mut self, line: Line, text: &'a str) -> Option<Node<'a>> {
        let start = line.place(line.text.len() - text.len());
        let (value, written) = match text.as_bytes().first()? {
            b'"' => double_quoted(text)?,
            b'\'' => single_quoted(text)?,
            _ => plain(text)?,
        };
        let end = start.right(self.characters(written));
        self.advance();
        Some(Node {
            span: TextSpan { start, end },
            end,
            content: value,
        })
    }

    fn characters(&self, text: &str) -> usize {
        if self.is_ascii {
            text.len()
        } else {
            text.chars().count()
        }
    }
}

fn without_spaces(text: &str) -> &str {
    let spaces = text.bytes().take_while(|b| *b == b' ').count();
    &text[spaces..]
}

/// Whether nothing or a comment is left of a line; it stands behind a space.
fn is_over(text: &str) -> bool {
    text.is_empty() || text.starts_with('#')
}

fn is_item(text: &str) -> bool {
    text.starts_with("- ")
}

/// The bytes of the plain key that `text` begins with. Keys of data are words and ids.
fn key_length(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_part = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'/');
    let length = bytes.iter().position(|b| !is_part(b))?;
    let begins = bytes[0].is_ascii_alphanumeric() || bytes[0] == b'_';
    let ends = bytes[length] == b':' && matches!(bytes.get(length + 1), None | Some(b' '));
    (begins && ends && length < MOST_KEY_BYTES).then_some(length)
}

fn has_twice(entries: &[Entry]) -> bool {
    if entries.len() <= FEW_KEYS {
        let mut rest = entries;
        while let Some((first, others)) = rest.split_first() {
            if others.iter().any(|other| other.key == first.key) {
                return true;
            }
            rest = others;
        }
        return false;
    }
    let mut keys: Vec<&str> = entries.iter().map(|entry| entry.key.as_ref()).collect();
    keys.sort_unstable();
    keys.windows(2).any(|pair| pair[0] == pair[1])
}

/// What a value means, and how it is written.
type Value<'a> = Option<(Content<'a>, &'a str)>;

fn plain(text: &str) -> Value<'_> {
    let bytes = text.as_bytes();
    let begins = match bytes[0] {
        b'-' => bytes.get(1).is_some_and(|b| *b != b' '),
        first => {
            first.is_ascii_alphanumeric() || !first.is_ascii() || b"(+./_$\\<;=^~".contains(&first)
        }
    };
    if !begins {
        return None;
    }
    let mut end = bytes.len();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b':' if matches!(bytes.get(at + 1), None | Some(b' ')) => return None,
            b'#' if bytes[at - 1] == b' ' => {
                end = at;
                break;
            }
            _ => {}
        }
    }
    let written = text[..end].trim_end_matches(' ');
    let content = if is_nothing(written) {
        Content::Empty
    } else {
        Content::Scalar(Cow::Borrowed(written))
    };
    Some((content, written))
}

/// The library counts what stands behind a quote to the text.
fn single_quoted(text: &str) -> Value<'_> {
    let bytes = text.as_bytes();
    let mut at = 1;
    let mut is_doubled = false;
    loop {
        at += memchr(b'\'', &bytes[at..])?;
        if bytes.get(at + 1) != Some(&b'\'') {
            break;
        }
        is_doubled = true;
        at += 2;
    }
    let inner = &text[1..at];
    let value = if is_doubled {
        Cow::Owned(inner.replace("''", "'"))
    } else {
        Cow::Borrowed(inner)
    };
    ends_line(&text[at + 1..]).then_some((Content::Scalar(value), text))
}

fn double_quoted(text: &str) -> Value<'_> {
    let bytes = text.as_bytes();
    let mut at = 1;
    let mut is_escaped = false;
    loop {
        at += memchr::memchr2(b'"', b'\\', &bytes[at..])?;
        if bytes[at] == b'"' {
            break;
        }
        is_escaped = true;
        // What is escaped must be there; a character of several bytes is no escape.
        bytes.get(at + 1).filter(|b| b.is_ascii())?;
        at += 2;
    }
    let inner = &text[1..at];
    let value = if is_escaped {
        Cow::Owned(unescaped(inner)?)
    } else {
        Cow::Borrowed(inner)
    };
    ends_line(&text[at + 1..]).then_some((Content::Scalar(value), text))
}

/// Knows the escapes that people write.
fn unescaped(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, escape)) = rest.split_once('\\') {
        out.push_str(before);
        out.push(match escape.as_bytes().first()? {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'n' => '\n',
            _ => return None,
        });
        rest = &escape[1..];
    }
    out.push_str(rest);
    Some(out)
}

/// Whether nothing but spaces stands behind a quoted text, or a comment behind a space.
fn ends_line(rest: &str) -> bool {
    let text = without_spaces(rest);
    text.is_empty() || (text.starts_with('#') && text.len() < rest.len())
}

#[cfg(test)]
mod tests;
