//! What was read of a repository, kept in the folder of git so that it need not be read again.
//!
//! It is a convenience only: whatever is missing, broken or of another version is read anew, and
//! nothing here is ever an error.

use super::Cache;
use super::contents::{Blobs, hex};
use super::line::Line;
use super::repository::Repository;
use super::signing::Verdicts;
use crate::disk;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// How a file begins; another form of what follows gets another number.
pub(super) const MARK: &[u8] = b"pantau history 1\n";

const CHECKSUM_BYTES: usize = 32;

/// What is known of a repository.
#[derive(Debug, Default)]
pub(super) struct Memory {
    pub line: Line,
    pub verdicts: Verdicts,
    /// Versions that stand in the work tree no more.
    pub blobs: Blobs,
}

/// What stands before the bytes of the blobs.
/// The bytes stand behind it because serde would take them one by one.
#[derive(Serialize, Deserialize)]
struct Index<L, V, N> {
    line: L,
    verdicts: V,
    /// Names of objects and how many bytes of each follow.
    blobs: Vec<(N, usize)>,
}

impl Memory {
    /// What an earlier run has kept, or nothing.
    pub fn recalled(repository: &Repository, cache: Cache) -> Self {
        match cache {
            Cache::Off => Self::default(),
            Cache::On => {
                let file = repository.store.join(name(repository));
                let bytes = disk::bytes_at(&file);
                bytes.and_then(|bytes| unpacked(&bytes)).unwrap_or_default()
            }
        }
    }

    /// Keeps everything for the next run.
    pub fn keep(&self, repository: &Repository) {
        if let Some(bytes) = self.packed() {
            // A repository that can only be read is read anew each time.
            let _ = disk::write_file(&repository.store, &name(repository), &bytes);
        }
    }

    pub fn packed(&self) -> Option<Vec<u8>> {
        let blobs = self.blobs.iter();
        let index = Index {
            line: &self.line,
            verdicts: &self.verdicts,
            blobs: blobs.map(|(name, b)| (&**name, b.len())).collect(),
        };
        let mut bytes = postcard::to_allocvec(&index).ok()?;
        self.blobs
            .values()
            .for_each(|blob| bytes.extend_from_slice(blob));
        Some([MARK, &Sha256::digest(&bytes), &bytes].concat())
    }
}

pub(super) fn unpacked(file: &[u8]) -> Option<Memory> {
    let (checksum, bytes) = file.strip_prefix(MARK)?.split_at_checked(CHECKSUM_BYTES)?;
    if *Sha256::digest(bytes) != *checksum {
        return None;
    }
    let (index, mut rest) =
        postcard::take_from_bytes::<Index<Line, Verdicts, String>>(bytes).ok()?;
    let mut blobs = Blobs::new();
    for (name, length) in index.blobs {
        let (blob, after) = rest.split_at_checked(length)?;
        blobs.insert(name, blob.into());
        rest = after;
    }
    rest.is_empty().then_some(Memory {
        line: index.line,
        verdicts: index.verdicts,
        blobs,
    })
}

/// The file of a site: several may stand in one repository.
fn name(repository: &Repository) -> String {
    let site = match &*repository.prefix {
        b"" => String::new(),
        prefix => format!("-{}", hex(&Sha256::digest(prefix)[..8])),
    };
    format!("history{site}")
}
