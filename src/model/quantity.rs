//! Exact numbers. A [`Quantity`] is a decimal as staff wrote it; a [`Percent`] is an exact ratio,
//! so that no chain of divisions can push a figure over the edge of a category.

use super::Ratio;
use num_bigint::BigInt;
use num_traits::ToPrimitive;
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// An exact decimal with the number of decimals it was written with (at most 28 digits).
/// Compared by value: 7.0 equals 7.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quantity(Decimal);

/// Its sixteen bytes, so that what was written down comes back digit by digit.
impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <[u8; 16]>::deserialize(deserializer).map(|bytes| Self(Decimal::deserialize(bytes)))
    }
}

impl Quantity {
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// `None` when more than 28 digits would be needed.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// `None` when more than 28 digits would be needed.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// Without its sign.
    pub fn absolute(self) -> Self {
        Self(self.0.abs())
    }

    pub fn is_positive(self) -> bool {
        self.0 > Decimal::ZERO
    }

    pub fn is_negative(self) -> bool {
        self.0 < Decimal::ZERO
    }

    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// `ratio` rounded half away from zero to `decimals`; `None` when it has too many digits.
    pub fn nearest(ratio: &Ratio, decimals: u32) -> Option<Self> {
        let small = ratio.scaled_small(decimals);
        let mantissa = small.or_else(|| ratio.scaled(decimals).to_i128())?;
        Decimal::try_from_i128_with_scale(mantissa, decimals)
            .ok()
            .map(Self)
    }

    /// The exact value as a ratio; not in lowest terms, which would cost more than it saves.
    pub fn ratio(self) -> Ratio {
        Ratio::new(self.0.mantissa(), 10_i128.pow(self.0.scale()))
            .expect("a power of ten is positive")
    }

    /// The same number without needless zeros behind the decimal point.
    pub fn normalized(self) -> Self {
        Self(self.0.normalize())
    }

    /// The decimal behind it, with its written scale; for display and data files.
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// The nearest binary fraction, for the geometry of charts only.
    pub fn to_f64(self) -> f64 {
        rust_decimal::prelude::ToPrimitive::to_f64(&self.0).unwrap_or(0.0)
    }
}

impl From<u32> for Quantity {
    fn from(value: u32) -> Self {
        Self(value.into())
    }
}

impl FromStr for Quantity {
    type Err = rust_decimal::Error;

    /// Reads plain decimal notation: an optional minus, digits, an optional point with digits.
    /// The forms that staff may write are judged before, in `parse`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Decimal::from_str_exact(text).map(Self)
    }
}

impl fmt::Display for Quantity {
    /// Plain notation with a decimal point, as data files have it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// An exact percentage: 91 stands for 91 %.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(Ratio);

impl Percent {
    /// `ratio` × 100, e.g. 0.91 → 91 %.
    pub fn of_ratio(ratio: &Ratio) -> Self {
        Self(ratio * &Ratio::whole(100))
    }

    /// The percentage whose number is `ratio`, e.g. 91 → 91 %.
    pub fn new(ratio: Ratio) -> Self {
        Self(ratio)
    }

    pub fn zero() -> Self {
        Self(Ratio::ZERO)
    }

    pub fn hundred() -> Self {
        Self(Ratio::whole(100))
    }

    /// The number before the percent sign.
    pub fn number(&self) -> &Ratio {
        &self.0
    }

    /// Never below 0: the floor of every capaian.
    pub fn at_least_zero(self) -> Self {
        if self.0.is_negative() {
            Self::zero()
        } else {
            self
        }
    }

    pub fn capped(&self, cap: Option<&Self>) -> Self {
        match cap {
            Some(cap) if cap < self => cap.clone(),
            _ => self.clone(),
        }
    }

    /// Rounded half away from zero to `digits` decimals.
    pub fn rounded(&self, digits: u32) -> Ratio {
        let power = 10_i128.checked_pow(digits);
        let small = self.0.scaled_small(digits).zip(power);
        let small = small.and_then(|(scaled, power)| Ratio::new(scaled, power));
        let big = || Ratio::of_big(self.scaled(digits), BigInt::from(10).pow(digits));
        small.or_else(big).expect("a power of ten is positive")
    }

    /// Rounded half away from zero to `digits` decimals, in units of the last one: 8667 is
    /// 86.67 % for two digits.
    pub fn scaled(&self, digits: u32) -> BigInt {
        self.0.scaled(digits)
    }

    /// How many decimals, `least` or more, a display needs so that rounding crosses none of
    /// `bounds`: 90.999 must not read as 91.00 when 91 is the edge of a category.
    pub fn digits_for_display(&self, least: u32, bounds: &[Self]) -> u32 {
        /// A figure nearer to an edge than this is not told apart by more decimals.
        const MOST: u32 = 12;
        (least..MOST)
            .find(|digits| {
                let shown = Self(self.rounded(*digits));
                bounds.iter().all(|b| self.cmp(b) == shown.cmp(b))
            })
            .unwrap_or(MOST)
    }

    /// The nearest binary fraction, for the geometry of charts only.
    pub fn to_f64(&self) -> f64 {
        self.0.to_f64()
    }

    pub fn compare_to(&self, bound: Quantity) -> Ordering {
        self.0.cmp(&bound.ratio())
    }
}

impl From<Quantity> for Percent {
    /// The number itself: `batas_capaian: 120` is 120 %.
    fn from(quantity: Quantity) -> Self {
        Self(quantity.ratio())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantity(text: &str) -> Quantity {
        text.parse().unwrap()
    }

    #[test]
    fn a_ratio_is_exact_where_binary_fractions_are_not() {
        let percent = Percent::of_ratio(&(&quantity("18.2").ratio() / &quantity("20").ratio()));
        assert_eq!(percent, Percent::from(quantity("91")));
    }

    #[test]
    fn thirds_add_up_to_a_whole() {
        let third = Percent::new(Ratio::new(1, 3).unwrap());
        let sum = &(third.number() + third.number()) + third.number();
        assert_eq!(sum, Ratio::ONE);
    }

    #[test]
    fn display_takes_more_digits_rather_than_cross_a_bound() {
        let bounds = [Percent::from(quantity("91")), Percent::hundred()];
        let digits = |text: &str| Percent::from(quantity(text)).digits_for_display(2, &bounds);
        assert_eq!(digits("90.99"), 2);
        assert_eq!(digits("90.996"), 3);
        assert_eq!(digits("99.99999"), 5);
        assert_eq!(digits("91"), 2);
        assert_eq!(digits("91.001"), 3);
    }
}
