//! The embedded fonts: how wide a text is, and the outlines of its letters.

use ab_glyph::{Font, FontRef, Glyph, GlyphId, PxScale, ScaleFont, point};

/// How heavy the letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// A font of each weight.
#[derive(Debug)]
pub(super) struct Fonts {
    regular: FontRef<'static>,
    bold: FontRef<'static>,
}

impl Fonts {
    /// The files, in the order of the weights.
    pub const BYTES: [&'static [u8]; 2] = [
        include_bytes!("fonts/PantauSans-Regular.ttf"),
        include_bytes!("fonts/PantauSans-Bold.ttf"),
    ];

    pub fn embedded() -> Self {
        let [regular, bold] =
            Self::BYTES.map(|bytes| FontRef::try_from_slice(bytes).expect("the fonts are whole"));
        Self { regular, bold }
    }

    pub fn face(&self, weight: Weight, pixels: f32) -> Face<'_> {
        let font = match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        };
        Face {
            font,
            scale: font
                .pt_to_px_scale(pixels * POINTS_PER_PIXEL)
                .unwrap_or(PxScale::from(pixels)),
        }
    }
}

/// CSS and `ab_glyph` reckon with 96 pixels and 72 points an inch.
const POINTS_PER_PIXEL: f32 = 0.75;

/// A font at a size.
#[derive(Clone, Copy)]
pub(super) struct Face<'f> {
    font: &'f FontRef<'static>,
    scale: PxScale,
}

impl Face<'_> {
    /// In pixels.
    pub fn width(&self, text: &str) -> f32 {
        self.laid(text).0
    }

    /// Calls `dot` for each pixel that an outline of `text` covers, with how much of it (0 to 1);
    /// `text` begins at `left` and stands on `baseline`.
    pub fn draw(&self, text: &str, left: f32, baseline: f32, mut dot: impl FnMut(i32, i32, f32)) {
        for (id, at) in self.laid(text).1 {
            // On whole pixels, so that the same letter looks the same: that packs far better.
            let glyph = Glyph {
                id,
                scale: self.scale,
                position: point((left + at).round(), baseline.round()),
            };
            let Some(outlined) = self.font.outline_glyph(glyph) else {
                continue;
            };
            let bounds = outlined.px_bounds();
            let (x0, y0) = (bounds.min.x as i32, bounds.min.y as i32);
            outlined.draw(|x, y, covered| dot(x0 + x as i32, y0 + y as i32, covered));
        }
    }

    /// The width of a text, and each of its glyphs with its place from the left.
    fn laid(&self, text: &str) -> (f32, Vec<(GlyphId, f32)>) {
        let font = self.font.as_scaled(self.scale);
        let (mut at, mut before) = (0.0, None);
        let mut glyphs = Vec::new();
        for c in text.chars().filter(|c| !is_shapeless(*c)) {
            let id = font.glyph_id(c);
            at += before.map_or(0.0, |before| font.kern(before, id));
            glyphs.push((id, at));
            at += font.h_advance(id);
            before = Some(id);
        }
        (at, glyphs)
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
