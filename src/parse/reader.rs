//! Reading a tree into records: every key is looked at, every problem of a file is kept.

use super::Parsed;
use super::encoding::end_of;
use super::near::nearest;
use super::record::{Kind, Need, Record};
use super::silence::Silence;
use super::tree::{Content, Entry, Node, Style};
use crate::problem::{Code, Problem, Severity, code};
use crate::source::{Position, TextSpan};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Range;

/// A value and the place it was read at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sp<T> {
    pub value: T,
    pub span: TextSpan,
}

/// The entries of a map whose keys are ids, in the file's order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entries<K, T>(pub Vec<(Sp<K>, Sp<T>)>);

impl<K, T> Default for Entries<K, T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// What can be read from a node.
pub trait Read: Sized {
    /// `None` when it can't be; the reader then holds a problem.
    fn read(node: &Node, reader: &mut Reader) -> Option<Self>;
    fn kind() -> Kind;
}

/// What can be read from a key of a record, which may be absent.
pub trait Field: Sized {
    const NEED: Need;
    fn read(keys: &Keys, key: &'static str, reader: &mut Reader) -> Option<Self>;
    fn kind() -> Kind;
}

/// A record: what `record!` writes.
pub trait Fields: Sized {
    const RECORD: &'static Record;
    fn from_keys(keys: &Keys, reader: &mut Reader) -> Option<Self>;
}

/// Collects the problems of one file.
#[derive(Debug)]
pub struct Reader<'a> {
    file: &'a str,
    text: Text<'a>,
    pub problems: Vec<Problem>,
    /// Files below `media/` that free text links to.
    pub media_links: Vec<Sp<String>>,
    pub silences: Vec<Silence>,
    /// Problems that the checks will find, unless the record is too broken to be checked.
    pub suspects: Vec<Problem>,
    /// Where the file's own record begins.
    root: Option<Position>,
}

/// A text, and the line of its file on which it begins.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    pub text: &'a str,
    pub first_line: usize,
}

impl<'a> Reader<'a> {
    pub fn new(file: &'a str, text: Text<'a>) -> Self {
        Self {
            file,
            text,
            problems: Vec::new(),
            media_links: Vec::new(),
            silences: Vec::new(),
            suspects: Vec::new(),
            root: None,
        }
    }

    /// Reads the record that a whole file is.
    pub fn read_root<T: Read>(&mut self, node: &Node) -> Option<T> {
        self.root = Some(node.span.start);
        T::read(node, self)
    }

    /// Whether one of a record's keys is no text, and may be any key.
    fn has_key_that_is_no_text(&self, keys: &Keys) -> bool {
        let within = keys.span.start..keys.end;
        let mut told = self.problems.iter();
        told.any(|p| p.code == code::KEY_NOT_TEXT && within.contains(&p.span.start))
    }

    /// The part of the file that a record takes: all of it, if it is the file's own.
    pub fn extent(&self, keys: &Keys) -> TextSpan {
        let whole = self.root == Some(keys.span.start);
        TextSpan {
            start: if whole {
                TextSpan::START.start
            } else {
                keys.span.start
            },
            end: if whole {
                Position {
                    line: u32::MAX,
                    column: 1,
                }
            } else {
                keys.end
            },
        }
    }

    /// What was read. A record with an error in it is none.
    pub fn finish<T>(mut self, record: Option<T>) -> Parsed<T> {
        let broken = self.problems.iter().any(|p| p.severity == Severity::Error);
        if broken {
            self.problems.append(&mut self.suspects);
        }
        #[cfg(test)]
        let suspects = self.suspects;
        Parsed {
            file: self.file.into(),
            record: record.filter(|_| !broken),
            problems: super::first(self.file, self.problems),
            media_links: self.media_links,
            silences: self.silences,
            #[cfg(test)]
            suspects,
        }
    }

