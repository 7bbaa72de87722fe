//! The heat map of a list: one row for each contract, one column for each quarter.
//!
//! It must never decide what a cell says: words and tones arrive finished, and the table beside the
//! map holds the same in full.

use super::Tone;
use super::backend::{Canvas, Drawn, Ink, Pen, Point, Tenths, escape};
use super::layout::{Placed, Rect, label_box, width};
use std::borrow::Cow;

const WIDTH: Tenths = 3520;
/// Where the cells begin: names have the room before it.
const NAMES: Tenths = 1720;
const GAP: Tenths = 20;
const ROW: Tenths = 220;
/// Two lines of text: quarter and year.
const HEAD: Tenths = 300;
const LINE: Tenths = 130;
/// From a row's top to the baseline of its texts.
const BASELINE: Tenths = 145;
/// A cell is not wider than this, however few quarters there are.
const WIDEST_CELL: Tenths = 560;

/// Rows of cells, each with a word or a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatMap {
    /// The accessible name: what the map shows, in words.
    pub title: String,
    /// From left to right.
    pub columns: Vec<HeatColumn>,
    pub rows: Vec<HeatRow>,
}

/// What stands above a column, in two lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatColumn {
    /// Such as "TW III".
    pub quarter: String,
    /// Such as "2026".
    pub year: String,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatRow {
    /// What it is about; cut where it finds no room.
    pub name: String,
    /// One for each column.
    pub cells: Vec<HeatCell>,
}

/// What is known of one quarter.
#[derive(Clone, Debug, PartialEq)]
pub enum HeatCell {
    /// A coloured cell with its figure.
    Figure { label: String, tone: Tone },
    /// Due, but not reported: an empty box.
    Missing { label: String },
    /// Nothing to see.
    Blank,
}

impl HeatMap {
    /// The map as one inline `<svg>` element.
    pub fn svg(&self) -> String {
        let mut out = String::with_capacity(4096);
        let height = self.height() / 10;
        out.push_str("<svg class=\"chart heat\" viewBox=\"0 0 352 ");
        out.push_str(&height.to_string());
        out.push_str("\" role=\"img\" aria-label=\"");
        escape(&mut out, &self.title);
        out.push_str("\" font-size=\"11\" text-anchor=\"middle\">");
        self.draw(&mut out)
            .expect("writing to a string does not fail, and the pen is used by one only");
        out.push_str("</svg>");
        out
    }

    /// A map of more rows than any list has would still be drawn, and its last rows on each other.
    fn height(&self) -> Tenths {
        let rows = Tenths::try_from(self.rows.len()).unwrap_or(Tenths::MAX / ROW - 1);
        HEAD + rows.saturating_mul(ROW)
    }

    fn draw(&self, out: &mut String) -> Drawn {
        let pen = Pen::on(out, (WIDTH.unsigned_abs(), self.height().unsigned_abs()));
        let mut boxes: Vec<(Ink, Rect)> = self
            .cells()
            .filter_map(|(rect, cell)| Some((ink(cell)?, rect)))
            .collect();
        // One path for each tone.
        boxes.sort_by_key(|found| found.0);
        for (ink, rect) in boxes {
            pen.rect(rect, ink)?;
        }
        for (place, column) in (0..).zip(&self.columns) {
            let middle = self.column_middle(place);
            text(&pen, &column.quarter, Ink::Plain, (middle, LINE))?;
            text(&pen, &column.year, Ink::Plain, (middle, 2 * LINE))?;
        }
        for (rect, cell) in self.cells() {
            let (label, ink) = match cell {
                HeatCell::Figure { label, .. } => (label, Ink::Value),
                HeatCell::Missing { label } => (label, Ink::Miss),
                HeatCell::Blank => continue,
            };
            let middle = (rect.left + rect.right) / 2;
            text(&pen, label, ink, (middle, rect.top + BASELINE - GAP / 2))?;
        }
        for (row, top) in self.rows.iter().zip(tops()) {
            let name = fitting(&row.name, NAMES - GAP * 2);
            text(&pen, &name, Ink::Name, (0, top + BASELINE))?;
        }
        pen.finish()
    }

