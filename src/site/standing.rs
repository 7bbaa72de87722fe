//! On which pages a figure stands: those that would be other if it alone had stayed as it was.

use super::changes::{Cause, PageChange, shown_site};
use super::{Page, Site, SiteError};
use crate::model::{ContractId, FewMap, IndicatorId, ProgramId, Quarter, Register, Report};
use crate::parse::place::report_file;
use crate::render::Theme;
use crate::source::Fingerprint;
use crate::url::Subject;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// A reported figure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FigureId {
    pub contract: ContractId,
    pub quarter: Quarter,
    pub subject: FigureSubject,
}

/// What it is a figure of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureSubject {
    /// What was reached of an indicator.
    Indicator(IndicatorId),
    /// What a programme absorbed.
    Program(ProgramId),
}

impl FigureId {
    /// The source that holds it, below `content/`.
    pub fn source(&self) -> String {
        report_file(&self.contract, self.quarter)
    }

    /// Whether a changed page is one for readers that tells something else, and of the report in
    /// which the figure stands: it can't stand on any other.
    pub fn may_stand_on(&self, change: &PageChange) -> bool {
        let Page::Html(address) = &change.page else {
            return false;
        };
        let is_about = match &address.subject {
            // These tell of what was changed, not of what is.
            Subject::Changes | Subject::ChangesOf(_) | Subject::Old(_) => false,
            // And these of which facts there are.
            Subject::Search | Subject::SearchLetter(_) | Subject::Data => false,
            Subject::OfficialYear(_, year)
            | Subject::OfficialCard(_, year)
            | Subject::OpdCard(_, year)
            | Subject::Embeds(_, year)
            | Subject::TreeYear(year) => *year == self.quarter.year,
            Subject::Quarter(own) => own.year == self.quarter.year,
            Subject::Embed(embed) => {
                let own = FigureSubject::Indicator(embed.indicator.clone());
                embed.contract == self.contract && own == self.subject
            }
            _ => true,
        };
        let tells_other = change.cause == Cause::Facts;
        is_about && tells_other && change.sources.contains(&self.source())
    }

    /// Of `candidates`, changed pages of `after`, those on which the figure stands, or what follows
    /// from it. None can be told of a contract that is gone: all candidates are given.
    ///
    /// # Errors
    /// As [`Site::render`].
    pub fn standing_on<'c>(
        &self,
        candidates: Vec<&'c PageChange>,
        before: &Site,
        after: &Site,
        theme: &Theme,
    ) -> Result<Vec<&'c PageChange>, SiteError> {
        if !after.register.contracts.contains_key(&self.contract) {
            return Ok(candidates);
        }
        let register = self.as_it_was(&before.register, &after.register);
        let site = shown_site(register, after, theme)?;
        let there: BTreeSet<Page> = site.html_pages().map(Page::Html).collect();
        let found = candidates.into_par_iter().map(|change| {
            let would_be = match there.contains(&change.page) {
                true => Some(Fingerprint::of(&site.render(&change.page)?)),
                false => None,
            };
            Ok((change.shown != would_be).then_some(change))
        });
        found.filter_map(Result::transpose).collect()
    }

    /// `after` with this figure, and what is said of it, as `before` has it.
    fn as_it_was(&self, before: &Register, after: &Register) -> Register {
        let mut register = after.clone();
        let key = (self.contract.clone(), self.quarter);
        let earlier = before.reports.get(&key);
        if let Some(earlier) = earlier
            && !register.reports.contains_key(&key)
        {
            let empty = Report {
                actuals: FewMap::new(),
                absorbed: FewMap::new(),
                ..earlier.clone()
            };
            register.reports.insert(key.clone(), empty);
        }
        if let Some(report) = register.reports.get_mut(&key) {
            match &self.subject {
                FigureSubject::Indicator(id) => put_back(
                    &mut report.actuals,
                    id,
                    earlier.and_then(|earlier| earlier.actuals.get(id)),
                ),
                FigureSubject::Program(id) => put_back(
                    &mut report.absorbed,
                    id,
                    earlier.and_then(|earlier| earlier.absorbed.get(id)),
                ),
            }
        }
        register
    }
}

fn put_back<K: Clone + Ord, V: Clone>(values: &mut FewMap<K, V>, key: &K, earlier: Option<&V>) {
    match earlier {
        Some(value) => values.insert(key.clone(), value.clone()),
        None => values.remove(key),
    };
}
