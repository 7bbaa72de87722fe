//! A published file beside the one that its sources give.

use crate::source::Fingerprint;
use serde::Serialize;

/// Characters that are shown of a line.
const SHOWN: usize = 120;
/// Of these, so many before the first one that differs.
const SHOWN_BEFORE: usize = 40;

/// One path of a site.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'b> {
    /// What the manifest says of it.
    pub listed: Option<Fingerprint>,
    pub published: Option<&'b [u8]>,
    /// What the sources give.
    pub rebuilt: Option<&'b [u8]>,
}

/// A path where not all is as it should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    pub path: String,
    pub kind: DifferenceKind,
    /// Whether what is published, or that nothing is, agrees with the manifest.
    pub fits_manifest: bool,
    /// Where two texts begin to differ.
    pub line: Option<ChangedLine>,
}

/// What is not as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DifferenceKind {
    /// The published bytes are not those that the sources give.
    Changed,
    /// The sources give it, or the manifest names it, and it is not published.
    Missing,
    /// It is published, and the sources don't give it.
    Extra,
    /// It is as the sources give it, and the manifest says something else.
    Manifest,
}

/// The first line that differs, cut to the part that matters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangedLine {
    /// From 1.
    pub number: usize,
    pub published: String,
    pub rebuilt: String,
}

impl Compared<'_> {
    /// What is wrong at `path`; `None` when nothing is.
    pub fn difference(&self, path: &str) -> Option<Difference> {
        let fits_manifest = self.listed == self.published.map(Fingerprint::of);
        let (kind, line) = match (self.published, self.rebuilt) {
            (Some(published), Some(rebuilt)) if published != rebuilt => {
                (DifferenceKind::Changed, changed_line(published, rebuilt))
            }
            (Some(_), None) => (DifferenceKind::Extra, None),
            (None, Some(_)) => (DifferenceKind::Missing, None),
            (Some(_), Some(_)) if !fits_manifest => (DifferenceKind::Manifest, None),
            (None, None) if !fits_manifest => (DifferenceKind::Missing, None),
            (Some(_), Some(_)) | (None, None) => return None,
        };
        Some(Difference {
            path: path.to_owned(),
            kind,
            fits_manifest,
            line,
        })
    }
}

/// `None` where one of them is no text.
fn changed_line(published: &[u8], rebuilt: &[u8]) -> Option<ChangedLine> {
    let texts = [
        std::str::from_utf8(published).ok()?,
        std::str::from_utf8(rebuilt).ok()?,
    ];
    let [mut old, mut new] = texts.map(|text| text.split_inclusive('\n'));
    let mut number = 0;
    loop {
        number += 1;
        let lines = [old.next(), new.next()];
        if lines[0] != lines[1] {
            let lines = lines.map(Option::unwrap_or_default);
            let [published, rebuilt] = cut(lines);
            return Some(ChangedLine {
                number,
                published,
                rebuilt,
            });
        }
        // Both have ended: the caller found a difference, so that it never comes to this.
        lines[0]?;
    }
}

/// The part of two lines around the first character that differs.
fn cut(lines: [&str; 2]) -> [String; 2] {
    let pairs = lines[0].chars().zip(lines[1].chars());
    let common = pairs.take_while(|(one, other)| one == other).count();
    let start = common.saturating_sub(SHOWN_BEFORE);
    lines.map(|line| {
        let before = if start > 0 { "…" } else { "" };
        let mut rest = line.trim_end_matches(['\r', '\n']).chars().skip(start);
        let part: String = rest.by_ref().take(SHOWN).collect();
        let after = if rest.next().is_some() { "…" } else { "" };
        format!("{before}{part}{after}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn difference(
        listed: Option<&str>,
        published: Option<&str>,
        rebuilt: Option<&str>,
    ) -> Option<(DifferenceKind, bool)> {
        let compared = Compared {
            listed: listed.map(|text| Fingerprint::of(text.as_bytes())),
            published: published.map(str::as_bytes),
            rebuilt: rebuilt.map(str::as_bytes),
        };
        let found = compared.difference("a")?;
        Some((found.kind, found.fits_manifest))
    }

    #[test]
    fn a_file_is_judged_by_sources_and_manifest() {
        use DifferenceKind::{Changed, Extra, Manifest, Missing};
        let (one, two) = (Some("1"), Some("2"));
        let table = [
            (one, one, one, None),
            (None, None, None, None),
            (one, two, one, Some((Changed, false))),
            (two, two, one, Some((Changed, true))),
            (one, None, one, Some((Missing, false))),
            (None, None, one, Some((Missing, true))),
            (one, None, None, Some((Missing, false))),
            (one, one, None, Some((Extra, true))),
            (None, one, None, Some((Extra, false))),
            (two, one, one, Some((Manifest, false))),
            (None, one, one, Some((Manifest, false))),
        ];
        for (listed, published, rebuilt, expected) in table {
            let found = difference(listed, published, rebuilt);
            assert_eq!(found, expected, "{listed:?} {published:?} {rebuilt:?}");
        }
    }

    fn line(published: &str, rebuilt: &str) -> Option<(usize, String, String)> {
        let line = changed_line(published.as_bytes(), rebuilt.as_bytes())?;
        Some((line.number, line.published, line.rebuilt))
    }

    #[test]
    fn the_first_line_that_differs_is_shown_where_it_differs() {
        let told = |n, one: &str, other: &str| Some((n, one.to_owned(), other.to_owned()));
        assert_eq!(line("a\nb 1\nc", "a\nb 2\nd"), told(2, "b 1", "b 2"));
        assert_eq!(line("a\n", "a\nb\n"), told(2, "", "b"));
        assert_eq!(line("a\r\n", "a\n"), told(1, "a", "a"));
        let long = "é".repeat(500);
        let (number, published, rebuilt) = line(&format!("{long}1"), &format!("{long}2")).unwrap();
        assert_eq!(number, 1);
        assert_eq!(published, format!("…{}1", "é".repeat(SHOWN_BEFORE)));
        assert_eq!(rebuilt, format!("…{}2", "é".repeat(SHOWN_BEFORE)));
        let (_, published, _) = line(&format!("1{long}"), "2").unwrap();
        assert_eq!(published, format!("1{}…", "é".repeat(SHOWN - 1)));
        assert_eq!(changed_line(b"\xff", b"a"), None);
    }
}
