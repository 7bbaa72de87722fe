//! Which files tell of a whole site.

use super::{Facts, TableName};
use crate::url::{DataFile, TableForm};

/// Rows of a sheet below its heading: a workbook with more is opened by no Excel.
const MOST_SHEET_ROWS: usize = 1_048_575;

impl Facts<'_> {
    /// The files about everything, the large ones first.
    pub fn files(self) -> Vec<DataFile> {
        let tables = TableName::ALL.into_iter().flat_map(|name| {
            let forms = TableForm::ALL.into_iter();
            forms.map(move |form| DataFile::Table(name.key(), form))
        });
        let workbook = self.fits_a_workbook().then_some(DataFile::Workbook);
        [DataFile::Json]
            .into_iter()
            .chain(workbook)
            .chain(tables)
            .chain([DataFile::Package, DataFile::Catalogue])
            .collect()
    }

    /// The table with most rows has one for each commitment and quarter, or for each change.
    fn fits_a_workbook(self) -> bool {
        let contracts = self.score.contracts.values();
        let indicators = contracts.flat_map(|c| c.indicators.iter().chain(&c.withdrawn));
        let results: usize = indicators.map(|i| i.quarters.len()).sum();
        let events = self.record.events.iter();
        let changes: usize = events.map(|event| event.changes.len().max(1)).sum();
        results.max(changes) <= MOST_SHEET_ROWS
    }
}
