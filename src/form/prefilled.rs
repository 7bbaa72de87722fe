//! What the input cells of a row were filled in with when their form was written: short digests that
//! stand in its mark. By them a cell that somebody changed differs from one that the data left
//! behind.

use crate::model::{Date, Quantity};
use crate::source::Fingerprint;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Hexadecimal digits of a SHA-256 that are kept: enough to tell two answers apart.
const DIGITS: usize = 16;

/// Digests by the key of a result file; a cell that was empty has none. `nilai` stands for the value
/// and for the word that there is none, of which a row has one.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Prefilled(BTreeMap<String, String>);

impl Prefilled {
    /// With the answer that stands under `key`, where there is one.
    pub fn with(mut self, key: &str, answer: Option<&str>) -> Self {
        if let Some(answer) = answer {
            self.0.insert(key.to_owned(), digest(answer));
        }
        self
    }

    pub fn with_day(self, day: Option<Date>) -> Self {
        self.with(REPORTED, day.map(|day| day.to_string()).as_deref())
    }

    pub fn with_amount(self, amount: Option<Quantity>) -> Self {
        let text = amount.map(|amount| amount.normalized().to_string());
        self.with(ABSORBED, text.as_deref())
    }

    pub fn at(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// Reads what follows a row's kind and name in a mark; `None` where it is damaged.
    pub fn read(parts: &[&str]) -> Option<Self> {
        let entry = |part: &&str| {
            let (key, digest) = part.split_once('=')?;
            let is_digest = digest.len() == DIGITS && digest.chars().all(|c| c.is_ascii_hexdigit());
            (is_digest && !key.is_empty()).then(|| (key.to_owned(), digest.to_owned()))
        };
        let entries: Option<BTreeMap<String, String>> = parts.iter().map(entry).collect();
        entries.map(Self)
    }

    /// As it stands at the end of a mark.
    pub fn text(&self) -> String {
        self.0
            .iter()
            .fold(String::new(), |mut text, (key, digest)| {
                // A text takes everything.
                let _ = write!(text, " {key}={digest}");
                text
            })
    }
}

/// Of the day of a report.
pub const REPORTED: &str = "dilaporkan";
/// Of a value, or the word that there is none.
pub const ACTUAL: &str = "nilai";
/// Of what a programme has absorbed.
pub const ABSORBED: &str = "serapan";

/// Of an answer, whatever spaces and line breaks a spreadsheet makes of those in it.
fn digest(answer: &str) -> String {
    let words: Vec<&str> = answer.split_whitespace().collect();
    let whole = Fingerprint::of(words.join(" ").as_bytes()).sha256;
    whole.to_string().chars().take(DIGITS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_make_no_other_answer() {
        let one = Prefilled::default().with("catatan", Some("Survei\n  bulan Mei."));
        let same = Prefilled::default().with("catatan", Some("Survei bulan Mei."));
        assert_eq!(one, same);
        let other = Prefilled::default().with("catatan", Some("Survei bulan Juni."));
        assert_ne!(one, other);
        let text = one.text();
        assert_eq!(Prefilled::read(&[text.trim()]), Some(one));
        for damaged in [
            "catatan",
            "catatan=12",
            "=0123456789abcdef",
            "nilai=0123456789abcdeg",
        ] {
            assert_eq!(Prefilled::read(&[damaged]), None, "{damaged}");
        }
    }
}
