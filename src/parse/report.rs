//! The tables of `hasil/<year>/tw<n>/<id>.yml` and `evaluasi/<year>/<id>.yml`.

use super::contract::RawDocument;
use super::date::iso_date;
use super::number::number_or_name;
use super::reader::{Entries, Read, Reader, Sp};
use super::record::{Kind, record};
use super::scalar::{RawDecision, RawProtectionEnd};
use super::silence::Silences;
use super::tree::{Content, Node};
use crate::model::{
    AspectId, ContractId, Date, Empty, EvaluationId, IndicatorId, Markdown, ProgramId, Quantity,
    Rare,
};
use crate::source::TextSpan;
use compact_str::CompactString;
use serde::{Deserialize, Serialize};
use std::ops::Deref;

record! {
    /// `hasil/<year>/tw<n>/<id>.yml`
    #[derive(Serialize, Deserialize)]
    RawReport (
        "Hasil satu triwulan: `hasil/<tahun>/tw<1-4>/<id>.yml`, untuk `kontrak/<tahun>/<id>.yml`.",
        "The results of one quarter: `hasil/<year>/tw<1-4>/<id>.yml`, for `kontrak/<year>/<id>.yml`."
    ) {
        reported: Sp<Date> = "dilaporkan" (
            "Kapan OPD melaporkannya; kapan dicatat diketahui dari git.",
            "When the office reported it; when it was committed comes from git."
        );
        actuals: Entries<IndicatorId, RawActual> = "realisasi" (
            "Realisasi menurut id indikator.",
            "What was reported, by indicator id."
        );
        absorbed: Entries<ProgramId, Quantity> = "serapan_sampai_kini" (
            "Anggaran terserap sejak Januari, menurut id program.",
            "Budget absorbed since January, by programme id."
        );
        silenced: Silences = "abaikan" (
            "Peringatan yang sudah diperiksa dan diabaikan, menurut kodenya, dengan alasan; halaman menyebutkannya.",
            "Warnings that were looked at and set aside, by code, with the reason; pages say so."
        );
    }
}

record! {
    /// An entry of `realisasi`.
    #[derive(Serialize, Deserialize)]
    RawActual (
        "Realisasi satu indikator: `nilai` atau `belum_ada`.",
        "What was reported for one indicator: `nilai` or `belum_ada`."
    ) {
        value: Option<Sp<RawValue>> = "nilai" (
            "Angka, peringkat, atau untuk tuntas tanggal selesainya (juga {selesai: tanggal}) atau belum. 0 adalah nilai.",
            "A number, a rank, or for tuntas the date it was done (also {selesai: date}) or belum. 0 is a value."
        );
    } with { details: Rare<RawActualDetails> }
}

record! {
    /// What most entries of `realisasi` have nothing of.
    #[derive(Serialize, Deserialize)]
    RawActualDetails (
        "Keterangan realisasi satu indikator.",
        "What is said beside a figure."
    ) {
        unavailable: Option<Sp<Markdown>> = "belum_ada" (
            "Mengapa angkanya belum tersedia.",
            "Why the figure is not available yet."
        );
        reported: Option<Sp<Date>> = "dilaporkan" (
            "Kapan angka ini dilaporkan, bila lebih lambat daripada berkasnya (misalnya opini BPK yang terbit bulan Mei).",
            "When this figure was reported, if later than its file (such as an audit opinion published in May)."
        );
        note: Option<Sp<Markdown>> = "catatan" ("Catatan.", "A note.");
    } with { further: Rare<RawActualFurther> }
}

record! {
    /// What most entries of `realisasi` that have a note have nothing of.
    #[derive(Serialize, Deserialize)]
    RawActualFurther (
        "Keterangan lain realisasi satu indikator.",
        "What else is said beside a figure."
    ) {
        obstacle: Option<Sp<Markdown>> = "kendala" ("Kendala.", "What stood in the way.");
        follow_up: Option<Sp<Markdown>> = "tindak_lanjut" ("Tindak lanjut.", "What is done about it.");
        response: Option<Sp<Markdown>> = "tanggapan" (
            "Penjelasan pejabat sendiri.",
            "The official's own explanation."
        );
        evidence: Vec<Sp<RawDocument>> = "bukti" ("Bukti.", "Proofs.");
        verification: Option<Sp<RawVerification>> = "verifikasi" (
            "Siapa yang memeriksa angkanya.",
            "Who verified the figure."
        );
        revisions: Vec<Sp<RawRevision>> = "revisi" (
            "Perbaikan angka yang sudah diterbitkan, dari yang paling awal.",
            "Revisions of a published figure, oldest first."
        );
        silenced: Silences = "abaikan" (
            "Peringatan yang sudah diperiksa dan diabaikan, menurut kodenya, dengan alasan; halaman menyebutkannya.",
            "Warnings that were looked at and set aside, by code, with the reason; pages say so."
        );
    }
}

impl Deref for RawActual {
    type Target = RawActualDetails;

    fn deref(&self) -> &RawActualDetails {
        &self.details
    }
}

impl Empty for RawActualDetails {
    fn empty() -> &'static Self {
        static EMPTY: RawActualDetails = RawActualDetails {
            unavailable: None,
            reported: None,
            note: None,
            further: Rare::NOTHING,
        };
        &EMPTY
    }
}

