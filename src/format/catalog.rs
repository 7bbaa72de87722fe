//! What message sources define, and what each message needs: read from the syntax, before any
//! message is put together.

use super::{MessageError, MessageSource};
use fluent_bundle::FluentResource;
use fluent_syntax::ast::{
    Attribute, CallArguments, Entry, Expression, Identifier, InlineExpression, Pattern,
    PatternElement,
};
use fluent_syntax::parser::{ParserError, parse_runtime};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Parses every source.
///
/// # Errors
/// Every syntax error and every name that one file defines twice.
pub(super) fn parse(
    sources: &[MessageSource<'_>],
) -> Result<Vec<Arc<FluentResource>>, Vec<MessageError>> {
    let mut errors = Vec::new();
    let mut resources = Vec::new();
    for source in sources {
        // Windows editors put a byte order mark in front; to Fluent it is a broken message.
        let text = source.text.trim_start_matches('\u{feff}');
        if let Some((at, reason)) = unreadable(text) {
            errors.push(MessageError::Syntax {
                source: source.name.into(),
                line: text[..at].matches('\n').count() + 1,
                reason: reason.into(),
            });
            continue;
        }
        match FluentResource::try_new(text.into()) {
            Ok(resource) => {
                errors.extend(duplicates(source.name, &resource));
                resources.push(Arc::new(resource));
            }
            Err((_, wrong)) => errors.extend(wrong.into_iter().map(|error| MessageError::Syntax {
                source: source.name.into(),
                line: line_of(text, &error),
                reason: error.to_string(),
            })),
        }
    }
    if errors.is_empty() {
        Ok(resources)
    } else {
        Err(errors)
    }
}

/// The names of the messages that a source defines, as far as it can be read. A term is there for other messages alone.
pub fn message_keys(text: &str) -> BTreeSet<&str> {
    let text = text.trim_start_matches('\u{feff}');
    if unreadable(text).is_some() {
        return BTreeSet::new();
    }
    let resource = parse_runtime(text).unwrap_or_else(|(readable, _)| readable);
    let entries = resource.body.into_iter();
    let keys = entries.filter_map(|entry| match entry {
        Entry::Message(message) => Some(message.id.name),
        _ => None,
    });
    keys.collect()
}

/// What would end the program in the reader of Fluent: where it stands, and what it is.
fn unreadable(text: &str) -> Option<(usize, &'static str)> {
    let escape = broken_escape(text).map(|at| {
        let reason = "an escape is followed by too few hexadecimal digits";
        (at, reason)
    });
    escape.or_else(|| too_deep(text).map(|at| (at, "too many braces within each other")))
}

/// More than any message has. The reader of Fluent calls itself for each, until the stack is full.
const MOST_WITHIN_EACH_OTHER: usize = 16;

/// Where an entry opens one brace more within others, or one parenthesis within braces. An entry begins at the
/// start of a line.
fn too_deep(text: &str) -> Option<usize> {
    let (mut braces, mut parentheses, mut begins) = (0_usize, 0_usize, true);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => braces += 1,
            b'}' => braces = braces.saturating_sub(1),
            b'(' if braces > 0 => parentheses += 1,
            b')' if braces > 0 => parentheses = parentheses.saturating_sub(1),
            b'-' | b'a'..=b'z' | b'A'..=b'Z' if begins => (braces, parentheses) = (0, 0),
            _ => {}
        }
        begins = byte == b'\n';
        if braces + parentheses > MOST_WITHIN_EACH_OTHER {
            return Some(at);
        }
    }
    None
}

