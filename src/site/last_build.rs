//! What a build remembers of itself, so that the next one makes only what has another origin.

use crate::model::Date;
use crate::source::Seen;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// What the last build found and made. It is believed only as far as what it names still stands as it was
/// seen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LastBuild<'a> {
    pub basis: Basis,
    /// Every source by path below the site's root.
    pub sources: Cow<'a, BTreeMap<String, SeenSource>>,
    /// Every published file by path.
    pub files: Cow<'a, BTreeMap<String, SeenFile>>,
    /// The folders of the published tree by path, its own as the empty one.
    pub folders: Cow<'a, BTreeMap<String, Seen>>,
    /// Whether nothing had to be told of the sources.
    pub was_silent: bool,
    /// Whether a past was to be held against them.
    pub wanted_past: bool,
}

/// What a whole site hangs on besides its sources.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    /// The program and its version.
    pub program: String,
    /// The day that the site is as of, in its own time zone.
    pub date: Date,
    /// That zone's name.
    pub zone: String,
    /// Where another address than that of the settings was asked for.
    pub base_url: Option<String>,
    /// The theme's name.
    pub theme: String,
    /// How much of the site it is.
    pub portion: String,
    /// The commit that was checked out.
    pub head: Option<String>,
}

/// A source file as it was when it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenSource {
    /// `None` where it had been changed so shortly before that another change might not show.
    pub seen: Option<Seen>,
    pub sha256: [u8; 32],
}

/// A published file as it was when it had been written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenFile {
    pub seen: Option<Seen>,
    pub sha256: [u8; 32],
    pub bytes: u64,
    /// What it was made from: [`super::Origins::of`] its page; `None` of what is no page.
    pub origin: Option<[u8; 32]>,
}

/// More than a file or a folder takes when it is written down, unless its path is long.
const USUAL_BYTES: usize = 192;

impl LastBuild<'static> {
    /// What [`LastBuild::to_bytes`] gave; `None` for anything else.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

impl LastBuild<'_> {
    /// The names of what lies in each published folder.
    pub fn names(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut names: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let folders = self.folders.keys().filter(|path| !path.is_empty());
        for path in folders.chain(self.files.keys()) {
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
            names.entry(folder).or_default().insert(name);
        }
        names
    }

    /// `None` where it can't be written down.
    pub fn to_bytes(&self) -> Option<Vec<u8>> {
        let Self {
            basis,
            sources,
            files,
            folders,
            was_silent,
            wanted_past,
        } = self;
        // What grows step by step is copied as often, and of a large site that is millions of bytes.
        let room = |entries: usize| Vec::with_capacity(entries * USUAL_BYTES);
        let all = sources.len() + files.len() + folders.len();
        // A record is its fields one after the other, so the two long ones can be written beside each other.
        let (before, after) = rayon::join(
            || postcard::to_extend(&(basis, sources), room(all)),
            || {
                let after = (files, folders, was_silent, wanted_past);
                postcard::to_extend(&after, room(files.len() + folders.len()))
            },
        );
        let mut bytes = before.ok()?;
        bytes.append(&mut after.ok()?);
        Some(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_in_two_halves_is_one_record() {
        let seen = Seen {
            size: 1,
            modified: 2,
            inode: 7,
            changed: 0,
        };
        let sources = BTreeMap::from([(
            "content/a.yml".to_owned(),
            SeenSource {
                seen: Some(seen),
                sha256: [3; 32],
            },
        )]);
        let files = BTreeMap::from([(
            "index.html".to_owned(),
            SeenFile {
                seen: None,
                sha256: [4; 32],
                bytes: 5,
                origin: Some([6; 32]),
            },
        )]);
        let memory = LastBuild {
            basis: Basis {
                program: "1".to_owned(),
                date: Date::MAX,
                zone: "Asia/Jakarta".to_owned(),
                base_url: None,
                theme: "baku".to_owned(),
                portion: "Whole".to_owned(),
                head: Some("abc".to_owned()),
            },
            sources: Cow::Owned(sources),
            files: Cow::Owned(files),
            folders: Cow::Owned(BTreeMap::from([(String::new(), seen)])),
            was_silent: true,
            wanted_past: false,
        };
        let bytes = memory.to_bytes().unwrap();
        assert_eq!(bytes, postcard::to_allocvec(&memory).unwrap());
        assert_eq!(LastBuild::parse(&bytes), Some(memory));
    }
}
