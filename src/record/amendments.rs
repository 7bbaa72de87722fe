//! The amendments and corrections of one version of a contract, each with a name of its own.

use super::terms::{self, Item, Table, Term};
use crate::model::{AmendmentKind, Date};
use crate::parse::contract::{RawAmendment, RawContract};
use crate::parse::reader::Sp;
use crate::source::TextSpan;
use std::collections::BTreeMap;

/// Names an amendment: what it is, its day, and its place among those of that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct AmendmentKey {
    /// By its day first, since that is the order in which amendments apply.
    pub date: Date,
    pub is_correction: bool,
    pub ordinal: usize,
}

impl AmendmentKey {
    pub fn kind(self) -> AmendmentKind {
        if self.is_correction {
            AmendmentKind::Correction
        } else {
            AmendmentKind::Amendment
        }
    }
}

/// What one amendment states, and where it begins.
#[derive(Clone, Debug)]
pub(super) struct Stating {
    pub table: Table,
    pub span: TextSpan,
    /// Markdown.
    pub reason: String,
}

impl Stating {
    /// What it changes, without its day, reason, papers and what explains it in English.
    pub fn terms(&self) -> Table {
        let mut terms = self.table.clone();
        let is_about_itself =
            |term: &Term| matches!(term, Term::Date | Term::Reason | Term::Documents);
        terms
            .entries
            .retain(|key, _| key.item != Item::Whole || !is_about_itself(&key.term));
        terms
            .entries
            .retain(|key, _| !matches!(key.term, Term::English(_)));
        terms
    }
}

/// All of a contract's, in the order in which they apply.
pub(super) fn amendments(
    contract: &RawContract,
    signed: &Table,
) -> BTreeMap<AmendmentKey, Stating> {
    let mut all = BTreeMap::new();
    let mut add = |amendment: &Sp<RawAmendment>, is_correction: bool| {
        let raw = &amendment.value;
        let mut key = AmendmentKey {
            date: raw.date.value,
            is_correction,
            ordinal: 0,
        };
        while all.contains_key(&key) {
            key.ordinal += 1;
        }
        let stating = Stating {
            table: terms::amendment(raw, signed),
            span: amendment.span,
            reason: raw.reason.value.0.clone(),
        };
        all.insert(key, stating);
    };
    contract.amendments.iter().for_each(|a| add(a, false));
    contract.corrections.iter().for_each(|a| add(a, true));
    all
}
