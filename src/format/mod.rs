//! Numbers, dates, lists and words as a reader of one language sees them.
//!
//! This room owns every separator, month name and plural of the site. The conventions are CLDR's,
//! through ICU4X; the words come from the locale files, through Project Fluent. It must never
//! compute a figure, decide a state, escape for HTML or read a file, and it keeps nothing global:
//! a [`Formats`] and a [`Messages`] are built once per language and lent to every thread.

mod catalog;
mod date;
#[cfg(any(test, fuzzing))]
pub mod laws;
mod message;
mod message_error;
mod number;
mod percent;
mod plain_message;
mod unit;

pub use catalog::message_keys;
pub use message::{Arg, MessageSource, Messages};
pub use message_error::MessageError;
pub use unit::has_own_form;

use crate::model::{Date, Language, Percent, Quantity};
use date::Dates;
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::{Locale, locale};
use number::Numbers;

/// How one language writes numbers, measures, dates and lists.
#[derive(Debug)]
pub struct Formats {
    numbers: Numbers,
    dates: Dates,
    lists: ListFormatter,
}

impl Formats {
    /// The conventions of `language`, from the CLDR data compiled in.
    pub fn new(language: Language) -> Self {
        let locale = cldr_locale(language);
        Self {
            numbers: Numbers::new(language),
            dates: Dates::new(&locale),
            lists: ListFormatter::try_new_and((&locale).into(), ListFormatterOptions::default())
                .expect("the compiled CLDR data has list patterns for every locale"),
        }
    }

    /// `1.234.567,891`, with the decimals it was written with. From four decimals on trailing
    /// zeros go: they are how staff write three real decimals (`66.8910`).
    pub fn quantity(&self, quantity: Quantity) -> String {
        self.numbers.quantity(quantity)
    }

    /// A number of things: `1.620`.
    pub fn count(&self, count: u64) -> String {
        self.numbers.integer(count)
    }

    /// A quantity with its unit, never broken over two lines: `86,67%`, `Rp 1.250.000.000`,
    /// `1.620 orang`.
    pub fn measure(&self, quantity: Quantity, unit: Option<&str>) -> String {
        unit::attach(self.quantity(quantity), unit)
    }

    /// For labels in charts: at most three significant digits from 100.000 on (`1,25 M`,
    /// `510 rb`), the full number below.
    pub fn compact(&self, quantity: Quantity) -> String {
        self.numbers.compact(quantity)
    }

    /// [`Self::compact`] with its unit: `Rp 1,25 M`.
    pub fn compact_measure(&self, quantity: Quantity, unit: Option<&str>) -> String {
        unit::attach(self.compact(quantity), unit)
    }

    /// `98,67%`, `80%`: at most two decimals, without trailing zeros, but as many as it takes
    /// for rounding to cross none of `bounds`.
    pub fn percent(&self, percent: &Percent, bounds: &[Percent]) -> String {
        let shown = percent::rounded_for_display(percent, bounds);
        unit::attach(self.numbers.decimal(&shown), Some(unit::PERCENT))
    }

    /// `10 Juni 2019`.
    pub fn date(&self, date: Date) -> String {
        self.dates.long(date)
    }

    /// `Senin, 10 Juni 2019`.
    pub fn weekday_date(&self, date: Date) -> String {
        self.dates.with_weekday(date)
    }

    /// `10 Jun 2019`.
    pub fn short_date(&self, date: Date) -> String {
        self.dates.short(date)
    }

    /// `10 Juni`: a day of any year.
    pub fn day_and_month(&self, date: Date) -> String {
        self.dates.day_and_month(date)
    }

    /// `2019-06-10`, for data files and `datetime` attributes: the same in every language.
    pub fn iso(&self, date: Date) -> String {
        date::iso(date)
    }

    /// `a, b, dan c`.
    pub fn list<T: AsRef<str>>(&self, items: &[T]) -> String {
        self.lists.format_to_string(items.iter().map(AsRef::as_ref))
    }
}

/// The CLDR locale of a language. English is the British one: Indonesian readers of English
/// expect the day before the month.
fn cldr_locale(language: Language) -> Locale {
    match language {
        Language::Indonesian => locale!("id"),
        Language::English => locale!("en-GB"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::date::date;
    use crate::parse::number::number;
    use chrono::Days;
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        /// What a page shows, somebody types into a file: it is read as what it was, or refused with that among the
        /// readings.
        #[test]
        fn a_number_as_a_page_shows_it_is_read_as_itself(
            digits in prop_oneof![-2_000_000_i64..2_000_000, -10_i64.pow(17)..10_i64.pow(17)], scale in 0_u32..10,
        ) {
            let quantity: Quantity = Decimal::new(digits, scale).to_string().parse().unwrap();
            let shown = Formats::new(Language::Indonesian).quantity(quantity);
            let read = match number(&shown) {
                Ok(read) => vec![read],
                Err(not) => not.readings.iter().map(|reading| number(reading).unwrap()).collect(),
            };
            prop_assert!(read.iter().any(|read| read.ratio() == quantity.ratio()), "{shown} {read:?}");
        }

        /// Dates are read in one form; of any other that a page has, the day is offered, and none but it.
        #[test]
        fn a_day_as_a_page_shows_it_is_offered(after in 0_u64..93_000) {
            let day = Date::from_ymd_opt(1945, 1, 1).unwrap() + Days::new(after);
            let indonesian = Formats::new(Language::Indonesian);
            prop_assert_eq!(date(&indonesian.iso(day)), Ok(day));
            for shown in [indonesian.date(day), indonesian.short_date(day)] {
                prop_assert_eq!(date(&shown).unwrap_err().readings, [day], "{}", shown);
            }
            let english = Formats::new(Language::English);
            for shown in [english.date(day), english.short_date(day)] {
                let readings = date(&shown).unwrap_err().readings;
                prop_assert!(readings.iter().all(|reading| *reading == day), "{shown} {readings:?}");
            }
        }
    }

    #[test]
    fn formats_are_shared_by_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Formats>();
        shared::<Messages>();
    }

    #[test]
    fn a_list_reads_as_a_sentence() {
        let lists = |items: &[&str]| Language::ALL.map(|l| Formats::new(l).list(items));
        assert_eq!(lists(&[]), ["", ""]);
        assert_eq!(lists(&["a"]), ["a", "a"]);
        assert_eq!(lists(&["a", "b"]), ["a dan b", "a and b"]);
        assert_eq!(lists(&["a", "b", "c"]), ["a, b, dan c", "a, b and c"]);
    }
}
