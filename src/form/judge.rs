//! Filled forms held against the contracts: what they change, and what is wrong with them.

use super::answer;
use super::ask::{Asked, Kind, Question};
use super::change::{Change, Revision, What, Written};
use super::column::Column;
use super::filled::{FilledCell, FilledForm, FilledRow};
use super::words::FormWords;
use crate::compute::{IndicatorScore, QuarterReport, Scoreboard};
use crate::model::{
    Actual, Contract, Date, IndicatorId, Markdown, ProgramId, Quantity, Register, Report,
    ReportedActual, Standing, Value,
};
use crate::parse::near::nearest;
use crate::parse::number::number;
use crate::parse::place::report_file;
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

    fn figure(
        &mut self,
        row: &FilledRow<IndicatorId>,
        score: &IndicatorScore,
        question: &Question,
        reported: Option<Date>,
    ) {
        let (value, reason) = (row.at(Column::Value), row.at(Column::Unavailable));
        match (value.cell.clone(), reason.cell.clone()) {
            (None, None) => self.nothing_said(&value, question, score),
            (Some(cell), None) => self.value(row, &value, &cell, question, reported),
            (Some(cell), Some(_)) if !is_placeholder(&cell, &question.kind) => {
                let problem = reason.error(code::FORM_BOTH);
                let problem = problem.with("name", question.name.as_str());
                let problem = problem.with("text", cell.text());
                self.tell(problem.with("value", value.place.to_string()));
            }
            (_, Some(cell)) => self.unavailable(&reason, &cell, question, reported),
        }
    }

    fn nothing_said(&mut self, at: &FilledCell, question: &Question, score: &IndicatorScore) {
        let name = question.name.as_str();
        let Some(before) = self.before(&question.indicator).map(|said| &said.actual) else {
            let facts = score.quarters.iter();
            let mut of_quarter = facts.filter(|fact| fact.quarter == self.form.quarter);
            if of_quarter.any(|fact| fact.report != QuarterReport::NotAsked) {
                self.tell(at.warning(code::FORM_FORGOTTEN).with("name", name));
            }
            return;
        };
        let text = match before {
            Actual::Reported(value) => self.asked.value(&score.commitment.indicator, *value),
            Actual::Unavailable { reason } => reason.0.clone(),
        };
        let file = report_file(&self.form.contract, self.form.quarter);
        let problem = at.warning(code::FORM_KEPT).with("name", name);
        let problem = problem.with("text", plain(&text));
        self.tell(problem.with("target", format!("content/{file}")));
    }

    fn before(&self, indicator: &IndicatorId) -> Option<&ReportedActual> {
        self.report?.actuals.get(indicator)
    }

    fn value(
        &mut self,
        row: &FilledRow<IndicatorId>,
        at: &FilledCell,
        cell: &Cell,
        question: &Question,
        reported: Option<Date>,
    ) {
        if is_placeholder(cell, &question.kind) {
            let reason = row.at(Column::Unavailable).place.to_string();
            let problem = at.error(code::FORM_NO_REASON).with("text", cell.text());
            return self.tell(problem.with("reason", reason));
        }
        let read = answer::value(cell, at, &question.kind, question.unit.as_deref());
        let Some(read) = self.sound(read) else {
            return;
        };
        if let Some(remark) = read.remark {
            self.tell(remark);
        }
        let now = Actual::Reported(read.value);
        let before = self
            .before(&question.indicator)
            .map(|said| said.actual.clone());
        let reason = self.reason(row, before.as_ref() != Some(&now), question);
        if before.as_ref() == Some(&now) {
            return;
        }
        let revision = match (&before, reason) {
            (Some(Actual::Reported(value)), Some(reason)) => Some(Revision {
                date: self.asked.board.today,
                before: written(*value, &question.kind),
                reason,
            }),
            _ => None,
        };
        if matches!(before, Some(Actual::Reported(_))) {
            self.verified(at, question);
        }
        let what = What::Actual {
            indicator: question.indicator.clone(),
            late: self.late(before.as_ref(), reported),
            before,
            now,
            written: written(read.value, &question.kind),
            revision,
        };
        self.change(at.clone(), what);
    }

    /// Why a figure is another one now, where it is.
    fn reason(
        &mut self,
        row: &FilledRow<IndicatorId>,
        is_changed: bool,
        question: &Question,
    ) -> Option<String> {
        let at = row.at(Column::Reason);
        let text = answer::text(&at.cell.clone()?, &at);
        let text = self.sound(text)?;
        if !is_changed {
            let problem = at.warning(code::FORM_REASON_UNUSED);
            self.tell(problem.with("name", question.name.as_str()));
        }
        Some(text)
    }

    /// That a figure which somebody verified is another one now.
    fn verified(&mut self, at: &FilledCell, question: &Question) {
        let said = self.before(&question.indicator);
        let Some(verification) = said.and_then(|said| said.verification.clone()) else {
            return;
        };
        let problem = at.warning(code::FORM_VERIFIED);
        let problem = problem.with("name", question.name.as_str());
        let problem = problem.with("by", verification.by);
        self.tell(problem.with("date", verification.date.to_string()));
    }

    /// A figure that comes after its report has a day of its own: the report was not late.
    fn late(&self, before: Option<&Actual>, reported: Option<Date>) -> Option<Date> {
        let own = self.report?.reported;
        let is_new = !matches!(before, Some(Actual::Reported(_)));
        reported.filter(|day| is_new && *day > own)
    }

    fn unavailable(
        &mut self,
        at: &FilledCell,
        cell: &Cell,
        question: &Question,
        reported: Option<Date>,
    ) {
        let text = answer::text(cell, at);
        let Some(text) = self.sound(text) else {
            return;
        };
        if answer::says_nothing(&text) {
            let problem = at.error(code::FORM_NO_REASON).with("text", text);
            return self.tell(problem.with("reason", at.place.to_string()));
        }
        let before = self
            .before(&question.indicator)
            .map(|said| said.actual.clone());
        let now = Actual::Unavailable {
            reason: Markdown(text.clone()),
        };
        if same_actual(before.as_ref(), &text) {
            return;
        }
        let is_first = before.is_none();
        let what = What::Actual {
            indicator: question.indicator.clone(),
            late: self.late(before.as_ref(), reported).filter(|_| is_first),
            before,
            now,
            written: Written::Unavailable(text),
            revision: None,
        };
        self.change(at.clone(), what);
    }

    fn text(
        &mut self,
        row: &FilledRow<IndicatorId>,
        column: Column,
        before: Option<&str>,
        question: &Question,
    ) {
        let at = row.at(column);
        let (Some(cell), Some(key)) = (at.cell.clone(), column.key()) else {
            return;
        };
        let text = answer::text(&cell, &at);
        let Some(now) = self.sound(text) else {
            return;
        };
        if before.is_some_and(|before| plain(before) == plain(&now)) {
            return;
        }
        let what = What::Text {
            indicator: question.indicator.clone(),
            key,
            before: before.map(str::to_owned),
            now,
        };
        self.change(at, what);
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

    fn program(&mut self, row: &FilledRow<ProgramId>) {
        let mut programs = self.contract.programs.iter();
        if !programs.any(|program| program.id == row.id) {
            let known = self.contract.programs.iter();
            let known: Vec<String> = known.map(|program| program.id.to_string()).collect();
            let problem = unknown(&row.mark, code::NO_PROGRAM, row.id.as_str(), &known);
            return self.tell(problem);
        }
        let at = row.at(Column::Absorbed);
        let Some(cell) = at.cell.clone() else {
            return;
        };
        let read = answer::amount(&cell, &at, Some("rupiah"));
        let Some(now) = self.sound(read).map(|read| read.value) else {
            return;
        };
        self.falls(&at, &row.id, now);
        let before = self.report.and_then(|report| report.absorbed.get(&row.id));
        let before = before.copied();
        if before == Some(now) {
            return;
        }
        let program = row.id.clone();
        self.change(
            at,
            What::Absorbed {
                program,
                before,
                now,
            },
        );
    }

    /// What counts since January does not become less.
    fn falls(&mut self, at: &FilledCell, program: &ProgramId, now: Quantity) {
        let earlier = self
            .contract
            .quarters()
            .filter(|own| *own < self.form.quarter);
        let reports = &self.asked.register.reports;
        let absorbed = earlier.filter_map(|quarter| {
            let report = reports.get(&(self.form.contract.clone(), quarter))?;
            Some((quarter, *report.absorbed.get(program)?))
        });
        let Some((quarter, before)) = absorbed.last().filter(|(_, before)| now < *before) else {
            return;
        };
        let problem = at.warning(code::FORM_BELOW_BEFORE);
        let problem = problem.with("text", now.to_string());
        let problem = problem.with("quarter", quarter.to_string());
        self.tell(problem.with("before", before.to_string()));
    }
}

