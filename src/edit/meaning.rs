//! What a document says, whatever way it is written: what a change is held against.

use crate::parse::tree::{Content, Node};
use std::collections::BTreeMap;

/// A value without its places; the order of keys means nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Empty,
    /// Without spaces and line breaks around it, as records read it.
    Text(String),
    List(Vec<Meaning>),
    Map(BTreeMap<String, Meaning>),
}

impl Meaning {
    pub fn of(node: &Node) -> Self {
        match &node.content {
            Content::Empty => Self::Empty,
            Content::Scalar(text) => Self::Text(text.trim().to_owned()),
            Content::List(items, _) => Self::List(items.iter().map(Self::of).collect()),
            Content::Map(entries, _) => {
                let entries = entries.iter();
                let entries = entries.map(|entry| (entry.key.to_string(), Self::of(&entry.value)));
                Self::Map(entries.collect())
            }
        }
    }

    pub fn at(&self, path: &[&str]) -> Option<&Self> {
        let Some((step, rest)) = path.split_first() else {
            return Some(self);
        };
        match self {
            Self::Map(entries) => entries.get(*step)?.at(rest),
            Self::List(items) => items.get(step.parse::<usize>().ok()?)?.at(rest),
            Self::Empty | Self::Text(_) => None,
        }
    }

    fn at_mut(&mut self, path: &[&str]) -> Option<&mut Self> {
        let Some((step, rest)) = path.split_first() else {
            return Some(self);
        };
        match self {
            Self::Map(entries) => entries.get_mut(*step)?.at_mut(rest),
            Self::List(items) => items.get_mut(step.parse::<usize>().ok()?)?.at_mut(rest),
            Self::Empty | Self::Text(_) => None,
        }
    }

    /// Makes the maps on the way; what can't be one stays as it is, which the plan refuses.
    pub fn set(&mut self, path: &[&str], value: Self) {
        let Some((step, rest)) = path.split_first() else {
            *self = value;
            return;
        };
        if *self == Self::Empty {
            *self = Self::Map(BTreeMap::new());
        }
        match self {
            Self::Map(entries) => {
                let entry = entries.entry((*step).to_owned()).or_insert(Self::Empty);
                entry.set(rest, value);
            }
            Self::List(items) => {
                let index = step.parse::<usize>().ok();
                if let Some(item) = index.and_then(|index| items.get_mut(index)) {
                    item.set(rest, value);
                }
            }
            Self::Empty | Self::Text(_) => {}
        }
    }

    pub fn remove(&mut self, path: &[&str]) {
        let Some((key, around)) = path.split_last() else {
            return;
        };
        if let Some(Self::Map(entries)) = self.at_mut(around) {
            entries.remove(*key);
        }
    }

    pub fn push(&mut self, path: &[&str], value: Self) {
        match self.at_mut(path) {
            Some(Self::List(items)) => items.push(value),
            Some(Self::Empty) | None => self.set(path, Self::List(vec![value])),
            Some(_) => {}
        }
    }
}
