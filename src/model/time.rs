//! Calendar types: quarters, periods and durations of the Gregorian calendar, without a clock.

use chrono::{DateTime, Datelike, Months, NaiveTime, TimeZone, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;

/// A day in the government's own time zone.
pub type Date = chrono::NaiveDate;

/// The first moment of `day` in `zone`. Where clocks are put forward at midnight there is none;
/// the day has begun all the same, and midnight in UTC stands for it.
pub fn beginning_of(day: Date, zone: chrono_tz::Tz) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN);
    let local = zone.from_local_datetime(&midnight).earliest();
    local.map_or_else(|| midnight.and_utc(), |at| at.to_utc())
}

/// A quarter of any calendar year (triwulan, TW).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuarterOfYear {
    Tw1,
    Tw2,
    Tw3,
    Tw4,
}

impl QuarterOfYear {
    pub const ALL: [Self; 4] = [Self::Tw1, Self::Tw2, Self::Tw3, Self::Tw4];

    /// 1 to 4.
    pub fn number(self) -> u32 {
        self as u32 + 1
    }

    /// `number` from 1 to 4, else `None`.
    pub fn from_number(number: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|q| q.number() == number)
    }

    /// The key in data files: `tw1` to `tw4`.
    pub fn key(self) -> &'static str {
        ["tw1", "tw2", "tw3", "tw4"][self as usize]
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|q| q.key() == key)
    }

    /// The quarter that holds `date`.
    pub fn of(date: Date) -> Self {
        Self::ALL[date.month0() as usize / 3]
    }
}

/// One quarter of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    pub year: i32,
    pub of_year: QuarterOfYear,
}

impl Quarter {
    pub fn new(year: i32, of_year: QuarterOfYear) -> Self {
        Self { year, of_year }
    }

    /// The quarter that holds `date`.
    pub fn of(date: Date) -> Self {
        Self::new(date.year(), QuarterOfYear::of(date))
    }

    /// Its first day.
    pub fn start(self) -> Date {
        Date::from_ymd_opt(self.year, self.of_year as u32 * 3 + 1, 1)
            .expect("the first day of a quarter exists in every year that chrono knows")
    }

    /// Its last day.
    pub fn end(self) -> Date {
        let (month, day) = match self.of_year {
            QuarterOfYear::Tw1 => (3, 31),
            QuarterOfYear::Tw2 => (6, 30),
            QuarterOfYear::Tw3 => (9, 30),
            QuarterOfYear::Tw4 => (12, 31),
        };
        Date::from_ymd_opt(self.year, month, day)
            .expect("the last day of a quarter exists in every year that chrono knows")
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.year, self.of_year.key())
    }
}

/// A text that is no quarter; quarters are written `2026-tw3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAQuarter;

impl fmt::Display for NotAQuarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("write a quarter as 2026-tw3")
    }
}

impl std::error::Error for NotAQuarter {}

impl FromStr for Quarter {
    type Err = NotAQuarter;

    /// Reads `2026-tw3`: a year of four digits and the quarter's key.
    fn from_str(text: &str) -> Result<Self, NotAQuarter> {
        let (year, key) = text.split_once('-').ok_or(NotAQuarter)?;
        let is_year = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
        let year = year.parse().ok().filter(|_| is_year).ok_or(NotAQuarter)?;
        let of_year = QuarterOfYear::from_key(key).ok_or(NotAQuarter)?;
        Ok(Self::new(year, of_year))
    }
}

impl Serialize for Quarter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Quarter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

/// A period of whole days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub start: Date,
    pub end: Date,
}

impl Period {
    pub fn contains(self, date: Date) -> bool {
        self.start <= date && date <= self.end
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.start <= other.end && other.start <= self.end
    }
}

/// A length of time as regimes write it: `10 hari`, `24 bulan`, `2 tahun`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    Days(u32),
    Months(u32),
    Years(u32),
}

impl Span {
    /// The day this long after `date`. Months and years clamp to the end of a month
    /// (31 January + 1 month is 28 or 29 February).
    pub fn after(self, date: Date) -> Date {
        match self {
            Self::Days(days) => date + chrono::Days::new(days.into()),
            Self::Months(months) => date + Months::new(months),
            Self::Years(years) => date + Months::new(years.saturating_mul(12)),
        }
    }

    /// This length `count` times over. Counted from one day it does not drift: two months after
    /// 31 January are 31 March, not 28 March.
    pub fn times(self, count: u32) -> Self {
        match self {
            Self::Days(days) => Self::Days(days.saturating_mul(count)),
            Self::Months(months) => Self::Months(months.saturating_mul(count)),
            Self::Years(years) => Self::Years(years.saturating_mul(count)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_quarter_knows_its_first_and_last_day() {
        let cases = [
            (QuarterOfYear::Tw1, "2026-01-01", "2026-03-31"),
            (QuarterOfYear::Tw2, "2026-04-01", "2026-06-30"),
            (QuarterOfYear::Tw3, "2026-07-01", "2026-09-30"),
            (QuarterOfYear::Tw4, "2026-10-01", "2026-12-31"),
        ];
        for (of_year, start, end) in cases {
            let quarter = Quarter::new(2026, of_year);
            assert_eq!((quarter.start(), quarter.end()), (date(start), date(end)));
            assert_eq!(Quarter::of(date(start)), quarter);
            assert_eq!(Quarter::of(date(end)), quarter);
        }
    }

    #[test]
    fn a_quarter_is_read_as_it_is_written() {
        let quarter = Quarter::new(2026, QuarterOfYear::Tw3);
        assert_eq!(quarter.to_string().parse(), Ok(quarter));
        for text in [
            "2026-tw5",
            "2026",
            "26-tw1",
            "+026-tw1",
            "2026-TW1",
            "2026-tw1 ",
        ] {
            assert_eq!(text.parse::<Quarter>(), Err(NotAQuarter), "{text}");
        }
    }

    #[test]
    fn months_clamp_to_the_end_of_a_month() {
        assert_eq!(
            Span::Months(1).after(date("2025-01-31")),
            date("2025-02-28")
        );
        assert_eq!(
            Span::Months(24).after(date("2024-02-29")),
            date("2026-02-28")
        );
        assert_eq!(Span::Years(2).after(date("2025-09-04")), date("2027-09-04"));
        assert_eq!(Span::Days(10).after(date("2026-03-31")), date("2026-04-10"));
    }
}
