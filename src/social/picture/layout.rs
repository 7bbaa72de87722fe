//! Where everything stands in a picture, in pixels.
//!
//! An SVG is set in whatever font its reader has: lines are broken early, so that a wider one than
//! ours fits too.

use super::{Key, KeyMark, PICTURE_HEIGHT, Picture};
use crate::chart::ProgressChart;
use crate::social::draw::{Area, LEFT, RIGHT, spot};
use crate::social::fit::{Fitted, Setting};
use crate::social::font::{Fonts, Weight};
use crate::social::sheet::{Ink, Spot};

/// How much of its room a line takes in our own fonts: DejaVu Sans, the widest that systems fall back
/// to, is a ninth wider than its condensed cut, which ours is.
const FILLED: f32 = 0.9;
/// Where the chart ends, and below it what stands at the foot.
const CHART_BOTTOM: f32 = 600.0;
/// More would only spread it.
const LARGEST_CHART: f32 = 2.15;
const SMALLEST_CHART: f32 = 1.6;
const FOOT: i32 = 612;
/// Between the chart and its keys.
const BEFORE_KEYS: f32 = 40.0;
/// What the marks of keys take.
const KEY_MARK: f32 = 46.0;

/// A line of text or an area of one ink.
pub(super) enum Mark {
    Text {
        text: String,
        spot: Spot,
        anchor: Anchor,
    },
    Area {
        area: Area,
        ink: Ink,
    },
    /// The flag at the period in which something is due, by the foot of its pole.
    Flag {
        left: i32,
        bottom: i32,
    },
}

/// The corners of the flag whose pole stands at `(left, bottom)`: that of the chart, twice as large.
pub(super) fn flag(left: i32, bottom: i32) -> Vec<(i32, i32)> {
    let corners = [(0, 0), (0, -18), (14, -12), (2, -6), (2, 0)];
    corners.map(|(x, y)| (left + x, bottom + y)).to_vec()
}

/// Which point of a text its spot names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
}

/// Where the chart stands, and how many pixels a unit of it is.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub left: f32,
    pub top: f32,
    pub scale: f32,
}

/// Everything but the chart's own marks.
pub(super) struct Layout {
    pub marks: Vec<Mark>,
    pub chart: Option<Place>,
}

/// How a text is set.
struct Style<'s> {
    weight: Weight,
    ink: Ink,
    sizes: &'s [f32],
    lines: usize,
}

impl<'s> Style<'s> {
    fn setting(&self, width: f32) -> Setting<'s> {
        Setting {
            weight: self.weight,
            sizes: self.sizes,
            width: width * FILLED,
            lines: self.lines,
        }
    }
}

impl Layout {
    pub fn of(picture: &Picture, fonts: &Fonts) -> Self {
        let mut page = Page {
            fonts,
            marks: Vec::new(),
            baseline: 76.0,
        };
        let strip = Area {
            left: 0,
            top: 0,
            right: 24,
            bottom: PICTURE_HEIGHT as i32,
        };
        page.area(strip, picture.tone.into());
        page.head(picture);
        page.told(picture);
        let chart = picture.chart.as_ref().map(|_| page.place());
        if let Some(place) = chart {
            page.keys(&picture.keys, place);
        }
        page.foot(picture);
        Self {
            marks: page.marks,
            chart,
        }
    }
}

/// A picture that is being laid out.
struct Page<'f> {
    fonts: &'f Fonts,
    marks: Vec<Mark>,
    /// Of the last line.
    baseline: f32,
}

