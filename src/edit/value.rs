//! What is to be written, and how a file writes it.

use super::Why;
use super::layout::Written;
use super::meaning::Meaning;
use crate::parse::reader::is_refused_control;
use crate::parse::tree::{self, Content};

/// A value to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number, date, id or word of a list, as a file has it: `7.60` stays `7.60`.
    Plain(String),
    /// Words of people. Quoted where YAML, or a program that reads it, would take them for
    /// something else; a block of text where they have several lines.
    Text(String),
    /// In this order.
    Map(Vec<(String, Value)>),
    List(Vec<Value>),
}

impl Value {
    /// See [`Self::Plain`].
    pub fn plain(text: impl ToString) -> Self {
        Self::Plain(text.to_string())
    }

    /// See [`Self::Text`].
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A map of these keys.
    pub fn map<'k>(entries: impl IntoIterator<Item = (&'k str, Value)>) -> Self {
        let entries = entries.into_iter();
        Self::Map(
            entries
                .map(|(key, value)| (key.to_owned(), value))
                .collect(),
        )
    }

    /// The text of a single value.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Plain(text) | Self::Text(text) => Some(text),
            Self::Map(_) | Self::List(_) => None,
        }
    }

    /// The lines of a file or a part of one that says this, each indented by `indent` spaces, with
    /// a line break behind each; only a map or a list has lines of its own, anything else is one.
    ///
    /// # Errors
    /// [`Why::Unwritable`] for an empty text or map, and for control characters.
    pub fn lines(&self, indent: usize) -> Result<String, Why> {
        let written = self.rendered(indent, STEP)?;
        let inline = written.inline.iter().map(|line| margin(indent) + line);
        let lines = inline.chain(written.lines);
        Ok(lines.map(|line| line + "\n").collect())
    }

    pub(super) fn meaning(&self) -> Meaning {
        match self {
            Self::Plain(text) | Self::Text(text) => Meaning::Text(one_form(text)),
            Self::List(items) => Meaning::List(items.iter().map(Self::meaning).collect()),
            Self::Map(entries) => {
                let entries = entries.iter();
                Meaning::Map(entries.map(|(key, v)| (key.clone(), v.meaning())).collect())
            }
        }
    }

    /// As it stands behind a key or below it, where its own lines are indented by `indent`.
    pub(super) fn rendered(&self, indent: usize, step: usize) -> Result<Rendered, Why> {
        match self {
            Self::Plain(text) | Self::Text(text) => {
                let text = one_form(text);
                self.single(&text, indent)
            }
            Self::Map(entries) => {
                let entries = entries.iter();
                let lines = entries.map(|(key, value)| entry_lines(key, value, indent, step));
                Rendered::below(lines.collect::<Result<Vec<_>, _>>()?.concat())
            }
            Self::List(items) => {
                let lines = items.iter().map(|item| item_lines(item, indent, step));
                Rendered::below(lines.collect::<Result<Vec<_>, _>>()?.concat())
            }
        }
    }

    fn single(&self, text: &str, indent: usize) -> Result<Rendered, Why> {
        if text.is_empty() || text.chars().any(is_refused_control) {
            return Err(Why::Unwritable);
        }
        let is_text = matches!(self, Self::Text(_));
        if text.contains('\n') {
            return Ok(block("|", text, indent).unwrap_or_else(|| Rendered::inline(quoted(text))));
        }
        if reads_plainly(text) && !(is_text && looks_like_data(text)) {
            return Ok(Rendered::inline(text.to_owned()));
        }
        Ok(Rendered::inline(quoted(text)))
    }

    /// As [`Self::rendered`], in the way that the value in its place is written: `header` is what
    /// announces it, if it is a block of text.
    pub(super) fn rendered_as(
        &self,
        written: Written,
        header: &str,
        indent: usize,
        step: usize,
    ) -> Result<Rendered, Why> {
        let usual = self.rendered(indent, step)?;
        let (Self::Plain(text) | Self::Text(text)) = self else {
            return Ok(usual);
        };
        let text = one_form(text);
        let is_one_line = !text.contains('\n');
        let kept = match written {
            Written::DoubleQuoted if is_one_line => Some(Rendered::inline(quoted(&text))),
            Written::SingleQuoted if is_one_line && !text.contains('\t') => {
                Some(Rendered::inline(format!("'{}'", text.replace('\'', "''"))))
            }
            Written::Text { indent } if header.chars().all(|c| "|>-".contains(c)) => {
                let header = if is_one_line {
                    header.to_owned()
                } else {
                    header.replace('>', "|")
                };
                block(&header, &text, indent)
            }
            _ => None,
        };
        Ok(kept.unwrap_or(usual))
    }
}

