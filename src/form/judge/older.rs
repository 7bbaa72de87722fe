//! Forms that are older than the data: which of their cells somebody changed, and which only say
//! what the data said once.

use super::super::change::Written;
use super::super::filled::FilledCell;
use super::super::prefilled::{Prefilled, REPORTED};
use super::Desk;
use crate::model::{Date, Quantity};
use crate::parse::reader::NONE;
use crate::problem::code;
use crate::sheet::Cell;

/// An answer as the data or a cell have it; of an empty one nothing is known.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    digest: Option<String>,
    shown: Option<String>,
}

impl Said {
    pub fn of(written: &Written) -> Self {
        Self::new(&written.answer(), written.shown())
    }

    pub fn text(text: &str) -> Self {
        Self::new(text, super::plain(text))
    }

    pub fn amount(amount: Quantity) -> Self {
        let text = amount.normalized().to_string();
        let shown = text.replace('.', ",");
        Self::new(&text, shown)
    }

    fn day(day: Date) -> Self {
        Self::new(&day.to_string(), day.to_string())
    }

    fn new(answer: &str, shown: String) -> Self {
        let one = Prefilled::default().with(ONE, Some(answer));
        Self {
            digest: one.at(ONE).map(str::to_owned),
            shown: Some(shown),
        }
    }
}

const ONE: &str = "satu";

impl Desk<'_> {
    /// Whether what a cell says, other than the data, is a change: `then` is what the form was
    /// filled in with, `is` what the data say. What hinders or is to be looked at is told.
    pub(super) fn is_taken(
        &mut self,
        at: &FilledCell,
        then: Option<&str>,
        is: &Said,
        cell: &Said,
    ) -> bool {
        if then == is.digest.as_deref() {
            return true;
        }
        let (code, is_taken) = match then {
            None => (at.warning(code::FORM_REPLACES), true),
            then if then == cell.digest.as_deref() => (at.warning(code::FORM_OLDER), false),
            Some(_) => (at.error(code::FORM_OVERTAKEN), false),
        };
        let text = at.cell.as_ref().map(Cell::text).unwrap_or_default();
        let text = cell.shown.clone().unwrap_or(text);
        let now = is.shown.as_deref().unwrap_or(NONE);
        self.tell(code.with("text", text).with("now", now));
        is_taken
    }

    /// The day in a form, or that of the report where the form has an older one. A day in a form
    /// that had none is that of what has come since.
    pub(super) fn day_of_now(&mut self, at: &FilledCell, day: Date) -> Date {
        let form = self.form;
        let Some(own) = self.report.map(|report| report.reported) else {
            return day;
        };
        let Some(then) = form.reported_then.at(REPORTED).filter(|_| own != day) else {
            return day;
        };
        if self.is_taken(at, Some(then), &Said::day(own), &Said::day(day)) {
            day
        } else {
            own
        }
    }

    /// Whether a form's day is all that it would write, and only what the data said once.
    pub(super) fn is_left_behind(&self, day: Date) -> bool {
        let then = self.form.reported_then.at(REPORTED);
        self.judged.changes.is_empty() && then == Said::day(day).digest.as_deref()
    }
}
