//! Everything that is told of every slip, word by word, and the list of problems for people.

use super::slips::{Slip, slips, spoil};
use super::{problems_of, site::site};
use crate::problem::{Code, Problem, Words, code};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

/// What a file of the repository must hold; `UPDATE_DOCS=1` writes it.
fn up_to_date(path: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = found.lines().zip(text.lines()).find(|(a, b)| a != b);
    assert!(
        found == text,
        "{}: run the tests with UPDATE_DOCS=1; first difference {differs:?}",
        path.display()
    );
}

#[test]
fn every_slip_is_told_with_these_words_and_no_others() {
    let words = Words::indonesian();
    let mut text = String::new();
    for slip in slips() {
        let (path, old, new, ..) = slip;
        writeln!(text, "{path}: {old:?} → {new:?}").unwrap();
        for problem in problems_of(&spoil(path, old, new)) {
            let (start, end) = (problem.span.start, problem.span.end);
            writeln!(
                text,
                "  {} {}:{}:{}-{}:{} {} | {}",
                problem.code,
                problem.file,
                start.line,
                start.column,
                end.line,
                end.column,
                words.message(&problem),
                words.way_out(&problem)
            )
            .unwrap();
        }
    }
    assert!(slips().len() >= 180, "{}", slips().len());
    up_to_date("tests/gate/slips.txt", &text);
}

/// Codes that no change of a text brings about: what is wrong, what is right, and the arguments
/// of the message.
type Told = (
    Code,
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
);
/// What only the history of a site tells.
const VIOLATIONS: [Code; 9] = [
    code::UNDECLARED_CHANGE,
    code::UNDECLARED_REMOVAL,
    code::UNDECLARED_ADDITION,
    code::CONTRACT_GONE,
    code::AMENDMENT_ALTERED,
    code::FIGURE_CHANGED,
    code::FIGURE_WITHDRAWN,
    code::RULES_CHANGED,
    code::BASELINE_MOVED,
];

/// What hinders no import.
const WARNINGS_OF_FORMS: [Code; 12] = [
    code::FORM_BELOW_BEFORE,
    code::FORM_LOCKED,
    code::FORM_FORGOTTEN,
    code::FORM_STRAY_ROW,
    code::FORM_PERCENT_READ,
    code::FORM_EARLY,
    code::FORM_ROW_GONE,
    code::FORM_KEPT,
    code::FORM_REASON_UNUSED,
    code::FORM_VERIFIED,
    code::FORM_OLDER,
    code::FORM_REPLACES,
];

