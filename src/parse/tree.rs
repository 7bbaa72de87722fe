//! YAML as a tree of spanned nodes. The only file that knows the YAML library; plain documents
//! are read without it ([`lines`]).
//!
//! A scalar keeps the text it was written with: nothing here turns `no` into false or `1.10`
//! into 1.1. What would make a file mean more than it shows (anchors, aliases, tags, several
//! documents, duplicate keys) is refused.

#[cfg(any(test, fuzzing))]
pub(crate) mod laws;
mod lines;

use super::reader::NONE;
use crate::problem::{Code, Problem, code};
use crate::source::{Position, TextSpan};
use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError, Span, StrInput};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Deeper nesting than any record has; keeps reading far from the end of the stack.
const MOST_DEPTH: usize = 24;

/// More values, keys, lists and maps than any record has: some hundred indicators take a tenth.
/// Keeps memory and time small for a file that only looks like data.
const MOST_EVENTS: usize = 50_000;

/// A value with the place it stands at.
#[derive(Debug, PartialEq, Eq)]
pub struct Node<'a> {
    pub span: TextSpan,
    /// Just behind its last character; of a block of text, whose span is its first character,
    /// the start of what follows.
    pub end: Position,
    pub content: Content<'a>,
}

#[derive(Debug, PartialEq, Eq)]
pub enum Content<'a> {
    /// Nothing after the key, `~` or `null`.
    Empty,
    Scalar(Cow<'a, str>),
    List(Vec<Node<'a>>, Style),
    Map(Vec<Entry<'a>>, Style),
}

/// How a list or a map was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// By lines.
    Block,
    /// In brackets, where a comma separates.
    Flow,
}

impl Node<'_> {
    /// Whether it has keys, and no key in it has a value.
    pub fn is_blank(&self) -> bool {
        match &self.content {
            Content::Map(entries, _) => {
                let mut values = entries.iter().map(|entry| &entry.value);
                let is_blank =
                    |value: &Node| matches!(value.content, Content::Empty) || value.is_blank();
                !entries.is_empty() && values.all(is_blank)
            }
            Content::Empty | Content::Scalar(_) | Content::List(..) => false,
        }
    }
}

/// A key and its value.
#[derive(Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    pub key: Cow<'a, str>,
    pub key_span: TextSpan,
    pub value: Node<'a>,
}

/// Reads one document; its first line is line `first_line` of `file`. Problems that leave the
/// tree whole are added to `problems`; one that does not is returned.
pub fn read<'a>(
    text: &'a str,
    file: &str,
    first_line: usize,
    problems: &mut Vec<Problem>,
) -> Result<Node<'a>, Problem> {
    match lines::read(text, first_line) {
        Some(node) => Ok(node),
        None => read_any(text, file, first_line, problems),
    }
}

/// As [`read`], by the library alone.
fn read_any<'a>(
    text: &'a str,
    file: &str,
    first_line: usize,
    problems: &mut Vec<Problem>,
) -> Result<Node<'a>, Problem> {
    Builder {
        parser: Parser::new_from_str(text),
        lines_before: first_line - 1,
        end: end_of(text),
        events: 0,
        file,
        text,
        problems,
    }
    .document()
}

/// Line and column (from 1 and 0) just behind the last character, line breaks aside.
fn end_of(text: &str) -> (usize, usize) {
    let text = text.trim_end_matches(['\n', '\r']);
    let line = text.bytes().filter(|b| *b == b'\n').count() + 1;
    let last = text.rsplit('\n').next().unwrap_or("");
    (line, last.chars().count())
}

struct Builder<'a, 'p> {
    parser: Parser<'a, StrInput<'a>>,
    lines_before: usize,
    end: (usize, usize),
    events: usize,
    file: &'p str,
    text: &'a str,
    problems: &'p mut Vec<Problem>,
}

