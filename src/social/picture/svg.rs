//! A picture as an SVG: attributes instead of a style sheet, which the policy of a host would stop.

use super::brush::ink_of;
use super::layout::{Anchor, Layout, Mark, Place, flag};
use super::{PICTURE_HEIGHT, PICTURE_WIDTH, Picture};
use crate::chart::{self, ProgressChart, escaped};
use crate::social::font::Weight;
use crate::social::sheet::{Ink, Spot};
use std::fmt::Write;

pub(super) fn svg(picture: &Picture, layout: &Layout) -> String {
    let (title, description) = (escaped(&picture.name), escaped(&picture.description()));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {PICTURE_WIDTH} {PICTURE_HEIGHT}\" \
         width=\"{PICTURE_WIDTH}\" height=\"{PICTURE_HEIGHT}\" lang=\"{}\" role=\"img\" \
         aria-labelledby=\"t d\" font-family=\"sans-serif\"><title id=\"t\">{title}</title>\
         <desc id=\"d\">{description}</desc>\n<path fill=\"{}\" d=\"M0 0h{PICTURE_WIDTH}v{PICTURE_HEIGHT}H0z\"/>\n",
        picture.language,
        Ink::Card.hex(),
    );
    for mark in &layout.marks {
        add(&mut out, mark);
    }
    if let (Some(chart), Some(place)) = (&picture.chart, layout.chart) {
        add_chart(&mut out, chart, place);
    }
    out.push_str("</svg>\n");
    out
}

fn add(out: &mut String, mark: &Mark) {
    // `fmt::Write` for `String` never fails.
    let _ = match mark {
        Mark::Area { area, ink } => writeln!(
            out,
            "<path fill=\"{}\" d=\"M{} {}h{}v{}h-{}z\"/>",
            ink.hex(),
            area.left,
            area.top,
            area.right - area.left,
            area.bottom - area.top,
            area.right - area.left,
        ),
        Mark::Flag { left, bottom } => {
            let corners = flag(*left, *bottom).into_iter();
            let corners: Vec<String> = corners.map(|(x, y)| format!("{x} {y}")).collect();
            let ink = Ink::Brand.hex();
            writeln!(out, "<path fill=\"{ink}\" d=\"M{}z\"/>", corners.join("L"))
        }
        Mark::Text { text, spot, anchor } => writeln!(
            out,
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\"{}{}>{}</text>",
            spot.left.round(),
            spot.baseline.round(),
            spot.pixels,
            spot.ink.hex(),
            weight(spot),
            middle(*anchor),
            escaped(text),
        ),
    };
}

fn weight(spot: &Spot) -> &'static str {
    match spot.weight {
        Weight::Bold => " font-weight=\"700\"",
        Weight::Regular => "",
    }
}

fn middle(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::Start => "",
    }
}

/// Its marks, said in words by the description of the whole.
fn add_chart(out: &mut String, chart: &ProgressChart, place: Place) {
    let _ = writeln!(
        out,
        "<g transform=\"translate({} {:.1}) scale({:.3})\" font-size=\"{}\" text-anchor=\"middle\">{}</g>",
        place.left,
        place.top,
        place.scale,
        ProgressChart::LETTERS,
        chart.marks(&dress),
    );
}

/// As the site's style sheet has it, in its light scheme.
fn dress(out: &mut String, ink: chart::Ink) {
    let color = ink_of(ink).hex();
    let line = |more: &str| format!(" fill=\"none\" stroke=\"{color}\"{more}");
    let attributes = match ink {
        chart::Ink::Base => line(""),
        chart::Ink::Start => line(" stroke-dasharray=\"1 3\""),
        chart::Ink::Target => line(" stroke-width=\"2\" stroke-dasharray=\"4 3\""),
        chart::Ink::Empty => line(" stroke-dasharray=\"3 3\""),
        chart::Ink::Value | chart::Ink::Miss => {
            format!(" fill=\"{color}\" font-weight=\"700\"")
        }
        _ => format!(" fill=\"{color}\""),
    };
    out.push_str(&attributes);
}
