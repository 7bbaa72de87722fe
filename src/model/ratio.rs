//! Exact ratios: in machine integers as long as those suffice, in integers of any length where
//! they don't.

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::{BigRational, Ratio as Fraction};
use num_traits::{Signed, ToPrimitive, Zero};
use std::cmp::Ordering;
use std::fmt;
use std::iter::Sum;
use std::num::NonZero;
use std::ops::{Add, Div, Mul, Sub};

/// A ratio of two integers of any length, compared by value. Not kept in lowest terms: most are
/// only compared and rounded, and never grow.
#[derive(Clone, Debug)]
pub struct Ratio(Held);

const ONE: NonZero<i64> = NonZero::new(1).expect("1 is not 0");

/// How a ratio is held. Its denominator is positive. A large site keeps a million of them, of which nearly all are small.
#[derive(Clone, Debug)]
enum Held {
    Small(i64, NonZero<i64>),
    Large(Box<Large>),
}

#[derive(Clone, Debug)]
enum Large {
    Machine(i128, NonZero<i128>),
    Big(BigRational),
}

impl Ratio {
    pub const ZERO: Self = Self::whole(0);
    pub const ONE: Self = Self::whole(1);

    /// An integer.
    pub const fn whole(number: i64) -> Self {
        Self(Held::Small(number, ONE))
    }

    /// `None` unless `denominator` is positive.
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        let denominator = NonZero::new(denominator).filter(|d| d.is_positive())?;
        let small = i64::try_from(numerator)
            .ok()
            .zip(denominator.try_into().ok());
        let large = || Held::Large(Box::new(Large::Machine(numerator, denominator)));
        Some(Self(small.map_or_else(large, |(n, d)| Held::Small(n, d))))
    }

    /// A ratio of integers of any length; `None` where `denominator` is 0.
    pub fn of_big(numerator: BigInt, denominator: BigInt) -> Option<Self> {
        (!denominator.is_zero()).then(|| BigRational::new(numerator, denominator).into())
    }

    /// In integers of any length and lowest terms.
    pub fn to_big(&self) -> BigRational {
        match self.held() {
            Ok((n, d)) => BigRational::new(n.into(), d.into()),
            Err(big) => big.reduced(),
        }
    }

    /// As it is held.
    fn big(&self) -> BigRational {
        match self.held() {
            Ok((n, d)) => BigRational::new_raw(n.into(), d.into()),
            Err(big) => big.clone(),
        }
    }

    /// Numerator and denominator, or integers of any length where machine integers do not hold them.
    fn held(&self) -> Result<(i128, i128), &BigRational> {
        match &self.0 {
            Held::Small(n, d) => Ok(((*n).into(), d.get().into())),
            Held::Large(large) => match &**large {
                Large::Machine(n, d) => Ok((*n, d.get())),
                Large::Big(big) => Err(big),
            },
        }
    }

    /// Numerator and denominator, where they are machine integers.
    fn machine(&self) -> Option<(i128, i128)> {
        self.held().ok()
    }

    /// The same ratio in lowest terms, for one that grew out of many and is looked at often.
    pub fn reduced(&self) -> Self {
        match self.held() {
            Ok(held) => {
                let (n, d) = lowest_terms(held);
                Self::new(n, d).unwrap_or_else(|| self.clone())
            }
            Err(big) => big.reduced().into(),
        }
    }

    /// Numerator and positive denominator, where 64 bits hold both; reduced only if they must be.
    pub fn to_i64s(&self) -> Option<(i64, i64)> {
        let fit = |(n, d): (i128, i128)| Some((i64::try_from(n).ok()?, i64::try_from(d).ok()?));
        let held = self.machine()?;
        fit(held).or_else(|| fit(lowest_terms(held)))
    }

    pub fn is_zero(&self) -> bool {
        self.signum() == 0
    }

    pub fn is_positive(&self) -> bool {
        self.signum() > 0
    }

    pub fn is_negative(&self) -> bool {
        self.signum() < 0
    }

    /// 1, 0 or −1.
    fn signum(&self) -> i32 {
        match self.held() {
            Ok((n, _)) => n.signum() as i32,
            Err(big) if big.is_zero() => 0,
            Err(big) if big.is_positive() => 1,
            Err(_) => -1,
        }
    }

    /// Without its sign.
    pub fn absolute(&self) -> Self {
        if self.is_negative() {
            &Self::ZERO - self
        } else {
            self.clone()
        }
    }

    /// Times 10 to the power of `digits`, rounded half away from zero.
    pub fn scaled(&self, digits: u32) -> BigInt {
        match self.scaled_small(digits) {
            Some(scaled) => scaled.into(),
            None => scaled_big(&self.big(), digits),
        }
    }

    /// As [`Self::scaled`]; `None` where machine integers overflow.
    pub(super) fn scaled_small(&self, digits: u32) -> Option<i128> {
        let (n, d) = self.machine()?;
        let doubled = n
            .checked_mul(10_i128.checked_pow(digits)?)?
            .checked_mul(2)?;
        Some(doubled.checked_add(d * n.signum())? / d.checked_mul(2)?)
    }

    /// The nearest binary fraction.
    pub fn to_f64(&self) -> f64 {
        let held = self.machine();
        if let Some((n, d)) = held
            && n.unsigned_abs() <= WHOLE_IN_F64
            && d.unsigned_abs() <= WHOLE_IN_F64
        {
            // Both are exact, and so the quotient is the nearest one (IEEE 754).
            return n as f64 / d as f64;
        }
        if let Some((n, d)) = held
            && let Some(size) = nearest_binary(n.unsigned_abs(), d.unsigned_abs())
        {
            return size.copysign(n.signum() as f64);
        }
        self.to_big().to_f64().unwrap_or(0.0)
    }
}