impl<'a> Builder<'a, '_> {
    fn document(mut self) -> Result<Node<'a>, Problem> {
        loop {
            match self.next()? {
                (Event::StreamStart | Event::DocumentStart(_), _) => {}
                (Event::StreamEnd, _) => {
                    return Err(Problem::error(code::EMPTY_FILE, self.file, TextSpan::START));
                }
                (event, span) => {
                    let node = self.node(event, span, 1, Style::Block)?;
                    return self.end_of_document().map(|()| node);
                }
            }
        }
    }

    fn end_of_document(&mut self) -> Result<(), Problem> {
        loop {
            match self.next()? {
                (Event::StreamEnd, _) => return Ok(()),
                (Event::DocumentEnd, _) => {}
                (_, span) => return Err(self.error(code::SEVERAL_DOCUMENTS, self.place(span))),
            }
        }
    }

    fn next(&mut self) -> Result<(Event<'a>, Span), Problem> {
        match self.parser.next_event() {
            Some(Ok((_, span))) if self.events == MOST_EVENTS => {
                Err(self.error(code::TOO_MANY, self.place(span)))
            }
            Some(Ok(event)) => {
                self.events += 1;
                Ok(event)
            }
            Some(Err(error)) => Err(self.syntax(&error)),
            None => Ok((Event::StreamEnd, Span::default())),
        }
    }

    fn node(
        &mut self,
        event: Event<'a>,
        span: Span,
        depth: usize,
        around: Style,
    ) -> Result<Node<'a>, Problem> {
        if depth > MOST_DEPTH {
            return Err(self.error(code::TOO_DEEP, self.place(span)));
        }
        let style = if around == Style::Flow || !span.is_empty() {
            Style::Flow
        } else {
            Style::Block
        };
        let place = self.place(span);
        match event {
            Event::Scalar(text, written, anchor, tag) => {
                self.refuse_extras(anchor, tag.is_some(), place);
                Ok(scalar(text, written, place))
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse_extras(anchor, tag.is_some(), place);
                self.list(place, depth, style)
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse_extras(anchor, tag.is_some(), place);
                self.map(place, depth, style)
            }
            _ => {
                self.refuse_extras(1, false, place);
                Ok(Node {
                    span: place,
                    end: place.end,
                    content: Content::Empty,
                })
            }
        }
    }

    fn refuse_extras(&mut self, anchor: usize, tagged: bool, place: TextSpan) {
        if anchor != 0 || tagged {
            self.problems
                .push(Problem::error(code::ANCHOR, self.file, place));
        }
    }

    fn list(&mut self, place: TextSpan, depth: usize, style: Style) -> Result<Node<'a>, Problem> {
        let mut items = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if event == Event::SequenceEnd {
                let end = self.place(span).end;
                let span = items.first().map_or(place, |n: &Node| n.span);
                return Ok(Node {
                    span: if style == Style::Flow { place } else { span },
                    end,
                    content: Content::List(items, style),
                });
            }
            items.push(self.node(event, span, depth + 1, style)?);
        }
    }

    fn map(&mut self, place: TextSpan, depth: usize, style: Style) -> Result<Node<'a>, Problem> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut first_places = BTreeMap::new();
        loop {
            let (event, span) = self.next()?;
            if event == Event::MappingEnd {
                let end = self.place(span).end;
                let span = entries.first().map_or(place, |e: &Entry| e.key_span);
                return Ok(Node {
                    span: if style == Style::Flow { place } else { span },
                    end,
                    content: Content::Map(entries, style),
                });
            }
            let Some(key) = self.key(event, span, depth, style)? else {
                continue;
            };
            let key_span = self.place(span);
            let (event, span) = self.next()?;
            let value = self.node(event, span, depth + 1, style)?;
            match first_places.get(&key) {
                Some(first) => self.duplicate(&key, key_span, *first),
                None => {
                    first_places.insert(key.clone(), key_span);
                    entries.push(Entry {
                        key,
                        key_span,
                        value,
                    });
                }
            }
        }
    }

    /// The key's text; `None` when it was no text, its value then is read over.
    fn key(
        &mut self,
        event: Event<'a>,
        span: Span,
        depth: usize,
        style: Style,
    ) -> Result<Option<Cow<'a, str>>, Problem> {
        let place = self.place(span);
        match event {
            Event::Scalar(text, _, anchor, tag) => {
                self.refuse_extras(anchor, tag.is_some(), place);
                Ok(Some(text))
            }
            event => {
                self.problems
                    .push(Problem::error(code::KEY_NOT_TEXT, self.file, place));
                self.node(event, span, depth + 1, style)?;
                let (event, span) = self.next()?;
                self.node(event, span, depth + 1, style)?;
                Ok(None)
            }
        }
    }

    fn duplicate(&mut self, key: &str, place: TextSpan, first: TextSpan) {
        self.problems.push(
            self.error(code::DUPLICATE_KEY, place)
                .with("key", key)
                .with("line", first.start.line.to_string()),
        );
    }

    fn error(&self, code: Code, place: TextSpan) -> Problem {
        Problem::error(code, self.file, place)
    }

    fn syntax(&self, error: &ScanError) -> Problem {
        let place = TextSpan::at(self.position(error.marker()));
        self.error(syntax_code(error.info()), place)
            .with("detail", error.info())
            .with("why", self.known_cause(error.marker()))
    }

    /// What people write there now and then, and mean otherwise, as messages know it.
    fn known_cause(&self, marker: &Marker) -> &'static str {
        let line = self.text.lines().nth(marker.line() - 1).unwrap_or("");
        match line.trim().split_once(':') {
            Some((_, value)) if value.trim() == "-" => "strip",
            Some(("abaikan", _)) => "abaikan",
            _ => NONE,
        }
    }

    fn place(&self, span: Span) -> TextSpan {
        TextSpan {
            start: self.position(&span.start),
            end: self.position(&span.end),
        }
    }

    /// Our columns count from 1, the library's from 0; what lies behind the text is its end.
    fn position(&self, marker: &Marker) -> Position {
        let (line, column) = (marker.line(), marker.col()).min(self.end);
        Position::new(line + self.lines_before, column + 1)
    }
}

