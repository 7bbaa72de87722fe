//! What a part of a site says of itself, and whether parts make a whole.
//!
//! It stands beside the part's files and is not published. Like a manifest it names no machine and
//! no moment.

use super::manifest::Head;
use super::{Manifest, ManifestError, NoShard, Shard};
use crate::source::Sha256;
use crate::url::Urls;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::fmt;

/// Where it stands below the part's root.
pub const PART: &str = "part.json";

/// The only version of its format there is.
const FORMAT: u64 = 1;

/// The description of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub shard: Shard,
    /// As [`crate::source::state`].
    pub sources: Sha256,
    /// As that of the whole site, but for its files, which are those of the part.
    pub manifest: Manifest,
}

/// Why a text is no description of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartError {
    /// No JSON, or not of this shape; what the reader says of it.
    Shape(String),
    /// Of a format that this version does not know.
    Format {
        found: u64,
    },
    Shard(NoShard),
    Manifest(ManifestError),
}

impl fmt::Display for PartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape(reason) => f.write_str(reason),
            Self::Format { found } => write!(f, "format {found} is not known"),
            Self::Shard(error) => error.fmt(f),
            Self::Manifest(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for PartError {}

#[derive(Serialize, Deserialize)]
struct Shape {
    format: u64,
    part: u32,
    of: u32,
    sources: String,
    manifest: Box<RawValue>,
}

impl Part {
    /// As JSON, its files as in a manifest.
    pub fn to_bytes(&self) -> Vec<u8> {
        let manifest = String::from_utf8(self.manifest.to_bytes()).expect(ALWAYS);
        let shape = Shape {
            format: FORMAT,
            part: self.shard.number(),
            of: self.shard.of(),
            sources: self.sources.to_string(),
            manifest: RawValue::from_string(manifest.trim_end().to_owned()).expect(ALWAYS),
        };
        let mut bytes = serde_json::to_vec_pretty(&shape).expect(ALWAYS);
        bytes.push(b'\n');
        bytes
    }

    /// Reads what a build has written.
    ///
    /// # Errors
    /// Anything that a build can't have written.
    pub fn parse(bytes: &[u8]) -> Result<Self, PartError> {
        let told = |error: serde_json::Error| PartError::Shape(error.to_string());
        let head: Head = serde_json::from_slice(bytes).map_err(told)?;
        if head.format != FORMAT {
            return Err(PartError::Format { found: head.format });
        }
        let shape: Shape = serde_json::from_slice(bytes).map_err(told)?;
        let sources = Sha256::parse(&shape.sources);
        Ok(Self {
            shard: Shard::new(shape.part, shape.of).map_err(PartError::Shard)?,
            sources: sources.ok_or_else(|| PartError::Shape("sources".to_owned()))?,
            manifest: Manifest::parse_of_any_size(shape.manifest.get().as_bytes())
                .map_err(PartError::Manifest)?,
        })
    }

    /// What its state is known by, each with a word for it.
    fn state(&self) -> [(&'static str, String); 7] {
        let Manifest {
            pantau,
            provenance,
            date,
            base_url,
            theme,
            files: _,
        } = &self.manifest;
        let commit = provenance
            .commit
            .as_ref()
            .or(provenance.commit_unknown.as_ref());
        let uncommitted: Vec<&str> = provenance.uncommitted.iter().map(String::as_str).collect();
        [
            ("version", pantau.clone()),
            ("date", date.to_string()),
            ("address", Urls::new(base_url).absolute_file("")),
            ("theme", format!("{} {}", theme.name, theme.sha256)),
            ("commit", commit.cloned().unwrap_or_default()),
            ("uncommitted", uncommitted.join(", ")),
            ("sources", self.sources.to_string()),
        ]
    }
}

/// Why writing can't fail.
const ALWAYS: &str = "a manifest is JSON, and the rest numbers and digits";

/// Why parts make no whole. Parts are named by their places in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// Of another number of parts than the first.
    OtherCount { part: usize },
    /// The same part as an `earlier` one.
    Twice { part: usize, earlier: usize },
    /// A part that was not given.
    Missing { shard: Shard },
    /// Built from another state than the first; the first thing in which they differ, by its word, and
    /// what each says of it.
    OtherState {
        part: usize,
        what: &'static str,
        here: String,
        first: String,
    },
    /// A file that stands in an `earlier` part too.
    FileTwice {
        part: usize,
        earlier: usize,
        path: String,
    },
}

/// Everything that keeps `parts`, at least one, from making a whole site; nothing where they do.
pub fn misfits(parts: &[Part]) -> Vec<Misfit> {
    let Some(first) = parts.first() else {
        return Vec::new();
    };
    let mut found: Vec<Misfit> = (1..)
        .zip(&parts[1..])
        .filter_map(|(part, other)| misfit(part, other, first))
        .collect();
    let mut seen: BTreeMap<u32, usize> = BTreeMap::new();
    for (part, of) in parts.iter().enumerate() {
        if of.shard.of() != first.shard.of() {
            continue;
        }
        match seen.get(&of.shard.number()) {
            Some(&earlier) => found.push(Misfit::Twice { part, earlier }),
            None => drop(seen.insert(of.shard.number(), part)),
        }
    }
    let all = (1..=first.shard.of()).filter_map(|n| Shard::new(n, first.shard.of()).ok());
    let missing = all.filter(|shard| !seen.contains_key(&shard.number()));
    found.extend(missing.map(|shard| Misfit::Missing { shard }));
    if found.is_empty() {
        found = files_twice(parts);
    }
    found
}

fn misfit(part: usize, other: &Part, first: &Part) -> Option<Misfit> {
    if other.shard.of() != first.shard.of() {
        return Some(Misfit::OtherCount { part });
    }
    let both = other.state().into_iter().zip(first.state());
    let mut differ = both.filter(|((_, here), (_, there))| here != there);
    let ((what, here), (_, first)) = differ.next()?;
    Some(Misfit::OtherState {
        part,
        what,
        here,
        first,
    })
}

/// Files of more than one part, by sorting all paths.
fn files_twice(parts: &[Part]) -> Vec<Misfit> {
    let all = parts.iter().enumerate();
    let mut all: Vec<(&str, usize)> = all
        .flat_map(|(part, of)| {
            of.manifest
                .files
                .keys()
                .map(move |path| (path.as_str(), part))
        })
        .collect();
    all.sort_unstable();
    let pairs = all.windows(2).filter(|two| two[0].0 == two[1].0);
    pairs
        .map(|two| Misfit::FileTwice {
            part: two[1].1,
            earlier: two[0].1,
            path: two[0].0.to_owned(),
        })
        .collect()
}

#[cfg(test)]
#[path = "part_tests.rs"]
mod tests;
