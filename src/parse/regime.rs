//! The tables of `aturan/<id>.yml`.

use super::date::MonthDay;
use super::english::{
    RawEnglishCoverage, RawEnglishDocument, RawEnglishDue, RawEnglishEvaluation, RawEnglishName,
    RawEnglishProtection, RawEnglishRegime,
};
use super::reader::{Entries, Read, Reader, Sp};
use super::record::{Kind, record};
use super::scalar::Url;
use super::tree::{Content, Node};
use crate::model::{
    AspectId, Date, EvaluationId, EvaluationKind, PostId, Quantity, RegimeId, Reporting, ScaleId,
    Since, Span,
};

record! {
    /// `aturan/<id>.yml`
    RawRegime (
        "Aturan: `aturan/<id>.yml`. Satu versi aturan kontrak kinerja; kontrak dinilai menurut aturan yang berlaku saat ditandatangani.",
        "A regime: `aturan/<id>.yml`. One version of a government's rules; a contract is judged by the version in force at its signature."
    ) {
        term: Sp<String> = "sebutan" (
            "Sebutan naskahnya di sini: Kontrak Kinerja, Perjanjian Kinerja, Kontrak Jabatan.",
            "What the instrument is called here: Kontrak Kinerja, Perjanjian Kinerja, Kontrak Jabatan."
        );
        since: Sp<Date> = "berlaku_sejak" (
            "Hari pertama berlakunya.",
            "Its first day in force."
        );
        replaces: Option<Sp<RegimeId>> = "menggantikan" (
            "Aturan yang digantikannya.",
            "The regime it replaces."
        );
        basis: Vec<Sp<RawLegalBasis>> = "dasar" (
            "Dasar hukumnya.",
            "The laws and rules it rests on."
        );
        principal: Option<Sp<String>> = "pemberi_amanah" (
            "Sebutan atasan yang menerima janji, misalnya Bupati; orangnya ditulis di setiap kontrak.",
            "What the superior who receives the promise is called; the person stands in each contract."
        );
        watchers: Vec<Sp<String>> = "pengawas" (
            "Siapa yang mengawasi.",
            "Who watches."
        );
        coverage: Vec<Sp<RawCoverage>> = "cakupan" (
            "Siapa yang terikat aturan ini, dan sejak kapan.",
            "Who is covered, and since when."
        );
        reporting: Option<Sp<Reporting>> = "pelaporan" (
            "Seberapa sering hasil dilaporkan. Bila tidak ditulis: triwulan.",
            "How often results are reported. Default: triwulan."
        );
        deadline: Option<Sp<Span>> = "batas_lapor" (
            "Tenggat lapor, dihitung dari akhir triwulan. Tanpa kunci ini tidak ada laporan yang terlambat.",
            "How long after the end of a quarter a report is on time. Without it nothing is ever late."
        );
        cap: Option<Sp<Quantity>> = "batas_capaian" (
            "Batas atas capaian satu indikator (persen) ketika dirata-ratakan.",
            "Cap of a single capaian (percent) in averages."
        );
        scale: Vec<Sp<RawBand>> = "skala" (
            "Kategori capaian menurut batas bawahnya, dari yang tertinggi; yang terendah harus 0.",
            "Categories of capaian by their lower bounds, highest first; the lowest must be 0."
        );
        rank_scales: Entries<ScaleId, Vec<Sp<RawRank>>> = "predikat" (
            "Skala peringkat, dari yang terburuk.",
            "Ordinal scales, worst rank first."
        );
        aspects: Entries<AspectId, String> = "aspek" (
            "Yang dinilai selain capaian: nama skala dari `predikat`, atau `angka`.",
            "What an evaluation scores besides capaian: the name of a scale in `predikat`, or `angka`."
        );
        required_documents: Vec<Sp<RawRequiredDocument>> = "dokumen_wajib" (
            "Naskah yang harus ada pada setiap kontrak.",
            "Documents that each contract must have."
        );
        protection: Option<Sp<RawProtection>> = "masa_lindung" (
            "Masa pejabat tidak boleh diganti.",
            "The time during which the holder may not be replaced."
        );
        evaluations: Vec<Sp<RawEvaluationRule>> = "evaluasi" (
            "Evaluasi yang ditetapkan aturan ini.",
            "The evaluations that the regime prescribes."
        );
        english: Option<Sp<RawEnglishRegime>> = "en" (
            "Terjemahan Inggris untuk halaman Inggris; yang mengikat tetap teks Indonesianya.",
            "English wording for the English pages; the Indonesian text stays the one that binds."
        );
    }
}