/// The binary fraction nearest to `n / d`; `None` where `d` is too large for it to be found so.
fn nearest_binary(n: u128, d: u128) -> Option<f64> {
    // As many bits of the quotient as there is room for: at least two more than an `f64` has, so that the last one may
    // say whether anything follows, and the rounding of the whole number is that of the ratio.
    let shift = n.leading_zeros();
    if n == 0 || d.leading_zeros() < u128::BITS - MOST_BITS_OF_DENOMINATOR {
        return None;
    }
    let (quotient, rest) = ((n << shift) / d, (n << shift) % d);
    let nearest = (quotient | u128::from(rest != 0)) as f64;
    // A power of two, by which a fraction of this size is divided exactly.
    Some(nearest / 2f64.powi(shift as i32))
}

/// So that of 128 bits, divided by it, 55 are left.
const MOST_BITS_OF_DENOMINATOR: u32 = 73;

/// Every whole number up to this is one of `f64`.
const WHOLE_IN_F64: u128 = 1 << f64::MANTISSA_DIGITS;

/// As [`Ratio::scaled`], for integers of any length.
fn scaled_big(ratio: &BigRational, digits: u32) -> BigInt {
    let doubled = ratio.numer() * BigInt::from(10).pow(digits) * 2;
    (doubled + ratio.denom() * ratio.numer().signum()) / (ratio.denom() * 2)
}

fn lowest_terms((n, d): (i128, i128)) -> (i128, i128) {
    match common(n, d) {
        1 => (n, d),
        common => (n / common, d / common),
    }
}

/// The greatest common divisor of a number and a positive one. Most are small, and a processor has far shorter ways with
/// 64 bits.
fn common(a: i128, b: i128) -> i128 {
    match (u64::try_from(a.unsigned_abs()), u64::try_from(b)) {
        (Ok(a), Ok(b)) => a.gcd(&b).into(),
        _ => a.gcd(&b),
    }
}

/// By machine integers as they are held, else in lowest terms, else by integers of any length.
fn by<T>(
    one: &Ratio,
    other: &Ratio,
    small: impl Fn((i128, i128), (i128, i128)) -> Option<T>,
    big: impl FnOnce(BigRational, BigRational) -> T,
) -> T {
    let held = one.machine().zip(other.machine());
    let found =
        held.and_then(|(a, b)| small(a, b).or_else(|| small(lowest_terms(a), lowest_terms(b))));
    found.unwrap_or_else(|| big(one.big(), other.big()))
}

fn sum(
    (a, b): (i128, i128),
    (c, d): (i128, i128),
    add: impl Fn(i128, i128) -> Option<i128>,
) -> Option<Ratio> {
    if b == d {
        return Ratio::new(add(a, c)?, b);
    }
    let common = common(b, d);
    let (of_a, of_c) = (d / common, b / common);
    let numerator = add(a.checked_mul(of_a)?, c.checked_mul(of_c)?)?;
    Ratio::new(numerator, b.checked_mul(of_a)?)
}

impl Add for &Ratio {
    type Output = Ratio;

    fn add(self, other: Self) -> Ratio {
        let small = |a, b| sum(a, b, i128::checked_add);
        by(self, other, small, |a, b| (a + b).into())
    }
}

impl Sub for &Ratio {
    type Output = Ratio;

    fn sub(self, other: Self) -> Ratio {
        let small = |a, b| sum(a, b, i128::checked_sub);
        by(self, other, small, |a, b| (a - b).into())
    }
}

impl Mul for &Ratio {
    type Output = Ratio;

    fn mul(self, other: Self) -> Ratio {
        let small = |(a, b): (i128, i128), (c, d): (i128, i128)| {
            Ratio::new(a.checked_mul(c)?, b.checked_mul(d)?)
        };
        by(self, other, small, |a, b| (a * b).into())
    }
}

impl Div for &Ratio {
    type Output = Ratio;

    /// # Panics
    /// Where `other` is 0.
    fn div(self, other: Self) -> Ratio {
        let small = |(a, b): (i128, i128), (c, d): (i128, i128)| {
            let sign = c.signum();
            let denominator = b.checked_mul(c.checked_mul(sign)?)?;
            Ratio::new(a.checked_mul(d)?.checked_mul(sign)?, denominator)
        };
        by(self, other, small, |a, b| (a / b).into())
    }
}

