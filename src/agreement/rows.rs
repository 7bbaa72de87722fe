//! From the rows of a table to goals and indicators.

use super::cells::Sheet;
use super::columns::{Column, Columns};
use super::heading::{is_heading, names_budget, names_program, plain};
use crate::draft::{GoalDraft, IndicatorDraft};
use crate::edit::Value;
use crate::model::{Quantity, QuarterOfYear};
use crate::parse::number::{NotANumber, number};
use crate::parse::scalar::id_for;
use crate::sheet::{Cell, Shown};
use crate::source::CellPlace;
use std::collections::{BTreeMap, BTreeSet};

/// Longer ids are cut at a hyphen: addresses are made of them.
const MOST_OF_AN_ID: usize = 48;

/// What a table says.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    pub goals: Vec<GoalDraft>,
    /// What was not taken over as it stands, by cell.
    pub remarks: Vec<Remark>,
}

/// Something in a table that somebody has to look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    pub cell: CellPlace,
    pub text: String,
    pub kind: RemarkKind,
}

#[derive(Clone, Debug, PartialEq)]
pub enum RemarkKind {
    /// A number that is refused: why, with what might have been meant.
    Number(NotANumber),
    /// A fraction below 1 in percent: a cell with the format of percentages holds it so.
    Share,
    /// A cell with the format of percentages: it was read as the percentage that it shows.
    PercentRead,
    /// One in another unit: what is meant it does not say.
    Percent,
    /// A fault of a formula, a formula that was never computed, a logical value or a time of day.
    NoValue,
    /// Words where a number was expected.
    Words,
    /// An indicator without a target, or a target without an indicator: its row was passed over.
    PassedOver,
    /// The headings of another table: from this row on nothing was read.
    Ended,
}

/// Reads the rows below the headings, up to the next table.
pub fn read(sheet: &Sheet, columns: &Columns) -> Agreement {
    let mut table = Table {
        sheet,
        columns,
        remarks: Vec::new(),
        ids: BTreeSet::new(),
    };
    let mut goals: Vec<GoalDraft> = Vec::new();
    for row in columns.first_row..sheet.rows.len() {
        if let Some(at) = table.begins_another(row) {
            table.ended(row, at);
            break;
        }
        table.row(row, &mut goals);
    }
    goals.retain(|goal| !goal.indicators.is_empty());
    Agreement {
        goals,
        remarks: table.remarks,
    }
}

struct Table<'t> {
    sheet: &'t Sheet,
    columns: &'t Columns,
    remarks: Vec<Remark>,
    ids: BTreeSet<String>,
}

