//! The web form for staff who never see git: its page, and what its program (Sveltia CMS) reads.
//!
//! Fields, choices and helps come from the tables that read the data and from the register, so that the form
//! offers what the gate accepts. What a form has no field for stays in the file as it is: the program keeps keys
//! that it does not know, though no comments.

mod fields;
mod page;
mod policy;
mod results;
mod settings;

pub use page::{AdminView, admin};
pub use policy::admin_policy;
pub use settings::admin_settings;

use super::scene::Scene;
use crate::model::{Contract, Date, Quarter, Register};
use crate::url::Desk;
use results::open;
use std::collections::BTreeSet;

/// Files of results up to which one form is for the whole site.
///
/// The program reads every file that its form names, before it shows anything, and the provider answers
/// a few thousand questions an hour.
const MOST_REPORTS: usize = 300;

/// The forms of the site: one, or on a large site the list of them and one for each organisation.
pub fn desks(register: &Register, today: Date) -> Vec<Desk> {
    if register.site.admin.is_none() {
        return Vec::new();
    }
    let mut desks = vec![Desk::Whole];
    if is_split(register, today) {
        desks.extend(register.opds.keys().cloned().map(Desk::Opd));
        desks.push(Desk::Others);
    }
    desks
}

/// Whether each organisation has a form of its own.
pub fn is_split(register: &Register, today: Date) -> bool {
    let contracts = register.contracts.values();
    let reports = contracts.map(|contract| open(register, contract, today, &[]).len());
    reports.sum::<usize>() > MOST_REPORTS
}

impl Scene<'_> {
    /// Whether what is said in `contract`'s post is written at `desk`.
    fn is_at(&self, desk: &Desk, contract: &Contract) -> bool {
        self.post_is_at(desk, &contract.post)
    }

    fn post_is_at(&self, desk: &Desk, post: &crate::model::PostId) -> bool {
        let opd = self.register.posts[post].opd.as_ref();
        match desk {
            Desk::Whole => true,
            Desk::Opd(id) => opd == Some(id),
            Desk::Others => opd.is_none(),
        }
    }

    /// The quarters whose results can be written at `desk`, the latest first.
    fn quarters_at(&self, desk: &Desk) -> Vec<Quarter> {
        let contracts = self.register.contracts.values();
        let at = contracts.filter(|contract| self.is_at(desk, contract));
        let all: BTreeSet<Quarter> = at
            .flat_map(|contract| self.open_quarters(contract))
            .collect();
        all.into_iter().rev().collect()
    }
}
