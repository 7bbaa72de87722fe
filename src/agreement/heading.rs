//! What the heading of a column says that stands below it.

use super::columns::Column;
use crate::model::QuarterOfYear;

/// Words of a heading over a column of sums.
const MOST_OF_A_HEADING: usize = 4;

/// The column that a heading announces. `above` is the heading over several columns, if there is
/// one.
pub(super) fn column(heading: &str, above: &str) -> Option<Column> {
    let own = plain(heading);
    let all = plain(&format!("{above} {heading}"));
    let is_about = |words: &[&str]| words.iter().any(|word| has_word(&all, word));
    let of_quarters = is_about(&["tw", "triwulan", "tribulan", "trw", "quarter", "kuartal"])
        || is_about(&["target"]) && is_numeral(&own);
    if let Some(quarter) = quarter(&own)
        .or_else(|| quarter(&all))
        .filter(|_| of_quarters)
    {
        let is_result = is_about(&["realisasi", "capaian"]);
        return (!is_result).then_some(Column::Quarter(quarter));
    }
    if is_about(&["realisasi", "capaian", "penanggung", "anggaran", "pagu"]) {
        return None;
    }
    let first = own.split(' ').next()?;
    let found = match first {
        "program" | "kegiatan" => return None,
        _ if is_about(&["rumus", "formula", "formulasi"]) => Column::Formula,
        _ if all.contains("cara perhitungan") || all.contains("definisi operasional") => {
            Column::Formula
        }
        _ if has_word(&own, "sumber") => Column::Source,
        "satuan" | "sat" | "unit" => Column::Unit,
        _ if has_word(&own, "bobot") => Column::Weight,
        _ if has_word(&own, "target") => Column::Target,
        _ if has_word(&own, "indikator") || has_word(&own, "iku") || has_word(&own, "ikk") => {
            Column::Indicator
        }
        _ if has_word(&own, "sasaran") || has_word(&own, "tujuan") || all == "kinerja utama" => {
            Column::Goal
        }
        _ => return None,
    };
    Some(found)
}

/// Whether a plain text heads a column of programmes or activities.
pub(super) fn names_program(text: &str) -> bool {
    matches!(
        text,
        "program" | "program kegiatan" | "kegiatan" | "no program"
    )
}

/// Whether a plain text heads a column of their budgets: `pagu anggaran rp`, `anggaran sesudah
/// perubahan tahun 2026`. What is longer and begins otherwise speaks of budgets.
pub(super) fn names_budget(text: &str) -> bool {
    let mut words = text.split(' ');
    let begins = matches!(
        words.next(),
        Some("anggaran" | "pagu" | "alokasi" | "jumlah")
    );
    let is_short = words.count() < MOST_OF_A_HEADING;
    (begins || is_short) && (has_word(text, "anggaran") || has_word(text, "pagu"))
}

/// Whether a cell could head a column.
pub(super) fn is_heading(cell: &str) -> bool {
    let text = plain(cell);
    column(cell, "").is_some()
        || names_program(&text)
        || names_budget(&text)
        || matches!(text.as_str(), "keterangan" | "ket" | "sumber dana")
}

/// Whether a row merely numbers its columns: `(1)`, `(2)` …
pub(super) fn is_numbering(row: &[String]) -> bool {
    let filled = row.iter().filter(|cell| !cell.is_empty());
    let mut numbers = filled.map(|cell| {
        let inner = cell.trim_matches(['(', ')', '[', ']', ' ', '.']);
        inner.parse::<u32>().ok()
    });
    let first = numbers.next().flatten();
    let mut last = first;
    let is_next = |number: Option<u32>| {
        let is_next = number.is_some() && number >= last.map(|last| last + 1);
        last = number;
        is_next
    };
    first == Some(1) && numbers.clone().count() > 1 && numbers.all(is_next)
}

/// In small letters, words apart by one space, without anything but letters and digits.
pub(super) fn plain(text: &str) -> String {
    let letters = text
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' });
    let letters: String = letters.collect::<String>().to_lowercase();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn has_word(text: &str, word: &str) -> bool {
    let begins = |found: &str| {
        let rest = found.strip_prefix(word);
        // `tw1` is a word of its own with its number.
        rest.is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
    };
    text.split(' ').any(begins)
}

/// Which quarter a plain heading names: its last word, or the digit at the end of it.
fn quarter(text: &str) -> Option<QuarterOfYear> {
    const NUMERALS: [&str; 4] = ["i", "ii", "iii", "iv"];
    let by_word = |word: &str| {
        let digits = word.trim_start_matches(|c: char| c.is_alphabetic());
        let by_digit = digits
            .parse::<u32>()
            .ok()
            .and_then(QuarterOfYear::from_number);
        let by_numeral = NUMERALS.iter().zip(QuarterOfYear::ALL);
        let by_numeral = by_numeral.filter(|(numeral, _)| **numeral == word);
        by_digit.or(by_numeral.map(|(_, quarter)| quarter).next())
    };
    text.split(' ').rev().find_map(by_word)
}

fn is_numeral(text: &str) -> bool {
    !text.contains(' ') && text.len() <= 3 && quarter(text).is_some()
}