    pub fn file(&self) -> &'a str {
        self.file
    }

    /// Keeps a problem; returns `None`, for the value that could not be read.
    pub fn refuse<T>(
        &mut self,
        code: Code,
        span: TextSpan,
        arguments: &[(&'static str, &dyn fmt::Display)],
    ) -> Option<T> {
        let problem = Problem::error(code, self.file, span);
        self.problems.push(
            arguments
                .iter()
                .fold(problem, |p, (name, value)| p.with(name, value.to_string())),
        );
        None
    }
}

impl Reader<'_> {
    /// Keeps that nothing is written where a value `need`s to be, or may be: behind `key`, or as an item
    /// of a list where that is [`NONE`].
    fn refuse_empty<T>(&mut self, place: TextSpan, need: Need, key: &str) -> Option<T> {
        let need = match need {
            Need::Required => "required",
            Need::Optional if self.has_example_below(place) => "example",
            Need::Optional => "optional",
        };
        self.refuse(code::EMPTY_VALUE, place, &[("need", &need), ("key", &key)])
    }

    /// Whether the next line is an example that is still commented out: `#` and two spaces.
    fn has_example_below(&self, place: TextSpan) -> bool {
        let line = place.start.line_number() + 1 - self.text.first_line;
        let below = self.text.text.lines().nth(line);
        below.is_some_and(|below| below.starts_with("#  "))
    }

    /// Where a piece of a value stands in the file. A value may be written otherwise than it
    /// reads, with escapes or broken lines; then the value's own place has to do.
    pub fn place_in(&self, value: &str, piece: Range<usize>, node: &Node) -> TextSpan {
        let wanted = &value[piece.clone()];
        let before = value[..piece.start].matches(wanted).count();
        let (start, end) = (
            self.text.offset(node.span.start),
            self.text.offset(node.end),
        );
        let written = self.text.text.get(start..end).unwrap_or("");
        match written.match_indices(wanted).nth(before) {
            Some((at, _)) if !wanted.is_empty() => TextSpan {
                start: self.text.position(start + at),
                end: self.text.position(start + at + wanted.len()),
            },
            _ => node.span,
        }
    }
}

impl Text<'_> {
    /// The byte at a position; the end of the text for one beyond it.
    fn offset(&self, position: Position) -> usize {
        let before = position.line_number().saturating_sub(self.first_line);
        let mut lines = self.text.split_inclusive('\n');
        let start: usize = lines.by_ref().take(before).map(str::len).sum();
        let line = lines.next().unwrap_or("");
        let column = line.char_indices().nth(position.characters_before());
        start + column.map_or(line.len(), |(at, _)| at)
    }

    /// The position of a byte.
    pub fn position(&self, offset: usize) -> Position {
        let before = end_of(&self.text[..offset]);
        before.lines_down(self.first_line - 1)
    }
}

/// The word that stands for "none is near" in messages.
pub const NONE: &str = "tiada";

/// Control characters other than line breaks and tabs.
pub fn is_refused_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

/// Where the first control character other than line breaks and tabs stands.
pub fn refused_control(text: &str) -> Option<usize> {
    const BLOCK: usize = 128;
    // Over bytes, which is many times faster than to decode each: control characters are
    // below a space, DEL, or the two bytes C2 80 to C2 9F (Unicode 17, chapter 23.1).
    let may_be = |b: &u8| {
        ((*b < b' ') & (*b != b'\n') & (*b != b'\r') & (*b != b'\t')) | (*b == 0x7f) | (*b == 0xc2)
    };
    // A block at a time without a branch in it, for which processors have instructions of their own.
    let may_have = |block: &[u8]| block.iter().fold(false, |may, byte| may | may_be(byte));
    if !text.as_bytes().chunks(BLOCK).any(may_have) {
        return None;
    }
    text.find(is_refused_control)
}

/// The text of a single value.
pub fn scalar<'n>(node: &'n Node, reader: &mut Reader) -> Option<&'n str> {
    let text = match &node.content {
        // The reader of files refuses what is written; this is what `"\u0001"` stands for.
        Content::Scalar(text) if refused_control(text).is_some() => {
            return reader.refuse(code::CONTROL_CHARACTER, node.span, &[]);
        }
        Content::Scalar(text) => text.trim(),
        Content::Empty => "",
        Content::List(..) | Content::Map(..) => {
            return reader.refuse(code::WANT_SCALAR, node.span, &[]);
        }
    };
    if text.is_empty() {
        return reader.refuse_empty(node.span, Need::Optional, NONE);
    }
    Some(text)
}

/// A map as a record sees it.
#[derive(Debug)]
pub struct Keys<'n, 'a> {
    entries: &'n [Entry<'a>],
    span: TextSpan,
    end: Position,
    /// Keys that stand there misspelt; they are not told to be missing as well.
    misspelt: Vec<&'static str>,
}

impl<'n, 'a> Keys<'n, 'a> {
    /// Whether some key of `record` is there.
    pub(super) fn has_any(&self, record: &Record) -> bool {
        self.entries.iter().any(|entry| record.has(&entry.key))
    }

    fn get(&self, key: &str) -> Option<&'n Entry<'a>> {
        self.entries.iter().find(|entry| entry.key == key)
    }
}

