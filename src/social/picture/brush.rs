//! A picture on a sheet of pixels, and the chart within it: a plotters backend that takes the chart's
//! marks in tenths of its units.

use super::layout::{Anchor, Layout, Mark, Place, flag};
use crate::chart::{self, ProgressChart};
use crate::social::font::{Fonts, Weight};
use crate::social::sheet::{Ink, Sheet, Spot};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::convert::Infallible;
use std::ops::Range;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Sets every mark but those of the chart.
pub(super) fn draw(sheet: &mut Sheet, fonts: &Fonts, layout: &Layout) {
    for mark in &layout.marks {
        match mark {
            Mark::Text { text, spot, anchor } => {
                let width = fonts.face(spot.weight, spot.pixels).width(text);
                let before = if *anchor == Anchor::Middle {
                    width / 2.0
                } else {
                    0.0
                };
                let left = spot.left - before;
                sheet.text(fonts, text, &Spot { left, ..*spot });
            }
            Mark::Area { area, ink } => {
                sheet.fill((area.left, area.top), (area.right, area.bottom), *ink)
            }
            Mark::Flag { left, bottom } => sheet.polygon(flag(*left, *bottom), Ink::Brand),
        }
    }
}

/// Draws the marks of a chart at its place.
pub(super) struct Brush<'s> {
    sheet: &'s mut Sheet,
    fonts: &'s Fonts,
    place: Place,
}

/// How a line is drawn, in units of the chart.
struct Stroke {
    width: f32,
    /// How long a dash and the gap behind it are; a whole line has no gaps.
    dash: Option<(f32, f32)>,
}

fn stroke(ink: chart::Ink) -> Stroke {
    let (width, dash) = match ink {
        chart::Ink::Target => (2.0, Some((4.0, 3.0))),
        chart::Ink::Start => (1.0, Some((1.0, 3.0))),
        chart::Ink::Empty => (1.0, Some((3.0, 3.0))),
        _ => (1.0, None),
    };
    Stroke { width, dash }
}

impl Stroke {
    /// The pieces of `line`, in pixels, each unit being `scale` of them.
    fn dashes(&self, line: Range<f32>, scale: f32) -> Vec<Range<f32>> {
        let Some((dash, gap)) = self.dash else {
            return vec![line];
        };
        let (dash, period) = (dash * scale, (dash + gap) * scale);
        let mut dashes = Vec::new();
        let mut start = line.start;
        while start < line.end {
            dashes.push(start..(start + dash).min(line.end));
            start += period;
        }
        dashes
    }
}

/// As the site's style sheet has it.
pub(super) fn ink_of(ink: chart::Ink) -> Ink {
    match ink {
        chart::Ink::Plain | chart::Ink::Base | chart::Ink::Start | chart::Ink::Name => Ink::Soft,
        chart::Ink::Band => Ink::Line,
        chart::Ink::Target | chart::Ink::Value => Ink::Text,
        chart::Ink::Good => Ink::Good,
        chart::Ink::Watch => Ink::Watch,
        chart::Ink::Bad | chart::Ink::Empty | chart::Ink::Miss => Ink::Bad,
        chart::Ink::Neutral => Ink::Neutral,
        chart::Ink::Due => Ink::Brand,
    }
}

impl<'s> Brush<'s> {
    pub fn new(sheet: &'s mut Sheet, fonts: &'s Fonts, place: Place) -> Self {
        Self {
            sheet,
            fonts,
            place,
        }
    }

    fn at(&self, (x, y): BackendCoord) -> (f32, f32) {
        let of = |tenths: i32| tenths as f32 / 10.0 * self.place.scale;
        (self.place.left + of(x), self.place.top + of(y))
    }

    fn pixel(&self, point: BackendCoord) -> BackendCoord {
        let (x, y) = self.at(point);
        (x.round() as i32, y.round() as i32)
    }

    /// An upright or level line; charts have no others.
    fn segment(&mut self, from: BackendCoord, to: BackendCoord, ink: chart::Ink) {
        let (stroke, scale) = (stroke(ink), self.place.scale);
        let (a, b) = (self.at(from), self.at(to));
        let is_level = (a.0 - b.0).abs() >= (a.1 - b.1).abs();
        let (line, middle) = match is_level {
            true => (a.0.min(b.0)..a.0.max(b.0), a.1),
            false => (a.1.min(b.1)..a.1.max(b.1), a.0),
        };
        let half = (stroke.width * scale).round().max(2.0) / 2.0;
        let across = [middle - half, middle + half].map(|edge| edge.round() as i32);
        for dash in stroke.dashes(line, scale) {
            let along = [dash.start, dash.end].map(|end| end.round() as i32);
            let corner = |n: usize| match is_level {
                true => (along[n], across[n]),
                false => (across[n], along[n]),
            };
            self.sheet.fill(corner(0), corner(1), ink_of(ink));
        }
    }

    fn path(&mut self, points: impl IntoIterator<Item = BackendCoord>, ink: chart::Ink) {
        let mut points = points.into_iter();
        let Some(mut from) = points.next() else {
            return;
        };
        for to in points {
            self.segment(from, to, ink);
            from = to;
        }
    }
}

impl DrawingBackend for Brush<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        let (width, height) = ProgressChart::SIZE;
        (width * 10, height * 10)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        let (from, to) = (self.pixel((x, y)), self.pixel((x + 1, y + 1)));
        self.sheet.fill(from, to, ink_of(chart::Ink::of(color)));
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.segment(from, to, chart::Ink::of(style.color()));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.path(path, chart::Ink::of(style.color()));
        Ok(())
    }

    /// Filled, but the box of what was not reported.
    fn draw_rect<S: BackendStyle>(
        &mut self,
        a: BackendCoord,
        b: BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        let ink = chart::Ink::of(style.color());
        if ink == chart::Ink::Empty {
            self.path([a, (b.0, a.1), b, (a.0, b.1), a], ink);
        } else {
            let (a, b) = (self.pixel(a), self.pixel(b));
            self.sheet.fill(a, b, ink_of(ink));
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let points: Vec<BackendCoord> = path.into_iter().map(|point| self.pixel(point)).collect();
        let ink = ink_of(chart::Ink::of(style.color()));
        self.sheet.polygon(points, ink);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        point: BackendCoord,
    ) -> Drawn {
        let ink = chart::Ink::of(style.color());
        let weight = match ink {
            chart::Ink::Value | chart::Ink::Miss => Weight::Bold,
            _ => Weight::Regular,
        };
        let (middle, baseline) = self.at(point);
        let pixels = ProgressChart::LETTERS as f32 * self.place.scale;
        let spot = Spot {
            left: middle - self.fonts.face(weight, pixels).width(text) / 2.0,
            baseline,
            ink: ink_of(ink),
            weight,
            pixels,
        };
        self.sheet.text(self.fonts, text, &spot);
        Ok(())
    }
}
