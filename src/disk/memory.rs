//! What a build keeps beside its output for the next one: bytes that it alone understands.
//!
//! It is a convenience: what is missing or damaged is as if it had never been kept.

use super::claim::{Neighbours, resolved};
use super::{DiskError, Operation};
use crate::source::Sha256;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;

/// How a file begins; a checksum of what follows it comes next.
const MARK: &[u8] = b"pantau ingatan 1\n";

const CHECKSUM_BYTES: usize = 32;

/// What the last build into `out` has kept; `None` where there is nothing, or nothing whole.
pub fn recall(out: &Path) -> Option<Vec<u8>> {
    let neighbours = Neighbours::of(&resolved(out).ok()?).ok()?;
    whole(&neighbours.memory())
}

/// What a file holds that has the mark and the checksum of all that follows. What is no file is not opened, for it could
/// wait for a writer.
fn whole(place: &Path) -> Option<Vec<u8>> {
    if !fs::symlink_metadata(place).ok()?.is_file() {
        return None;
    }
    let mut file = File::open(place).ok()?;
    let (mut mark, mut checksum) = ([0; MARK.len()], [0; CHECKSUM_BYTES]);
    file.read_exact(&mut mark).ok()?;
    file.read_exact(&mut checksum).ok()?;
    if mark[..] != *MARK {
        return None;
    }
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).ok()?;
    (*Sha256::of(&bytes).as_bytes() == checksum).then_some(bytes)
}

/// Keeps `bytes`, in the place of what was kept before.
pub(super) fn keep(neighbours: &Neighbours, bytes: &[u8]) -> Result<(), DiskError> {
    let place = neighbours.memory();
    let aside = neighbours.memory_aside();
    let write = || {
        let mut file = File::create(&aside)?;
        for part in [MARK, Sha256::of(bytes).as_bytes(), bytes] {
            file.write_all(part)?;
        }
        file.sync_all()?;
        drop(file);
        fs::rename(&aside, &place)
    };
    let written = write();
    if written.is_err() {
        // It may not even be there; what is told is why the file could not be written.
        let _ = fs::remove_file(&aside);
    }
    written.map_err(Operation::Write.on(&place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_not_be_kept_leaves_nothing_beside_the_site() {
        let root = tempfile::tempdir().unwrap();
        let out = root.path().join("public");
        let neighbours = Neighbours::of(&out).unwrap();
        // A folder in its place refuses the last step, as a full disk does one before.
        fs::create_dir(neighbours.memory()).unwrap();
        keep(&neighbours, b"x").unwrap_err();
        let left: Vec<_> = fs::read_dir(root.path())
            .unwrap()
            .flatten()
            .map(|entry| entry.path())
            .collect();
        assert_eq!(left, [neighbours.memory()]);
    }
}
