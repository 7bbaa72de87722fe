//! Each commitment and quarter with the names of what it belongs to: a table that stands alone.

use super::indicators::{DIRECTIONS, STATES, aim_number, outcome_number};
use super::results::{self, REPORTS};
use crate::data::column::{Cell, Kind, Table, columns, optional};
use crate::data::facts::{QuarterItem, as_number_of_target, as_number_of_value, formula};
use crate::data::machine;
use crate::model::Percent;

columns! { QuarterItem;
    "tahun": Kind::Year, Always, "Tahun kontrak.", "Year of the contract." => |q| Cell::Whole(q.of.of.contract.id.year.into());
    "pejabat": Kind::Text, Always, "Pengenal pejabat.", "Id of the official." => |q| Cell::text(&q.of.of.contract.person);
    "nama_pejabat": Kind::Text, Sometimes, "Nama pejabat.", "Name of the official." => |q| optional(q.of.of.facts.register.people[&q.of.of.contract.person].name.as_ref(), Cell::text);
    "jabatan": Kind::Text, Always, "Nama jabatan.", "Name of the post." => |q| Cell::text(q.of.of.facts.register.posts[&q.of.of.contract.post].name.own());
    "kedudukan": Kind::Choice(super::people::CAPACITIES), Always, "Kedudukan pejabat dalam jabatan itu.", "Capacity of the official in the post." => |q| Cell::text(machine::capacity(q.of.of.contract.capacity));
    "opd": Kind::Text, Sometimes, "Nama perangkat daerah.", "Name of the organisation." => |q| optional(q.of.of.facts.register.opd_of(&q.of.of.contract.post), |opd| Cell::text(opd.name.own()));
    "kontrak": Kind::Text, Always, "Pengenal kontrak.", "Id of the contract." => |q| Cell::shown(&q.of.of.contract.id);
    "indikator": Kind::Text, Always, "Pengenal indikator.", "Id of the indicator." => |q| Cell::text(q.of.id());
    "nama_indikator": Kind::Text, Always, "Nama indikator.", "Name of the indicator." => |q| Cell::text(q.of.indicator().name.own());
    "satuan": Kind::Text, Sometimes, "Satuan.", "Unit." => |q| optional(q.of.indicator().unit_name(), Cell::text);
    "arah": Kind::Choice(DIRECTIONS), Always, "Arah yang lebih baik.", "Which way is better." => |q| Cell::text(machine::direction(&q.of.indicator().direction));
    "target_tahun": Kind::Text, Always, "Target setahun.", "The year's target." => |q| Cell::made(q.of.target(q.of.indicator().target));
    "target_tahun_semula": Kind::Text, Always, "Target setahun seperti ditandatangani.", "The year's target as signed." => |q| Cell::made(q.of.target(q.of.score.commitment.original.target));
    "triwulan": Kind::Quarter, Always, "Triwulannya.", "The quarter." => |q| Cell::shown(q.fact.quarter);
    "target": Kind::Text, Sometimes, "Target triwulan itu.", "The quarter's own target." => |q| optional(q.target(), |target| Cell::made(q.of.target(target)));
    "target_angka": Kind::Number, Sometimes, "Target itu sebagai angka; predikat menurut urutannya pada skala, 1 yang terburuk.", "The same as a number; a rank by its place on the scale, the worst being 1." => |q| optional(q.target().and_then(as_number_of_target), Cell::number);
    "laporan": Kind::Choice(REPORTS), Always, "Apa yang diketahui tentang laporan triwulan itu.", "What is known of the quarter's report." => |q| Cell::text(machine::quarter_report(q.fact.report));
    "nilai": Kind::Text, Sometimes, "Realisasi triwulan itu. Kosong berarti tidak ada angka, bukan nol.", "What was reported for the quarter. Empty is no figure, never zero." => |q| optional(q.fact.report.value(), |value| Cell::made(q.of.value(value)));
    "nilai_angka": Kind::Number, Sometimes, "Realisasi itu sebagai angka.", "The same as a number." => |q| optional(q.fact.report.value().and_then(as_number_of_value), Cell::number);
    "dilaporkan": Kind::Date, Sometimes, "Hari dilaporkan.", "The day it was reported." => results::reported_on;
    "hari_terlambat": Kind::Whole, Sometimes, "Berapa hari setelah batas lapor.", "Days after the deadline." => results::days_late;
    "capaian": Kind::Percent, Sometimes, "Capaian triwulan itu sendiri, tanpa batas atas.", "Capaian of the quarter alone, uncapped." => |q| optional(q.fact.judgement.as_ref().and_then(|j| j.achievement.percent()), Cell::percent);
    "perhitungan": Kind::Text, Sometimes, "Rumus dengan angkanya.", "The formula with its numbers put in." => |q| optional(q.fact.judgement.as_deref().and_then(formula), Cell::made);
    "keadaan_kini": Kind::Choice(STATES), Always, "Keadaan komitmen menurut triwulan yang dibicarakan kontraknya; sama di setiap baris komitmen itu.", "State of the commitment at the quarter its contract speaks of; the same in each of its rows." => |q| Cell::text(machine::standing(q.of.score.commitment.standing, q.of.score.state));
    "sampai_triwulan": Kind::Quarter, Sometimes, "Triwulan terakhir yang dihitung dalam angka berikut, yang sama di setiap baris komitmen itu.", "The last quarter that counts in the figures beside, which are the same in each row of the commitment." => |q| optional(q.of.score.to_date.as_ref(), |t| Cell::shown(t.through));
    "realisasi_kini": Kind::Text, Sometimes, "Realisasi sampai triwulan itu.", "What is reached up to it." => |q| optional(q.of.judgement(), |j| Cell::made(q.of.outcome(&j.outcome)));
    "realisasi_kini_angka": Kind::Number, Sometimes, "Realisasi itu sebagai angka.", "The same as a number." => |q| optional(q.of.judgement(), |j| outcome_number(&j.outcome));
    "target_kini": Kind::Text, Sometimes, "Target sampai triwulan itu.", "What was to be reached up to it." => |q| optional(q.of.judgement(), |j| Cell::made(q.of.aim(&j.aim)));
    "target_kini_angka": Kind::Number, Sometimes, "Target itu sebagai angka.", "The same as a number." => |q| optional(q.of.judgement(), |j| aim_number(&j.aim));
    "capaian_kini": Kind::Percent, Sometimes, "Capaian sampai triwulan itu, tanpa batas atas.", "Capaian up to it, uncapped." => |q| optional(to_date(q), Cell::percent);
    "capaian_kini_terbatas": Kind::Percent, Sometimes, "Capaian itu dengan batas atas menurut aturan.", "The same capped by the rules." => |q| optional(to_date(q), |p| Cell::percent(&p.capped(q.of.of.regime.cap.as_ref())));
    "perhitungan_kini": Kind::Text, Sometimes, "Rumusnya dengan angkanya.", "Its formula with its numbers put in." => |q| optional(q.of.judgement().and_then(formula), Cell::made);
    "commit": Kind::Text, Sometimes, "Commit yang pertama kali memuat angka triwulan itu.", "The commit that first held the quarter's figure." => |q| optional(q.of.of.facts.commit(q.reported.and_then(|r| r.recorded.as_deref())), Cell::text);
    "alamat": Kind::Address, Always, "Alamatnya di halaman pejabat.", "Its address on the official's page." => |q| Cell::made(q.of.page());
}

pub(in crate::data) const TABLE: Table = Table {
    name: None,
    about: [
        "Tiap komitmen pada tiap triwulan, dengan nama pejabat, jabatan dan perangkat daerahnya.",
        "Each commitment in each quarter, with the names of official, post and organisation.",
    ],
    columns: COLUMNS,
    key: &["kontrak", "indikator", "triwulan"],
    references: &[],
};

fn to_date<'a>(item: &QuarterItem<'a>) -> Option<&'a Percent> {
    item.of.judgement()?.achievement.percent()
}
