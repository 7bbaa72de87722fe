//! Frozen quarters: what is frozen stays, whatever becomes of the data, the rules and the theme.

use crate::common;

use crate::common::{SAMPLE_DAY, Tree, checked, day, golden, sample_sources, site};
use pantau::archive::{snapshot_of, tombstone};
use pantau::check::check;
use pantau::compute::{cutoff, warnings_on};
use pantau::disk;
use pantau::model::{PersonId, Provenance, Quarter, Snapshot};
use pantau::parse::parse;
use pantau::problem::{Severity, code};
use pantau::render::Theme;
use pantau::site::{Page, Site};
use pantau::source::Sources;
use std::collections::BTreeMap;

const QUARTER: &str = "2026-tw3";
const COMMIT: &str = "4f9c2d1e8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d";
const FILE: &str = "arsip/2026-tw3.json";
const OFFICIAL: &str = "ratna-kusumawati";

fn quarter() -> Quarter {
    QUARTER.parse().unwrap()
}

fn frozen(sources: &Sources) -> Snapshot {
    let cutoff = cutoff(&checked(sources).register, quarter()).unwrap();
    let provenance = Provenance {
        cutoff,
        commit: COMMIT.to_owned(),
        committed_at: "2026-10-10T14:14:00Z".parse().unwrap(),
        version: "0.1.0".to_owned(),
    };
    snapshot_of(sources, &common::unknown_past(), quarter(), provenance).unwrap()
}

fn with(sources: &Sources, snapshot: &Snapshot) -> Sources {
    let mut sources = sources.clone();
    let bytes = snapshot.to_json().into_bytes();
    sources.files.insert(FILE.to_owned(), bytes);
    sources
}

/// `old` in `path` reads `new`.
fn edit(sources: &mut Sources, path: &str, old: &str, new: &str) {
    let text = String::from_utf8(sources.files[path].clone()).unwrap();
    assert!(text.contains(old), "{path} has no {old:?}");
    let text = text.replacen(old, new, 1);
    sources.files.insert(path.to_owned(), text.into_bytes());
}

/// The pages below `arsip/`.
fn archive_pages(site: &Site) -> Tree {
    let pages = site.pages().into_iter();
    let pages = pages.filter(|page| page.file().starts_with("arsip/"));
    pages
        .map(|page| (page.file(), site.render(&page).unwrap()))
        .collect()
}

fn page(site: &Site, file: &str) -> String {
    let page = site.pages().into_iter().find(|page| page.file() == file);
    let page: Page = page.unwrap_or_else(|| panic!("there is no page {file}"));
    String::from_utf8(site.render(&page).unwrap()).unwrap()
}

/// Somebody who has a contract in the snapshot.
fn someone(snapshot: &Snapshot) -> PersonId {
    let named = |contract: &&pantau::model::FrozenContract| contract.person.as_str() == OFFICIAL;
    let found = snapshot.contracts.iter().find(named);
    found.unwrap_or(&snapshot.contracts[0]).person.clone()
}

#[test]
fn a_snapshot_has_one_canonical_text() {
    let snapshot = frozen(&sample_sources());
    let text = snapshot.to_json();
    assert_eq!(Snapshot::parse(text.as_bytes()), Ok(snapshot.clone()));
    assert_eq!(frozen(&sample_sources()).to_json(), text);
    assert!(text.ends_with("}\n") && text.starts_with("{\n  \"format\": 1,\n  \"sha256\": \""));
    // One fact per line: no line holds two keys.
    let two_keys = |line: &&str| line.matches("\": ").count() > 1 && !line.contains("teks");
    assert_eq!(text.lines().find(two_keys), None);
    assert!(snapshot.contracts.len() > 5);
    assert_eq!(snapshot.cutoff_text, "10 Oktober 2026");
    assert_eq!(snapshot.committed_text, "10 Oktober 2026 pukul 21.14 WIB");
    assert!(text.contains("\"teks\": \"") && !text.contains("<b>"));
}

