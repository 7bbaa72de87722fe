//! What a build keeps beside its output for the next one: bytes that it alone understands.
//!
//! It is a convenience: what is missing or damaged is as if it had never been kept.

use super::claim::{Neighbours, resolved};
use super::{DiskError, Operation};
use crate::source::Sha256;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

/// How a file begins; a checksum of what follows it comes next.
const MARK: &[u8] = b"pantau ingatan 1\n";

const CHECKSUM_BYTES: usize = 32;

/// What the last build into `out` has kept; `None` where there is nothing, or nothing whole.
pub fn recall(out: &Path) -> Option<Vec<u8>> {
    let neighbours = Neighbours::of(&resolved(out).ok()?).ok()?;
    let file = fs::read(neighbours.memory()).ok()?;
    let (checksum, bytes) = file.strip_prefix(MARK)?.split_at_checked(CHECKSUM_BYTES)?;
    (Sha256::of(bytes).as_bytes() == checksum).then(|| bytes.to_owned())
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
        drop(file);
        fs::rename(&aside, &place)
    };
    write().map_err(Operation::Write.on(&place))
}
