//! From words to files of terms.
//!
//! A key is a word as it stands in a text or the stem of one, with the numbers of all entries that
//! have a word of that key. So a whole word is found at its stem, and the beginning of a word at
//! the keys that begin with it. Keys that share a beginning may be too many to ask for, and then
//! stand once more together as `beginning*`.

use super::numbers::{written, written_length};
use super::words::{stem, words};
use std::collections::BTreeMap;
use std::ops::Range;

/// Bytes that a file of terms may have, unless a single key has more.
const FILE: usize = 16 * 1024;
/// Bytes of keys with the same beginning that a browser may be asked to load.
const TOGETHER: usize = 32 * 1024;
/// From how many letters on a beginning is looked for.
const SHORTEST: usize = 2;

/// Follows a beginning, and stands before letters and digits in order.
const ANY: char = '*';

/// Which entries have which words.
#[derive(Debug, Default)]
pub struct Terms {
    keys: BTreeMap<String, usize>,
    /// Of each word, the keys it is found by.
    known: BTreeMap<String, [usize; 2]>,
    numbers: Vec<Vec<u32>>,
}

/// A key with its numbers.
type Term = (String, Vec<u32>);

impl Terms {
    /// Adds the words of `text`. Numbers come in ascending order.
    pub fn add(&mut self, text: &str, number: u32) {
        for word in words(text) {
            let keys = match self.known.get(&word) {
                Some(keys) => *keys,
                None => self.know(word),
            };
            for key in keys {
                let numbers = &mut self.numbers[key];
                if numbers.last() != Some(&number) {
                    numbers.push(number);
                }
            }
        }
    }

    fn know(&mut self, word: String) -> [usize; 2] {
        let keys = [self.key(word.clone()), self.key(stem(&word))];
        self.known.insert(word, keys);
        keys
    }

    fn key(&mut self, key: String) -> usize {
        let numbers = &mut self.numbers;
        *self.keys.entry(key).or_insert_with(|| {
            numbers.push(Vec::new());
            numbers.len() - 1
        })
    }

    /// The files, each with keys in the order in which a browser compares texts: by UTF-16 code
    /// units.
    pub fn into_files(mut self) -> Vec<String> {
        let keys = std::mem::take(&mut self.keys).into_iter();
        let mut terms: Vec<Term> = keys
            .map(|(key, place)| (key, std::mem::take(&mut self.numbers[place])))
            .collect();
        in_order(&mut terms);
        let mut together = Vec::new();
        add_beginnings(&terms, 0..terms.len(), 1, &mut together);
        terms.extend(together);
        in_order(&mut terms);
        files(&terms)
    }
}

fn in_order(terms: &mut [Term]) {
    terms.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
}

/// Adds to `together` each beginning of `letters` letters or more within `range`, whose terms share
/// one of `letters - 1`, if it is worth it: if its keys are too many to load, and together at most
/// half as long.
fn add_beginnings(terms: &[Term], range: Range<usize>, letters: usize, together: &mut Vec<Term>) {
    if weight(&terms[range.clone()]) <= TOGETHER {
        return;
    }
    let mut start = range.start;
    for group in
        terms[range].chunk_by(|(a, _), (b, _)| beginning(a, letters) == beginning(b, letters))
    {
        let own = start..start + group.len();
        start = own.end;
        let Some(shared) = beginning(&group[0].0, letters).filter(|_| group.len() > 1) else {
            continue;
        };
        if letters >= SHORTEST && weight(group) > TOGETHER {
            let numbers = united(group);
            if 2 * written_length(&numbers) <= weight(group) {
                together.push((format!("{shared}{ANY}"), numbers));
            }
        }
        add_beginnings(terms, own, letters + 1, together);
    }
}

/// The first `letters` letters; `None` where there are fewer.
fn beginning(key: &str, letters: usize) -> Option<&str> {
    let mut ends = key.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.nth(letters - 1).map(|end| &key[..end])
}

fn united(terms: &[Term]) -> Vec<u32> {
    let mut numbers: Vec<u32> = terms.iter().flat_map(|(_, n)| n).copied().collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// Bytes of these terms in a file.
fn weight(terms: &[Term]) -> usize {
    let length = |(key, numbers): &Term| key.len() + written_length(numbers) + 2;
    terms.iter().map(length).sum()
}

fn files(terms: &[Term]) -> Vec<String> {
    let mut files: Vec<String> = Vec::new();
    for (key, numbers) in terms {
        let line = format!("{key} {}", written(numbers));
        match files.last_mut() {
            Some(file) if file.len() + 1 + line.len() <= FILE => {
                file.push('\n');
                file.push_str(&line);
            }
            _ => files.push(line),
        }
    }
    files
}
