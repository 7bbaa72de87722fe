//! What can go wrong between memory and disk.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// A failure of the disk, or something on it that pantau refuses. Displayed in English; the
/// fields are all that another language needs.
#[derive(Debug)]
#[non_exhaustive]
pub enum DiskError {
    /// The operating system refused.
    Io {
        operation: Operation,
        path: PathBuf,
        source: io::Error,
    },
    /// There is no such folder of sources or of a theme.
    NoFolder { path: PathBuf },
    /// A symbolic link among the sources: what it points to is not under version control.
    Symlink { path: PathBuf },
    /// Neither a file nor a folder, e.g. a socket.
    NotAFile { path: PathBuf },
    /// A file name that is not UTF-8 can't become a URL.
    NameNotUtf8 { path: PathBuf },
    /// A path that would leave its tree, or that can't be a path at all.
    OutsideTree { path: String },
    /// The place of the output holds something that pantau has not written.
    Foreign { path: PathBuf, found: PathBuf },
    /// The place of a part holds a whole site.
    Whole { path: PathBuf },
    /// The place of a new site holds something already.
    NotEmpty { path: PathBuf, found: PathBuf },
    /// A file that would be written is there with other bytes.
    Occupied { path: PathBuf },
    /// A file that is another one than when it was read.
    Changed { path: PathBuf },
    /// Another run is publishing to the same place, or writing into the same sources.
    Busy { path: PathBuf },
    /// The place of the output is where another file system begins, so that no folder beside it can take its
    /// place.
    Mounted { path: PathBuf },
    /// A file that is larger than any of its kind; how many bytes one may have.
    TooLarge { path: PathBuf, most: u64 },
    /// A folder in more folders than any site has; how many may lie within each other.
    TooDeep { path: PathBuf, most: usize },
}

/// What was being done when the operating system refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    Read,
    List,
    Write,
    CreateFolder,
    Copy,
    Remove,
    Replace,
    Lock,
    Sync,
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Read => "read",
            Self::List => "list the folder",
            Self::Write => "write",
            Self::CreateFolder => "create the folder",
            Self::Copy => "copy",
            Self::Remove => "remove",
            Self::Replace => "put the finished site in place of",
            Self::Lock => "lock",
            Self::Sync => "have the device keep",
        })
    }
}

impl Operation {
    /// As [`Self::on`], of a file that was there a moment ago: one that is gone by now was changed meanwhile.
    pub(super) fn on_listed(self, path: &Path) -> impl FnOnce(io::Error) -> DiskError {
        move |source| match source.kind() {
            io::ErrorKind::NotFound => DiskError::Changed {
                path: path.to_owned(),
            },
            _ => self.on(path)(source),
        }
    }

    /// Turns the refusal of this operation on `path` into a [`DiskError`].
    pub(super) fn on(self, path: &Path) -> impl FnOnce(io::Error) -> DiskError {
        move |source| DiskError::Io {
            operation: self,
            path: path.to_owned(),
            source,
        }
    }
}

impl fmt::Display for DiskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io {
                operation,
                path,
                source,
            } => write!(f, "cannot {operation} {}: {source}", path.display()),
            Self::NoFolder { path } => write!(f, "there is no folder {}", path.display()),
            Self::Symlink { path } => write!(
                f,
                "{} is a symbolic link; put the file itself there",
                path.display()
            ),
            Self::NotAFile { path } => {
                write!(f, "{} is neither a file nor a folder", path.display())
            }
            Self::NameNotUtf8 { path } => write!(
                f,
                "the name of {} is not UTF-8; rename the file",
                path.display()
            ),
            Self::OutsideTree { path } => write!(f, "`{path}` is no path inside the tree"),
            Self::Foreign { path, found } => write!(
                f,
                "{} was not written by pantau (it holds {}), so nothing in it is replaced; \
                 choose an empty or a new folder",
                path.display(),
                found.display()
            ),
            Self::Whole { path } => write!(
                f,
                "{} holds a whole site, which a part of one does not replace; \
                 choose another folder",
                path.display()
            ),
            Self::NotEmpty { path, found } => write!(
                f,
                "{} is not empty (it holds {}), so nothing is written; choose a new folder",
                path.display(),
                found.display()
            ),
            Self::Occupied { path } => write!(
                f,
                "{} is there already and holds something else",
                path.display()
            ),
            Self::Changed { path } => write!(
                f,
                "{} was changed meanwhile, so nothing was written; try again",
                path.display()
            ),
            Self::Busy { path } => write!(
                f,
                "another run of pantau is writing {}; wait until it has finished",
                path.display()
            ),
            Self::Mounted { path } => write!(
                f,
                "another file system begins at {}, so that no new site can take its place in one step; \
                 choose a folder inside it",
                path.display()
            ),
            Self::TooLarge { path, most } => {
                write!(f, "{} is larger than {most} bytes", path.display())
            }
            Self::TooDeep { path, most } => {
                write!(f, "{} lies in more than {most} folders", path.display())
            }
        }
    }
}

impl std::error::Error for DiskError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
