//! The tables of `kontrak/<year>/<id>.yml`.

use super::date::Year;
use super::english::{RawEnglishContract, RawEnglishName, RawEnglishTerms};
use super::number::number_or_name;
use super::reader::{Entries, Read, Reader, Sp};
use super::record::{Kind, record};
use super::scalar::{MediaPath, RawDirection, Url};
use super::silence::Silences;
use super::tree::{Content, Node};
use crate::model::{
    Accumulation, AmendmentCause, Better, Capacity, ContractId, Date, Empty, IndicatorId, Markdown,
    OpdId, PersonId, PostId, ProgramId, Quantity, QuarterOfYear, Rare, RegimeId, ScaleId,
};
use compact_str::CompactString;
use serde::{Deserialize, Serialize};
use std::ops::Deref;

record! {
    /// `kontrak/<year>/<id>.yml`
    #[derive(Serialize, Deserialize)]
    RawContract (
        "Kontrak: `kontrak/<tahun>/<id>.yml`. Yang ditandatangani tetap seperti saat ditandatangani; perubahan dicatat di `perubahan`.",
        "A contract: `kontrak/<year>/<id>.yml`. What was signed stays as it was signed; changes are recorded in `perubahan`."
    ) {
        person: Sp<PersonId> = "pejabat" (
            "Yang berjanji (pihak pertama).",
            "The person who promises."
        );
        post: Sp<PostId> = "jabatan" (
            "Dalam jabatan apa. Kontrak satu jabatan tidak boleh bertumpang tindih.",
            "In which post. Contracts of one post must not overlap."
        );
        regime: Sp<RegimeId> = "aturan" (
            "Aturan yang berlaku saat ditandatangani.",
            "The regime in force at the signature."
        );
        number: Option<Sp<String>> = "nomor" ("Nomor naskah.", "Number of the document.");
        signed: Sp<Date> = "tanda_tangan" ("Hari ditandatangani.", "The day of the signature.");
        period: Sp<RawPeriod> = "periode" (
            "Masa kontrak, di dalam tahun foldernya.",
            "The period, within the year of its folder."
        );
        counterparty: Option<Sp<RawCounterparty>> = "pihak_kedua" (
            "Atasan yang menerima janji; kontrak kepala daerah tidak punya.",
            "The superior who receives the promise; the head of the region has none."
        );
        presentation: Option<Sp<RawPresentation>> = "pemaparan" (
            "Pemaparan target dan cara sebelum ditandatangani.",
            "Target and way presented before signing."
        );
        announcements: Vec<Sp<RawAnnouncement>> = "pengumuman" (
            "Di mana kontrak diumumkan.",
            "Where the contract was made public."
        );
        documents: Vec<Sp<RawDocument>> = "dokumen" ("Naskah-naskahnya.", "Its documents.");
        promise: Option<Sp<Markdown>> = "janji" (
            "Janji dalam kata-kata pejabat.",
            "The promise in the official's own words."
        );
        english: Option<Sp<RawEnglishContract>> = "en" (
            "Terjemahan Inggris untuk halaman Inggris; yang mengikat tetap teks Indonesianya.",
            "English wording for the English pages; the Indonesian text stays the one that binds."
        );
        goals: Sp<Vec<Sp<RawGoal>>> = "sasaran" (
            "Sasaran dan indikatornya.",
            "Goals and the indicators that measure them."
        );
        programs: Vec<Sp<RawProgram>> = "program" (
            "Program dan anggarannya.",
            "Programmes and their budgets."
        );
        amendments: Vec<Sp<RawAmendment>> = "perubahan" (
            "Perubahan kontrak, dari yang paling awal; `sebab` wajib.",
            "Amendments, oldest first; `sebab` is required."
        );
        corrections: Vec<Sp<RawAmendment>> = "ralat" (
            "Ralat salah tulis, bentuknya sama; `dokumen` wajib, tanpa `sebab`.",
            "Corrections of clerical errors, same shape; `dokumen` is required, no `sebab`."
        );
        silenced: Silences = "abaikan" (
            "Peringatan yang sudah diperiksa dan diabaikan, menurut kodenya, dengan alasan; halaman menyebutkannya.",
            "Warnings that were looked at and set aside, by code, with the reason; pages say so."
        );
    }
}

