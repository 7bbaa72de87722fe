//! The rows of programmes.

use super::super::ask::ProgramQuestion;
use super::super::column::Column;
use super::super::mark::RowKind;
use super::super::prefilled::Prefilled;
use super::layout::{LINE_HEIGHT, lines};
use super::{Desk, amount};
use rust_xlsxwriter::{DataValidation, DataValidationRule, Format, Worksheet, XlsxError};

impl Desk<'_> {
    pub(super) fn programs(&self, sheet: &mut Worksheet, row: u32) -> Result<(), XlsxError> {
        if self.form.programs.is_empty() {
            return Ok(());
        }
        let nothing = Prefilled::default();
        self.mark(sheet, row, RowKind::ProgramHeadings, nothing)?;
        sheet.set_row_height(row, 32)?;
        let heading = &self.styles.heading;
        let text = |column: Column| self.words.text(column.heading());
        self.wide(
            sheet,
            row,
            Column::Program,
            Column::Direction,
            &text(Column::Program),
            heading,
        )?;
        self.wide(
            sheet,
            row,
            Column::Budget,
            Column::YearTarget,
            &text(Column::Budget),
            heading,
        )?;
        let (last, absorbed) = (Column::LastAbsorbed, Column::Absorbed);
        sheet.write_string_with_format(row, last.place(), text(last), heading)?;
        let style = &self.styles.input_heading;
        sheet.write_string_with_format(row, absorbed.place(), text(absorbed), style)?;
        for (row, program) in (row + 1..).zip(&self.form.programs) {
            self.program(sheet, row, program)?;
        }
        Ok(())
    }

    /// A text over several columns.
    fn wide(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        from: Column,
        to: Column,
        text: &str,
        style: &Format,
    ) -> Result<(), XlsxError> {
        sheet.merge_range(row, from.place(), row, to.place(), text, style)?;
        Ok(())
    }

    fn program(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        asked: &ProgramQuestion,
    ) -> Result<(), XlsxError> {
        let kind = RowKind::Program(asked.program.clone());
        let prefilled = Prefilled::default().with_amount(asked.absorbed);
        self.mark(sheet, row, kind, prefilled)?;
        let locked = &self.styles.locked;
        self.wide(
            sheet,
            row,
            Column::Program,
            Column::Direction,
            &asked.name,
            locked,
        )?;
        self.wide(
            sheet,
            row,
            Column::Budget,
            Column::YearTarget,
            &asked.budget,
            locked,
        )?;
        sheet.write_string_with_format(row, Column::LastAbsorbed.place(), &asked.last, locked)?;
        let name_width = Column::Name.width() + Column::Unit.width() + Column::Direction.width();
        let lines = lines(&asked.name, name_width).max(lines(&asked.last, Column::Last.width()));
        sheet.set_row_height(row, LINE_HEIGHT * f64::from(lines))?;
        let column = Column::Absorbed.place();
        match asked.absorbed {
            None => drop(sheet.write_blank(row, column, &self.styles.amount)?),
            Some(absorbed) => amount(sheet, row, column, absorbed, &self.styles.amount)?,
        }
        let rule = DataValidation::new()
            .allow_decimal_number(DataValidationRule::Between(0.0, 1e18))
            .set_input_title(self.words.text("absorbed_title"))?
            .set_input_message(self.words.text("absorbed_message"))?
            .set_error_title(self.words.text("absorbed_title"))?
            .set_error_message(self.words.text("number_error"))?;
        sheet.add_data_validation(row, column, row, column, &rule)?;
        Ok(())
    }
}