impl Sum for Ratio {
    fn sum<I: Iterator<Item = Self>>(ratios: I) -> Self {
        ratios.fold(Self::ZERO, |sum, ratio| &sum + &ratio)
    }
}

impl Ord for Ratio {
    /// By multiplying across: both denominators are positive.
    fn cmp(&self, other: &Self) -> Ordering {
        let small = |(a, b): (i128, i128), (c, d): (i128, i128)| {
            if b == d {
                return Some(a.cmp(&c));
            }
            let crosswise = a.checked_mul(d).zip(c.checked_mul(b));
            Some(match crosswise {
                Some((left, right)) => left.cmp(&right),
                // By their whole parts, then by what is left over: needs no larger numbers.
                None => Fraction::new_raw(a, b).cmp(&Fraction::new_raw(c, d)),
            })
        };
        let big =
            |a: BigRational, b: BigRational| (a.numer() * b.denom()).cmp(&(b.numer() * a.denom()));
        by(self, other, small, big)
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Ratio {}

impl From<BigRational> for Ratio {
    fn from(big: BigRational) -> Self {
        let small = || Self::new(big.numer().to_i128()?, big.denom().to_i128()?);
        small().unwrap_or_else(|| Self(Held::Large(Box::new(Large::Big(big)))))
    }
}

impl fmt::Display for Ratio {
    /// In lowest terms: `97`, `486/5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.machine().map(lowest_terms) {
            Some((n, 1)) => n.fmt(f),
            Some((n, d)) => write!(f, "{n}/{d}"),
            None => self.to_big().fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Integers of every length, so that sums and products overflow now and then.
    fn integer() -> impl Strategy<Value = i128> {
        (any::<i128>(), 0_u32..127).prop_map(|(number, shift)| number >> shift)
    }

    fn ratio() -> impl Strategy<Value = Ratio> {
        let denominator =
            integer().prop_filter_map("a denominator", |d| d.checked_abs().filter(|d| *d > 0));
        (integer(), denominator).prop_map(|(n, d)| Ratio::new(n, d).unwrap())
    }

    /// The same ratio, held in integers of any length.
    fn big(ratio: &Ratio) -> Ratio {
        Ratio(Held::Large(Box::new(Large::Big(ratio.to_big()))))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn machine_integers_say_what_integers_of_any_length_say(
            a in ratio(), b in ratio(), digits in 0_u32..13,
        ) {
            let (x, y) = (a.to_big(), b.to_big());
            prop_assert_eq!((&a + &b).to_big(), &x + &y);
            prop_assert_eq!((&a - &b).to_big(), &x - &y);
            prop_assert_eq!((&a * &b).to_big(), &x * &y);
            if !b.is_zero() {
                prop_assert_eq!((&a / &b).to_big(), &x / &y);
            }
            prop_assert_eq!(a.cmp(&b), x.cmp(&y));
            prop_assert_eq!(a.absolute().to_big(), x.abs());
            prop_assert_eq!(a.reduced().to_big(), a.to_big());
            prop_assert_eq!(a.scaled(digits), scaled_big(&x, digits));
            prop_assert_eq!(a.to_string(), x.to_string());
            prop_assert_eq!(Some(a.to_f64()), x.to_f64());
            prop_assert_eq!(
                (a.is_zero(), a.is_positive(), a.is_negative()),
                (x.is_zero(), x.is_positive(), x.is_negative())
            );
        }

        #[test]
        fn how_a_ratio_is_held_changes_nothing(a in ratio(), b in ratio(), digits in 0_u32..13) {
            let held = big(&a);
            prop_assert_eq!(&held, &a);
            prop_assert_eq!(held.cmp(&b), a.cmp(&b));
            prop_assert_eq!(&held + &b, &a + &b);
            prop_assert_eq!(&b - &held, &b - &a);
            prop_assert_eq!(&held * &b, &a * &b);
            prop_assert_eq!(held.scaled(digits), a.scaled(digits));
            prop_assert_eq!(held.to_string(), a.to_string());
            prop_assert_eq!(held.is_negative(), a.is_negative());
            prop_assert_eq!(held.reduced(), a.reduced());
        }

        #[test]
        fn sixty_four_bits_hold_the_same_ratio(a in ratio()) {
            if let Some((n, d)) = a.to_i64s() {
                prop_assert!(d > 0);
                prop_assert_eq!(Ratio::new(n.into(), d.into()).unwrap(), a);
            }
        }
    }

    #[test]
    fn a_ratio_takes_no_more_room_than_two_integers_of_64_bits() {
        assert_eq!(size_of::<Ratio>(), 16);
    }

    #[test]
    fn no_ratio_has_a_denominator_of_zero_or_below() {
        assert_eq!(Ratio::new(1, 0), None);
        assert_eq!(Ratio::new(1, -2), None);
        assert_eq!(Ratio::of_big(1.into(), 0.into()), None);
        assert_eq!(
            Ratio::of_big(1.into(), (-2).into()),
            Ratio::of_big((-1).into(), 2.into())
        );
    }
}
