//! The tables of `opd/<id>.yml`, `jabatan/<id>.yml` and `pejabat/<id>.yml`.

use super::english::{RawEnglishName, RawEnglishOpd};
use super::reader::Sp;
use super::record::record;
use super::scalar::MediaPath;
use crate::model::{Capacity, Date, OpdEvent, OpdId, PostId};
use serde::{Deserialize, Serialize};

record! {
    /// `opd/<id>.yml`
    RawOpd (
        "Organisasi perangkat daerah: `opd/<id>.yml`.",
        "An organisation of the government: `opd/<id>.yml`."
    ) {
        name: Sp<String> = "nama" ("Nama lengkap.", "Full name.");
        short_name: Option<Sp<String>> = "singkatan" ("Nama pendek.", "Short name.");
        predecessors: Vec<Sp<RawPredecessor>> = "pendahulu" (
            "OPD yang mendahuluinya.",
            "Organisations that it grew out of."
        );
        english: Option<Sp<RawEnglishOpd>> = "en" (
            "Terjemahan Inggris untuk halaman Inggris; yang mengikat tetap teks Indonesianya.",
            "English wording for the English pages; the Indonesian text stays the one that binds."
        );
    }
}

record! {
    /// An entry of `pendahulu`.
    RawPredecessor ("Pendahulu suatu OPD.", "A predecessor of an organisation.") {
        opd: Sp<OpdId> = "opd" ("OPD terdahulu.", "The earlier organisation.");
        since: Sp<Date> = "sejak" (
            "Hari pertama susunan yang baru.",
            "The first day of the new order."
        );
        event: Sp<OpdEvent> = "peristiwa" ("Apa yang terjadi.", "What happened.");
    }
}

record! {
    /// `jabatan/<id>.yml`
    #[derive(Serialize, Deserialize)]
    RawPost ("Jabatan: `jabatan/<id>.yml`.", "A post: `jabatan/<id>.yml`.") {
        name: Sp<String> = "nama" ("Nama jabatan.", "Name of the post.");
        opd: Option<Sp<OpdId>> = "opd" (
            "OPD-nya; kepala daerah tidak punya.",
            "Its organisation; the head of the region has none."
        );
        echelon: Option<Sp<String>> = "eselon" (
            "Eselon, misalnya II.b.",
            "Echelon, such as II.b."
        );
        superior: Option<Sp<PostId>> = "atasan" (
            "Jabatan atasannya.",
            "The post above."
        );
        english: Option<Sp<RawEnglishName>> = "en" (
            "Terjemahan Inggris untuk halaman Inggris; yang mengikat tetap teks Indonesianya.",
            "English wording for the English pages; the Indonesian text stays the one that binds."
        );
    }
}

record! {
    /// `pejabat/<id>.yml`
    #[derive(Serialize, Deserialize)]
    RawPerson (
        "Pejabat: `pejabat/<id>.yml`. Id tidak memuat gelar. NIP, NIK, telepon, dan surel pribadi tidak boleh ditulis di mana pun.",
        "A person: `pejabat/<id>.yml`. The id holds no degrees. NIP, NIK, phone numbers and private e-mail addresses may stand nowhere."
    ) {
        name: Option<Sp<String>> = "nama" (
            "Nama dengan gelar; wajib untuk eselon I sampai IV.",
            "Name with degrees; required for echelons I to IV."
        );
        photo: Option<Sp<MediaPath>> = "foto" ("Berkas foto.", "File of the photo.");
        tenures: Vec<Sp<RawTenure>> = "jabatan" (
            "Jabatan yang dipegang, dengan tanggalnya.",
            "The posts held, with their dates."
        );
    }
}

record! {
    /// An entry of a person's `jabatan`.
    #[derive(Serialize, Deserialize)]
    RawTenure ("Masa seseorang dalam suatu jabatan.", "A person's time in a post.") {
        post: Sp<PostId> = "jabatan" ("Jabatannya.", "The post.");
        capacity: Sp<Capacity> = "kedudukan" (
            "Definitif, pelaksana tugas (plt), atau pelaksana harian (plh).",
            "Definitive, acting (plt) or acting from day to day (plh)."
        );
        inducted: Sp<Date> = "pelantikan" (
            "Hari pelantikan atau penunjukan.",
            "The day of induction or appointment."
        );
        ended: Option<Sp<Date>> = "selesai" (
            "Hari terakhir dalam jabatan, bila sudah berakhir.",
            "The last day in the post, if it has ended."
        );
        selection: Option<Sp<RawSelection>> = "seleksi" (
            "Bagaimana ia terpilih.",
            "How the person was chosen."
        );
    }
}

record! {
    /// `seleksi`
    #[derive(Serialize, Deserialize)]
    RawSelection ("Seleksi.", "A selection.") {
        kind: Sp<String> = "jenis" ("Jenis seleksi.", "Kind of selection.");
        applicants: Option<Sp<u32>> = "pelamar" ("Jumlah pelamar.", "How many people applied.");
        posts: Option<Sp<u32>> = "jabatan" (
            "Jumlah jabatan yang diperebutkan.",
            "How many posts were open."
        );
    }
}
