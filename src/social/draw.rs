//! Where everything stands on a card. It is looked at 300 pixels wide most of the time: what must be
//! read then is at least 36 pixels high here.

use super::card::{Figure, SocialCard};
use super::fit::{Fitted, Setting};
use super::font::{Fonts, Weight};
use super::sheet::{Ink, Sheet, Spot};
use super::{HEIGHT, WIDTH};
use plotters::drawing::IntoDrawingArea;
use plotters::element::Rectangle;
use plotters::style::Color;

/// The column of texts, in pixels from the left.
pub(super) const LEFT: f32 = 72.0;
pub(super) const RIGHT: f32 = 1136.0;

/// In pixels; the last row and column are outside.
#[derive(Clone, Copy)]
pub(super) struct Area {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

/// What can't fail does not: a sheet takes every mark.
const ALWAYS: &str = "a sheet in memory can be drawn on";

/// The sheet with everything on it.
pub(super) fn drawn(card: &SocialCard, fonts: &Fonts) -> Sheet {
    let mut drawing = Drawing {
        sheet: Sheet::blank((WIDTH, HEIGHT)),
        fonts,
    };
    let strip = Area {
        left: 0,
        top: 0,
        right: 24,
        bottom: HEIGHT as i32,
    };
    drawing.fill(strip, card.tone.into());
    drawing.head(card);
    drawing.who(card);
    let right = match card.bars.as_slice() {
        [] => RIGHT,
        _ => drawing.chart_left(&card.hundred) - BESIDE_CHART,
    };
    drawing.verdict(card, right - LEFT);
    drawing.quarters(card);
    drawing.states(&card.parts);
    drawing.sheet
}

/// A card that is being drawn.
pub(super) struct Drawing<'f> {
    pub sheet: Sheet,
    pub fonts: &'f Fonts,
}

