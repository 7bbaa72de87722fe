//! Writing a workbook of forms.

use super::ask::{Answer, Form, Kind, ProgramQuestion, Question, Workbook};
use super::column::Column;
use super::guide;
use super::mark::{Mark, RowKind};
use super::style::Styles;
use super::words::FormWords;
use crate::model::{Date, Quantity};
use num_traits::ToPrimitive;
use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationRule, DocProperties, Format, Formula,
    ProtectionOptions, Worksheet, XlsxError,
};
use std::collections::{BTreeMap, BTreeSet};
use std::io;

/// The sheet that holds the ranks which drop-downs offer; hidden.
const LISTS: &str = "Daftar";

/// Characters that Excel has room for in a name of a sheet.
const MOST_IN_NAME: usize = 31;

/// Of the standard font, in points.
pub(super) const LINE_HEIGHT: f64 = 15.5;

/// As high as Excel lets a row be.
const MOST_LINES: u32 = 26;

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

/// The post of each form as a name of a sheet: without the characters that Excel has no room for,
/// and no two the same.
fn sheet_names(forms: &[Form], words: &FormWords) -> Vec<String> {
    let mut names = vec![words.text("guide"), LISTS.to_owned()];
    for form in forms {
        let plain: String = form
            .post
            .chars()
            .map(|c| match c {
                '[' | ']' | ':' | '*' | '?' | '/' | '\\' => ' ',
                '\'' => '’',
                c => c,
            })
            .collect();
        let taken = |name: &str, names: &[String]| {
            let lower = name.to_lowercase();
            names.iter().any(|other| other.to_lowercase() == lower)
        };
        let numbered = (2..).map(|number| cut(&plain, &format!(" ({number})")));
        let mut candidates = std::iter::once(cut(&plain, "")).chain(numbered);
        names.extend(candidates.find(|name| !taken(name, &names)));
    }
    names.split_off(2)
}

/// The beginning of a name, with `end` behind it.
fn cut(name: &str, end: &str) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let room = MOST_IN_NAME - end.encode_utf16().count();
    if name.encode_utf16().count() <= room {
        return name + end;
    }
    let mut short = String::new();
    for c in name.chars() {
        let length = short.encode_utf16().count() + c.len_utf16();
        if length > room - 1 {
            break;
        }
        short.push(c);
    }
    format!("{}…{end}", short.trim_end())
}

/// The ranks of all scales that are asked for, each list once.
struct Lists(BTreeMap<Vec<String>, u16>);

impl Lists {
    fn of(forms: &[Form]) -> Self {
        let questions = forms.iter().flat_map(|form| &form.commitments);
        let lists = questions.filter_map(|question| match &question.kind {
            Kind::Rank(ranks) => Some(ranks.clone()),
            _ => None,
        });
        let lists: BTreeSet<Vec<String>> = lists.collect();
        Self(lists.into_iter().zip(0..).collect())
    }

    fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(LISTS)?.set_hidden(true).protect();
        for (ranks, column) in &self.0 {
            for (row, rank) in (0..).zip(ranks) {
                sheet.write_string(row, *column, rank)?;
            }
        }
        Ok(())
    }

    /// Where a drop-down finds these ranks.
    fn formula(&self, ranks: &[String]) -> Option<Formula> {
        let column = rust_xlsxwriter::column_number_to_name(*self.0.get(ranks)?);
        let last = ranks.len();
        Some(Formula::new(format!(
            "={LISTS}!${column}$1:${column}${last}"
        )))
    }
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

    fn mark(&self, sheet: &mut Worksheet, at: u32, row: RowKind) -> Result<(), XlsxError> {
        let mark = Mark {
            contract: self.form.contract.clone(),
            quarter: self.asked.quarter,
            row,
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
        self.mark(sheet, REPORTED_ROW, RowKind::Reported)?;
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
        self.mark(sheet, HEADINGS_ROW, RowKind::Headings)?;
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

    fn commitment(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        asked: &Question,
    ) -> Result<(), XlsxError> {
        self.mark(sheet, row, RowKind::Indicator(asked.indicator.clone()))?;
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
            None => sheet.write_blank(row, column, style)?,
            Some(Answer::Number(amount)) => {
                sheet.write_number_with_format(row, column, binary(*amount), style)?
            }
            Some(Answer::Word(word)) => sheet.write_string_with_format(row, column, word, style)?,
            Some(Answer::Day(day)) => sheet.write_datetime_with_format(row, column, day, style)?,
        };
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

    fn programs(&self, sheet: &mut Worksheet, row: u32) -> Result<(), XlsxError> {
        if self.form.programs.is_empty() {
            return Ok(());
        }
        self.mark(sheet, row, RowKind::ProgramHeadings)?;
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
        self.mark(sheet, row, RowKind::Program(asked.program.clone()))?;
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
            None => sheet.write_blank(row, column, &self.styles.amount)?,
            Some(amount) => {
                sheet.write_number_with_format(row, column, binary(amount), &self.styles.amount)?
            }
        };
        let rule = DataValidation::new()
            .allow_decimal_number(DataValidationRule::Between(0.0, 1e18))
            .set_input_title(self.words.text("absorbed_title"))?
            .set_input_message(self.words.text("absorbed_message"))?
            .set_error_title(self.words.text("absorbed_title"))?
            .set_error_message(self.words.text("number_error"))?;
        sheet.add_data_validation(row, column, row, column, &rule)?;
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

/// Locks what is not to be filled, without a password: it guards against slips.
pub(super) fn lock(sheet: &mut Worksheet) {
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::default()
    });
}

/// A4 across, as wide as the paper.
pub(super) fn print(sheet: &mut Worksheet, asked: &Workbook, words: &FormWords) {
    let quarter = words.quarter(asked.quarter);
    // A single `&` begins a command of the footer.
    let opd = asked.opd.replace('&', "&&");
    let footer = words.say("footer", &[("opd", &opd), ("quarter", &quarter)]);
    sheet
        .set_paper_size(9)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3)
        .set_screen_gridlines(false)
        .set_footer(format!("&L{footer}"));
}

/// How high a row must be for its texts, in points: not every program finds that out by itself.
fn height<'t>(texts: impl Iterator<Item = (Column, &'t str)>) -> f64 {
    let lines = texts.map(|(column, text)| lines(text, column.width()));
    // Room for what is to be written.
    let lines = lines.max().unwrap_or(1).clamp(2, MOST_LINES);
    LINE_HEIGHT * f64::from(lines)
}

/// How many lines a text takes in a column so many characters wide, where words stay whole.
pub(super) fn lines(text: &str, width: f64) -> u32 {
    // A column is measured in digits, which are narrower than capitals, and has an indent.
    let room = (width * 0.85) as usize;
    let of_line = |line: &str| {
        let (mut lines, mut used) = (1, 0);
        for word in line.split(' ') {
            let length = word.chars().count();
            if used > 0 && used + 1 + length > room {
                (lines, used) = (lines + 1, length);
            } else {
                used += length + usize::from(used > 0);
            }
        }
        lines
    };
    text.lines().map(of_line).sum::<u32>().max(1)
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

/// A workbook has binary fractions alone.
fn binary(amount: Quantity) -> f64 {
    amount.decimal().to_f64().unwrap_or(f64::NAN)
}

/// The first characters of a text that Excel limits.
fn first(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}
