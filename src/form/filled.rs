//! What stands in filled forms: rows and columns found by their marks and headings, wherever they
//! were moved to. Nothing is judged here.

use super::column::{Column, same_heading};
use super::mark::{Mark, NotAMark, RowKind, VERSION};
use super::prefilled::Prefilled;
use super::words::FormWords;
use crate::model::{ContractId, IndicatorId, ProgramId, Quarter};
use crate::problem::{Code, Problem, code};
use crate::sheet::{Cell, Sheet, Workbook};
use crate::source::{CellPlace, TextSpan};
use std::collections::{BTreeMap, BTreeSet};

/// A cell of a filled form, and what it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct FilledCell {
    pub workbook: String,
    pub place: CellPlace,
    /// `None` where it is empty.
    pub cell: Option<Cell>,
}

impl FilledCell {
    pub fn error(&self, code: Code) -> Problem {
        Problem::error(code, "", TextSpan::START).in_cell(&self.workbook, self.place.clone())
    }

    pub fn warning(&self, code: Code) -> Problem {
        Problem::warning(code, "", TextSpan::START).in_cell(&self.workbook, self.place.clone())
    }
}

/// The form of one contract as it came back.
#[derive(Clone, Debug, PartialEq)]
pub struct FilledForm {
    pub contract: ContractId,
    pub quarter: Quarter,
    /// Where the form begins.
    pub top: FilledCell,
    /// When the office reported; `None` where its row is gone.
    pub reported: Option<FilledCell>,
    /// What that cell held when the form was written.
    pub(super) reported_then: Prefilled,
    pub rows: Vec<FilledRow<IndicatorId>>,
    pub programs: Vec<FilledRow<ProgramId>>,
}

/// One row: what it is about, and its cells.
#[derive(Clone, Debug, PartialEq)]
pub struct FilledRow<Id> {
    pub id: Id,
    pub mark: FilledCell,
    /// What its input cells held when the form was written.
    pub(super) then: Prefilled,
    pub cells: BTreeMap<Column, FilledCell>,
}

impl<Id> FilledRow<Id> {
    /// The cell of a column; of one that this form has not, an empty one beside the mark.
    pub fn at(&self, column: Column) -> FilledCell {
        let found = self.cells.get(&column).cloned();
        found.unwrap_or_else(|| FilledCell {
            cell: None,
            ..self.mark.clone()
        })
    }
}

/// Everything that stands in some workbooks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filled {
    pub forms: Vec<FilledForm>,
    pub problems: Vec<Problem>,
}

/// Finds the forms of workbooks; each contract's quarter and each of its rows once.
pub fn filled(workbooks: &[Workbook]) -> Filled {
    let words = FormWords::default();
    let mut all = Filled::default();
    let mut seen = BTreeMap::new();
    for workbook in workbooks {
        let before = (all.forms.len(), all.problems.len());
        for sheet in &workbook.sheets {
            let mut walk = Walk::new(workbook, sheet, &words);
            walk.read();
            all.problems.append(&mut walk.problems);
            let (forms, unread) = (walk.forms, walk.unread);
            let is_read = |key: &FormKey| unread.iter().all(|(form, _)| form != key);
            let forms = forms.into_iter().filter(|(key, _)| is_read(key));
            let forms = forms.map(|(_, form)| form);
            let forms = forms.filter(|form| is_first(form, &mut seen, &mut all.problems));
            all.forms.extend(forms);
        }
        if before == (all.forms.len(), all.problems.len()) {
            let name = &workbook.name;
            let problem = Problem::error(code::FORM_NOT_OURS, name, TextSpan::START);
            all.problems.push(problem.of_workbook(name));
        }
    }
    all
}

type FormKey = (ContractId, Quarter);

/// The tables of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Table {
    Commitments,
    Programs,
}

type Seen = BTreeMap<FormKey, FilledCell>;

