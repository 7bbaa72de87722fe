//! The tiny chart of a list: shares of the target, period by period, against the 100 % line.
//!
//! It must never grow labels: the number stands in the list beside it.

use super::Tone;
use super::backend::{Drawn, Ink, Pen, Point, Tenths, escape};
use super::layout::Rect;

const SHEET: Rect = Rect {
    left: 0,
    top: 0,
    right: 800,
    bottom: 200,
};
/// The 100 % line.
const FULL: Tenths = 60;
/// At 100 %, a bar is 14 units high; what goes beyond the top is cut.
const PER_PERCENT: f64 = (SHEET.bottom - FULL) as f64 / 100.0;
const THINNEST_BAR: Tenths = 15;
const WIDEST_BAR: Tenths = 120;

/// A tiny chart without labels.
#[derive(Clone, Debug, PartialEq)]
pub struct SparkLine {
    /// The accessible name: what the bars say, in words.
    pub title: String,
    /// From left to right.
    pub points: Vec<SparkPoint>,
}

/// One bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SparkPoint {
    /// The share of the target that was reached.
    Share {
        /// 100 is the target; beyond 140 the bar is cut.
        percent: f64,
        /// How it stands.
        tone: Tone,
    },
    /// Due, but not reported: an empty box.
    Missing,
    /// Nothing to see: not due, or nothing can be computed.
    Blank,
}

impl SparkLine {
    /// The chart as one inline `<svg>` element.
    pub fn svg(&self) -> String {
        let mut out = String::with_capacity(512);
        out.push_str("<svg class=\"spark\" viewBox=\"0 0 80 20\" role=\"img\" aria-label=\"");
        escape(&mut out, &self.title);
        out.push_str("\">");
        self.draw(&mut out)
            .expect("writing to a string does not fail, and the pen is used by one only");
        out.push_str("</svg>");
        out
    }

    fn draw(&self, out: &mut String) -> Drawn {
        let pen = Pen::on(
            out,
            (SHEET.right.unsigned_abs(), SHEET.bottom.unsigned_abs()),
        );
        // One path for each tone.
        let mut bars = self.bars();
        bars.sort_by_key(|bar| bar.0);
        for (ink, bar) in bars {
            pen.rect(bar, ink)?;
        }
        let line: [Point; 2] = [(SHEET.left, FULL), (SHEET.right, FULL)];
        pen.line(&line, Ink::Target)?;
        pen.finish()
    }

    fn bars(&self) -> Vec<(Ink, Rect)> {
        let count = Tenths::try_from(self.points.len())
            .unwrap_or(Tenths::MAX)
            .max(1);
        let column = (SHEET.right / count).clamp(2, WIDEST_BAR * 5 / 3);
        let bar = |(i, point): (Tenths, &SparkPoint)| {
            let left = i * column + column / 5;
            let right = (left + column * 3 / 5).max(left + 1);
            let (ink, top) = match *point {
                SparkPoint::Share { percent, tone } => (tone.into(), top(percent)?),
                SparkPoint::Missing => (Ink::Empty, FULL),
                SparkPoint::Blank => return None,
            };
            Some((
                ink,
                Rect {
                    left,
                    top,
                    right,
                    bottom: SHEET.bottom,
                },
            ))
        };
        (0..count).zip(&self.points).filter_map(bar).collect()
    }
}

/// A share that is not finite has no bar.
fn top(percent: f64) -> Option<Tenths> {
    let height = percent.clamp(0.0, 150.0) * PER_PERCENT;
    // The cast cannot cut anything: the height lies between 0 and 210.
    percent
        .is_finite()
        .then(|| (SHEET.bottom - (height.round() as Tenths).max(THINNEST_BAR)).max(SHEET.top))
}