#[rustfmt::skip]
const WITHOUT_SLIP: &[Told] = &[
    (code::NOT_UTF8, "opd/dinas.yml berisi gambar atau berkas Word", "opd/dinas.yml berisi teks", &[]),
    (code::TOO_LARGE, "kontrak/2026/kepala.yml sebesar 3 MiB", "kontrak/2026/kepala.yml sebesar 6 KiB, lampirannya di media/", &[]),
    (code::UTF16, "Notepad, Save As, Encoding: UTF-16 LE", "Notepad, Save As, Encoding: UTF-8", &[]),
    (code::WINDOWS_1252, "Notepad, Save As, Encoding: ANSI", "Notepad, Save As, Encoding: UTF-8", &[("text", "é")]),
    (code::LFS_POINTER, "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a…\nsize 12345", "isi berkasnya sendiri, sesudah git lfs pull", &[]),
    (code::MERGE_MARKS, "<<<<<<< HEAD\n    nilai: 6,9\n=======\n    nilai: 7,1\n>>>>>>> usulan", "    nilai: 6,9", &[]),
    (code::NO_SITE, "content/ tanpa situs.yml", "content/situs.yml", &[]),
    (code::TOO_MANY, "isi yang sama tertempel seribu kali", "isinya sekali saja", &[]),
    (code::SYMLINK, "content/media/naskah.pdf -> /home/admin/naskah.pdf", "content/media/naskah.pdf, berkasnya sendiri", &[]),
    (code::MEDIA_NAME, "media/naskah: final.pdf", "media/naskah-final.pdf", &[("near", "media/naskah-final.pdf")]),
    (code::MEDIA_KIND, "media/lambang.svg", "media/lambang.png", &[("extension", "svg"), ("way", "svg")]),
    (code::PHOTO_LOCATION, "media/posyandu.jpg dengan GPSLatitude", "media/posyandu.jpg tanpa lokasi", &[]),
    (code::PERSONAL_FIELD, "media/naskah.pdf, Author: NIP 1980…", "media/naskah.pdf, Author: Dinas Kesehatan", &[("field", "Author"), ("kind", "nip"), ("text", "1980…")]),
    (code::MEDIA_DAMAGED, "media/naskah.pdf yang terpotong", "media/naskah.pdf yang dicetak ulang", &[("detail", "PDF")]),
    (code::MEDIA_TOO_LARGE, "media/rapat.mp4 sebesar 400 MiB", "url: https://www.youtube.com/watch?v=…", &[]),
    (code::MEDIA_CONTENT, "media/foto.jpg yang berisi halaman web", "media/foto.jpg yang berisi foto", &[("extension", "jpg"), ("found", "markup")]),
    (code::PDF_LOCKED, "media/naskah.pdf dengan kata sandi", "media/naskah.pdf tanpa kata sandi", &[]),
    (code::MEDIA_SPELLING, "berkas: media/Naskah.pdf", "berkas: media/naskah.pdf", &[("name", "media/Naskah.pdf"), ("near", "media/naskah.pdf")]),
    (code::MEDIA_COLLISION, "media/Foto.jpg dan media/foto.jpg", "media/foto.jpg dan media/foto-2.jpg", &[("name", "media/foto.jpg"), ("other", "media/Foto.jpg")]),
    (code::COMPLETED_AFTER_REPORT, "dilaporkan: 2026-04-08\nrealisasi:\n  gedung:\n    nilai: {selesai: 2026-04-09}", "dilaporkan: 2026-04-10\nrealisasi:\n  gedung:\n    nilai: {selesai: 2026-04-09}", &[("date", "2026-04-09"), ("reported", "2026-04-08")]),
    (code::LOOKS_CUMULATIVE, "tw1 nilai: 10\ntw2 nilai: 30\ntw3 nilai: 60\ntw4 nilai: 100", "tw1 nilai: 10\ntw2 nilai: 20\ntw3 nilai: 30\ntw4 nilai: 40", &[("name", "wub")]),
    (code::DATED_IN_FUTURE, "dilaporkan: 2062-04-08", "dilaporkan: 2026-04-08", &[("date", "2062-04-08")]),
    (code::PAGE_NOT_PUBLISHED, "bahasa: [id]\n# halaman/tentang.en.md", "bahasa: [id, en]\n# halaman/tentang.en.md", &[]),
    (code::EVALUATION_NOT_FOR_POST, "# aturan: evaluasi tiga-bulan untuk jabatan: [lurah]\n# evaluasi/2026/camat.yml\n- evaluasi: tiga-bulan", "# evaluasi/2026/lurah.yml\n- evaluasi: tiga-bulan", &[("name", "tiga-bulan"), ("post", "camat")]),
    (code::IMPROVES_ON_NOTHING, "- id: enam-bulan\n  syarat: {perbaikan_dari: tiga-bulan}   # tiga-bulan hanya untuk [lurah]", "- id: enam-bulan\n  jabatan: [lurah]\n  syarat: {perbaikan_dari: tiga-bulan}", &[("name", "enam-bulan"), ("over", "tiga-bulan")]),
    (code::UNDECLARED_CHANGE, "# ditandatangani dengan target: 6,0\ntarget: 6,4", "target: 6,0\n…\nperubahan:\n  - tanggal: 2026-08-03\n    sebab: anggaran\n    alasan: Pergeseran anggaran P-APBD 2026.\n    indikator:\n      stunting:\n        target: 6,4", &[("name", "Prevalensi stunting"), ("term", "target"), ("before", "6.0"), ("after", "6.4"), ("date", "2026-05-01"), ("commit", "0123456789")]),
    (code::UNDECLARED_REMOVAL, "# indikator posyandu dihapus dari sasaran", "perubahan:\n  - tanggal: 2026-08-03\n    sebab: prioritas\n    alasan: Posyandu dialihkan ke desa.\n    indikator:\n      posyandu:\n        dicabut: ya", &[("name", "Posyandu aktif"), ("term", "indikator"), ("before", "ada"), ("after", "–"), ("date", "2026-05-01"), ("commit", "0123456789")]),
    (code::UNDECLARED_ADDITION, "# indikator baru ditulis di sasaran", "perubahan:\n  - tanggal: 2026-08-03\n    sebab: prioritas\n    alasan: Program baru.\n    indikator:\n      imunisasi:\n        tambah:\n          sasaran: Sehat\n          nama: Imunisasi dasar lengkap", &[("name", "Imunisasi dasar lengkap"), ("term", "indikator"), ("before", "–"), ("after", "ada"), ("date", "2026-05-01"), ("commit", "0123456789")]),
    (code::CONTRACT_GONE, "# kontrak/2026/kepala.yml dihapus", "# kontrak/2026/kepala.yml tetap ada; penggantinya kontrak/2026/kepala-2.yml", &[("date", "2026-05-01"), ("commit", "0123456789")]),
    (code::AMENDMENT_ALTERED, "perubahan:\n  - tanggal: 2026-08-03   # semula target: 6,4\n    indikator:\n      stunting:\n        target: 6,8", "perubahan:\n  - tanggal: 2026-08-03\n    indikator:\n      stunting:\n        target: 6,4\n  - tanggal: 2026-10-05\n    indikator:\n      stunting:\n        target: 6,8", &[("date", "2026-08-03"), ("commit", "0123456789")]),
    (code::FIGURE_CHANGED, "nilai: 6,9   # semula 7,1", "nilai: 6,9\nrevisi:\n  - tanggal: 2026-05-04\n    semula: 7,1\n    alasan: Dua posyandu terhitung dua kali.", &[("name", "stunting"), ("before", "7.1"), ("after", "6.9"), ("date", "2026-05-04"), ("commit", "0123456789")]),
    (code::FIGURE_WITHDRAWN, "# nilai: 7,1 dihapus", "nilai: 7,1", &[("name", "stunting"), ("date", "2026-05-04"), ("commit", "0123456789")]),
    (code::RULES_CHANGED, "batas_lapor: 60 hari   # semula 10 hari", "# aturan/2027.yml\nberlaku_sejak: 2027-01-01\nmenggantikan: aturan-2026\nbatas_lapor: 60 hari", &[("term", "batas_lapor"), ("before", "10 hari"), ("after", "60 hari"), ("date", "2026-05-01"), ("commit", "0123456789")]),
    (code::BASELINE_MOVED, "catatan_sejak: 2026-06-01   # semula 2026-01-01", "catatan_sejak: 2026-01-01", &[("date", "2026-01-01")]),
    (code::EXAMPLE_ADDRESS, "alamat: https://kinerja.example/", "alamat: https://kinerja.kotacontoh.go.id/", &[("text", "https://kinerja.example/")]),
    (code::NOT_RECORDED, "data_contoh: tidak   # tanpa catatan_sejak", "catatan_sejak: 2026-01-01", &[("date", "2026-01-01")]),
    (code::SITE_PATH, "alamat_lama:\n  - {dari: https://kinerja.example/pejabat/ratna, ke: pejabat/ratna-kusumawati/}", "alamat_lama:\n  - {dari: pejabat/ratna/, ke: pejabat/ratna-kusumawati/}", &[("text", "https://kinerja.example/pejabat/ratna"), ("near", "pejabat/ratna/")]),
    (code::OLD_ADDRESS_TWICE, "alamat_lama:\n  - {dari: pejabat/ratna/, ke: pejabat/ratna-kusumawati/}\n  - {dari: pejabat/ratna/, dihapus: Keliru., tanggal: 2026-08-01}", "alamat_lama:\n  - {dari: pejabat/ratna/, ke: pejabat/ratna-kusumawati/}", &[("name", "pejabat/ratna/"), ("line", "10")]),
    (code::OLD_ADDRESS_CHAIN, "alamat_lama:\n  - {dari: pejabat/ratna/, ke: pejabat/ratna-k/}\n  - {dari: pejabat/ratna-k/, ke: pejabat/ratna-kusumawati/}", "alamat_lama:\n  - {dari: pejabat/ratna/, ke: pejabat/ratna-kusumawati/}\n  - {dari: pejabat/ratna-k/, ke: pejabat/ratna-kusumawati/}", &[("name", "pejabat/ratna-k/"), ("line", "11")]),
    (code::OLD_ADDRESS_TAKEN, "alamat_lama:\n  - {dari: pejabat/ani/, ke: pejabat/budi/}   # pejabat/ani.yml masih ada", "alamat_lama:\n  - {dari: pejabat/ani-lama/, ke: pejabat/budi/}", &[("name", "pejabat/ani/"), ("other", "pejabat/ani/")]),
    (code::NO_NEW_ADDRESS, "alamat_lama:\n  - {dari: pejabat/ani-lama/, ke: pejabat/anni/}", "alamat_lama:\n  - {dari: pejabat/ani-lama/, ke: pejabat/ani/}", &[("name", "pejabat/anni/"), ("near", "pejabat/ani/")]),
    (code::ADDRESS_VANISHES, "# pejabat/ratna-k.yml berganti nama menjadi pejabat/ratna-kusumawati.yml", "# situs.yml\nalamat_lama:\n  - {dari: pejabat/ratna-k/, ke: pejabat/ratna-kusumawati/}", &[("name", "pejabat/ratna-k/"), ("near", "pejabat/ratna-kusumawati/"), ("date", "2026-08-01")]),
    (code::NOT_FROZEN, "batas lapor 2026-tw3 lewat, content/arsip/2026-tw3.json tidak ada", "content/arsip/2026-tw3.json, ditulis pantau freeze 2026-tw3", &[("quarter", "2026-tw3")]),
    (code::SECURITY_EXPIRED, "keamanan:\n  kedaluwarsa: 2026-01-31   # sudah lewat", "keamanan:\n  kedaluwarsa: 2026-12-31", &[("date", "2026-01-31")]),
    (code::SECURITY_FOR_LONG, "keamanan:\n  kedaluwarsa: 2036-12-31", "keamanan:\n  kedaluwarsa: 2026-12-31", &[("date", "2036-12-31")]),
    (code::DEPARTS_WITHOUT_REASON, "putusan: terpenuhi", "putusan: terpenuhi\nalasan: Gempa bumi menghentikan pekerjaan selama tiga bulan.", &[("decision", "terpenuhi"), ("outcome", "tidak_terpenuhi")]),
    (code::FORM_UNREADABLE, "formulir.pdf", "formulir.xlsx", &[("why", "lain"), ("detail", "")]),
    (code::FORM_NOT_OURS, "berkas lain, atau kolom A dihapus", "dinas-kesehatan-2026-tw4.xlsx, seperti ditulis pantau formulir", &[]),
    (code::FORM_VERSION, "formulir dari pantau versi lain", "formulir dari pantau versi ini", &[("found", "1"), ("known", "2")]),
    (code::FORM_MARK, "kolom A: pantau-formulir/2 2026-tw4", "kolom A seperti ditulis pantau formulir", &[("text", "pantau-formulir/2 2026-tw4")]),
    (code::FORM_QUARTER, "formulir 2025-tw4 untuk kontrak 2026", "formulir 2026-tw4", &[("quarter", "2025-tw4"), ("contract", "2026/kepala")]),
    (code::FORM_WITHDRAWN, "Nilai: 22, untuk indikator yang sudah dicabut", "Nilai: (kosong)", &[("name", "Puskesmas terakreditasi"), ("date", "2026-08-03")]),
    (code::FORM_TWICE, "dua berkas dengan lembar kontrak yang sama", "satu berkas", &[("what", "2026/kepala 2026-tw4"), ("other", "salinan.xlsx, \"Kepala Dinas\"")]),
    (code::FORM_NO_COLUMN, "judul kolom: Capaian", "judul kolom: Nilai", &[("column", "Nilai")]),
    (code::FORM_BOTH, "Nilai: 22\nBelum ada, karena: Survei bulan Mei.", "Nilai: 22", &[("text", "22"), ("name", "Puskesmas terakreditasi"), ("value", "H15")]),
    (code::FORM_NO_REASON, "Nilai: belum ada", "Belum ada, karena: Survei baru selesai bulan Mei.", &[("text", "belum ada"), ("reason", "I14")]),
    (code::FORM_NO_DATE, "Dilaporkan pada tanggal: (kosong)", "Dilaporkan pada tanggal: 8 Januari 2027", &[]),
    (code::CELL_DATE_FOR_NUMBER, "Nilai: 7.5, yang menjadi 7 Mei", "Nilai: 7,5", &[("text", "2027-05-07")]),
    (code::CELL_PERCENT, "Nilai: 22%, satuan puskesmas", "Nilai: 22", &[("text", "22"), ("unit", "puskesmas")]),
    (code::CELL_FAULT, "Nilai: #REF!", "Nilai: 22", &[("text", "#REF!")]),
    (code::CELL_NOT_COMPUTED, "Nilai: =B2+B3, disimpan oleh program yang tidak menghitung", "Nilai: 22", &[("text", "=")]),
    (code::CELL_KIND, "Nilai: TRUE", "Nilai: 22", &[("text", "TRUE"), ("wanted", "angka")]),
    (code::FORM_BELOW_BEFORE, "Terserap sampai kini: 9100000000", "Terserap sampai kini: 36700000000", &[("text", "9100000000"), ("quarter", "2026-tw3"), ("before", "27600000000")]),
    (code::FORM_LOCKED, "Target triwulan: 5%", "Target triwulan: 6,3%", &[("column", "Target triwulan"), ("text", "5%"), ("expected", "6,3%")]),
    (code::FORM_FORGOTTEN, "Nilai: (kosong)\nBelum ada, karena: (kosong)", "Nilai: 22", &[("name", "Puskesmas terakreditasi")]),
    (code::FORM_STRAY_ROW, "baris sisipan dengan Nilai: 12", "baris sisipan yang kosong", &[("text", "12")]),
    (code::FORM_PERCENT_READ, "Nilai: 13,2%", "Nilai: 13,2", &[("text", "13.2")]),
    (code::FORM_EARLY, "Dilaporkan pada tanggal: 8 Januari 2026", "Dilaporkan pada tanggal: 8 Januari 2027", &[("date", "2026-01-08"), ("end", "2026-12-31")]),
    (code::FORM_ROW_GONE, "baris indikator dihapus", "setiap indikator memiliki barisnya", &[("name", "Puskesmas terakreditasi")]),
    (code::FORM_KEPT, "Nilai: (dikosongkan)", "Nilai: 22", &[("name", "Puskesmas terakreditasi"), ("text", "22 puskesmas"), ("target", "content/hasil/2026/tw4/kepala.yml")]),
    (code::FORM_REASON_UNUSED, "Alasan perbaikan: Salah hitung., nilainya tetap", "Nilai: 21\nAlasan perbaikan: Salah hitung.", &[("name", "Puskesmas terakreditasi")]),
    (code::FORM_VERIFIED, "Nilai: 21, semula 22 dan sudah diverifikasi", "nilai: 21\nverifikasi:\n  oleh: Inspektorat\n  tanggal: 2027-02-01", &[("name", "Puskesmas terakreditasi"), ("by", "Inspektorat"), ("date", "2027-01-20")]),
    (code::FORM_NOT_EDITABLE, "realisasi: {stunting: {nilai: 6.4}}", "realisasi:\n  stunting:\n    nilai: 6.4", &[("why", "kurung")]),
    (code::FORM_TEXT_ALONE, "Nilai: (kosong)\nCatatan: Survei bulan Mei.", "Nilai: 22\nCatatan: Survei bulan Mei.", &[("name", "Puskesmas terakreditasi"), ("value", "H15"), ("reason", "I15")]),
    (code::FORM_NO_HEADINGS, "baris judul kolom dihapus", "baris judul seperti ditulis pantau formulir", &[]),
    (code::FORM_OVERTAKEN, "Nilai: 6,3, semula 6,4; datanya sudah menjadi 6,1", "formulir baru, dengan Nilai: 6,1 yang diubah menjadi 6,3", &[("text", "6.3"), ("now", "6,1%")]),
    (code::FORM_OLDER, "Nilai: 6,4 dari formulir lama; datanya sudah menjadi 6,1", "Nilai: 6,1", &[("text", "6.4"), ("now", "6,1%")]),
    (code::FORM_REPLACES, "Nilai: 6,3 dari formulir yang ditulis sebelum ada data; datanya 6,1", "Nilai: 6,1", &[("text", "6.3"), ("now", "6,1%")]),
    (code::FORM_REASON_MISSING, "Nilai: 21, semula 22\nAlasan perbaikan: (kosong)", "Nilai: 21\nAlasan perbaikan: Salah hitung.", &[("name", "Puskesmas terakreditasi"), ("before", "22"), ("after", "21")]),
];

