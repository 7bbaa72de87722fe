//! What was reported of a commitment in a quarter, and how it stands against the quarter's target.

use super::indicators::STATES;
use crate::compute::QuarterReport;
use crate::data::column::{Cell, Kind, Reference, Table, TableName, columns, optional};
use crate::data::facts::{
    FORMULA_NAMES, QuarterItem, as_number_of_target, as_number_of_value, formula, formula_name,
};
use crate::data::machine;
use crate::model::{Actual, Markdown, Percent, ReportedActual};

pub(super) const REPORTS: &[&str] = &[
    "dilaporkan",
    machine::UNAVAILABLE,
    "terlambat",
    "belum-jatuh-tempo",
    "tanpa-batas-lapor",
    "tidak-diminta",
];

columns! { QuarterItem;
    "kontrak": Kind::Text, Always, "Kontraknya.", "Its contract." => |q| Cell::shown(&q.of.of.contract.id);
    "indikator": Kind::Text, Always, "Indikatornya.", "Its indicator." => |q| Cell::text(q.of.id());
    "triwulan": Kind::Quarter, Always, "Triwulannya.", "The quarter." => |q| Cell::shown(q.fact.quarter);
    "laporan": Kind::Choice(REPORTS), Always, "Apa yang diketahui: dilaporkan, dinyatakan belum tersedia, terlambat, belum jatuh tempo, tanpa batas lapor, atau tidak diminta.", "What is known: reported, said not to be available yet, late, not due, without a deadline, or not asked for." => |q| Cell::text(machine::quarter_report(q.fact.report));
    "target": Kind::Text, Sometimes, "Target triwulan itu.", "The quarter's own target." => |q| optional(q.target(), |target| Cell::made(q.of.target(target)));
    "target_angka": Kind::Number, Sometimes, "Target sebagai angka; untuk predikat urutannya pada skala.", "The same as a number; of a rank its place on the scale." => |q| optional(q.target().and_then(as_number_of_target), Cell::number);
    "nilai": Kind::Text, Sometimes, "Realisasi: angka, predikat, hari selesai, atau belum. Kosong berarti tidak ada angka, bukan nol.", "What was reported: a number, a rank, the day of completion, or belum (not done). Empty is no figure, never zero." => |q| optional(q.fact.report.value(), |value| Cell::made(q.of.value(value)));
    "nilai_angka": Kind::Number, Sometimes, "Realisasi sebagai angka; untuk predikat urutannya pada skala.", "The same as a number; of a rank its place on the scale." => |q| optional(q.fact.report.value().and_then(as_number_of_value), Cell::number);
    "dilaporkan": Kind::Date, Sometimes, "Hari dilaporkan, menurut kantor pemerintah.", "The day it was reported, by the office's word." => reported_on;
    "batas_lapor": Kind::Date, Sometimes, "Sampai kapan laporan tepat waktu.", "Until when a report is on time." => |q| optional(q.fact.deadline, Cell::Date);
    "hari_terlambat": Kind::Whole, Sometimes, "Berapa hari setelah batas lapor.", "Days after the deadline." => days_late;
    "tercatat": Kind::Date, Sometimes, "Hari repositori mulai memuatnya.", "The day from which the repository held it." => |q| optional(q.reported.and_then(|r| r.recorded.as_ref()), |r| Cell::Date(r.on));
    "commit": Kind::Text, Sometimes, "Commit yang pertama kali memuatnya.", "The commit that first held it." => |q| optional(q.of.of.facts.commit(q.reported.and_then(|r| r.recorded.as_deref())), Cell::text);
    "rumus_capaian": Kind::Choice(FORMULA_NAMES), Sometimes, "Rumus yang dipakai (R realisasi, T target), atau mengapa capaian tak terhitung.", "The formula that was used (R actual, T target), or why there is no percentage." => |q| optional(q.fact.judgement.as_deref(), |j| Cell::text(formula_name(j)));
    "perhitungan": Kind::Text, Sometimes, "Rumus dengan angkanya; hasil di bawah 0 menjadi 0.", "The formula with its numbers put in; a result below 0 becomes 0." => |q| optional(q.fact.judgement.as_deref().and_then(formula), Cell::made);
    "capaian": Kind::Percent, Sometimes, "Capaian triwulan itu sendiri, tanpa batas atas.", "Capaian of the quarter alone, uncapped." => |q| optional(percent(q), Cell::percent);
    "capaian_pecahan": Kind::Text, Sometimes, "Capaian sebagai pecahan yang tepat.", "The same as an exact fraction." => |q| optional(percent(q), |p| Cell::made(machine::percent(p)));
    "keadaan": Kind::Choice(STATES), Sometimes, "Keadaan komitmen pada akhir triwulan itu, dengan yang diketahui sekarang.", "State of the commitment at the end of the quarter, with what is known now." => state;
    "alasan_belum_ada": Kind::Text, Sometimes, "Mengapa angkanya belum ada (Markdown).", "Why there is no figure yet (Markdown)." => unavailable;
    "catatan": Kind::Text, Sometimes, "Catatan (Markdown).", "Note (Markdown)." => |q| words(q, |r| r.note.as_ref());
    "kendala": Kind::Text, Sometimes, "Kendala (Markdown).", "Obstacles (Markdown)." => |q| words(q, |r| r.obstacle.as_ref());
    "tindak_lanjut": Kind::Text, Sometimes, "Tindak lanjut (Markdown).", "Follow-up (Markdown)." => |q| words(q, |r| r.follow_up.as_ref());
    "tanggapan": Kind::Text, Sometimes, "Tanggapan pejabat (Markdown).", "The official's own explanation (Markdown)." => |q| words(q, |r| r.response.as_ref());
    "diverifikasi_oleh": Kind::Text, Sometimes, "Siapa yang memverifikasi.", "Who verified it." => |q| optional(q.reported.and_then(|r| r.verification.as_ref()), |v| Cell::text(&v.by));
    "diverifikasi_pada": Kind::Date, Sometimes, "Kapan diverifikasi.", "When it was verified." => |q| optional(q.reported.and_then(|r| r.verification.as_ref()), |v| Cell::Date(v.date));
}

