//! What a file system says of a file, so that one that stands as it stood need not be read again.

use serde::{Deserialize, Serialize};

/// A file or folder without its bytes. Two that are equal are taken for the same state of the same file,
/// as git does with its index; of a file that was changed just before it was looked at that is not
/// sure, since clocks of file systems are coarse: see [`Self::is_settled`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// In bytes.
    pub size: u64,
    /// When its bytes last changed: nanoseconds since 1970 (UTC); the largest number where that is not known.
    pub modified: i64,
    /// Which file it is on its device; 0 where the system does not say.
    pub inode: u64,
    /// When anything of it last changed, its owner and its names included: nanoseconds since 1970 (UTC). On a local disk no
    /// program can set it, as it can the other time. 0 where the system does not say, and of what is published, which
    /// changes with each link to it.
    pub changed: i64,
}

/// Coarser than the clock of any file system, in nanoseconds: FAT counts in two seconds.
const TICK: i64 = 2_000_000_000;

impl Seen {
    /// Whether it is the same but for [`Self::changed`], as after a backup by links.
    pub fn is_same_but_for_changed(&self, other: &Self) -> bool {
        let without = |seen: &Self| Self {
            changed: 0,
            ..*seen
        };
        without(self) == without(other)
    }

    /// Whether it was last changed so long before `moment` (nanoseconds since 1970) that a change after it
    /// would show.
    pub fn is_settled(&self, moment: i64) -> bool {
        self.modified.max(self.changed).saturating_add(TICK) < moment
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_changed_just_now_or_in_the_future_is_not_settled() {
        let now = 10 * TICK;
        let seen = |modified, changed| Seen {
            size: 1,
            modified,
            inode: 1,
            changed,
        };
        let long_ago = now - TICK - 1;
        assert!(seen(long_ago, long_ago).is_settled(now));
        for moment in [now - TICK, now, now + TICK] {
            assert!(!seen(moment, long_ago).is_settled(now));
            assert!(!seen(long_ago, moment).is_settled(now));
        }
    }
}
