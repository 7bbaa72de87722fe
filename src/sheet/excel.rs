//! The cells of an Excel workbook, one after another: a sheet of two cells at its opposite corners
//! takes the room of two.

use super::read::cell;
use super::room::Room;
use super::{Cell, NotAWorkbook, Sheet, Shown};
use calamine::{Data, Reader, Style, Xlsx, XlsxCellReader, XlsxError};
use std::collections::BTreeMap;
use std::io::Cursor;

type Cells = BTreeMap<(u32, u32), Cell>;
type Cursored<'b> = Cursor<&'b [u8]>;

/// Every sheet of a workbook, in their order.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, NotAWorkbook> {
    let mut file = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut room = Room::default();
    let names = file.sheet_names();
    let sheets = names.into_iter().map(|name| {
        let cells = match file.worksheet_cells_reader(&name) {
            Ok(mut reader) => values(&mut reader, &mut room)?,
            // A sheet of one chart.
            Err(XlsxError::NotAWorksheet(_)) => Cells::new(),
            Err(error) => return Err(damaged(error)),
        };
        let cells = match cells.is_empty() {
            true => cells,
            false => marked(&mut file, &name, cells).map_err(damaged)?,
        };
        Ok(Sheet { name, cells })
    });
    sheets.collect()
}

fn damaged(error: XlsxError) -> NotAWorkbook {
    NotAWorkbook::Damaged(error.to_string())
}

fn values(
    reader: &mut XlsxCellReader<'_, Cursored<'_>>,
    room: &mut Room,
) -> Result<Cells, NotAWorkbook> {
    let mut cells = Cells::new();
    while let Some(read) = reader.next_cell_with_formula_metadata().map_err(damaged)? {
        let value = Data::from(read.value);
        if let Data::String(text) = &value {
            room.take_text(text.len() as u64)?;
        }
        // A formula without a result: programs write it so that do not compute.
        let formula = read.formula.map(|_| Cell::NotComputed);
        if let Some(cell) = cell(&value, Shown::AsItIs).or(formula) {
            room.take_cells(1)?;
            cells.insert(read.pos, cell);
        }
    }
    Ok(cells)
}

/// The cells, with those known whose format has a percent sign.
fn marked(
    file: &mut Xlsx<Cursored<'_>>,
    sheet: &str,
    mut cells: Cells,
) -> Result<Cells, XlsxError> {
    let mut reader = file.worksheet_cells_reader(sheet)?;
    let percents: Vec<bool> = reader.styles().iter().map(is_percent).collect();
    while let Some((row, column, style)) = reader.next_style_id()? {
        if !percents.get(style).is_some_and(|is_percent| *is_percent) {
            continue;
        }
        if let Some(Cell::Number { shown, .. }) = cells.get_mut(&(row, column)) {
            *shown = Shown::AsPercent;
        }
    }
    Ok(cells)
}

fn is_percent(style: &Style) -> bool {
    let format = style.number_format.as_ref();
    format.is_some_and(|format| shows_percent(&format.format_code))
}

/// Whether a number format shows a hundred times the value: a `%` that stands neither in quotes nor behind
/// `\`, `_` or `*`, which make it a mere sign (ECMA-376 part 1, 18.8.31).
pub(super) fn shows_percent(format: &str) -> bool {
    let mut characters = format.chars();
    while let Some(character) = characters.next() {
        match character {
            '%' => return true,
            '"' => drop(characters.by_ref().find(|c| *c == '"')),
            '\\' | '_' | '*' => drop(characters.next()),
            _ => {}
        }
    }
    false
}
