//! Revisions of reported values, declared or not.

use crate::data::column::{Cell, Kind, Reference, Row, Table, TableName, columns, optional};
use crate::data::facts::{Facts, QuarterItem};
use crate::data::selection::Selection;
use crate::model::{Revision, RevisionGround};

const KINDS: &[&str] = &["revisi", "tanpa-keterangan"];

pub(super) struct Item<'a> {
    of: QuarterItem<'a>,
    revision: &'a Revision,
    number: usize,
}

columns! { Item;
    "kontrak": Kind::Text, Always, "Kontraknya.", "Its contract." => |r| Cell::shown(&r.of.of.of.contract.id);
    "indikator": Kind::Text, Always, "Indikatornya.", "Its indicator." => |r| Cell::text(r.of.of.id());
    "triwulan": Kind::Quarter, Always, "Triwulannya.", "The quarter." => |r| Cell::shown(r.of.fact.quarter);
    "nomor": Kind::Whole, Always, "Urutannya, yang tertua 1.", "Its place, the oldest being 1." => |r| Cell::count(r.number);
    "jenis": Kind::Choice(KINDS), Always, "Revisi yang dinyatakan, atau angka yang diganti tanpa keterangan.", "A declared revision, or a value that was changed without a word." => kind;
    "tanggal": Kind::Date, Always, "Tanggalnya; bila tanpa keterangan, hari tercatat.", "Its day; without a word the day it was recorded." => |r| Cell::Date(r.revision.date);
    "semula": Kind::Text, Always, "Angka sebelum direvisi.", "What was reported before." => |r| Cell::made(r.of.of.value(r.revision.before));
    "alasan": Kind::Text, Sometimes, "Alasan (Markdown).", "Reason (Markdown)." => reason;
    "commit": Kind::Text, Sometimes, "Commit yang pertama kali memuatnya.", "The commit that first held it." => |r| optional(r.of.of.of.facts.commit(r.revision.recorded.as_ref()), Cell::text);
}

pub(in crate::data) const TABLE: Table = Table {
    name: Some(TableName::Revisions),
    about: [
        "Revisi angka yang sudah dilaporkan.",
        "Revisions of reported values.",
    ],
    columns: COLUMNS,
    key: &["kontrak", "indikator", "triwulan", "nomor"],
    references: &[Reference {
        columns: &["kontrak", "indikator", "triwulan"],
        to: TableName::Results,
        named: &["kontrak", "indikator", "triwulan"],
    }],
};

pub(super) fn rows<'a>(facts: Facts<'a>, of: &'a Selection) -> impl Iterator<Item = Row<'a>> + 'a {
    facts.quarters(of).flat_map(|of| {
        let revisions = of.reported.map(|reported| reported.revisions.iter());
        let revisions = revisions.into_iter().flatten().zip(1..);
        revisions.map(move |(revision, number)| {
            row(&Item {
                of,
                revision,
                number,
            })
        })
    })
}

fn kind<'a>(item: &Item<'a>) -> Cell<'a> {
    let at = match item.revision.ground {
        RevisionGround::Declared(_) => 0,
        RevisionGround::Undeclared => 1,
    };
    Cell::text(KINDS[at])
}

fn reason<'a>(item: &Item<'a>) -> Cell<'a> {
    match &item.revision.ground {
        RevisionGround::Declared(reason) => Cell::text(&reason.0),
        RevisionGround::Undeclared => Cell::Missing,
    }
}
