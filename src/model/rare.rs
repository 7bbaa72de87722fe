//! What few things of a kind have: all of it together takes one pointer where there is nothing.

use serde::{Deserialize, Serialize};
use std::ops::Deref;

/// The part `T` of a thing, kept only where it says something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rare<T>(Option<Box<T>>);

/// A part that may say nothing.
pub trait Empty: Clone + PartialEq + 'static {
    /// The part that says nothing.
    fn empty() -> &'static Self;
}

impl<T: Empty> Rare<T> {
    /// Changes what is said.
    pub fn change(&mut self, change: impl FnOnce(&mut T)) {
        let part = self.0.take();
        let mut part = part.unwrap_or_else(|| Box::new(T::empty().clone()));
        change(&mut part);
        self.0 = (*part != *T::empty()).then_some(part);
    }
}

impl<T: Empty> From<T> for Rare<T> {
    fn from(part: T) -> Self {
        Self((part != *T::empty()).then(|| Box::new(part)))
    }
}

impl<T> Rare<T> {
    /// A part that says nothing.
    pub const NOTHING: Self = Self(None);
}

impl<T> Default for Rare<T> {
    fn default() -> Self {
        Self::NOTHING
    }
}

impl<T: Empty> Deref for Rare<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or_else(|| T::empty())
    }
}
