//! The first-parent line of a commit: which commits it has, and what each did to the sources.

use super::HistoryError;
use super::program::not_understood;
use super::repository::Repository;
use crate::disk::is_ignored;
use serde::{Deserialize, Serialize};
use std::str;

/// What stands below this is a source, in the work tree and in every commit.
pub(super) const CONTENT: &str = "content/";

/// The bytes of what stands below this are not kept.
pub(super) const MEDIA: &str = "media/";

/// A first-parent line, as far as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Line {
    /// The newest commit, whatever it touches; empty where nothing was read yet.
    pub head: String,
    /// The latest date of any commit up to there, in seconds.
    pub latest: i64,
    /// Those that touch a source, oldest first.
    pub commits: Vec<Entry>,
}

impl Line {
    /// The commits that nobody has looked into for a signature: the newest.
    pub fn unread(&self) -> &[Entry] {
        &self.commits[self.read()..]
    }

    /// Notes what was found in each of [`Self::unread`].
    pub fn mark(&mut self, found: Vec<Signature>) {
        let read = self.read();
        for (commit, signature) in self.commits[read..].iter_mut().zip(found) {
            commit.signature = signature;
        }
    }

    fn read(&self) -> usize {
        let is_read = |commit: &Entry| commit.signature != Signature::Unread;
        self.commits.partition_point(is_read)
    }
}

/// A commit that touches a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    pub id: String,
    /// In seconds, never before the commit below it.
    pub at: i64,
    pub signature: Signature,
    pub changes: Vec<Change>,
}

/// What kind of signature a commit object carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Signature {
    /// Nobody has looked yet.
    Unread,
    None,
    Ssh,
    OpenPgp,
    /// X.509, or something newer.
    Other,
}

/// What a commit did to one file. Paths are relative to `content/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Change {
    pub path: String,
    pub renamed_from: Option<String>,
    pub became: Became,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Became {
    /// The object of that name.
    Text(String),
    Media,
    /// Removed, or no plain file any more.
    Gone,
}

/// A commit as `git log` tells of it.
#[derive(Debug)]
pub(super) struct Logged {
    id: String,
    parent: Option<String>,
    at: i64,
    pub changes: Vec<Change>,
}

/// The line of the repository's head, continued from `known` where that is its lower end.
pub(super) fn up_to_head(repository: &Repository, known: Line) -> Result<Line, HistoryError> {
    if known.head == repository.head {
        return Ok(known);
    }
    if !known.head.is_empty()
        // The commit may be gone from the repository; if git has another complaint, it will have
        // it again.
        && let Ok(newer) = log(repository, &format!("{}..{}", known.head, repository.head))
        && follows(&newer, Some(&known.head))
    {
        return Ok(continued(known, newer));
    }
    let all = log(repository, &repository.head)?;
    if !follows(&all, None) {
        return Err(not_understood("git log"));
    }
    Ok(continued(Line::default(), all))
}

/// Whether each commit, oldest first, has the one before it as its first parent, and the oldest of
/// them `below`.
fn follows(commits: &[Logged], below: Option<&str>) -> bool {
    let ids = commits.iter().map(|commit| Some(&*commit.id));
    let expected = std::iter::once(below).chain(ids);
    let parents = commits.iter().map(|commit| commit.parent.as_deref());
    !commits.is_empty() && parents.zip(expected).all(|(parent, id)| parent == id)
}

fn continued(mut line: Line, newer: Vec<Logged>) -> Line {
    for commit in newer {
        line.latest = line.latest.max(commit.at);
        line.head.clone_from(&commit.id);
        if !commit.changes.is_empty() {
            line.commits.push(Entry {
                id: commit.id,
                at: line.latest,
                signature: Signature::Unread,
                changes: commit.changes,
            });
        }
    }
    line
}

