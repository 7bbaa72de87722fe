//! The drawing of a progress chart before it is drawn: every shape and label with its place.
//!
//! It owns the proportions and the rules of what goes where, and must never write SVG.
//! Bars begin at zero, always: a bar that doesn't is a lie.

use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::{RangedCoordf64, RangedCoordi32};
use plotters_backend::DrawingBackend;
use std::convert::Infallible;

use super::backend::{Drawn, Ink, Pen, Point, Tenths};
use super::layout::{ASCENT, Board, Placed, Rect, label_box, width};
use super::progress::{ActualMark, Baseline, Period, ProgressChart, TargetMark};

/// The viewBox.
pub(super) const SHEET: Rect = Rect {
    left: 0,
    top: 0,
    right: 3520,
    bottom: 1320,
};
/// Its width and height.
pub(super) const SIZE: (u32, u32) = (SHEET.right.unsigned_abs(), SHEET.bottom.unsigned_abs());
const SIDE: Tenths = 40;
/// Above the highest mark a label must find room.
const TOP: Tenths = 180;
const BOTTOM: Tenths = 1100;
/// With values below zero, their labels hang below the plot.
const BOTTOM_WITH_LABELS: Tenths = 980;
const NAMES_TOP: Tenths = 1160;
const NAMES_BASELINE: Tenths = 1260;
/// A single period doesn't spread over the whole sheet: a step of 340 units says nothing more.
const WIDEST_COLUMN: Tenths = 1720;
const BAR: Tenths = 300;
/// A reported zero is a value, so it can be seen.
const THINNEST_BAR: Tenths = 15;
/// The box of a missing value that has no target.
const EMPTY_BOX: Tenths = 240;
/// Half of the target's stroke and a little air.
const STROKE: Tenths = 15;
/// From a mark to the baseline of the label above it.
const ABOVE: Tenths = 50;
/// From a mark to the baseline of the label below it.
const BELOW: Tenths = ASCENT + 25;
/// How much farther from zero the label in an empty box stands.
const INSET: Tenths = 50;
/// Labels closer than both read as one.
const APART_ACROSS: Tenths = 240;
const APART_UPRIGHT: Tenths = 60;

/// Everything that will be drawn.
pub(super) struct Plan<'a> {
    pub(super) axis: [Point; 2],
    pub(super) start: Option<[Point; 2]>,
    pub(super) bands: Vec<Rect>,
    pub(super) bars: Vec<(Ink, Rect)>,
    pub(super) steps: Vec<Vec<Point>>,
    pub(super) flag: Option<[Point; 5]>,
    pub(super) labels: Vec<Placed<'a>>,
}

impl<'a> Plan<'a> {
    pub(super) fn of(chart: &'a ProgressChart) -> Self {
        let frame = Frame::of(chart);
        let shapes: Vec<Shapes> = chart
            .periods
            .iter()
            .zip(&frame.columns)
            .map(|(p, c)| Shapes::of(p, c, &frame))
            .collect();
        let mut plan = Self {
            axis: [(frame.left, frame.zero()), (frame.right, frame.zero())],
            start: chart
                .baseline
                .as_ref()
                .and_then(|b| frame.y(b.value))
                .map(|y| [(frame.left, y), (frame.right, y)]),
            bands: shapes.iter().filter_map(|s| s.band).collect(),
            bars: shapes.iter().filter_map(|s| s.bar).collect(),
            steps: steps(&shapes, |s| s.high)
                .chain(steps(&shapes, |s| s.low))
                .collect(),
            flag: None,
            labels: Vec::new(),
        };
        // One path for each tone.
        plan.bars.sort_by_key(|bar| bar.0);
        plan.label(chart, &frame, &shapes);
        plan
    }

    /// Everything, what stands in front last.
    pub(super) fn draw<B: DrawingBackend<ErrorType = Infallible>>(&self, pen: Pen<B>) -> Drawn {
        for band in &self.bands {
            pen.rect(*band, Ink::Band)?;
        }
        if let Some(start) = &self.start {
            pen.line(start, Ink::Start)?;
        }
        for (ink, bar) in &self.bars {
            pen.rect(*bar, *ink)?;
        }
        pen.line(&self.axis, Ink::Base)?;
        for step in &self.steps {
            pen.line(step, Ink::Target)?;
        }
        if let Some(flag) = &self.flag {
            pen.area(flag, Ink::Due)?;
        }
        for label in &self.labels {
            pen.label(label)?;
        }
        pen.finish()
    }

