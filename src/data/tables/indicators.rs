//! Commitments: what was promised, and where it stands.

use super::organisations::english;
use crate::compute::{Aim, Outcome};
use crate::compute::{Basis, State};
use crate::data::column::{Cell, Kind, Reference, Table, TableName, columns, optional};
use crate::data::facts::{
    FORMULA_NAMES, IndicatorItem, as_number_of_target, formula, formula_name,
};
use crate::data::machine;
use crate::model::{Percent, Standing, Target};

/// The states of a commitment, and what stands in their place where it is not in force.
pub(super) const STATES: &[&str] = &[
    "tercapai",
    "tidak-tercapai",
    "sesuai-jalur",
    "di-bawah-jalur",
    "terlambat",
    machine::UNAVAILABLE,
    "belum-jatuh-tempo",
    machine::WITHDRAWN,
    machine::UNDECLARED,
];
pub(super) const DIRECTIONS: &[&str] = &[
    "naik",
    "turun",
    "turun-rasio",
    "rentang-turun",
    "rentang-naik",
    "rentang-di-dalam",
    "predikat",
    "tuntas",
];
const ACCUMULATIONS: &[&str] = &["jumlah", "akhir", "rata-rata"];
const BASES: &[&str] = &[
    "lengkap",
    "triwulan-yang-dilaporkan",
    "semua-yang-jatuh-tempo",
];

