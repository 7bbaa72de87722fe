//! The SVG that charts are drawn into, as a plotters backend that writes classes instead of colours.
//!
//! A class travels through plotters as the red channel of a colour: [`Ink`] is numbered, `Ink::color` puts the
//! number into the red byte, and [`Canvas`] looks the class up again. Green, blue and alpha mean nothing.
//! Backend coordinates are tenths of a unit of the viewBox, so a written number has one decimal at most.
//! Consecutive shapes of the same class become one `<path>`.
//!
//! It must never decide where something stands, and never write a `style` attribute.

use std::convert::Infallible;
use std::fmt::Write;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{PathElement, Polygon, Rectangle, Text};
use plotters::style::{FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::Tone;
use super::layout::{Placed, Rect};

/// Tenths of a viewBox unit.
pub(super) type Tenths = i32;
/// A point in tenths.
pub(super) type Point = (Tenths, Tenths);
/// Drawing into a string fails only if this room misuses plotters.
pub(super) type Drawn = Result<(), DrawingAreaErrorKind<Infallible>>;

/// What a mark is, hence which class it gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ink {
    /// Names of periods, targets, the baseline.
    Plain,
    Base,
    Start,
    Band,
    Target,
    Good,
    Watch,
    Bad,
    Neutral,
    Empty,
    Due,
    Value,
    Miss,
    Name,
}

impl Ink {
    /// In the order of the variants.
    const ALL: [Self; 14] = [
        Self::Plain,
        Self::Base,
        Self::Start,
        Self::Band,
        Self::Target,
        Self::Good,
        Self::Watch,
        Self::Bad,
        Self::Neutral,
        Self::Empty,
        Self::Due,
        Self::Value,
        Self::Miss,
        Self::Name,
    ];

    /// How a style sheet knows it; empty for plain texts.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Base => "c-base",
            Self::Start => "c-start",
            Self::Band => "c-band",
            Self::Target => "c-target",
            Self::Good => "c-good",
            Self::Watch => "c-watch",
            Self::Bad => "c-bad",
            Self::Neutral => "c-neutral",
            Self::Empty => "c-none",
            Self::Due => "c-due",
            Self::Value => "v",
            Self::Miss => "miss",
            Self::Name => "n",
        }
    }

    /// What a colour that travels through plotters stands for.
    pub fn of(color: BackendColor) -> Self {
        let number = usize::from(color.rgb.0);
        Self::ALL.get(number).copied().unwrap_or(Self::Plain)
    }

    /// The theme sets these texts in bold and keeps the card's colour around them.
    pub(super) fn has_halo(self) -> bool {
        matches!(self, Self::Value | Self::Miss)
    }

    fn color(self) -> RGBColor {
        RGBColor(self as u8, 0, 0)
    }
}

impl From<Tone> for Ink {
    fn from(tone: Tone) -> Self {
        match tone {
            Tone::Good => Self::Good,
            Tone::Watch => Self::Watch,
            Tone::Bad => Self::Bad,
            Tone::Neutral => Self::Neutral,
        }
    }
}

/// The few strokes that a chart needs, on a plotters drawing area.
pub(super) struct Pen<B: DrawingBackend<ErrorType = Infallible>>(DrawingArea<B, Shift>);

impl<'a> Pen<Canvas<'a>> {
    /// Draws into `out`, on a sheet of `size` tenths, in the classes of a theme.
    pub(super) fn on(out: &'a mut String, size: (u32, u32)) -> Self {
        Self::dressed(out, size, &classes)
    }

    /// As [`Self::on`], with the attributes that `dress` writes for each ink.
    pub(super) fn dressed(out: &'a mut String, size: (u32, u32), dress: &'a Dress) -> Self {
        Self::onto(Canvas {
            out,
            size,
            dress,
            open: None,
        })
    }
}

impl<B: DrawingBackend<ErrorType = Infallible>> Pen<B> {
    pub(super) fn onto(backend: B) -> Self {
        Self(backend.into_drawing_area())
    }

    pub(super) fn line(&self, points: &[Point], ink: Ink) -> Drawn {
        self.0.draw(&PathElement::new(points, ink.color()))
    }

    pub(super) fn area(&self, points: &[Point], ink: Ink) -> Drawn {
        self.0.draw(&Polygon::new(points, ink.color()))
    }

    pub(super) fn rect(&self, rect: Rect, ink: Ink) -> Drawn {
        let style = ShapeStyle::from(ink.color());
        self.0.draw(&Rectangle::new(
            [(rect.left, rect.top), (rect.right, rect.bottom)],
            style,
        ))
    }

