//! Dates and durations by their raw text. Only ISO dates are read: `12/01/2026` is January to
//! one reader and December to another, so it is refused with both readings.

use super::reader::{NONE, Read, Reader, scalar};
use super::record::Kind;
use super::tree::Node;
use crate::model::{Date, Span};
use crate::problem::{Code, code};
use serde::{Deserialize, Serialize};

/// Years that a date of the record may lie in.
const YEARS: std::ops::RangeInclusive<i32> = 1945..=2199;

/// Why a text is no date, with ISO dates that might have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotADate {
    pub code: Code,
    pub readings: Vec<Date>,
}

/// Reads an ISO date.
pub fn date(text: &str) -> Result<Date, NotADate> {
    iso_date(text).ok_or_else(|| not_a_date(text))
}

/// The date that `text` is.
pub fn iso_date(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    let is_form = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !is_form {
        return None;
    }
    let [year, month, day] = [&text[..4], &text[5..7], &text[8..]];
    day_of(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Why `text` is none.
fn not_a_date(text: &str) -> NotADate {
    let parts: Vec<&str> = text
        .split(['-', '/', '.', ' '])
        .filter(|p| !p.is_empty())
        .collect();
    let [a, b, c] = parts[..] else {
        return refused(code::DATE_FORM, []);
    };
    let are_digits = [a, b, c].into_iter().all(is_digits);
    if are_digits && text == format!("{a}-{b}-{c}") && (a.len(), b.len(), c.len()) == (4, 2, 2) {
        return refused(code::NO_SUCH_DAY, []);
    }
    other_order(a, b, c)
}

/// Asked before a text is parsed, which would take `+5` as well.
fn is_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

fn refused<const N: usize>(code: Code, readings: [Option<Date>; N]) -> NotADate {
    let mut readings: Vec<Date> = readings.into_iter().flatten().collect();
    readings.dedup();
    NotADate { code, readings }
}

fn day_of(year: i32, month: u32, day: u32) -> Option<Date> {
    Date::from_ymd_opt(year, month, day).filter(|_| YEARS.contains(&year))
}

/// `2026-1-5`, `12/01/2026`, `12 Januari 2026`.
fn other_order(a: &str, b: &str, c: &str) -> NotADate {
    let number = |text: &str| text.parse::<u32>().ok();
    let read = |year: &str, month: Option<u32>, day: &str| {
        day_of(year.parse().ok()?, month?, number(day)?)
    };
    if a.len() == 4 {
        return refused(
            code::DATE_FORM,
            [read(a, number(b).or_else(|| month_named(b)), c)],
        );
    }
    if let Some(month) = month_named(b) {
        return refused(code::DATE_FORM, [read(c, Some(month), a)]);
    }
    let not = refused(
        code::DATE_AMBIGUOUS,
        [read(c, number(b), a), read(c, number(a), b)],
    );
    let code = if not.readings.len() == 2 {
        code::DATE_AMBIGUOUS
    } else {
        code::DATE_FORM
    };
    NotADate { code, ..not }
}

fn month_named(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "januari",
        "februari",
        "maret",
        "april",
        "mei",
        "juni",
        "juli",
        "agustus",
        "september",
        "oktober",
        "november",
        "desember",
    ];
    let word = word.to_lowercase();
    let named = |month: &&str| word.len() >= 3 && month.starts_with(&word);
    let index = MONTHS.iter().position(named)?;
    u32::try_from(index + 1).ok()
}

/// Reads `10 hari`, `24 bulan`, `2 tahun`; at most a hundred years.
pub fn duration(text: &str) -> Option<Span> {
    let (count, unit) = text.split_once(' ')?;
    let leading_zero = count.len() > 1 && count.starts_with('0');
    if leading_zero || !is_digits(count) {
        return None;
    }
    let count: u32 = count.parse().ok()?;
    let (span, most) = match unit.trim() {
        "hari" => (Span::Days(count), 36_500),
        "bulan" => (Span::Months(count), 1_200),
        "tahun" => (Span::Years(count), 100),
        _ => return None,
    };
    (count <= most).then_some(span)
}

impl Read for Date {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = scalar(node, reader)?;
        date(text).map_or_else(
            |not| {
                let reading = |i: usize| not.readings.get(i).map_or(NONE.into(), Date::to_string);
                let (first, second) = (reading(0), reading(1));
                let arguments: [(&str, &dyn std::fmt::Display); 3] =
                    [("text", &text), ("first", &first), ("second", &second)];
                reader.refuse(not.code, node.span, &arguments)
            },
            Some,
        )
    }

    fn kind() -> Kind {
        Kind::Date
    }
}

