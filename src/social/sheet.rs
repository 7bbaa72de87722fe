//! The sheet that a card or a picture is drawn on: one byte a pixel, which says the ink and how much of it.
//!
//! It is a plotters backend. An ink travels through plotters as the red channel of a colour, as in
//! `chart`; green, blue and alpha mean nothing. A pixel is `16 × ink + step`, with 16 steps from the ground
//! (0) to full ink (15), so that a sheet is a PNG with a palette as it is.

use super::font::{Fonts, Weight};
use crate::chart::Tone;
use plotters::style::RGBColor;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind,
};
use std::convert::Infallible;

/// What can't fail does not.
const ALWAYS: &str = "a sheet in memory takes every mark";

/// Red, green, blue.
type Rgb = [u8; 3];

/// How many steps an ink has from its ground to itself.
pub(super) const STEPS: u8 = 16;

/// A pixel without ink.
const BLANK: u8 = 0;

/// The card's own colour, in which those are.
const CARD: Rgb = [0xff; 3];

/// A colour on a ground: those of the site's style sheet, in its light scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    Text,
    Soft,
    Brand,
    Good,
    Watch,
    Bad,
    Neutral,
    /// Hairlines.
    Line,
    /// The ground of notices.
    NoticeGround,
    /// Texts on that ground.
    Notice,
    /// The card's own colour, to cut something out.
    Card,
    OnGood,
    OnWatch,
    OnBad,
    OnNeutral,
}

impl Ink {
    pub const ALL: [Self; 15] = [
        Self::Text,
        Self::Soft,
        Self::Brand,
        Self::Good,
        Self::Watch,
        Self::Bad,
        Self::Neutral,
        Self::Line,
        Self::NoticeGround,
        Self::Notice,
        Self::Card,
        Self::OnGood,
        Self::OnWatch,
        Self::OnBad,
        Self::OnNeutral,
    ];

    /// The colour and its ground.
    pub fn colors(self) -> [Rgb; 2] {
        match self {
            Self::Text => [[0x1b, 0x22, 0x30], CARD],
            Self::Soft => [[0x5a, 0x64, 0x75], CARD],
            Self::Brand => [[0x14, 0x42, 0x6b], CARD],
            Self::Good => [[0x1a, 0x6b, 0x3c], CARD],
            Self::Watch => [[0x8a, 0x53, 0x00], CARD],
            Self::Bad => [[0xa3, 0x24, 0x2c], CARD],
            Self::Neutral => [[0x4c, 0x55, 0x66], CARD],
            Self::Line => [[0xdc, 0xdf, 0xe5], CARD],
            Self::NoticeGround => [[0xfc, 0xf0, 0xd9], CARD],
            Self::Notice => [Self::Watch.colors()[0], Self::NoticeGround.colors()[0]],
            Self::Card => [CARD, CARD],
            Self::OnGood => [CARD, Self::Good.colors()[0]],
            Self::OnWatch => [CARD, Self::Watch.colors()[0]],
            Self::OnBad => [CARD, Self::Bad.colors()[0]],
            Self::OnNeutral => [CARD, Self::Neutral.colors()[0]],
        }
    }

    /// White on a filled area of this tone.
    pub fn on(tone: Tone) -> Self {
        match tone {
            Tone::Good => Self::OnGood,
            Tone::Watch => Self::OnWatch,
            Tone::Bad => Self::OnBad,
            Tone::Neutral => Self::OnNeutral,
        }
    }

    /// As plotters carries it.
    pub fn color(self) -> RGBColor {
        RGBColor(self as u8, 0, 0)
    }

    /// As SVG names it.
    pub fn hex(self) -> String {
        let [[red, green, blue], _] = self.colors();
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    fn pixel(self, step: u8) -> u8 {
        self as u8 * STEPS + step
    }

    /// A pixel of this colour through and through.
    fn full(color: BackendColor) -> u8 {
        match color.rgb.0 {
            card if card == Self::Card as u8 => BLANK,
            ink => ink * STEPS + STEPS - 1,
        }
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

/// A sheet, row by row.
pub(super) struct Sheet {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

/// Where and how a line of text stands.
pub(super) struct Spot {
    pub left: f32,
    pub baseline: f32,
    pub ink: Ink,
    pub weight: Weight,
    pub pixels: f32,
}

impl Sheet {
    /// Of so many pixels across and down.
    pub fn blank((width, height): (u32, u32)) -> Self {
        let pixels = width as usize * height as usize;
        Self {
            width,
            height,
            pixels: vec![BLANK; pixels],
        }
    }

    pub fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// Sets a line of text. Where two letters touch, the darker one stands.
    pub fn text(&mut self, fonts: &Fonts, text: &str, spot: &Spot) {
        let face = fonts.face(spot.weight, spot.pixels);
        let without = spot.ink.pixel(0);
        face.draw(text, spot.left, spot.baseline, |x, y, step| {
            if let Some(pixel) = self.pixel_at(x, y) {
                let is_same_ink = *pixel / STEPS == spot.ink as u8;
                let before = if is_same_ink { *pixel } else { without };
                *pixel = before.max(without + step);
            }
        });
    }

    /// Fills an area, without its last row and column.
    pub fn fill(&mut self, from: BackendCoord, to: BackendCoord, ink: Ink) {
        let mut sheet = self;
        let drawn = DrawingBackend::draw_rect(&mut sheet, from, to, &ink.color(), true);
        drawn.expect(ALWAYS);
    }

    /// Fills what lies within `points`.
    pub fn polygon(&mut self, points: Vec<BackendCoord>, ink: Ink) {
        let mut sheet = self;
        let drawn = DrawingBackend::fill_polygon(&mut sheet, points, &ink.color());
        drawn.expect(ALWAYS);
    }

    fn pixel_at(&mut self, x: i32, y: i32) -> Option<&mut u8> {
        let is_inside = x >= 0 && y >= 0 && (x as u32) < self.width && (y as u32) < self.height;
        if !is_inside {
            return None;
        }
        let at = y as usize * self.width as usize + x as usize;
        Some(&mut self.pixels[at])
    }
}

impl DrawingBackend for &mut Sheet {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size()
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn draw_pixel(
        &mut self,
        (x, y): BackendCoord,
        color: BackendColor,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        if let Some(pixel) = self.pixel_at(x, y) {
            *pixel = Ink::full(color);
        }
        Ok(())
    }

    /// Without its last row and column, so that areas side by side share no pixel.
    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let clamped = |at: i32, most: u32| at.clamp(0, most as i32) as usize;
        let (left, right) = (clamped(left, self.width), clamped(right, self.width));
        let (top, bottom) = (clamped(top, self.height), clamped(bottom, self.height));
        let rows = self.pixels.chunks_exact_mut(self.width as usize);
        for row in rows.take(bottom).skip(top) {
            row[left..right.max(left)].fill(Ink::full(style.color()));
        }
        Ok(())
    }
}
