//! Filled forms held against the contracts: what they change, and what is wrong with them.

mod figure;
mod older;
mod program;

use super::answer;
use super::ask::{Asked, Question};
use super::change::{Change, What};
use super::column::Column;
use super::filled::{FilledCell, FilledForm, FilledRow};
use super::words::FormWords;
use crate::compute::{IndicatorScore, Scoreboard};
use crate::model::{Contract, Date, IndicatorId, Register, Report, ReportedActual, Standing};
use crate::parse::near::nearest;
use crate::parse::reader::NONE;
use crate::problem::{Code, Problem, code};
use crate::sheet::Cell;

/// What filled forms ask for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judged {
    /// Contract by contract, in the order of a result file.
    pub changes: Vec<Change>,
    pub problems: Vec<Problem>,
    /// Forms in which nothing is filled.
    pub untouched: Vec<FilledCell>,
}

/// Holds `forms` against the site as it is on the scoreboard's day.
pub fn judge(forms: &[FilledForm], register: &Register, board: &Scoreboard) -> Judged {
    let words = FormWords::default();
    let mut judged = Judged::default();
    for form in forms {
        let Some(contract) = register.contracts.get(&form.contract) else {
            let known = register.contracts.keys();
            let known: Vec<String> = known.map(ToString::to_string).collect();
            let name = form.contract.to_string();
            let problem = unknown(&form.top, code::NO_CONTRACT, &name, &known);
            judged.problems.push(problem);
            continue;
        };
        if !contract.quarters().any(|own| own == form.quarter) {
            let problem = form.top.error(code::FORM_QUARTER);
            let problem = problem.with("quarter", form.quarter.to_string());
            let problem = problem.with("contract", form.contract.to_string());
            judged.problems.push(problem);
            continue;
        }
        let asked = Asked {
            register,
            board,
            contract,
            quarter: form.quarter,
            words: &words,
        };
        let mut desk = Desk {
            form,
            contract,
            report: asked.report(),
            asked,
            judged: Judged::default(),
        };
        desk.judge();
        desk.judged.changes.sort_by_key(Change::place);
        judged.changes.append(&mut desk.judged.changes);
        judged.untouched.append(&mut desk.judged.untouched);
        judged.problems.append(&mut desk.judged.problems);
    }
    judged
}

fn unknown(at: &FilledCell, code: Code, name: &str, known: &[String]) -> Problem {
    let near = nearest(name, known.iter().map(String::as_str)).unwrap_or(NONE);
    let some: Vec<String> = known.iter().take(12).cloned().collect();
    let some = if some.is_empty() {
        NONE.to_owned()
    } else {
        some.join(", ")
    };
    let problem = at.error(code).with("name", name);
    problem.with("near", near).with("known", some)
}

/// One form being judged.
struct Desk<'d> {
    form: &'d FilledForm,
    contract: &'d Contract,
    report: Option<&'d Report>,
    asked: Asked<'d>,
    judged: Judged,
}

impl<'d> Desk<'d> {
    fn judge(&mut self) {
        let reported = self.reported();
        if self.is_untouched() {
            let at = self.form.reported.as_ref().unwrap_or(&self.form.top);
            self.judged.untouched.push(at.clone());
            return;
        }
        for row in &self.form.rows {
            self.row(row, reported);
        }
        self.rows_that_are_gone();
        for row in &self.form.programs {
            self.program(row);
        }
        self.date(reported);
        if self.report.is_none() && reported.is_none() {
            // What hinders was told; without its day nothing of a report can be written.
            self.judged.changes.clear();
        }
    }

    /// Nothing is written in it, and nothing was reported before.
    fn is_untouched(&self) -> bool {
        let inputs = [
            Column::Value,
            Column::Unavailable,
            Column::Note,
            Column::Obstacle,
            Column::FollowUp,
        ];
        let rows = self.form.rows.iter();
        let mut cells = rows.flat_map(|row| inputs.map(|column| row.at(column)));
        let mut programs = self.form.programs.iter();
        self.report.is_none()
            && cells.all(|cell| cell.cell.is_none())
            && programs.all(|row| row.at(Column::Absorbed).cell.is_none())
    }

    fn change(&mut self, at: FilledCell, what: What) {
        self.judged.changes.push(Change {
            contract: self.form.contract.clone(),
            quarter: self.form.quarter,
            what,
            at,
            reason_at: None,
        });
    }

    fn change_of_figure(&mut self, row: &FilledRow<IndicatorId>, at: &FilledCell, what: What) {
        self.judged.changes.push(Change {
            contract: self.form.contract.clone(),
            quarter: self.form.quarter,
            what,
            at: at.clone(),
            reason_at: Some(row.at(Column::Reason).place),
        });
    }

    fn tell(&mut self, problem: Problem) {
        self.judged.problems.push(problem);
    }

    /// The value, or what is wrong, which is told.
    fn sound<T>(&mut self, read: Result<T, Box<Problem>>) -> Option<T> {
        read.map_err(|problem| self.tell(*problem)).ok()
    }

