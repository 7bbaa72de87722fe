//! Dates of the Gregorian calendar in one language.

use crate::model::Date;
use chrono::Datelike;
use icu_calendar::{Date as IcuDate, Gregorian};
use icu_datetime::fieldsets::{MD, YMD, YMDE};
use icu_datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter as Formatter};
use icu_locale_core::Locale;

/// How dates are written in one language.
#[derive(Debug)]
pub(super) struct Dates {
    long: Formatter<Gregorian, YMD>,
    with_weekday: Formatter<Gregorian, YMDE>,
    short: Formatter<Gregorian, YMD>,
    day_and_month: Formatter<Gregorian, MD>,
}

/// Why building a formatter can't fail.
const DATA: &str = "the compiled CLDR data has Gregorian patterns for every locale";

impl Dates {
    pub(super) fn new(locale: &Locale) -> Self {
        let preferences = DateTimeFormatterPreferences::from(locale);
        Self {
            long: Formatter::try_new(preferences, YMD::long()).expect(DATA),
            with_weekday: Formatter::try_new(preferences, YMDE::long()).expect(DATA),
            short: Formatter::try_new(preferences, YMD::medium()).expect(DATA),
            day_and_month: Formatter::try_new(preferences, MD::long()).expect(DATA),
        }
    }

    pub(super) fn long(&self, date: Date) -> String {
        written(date, |day| self.long.format(&day).to_string())
    }

    pub(super) fn with_weekday(&self, date: Date) -> String {
        written(date, |day| self.with_weekday.format(&day).to_string())
    }

    pub(super) fn short(&self, date: Date) -> String {
        written(date, |day| self.short.format(&day).to_string())
    }

    pub(super) fn day_and_month(&self, date: Date) -> String {
        written(date, |day| self.day_and_month.format(&day).to_string())
    }
}

/// The notation of ISO 8601.
pub(super) fn iso(date: Date) -> String {
    date.format("%Y-%m-%d").to_string()
}

/// chrono knows years that ICU refuses; such a date is shown as data files have it.
fn written(date: Date, format: impl Fn(IcuDate<Gregorian>) -> String) -> String {
    match gregorian(date) {
        Some(day) => format(day),
        None => iso(date),
    }
}

fn gregorian(date: Date) -> Option<IcuDate<Gregorian>> {
    let month = u8::try_from(date.month()).ok()?;
    let day = u8::try_from(date.day()).ok()?;
    IcuDate::try_new_gregorian(date.year(), month, day).ok()
}

#[cfg(test)]
mod tests {
    use crate::format::Formats;
    use crate::model::{Date, Language};

    fn both(date: &str, written: fn(&Formats, Date) -> String) -> [String; 2] {
        let date = date.parse().unwrap();
        Language::ALL.map(|language| written(&Formats::new(language), date))
    }

    #[test]
    fn a_date_is_written_in_every_length() {
        let day = "2019-06-10";
        assert_eq!(both(day, Formats::date), ["10 Juni 2019", "10 June 2019"]);
        assert_eq!(
            both(day, Formats::weekday_date),
            ["Senin, 10 Juni 2019", "Monday, 10 June 2019"]
        );
        assert_eq!(both(day, Formats::short_date), ["10 Jun 2019"; 2]);
        assert_eq!(both(day, Formats::day_and_month), ["10 Juni", "10 June"]);
        assert_eq!(both(day, Formats::iso), ["2019-06-10"; 2]);
    }

    #[test]
    fn every_month_has_its_short_name() {
        let cases = [
            ("2026-01-01", "1 Jan 2026", "1 Jan 2026"),
            ("2026-02-01", "1 Feb 2026", "1 Feb 2026"),
            ("2026-03-01", "1 Mar 2026", "1 Mar 2026"),
            ("2026-04-01", "1 Apr 2026", "1 Apr 2026"),
            ("2026-05-01", "1 Mei 2026", "1 May 2026"),
            ("2026-06-01", "1 Jun 2026", "1 Jun 2026"),
            ("2026-07-01", "1 Jul 2026", "1 Jul 2026"),
            ("2026-08-01", "1 Agu 2026", "1 Aug 2026"),
            ("2026-09-01", "1 Sep 2026", "1 Sept 2026"),
            ("2026-10-01", "1 Okt 2026", "1 Oct 2026"),
            ("2026-11-01", "1 Nov 2026", "1 Nov 2026"),
            ("2026-12-31", "31 Des 2026", "31 Dec 2026"),
        ];
        for (date, indonesian, english) in cases {
            assert_eq!(both(date, Formats::short_date), [indonesian, english]);
        }
    }

    #[test]
    fn a_year_beyond_the_calendar_is_still_written() {
        let far = Date::MAX;
        assert!(!Formats::new(Language::English).date(far).is_empty());
    }
}
