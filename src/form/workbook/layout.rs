//! How high rows are, and how sheets are locked and printed.

use super::super::ask::Workbook;
use super::super::column::Column;
use super::super::words::FormWords;
use rust_xlsxwriter::{ProtectionOptions, Worksheet};

/// Of the standard font, in points.
pub(in crate::form) const LINE_HEIGHT: f64 = 15.5;

/// As high as Excel lets a row be.
const MOST_LINES: u32 = 26;

/// How high a row must be for its texts, in points: not every program finds that out by itself.
pub(super) fn height<'t>(texts: impl Iterator<Item = (Column, &'t str)>) -> f64 {
    let lines = texts.map(|(column, text)| lines(text, column.width()));
    // Room for what is to be written.
    let lines = lines.max().unwrap_or(1).clamp(2, MOST_LINES);
    LINE_HEIGHT * f64::from(lines)
}

/// How many lines a text takes in a column so many characters wide, where words stay whole.
pub(in crate::form) fn lines(text: &str, width: f64) -> u32 {
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

/// Locks what is not to be filled, without a password: it guards against slips.
pub(in crate::form) fn lock(sheet: &mut Worksheet) {
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::default()
    });
}

/// A4 across, as wide as the paper.
pub(in crate::form) fn print(sheet: &mut Worksheet, asked: &Workbook, words: &FormWords) {
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
