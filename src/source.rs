//! The sources of a site, as bytes in memory. `disk` fills them; nothing here opens a file.

use std::collections::{BTreeMap, BTreeSet};

/// Everything below `content/`. Paths are relative to it, with `/` between their parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// Every file outside `media/`, by path.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Files below `media/`: published as they are, not read here.
    pub media: BTreeSet<String>,
}

/// A place in a text: line and column from 1, the column counted in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// From `start` up to, but not including, `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