impl Drawing<'_> {
    pub fn fill(&mut self, area: Area, ink: Ink) {
        let corners = [(area.left, area.top), (area.right, area.bottom)];
        let rectangle = Rectangle::new(corners, ink.color().filled());
        let sheet = (&mut self.sheet).into_drawing_area();
        sheet.draw(&rectangle).expect(ALWAYS);
    }

    /// The lines of a text, each `height` below the one before; gives the last one's baseline.
    fn lines(&mut self, fitted: &Fitted, spot: &Spot, height: f32) -> f32 {
        let mut spot = Spot {
            pixels: fitted.pixels,
            ..*spot
        };
        for (place, line) in fitted.lines.iter().enumerate() {
            if place > 0 {
                spot.baseline += height;
            }
            self.sheet.text(self.fonts, line, &spot);
        }
        spot.baseline
    }

    /// The site and its government, and the notice at the right.
    fn head(&mut self, card: &SocialCard) {
        let mut right = RIGHT;
        if let Some(notice) = &card.notice {
            right = self.notice(notice) - 32.0;
        }
        let site = Setting {
            weight: Weight::Bold,
            sizes: &[28.0],
            width: right - LEFT,
            lines: 1,
        };
        let site = site.fit(self.fonts, &card.site);
        let baseline = 66.0;
        self.lines(&site, &spot(LEFT, baseline, Ink::Brand, Weight::Bold), 0.0);
        let told = site.lines.join(" ");
        let left = LEFT + self.fonts.face(Weight::Bold, 28.0).width(&told) + 20.0;
        if right - left > 160.0 && card.government != card.site {
            let government = Setting {
                weight: Weight::Regular,
                sizes: &[28.0, 24.0],
                width: right - left,
                lines: 1,
            };
            let government = government.fit(self.fonts, &card.government);
            self.lines(
                &government,
                &spot(left, baseline, Ink::Soft, Weight::Regular),
                0.0,
            );
        }
    }

    /// Gives the left edge of its box.
    fn notice(&mut self, notice: &str) -> f32 {
        let width = self.fonts.face(Weight::Bold, 26.0).width(notice);
        let left = RIGHT - width - 32.0;
        let ground = Area {
            left: left as i32,
            top: 34,
            right: RIGHT as i32,
            bottom: 82,
        };
        self.fill(ground, Ink::NoticeGround);
        let spot = Spot {
            pixels: 26.0,
            ..spot(left + 16.0, 67.0, Ink::Notice, Weight::Bold)
        };
        self.sheet.text(self.fonts, notice, &spot);
        left
    }

    fn who(&mut self, card: &SocialCard) {
        let name = |sizes, lines| Setting {
            weight: Weight::Bold,
            sizes,
            width: RIGHT - LEFT,
            lines,
        };
        // Rather a little smaller than a degree alone on the second line.
        let name = name(&[68.0, 62.0, 56.0, 52.0], 1)
            .whole(self.fonts, &card.name)
            .unwrap_or_else(|| name(&[58.0, 54.0, 50.0, 46.0], 2).fit(self.fonts, &card.name));
        let first = 100.0 + name.pixels;
        let at = spot(LEFT, first, Ink::Text, Weight::Bold);
        let baseline = self.lines(&name, &at, name.pixels * 1.14);
        let post = Setting {
            weight: Weight::Regular,
            sizes: &[38.0, 34.0, 30.0],
            width: RIGHT - LEFT,
            lines: 3 - name.lines.len().min(2),
        };
        let post = post.fit(self.fonts, &card.post);
        let at = spot(
            LEFT,
            baseline + post.pixels * 1.4,
            Ink::Soft,
            Weight::Regular,
        );
        self.lines(&post, &at, post.pixels * 1.2);
    }

    /// How many of how many, with the mark of the tone; gives its width.
    fn figure(&mut self, figure: &Figure, ink: Ink) -> f32 {
        let mut left = LEFT;
        for (text, pixels) in [(figure.mark, 76.0), (&figure.kept, 128.0)] {
            let at = Spot {
                pixels,
                ..spot(left, 420.0, ink, Weight::Bold)
            };
            self.sheet.text(self.fonts, text, &at);
            left += self.fonts.face(Weight::Bold, pixels).width(text) + AFTER_MARK;
        }
        let at = Spot {
            pixels: 44.0,
            ..spot(LEFT, 476.0, Ink::Text, Weight::Bold)
        };
        self.sheet.text(self.fonts, &figure.total, &at);
        let total = self.fonts.face(Weight::Bold, 44.0).width(&figure.total);
        (left - AFTER_MARK - LEFT).max(total)
    }

    /// The figure, and beside it the sentence and the capaian.
    fn verdict(&mut self, card: &SocialCard, width: f32) {
        let mut left = LEFT;
        if let Some(figure) = &card.figure {
            left += self.figure(figure, card.tone.into()) + 40.0;
        }
        let width = width - (left - LEFT);
        let sentence = Setting {
            weight: Weight::Regular,
            sizes: match card.achievement {
                Some(_) => &[34.0, 31.0, 28.0, 25.0],
                None => &[44.0, 40.0, 36.0, 32.0, 28.0],
            },
            width,
            lines: 3,
        };
        let sentence = sentence.fit(self.fonts, &card.sentence);
        let at = spot(
            left,
            304.0 + sentence.pixels * 0.86,
            Ink::Text,
            Weight::Regular,
        );
        let baseline = self.lines(&sentence, &at, sentence.pixels * 1.2);
        if let Some(achievement) = &card.achievement {
            self.achievement(achievement, left, baseline, width);
        }
    }

    /// The capaian below `baseline`, and what it is made of.
    fn achievement(&mut self, texts: &[String; 2], left: f32, mut baseline: f32, width: f32) {
        let settings: [(_, &[f32], _, _); 2] = [
            (Weight::Bold, &[36.0, 32.0, 28.0], Ink::Text, 1.35),
            (Weight::Regular, &[26.0, 23.0], Ink::Soft, 1.25),
        ];
        for (text, (weight, sizes, ink, leading)) in texts.iter().zip(settings) {
            let setting = Setting {
                weight,
                sizes,
                width,
                lines: 1,
            };
            let fitted = setting.fit(self.fonts, text);
            baseline += fitted.pixels * leading;
            self.lines(&fitted, &spot(left, baseline, ink, weight), 0.0);
        }
    }
}

/// Between the sentence and the label of the chart, in pixels.
const BESIDE_CHART: f32 = 24.0;
/// Between the mark and the figure, in pixels.
const AFTER_MARK: f32 = 18.0;

pub(super) fn spot(left: f32, baseline: f32, ink: Ink, weight: Weight) -> Spot {
    Spot {
        left,
        baseline,
        ink,
        weight,
        pixels: 0.0,
    }
}
