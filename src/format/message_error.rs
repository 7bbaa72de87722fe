//! What can be wrong with the words of a language.

use std::fmt;

/// A locale file that can't be used, or a message that was asked for in the wrong way.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MessageError {
    /// A line that is not Fluent syntax.
    Syntax {
        source: String,
        line: usize,
        reason: String,
    },
    /// Two messages or terms of one file share a name; the first would be lost in silence.
    Duplicate {
        source: String,
        line: usize,
        key: String,
    },
    /// Markup that words of a theme may not have.
    Markup {
        source: String,
        line: usize,
        markup: String,
    },
    /// `key` refers to a message, term or function that doesn't exist.
    UnknownReference { key: String, reference: String },
    /// No source has this message.
    UnknownMessage { key: String },
    /// The message needs an argument that was not given.
    MissingArgument { key: String, argument: String },
    /// The message can't be put together, e.g. because it refers to itself.
    Unresolvable { key: String, reason: String },
}

impl fmt::Display for MessageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax {
                source,
                line,
                reason,
            } => write!(f, "{source}:{line}: {reason}"),
            Self::Duplicate { source, line, key } => {
                write!(f, "{source}:{line}: `{key}` is defined twice in this file")
            }
            Self::Markup {
                source,
                line,
                markup,
            } => write!(
                f,
                "{source}:{line}: `{markup}` is no markup that words may have: only <b>, <strong>, <em>, <i>, <s>, <code>, <br>, <span lang=\"id\"> and <a href=\"{{ $url }}\">"
            ),
            Self::UnknownReference { key, reference } => {
                write!(
                    f,
                    "message `{key}` refers to `{reference}`, which does not exist"
                )
            }
            Self::UnknownMessage { key } => write!(f, "there is no message `{key}`"),
            Self::MissingArgument { key, argument } => {
                write!(f, "message `{key}` needs the argument `${argument}`")
            }
            Self::Unresolvable { key, reason } => write!(f, "message `{key}`: {reason}"),
        }
    }
}

impl std::error::Error for MessageError {}
