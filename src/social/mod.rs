//! Social cards: finished texts and values in, the bytes of a PNG out, as messengers show it beside
//! a shared link. And pictures of charts for other sites, as PNG and as SVG ([`Picture`]).
//!
//! This room owns where a text stands on the card, how large it is and what happens when it is too
//! long. It must never format a number, translate a word or decide a tone: texts arrive finished. Like
//! `chart` it reckons with binary fractions, for outlines of letters and heights of bars.
//!
//! A character that the embedded font lacks is drawn as an empty box: nothing is spelt in another way
//! than its owner spells it. What has no shape of its own (joiners, marks of direction) is left out.
//!
//! The same card gives the same bytes on any machine and thread, and the PNG carries the
//! [`input`](Painter::input) that it was drawn from.

mod card;
mod draw;
mod encode;
mod figures;
mod fit;
mod font;
mod memo;
mod picture;
mod sheet;
#[cfg(test)]
mod tests;

pub use picture::{Key, KeyMark, PICTURE_HEIGHT, PICTURE_WIDTH, Picture};

pub use card::{Bar, BarValue, Figure, Part, SocialCard};

use crate::source::{Fingerprint, Fingerprinter, Sha256};
use font::Fonts;

/// The width of a card in pixels, as Open Graph wants it.
pub const WIDTH: u32 = 1200;
/// The height of a card in pixels.
pub const HEIGHT: u32 = 630;
/// A larger picture costs who only looks at a message.
pub const MOST_BYTES: usize = 60_000;

/// To be raised with every change of what the same card looks like, so that a card that was drawn
/// before is drawn anew. A test fails where that is forgotten.
const DRAWING: u32 = 3;

/// Draws cards.
#[derive(Debug)]
pub struct Painter {
    fonts: Fonts,
    /// Of the drawing and its fonts.
    tools: Sha256,
}

impl Default for Painter {
    fn default() -> Self {
        let mut tools = Fingerprinter::default();
        tools.update(&DRAWING.to_le_bytes());
        Fonts::BYTES.iter().for_each(|bytes| tools.update(bytes));
        Self {
            fonts: Fonts::embedded(),
            tools: tools.finish().sha256,
        }
    }
}

impl Painter {
    /// Everything that decides how `card` looks: its texts and values, the drawing and the fonts.
    pub fn input(&self, card: &SocialCard) -> Sha256 {
        let input = (self.tools, card);
        let bytes = serde_json::to_vec(&input).expect("texts and numbers always serialise");
        Fingerprint::of(&bytes).sha256
    }

    /// `card` as a PNG of [`WIDTH`] × [`HEIGHT`] pixels.
    pub fn png(&self, card: &SocialCard) -> Vec<u8> {
        encode::png(&draw::drawn(card, &self.fonts), self.input(card))
    }
}

/// What the PNG of a card says it was drawn from; `None` where it is none of this room's.
pub fn input_of(png: &[u8]) -> Option<Sha256> {
    encode::input_of(png, (WIDTH, HEIGHT))
}
