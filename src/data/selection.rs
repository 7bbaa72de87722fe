//! Which part of a site a file tells of.

use crate::model::{Contract, ContractId, OpdId, PersonId, PostId, Quarter, Register};
use std::collections::BTreeSet;

/// What is told: all rows about these.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    pub opds: BTreeSet<OpdId>,
    pub posts: BTreeSet<PostId>,
    pub people: BTreeSet<PersonId>,
    pub contracts: BTreeSet<ContractId>,
    /// Only this quarter of the contracts.
    pub quarter: Option<Quarter>,
    pub extent: Extent,
}

/// Whether a selection is the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// Also what belongs to no contract, such as changed rules and what is gone.
    Whole,
    #[default]
    Part,
}

impl Selection {
    /// The whole register.
    pub fn everything(register: &Register) -> Self {
        Self {
            opds: register.opds.keys().cloned().collect(),
            posts: register.posts.keys().cloned().collect(),
            people: register.people.keys().cloned().collect(),
            contracts: register.contracts.keys().cloned().collect(),
            quarter: None,
            extent: Extent::Whole,
        }
    }

    /// These contracts with their holders, posts and organisations.
    pub fn of_contracts<'r>(
        register: &'r Register,
        contracts: impl Iterator<Item = &'r Contract>,
    ) -> Self {
        let mut selection = Self::default();
        for contract in contracts {
            selection.contracts.insert(contract.id.clone());
            selection.people.insert(contract.person.clone());
            selection.posts.insert(contract.post.clone());
            let opd = register.posts[&contract.post].opd.clone();
            selection.opds.extend(opd);
        }
        selection
    }

    pub(super) fn tells(&self, quarter: Quarter) -> bool {
        self.quarter.is_none_or(|own| own == quarter)
    }
}