fn scalar<'a>(text: Cow<'a, str>, written: ScalarStyle, place: TextSpan) -> Node<'a> {
    // A block scalar's span runs up to the next key: its first character says enough.
    let span = match written {
        ScalarStyle::Literal | ScalarStyle::Folded => TextSpan::at(place.start),
        _ => place,
    };
    let empty = written == ScalarStyle::Plain && is_nothing(&text);
    let content = if empty {
        Content::Empty
    } else {
        Content::Scalar(text)
    };
    Node {
        span,
        end: place.end,
        content,
    }
}

/// Whether a value that is written without quotes is none.
fn is_nothing(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

/// The code for the library's reason, by its words; what is not known is a plain syntax error.
fn syntax_code(reason: &str) -> Code {
    const REASONS: [(&str, Code); 14] = [
        ("mapping values are not allowed", code::COLON_IN_TEXT),
        ("mapping keys are not allowed", code::COLON_IN_TEXT),
        ("illegal placement of ':'", code::OPEN_BRACKET),
        ("flow mapping", code::OPEN_BRACKET),
        ("flow sequence", code::OPEN_BRACKET),
        ("flow construct", code::OPEN_BRACKET),
        ("misplaced bracket", code::OPEN_BRACKET),
        ("quoted scalar", code::OPEN_QUOTE),
        ("trailing content after", code::OPEN_QUOTE),
        ("unexpected character", code::FIRST_CHARACTER),
        ("simple key", code::NO_COLON),
        ("indentation", code::INDENTATION),
        ("wrongly indented", code::INDENTATION),
        ("did not find expected '-'", code::INDENTATION),
    ];
    const MORE: [(&str, Code); 7] = [
        ("recursion limit", code::TOO_DEEP),
        ("did not find expected key", code::INDENTATION),
        ("expected <document start>", code::INDENTATION),
        ("block sequence entries are not", code::INDENTATION),
        ("anchor", code::ANCHOR),
        ("tag", code::ANCHOR),
        ("document", code::SEVERAL_DOCUMENTS),
    ];
    REASONS
        .iter()
        .chain(&MORE)
        .find(|(words, _)| reason.contains(words))
        .map_or(code::SYNTAX, |(_, code)| *code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tree(text: &str) -> Result<Node<'_>, Problem> {
        let mut problems = Vec::new();
        let node = read(text, "f", 1, &mut problems)?;
        problems.into_iter().next().map_or(Ok(node), Err)
    }

    fn entries<'n, 'a>(node: &'n Node<'a>) -> &'n [Entry<'a>] {
        match &node.content {
            Content::Map(entries, _) => entries,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_scalar_keeps_the_text_it_was_written_with() {
        let node = tree("a: 1.10\nb: \"no\"\nc: 010\nd: |\n  x: 1\n  y\n").unwrap();
        let texts: Vec<_> = entries(&node)
            .iter()
            .map(|e| match &e.value.content {
                Content::Scalar(text) => text.as_ref(),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(texts, ["1.10", "no", "010", "x: 1\ny\n"]);
    }

    #[test]
    fn places_count_from_one() {
        let node = tree("a: 1\nbb:\n  - x: é y\n").unwrap();
        let list = match &entries(&node)[1].value.content {
            Content::List(items, Style::Block) => items,
            other => panic!("{other:?}"),
        };
        let value = &entries(&list[0])[0].value;
        assert_eq!(value.span.start, Position { line: 3, column: 8 });
        assert_eq!(
            value.span.end,
            Position {
                line: 3,
                column: 11
            }
        );
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[a-c:\\-{}\\[\\], \n#'\"|>&*!?%@0-9\t]{0,60}") {
            let _ = tree(&text);
        }
    }
}
