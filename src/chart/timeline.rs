//! The line of a tenure: protected time, evaluations and today, by the day.
//!
//! It must never decide what a day means; labels and tones arrive finished.

use super::Tone;
use super::backend::{Drawn, Ink, Pen, Point, Tenths, escape};
use super::layout::{Board, Rect};

const SHEET: Rect = Rect {
    left: 0,
    top: 0,
    right: 3520,
    bottom: 560,
};
const SIDE: Tenths = 60;
const LINE: Tenths = 290;
/// Half the height of the protected time.
const BAND: Tenths = 60;
/// From a mark's middle to its corners.
const MARK: Tenths = 65;
const TODAY_TOP: Tenths = 150;
const TODAY_BOTTOM: Tenths = 390;
const ABOVE: Tenths = 110;
const BELOW: Tenths = 510;

/// A line of days.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeLine {
    /// The accessible name: what the line shows, in words.
    pub title: String,
    /// The first and the last day, counted from any common one.
    pub span: (i64, i64),
    /// The protected time, within or beyond the span.
    pub band: Option<(i64, i64)>,
    pub today: Label,
    /// Days without a mark of their own, such as the two ends.
    pub labels: Vec<Label>,
    /// In the order in which they claim room for their labels.
    pub marks: Vec<Mark>,
}

/// A day with what is printed at it.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    pub day: i64,
    pub text: String,
}

/// A day on which something was or is to be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub at: Label,
    pub tone: Tone,
}

impl TimeLine {
    /// The line as one inline `<svg>` element.
    pub fn svg(&self) -> String {
        let mut out = String::with_capacity(1024);
        out.push_str("<svg class=\"chart\" viewBox=\"0 0 352 56\" role=\"img\" aria-label=\"");
        escape(&mut out, &self.title);
        out.push_str("\" font-size=\"11\" text-anchor=\"middle\">");
        self.draw(&mut out)
            .expect("writing to a string does not fail, and the pen is used by one only");
        out.push_str("</svg>");
        out
    }

    fn draw(&self, out: &mut String) -> Drawn {
        let size = (SHEET.right.unsigned_abs(), SHEET.bottom.unsigned_abs());
        let pen = Pen::on(out, size);
        if let Some((from, until)) = self.band {
            let (left, right) = (self.x(from), self.x(until));
            let (top, bottom) = (LINE - BAND, LINE + BAND);
            let band = Rect {
                left,
                top,
                right,
                bottom,
            };
            pen.rect(band, Ink::Band)?;
        }
        pen.line(&[(SIDE, LINE), (SHEET.right - SIDE, LINE)], Ink::Base)?;
        let today = self.x(self.today.day);
        pen.line(&[(today, TODAY_TOP), (today, TODAY_BOTTOM)], Ink::Target)?;
        // One path for each tone.
        let mut marks: Vec<(Ink, Tenths)> = self.marks.iter().map(|m| self.mark(m)).collect();
        marks.sort();
        for (ink, x) in marks {
            pen.area(&diamond(x), ink)?;
        }
        for label in self.labels().into_labels() {
            pen.label(&label)?;
        }
        pen.finish()
    }

    fn mark(&self, mark: &Mark) -> (Ink, Tenths) {
        (mark.tone.into(), self.x(mark.at.day))
    }

    /// Today stands above the line, all else below; what finds no room there is left out, and
    /// stands in the list beside the line.
    fn labels(&self) -> Board<'_> {
        let mut board = Board::new(SHEET);
        board.place(
            &self.today.text,
            Ink::Value,
            &[(self.x(self.today.day), ABOVE)],
        );
        let below = self.marks.iter().map(|mark| &mark.at).chain(&self.labels);
        for label in below {
            let x = self.x(label.day);
            board.place(&label.text, Ink::Plain, &[(x, BELOW), (x, ABOVE)]);
        }
        board
    }

    /// Where a day stands; one beyond the span stands at its end.
    fn x(&self, day: i64) -> Tenths {
        let (first, last) = self.span;
        let days = (last - first).max(1);
        let width = i64::from(SHEET.right - 2 * SIDE);
        let along = (day - first).clamp(0, days) * width / days;
        // At most the width of the sheet.
        SIDE + Tenths::try_from(along).unwrap_or(0)
    }
}

fn diamond(x: Tenths) -> [Point; 4] {
    [
        (x, LINE - MARK),
        (x + MARK, LINE),
        (x, LINE + MARK),
        (x - MARK, LINE),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(day: i64, text: &str) -> Label {
        Label {
            day,
            text: text.into(),
        }
    }

    fn line(marks: &[(i64, &str, Tone)]) -> TimeLine {
        TimeLine {
            title: "Masa <jabatan>".into(),
            span: (0, 1000),
            band: Some((0, 500)),
            today: label(600, "hari ini"),
            labels: vec![label(0, "1 Jan 2025"), label(1000, "1 Jan 2027")],
            marks: marks
                .iter()
                .map(|(day, text, tone)| Mark {
                    at: label(*day, text),
                    tone: *tone,
                })
                .collect(),
        }
    }

    #[test]
    fn a_line_shows_protected_time_today_and_marks_in_their_tones() {
        let svg = line(&[
            (250, "1 Jul 2025", Tone::Good),
            (750, "1 Jul 2026", Tone::Bad),
        ])
        .svg();
        let wanted = [
            "aria-label=\"Masa &lt;jabatan&gt;\"",
            "class=\"c-band\" d=\"M6 35V23h170v12z\"",
            "class=\"c-good\" d=\"M91 22.5",
            "class=\"c-bad\" d=\"M261 22.5",
            ">hari ini</text>",
            ">1 Jul 2025</text>",
        ];
        for part in wanted {
            assert!(svg.contains(part), "{part} in {svg}");
        }
        assert!(!svg.contains("style="));
    }

    #[test]
    fn labels_that_find_no_room_are_left_out_and_their_marks_stay() {
        let marks: Vec<_> = (0..6)
            .map(|i| (500 + i, "1 Jul 2025", Tone::Good))
            .collect();
        let svg = line(&marks).svg();
        assert!(svg.matches("1 Jul 2025").count() <= 2, "{svg}");
        assert_eq!(svg.matches("M17").count(), 6, "{svg}");
    }

    #[test]
    fn a_day_beyond_the_line_stands_at_its_end() {
        let svg = line(&[(5000, "kelak", Tone::Neutral), (-7, "dulu", Tone::Neutral)]).svg();
        assert!(
            svg.contains("M346 22.5") && svg.contains("M6 22.5"),
            "{svg}"
        );
        let single = TimeLine {
            span: (3, 3),
            ..line(&[])
        };
        assert!(single.svg().contains("hari ini"));
    }
}
