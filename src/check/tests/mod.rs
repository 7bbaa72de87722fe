//! Whole sites through the gate.

mod privacy;
mod rules;
mod schemas;
mod silence;
mod site;
mod slips;
mod told;
mod yaml;

use super::*;
use crate::problem::Words;
use crate::source::{Description, Location, MediaFacts, Signature, Sources};
use site::site;
use std::path::Path;

const HASIL: &str = "hasil/2026/tw1/kepala.yml";

/// Every problem, warnings included.
fn problems_of(sources: &Sources) -> Vec<Problem> {
    match check(&crate::parse::parse(sources)) {
        Ok(checked) => checked.warnings,
        Err(problems) => problems,
    }
}

/// Both languages have words for the problem, and no placeable is left open.
fn speaks(problem: &Problem) {
    for words in [Words::indonesian(), Words::english()] {
        for text in [words.message(problem), words.way_out(problem)] {
            let open = text.contains("{$") || text.contains("tiada");
            assert!(!open && text.len() > 3, "{}: {text}", problem.code);
        }
    }
}

#[test]
fn the_small_site_is_without_a_mistake() {
    assert_eq!(problems_of(&site()), []);
    let checked = check(&crate::parse::parse(&site())).unwrap();
    let contract = &checked.register.contracts.values().last().unwrap();
    let shares = &contract.goals[0].indicators[2];
    assert_eq!(shares.name, "Wirausaha baru".into());
    assert_eq!(shares.unit_name(), Some("orang"));
    assert_eq!(contract.goals[0].indicators[0].unit_name(), Some("persen"));
    assert_eq!(contract.capacity, crate::model::Capacity::Acting);
}

/// A PDF that says nothing of itself.
fn pdf() -> MediaFacts {
    MediaFacts {
        signature: Signature::Pdf,
        description: Description::Read {
            location: Location::NotTold,
            fields: Vec::new(),
        },
    }
}

fn codes(sources: &Sources) -> Vec<(&'static str, u32, u32)> {
    let problems = problems_of(sources).into_iter();
    problems
        .map(|p| (p.code.0, p.span.start.line, p.span.start.column))
        .collect()
}

#[test]
fn a_site_needs_its_settings() {
    let mut sources = site();
    sources.files.remove("situs.yml");
    assert_eq!(codes(&sources), [("P026", 1, 1)]);
}

#[test]
fn bytes_that_are_no_text_and_heaps_of_text_are_refused() {
    let mut sources = site();
    sources
        .files
        .insert("opd/dinas.yml".into(), b"nama: A\npendahulu: \xe9".to_vec());
    assert_eq!(codes(&sources), [("P019", 2, 12)]);
    sources
        .files
        .insert("opd/dinas.yml".into(), vec![b'#'; (1 << 20) + 1]);
    assert_eq!(codes(&sources), [("P002", 1, 1)]);
}