/// Reads a map as a record.
pub fn read_record<R: Fields>(node: &Node, reader: &mut Reader) -> Option<R> {
    let Content::Map(entries, style) = &node.content else {
        let unspaced = unspaced(node, R::RECORD);
        let first = R::RECORD.all_fields().next().map_or("", |field| field.key);
        let (why, key) = match &unspaced {
            Some(line) => ("spasi", line.as_str()),
            None => (NONE, first),
        };
        let arguments: [(&str, &dyn fmt::Display); 2] = [("key", &key), ("why", &why)];
        return reader.refuse(code::WANT_MAP, node.span, &arguments);
    };
    let unknown = entries.iter().filter(|e| !R::RECORD.has(&e.key));
    let misspelt = unknown
        .filter_map(|entry| unknown_key(entry, *style, R::RECORD, reader))
        .collect();
    let keys = Keys {
        entries,
        span: node.span,
        end: node.end,
        misspelt,
    };
    R::from_keys(&keys, reader)
}

/// What `nilai:380` was meant to be: `nilai: 380`.
fn unspaced(node: &Node, record: &Record) -> Option<String> {
    let Content::Scalar(text) = &node.content else {
        return None;
    };
    let (key, value) = text.split_once(':')?;
    (record.has(key) && !value.is_empty()).then(|| format!("{key}: {}", value.trim_start()))
}

/// Tells of an unknown key; returns the key it was probably meant to be.
fn unknown_key(
    entry: &Entry,
    style: Style,
    record: &Record,
    reader: &mut Reader,
) -> Option<&'static str> {
    let key = entry.key.as_ref();
    if style == Style::Flow && matches!(entry.value.content, Content::Empty) {
        let digits = key.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let code = if digits {
            code::DECIMAL_COMMA_IN_BRACES
        } else {
            code::COMMA_IN_BRACES
        };
        return reader.refuse(code, entry.key_span, &[("key", &key)]);
    }
    let near = nearest(key, record.all_fields().map(|field| field.key));
    let known: Vec<_> = record.all_fields().map(|field| field.key).collect();
    reader.refuse::<()>(
        code::UNKNOWN_KEY,
        entry.key_span,
        &[
            ("key", &key),
            ("near", &near.unwrap_or(NONE)),
            ("known", &known.join(", ")),
        ],
    );
    near
}

fn read_spanned<T: Read>(node: &Node, reader: &mut Reader) -> Option<Sp<T>> {
    let value = T::read(node, reader)?;
    Some(Sp {
        value,
        span: node.span,
    })
}

/// The value of a key. An empty one is told at the key.
fn read_entry<T: Read>(entry: &Entry, need: Need, reader: &mut Reader) -> Option<Sp<T>> {
    if let Content::Empty = entry.value.content {
        return reader.refuse_empty(entry.key_span, need, &entry.key);
    }
    read_spanned(&entry.value, reader)
}

impl<T: Read> Field for Sp<T> {
    const NEED: Need = Need::Required;

    fn read(keys: &Keys, key: &'static str, reader: &mut Reader) -> Option<Self> {
        match keys.get(key) {
            Some(entry) => read_entry(entry, Self::NEED, reader),
            None if keys.misspelt.contains(&key) => None,
            None if reader.has_key_that_is_no_text(keys) => None,
            None => reader.refuse(code::MISSING_KEY, keys.span, &[("key", &key)]),
        }
    }

    fn kind() -> Kind {
        T::kind()
    }
}

impl<T: Read> Field for Option<Sp<T>> {
    const NEED: Need = Need::Optional;

    fn read(keys: &Keys, key: &'static str, reader: &mut Reader) -> Option<Self> {
        match keys.get(key) {
            Some(entry) => read_entry(entry, Self::NEED, reader).map(Some),
            None => Some(None),
        }
    }

    fn kind() -> Kind {
        T::kind()
    }
}

/// Of a key that few records have: where it is absent, the pointer alone takes room.
impl<T: Read> Field for Option<Box<Sp<T>>> {
    const NEED: Need = Need::Optional;

    fn read(keys: &Keys, key: &'static str, reader: &mut Reader) -> Option<Self> {
        let field: Option<Sp<T>> = Field::read(keys, key, reader)?;
        Some(field.map(Box::new))
    }

    fn kind() -> Kind {
        T::kind()
    }
}

impl<T: Read> Field for Vec<Sp<T>> {
    const NEED: Need = Need::Optional;

    fn read(keys: &Keys, key: &'static str, reader: &mut Reader) -> Option<Self> {
        let list: Option<Sp<Self>> = Field::read(keys, key, reader)?;
        Some(list.map_or_else(Vec::new, |list| list.value))
    }

    fn kind() -> Kind {
        <Self as Read>::kind()
    }
}

impl<K: Read, T: Read> Field for Entries<K, T> {
    const NEED: Need = Need::Optional;