    /// Names first, then what was reported, then what is promised and not yet reported, then the rest.
    fn label(&mut self, chart: &'a ProgressChart, frame: &Frame, shapes: &[Shapes]) {
        let mut board = self.board();
        self.flag = place_names(&mut board, chart, frame);
        board.take(Rect {
            top: NAMES_TOP,
            ..SHEET
        });
        let columns = || chart.periods.iter().zip(shapes);
        let actuals: Vec<_> = columns()
            .map(|(period, shape)| place_actual(&mut board, period, shape, frame))
            .collect();
        if let (Some(baseline), Some(start)) = (&chart.baseline, self.start) {
            let (x, y) = (frame.baseline_middle(), start[0].1);
            board.place(
                &baseline.label,
                Ink::Plain,
                &[(x, y - ABOVE), (x, y + BELOW)],
            );
        }
        let (reported, open): (Vec<_>, Vec<_>) = columns()
            .zip(actuals)
            .partition(|((period, _), _)| is_reported(period));
        for ((period, shape), actual) in open.into_iter().chain(reported) {
            place_target(&mut board, period, shape, actual);
        }
        self.labels = board.into_labels();
    }

    fn board(&self) -> Board<'a> {
        let mut board = Board::new(SHEET);
        board.take(Rect::around(self.axis[0], self.axis[1], 5));
        if let Some([from, to]) = self.start {
            board.avoid(Rect::around(from, to, STROKE));
        }
        for (ink, bar) in &self.bars {
            match ink {
                Ink::Empty => edges(bar).into_iter().for_each(|edge| board.take(edge)),
                _ => board.take(*bar),
            }
        }
        for segment in self.steps.iter().flat_map(|step| step.windows(2)) {
            board.take(Rect::around(segment[0], segment[1], STROKE));
        }
        board
    }
}

/// Columns and scale.
struct Frame {
    left: Tenths,
    right: Tenths,
    /// The width of the baseline's column, at the left.
    slot: Tenths,
    columns: Vec<Column>,
    scale: Cartesian2d<RangedCoordi32, RangedCoordf64>,
}

/// The room of one period.
#[derive(Clone, Copy)]
struct Column {
    left: Tenths,
    right: Tenths,
}

impl Column {
    fn middle(self) -> Tenths {
        (self.left + self.right) / 2
    }

    fn bar(self) -> (Tenths, Tenths) {
        let half = (BAR / 2).min((self.right - self.left) / 4);
        (self.middle() - half, self.middle() + half)
    }
}

impl Frame {
    fn of(chart: &ProgressChart) -> Self {
        let slot = chart.baseline.as_ref().map_or(0, slot);
        let count = Tenths::try_from(chart.periods.len())
            .unwrap_or(Tenths::MAX)
            .max(1);
        // Whole units, so that the numbers are short.
        let column =
            (((SHEET.right - 2 * SIDE - slot) / count).min(WIDEST_COLUMN) / 10 * 10).max(1);
        let (left, right) = (SIDE, SHEET.right - SIDE);
        let first = left + slot + (right - left - slot - count * column).max(0) / 20 * 10;
        let columns = (0..count).map(|i| first + i * column).map(|left| Column {
            left,
            right: left + column,
        });
        Self {
            left,
            right,
            slot,
            columns: columns.collect(),
            scale: scale(chart),
        }
    }

    /// The height of a value; a value that is not finite has none.
    fn y(&self, value: f64) -> Option<Tenths> {
        value
            .is_finite()
            .then(|| self.scale.translate(&(0, tame(value))).1)
    }

    fn zero(&self) -> Tenths {
        self.scale.translate(&(0, 0.0)).1
    }

    fn baseline_middle(&self) -> Tenths {
        self.left + self.slot / 2
    }
}

/// The width of the baseline's own column: what its texts need, within limits.
fn slot(baseline: &Baseline) -> Tenths {
    let text = width(&baseline.label, Ink::Plain).max(width(&baseline.name, Ink::Plain));
    (text + 60).clamp(300, 700) / 10 * 10
}

/// From the lowest to the highest value, and zero is always there.
fn scale(chart: &ProgressChart) -> Cartesian2d<RangedCoordi32, RangedCoordf64> {
    let values = || heights(chart).filter(|value| value.is_finite()).map(tame);
    let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
    let high = if low == high { 1.0 } else { high };
    let bottom = if low < 0.0 {
        BOTTOM_WITH_LABELS
    } else {
        BOTTOM
    };
    Cartesian2d::new(0..SHEET.right, low..high, (0..SHEET.right, bottom..TOP))
}

/// Far beyond any figure, but a difference of two stays finite.
fn tame(value: f64) -> f64 {
    value.clamp(-1e300, 1e300)
}

