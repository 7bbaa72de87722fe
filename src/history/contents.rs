//! The bytes of every version of every file, each read from where it costs least.

use super::HistoryError;
use super::line::{Became, Line};
use super::program::Asked;
use super::repository::{Hashing, Repository};
use crate::source::{MOST_TEXT_BYTES, Sources};
use rayon::prelude::*;
use sha1::{Digest, Sha1};
use sha2::Sha256;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write;
use std::sync::Arc;

/// Bytes by the name of the object that holds them.
pub(super) type Blobs = BTreeMap<String, Arc<[u8]>>;

/// The names of all objects that hold a version of a text.
pub(super) fn named(line: &Line) -> BTreeSet<&str> {
    let changes = line.commits.iter().flat_map(|commit| &commit.changes);
    changes
        .filter_map(|change| match &change.became {
            Became::Text(id) => Some(&**id),
            Became::Media | Became::Gone => None,
        })
        .collect()
}

/// The sources by the names that git would give them. One that git converts on its way into the
/// work tree (`core.autocrlf`) has another name there, and its committed bytes are asked of git.
pub(super) fn of_sources(sources: &Sources, hashing: Hashing) -> HashMap<String, &[u8]> {
    let files: Vec<&Vec<u8>> = sources.files.values().collect();
    // Of a larger one the rest is missing.
    let whole = files.into_par_iter().filter(|f| f.len() <= MOST_TEXT_BYTES);
    whole.map(|f| (object_name(f, hashing), &**f)).collect()
}

/// Reads from the repository what `line` names and is neither among `sources` nor `known`.
pub(super) fn from_git(
    repository: &Repository,
    line: &Line,
    sources: &HashMap<String, &[u8]>,
    known: &mut Blobs,
) -> Result<(), HistoryError> {
    let is_new = |name: &str| !sources.contains_key(name) && !known.contains_key(name);
    let asked: Vec<Asked> = named(line)
        .into_iter()
        .filter(|name| is_new(name))
        .map(|id| Asked {
            id,
            most: MOST_TEXT_BYTES + 1,
        })
        .collect();
    repository.git.objects(&asked, |n, bytes| {
        known.insert(asked[n].id.to_owned(), bytes.into());
        Ok(())
    })
}

/// The bytes of all that `names` names and one of the two has.
pub(super) fn texts(
    names: &BTreeSet<&str>,
    sources: &HashMap<String, &[u8]>,
    known: &Blobs,
) -> Blobs {
    let bytes = |name: &str| {
        let source = sources.get(name).map(|bytes| Arc::from(*bytes));
        source.or_else(|| known.get(name).cloned())
    };
    let texts = names
        .iter()
        .map(|name| Some(((*name).to_owned(), bytes(name)?)));
    texts.flatten().collect()
}

/// A hash over a head that says what and how long it is, and the bytes.
fn object_name(bytes: &[u8], hashing: Hashing) -> String {
    let head = format!("blob {}\0", bytes.len());
    match hashing {
        Hashing::Sha1 => hex(&Sha1::new()
            .chain_update(head)
            .chain_update(bytes)
            .finalize()),
        Hashing::Sha256 => hex(&Sha256::new()
            .chain_update(head)
            .chain_update(bytes)
            .finalize()),
    }
}

/// In hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to memory can't fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
