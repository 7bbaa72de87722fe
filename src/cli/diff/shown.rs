//! Cells of the tables as people read them: numbers, days and percentages in the words of a language.

use super::names::Names;
use crate::cli::words::CliWords;
use crate::data::{Cell, CellChange, RowChange, TableName, machine};
use crate::format::Formats;
use crate::model::{Date, Direction, Indicator, Percent, Quantity, Quarter};

/// In the place of a value that is not there.
const NONE: &str = "—";

/// The unit of money in the data.
const RUPIAH: &str = "rupiah";

/// How values are written.
pub(super) struct Shown<'a> {
    pub formats: Formats,
    pub words: &'a CliWords,
    pub names: Names<'a>,
}

impl Shown<'_> {
    /// "lama → baru".
    pub fn change(&self, row: &RowChange, column: &str) -> String {
        let [before, after] = self.both(row, column);
        format!("{before} → {after}")
    }

    /// As [`Self::change`], or one value where both are written the same.
    pub fn state(&self, row: &RowChange, column: &str) -> String {
        let [before, after] = self.both(row, column);
        if before == after {
            after
        } else {
            format!("{before} → {after}")
        }
    }

    /// "capaian 93,33% → 96,67%".
    pub fn named_change(&self, row: &RowChange, cell: &CellChange<'_>) -> String {
        let column = match cell.column {
            "capaian" => self.words.text("column_capaian"),
            "keadaan" => self.words.text("column_keadaan"),
            "kategori" => self.words.text("column_kategori"),
            "realisasi" => self.words.text("column_realisasi"),
            "bagian" => self.words.text("column_bagian"),
            other => other.to_owned(),
        };
        format!("{column} {}", self.change(row, cell.column))
    }

    /// TW III 2026.
    pub fn quarter(&self, quarter: Quarter) -> String {
        let year = quarter.year.to_string();
        let key = match quarter.of_year.key() {
            "tw1" => "quarter_tw1",
            "tw2" => "quarter_tw2",
            "tw3" => "quarter_tw3",
            _ => "quarter_tw4",
        };
        self.words.say(key, &[("year", &year)])
    }

    /// A quarter or a year, as tables name them.
    pub fn period(&self, text: &str) -> String {
        let quarter = text.parse::<Quarter>();
        quarter.map_or_else(|_| text.to_owned(), |quarter| self.quarter(quarter))
    }

    /// A key of an amendment, in the words of the other lines: `target TW II 2026`.
    pub fn term(&self, contract: &str, key: &str) -> String {
        let year = contract.split('/').next().unwrap_or_default();
        match key.split_once('.') {
            Some(("target_triwulan", quarter)) => {
                format!("target {}", self.period(&format!("{year}-{quarter}")))
            }
            None if key == "target" => format!("target {year}"),
            _ => key.to_owned(),
        }
    }

    /// What an amendment makes of a term: "lama → baru", or what it says where nothing stood there before.
    pub fn amended(&self, contract: &str, subject: &str, key: &str, value: &str) -> String {
        let Some(indicator) = self.names.indicator(contract, subject) else {
            return self.number(value);
        };
        let is_target = key == "target" || key.starts_with("target_triwulan.");
        if !is_target {
            return self.number(value);
        }
        let now = self.measure(value, indicator);
        match self.names.target_before(contract, subject, key) {
            Some(before) => format!("{} → {now}", self.measure(&before, indicator)),
            None => now,
        }
    }

    fn both(&self, row: &RowChange, column: &str) -> [String; 2] {
        if column == "capaian" && row.table != TableName::Reports {
            return self.percents(row);
        }
        row.values(column).map(|cell| match (row.table, column) {
            (_, "keadaan") if row.table != TableName::Evaluations => self.word(cell),
            (TableName::Absorptions | TableName::Programs, _) => self.money(column, cell),
            _ => self.value(row, column, cell),
        })
    }

    /// From the exact fraction beside it, so that what differs is not written the same.
    fn percents(&self, row: &RowChange) -> [String; 2] {
        let both = row.values("capaian_pecahan");
        let [before, after] = both.map(|cell| machine::read_percent(&cell.plain()));
        let written = |own: &Option<Percent>, other: &Option<Percent>| {
            let bounds: Vec<Percent> = other.iter().cloned().chain([Percent::hundred()]).collect();
            let percent = own.as_ref();
            percent.map_or_else(
                || NONE.to_owned(),
                |percent| self.formats.percent(percent, &bounds),
            )
        };
        [written(&before, &after), written(&after, &before)]
    }

    fn money(&self, column: &str, cell: &Cell<'_>) -> String {
        match cell {
            Cell::Number(share) if column == "bagian" => {
                let percent = Percent::new(share.ratio());
                self.formats.percent(&percent, &[Percent::hundred()])
            }
            Cell::Number(amount) => self.formats.measure(*amount, Some(RUPIAH)),
            other => self.plain(other),
        }
    }

    /// A number of a text as people write it, or the text.
    pub fn number(&self, text: &str) -> String {
        let number = text.parse::<Quantity>();
        number.map_or_else(|_| text.to_owned(), |number| self.formats.quantity(number))
    }

    fn value(&self, row: &RowChange, column: &str, cell: &Cell<'_>) -> String {
        let is_measure = matches!(
            (row.table, column),
            (TableName::Results, "nilai")
                | (TableName::Targets, "target")
                | (TableName::Indicators, "realisasi")
        );
        let indicator = self.names.indicator(
            &row_contract(row),
            &match row.table {
                TableName::Indicators => row.name("id"),
                TableName::Results | TableName::Targets => row.name("indikator"),
                _ => String::new(),
            },
        );
        match (cell, indicator) {
            (Cell::Text(text), Some(indicator)) if is_measure => self.measure(text, indicator),
            _ => self.plain(cell),
        }
    }

    /// A target or value as the tables write it, with its unit; names of ranks stay as they are.
    fn measure(&self, text: &str, indicator: &Indicator) -> String {
        let unit = indicator.unit_name();
        if matches!(indicator.direction, Direction::Rank(_)) {
            return text.to_owned();
        }
        let number = |text: &str| text.parse::<Quantity>().ok();
        if let Some(amount) = number(text) {
            return self.formats.measure(amount, unit);
        }
        let range = text.split_once("..");
        if let Some((Some(from), Some(to))) = range.map(|(from, to)| (number(from), number(to))) {
            let from = self.formats.quantity(from);
            return format!("{from}–{}", self.formats.measure(to, unit));
        }
        match text {
            "selesai" => self.words.text("word_selesai"),
            "belum" => self.words.text("word_belum"),
            text => match text.parse::<Date>() {
                Ok(day) => self.formats.date(day),
                Err(_) => text.to_owned(),
            },
        }
    }

    fn word(&self, cell: &Cell<'_>) -> String {
        let key = match cell.plain().as_str() {
            "tercapai" => "word_tercapai",
            "tidak-tercapai" => "word_tidak_tercapai",
            "sesuai-jalur" => "word_sesuai_jalur",
            "di-bawah-jalur" => "word_di_bawah_jalur",
            "terlambat" => "word_terlambat",
            "belum-tersedia" => "word_belum_tersedia",
            "belum-jatuh-tempo" => "word_belum_jatuh_tempo",
            "dicabut" => "word_dicabut",
            "tanpa-adendum" => "word_tanpa_adendum",
            _ => return self.plain(cell),
        };
        self.words.text(key)
    }

    fn plain(&self, cell: &Cell<'_>) -> String {
        match cell {
            Cell::Missing => NONE.to_owned(),
            Cell::Date(day) => self.formats.date(*day),
            Cell::Number(number) => self.formats.quantity(*number),
            other => other.plain(),
        }
    }
}

/// The contract that a row is or belongs to.
pub(super) fn row_contract(row: &RowChange) -> String {
    row.name(match row.table {
        TableName::Contracts => "id",
        _ => "kontrak",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Kind, table};
    use crate::model::Language;

    #[test]
    fn every_state_has_words() {
        for language in Language::ALL {
            let words = CliWords::new(language);
            let columns = table(TableName::Indicators).columns;
            let states = columns.iter().find(|c| c.name == "keadaan").unwrap().kind;
            let Kind::Choice(states) = states else {
                panic!("{states:?}");
            };
            let keys: Vec<String> = states
                .iter()
                .map(|state| format!("word_{}", state.replace('-', "_")))
                .collect();
            for key in keys {
                assert!(!words.text(&key).contains(&key), "{key}");
            }
        }
    }
}
