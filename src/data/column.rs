//! What a table is: its columns with their meaning, its key, what it refers to; and one value.

use crate::model::{Date, Language, Percent, Quantity, Ratio};
use chrono::{DateTime, SecondsFormat, Utc};
use std::fmt;

/// A table of a site's facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableName {
    Opds,
    Posts,
    People,
    Tenures,
    Contracts,
    Reports,
    Indicators,
    Targets,
    Results,
    Programs,
    Absorptions,
    Amendments,
    Revisions,
    Evaluations,
    Changes,
}

impl TableName {
    /// A table comes after those it refers to.
    pub const ALL: [Self; 15] = [
        Self::Opds,
        Self::Posts,
        Self::People,
        Self::Tenures,
        Self::Contracts,
        Self::Reports,
        Self::Indicators,
        Self::Targets,
        Self::Results,
        Self::Programs,
        Self::Absorptions,
        Self::Amendments,
        Self::Revisions,
        Self::Evaluations,
        Self::Changes,
    ];

    /// Its name in files: lower case, as Frictionless Data asks of names of resources.
    pub fn key(self) -> &'static str {
        match self {
            Self::Opds => "opd",
            Self::Posts => "jabatan",
            Self::People => "pejabat",
            Self::Tenures => "masa_jabatan",
            Self::Contracts => "kontrak",
            Self::Reports => "laporan",
            Self::Indicators => "indikator",
            Self::Targets => "target",
            Self::Results => "hasil",
            Self::Programs => "program",
            Self::Absorptions => "serapan",
            Self::Amendments => "adendum",
            Self::Revisions => "revisi",
            Self::Evaluations => "evaluasi",
            Self::Changes => "perubahan",
        }
    }
}

/// What a table holds.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// None for the one that joins several, beside each page.
    pub name: Option<TableName>,
    /// What one row is, in Indonesian and English.
    pub about: [&'static str; 2],
    pub columns: &'static [Column],
    /// The columns that name a row: no two rows have the same values there.
    pub key: &'static [&'static str],
    pub references: &'static [Reference],
}

impl Table {
    pub fn about(&self, language: Language) -> &'static str {
        in_language(self.about, language)
    }
}

/// Columns whose values name a row of another table, or none where they are missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    pub columns: &'static [&'static str],
    pub to: TableName,
    /// The columns there.
    pub named: &'static [&'static str],
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// As in the files that staff write, where they have the same.
    pub name: &'static str,
    pub kind: Kind,
    pub necessity: Necessity,
    /// What it says, in Indonesian and English.
    pub about: [&'static str; 2],
}

impl Column {
    pub fn about(&self, language: Language) -> &'static str {
        in_language(self.about, language)
    }
}

fn in_language([indonesian, english]: [&'static str; 2], language: Language) -> &'static str {
    match language {
        Language::Indonesian => indonesian,
        Language::English => english,
    }
}

/// Whether a cell may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Necessity {
    Always,
    Sometimes,
}

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A whole number.
    Whole,
    /// A calendar year.
    Year,
    /// A decimal, with at most [`MOST_DECIMALS`] decimals.
    Number,
    /// An amount in rupiah: as [`Self::Number`].
    Rupiah,
    /// A percentage, 91 for 91 %: as [`Self::Number`].
    Percent,
    Date,
    /// A moment (RFC 3339, UTC).
    Moment,
    /// `2026-tw3`
    Quarter,
    /// An absolute address.
    Address,
}

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Missing,
    Text(String),
    Whole(i64),
    Number(Quantity),
    Date(Date),
    Moment(DateTime<Utc>),
}

/// The values of one row, as many as the table has columns.
pub type Row = Vec<Cell>;

/// Decimals that a number keeps: data files have at most nine, and a ratio without an end is
/// rounded here. Its exact value stands beside it.
pub const MOST_DECIMALS: u32 = 10;

impl Cell {
    pub(super) fn text(text: impl fmt::Display) -> Self {
        Self::Text(text.to_string())
    }

    /// Without needless zeros: 6.40 and 6.4 are one number.
    pub(super) fn number(quantity: Quantity) -> Self {
        Self::Number(quantity.normalized())
    }

    /// Exactly, or rounded half away from zero to [`MOST_DECIMALS`].
    pub(super) fn ratio(ratio: &Ratio) -> Self {
        Quantity::nearest(ratio, MOST_DECIMALS).map_or(Self::Missing, Self::number)
    }

    pub(super) fn percent(percent: &Percent) -> Self {
        Self::ratio(percent.number())
    }

    /// A place on a scale.
    pub(super) fn place(position: usize) -> Self {
        u32::try_from(position).map_or(Self::Missing, |place| Self::Number(place.into()))
    }

    pub(super) fn count(count: usize) -> Self {
        i64::try_from(count).map_or(Self::Missing, Self::Whole)
    }

    /// The value as text, empty where it is missing: dates by ISO 8601, a decimal point.
    pub fn plain(&self) -> String {
        match self {
            Self::Missing => String::new(),
            Self::Text(text) => text.clone(),
            Self::Whole(number) => number.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Date(date) => date.to_string(),
            Self::Moment(at) => at.to_rfc3339_opts(SecondsFormat::Secs, true),
        }
    }
}

/// A cell of what may be missing.
pub(super) fn optional<T>(value: Option<T>, cell: impl FnOnce(T) -> Cell) -> Cell {
    value.map_or(Cell::Missing, cell)
}

/// Defines a table's columns together with how each value is taken from an item, so that neither
/// is ever without the other.
macro_rules! columns {
    ($item:ident; $($name:literal: $kind:expr, $necessity:ident, $id:literal, $en:literal => $cell:expr;)+) => {
        pub(in crate::data) const COLUMNS: &[$crate::data::Column] = &[
            $($crate::data::Column {
                name: $name,
                kind: $kind,
                necessity: $crate::data::Necessity::$necessity,
                about: [$id, $en],
            }),+
        ];

        pub(in crate::data::tables) fn row(item: &$item<'_>) -> $crate::data::Row {
            vec![$({
                let cell: fn(&$item<'_>) -> $crate::data::Cell = $cell;
                cell(item)
            }),+]
        }
    };
}
pub(super) use columns;
