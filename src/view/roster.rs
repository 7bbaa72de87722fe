//! Who stands where: the register's references, followed backwards.
//!
//! The register knows a person's posts, a post's superior, a contract's person; a page asks the
//! other way round. Searching the whole register for each page would make the time for a site
//! grow with the square of its officials.

use crate::model::{ById, ContractId, OpdId, PersonId, PostId, Register};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::hash::Hash;

/// The way back from each post, person and contract of one register; made once per site.
#[derive(Clone, Debug, Default)]
pub struct Roster {
    /// Who holds or held a post, and which of their tenures that is; latest induction first.
    holders: ById<PostId, Vec<(PersonId, usize)>>,
    subordinates: ById<PostId, Vec<PostId>>,
    contracts: ById<PersonId, Vec<ContractId>>,
    contracts_in: ById<PostId, Vec<ContractId>>,
    contracts_of: ById<OpdId, Vec<ContractId>>,
    promised_to: ById<PersonId, Vec<ContractId>>,
    evaluated_in: ById<ContractId, Vec<ContractId>>,
    posts_of: ById<OpdId, Vec<PostId>>,
    successors: ById<OpdId, Vec<OpdId>>,
    has_embeds: bool,
}

impl Roster {
    pub fn of(register: &Register) -> Self {
        Self {
            holders: holders(register),
            subordinates: subordinates(register),
            contracts: contracts(register),
            contracts_in: contracts_in(register),
            contracts_of: contracts_of(register),
            promised_to: promised_to(register),
            evaluated_in: evaluated_in(register),
            posts_of: posts_of(register),
            successors: successors(register),
            has_embeds: register.has_embeds(),
        }
    }

    /// Whether commitments can be shown on other sites. To count the officials for that takes long, and each page asks.
    pub fn has_embeds(&self) -> bool {
        self.has_embeds
    }

    /// Persons with the place of the tenure among theirs, latest induction first.
    pub fn holders(&self, post: &PostId) -> &[(PersonId, usize)] {
        found(&self.holders, post)
    }

    /// The posts right below, by id.
    pub fn subordinates(&self, post: &PostId) -> &[PostId] {
        found(&self.subordinates, post)
    }

    /// The contracts of a person, by year, then stem.
    pub fn contracts(&self, person: &PersonId) -> &[ContractId] {
        found(&self.contracts, person)
    }

    /// The contracts in a post, by year, then stem.
    pub fn contracts_in(&self, post: &PostId) -> &[ContractId] {
        found(&self.contracts_in, post)
    }

    /// The contracts in every post of an organisation, by year, then stem.
    pub fn contracts_of(&self, opd: &OpdId) -> &[ContractId] {
        found(&self.contracts_of, opd)
    }

    /// The contracts that name a person as the one who receives the promise.
    pub fn promised_to(&self, person: &PersonId) -> &[ContractId] {
        found(&self.promised_to, person)
    }
}

impl Roster {
    /// The contracts in whose file of evaluations a contract is looked at.
    pub fn evaluated_in(&self, contract: &ContractId) -> &[ContractId] {
        found(&self.evaluated_in, contract)
    }

    /// The posts of an organisation, by id.
    pub fn posts_of(&self, opd: &OpdId) -> &[PostId] {
        found(&self.posts_of, opd)
    }

    /// The organisations that came from one, by id.
    pub fn successors(&self, opd: &OpdId) -> &[OpdId] {
        found(&self.successors, opd)
    }
}

fn found<'r, K: Hash + Ord, V>(lists: &'r ById<K, Vec<V>>, key: &K) -> &'r [V] {
    lists.get(key).map_or(&[], Vec::as_slice)
}

/// Lists what has the same key, in the order it comes.
fn grouped<K: Hash + Ord, V>(pairs: impl Iterator<Item = (K, V)>) -> ById<K, Vec<V>> {
    let mut groups: BTreeMap<K, Vec<V>> = BTreeMap::new();
    pairs.for_each(|(key, value)| groups.entry(key).or_default().push(value));
    groups.into_iter().collect()
}

fn holders(register: &Register) -> ById<PostId, Vec<(PersonId, usize)>> {
    let people = register.people.values();
    let mut holders = grouped(people.flat_map(|person| {
        let tenures = person.tenures.iter().enumerate();
        tenures.map(|(place, tenure)| (tenure.post.clone(), (person.id.clone(), place)))
    }));
    let inducted = |(person, place): &(PersonId, usize)| {
        let tenure = &register.people[person].tenures[*place];
        (Reverse(tenure.inducted), person.clone())
    };
    holders
        .values_mut()
        .for_each(|held| held.sort_by_cached_key(inducted));
    holders
}

fn subordinates(register: &Register) -> ById<PostId, Vec<PostId>> {
    let posts = register.posts.values();
    grouped(posts.filter_map(|post| Some((post.superior.clone()?, post.id.clone()))))
}

fn contracts(register: &Register) -> ById<PersonId, Vec<ContractId>> {
    let contracts = register.contracts.values();
    grouped(contracts.map(|contract| (contract.person.clone(), contract.id.clone())))
}

fn contracts_in(register: &Register) -> ById<PostId, Vec<ContractId>> {
    let contracts = register.contracts.values();
    grouped(contracts.map(|contract| (contract.post.clone(), contract.id.clone())))
}

fn contracts_of(register: &Register) -> ById<OpdId, Vec<ContractId>> {
    let contracts = register.contracts.values();
    grouped(contracts.filter_map(|contract| {
        let opd = register.posts[&contract.post].opd.clone()?;
        Some((opd, contract.id.clone()))
    }))
}

fn promised_to(register: &Register) -> ById<PersonId, Vec<ContractId>> {
    let contracts = register.contracts.values();
    grouped(contracts.filter_map(|contract| {
        let party = contract.counterparty.as_ref()?;
        Some((party.person.clone(), contract.id.clone()))
    }))
}

fn evaluated_in(register: &Register) -> ById<ContractId, Vec<ContractId>> {
    let files = register.evaluations.iter();
    grouped(files.flat_map(|(file, records)| {
        let looked_at = records.iter().flat_map(|record| &record.contracts);
        let own = [file].into_iter();
        own.chain(looked_at)
            .map(|contract| (contract.clone(), file.clone()))
            .collect::<Vec<_>>()
    }))
}

fn posts_of(register: &Register) -> ById<OpdId, Vec<PostId>> {
    let posts = register.posts.values();
    grouped(posts.filter_map(|post| Some((post.opd.clone()?, post.id.clone()))))
}

fn successors(register: &Register) -> ById<OpdId, Vec<OpdId>> {
    let opds = register.opds.values();
    grouped(opds.flat_map(|later| {
        let origins = later.predecessors.iter();
        origins.map(|origin| (origin.opd.clone(), later.id.clone()))
    }))
}