impl Read for Span {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = scalar(node, reader)?;
        duration(text).or_else(|| reader.refuse(code::DURATION, node.span, &[("text", &text)]))
    }

    fn kind() -> Kind {
        Kind::Duration
    }
}

/// A calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Year(pub i32);

impl Read for Year {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = scalar(node, reader)?;
        year(text)
            .map(Self)
            .or_else(|| reader.refuse(code::YEAR, node.span, &[("text", &text)]))
    }

    fn kind() -> Kind {
        Kind::Year
    }
}

/// Four digits, within reason.
pub fn year(text: &str) -> Option<i32> {
    let year = text.parse().ok()?;
    (text.len() == 4 && YEARS.contains(&year)).then_some(year)
}

/// A day of every year: `05-15`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthDay {
    pub month: u32,
    pub day: u32,
}

impl Read for MonthDay {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = scalar(node, reader)?;
        month_day(text).or_else(|| reader.refuse(code::MONTH_DAY, node.span, &[("text", &text)]))
    }

    fn kind() -> Kind {
        Kind::MonthDay
    }
}

/// 29 February is not a day of every year.
fn month_day(text: &str) -> Option<MonthDay> {
    let (month, day) = text.split_once('-')?;
    if (month.len(), day.len()) != (2, 2) || ![month, day].into_iter().all(is_digits) {
        return None;
    }
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    Date::from_ymd_opt(2025, month, day).map(|_| MonthDay { month, day })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_iso_and_others_get_their_readings() {
        let cases: [(&str, Code, &[&str]); 15] = [
            (
                "12/01/2026",
                code::DATE_AMBIGUOUS,
                &["2026-01-12", "2026-12-01"],
            ),
            (
                "12-01-2026",
                code::DATE_AMBIGUOUS,
                &["2026-01-12", "2026-12-01"],
            ),
            ("13/01/2026", code::DATE_FORM, &["2026-01-13"]),
            ("01/13/2026", code::DATE_FORM, &["2026-01-13"]),
            ("05.05.2026", code::DATE_FORM, &["2026-05-05"]),
            ("12 Januari 2026", code::DATE_FORM, &["2026-01-12"]),
            ("3 Agu 2026", code::DATE_FORM, &["2026-08-03"]),
            ("2026-1-5", code::DATE_FORM, &["2026-01-05"]),
            ("2026/01/05", code::DATE_FORM, &["2026-01-05"]),
            ("2026-+1-+5", code::DATE_FORM, &["2026-01-05"]),
            ("2026-02-30", code::NO_SUCH_DAY, &[]),
            ("2026-13-01", code::NO_SUCH_DAY, &[]),
            ("1026-01-01", code::NO_SUCH_DAY, &[]),
            ("2026-01-12T00:00:00", code::DATE_FORM, &[]),
            ("besok", code::DATE_FORM, &[]),
        ];
        for (text, code, readings) in cases {
            let not = date(text).expect_err(text);
            let found: Vec<_> = not.readings.iter().map(Date::to_string).collect();
            assert_eq!(
                (not.code, found),
                (code, readings.iter().map(|r| (*r).into()).collect()),
                "{text}"
            );
        }
        assert_eq!(
            date("2024-02-29"),
            Ok(Date::from_ymd_opt(2024, 2, 29).unwrap())
        );
    }

    #[test]
    fn durations_are_a_whole_number_and_a_unit() {
        let cases = [
            ("10 hari", Some(Span::Days(10))),
            ("24 bulan", Some(Span::Months(24))),
            ("2 tahun", Some(Span::Years(2))),
            ("0 hari", Some(Span::Days(0))),
            ("2tahun", None),
            ("1,5 tahun", None),
            ("02 tahun", None),
            ("101 tahun", None),
            ("-1 hari", None),
            ("2 years", None),
            ("hari", None),
        ];
        for (text, expected) in cases {
            assert_eq!(duration(text), expected, "{text}");
        }
    }

    #[test]
    fn a_day_of_every_year_leaves_out_the_leap_day() {
        assert_eq!(month_day("05-15"), Some(MonthDay { month: 5, day: 15 }));
        for text in ["02-29", "13-01", "5-15", "+5-15", "15 Mei"] {
            assert_eq!(month_day(text), None, "{text}");
        }
    }
}