    fn read(keys: &Keys, key: &'static str, reader: &mut Reader) -> Option<Self> {
        let map: Option<Sp<Self>> = Field::read(keys, key, reader)?;
        Some(map.map_or_else(Self::default, |map| map.value))
    }

    fn kind() -> Kind {
        <Self as Read>::kind()
    }
}

/// A record that few files have takes no room in those that have none.
impl<T: Read> Read for Box<T> {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        T::read(node, reader).map(Self::new)
    }

    fn kind() -> Kind {
        T::kind()
    }
}

impl<T: Read> Read for Vec<Sp<T>> {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let Content::List(items, style) = &node.content else {
            return reader.refuse(code::WANT_LIST, node.span, &[]);
        };
        if let Some(number) = items.iter().find(|item| is_flow_number(item, *style)) {
            // One decimal comma makes two items of one number: it is told once.
            let Content::Scalar(text) = &number.content else {
                return None;
            };
            return reader.refuse(code::NUMBER_IN_FLOW_LIST, number.span, &[("text", text)]);
        }
        let items: Vec<_> = items
            .iter()
            .map(|item| read_spanned(item, reader))
            .collect();
        items.into_iter().collect()
    }

    fn kind() -> Kind {
        Kind::List(Box::new(T::kind()))
    }
}

fn is_flow_number(item: &Node, style: Style) -> bool {
    matches!(&item.content, Content::Scalar(text) if style == Style::Flow && looks_numeric(text))
}

fn looks_numeric(text: &str) -> bool {
    text.bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'-'))
}

impl<K: Read, T: Read> Read for Entries<K, T> {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let Content::Map(entries, style) = &node.content else {
            let arguments: [(&str, &dyn fmt::Display); 2] = [("key", &"id"), ("why", &NONE)];
            return reader.refuse(code::WANT_MAP, node.span, &arguments);
        };
        if let Some((owner, entry)) = outdented(entries, *style, &T::kind()) {
            let arguments: [(&str, &dyn fmt::Display); 3] =
                [("why", &"anak"), ("key", &entry.key), ("owner", &owner.key)];
            return reader.refuse(code::INDENTATION, entry.key_span, &arguments);
        }
        let entries: Vec<_> = entries
            .iter()
            .map(|entry| read_id_entry(entry, *style, reader))
            .collect();
        entries.into_iter().collect::<Option<_>>().map(Self)
    }

    fn kind() -> Kind {
        Kind::Map(Box::new(K::kind()), Box::new(T::kind()))
    }
}

/// The first entry that belongs below the one before it, which is empty: a key of the record that
/// stands below each id, with a value that is none.
fn outdented<'n, 'a>(
    entries: &'n [Entry<'a>],
    style: Style,
    kind: &Kind,
) -> Option<(&'n Entry<'a>, &'n Entry<'a>)> {
    let Kind::Record(record) = kind else {
        return None;
    };
    let mut pairs = entries.iter().zip(entries.iter().skip(1));
    pairs.find(|(owner, entry)| {
        style == Style::Block
            && matches!(owner.value.content, Content::Empty)
            && matches!(entry.value.content, Content::Scalar(_))
            && record.has(&entry.key)
    })
}

fn read_id_entry<K: Read, T: Read>(
    entry: &Entry,
    style: Style,
    reader: &mut Reader,
) -> Option<(Sp<K>, Sp<T>)> {
    if style == Style::Flow && matches!(entry.value.content, Content::Empty) {
        let digits = entry.key.bytes().all(|b| b.is_ascii_digit());
        let code = if digits {
            code::DECIMAL_COMMA_IN_BRACES
        } else {
            code::COMMA_IN_BRACES
        };
        return reader.refuse(code, entry.key_span, &[("key", &entry.key)]);
    }
    let key = Node {
        span: entry.key_span,
        end: entry.key_span.end,
        content: Content::Scalar(entry.key.as_ref().into()),
    };
    let id = read_spanned(&key, reader);
    let value = read_entry(entry, Need::Optional, reader);
    Some((id?, value?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is looked over in blocks is seen wherever in them it stands.
    #[test]
    fn a_control_character_is_found_at_any_place_of_a_long_text() {
        for control in ['\u{0}', '\u{1b}', '\u{7f}', '\u{80}', '\u{9f}'] {
            for at in 0..300 {
                let text = "a".repeat(at) + &control.to_string() + &"é\r\n\tb".repeat(50);
                assert_eq!(refused_control(&text), Some(at), "{control:?}");
            }
        }
        assert_eq!(refused_control(&"a\u{a0}é\r\n\tb".repeat(300)), None);
    }
}
