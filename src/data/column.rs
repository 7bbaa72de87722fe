//! What a table is: its columns with their meaning, its key, what it refers to; and one value.

use crate::model::{Date, Language, Percent, Quantity, Ratio};
use chrono::{DateTime, SecondsFormat, Utc};
use std::borrow::Cow;
use std::fmt;
use std::io::Write;

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
pub enum Cell<'a> {
    Missing,
    /// Borrowed where the register has it as it is: most texts are.
    Text(Cow<'a, str>),
    Whole(i64),
    Number(Quantity),
    Date(Date),
    Moment(DateTime<Utc>),
}

/// The values of one row, as many as the table has columns.
pub type Row<'a> = Vec<Cell<'a>>;

/// Decimals that a number keeps: data files have at most nine, and a ratio without an end is
/// rounded here. Its exact value stands beside it.
pub const MOST_DECIMALS: u32 = 10;

impl<'a> Cell<'a> {
    /// A text that stands somewhere as it is.
    pub(super) fn text<T: AsRef<str> + ?Sized>(text: &'a T) -> Self {
        Self::Text(Cow::Borrowed(text.as_ref()))
    }

    /// A text that was put together.
    pub(super) fn made(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }

    /// What something is called.
    pub(super) fn shown(named: impl fmt::Display) -> Self {
        Self::made(named.to_string())
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
    pub(super) fn place(position: u32) -> Self {
        Self::Number(position.into())
    }

    pub(super) fn count(count: usize) -> Self {
        i64::try_from(count).map_or(Self::Missing, Self::Whole)
    }

    /// The same, independent of where it was taken from.
    pub(super) fn into_owned(self) -> Cell<'static> {
        match self {
            Self::Text(text) => Cell::Text(Cow::Owned(text.into_owned())),
            Self::Missing => Cell::Missing,
            Self::Whole(number) => Cell::Whole(number),
            Self::Number(number) => Cell::Number(number),
            Self::Date(date) => Cell::Date(date),
            Self::Moment(at) => Cell::Moment(at),
        }
    }

    /// The value as text, empty where it is missing: dates by ISO 8601, a decimal point.
    pub fn plain(&self) -> String {
        let mut text = Vec::new();
        self.append_to(&mut text);
        String::from_utf8(text).expect("texts, numbers and dates are written as UTF-8")
    }

    /// Appends [`Self::plain`].
    pub fn append_to(&self, to: &mut Vec<u8>) {
        match self {
            Self::Missing => Ok(()),
            Self::Text(text) => to.write_all(text.as_bytes()),
            Self::Whole(number) => write!(to, "{number}"),
            Self::Number(number) => write!(to, "{number}"),
            Self::Date(date) => write!(to, "{date}"),
            Self::Moment(at) => {
                let moment = at.to_rfc3339_opts(SecondsFormat::Secs, true);
                to.write_all(moment.as_bytes())
            }
        }
        .expect("writing to memory does not fail");
    }
}

/// A cell of what may be missing.
pub(super) fn optional<'a, T>(value: Option<T>, cell: impl FnOnce(T) -> Cell<'a>) -> Cell<'a> {
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

        pub(in crate::data::tables) fn row<'a>(item: &$item<'a>) -> $crate::data::Row<'a> {
            vec![$({
                let cell: fn(&$item<'a>) -> $crate::data::Cell<'a> = $cell;
                cell(item)
            }),+]
        }
    };
}
pub(super) use columns;