/// Where a `\u` or `\U` stands with fewer digits than it needs before a letter of several bytes: the reader of
/// Fluent cuts that letter in two, which ends the program.
fn broken_escape(text: &str) -> Option<usize> {
    let is_broken = |at: &usize| {
        let before = text[..*at].bytes().rev().take_while(|byte| *byte == b'\\');
        let escape = &text[*at + 1..];
        let needed = match escape.as_bytes().first() {
            Some(b'u') => 4,
            Some(b'U') => 6,
            _ => return false,
        };
        let digits = escape[1..].bytes().take(needed);
        let digits = digits.take_while(u8::is_ascii_hexdigit).count();
        let next = escape.as_bytes().get(1 + digits);
        before.count() % 2 == 0 && digits < needed && next.is_some_and(|byte| !byte.is_ascii())
    };
    text.match_indices('\\').map(|(at, _)| at).find(is_broken)
}

/// The parser looks for what is missing up to the next entry; the line at fault is the last one
/// before it.
fn line_of(text: &str, error: &ParserError) -> usize {
    let end = error.slice.as_ref().map_or(text.len(), |slice| slice.end);
    let broken = text.get(..end).unwrap_or(text).trim_end();
    let before = broken.bytes().take(error.pos.start);
    before.filter(|byte| *byte == b'\n').count() + 1
}

/// Fluent keeps terms and messages in one map, so that `-a` and `a` are doubles too.
fn duplicates(name: &str, resource: &FluentResource) -> Vec<MessageError> {
    let mut seen = BTreeSet::new();
    let ids = resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message.id.name),
        Entry::Term(term) => Some(term.id.name),
        _ => None,
    });
    ids.filter(|id| !seen.insert(*id))
        .map(|id| MessageError::Duplicate {
            source: name.into(),
            line: last_line_defining(resource.source(), id),
            key: id.into(),
        })
        .collect()
}

/// Definitions begin at the start of a line; everything else in a message is indented.
fn last_line_defining(text: &str, id: &str) -> usize {
    let defines = |line: &str| {
        let name = line.split('=').next().unwrap_or_default().trim_end();
        name.strip_prefix('-').unwrap_or(name) == id
    };
    let lines = text.lines().count();
    let from_end = text.lines().rev().position(defines).unwrap_or_default();
    lines - from_end
}

/// The patterns that count, after later sources have replaced those of earlier ones. Keys are
/// `message`, `message.attribute`, `-term` and `-term.attribute`.
pub(super) struct Catalog<'s> {
    patterns: BTreeMap<String, &'s Pattern<&'s str>>,
}

impl<'s> Catalog<'s> {
    pub(super) fn of(resources: &'s [Arc<FluentResource>]) -> Self {
        let mut by_id = BTreeMap::new();
        for entry in resources.iter().flat_map(|resource| resource.entries()) {
            match entry {
                Entry::Message(m) => {
                    let key = m.id.name.to_owned();
                    by_id.insert(m.id.name, patterns(key, m.value.as_ref(), &m.attributes));
                }
                Entry::Term(t) => {
                    let key = format!("-{}", t.id.name);
                    by_id.insert(t.id.name, patterns(key, Some(&t.value), &t.attributes));
                }
                _ => {}
            }
        }
        Self {
            patterns: by_id.into_values().flatten().collect(),
        }
    }

    /// Each message, and the arguments it needs.
    pub(super) fn arguments(&self) -> BTreeMap<String, Vec<String>> {
        let messages = self.patterns.keys().filter(|key| !key.starts_with('-'));
        messages
            .map(|key| (key.clone(), self.arguments_of(key)))
            .collect()
    }

    /// References to something that no source defines.
    pub(super) fn dangling_references(&self) -> Vec<MessageError> {
        let of = |(key, pattern): (&String, &&'s Pattern<&'s str>)| {
            let missing = Mentions::of(pattern).references.into_iter();
            let missing = missing.filter(|reference| !self.patterns.contains_key(reference));
            let key = key.clone();
            missing.map(move |reference| MessageError::UnknownReference {
                key: key.clone(),
                reference,
            })
        };
        self.patterns.iter().flat_map(of).collect()
    }

