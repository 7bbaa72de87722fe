//! The drawing of a progress chart before it is drawn: every shape and label with its place.
//!
//! It owns the proportions and the rules of what goes where, and must never write SVG.
//! Bars begin at zero, always: a bar that doesn't is a lie.

use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::{RangedCoordf64, RangedCoordi32};

use super::backend::{Drawn, Ink, Pen, Point, Tenths};
use super::layout::{ASCENT, Board, DESCENT, Placed, Rect, width};
use super::progress::{ActualMark, Baseline, Period, ProgressChart, TargetMark};

/// The viewBox.
pub(super) const SHEET: Rect = Rect { left: 0, top: 0, right: 3520, bottom: 1320 };
const SIDE: Tenths = 40;
/// Above the highest mark a label must find room.
const TOP: Tenths = 180;
const BOTTOM: Tenths = 1100;
/// With values below zero, their labels hang below the plot.
const BOTTOM_WITH_LABELS: Tenths = 980;
const NAMES_TOP: Tenths = 1160;
const NAMES_BASELINE: Tenths = 1260;
/// Few periods don't spread over the whole sheet: a step of 340 units says nothing more.
const WIDEST_COLUMN: Tenths = 1160;
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

/// Everything that will be drawn.
pub(super) struct Plan<'a> {
    pub(super) axis: [Point; 2],
    pub(super) start: Option<[Point; 2]>,
    pub(super) bands: Vec<Rect>,
    pub(super) bars: Vec<(Ink, Rect)>,
    pub(super) steps: Vec<Vec<Point>>,
    pub(super) flag: Option<[Point; 4]>,
    pub(super) labels: Vec<Placed<'a>>,
}

impl<'a> Plan<'a> {
    pub(super) fn of(chart: &'a ProgressChart) -> Self {
        let frame = Frame::of(chart);
        let shapes: Vec<Shapes> = chart.periods.iter().zip(&frame.columns).map(|(p, c)| Shapes::of(p, c, &frame)).collect();
        let mut plan = Self {
            axis: [(frame.left, frame.zero()), (frame.right, frame.zero())],
            start: chart.baseline.as_ref().and_then(|b| frame.y(b.value)).map(|y| [(frame.left, y), (frame.right, y)]),
            bands: shapes.iter().filter_map(|s| s.band).collect(),
            bars: shapes.iter().filter_map(|s| s.bar).collect(),
            steps: steps(&shapes, |s| s.high).chain(steps(&shapes, |s| s.low)).collect(),
            flag: None,
            labels: Vec::new(),
        };
        // One path for each tone.
        plan.bars.sort_by_key(|bar| bar.0);
        plan.label(chart, &frame, &shapes);
        plan
    }

    pub(super) fn draw(&self, out: &mut String) -> Drawn {
        let pen = Pen::on(out, (SHEET.right.unsigned_abs(), SHEET.bottom.unsigned_abs()));
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
        board.take(Rect { top: NAMES_TOP, ..SHEET });
        let columns = || chart.periods.iter().zip(shapes);
        for (period, shape) in columns() {
            place_actual(&mut board, period, shape, frame);
        }
        if let (Some(baseline), Some(start)) = (&chart.baseline, self.start) {
            let (x, y) = (frame.baseline_middle(), start[0].1);
            board.place(&baseline.label, Ink::Plain, &[(x, y - ABOVE), (x, y + BELOW)]);
        }
        let (reported, open): (Vec<_>, Vec<_>) = columns().partition(|(_, shape)| shape.is_reported());
        for (period, shape) in open.into_iter().chain(reported) {
            place_target(&mut board, period, shape);
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
        let count = Tenths::try_from(chart.periods.len()).unwrap_or(Tenths::MAX).max(1);
        // Whole units, so that the numbers are short.
        let column = (((SHEET.right - 2 * SIDE - slot) / count).min(WIDEST_COLUMN) / 10 * 10).max(1);
        let left = SIDE;
        let columns = (0..count).map(|i| left + slot + i * column).map(|left| Column { left, right: left + column });
        Self { left, right: SHEET.right - SIDE, columns: columns.collect(), scale: scale(chart) }
    }

    /// The height of a value; a value that is not finite has none.
    fn y(&self, value: f64) -> Option<Tenths> {
        value.is_finite().then(|| self.scale.translate(&(0, tame(value))).1)
    }

    fn zero(&self) -> Tenths {
        self.scale.translate(&(0, 0.0)).1
    }

    fn baseline_middle(&self) -> Tenths {
        (self.left + self.columns.first().map_or(self.right, |c| c.left)) / 2
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
    let bottom = if low < 0.0 { BOTTOM_WITH_LABELS } else { BOTTOM };
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
        let actual = if let ActualMark::Reported { value, .. } = period.actual { value } else { 0.0 };
        [low, high, actual]
    };
    chart.periods.iter().flat_map(of_period).chain(chart.baseline.iter().map(|b| b.value))
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
        let band = high.zip(low).map(|(top, bottom)| Rect { left: column.left, top, right: column.right, bottom });
        let mut shapes = Self { column: *column, high, low, band, bar: None };
        shapes.bar = match period.actual {
            ActualMark::Reported { value, tone, .. } => frame.y(value).map(|y| (tone.into(), shapes.bar_to(y, value < 0.0, frame))),
            ActualMark::Missing { .. } => Some((Ink::Empty, shapes.empty_box(frame))),
            ActualMark::Unavailable { .. } | ActualMark::NotDue => None,
        };
        shapes
    }
}