record! {
    /// `periode`
    #[derive(Serialize, Deserialize)]
    RawPeriod ("Masa kontrak.", "A period.") {
        start: Sp<Date> = "mulai" ("Hari pertama.", "First day.");
        end: Sp<Date> = "selesai" ("Hari terakhir.", "Last day.");
    }
}

record! {
    /// `pihak_kedua`
    #[derive(Serialize, Deserialize)]
    RawCounterparty ("Pihak kedua.", "The second party.") {
        person: Sp<PersonId> = "pejabat" ("Orangnya.", "The person.");
        capacity: Sp<Capacity> = "kedudukan" (
            "Kedudukannya saat menandatangani.",
            "In which capacity the person signed."
        );
    }
}

record! {
    /// `pemaparan`
    #[derive(Serialize, Deserialize)]
    RawPresentation ("Pemaparan.", "A presentation.") {
        date: Sp<Date> = "tanggal" ("Harinya.", "The day.");
        document: Option<Sp<RawDocument>> = "dokumen" ("Bahan paparan.", "What was presented.");
    }
}

record! {
    /// An entry of `pengumuman`.
    #[derive(Serialize, Deserialize)]
    RawAnnouncement ("Pengumuman.", "An announcement.") {
        date: Sp<Date> = "tanggal" ("Harinya.", "The day.");
        title: Sp<String> = "judul" ("Judulnya.", "Its title.");
        url: Sp<Url> = "url" (
            "Alamatnya, misalnya video; situs hanya menautkannya.",
            "Its address, such as a video; the site merely links to it."
        );
    }
}

record! {
    /// A document or a proof.
    #[derive(Serialize, Deserialize)]
    RawDocument (
        "Dokumen atau bukti: `berkas` atau `url`, tidak keduanya; tanpa keduanya dokumen disebut belum diterbitkan.",
        "A document or proof: `berkas` or `url`, not both; with neither it is said not to be published."
    ) {
        kind: Option<Sp<String>> = "jenis" (
            "Jenis naskah, seperti pada `dokumen_wajib` aturan.",
            "Kind of document, as in the regime's `dokumen_wajib`."
        );
        title: Sp<String> = "judul" ("Judulnya.", "Its title.");
        file: Option<Sp<MediaPath>> = "berkas" (
            "Berkas di dalam media/.",
            "A file below media/."
        );
        url: Option<Sp<Url>> = "url" ("Alamatnya.", "Its address.");
    }
}

record! {
    /// An entry of `sasaran`.
    #[derive(Serialize, Deserialize)]
    RawGoal ("Sasaran.", "A goal.") {
        name: Sp<String> = "nama" ("Bunyi sasaran.", "The goal in words.");
        english: Option<Sp<RawEnglishName>> = "en" (
            "Terjemahan Inggris untuk halaman Inggris; yang mengikat tetap teks Indonesianya.",
            "English wording for the English pages; the Indonesian text stays the one that binds."
        );
        rpjmd: Option<Sp<String>> = "rpjmd" (
            "Tempatnya dalam RPJMD.",
            "Its place in the medium-term plan."
        );
        parent: Option<Sp<Box<RawIndicatorRef>>> = "induk" (
            "Indikator atasan tempat sasaran ini bergantung (pohon kinerja, PermenPANRB 89/2021).",
            "The upper indicator it hangs on (performance tree, PermenPANRB 89/2021)."
        );
        indicators: Sp<Vec<Sp<RawIndicator>>> = "indikator" (
            "Indikator-indikatornya.",
            "Its indicators."
        );
    }
}

record! {
    /// `induk`, `milik`
    #[derive(Serialize, Deserialize)]
    RawIndicatorRef ("Rujukan ke indikator kontrak lain.", "A reference to another contract's indicator.") {
        contract: Sp<ContractId> = "kontrak" (
            "Kontraknya, misalnya 2026/bupati.",
            "The contract, such as 2026/bupati."
        );
        indicator: Sp<IndicatorId> = "indikator" ("Id indikatornya.", "Id of the indicator.");
    }
}

record! {
    /// An entry of `indikator`.
    #[derive(Serialize, Deserialize)]
    RawIndicator ("Indikator.", "An indicator.") {
        id: Sp<IndicatorId> = "id" (
            "Id, tidak berulang dalam satu kontrak.",
            "Id, unique within the contract."
        );
    } with { terms: RawTerms }
}