    fn cells(&self) -> impl Iterator<Item = (Rect, &HeatCell)> {
        let cell_width = self.column_width() - GAP;
        self.rows.iter().zip(tops()).flat_map(move |(row, top)| {
            (0..).zip(&row.cells).map(move |(column, cell)| {
                let left = NAMES + column * (cell_width + GAP);
                let rect = Rect {
                    left,
                    top: top + GAP / 2,
                    right: left + cell_width,
                    bottom: top + ROW - GAP / 2,
                };
                (rect, cell)
            })
        })
    }

    fn column_width(&self) -> Tenths {
        let columns = Tenths::try_from(self.columns.len()).unwrap_or(Tenths::MAX);
        ((WIDTH - NAMES) / columns.max(1)).clamp(GAP + 1, WIDEST_CELL)
    }

    fn column_middle(&self, column: Tenths) -> Tenths {
        NAMES + column * self.column_width() + (self.column_width() - GAP) / 2
    }
}

fn text(pen: &Pen<Canvas<'_>>, text: &str, ink: Ink, spot: Point) -> Drawn {
    let rect = label_box(spot, width(text, ink) / 2);
    pen.label(&Placed {
        text,
        ink,
        spot,
        rect,
    })
}

/// The tops of rows.
fn tops() -> impl Iterator<Item = Tenths> {
    (0..).map(|row: Tenths| HEAD.saturating_add(row.saturating_mul(ROW)))
}

fn ink(cell: &HeatCell) -> Option<Ink> {
    match cell {
        HeatCell::Figure { tone, .. } => Some((*tone).into()),
        HeatCell::Missing { .. } => Some(Ink::Empty),
        HeatCell::Blank => None,
    }
}

/// The name, or as much of its beginning as the room takes, with an ellipsis.
fn fitting(name: &str, room: Tenths) -> Cow<'_, str> {
    if width(name, Ink::Name) <= room {
        return Cow::Borrowed(name);
    }
    let mut cut = String::new();
    for character in name.chars() {
        cut.push(character);
        if width(&format!("{cut}…"), Ink::Name) > room {
            cut.pop();
            break;
        }
    }
    Cow::Owned(format!("{}…", cut.trim_end_matches([' ', ',', '.'])))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(rows: Vec<HeatRow>) -> HeatMap {
        HeatMap {
            title: "Dipenuhi <per triwulan>".into(),
            columns: ["TW I", "TW II", "TW III"]
                .map(|quarter| HeatColumn {
                    quarter: quarter.into(),
                    year: "2026".into(),
                })
                .into(),
            rows,
        }
    }

    fn row(name: &str) -> HeatRow {
        HeatRow {
            name: name.into(),
            cells: vec![
                HeatCell::Figure {
                    label: "4/5".into(),
                    tone: Tone::Watch,
                },
                HeatCell::Missing { label: "!".into() },
                HeatCell::Blank,
            ],
        }
    }

    #[test]
    fn a_figure_a_silence_and_nothing_look_different() {
        let svg = map(vec![row("Camat")]).svg();
        assert!(svg.contains("aria-label=\"Dipenuhi &lt;per triwulan&gt;\""));
        assert_eq!(svg.matches("<path").count(), 2, "{svg}");
        assert!(svg.contains("class=\"c-watch\"") && svg.contains("class=\"c-none\""));
        assert!(svg.contains(">4/5</text>") && svg.contains(">!</text>"));
        assert!(!svg.contains("style="));
    }

    #[test]
    fn a_row_is_as_high_as_another_and_all_are_within_the_sheet() {
        let one = map(vec![row("Camat")]).height();
        let three = map(vec![row("a"), row("b"), row("c")]).height();
        assert_eq!(three - one, 2 * ROW);
        let map = map(vec![row("a"), row("b"), row("c")]);
        for (rect, _) in map.cells() {
            assert!(
                rect.right <= WIDTH && rect.bottom <= map.height(),
                "{rect:?}"
            );
        }
    }

    #[test]
    fn a_long_name_is_cut_where_the_cells_begin() {
        let name = "Kepala Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana";
        let room = NAMES - GAP * 2;
        let cut = fitting(name, room);
        assert!(
            cut.ends_with('…') && width(&cut, Ink::Name) <= room,
            "{cut}"
        );
        assert_eq!(fitting("Camat", room), "Camat");
        assert_eq!(fitting("Dinas, dan", width("Dinas,…", Ink::Name)), "Dinas…");
    }
}
