//! Contracts with their headline figures.

use super::people::CAPACITIES;
use crate::data::column::{Cell, Kind, Reference, Table, TableName, columns, optional};
use crate::data::facts::ContractItem;
use crate::data::machine;

columns! { ContractItem;
    "id": Kind::Text, Always, "Pengenal kontrak: tahun/berkas.", "Id of the contract: year/file." => |c| Cell::shown(&c.contract.id);
    "tahun": Kind::Year, Always, "Tahun kontrak.", "Year of the contract." => |c| Cell::Whole(c.contract.id.year.into());
    "pejabat": Kind::Text, Always, "Pejabat yang berjanji.", "The official who promises." => |c| Cell::text(&c.contract.person);
    "jabatan": Kind::Text, Always, "Jabatannya.", "The post." => |c| Cell::text(&c.contract.post);
    "kedudukan": Kind::Choice(CAPACITIES), Always, "Kedudukan pejabat dalam jabatan itu.", "Capacity of the official in the post." => |c| Cell::text(machine::capacity(c.contract.capacity));
    "opd": Kind::Text, Sometimes, "Perangkat daerah jabatan itu.", "Organisation of the post." => |c| optional(c.facts.register.opd_of(&c.contract.post), |opd| Cell::text(&opd.id));
    "aturan": Kind::Text, Always, "Aturan yang berlaku bagi kontrak ini.", "The rules that hold for this contract." => |c| Cell::text(&c.contract.regime);
    "nomor": Kind::Text, Sometimes, "Nomor kontrak.", "Number of the contract." => |c| optional(c.contract.number.as_ref(), Cell::text);
    "tanda_tangan": Kind::Date, Always, "Hari penandatanganan.", "Day of signature." => |c| Cell::Date(c.contract.signed);
    "mulai": Kind::Date, Always, "Hari pertama masa kontrak.", "First day of the period." => |c| Cell::Date(c.contract.period.start);
    "selesai": Kind::Date, Always, "Hari terakhir yang menjadi tanggung jawab pejabat ini.", "Last day that this official answers for." => |c| Cell::Date(c.contract.period.end);
    "selesai_semula": Kind::Date, Always, "Hari terakhir menurut naskah yang ditandatangani.", "Last day as signed." => |c| Cell::Date(c.contract.signed_until);
    "pihak_kedua": Kind::Text, Sometimes, "Pejabat yang menerima janji.", "The official who receives the promise." => |c| optional(c.contract.counterparty.as_ref(), |other| Cell::text(&other.person));
    "triwulan": Kind::Quarter, Sometimes, "Triwulan yang dibicarakan angka-angka berikut; kosong bila belum ada yang jatuh tempo.", "The quarter that the figures beside speak of; empty before anything is due." => |c| optional(c.score.headline, Cell::shown);
    "capaian": Kind::Percent, Sometimes, "Rata-rata capaian komitmen yang dihitung, dengan bobot dan batas menurut aturan; kosong bila tidak ada yang dihitung.", "Mean of the capaian of the commitments that count, weighted and capped by the rules; empty where nothing counts." => |c| optional(c.score.overall.percent.as_ref(), Cell::percent);
    "capaian_pecahan": Kind::Text, Sometimes, "Capaian sebagai pecahan yang tepat, seperti 200/3.", "The same as an exact fraction, such as 200/3." => |c| optional(c.score.overall.percent.as_ref(), |p| Cell::made(machine::percent(p)));
    "capaian_tanpa_batas": Kind::Percent, Sometimes, "Capaian tanpa batas atas.", "The same without caps." => |c| optional(c.score.overall.uncapped.as_ref(), Cell::percent);
    "kategori": Kind::Text, Sometimes, "Kategori menurut skala aturan; kosong bila ada yang jatuh tempo dan belum berangka.", "Category by the scale of the rules; empty while something due has no figure." => |c| optional(c.score.overall.category.as_ref(), |name| Cell::text(name.own()));
    "dihitung": Kind::Whole, Always, "Berapa komitmen yang dihitung dalam capaian.", "How many commitments count in it." => |c| Cell::count(c.score.overall.counted);
    "komitmen": Kind::Whole, Always, "Berapa komitmen yang berlaku.", "How many commitments are in force." => |c| Cell::count(c.score.overall.total);
    "tercapai": Kind::Whole, Always, "Berapa komitmen tercapai.", "How many are reached." => |c| Cell::count(c.score.counts.reached);
    "tidak_tercapai": Kind::Whole, Always, "Berapa tidak tercapai.", "How many are not reached." => |c| Cell::count(c.score.counts.not_reached);
    "sesuai_jalur": Kind::Whole, Always, "Berapa sesuai jalur.", "How many are on track." => |c| Cell::count(c.score.counts.on_track);
    "di_bawah_jalur": Kind::Whole, Always, "Berapa di bawah jalur.", "How many are below track." => |c| Cell::count(c.score.counts.below_track);
    "terlambat": Kind::Whole, Always, "Berapa terlambat dilaporkan.", "How many are late." => |c| Cell::count(c.score.counts.late);
    "belum_tersedia": Kind::Whole, Always, "Berapa dinyatakan belum tersedia.", "How many are said not to be available yet." => |c| Cell::count(c.score.counts.unavailable);
    "belum_jatuh_tempo": Kind::Whole, Always, "Berapa belum jatuh tempo.", "How many are not due." => |c| Cell::count(c.score.counts.not_due);
    "commit": Kind::Text, Sometimes, "Commit yang pertama kali memuat kontrak ini.", "The commit that first held the contract." => |c| optional(c.facts.commit(c.contract.recorded.as_ref()), Cell::text);
    "alamat": Kind::Address, Always, "Alamat halamannya.", "Address of its page." => |c| Cell::made(c.page());
}

pub(in crate::data) const TABLE: Table = Table {
    name: Some(TableName::Contracts),
    about: [
        "Kontrak kinerja dengan capaian keseluruhan.",
        "Performance contracts with their overall figures.",
    ],
    columns: COLUMNS,
    key: &["id"],
    references: &[
        Reference {
            columns: &["pejabat"],
            to: TableName::People,
            named: &["id"],
        },
        Reference {
            columns: &["jabatan"],
            to: TableName::Posts,
            named: &["id"],
        },
        Reference {
            columns: &["opd"],
            to: TableName::Opds,
            named: &["id"],
        },
        Reference {
            columns: &["pihak_kedua"],
            to: TableName::People,
            named: &["id"],
        },
    ],
};