record! {
    /// What an indicator holds besides its id.
    #[derive(Serialize, Deserialize)]
    RawTerms ("Isi indikator.", "What an indicator holds.") {
        name: Option<Sp<String>> = "nama" (
            "Nama indikator; wajib, kecuali dengan `milik`.",
            "Name of the indicator; required, except with `milik`."
        );
        unit: Option<Sp<String>> = "satuan" (
            "Satuan: persen, orang, rupiah; tanpa satuan, angka diperingatkan (P385). `\"%\"` sama dengan persen.",
            "Unit: persen, orang, rupiah; an amount without one is warned of (P385). `\"%\"` is the same as persen."
        );
        direction: Option<Sp<RawDirection>> = "arah" (
            "Arah yang baik dan rumus capaiannya; wajib, kecuali dengan `milik`. turun: (2 − R/T) × 100; turun-rasio: T / R × 100.",
            "Which way is better, and the formula of capaian; required, except with `milik`. turun: (2 − R/T) × 100; turun-rasio: T / R × 100."
        );
        accumulation: Option<Sp<Accumulation>> = "akumulasi" (
            "jumlah: setiap triwulan melaporkan jumlahnya sendiri. akhir: keadaan terakhir, juga angka kumulatif. rata-rata: rerata. Wajib untuk angka dan rentang.",
            "jumlah: each quarter reports its own amount. akhir: the latest level, cumulative figures too. rata-rata: the mean. Required for amounts and ranges."
        );
        better: Option<Box<Sp<Better>>> = "lebih_baik" (
            "Sisi yang lebih baik dari rentang; wajib untuk `arah: rentang`.",
            "The better side of a range; required with `arah: rentang`."
        );
        rank_scale: Option<Box<Sp<ScaleId>>> = "skala_predikat" (
            "Skala dari `predikat` aturan; wajib untuk `arah: predikat`.",
            "A scale of the regime's `predikat`; required with `arah: predikat`."
        );
        baseline: Option<Box<Sp<RawBaseline>>> = "awal" (
            "Keadaan sebelum kontrak.",
            "Where things stood before the contract."
        );
        target: Option<Sp<RawTarget>> = "target" (
            "Target setahun: angka, {dari, sampai}, peringkat, atau selesai; wajib, kecuali dengan `milik`.",
            "Target of the year: a number, {dari, sampai}, a rank, or selesai; required, except with `milik`."
        );
        quarterly: Option<Sp<RawQuarterly>> = "target_triwulan" (
            "Target per triwulan. jumlah: jumlahnya sama dengan target; akhir: yang terakhir sama dengan target; rata-rata: reratanya.",
            "Targets of the quarters. jumlah: their sum is the target; akhir: the last is the target; rata-rata: their mean."
        );
        due: Option<Sp<Date>> = "tenggat" (
            "Tenggat, bila bukan akhir masa kontrak.",
            "Due date, if not the end of the period."
        );
        published: Option<Box<Sp<Date>>> = "terbit" (
            "Kapan angkanya terbit, bila diterbitkan pihak lain sesudahnya.",
            "When the figure is published, if others publish it later."
        );
        weight: Option<Sp<Quantity>> = "bobot" (
            "Bobot dalam persen: semua indikator atau tidak satu pun, jumlahnya 100.",
            "Weight in percent: all indicators or none, 100 together."
        );
        formula: Option<Sp<Markdown>> = "rumus" (
            "Cara angkanya dihitung.",
            "How the figure itself is measured."
        );
        source: Option<Sp<Markdown>> = "sumber" ("Sumber data.", "Source of the data.");
    } with { rare: Rare<RawRareTerms> }
}

record! {
    /// What most indicators have nothing of.
    #[derive(Serialize, Deserialize)]
    RawRareTerms ("Isi indikator yang jarang dipakai.", "What few indicators hold.") {
        way: Option<Sp<Markdown>> = "cara" (
            "Cara mencapai target.",
            "The way to reach the target."
        );
        shared_with: Vec<Sp<OpdId>> = "bersama" (
            "OPD lain yang ikut menanggungnya.",
            "Other organisations that share it."
        );
        owner: Option<Sp<Box<RawIndicatorRef>>> = "milik" (
            "Indikator kontrak lain yang ditanggung bersama. Nama, satuan, arah, akumulasi, rumus, dan sumber ikut indikator itu bila tidak ditulis.",
            "The other contract's indicator that this is a share of. Name, unit, direction, accumulation, formula and source come from there unless given."
        );
        share: Option<Sp<Quantity>> = "bagian" (
            "Bagian dari target indikator itu yang dijanjikan di sini; menjadi targetnya.",
            "The part of that indicator's target that is promised here; it is the target."
        );
        english: Option<Sp<Box<RawEnglishTerms>>> = "en" (
            "Terjemahan Inggris untuk halaman Inggris; yang mengikat tetap teks Indonesianya.",
            "English wording for the English pages; the Indonesian text stays the one that binds."
        );
        silenced: Silences = "abaikan" (
            "Peringatan yang sudah diperiksa dan diabaikan, menurut kodenya, dengan alasan; halaman menyebutkannya.",
            "Warnings that were looked at and set aside, by code, with the reason; pages say so."
        );
    }
}