impl Table<'_> {
    /// A cell without numbering and line breaks; empty for a column that is not there.
    fn cell(&self, row: usize, column: Column) -> String {
        let place = self.columns.found.get(&column);
        let cell = place.and_then(|place| self.sheet.rows[row].get(place.index));
        let text = cell.map_or("", String::as_str);
        one_line(text)
    }

    fn name(&self, row: usize, column: Column) -> CellPlace {
        let place = self.columns.found.get(&column);
        self.sheet.place(row, place.map_or(0, |place| place.index))
    }

    fn typed(&self, row: usize, column: Column) -> Option<&Cell> {
        let place = self.columns.found.get(&column)?;
        self.sheet.at(row, place.index)
    }

    /// Whether a cell holds something that has no value.
    fn has_no_value(&self, row: usize, column: Column) -> bool {
        match self.typed(row, column) {
            Some(Cell::Fault(_) | Cell::NotComputed | Cell::Truth(_) | Cell::OddTime(_)) => true,
            Some(Cell::Number { value, .. }) => !value.is_finite(),
            Some(Cell::Text(_) | Cell::Day(_)) | None => false,
        }
    }

    fn is_percent(&self, row: usize, column: Column) -> bool {
        let cell = self.typed(row, column);
        matches!(cell, Some(Cell::Number { shown, .. }) if *shown == Shown::AsPercent)
    }

    /// What a cell says; nothing, which is told, where it has no value.
    fn words(&mut self, row: usize, column: Column) -> String {
        if self.has_no_value(row, column) {
            self.remark(row, column, RemarkKind::NoValue);
            return String::new();
        }
        self.cell(row, column)
    }

    fn remark(&mut self, row: usize, column: Column, kind: RemarkKind) {
        self.remarks.push(Remark {
            cell: self.name(row, column),
            text: self.cell(row, column),
            kind,
        });
    }

    /// The first filled cell of a row with the headings of the table of programmes and budgets. A
    /// row with an indicator and a target is none, whatever words it has.
    fn begins_another(&self, row: usize) -> Option<usize> {
        let cells = &self.sheet.rows[row];
        let has = |is_named: fn(&str) -> bool| cells.iter().any(|cell| is_named(&plain(cell)));
        let is_another = has(names_budget) && has(names_program) && !self.is_entry(row);
        let first = cells.iter().position(|cell| !cell.is_empty());
        first.filter(|_| is_another)
    }

    /// Whether an indicator and a target stand in a row, and not the headings of such.
    fn is_entry(&self, row: usize) -> bool {
        let name = self.cell(row, Column::Indicator);
        let targets = self.targets(row);
        let are_headings = is_heading(&name) && targets.iter().all(|target| is_heading(target));
        !name.is_empty() && !targets.is_empty() && !are_headings
    }

    /// What stands in the cells for targets that are filled.
    fn targets(&self, row: usize) -> Vec<String> {
        let quarters = QuarterOfYear::ALL.map(Column::Quarter);
        let columns = std::iter::once(Column::Target).chain(quarters);
        let cells = columns.map(|column| self.cell(row, column));
        cells.filter(|cell| !cell.is_empty()).collect()
    }

    fn ended(&mut self, row: usize, first: usize) {
        self.remarks.push(Remark {
            cell: self.sheet.place(row, first),
            text: one_line(&self.sheet.rows[row].join(" ")),
            kind: RemarkKind::Ended,
        });
    }

    fn row(&mut self, row: usize, goals: &mut Vec<GoalDraft>) {
        let is_unknown = self.has_no_value(row, Column::Goal);
        let goal = unnumbered(&self.words(row, Column::Goal));
        let name = unnumbered(&self.words(row, Column::Indicator));
        let has_target = !self.targets(row).is_empty();
        if name.is_empty() || !has_target {
            // A goal that goes on below, or the lines of the signatures.
            if has_target {
                self.remark(row, Column::Target, RemarkKind::PassedOver);
            } else if !name.is_empty() {
                self.remark(row, Column::Indicator, RemarkKind::PassedOver);
            } else if !goal.is_empty() {
                goals.push(named(goal));
            }
            return;
        }
        // One cell for the goal of several rows reads as one filled cell and empty ones below.
        let is_new = !goal.is_empty() && goals.last().and_then(|g| g.name.as_ref()) != Some(&goal);
        // A goal that can't be read is not the one above it.
        if is_new || is_unknown || goals.is_empty() {
            goals.push(named(goal));
        }
        let indicator = self.indicator(row, name);
        if let Some(goal) = goals.last_mut() {
            goal.indicators.push(indicator);
        }
    }

    fn indicator(&mut self, row: usize, name: String) -> IndicatorDraft {
        let before = self.remarks.len();
        let written = self.cell(row, Column::Target);
        let unit = self.unit(row, &written);
        let target = self.figure(row, Column::Target, unit.as_deref());
        let mut quarterly = BTreeMap::new();
        for quarter in QuarterOfYear::ALL {
            if let Some(value) = self.figure(row, Column::Quarter(quarter), unit.as_deref()) {
                quarterly.insert(quarter, value);
            }
        }
        let text = |text: String| Some(text).filter(|text| !text.is_empty());
        let weight = self.weight(row);
        let formula = text(self.words(row, Column::Formula));
        let source = text(self.words(row, Column::Source));
        let remark = advice(&self.remarks[before..]);
        IndicatorDraft {
            id: self.id(&name),
            name: Some(name),
            unit,
            target,
            quarterly,
            weight,
            formula,
            source,
            remark,
            ..IndicatorDraft::default()
        }
    }

    /// By its own column, else as it stands behind the target.
    fn unit(&mut self, row: usize, target: &str) -> Option<String> {
        let own = self.words(row, Column::Unit);
        let behind = target.trim_start_matches(|c: char| c.is_ascii_digit() || ".,- ".contains(c));
        let has_number = behind.len() < target.len();
        let found = if own.is_empty() && has_number {
            behind
        } else {
            &own
        };
        let unit = found.trim_matches(['(', ')', ' ']);
        let unit = match plain(unit).as_str() {
            "" if unit == "%" => "persen".to_owned(),
            "persen" | "persentase" | "prosentase" => "persen".to_owned(),
            "rp" | "rupiah" => "rupiah".to_owned(),
            _ => lower_case(unit),
        };
        Some(unit).filter(|unit| !unit.is_empty())
    }

    fn figure(&mut self, row: usize, column: Column, unit: Option<&str>) -> Option<Value> {
        let text = self.words(row, column);
        let bare = without_unit(&text, unit);
        if bare.is_empty() || matches!(bare, "-" | "–") {
            return None;
        }
        let is_percent = self.is_percent(row, column);
        if is_percent && unit != Some("persen") {
            self.remark(row, column, RemarkKind::Percent);
            return None;
        }
        let is_number = bare.contains(|c: char| c.is_ascii_digit());
        match number(bare) {
            Ok(amount) if is_share(amount, &text, unit) => {
                self.remark(row, column, RemarkKind::Share);
                None
            }
            Ok(amount) => {
                if is_percent {
                    self.remark(row, column, RemarkKind::PercentRead);
                }
                Some(Value::plain(amount))
            }
            Err(not) if is_number => {
                self.remark(row, column, RemarkKind::Number(not));
                None
            }
            // A rank, such as an opinion: what it means the direction will say.
            Err(_) => {
                self.remark(row, column, RemarkKind::Words);
                Some(Value::plain(bare))
            }
        }
    }

    fn weight(&mut self, row: usize) -> Option<Quantity> {
        let text = self.words(row, Column::Weight);
        let bare = without_unit(&text, Some("persen"));
        let read = number(bare).ok();
        if read.is_none() && !bare.is_empty() {
            self.remark(row, Column::Weight, RemarkKind::Words);
        } else if self.is_percent(row, Column::Weight) {
            self.remark(row, Column::Weight, RemarkKind::PercentRead);
        }
        read
    }

    fn id(&mut self, name: &str) -> String {
        let own = id_for(name);
        let mut cut = own.as_str();
        while cut.len() > MOST_OF_AN_ID {
            match cut.rsplit_once('-') {
                Some((shorter, _)) => cut = shorter,
                None => cut = &cut[..MOST_OF_AN_ID],
            }
        }
        let mut id = cut.to_owned();
        let mut number = 2;
        while !self.ids.insert(id.clone()) {
            id = format!("{cut}-{number}");
            number += 1;
        }
        id
    }
}