impl Deref for RawActualDetails {
    type Target = RawActualFurther;

    fn deref(&self) -> &RawActualFurther {
        &self.further
    }
}

impl Empty for RawActualFurther {
    fn empty() -> &'static Self {
        static EMPTY: RawActualFurther = RawActualFurther {
            obstacle: None,
            follow_up: None,
            response: None,
            evidence: Vec::new(),
            verification: None,
            revisions: Vec::new(),
            silenced: Silences::NONE,
        };
        &EMPTY
    }
}

record! {
    /// `verifikasi`
    #[derive(Serialize, Deserialize)]
    RawVerification ("Verifikasi.", "A verification.") {
        by: Sp<String> = "oleh" ("Siapa.", "By whom.");
        date: Sp<Date> = "tanggal" ("Kapan.", "When.");
    }
}

record! {
    /// An entry of `revisi`.
    #[derive(Serialize, Deserialize)]
    RawRevision ("Revisi angka.", "A revision of a figure.") {
        date: Sp<Date> = "tanggal" ("Kapan diperbaiki.", "When it was revised.");
        before: Sp<RawValue> = "semula" ("Nilai semula.", "The value before.");
        reason: Sp<Markdown> = "alasan" ("Alasannya.", "The reason.");
    }
}

record! {
    /// The value of a finished completion.
    #[derive(Serialize, Deserialize)]
    RawCompleted ("Tuntas.", "Completed.") {
        on: Sp<Date> = "selesai" ("Hari selesainya.", "The day it was done.");
    }
}

/// A value, before its indicator's direction says what it may be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum RawValue {
    Scalar(CompactString),
    Completed(RawCompleted),
}

impl RawValue {
    /// A day alone says the same as below `selesai`: forms on the web have one field for each value.
    fn of_text(text: &str, span: TextSpan) -> Self {
        match iso_date(text) {
            Some(value) => Self::Completed(RawCompleted {
                on: Sp { value, span },
            }),
            None => Self::Scalar(text.into()),
        }
    }
}

impl Read for RawValue {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        match node.content {
            Content::Map(..) => Read::read(node, reader).map(Self::Completed),
            _ => number_or_name(node, reader).map(|text| Self::of_text(text, node.span)),
        }
    }

    fn kind() -> Kind {
        Kind::OneOf(vec![
            Kind::Number,
            Kind::Name,
            Kind::Date,
            RawCompleted::kind(),
        ])
    }
}

record! {
    /// An entry of `evaluasi/<year>/<id>.yml`.
    #[derive(Serialize, Deserialize)]
    RawEvaluation (
        "Evaluasi: setiap butir daftar dalam `evaluasi/<tahun>/<id>.yml`. Hanya putusan yang tercatat di sini yang memutuskan; angka tidak pernah.",
        "An evaluation: each item of the list in `evaluasi/<year>/<id>.yml`. Only a decision recorded here decides; figures never do."
    ) {
        rule: Sp<EvaluationId> = "evaluasi" (
            "Id evaluasi menurut aturan kontraknya.",
            "Id of the evaluation in the contract's regime."
        );
        contracts: Vec<Sp<ContractId>> = "kontrak" (
            "Kontrak yang dinilai. Bila tidak ditulis: kontrak dengan nama berkas ini.",
            "The contracts it looked at. Default: the contract of this file's name."
        );
        date: Sp<Date> = "tanggal" ("Harinya.", "The day.");
        by: Option<Sp<String>> = "oleh" ("Siapa yang mengevaluasi.", "Who evaluated.");
        scores: Entries<AspectId, String> = "aspek" (
            "Nilai aspek: peringkat atau angka.",
            "Scores of aspects: ranks or numbers."
        );
        decision: Option<Sp<RawDecision>> = "putusan" (
            "Putusannya; `diperpanjang` memerlukan `sampai` dan `alasan`.",
            "The decision; `diperpanjang` needs `sampai` and `alasan`."
        );
        until: Option<Sp<Date>> = "sampai" (
            "Perpanjangan sampai kapan.",
            "Until when it is extended."
        );
        protection: Option<Sp<RawProtectionEnd>> = "masa_lindung" (
            "Tulis `gugur` bila putusan tidak_terpenuhi ini mengakhiri masa lindungnya.",
            "`gugur` where this decision, tidak_terpenuhi, ended the protected time."
        );
        reason: Option<Sp<Markdown>> = "alasan" (
            "Alasannya; wajib untuk diperpanjang dan bila putusan berbeda dari angka.",
            "The reason; required for an extension and where the decision departs from the figures."
        );
        follow_up: Option<Sp<Markdown>> = "tindak_lanjut" ("Tindak lanjut.", "What follows.");
        response: Option<Sp<Markdown>> = "tanggapan" (
            "Tanggapan pejabat.",
            "The official's own response."
        );
        document: Option<Sp<RawDocument>> = "dokumen" ("Berita acaranya.", "Its document.");
        silenced: Silences = "abaikan" (
            "Peringatan yang sudah diperiksa dan diabaikan, menurut kodenya, dengan alasan; halaman menyebutkannya.",
            "Warnings that were looked at and set aside, by code, with the reason; pages say so."
        );
    }
}
