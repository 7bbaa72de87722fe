//! The picture of one commitment's chart, for other sites and newspapers: with its title, source,
//! date and mark of sample data inside, since it goes where no page is around it.
//!
//! Where everything stands is reckoned once ([`layout`]), for the SVG and for the PNG; the chart is the
//! one that pages show, drawn by `chart` onto either.

mod brush;
mod layout;
mod svg;
#[cfg(test)]
mod tests;

use super::font::Fonts;
use super::sheet::Sheet;
use super::{Painter, encode};
use crate::chart::{ProgressChart, Tone};
use crate::source::{Fingerprint, Sha256};
use layout::Layout;
use serde::Serialize;

/// The width of a picture in pixels.
pub const PICTURE_WIDTH: u32 = 1200;
/// The height of a picture in pixels.
pub const PICTURE_HEIGHT: u32 = 675;

const SIZE: (u32, u32) = (PICTURE_WIDTH, PICTURE_HEIGHT);

/// To be raised with every change of what the same picture looks like, as that of cards.
const DRAWING: u32 = 1;

/// What stands in a picture: texts as they are printed, and the chart.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Picture {
    /// Of its texts, for who has them read aloud (BCP 47).
    pub language: &'static str,
    /// The site's title.
    pub site: String,
    /// In a box of its own: that the data are invented.
    pub notice: Option<String>,
    /// What was promised; in large letters.
    pub name: String,
    /// Who promised, in which post, for which year.
    pub who: String,
    pub tone: Tone,
    /// With its mark.
    pub state: String,
    /// The sentence with the two numbers.
    pub sentence: String,
    /// `None`: the sentence is all there is.
    pub chart: Option<ProgressChart>,
    /// What the marks of the chart mean.
    pub keys: Vec<Key>,
    /// Whose figures these are, as of which day, under which licence.
    pub source: String,
    /// Where all of it stands.
    pub address: String,
}

/// A mark and what it means.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Key {
    pub mark: KeyMark,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum KeyMark {
    /// A bar.
    Actual(Tone),
    /// The dashed line.
    Target,
    /// The empty box.
    Missing,
    /// The flag.
    Due,
}

impl Picture {
    /// All it tells, in the order of reading.
    pub fn description(&self) -> String {
        let chart = self.chart.as_ref().map(|chart| chart.description.as_str());
        let notice = self.notice.as_deref();
        let parts = [
            Some(self.who.as_str()),
            Some(&self.state),
            Some(&self.sentence),
            chart,
            Some(&self.source),
            Some(&self.address),
            notice,
        ];
        let told = parts.into_iter().flatten().filter(|part| !part.is_empty());
        let ended = told.map(|part| format!("{}.", part.trim_end_matches('.')));
        ended.collect::<Vec<_>>().join(" ")
    }
}

impl Painter {
    /// Everything that decides how `picture` looks: its texts and values, the drawing and the fonts.
    pub fn picture_input(&self, picture: &Picture) -> Sha256 {
        let input = (self.tools, DRAWING, picture);
        let bytes = serde_json::to_vec(&input).expect("texts and numbers always serialise");
        Fingerprint::of(&bytes).sha256
    }

    /// `picture` as a PNG of [`PICTURE_WIDTH`] × [`PICTURE_HEIGHT`] pixels.
    pub fn picture_png(&self, picture: &Picture) -> Vec<u8> {
        let sheet = drawn(picture, &self.fonts);
        encode::png(&sheet, self.picture_input(picture))
    }

    /// `picture` as an SVG that needs no style sheet, no script and no font of ours.
    pub fn picture_svg(&self, picture: &Picture) -> String {
        svg::svg(picture, &Layout::of(picture, &self.fonts))
    }

    /// What the PNG of a picture says it was drawn from; `None` where it is none of this room's.
    pub fn picture_input_of(png: &[u8]) -> Option<Sha256> {
        encode::input_of(png, SIZE)
    }
}

fn drawn(picture: &Picture, fonts: &Fonts) -> Sheet {
    let mut sheet = Sheet::blank(SIZE);
    let layout = Layout::of(picture, fonts);
    brush::draw(&mut sheet, fonts, &layout);
    if let (Some(chart), Some(place)) = (&picture.chart, layout.chart) {
        chart.draw_onto(brush::Brush::new(&mut sheet, fonts, place));
    }
    sheet
}