/// What `verify` and a stranger with `jq` can do: the seal is over `isi` alone.
#[test]
fn the_seal_is_that_of_the_facts_as_jq_prints_them() {
    use sha2::{Digest, Sha256};
    let text = frozen(&sample_sources()).to_json();
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let start = text.find("\"isi\": ").unwrap() + "\"isi\": ".len();
    let end = text.trim_end().len() - "\n}".len();
    let body: Vec<&str> = text[start..end].lines().collect();
    let body = body.join("\n").replace("\n  ", "\n") + "\n";
    let seal: String = Sha256::digest(body.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(value["sha256"], seal.as_str());
}

#[test]
fn a_frozen_quarter_has_its_pages_in_indonesian_only() {
    let sources = sample_sources();
    let snapshot = frozen(&sources);
    let site = site(&with(&sources, &snapshot), SAMPLE_DAY);
    let pages = archive_pages(&site);
    let people: std::collections::BTreeSet<&PersonId> =
        snapshot.contracts.iter().map(|c| &c.person).collect();
    assert_eq!(pages.len(), people.len() + 3, "{:?}", pages.keys());
    assert!(pages.contains_key("arsip/v1.css") && pages.contains_key("arsip/index.html"));
    let all: Vec<String> = site.pages().iter().map(Page::file).collect();
    assert!(!all.iter().any(|file| file.starts_with("en/arsip")));
    for contract in &snapshot.contracts {
        let file = format!("arsip/{QUARTER}/pejabat/{}/index.html", contract.person);
        let text = page(&site, &file);
        for indicator in contract.indicators.iter().chain(&contract.withdrawn) {
            let anchor = format!(" id=\"{}/{}\"", contract.id.stem, indicator.id);
            assert!(text.contains(&anchor), "{file} has no {anchor}");
        }
        let told = [
            "salinan beku",
            "4f9c2d1e8a ",
            COMMIT,
            "pantau 0.1.0",
            "10 Oktober 2026",
        ];
        for wanted in told
            .iter()
            .chain(&["Content-Security-Policy", "rel=\"canonical\""])
        {
            assert!(text.contains(wanted), "{file} has no {wanted}");
        }
        assert!(!text.contains(" style="), "{file}");
    }
    let sitemap = page(&site, "sitemap.xml");
    assert!(sitemap.contains(&format!("/arsip/{QUARTER}/")));
    assert!(!sitemap.contains("/en/arsip/"));
}

#[test]
fn nothing_that_is_frozen_comes_from_another_quarter_than_the_frozen_one() {
    let snapshot = frozen(&sample_sources());
    let indicators = snapshot.contracts.iter().flat_map(|c| &c.indicators);
    for indicator in indicators {
        assert!(indicator.quarters.iter().all(|q| q.quarter <= quarter()));
        let through = indicator.to_date.as_ref().map(|t| t.through);
        assert!(through.is_none_or(|through| through <= quarter()));
    }
}

/// Targets, figures, rules, names, words and templates become others; the frozen pages do not.
#[test]
fn later_data_rules_words_and_themes_change_no_byte_of_what_is_frozen() {
    let sources = sample_sources();
    let mut later = with(&sources, &frozen(&sources));
    let before = archive_pages(&site(&later, SAMPLE_DAY));
    let mut changed = 0;
    let files: Vec<String> = later.files.keys().cloned().collect();
    let changes = [
        ("kontrak/2026/", "turun\n", "turun-rasio\n"),
        ("kontrak/2026/", "nama: ", "nama: Lain, "),
        ("aturan/", "sebutan: ", "sebutan: Janji "),
        ("pejabat/", "nama: ", "nama: Prof. "),
        ("jabatan/", "nama: ", "nama: Wakil "),
    ];
    for (folder, old, new) in changes {
        for path in files.iter().filter(|path| path.starts_with(folder)) {
            let mut tried = later.clone();
            let text = String::from_utf8(tried.files[path].clone()).unwrap();
            let text = text.replacen(old, new, 1);
            tried.files.insert(path.clone(), text.into_bytes());
            if tried != later && check(&parse(&tried)).is_ok() {
                (later, changed) = (tried, changed + 1);
            }
        }
    }
    assert!(changed > 30, "{changed}");
    let overrides: BTreeMap<String, Vec<u8>> = [
        ("templates/base.html", "{% block root %}{% endblock %}{% block scripts %}{% endblock %}{% block canonical %}{% endblock %}{% block content %}{% endblock %}"),
        ("style.css", "* { color: red }"),
        ("locales/id.ftl", "state_reached = BERHASIL\nformula_ratio = { $percent }\n"),
    ]
    .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
    .into();
    let theme = Theme::with_overrides("lain", overrides).unwrap();
    let register = checked(&later).register;
    let after = Site::new(register, common::unrecorded(), day("2027-05-01"), &theme).unwrap();
    assert_ne!(
        page(&after, "index.html"),
        page(&site(&sources, SAMPLE_DAY), "index.html")
    );
    assert_eq!(common::difference(&before, &archive_pages(&after)), None);
}

#[test]
fn an_edited_file_is_refused_whatever_was_edited() {
    let sources = sample_sources();
    let snapshot = frozen(&sources);
    let text = snapshot.to_json();
    assert!(check(&parse(&with(&sources, &snapshot))).is_ok());
    let digits: Vec<usize> = text
        .match_indices(|c: char| c.is_ascii_digit())
        .map(|(at, _)| at)
        .collect();
    let mut edited: Vec<String> = digits
        .iter()
        .step_by(digits.len() / 60)
        .map(|at| {
            let mut text = text.clone();
            let other = if &text[*at..=*at] == "7" { "8" } else { "7" };
            text.replace_range(*at..=*at, other);
            text
        })
        .collect();
    edited.push(text.replace("  ", "\t"));
    edited.push(format!("{text}\n"));
    edited.push(text.replacen("\"format\": 1", "\"format\": 2", 1));
    edited.push(text[..text.len() / 2].to_owned());
    edited.push(String::new());
    for (at, edited) in edited.iter().enumerate() {
        let mut sources = sources.clone();
        let bytes = edited.clone().into_bytes();
        sources.files.insert(FILE.to_owned(), bytes);
        let problems = check(&parse(&sources)).unwrap_err();
        let told: Vec<&str> = problems.iter().map(|p| p.code.0).collect();
        assert!(told.contains(&code::BAD_ARCHIVE.0), "{at}: {told:?}");
    }
    // The same file under another name.
    let mut moved = sources.clone();
    let bytes = text.into_bytes();
    moved.files.insert("arsip/2026-tw2.json".to_owned(), bytes);
    let problems = check(&parse(&moved)).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert!(problems[0].arguments.contains(&("why", "triwulan".into())));
}

#[test]
fn what_is_taken_out_leaves_a_dated_note_and_nothing_else() {
    let sources = sample_sources();
    let snapshot = frozen(&sources);
    let person = someone(&snapshot);
    let name = snapshot.contracts_of(&person).next().unwrap().name.clone();
    let facts = snapshot.to_json();
    assert!(facts.contains(&name));
    let stone = tombstone(&person, day("2027-01-12"), "Nama orang lain tercantum.");
    let redacted = snapshot.without(stone);
    let text = redacted.to_json();
    assert!(!text.contains(&name));
    assert_eq!(Snapshot::parse(text.as_bytes()), Ok(redacted.clone()));
    let removed = Snapshot::tombstones_in(text.as_bytes()).unwrap();
    assert_eq!(removed, redacted.removed);

    let site = site(&with(&sources, &redacted), SAMPLE_DAY);
    let note = "12 Januari 2027: Nama orang lain tercantum.";
    let official = page(
        &site,
        &format!("arsip/{QUARTER}/pejabat/{person}/index.html"),
    );
    assert!(official.contains("Dihapus.") && official.contains(note));
    assert!(!official.contains(&name) && !official.contains("<article"));
    let quarter = page(&site, &format!("arsip/{QUARTER}/index.html"));
    assert!(quarter.contains(note) && !quarter.contains(&name));
    let live = page(&site, &format!("pejabat/{person}/2026/index.html"));
    let wanted = format!("Dihapus dari salinan beku pada {note}");
    assert!(live.contains(&wanted));
    let english = page(&site, &format!("en/pejabat/{person}/2026/index.html"));
    assert!(english.contains("Taken out of the frozen copy on 12 January 2027"));
}

#[test]
fn living_pages_say_what_has_changed_since() {
    let sources = sample_sources();
    let mut later = with(&sources, &frozen(&sources));
    let unchanged = site(&later, "2026-10-11");
    let contract = "pejabat/ratna-kusumawati/2026/index.html";
    assert!(page(&unchanged, contract).contains("Sejak dibekukan tidak ada yang berubah."));
    let quarter = format!("triwulan/{QUARTER}/index.html");
    let copy = format!("href=\"/arsip/{QUARTER}/\"");
    assert!(page(&unchanged, &quarter).contains(&copy));
    assert!(page(&unchanged, "triwulan/index.html").contains("href=\"/arsip/\""));
    let result = "hasil/2026/tw3/kepala-dinas-kesehatan.yml";
    edit(&mut later, result, "nilai: 6.4", "nilai: 6.2");
    let site = site(&later, SAMPLE_DAY);
    for (file, steps) in [
        (contract.to_owned(), "TW III 6,4% → 6,2%; capaian "),
        (format!("en/{contract}"), "Q3 6.4% → 6.2%; achievement "),
        (quarter.clone(), "TW III 6,4% → 6,2%; capaian "),
        (format!("en/{quarter}"), "Q3 6.4% → 6.2%; achievement "),
    ] {
        let text = page(&site, &file);
        assert!(text.contains(steps), "{file} has no {steps}");
        assert!(text.contains(&format!("/arsip/{QUARTER}/")));
    }
}

#[test]
fn a_contract_that_is_gone_stays_in_the_copy_and_is_missed_on_the_quarter_page() {
    let sources = sample_sources();
    let snapshot = frozen(&sources);
    let archived = with(&sources, &snapshot);
    let mut gone = 0;
    for contract in &snapshot.contracts {
        let mut later = archived.clone();
        let stem = format!("/{}.yml", contract.id.stem);
        let of_contract = |path: &str| path.contains("/2026/") && path.ends_with(&stem);
        later.files.retain(|path, _| !of_contract(path));
        // Others may hang on it.
        if check(&parse(&later)).is_err() {
            continue;
        }
        let site = site(&later, SAMPLE_DAY);
        let quarter = page(&site, &format!("triwulan/{QUARTER}/index.html"));
        let wanted = "<li>Sekarang tidak ada kontrak dengan nama berkas ini.</li>";
        assert!(quarter.contains(wanted), "{}", contract.id);
        let file = format!("arsip/{QUARTER}/pejabat/{}/index.html", contract.person);
        assert!(page(&site, &file).contains(&contract.post_title.replace('\'', "&#39;")));
        gone += 1;
        if gone == 2 {
            return;
        }
    }
    assert!(gone > 0);
}

/// While nobody leaves the data, every link of a frozen page leads somewhere.
#[test]
fn links_of_frozen_pages_lead_to_pages() {
    let sources = sample_sources();
    let site = site(&with(&sources, &frozen(&sources)), SAMPLE_DAY);
    let files: std::collections::BTreeSet<String> = site.pages().iter().map(Page::file).collect();
    let mut links = 0;
    for (file, bytes) in archive_pages(&site) {
        let text = String::from_utf8(bytes).unwrap();
        for link in text.split(" href=\"/").skip(1) {
            let link = link.split(['"', '#']).next().unwrap();
            let target = if link.is_empty() || link.ends_with('/') {
                format!("{link}index.html")
            } else {
                link.to_owned()
            };
            assert!(files.contains(&target), "{file} links to {link}");
            links += 1;
        }
    }
    assert!(links > 100, "{links}");
}

/// Every golden site can be frozen in each of its quarters, and its frozen pages rendered.
#[test]
fn every_state_can_be_frozen() {
    let cases = ["every-state", "evaluations", "cascade", "minimal"];
    for sources in cases.map(|name| disk::read(&golden(name)).unwrap()) {
        let register = checked(&sources).register;
        let quarters = register.contracts.values().flat_map(|c| c.quarters());
        let mut frozen = 0;
        for quarter in quarters {
            let Some(cutoff) = cutoff(&register, quarter) else {
                continue;
            };
            let provenance = Provenance {
                cutoff,
                commit: COMMIT.to_owned(),
                committed_at: "2026-10-10T14:14:00Z".parse().unwrap(),
                version: "0.1.0".to_owned(),
            };
            let snapshot =
                snapshot_of(&sources, &common::unknown_past(), quarter, provenance).unwrap();
            let mut archived = sources.clone();
            let bytes = snapshot.to_json().into_bytes();
            archived
                .files
                .insert(format!("arsip/{quarter}.json"), bytes);
            let site = site(&archived, "2027-05-01");
            for (file, text) in archive_pages(&site) {
                assert!(!text.is_empty(), "{file}");
            }
            assert!(page(&site, &format!("arsip/{quarter}/index.html")).contains("salinan beku"));
            frozen += 1;
        }
        assert!(frozen > 0);
    }
}

#[test]
fn a_site_with_a_record_is_told_of_quarters_that_nobody_froze() {
    let mut sources = sample_sources();
    let warned = |sources: &Sources, today: &str| -> Vec<String> {
        let warnings = warnings_on(&checked(sources), day(today)).into_iter();
        let warnings = warnings.filter(|problem| problem.code == code::NOT_FROZEN);
        warnings
            .map(|problem| {
                assert_eq!(problem.severity, Severity::Warning);
                assert_eq!(
                    (problem.file.as_str(), problem.span.start.line),
                    ("situs.yml", 2)
                );
                problem.arguments[0].1.clone()
            })
            .collect()
    };
    assert_eq!(warned(&sources, SAMPLE_DAY), [""; 0]);
    let snapshot = frozen(&sources);
    edit(
        &mut sources,
        "situs.yml",
        "format: 1",
        "catatan_sejak: 2026-05-01\nformat: 1",
    );
    assert_eq!(warned(&sources, "2026-07-10"), [""; 0]);
    assert_eq!(warned(&sources, "2026-07-11"), ["2026-tw2"]);
    assert_eq!(warned(&sources, SAMPLE_DAY), ["2026-tw2", "2026-tw3"]);
    assert_eq!(warned(&with(&sources, &snapshot), SAMPLE_DAY), ["2026-tw2"]);
}

/// A seal shows a slip, it proves no author: what a frozen page prints is escaped all the same.
#[test]
fn what_stands_in_a_snapshot_is_text() {
    let sources = sample_sources();
    let mut snapshot = frozen(&sources);
    let payload = "\"'><img src=x onerror=alert(1)>{{ frame }}".to_owned();
    snapshot.site.title = payload.clone();
    snapshot.name = payload.clone();
    snapshot.committed_text = payload.clone();
    let contract = &mut snapshot.contracts[0];
    let person = contract.person.clone();
    for text in [
        &mut contract.name,
        &mut contract.post_title,
        &mut contract.report.text,
        &mut contract.report.tone,
        &mut contract.verdict.tone,
        &mut contract.verdict.achievement.sentence,
    ] {
        *text = payload.clone();
    }
    for indicator in &mut contract.indicators {
        indicator.name = payload.clone();
        indicator.summary = payload.clone();
        indicator.tags[0].tone = payload.clone();
        indicator.target.value = payload.clone();
        for quarter in &mut indicator.quarters {
            quarter.actual.text = payload.clone();
            quarter.actual.value = payload.clone();
            quarter.tone = payload.clone();
        }
    }
    let stone = tombstone(&snapshot.contracts[1].person, day("2027-01-12"), &payload);
    let snapshot = snapshot.without(stone);
    let site = site(&with(&sources, &snapshot), SAMPLE_DAY);
    let files = [
        "arsip/index.html".to_owned(),
        format!("arsip/{QUARTER}/index.html"),
        format!("arsip/{QUARTER}/pejabat/{person}/index.html"),
        format!("pejabat/{person}/2026/index.html"),
        format!("en/pejabat/{person}/2026/index.html"),
        format!("triwulan/{QUARTER}/index.html"),
    ];
    for file in files {
        let text = page(&site, &file);
        assert!(!text.contains("<img src=x"), "{file}");
        assert!(text.contains("&lt;img"), "{file}");
    }
}
