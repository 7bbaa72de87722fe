//! Rules that take more than one slip to break, or that must let something pass.

use super::site::site;
use super::{HASIL, problems_of, speaks};
use crate::problem::{Severity, Words};
use crate::source::Sources;

pub const KEPALA: &str = "kontrak/2026/kepala.yml";
const LAMA: &str = "aturan/lama.yml";
const EVALUASI: &str = "evaluasi/2026/kepala.yml";

/// The small site with each `old` in its file read as `new`; a file that is not there is made.
pub fn edited(edits: &[(&str, &str, &str)]) -> Sources {
    let mut sources = site();
    for (path, old, new) in edits {
        let text = sources.files.remove(*path).unwrap_or_default();
        let text = String::from_utf8(text).unwrap();
        assert!(text.contains(old), "{path} has no {old:?}");
        let text = text.replacen(old, new, 1);
        sources.files.insert((*path).into(), text.into());
    }
    sources
}

/// Codes and places; both languages must have words for each.
pub fn told(sources: &Sources) -> Vec<(&'static str, String, u32, u32)> {
    let problems = problems_of(sources);
    problems.iter().for_each(speaks);
    let places = problems.into_iter().map(|problem| {
        let start = problem.span.start;
        (problem.code.0, problem.file, start.line, start.column)
    });
    places.collect()
}

#[test]
fn a_contract_answers_for_the_quarter_in_which_it_is_signed() {
    let sources = edited(&[(KEPALA, "2026-01-12", "2026-03-31")]);
    assert_eq!(told(&sources), []);
}

#[test]
fn the_quarters_that_count_make_the_year() {
    let mut sources = edited(&[
        (KEPALA, "2026-01-12", "2026-04-01"),
        (KEPALA, "          tw1: 7.5\n", ""),
        (KEPALA, "          tw1: 100\n", ""),
        (KEPALA, "tw4: 100", "tw4: 200"),
    ]);
    sources.files.remove(HASIL);
    assert_eq!(told(&sources), []);
}

#[test]
fn the_message_says_why_a_quarter_does_not_count() {
    let cases = [
        ("2026-01-12", "2026-04-02", "ditandatangani, 2026-04-02"),
        (
            "mulai: 2026-01-01",
            "mulai: 2026-04-03",
            "mulai, 2026-04-03",
        ),
        (
            "selesai: 2026-12-31",
            "selesai: 2026-09-29",
            "berakhir, 2026-09-29",
        ),
    ];
    for (old, new, words) in cases {
        let problems = problems_of(&edited(&[(KEPALA, old, new)]));
        let outside = problems.iter().find(|p| p.code.0 == "P334").unwrap();
        let message = Words::indonesian().message(outside);
        assert!(message.contains(words), "{message}");
    }
}

#[test]
fn a_contract_without_a_quarter_is_told_once() {
    let period = "mulai: 2026-01-01\n  selesai: 2026-12-31";
    let sources = edited(&[(KEPALA, period, &period.replace("2026", "2025"))]);
    let codes: Vec<_> = told(&sources).into_iter().map(|(code, ..)| code).collect();
    assert!(codes.contains(&"P320"), "{codes:?}");
    assert!(!codes.contains(&"P334"), "{codes:?}");
}

#[test]
fn the_last_quarter_of_a_contract_may_have_a_target_in_every_regime() {
    let mut sources = edited(&[
        (LAMA, "aspek:", "pelaporan: semester\naspek:"),
        (KEPALA, "selesai: 2026-12-31", "selesai: 2026-09-30"),
        (
            KEPALA,
            "          tw1: 7.5\n          tw4: 6\n",
            "          tw2: 7.5\n          tw3: 6\n",
        ),
        (
            KEPALA,
            "          tw1: 100\n          tw2: 100\n          tw3: 100\n          tw4: 100",
            "          tw2: 200\n          tw3: 200",
        ),
        (KEPALA, "          tw4: 6.4\n", "          tw3: 6.4\n"),
    ]);
    sources.files.remove(HASIL);
    assert_eq!(told(&sources), []);
}