/// The part in which two texts differ, by whole lines, with the line before.
fn changed<'t>(text: &'t str, other: &str) -> Vec<&'t str> {
    let lines: Vec<&str> = text.lines().collect();
    let others: Vec<&str> = other.lines().collect();
    let same = |(a, b): &(&&str, &&str)| a == b;
    let before = lines.iter().zip(&others).take_while(same).count();
    let rest = (lines.len() - before).min(others.len() - before);
    let after = lines.iter().rev().zip(others.iter().rev());
    let after = after.take(rest).take_while(same).count();
    lines[before.saturating_sub(1)..lines.len() - after].to_vec()
}

/// Wrong and right of a slip; what was right of a new file is that it is not there.
fn examples((path, old, new, ..): &Slip) -> (String, String) {
    let text_of = |sources: &crate::source::Sources| {
        let bytes = sources.files.get(*path).cloned().unwrap_or_default();
        String::from_utf8(bytes).unwrap()
    };
    let (right, wrong) = (text_of(&site()), text_of(&spoil(path, old, new)));
    let show = |lines: Vec<&str>| format!("# {path}\n{}", lines.join("\n"));
    (show(changed(&wrong, &right)), show(changed(&right, &wrong)))
}

/// A message as the same words in Markdown, where brackets would be a link and stars an emphasis.
fn as_markdown(message: &str) -> String {
    let mut markdown = String::new();
    for c in message.chars() {
        if "\\`*_[]<>".contains(c) {
            markdown.push('\\');
        }
        markdown.push(c);
    }
    let words = pulldown_cmark::Parser::new(&markdown).filter_map(|event| match event {
        pulldown_cmark::Event::Text(text) => Some(text.into_string()),
        _ => None,
    });
    assert_eq!(words.collect::<String>(), message.replace('\n', ""));
    markdown
}

