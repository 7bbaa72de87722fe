//! Digits and what people write between them, in any script.

use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;

/// The value of a decimal digit of any script: `7`, `７`, `٧`.
///
/// Unicode keeps the ten digits of a script in a row, from zero, and rows that touch are whole,
/// so that a digit's value is its distance from where the digits began (The Unicode Standard,
/// chapter 4.6).
pub fn value(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    if !is_decimal(c) {
        return None;
    }
    let before = (0..c as u32).rev().map(char::from_u32);
    let row = before.take_while(|c| c.is_some_and(is_decimal)).count() as u32;
    Some(row % 10)
}

fn is_decimal(c: char) -> bool {
    CodePointMapData::<GeneralCategory>::new().get(c) == GeneralCategory::DecimalNumber
}

/// A mark that is not seen: zero-width spaces, marks of direction, the soft hyphen.
pub fn is_invisible(c: char) -> bool {
    CodePointMapData::<GeneralCategory>::new().get(c) == GeneralCategory::Format
}

/// How two groups of digits hang together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// Not at all.
    Apart,
    Space,
    Dot,
    Hyphen,
    Underscore,
    /// With brackets, as phone numbers have them.
    Bracket,
    /// A line break, with the next line indented.
    Folded,
    /// A line break, with the next line at its beginning.
    Line,
}

/// Longer than ` - ` there is no separator within a number.
const MOST_BETWEEN: usize = 3;

impl Join {
    /// By what stands between the groups.
    pub fn of(between: &str) -> Self {
        if between.contains('\n') {
            return Self::of_break(between);
        }
        let mut join = Self::Space;
        for (count, c) in between.chars().enumerate() {
            let this = match c {
                _ if count >= MOST_BETWEEN => return Self::Apart,
                c if c.is_whitespace() || is_invisible(c) => continue,
                // `1. 19800101`: the number of a list.
                '.' if between.ends_with('.') => Self::Dot,
                '_' => Self::Underscore,
                '(' | ')' => Self::Bracket,
                '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => Self::Hyphen,
                _ => return Self::Apart,
            };
            join = match join {
                Self::Space => this,
                same if same == this => same,
                _ if matches!(this, Self::Bracket) || join == Self::Bracket => Self::Bracket,
                _ => return Self::Apart,
            };
        }
        join
    }

    fn of_break(between: &str) -> Self {
        let is_blank = between
            .chars()
            .all(|c| c.is_whitespace() || is_invisible(c));
        match between.split_once('\n') {
            Some((_, rest)) if !is_blank || rest.contains('\n') => Self::Apart,
            Some((_, "")) => Self::Line,
            _ => Self::Folded,
        }
    }

    /// Whether the digits on both sides are one word to the eye.
    pub fn is_tight(self) -> bool {
        matches!(self, Self::Dot | Self::Hyphen | Self::Underscore)
    }
}