#[test]
fn a_thousand_problems_of_a_file_are_enough() {
    let mut sources = site();
    let tabs = "\tx\n".repeat(1_001);
    sources.files.insert("opd/dinas.yml".into(), tabs.into());
    let codes = codes(&sources);
    assert_eq!(codes.len(), 1_001);
    assert_eq!(codes.last(), Some(&("P032", 1_001, 1)));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_welcome() {
    let mut sources = site();
    for (path, bytes) in &mut sources.files {
        let text = String::from_utf8(bytes.clone())
            .unwrap()
            .replace('\n', "\r\n");
        *bytes = format!("\u{feff}{text}").into();
        if path == "jabatan/kepala.yml" {
            *bytes = String::from_utf8(bytes.clone())
                .unwrap()
                .replace("opd", "opdd")
                .into();
        }
    }
    assert_eq!(codes(&sources), [("P101", 2, 1)]);
}

#[test]
fn all_mistakes_of_a_file_are_told_at_once() {
    let mut sources = site();
    let text = "dilaporkan: 08/04/2026
realisasi:
  stunting:
    nilai: 7.600
    catatan:
    bukti:
      - judul: Rekap
        url: drive
    verifikasi: {oleh: Inspektorat, tanggal: 2026-04-31}
  opini:
    nilaai: WTP
    kendala: <b>Gempa</b>.
    bukti: Rekap
  bagian-wub:
    nilai: 13,2
    tanggapan: \"[x](javascript:a)\"
serapan_sampai_kini:
  Gizi: 9 miliar
";
    sources.files.insert(HASIL.into(), text.into());
    let expected = [
        ("P121", 1, 13),
        ("P110", 4, 12),
        ("P103", 5, 5),
        ("P134", 8, 14),
        ("P122", 9, 46),
        ("P101", 11, 5),
        ("P150", 12, 14),
        ("P108", 13, 12),
        ("P151", 16, 17),
        ("P132", 18, 3),
        ("P113", 18, 9),
    ];
    assert_eq!(codes(&sources), expected);
}

#[test]
fn mistakes_of_reading_and_of_meaning_stand_side_by_side() {
    let mut sources = site();
    sources
        .files
        .insert("opd/dinas.yml".into(), "nma: A\n".into());
    sources
        .files
        .insert("jabatan/bupati.yml".into(), "nama: B\natasan: x\n".into());
    // The post that names the broken organisation is not told as well.
    assert_eq!(codes(&sources), [("P202", 2, 9), ("P101", 1, 1)]);
}

#[test]
fn what_is_dated_in_the_future_is_a_warning() {
    let checked = check(&crate::parse::parse(&site())).unwrap();
    let on = |day: &str| {
        let problems = against_date(&checked, day.parse().unwrap());
        problems.iter().for_each(speaks);
        let places = problems.into_iter().map(|p| {
            assert_eq!((p.code.0, p.severity), ("P382", Severity::Warning));
            (p.file, p.span.start.line)
        });
        places.collect::<Vec<_>>()
    };
    let report = (HASIL.to_string(), 1);
    let evaluation = ("evaluasi/2026/kepala.yml".to_string(), 2);
    assert_eq!(on("2026-09-10"), []);
    assert_eq!(on("2026-09-09"), std::slice::from_ref(&evaluation));
    assert_eq!(on("2026-04-08"), std::slice::from_ref(&evaluation));
    assert_eq!(on("2026-04-07"), [evaluation, report]);
}

#[test]
fn one_file_read_anew_gives_what_reading_all_would() {
    let mut sources = site();
    let mut raw = crate::parse::parse(&sources);
    let text = b"nama: Dinas Lain\n".to_vec();
    sources.files.insert("opd/dinas.yml".into(), text.clone());
    raw.read("opd/dinas.yml", &text);
    sources.files.insert("opd/Lain.yml".into(), text.clone());
    raw.read("opd/Lain.yml", &text);
    assert_eq!(raw, crate::parse::parse(&sources));
    sources.files.remove("opd/Lain.yml");
    raw.remove("opd/Lain.yml");
    assert_eq!(raw, crate::parse::parse(&sources));
}

#[test]
fn results_that_keep_rising_beyond_the_target_look_cumulative() {
    let mut sources = site();
    for (quarter, value) in [("tw2", 190), ("tw3", 280)] {
        let text =
            format!("dilaporkan: 2026-10-05\nrealisasi:\n  bagian-wub:\n    nilai: {value}\n");
        sources
            .files
            .insert(format!("hasil/2026/{quarter}/kepala.yml"), text.into());
    }
    let problems = problems_of(&sources);
    let [problem] = &problems[..] else {
        panic!("{problems:?}")
    };
    assert_eq!(
        (problem.code.0, problem.severity),
        ("P380", Severity::Warning)
    );
    assert_eq!(
        (problem.file.as_str(), problem.span.start.line),
        ("hasil/2026/tw3/kepala.yml", 3)
    );
}

/// The sample site of this repository is checked as it stands.
#[test]
fn the_sample_site_passes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let checked = check(&crate::parse::parse(&sources_of(&root)));
    let checked = checked.unwrap_or_else(|problems| panic!("\n{}", told(&problems)));
    assert!(!checked.register.contracts.is_empty());
    print!("{}", told(&checked.warnings));
}

/// The files below a folder, as `disk` would read them.
fn sources_of(root: &Path) -> Sources {
    let mut sources = Sources::default();
    for entry in walkdir::WalkDir::new(root)
        .into_iter()
        .filter_map(Result::ok)
    {
        if !entry.file_type().is_file() {
            continue;
        }
        let path = entry.path().strip_prefix(root).unwrap();
        let path = path.to_str().unwrap().replace('\\', "/");
        if path.starts_with("media/") {
            sources.media.insert(path, pdf());
        } else {
            let bytes = std::fs::read(entry.path()).unwrap();
            sources.files.insert(path, bytes);
        }
    }
    sources
}

fn told(problems: &[Problem]) -> String {
    let words = Words::indonesian();
    let lines = problems.iter().map(|p| {
        let start = p.span.start;
        let (message, way_out) = (words.message(p), words.way_out(p));
        let place = format!("{}:{}:{}", p.file, start.line, start.column);
        format!(
            "{place} {} {}: {message} {way_out}\n",
            p.code,
            p.severity.name()
        )
    });
    lines.collect()
}
