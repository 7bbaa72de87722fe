//! A look at what a site is made from, without reading it.

use super::claim::names_in;
use super::read::{Tree, below_asking};
use super::{DiskError, Operation};
use crate::source::{Fingerprint, Fingerprinter, Seen};
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, DirEntry, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};

/// What lies in the folders `folders` below `root`, by path below it; a folder that is not there holds
/// nothing.
///
/// # Errors
/// A name that is not UTF-8, a symbolic link, or a refusal of the system.
pub fn look(root: &Path, folders: &[String]) -> Result<BTreeMap<String, Seen>, DiskError> {
    let mut files = Vec::new();
    for folder in folders {
        let place = root.join(folder);
        if !place.exists() {
            continue;
        }
        let looked = |file: &DirEntry| Ok(seen_source(&metadata(file)?));
        let Tree {
            files: found,
            links,
        } = below_asking(&place, &format!("{folder}/"), &looked)?;
        if let Some(link) = links.into_iter().next() {
            return Err(DiskError::Symlink {
                path: root.join(link),
            });
        }
        files.extend(found.into_iter().map(|file| (file.path, file.said)));
    }
    Ok(files.into_iter().collect())
}

/// What the system says of a file that it has just listed. On Windows the list itself may be older than the file.
fn metadata(file: &DirEntry) -> io::Result<Metadata> {
    if cfg!(windows) {
        fs::symlink_metadata(file.path())
    } else {
        file.metadata()
    }
}

/// Deepest folder of data below `content/`: `hasil/2026/tw1`.
const DEEPEST: usize = 3;

/// The folder of the site in whose `content/` `folder` is, or lies; `None` where it is no such place.
pub fn site_around(folder: &Path) -> Option<PathBuf> {
    let above = (0..=DEEPEST).map(|levels| folder.join([".."].repeat(levels).join("/")));
    let mut content = above.filter(|place| place.join("situs.yml").is_file());
    let root = content.next()?.join("..");
    root.join("content/situs.yml").is_file().then_some(root)
}

/// What the system says of the file or folder at `place`, which may not be a link; `None` where there is
/// none.
pub fn look_at(place: &Path) -> Option<Seen> {
    let found = fs::symlink_metadata(place).ok()?;
    (!found.is_symlink()).then(|| seen(&found))
}

/// As [`look_at`], of a source as [`look`] sees it.
pub fn look_at_source(place: &Path) -> Option<Seen> {
    let found = fs::symlink_metadata(place).ok()?;
    (!found.is_symlink()).then(|| seen_source(&found))
}

/// The names of what lies in a folder, `None` where it can't be listed or one of them is not UTF-8.
pub fn names_at(folder: &Path) -> Option<BTreeSet<String>> {
    let names = names_in(folder).ok()?.into_iter();
    names.map(|name| name.into_string().ok()).collect()
}

/// The fingerprint of a file, which is read a piece at a time.
///
/// # Errors
/// A file that can't be read.
pub fn fingerprint_of(place: &Path) -> Result<Fingerprint, DiskError> {
    let mut fingerprinter = Fingerprinter::default();
    let file = File::open(place);
    let read = file.and_then(|mut file| io::copy(&mut file, &mut fingerprinter));
    read.map_err(Operation::Read.on(place))?;
    Ok(fingerprinter.finish())
}

pub(super) fn seen(found: &Metadata) -> Seen {
    let modified = found.modified().ok().map(DateTime::<Utc>::from);
    let modified = modified.and_then(|moment| moment.timestamp_nanos_opt());
    Seen {
        size: found.len(),
        modified: modified.unwrap_or(i64::MAX),
        inode: inode(found),
        changed: 0,
    }
}

fn seen_source(found: &Metadata) -> Seen {
    Seen {
        changed: changed(found),
        ..seen(found)
    }
}

#[cfg(unix)]
fn changed(found: &Metadata) -> i64 {
    use std::os::unix::fs::MetadataExt;
    let seconds = found.ctime().saturating_mul(1_000_000_000);
    seconds.saturating_add(found.ctime_nsec())
}

#[cfg(not(unix))]
fn changed(_: &Metadata) -> i64 {
    0
}

#[cfg(unix)]
fn inode(found: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(found)
}

#[cfg(not(unix))]
fn inode(_: &Metadata) -> u64 {
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_finds_every_file_below_the_folders_and_sees_a_change() {
        let root = tempfile::tempdir().unwrap();
        for (path, text) in [
            ("content/a/b.yml", "1"),
            ("themes/x/y.css", "22"),
            ("z", ""),
        ] {
            let place = root.path().join(path);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            fs::write(place, text).unwrap();
        }
        let folders = ["content", "themes/x", "cms"].map(str::to_owned);
        let before = look(root.path(), &folders).unwrap();
        let paths: Vec<&str> = before.keys().map(String::as_str).collect();
        assert_eq!(paths, ["content/a/b.yml", "themes/x/y.css"]);
        assert_eq!(look(root.path(), &folders).unwrap(), before);
        fs::write(root.path().join("content/a/b.yml"), "333").unwrap();
        let after = look(root.path(), &folders).unwrap();
        assert_ne!(after["content/a/b.yml"], before["content/a/b.yml"]);
        assert_eq!(after["themes/x/y.css"], before["themes/x/y.css"]);
    }

    #[test]
    fn a_file_has_the_fingerprint_of_its_bytes() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a");
        for length in [0, 1, 1 << 16, (1 << 16) + 1] {
            let bytes = vec![7; length];
            fs::write(&file, &bytes).unwrap();
            assert_eq!(fingerprint_of(&file).unwrap(), Fingerprint::of(&bytes));
        }
        assert!(fingerprint_of(folder.path()).is_err());
    }
}
