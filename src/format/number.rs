//! Plain and compact numbers of one language.

use super::cldr_locale;
use crate::model::{Language, Quantity};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use rust_decimal::{Decimal as Exact, RoundingStrategy};

/// From this many decimals on, trailing zeros are not figures but a way to write three decimals
/// without the doubt of `66.891` (data-format: the number trap).
const ZEROS_GO_FROM: u32 = 4;

/// Below this, a compact number is the full number.
const COMPACT_FROM: Exact = Exact::from_parts(100_000, 0, 0, false, 0);

/// How numbers are written in one language.
#[derive(Debug)]
pub(super) struct Numbers {
    formatter: DecimalFormatter,
    /// Groups from five digits on, as CLDR writes the count before a power.
    counts: DecimalFormatter,
    powers: &'static [Power; 4],
}

/// A power of ten and what follows its count in a short number, space included.
#[derive(Debug)]
struct Power {
    exponent: i16,
    suffix: &'static str,
}

/// CLDR `decimalFormats/short` of `id`; ICU4X still counts its compact formatter as unstable.
const INDONESIAN_POWERS: [Power; 4] = [
    Power::new(12, "\u{a0}T"),
    Power::new(9, "\u{a0}M"),
    Power::new(6, "\u{a0}jt"),
    Power::new(3, "\u{a0}rb"),
];

/// CLDR `decimalFormats/short` of `en-GB`.
const ENGLISH_POWERS: [Power; 4] = [
    Power::new(12, "tn"),
    Power::new(9, "bn"),
    Power::new(6, "m"),
    Power::new(3, "k"),
];

impl Power {
    const fn new(exponent: i16, suffix: &'static str) -> Self {
        Self { exponent, suffix }
    }
}

impl Numbers {
    pub(super) fn new(language: Language) -> Self {
        let locale = cldr_locale(language);
        let grouped = |strategy| {
            let options = DecimalFormatterOptions::from(strategy);
            DecimalFormatter::try_new((&locale).into(), options)
                .expect("the compiled CLDR data has number symbols for every locale")
        };
        let powers = match language {
            Language::Indonesian => &INDONESIAN_POWERS,
            Language::English => &ENGLISH_POWERS,
        };
        Self {
            formatter: grouped(GroupingStrategy::Auto),
            counts: grouped(GroupingStrategy::Min2),
            powers,
        }
    }

    /// Every digit of `value`, as it stands.
    pub(super) fn decimal(&self, value: &Decimal) -> String {
        self.formatter.format_to_string(value)
    }

    pub(super) fn integer(&self, value: u64) -> String {
        self.decimal(&Decimal::from(value))
    }

    pub(super) fn quantity(&self, quantity: Quantity) -> String {
        let exact = quantity.decimal();
        let mut shown = to_icu(exact);
        if exact.scale() >= ZEROS_GO_FROM {
            shown.absolute.trim_end();
        }
        self.decimal(&shown)
    }

    pub(super) fn compact(&self, quantity: Quantity) -> String {
        let exact = quantity.decimal();
        if exact.abs() < COMPACT_FROM {
            return self.quantity(quantity);
        }
        let rounded = exact
            .round_sf_with_strategy(3, RoundingStrategy::MidpointAwayFromZero)
            .unwrap_or(exact);
        let mut shown = to_icu(rounded);
        let power = self.power_of(shown.absolute.nonzero_magnitude_start());
        shown.multiply_pow10(-power.exponent);
        shown.absolute.trim_end();
        self.counts.format_to_string(&shown) + power.suffix
    }

    /// The largest power that a number of this magnitude reaches.
    fn power_of(&self, magnitude: i16) -> &'static Power {
        let [.., least] = self.powers;
        let reached = self.powers.iter().find(|p| magnitude >= p.exponent);
        reached.unwrap_or(least)
    }
}

/// The same number, with the same decimals. Most mantissas fit 64 bits, which convert faster.
fn to_icu(exact: Exact) -> Decimal {
    let mantissa = exact.mantissa();
    let mut decimal = i64::try_from(mantissa).map_or_else(|_| mantissa.into(), Decimal::from);
    let scale = i16::try_from(exact.scale()).expect("a decimal has at most 28 decimals");
    decimal.multiply_pow10(-scale);
    // Restores the zeros that a mantissa of 0 has lost: 0.00 was written with two.
    decimal.absolute.pad_end(-scale);
    decimal
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(text: &str, written: fn(&Numbers, Quantity) -> String) -> [String; 2] {
        let quantity = text.parse().unwrap();
        Language::ALL.map(|language| written(&Numbers::new(language), quantity))
    }

    #[test]
    fn a_quantity_keeps_its_written_decimals() {
        let cases = [
            ("0", "0", "0"),
            ("0.00", "0,00", "0.00"),
            ("7.0", "7,0", "7.0"),
            ("13.2", "13,2", "13.2"),
            ("999", "999", "999"),
            ("1620", "1.620", "1,620"),
            ("1234567.891", "1.234.567,891", "1,234,567.891"),
            ("66.890", "66,890", "66.890"),
            ("66.8910", "66,891", "66.891"),
            ("3.0000", "3", "3"),
            ("0.12345", "0,12345", "0.12345"),
            ("120.0000", "120", "120"),
            ("-4", "-4", "-4"),
            ("-1234.5", "-1.234,5", "-1,234.5"),
            ("45250000000", "45.250.000.000", "45,250,000,000"),
            (
                "79228162514264337593543950335",
                "79.228.162.514.264.337.593.543.950.335",
                "79,228,162,514,264,337,593,543,950,335",
            ),
        ];
        for (text, indonesian, english) in cases {
            assert_eq!(both(text, Numbers::quantity), [indonesian, english]);
        }
    }

    #[test]
    fn a_compact_number_has_three_digits_from_a_hundred_thousand_on() {
        let cases = [
            ("0", "0", "0"),
            ("99999", "99.999", "99,999"),
            ("99999.9", "99.999,9", "99,999.9"),
            ("100000", "100\u{a0}rb", "100k"),
            ("510000", "510\u{a0}rb", "510k"),
            ("123456.78", "123\u{a0}rb", "123k"),
            ("999499", "999\u{a0}rb", "999k"),
            ("999500", "1\u{a0}jt", "1m"),
            ("12000000", "12\u{a0}jt", "12m"),
            ("1250000000", "1,25\u{a0}M", "1.25bn"),
            ("1255000000", "1,26\u{a0}M", "1.26bn"),
            ("45250000000", "45,3\u{a0}M", "45.3bn"),
            ("1808114000000", "1,81\u{a0}T", "1.81tn"),
            ("1234000000000000", "1230\u{a0}T", "1230tn"),
            ("-1250000000", "-1,25\u{a0}M", "-1.25bn"),
        ];
        for (text, indonesian, english) in cases {
            assert_eq!(both(text, Numbers::compact), [indonesian, english]);
        }
    }
}
