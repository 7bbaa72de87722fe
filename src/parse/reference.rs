//! The field reference, `docs/data.md`, written from the tables themselves.

use super::contract::RawContract;
use super::organisation::{RawOpd, RawPerson, RawPost};
use super::reader::Fields;
use super::record::{FieldInfo, Kind, Need, Record};
use super::regime::RawRegime;
use super::report::{RawEvaluation, RawReport};
use super::site::{RawFrontMatter, RawSite};
use std::fmt::Write;

/// The records that stand in files of their own.
pub const FILES: [&Record; 9] = [
    RawSite::RECORD,
    RawRegime::RECORD,
    RawOpd::RECORD,
    RawPost::RECORD,
    RawPerson::RECORD,
    RawContract::RECORD,
    RawReport::RECORD,
    RawEvaluation::RECORD,
    RawFrontMatter::RECORD,
];

/// `docs/data.md`.
pub fn field_reference() -> String {
    let mut text = String::from(INTRODUCTION);
    let mut told = Vec::new();
    for record in FILES {
        tell(record, 2, &mut told, &mut text);
    }
    text
}

/// A record under a heading of that level, then those that it is the first to lead to.
fn tell(record: &'static Record, level: usize, told: &mut Vec<&'static str>, text: &mut String) {
    if told.contains(&record.name) {
        return;
    }
    told.push(record.name);
    let (id, en) = (record.about.id, record.about.en);
    let heading = "#".repeat(level);
    let title = record.type_name();
    push(
        text,
        format_args!("\n{heading} {title}\n\n{id}\n\n*{en}*\n\n"),
    );
    push(
        text,
        format_args!("| kunci | isi | wajib | keterangan | description |\n|---|---|---|---|---|\n"),
    );
    for field in record.all_fields() {
        push(text, format_args!("{}\n", row(field)));
    }
    for field in record.all_fields() {
        for below in records_of(&(field.kind)()) {
            tell(below, 3, told, text);
        }
    }
}

fn push(text: &mut String, part: std::fmt::Arguments) {
    text.write_fmt(part).expect("a String takes every text");
}

fn row(field: &FieldInfo) -> String {
    let need = match field.need {
        Need::Required => "ya",
        Need::Optional => "",
    };
    let kind = words((field.kind)());
    let (id, en) = (field.about.id, field.about.en);
    format!("| `{}` | {kind} | {need} | {id} | {en} |", field.key)
}

fn words(kind: Kind) -> String {
    match kind {
        Kind::Text | Kind::Name => "teks".into(),
        Kind::Markdown => "Markdown".into(),
        Kind::Id("") => "id".into(),
        Kind::Id(of) => format!("id {of}"),
        Kind::ContractId => "kontrak, `tahun/id`".into(),
        Kind::Number => "angka".into(),
        Kind::WholeNumber => "bilangan bulat".into(),
        Kind::Year => "tahun".into(),
        Kind::Date => "tanggal".into(),
        Kind::MonthDay => "`bulan-hari`".into(),
        Kind::Duration => "lama".into(),
        Kind::Boolean => "`ya`, `tidak`".into(),
        Kind::Choice(words) => format!("`{}`", words.join("`, `")),
        Kind::Url | Kind::SiteAddress => "alamat http(s)".into(),
        Kind::CommitPattern => "alamat http(s) dengan `{commit}`".into(),
        Kind::MediaPath => "berkas `media/…`".into(),
        Kind::SitePath => "alamat di situs ini, `a/b/`".into(),
        Kind::TimeZone => "zona waktu IANA".into(),
        Kind::List(item) => format!("daftar: {}", words(*item)),
        Kind::Map(key, value) => format!("menurut {}: {}", words(*key), words(*value)),
        Kind::Record(record) => {
            let title = record.type_name();
            format!("[{title}](#{})", title.to_lowercase())
        }
        Kind::OneOf(kinds) => kinds
            .into_iter()
            .map(words)
            .collect::<Vec<_>>()
            .join(" atau "),
    }
}

/// The records that a kind leads to.
fn records_of(kind: &Kind) -> Vec<&'static Record> {
    match kind {
        Kind::Record(record) => vec![record],
        Kind::List(item) | Kind::Map(_, item) => records_of(item),
        Kind::OneOf(kinds) => kinds.iter().flat_map(records_of).collect(),
        _ => Vec::new(),
    }
}

const INTRODUCTION: &str = "\
# Data

Halaman ini ditulis dari tabel yang sama dengan yang membaca data; jangan disunting dengan tangan.
*This page is written from the tables that read the data; it is never edited by hand.*

Jalur berkas menyatakan apa dan yang mana: nama berkas tanpa akhirannya adalah id, dan yang sudah
dikatakan jalur tidak diulang di dalam. Berkas yang namanya diawali titik tidak dibaca.
*A file's path says what it is and which: the file stem is the id, and nothing that the path says
is repeated inside. Files whose name begins with a dot are not read.*

Dari tabel itu juga ditulis JSON Schema untuk setiap jenis berkas (`docs/schemas/`, atau
`pantau schema`): dengan itu editor melengkapi kunci, menjelaskannya, dan menandai yang keliru.
*The same tables give a JSON Schema for each kind of file (`docs/schemas/`, or `pantau schema`),
with which an editor completes keys, explains them and marks slips.*

| isi | arti | meaning |
|---|---|---|
| id | huruf kecil a–z, angka, dan tanda hubung | lower-case letters a–z, digits and hyphens |
| teks | disimpan persis seperti ditulis: `0800` tetap `0800` | kept exactly as written |
| Markdown | teks bebas tanpa HTML | free text without HTML |
| angka | `3000`, `13,2`, `13.2`, `1.234,5`, `1.250.000`, `-4`. Ditolak: `3.000` dan `3,250` (tiga ribu atau tiga?), `010`, `1e3`, `13,2%`, `Rp3.000`, `3 ribu` | refused: what can be read in two ways, and anything but digits |
| tanggal | ISO: `2026-01-12` | ISO |
| lama | `10 hari`, `24 bulan`, `2 tahun`; bulan berakhir paling lambat pada akhir bulan | days, months, years; months clamp to the end of a month |
| `ya`, `tidak` | juga `true`, `false` | yes, no; also `true`, `false` |

Nilai yang tidak ada dinyatakan dengan tidak menulis kuncinya, bukan dengan 0; `kunci:` tanpa isi
ditolak. Angka desimal dan nama yang mengandung koma ditulis satu per baris: koma memecah `{ }` dan
`[ ]`. Jangkar, alias, tag, tab, kunci ganda, dan lebih dari satu dokumen YAML ditolak.
*A missing value is said by leaving the key out, never by 0; an empty `key:` is refused. Decimal
commas and names with commas stand one per line: a comma splits `{ }` and `[ ]`. Anchors, aliases,
tags, tabs, duplicate keys and more than one YAML document are refused.*
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_field_reference_is_up_to_date() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/data.md");
        if std::env::var_os("UPDATE_DOCS").is_some() {
            std::fs::write(path, field_reference()).unwrap();
        }
        let found = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            found == field_reference(),
            "run the tests with UPDATE_DOCS=1"
        );
    }

    #[test]
    fn no_record_names_a_key_twice() {
        let mut told = Vec::new();
        for record in FILES {
            tell(record, 2, &mut told, &mut String::new());
            let mut keys: Vec<_> = record.all_fields().map(|field| field.key).collect();
            keys.sort_unstable();
            let count = keys.len();
            keys.dedup();
            assert_eq!(keys.len(), count, "{}", record.name);
        }
    }
}
