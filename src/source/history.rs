//! What the repository remembers of the sources, as bytes in memory. `history` fills it; nothing
//! here runs git or reads a file.

use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How the sources came to be, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Past {
    Known(History),
    Unknown(WhyUnknown),
}

/// Why nothing is known of the past. A page says so; nothing is inferred instead, least of all
/// from dates of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyUnknown {
    /// `situs.yml` has no `catatan_sejak`: nobody asked.
    NotAsked,
    /// The site stands in no git repository.
    NoRepository,
    /// A repository without a commit that holds `content/`.
    NoCommits,
    /// A clone without its past (`git clone --depth`): every file would look new.
    Shallow,
    /// There is no program `git`.
    NoGit,
}

/// The commits of the first-parent line of `HEAD` that touch the sources, and what each file held
/// after each of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The commit that is checked out, whatever it touches, in full.
    pub head: String,
    /// Oldest first.
    pub commits: Vec<Commit>,
    /// By path below `content/`, every file that ever stood there; its versions oldest first, one
    /// for each commit that changed it.
    pub files: BTreeMap<String, Vec<Version>>,
    /// Paths below the site's root, in `content/` and `themes/`, that differ from `head`.
    pub uncommitted: BTreeSet<String>,
}

/// A commit of the first-parent line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// In full, in hexadecimal.
    pub id: String,
    /// When it came to be: the committer's date, but never before the commit below it, since a
    /// clock can be set back and a date be made up.
    pub at: DateTime<Utc>,
    pub signing: Signing,
}

/// Whether a commit was signed, judged by the keys in `situs.yml: kunci`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signing {
    Unsigned,
    /// Signed, by none of the keys that the site knows.
    UnknownKey,
    /// Signed by a key of `kunci`; whose, as `kunci` names it.
    Valid {
        by: String,
    },
    /// A signature that does not fit what was signed, or whose key had expired or was revoked.
    Invalid,
}

/// What a commit made of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Place in [`History::commits`].
    pub commit: usize,
    pub content: Content,
    /// The path below `content/` that the same commit took it from, by git's detection of renames.
    pub renamed_from: Option<String>,
}

/// What stood in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    Text(Arc<[u8]>),
    /// A file below `media/`, whose bytes are not kept.
    Media,
    /// The commit removed it.
    Gone,
}

/// The first ten digits of a commit's id: enough for people, and for any repository of this kind.
pub fn short_commit(id: &str) -> &str {
    id.get(..10).unwrap_or(id)
}

impl Commit {
    /// [`short_commit`] of its id.
    pub fn short(&self) -> &str {
        short_commit(&self.id)
    }
}

impl Version {
    /// The bytes of a text that stood there.
    pub fn text(&self) -> Option<&[u8]> {
        match &self.content {
            Content::Text(bytes) => Some(bytes),
            Content::Media | Content::Gone => None,
        }
    }
}

impl History {
    /// What `path` held in the tree of the last commit at or before `moment`; `None` where it was
    /// not there.
    pub fn version_at(&self, path: &str, moment: DateTime<Utc>) -> Option<&Version> {
        let versions = self.files.get(path)?;
        let until = versions.partition_point(|v| self.commits[v.commit].at <= moment);
        let version = versions[..until].last()?;
        (version.content != Content::Gone).then_some(version)
    }

    /// Keeps [`Self::uncommitted`] true where `path`, below `content/`, now holds `bytes` in the work
    /// tree; `None` where it is gone from there.
    pub fn note_saved(&mut self, path: &str, bytes: Option<&[u8]>) {
        let committed = self.files.get(path).and_then(|versions| versions.last());
        let place = format!("content/{path}");
        if committed.and_then(Version::text) == bytes {
            self.uncommitted.remove(&place);
        } else {
            self.uncommitted.insert(place);
        }
    }

    /// The past as it was when the last commit at or before `moment` was checked out; `None` where
    /// there was none.
    pub fn up_to(&self, moment: DateTime<Utc>) -> Option<Self> {
        let until = self.commits.partition_point(|commit| commit.at <= moment);
        let commits = self.commits[..until].to_vec();
        let files = self.files.iter().filter_map(|(path, versions)| {
            let until = versions.partition_point(|version| version.commit < until);
            (until > 0).then(|| (path.clone(), versions[..until].to_vec()))
        });
        Some(Self {
            head: commits.last()?.id.clone(),
            files: files.collect(),
            commits,
            uncommitted: BTreeSet::new(),
        })
    }

    /// The last commit at or before `moment`.
    pub fn commit_at(&self, moment: DateTime<Utc>) -> Option<&Commit> {
        let until = self.commits.partition_point(|c| c.at <= moment);
        self.commits[..until].last()
    }

    /// The last commit that touched one of `paths` (below `content/`).
    pub fn last_commit<'p>(&self, paths: impl IntoIterator<Item = &'p str>) -> Option<&Commit> {
        let versions = paths.into_iter().filter_map(|path| self.files.get(path));
        let latest = versions
            .filter_map(|versions| versions.last())
            .map(|v| v.commit);
        latest.max().map(|commit| &self.commits[commit])
    }
}