/// Whether no form of the same contract and quarter came before.
fn is_first(form: &FilledForm, seen: &mut Seen, problems: &mut Vec<Problem>) -> bool {
    let key = (form.contract.clone(), form.quarter);
    let Some(other) = seen.get(&key) else {
        seen.insert(key, form.top.clone());
        return true;
    };
    let what = format!("{} {}", form.contract, form.quarter);
    let other = format!("{}, \"{}\"", other.workbook, other.place.sheet);
    let problem = form.top.error(code::FORM_TWICE);
    problems.push(problem.with("what", what).with("other", other));
    false
}

/// A sheet being read from top to bottom.
struct Walk<'w> {
    workbook: &'w Workbook,
    sheet: &'w Sheet,
    words: &'w FormWords,
    /// Where the columns of each table stand whose headings were read.
    columns: BTreeMap<(FormKey, Table), BTreeMap<Column, u32>>,
    /// Of the table that is being read.
    last: BTreeMap<Column, u32>,
    forms: BTreeMap<FormKey, FilledForm>,
    /// Forms of which nothing is known, since not every column was found.
    unread: BTreeSet<(FormKey, Table)>,
    problems: Vec<Problem>,
    versions: BTreeSet<String>,
}

impl<'w> Walk<'w> {
    fn new(workbook: &'w Workbook, sheet: &'w Sheet, words: &'w FormWords) -> Self {
        Self {
            workbook,
            sheet,
            words,
            columns: BTreeMap::new(),
            last: BTreeMap::new(),
            unread: BTreeSet::new(),
            forms: BTreeMap::new(),
            problems: Vec::new(),
            versions: BTreeSet::new(),
        }
    }

    fn read(&mut self) {
        let rows: BTreeSet<u32> = self.sheet.cells.keys().map(|(row, _)| *row).collect();
        for row in rows {
            match self.mark_of(row) {
                None => self.stray(row),
                Some((at, Ok(mark))) => self.row(row, at, mark),
                Some((at, Err(why))) => self.refuse(row, at, why),
            }
        }
    }

    /// The mark of a row, in whichever column it is by now.
    fn mark_of(&self, row: u32) -> Option<(u32, Result<Mark, NotAMark>)> {
        self.sheet.row(row).find_map(|(column, cell)| match cell {
            Cell::Text(text) => Some((column, Mark::read(text)?)),
            _ => None,
        })
    }

    fn cell(&self, row: u32, column: u32) -> FilledCell {
        FilledCell {
            workbook: self.workbook.name.clone(),
            place: CellPlace {
                sheet: self.sheet.name.clone(),
                row,
                column,
            },
            cell: self.sheet.at(row, column).cloned(),
        }
    }

    fn refuse(&mut self, row: u32, column: u32, why: NotAMark) {
        let cell = self.cell(row, column);
        match why {
            NotAMark::Version(found) => {
                // Every row says so.
                if self.versions.insert(found.clone()) {
                    let problem = cell.error(code::FORM_VERSION).with("found", found);
                    self.problems
                        .push(problem.with("known", VERSION.to_string()));
                }
            }
            NotAMark::Damaged => {
                let text = cell.cell.as_ref().map(Cell::text).unwrap_or_default();
                self.problems
                    .push(cell.error(code::FORM_MARK).with("text", text));
            }
        }
    }

    fn row(&mut self, row: u32, at: u32, mark: Mark) {
        let top = self.cell(row, at);
        let key = (mark.contract.clone(), mark.quarter);
        let then = mark.prefilled;
        self.forms.entry(key.clone()).or_insert_with(|| FilledForm {
            contract: mark.contract.clone(),
            quarter: mark.quarter,
            top: top.clone(),
            reported: None,
            reported_then: Prefilled::default(),
            rows: Vec::new(),
            programs: Vec::new(),
        });
        match mark.row {
            RowKind::Headings => {
                let table = (key, Table::Commitments);
                self.headings((row, at), table, &Column::OF_COMMITMENTS, &NEEDED);
            }
            RowKind::ProgramHeadings => {
                let table = (key, Table::Programs);
                self.headings((row, at), table, &[Column::Absorbed], &[Column::Absorbed]);
            }
            RowKind::Reported => {
                let cell = self.reported(row, at);
                if let Some(form) = self.forms.get_mut(&key) {
                    form.reported = Some(cell);
                    form.reported_then = then;
                }
            }
            RowKind::Indicator(id) => {
                let filled = self.filled_row((top, then), id, &(key.clone(), Table::Commitments));
                self.add(&key, filled, |form| &mut form.rows);
            }
            RowKind::Program(id) => {
                let filled = self.filled_row((top, then), id, &(key.clone(), Table::Programs));
                self.add(&key, filled, |form| &mut form.programs);
            }
        }
    }