fn section(text: &mut String, code: Code, problem: &Problem, (wrong, right): (String, String)) {
    let severity = match problem.severity {
        crate::problem::Severity::Warning => "peringatan",
        crate::problem::Severity::Violation => "pelanggaran",
        crate::problem::Severity::Error => "kesalahan",
    };
    let aside = code::SILENCEABLE.contains(&code);
    let [id, en] = [Words::indonesian(), Words::english()];
    writeln!(
        text,
        "\n## {code}\n\n**{}** ({severity})\n",
        as_markdown(&id.message(problem))
    )
    .unwrap();
    writeln!(text, "{}\n", as_markdown(&id.way_out(problem))).unwrap();
    let english = format!("{} {}", en.message(problem), en.way_out(problem));
    writeln!(text, "*{}*\n", as_markdown(&english)).unwrap();
    writeln!(text, "Keliru:\n\n```text\n{wrong}\n```\n").unwrap();
    writeln!(text, "Benar:\n\n```text\n{right}\n```").unwrap();
    if aside {
        writeln!(
            text,
            "\nDapat diabaikan dengan alasan: `abaikan: {{{code}: …}}`."
        )
        .unwrap();
    }
}

const INTRODUCTION: &str = "\
# Masalah

Halaman ini ditulis dari kode dan kata-kata yang sama dengan yang memeriksa data; jangan disunting dengan tangan.
*This page is written from the checks themselves; it is never edited by hand.*