#[test]
fn a_target_without_a_report_is_told_with_the_quarters_that_have_one() {
    let sources = edited(&[(LAMA, "aspek:", "pelaporan: semester\naspek:")]);
    let problems = problems_of(&sources);
    let problem = problems.iter().find(|p| p.code.0 == "P342").unwrap();
    let words = Words::indonesian();
    assert!(words.message(problem).contains("pelaporan: semester"));
    assert!(words.way_out(problem).contains("tw2, tw4"));
}

/// `opini` made a completion, reported in `value`.
fn completed(value: &str) -> Vec<(&'static str, String, u32, u32)> {
    let ranked = "arah: predikat\n        skala_predikat: opini\n        target: WTP";
    told(&edited(&[
        (
            KEPALA,
            ranked,
            "arah: tuntas\n        tenggat: 2026-12-01\n        target: selesai",
        ),
        (HASIL, "belum_ada: Terbit tahun depan.", value),
    ]))
}

#[test]
fn what_is_finished_was_finished_when_it_was_told() {
    let late = |line, column| vec![("P351", HASIL.to_string(), line, column)];
    assert_eq!(completed("nilai: {selesai: 2026-04-08}"), []);
    assert_eq!(completed("nilai: {selesai: 2026-04-09}"), late(6, 22));
    let later = "dilaporkan: 2026-04-20\n    nilai: {selesai: ";
    assert_eq!(completed(&format!("{later}2026-04-20}}")), []);
    assert_eq!(completed(&format!("{later}2026-04-21}}")), late(7, 22));
}

#[test]
fn a_revision_may_tell_of_a_later_day() {
    let value = "nilai: {selesai: 2026-05-02}
    revisi:
      - tanggal: 2026-05-03
        semula: belum
        alasan: Baru tuntas.";
    assert_eq!(completed(value), []);
}

#[test]
fn an_english_page_of_a_site_without_english_is_told() {
    let page = ("halaman/tentang.en.md", "", "---\njudul: About\n---\n");
    assert_eq!(told(&edited(&[page])), []);
    let both = ("situs.yml", "kontak", "bahasa: [id, en]\nkontak");
    assert_eq!(told(&edited(&[page, both])), []);
    let one = ("situs.yml", "kontak", "bahasa: [id]\nkontak");
    let problems = problems_of(&edited(&[page, one]));
    let [problem] = &problems[..] else {
        panic!("{problems:?}")
    };
    speaks(problem);
    assert_eq!(
        (problem.code.0, problem.file.as_str(), problem.severity),
        ("P384", page.0, Severity::Warning)
    );
}

#[test]
fn missing_documents_are_named_but_not_those_of_some_only() {
    let required = "dokumen_wajib:
  - jenis: Kontrak Kinerja
  - jenis: Pakta Integritas
  - jenis: Rencana Aksi
  - jenis: Surat Pernyataan
    untuk: pengelola keuangan
aspek:";
    let problems = problems_of(&edited(&[
        (LAMA, "aspek:", required),
        (
            KEPALA,
            "- judul: Naskah",
            "- jenis: Kontrak Kinerja\n    judul: Naskah",
        ),
    ]));
    let of_kepala: Vec<_> = problems.iter().filter(|p| p.file == KEPALA).collect();
    let [problem] = &of_kepala[..] else {
        panic!("{problems:?}")
    };
    speaks(problem);
    assert_eq!(
        (problem.code.0, problem.severity),
        ("P383", Severity::Warning)
    );
    let message = Words::indonesian().message(problem);
    assert!(
        message.contains("Pakta Integritas, Rencana Aksi"),
        "{message}"
    );
    assert!(!message.contains("Kontrak Kinerja"), "{message}");
}

const REST_OF_RULE: &str = "    syarat:\n      capaian: 100\n";