pub(in crate::data) const TABLE: Table = Table {
    name: Some(TableName::Results),
    about: [
        "Hasil: tiap komitmen pada tiap triwulan, juga yang tidak dilaporkan.",
        "Results: each commitment in each quarter, also where nothing was reported.",
    ],
    columns: COLUMNS,
    key: &["kontrak", "indikator", "triwulan"],
    references: &[
        Reference {
            columns: &["kontrak", "indikator"],
            to: TableName::Indicators,
            named: &["kontrak", "id"],
        },
        Reference {
            columns: &["kontrak", "triwulan"],
            to: TableName::Reports,
            named: &["kontrak", "triwulan"],
        },
    ],
};

fn percent<'a>(item: &QuarterItem<'a>) -> Option<&'a Percent> {
    item.fact.judgement.as_ref()?.achievement.percent()
}

pub(super) fn reported_on<'a>(item: &QuarterItem<'a>) -> Cell<'a> {
    match item.fact.report {
        QuarterReport::Reported { on, .. } | QuarterReport::Unavailable { on } => Cell::Date(on),
        _ => Cell::Missing,
    }
}

pub(super) fn days_late<'a>(item: &QuarterItem<'a>) -> Cell<'a> {
    match item.fact.report {
        QuarterReport::Reported {
            days_late: days, ..
        }
        | QuarterReport::Late { days } => Cell::Whole(days.into()),
        _ => Cell::Missing,
    }
}

fn state<'a>(item: &QuarterItem<'a>) -> Cell<'a> {
    let state = item.of.of.score.state_at(item.fact.quarter, item.of.id());
    optional(state, |state| Cell::text(machine::state(state)))
}

fn unavailable<'a>(item: &QuarterItem<'a>) -> Cell<'a> {
    match item.reported.map(|reported| &reported.actual) {
        Some(Actual::Unavailable { reason }) => Cell::text(&reason.0),
        Some(Actual::Reported(_)) | None => Cell::Missing,
    }
}

fn words<'a>(item: &QuarterItem<'a>, which: fn(&ReportedActual) -> Option<&Markdown>) -> Cell<'a> {
    optional(item.reported.and_then(which), |text| Cell::text(&text.0))
}
