//! Who is still the same under another id: git saw the file of a person, post, regime or contract
//! renamed.

use super::stated::Stated;
use super::terms::{Table, Term};
use crate::model::{PersonId, PostId, RegimeId};
use crate::parse::place::Place;
use crate::source::History;
use std::collections::BTreeMap;

/// What an id is the id of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Person,
    Post,
    Regime,
    Contract,
}

/// The latest id of everything that was ever renamed.
#[derive(Clone, Debug, Default)]
pub(super) struct Identities {
    latest: BTreeMap<(Kind, String), String>,
}

impl Identities {
    pub fn of(history: &History) -> Self {
        let files = history.files.iter();
        let renames = files.flat_map(|(path, versions)| {
            let renamed = versions.iter().filter_map(|version| {
                let before = version.renamed_from.as_deref()?;
                Some((version.commit, before, path.as_str()))
            });
            renamed.collect::<Vec<_>>()
        });
        let mut renames: Vec<(usize, &str, &str)> = renames.collect();
        renames.sort_unstable();
        let mut identities = Self::default();
        for (_, before, after) in renames {
            if let (Some(before), Some((_, after))) = (id(before), id(after)) {
                identities.rename(before, after);
            }
        }
        identities
    }

    /// Whatever had come to be called `before` is called `after` now.
    fn rename(&mut self, before: (Kind, String), after: String) {
        let (kind, old) = &before;
        for ((of, _), latest) in &mut self.latest {
            if of == kind && latest == old {
                latest.clone_from(&after);
            }
        }
        // A name that is given back is its own again.
        self.latest.remove(&(*kind, after.clone()));
        self.latest.insert(before, after);
    }

    /// The table with every id as it is now.
    pub fn in_table(&self, mut table: Table) -> Table {
        if self.latest.is_empty() {
            return table;
        }
        for (key, entry) in &mut table.entries {
            let Stated::Word(word) = &mut entry.stated else {
                continue;
            };
            let kind = match key.term {
                Term::Person | Term::Counterparty => Kind::Person,
                Term::Post => Kind::Post,
                Term::Regime => Kind::Regime,
                Term::Owner | Term::Parent => Kind::Contract,
                _ => continue,
            };
            *word = self.in_word(kind, word);
        }
        table
    }

    pub fn person<'i>(&'i self, id: &'i str) -> &'i str {
        self.latest_of(Kind::Person, id)
    }

    pub fn post<'i>(&'i self, id: &'i str) -> &'i str {
        self.latest_of(Kind::Post, id)
    }

    pub fn regime<'i>(&'i self, id: &'i str) -> &'i str {
        self.latest_of(Kind::Regime, id)
    }

    /// The person as the file is called now.
    pub fn person_now(&self, id: &PersonId) -> PersonId {
        PersonId::new(self.person(id.as_str())).unwrap_or_else(|| id.clone())
    }

    /// The post as its file is called now.
    pub fn post_now(&self, id: &PostId) -> PostId {
        PostId::new(self.post(id.as_str())).unwrap_or_else(|| id.clone())
    }

    /// The rules as their file is called now.
    pub fn regime_now(&self, id: &RegimeId) -> RegimeId {
        RegimeId::new(self.regime(id.as_str())).unwrap_or_else(|| id.clone())
    }

    /// Every id that a person's file had before, and the one it has now.
    pub fn people(&self) -> impl Iterator<Item = (PersonId, PersonId)> + '_ {
        let renamed = self.latest.iter();
        renamed.filter_map(|((kind, before), after)| {
            let is_person = *kind == Kind::Person;
            is_person.then(|| Some((PersonId::new(before)?, PersonId::new(after)?)))?
        })
    }

    fn latest_of<'i>(&'i self, kind: Kind, id: &'i str) -> &'i str {
        let latest = self.latest.get(&(kind, id.to_owned()));
        latest.map_or(id, String::as_str)
    }

    /// A word that begins with an id: `siti (plt)`, `2026/kepala/stunting`.
    fn in_word(&self, kind: Kind, word: &str) -> String {
        let end = match kind {
            Kind::Contract => word.rfind('/'),
            Kind::Person | Kind::Post | Kind::Regime => word.find(' '),
        };
        let (id, rest) = word.split_at(end.unwrap_or(word.len()));
        format!("{}{rest}", self.latest_of(kind, id))
    }
}

fn id(path: &str) -> Option<(Kind, String)> {
    match Place::of(path)?.ok()? {
        Place::Person(id) => Some((Kind::Person, id.to_string())),
        Place::Post(id) => Some((Kind::Post, id.to_string())),
        Place::Regime(id) => Some((Kind::Regime, id.to_string())),
        Place::Contract(id) => Some((Kind::Contract, id.to_string())),
        _ => None,
    }
}