/// What to do about the cells of an indicator, for whoever fills the file in.
fn advice(remarks: &[Remark]) -> Option<String> {
    let open = remarks
        .iter()
        .filter(|remark| remark.kind != RemarkKind::PercentRead);
    let (words, others): (Vec<_>, Vec<_>) =
        open.partition(|remark| remark.kind == RemarkKind::Words);
    let mut said = Vec::new();
    if !others.is_empty() {
        let cells = others
            .iter()
            .map(|remark| format!("{} (\"{}\")", remark.cell, remark.text));
        let cells = cells.collect::<Vec<_>>().join(", ");
        said.push(format!(
            "Belum diambil dari tabel, tulis sendiri: sel {cells}."
        ));
    }
    if !words.is_empty() {
        said.push("Targetnya kata, bukan angka: arahnya predikat atau tuntas.".to_owned());
    }
    Some(said.join(" ")).filter(|said| !said.is_empty())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn named(goal: String) -> GoalDraft {
    GoalDraft {
        name: Some(goal).filter(|name| !name.is_empty()),
        indicators: Vec::new(),
    }
}

/// Without `1.`, `2)`, `1.1`, `a.` or a dash before it.
fn unnumbered(text: &str) -> String {
    let Some((first, rest)) = text.split_once(' ') else {
        return text.to_owned();
    };
    let inner = first.trim_end_matches(['.', ')']);
    let is_marked = inner.len() < first.len();
    let is_digits = inner
        .split('.')
        .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    let is_letter = inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_lowercase());
    let is_bullet = matches!(first, "-" | "•" | "–");
    let is_number =
        is_bullet || is_digits && (is_marked || inner.contains('.')) || is_letter && is_marked;
    if is_number {
        rest.trim().to_owned()
    } else {
        text.to_owned()
    }
}

/// A number without the sign of percentages, `Rp`, or the word of its unit.
fn without_unit<'t>(text: &'t str, unit: Option<&str>) -> &'t str {
    let text = text.trim();
    let bare = match unit {
        Some("persen") => text.trim_end_matches('%').trim_end_matches("persen"),
        Some("rupiah") => text.trim_start_matches("Rp").trim_start_matches('.'),
        Some(unit) => {
            let at = text
                .len()
                .checked_sub(unit.len())
                .filter(|at| text.is_char_boundary(*at));
            let split = at.map(|at| text.split_at(at));
            let fits = split.filter(|(_, end)| lower_case(end) == unit);
            fits.map_or(text, |(before, _)| before)
        }
        None => text,
    };
    bare.trim()
}

/// Whether a number is likely a share that is shown as a percentage.
fn is_share(amount: Quantity, text: &str, unit: Option<&str>) -> bool {
    let is_below_one = !amount.is_zero() && amount.absolute() <= Quantity::from(1);
    unit == Some("persen") && is_below_one && !text.contains('%')
}

/// `Dokumen` is `dokumen`; what is written in capitals stays.
fn lower_case(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next();
    let is_word = first.is_some_and(char::is_uppercase) && !rest.clone().any(char::is_uppercase);
    if is_word {
        text.to_lowercase()
    } else {
        text.to_owned()
    }
}
