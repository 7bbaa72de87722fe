//! How the cells of a form look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Text is black on all of these but the headings: contrast 15:1 and more, theirs 9:1.
const INPUT: u32 = 0xFFF6CC;
const LOCKED: u32 = 0xF1F3F5;
const HEADING: u32 = 0x1F3A5F;
const INPUT_HEADING: u32 = 0x6B4A00;
const LINE: u32 = 0x9AA5B1;
const CONFLICT: u32 = 0xFFC9C9;
const CONFLICT_TEXT: u32 = 0x7A0010;

/// Days have Indonesian names of months (421 is Indonesian); which signs stand between digits the
/// reader's own system says.
const DAY: &str = "[$-421]d mmmm yyyy";

/// The formats of a workbook of forms.
#[derive(Debug)]
pub(super) struct Styles {
    pub title: Format,
    pub section: Format,
    pub text: Format,
    pub label: Format,
    pub heading: Format,
    pub input_heading: Format,
    pub locked: Format,
    pub number: Format,
    pub amount: Format,
    pub word: Format,
    pub day: Format,
    pub conflict: Format,
}

impl Default for Styles {
    fn default() -> Self {
        let boxed = || {
            Format::new()
                .set_border(FormatBorder::Thin)
                .set_border_color(Color::RGB(LINE))
                .set_align(FormatAlign::Top)
        };
        let input = || {
            boxed()
                .set_background_color(Color::RGB(INPUT))
                .set_unlocked()
        };
        let heading = |colour| {
            boxed()
                .set_background_color(Color::RGB(colour))
                .set_font_color(Color::White)
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_indent(1)
        };
        Self {
            title: Format::new().set_bold().set_font_size(15),
            section: Format::new().set_bold().set_font_size(12),
            text: Format::new().set_align(FormatAlign::Top),
            label: Format::new().set_bold().set_align(FormatAlign::Top),
            heading: heading(HEADING),
            input_heading: heading(INPUT_HEADING),
            locked: boxed()
                .set_background_color(Color::RGB(LOCKED))
                .set_text_wrap()
                .set_align(FormatAlign::Left)
                .set_indent(1),
            number: input().set_align(FormatAlign::Right).set_indent(1),
            amount: input()
                .set_align(FormatAlign::Right)
                .set_indent(1)
                .set_num_format("#,##0"),
            word: input()
                .set_text_wrap()
                .set_align(FormatAlign::Left)
                .set_indent(1),
            day: input()
                .set_num_format(DAY)
                .set_align(FormatAlign::Left)
                .set_indent(1),
            conflict: Format::new()
                .set_background_color(Color::RGB(CONFLICT))
                .set_font_color(Color::RGB(CONFLICT_TEXT)),
        }
    }
}