fn heights(chart: &ProgressChart) -> impl Iterator<Item = f64> {
    let of_period = |period: &Period| {
        let (low, high) = match period.target {
            TargetMark::None => (0.0, 0.0),
            TargetMark::Level { value, .. } => (value, value),
            TargetMark::Band { low, high, .. } => (low, high),
        };
        let actual = if let ActualMark::Reported { value, .. } = period.actual {
            value
        } else {
            0.0
        };
        [low, high, actual]
    };
    chart
        .periods
        .iter()
        .flat_map(of_period)
        .chain(chart.baseline.iter().map(|b| b.value))
}

/// What stands in one column.
struct Shapes {
    column: Column,
    /// The upper edge of the target, or the target.
    high: Option<Tenths>,
    /// The lower edge, of a band only.
    low: Option<Tenths>,
    band: Option<Rect>,
    bar: Option<(Ink, Rect)>,
}

impl Shapes {
    fn of(period: &Period, column: &Column, frame: &Frame) -> Self {
        let (high, low) = match period.target {
            TargetMark::None => (None, None),
            TargetMark::Level { value, .. } => (frame.y(value), None),
            // Up is smaller.
            TargetMark::Band { low, high, .. } => match (frame.y(low), frame.y(high)) {
                (Some(a), Some(b)) => (Some(a.min(b)), Some(a.max(b))),
                (a, b) => (a.or(b), None),
            },
        };
        let band = high.zip(low).map(|(top, bottom)| Rect {
            left: column.left,
            top,
            right: column.right,
            bottom,
        });
        let mut shapes = Self {
            column: *column,
            high,
            low,
            band,
            bar: None,
        };
        shapes.bar = match period.actual {
            ActualMark::Reported { value, tone, .. } => frame
                .y(value)
                .map(|y| (tone.into(), bar(column, frame.zero(), y, value))),
            ActualMark::Missing { .. } => shapes
                .empty_box(frame.zero())
                .map(|rect| (Ink::Empty, rect)),
            ActualMark::Unavailable { .. } | ActualMark::NotDue => None,
        };
        shapes
    }

    /// Up to the target, or down to one below zero; a target of zero leaves no room for a box.
    fn empty_box(&self, zero: Tenths) -> Option<Rect> {
        let (left, right) = self.column.bar();
        let (top, bottom) = match (self.high, self.low.or(self.high)) {
            (Some(high), _) if high < zero => (high, zero),
            (_, Some(low)) => (zero, low),
            // Nothing says how high: it stands where there is room for a label as well.
            _ if zero - EMPTY_BOX < TOP => (zero, zero + EMPTY_BOX),
            _ => (zero - EMPTY_BOX, zero),
        };
        (bottom - top >= THINNEST_BAR).then_some(Rect {
            left,
            top,
            right,
            bottom,
        })
    }

    fn hangs(&self, zero: Tenths) -> bool {
        self.bar.is_some_and(|(_, bar)| bar.bottom > zero)
    }
}

fn is_reported(period: &Period) -> bool {
    matches!(period.actual, ActualMark::Reported { .. })
}

fn bar(column: &Column, zero: Tenths, y: Tenths, value: f64) -> Rect {
    let (left, right) = column.bar();
    if value < 0.0 {
        Rect {
            left,
            top: zero,
            right,
            bottom: y.max(zero + THINNEST_BAR),
        }
    } else {
        Rect {
            left,
            top: y.min(zero - THINNEST_BAR),
            right,
            bottom: zero,
        }
    }
}

/// One line for each run of columns that have this edge, with a riser where it changes.
fn steps(
    shapes: &[Shapes],
    edge: impl Fn(&Shapes) -> Option<Tenths>,
) -> impl Iterator<Item = Vec<Point>> {
    let mut lines: Vec<Vec<Point>> = vec![Vec::new()];
    for shape in shapes {
        match (edge(shape), lines.last_mut()) {
            (Some(y), Some(line)) => {
                if line.last().is_some_and(|last| last.1 == y) {
                    line.pop();
                } else {
                    line.push((shape.column.left, y));
                }
                line.push((shape.column.right, y));
            }
            _ => lines.push(Vec::new()),
        }
    }
    lines.into_iter().filter(|line| !line.is_empty())
}

