//! Why a change is not made.

use crate::problem::Problem;
use crate::source::TextSpan;
use std::fmt;

/// Why a file is left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// It can't be read.
    Unreadable(Box<Problem>),
    /// It can be read, and yet not be changed there without guessing.
    Refused {
        /// Path below `content/`.
        file: String,
        span: TextSpan,
        why: Why,
    },
}

/// What stands in the way of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The place stands in braces or brackets.
    Flow,
    /// It is written in a form that is read, but not changed: a key and its value far apart, or
    /// several keys on one line.
    OddForm,
    /// Its lines end in carriage returns alone.
    LineEnds,
    /// Comments stand within what would be replaced.
    Comments,
    /// Without this key its map would be empty.
    OnlyKey,
    /// The new key is there already.
    KeyThere,
    /// Nothing stands there.
    Nowhere,
    /// The path leads into a single value, or into a list by a key.
    NotAMap,
    NotAList,
    /// The text is empty or holds control characters.
    Unwritable,
    /// The changed text would not say what was meant, or say something else besides.
    Unfaithful,
}

impl EditError {
    pub(super) fn at_start(file: &str, why: Why) -> Self {
        Self::Refused {
            file: file.to_owned(),
            span: TextSpan::START,
            why,
        }
    }
}

impl From<Problem> for EditError {
    fn from(problem: Problem) -> Self {
        Self::Unreadable(Box::new(problem))
    }
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(problem) => {
                let start = problem.span.start;
                let (line, column) = (start.line, start.column);
                write!(f, "{}:{line}:{column}: {}", problem.file, problem.code)
            }
            Self::Refused { file, span, why } => {
                let (line, column) = (span.start.line, span.start.column);
                write!(
                    f,
                    "{file}:{line}:{column}: can't be changed safely: {why:?}"
                )
            }
        }
    }
}

impl std::error::Error for EditError {}
