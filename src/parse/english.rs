//! The tables of `en`: what the words of a record say in English, under the keys that the words
//! themselves have. The Indonesian text stays the one that binds.

use super::reader::Sp;
use super::record::record;
use crate::model::Markdown;
use serde::{Deserialize, Serialize};

record! {
    /// `en` of what has a name alone: a post, a goal, a programme, a category.
    #[derive(Serialize, Deserialize)]
    RawEnglishName (
        "Terjemahan Inggris sebuah nama.",
        "English wording of a name."
    ) {
        name: Sp<String> = "nama" ("Namanya dalam bahasa Inggris.", "Its name in English.");
    }
}

record! {
    /// `en` of `opd/<id>.yml`
    RawEnglishOpd ("Terjemahan Inggris suatu OPD.", "English wording of an organisation.") {
        name: Option<Sp<String>> = "nama" ("Nama lengkapnya.", "Its full name.");
        short_name: Option<Sp<String>> = "singkatan" ("Nama pendeknya.", "Its short name.");
    }
}

record! {
    /// `en` of an indicator
    #[derive(Serialize, Deserialize)]
    RawEnglishTerms ("Terjemahan Inggris suatu indikator.", "English wording of an indicator.") {
        name: Option<Sp<String>> = "nama" ("Namanya.", "Its name.");
        unit: Option<Sp<String>> = "satuan" (
            "Satuannya, misalnya people untuk orang. persen dan rupiah selalu ditulis % dan Rp.",
            "Its unit, such as people for orang. persen and rupiah are always written % and Rp."
        );
        unit_of_one: Option<Sp<String>> = "satuan_tunggal" (
            "Satuannya di samping angka 1, misalnya person.",
            "Its unit beside the number 1, such as person."
        );
        formula: Option<Sp<Markdown>> = "rumus" (
            "Cara angkanya dihitung.",
            "How the figure itself is measured."
        );
        source: Option<Sp<Markdown>> = "sumber" ("Sumber datanya.", "Source of the data.");
        way: Option<Sp<Markdown>> = "cara" (
            "Cara mencapai target.",
            "The way to reach the target."
        );
    }
}

record! {
    /// `en` of a contract
    #[derive(Serialize, Deserialize)]
    RawEnglishContract ("Terjemahan Inggris suatu kontrak.", "English wording of a contract.") {
        promise: Sp<Markdown> = "janji" ("Janjinya.", "The promise.");
    }
}

record! {
    /// `en` of `situs.yml`
    RawEnglishSite ("Terjemahan Inggris nama-nama situs.", "English wording of the site's names.") {
        title: Option<Sp<String>> = "judul" ("Judul situs.", "Title of the site.");
        government: Option<Sp<String>> = "pemerintah" (
            "Nama pemerintah daerah.",
            "Name of the government."
        );
    }
}

record! {
    /// `en` of `aturan/<id>.yml`
    RawEnglishRegime ("Terjemahan Inggris suatu aturan.", "English wording of a regime.") {
        term: Option<Sp<String>> = "sebutan" (
            "Sebutan naskahnya, misalnya Performance contract.",
            "What the instrument is called, such as Performance contract."
        );
        principal: Option<Sp<String>> = "pemberi_amanah" (
            "Sebutan atasan yang menerima janji.",
            "What the superior who receives the promise is called."
        );
        watchers: Vec<Sp<String>> = "pengawas" (
            "Siapa yang mengawasi: sama banyak dan sama urutannya.",
            "Who watches: as many, in the same order."
        );
    }
}

record! {
    /// `en` of an entry of `cakupan`
    RawEnglishCoverage ("Terjemahan Inggris cakupan.", "English wording of who is covered.") {
        who: Sp<String> = "siapa" ("Siapa yang terikat.", "Who is covered.");
    }
}

record! {
    /// `en` of an entry of `dokumen_wajib`
    RawEnglishDocument ("Terjemahan Inggris naskah wajib.", "English wording of a required document.") {
        kind: Option<Sp<String>> = "jenis" ("Jenis naskahnya.", "Kind of document.");
        applies_to: Option<Sp<String>> = "untuk" (
            "Hanya untuk siapa.",
            "For whom only."
        );
    }
}

record! {
    /// `en` of `masa_lindung`
    RawEnglishProtection ("Terjemahan Inggris masa lindung.", "English wording of the protected time.") {
        exceptions: Vec<Sp<String>> = "kecuali" (
            "Kapan tetap boleh diganti: sama banyak dan sama urutannya.",
            "When the holder may be replaced all the same: as many, in the same order."
        );
    }
}

record! {
    /// `en` of an entry of `evaluasi`
    RawEnglishEvaluation ("Terjemahan Inggris suatu evaluasi.", "English wording of an evaluation.") {
        name: Option<Sp<String>> = "nama" ("Namanya.", "Its name.");
        by: Option<Sp<String>> = "oleh" ("Siapa yang mengevaluasi.", "Who evaluates.");
        if_met: Option<Sp<String>> = "terpenuhi" (
            "Akibatnya bila terpenuhi.",
            "What follows when met."
        );
        if_unmet: Option<Sp<String>> = "tidak_terpenuhi" (
            "Akibatnya bila tidak terpenuhi.",
            "What follows when not met."
        );
    }
}

record! {
    /// `en` of `jatuh_tempo`
    RawEnglishDue ("Terjemahan Inggris jatuh tempo.", "English wording of when it is due.") {
        label: Sp<String> = "sebutan" (
            "Sebutan harinya, misalnya mid-May.",
            "What the day is called, such as mid-May."
        );
    }
}
