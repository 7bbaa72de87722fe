//! One of the equal parts that a site is built in: which of its files are in which.
//!
//! Where a file goes follows from its path and the number of parts, on any machine. Files that are
//! rendered together stay together, and so do those of the search index, which is made whole: the
//! other parts make none. The few files that take far longer than others are dealt out in turn.

use super::Page;
use crate::source::Fingerprint;
use crate::url::DataFile;
use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

/// The I-th of N parts, from 1, written `I/N`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    number: u32,
    of: NonZeroU32,
}

/// Why a text names no part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoShard {
    /// Not two numbers with `/` between them.
    Form,
    /// A part before the first or after the last.
    Number { of: u32 },
    /// More parts than [`MOST_SHARDS`], or none.
    Count,
}

/// So many parts are enough for any site.
pub const MOST_SHARDS: u32 = 10_000;

impl fmt::Display for NoShard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form => f.write_str("write the part and the number of parts, such as 2/3"),
            Self::Number { of } => write!(f, "parts of {of} are 1/{of} to {of}/{of}"),
            Self::Count => write!(f, "there may be 1 to {MOST_SHARDS} parts"),
        }
    }
}

impl std::error::Error for NoShard {}

impl FromStr for Shard {
    type Err = NoShard;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (number, of) = text.split_once('/').ok_or(NoShard::Form)?;
        let read = |text: &str| {
            let is_number = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
            let number = is_number.then(|| text.parse().unwrap_or(u32::MAX));
            number.ok_or(NoShard::Form)
        };
        Self::new(read(number)?, read(of)?)
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

impl Shard {
    /// # Errors
    /// Not `1 <= number <= of <= MOST_SHARDS`.
    pub fn new(number: u32, of: u32) -> Result<Self, NoShard> {
        let parts = NonZeroU32::new(of).filter(|of| of.get() <= MOST_SHARDS);
        let shard = Self {
            number,
            of: parts.ok_or(NoShard::Count)?,
        };
        match (1..=of).contains(&number) {
            true => Ok(shard),
            false => Err(NoShard::Number { of }),
        }
    }

    /// Which one it is, from 1.
    pub fn number(self) -> u32 {
        self.number
    }

    /// How many there are.
    pub fn of(self) -> u32 {
        self.of.get()
    }

    /// Whether the file at `path` is in it, unless it is one of those that are dealt out.
    pub fn has(self, path: &str) -> bool {
        let number = Fingerprint::of(path.as_bytes()).sha256.number();
        number % u64::from(self.of()) == u64::from(self.number - 1)
    }

    /// Whether it has the `place`-th of what is dealt out, from 0.
    fn is_dealt(self, place: usize) -> bool {
        place % self.of() as usize == self.number as usize - 1
    }

    /// Whether it has the search index.
    pub(super) fn has_search(self) -> bool {
        self.is_dealt(SEARCH_PLACE)
    }

    /// What of `batches` is in it, the files of the search index aside.
    pub(super) fn of_batches(self, batches: Vec<Vec<Page>>) -> Vec<Vec<Page>> {
        let mut dealt = SEARCH_PLACE;
        let mut has = |batch: &[Page]| match batch {
            [Page::Data(DataFile::Json)] => self.is_dealt(JSON_PLACE),
            [Page::Data(DataFile::Workbook)] => self.is_dealt(WORKBOOK_PLACE),
            [page] if page.is_large() => {
                dealt += 1;
                self.is_dealt(dealt)
            }
            [page, ..] => self.has(&page.file()),
            [] => false,
        };
        let batches = batches.into_iter();
        batches.filter(|batch| has(batch)).collect()
    }
}

/// What takes longest is dealt out first, in this order, and after it each other table in each form.
const WORKBOOK_PLACE: usize = 0;
const JSON_PLACE: usize = 1;
const SEARCH_PLACE: usize = 2;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_parts_that_there_are_can_be_named() {
        for text in ["1/1", "1/3", "3/3", "10000/10000"] {
            assert_eq!(text.parse::<Shard>().unwrap().to_string(), text);
        }
        assert_eq!("01/03".parse(), Shard::new(1, 3));
        for (text, why) in [
            ("0/3", NoShard::Number { of: 3 }),
            ("4/3", NoShard::Number { of: 3 }),
            ("99999999999/3", NoShard::Number { of: 3 }),
            ("1/0", NoShard::Count),
            ("1/10001", NoShard::Count),
            ("1/99999999999", NoShard::Count),
            ("3", NoShard::Form),
            ("", NoShard::Form),
            ("1/", NoShard::Form),
            ("/3", NoShard::Form),
            ("1/3/5", NoShard::Form),
            ("-1/3", NoShard::Form),
            ("+1/3", NoShard::Form),
            ("1 / 3", NoShard::Form),
        ] {
            assert_eq!(text.parse::<Shard>(), Err(why), "{text}");
        }
    }

    #[test]
    fn each_file_is_in_one_part_and_parts_are_of_a_size() {
        let paths: Vec<String> = (0..4000)
            .map(|n| format!("pejabat/p{n}/index.html"))
            .collect();
        for of in [1, 2, 3, 7, 20] {
            let shards = (1..=of).map(|number| Shard::new(number, of).unwrap());
            let sizes = shards.map(|shard| paths.iter().filter(|path| shard.has(path)).count());
            let sizes: Vec<usize> = sizes.collect();
            assert_eq!(sizes.iter().sum::<usize>(), paths.len());
            let fair = paths.len() / of as usize;
            assert!(
                sizes.iter().all(|size| size.abs_diff(fair) * 4 <= fair),
                "{sizes:?}"
            );
        }
        // The same on every machine, for ever: parts of two versions would not fit otherwise.
        let of_seven = |path: &str| (1..=7).find(|n| Shard::new(*n, 7).unwrap().has(path));
        let parts = ["index.html", "robots.txt", "media/foto.jpg"].map(of_seven);
        assert_eq!(parts, [Some(6), Some(6), Some(2)]);
    }

    #[test]
    fn what_is_dealt_out_goes_to_one_part_after_the_other() {
        let shards = [1, 2, 3].map(|number| Shard::new(number, 3).unwrap());
        let places = shards.map(|shard| (0..7).filter(|n| shard.is_dealt(*n)).collect::<Vec<_>>());
        assert_eq!(places, [vec![0, 3, 6], vec![1, 4], vec![2, 5]]);
    }
}
