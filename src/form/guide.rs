//! The first sheet: how the others are filled.

use super::ask::Workbook;
use super::style::Styles;
use super::words::FormWords;
use super::workbook::{LINE_HEIGHT, lines, lock, print};
use rust_xlsxwriter::{Format, Url, Worksheet, XlsxError};

const STEPS: usize = 10;
const RULES: usize = 3;

/// In characters.
const TEXT_WIDTH: f64 = 110.0;

/// Sentences are narrower than the digits by which a column is measured.
const PROSE: f64 = 1.25;

/// Writes the sheet of instructions; `names` are those of the sheets of forms, in their order.
pub(super) fn write(
    sheet: &mut Worksheet,
    asked: &Workbook,
    names: &[String],
    words: &FormWords,
    styles: &Styles,
) -> Result<(), XlsxError> {
    sheet.set_name(words.text("guide"))?;
    sheet
        .set_column_width(0, 5)?
        .set_column_width(1, TEXT_WIDTH)?;
    let quarter = words.quarter(asked.quarter);
    let title = words.say("guide_title", &[("quarter", &quarter)]);
    sheet.write_string_with_format(0, 0, title, &styles.title)?;
    let opd = words.say("guide_opd", &[("opd", &asked.opd)]);
    sheet.write_string_with_format(1, 0, opd, &styles.section)?;
    let mut lines = Lines { sheet, row: 3 };
    lines.section(&words.text("guide_steps"), styles)?;
    for step in 1..=STEPS {
        let text = words.text(&format!("guide_step_{step}"));
        lines.item(&step.to_string(), &text)?;
    }
    lines.section(&words.text("guide_colours"), styles)?;
    for (style, text) in [
        (&styles.word, "guide_input"),
        (&styles.locked, "guide_locked"),
        (&styles.conflict, "guide_conflict"),
    ] {
        lines.colour(style, &words.text(text))?;
    }
    lines.section(&words.text("guide_sheets"), styles)?;
    for (form, name) in asked.forms.iter().zip(names) {
        lines.link(name, &format!("{} – {}", form.post, form.official))?;
    }
    lines.section(&words.text("guide_rules"), styles)?;
    for rule in 1..=RULES {
        lines.item("•", &words.text(&format!("guide_rule_{rule}")))?;
    }
    lock(sheet);
    print(sheet, asked, words);
    Ok(())
}

/// Lines below one another.
struct Lines<'s> {
    sheet: &'s mut Worksheet,
    row: u32,
}

impl Lines<'_> {
    fn section(&mut self, title: &str, styles: &Styles) -> Result<(), XlsxError> {
        if self.row > 3 {
            self.row += 1;
        }
        self.sheet
            .write_string_with_format(self.row, 0, title, &styles.section)?;
        self.row += 1;
        Ok(())
    }

    fn item(&mut self, number: &str, text: &str) -> Result<(), XlsxError> {
        let top = Format::new().set_align(rust_xlsxwriter::FormatAlign::Top);
        let wrapped = top.clone().set_text_wrap();
        self.sheet
            .write_string_with_format(self.row, 0, number, &top)?;
        self.sheet
            .write_string_with_format(self.row, 1, text, &wrapped)?;
        let high = LINE_HEIGHT * f64::from(lines(text, TEXT_WIDTH * PROSE));
        self.sheet.set_row_height(self.row, high)?;
        self.row += 1;
        Ok(())
    }

    fn colour(&mut self, style: &Format, text: &str) -> Result<(), XlsxError> {
        // An example, not to be filled.
        let style = style.clone().set_locked();
        self.sheet.write_blank(self.row, 0, &style)?;
        let indented = Format::new().set_indent(1);
        self.sheet
            .write_string_with_format(self.row, 1, text, &indented)?;
        self.row += 1;
        Ok(())
    }

    fn link(&mut self, sheet: &str, text: &str) -> Result<(), XlsxError> {
        let target = sheet.replace('\'', "''");
        let url = Url::new(format!("internal:'{target}'!B1")).set_text(text);
        self.sheet.write_string(self.row, 0, "→")?;
        self.sheet.write_url(self.row, 1, url)?;
        self.row += 1;
        Ok(())
    }
}
