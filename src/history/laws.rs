//! What must hold of anything that git and its helpers print, and of what was kept of it: see
//! [`crate::parse::laws`].

use super::line::{Became, CONTENT, MEDIA, commits};
use super::memory::{MARK, unpacked};
use super::program::{Asked, object};
use super::repository::path_of;
use super::signing::signature;
use super::tree::found;
use super::trust::fingerprints;
use crate::disk::is_ignored;
use sha2::{Digest, Sha256};
use std::io::Cursor;

/// What is printed, by the first byte: a log, a status, a tree, an object, the head of a commit, a list of keys;
/// or the memory of all that with a true checksum. It is understood or refused as a whole, and names no file
/// outside the sources.
pub fn printed(bytes: &[u8]) {
    let Some((kind, bytes)) = bytes.split_first() else {
        return;
    };
    match kind % 7 {
        0 => log(bytes),
        1 => drop(bytes.split(|b| *b == 0).filter_map(path_of).count()),
        2 => drop(bytes.split(|b| *b == 0).map(tree_entry).count()),
        3 => objects(bytes),
        4 => {
            signature(bytes, b"gpgsig ");
            signature(bytes, b"gpgsig-sha256 ");
        }
        5 => keys(bytes),
        _ => remembered(bytes),
    }
}

fn log(bytes: &[u8]) {
    let Some(commits) = commits(bytes) else {
        return;
    };
    for change in commits.iter().flat_map(|commit| &commit.changes) {
        assert!(!is_ignored(&change.path), "{change:?}");
        let is_media = change.path.starts_with(MEDIA);
        match &change.became {
            Became::Text(_) => assert!(!is_media, "{change:?}"),
            Became::Media => assert!(is_media, "{change:?}"),
            Became::Gone => assert!(change.renamed_from.is_none(), "{change:?}"),
        }
    }
}

fn tree_entry(entry: &[u8]) {
    if let Ok(Some(found)) = found(entry) {
        let entry = String::from_utf8_lossy(entry);
        assert!(!is_ignored(&found.path));
        assert!(
            entry.ends_with(&format!("{CONTENT}{}", found.path)),
            "{entry}"
        );
    }
}

/// However large git says that an object is, no more is kept than was asked for and came.
fn objects(bytes: &[u8]) {
    let asked = Asked { id: "a", most: 64 };
    let mut answers = Cursor::new(bytes);
    while let Ok(object) = object(&mut answers, &asked) {
        assert!(object.len() <= asked.most.min(bytes.len()));
    }
}

fn keys(bytes: &[u8]) {
    let list = String::from_utf8_lossy(bytes);
    let found = fingerprints(&list, 0);
    assert!(found.is_none_or(|keys| keys.keys().all(|print| list.contains(&**print))));
}

/// What was kept is written down again as it was, but for numbers that were written longer than they need be.
fn remembered(bytes: &[u8]) {
    let file = [MARK, &Sha256::digest(bytes), bytes].concat();
    let Some(memory) = unpacked(&file) else {
        return;
    };
    let packed = memory.packed().unwrap();
    let again = unpacked(&packed).unwrap().packed().unwrap();
    assert_eq!(packed, again);
}
