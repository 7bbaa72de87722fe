//! What an office said of a contract in a quarter as a whole, and how the contract stood then.

use crate::compute::{OfficeReport, QuarterScore};
use crate::data::column::{Cell, Kind, Reference, Row, Table, TableName, columns, optional};
use crate::data::facts::{ContractItem, Facts};
use crate::data::machine;
use crate::data::selection::Selection;
use crate::model::Quarter;

const REPORTS: &[&str] = &[
    "dilaporkan",
    "terlambat",
    "belum-jatuh-tempo",
    "tanpa-batas-lapor",
    "tidak-diminta",
];

pub(super) struct Item<'a> {
    of: ContractItem<'a>,
    quarter: Quarter,
    report: OfficeReport,
}

columns! { Item;
    "kontrak": Kind::Text, Always, "Kontraknya.", "Its contract." => |r| Cell::shown(&r.of.contract.id);
    "triwulan": Kind::Quarter, Always, "Triwulannya.", "The quarter." => |r| Cell::shown(r.quarter);
    "laporan": Kind::Choice(REPORTS), Always, "Apa yang diketahui tentang laporannya.", "What is known of its report." => |r| Cell::text(machine::office_report(r.report));
    "dilaporkan": Kind::Date, Sometimes, "Hari dilaporkan, menurut kantor pemerintah.", "The day it was reported, by the office's word." => reported_on;
    "hari_terlambat": Kind::Whole, Sometimes, "Berapa hari setelah batas lapor.", "Days after the deadline." => days_late;
    "tercatat_terlambat": Kind::Date, Sometimes, "Hari repositori mulai memuatnya, bila setelah batas lapor.", "The day from which the repository held it, where that is after the deadline." => |r| optional(r.of.score.recorded_late.get(&r.quarter), |late| Cell::Date(late.on));
    "capaian": Kind::Percent, Sometimes, "Capaian kontrak pada akhir triwulan itu, dengan yang diketahui sekarang.", "Capaian of the contract at the end of the quarter, with what is known now." => |r| optional(r.score().and_then(|s| s.overall.percent.as_ref()), Cell::percent);
    "capaian_pecahan": Kind::Text, Sometimes, "Capaian sebagai pecahan yang tepat.", "The same as an exact fraction." => |r| optional(r.score().and_then(|s| s.overall.percent.as_ref()), |p| Cell::made(machine::percent(p)));
    "kategori": Kind::Text, Sometimes, "Kategori menurut skala aturan.", "Category by the scale of the rules." => |r| optional(r.score().and_then(|s| s.overall.category.as_ref()), |name| Cell::text(name.own()));
    "dipenuhi": Kind::Whole, Sometimes, "Berapa komitmen tercapai atau sesuai jalur.", "How many commitments are reached or on track." => |r| optional(r.score(), |s| Cell::count(s.counts.kept()));
    "jatuh_tempo": Kind::Whole, Sometimes, "Berapa komitmen yang sudah dapat dinilai.", "How many can be told of." => |r| optional(r.score(), |s| Cell::count(s.counts.due()));
    "tanpa_angka": Kind::Whole, Sometimes, "Berapa komitmen jatuh tempo tanpa angka.", "How many are due and have no figure." => |r| optional(r.score(), |s| Cell::count(s.counts.silent()));
    "commit": Kind::Text, Sometimes, "Commit yang pertama kali memuat laporannya.", "The commit that first held the report." => commit;
}

pub(in crate::data) const TABLE: Table = Table {
    name: Some(TableName::Reports),
    about: [
        "Laporan triwulan tiap kontrak.",
        "Quarterly reports of contracts.",
    ],
    columns: COLUMNS,
    key: &["kontrak", "triwulan"],
    references: &[Reference {
        columns: &["kontrak"],
        to: TableName::Contracts,
        named: &["id"],
    }],
};

pub(super) fn rows<'a>(facts: Facts<'a>, of: &'a Selection) -> impl Iterator<Item = Row<'a>> + 'a {
    facts.contracts(of).flat_map(move |contract| {
        let reports = contract.score.reports.iter();
        let told = reports.filter(|(quarter, _)| of.tells(**quarter));
        told.map(move |(quarter, report)| {
            row(&Item {
                of: contract,
                quarter: *quarter,
                report: *report,
            })
        })
    })
}

impl<'a> Item<'a> {
    fn score(&self) -> Option<&'a QuarterScore> {
        self.of.score.quarters.get(&self.quarter)
    }
}

fn reported_on<'a>(item: &Item<'a>) -> Cell<'a> {
    match item.report {
        OfficeReport::Reported { on, .. } => Cell::Date(on),
        _ => Cell::Missing,
    }
}

fn days_late<'a>(item: &Item<'a>) -> Cell<'a> {
    match item.report {
        OfficeReport::Reported {
            days_late: days, ..
        }
        | OfficeReport::Late { days } => Cell::Whole(days.into()),
        _ => Cell::Missing,
    }
}

fn commit<'a>(item: &Item<'a>) -> Cell<'a> {
    let facts = item.of.facts;
    let report = item.of.reports.of(item.quarter);
    let known = report.filter(|report| report.reported <= facts.score.today);
    optional(
        facts.commit(known.and_then(|r| r.recorded.as_deref())),
        Cell::text,
    )
}
