//! Keys of a record that few files have: all of them together take one pointer where none stands.

use super::reader::{Fields, Keys, Reader};
use super::record::Record;
use std::ops::Deref;

/// The part `T` of a record, whose keys may all be absent.
#[derive(Clone, Debug, PartialEq)]
pub struct Rare<T>(Option<Box<T>>);

/// A record of which no key has to be there.
pub trait Empty: 'static {
    /// The record without any key.
    fn empty() -> &'static Self;
}

impl<T: Empty> Deref for Rare<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or_else(|| T::empty())
    }
}

impl<T: Fields + Empty> Fields for Rare<T> {
    const RECORD: &'static Record = T::RECORD;

    fn from_keys(keys: &Keys, reader: &mut Reader) -> Option<Self> {
        if keys.has_any(T::RECORD) {
            T::from_keys(keys, reader).map(|part| Self(Some(Box::new(part))))
        } else {
            Some(Self(None))
        }
    }
}