record! {
    /// An entry of `dasar`.
    RawLegalBasis ("Dasar hukum.", "A legal basis.") {
        title: Sp<String> = "judul" ("Nama peraturan.", "Name of the law or rule.");
        article: Option<Sp<String>> = "pasal" ("Pasalnya.", "The article.");
        url: Option<Sp<Url>> = "url" ("Alamat naskahnya.", "Address of its text.");
    }
}

record! {
    /// An entry of `cakupan`.
    RawCoverage ("Cakupan.", "Who is covered.") {
        who: Sp<String> = "siapa" ("Siapa yang terikat.", "Who is covered.");
        since: Option<Sp<Date>> = "sejak" (
            "Sejak kapan; kosongkan dengan menghapus barisnya bila belum ada tanggal.",
            "Since when; leave the key out while there is no date."
        );
        english: Option<Sp<RawEnglishCoverage>> = "en" (
            "Terjemahan Inggris untuk halaman Inggris; yang mengikat tetap teks Indonesianya.",
            "English wording for the English pages; the Indonesian text stays the one that binds."
        );
    }
}

record! {
    /// An entry of `skala`.
    RawBand ("Kategori capaian.", "A category of capaian.") {
        min: Sp<Quantity> = "min" (
            "Batas bawah dalam persen; nilai masuk ke batas tertinggi yang dicapainya.",
            "Lower bound in percent; a value takes the highest bound it reaches."
        );
        name: Sp<String> = "nama" ("Nama kategori.", "Name of the category.");
        english: Option<Sp<RawEnglishName>> = "en" (
            "Terjemahan Inggris untuk halaman Inggris; yang mengikat tetap teks Indonesianya.",
            "English wording for the English pages; the Indonesian text stays the one that binds."
        );
    }
}

record! {
    /// A rank with a percentage of its own.
    RawRankWithPercent ("Peringkat dengan persentase.", "A rank with a percentage of its own.") {
        name: Sp<String> = "nama" ("Nama peringkat.", "Name of the rank.");
        percent: Sp<Quantity> = "persen" ("Persentasenya.", "Its percentage.");
    }
}

record! {
    /// An entry of `dokumen_wajib`.
    RawRequiredDocument ("Naskah wajib.", "A required document.") {
        kind: Sp<String> = "jenis" (
            "Jenis naskah; sama dengan `jenis` pada `dokumen` kontrak.",
            "Kind of document; the same as `jenis` of a contract's `dokumen`."
        );
        applies_to: Option<Sp<String>> = "untuk" (
            "Hanya untuk siapa, bila tidak untuk semua.",
            "For whom only, if not for everybody."
        );
        english: Option<Sp<RawEnglishDocument>> = "en" (
            "Terjemahan Inggris untuk halaman Inggris; yang mengikat tetap teks Indonesianya.",
            "English wording for the English pages; the Indonesian text stays the one that binds."
        );
    }
}

record! {
    /// `masa_lindung`
    RawProtection ("Masa lindung.", "The protected time.") {
        length: Sp<Span> = "lama" ("Lamanya.", "Its length.");
        since: Sp<Since> = "sejak" ("Dihitung sejak apa.", "Counted from what.");
        exceptions: Vec<Sp<String>> = "kecuali" (
            "Kapan tetap boleh diganti.",
            "When the holder may be replaced all the same."
        );
        english: Option<Sp<RawEnglishProtection>> = "en" (
            "Terjemahan Inggris untuk halaman Inggris; yang mengikat tetap teks Indonesianya.",
            "English wording for the English pages; the Indonesian text stays the one that binds."
        );
        posts: Vec<Sp<PostId>> = "jabatan" (
            "Hanya untuk jabatan ini; bila tidak ditulis, untuk semua.",
            "For these posts only; for all of them when left out."
        );
    }
}

