//! What can go wrong between the repository and memory.

use crate::disk::DiskError;
use std::fmt;
use std::io;

/// A failure of git or of a program that verifies signatures, or something in the repository that
/// pantau refuses. Displayed in English; the fields are all that another language needs.
///
/// That nothing is known of the past for a plain reason is no failure but
/// [`WhyUnknown`](crate::source::WhyUnknown).
#[derive(Debug)]
#[non_exhaustive]
pub enum HistoryError {
    /// A program can't be started, or it can't be talked to.
    Run {
        program: &'static str,
        source: io::Error,
    },
    /// A signature can't be verified without a program that is not there.
    NoVerifier {
        program: &'static str,
        /// What Debian calls the package that has it.
        package: &'static str,
    },
    /// A program ended with an error, in its own words.
    Failed {
        program: String,
        message: String,
    },
    /// A program answered in a way that this version does not understand.
    Answer {
        program: String,
    },
    /// The repository lacks an object, as a partial clone does.
    Missing {
        object: String,
    },
    /// A key of `kunci` that the program for its kind can't read.
    Key {
        name: String,
        message: String,
    },
    /// A commit without a folder of sources.
    NoContent {
        commit: String,
    },
    /// Another repository in the place of a folder of sources.
    Submodule {
        path: String,
    },
    /// A file name that is not UTF-8 can't become a URL.
    NameNotUtf8 {
        path: String,
    },
    Disk(DiskError),
}

impl fmt::Display for HistoryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Run { program, source } => write!(f, "cannot run {program}: {source}"),
            Self::NoVerifier { program, package } => write!(
                f,
                "signatures of commits can't be verified without the program {program}; \
                 install it (Debian: {package})"
            ),
            Self::Failed { program, message } => write!(f, "{program} failed: {message}"),
            Self::Answer { program } => {
                write!(f, "{program} answered what pantau does not understand")
            }
            Self::Missing { object } => write!(
                f,
                "the repository lacks the object {object}; fetch it in full (git fetch --refetch)"
            ),
            Self::Key { name, message } => {
                write!(f, "the key of {name} can't be read: {message}")
            }
            Self::NoContent { commit } => write!(f, "commit {commit} has no folder content"),
            Self::Submodule { path } => write!(
                f,
                "{path} is another repository (a submodule); put the files themselves there"
            ),
            Self::NameNotUtf8 { path } => {
                write!(f, "the name of {path} is not UTF-8; rename the file")
            }
            Self::Disk(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for HistoryError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Run { source, .. } => Some(source),
            Self::Disk(error) => error.source(),
            _ => None,
        }
    }
}

impl From<DiskError> for HistoryError {
    fn from(error: DiskError) -> Self {
        Self::Disk(error)
    }
}
