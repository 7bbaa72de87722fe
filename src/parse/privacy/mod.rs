//! Personal data in a text: NIP, NIK, phone numbers, e-mail addresses.
//!
//! One pass over the bytes finds places worth a closer look: nine digits with nothing but
//! separators between them, or an `@`. Everything else is done for those places only, so that
//! a clean file costs one look at each byte. Which address is the office's own is `check`'s to
//! know; whose number it is, nobody's: a name can be published, these cannot.

mod caught;
mod digit;
mod email;
mod figure;
mod shape;
#[cfg(test)]
mod tests;
mod url;

pub use caught::{Caught, in_file, in_text, mask, office_address};
pub use digit::is_invisible;

use std::cmp::Reverse;
use std::ops::Range;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Number of a civil servant: 18 digits that tell the day of birth and the sex.
    Nip,
    /// Number of a citizen: 16 digits that tell the same, and where one is registered.
    Nik,
    Phone,
    Email,
}

impl Kind {
    /// The word that messages select by.
    pub fn word(self) -> &'static str {
        match self {
            Self::Nip => "nip",
            Self::Nik => "nik",
            Self::Phone => "telepon",
            Self::Email => "surel",
        }
    }
}

/// Personal data in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub kind: Kind,
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// Its digits, or the address in lower case.
    pub value: String,
}

/// As few digits as a phone number has.
const FEWEST_DIGITS: usize = 9;

/// Everything in `text` that is personal data, in the order of places.
pub fn scan(text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    for place in Places::new(text.as_bytes()) {
        match place {
            Place::At(at) => found.extend(email::around(text, at)),
            Place::Digits(range) => found.extend(figure::within(text, range)),
        }
    }
    found.sort_by_key(|finding| (finding.range.start, Reverse(finding.range.end)));
    // The digits of `08…@…` are told once, with the address.
    let mut end = 0;
    found.retain(|finding| {
        let apart = finding.range.start >= end;
        end = end.max(finding.range.end);
        apart
    });
    found
}

/// A place worth a closer look.
enum Place {
    /// An `@`.
    At(usize),
    /// Digits and what may stand between them.
    Digits(Range<usize>),
}

/// What a byte is to a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Byte {
    /// A digit, or the first byte of a character that may be one.
    Digit,
    /// What may stand between digits, or a further byte of a character.
    Between,
    At,
    /// Ends a number.
    Other,
}

impl Byte {
    const ALL: [Self; 256] = {
        let mut all = [Self::Other; 256];
        let mut byte = 0;
        while byte < 256 {
            all[byte] = Self::told(byte as u8);
            byte += 1;
        }
        all
    };

    /// Looked up, since it is asked of each byte of each file.
    #[inline]
    fn of(byte: u8) -> Self {
        Self::ALL[usize::from(byte)]
    }

    const fn told(byte: u8) -> Self {
        match byte {
            b'0'..=b'9' | 0xc0.. => Self::Digit,
            b' ' | b'\t' | b'\r' | b'\n' | b'.' | b'-' | b'_' | b'(' | b')' | b'+' => Self::Between,
            0x80..=0xbf => Self::Between,
            b'@' => Self::At,
            _ => Self::Other,
        }
    }
}

struct Places<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl<'t> Places<'t> {
    fn new(bytes: &'t [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The range of digits that begins at `start`, and how many they are.
    fn digits_from(&self, start: usize) -> (Range<usize>, usize) {
        let (mut end, mut digits) = (start, 0);
        for byte in &self.bytes[start..] {
            match Byte::of(*byte) {
                Byte::Digit => digits += 1,
                Byte::Between => {}
                Byte::At | Byte::Other => break,
            }
            end += 1;
        }
        (start..end, digits)
    }
}

impl Iterator for Places<'_> {
    type Item = Place;

    fn next(&mut self) -> Option<Place> {
        let begins = |byte: &u8| matches!(Byte::of(*byte), Byte::At | Byte::Digit);
        while let Some(next) = self.bytes[self.at..].iter().position(begins) {
            self.at += next;
            match Byte::of(self.bytes[self.at]) {
                Byte::At => {
                    self.at += 1;
                    return Some(Place::At(self.at - 1));
                }
                Byte::Digit => {
                    let (range, digits) = self.digits_from(self.at);
                    self.at = range.end;
                    // A wide @ is one character, with a first byte that may be a digit's.
                    let wide_at = find(&self.bytes[range.clone()], email::WIDE_AT.as_bytes());
                    if let Some(wide_at) = wide_at {
                        self.at = range.start + wide_at + email::WIDE_AT.len();
                        return Some(Place::At(range.start + wide_at));
                    }
                    if digits >= FEWEST_DIGITS {
                        return Some(Place::Digits(range));
                    }
                }
                Byte::Between | Byte::Other => self.at += 1,
            }
        }
        None
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    if bytes.is_ascii() {
        return None;
    }
    bytes.windows(what.len()).position(|part| part == what)
}