/// Whether a cell says that there is no value, where no value is called so.
fn is_placeholder(cell: &Cell, kind: &Kind) -> bool {
    let is_answer = match (kind, cell) {
        (Kind::Completion, Cell::Text(text)) => text.eq_ignore_ascii_case("belum"),
        (Kind::Rank(ranks), Cell::Text(text)) => ranks.contains(text),
        _ => false,
    };
    !is_answer && answer::means_none(cell)
}

fn same_actual(before: Option<&Actual>, reason: &str) -> bool {
    matches!(before, Some(Actual::Unavailable { reason: own }) if plain(&own.0) == plain(reason))
}

/// A text without the differences that spreadsheets make: kinds and numbers of spaces.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A value as a result file has it.
pub(super) fn written(value: Value, kind: &Kind) -> Written {
    match value {
        Value::Amount(amount) => Written::Plain(unambiguous(amount)),
        Value::Completed(day) => Written::Done(day),
        Value::NotCompleted => Written::Plain("belum".to_owned()),
        Value::Rank(position) => match kind {
            Kind::Rank(ranks) => {
                let rank = position.checked_sub(1).and_then(|at| ranks.get(at));
                Written::Rank(rank.cloned().unwrap_or_default())
            }
            _ => Written::Plain(position.to_string()),
        },
    }
}

/// A number as no reader can mistake it: three decimals get a further zero.
pub(super) fn unambiguous(amount: Quantity) -> String {
    let text = amount.to_string();
    match number(&text) {
        Ok(_) => text,
        Err(_) => text + "0",
    }
}

/// Whether a commitment was withdrawn, and when.
fn withdrawn(score: &IndicatorScore) -> Option<Date> {
    match score.commitment.standing {
        Standing::Dropped { on } => Some(on),
        Standing::InForce | Standing::Undeclared { .. } => None,
    }
}