record! {
    /// An entry of `evaluasi`.
    RawEvaluationRule ("Evaluasi menurut aturan.", "An evaluation that the regime prescribes.") {
        id: Sp<EvaluationId> = "id" ("Id evaluasi.", "Id of the evaluation.");
        name: Sp<String> = "nama" ("Nama evaluasi.", "Name of the evaluation.");
        kind: Sp<EvaluationKind> = "jenis" (
            "Jenisnya: putusan mengikat, pemantauan dan reviu tidak.",
            "Its kind: a decision binds, monitoring and review do not."
        );
        posts: Vec<Sp<PostId>> = "jabatan" (
            "Hanya untuk jabatan ini; bila tidak ditulis, untuk semua.",
            "For these posts only; for all of them when left out."
        );
        due: Sp<RawDue> = "jatuh_tempo" ("Kapan jatuh tempo.", "When it is due.");
        by: Option<Sp<String>> = "oleh" ("Siapa yang mengevaluasi.", "Who evaluates.");
        conditions: Option<Sp<RawConditions>> = "syarat" (
            "Yang harus terpenuhi; semuanya.",
            "What must hold; all of it."
        );
        if_met: Option<Sp<String>> = "terpenuhi" (
            "Akibatnya bila terpenuhi, menurut kata aturan.",
            "What follows when met, in the regime's words."
        );
        if_unmet: Option<Sp<String>> = "tidak_terpenuhi" (
            "Akibatnya bila tidak terpenuhi; boleh tidak ada.",
            "What follows when not met; some regimes state none."
        );
        english: Option<Sp<RawEnglishEvaluation>> = "en" (
            "Terjemahan Inggris untuk halaman Inggris; yang mengikat tetap teks Indonesianya.",
            "English wording for the English pages; the Indonesian text stays the one that binds."
        );
    }
}

record! {
    /// `jatuh_tempo`
    RawDue (
        "Jatuh tempo: tepat satu dari `setelah`, `setiap`, `setiap_tahun`.",
        "When an evaluation is due: exactly one of `setelah`, `setiap`, `setiap_tahun`."
    ) {
        after: Option<Sp<Span>> = "setelah" (
            "Sekali, sekian lama sejak peristiwa pada `sejak`.",
            "Once, this long after the event in `sejak`."
        );
        every: Option<Sp<Span>> = "setiap" (
            "Berulang, setiap sekian lama sejak peristiwa pada `sejak`.",
            "Again and again, from the event in `sejak`."
        );
        yearly: Option<Sp<MonthDay>> = "setiap_tahun" (
            "Setiap tahun pada hari ini, misalnya \"05-15\".",
            "Each year on this day, such as \"05-15\"."
        );
        since: Option<Sp<Since>> = "sejak" (
            "Peristiwa awal hitungan; wajib untuk `setelah` dan `setiap`.",
            "The event it is counted from; required with `setelah` and `setiap`."
        );
        label: Option<Sp<String>> = "sebutan" (
            "Sebutan hari pada `setiap_tahun`, misalnya pertengahan Mei.",
            "What the day of `setiap_tahun` is called."
        );
        english: Option<Sp<RawEnglishDue>> = "en" (
            "Terjemahan Inggris untuk halaman Inggris; yang mengikat tetap teks Indonesianya.",
            "English wording for the English pages; the Indonesian text stays the one that binds."
        );
    }
}

record! {
    /// `syarat`
    RawConditions ("Syarat.", "Conditions.") {
        achievement: Option<Sp<Quantity>> = "capaian" (
            "Capaian keseluruhan paling sedikit sekian persen.",
            "Overall capaian of at least this percentage."
        );
        all_reached: Option<Sp<bool>> = "semua_tercapai" (
            "Setiap komitmen tercapai.",
            "Every commitment is reached."
        );
        aspects: Entries<AspectId, String> = "aspek" (
            "Paling rendah sekian untuk aspek-aspek ini.",
            "At least these scores for these aspects."
        );
        improvement: Option<Sp<EvaluationId>> = "perbaikan_dari" (
            "Tidak ada aspek yang turun dari evaluasi itu, dan yang di bawah standar harus naik.",
            "No aspect lower than in that evaluation, every one below standard has risen."
        );
    }
}

/// A rank: its name alone, or with a percentage.
#[derive(Clone, Debug, PartialEq)]
pub enum RawRank {
    Name(String),
    WithPercent(RawRankWithPercent),
}

impl Read for RawRank {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        match node.content {
            Content::Map(..) => Read::read(node, reader).map(Self::WithPercent),
            _ => Read::read(node, reader).map(Self::Name),
        }
    }

    fn kind() -> Kind {
        Kind::OneOf(vec![Kind::Text, RawRankWithPercent::kind()])
    }
}

impl RawRank {
    pub fn name(&self) -> &str {
        match self {
            Self::Name(name) => name,
            Self::WithPercent(rank) => &rank.name.value,
        }
    }
}