impl Deref for RawTerms {
    type Target = RawRareTerms;

    fn deref(&self) -> &RawRareTerms {
        &self.rare
    }
}

impl Empty for RawRareTerms {
    fn empty() -> &'static Self {
        static EMPTY: RawRareTerms = RawRareTerms {
            way: None,
            shared_with: Vec::new(),
            owner: None,
            share: None,
            english: None,
            silenced: Silences::NONE,
        };
        &EMPTY
    }
}

record! {
    /// `awal`
    #[derive(Serialize, Deserialize)]
    RawBaseline ("Keadaan awal.", "A baseline.") {
        value: Sp<RawScalar> = "nilai" ("Angka atau peringkat.", "A number or a rank.");
        year: Sp<Year> = "tahun" ("Tahunnya.", "Its year.");
    }
}

record! {
    /// `target_triwulan`
    #[derive(Serialize, Deserialize)]
    RawQuarterly ("Target per triwulan.", "Targets of the quarters.") {
        tw1: Option<Sp<RawTarget>> = "tw1" ("Januari–Maret.", "January to March.");
        tw2: Option<Sp<RawTarget>> = "tw2" ("April–Juni.", "April to June.");
        tw3: Option<Sp<RawTarget>> = "tw3" ("Juli–September.", "July to September.");
        tw4: Option<Sp<RawTarget>> = "tw4" ("Oktober–Desember.", "October to December.");
    }
}

impl RawQuarterly {
    /// The quarters that have a target.
    pub fn given(&self) -> impl Iterator<Item = (QuarterOfYear, &Sp<RawTarget>)> {
        QuarterOfYear::ALL
            .into_iter()
            .zip([&self.tw1, &self.tw2, &self.tw3, &self.tw4])
            .filter_map(|(quarter, target)| Some((quarter, target.as_ref()?)))
    }
}

record! {
    /// A target that is a range.
    #[derive(Serialize, Deserialize)]
    RawRange ("Rentang, kedua ujungnya termasuk.", "A range, both ends included.") {
        from: Sp<Quantity> = "dari" ("Ujung bawah.", "Lower end.");
        to: Sp<Quantity> = "sampai" ("Ujung atas.", "Upper end.");
    }
}

record! {
    /// An entry of `program`.
    #[derive(Serialize, Deserialize)]
    RawProgram ("Program.", "A programme.") {
        id: Sp<ProgramId> = "id" (
            "Id, tidak berulang dalam satu kontrak.",
            "Id, unique within the contract."
        );
        name: Sp<String> = "nama" ("Nama program.", "Name of the programme.");
        english: Option<Sp<RawEnglishName>> = "en" (
            "Terjemahan Inggris untuk halaman Inggris; yang mengikat tetap teks Indonesianya.",
            "English wording for the English pages; the Indonesian text stays the one that binds."
        );
        budget: Option<Sp<Quantity>> = "anggaran" ("Anggaran dalam rupiah.", "Budget in rupiah.");
        source: Option<Sp<String>> = "sumber" (
            "Sumber dana, misalnya APBD.",
            "Source of the money, such as APBD."
        );
        indicators: Vec<Sp<IndicatorId>> = "indikator" (
            "Indikator yang didukungnya.",
            "The indicators it serves."
        );
    }
}

