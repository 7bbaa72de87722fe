//! What was worked out before, shared by the threads that draw.

use rustc_hash::FxHashMap;
use std::hash::Hash;
use std::sync::{PoisonError, RwLock};

/// Values by their keys, each made when it is first asked for. What is kept is never thrown away: keys are letters
/// in the sizes that cards and pictures have, and pairs of letters, of which texts of a site have few.
#[derive(Debug)]
pub(super) struct Memo<K, V>(RwLock<FxHashMap<K, V>>);

impl<K: Copy + Eq + Hash, V: Clone> Memo<K, V> {
    pub fn empty() -> Self {
        Self(RwLock::default())
    }

    /// What `make` makes of `key`. Two threads may make it at once; it is the same then.
    pub fn get(&self, key: K, make: impl FnOnce() -> V) -> V {
        // Entries are put in whole, so they are right even if a thread died meanwhile.
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(value) = known.get(&key) {
            return value.clone();
        }
        drop(known);
        let value = make();
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known.insert(key, value.clone());
        value
    }
}
