//! Which recorded evaluation belongs to which prescribed day.

use crate::model::{ContractId, Date, Evaluation, Register};
use std::collections::{BTreeMap, BTreeSet};

/// Where a recorded evaluation stands: the contract in whose file, and its place there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordPlace {
    pub file: ContractId,
    pub place: usize,
}

impl RecordPlace {
    /// # Panics
    /// On a place of another register.
    pub fn of<'r>(&self, register: &'r Register) -> &'r Evaluation {
        &register.evaluations[&self.file][self.place]
    }
}

/// The records by the contracts that they looked at, those dated after `today` left out.
#[derive(Debug, Default)]
pub(super) struct Records(BTreeMap<ContractId, BTreeSet<RecordPlace>>);

impl Records {
    pub fn of(register: &Register, today: Date) -> Self {
        let mut by_contract: BTreeMap<ContractId, BTreeSet<RecordPlace>> = BTreeMap::new();
        for (file, records) in &register.evaluations {
            let seen = records.iter().enumerate().filter(|(_, r)| r.date <= today);
            for (place, record) in seen {
                for contract in record.contracts.iter().chain([file]) {
                    let file = file.clone();
                    let places = by_contract.entry(contract.clone()).or_default();
                    places.insert(RecordPlace { file, place });
                }
            }
        }
        Self(by_contract)
    }

    /// Each record that looked at one of `contracts`, once, oldest first.
    pub fn about(&self, register: &Register, contracts: &[ContractId]) -> Vec<RecordPlace> {
        let places = contracts.iter().filter_map(|id| self.0.get(id));
        let mut places: Vec<RecordPlace> = places.flatten().cloned().collect();
        places.sort();
        places.dedup();
        places.sort_by_key(|place| place.of(register).date);
        places
    }
}

/// Of the days in `due`, the place of the one nearest to `day`; the earlier of two as near.
pub(super) fn nearest(due: impl Iterator<Item = (usize, Date)>, day: Date) -> Option<usize> {
    due.min_by_key(|(_, due)| ((*due - day).num_days().abs(), *due))
        .map(|(place, _)| place)
}