#[test]
fn an_evaluation_of_a_post_that_it_is_not_for_is_told() {
    let limited = |posts: &str| {
        let rule = format!("jenis: putusan\n    jabatan: [{posts}]");
        edited(&[(LAMA, "jenis: putusan", &rule)])
    };
    assert_eq!(told(&limited("bupati, kepala")), []);
    let sources = limited("bupati");
    assert_eq!(told(&sources), [("P396", EVALUASI.to_string(), 1, 13)]);
    assert_eq!(told(&limited("kepla"))[0].0, "P202");
}

#[test]
fn a_protected_time_of_other_posts_only_can_not_be_forfeited() {
    let protection = |posts: &str| {
        let rules = format!(
            "masa_lindung: {{lama: 24 bulan, sejak: pelantikan, jabatan: [{posts}]}}\naspek:"
        );
        let lost = "putusan: tidak_terpenuhi\n  masa_lindung: gugur";
        edited(&[
            (LAMA, "aspek:", &rules),
            (EVALUASI, "putusan: terpenuhi", lost),
        ])
    };
    assert_eq!(told(&protection("kepala")), []);
    let sources = protection("bupati");
    assert_eq!(told(&sources), [("P356", EVALUASI.to_string(), 5, 17)]);
}

#[test]
fn progress_since_an_evaluation_that_some_never_have_is_told() {
    let second = |first: &str, posts: &str| {
        let rules = format!(
            "{first}{REST_OF_RULE}  - id: kedua
    nama: Evaluasi kedua
    jenis: putusan
{posts}    jatuh_tempo: {{setelah: 18 bulan, sejak: pelantikan}}
    syarat: {{perbaikan_dari: tahunan}}
"
        );
        edited(&[(LAMA, REST_OF_RULE, &rules)])
    };
    let only = "    jabatan: [kepala]\n";
    assert_eq!(told(&second("", "")), []);
    assert_eq!(told(&second("", only)), []);
    assert_eq!(told(&second(only, only)), []);
    let sources = second(only, "");
    let codes: Vec<_> = told(&sources).into_iter().map(|(code, ..)| code).collect();
    assert_eq!(codes, ["P397"]);
}

#[test]
fn a_target_lowered_below_the_baseline_by_an_amendment_is_not_told() {
    let lowered = [
        (KEPALA, "        target: 6.4\n", "        target: 8.4\n"),
        (KEPALA, "          tw4: 6.4\n", "          tw4: 8.4\n"),
    ];
    assert_eq!(told(&edited(&lowered)), []);
    // What was signed is.
    let signed = [(KEPALA, "nilai: 7.9", "nilai: 5.9")];
    assert_eq!(told(&edited(&signed))[0].0, "P381");
}

#[test]
fn a_key_that_signs_may_have_each_form() {
    let keys = "kunci:
  - nama: Dinas
    kunci: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ2lW3GtVZpYhvbEfjpIP5sGy0wFfLMuwqL0dJQ7mK5V kantor
  - nama: Kartu
    kunci: sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIJ2lW3GtVZpY
  - nama: Sekretariat
    kunci: |
      -----BEGIN PGP PUBLIC KEY BLOCK-----

      mDMEaVW6gRYJKwYBBAHaRw8BAQdA
      -----END PGP PUBLIC KEY BLOCK-----
kontak";
    let sources = edited(&[("situs.yml", "kontak", keys)]);
    assert_eq!(told(&sources), []);
}

const BUDI: &str = "pejabat/budi.yml";

#[test]
fn a_contract_ends_when_its_holder_leaves_and_the_next_one_may_begin() {
    let sources = edited(&[(BUDI, "2025-03-01", "2025-03-01\n    selesai: 2026-06-30")]);
    let checked = crate::check::check(&crate::parse::parse(&sources)).unwrap();
    let contract = &checked.register.contracts.values().last().unwrap();
    assert_eq!(contract.period.end.to_string(), "2026-06-30");
    assert_eq!(contract.signed_until.to_string(), "2026-12-31");
    assert!(contract.ended_early());
    // Of the targets for the first and the fourth quarter the fourth is nobody's here.
    let first = &contract.commitments_on(crate::model::Date::MAX)[0];
    assert_eq!(first.original.quarterly.len(), 1);
    assert_eq!(first.indicator.quarterly.len(), 1);
}
