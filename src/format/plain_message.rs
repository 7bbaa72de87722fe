//! Messages that are texts with arguments between them: filled without Fluent's resolver, to the
//! same text.

use super::message::Arg;
use super::number::Numbers;
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

/// A message that chooses nothing and refers to no other.
#[derive(Debug)]
pub(super) struct PlainMessage(Vec<Piece>);

#[derive(Debug)]
enum Piece {
    Text(String),
    /// The name of an argument.
    Argument(String),
}

/// Fluent counts in binary fractions, which are whole and exact up to here.
const MOST_EXACT: u64 = 1 << 53;

impl PlainMessage {
    /// `None` for a pattern that says more than texts and arguments.
    pub fn of(pattern: &Pattern<&str>) -> Option<Self> {
        let pieces = pattern.elements.iter().map(|element| match element {
            PatternElement::TextElement { value } => Some(Piece::Text((*value).to_owned())),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => Some(Piece::Argument(id.name.to_owned())),
            PatternElement::Placeable { .. } => None,
        });
        pieces.collect::<Option<_>>().map(Self)
    }

    /// All it says, where that is one text.
    pub fn only_text(&self) -> Option<&str> {
        match &self.0[..] {
            [Piece::Text(text)] => Some(text),
            _ => None,
        }
    }

    /// The text; `None` where an argument is missing or its number is too large to be exact.
    pub fn filled(&self, args: &[(&str, Arg<'_>)], numbers: &Numbers) -> Option<String> {
        let mut text = String::with_capacity(self.length(args));
        for piece in &self.0 {
            match piece {
                Piece::Text(own) => text += own,
                Piece::Argument(name) => match given(args, name)? {
                    Arg::Text(given) => text += given,
                    Arg::Count(count) if count <= MOST_EXACT => text += &numbers.integer(count),
                    Arg::Count(_) => return None,
                },
            }
        }
        Some(text)
    }

    /// About how many bytes the text has.
    fn length(&self, args: &[(&str, Arg<'_>)]) -> usize {
        let lengths = self.0.iter().map(|piece| match piece {
            Piece::Text(own) => own.len(),
            Piece::Argument(name) => match given(args, name) {
                Some(Arg::Text(given)) => given.len(),
                _ => 0,
            },
        });
        lengths.sum()
    }
}

fn given<'a>(args: &[(&str, Arg<'a>)], name: &str) -> Option<Arg<'a>> {
    let mut last_first = args.iter().rev();
    last_first
        .find(|(own, _)| *own == name)
        .map(|(_, arg)| *arg)
}
