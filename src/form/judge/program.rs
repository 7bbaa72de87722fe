//! What programmes have absorbed.

use super::super::answer;
use super::super::change::What;
use super::super::column::Column;
use super::super::filled::{FilledCell, FilledRow};
use super::super::prefilled::ABSORBED;
use super::older::Said;
use super::{Desk, unknown};
use crate::model::{ProgramId, Quantity};
use crate::problem::code;

impl Desk<'_> {
    pub(super) fn program(&mut self, row: &FilledRow<ProgramId>) {
        let mut programs = self.contract.programs.iter();
        if !programs.any(|program| program.id == row.id) {
            let known = self.contract.programs.iter();
            let known: Vec<String> = known.map(|program| program.id.to_string()).collect();
            let problem = unknown(&row.mark, code::NO_PROGRAM, row.id.as_str(), &known);
            return self.tell(problem);
        }
        let at = row.at(Column::Absorbed);
        let Some(cell) = at.cell.clone() else {
            return;
        };
        let read = answer::amount(&cell, &at, Some("rupiah"));
        let Some(now) = self.sound(read).map(|read| read.value) else {
            return;
        };
        let before = self.report.and_then(|report| report.absorbed.get(&row.id));
        let before = before.copied();
        if before == Some(now) {
            return self.falls(&at, &row.id, now);
        }
        let is = before.map_or_else(Said::default, Said::amount);
        if !self.is_taken(&at, row.then.at(ABSORBED), &is, &Said::amount(now)) {
            return;
        }
        self.falls(&at, &row.id, now);
        let program = row.id.clone();
        self.change(
            at,
            What::Absorbed {
                program,
                before,
                now,
            },
        );
    }

    /// What counts since January does not become less.
    fn falls(&mut self, at: &FilledCell, program: &ProgramId, now: Quantity) {
        let earlier = self
            .contract
            .quarters()
            .filter(|own| *own < self.form.quarter);
        let reports = &self.asked.register.reports;
        let absorbed = earlier.filter_map(|quarter| {
            let report = reports.get(&(self.form.contract.clone(), quarter))?;
            Some((quarter, *report.absorbed.get(program)?))
        });
        let Some((quarter, before)) = absorbed.last().filter(|(_, before)| now < *before) else {
            return;
        };
        let problem = at.warning(code::FORM_BELOW_BEFORE);
        let problem = problem.with("text", now.to_string());
        let problem = problem.with("quarter", quarter.to_string());
        self.tell(problem.with("before", before.to_string()));
    }
}
