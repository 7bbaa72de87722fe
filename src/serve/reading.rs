//! What was last read of the sources, good or not.

use super::ServeError;
use crate::disk::{self, DiskError, Reread};
use crate::history::{self, Cache};
use crate::parse::{self, Raw};
use crate::site::Saved;
use crate::source::{Past, Sources, WhyUnknown};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What stands for the folder of git among paths below the root, wherever it lies.
pub(super) const GIT: &str = ".git";

/// What was last read, good or not.
#[derive(Debug)]
pub struct ReadState {
    pub(super) sources: Sources,
    pub(super) raw: Raw,
    /// As of the commit that was checked out when files were last read.
    pub(super) past: Past,
    /// Whether `past` tells of what stands in `sources` now.
    is_past_of_these: bool,
}

/// What somebody saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Changes {
    /// Single files of text below `content/`, read already.
    pub files: Saved,
    /// Something else too, such as a folder that was renamed or a picture: all of `content/` has to
    /// be read.
    pub is_more: bool,
    /// Something below `themes/`.
    pub is_theme: bool,
    /// Another commit may be checked out.
    pub is_past: bool,
    /// Every path below the root, for people.
    pub names: BTreeSet<PathBuf>,
}

impl Changes {
    /// Reads what was `saved` below `root`.
    ///
    /// # Errors
    /// A file that can't be read.
    pub fn read(root: &Path, saved: &BTreeSet<PathBuf>) -> Result<Self, DiskError> {
        let mut changes = Self {
            names: saved.clone(),
            ..Self::default()
        };
        for path in saved {
            if path.starts_with(GIT) {
                changes.is_past = true;
                continue;
            }
            if !path.starts_with("content") {
                changes.is_theme = true;
                continue;
            }
            let Some(file) = single_file(path) else {
                changes.is_more = true;
                continue;
            };
            match disk::read_file(root, &file)? {
                Reread::Bytes(bytes) => drop(changes.files.insert(file, Some(bytes))),
                Reread::Gone => drop(changes.files.insert(file, None)),
                // The folder on the way may be the link: what lies beside this file is gone too.
                Reread::Linked => changes.is_more = true,
            }
        }
        Ok(changes)
    }

    /// Everything has to be read: a read failed.
    pub fn unknown(saved: BTreeSet<PathBuf>) -> Self {
        Self {
            is_more: true,
            is_theme: true,
            names: saved,
            ..Self::default()
        }
    }

    /// Adds what was saved later.
    pub fn add(&mut self, later: Self) {
        self.files.extend(later.files);
        self.is_more |= later.is_more;
        self.is_theme |= later.is_theme;
        self.is_past |= later.is_past;
        self.names.extend(later.names);
    }

    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Whether nothing was saved, and only a commit may have come.
    pub fn is_past_alone(&self) -> bool {
        self.is_past && !self.is_theme && !self.is_more && self.files.is_empty()
    }

    /// Whether the sources are as they were.
    pub fn is_theme_alone(&self) -> bool {
        self.is_theme && !self.is_more && self.files.is_empty()
    }

    /// Their paths in one line.
    pub fn in_words(&self) -> String {
        let names = self.names.iter().map(|path| path.display().to_string());
        names.collect::<Vec<_>>().join(", ")
    }
}

impl ReadState {
    /// What was read of a site, and what its repository remembers.
    pub fn new(sources: Sources, raw: Raw, past: Past) -> Self {
        Self {
            sources,
            raw,
            past,
            is_past_of_these: true,
        }
    }

    /// What stands in a file, for people to see; nothing of one that is no text.
    pub(super) fn text(&self, file: &str) -> String {
        self.sources.text(file)
    }

    /// Takes in what was saved.
    ///
    /// # Errors
    /// As [`disk::read`]; nothing has changed then.
    pub(super) fn take(&mut self, root: &Path, changes: &Changes) -> Result<(), DiskError> {
        if changes.is_more {
            self.sources = disk::read(root)?;
            self.raw = parse::parse(&self.sources);
            self.is_past_of_these = false;
            return Ok(());
        }
        for (path, bytes) in &changes.files {
            self.sources.links.remove(path);
            if let Past::Known(history) = &mut self.past {
                history.note_saved(path, bytes.as_deref());
            }
            match bytes {
                Some(bytes) => {
                    self.raw.read(path, bytes);
                    self.sources.files.insert(path.clone(), bytes.clone());
                }
                None => {
                    self.raw.remove(path);
                    self.sources.files.remove(path);
                }
            }
        }
        Ok(())
    }

    /// The past, where it has to be read anew: another commit is checked out, or all was read.
    ///
    /// # Errors
    /// As [`history::read_of_site`].
    pub(super) fn other_past(&self, root: &Path) -> Result<Option<Past>, ServeError> {
        let is_current = match &self.past {
            Past::Known(known) => {
                self.is_past_of_these
                    && history::head(root).map_err(ServeError::History)?.as_deref()
                        == Some(&*known.head)
            }
            Past::Unknown(WhyUnknown::NotAsked) => !history::is_asked_for(&self.raw),
            Past::Unknown(_) => false,
        };
        if is_current {
            return Ok(None);
        }
        let past = history::read_of_site(root, &self.sources, &self.raw, Cache::On);
        let past = past.map_err(ServeError::History)?;
        let is_as_unknown = matches!(past, Past::Unknown(_)) && past == self.past;
        Ok((!is_as_unknown).then_some(past))
    }

    /// Keeps a past that was read anew.
    pub(super) fn remember(&mut self, past: Past) {
        self.past = past;
        self.is_past_of_these = true;
    }
}

/// The path below `content/` of one text file that was saved or removed.
fn single_file(path: &Path) -> Option<String> {
    let below = path.strip_prefix("content").ok()?.to_str()?;
    let below = below.replace('\\', "/");
    let is_text = [".yml", ".md"].iter().any(|ending| below.ends_with(ending));
    (is_text && !below.starts_with("media/")).then_some(below)
}
