//! Whether digits can be the number they look like, and groups of them its fields.

use super::digit::Join;
use super::figure::Group;
use chrono::NaiveDate;

/// Where the fields of a NIP end, and those of its dates: 19800101 200501 1 001.
const NIP_FIELDS: [usize; 6] = [4, 6, 8, 12, 14, 15];
/// Where the fields of a NIK end: 35 03 01, 15 08 90, 0001.
const NIK_FIELDS: [usize; 6] = [2, 4, 6, 8, 10, 12];

pub const NIP_DIGITS: usize = 18;
pub const NIK_DIGITS: usize = 16;

/// Most decimals that a number of the data has.
const MOST_DECIMALS: usize = 9;

/// The day of birth, the month of appointment, the sex (Peraturan BKN 22/2007). Contract staff
/// have 21 where others have the month.
pub fn is_nip(digits: &str) -> bool {
    let part = |from: usize, to: usize| digits.get(from..to).and_then(|d| d.parse::<u32>().ok());
    let [
        Some(year),
        Some(month),
        Some(day),
        Some(appointed),
        Some(sex),
    ] = [(0, 4), (4, 6), (6, 8), (12, 14), (14, 15)].map(|(from, to)| part(from, to))
    else {
        return false;
    };
    digits.len() == NIP_DIGITS
        && (1940..=2012).contains(&year)
        && NaiveDate::from_ymd_opt(year.cast_signed(), month, day).is_some()
        && matches!(appointed, 1..=12 | 21)
        && matches!(sex, 1 | 2)
}

/// The province, the day of birth (40 more for women) and its month (Permendagri 72/2022).
pub fn is_nik(digits: &str) -> bool {
    let part = |from: usize| {
        digits
            .get(from..from + 2)
            .and_then(|d| d.parse::<u32>().ok())
    };
    digits.len() == NIK_DIGITS
        && part(0).is_some_and(|province| (11..=97).contains(&province))
        && part(6).is_some_and(|day| matches!(day, 1..=31 | 41..=71))
        && part(8).is_some_and(|month| (1..=12).contains(&month))
}

pub fn are_nip(groups: &[Group]) -> bool {
    are_divided(groups, &NIP_FIELDS) && !is_number(groups) && iso_dates(groups) < 2
}

/// People write a NIK with one kind of separator; without that, lists of figures look like one.
pub fn are_nik(groups: &[Group]) -> bool {
    let mut joins = groups[1..].iter().map(|group| group.join);
    let broken = |join: Join| matches!(join, Join::Folded | Join::Line);
    let first = joins.clone().find(|join| !broken(*join));
    let uniform = joins.all(|join| broken(join) || Some(join) == first);
    uniform && are_divided(groups, &NIK_FIELDS) && !is_number(groups)
}

/// Whether groups end where fields do; or all are long, and some begin with a zero, as in no
/// list of figures.
fn are_divided(groups: &[Group], fields: &[usize]) -> bool {
    let (last, before) = groups.split_last().expect("a window has groups");
    let mut end = 0;
    let by_fields = before.iter().all(|group| {
        end += group.digits.len();
        fields.contains(&end)
    });
    let long = before.iter().all(|group| group.digits.len() >= 3);
    let zeros = groups[1..]
        .iter()
        .any(|group| group.digits.starts_with('0'));
    (by_fields && last.digits.len() >= 2) || (long && zeros)
}

/// `1.250.000`, `1 250 000`, `12345678901.23456`.
fn is_number(groups: &[Group]) -> bool {
    let thousands =
        groups[0].digits.len() <= 3 && groups[1..].iter().all(|group| group.digits.len() == 3);
    let decimals = matches!(groups, [_, fraction]
        if fraction.join == Join::Dot && fraction.digits.len() <= MOST_DECIMALS);
    thousands || decimals
}

/// How many groups begin a day written as `2026-01-12`.
fn iso_dates(groups: &[Group]) -> usize {
    let lengths = |date: &&[Group]| {
        let lengths = [0, 1, 2].map(|at: usize| date[at].digits.len());
        let joins = [date[1].join, date[2].join];
        lengths == [4, 2, 2] && joins[0] == joins[1] && joins[0].is_tight()
    };
    groups.windows(3).filter(lengths).count()
}
