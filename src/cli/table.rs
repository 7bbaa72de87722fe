//! Tables on a terminal, broken to its width; unbroken in a pipe.

use comfy_table::presets::NOTHING;
use comfy_table::{ContentArrangement, LineStyle, Table, TableStyle};
use std::io::{self, IsTerminal};

/// A line below the heads, and no other.
const HEADS: TableStyle = NOTHING.header_separator(LineStyle::new('─', '─', '─', '─'));

/// A table below a line of heads.
pub(super) fn with_heads(heads: &[String], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut table = table(HEADS, rows);
    table.set_header(heads);
    lines(&table)
}

/// A table without heads and lines.
pub(super) fn bare(rows: impl Iterator<Item = Vec<String>>) -> String {
    lines(&table(NOTHING, rows))
}

fn table(style: TableStyle, rows: impl Iterator<Item = Vec<String>>) -> Table {
    let mut table = Table::new();
    table.load_style(style);
    if let Some(width) = width() {
        table.set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(width);
    }
    table.add_rows(rows);
    table
}

/// Columns of the terminal that is written to, if it is one.
fn width() -> Option<u16> {
    let is_terminal = io::stdout().is_terminal();
    let size = is_terminal.then(terminal_size::terminal_size).flatten();
    size.map(|(width, _)| width.0)
}

/// Its lines, without the spaces that fill the last column.
fn lines(table: &Table) -> String {
    let lines: Vec<String> = table
        .lines()
        .map(|line| line.trim_end().to_owned())
        .collect();
    lines.join("\n")
}
