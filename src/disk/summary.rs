//! What has become of a tree's files, counted while they are put there by any thread.

use super::publication::OldFile;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

/// A replaced tree is kept where so many files stayed for each that was written: what was written it holds a second time.
const KEPT_FOR_ONE_WRITTEN: usize = 4;

/// Smaller trees are linked anew in no time.
pub(super) const SPARE_FROM_FILES: usize = 100;

/// What a publication has done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files that are new or have new bytes.
    pub written: usize,
    /// Files that were there with the same bytes.
    pub kept: usize,
    /// Files of the old tree that the new one doesn't have.
    pub removed: usize,
    /// The size of the whole new tree.
    pub bytes: u64,
}

impl Summary {
    /// Whether the tree that was replaced is worth keeping for the next one.
    pub(super) fn is_mostly_kept(&self) -> bool {
        self.kept >= SPARE_FROM_FILES && self.written <= self.kept / KEPT_FOR_ONE_WRITTEN
    }
}

/// A [`Summary`] in the making.
#[derive(Debug, Default)]
pub(super) struct Counts {
    written: AtomicUsize,
    kept: AtomicUsize,
    /// Of those written, how many had a namesake in the old tree.
    replaced: AtomicUsize,
    bytes: AtomicU64,
}

impl Counts {
    pub(super) fn add_kept(&self, old: &OldFile) {
        self.kept.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(old.seen.size, Ordering::Relaxed);
    }

    pub(super) fn add_written(&self, old: Option<&OldFile>, size: u64) {
        self.written.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(size, Ordering::Relaxed);
        if old.is_some() {
            self.replaced.fetch_add(1, Ordering::Relaxed);
        }
    }

    pub(super) fn summary(&self, old_files: usize) -> Summary {
        let [written, kept, replaced] =
            [&self.written, &self.kept, &self.replaced].map(|count| count.load(Ordering::Relaxed));
        Summary {
            written,
            kept,
            removed: old_files.saturating_sub(kept + replaced),
            bytes: self.bytes.load(Ordering::Relaxed),
        }
    }
}
