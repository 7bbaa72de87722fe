//! The cascade (pohon kinerja, PermenPANRB 89/2021): which goals hang on which indicator of an
//! upper contract, and who promised a share of it.
//!
//! Owns the way down; the way up stands in the contracts. It judges nothing: states are the
//! scoreboard's.

mod apportionment;
mod forest;

pub use apportionment::{Apportionment, OwnDelivery, OwnPart, Share, apportionment};
pub use forest::{Branch, BranchGoal, Forest, Leaf, forest};

use crate::model::{ById, ContractId, Date, IndicatorId, IndicatorRef, Register, Standing};
use std::collections::BTreeMap;

/// A goal by its contract and its place among the contract's goals.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GoalRef {
    pub contract: ContractId,
    /// Index into the contract's goals.
    pub goal: usize,
}

/// What refers to each indicator of each contract.
type Referring<T> = ById<ContractId, BTreeMap<IndicatorId, Vec<T>>>;

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

/// Lists what refers to the same, in the order it comes.
fn grouped<T>(references: impl Iterator<Item = (IndicatorRef, T)>) -> Referring<T> {
    let mut all: BTreeMap<ContractId, BTreeMap<IndicatorId, Vec<T>>> = BTreeMap::new();
    for (to, referring) in references {
        let of_contract = all.entry(to.contract).or_default();
        of_contract.entry(to.indicator).or_default().push(referring);
    }
    all.into_iter().collect()
}

fn below(register: &Register) -> Referring<GoalRef> {
    let contracts = register.contracts.values();
    grouped(contracts.flat_map(|contract| {
        let goals = contract.goals.iter().enumerate();
        goals.filter_map(|(place, goal)| {
            let hanging = GoalRef {
                contract: contract.id.clone(),
                goal: place,
            };
            Some((goal.parent.clone()?, hanging))
        })
    }))
}

fn shares(register: &Register, today: Date) -> Referring<IndicatorRef> {
    let contracts = register.contracts.values();
    grouped(contracts.flat_map(|contract| {
        let commitments = contract.commitments_on(today).into_iter();
        let in_force = commitments.filter(|c| c.standing == Standing::InForce);
        in_force.filter_map(|commitment| {
            let contribution = commitment.indicator.contribution.as_ref()?;
            let share = IndicatorRef {
                contract: contract.id.clone(),
                indicator: commitment.indicator.id.clone(),
            };
            Some((contribution.owner.clone(), share))
        })
    }))
}
