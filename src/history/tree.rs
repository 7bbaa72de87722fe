//! The sources as the tree of a commit has them.

use super::HistoryError;
use super::line::{CONTENT, MEDIA};
use super::program::{Asked, Git, not_understood};
use crate::disk::{is_ignored, media_facts_of};
use crate::source::{MOST_MEDIA_BYTES, MOST_TEXT_BYTES, Sources};
use std::str;

/// A file or a link of a tree.
pub(super) struct Found {
    /// Below `content/`.
    pub path: String,
    id: String,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    File,
    Link,
}

/// Everything below `content/` in `commit`, read as `disk` reads the work tree.
pub(super) fn sources(git: &Git, commit: &str) -> Result<Sources, HistoryError> {
    let commit = commit.to_owned();
    let listed = git.output(["ls-tree", "-r", "-z", "--end-of-options", &commit, CONTENT])?;
    if listed.is_empty() {
        return Err(HistoryError::NoContent { commit });
    }
    let mut sources = Sources::default();
    let mut files = Vec::new();
    for entry in listed.split(|b| *b == 0).filter(|entry| !entry.is_empty()) {
        match found(entry)? {
            Some(found) if found.kind == Kind::File => files.push(found),
            Some(link) => drop(sources.links.insert(link.path)),
            None => {}
        }
    }
    read(git, &files, &mut sources)?;
    Ok(sources)
}

/// `MODE TYPE ID<tab>PATH`; `None` for a leftover of an editor.
pub(super) fn found(entry: &[u8]) -> Result<Option<Found>, HistoryError> {
    let wrong = || not_understood("git ls-tree");
    let tab = entry.iter().position(|b| *b == b'\t').ok_or_else(wrong)?;
    let path = String::from_utf8_lossy(&entry[tab + 1..]).into_owned();
    let below = path.strip_prefix(CONTENT).ok_or_else(wrong)?;
    if is_ignored(below) {
        return Ok(None);
    }
    if str::from_utf8(entry).is_err() {
        return Err(HistoryError::NameNotUtf8 { path });
    }
    let head = str::from_utf8(&entry[..tab]).map_err(|_| wrong())?;
    let mut words = head.split(' ');
    let (mode, id) = (words.next(), words.nth(1).ok_or_else(wrong)?);
    let kind = match mode {
        Some("120000") => Kind::Link,
        Some("160000") => return Err(HistoryError::Submodule { path }),
        _ => Kind::File,
    };
    Ok(Some(Found {
        path: below.to_owned(),
        id: id.to_owned(),
        kind,
    }))
}

/// One file at a time, so that only one film is in memory.
fn read(git: &Git, files: &[Found], sources: &mut Sources) -> Result<(), HistoryError> {
    let asked = files.iter().map(|file| Asked {
        id: &file.id,
        most: most(&file.path),
    });
    git.objects(&asked.collect::<Vec<_>>(), |n, bytes| {
        let path = files[n].path.clone();
        if path.starts_with(MEDIA) {
            let facts = media_facts_of(&path, &bytes)?;
            sources.media.insert(path, facts);
        } else {
            sources.files.insert(path, bytes);
        }
        Ok(())
    })
}

/// One byte more than is read shows that a file is too large.
fn most(path: &str) -> usize {
    if path.starts_with(MEDIA) {
        usize::try_from(MOST_MEDIA_BYTES).map_or(usize::MAX, |most| most + 1)
    } else {
        MOST_TEXT_BYTES + 1
    }
}