    /// A placed label; its size is the theme's, so none is written.
    pub(super) fn label(&self, label: &Placed) -> Drawn {
        let font = FontDesc::new(FontFamily::SansSerif, 110.0, FontStyle::Normal);
        self.0.draw(&Text::new(
            label.text,
            label.spot,
            font.color(&label.ink.color()),
        ))
    }

    /// Closes what is open; nothing may be drawn afterwards.
    pub(super) fn finish(self) -> Drawn {
        self.0.present()
    }
}

/// Writes the attributes of an ink, each after a space.
pub type Dress = dyn Fn(&mut String, Ink);

/// The class, where there is one.
fn classes(out: &mut String, ink: Ink) {
    if ink.class() != "" {
        out.extend([" class=\"", ink.class(), "\""]);
    }
}

/// Appends SVG elements to a string.
pub(super) struct Canvas<'a> {
    out: &'a mut String,
    size: (u32, u32),
    dress: &'a Dress,
    /// The ink of the `<path>` whose `d` is being written.
    open: Option<Ink>,
}

type Written = Result<(), DrawingErrorKind<Infallible>>;

impl Canvas<'_> {
    fn close(&mut self) {
        if self.open.take().is_some() {
            self.out.push_str("\"/>");
        }
    }

    fn continue_path(&mut self, ink: Ink) {
        if self.open == Some(ink) {
            return;
        }
        self.close();
        self.out.push_str("<path");
        (self.dress)(self.out, ink);
        self.out.push_str(" d=\"");
        self.open = Some(ink);
    }

    fn path(&mut self, points: impl IntoIterator<Item = Point>, color: BackendColor) {
        self.continue_path(Ink::of(color));
        let mut points = points.into_iter();
        let Some(mut at) = points.next() else { return };
        self.out.push('M');
        pair(self.out, at);
        for next in points {
            segment(self.out, at, next);
            at = next;
        }
    }
}

impl DrawingBackend for Canvas<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Written {
        Ok(())
    }

    fn present(&mut self) -> Written {
        self.close();
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Written {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: Point, to: Point, style: &S) -> Written {
        self.path([from, to], style.color());
        Ok(())
    }

    // Filled or not is the class's business.
    fn draw_rect<S: BackendStyle>(&mut self, a: Point, b: Point, style: &S, _: bool) -> Written {
        self.path([(a.0, b.1), a, (b.0, a.1), b], style.color());
        self.out.push('z');
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = Point>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Written {
        self.path(path, style.color());
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = Point>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Written {
        self.path(path, style.color());
        self.out.push('z');
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): Point) -> Written {
        self.close();
        self.out.push_str("<text x=\"");
        number(self.out, x);
        self.out.push_str("\" y=\"");
        number(self.out, y);
        self.out.push('"');
        (self.dress)(self.out, Ink::of(style.color()));
        self.out.push('>');
        escape(self.out, text);
        self.out.push_str("</text>");
        Ok(())
    }
}

/// `text` as it stands in XML, in an attribute or an element.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(&mut out, text);
    out
}

/// Text for an XML attribute or element. Control characters, which XML forbids, become spaces.
pub(super) fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
}

/// The shortest way to write a segment: horizontal and vertical ones need one number, absolute or relative.
fn segment(out: &mut String, from: Point, to: Point) {
    match (to.0 - from.0, to.1 - from.1) {
        (0, 0) => {}
        (dx, 0) => shorter(out, ('h', dx), ('H', to.0)),
        (0, dy) => shorter(out, ('v', dy), ('V', to.1)),
        _ => {
            out.push('L');
            pair(out, to);
        }
    }
}

fn shorter(out: &mut String, relative: (char, Tenths), absolute: (char, Tenths)) {
    let start = out.len();
    out.push(relative.0);
    number(out, relative.1);
    let middle = out.len();
    out.push(absolute.0);
    number(out, absolute.1);
    if out.len() - middle < middle - start {
        out.drain(start..middle);
    } else {
        out.truncate(middle);
    }
}

fn pair(out: &mut String, (x, y): Point) {
    number(out, x);
    out.push(' ');
    number(out, y);
}

fn number(out: &mut String, tenths: Tenths) {
    let (whole, part) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    if tenths < 0 {
        out.push('-');
    }
    // `fmt::Write` for `String` never fails.
    let _ = match (whole, part) {
        (whole, 0) => write!(out, "{whole}"),
        (0, part) => write!(out, ".{part}"),
        (whole, part) => write!(out, "{whole}.{part}"),
    };
}
