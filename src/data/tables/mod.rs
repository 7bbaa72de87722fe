//! The tables: what their rows are and where they come from.

mod amendments;
mod changes;
mod contracts;
mod evaluations;
mod indicators;
mod joined;
mod money;
mod organisations;
mod people;
mod reports;
mod results;
mod revisions;
mod targets;

use super::column::{Row, Table, TableName};
use super::facts::{ContractItem, Facts, IndicatorItem, QuarterItem};
use super::selection::Selection;

/// What a table is.
pub fn table(name: TableName) -> &'static Table {
    match name {
        TableName::Opds => &organisations::opds::TABLE,
        TableName::Posts => &organisations::posts::TABLE,
        TableName::People => &people::persons::TABLE,
        TableName::Tenures => &people::tenures::TABLE,
        TableName::Contracts => &contracts::TABLE,
        TableName::Reports => &reports::TABLE,
        TableName::Indicators => &indicators::TABLE,
        TableName::Targets => &targets::TABLE,
        TableName::Results => &results::TABLE,
        TableName::Programs => &money::programs::TABLE,
        TableName::Absorptions => &money::absorptions::TABLE,
        TableName::Amendments => &amendments::TABLE,
        TableName::Revisions => &revisions::TABLE,
        TableName::Evaluations => &evaluations::TABLE,
        TableName::Changes => &changes::TABLE,
    }
}

impl<'a> Facts<'a> {
    /// The rows of a table about what is selected, in a fixed order, made one at a time.
    pub fn rows(
        self,
        name: TableName,
        of: &'a Selection,
    ) -> Box<dyn Iterator<Item = Row<'a>> + 'a> {
        match name {
            TableName::Opds => organisations::opds::rows(self, of),
            TableName::Posts => organisations::posts::rows(self, of),
            TableName::People => people::persons::rows(self, of),
            TableName::Tenures => people::tenures::rows(self, of),
            TableName::Contracts => Box::new(self.contracts(of).map(|c| contracts::row(&c))),
            TableName::Reports => Box::new(reports::rows(self, of)),
            TableName::Indicators => Box::new(self.indicators(of).map(|i| indicators::row(&i))),
            TableName::Targets => Box::new(targets::rows(self, of)),
            TableName::Results => Box::new(self.quarters(of).map(|q| results::row(&q))),
            TableName::Programs => money::programs::rows(self, of),
            TableName::Absorptions => money::absorptions::rows(self, of),
            TableName::Amendments => Box::new(amendments::rows(self, of)),
            TableName::Revisions => Box::new(revisions::rows(self, of)),
            TableName::Evaluations => Box::new(evaluations::rows(self, of)),
            TableName::Changes => Box::new(changes::rows(self, of)),
        }
    }

    /// One row for each commitment and quarter, with the names of what it belongs to: what stands
    /// beside a page as `indikator.csv`.
    pub fn joined(self, of: &'a Selection) -> impl Iterator<Item = Row<'a>> + 'a {
        self.quarters(of).map(|item| joined::row(&item))
    }

    fn contracts(self, of: &'a Selection) -> impl Iterator<Item = ContractItem<'a>> + 'a {
        of.contracts.iter().map(move |id| self.contract(id))
    }

    fn indicators(self, of: &'a Selection) -> impl Iterator<Item = IndicatorItem<'a>> + 'a {
        self.contracts(of).flat_map(ContractItem::indicators)
    }

    fn quarters(self, of: &'a Selection) -> impl Iterator<Item = QuarterItem<'a>> + 'a {
        self.indicators(of).flat_map(move |indicator| {
            let facts = indicator.score.quarters.iter();
            let told = facts.filter(move |fact| of.tells(fact.quarter));
            told.map(move |fact| QuarterItem::new(indicator, fact))
        })
    }
}

/// What `indikator.csv` is.
pub const JOINED: &Table = &joined::TABLE;
