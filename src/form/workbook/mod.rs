//! Writing a workbook of forms.

mod layout;
mod lists;
mod names;
mod programs;
mod rows;

pub(super) use layout::{LINE_HEIGHT, lines, lock, print};

use super::ask::{Form, Workbook};
use super::column::Column;
use super::guide;
use super::mark::{Mark, RowKind};
use super::prefilled::Prefilled;
use super::style::Styles;
use super::words::FormWords;
use super::written::unambiguous;
use crate::model::{Date, Quantity};
use crate::sheet::plain_number;
use lists::Lists;
use names::sheet_names;
use num_traits::ToPrimitive;
use rust_xlsxwriter::{DataValidation, DocProperties, Format, Formula, Worksheet, XlsxError};
use std::io;

const REPORTED_ROW: u32 = 3;
const HEADINGS_ROW: u32 = 5;

/// The bytes of a workbook, the same ones on every day that gives the same forms.
///
/// # Errors
/// What the writer of workbooks refuses, such as a text that no cell has room for.
pub fn workbook(asked: &Workbook, as_of: Date) -> io::Result<Vec<u8>> {
    written(asked, as_of).map_err(|error| io::Error::other(error.to_string()))
}

fn written(asked: &Workbook, as_of: Date) -> Result<Vec<u8>, XlsxError> {
    let words = FormWords::default();
    let mut file = rust_xlsxwriter::Workbook::new();
    let title = words.say("guide_title", &[("quarter", &words.quarter(asked.quarter))]);
    let properties = DocProperties::new()
        .set_title(&title)
        .set_creation_datetime(&as_of);
    file.set_properties(&properties);
    let names = sheet_names(&asked.forms, &words);
    let styles = Styles::default();
    guide::write(file.add_worksheet(), asked, &names, &words, &styles)?;
    let lists = Lists::of(&asked.forms);
    for (form, name) in asked.forms.iter().zip(&names) {
        let sheet = file.add_worksheet();
        sheet.set_name(name)?;
        let desk = Desk {
            asked,
            form,
            words: &words,
            styles: &styles,
            lists: &lists,
        };
        desk.write(sheet)?;
    }
    lists.write(file.add_worksheet())?;
    file.save_to_buffer()
}

/// One form on its sheet.
struct Desk<'w> {
    asked: &'w Workbook,
    form: &'w Form,
    words: &'w FormWords,
    styles: &'w Styles,
    lists: &'w Lists,
}