    fn add<Id: PartialEq + std::fmt::Display>(
        &mut self,
        key: &(ContractId, Quarter),
        filled: FilledRow<Id>,
        rows: impl Fn(&mut FilledForm) -> &mut Vec<FilledRow<Id>>,
    ) {
        let Some(form) = self.forms.get_mut(key) else {
            return;
        };
        let rows = rows(form);
        match rows.iter().find(|row| row.id == filled.id) {
            None => rows.push(filled),
            Some(other) => {
                let cell = filled.at(Column::Value);
                let problem = cell
                    .error(code::FORM_TWICE)
                    .with("what", filled.id.to_string());
                self.problems
                    .push(problem.with("other", other.at(Column::Value).place.to_string()));
            }
        }
    }

    /// The cells of a row below the headings of its table; that these are missing is told once.
    fn filled_row<Id>(
        &mut self,
        (mark, then): (FilledCell, Prefilled),
        id: Id,
        table: &(FormKey, Table),
    ) -> FilledRow<Id> {
        let columns = self.columns.get(table).cloned().unwrap_or_default();
        if columns.is_empty() && self.unread.insert(table.clone()) {
            self.problems.push(mark.error(code::FORM_NO_HEADINGS));
        }
        let row = mark.place.row;
        FilledRow {
            id,
            mark,
            then,
            cells: columns
                .into_iter()
                .map(|(column, at)| (column, self.cell(row, at)))
                .collect(),
        }
    }

    /// Finds the columns by what heads them.
    fn headings(
        &mut self,
        (row, at): (u32, u32),
        table: (FormKey, Table),
        columns: &[Column],
        needed: &[Column],
    ) {
        let find = |column: &Column| {
            let heading = self.words.text(column.heading());
            let mut cells = self.sheet.row(row);
            let found = cells.find(|(_, cell)| same_heading(&cell.text(), &heading))?;
            Some((*column, found.0))
        };
        let found: BTreeMap<Column, u32> = columns.iter().filter_map(find).collect();
        for gone in needed.iter().filter(|column| !found.contains_key(column)) {
            let heading = self.words.text(gone.heading());
            let problem = self.cell(row, at + 1).error(code::FORM_NO_COLUMN);
            self.problems.push(problem.with("column", heading));
            self.unread.insert(table.clone());
        }
        self.last.clone_from(&found);
        self.columns.insert(table, found);
    }

    /// The cell beside the label: the first that holds something, else the one that should.
    fn reported(&self, row: u32, at: u32) -> FilledCell {
        let label = self.words.text("reported");
        let mut label_at = None;
        for (column, cell) in self.sheet.row(row).filter(|(column, _)| *column != at) {
            if same_heading(&cell.text(), &label) {
                label_at = Some(column);
            } else if label_at.is_none_or(|label| column > label) {
                return self.cell(row, column);
            }
        }
        self.cell(row, label_at.unwrap_or(at + 1) + 1)
    }

    /// Something under an input column in a row that is none of the form.
    fn stray(&mut self, row: u32) {
        let columns = [Column::Value, Column::Absorbed].into_iter();
        let at = columns.filter_map(|column| self.last.get(&column).copied());
        for column in at.collect::<Vec<_>>() {
            let cell = self.cell(row, column);
            if let Some(found) = &cell.cell {
                let text = found.text();
                self.problems
                    .push(cell.warning(code::FORM_STRAY_ROW).with("text", text));
            }
        }
    }
}

/// Without these a form can't be read as a whole.
const NEEDED: [Column; 5] = [
    Column::Value,
    Column::Unavailable,
    Column::Note,
    Column::Obstacle,
    Column::FollowUp,
];
