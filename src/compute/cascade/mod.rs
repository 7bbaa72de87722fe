//! The cascade (pohon kinerja, PermenPANRB 89/2021): which goals hang on which indicator of an
//! upper contract, and who promised a share of it.
//!
//! Owns the way down; the way up stands in the contracts. It judges nothing: states are the
//! scoreboard's.

mod apportionment;
mod forest;

pub use apportionment::{Apportionment, OwnDelivery, OwnPart, Share, apportionment};
pub use forest::{Branch, BranchGoal, Forest, Leaf, forest};

use crate::model::{ContractId, Date, IndicatorId, IndicatorRef, Register, Standing};
use std::collections::BTreeMap;

/// A goal by its contract and its place among the contract's goals.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GoalRef {
    pub contract: ContractId,
    /// Index into the contract's goals.
    pub goal: usize,
}

/// What refers to each indicator of each contract.
type Referring<T> = BTreeMap<ContractId, BTreeMap<IndicatorId, Vec<T>>>;

/// The references of all contracts of a register, followed downwards.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cascade {
    below: Referring<GoalRef>,
    shares: Referring<IndicatorRef>,
}

impl Cascade {
    /// As the contracts stand on `today`.
    pub fn of(register: &Register, today: Date) -> Self {
        Self {
            below: below(register),
            shares: shares(register, today),
        }
    }

    /// The goals that hang on `indicator` (`induk`), by contract.
    pub fn hanging_on(&self, indicator: &IndicatorRef) -> &[GoalRef] {
        referring(&self.below, indicator)
    }

    /// The indicators in force that are a share of `indicator` (`milik`), by contract.
    pub fn shares_of(&self, indicator: &IndicatorRef) -> &[IndicatorRef] {
        referring(&self.shares, indicator)
    }

    /// The contracts with goals that hang on an indicator of `contract`, and those with shares of one; some of them
    /// more than once.
    pub fn referring_to(&self, contract: &ContractId) -> impl Iterator<Item = &ContractId> {
        let goals = self.below.get(contract).into_iter();
        let goals = goals.flat_map(BTreeMap::values).flatten();
        let shares = self.shares.get(contract).into_iter();
        let shares = shares.flat_map(BTreeMap::values).flatten();
        let goals = goals.map(|goal| &goal.contract);
        goals.chain(shares.map(|share| &share.contract))
    }
}

fn referring<'c, T>(all: &'c Referring<T>, to: &IndicatorRef) -> &'c [T] {
    let of_contract = all.get(&to.contract);
    let found = of_contract.and_then(|indicators| indicators.get(&to.indicator));
    found.map_or(&[], Vec::as_slice)
}

fn add<T>(all: &mut Referring<T>, to: &IndicatorRef, referring: T) {
    let of_contract = all.entry(to.contract.clone()).or_default();
    let found = of_contract.entry(to.indicator.clone()).or_default();
    found.push(referring);
}

fn below(register: &Register) -> Referring<GoalRef> {
    let mut below = Referring::new();
    for contract in register.contracts.values() {
        for (place, goal) in contract.goals.iter().enumerate() {
            let Some(parent) = &goal.parent else { continue };
            let goal = GoalRef {
                contract: contract.id.clone(),
                goal: place,
            };
            add(&mut below, parent, goal);
        }
    }
    below
}

fn shares(register: &Register, today: Date) -> Referring<IndicatorRef> {
    let mut shares = Referring::new();
    for contract in register.contracts.values() {
        let commitments = contract.commitments_on(today).into_iter();
        for commitment in commitments.filter(|c| c.standing == Standing::InForce) {
            let Some(contribution) = &commitment.indicator.contribution else {
                continue;
            };
            let share = IndicatorRef {
                contract: contract.id.clone(),
                indicator: commitment.indicator.id.clone(),
            };
            add(&mut shares, &contribution.owner, share);
        }
    }
    shares
}
