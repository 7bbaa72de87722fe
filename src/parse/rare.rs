//! Keys of a record that few files have: all of them together take one pointer where none stands.

use super::reader::{Fields, Keys, Reader};
use super::record::Record;
use crate::model::{Empty, Rare};

impl<T: Fields + Empty> Fields for Rare<T> {
    const RECORD: &'static Record = T::RECORD;

    fn from_keys(keys: &Keys, reader: &mut Reader) -> Option<Self> {
        if keys.has_any(T::RECORD) {
            T::from_keys(keys, reader).map(Self::from)
        } else {
            Some(Self::default())
        }
    }
}