`pantau check` menyebutkan semua masalah sekaligus, menurut berkas dan baris, masing-masing dengan kode, tempat, dan
cara memperbaikinya. Ada tiga tingkat:

- **kesalahan**: tidak ada yang ditulis; situs yang sudah terbit tetap seperti semula.
- **pelanggaran**: yang sudah ditandatangani diubah tanpa adendum; situs diterbitkan dan halaman menyebutkannya.
- **peringatan**: situs diterbitkan; seseorang sebaiknya memeriksanya.

Peringatan yang sudah diperiksa dapat diabaikan di tempatnya, hanya dengan alasan, dan halaman menyebutkannya:

```yaml
abaikan:
  P389: Laju pertumbuhan memang dapat melebihi 100 persen.
```

Kode tidak pernah berganti arti.
";

/// Warnings that no record can set aside: time itself brings them.
const TOLD_OF_A_DAY: [Code; 5] = [
    code::NOT_FROZEN,
    code::NOT_RECORDED,
    code::EXAMPLE_ADDRESS,
    code::SECURITY_EXPIRED,
    code::SECURITY_FOR_LONG,
];

#[test]
fn the_list_of_problems_is_up_to_date() {
    let mut text = String::from(INTRODUCTION);
    let mut missing = BTreeSet::new();
    for code in code::ALL {
        let by_hand = WITHOUT_SLIP.iter().find(|(told, ..)| told == code);
        let slip = slips().iter().find(|slip| slip.3 == code.0);
        if let Some((_, wrong, right, arguments)) = by_hand {
            let is_warning = code::SILENCEABLE.contains(code)
                || TOLD_OF_A_DAY.contains(code)
                || WARNINGS_OF_FORMS.contains(code);
            let new = if is_warning {
                Problem::warning
            } else if VIOLATIONS.contains(code) {
                Problem::violation
            } else {
                Problem::error
            };
            let problem = new(*code, "", crate::source::TextSpan::START);
            let problem = arguments
                .iter()
                .fold(problem, |p, (name, value)| p.with(name, *value));
            section(
                &mut text,
                *code,
                &problem,
                ((*wrong).into(), (*right).into()),
            );
        } else if let Some(slip) = slip {
            let problems = problems_of(&spoil(slip.0, slip.1, slip.2));
            let problem = problems
                .iter()
                .find(|problem| problem.code == *code)
                .unwrap();
            section(&mut text, *code, problem, examples(slip));
        } else {
            missing.insert(code.0);
        }
    }
    assert_eq!(missing, BTreeSet::new(), "no example");
    up_to_date("docs/masalah.md", &text);
}
