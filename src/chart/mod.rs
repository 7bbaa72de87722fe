//! Charts: typed input with finished labels in, one inline SVG string out; and QR codes.
//!
//! This room owns where a mark and its label stand. It must never format a number, translate a word,
//! decide a tone, name a colour or know a URL: labels arrive finished, colours belong to the theme.
//! It is the only room where `f64` is allowed, for a bar's height needs no exact decimals.
//!
//! Every colour is a class, so a chart follows the theme, dark mode and print, and passes a content
//! security policy without `unsafe-inline`. The classes of the SVG root are `chart` (with `heat` for a heat map) and
//! `spark`; within them:
//!
//! | class | what it is | wants |
//! |---|---|---|
//! | `c-base` | the zero line | stroke |
//! | `c-start` | the baseline value (awal), a line behind everything | stroke, dotted |
//! | `c-band` | the area of a target range | fill, translucent |
//! | `c-target` | the target as a step; the 100 % line of a spark | stroke, dashed |
//! | `c-good` `c-watch` `c-bad` `c-neutral` | a reported value, by tone | fill |
//! | `c-none` | a due value that was not reported: an empty box | stroke, dashed |
//! | `c-due` | the flag at the due period | fill |
//! | `v` | text: a reported value, or that it is not available | ink, bold, the card's colour around it |
//! | `n` | text: what a row is about | its beginning at its place |
//! | `miss` | text: not reported | the same, in the bad tone |
//! | none | text: period names, targets, baseline | soft |
//!
//! Texts are 11 units high: places are reckoned for that size.
//!
//! Labels never collide: a label that finds no free place is left out, a target's before a value's.
//! The table beside a chart holds every number.

mod backend;
mod bullet;
mod heat;
mod layout;
mod plan;
mod progress;
mod qr;
mod spark;
#[cfg(test)]
mod tests;
mod timeline;

use serde::Serialize;

pub use backend::{Dress, Ink, escaped};
pub use bullet::Bullet;
pub use heat::{HeatCell, HeatColumn, HeatMap, HeatRow};
pub use progress::{ActualMark, Baseline, Period, ProgressChart, TargetMark};
pub use qr::qr_code;
pub use spark::{SparkLine, SparkPoint};
pub use timeline::{Label, Mark, TimeLine};

/// How a reported value stands against its target; decided elsewhere, drawn here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Tone {
    /// Reached, or on track.
    Good,
    /// Below the track, but not final.
    Watch,
    /// Not reached.
    Bad,
    /// Nothing can be said.
    Neutral,
}
