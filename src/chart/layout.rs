//! Where labels stand: boxes, the width of a text, and a board on which a label takes the first free place.
//!
//! It must never know what a label means; who comes first is decided by who is placed first.

use super::backend::{Ink, Point, Tenths};

/// From a label's baseline to the top of its box, at the theme's 11 units.
pub(super) const ASCENT: Tenths = 90;
/// From a label's baseline to the bottom of its box.
const DESCENT: Tenths = 30;
const FONT_SIZE: Tenths = 110;

/// An upright box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rect {
    pub(super) left: Tenths,
    pub(super) top: Tenths,
    pub(super) right: Tenths,
    pub(super) bottom: Tenths,
}

impl Rect {
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    pub(super) fn contains(&self, other: &Self) -> bool {
        self.left <= other.left
            && self.top <= other.top
            && self.right >= other.right
            && self.bottom >= other.bottom
    }

    /// The box around a horizontal or vertical stroke, `reach` away from its middle on every side.
    pub(super) fn around(from: Point, to: Point, reach: Tenths) -> Self {
        Self {
            left: from.0.min(to.0) - reach,
            top: from.1.min(to.1) - reach,
            right: from.0.max(to.0) + reach,
            bottom: from.1.max(to.1) + reach,
        }
    }
}

/// A label that found a place.
#[derive(Clone, Debug)]
pub(super) struct Placed<'a> {
    pub(super) text: &'a str,
    pub(super) ink: Ink,
    /// Middle of the text on its baseline.
    pub(super) spot: Point,
    pub(super) rect: Rect,
}

/// What is taken, and the labels placed so far.
pub(super) struct Board<'a> {
    bounds: Rect,
    taken: Vec<Rect>,
    /// Better avoided, but a label may cross it; one with a halo stays legible there.
    faint: Vec<Rect>,
    labels: Vec<Placed<'a>>,
}

impl<'a> Board<'a> {
    pub(super) fn new(bounds: Rect) -> Self {
        Self {
            bounds,
            taken: Vec::new(),
            faint: Vec::new(),
            labels: Vec::new(),
        }
    }

    pub(super) fn take(&mut self, rect: Rect) {
        self.taken.push(rect);
    }

    pub(super) fn avoid(&mut self, rect: Rect) {
        self.faint.push(rect);
    }

    /// Puts the label on the first spot that is free, and returns its box; without one the label is left out.
    pub(super) fn place(&mut self, text: &'a str, ink: Ink, spots: &[Point]) -> Option<Rect> {
        let half = (width(text, ink) + 1) / 2;
        let boxes = || spots.iter().map(|&spot| self.inside(spot, half));
        let free = |at: &(Point, Rect)| self.is_free(&at.1);
        let faint: &[Rect] = if ink.has_halo() { &[] } else { &self.faint };
        let clear =
            |at: &(Point, Rect)| free(at) && !faint.iter().any(|faint| faint.overlaps(&at.1));
        let (spot, rect) = boxes().find(clear).or_else(|| boxes().find(free))?;
        self.labels.push(Placed {
            text,
            ink,
            spot,
            rect,
        });
        Some(rect)
    }

    pub(super) fn is_free(&self, rect: &Rect) -> bool {
        let mut all = self
            .taken
            .iter()
            .chain(self.labels.iter().map(|label| &label.rect));
        self.bounds.contains(rect) && !all.any(|taken| taken.overlaps(rect))
    }

    pub(super) fn into_labels(self) -> Vec<Placed<'a>> {
        self.labels
    }

    /// A label that would stick out at a side moves in.
    fn inside(&self, (x, y): Point, half: Tenths) -> (Point, Rect) {
        let x = x.min(self.bounds.right - half).max(self.bounds.left + half);
        ((x, y), label_box((x, y), half))
    }
}

/// The box of a label that is twice `half` wide.
pub(super) fn label_box((x, y): Point, half: Tenths) -> Rect {
    Rect {
        left: x - half,
        top: y - ASCENT,
        right: x + half,
        bottom: y + DESCENT,
    }
}

/// The width that a text takes at most. `system-ui` is another font on every machine, so the table holds the
/// advances of DejaVu Sans Bold, rounded up: wider than Segoe UI, Roboto, San Francisco and Noto Sans.
pub(super) fn width(text: &str, ink: Ink) -> Tenths {
    let bold: Tenths = text.chars().map(advance).sum();
    let thousandths = match ink {
        // DejaVu Sans is at most 95 % as wide as its bold.
        Ink::Plain | Ink::Name => bold * 95 / 100,
        _ => bold,
    };
    (thousandths * FONT_SIZE + 999) / 1000
}

/// Thousandths of the font size.
fn advance(character: char) -> Tenths {
    match character {
        '0'..='9' => 700,
        ' ' | '\u{a0}' | '\u{202f}' => 350,
        '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '/' | 'i' | 'j' | 'l' | 'I' => 410,
        '-' | '!' | '(' | ')' | '[' | ']' | 'f' | 't' | 'r' => 530,
        '–' | '°' | '"' | 'J' => 600,
        'm' | 'M' => 1050,
        'W' | '%' | '—' | '…' => 1110,
        'w' => 930,
        'a'..='z' | '?' => 720,
        'A'..='Z' => 860,
        '+' | '−' | '=' | '<' | '>' | '≤' | '≥' | '×' | '÷' | '±' => 890,
        '\u{2e80}'.. => 1400,
        _ => 1110,
    }
}