impl Page<'_> {
    fn area(&mut self, area: Area, ink: Ink) {
        self.marks.push(Mark::Area { area, ink });
    }

    fn text(&mut self, text: &str, spot: Spot, anchor: Anchor) {
        let text = text.to_owned();
        self.marks.push(Mark::Text { text, spot, anchor });
    }

    fn fit(&self, text: &str, style: &Style<'_>, width: f32) -> Fitted {
        style.setting(width).fit(self.fonts, text)
    }

    /// Whether nothing of `text` is cut off on the lines that `style` gives it.
    fn is_whole(&self, text: &str, style: &Style<'_>) -> bool {
        let setting = style.setting(RIGHT - LEFT);
        setting.whole(self.fonts, text).is_some()
    }

    /// Below what stands there; `above` is how far the first baseline is down, in its size.
    fn paragraph(&mut self, text: &str, style: &Style<'_>, above: f32) {
        let fitted = self.fit(text, style, RIGHT - LEFT);
        let mut step = fitted.pixels * above;
        for line in &fitted.lines {
            self.baseline += step;
            let at = spot(LEFT, self.baseline, style.ink, style.weight);
            let pixels = fitted.pixels;
            self.text(line, Spot { pixels, ..at }, Anchor::Start);
            step = fitted.pixels * 1.18;
        }
    }

    fn line(&mut self, text: &str, style: &Style<'_>, (left, baseline): (f32, f32), width: f32) {
        let fitted = self.fit(text, style, width);
        let at = spot(left, baseline, style.ink, style.weight);
        let pixels = fitted.pixels;
        for line in &fitted.lines {
            self.text(line, Spot { pixels, ..at }, Anchor::Start);
        }
    }

    /// The site, and the notice at the right.
    fn head(&mut self, picture: &Picture) {
        let mut right = RIGHT;
        if let Some(notice) = &picture.notice {
            let width = self.fonts.face(Weight::Bold, 24.0).width(notice) / FILLED + 28.0;
            right -= width;
            let ground = Area {
                left: right as i32,
                top: 30,
                right: RIGHT as i32,
                bottom: 74,
            };
            self.area(ground, Ink::NoticeGround);
            let at = spot(right + width / 2.0, 60.0, Ink::Notice, Weight::Bold);
            self.text(notice, Spot { pixels: 24.0, ..at }, Anchor::Middle);
            right -= 24.0;
        }
        let style = Style {
            weight: Weight::Bold,
            ink: Ink::Brand,
            sizes: &[26.0, 23.0],
            lines: 1,
        };
        self.line(&picture.site, &style, (LEFT, 60.0), right - LEFT);
    }

    /// What was promised by whom, and what became of it.
    fn told(&mut self, picture: &Picture) {
        let bold = |ink, sizes, lines| Style {
            weight: Weight::Bold,
            ink,
            sizes,
            lines,
        };
        let regular = |ink, sizes, lines| Style {
            weight: Weight::Regular,
            ink,
            sizes,
            lines,
        };
        let has_chart = picture.chart.is_some();
        let who = regular(Ink::Soft, &[26.0, 24.0, 22.0], 1);
        let is_short = self.is_whole(&picture.who, &who);
        let who = match is_short {
            true => who,
            false => regular(Ink::Soft, &[22.0, 20.0], 2),
        };
        self.paragraph(&picture.name, &bold(Ink::Text, &[46.0, 42.0, 38.0], 2), 1.1);
        self.paragraph(&picture.who, &who, 1.5);
        let state: &[f32] = if has_chart { &[30.0] } else { &[42.0] };
        self.paragraph(&picture.state, &bold(picture.tone.into(), state, 1), 1.7);
        let (sentence, lines): (&[f32], _) = match has_chart {
            true => (&[26.0, 24.0], 2),
            false => (&[44.0, 40.0, 36.0, 32.0], 5),
        };
        self.paragraph(
            &picture.sentence,
            &regular(Ink::Text, sentence, lines),
            1.35,
        );
    }

    /// What is left between the texts and the foot.
    fn place(&self) -> Place {
        let (_, height) = ProgressChart::SIZE;
        let room = CHART_BOTTOM - self.baseline - 10.0;
        let scale = (room / height as f32).clamp(SMALLEST_CHART, LARGEST_CHART);
        Place {
            left: LEFT,
            top: CHART_BOTTOM - height as f32 * scale,
            scale,
        }
    }

    /// At the right of the chart, from its foot upwards, all in one size.
    fn keys(&mut self, keys: &[Key], place: Place) {
        let (width, height) = ProgressChart::SIZE;
        let left = place.left + width as f32 * place.scale + BEFORE_KEYS;
        let last = place.top + height as f32 * place.scale * 0.8;
        let room = RIGHT - left - KEY_MARK;
        let size = self.size_of_keys(keys, room);
        let style = Style {
            weight: Weight::Regular,
            ink: Ink::Soft,
            sizes: &[size],
            lines: 1,
        };
        for (key, from_last) in keys.iter().rev().zip(0u8..) {
            let baseline = last - f32::from(from_last) * 40.0;
            self.key_mark(key.mark, left as i32, baseline as i32 + 2);
            self.line(&key.text, &style, (left + KEY_MARK, baseline), room);
        }
    }

    /// The largest in which all fit.
    fn size_of_keys(&self, keys: &[Key], room: f32) -> f32 {
        let fits = |size: &f32| {
            let face = self.fonts.face(Weight::Regular, *size);
            let mut texts = keys.iter();
            texts.all(|key| face.width(&key.text) <= room * FILLED)
        };
        let sizes = [24.0, 22.0, 20.0];
        sizes.into_iter().find(fits).unwrap_or(18.0)
    }

    fn key_mark(&mut self, mark: KeyMark, left: i32, bottom: i32) {
        let swatch = Area {
            left: left + 6,
            top: bottom - 22,
            right: left + 28,
            bottom,
        };
        match mark {
            KeyMark::Actual(tone) => self.area(swatch, tone.into()),
            KeyMark::Missing => {
                self.area(swatch, Ink::Bad);
                self.area(swatch.within(2), Ink::Card);
            }
            KeyMark::Due => {
                let left = left + 12;
                self.marks.push(Mark::Flag { left, bottom });
            }
            KeyMark::Target => (0..3).for_each(|dash| {
                let left = left + 13 * dash;
                let dash = Area {
                    left,
                    top: bottom - 13,
                    right: left + 8,
                    bottom: bottom - 9,
                };
                self.area(dash, Ink::Text);
            }),
        }
    }

    fn foot(&mut self, picture: &Picture) {
        let rule = Area {
            left: LEFT as i32,
            top: FOOT,
            right: RIGHT as i32,
            bottom: FOOT + 2,
        };
        self.area(rule, Ink::Line);
        let style = Style {
            weight: Weight::Regular,
            ink: Ink::Soft,
            sizes: &[20.0, 18.0, 16.0],
            lines: 1,
        };
        let width = RIGHT - LEFT;
        self.line(&picture.source, &style, (LEFT, 638.0), width);
        self.line(&picture.address, &style, (LEFT, 663.0), width);
    }
}
