//! Figures, the word that there is none, and what is said of them.

use super::super::answer;
use super::super::ask::{Kind, Question};
use super::super::change::{Revision, What, Written};
use super::super::column::Column;
use super::super::filled::{FilledCell, FilledRow};
use super::super::prefilled::ACTUAL;
use super::super::written::{as_written, written};
use super::older::Said;
use super::{Desk, plain};
use crate::compute::{IndicatorScore, QuarterReport};
use crate::model::{Actual, Date, IndicatorId, Markdown};
use crate::parse::place::report_file;
use crate::problem::code;
use crate::sheet::Cell;

impl Desk<'_> {
    pub(super) fn figure(
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
            (_, Some(cell)) => self.unavailable(row, &reason, &cell, question, reported),
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
        let is_changed = before.as_ref() != Some(&now) && {
            let then = row.then.at(ACTUAL);
            let said = written(read.value, &question.kind);
            self.is_taken(at, then, &self.said(question), &Said::of(&said))
        };
        let reason = self.reason(row, is_changed, question);
        if !is_changed {
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
        self.change_of_figure(row, at, what);
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

    /// What the data say of a commitment.
    fn said(&self, question: &Question) -> Said {
        let said = self.before(&question.indicator);
        said.map_or_else(Said::default, |said| {
            Said::of(&as_written(&said.actual, &question.kind))
        })
    }

    fn unavailable(
        &mut self,
        row: &FilledRow<IndicatorId>,
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
            reason: Box::new(Markdown(text.clone())),
        };
        if same_actual(before.as_ref(), &text) {
            return;
        }
        let said = Said::of(&Written::Unavailable(text.clone()));
        if !self.is_taken(at, row.then.at(ACTUAL), &self.said(question), &said) {
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
        self.change_of_figure(row, at, what);
    }

    /// Whether something is said about a figure that is neither there nor said to be missing;
    /// it is told, since a report has no place for it.
    pub(super) fn is_alone(&mut self, row: &FilledRow<IndicatorId>, question: &Question) -> bool {
        let (value, reason) = (row.at(Column::Value), row.at(Column::Unavailable));
        let has_actual = value.cell.is_some()
            || reason.cell.is_some()
            || self.before(&question.indicator).is_some();
        let mut texts = Column::TEXTS.into_iter().map(|column| row.at(column));
        let Some(text) = texts.find(|text| !has_actual && is_readable(text)) else {
            return false;
        };
        let problem = text.error(code::FORM_TEXT_ALONE);
        let problem = problem.with("name", question.name.as_str());
        let problem = problem.with("value", value.place.to_string());
        self.tell(problem.with("reason", reason.place.to_string()));
        true
    }

    pub(super) fn text(
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
        let is = before.map_or_else(Said::default, Said::text);
        if !self.is_taken(&at, row.then.at(key), &is, &Said::text(&now)) {
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
}

/// Whether a cell says something; that it can't be read is told elsewhere.
fn is_readable(at: &FilledCell) -> bool {
    let cell = at.cell.as_ref();
    cell.is_some_and(|cell| answer::text(cell, at).is_ok())
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
