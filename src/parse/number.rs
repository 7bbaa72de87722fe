//! Numbers as staff write them. To an Indonesian reader `3.000` is three thousand, to most
//! machines it is three: what can be read in two ways is refused, with both readings.

use super::reader::{NONE, Read, Reader, scalar};
use super::record::Kind;
use super::tree::Node;
use crate::model::Quantity;
use crate::problem::{Code, Problem, code};
use crate::source::TextSpan;

/// Digits before the decimal point, and behind it: few enough for sums to stay exact within the
/// 28 digits of a decimal, more than any budget or rate has.
const MOST_WHOLE: usize = 18;
const MOST_FRACTION: usize = 9;

/// Why a text is no number, with what might have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotANumber {
    pub code: Code,
    /// Readings that could be written instead; the likeliest first.
    pub readings: Vec<String>,
}

impl NotANumber {
    /// Without readings that would be refused in their turn: with more digits than a number may have.
    fn of_readable(mut self) -> Self {
        self.readings.retain(|reading| any_number(reading).is_ok());
        self
    }

    /// The reading at `index`, as messages want it.
    pub fn reading(&self, index: usize) -> &str {
        self.readings.get(index).map_or(NONE, String::as_str)
    }
}

/// Reads a number by its raw text.
pub fn number(text: &str) -> Result<Quantity, NotANumber> {
    if is_plainest(text) {
        return text.parse().map_err(|_| refused(code::NUMBER_FORM, []));
    }
    any_number(text).map_err(NotANumber::of_readable)
}

/// As [`number`], in whatever form.
fn any_number(text: &str) -> Result<Quantity, NotANumber> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text),
    };
    if !is_digits_and_separators(digits) {
        return Err(foreign(text));
    }
    let plain = plain(digits).map_err(|not| not.signed(sign))?;
    let sign = if plain.bytes().all(|b| matches!(b, b'0' | b'.')) {
        ""
    } else {
        sign
    };
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    if whole.len() > MOST_WHOLE || fraction.len() > MOST_FRACTION {
        return Err(refused(code::NUMBER_LONG, []));
    }
    format!("{sign}{plain}")
        .parse()
        .map_err(|_| refused(code::NUMBER_FORM, []))
}

/// Whether a text is written as most numbers are: digits, perhaps a point and one or two more. It
/// is its own plain notation then.
fn is_plainest(text: &str) -> bool {
    let is_digits = |text: &[u8]| text.iter().all(u8::is_ascii_digit);
    let (whole, fraction) = match text.as_bytes() {
        [whole @ .., b'.', a] => (whole, &[*a][..]),
        [whole @ .., b'.', a, b] => (whole, &[*a, *b][..]),
        whole => (whole, &[][..]),
    };
    (1..=MOST_WHOLE).contains(&whole.len())
        && (whole[0] != b'0' || whole.len() == 1)
        && is_digits(whole)
        && is_digits(fraction)
}

fn refused<const N: usize>(code: Code, readings: [String; N]) -> NotANumber {
    NotANumber {
        code,
        readings: readings.into(),
    }
}

impl NotANumber {
    fn signed(mut self, sign: &str) -> Self {
        for reading in &mut self.readings {
            reading.insert_str(0, sign);
        }
        self
    }
}

fn is_digits_and_separators(text: &str) -> bool {
    let inner = |b: u8| b.is_ascii_digit() || matches!(b, b'.' | b',');
    text.bytes().all(inner)
        && text.starts_with(|c: char| c.is_ascii_digit())
        && text.ends_with(|c: char| c.is_ascii_digit())
}

/// Digits with separators in plain notation: no grouping, a decimal point.
fn plain(text: &str) -> Result<String, NotANumber> {
    let whole_end = text.find(['.', ',']).unwrap_or(text.len());
    if text.starts_with('0') && whole_end > 1 {
        return Err(leading_zero(text));
    }
    let separators: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    match separators[..] {
        [] => Ok(text.into()),
        [one] => single(text, one),
        [.., ','] if separators[..separators.len() - 1].iter().all(|c| *c == '.') => {
            let (whole, fraction) = text.rsplit_once(',').unwrap_or((text, ""));
            ungrouped(whole, '.').map(|whole| format!("{whole}.{fraction}"))
        }
        _ if separators.iter().all(|c| *c == '.') => ungrouped(text, '.'),
        _ => Err(NotANumber {
            code: code::NUMBER_GROUPS,
            readings: english(text),
        }),
    }
}

