//! The ranks that drop-downs offer.

use super::super::ask::{Form, Kind};
use rust_xlsxwriter::{Formula, Worksheet, XlsxError};
use std::collections::{BTreeMap, BTreeSet};

/// The sheet that holds the ranks which drop-downs offer; hidden.
pub(super) const LISTS: &str = "Daftar";

/// The ranks of all scales that are asked for, each list once.
pub(super) struct Lists(BTreeMap<Vec<String>, u16>);

impl Lists {
    pub fn of(forms: &[Form]) -> Self {
        let questions = forms.iter().flat_map(|form| &form.commitments);
        let lists = questions.filter_map(|question| match &question.kind {
            Kind::Rank(ranks) => Some(ranks.clone()),
            _ => None,
        });
        let lists: BTreeSet<Vec<String>> = lists.collect();
        Self(lists.into_iter().zip(0..).collect())
    }

    pub fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(LISTS)?.set_hidden(true).protect();
        for (ranks, column) in &self.0 {
            for (row, rank) in (0..).zip(ranks) {
                sheet.write_string(row, *column, rank)?;
            }
        }
        Ok(())
    }

    /// Where a drop-down finds these ranks.
    pub fn formula(&self, ranks: &[String]) -> Option<Formula> {
        let column = rust_xlsxwriter::column_number_to_name(*self.0.get(ranks)?);
        let last = ranks.len();
        Some(Formula::new(format!(
            "={LISTS}!${column}$1:${column}${last}"
        )))
    }
}
