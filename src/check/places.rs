//! Where the terms of an indicator stand, for what is told of them.

use crate::model::QuarterOfYear;
use crate::parse::contract::{RawIndicatorChange, RawQuarterly, RawTarget, RawTerms};
use crate::parse::reader::Sp;
use crate::source::TextSpan;
use std::collections::BTreeMap;

/// The places of one indicator's terms, as it was signed or as an amendment changed it.
#[derive(Clone, Debug)]
pub struct TermPlaces {
    /// The indicator's id: stands for what is not written here.
    id: TextSpan,
    target: Option<TextSpan>,
    quarterly: Option<TextSpan>,
    quarters: BTreeMap<QuarterOfYear, TextSpan>,
    due: Option<TextSpan>,
}

impl TermPlaces {
    pub fn of_terms(id: TextSpan, terms: &RawTerms) -> Self {
        Self::new(
            id,
            terms.target.as_ref(),
            terms.quarterly.as_ref(),
            terms.due.as_ref().map(|due| due.span),
        )
    }

    pub fn of_change(id: TextSpan, change: &RawIndicatorChange) -> Self {
        if let Some(added) = &change.added {
            return Self::of_terms(id, &added.value.terms);
        }
        Self::new(
            id,
            change.target.as_ref(),
            change.quarterly.as_ref(),
            change.due.as_ref().map(|due| due.span),
        )
    }

    fn new(
        id: TextSpan,
        target: Option<&Sp<RawTarget>>,
        quarterly: Option<&Sp<RawQuarterly>>,
        due: Option<TextSpan>,
    ) -> Self {
        let quarters = quarterly.into_iter().flat_map(|q| q.value.given());
        Self {
            id,
            target: target.map(|target| target.span),
            quarterly: quarterly.map(|quarterly| quarterly.span),
            quarters: quarters.map(|(q, target)| (q, target.span)).collect(),
            due,
        }
    }

    pub fn target(&self) -> TextSpan {
        self.target.unwrap_or(self.id)
    }

    /// The quarterly targets as a whole.
    pub fn quarters(&self) -> TextSpan {
        self.quarterly.unwrap_or_else(|| self.target())
    }

    pub fn quarter(&self, quarter: QuarterOfYear) -> TextSpan {
        let one = self.quarters.get(&quarter).copied();
        one.unwrap_or_else(|| self.quarters())
    }

    pub fn due(&self) -> TextSpan {
        self.due.unwrap_or_else(|| self.target())
    }
}
