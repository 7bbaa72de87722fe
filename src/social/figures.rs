//! What is drawn of figures: capaian quarter by quarter, and how many commitments are in which
//! state.

use super::card::{Bar, BarValue, Part, SocialCard};
use super::draw::{Area, Drawing, LEFT, RIGHT, spot};
use super::fit::Setting;
use super::font::Weight;
use super::sheet::{Ink, Spot};
use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use std::ops::Range;

/// The chart of quarters, its labels aside.
const CHART: Area = Area {
    left: 800,
    top: 338,
    right: 1136,
    bottom: 460,
};
/// The size of the label of the line at 100 %, in pixels.
const HUNDRED: f32 = 20.0;
/// The bar of all states together.
const STATES: Area = Area {
    left: LEFT as i32,
    top: 518,
    right: RIGHT as i32,
    bottom: 544,
};
/// Between two states, in pixels.
const GAP: i32 = 4;
/// How much of its column a bar is wide.
const BAR: f32 = 0.6875;
/// Percent; a bar that is higher is cut off, and its label says how high it would be.
const HIGHEST: f64 = 150.0;

/// Quarters across, percent upwards.
type Scale = Cartesian2d<RangedCoordf64, RangedCoordf64>;

impl Drawing<'_> {
    /// A bar for each quarter, and the line at 100 %.
    pub fn quarters(&mut self, card: &SocialCard) {
        if card.bars.is_empty() {
            return;
        }
        let percents = card.bars.iter().map(Bar::percent);
        let highest = percents.fold(110.0, f64::max).min(HIGHEST);
        // Percent count upwards, pixels downwards.
        let upwards = Range {
            start: CHART.bottom,
            end: CHART.top,
        };
        let pixels = (CHART.left..CHART.right, upwards);
        let scale = Scale::new(0.0..card.bars.len() as f64, 0.0..highest, pixels);
        let areas: Vec<Area> = (0..)
            .zip(&card.bars)
            .map(|(place, bar)| self.bar(&scale, f64::from(place), bar))
            .collect();
        self.line_at_hundred(&scale, &card.hundred);
        for (area, bar) in areas.into_iter().zip(&card.bars) {
            self.labels(area, bar);
        }
        let base = Area {
            top: CHART.bottom,
            bottom: CHART.bottom + 2,
            ..CHART
        };
        self.fill(base, Ink::Soft);
    }

    /// The bar without its labels; gives its place.
    fn bar(&mut self, scale: &Scale, column: f64, bar: &Bar) -> Area {
        let highest = scale.get_y_range().end;
        let box_up_to = |percent: f64| {
            let (left, top) = scale.translate(&(column + (1.0 - f64::from(BAR)) / 2.0, percent));
            let (right, bottom) = scale.translate(&(column + (1.0 + f64::from(BAR)) / 2.0, 0.0));
            Area {
                left,
                top,
                right,
                bottom,
            }
        };
        match &bar.value {
            BarValue::Share { percent, tone, .. } => {
                let area = box_up_to(percent.clamp(1.0, highest));
                self.fill(area, (*tone).into());
                area
            }
            BarValue::Missing { .. } => {
                let area = box_up_to(100.0);
                self.fill(area, Ink::Bad);
                self.fill(area.within(3), Ink::Card);
                area
            }
            BarValue::Blank => box_up_to(0.0),
        }
    }

    /// The value above the bar, in front of the line at 100 %, and the quarter below.
    fn labels(&mut self, area: Area, bar: &Bar) {
        let middle = (area.left + area.right) as f32 / 2.0;
        let ink = match bar.value {
            BarValue::Missing { .. } => Ink::Bad,
            BarValue::Share { .. } => Ink::Text,
            BarValue::Blank => Ink::Soft,
        };
        let text = bar.value.text();
        let above = spot(middle, area.top as f32 - 9.0, ink, Weight::Bold);
        let column = (area.right - area.left) as f32 / BAR - 4.0;
        let setting = Setting {
            weight: Weight::Bold,
            sizes: &[24.0, 22.0, 20.0, 18.0],
            width: column,
            lines: 1,
        };
        let size = setting.fit(self.fonts, text).pixels;
        let half = self.fonts.face(Weight::Bold, size).width(text) / 2.0 + 3.0;
        let behind = Area {
            left: (middle - half) as i32,
            top: area.top - 31,
            right: (middle + half) as i32,
            bottom: area.top - 2,
        };
        if !text.is_empty() {
            self.fill(behind, Ink::Card);
        }
        self.centred(text, &above, size);
        let below = (CHART.bottom + 31) as f32;
        self.centred(
            &bar.label,
            &spot(middle, below, Ink::Soft, Weight::Regular),
            25.0,
        );
    }

    /// Dashed, in front of the bars.
    fn line_at_hundred(&mut self, scale: &Scale, label: &str) {
        let (_, y) = scale.translate(&(0.0, 100.0));
        for left in (CHART.left..CHART.right).step_by(12) {
            let dash = Area {
                left,
                top: y - 1,
                right: (left + 7).min(CHART.right),
                bottom: y + 1,
            };
            self.fill(dash, Ink::Soft);
        }
        let left = self.chart_left(label);
        let at = Spot {
            pixels: HUNDRED,
            ..spot(left, y as f32 + 7.0, Ink::Soft, Weight::Regular)
        };
        self.sheet.text(self.fonts, label, &at);
    }

    /// Where the chart of quarters begins: its line at 100 % has its label at the left.
    pub fn chart_left(&self, hundred: &str) -> f32 {
        let label = self.fonts.face(Weight::Regular, HUNDRED).width(hundred);
        CHART.left as f32 - label - 8.0
    }

    fn centred(&mut self, text: &str, at: &Spot, pixels: f32) {
        let width = self.fonts.face(at.weight, pixels).width(text);
        let at = Spot {
            left: at.left - width / 2.0,
            pixels,
            ..*at
        };
        self.sheet.text(self.fonts, text, &at);
    }

    /// One bar of all commitments, and below it what its pieces are.
    pub fn states(&mut self, parts: &[Part]) {
        let all: usize = parts.iter().map(|part| part.count).sum();
        if all == 0 {
            return;
        }
        let width = (STATES.right - STATES.left + GAP) as usize;
        // At most as far as the bar is wide.
        let edge = |before: usize| STATES.left + (width * before / all) as i32;
        let mut before = 0;
        for part in parts {
            let piece = Area {
                left: edge(before),
                right: edge(before + part.count) - GAP,
                ..STATES
            };
            self.fill(piece, part.tone.into());
            if piece.right - piece.left > 34 {
                let middle = (piece.left + piece.right) as f32 / 2.0;
                let at = spot(middle, 539.0, Ink::on(part.tone), Weight::Bold);
                self.centred(part.mark, &at, 22.0);
            }
            before += part.count;
        }
        self.tags(parts);
    }

    /// Each state in its colour, with its mark: on one line, or on two.
    fn tags(&mut self, parts: &[Part]) {
        let texts: Vec<String> = parts.iter().map(Part::tag).collect();
        let all = RIGHT - LEFT;
        let sizes = [30.0, 28.0, 26.0, 24.0];
        let fitting = sizes
            .into_iter()
            .find(|size| self.row(&texts, *size) <= all);
        let (size, first) = match fitting {
            Some(size) => (size, texts.len()),
            None => (22.0, texts.len().div_ceil(2)),
        };
        let mut at = Spot {
            pixels: size,
            ..spot(LEFT, 581.0, Ink::Soft, Weight::Bold)
        };
        for (place, (text, part)) in texts.iter().zip(parts).enumerate() {
            if place == first {
                (at.left, at.baseline) = (LEFT, at.baseline + 28.0);
            }
            at.ink = part.tone.into();
            self.sheet.text(self.fonts, text, &at);
            at.left += self.fonts.face(at.weight, size).width(text) + BETWEEN_TAGS;
        }
    }

    /// How wide tags side by side are.
    fn row(&self, texts: &[String], size: f32) -> f32 {
        let face = self.fonts.face(Weight::Bold, size);
        let widths = texts.iter().map(|text| face.width(text) + BETWEEN_TAGS);
        widths.sum::<f32>() - BETWEEN_TAGS
    }
}

/// In pixels.
const BETWEEN_TAGS: f32 = 34.0;

impl Area {
    pub fn within(self, margin: i32) -> Self {
        Self {
            left: self.left + margin,
            top: self.top + margin,
            right: self.right - margin,
            bottom: self.bottom - margin,
        }
    }
}

impl Bar {
    fn percent(&self) -> f64 {
        match self.value {
            BarValue::Share { percent, .. } => percent,
            BarValue::Missing { .. } | BarValue::Blank => 0.0,
        }
    }
}

impl BarValue {
    fn text(&self) -> &str {
        match self {
            Self::Share { text, .. } | Self::Missing { text } => text,
            Self::Blank => "",
        }
    }
}

impl Part {
    fn tag(&self) -> String {
        format!("{} {}", self.mark, self.text)
    }
}
