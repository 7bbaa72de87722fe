//! YAML as an editor sees it: every plain value resolved by the core schema of YAML 1.2.
//!
//! It shares nothing with `parse`, which keeps the text of a value and resolves nothing.

use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use serde_json::{Map, Value};

/// A document, and where its single values stand.
pub struct Document {
    pub value: Value,
    /// Line and column, both from 1, of every single value that is no key.
    pub scalars: Vec<((usize, usize), Value)>,
}

impl Document {
    /// `None` for what is no YAML, holds aliases, or has keys that are no text.
    pub fn read(text: &str) -> Option<Self> {
        let mut reader = Reader {
            events: Parser::new_from_str(text)
                .collect::<Result<Vec<_>, _>>()
                .ok()?
                .into_iter(),
            scalars: Vec::new(),
        };
        loop {
            match reader.events.next()? {
                (Event::StreamStart | Event::DocumentStart(_), _) => {}
                event => {
                    let value = reader.value(event)?;
                    return Some(Self {
                        value,
                        scalars: reader.scalars,
                    });
                }
            }
        }
    }

    /// The single value that begins at that line and column.
    pub fn scalar_at(&self, place: (usize, usize)) -> Option<&Value> {
        let found = self.scalars.iter().find(|(at, _)| *at == place);
        found.map(|(_, value)| value)
    }
}

struct Reader<'t> {
    events: std::vec::IntoIter<(Event<'t>, Span)>,
    scalars: Vec<((usize, usize), Value)>,
}

impl<'t> Reader<'t> {
    fn value(&mut self, (event, span): (Event<'t>, Span)) -> Option<Value> {
        match event {
            Event::Scalar(text, style, ..) => {
                let value = match style {
                    ScalarStyle::Plain => plain(&text),
                    _ => Value::from(text.as_ref()),
                };
                let place = (span.start.line(), span.start.col() + 1);
                self.scalars.push((place, value.clone()));
                Some(value)
            }
            Event::SequenceStart(..) => self.list(),
            Event::MappingStart(..) => self.map(),
            _ => None,
        }
    }

    fn list(&mut self) -> Option<Value> {
        let mut items = Vec::new();
        loop {
            match self.events.next()? {
                (Event::SequenceEnd, _) => return Some(Value::Array(items)),
                event => items.push(self.value(event)?),
            }
        }
    }

    fn map(&mut self) -> Option<Value> {
        let mut entries = Map::new();
        loop {
            match self.events.next()? {
                (Event::MappingEnd, _) => return Some(Value::Object(entries)),
                (Event::Scalar(key, ..), _) => {
                    let event = self.events.next()?;
                    let value = self.value(event)?;
                    entries.entry(key.into_owned()).or_insert(value);
                }
                _ => return None,
            }
        }
    }
}

/// A plain value by the core schema (YAML 1.2.2, chapter 10.3). JSON has no infinity and nothing
/// that is no number; 0 stands for them, a number as well.
fn plain(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
        "true" | "True" | "TRUE" => return true.into(),
        "false" | "False" | "FALSE" => return false.into(),
        ".nan" | ".NaN" | ".NAN" => return 0.into(),
        _ => {}
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if [".inf", ".Inf", ".INF"].contains(&unsigned) {
        return 0.into();
    }
    for (prefix, base) in [("0x", 16), ("0o", 8)] {
        let digits = text.strip_prefix(prefix);
        if let Some(number) = digits.and_then(|digits| u64::from_str_radix(digits, base).ok()) {
            return number.into();
        }
    }
    number(text, unsigned).unwrap_or_else(|| text.into())
}

fn number(text: &str, unsigned: &str) -> Option<Value> {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (
            mantissa,
            exponent.strip_prefix(['-', '+']).unwrap_or(exponent),
        ),
        None => (unsigned, "0"),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let is_number = [whole, fraction, exponent].into_iter().all(digits)
        && !(whole.is_empty() && fraction.is_empty())
        && !exponent.is_empty();
    if !is_number {
        return None;
    }
    let whole = text.trim_start_matches('+').parse::<i64>().ok();
    let number: f64 = text.parse().ok()?;
    Some(whole.map_or_else(|| Value::from(number), Value::from))
}

#[test]
fn plain_values_are_resolved_as_an_editor_does() {
    let document = Document::read(
        "a: 3000\nb: 13,2\nc: 2026-01-12\nd: ya\ne: true\nf:\ng: '1'\nh: 010\ni: 1.5e3\nj: |\n  1\nk: -4\nl: 0x1F\nm: 3.000\nn: 1.250.000\no: 1e\n",
    );
    let expected = serde_json::json!({
        "a": 3000, "b": "13,2", "c": "2026-01-12", "d": "ya", "e": true, "f": null, "g": "1",
        "h": 10, "i": 1500.0, "j": "1\n", "k": -4, "l": 31, "m": 3.0, "n": "1.250.000", "o": "1e",
    });
    let document = document.unwrap();
    assert_eq!(document.value, expected);
    assert_eq!(document.scalar_at((3, 4)), Some(&expected["c"]));
}
