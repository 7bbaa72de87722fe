//! Targets of the year and of quarters, as they are in force and as they were signed.

use super::indicators::bound;
use crate::data::column::{Cell, Kind, Reference, Row, Table, TableName, columns, optional};
use crate::data::facts::{Facts, IndicatorItem, as_number_of_target};
use crate::data::selection::Selection;
use crate::model::{Quarter, QuarterOfYear, Target};

pub(super) struct Item<'a> {
    of: IndicatorItem<'a>,
    /// None for the year's.
    quarter: Option<QuarterOfYear>,
    now: Option<Target>,
    signed: Option<Target>,
}

columns! { Item;
    "kontrak": Kind::Text, Always, "Kontraknya.", "Its contract." => |t| Cell::shown(&t.of.of.contract.id);
    "indikator": Kind::Text, Always, "Indikatornya.", "Its indicator." => |t| Cell::text(t.of.id());
    "masa": Kind::Text, Always, "Tahun (2026) atau triwulan (2026-tw3) yang ditargetkan.", "The year (2026) or quarter (2026-tw3) that it is for." => period;
    "target": Kind::Text, Sometimes, "Target yang berlaku: angka, rentang (80..90), predikat, atau selesai.", "The target in force: a number, a range (80..90), a rank, or selesai." => |t| optional(t.now, |now| Cell::made(t.of.target(now)));
    "target_angka": Kind::Number, Sometimes, "Target sebagai angka; untuk predikat urutannya pada skala, 1 yang terburuk.", "The same as a number; of a rank its place on the scale, the worst being 1." => |t| optional(t.now.and_then(as_number_of_target), Cell::number);
    "target_bawah": Kind::Number, Sometimes, "Batas bawah target rentang.", "Lower end of a range." => |t| optional(t.now, |now| bound(now, |from, _| from));
    "target_atas": Kind::Number, Sometimes, "Batas atas target rentang.", "Upper end of a range." => |t| optional(t.now, |now| bound(now, |_, to| to));
    "target_semula": Kind::Text, Sometimes, "Target seperti ditandatangani.", "The target as signed." => |t| optional(t.signed, |signed| Cell::made(t.of.target(signed)));
}

pub(in crate::data) const TABLE: Table = Table {
    name: Some(TableName::Targets),
    about: [
        "Target setahun dan target triwulan.",
        "Targets of years and of quarters.",
    ],
    columns: COLUMNS,
    key: &["kontrak", "indikator", "masa"],
    references: &[Reference {
        columns: &["kontrak", "indikator"],
        to: TableName::Indicators,
        named: &["kontrak", "id"],
    }],
};

pub(super) fn rows<'a>(facts: Facts<'a>, of: &'a Selection) -> impl Iterator<Item = Row<'a>> + 'a {
    let items = facts.indicators(of).flat_map(items);
    items
        .filter(|item| item.quarter().is_none_or(|quarter| of.tells(quarter)))
        .map(|item| row(&item))
}

fn items(of: IndicatorItem<'_>) -> impl Iterator<Item = Item<'_>> {
    let (now, signed) = (of.indicator(), &of.score.commitment.original);
    let year = Item {
        of,
        quarter: None,
        now: Some(now.target),
        signed: Some(signed.target),
    };
    let quarters = QuarterOfYear::ALL.into_iter().map(move |quarter| Item {
        of,
        quarter: Some(quarter),
        now: now.quarterly.get(&quarter).copied(),
        signed: signed.quarterly.get(&quarter).copied(),
    });
    let said = quarters.filter(|item| item.now.is_some() || item.signed.is_some());
    [year].into_iter().chain(said)
}

impl Item<'_> {
    fn quarter(&self) -> Option<Quarter> {
        let year = self.of.of.contract.id.year;
        self.quarter.map(|quarter| Quarter::new(year, quarter))
    }
}

fn period<'a>(item: &Item<'a>) -> Cell<'a> {
    let year = item.of.of.contract.id.year;
    item.quarter()
        .map_or_else(|| Cell::shown(year), Cell::shown)
}
