//! Texts in boxes: on as many lines as there are, smaller where they are too long, cut off at last.

use super::font::{Face, Fonts, Weight};

/// The lines that a text has in its box.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fitted {
    pub pixels: f32,
    pub lines: Vec<String>,
}

/// How a text may be set.
pub(super) struct Setting<'s> {
    pub weight: Weight,
    /// From the one that is wanted to the smallest that can be read.
    pub sizes: &'s [f32],
    pub width: f32,
    pub lines: usize,
}

impl Setting<'_> {
    /// `text` in the largest size in which it fits; where none does, in the smallest with an
    /// ellipsis.
    pub fn fit(&self, fonts: &Fonts, text: &str) -> Fitted {
        self.whole(fonts, text).unwrap_or_else(|| {
            let pixels = self.sizes.iter().copied().fold(f32::INFINITY, f32::min);
            let face = fonts.face(self.weight, pixels);
            let lines = wrapped(&face, text, self.width);
            Fitted {
                pixels,
                lines: self.cut(&face, lines),
            }
        })
    }

    /// `text` in the largest size in which it fits as it is.
    pub fn whole(&self, fonts: &Fonts, text: &str) -> Option<Fitted> {
        let mut sizes = self.sizes.iter().map(|pixels| {
            let face = fonts.face(self.weight, *pixels);
            (*pixels, face, wrapped(&face, text, self.width))
        });
        let fitting = sizes.find(|(_, face, lines)| {
            let fits = |line: &String| face.width(line) <= self.width;
            lines.len() <= self.lines && lines.iter().all(fits)
        });
        fitting.map(|(pixels, _, lines)| Fitted { pixels, lines })
    }

    fn cut(&self, face: &Face<'_>, mut lines: Vec<String>) -> Vec<String> {
        let is_more = lines.len() > self.lines;
        lines.truncate(self.lines);
        let last = lines.len().saturating_sub(1);
        let each = lines.into_iter().enumerate();
        each.map(|(place, line)| {
            let goes_on = is_more && place == last;
            if goes_on || face.width(&line) > self.width {
                shortened(face, line, self.width)
            } else {
                line
            }
        })
        .collect()
    }
}

/// Broken at plain spaces only, so that what belongs together stays together.
fn wrapped(face: &Face<'_>, text: &str, width: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match longer.filter(|longer| face.width(longer) <= width) {
            Some(longer) => *lines.last_mut().expect("it was made longer") = longer,
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

/// With an ellipsis in the place of what does not fit.
fn shortened(face: &Face<'_>, mut line: String, width: f32) -> String {
    loop {
        let kept = line.trim_end_matches([' ', ',', '.', '-']);
        let told = format!("{kept}…");
        if kept.is_empty() || face.width(&told) <= width {
            return told;
        }
        line.truncate(kept.len());
        line.pop();
    }
}
