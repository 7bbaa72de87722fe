//! The embedded fonts: how wide a text is, and the outlines of its letters.

use super::memo::Memo;
use super::sheet::STEPS;
use ab_glyph::{Font, FontRef, GlyphId, OutlinedGlyph, PxScale, ScaleFont};
use std::sync::Arc;

/// How heavy the letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// A font of each weight.
#[derive(Debug)]
pub(super) struct Fonts {
    regular: Shapes,
    bold: Shapes,
}

impl Fonts {
    /// The files, in the order of the weights.
    pub const BYTES: [&'static [u8]; 2] = [
        include_bytes!("fonts/PantauSans-Regular.ttf"),
        include_bytes!("fonts/PantauSans-Bold.ttf"),
    ];

    pub fn embedded() -> Self {
        let [regular, bold] = Self::BYTES.map(Shapes::of);
        Self { regular, bold }
    }

    pub fn face(&self, weight: Weight, pixels: f32) -> Face<'_> {
        let shapes = match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        };
        let scale = shapes.font.pt_to_px_scale(pixels * POINTS_PER_PIXEL);
        Face {
            shapes,
            scale: scale.unwrap_or(PxScale::from(pixels)),
        }
    }
}

/// CSS and `ab_glyph` reckon with 96 pixels and 72 points an inch.
const POINTS_PER_PIXEL: f32 = 0.75;

/// A font, and what was read out of it: the same letters come again on every card.
#[derive(Debug)]
struct Shapes {
    font: FontRef<'static>,
    /// By a letter and the one before it.
    advances: Memo<(Option<char>, char), Advance>,
    /// By the letter and the bits of its scale.
    letters: Memo<(GlyphId, u32), Arc<[Dot]>>,
}

/// How a letter stands behind another, in the font's own units.
#[derive(Clone, Copy, Debug)]
struct Advance {
    glyph: GlyphId,
    /// Closer to the letter before, or further from it.
    kern: f32,
    /// From its place to that of the next letter.
    width: f32,
}

/// A pixel that a letter covers, from the letter's place on the baseline.
#[derive(Clone, Copy, Debug)]
struct Dot {
    x: i16,
    y: i16,
    /// How much of it is covered: 1 to [`STEPS`] - 1.
    step: u8,
}

impl Shapes {
    fn of(bytes: &'static [u8]) -> Self {
        Self {
            font: FontRef::try_from_slice(bytes).expect("the fonts are whole"),
            advances: Memo::empty(),
            letters: Memo::empty(),
        }
    }

    fn advance(&self, before: Option<char>, letter: char) -> Advance {
        self.advances.get((before, letter), || {
            let glyph = self.font.glyph_id(letter);
            let before = before.map(|before| self.font.glyph_id(before));
            Advance {
                glyph,
                kern: before.map_or(0.0, |before| self.font.kern_unscaled(before, glyph)),
                width: self.font.h_advance_unscaled(glyph),
            }
        })
    }

    fn letter(&self, glyph: GlyphId, scale: PxScale) -> Arc<[Dot]> {
        // A font's scale is the same across and down.
        let key = (glyph, scale.y.to_bits());
        self.letters.get(key, || {
            let glyph = glyph.with_scale(scale);
            let outlined = self.font.outline_glyph(glyph);
            outlined.as_ref().map_or_else(Vec::new, dots).into()
        })
    }
}

/// The pixels that a letter covers by at least half a step.
fn dots(outlined: &OutlinedGlyph) -> Vec<Dot> {
    let corner = outlined.px_bounds().min;
    let mut dots = Vec::new();
    outlined.draw(|x, y, covered| {
        let step = (covered.clamp(0.0, 1.0) * f32::from(STEPS - 1)).round() as u8;
        if step > 0 {
            dots.push(Dot {
                x: corner.x as i16 + x as i16,
                y: corner.y as i16 + y as i16,
                step,
            });
        }
    });
    dots
}

/// A font at a size.
#[derive(Clone, Copy)]
pub(super) struct Face<'f> {
    shapes: &'f Shapes,
    scale: PxScale,
}

impl Face<'_> {
    /// In pixels.
    pub fn width(&self, text: &str) -> f32 {
        self.lay(text, |_, _| ())
    }

    /// Calls `dot` for each pixel that `text` covers, with how much of it (1 to [`STEPS`] - 1);
    /// `text` begins at `left` and stands on `baseline`.
    pub fn draw(&self, text: &str, left: f32, baseline: f32, mut dot: impl FnMut(i32, i32, u8)) {
        let y = baseline.round() as i32;
        self.lay(text, |glyph, at| {
            // On whole pixels, so that the same letter looks the same: that packs far better.
            let x = (left + at).round() as i32;
            for covered in &*self.shapes.letter(glyph, self.scale) {
                dot(
                    x + i32::from(covered.x),
                    y + i32::from(covered.y),
                    covered.step,
                );
            }
        });
    }

    /// Calls `place` for each glyph of a text, with its place from the left. Returns the text's width.
    fn lay(&self, text: &str, mut place: impl FnMut(GlyphId, f32)) -> f32 {
        let scale = self.shapes.font.as_scaled(self.scale).h_scale_factor();
        let (mut at, mut before) = (0.0, None);
        for letter in text.chars().filter(|c| !is_shapeless(*c)) {
            let advance = self.shapes.advance(before, letter);
            at += scale * advance.kern;
            place(advance.glyph, at);
            at += scale * advance.width;
            before = Some(letter);
        }
        at
    }
}

/// Characters that are not meant to be seen: controls, joiners, marks of direction, variation
/// selectors (Unicode's default ignorable code points, as far as names and titles have them).
fn is_shapeless(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
            | '\u{E0000}'..='\u{E0FFF}')
}