record! {
    /// An entry of `perubahan` or `ralat`.
    #[derive(Serialize, Deserialize)]
    RawAmendment ("Perubahan atau ralat.", "An amendment or a correction.") {
        date: Sp<Date> = "tanggal" ("Harinya.", "The day.");
        cause: Option<Sp<AmendmentCause>> = "sebab" (
            "Sebabnya (PermenPANRB 53/2014); wajib pada `perubahan`.",
            "Its cause (PermenPANRB 53/2014); required in `perubahan`."
        );
        reason: Sp<Markdown> = "alasan" ("Alasannya.", "The reason.");
        document: Option<Sp<RawDocument>> = "dokumen" (
            "Naskahnya; wajib pada `ralat`.",
            "Its document; required in `ralat`."
        );
        budgets: Entries<ProgramId, RawBudgetChange> = "program" (
            "Anggaran baru, menurut id program.",
            "New budgets, by programme id."
        );
        indicators: Entries<IndicatorId, RawIndicatorChange> = "indikator" (
            "Yang berubah, menurut id indikator.",
            "What changes, by indicator id."
        );
    }
}

record! {
    /// What an amendment does to a programme.
    #[derive(Serialize, Deserialize)]
    RawBudgetChange ("Perubahan program.", "A change to a programme.") {
        budget: Sp<Quantity> = "anggaran" (
            "Anggaran baru dalam rupiah.",
            "The new budget in rupiah."
        );
    }
}

record! {
    /// What an amendment does to an indicator.
    #[derive(Serialize, Deserialize)]
    RawIndicatorChange (
        "Perubahan indikator; yang tidak ditulis tetap. `dicabut` dan `tambah` berdiri sendiri.",
        "A change to an indicator; what is left out stays. `dicabut` and `tambah` stand alone."
    ) {
        name: Option<Sp<String>> = "nama" (
            "Nama baru, misalnya dalam `ralat` untuk salah tulis.",
            "The new name, such as in `ralat` for a clerical error."
        );
        formula: Option<Sp<Markdown>> = "rumus" (
            "Cara menghitung yang baru.",
            "The new way in which the figure is measured."
        );
        target: Option<Sp<RawTarget>> = "target" ("Target baru.", "The new target.");
        quarterly: Option<Sp<RawQuarterly>> = "target_triwulan" (
            "Target triwulan yang baru; triwulan lain tetap.",
            "New targets of quarters; other quarters stay."
        );
        due: Option<Sp<Date>> = "tenggat" ("Tenggat baru.", "The new due date.");
        published: Option<Sp<Date>> = "terbit" (
            "Tanggal terbit baru.",
            "The new day of publication."
        );
        weight: Option<Sp<Quantity>> = "bobot" ("Bobot baru.", "The new weight.");
        dropped: Option<Sp<bool>> = "dicabut" (
            "`ya` bila indikator dicabut; tetap ditampilkan, tidak dihitung lagi.",
            "`ya` if the indicator is withdrawn; shown, but counted no more."
        );
        added: Option<Sp<RawAddedIndicator>> = "tambah" (
            "Indikator baru; kuncinya menjadi id-nya.",
            "A new indicator; its key is its id."
        );
        silenced: Silences = "abaikan" (
            "Peringatan yang sudah diperiksa dan diabaikan, menurut kodenya, dengan alasan; halaman menyebutkannya.",
            "Warnings that were looked at and set aside, by code, with the reason; pages say so."
        );
    }
}

record! {
    /// `tambah`
    #[derive(Serialize, Deserialize)]
    RawAddedIndicator ("Indikator tambahan.", "An added indicator.") {
        goal: Option<Sp<String>> = "sasaran" (
            "Nama sasaran yang diikutinya, seperti tertulis dalam kontrak; tanpa ini ia berdiri sendiri.",
            "Name of the goal it joins, as the contract has it; without it, it stands alone."
        );
    } with { terms: RawTerms }
}

/// A value whose kind only its indicator knows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RawScalar(pub CompactString);

impl Read for RawScalar {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        number_or_name(node, reader).map(|text| Self(text.into()))
    }

    fn kind() -> Kind {
        Kind::OneOf(vec![Kind::Number, Kind::Name])
    }
}

/// A target, before its indicator's direction says what it may be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum RawTarget {
    Scalar(CompactString),
    Range(Box<RawRange>),
}

impl Read for RawTarget {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        match node.content {
            Content::Map(..) => Read::read(node, reader).map(Self::Range),
            _ => number_or_name(node, reader).map(|text| Self::Scalar(text.into())),
        }
    }

    fn kind() -> Kind {
        Kind::OneOf(vec![Kind::Number, Kind::Name, RawRange::kind()])
    }
}
