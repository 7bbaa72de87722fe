//! The bullet chart of a table's row: a figure as a share of its target, against the mark of the
//! target.
//!
//! It must never grow labels: the number stands beside it, so that screen readers pass it by.

use super::Tone;
use super::backend::{Drawn, Ink, Pen, Tenths};
use super::layout::Rect;

const WIDTH: Tenths = 800;
const HEIGHT: Tenths = 100;
/// Where 100 % is marked.
const FULL: Tenths = 600;
const THINNEST_BAR: Tenths = 10;

/// A share of the target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bullet {
    /// 100 is the target; beyond 133 the bar is cut.
    pub percent: f64,
    pub tone: Tone,
}

impl Bullet {
    /// The chart as one inline `<svg>` element.
    pub fn svg(&self) -> String {
        let mut out = String::with_capacity(256);
        out.push_str("<svg class=\"spark\" viewBox=\"0 0 80 10\" aria-hidden=\"true\">");
        self.draw(&mut out)
            .expect("writing to a string does not fail, and the pen is used by one only");
        out.push_str("</svg>");
        out
    }

    fn draw(&self, out: &mut String) -> Drawn {
        let pen = Pen::on(out, (WIDTH.unsigned_abs(), HEIGHT.unsigned_abs()));
        if let Some(right) = right(self.percent) {
            let bar = Rect {
                left: 0,
                top: HEIGHT / 5,
                right,
                bottom: HEIGHT * 4 / 5,
            };
            pen.rect(bar, self.tone.into())?;
        }
        pen.line(&[(FULL, 0), (FULL, HEIGHT)], Ink::Target)?;
        pen.finish()
    }
}

/// A share that is not finite has no bar.
fn right(percent: f64) -> Option<Tenths> {
    let width = percent.clamp(0.0, 1_000.0) * f64::from(FULL) / 100.0;
    // The cast cannot cut anything: the width lies between 0 and 6,000.
    percent
        .is_finite()
        .then(|| (width.round() as Tenths).clamp(THINNEST_BAR, WIDTH))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_target_is_marked_at_its_place_and_a_bar_is_cut_at_the_end() {
        assert_eq!(right(100.0), Some(FULL));
        assert_eq!(right(50.0), Some(FULL / 2));
        assert_eq!(right(0.0), Some(THINNEST_BAR));
        assert_eq!(right(1e9), Some(WIDTH));
        assert_eq!(right(f64::NAN), None);
    }

    #[test]
    fn it_is_drawn_by_its_tone_and_passed_by_by_screen_readers() {
        let svg = Bullet {
            percent: 80.0,
            tone: Tone::Watch,
        }
        .svg();
        assert!(
            svg.contains("aria-hidden=\"true\"") && svg.contains("class=\"c-watch\""),
            "{svg}"
        );
        assert!(svg.contains("class=\"c-target\" d=\"M60 0v10\""), "{svg}");
    }
}
