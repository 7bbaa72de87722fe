//! The rows of commitments.

use super::super::ask::{Answer, Kind, Question};
use super::super::column::Column;
use super::super::mark::RowKind;
use super::layout::height;
use super::{Desk, amount, day_rule, place};
use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationRule, Formula, Worksheet, XlsxError,
};

impl Desk<'_> {
    pub(super) fn commitment(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        asked: &Question,
    ) -> Result<(), XlsxError> {
        let kind = RowKind::Indicator(asked.indicator.clone());
        self.mark(sheet, row, kind, asked.prefilled.clone())?;
        let unit = asked
            .unit
            .clone()
            .unwrap_or_else(|| self.words.text("nothing_yet"));
        let locked = [
            (Column::Name, &asked.name),
            (Column::Unit, &unit),
            (Column::Direction, &asked.direction),
            (Column::Target, &asked.target),
            (Column::YearTarget, &asked.year_target),
            (Column::Last, &asked.last),
        ];
        for (column, text) in locked {
            sheet.write_string_with_format(row, column.place(), text, &self.styles.locked)?;
        }
        self.value(sheet, row, asked)?;
        let texts = [
            Column::Unavailable,
            Column::Note,
            Column::Obstacle,
            Column::FollowUp,
        ];
        for (column, text) in texts.into_iter().zip(&asked.texts) {
            let text = text.as_deref().unwrap_or_default();
            self.text(sheet, row, column, text)?;
        }
        if self.form.has_figures() {
            self.text(sheet, row, Column::Reason, "")?;
        }
        let written = locked
            .into_iter()
            .map(|(column, text)| (column, text.as_str()));
        let written = written.chain(
            texts
                .into_iter()
                .zip(&asked.texts)
                .map(|(column, text)| (column, text.as_deref().unwrap_or_default())),
        );
        sheet.set_row_height(row, height(written))?;
        self.conflict(sheet, row)
    }

    fn value(&self, sheet: &mut Worksheet, row: u32, asked: &Question) -> Result<(), XlsxError> {
        let column = Column::Value.place();
        let style = match asked.kind {
            Kind::Completion => &self.styles.day,
            Kind::Number | Kind::Sum => &self.styles.number,
            Kind::Rank(_) => &self.styles.word,
        };
        match &asked.value {
            None => drop(sheet.write_blank(row, column, style)?),
            Some(Answer::Number(number)) => amount(sheet, row, column, *number, style)?,
            Some(Answer::Word(word)) => {
                sheet.write_string_with_format(row, column, word, style)?;
            }
            Some(Answer::Day(day)) => {
                sheet.write_datetime_with_format(row, column, day, style)?;
            }
        }
        let rule = self.value_rule(asked, row)?;
        sheet.add_data_validation(row, column, row, column, &rule)?;
        Ok(())
    }

    fn value_rule(&self, asked: &Question, row: u32) -> Result<DataValidation, XlsxError> {
        let unit = asked.unit.as_deref().unwrap_or("tiada");
        let (rule, title, message, error) = match &asked.kind {
            Kind::Number | Kind::Sum => {
                let message = match asked.kind {
                    Kind::Sum => "sum_message",
                    _ => "number_message",
                };
                let rule = DataValidation::new()
                    .allow_decimal_number(DataValidationRule::Between(-1e15, 1e15));
                let message = self.words.say(message, &[("unit", unit)]);
                (rule, "number_title", message, "number_error")
            }
            Kind::Rank(ranks) => {
                let rule = DataValidation::new();
                let rule = match self.lists.formula(ranks) {
                    Some(list) => rule.allow_list_formula(list),
                    None => rule.allow_any_value(),
                };
                (
                    rule,
                    "rank_title",
                    self.words.text("rank_message"),
                    "rank_error",
                )
            }
            Kind::Completion => {
                let day = day_rule(Column::Value.place(), row);
                let cell = place(Column::Value.place(), row);
                let rule = format!("=OR({},LOWER(TRIM({cell}))=\"belum\")", &day[1..]);
                let rule = DataValidation::new().allow_custom(Formula::new(rule));
                let message = self.words.text("completion_message");
                (rule, "completion_title", message, "completion_error")
            }
        };
        rule.set_input_title(self.words.text(title))?
            .set_input_message(first(&message, 255))?
            .set_error_title(self.words.text(title))?
            .set_error_message(self.words.text(error))
    }

    fn text(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: Column,
        text: &str,
    ) -> Result<(), XlsxError> {
        let at = column.place();
        if text.is_empty() {
            sheet.write_blank(row, at, &self.styles.word)?;
        } else {
            sheet.write_string_with_format(row, at, text, &self.styles.word)?;
        }
        let (title, message) = match column {
            Column::Unavailable => ("unavailable_title", "unavailable_message"),
            Column::Reason => ("reason_title", "reason_message"),
            column => (column.heading(), "text_message"),
        };
        let rule = DataValidation::new()
            .allow_any_value()
            .set_input_title(self.words.text(title))?
            .set_input_message(self.words.text(message))?;
        sheet.add_data_validation(row, at, row, at, &rule)?;
        Ok(())
    }

    /// Both a value and the word that there is none: the two cells turn red.
    fn conflict(&self, sheet: &mut Worksheet, row: u32) -> Result<(), XlsxError> {
        let (value, reason) = (Column::Value.place(), Column::Unavailable.place());
        let filled = |column| format!("LEN(TRIM({}))>0", place(column, row));
        let rule = format!("=AND({},{})", filled(value), filled(reason));
        let rule = ConditionalFormatFormula::new()
            .set_rule(rule.as_str())
            .set_format(&self.styles.conflict);
        sheet.add_conditional_format(row, value, row, reason, &rule)?;
        Ok(())
    }
}

/// The first characters of a text that Excel limits.
fn first(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}