columns! { IndicatorItem;
    "kontrak": Kind::Text, Always, "Kontraknya.", "Its contract." => |i| Cell::shown(&i.of.contract.id);
    "id": Kind::Text, Always, "Pengenal indikator dalam kontrak itu.", "Id of the indicator in that contract." => |i| Cell::text(i.id());
    "nama": Kind::Text, Always, "Nama indikator.", "Name of the indicator." => |i| Cell::text(i.indicator().name.own());
    "nama_en": Kind::Text, Sometimes, "Nama dalam bahasa Inggris.", "Name in English." => |i| english(&i.indicator().name);
    "sasaran": Kind::Text, Sometimes, "Sasaran yang diukurnya.", "The goal that it measures." => goal;
    "satuan": Kind::Text, Sometimes, "Satuan.", "Unit." => |i| optional(i.indicator().unit_name(), Cell::text);
    "arah": Kind::Choice(DIRECTIONS), Always, "Arah yang lebih baik, yang menentukan rumus capaian.", "Which way is better; it decides the formula." => |i| Cell::text(machine::direction(&i.indicator().direction));
    "akumulasi": Kind::Choice(ACCUMULATIONS), Always, "Bagaimana triwulan menjadi setahun: dijumlahkan, angka terakhir, atau rata-rata.", "How quarters make the year: their sum, the last one, or their mean." => |i| Cell::text(machine::accumulation(i.indicator().accumulation));
    "target": Kind::Text, Always, "Target setahun yang berlaku: angka, rentang (80..90), predikat, atau selesai.", "The year's target in force: a number, a range (80..90), a rank, or selesai (to be done)." => |i| Cell::made(i.target(i.indicator().target));
    "target_angka": Kind::Number, Sometimes, "Target sebagai angka; untuk predikat urutannya pada skala, 1 yang terburuk.", "The target as a number; of a rank its place on the scale, the worst being 1." => |i| optional(as_number_of_target(i.indicator().target), Cell::number);
    "target_bawah": Kind::Number, Sometimes, "Batas bawah target rentang.", "Lower end of a range." => |i| bound(i.indicator().target, |from, _| from);
    "target_atas": Kind::Number, Sometimes, "Batas atas target rentang.", "Upper end of a range." => |i| bound(i.indicator().target, |_, to| to);
    "target_semula": Kind::Text, Always, "Target seperti ditandatangani.", "The target as signed." => |i| Cell::made(i.target(i.score.commitment.original.target));
    "jatuh_tempo": Kind::Date, Always, "Hari ketika komitmen harus dipenuhi.", "The day by which it must be kept." => |i| Cell::Date(i.score.due);
    "bobot": Kind::Number, Sometimes, "Bobot dalam kontrak, dalam persen.", "Weight in the contract, in percent." => |i| optional(i.indicator().weight, Cell::number);
    "milik_kontrak": Kind::Text, Sometimes, "Bila ini bagian dari indikator kontrak lain: kontrak itu.", "Where it is a part of another contract's indicator: that contract." => |i| optional(i.indicator().contribution.as_ref(), |part| Cell::shown(&part.owner.contract));
    "milik_indikator": Kind::Text, Sometimes, "Indikator di kontrak itu.", "The indicator there." => |i| optional(i.indicator().contribution.as_ref(), |part| Cell::text(&part.owner.indicator));
    "keadaan": Kind::Choice(STATES), Always, "Keadaan pada triwulan yang dibicarakan kontraknya; dicabut atau tanpa-adendum bila tidak dihitung.", "State at the quarter its contract speaks of; dicabut (withdrawn) or tanpa-adendum (undeclared) where it does not count." => |i| Cell::text(machine::standing(i.score.commitment.standing, i.score.state));
    "hari_terlambat": Kind::Whole, Sometimes, "Berapa hari terlambat dilaporkan, bila keadaannya terlambat.", "Days late, where its state is late." => days_late;
    "sampai_triwulan": Kind::Quarter, Sometimes, "Triwulan terakhir yang dihitung dalam angka berikut.", "The last quarter that counts in the figures beside." => |i| optional(i.score.to_date.as_ref(), |t| Cell::shown(t.through));
    "dasar": Kind::Choice(BASES), Sometimes, "Terhadap target triwulan mana realisasi dihitung, bila ada yang belum dilaporkan: yang hasilnya lebih rendah.", "Against which quarters' targets, where some were not reported: whichever gives less." => |i| optional(i.score.to_date.as_ref(), |t| Cell::text(basis(t.basis)));
    "realisasi": Kind::Text, Sometimes, "Realisasi sampai triwulan itu.", "What is reached up to that quarter." => |i| optional(i.judgement(), |j| Cell::made(i.outcome(&j.outcome)));
    "realisasi_angka": Kind::Number, Sometimes, "Realisasi sebagai angka; untuk predikat urutannya pada skala.", "The same as a number; of a rank its place on the scale." => |i| optional(i.judgement(), |j| outcome_number(&j.outcome));
    "target_sampai_kini": Kind::Text, Sometimes, "Target sampai triwulan itu.", "What was to be reached up to that quarter." => |i| optional(i.judgement(), |j| Cell::made(i.aim(&j.aim)));
    "target_sampai_kini_angka": Kind::Number, Sometimes, "Target itu sebagai angka.", "The same as a number." => |i| optional(i.judgement(), |j| aim_number(&j.aim));
    "rumus_capaian": Kind::Choice(FORMULA_NAMES), Sometimes, "Rumus yang dipakai (R realisasi, T target), atau mengapa capaian tak terhitung.", "The formula that was used (R actual, T target), or why there is no percentage." => |i| optional(i.judgement(), |j| Cell::text(formula_name(j)));
    "perhitungan": Kind::Text, Sometimes, "Rumus dengan angkanya; hasil di bawah 0 menjadi 0.", "The formula with its numbers put in; a result below 0 becomes 0." => |i| optional(i.judgement().and_then(formula), Cell::made);
    "capaian": Kind::Percent, Sometimes, "Capaian tanpa batas atas.", "Capaian, uncapped." => |i| optional(percent(i), Cell::percent);
    "capaian_pecahan": Kind::Text, Sometimes, "Capaian sebagai pecahan yang tepat, seperti 200/3.", "The same as an exact fraction, such as 200/3." => |i| optional(percent(i), |p| Cell::made(machine::percent(p)));
    "capaian_terbatas": Kind::Percent, Sometimes, "Capaian dengan batas atas menurut aturan, seperti dipakai dalam rata-rata.", "Capaian capped by the rules, as it counts in means." => |i| optional(percent(i), |p| Cell::percent(&p.capped(i.of.regime.cap.as_ref())));
    "kategori": Kind::Text, Sometimes, "Kategori menurut skala aturan; kosong bila belum dilaporkan.", "Category by the scale of the rules; empty while it is not reported." => category;
    "rumus": Kind::Text, Sometimes, "Cara mengukur indikator, kata kantor pemerintah (Markdown).", "How the indicator is measured, in the office's words (Markdown)." => |i| optional(i.indicator().formula.as_ref(), |text| Cell::text(&text.own().0));
    "sumber": Kind::Text, Sometimes, "Sumber data (Markdown).", "Source of the figures (Markdown)." => |i| optional(i.indicator().source.as_ref(), |text| Cell::text(&text.own().0));
    "alamat": Kind::Address, Always, "Alamatnya di halaman pejabat.", "Its address on the official's page." => |i| Cell::made(i.page());
}

