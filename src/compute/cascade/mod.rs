//! The cascade (pohon kinerja, PermenPANRB 89/2021): which goals hang on which indicator of an
//! upper contract, and who promised a share of it.
//!
//! Owns the way down; the way up stands in the contracts. It judges nothing: states are the
//! scoreboard's.

mod apportionment;
mod forest;

pub use apportionment::{Apportionment, OwnDelivery, OwnPart, Share, apportionment};
pub use forest::{Branch, BranchGoal, Forest, Leaf, forest};

use crate::model::{ContractId, Date, IndicatorRef, Register, Standing};
use std::collections::BTreeMap;

/// A goal by its contract and its place among the contract's goals.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GoalRef {
    pub contract: ContractId,
    /// Index into the contract's goals.
    pub goal: usize,
}

/// The references of all contracts of a register, followed downwards.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cascade {
    below: BTreeMap<IndicatorRef, Vec<GoalRef>>,
    shares: BTreeMap<IndicatorRef, Vec<IndicatorRef>>,
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
        self.below.get(indicator).map_or(&[], Vec::as_slice)
    }

    /// The indicators in force that are a share of `indicator` (`milik`), by contract.
    pub fn shares_of(&self, indicator: &IndicatorRef) -> &[IndicatorRef] {
        self.shares.get(indicator).map_or(&[], Vec::as_slice)
    }
}

fn below(register: &Register) -> BTreeMap<IndicatorRef, Vec<GoalRef>> {
    let mut below: BTreeMap<IndicatorRef, Vec<GoalRef>> = BTreeMap::new();
    for contract in register.contracts.values() {
        for (place, goal) in contract.goals.iter().enumerate() {
            let Some(parent) = &goal.parent else { continue };
            below.entry(parent.clone()).or_default().push(GoalRef {
                contract: contract.id.clone(),
                goal: place,
            });
        }
    }
    below
}

fn shares(register: &Register, today: Date) -> BTreeMap<IndicatorRef, Vec<IndicatorRef>> {
    let mut shares: BTreeMap<IndicatorRef, Vec<IndicatorRef>> = BTreeMap::new();
    for contract in register.contracts.values() {
        let commitments = contract.commitments_on(today).into_iter();
        for commitment in commitments.filter(|c| c.standing == Standing::InForce) {
            let Some(contribution) = &commitment.indicator.contribution else {
                continue;
            };
            shares
                .entry(contribution.owner.clone())
                .or_default()
                .push(IndicatorRef {
                    contract: contract.id.clone(),
                    indicator: commitment.indicator.id.clone(),
                });
        }
    }
    shares
}
