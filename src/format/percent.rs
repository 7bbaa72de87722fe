//! How many decimals a percentage shows.

use crate::model::{Percent, Ratio};
use icu_decimal::input::Decimal;
use std::cmp::Ordering;

/// Decimals of a percentage that no bound is near to.
const USUAL_DIGITS: u32 = 2;

/// `percent` rounded to two decimals, or to as many as leave it on its own side of every bound,
/// without trailing zeros.
pub(super) fn rounded_for_display(percent: &Percent, bounds: &[Percent]) -> Decimal {
    let mut shown = usual(percent, bounds).unwrap_or_else(|| careful(percent, bounds));
    shown.absolute.trim_end();
    shown
}

/// Any percentage, in arbitrary precision.
fn careful(percent: &Percent, bounds: &[Percent]) -> Decimal {
    let digits = percent.digits_for_display(USUAL_DIGITS, bounds);
    let mut shown = Decimal::try_from_str(&percent.scaled(digits).to_string())
        .expect("an integer in decimal notation is a decimal");
    shown.multiply_pow10(-i16::try_from(digits).expect("a display has few decimals"));
    shown
}

/// The same in machine integers, many times faster, for nearly every percentage there is:
/// where nothing overflows and two decimals are enough. `None` otherwise.
fn usual(percent: &Percent, bounds: &[Percent]) -> Option<Decimal> {
    let value = Fraction::of(percent.number())?;
    let shift = 10_i128.pow(USUAL_DIGITS);
    let scaled = value.rounded_times(shift)?;
    let shown = Fraction {
        numerator: scaled,
        denominator: shift,
    };
    for bound in bounds {
        let bound = Fraction::of(bound.number())?;
        if value.compare(bound)? != shown.compare(bound)? {
            return None;
        }
    }
    let mut decimal = Decimal::from(i64::try_from(scaled).ok()?);
    decimal.multiply_pow10(-2);
    Some(decimal)
}

/// A ratio of machine integers; the denominator is positive.
#[derive(Clone, Copy)]
struct Fraction {
    numerator: i128,
    denominator: i128,
}

impl Fraction {
    fn of(ratio: &Ratio) -> Option<Self> {
        let (numerator, denominator) = ratio.to_i64s()?;
        Some(Self {
            numerator: numerator.into(),
            denominator: denominator.into(),
        })
    }

    /// Half away from zero, as [`Percent::rounded`] does.
    fn rounded_times(self, factor: i128) -> Option<i128> {
        let doubled = self.numerator.checked_mul(2 * factor)?;
        let away = doubled.checked_add(self.denominator * self.numerator.signum())?;
        Some(away / (2 * self.denominator))
    }

    fn compare(self, other: Self) -> Option<Ordering> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Some(left.cmp(&right))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Formats;
    use crate::model::{Language, Quantity};
    use num_bigint::BigInt;

    fn ratio(numerator: i64, denominator: i64) -> Percent {
        Percent::new(Ratio::of_big(numerator.into(), denominator.into()).unwrap())
    }

    fn bounds() -> Vec<Percent> {
        ["51", "66", "76", "91", "100"]
            .map(|text| Percent::from(text.parse::<Quantity>().unwrap()))
            .to_vec()
    }

    #[test]
    fn a_percentage_has_two_decimals_at_most_unless_it_would_cross_a_bound() {
        let cases = [
            (ratio(80, 1), "80%", "80%"),
            (ratio(0, 1), "0%", "0%"),
            (ratio(1480, 15), "98,67%", "98.67%"),
            (ratio(1100, 12), "91,67%", "91.67%"),
            (ratio(875, 10), "87,5%", "87.5%"),
            (ratio(90_990, 1000), "90,99%", "90.99%"),
            (ratio(90_996, 1000), "90,996%", "90.996%"),
            (ratio(9_999_999, 100_000), "99,99999%", "99.99999%"),
            (ratio(91_001, 1000), "91,001%", "91.001%"),
            (ratio(-25_005, 1000), "-25,01%", "-25.01%"),
            (ratio(123_456_700, 100), "1.234.567%", "1,234,567%"),
        ];
        for (percent, indonesian, english) in cases {
            let written = Language::ALL.map(|l| Formats::new(l).percent(&percent, &bounds()));
            assert_eq!(written, [indonesian, english]);
        }
    }

    #[test]
    fn a_percentage_beyond_machine_integers_is_written_too() {
        let huge = Percent::new(Ratio::of_big(BigInt::from(10).pow(30), BigInt::from(3)).unwrap());
        let written = Formats::new(Language::English).percent(&huge, &bounds());
        assert_eq!(written, "333,333,333,333,333,333,333,333,333,333.33%");
    }

    #[test]
    fn the_fast_way_and_the_careful_way_agree() {
        for numerator in -300..3000 {
            for denominator in [1, 3, 7, 8, 12, 20, 287, 999, 1600] {
                let percent = ratio(numerator, denominator);
                let Some(fast) = usual(&percent, &bounds()) else {
                    continue;
                };
                let careful = careful(&percent, &bounds());
                let both = [fast, careful].map(|mut decimal| {
                    decimal.absolute.trim_end();
                    decimal.to_string()
                });
                assert_eq!(both[0], both[1], "{numerator}/{denominator}");
            }
        }
    }
}
