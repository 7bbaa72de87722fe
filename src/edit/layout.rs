//! Where the parts of a document stand, in bytes.
//!
//! A parsed tree says where keys and plain values begin and end. Of what is quoted, in brackets or
//! a block, the end is found in the text itself.

use super::Why;
use crate::parse::tree::{Content, Entry, Node, Style};
use crate::source::{Position, TextSpan};
use std::ops::Range;

/// A refusal and its place.
pub(super) type Refused = (TextSpan, Why);

/// A text and where its lines begin.
pub(super) struct Layouts<'t> {
    pub text: &'t str,
    starts: Vec<usize>,
}

/// What a value hangs on: a key with its colon, or the dash of an item.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    /// Where the key or the dash begins.
    pub start: usize,
    /// Just behind the colon or the dash.
    pub head: usize,
    /// How far the key or the dash is indented, in characters.
    pub indent: usize,
}

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    Nothing,
    Plain,
    SingleQuoted,
    DoubleQuoted,
    /// A block of text; how far its lines are indented.
    Text {
        indent: usize,
    },
    /// In braces or brackets.
    Flow,
    /// A list or a map by lines, below its key.
    Below,
    /// A list or a map by lines that begins on the line of its dash.
    Beside,
}

/// The bytes of a value.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    pub written: Written,
    /// What stands behind its key or dash; of a block, what announces it, if anything does.
    pub inline: Range<usize>,
    /// The end of the line on which `inline` ends, without its line break.
    pub line_end: usize,
    /// The end of the last line that belongs to it, without its line break.
    pub end: usize,
}