    fn reported(&mut self) -> Option<Date> {
        let at = self.form.reported.clone()?;
        let cell = at.cell.clone()?;
        let day = answer::day(&cell, &at, "tanggal");
        let day = self.sound(day)?;
        let day = self.day_of_now(&at, day);
        if day < self.form.quarter.end() && self.report.is_none_or(|own| own.reported != day) {
            let problem = at.warning(code::FORM_EARLY).with("date", day.to_string());
            self.tell(problem.with("end", self.form.quarter.end().to_string()));
        }
        Some(day)
    }

    /// The day of the report: of a new one it must be there; of one that is there already a later
    /// day is that of the figures which have come since.
    fn date(&mut self, reported: Option<Date>) {
        let at = self.form.reported.clone().unwrap_or(self.form.top.clone());
        let before = self.report.map(|report| report.reported);
        match (before, reported) {
            (None, None) if at.cell.is_none() || self.form.reported.is_none() => {
                self.tell(at.error(code::FORM_NO_DATE));
            }
            (None, Some(now)) if self.is_left_behind(now) => {}
            (None, Some(now)) => self.change(at, What::Reported { before, now }),
            (Some(own), Some(now)) if now != own => {
                let figures = self.judged.changes.iter();
                let is_late = figures.filter_map(|change| match &change.what {
                    What::Actual { late, .. } => *late,
                    _ => None,
                });
                if is_late.count() == 0 {
                    self.change(at, What::Reported { before, now });
                }
            }
            _ => {}
        }
    }

    fn row(&mut self, row: &FilledRow<IndicatorId>, reported: Option<Date>) {
        let Some(score) = self.score(row) else {
            return;
        };
        let question = self.asked.question(score);
        self.locked(row, &question);
        self.figure(row, score, &question, reported);
        if self.is_alone(row, &question) {
            return;
        }
        for (column, before) in Column::TEXTS.into_iter().zip(&question.texts[1..]) {
            self.text(row, column, before.as_deref(), &question);
        }
    }

    /// The commitment of a row; what hinders is told.
    fn score(&mut self, row: &FilledRow<IndicatorId>) -> Option<&'d IndicatorScore> {
        let score = self.asked.board.contracts.get(&self.form.contract)?;
        let all = || score.indicators.iter().chain(&score.withdrawn);
        let Some(found) = all().find(|score| *score.id() == row.id) else {
            let known: Vec<String> = all().map(|score| score.id().to_string()).collect();
            self.tell(unknown(
                &row.mark,
                code::NO_INDICATOR,
                row.id.as_str(),
                &known,
            ));
            return None;
        };
        let is_filled = row.at(Column::Value).cell.is_some();
        if let Some(day) = withdrawn(found).filter(|_| is_filled) {
            let name = found.commitment.indicator.name.own().as_str();
            let problem = row.at(Column::Value).error(code::FORM_WITHDRAWN);
            self.tell(problem.with("name", name).with("date", day.to_string()));
        }
        withdrawn(found).is_none().then_some(found)
    }

    fn locked(&mut self, row: &FilledRow<IndicatorId>, question: &Question) {
        let nothing = self.asked.words.text("nothing_yet");
        let expected = [
            (Column::Name, &question.name),
            (Column::Unit, question.unit.as_ref().unwrap_or(&nothing)),
            (Column::Target, &question.target),
            (Column::YearTarget, &question.year_target),
        ];
        for (column, expected) in expected {
            let at = row.at(column);
            let found = at.cell.as_ref().map(Cell::text).unwrap_or_default();
            let is_there = row.cells.contains_key(&column);
            if is_there && plain(&found) != plain(expected) {
                let heading = self.asked.words.text(column.heading());
                let problem = at.warning(code::FORM_LOCKED).with("column", heading);
                let problem = problem.with("text", found);
                self.tell(problem.with("expected", plain(expected)));
            }
        }
    }

    fn before(&self, indicator: &IndicatorId) -> Option<&ReportedActual> {
        self.report?.actuals.get(indicator)
    }

    /// What the contract asks for and the form has no row for.
    fn rows_that_are_gone(&mut self) {
        let Some(score) = self.asked.board.contracts.get(&self.form.contract) else {
            return;
        };
        let asked = score
            .indicators
            .iter()
            .filter(|score| self.asked.is_due(score));
        let gone = asked.filter(|score| {
            let mut rows = self.form.rows.iter();
            !rows.any(|row| row.id == *score.id()) && self.before(score.id()).is_none()
        });
        let names: Vec<String> = gone
            .map(|score| score.commitment.indicator.name.own().clone())
            .collect();
        for name in names {
            let problem = self.form.top.warning(code::FORM_ROW_GONE);
            self.tell(problem.with("name", name));
        }
    }
}

/// A text without the differences that spreadsheets make: kinds and numbers of spaces.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a commitment was withdrawn, and when.
fn withdrawn(score: &IndicatorScore) -> Option<Date> {
    match score.commitment.standing {
        Standing::Dropped { on } => Some(on),
        Standing::InForce | Standing::Undeclared { .. } => None,
    }
}