/// The commits of `range`, oldest first.
fn log(repository: &Repository, range: &str) -> Result<Vec<Logged>, HistoryError> {
    let printed = repository.git.output([
        "log",
        "--first-parent",
        "--diff-merges=first-parent",
        // A commit that touches no source counts too: no later one is dated before it.
        "--sparse",
        "--raw",
        "-z",
        "-M",
        // What git itself takes when nobody says otherwise, which someone may.
        "-l1000",
        "--no-abbrev",
        "--relative",
        "--no-ext-diff",
        "--no-textconv",
        "--no-color",
        "--no-notes",
        "--ignore-submodules=none",
        "--format=%x01%H %ct %P",
        range,
        "--",
        "content",
    ])?;
    let mut commits = commits(&printed).ok_or_else(|| not_understood("git log"))?;
    commits.reverse();
    Ok(commits)
}

/// What `log` prints, newest first; `None` for another form.
pub(super) fn commits(printed: &[u8]) -> Option<Vec<Logged>> {
    let mut commits: Vec<Logged> = Vec::new();
    let mut tokens = printed.split(|b| *b == 0);
    while let Some(token) = tokens.next() {
        let token = token.strip_prefix(b"\n").unwrap_or(token);
        match token.first() {
            None => {}
            Some(1) => commits.push(commit(&token[1..])?),
            Some(b':') => {
                let entry = entry(&token[1..])?;
                let first = tokens.next()?;
                let second = entry.has_two_paths().then(|| tokens.next()).flatten();
                commits
                    .last_mut()?
                    .changes
                    .extend(entry.changes(first, second));
            }
            Some(_) => return None,
        }
    }
    Some(commits)
}

/// `ID SECONDS PARENTS`
fn commit(line: &[u8]) -> Option<Logged> {
    let mut words = str::from_utf8(line).ok()?.split(' ');
    Some(Logged {
        id: words.next()?.to_owned(),
        at: words.next()?.parse().ok()?,
        parent: words.next().filter(|id| !id.is_empty()).map(Into::into),
        changes: Vec::new(),
    })
}

/// What the raw format says of a file before its paths.
#[derive(Debug)]
struct Raw<'a> {
    was_file: bool,
    is_file: bool,
    old: &'a str,
    new: &'a str,
    status: &'a str,
}

/// `MODE MODE ID ID STATUS`
fn entry(token: &[u8]) -> Option<Raw<'_>> {
    let mut words = str::from_utf8(token).ok()?.split(' ');
    // A link is 120000, another repository 160000.
    let mut is_file = || words.next().map(|mode| mode.starts_with("100"));
    Some(Raw {
        was_file: is_file()?,
        is_file: is_file()?,
        old: words.next()?,
        new: words.next()?,
        status: words.next()?,
    })
}

impl Raw<'_> {
    fn has_two_paths(&self) -> bool {
        self.status.starts_with(['R', 'C'])
    }

    /// What became of the sources among the paths.
    fn changes(&self, first: &[u8], second: Option<&[u8]>) -> Vec<Change> {
        let Some(second) = second else {
            return source(first)
                .and_then(|path| self.in_place(path))
                .into_iter()
                .collect();
        };
        let from = source(first).filter(|_| self.was_file);
        let gone = from.clone().filter(|_| self.status.starts_with('R'));
        let to = source(second).filter(|_| self.is_file);
        let moved = to.map(|path| Change {
            became: self.became(&path),
            path,
            renamed_from: from,
        });
        gone.map(removed).into_iter().chain(moved).collect()
    }

    fn in_place(&self, path: String) -> Option<Change> {
        if !self.is_file {
            return self.was_file.then(|| removed(path));
        }
        // Only whether it may be executed.
        let same = self.was_file && self.old == self.new;
        (!same).then(|| Change {
            became: self.became(&path),
            path,
            renamed_from: None,
        })
    }

    fn became(&self, path: &str) -> Became {
        if path.starts_with(MEDIA) {
            Became::Media
        } else {
            Became::Text(self.new.to_owned())
        }
    }
}

fn removed(path: String) -> Change {
    Change {
        path,
        renamed_from: None,
        became: Became::Gone,
    }
}

/// The path below `content/` of what `disk` would read. It refuses names that are not UTF-8, so
/// that none was ever published.
fn source(path: &[u8]) -> Option<String> {
    let path = str::from_utf8(path).ok()?.strip_prefix(CONTENT)?;
    (!is_ignored(path)).then(|| path.to_owned())
}