fn single(text: &str, separator: char) -> Result<String, NotANumber> {
    let (whole, fraction) = text.split_once(separator).unwrap_or((text, ""));
    if fraction.len() == 3 && whole.len() <= 3 && whole != "0" {
        return Err(refused(
            code::NUMBER_AMBIGUOUS,
            [format!("{whole}{fraction}"), as_fraction(whole, fraction)],
        ));
    }
    Ok(format!("{whole}.{fraction}"))
}

/// The decimal reading of `3.000` is `3.0`; three real decimals get a further zero.
fn as_fraction(whole: &str, fraction: &str) -> String {
    match fraction.trim_end_matches('0') {
        "" => format!("{whole}.0"),
        short if short.len() == 3 => format!("{whole}.{short}0"),
        short => format!("{whole}.{short}"),
    }
}

fn ungrouped(text: &str, separator: char) -> Result<String, NotANumber> {
    let is_digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    let mut groups = text.split(separator);
    let first = groups.next().unwrap_or("");
    let first_fits = (1..=3).contains(&first.len()) && first != "0" && is_digits(first);
    if first_fits && groups.all(|group| group.len() == 3 && is_digits(group)) {
        return Ok(text.replace(separator, ""));
    }
    Err(refused(code::NUMBER_GROUPS, []))
}

/// `1,250,000.5` in plain notation; nothing when it is not even that.
fn english(text: &str) -> Vec<String> {
    let (whole, fraction) = match text.rsplit_once('.') {
        Some((whole, fraction)) if !fraction.contains(',') && !whole.contains('.') => {
            (whole, format!(".{fraction}"))
        }
        _ => (text, String::new()),
    };
    let reading = ungrouped(whole, ',').map(|whole| whole + &fraction);
    reading.into_iter().collect()
}

fn leading_zero(text: &str) -> NotANumber {
    let rest = text.trim_start_matches('0');
    let rest = match rest.chars().next() {
        Some(c) if c.is_ascii_digit() => rest.to_owned(),
        _ => format!("0{rest}"),
    };
    let readings = readings_of(&rest);
    NotANumber {
        code: code::NUMBER_LEADING_ZERO,
        readings,
    }
}

/// The plain readings of digits inside other text.
fn readings_of(digits: &str) -> Vec<String> {
    plain(digits).map_or_else(|not| not.readings, |plain| vec![plain])
}

/// Text that is not made of digits, points and commas.
fn foreign(text: &str) -> NotANumber {
    let lower = text.to_lowercase().replace('\u{2212}', "-");
    let compact: String = lower
        .chars()
        .filter(|c| !matches!(c, ' ' | '_' | '\u{a0}'))
        .collect();
    let amount = compact
        .strip_prefix("rp")
        .map_or(&*compact, |rest| rest.trim_start_matches('.'));
    let unit_at = amount.find(|c: char| c == '%' || c.is_alphabetic());
    let (amount, unit) = amount.split_at(unit_at.unwrap_or(amount.len()));
    let has_digits = amount.contains(|c: char| c.is_ascii_digit());
    let has_unit =
        has_digits && !is_exponent(unit) && (!unit.is_empty() || compact.starts_with("rp"));
    NotANumber {
        code: if has_unit {
            code::NUMBER_UNIT
        } else {
            code::NUMBER_FORM
        },
        readings: times_ten(zeros_of(unit), signed_readings(amount)),
    }
}

/// The `e3` of `1e3`, the `e-7` of `1e-7`, or the `x1f` of `0x1F`: machine notation, no unit.
fn is_exponent(unit: &str) -> bool {
    let power = unit.strip_prefix(['e', 'x']);
    let digits = power.map(|power| power.strip_prefix(['+', '-']).unwrap_or(power));
    digits.is_some_and(|digits| digits.starts_with(|c: char| c.is_ascii_digit()))
}

fn signed_readings(amount: &str) -> Vec<String> {
    let (sign, digits) = match amount.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", amount.trim_start_matches('+')),
    };
    let digits = digits.trim_end_matches(['.', ',']);
    let digits = if digits.starts_with(['.', ',']) {
        format!("0{digits}")
    } else {
        digits.into()
    };
    let readings = if is_digits_and_separators(&digits) {
        readings_of(&digits)
    } else {
        Vec::new()
    };
    readings
        .into_iter()
        .map(|reading| format!("{sign}{reading}"))
        .collect()
}

/// How many zeros a word stands for; `usize::MAX` for machine notation that is none.
fn zeros_of(word: &str) -> usize {
    if is_exponent(word) {
        let zeros = word
            .strip_prefix('e')
            .map(|zeros| zeros.trim_start_matches('+'));
        return zeros
            .and_then(|zeros| zeros.parse().ok())
            .unwrap_or(usize::MAX);
    }
    match word {
        "ribu" | "rb" => 3,
        "juta" | "jt" => 6,
        "miliar" | "milyar" => 9,
        "triliun" | "trilyun" => 12,
        _ => 0,
    }
}