impl<'t> Layouts<'t> {
    pub fn new(text: &'t str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(breaks).collect(),
        }
    }

    pub fn offset(&self, position: Position) -> usize {
        let Some(start) = self.starts.get(position.line_number() - 1) else {
            return self.text.len();
        };
        let line = self.text[*start..].split('\n').next().unwrap_or("");
        let column = line.char_indices().nth(position.characters_before());
        start + column.map_or(line.len(), |(at, _)| at)
    }

    fn position(&self, offset: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.line_start(offset);
        Position::new(line, self.text[start..offset].chars().count() + 1)
    }

    pub fn line_start(&self, offset: usize) -> usize {
        self.text[..offset].rfind('\n').map_or(0, |at| at + 1)
    }

    /// The end of a line, without its line break.
    pub fn line_end(&self, offset: usize) -> usize {
        let rest = &self.text[offset..];
        let line = rest.split('\n').next().unwrap_or("");
        offset + line.trim_end_matches('\r').len()
    }

    /// Where the line after that of `offset` begins; the end of the text after the last one.
    pub fn next_line(&self, offset: usize) -> usize {
        let end = self.text[offset..].find('\n');
        end.map_or(self.text.len(), |at| offset + at + 1)
    }

    fn refuse<T>(&self, offset: usize, why: Why) -> Result<T, Refused> {
        Err((TextSpan::at(self.position(offset)), why))
    }

    /// The key of an entry in a map by lines.
    pub fn key(&self, entry: &Entry) -> Result<Slot, Refused> {
        let start = self.offset(entry.key_span.start);
        let end = match self.text[start..].chars().next() {
            Some(quote @ ('\'' | '"')) => self.quoted_end(start, quote)?,
            _ => self.offset(entry.key_span.end),
        };
        let colon = end + spaces(&self.text[end..]);
        if !self.text[colon..].starts_with(':') {
            return self.refuse(start, Why::OddForm);
        }
        Ok(Slot {
            start,
            head: colon + 1,
            indent: entry.key_span.start.characters_before(),
        })
    }

    /// The dashes of a list by lines; `from` is just behind the key or dash that it hangs on.
    pub fn items(&self, items: &[Node], from: usize) -> Result<Vec<Slot>, Refused> {
        let mut slots = Vec::new();
        let mut from = from;
        for item in items {
            let start = self.next_token(from);
            let slot = Slot {
                start,
                head: start + 1,
                indent: self.position(start).characters_before(),
            };
            if !self.text[start..].starts_with('-') {
                return self.refuse(start, Why::OddForm);
            }
            from = self.value(item, slot)?.end;
            slots.push(slot);
        }
        Ok(slots)
    }

    /// Where the value of a key or an item stands.
    pub fn value(&self, node: &Node, slot: Slot) -> Result<Layout, Refused> {
        let start = slot.head + spaces(&self.text[slot.head..]);
        match self.text[start..].chars().next() {
            None | Some('\n' | '\r' | '#') => self.below(node, slot),
            Some('|' | '>') => self.block(start, slot),
            Some(quote @ ('\'' | '"')) => {
                let end = self.quoted_end(start, quote)?;
                let is_single = quote == '\'';
                let written = if is_single {
                    Written::SingleQuoted
                } else {
                    Written::DoubleQuoted
                };
                // A quoted text may be the first key of a map beside its dash.
                match node.content {
                    Content::Scalar(_) => Ok(self.inline(written, start..end)),
                    _ => self.beside(node, start, slot),
                }
            }
            Some('{' | '[') => Ok(self.inline(Written::Flow, start..self.flow_end(node)?)),
            Some(_) => match node.content {
                Content::Scalar(_) | Content::Empty => {
                    let end = self.offset(node.span.end);
                    Ok(self.inline(Written::Plain, start..end))
                }
                _ => self.beside(node, start, slot),
            },
        }
    }

    fn inline(&self, written: Written, inline: Range<usize>) -> Layout {
        let line_end = self.line_end(inline.end);
        Layout {
            written,
            inline,
            line_end,
            end: line_end,
        }
    }

    /// What stands on the lines below its key, or nothing.
    fn below(&self, node: &Node, slot: Slot) -> Result<Layout, Refused> {
        let line_end = self.line_end(slot.head);
        let (written, end) = match &node.content {
            Content::Empty => (Written::Nothing, line_end),
            Content::Scalar(_) => return self.refuse(slot.start, Why::OddForm),
            _ => (Written::Below, self.end_of(node, slot)?),
        };
        Ok(Layout {
            written,
            inline: slot.head..slot.head,
            line_end,
            end,
        })
    }

    fn beside(&self, node: &Node, start: usize, slot: Slot) -> Result<Layout, Refused> {
        let end = self.end_of(node, slot)?;
        Ok(Layout {
            written: Written::Beside,
            inline: start..end,
            line_end: end,
            end,
        })
    }

    /// The end of the last line of a list or map by lines.
    pub fn end_of(&self, node: &Node, slot: Slot) -> Result<usize, Refused> {
        match &node.content {
            Content::Map(entries, Style::Block) => match entries.last() {
                Some(last) => Ok(self.value(&last.value, self.key(last)?)?.end),
                None => self.refuse(slot.start, Why::OddForm),
            },
            Content::List(items, Style::Block) => {
                let slots = self.items(items, slot.head)?;
                match (items.last(), slots.last()) {
                    (Some(item), Some(slot)) => Ok(self.value(item, *slot)?.end),
                    _ => self.refuse(slot.start, Why::OddForm),
                }
            }
            // In braces, on a line of its own.
            _ => self.refuse(slot.start, Why::OddForm),
        }
    }

    /// A block of text: all lines below that are blank or indented far enough.
    fn block(&self, start: usize, slot: Slot) -> Result<Layout, Refused> {
        let line_end = self.line_end(start);
        let line = &self.text[start..line_end];
        let header = line.split([' ', '#']).next().unwrap_or(line);
        if header.contains('+') {
            return self.refuse(start, Why::OddForm);
        }
        let given = header.chars().find_map(|c| c.to_digit(10));
        let mut indent = given.map(|digit| slot.indent + digit as usize);
        let (mut end, mut at) = (line_end, self.next_line(start));
        while at < self.text.len() {
            let line = &self.text[at..self.line_end(at)];
            let own = spaces(line);
            if own < line.len() {
                let wanted = *indent.get_or_insert(own.max(slot.indent + 1));
                if own < wanted {
                    break;
                }
                end = at + line.len();
            }
            at = self.next_line(at);
        }
        Ok(Layout {
            written: Written::Text {
                indent: indent.unwrap_or(slot.indent + 2),
            },
            inline: start..start + header.len(),
            line_end,
            end,
        })
    }

    /// Just behind the closing quote.
    fn quoted_end(&self, start: usize, quote: char) -> Result<usize, Refused> {
        let mut characters = self.text[start..].char_indices().skip(1).peekable();
        while let Some((at, c)) = characters.next() {
            let next = characters.peek().map(|(_, c)| *c);
            if c == '\\' && quote == '"' || c == quote && quote == '\'' && next == Some(quote) {
                characters.next();
            } else if c == quote {
                return Ok(start + at + 1);
            }
        }
        self.refuse(start, Why::OddForm)
    }

    /// Just behind the closing bracket of a list or map in brackets: the first bracket behind the
    /// last thing in it.
    fn flow_end(&self, node: &Node) -> Result<usize, Refused> {
        let start = self.offset(node.span.start);
        let last = match &node.content {
            Content::List(items, Style::Flow) => items.last(),
            Content::Map(entries, Style::Flow) => entries.last().map(|entry| &entry.value),
            _ => return self.refuse(start, Why::OddForm),
        };
        let inner = last.map_or(Ok(start + 1), |last| self.end_in_flow(last))?;
        let mut at = self.next_token(inner);
        if self.text[at..].starts_with(',') {
            at = self.next_token(at + 1);
        }
        match self.text[at..].chars().next() {
            Some('}' | ']') => Ok(at + 1),
            _ => self.refuse(start, Why::OddForm),
        }
    }

    fn end_in_flow(&self, node: &Node) -> Result<usize, Refused> {
        let start = self.offset(node.span.start);
        match &node.content {
            Content::List(..) | Content::Map(..) => self.flow_end(node),
            Content::Empty | Content::Scalar(_) => match self.text[start..].chars().next() {
                Some(quote @ ('\'' | '"')) => self.quoted_end(start, quote),
                _ => Ok(self.offset(node.span.end)),
            },
        }
    }

    /// The next thing that is no space, line break or comment.
    fn next_token(&self, from: usize) -> usize {
        let mut at = from;
        loop {
            let rest = &self.text[at..];
            at += rest.len() - rest.trim_start_matches([' ', '\n', '\r']).len();
            if !self.text[at..].starts_with('#') {
                return at;
            }
            at = self.line_end(at);
        }
    }
}

/// How many spaces a text begins with.
pub(super) fn spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}