/// The names below the columns, and the flag beside the due one's.
fn place_names<'a>(
    board: &mut Board<'a>,
    chart: &'a ProgressChart,
    frame: &Frame,
) -> Option<[Point; 5]> {
    let mut due = None;
    for (index, (period, column)) in chart.periods.iter().zip(&frame.columns).enumerate() {
        let place = board.place(
            &period.label,
            Ink::Plain,
            &[(column.middle(), NAMES_BASELINE)],
        );
        due = if chart.due == Some(index) { place } else { due };
    }
    if let Some(baseline) = &chart.baseline {
        board.place(
            &baseline.name,
            Ink::Plain,
            &[(frame.baseline_middle(), NAMES_BASELINE)],
        );
    }
    let (x, y) = (due?.left - 90, NAMES_BASELINE);
    let room = Rect {
        left: x,
        top: y - 90,
        right: x + 70,
        bottom: y,
    };
    board.is_free(&room).then_some([
        (x, y),
        (x, y - 90),
        (x + 70, y - 60),
        (x + 10, y - 30),
        (x + 10, y),
    ])
}

/// From the end of the bar away from zero: the nearest free place, which is beyond the target where that is near.
fn place_actual<'a>(
    board: &mut Board<'a>,
    period: &'a Period,
    shape: &Shapes,
    frame: &Frame,
) -> Option<Rect> {
    let (zero, hangs) = (frame.zero(), shape.hangs(frame.zero()));
    let (text, ink, begin) = match (&period.actual, shape.bar) {
        (ActualMark::NotDue, _) => return None,
        (ActualMark::Reported { label, .. }, Some((_, bar))) if hangs => {
            (label, Ink::Value, bar.bottom + BELOW)
        }
        (ActualMark::Reported { label, .. }, Some((_, bar))) => {
            (label, Ink::Value, bar.top - ABOVE)
        }
        (ActualMark::Missing { label }, _) if hangs => (label, Ink::Miss, zero + BELOW + INSET),
        (ActualMark::Missing { label }, Some(_)) => (label, Ink::Miss, zero - ABOVE - INSET),
        (ActualMark::Missing { label }, None) => (label, Ink::Miss, zero - ABOVE),
        (ActualMark::Reported { label, .. } | ActualMark::Unavailable { label }, _) => {
            (label, Ink::Value, zero - ABOVE)
        }
    };
    let (step, end) = if hangs {
        (10, NAMES_TOP)
    } else {
        (-10, ASCENT)
    };
    let spots: Vec<Point> = (0..=(end - begin) / step)
        .map(|i| (shape.column.middle(), begin + i * step))
        .collect();
    board.place(text, ink, &spots)
}

/// Above the target, else below it; beside the bar or at the end of the step only where it isn't read with the value's label.
fn place_target<'a>(
    board: &mut Board<'a>,
    period: &'a Period,
    shape: &Shapes,
    actual: Option<Rect>,
) {
    let (Some(label), Some(high)) = (target_label(period), shape.high) else {
        return;
    };
    let (x, above, below) = (
        shape.column.middle(),
        high - ABOVE,
        shape.low.unwrap_or(high) + BELOW,
    );
    let half = width(label, Ink::Plain) / 2;
    let aside = [
        shape.column.bar().1 + 30 + half,
        shape.column.right - 30 - half,
    ]
    .map(|x| (x, above));
    let distinct =
        |spot: &Point| actual.is_none_or(|actual| is_distinct(&label_box(*spot, half), &actual));
    let spots: Vec<Point> = [(x, above), (x, below)]
        .into_iter()
        .chain(aside.into_iter().filter(distinct))
        .collect();
    board.place(label, Ink::Plain, &spots);
}

/// Whether two numbers are far enough from each other not to be read as one.
fn is_distinct(a: &Rect, b: &Rect) -> bool {
    let across = (a.left - b.right).max(b.left - a.right);
    let upright = (a.top - b.bottom).max(b.top - a.bottom);
    across >= APART_ACROSS || upright >= APART_UPRIGHT
}

/// A target that reads like the value below it says nothing new.
fn target_label(period: &Period) -> Option<&str> {
    let (TargetMark::Level { label, .. } | TargetMark::Band { label, .. }) = &period.target else {
        return None;
    };
    let repeated =
        matches!(&period.actual, ActualMark::Reported { label: actual, .. } if actual == label);
    (!repeated).then_some(label)
}

/// An empty box is open: a label may stand in it, but not across its edges.
fn edges(rect: &Rect) -> [Rect; 4] {
    let (a, b, c, d) = (
        (rect.left, rect.top),
        (rect.right, rect.top),
        (rect.right, rect.bottom),
        (rect.left, rect.bottom),
    );
    [(a, b), (b, c), (c, d), (d, a)].map(|(from, to)| Rect::around(from, to, 5))
}
