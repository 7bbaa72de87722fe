//! The search index: what can be found, cut into small files that a reader's browser asks for one
//! by one.
//!
//! Owns how texts become words, how words are held against each other, what the files of the index
//! look like, and under which letter a name stands. It must never know a page, a word of the theme
//! or a path: addresses come in and go out as texts. `themes/default/scripts/search.js` reads what
//! is written here; `docs/decisions/0004-search.md` says why it is so.

#[cfg(any(test, fuzzing))]
pub mod laws;
mod letter;
mod numbers;
mod terms;
mod words;

#[cfg(test)]
mod tests;

pub use letter::{Filed, Letter};
pub use words::{stem, words};

use crate::source::Fingerprinter;
use std::fmt::Write;
use terms::Terms;

/// How many entries stand in one file: a query shows at most twenty, each perhaps from another.
pub const ENTRIES_PER_FILE: usize = 64;

/// What an entry is; the place among these is what the index calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Opd,
    Official,
    Post,
    Indicator,
}

impl Kind {
    pub const ALL: [Self; 4] = [Self::Opd, Self::Official, Self::Post, Self::Indicator];
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub kind: Kind,
    /// Below the site's root, in the language that comes without a prefix.
    pub address: String,
    /// Empty where a name is withheld.
    pub title: String,
    /// The second line.
    pub detail: String,
    /// What it is found by besides its title.
    pub also: String,
}

/// The files of the index, all of them text in lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    /// A mark of this very index, [`ENTRIES_PER_FILE`], and the first key of each file of terms.
    pub manifest: String,
    /// Keys in the order of their UTF-16 code units, each with a space and the numbers of its
    /// entries.
    pub terms: Vec<String>,
    /// Kind, address, title and detail between tabs, a line an entry, by number.
    pub entries: Vec<String>,
}

impl Index {
    /// The index of `entries`, whose order is the order of results.
    pub fn of(entries: &[Entry]) -> Self {
        let mut terms = Terms::default();
        for (number, entry) in (0..).zip(entries) {
            terms.add(&entry.title, number);
            terms.add(&entry.also, number);
        }
        let terms = terms.into_files();
        let entries: Vec<String> = entries.chunks(ENTRIES_PER_FILE).map(lines).collect();
        let mut manifest = format!("{}\n{ENTRIES_PER_FILE}", mark(&terms, &entries));
        for file in &terms {
            let key = file.split(' ').next().unwrap_or_default();
            write!(manifest, "\n{key}").expect("a string takes whatever is written");
        }
        Self {
            manifest,
            terms,
            entries,
        }
    }
}

/// Files of one index are asked for with its mark, so that a browser takes none from its cache that
/// belongs to another.
fn mark(terms: &[String], entries: &[String]) -> String {
    let mut fingerprinter = Fingerprinter::default();
    for file in terms.iter().chain(entries) {
        fingerprinter.update(file.as_bytes());
        fingerprinter.update(&[0]);
    }
    fingerprinter.finish().sha256.to_string()[..12].to_owned()
}

fn lines(entries: &[Entry]) -> String {
    let lines: Vec<String> = entries.iter().map(line).collect();
    lines.join("\n")
}

fn line(entry: &Entry) -> String {
    let (title, detail) = (on_one_line(&entry.title), on_one_line(&entry.detail));
    let address = on_one_line(&entry.address);
    format!("{}\t{address}\t{title}\t{detail}", entry.kind as u8)
}

fn on_one_line(text: &str) -> String {
    let parts: Vec<&str> = text.split_whitespace().collect();
    parts.join(" ")
}