/// `3 ribu` and `3e3` are 3000; only whole numbers are written out.
fn times_ten(zeros: usize, readings: Vec<String>) -> Vec<String> {
    const MOST: usize = 15;
    let fits = |reading: &String| zeros == 0 || (zeros <= MOST && !reading.contains('.'));
    readings
        .into_iter()
        .filter(fits)
        .map(|reading| reading + &"0".repeat(zeros))
        .collect()
}

/// Digits and what stands between them, perhaps behind a minus.
fn is_of_digits_alone(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits
            .bytes()
            .all(|b| b.is_ascii_digit() || b == b'.' || b == b',')
}

/// A text that may be a number or a name, as only its indicator knows. What is of digits alone
/// nobody means as a name: it is remembered for a file that gets no further than being read.
pub fn number_or_name<'n>(node: &'n Node, reader: &mut Reader) -> Option<&'n str> {
    let text = scalar(node, reader)?;
    if is_of_digits_alone(text)
        && let Err(problem) = number_at(text, reader.file(), node.span)
    {
        reader.suspects.push(problem);
    }
    Some(text)
}

/// Reads the number that stands at `span` of `file`.
pub fn number_at(text: &str, file: &str, span: TextSpan) -> Result<Quantity, Problem> {
    number(text).map_err(|not| {
        let first = if says_nothing(text) {
            "belum_ada"
        } else {
            not.reading(0)
        };
        Problem::error(not.code, file, span)
            .with("text", text)
            .with("first", first)
            .with("second", not.reading(1))
    })
}

/// Words that people write where there is no figure yet.
fn says_nothing(text: &str) -> bool {
    const WORDS: [&str; 10] = [
        "-",
        "–",
        "—",
        "n/a",
        "na",
        "tba",
        "belum",
        "belum ada",
        "kosong",
        "tidak ada",
    ];
    WORDS.contains(&text.trim().to_lowercase().as_str())
}

impl Read for Quantity {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = scalar(node, reader)?;
        match number_at(text, reader.file(), node.span) {
            Ok(quantity) => Some(quantity),
            Err(problem) => {
                reader.problems.push(problem);
                None
            }
        }
    }

    fn kind() -> Kind {
        Kind::Number
    }
}

