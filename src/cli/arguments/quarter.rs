//! Quarters as people write them on a command line.

use crate::model::{Quarter, QuarterOfYear};

/// Names of the quarters, longer ones first, so that `iv` is no `i`.
const NAMES: [(&str, QuarterOfYear); 8] = [
    ("iii", QuarterOfYear::Tw3),
    ("iv", QuarterOfYear::Tw4),
    ("ii", QuarterOfYear::Tw2),
    ("i", QuarterOfYear::Tw1),
    ("1", QuarterOfYear::Tw1),
    ("2", QuarterOfYear::Tw2),
    ("3", QuarterOfYear::Tw3),
    ("4", QuarterOfYear::Tw4),
];

/// What stands before the name of a quarter.
const WORDS: [&str; 3] = ["triwulan", "tw", "q"];

/// `2026-tw2`, and what can mean nothing else: `2026tw2`, `TW II 2026`, `Triwulan 2 2026`.
pub(super) fn quarter(text: &str) -> Result<Quarter, &'static str> {
    let text = text.to_lowercase();
    let letters: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    after_year(&letters)
        .or_else(|| before_year(&letters))
        .ok_or("no year and quarter such as 2026-tw4")
}

fn after_year(letters: &str) -> Option<Quarter> {
    let (year, rest) = letters.split_at_checked(4)?;
    Some(Quarter::new(read_year(year)?, name(unworded(rest)?)?))
}

fn before_year(letters: &str) -> Option<Quarter> {
    let before = letters.len().checked_sub(4)?;
    let (rest, year) = letters.split_at_checked(before)?;
    Some(Quarter::new(read_year(year)?, name(unworded(rest)?)?))
}

fn unworded(text: &str) -> Option<&str> {
    WORDS.iter().find_map(|word| text.strip_prefix(word))
}

fn name(text: &str) -> Option<QuarterOfYear> {
    let found = NAMES.iter().find(|(name, _)| *name == text);
    found.map(|(_, quarter)| *quarter)
}

/// A year of this or the last century.
fn read_year(text: &str) -> Option<i32> {
    let is_year = text.bytes().all(|byte| byte.is_ascii_digit());
    let year = text.parse().ok().filter(|_| is_year)?;
    (1945..=2199).contains(&year).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_is_read_as_people_write_it_where_it_can_mean_one_thing() {
        for text in [
            "2026-tw2",
            "2026tw2",
            "TW II 2026",
            "tw2 2026",
            "Triwulan II 2026",
            "2026 triwulan 2",
            "2026/TW2",
            "q2-2026",
        ] {
            let wanted = Quarter::new(2026, QuarterOfYear::Tw2);
            assert_eq!(quarter(text), Ok(wanted), "{text}");
        }
        for text in [
            "",
            "tw2",
            "2026",
            "2026-2",
            "2026-tw5",
            "26-tw2",
            "tw iiii 2026",
        ] {
            assert!(quarter(text).is_err(), "{text}");
        }
    }
}