pub(in crate::data) const TABLE: Table = Table {
    name: Some(TableName::Indicators),
    about: [
        "Komitmen: indikator dalam kontrak, targetnya dan keadaannya.",
        "Commitments: the indicators of contracts, their targets and where they stand.",
    ],
    columns: COLUMNS,
    key: &["kontrak", "id"],
    references: &[
        Reference {
            columns: &["kontrak"],
            to: TableName::Contracts,
            named: &["id"],
        },
        Reference {
            columns: &["milik_kontrak", "milik_indikator"],
            to: TableName::Indicators,
            named: &["kontrak", "id"],
        },
    ],
};

fn goal<'a>(item: &IndicatorItem<'a>) -> Cell<'a> {
    let goal = item.score.commitment.goal;
    optional(goal, |at| Cell::text(item.of.contract.goals[at].name.own()))
}

/// An end of a range.
pub(super) fn bound(
    target: Target,
    which: fn(crate::model::Quantity, crate::model::Quantity) -> crate::model::Quantity,
) -> Cell<'static> {
    match target {
        Target::Range { from, to } => Cell::number(which(from, to)),
        Target::Amount(_) | Target::Rank(_) | Target::Completion => Cell::Missing,
    }
}

fn days_late<'a>(item: &IndicatorItem<'a>) -> Cell<'a> {
    match (item.score.commitment.standing, item.score.state) {
        (Standing::InForce, State::Late { days }) => Cell::Whole(days.into()),
        _ => Cell::Missing,
    }
}

fn basis(basis: Basis) -> &'static str {
    let at = match basis {
        Basis::Complete => 0,
        Basis::ReportedQuarters => 1,
        Basis::AllDueQuarters => 2,
    };
    BASES[at]
}

pub(super) fn outcome_number(outcome: &Outcome) -> Cell<'_> {
    match outcome {
        Outcome::Amount(figure) => Cell::ratio(&figure.exact()),
        Outcome::Rank(position) => Cell::place(*position),
        Outcome::Done(_) | Outcome::NotDone { .. } => Cell::Missing,
    }
}

pub(super) fn aim_number(aim: &Aim) -> Cell<'_> {
    match aim {
        Aim::Amount(figure) => Cell::ratio(&figure.exact()),
        Aim::Rank(position) => Cell::place(*position),
        Aim::Range(_) | Aim::DoneBy(_) => Cell::Missing,
    }
}

fn percent<'a>(item: &IndicatorItem<'a>) -> Option<&'a Percent> {
    item.judgement()?.achievement.percent()
}

/// As the page has it: none while what is due was not reported.
fn category<'a>(item: &IndicatorItem<'a>) -> Cell<'a> {
    let is_silent = matches!(item.score.state, State::Late { .. } | State::Unavailable);
    let percent = percent(item).filter(|_| !is_silent);
    let band = percent.and_then(|percent| item.of.regime.category(percent));
    optional(band, |band| Cell::text(band.name.own()))
}