impl Desk<'_> {
    fn columns(&self) -> impl Iterator<Item = Column> + use<> {
        let has_reason = self.form.has_figures();
        let columns = Column::OF_COMMITMENTS.into_iter();
        columns.filter(move |column| has_reason || *column != Column::Reason)
    }

    fn last_column(&self) -> u16 {
        self.columns().map(Column::place).max().unwrap_or_default()
    }

    fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_column_hidden(0)?;
        for column in self.columns() {
            sheet.set_column_width(column.place(), column.width())?;
        }
        self.head(sheet)?;
        self.headings(sheet)?;
        let mut row = HEADINGS_ROW + 1;
        for question in &self.form.commitments {
            self.commitment(sheet, row, question)?;
            row += 1;
        }
        self.programs(sheet, row + 1)?;
        self.page(sheet)
    }

    fn mark(
        &self,
        sheet: &mut Worksheet,
        at: u32,
        row: RowKind,
        prefilled: Prefilled,
    ) -> Result<(), XlsxError> {
        let mark = Mark {
            contract: self.form.contract.clone(),
            quarter: self.asked.quarter,
            row,
            prefilled,
        };
        sheet.write_string(at, 0, mark.text())?;
        Ok(())
    }

    fn head(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let quarter = self.words.quarter(self.asked.quarter);
        let subtitle = [
            ("quarter", quarter.as_str()),
            ("official", &self.form.official),
            ("opd", &self.asked.opd),
        ];
        let guide = self.words.text("guide");
        let hint = match self.form.deadline.map(|day| self.words.date(day)) {
            Some(day) => self
                .words
                .say("hint_due", &[("guide", &guide), ("date", &day)]),
            None => self.words.say("hint", &[("guide", &guide)]),
        };
        let title = self.words.say("title", &[("post", &self.form.post)]);
        let lines = [
            (title, &self.styles.title),
            (self.words.say("subtitle", &subtitle), &self.styles.text),
            (hint, &self.styles.text),
        ];
        for (row, (text, style)) in (0..).zip(&lines) {
            sheet.write_string_with_format(row, 1, text, style)?;
        }
        sheet.set_row_height(0, 24)?;
        sheet.set_row_height(REPORTED_ROW, 22)?;
        let prefilled = Prefilled::default().with_day(self.form.reported);
        self.mark(sheet, REPORTED_ROW, RowKind::Reported, prefilled)?;
        let label = self.words.text("reported");
        sheet.write_string_with_format(REPORTED_ROW, 1, label, &self.styles.label)?;
        let (from, to) = (Column::Unit.place(), Column::Direction.place());
        sheet.merge_range(REPORTED_ROW, from, REPORTED_ROW, to, "", &self.styles.day)?;
        if let Some(day) = self.form.reported {
            sheet.write_datetime_with_format(REPORTED_ROW, from, day, &self.styles.day)?;
        }
        let rule = DataValidation::new()
            .allow_custom(Formula::new(day_rule(from, REPORTED_ROW)))
            .set_input_title(self.words.text("reported_title"))?
            .set_input_message(self.words.text("reported_message"))?
            .set_error_message(self.words.text("reported_error"))?;
        sheet.add_data_validation(REPORTED_ROW, from, REPORTED_ROW, from, &rule)?;
        Ok(())
    }

    fn headings(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let nothing = Prefilled::default();
        self.mark(sheet, HEADINGS_ROW, RowKind::Headings, nothing)?;
        sheet.set_row_height(HEADINGS_ROW, 32)?;
        for column in self.columns() {
            let style = match column {
                Column::Value | Column::Unavailable | Column::Reason => &self.styles.input_heading,
                column if Column::TEXTS.contains(&column) => &self.styles.input_heading,
                _ => &self.styles.heading,
            };
            let text = self.words.text(column.heading());
            sheet.write_string_with_format(HEADINGS_ROW, column.place(), text, style)?;
        }
        Ok(())
    }

    /// How it is looked at, locked and printed.
    fn page(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        lock(sheet);
        sheet.set_freeze_panes(HEADINGS_ROW + 1, 2)?;
        // The first cell that is to be filled.
        let first = Column::Unit.place();
        sheet.set_selection(REPORTED_ROW, first, REPORTED_ROW, first)?;
        print(sheet, self.asked, self.words);
        sheet.set_repeat_rows(HEADINGS_ROW, HEADINGS_ROW)?;
        let last_row = HEADINGS_ROW + 2 + count(self.form.commitments.len());
        let last_row = last_row + count(self.form.programs.len());
        sheet.set_print_area(0, 1, last_row, self.last_column())?;
        Ok(())
    }
}

/// That a cell holds a day of our time.
fn day_rule(column: u16, row: u32) -> String {
    let cell = place(column, row);
    format!("=AND(ISNUMBER({cell}),{cell}>36000,{cell}<110000)")
}

/// `$H7`
fn place(column: u16, row: u32) -> String {
    let column = rust_xlsxwriter::column_number_to_name(column);
    format!("${column}{}", row + 1)
}

fn count(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
}

/// Writes an amount so that it comes back as it is: a workbook has binary fractions alone, and its
/// programs keep fifteen digits of them. What has more is a text.
fn amount(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    amount: Quantity,
    style: &Format,
) -> Result<(), XlsxError> {
    let binary = amount.decimal().to_f64().unwrap_or(f64::NAN);
    let exact = unambiguous(amount.normalized());
    if plain_number(binary) == amount.normalized().to_string() {
        sheet.write_number_with_format(row, column, binary, style)?;
    } else {
        sheet.write_string_with_format(row, column, exact, style)?;
    }
    Ok(())
}
