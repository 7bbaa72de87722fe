//! An Excel workbook (Office Open XML): a sheet that says what it is, one of all columns, and one
//! for each table, with numbers, dates and amounts as Indonesian readers write them.

use super::Source;
use crate::data::{Cell, Kind};
use crate::model::Language;
use crate::view::AboutWorkbook;
use num_traits::ToPrimitive;
use rust_xlsxwriter::{DocProperties, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use std::io::{self, Write};

/// Characters of a cell: more than that Excel does not open.
const MOST_CHARACTERS: usize = 32_767;

/// Writes the tables of `sources`, none with more rows than a sheet holds.
///
/// # Errors
/// Those of `to`, or of the folder for temporary files, in which the rows wait for being packed.
pub fn workbook(
    words: &AboutWorkbook,
    sources: &[Source<'_>],
    to: impl Write + Send,
) -> io::Result<()> {
    written(words, sources, to).map_err(|error| match error {
        XlsxError::IoError(error) => error,
        error => io::Error::other(error.to_string()),
    })
}

fn written(
    words: &AboutWorkbook,
    sources: &[Source<'_>],
    to: impl Write + Send,
) -> Result<(), XlsxError> {
    let mut workbook = Workbook::new();
    // The day of the site and not of the machine, so that the bytes are the same.
    let properties = DocProperties::new()
        .set_title(&words.title)
        .set_creation_datetime(&words.as_of);
    workbook.set_properties(&properties);
    about(workbook.add_worksheet_with_constant_memory()?, words)?;
    columns(
        workbook.add_worksheet_with_constant_memory()?,
        words,
        sources,
    )?;
    for source in sources {
        table(workbook.add_worksheet_with_constant_memory()?, source)?;
    }
    workbook.save_to_writer(to)
}

fn heading() -> Format {
    Format::new()
        .set_bold()
        .set_border_bottom(rust_xlsxwriter::FormatBorder::Thin)
}

fn wrapped() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

fn about(sheet: &mut Worksheet, words: &AboutWorkbook) -> Result<(), XlsxError> {
    sheet.set_name(&words.sheets[0])?;
    sheet.set_column_width(0, 24)?.set_column_width(1, 90)?;
    sheet.write_string_with_format(0, 0, &words.title, &Format::new().set_bold())?;
    for (row, (term, text)) in (2..).zip(&words.facts) {
        sheet.write_string_with_format(row, 0, term, &wrapped())?;
        sheet.write_string_with_format(row, 1, text, &wrapped())?;
    }
    Ok(())
}

fn columns(
    sheet: &mut Worksheet,
    words: &AboutWorkbook,
    sources: &[Source<'_>],
) -> Result<(), XlsxError> {
    sheet.set_name(&words.sheets[1])?;
    sheet.set_column_width(0, 16)?.set_column_width(1, 26)?;
    sheet.set_column_width(2, 100)?.set_freeze_panes(1, 0)?;
    for (at, text) in (0..).zip(&words.headings) {
        sheet.write_string_with_format(0, at, text, &heading())?;
    }
    let all = sources.iter().flat_map(|source| {
        let columns = source.table.columns.iter();
        columns.map(move |column| (source.key(), column))
    });
    for (row, (table, column)) in (1..).zip(all) {
        sheet.write_string(row, 0, table)?;
        sheet.write_string(row, 1, column.name)?;
        let about = column.about(Language::Indonesian);
        sheet.write_string_with_format(row, 2, about, &wrapped())?;
    }
    Ok(())
}

fn table(sheet: &mut Worksheet, source: &Source<'_>) -> Result<(), XlsxError> {
    let columns = source.table.columns;
    sheet.set_name(source.key())?.set_freeze_panes(1, 0)?;
    let formats: Vec<Format> = columns.iter().map(|column| format(column.kind)).collect();
    for (at, column) in (0..).zip(columns) {
        sheet.set_column_width(at, width(column.kind))?;
        sheet.write_string_with_format(0, at, column.name, &heading())?;
    }
    let mut last = 0;
    for (row, cells) in (1..).zip((source.rows)()) {
        for ((at, cell), format) in (0..).zip(&cells).zip(&formats) {
            write(sheet, (row, at), cell, format)?;
        }
        last = row;
    }
    let columns = u16::try_from(columns.len()).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last, columns - 1)?;
    Ok(())
}

fn write(
    sheet: &mut Worksheet,
    (row, at): (u32, u16),
    cell: &Cell<'_>,
    format: &Format,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Missing => return Ok(()),
        Cell::Text(text) => sheet.write_string(row, at, cut(text))?,
        // A workbook has binary fractions alone.
        Cell::Number(number) => {
            let number = number.decimal().to_f64().unwrap_or(f64::NAN);
            sheet.write_number_with_format(row, at, number, format)?
        }
        Cell::Whole(number) => {
            let number = number.to_f64().unwrap_or(f64::NAN);
            sheet.write_number_with_format(row, at, number, format)?
        }
        Cell::Date(date) => sheet.write_datetime_with_format(row, at, date, format)?,
        Cell::Moment(at_moment) => {
            sheet.write_datetime_with_format(row, at, at_moment.naive_utc(), format)?
        }
    };
    Ok(())
}

/// What a cell has room for.
fn cut(text: &str) -> &str {
    let end = text.char_indices().nth(MOST_CHARACTERS);
    end.map_or(text, |(end, _)| &text[..end])
}

/// 421 is Indonesian (MS-LCID): months have Indonesian names. Signs between digits are always
/// those of the reader's own system.
fn format(kind: Kind) -> Format {
    let format = Format::new();
    match kind {
        Kind::Text | Kind::Choice(_) | Kind::Quarter | Kind::Address => format,
        Kind::Whole => format.set_num_format("#,##0"),
        Kind::Year => format.set_num_format("0"),
        Kind::Number => format.set_num_format("#,##0.##########"),
        Kind::Rupiah => format.set_num_format("\"Rp\"\u{a0}#,##0"),
        Kind::Percent => format.set_num_format("0.00\"%\""),
        Kind::Date => format.set_num_format("[$-421]d mmmm yyyy"),
        Kind::Moment => format.set_num_format("[$-421]d mmmm yyyy hh.mm.ss"),
    }
}

fn width(kind: Kind) -> f64 {
    match kind {
        Kind::Whole | Kind::Year | Kind::Quarter => 10.0,
        Kind::Number | Kind::Percent => 14.0,
        Kind::Rupiah | Kind::Date | Kind::Choice(_) => 20.0,
        Kind::Text | Kind::Address | Kind::Moment => 28.0,
    }
}
