//! The sources of a site, as bytes in memory, and what their repository remembers of them. `disk`
//! and `history` fill them; nothing here opens a file.

mod cell;
mod fingerprint;
mod framed;
mod history;
mod seen;
mod state;

pub use cell::CellPlace;
pub use fingerprint::{Fingerprint, Fingerprinter, Sha256};
pub use framed::Framed;
pub use history::{Commit, Content, History, Past, Signing, Version, WhyUnknown, short_commit};
pub use seen::Seen;
pub use state::state;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Larger than any file of data written by hand, in bytes. Of a larger one, one byte more is kept.
pub const MOST_TEXT_BYTES: usize = 1 << 20;

/// Larger than a frozen quarter of the largest government, in bytes.
pub const MOST_ARCHIVE_BYTES: usize = 64 << 20;

/// Larger than any photo or document that a reader waits for, in bytes.
pub const MOST_MEDIA_BYTES: u64 = 50 << 20;

/// Everything below `content/`. Paths are relative to it, with `/` between their parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// Every file outside `media/` that was read and not let go, by path.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Files outside `media/` of which an earlier build knows what they say, by path: the SHA-256 of each. Not all
    /// of them need have been read.
    pub known: BTreeMap<Arc<str>, Sha256>,
    /// Files outside `media/` that were read, understood and let go, by path: the SHA-256 of each.
    pub let_go: BTreeMap<Arc<str>, Sha256>,
    /// Files below `media/`, published as they are: what each says of itself.
    pub media: BTreeMap<String, MediaFacts>,
    /// Symbolic links, to files or folders. Nothing is read through them.
    pub links: BTreeSet<String>,
}

impl Sources {
    /// The SHA-256 of each file outside `media/`, by path.
    pub fn sha256s(&self) -> BTreeMap<Arc<str>, Sha256> {
        let files = self.files.par_iter();
        let files = files.filter(|(path, _)| !self.known.contains_key(path.as_str()));
        let files = files.map(|(path, bytes)| (Arc::from(path.as_str()), Sha256::of(bytes)));
        let known = self.known.par_iter().chain(&self.let_go);
        let known = known.map(|(path, sha256)| (path.clone(), *sha256));
        // A map is made of a whole list far sooner than of one after the other.
        known.chain(files).collect::<Vec<_>>().into_iter().collect()
    }

    /// What stands in a file, for people to see; nothing of one that is no text.
    pub fn text(&self, file: &str) -> String {
        let media = self.media.get(file).map(|facts| &facts.description);
        let bytes = match (self.files.get(file), media) {
            (Some(bytes), _) | (None, Some(Description::Text(bytes))) => bytes.as_slice(),
            _ => &[],
        };
        String::from_utf8_lossy(bytes).into_owned()
    }
}

/// What a media file says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MediaFacts {
    pub signature: Signature,
    pub description: Description,
}

/// What a file is by its first bytes, whatever its name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signature {
    Jpeg,
    Png,
    Webp,
    Gif,
    /// AVIF and HEIC, which differ in the codec only.
    Heif,
    Tiff,
    Pdf,
    /// What office documents are packed in.
    Zip,
    /// MP4 and its kin.
    IsoMedia,
    /// WebM and its kin.
    Matroska,
    Mp3,
    /// HTML, SVG or another kind of XML.
    Markup,
    /// Anything without a zero byte.
    Text,
    Unknown,
}

/// The describing part of a media file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Description {
    /// It has none that is read.
    NotRead,
    /// Larger than [`MOST_MEDIA_BYTES`]: not looked into.
    TooLarge,
    /// It is damaged; the reason is for experts.
    Damaged(String),
    /// It opens with a password only.
    Locked,
    Read {
        location: Location,
        /// Names of fields and what stands in them, for people.
        fields: Vec<(String, String)>,
    },
    /// All of a text that is published as it is.
    Text(Vec<u8>),
}

/// Whether a photo says where it was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location {
    Told,
    NotTold,
}

/// A place in a text: line and column from 1, the column counted in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Position {
    pub line: u32,
    pub column: u32,
}

impl Position {
    /// Of texts beyond four thousand million lines or columns, the last that can be counted.
    pub fn new(line: usize, column: usize) -> Self {
        Self {
            line: counted(line),
            column: counted(column),
        }
    }

    /// The line, to count with.
    pub fn line_number(self) -> usize {
        self.line as usize
    }

    /// How many characters of its line stand before it.
    pub fn characters_before(self) -> usize {
        self.column.saturating_sub(1) as usize
    }

    /// The same column, `lines` further down.
    #[must_use]
    pub fn lines_down(self, lines: usize) -> Self {
        Self {
            line: self.line.saturating_add(counted(lines)),
            ..self
        }
    }

    /// The same line, `characters` further to the right.
    #[must_use]
    pub fn right(self, characters: usize) -> Self {
        Self {
            column: self.column.saturating_add(counted(characters)),
            ..self
        }
    }
}

fn counted(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// From `start` up to, but not including, `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TextSpan {
    pub start: Position,
    pub end: Position,
}

impl TextSpan {
    /// The empty span before the first character of a file.
    pub const START: Self = Self::at(Position { line: 1, column: 1 });

    /// The empty span at `position`.
    pub const fn at(position: Position) -> Self {
        Self {
            start: position,
            end: position,
        }
    }
}
