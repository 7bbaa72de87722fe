//! Which file names which other, as it is written: the ways along which a change can be felt.

use crate::check::indicators_of;
use crate::model::ContractId;
use crate::parse::contract::{RawContract, RawIndicatorRef};
use crate::parse::place::{Place, contract_file, opd_file, person_file, post_file, regime_file};
use crate::parse::{Parsed, Raw};
use std::collections::{BTreeMap, BTreeSet};

/// The references of a whole site, by paths below `content/`. What a file names is listed whether
/// it exists or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct References {
    forward: BTreeMap<String, BTreeSet<String>>,
    backward: BTreeMap<String, BTreeSet<String>>,
}

impl References {
    /// Those of every file that was read.
    pub fn of(raw: &Raw) -> Self {
        let mut references = Self::default();
        for path in raw.files() {
            let named = named_by(raw, path);
            for other in &named {
                let back = references.backward.entry(other.clone()).or_default();
                back.insert(path.to_owned());
            }
            references.forward.insert(path.to_owned(), named);
        }
        references
    }

    /// What a file names; `None` where there is no such file.
    pub(super) fn named_by(&self, path: &str) -> Option<&BTreeSet<String>> {
        self.forward.get(path)
    }

    /// The files that name a file.
    pub(super) fn naming(&self, path: &str) -> impl Iterator<Item = &String> {
        self.backward.get(path).into_iter().flatten()
    }

    /// Adds to `paths` every file that those name, and that these name, and so on.
    pub(super) fn close(&self, paths: &mut BTreeSet<String>) {
        let mut open: Vec<String> = paths.iter().cloned().collect();
        while let Some(path) = open.pop() {
            for other in self.forward.get(&path).into_iter().flatten() {
                if self.forward.contains_key(other) && paths.insert(other.clone()) {
                    open.push(other.clone());
                }
            }
        }
    }
}

/// What the file at `path` names, as far as it could be read.
pub(super) fn named_by(raw: &Raw, path: &str) -> BTreeSet<String> {
    match Place::of(path) {
        Some(Ok(place)) => of_place(raw, &place),
        Some(Err(_)) | None => BTreeSet::new(),
    }
}

fn of_place(raw: &Raw, place: &Place) -> BTreeSet<String> {
    match place {
        Place::Opd(id) => {
            let record = record(&raw.opds, id);
            let origins = record.into_iter().flat_map(|opd| &opd.predecessors);
            origins
                .map(|origin| opd_file(&origin.value.opd.value))
                .collect()
        }
        Place::Post(id) => {
            let record = record(&raw.posts, id);
            let opd = record.and_then(|post| post.opd.as_ref());
            let superior = record.and_then(|post| post.superior.as_ref());
            let opd = opd.map(|opd| opd_file(&opd.value));
            opd.into_iter()
                .chain(superior.map(|post| post_file(&post.value)))
                .collect()
        }
        Place::Person(id) => {
            let record = record(&raw.people, id);
            let tenures = record.into_iter().flat_map(|person| &person.tenures);
            tenures
                .map(|tenure| post_file(&tenure.value.post.value))
                .collect()
        }
        Place::Contract(id) => {
            let record = record(&raw.contracts, id);
            record.map(by_contract).unwrap_or_default()
        }
        Place::Report(id, _) => BTreeSet::from([contract_file(id)]),
        Place::Evaluations(id) => by_evaluations(raw, id),
        // Every site's rules and settings belong to each of its pages.
        Place::Site | Place::Regime(_) | Place::Page(..) | Place::Archive(_) => BTreeSet::new(),
    }
}

fn record<'r, K: Ord, T>(files: &'r BTreeMap<K, Box<Parsed<T>>>, id: &K) -> Option<&'r T> {
    files.get(id)?.record.as_ref()
}

fn by_contract(contract: &RawContract) -> BTreeSet<String> {
    let mut named = BTreeSet::from([
        person_file(&contract.person.value),
        post_file(&contract.post.value),
        regime_file(&contract.regime.value),
    ]);
    let counterparty = contract.counterparty.as_ref();
    named.extend(counterparty.map(|party| person_file(&party.value.person.value)));
    let goals = contract.goals.value.iter().map(|goal| &goal.value);
    let of_contract = |of: &RawIndicatorRef| contract_file(&of.contract.value);
    named.extend(goals.filter_map(|goal| Some(of_contract(&goal.parent.as_ref()?.value))));
    for (_, terms) in indicators_of(contract) {
        named.extend(terms.owner.as_ref().map(|owner| of_contract(&owner.value)));
        named.extend(terms.shared_with.iter().map(|opd| opd_file(&opd.value)));
    }
    named
}

fn by_evaluations(raw: &Raw, id: &ContractId) -> BTreeSet<String> {
    let record = record(&raw.evaluations, id);
    let entries = record.into_iter().flatten();
    let looked_at = entries.flat_map(|entry| &entry.value.contracts);
    looked_at
        .map(|contract| contract_file(&contract.value))
        .chain([contract_file(id)])
        .collect()
}