/// By how much lines are indented below their key, where a file does not say otherwise.
pub(super) const STEP: usize = 2;

/// A value as it is written.
#[derive(Clone, Debug)]
pub(super) struct Rendered {
    /// Behind the key.
    pub inline: Option<String>,
    /// Below it, with their margins.
    pub lines: Vec<String>,
}

impl Rendered {
    fn inline(text: String) -> Self {
        Self {
            inline: Some(text),
            lines: Vec::new(),
        }
    }

    fn below(lines: Vec<String>) -> Result<Self, Why> {
        let written = Self {
            inline: None,
            lines,
        };
        (!written.lines.is_empty())
            .then_some(written)
            .ok_or(Why::Unwritable)
    }
}

/// The lines of a key and its value, the key indented by `indent`.
pub(super) fn entry_lines(
    key: &str,
    value: &Value,
    indent: usize,
    step: usize,
) -> Result<Vec<String>, Why> {
    let rendered = value.rendered(indent + step, step)?;
    let behind = rendered
        .inline
        .map_or_else(String::new, |text| format!(" {text}"));
    let first = format!("{}{}:{behind}", margin(indent), key_text(key)?);
    Ok([vec![first], rendered.lines].concat())
}

/// The lines of an item, its dash indented by `indent`.
pub(super) fn item_lines(value: &Value, indent: usize, step: usize) -> Result<Vec<String>, Why> {
    let rendered = value.rendered(indent + 2, step)?;
    let mut lines = rendered.lines;
    let first = match rendered.inline {
        Some(text) => text,
        None => lines.remove(0).trim_start().to_owned(),
    };
    lines.insert(0, format!("{}- {first}", margin(indent)));
    Ok(lines)
}

/// A key as it is written.
pub(super) fn key_text(key: &str) -> Result<String, Why> {
    let rendered = Value::plain(key).rendered(0, STEP)?;
    rendered
        .inline
        .filter(|_| rendered.lines.is_empty())
        .ok_or(Why::Unwritable)
}

pub(super) fn margin(indent: usize) -> String {
    " ".repeat(indent)
}

/// A block of text; `None` where YAML would read its lines otherwise.
fn block(header: &str, text: &str, indent: usize) -> Option<Rendered> {
    let is_odd = text.starts_with(' ') || text.contains('\t');
    let line = |line: &str| match line.trim_end() {
        "" => String::new(),
        line => margin(indent) + line,
    };
    (!is_odd).then(|| Rendered {
        inline: Some(header.to_owned()),
        lines: text.split('\n').map(line).collect(),
    })
}

/// A text as records read it: one kind of line breaks, no spaces around it or at the ends of lines.
fn one_form(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
}

/// In double quotes: a string of JSON is one of YAML.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Whether the text, as it stands, is a value that reads the same behind a key.
fn reads_plainly(text: &str) -> bool {
    let file = format!("k: {text}\n");
    let mut problems = Vec::new();
    let Ok(root) = tree::read(&file, "", 1, &mut problems) else {
        return false;
    };
    let Content::Map(entries, _) = root.content else {
        return false;
    };
    let is_it = |content: &Content| matches!(content, Content::Scalar(read) if read == text);
    // A quoted text reads as something else than it stands.
    let is_tabbed = text.contains('\t');
    problems.is_empty() && !is_tabbed && entries.len() == 1 && is_it(&entries[0].value.content)
}

/// Whether programs that give types to plain values would take it for no text: a number, a date, a
/// time, or a word of YAML 1.1 or 1.2.
fn looks_like_data(text: &str) -> bool {
    const WORDS: [&str; 11] = [
        "y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "",
    ];
    let lower = text.to_lowercase();
    let of_numbers = |c: char| c.is_ascii_digit() || "+-.,:_ ".contains(c);
    let begins = text.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c));
    let is_special = matches!(lower.trim_start_matches(['+', '-']), ".inf" | ".nan");
    let is_based = ["0x", "0o", "0b"]
        .iter()
        .any(|base| lower.starts_with(base));
    let is_number = begins
        && lower
            .chars()
            .all(|c| of_numbers(c) || matches!(c, 'e' | 't' | 'z'));
    WORDS.contains(&lower.as_str()) || is_special || is_based || is_number
}
