//! The progress chart of one indicator: its input, and the SVG around the drawing.
//!
//! It must never judge a value: whether it is reached, late or not available arrives as a variant.

use super::Tone;
use super::backend::{Dress, Pen, escape};
use super::plan::{Plan, SIZE};
use plotters_backend::DrawingBackend;
use serde::Serialize;
use std::convert::Infallible;

/// Target and reported value, period by period.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProgressChart {
    /// Unique on the page; the ids of title and description begin with it.
    pub id: String,
    /// The accessible name.
    pub title: String,
    /// What the chart says, in words.
    pub description: String,
    /// From left to right.
    pub periods: Vec<Period>,
    /// Where things stood before the first period.
    pub baseline: Option<Baseline>,
    /// Index of the period in which the commitment is due; it gets a flag.
    pub due: Option<usize>,
}

/// The value before the first period, in a narrow column of its own.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Baseline {
    /// Its height.
    pub value: f64,
    /// The number as it is printed.
    pub label: String,
    /// What stands below it, such as "awal" or a year.
    pub name: String,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Period {
    /// What stands below the column, such as "TW I".
    pub label: String,
    /// What was promised.
    pub target: TargetMark,
    /// What was reported.
    pub actual: ActualMark,
}

/// What was promised for a period.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum TargetMark {
    /// Nothing for this period.
    None,
    /// One value: a step.
    Level {
        /// Its height.
        value: f64,
        /// The number as it is printed.
        label: String,
    },
    /// A range: a band between two steps.
    Band {
        /// One end.
        low: f64,
        /// The other end.
        high: f64,
        /// The range as it is printed, such as "7–8".
        label: String,
    },
}

/// What was reported for a period.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum ActualMark {
    /// A bar.
    Reported {
        /// Its height. A value that is not finite gets its label, but no bar.
        value: f64,
        /// The number as it is printed.
        label: String,
        /// How it stands against the target.
        tone: Tone,
    },
    /// Due, but not reported: an empty box up to the target.
    Missing {
        /// What stands in the box, usually "?"; a longer word stands above it.
        label: String,
    },
    /// Said not to be available.
    Unavailable {
        /// What stands in its place, usually "–".
        label: String,
    },
    /// Nothing to see yet.
    NotDue,
}

const NEVER_FAILS: &str = "writing to memory does not fail, and the pen is used by one only";

impl ProgressChart {
    /// Width and height, in units.
    pub const SIZE: (u32, u32) = (SIZE.0 / 10, SIZE.1 / 10);
    /// How high its letters are, in units.
    pub const LETTERS: u32 = 11;

    /// The chart as one inline `<svg>` element.
    pub fn svg(&self) -> String {
        let mut out = String::with_capacity(2048);
        self.open(&mut out);
        Plan::of(self)
            .draw(Pen::on(&mut out, SIZE))
            .expect(NEVER_FAILS);
        out.push_str("</svg>");
        out
    }

    /// Its marks as SVG elements for a picture that has no style sheet: in units of the chart, each
    /// with the attributes that `dress` writes for it.
    pub fn marks(&self, dress: &Dress) -> String {
        let mut out = String::with_capacity(2048);
        Plan::of(self)
            .draw(Pen::dressed(&mut out, SIZE, dress))
            .expect(NEVER_FAILS);
        out
    }

    /// Draws its marks in tenths of its units; what each is, [`Ink::of`](super::Ink::of) tells of
    /// its colour.
    pub fn draw_onto<B: DrawingBackend<ErrorType = Infallible>>(&self, backend: B) {
        Plan::of(self).draw(Pen::onto(backend)).expect(NEVER_FAILS);
    }

    fn open(&self, out: &mut String) {
        let mut id = String::new();
        // `aria-labelledby` is a list: a space would end the id.
        escape(&mut id, &self.id.replace(char::is_whitespace, "-"));
        out.extend([
            "<svg class=\"chart\" viewBox=\"0 0 352 132\" role=\"img\" aria-labelledby=\"",
            &id,
            "-t ",
            &id,
        ]);
        out.extend([
            "-d\" font-size=\"11\" text-anchor=\"middle\"><title id=\"",
            &id,
            "-t\">",
        ]);
        escape(out, &self.title);
        out.extend(["</title><desc id=\"", &id, "-d\">"]);
        escape(out, &self.description);
        out.push_str("</desc>");
    }
}
