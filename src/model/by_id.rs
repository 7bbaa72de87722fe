//! What many things of a kind are kept in: in the order of their ids, and each found by a hash of its own.
//!
//! Ids begin alike (`kepala-bidang-…`), so that a tree compares long texts a dozen times to find one, and each of them
//! lies elsewhere in memory.

use indexmap::{Equivalent, IndexMap};
use rustc_hash::FxBuildHasher;
use std::hash::Hash;
use std::ops::Index;

/// A map whose entries come in the order of their keys.
#[derive(Clone, Debug)]
pub struct ById<K, V>(IndexMap<K, V, FxBuildHasher>);

impl<K: Hash + Ord, V> ById<K, V> {
    pub fn new() -> Self {
        Self::default()
    }

    /// As collected from `entries`, with room for `most` of them from the beginning: what grows step by step is copied as
    /// often. Of entries with the same key the last one stays.
    pub fn with_room(most: usize, entries: impl IntoIterator<Item = (K, V)>) -> Self {
        let mut map = IndexMap::with_capacity_and_hasher(most, FxBuildHasher);
        map.extend(entries);
        if !map.keys().is_sorted() {
            map.sort_unstable_keys();
        }
        Self(map)
    }

    pub fn get<Q: Hash + Equivalent<K> + ?Sized>(&self, key: &Q) -> Option<&V> {
        self.0.get(key)
    }

    /// Which of the entries is that of `key`, from 0.
    pub fn place_of<Q: Hash + Equivalent<K> + ?Sized>(&self, key: &Q) -> Option<usize> {
        self.0.get_index_of(key)
    }

    pub fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        self.0.get_mut(key)
    }

    pub fn get_key_value(&self, key: &K) -> Option<(&K, &V)> {
        self.0.get_key_value(key)
    }

    pub fn contains_key(&self, key: &K) -> bool {
        self.0.contains_key(key)
    }

    /// Puts an entry in its place; the value that stood there before. What comes after it moves: many entries are
    /// collected and not put in one by one.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        self.0.insert_sorted(key, value).1
    }

    pub fn remove(&mut self, key: &K) -> Option<V> {
        self.0.shift_remove(key)
    }
}

impl<K, V> ById<K, V> {
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> indexmap::map::Iter<'_, K, V> {
        self.0.iter()
    }

    pub fn keys(&self) -> indexmap::map::Keys<'_, K, V> {
        self.0.keys()
    }

    pub fn values(&self) -> indexmap::map::Values<'_, K, V> {
        self.0.values()
    }

    pub fn values_mut(&mut self) -> indexmap::map::ValuesMut<'_, K, V> {
        self.0.values_mut()
    }

    pub fn into_values(self) -> indexmap::map::IntoValues<K, V> {
        self.0.into_values()
    }
}

impl<K, V> Default for ById<K, V> {
    fn default() -> Self {
        Self(IndexMap::default())
    }
}

impl<K: Hash + Ord, V: PartialEq> PartialEq for ById<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<K: Hash + Ord, V> Index<&K> for ById<K, V> {
    type Output = V;

    fn index(&self, key: &K) -> &V {
        &self.0[key]
    }
}

/// Of entries with the same key the last one stays.
impl<K: Hash + Ord, V> FromIterator<(K, V)> for ById<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let entries = entries.into_iter();
        Self::with_room(entries.size_hint().0, entries)
    }
}

impl<K: Hash + Ord, V, const N: usize> From<[(K, V); N]> for ById<K, V> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<K, V> IntoIterator for ById<K, V> {
    type Item = (K, V);
    type IntoIter = indexmap::map::IntoIter<K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'m, K, V> IntoIterator for &'m ById<K, V> {
    type Item = (&'m K, &'m V);
    type IntoIter = indexmap::map::Iter<'m, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::ById;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn it_holds_what_a_tree_holds_in_the_same_order(
            collected: Vec<(u8, u16)>,
            inserted: Vec<(u8, u16)>,
            removed: Vec<u8>,
        ) {
            let mut tree: BTreeMap<u8, u16> = collected.iter().copied().collect();
            let mut map: ById<u8, u16> = collected.into_iter().collect();
            for (key, value) in inserted {
                prop_assert_eq!(map.insert(key, value), tree.insert(key, value));
            }
            for key in removed {
                prop_assert_eq!(map.remove(&key), tree.remove(&key));
            }
            prop_assert!(map.iter().eq(tree.iter()));
            for key in 0..=u8::MAX {
                prop_assert_eq!(map.get(&key), tree.get(&key));
            }
        }
    }
}