    /// The variables of a message and of the messages it refers to. A term sees only what it is
    /// called with, so the search stops there.
    fn arguments_of(&self, key: &str) -> Vec<String> {
        let mut variables = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut open = vec![key.to_owned()];
        while let Some(key) = open.pop() {
            let Some(pattern) = self.patterns.get(&key) else {
                continue;
            };
            if key.starts_with('-') || !seen.insert(key) {
                continue;
            }
            let mentions = Mentions::of(pattern);
            variables.extend(mentions.variables);
            open.extend(mentions.references);
        }
        variables.into_iter().collect()
    }
}

fn patterns<'s>(
    key: String,
    value: Option<&'s Pattern<&'s str>>,
    attributes: &'s [Attribute<&'s str>],
) -> Vec<(String, &'s Pattern<&'s str>)> {
    let attributes = attributes
        .iter()
        .map(|a| (format!("{key}.{}", a.id.name), &a.value));
    let mut found: Vec<_> = attributes.collect();
    found.extend(value.map(|value| (key, value)));
    found
}

/// What one pattern mentions, in any of its variants.
#[derive(Default)]
struct Mentions {
    variables: BTreeSet<String>,
    /// Keys of the catalog; a function, of which there are none, as `NAME()`.
    references: BTreeSet<String>,
}

impl Mentions {
    fn of(pattern: &Pattern<&str>) -> Self {
        let mut mentions = Self::default();
        mentions.pattern(pattern);
        mentions
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, expression: &InlineExpression<&str>) {
        match expression {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.into());
            }
            InlineExpression::MessageReference { id, attribute } => {
                self.reference(id.name.into(), attribute.as_ref());
            }
            InlineExpression::TermReference {
                id,
                attribute,
                arguments,
            } => {
                self.reference(format!("-{}", id.name), attribute.as_ref());
                self.call(arguments.as_ref());
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.reference(format!("{}()", id.name), None);
                self.call(Some(arguments));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    fn reference(&mut self, key: String, attribute: Option<&Identifier<&str>>) {
        self.references.insert(match attribute {
            Some(attribute) => format!("{key}.{}", attribute.name),
            None => key,
        });
    }

    fn call(&mut self, arguments: Option<&CallArguments<&str>>) {
        let Some(arguments) = arguments else {
            return;
        };
        let named = arguments.named.iter().map(|argument| &argument.value);
        for value in arguments.positional.iter().chain(named) {
            self.inline(value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reasons(text: &str) -> Vec<String> {
        let source = MessageSource {
            name: "id.ftl",
            text,
        };
        let errors = parse(&[source]).err().unwrap_or_default();
        errors.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn braces_deep_within_each_other_are_refused_at_their_line_and_end_no_program() {
        for (open, close) in [("{", "}"), ("{ F(", ") }"), ("{ $a ->\n *[b] ", "\n }")] {
            let deep = format!(
                "satu = 1\ndua = {}x{}\n",
                open.repeat(40_000),
                close.repeat(40_000)
            );
            let told = reasons(&deep);
            assert!(
                told[0].contains("too many braces within each other"),
                "{told:?}"
            );
        }
        let called = format!("a = {{ {}1{} }}\n", "F(".repeat(40_000), ")".repeat(40_000));
        assert!(reasons(&called)[0].contains("too many braces"));
    }

    #[test]
    fn braces_in_one_message_after_the_other_are_as_many_as_one_likes() {
        let many: String = (0..100)
            .map(|n| format!("pesan-{n} = {{ \"{{\" }} ({{ $a }}\n"))
            .collect();
        assert_eq!(reasons(&many), [""; 0]);
    }

    #[test]
    fn the_keys_of_a_source_are_its_messages_and_nothing_that_only_looks_like_one() {
        let text = "\u{feff}# x = y\nskip = Lompat\n    judul = lanjutannya\n-nama = istilah\nopd =\n    .label = OPD\nrusak\nakhir = a\n";
        assert_eq!(
            message_keys(text).into_iter().collect::<Vec<_>>(),
            ["akhir", "opd", "skip"]
        );
        // The reader of Fluent would end the program at this.
        assert!(message_keys("a = { \"\\u12é\" }\n").is_empty());
    }
}