/// A whole number: a count, a place in an order.
impl Read for u32 {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = scalar(node, reader)?;
        let whole = number(text)
            .ok()
            .map(|q| q.to_string())
            .and_then(|q| q.parse().ok());
        whole.or_else(|| reader.refuse(code::WHOLE_NUMBER, node.span, &[("text", &text)]))
    }

    fn kind() -> Kind {
        Kind::WholeNumber
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_accepted_form() {
        let cases = [
            ("0", "0"),
            ("-0", "0"),
            ("3000", "3000"),
            ("13.2", "13.2"),
            ("13,2", "13.2"),
            ("0.125", "0.125"),
            ("0,125", "0.125"),
            ("-0.125", "-0.125"),
            ("1.234,5", "1234.5"),
            ("1.234,567", "1234.567"),
            ("1.250.000", "1250000"),
            ("1.250.000,75", "1250000.75"),
            ("-4", "-4"),
            ("-4,25", "-4.25"),
            ("1234.567", "1234.567"),
            ("1234,567", "1234.567"),
            ("66.8910", "66.8910"),
            ("3.0", "3.0"),
            ("45250000000", "45250000000"),
        ];
        for (text, plain) in cases {
            assert_eq!(
                number(text).map(|q| q.to_string()),
                Ok(plain.into()),
                "{text}"
            );
        }
    }

    proptest! {
        #[test]
        fn the_plainest_form_is_read_as_any_other(text in "[0-9]{1,19}(\\.[0-9]{0,3})?|[0-9.,\\-]{0,6}") {
            let scale = |read: Result<Quantity, NotANumber>| read.map(|q| (q, q.to_string()));
            let plain = any_number(&text).map_err(NotANumber::of_readable);
            prop_assert_eq!(scale(number(&text)), scale(plain));
        }
    }

    #[test]
    fn every_refused_form_with_what_to_write() {
        let cases: [(&str, Code, &[&str]); 38] = [
            ("3.000", code::NUMBER_AMBIGUOUS, &["3000", "3.0"]),
            ("-3.000", code::NUMBER_AMBIGUOUS, &["-3000", "-3.0"]),
            ("71.960", code::NUMBER_AMBIGUOUS, &["71960", "71.96"]),
            ("3,250", code::NUMBER_AMBIGUOUS, &["3250", "3.25"]),
            ("66.891", code::NUMBER_AMBIGUOUS, &["66891", "66.8910"]),
            ("999,999", code::NUMBER_AMBIGUOUS, &["999999", "999.9990"]),
            ("1.23.456", code::NUMBER_GROUPS, &[]),
            ("1234.567,8", code::NUMBER_GROUPS, &[]),
            ("1.2,5", code::NUMBER_GROUPS, &[]),
            ("0.125.000", code::NUMBER_GROUPS, &[]),
            ("1,250,000", code::NUMBER_GROUPS, &["1250000"]),
            ("1,234.5", code::NUMBER_GROUPS, &["1234.5"]),
            ("1,2,3", code::NUMBER_GROUPS, &[]),
            ("010", code::NUMBER_LEADING_ZERO, &["10"]),
            ("00.5", code::NUMBER_LEADING_ZERO, &["0.5"]),
            ("-010", code::NUMBER_LEADING_ZERO, &["-10"]),
            ("1e3", code::NUMBER_FORM, &["1000"]),
            // A ten-millionth is not one.
            ("1E-7", code::NUMBER_FORM, &[]),
            ("3 e-ktp", code::NUMBER_UNIT, &["3"]),
            ("3_000", code::NUMBER_FORM, &["3000"]),
            ("1 250 000", code::NUMBER_FORM, &["1250000"]),
            ("+5", code::NUMBER_FORM, &["5"]),
            ("\u{2212}4", code::NUMBER_FORM, &["-4"]),
            ("13,2%", code::NUMBER_UNIT, &["13.2"]),
            ("Rp3.000", code::NUMBER_UNIT, &["3000", "3.0"]),
            ("Rp 1.250.000", code::NUMBER_UNIT, &["1250000"]),
            ("Rp. 500", code::NUMBER_UNIT, &["500"]),
            ("3 ribu", code::NUMBER_UNIT, &["3000"]),
            ("45 miliar", code::NUMBER_UNIT, &["45000000000"]),
            ("1,5 juta", code::NUMBER_UNIT, &[]),
            // Too long once it is written as it should be.
            ("0,12566666666 m", code::NUMBER_UNIT, &[]),
            ("999999999 triliun", code::NUMBER_UNIT, &[]),
            ("22 puskesmas", code::NUMBER_UNIT, &["22"]),
            (".nan", code::NUMBER_FORM, &[]),
            (".5", code::NUMBER_FORM, &["0.5"]),
            ("5.", code::NUMBER_FORM, &["5"]),
            ("0x1F", code::NUMBER_FORM, &[]),
            ("tiga", code::NUMBER_FORM, &[]),
        ];
        for (text, code, readings) in cases {
            let not = number(text).expect_err(text);
            assert!(
                not.readings.iter().all(|reading| number(reading).is_ok()),
                "{text}"
            );
            let found: Vec<_> = not.readings.iter().map(String::as_str).collect();
            assert_eq!((not.code, &found[..]), (code, readings), "{text}");
        }
    }

    #[test]
    fn more_digits_than_sums_can_hold_are_refused() {
        assert_eq!(
            number(&"9".repeat(40)).map_err(|n| n.code),
            Err(code::NUMBER_LONG)
        );
    }

    /// Digits grouped the Indonesian way.
    fn grouped(whole: u64) -> String {
        let digits = whole.to_string();
        let mut text = String::new();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                text.push('.');
            }
            text.push(digit);
        }
        text
    }

    proptest! {
        #[test]
        fn plain_notation_round_trips(whole in 1000u64..1_000_000_000_000_000_000, fraction in "[0-9]{0,6}") {
            let text = if fraction.is_empty() { whole.to_string() } else { format!("{whole}.{fraction}") };
            prop_assert_eq!(number(&text).unwrap().to_string(), text);
        }

        #[test]
        fn indonesian_notation_round_trips(whole in 1_000_000u64..1_000_000_000_000_000_000, fraction in "[0-9]{1,6}") {
            let text = format!("{},{fraction}", grouped(whole));
            prop_assert_eq!(number(&text).unwrap().to_string(), format!("{whole}.{fraction}"));
            prop_assert_eq!(number(&grouped(whole)).unwrap().to_string(), whole.to_string());
        }

        #[test]
        fn a_reading_that_is_offered_is_accepted(text in "-?[0-9.,]{1,12}") {
            if let Err(not) = number(&text) {
                for reading in not.readings.iter().filter(|r| *r != NONE) {
                    prop_assert!(number(reading).is_ok(), "{} of {}", reading, text);
                }
            }
        }
    }
}
