//! Addresses over time: a small site whose files come and go, commit by commit.

use super::{Ledger, Page, PathPattern, Portion, Site, Sound, examine, ledger};
use crate::disk;
use crate::model::{BaseUrl, Date, Language};
use crate::parse::{Raw, parse};
use crate::problem::Severity;
use crate::problem::{Problem, Words};
use crate::render::Theme;
use crate::source::{Commit, Content, History, Past, Signing, Sources, Version, WhyUnknown};
use crate::url::Urls;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The day on which the site is looked at.
const TODAY: &str = "2026-08-01";
const SARI: &str = "pejabat/sari.yml";
const SITI: &str = "pejabat/siti.yml";
const KONTRAK: &str = "kontrak/2026/kepala.yml";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Commits, and the tree that they lead to.
struct Repository {
    history: History,
    sources: Sources,
}

impl Repository {
    /// The golden site `minimal`, all of it there on New Year's Day; recorded since then.
    fn new() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/minimal");
        let files = disk::read(&root).unwrap().files;
        let mut repository = Self {
            history: History::default(),
            sources: Sources::default(),
        };
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let files: Vec<(String, String)> = files.into_iter().map(|(p, b)| (p, text(b))).collect();
        let changes: Vec<_> = files
            .iter()
            .map(|(p, t)| (p.as_str(), Some(&**t)))
            .collect();
        repository.commit("2026-01-01T01:00:00Z", &changes);
        repository.settings("catatan_sejak: 2026-01-01\n");
        repository
    }

    fn commit(&mut self, at: &str, changes: &[(&str, Option<&str>)]) -> &mut Self {
        let commit = self.history.commits.len();
        self.history.commits.push(Commit {
            id: format!("{commit:040}"),
            at: at.parse().unwrap(),
            signing: Signing::Unsigned,
        });
        for (path, text) in changes {
            let content = match text {
                Some(text) => Content::Text(text.as_bytes().into()),
                None => Content::Gone,
            };
            let versions = self.history.files.entry((*path).to_owned()).or_default();
            versions.push(Version {
                commit,
                content,
                renamed_from: None,
            });
            match text {
                Some(text) => drop(self.sources.files.insert((*path).into(), (*text).into())),
                None => drop(self.sources.files.remove(*path)),
            }
        }
        self
    }

    /// A commit that gives a file another name, as git sees it.
    fn rename(&mut self, at: &str, from: &str, to: &str) -> &mut Self {
        let text = self.text(from);
        self.commit(at, &[(from, None), (to, Some(&text))]);
        let versions = self.history.files.get_mut(to).unwrap();
        versions.last_mut().unwrap().renamed_from = Some(from.to_owned());
        self
    }

    fn text(&self, path: &str) -> String {
        String::from_utf8(self.sources.files[path].clone()).unwrap()
    }

    /// Lines added to `situs.yml`, not committed.
    fn settings(&mut self, lines: &str) -> &mut Self {
        let text = self.text("situs.yml") + lines;
        self.sources.files.insert("situs.yml".into(), text.into());
        self.history.uncommitted.insert("content/situs.yml".into());
        self
    }

    fn raw(&self) -> Raw {
        parse(&self.sources)
    }

    fn ledger(&self) -> Ledger {
        ledger(
            &self.history,
            &self.raw(),
            day("2026-01-01"),
            chrono_tz::Asia::Jakarta,
        )
    }

    /// The folders of the ledger, in Indonesian.
    fn folders(&self) -> BTreeSet<String> {
        let ledger = self.ledger();
        let addresses = ledger.addresses(&[Language::Indonesian]);
        addresses.map(|address| address.folder()).collect()
    }

    fn examined(&self) -> Result<Sound, Vec<Problem>> {
        let past = Past::Known(self.history.clone());
        examine(&self.raw(), &self.sources, &past, |_| day(TODAY))
    }

    /// Code, line and what the problem names and proposes.
    fn told(&self) -> Vec<(&'static str, u32, String, String)> {
        let problems = self.examined().err().unwrap_or_default().into_iter();
        // What became of a contract is told beside it.
        let problems = problems.filter(|problem| problem.severity == Severity::Error);
        let argument = |problem: &Problem, name: &str| {
            let mut arguments = problem.arguments.iter();
            let found = arguments.find(|(key, _)| *key == name);
            found.map(|(_, value)| value.clone()).unwrap_or_default()
        };
        problems
            .map(|p| {
                let other = argument(&p, "near") + &argument(&p, "other");
                (p.code.0, p.span.start.line, argument(&p, "name"), other)
            })
            .collect()
    }

    /// The files of the site, which must be sound.
    fn site(&self) -> BTreeMap<String, String> {
        let sound = self.examined().unwrap_or_else(|told| panic!("{told:#?}"));
        rendered(&sound)
    }

    /// Sari's file is given another name, and her contract follows.
    fn sari_becomes_siti(&mut self) -> &mut Self {
        let contract = self.text(KONTRAK).replace("sari", "siti");
        self.rename("2026-07-01T00:00:00Z", SARI, SITI);
        self.commit("2026-07-01T00:00:01Z", &[(KONTRAK, Some(&contract))])
    }
}

fn rendered(sound: &Sound) -> BTreeMap<String, String> {
    let site = Site::new(
        sound.register.clone(),
        sound.record.clone(),
        day(TODAY),
        &Theme::default(),
    )
    .unwrap();
    let site = site.remembering(&sound.ledger);
    let render = |page: &Page| String::from_utf8_lossy(&site.render(page).unwrap()).into_owned();
    let pages = site.pages();
    pages
        .iter()
        .map(|page| (page.file(), render(page)))
        .collect()
}

fn vanished(name: &str, near: &str) -> (&'static str, u32, String, String) {
    ("P410", 1, name.to_owned(), near.to_owned())
}

#[test]
fn the_ledger_knows_every_page_that_follows_from_a_file() {
    let expected = [
        "jabatan/kepala/",
        "opd/dinas/",
        "opd/dinas/2026/rapor/",
        "pejabat/sari/",
        "pejabat/sari/2026/",
        "pejabat/sari/2026/rapor/",
        "pohon-kinerja/2026/",
        "triwulan/2026-tw1/",
        "triwulan/2026-tw2/",
    ];
    assert_eq!(
        Repository::new().folders(),
        expected.map(str::to_owned).into()
    );
}

#[test]
fn a_site_that_lost_nothing_has_no_problem_and_no_old_pages() {
    let files = Repository::new().site();
    assert!(!files.contains_key("_redirects"));
    assert!(files.contains_key("en/pejabat/sari/index.html"));
}

#[test]
fn what_was_gone_when_the_record_began_never_counts() {
    let budi = Some("nama: Budi\n");
    let with_budi = |gone: &str| {
        let mut repository = Repository::new();
        repository.commit("2026-01-01T02:00:00Z", &[("pejabat/budi.yml", budi)]);
        repository.commit(gone, &[("pejabat/budi.yml", None)]);
        repository.told()
    };
    // The day ends at 17.00 UTC in Jakarta.
    assert_eq!(with_budi("2026-01-01T16:59:59Z"), []);
    assert_eq!(
        with_budi("2026-01-01T17:00:00Z"),
        [vanished("pejabat/budi/", "tiada")]
    );
    // Whoever came later and went counts too.
    let mut later = Repository::new();
    later.commit("2026-02-01T00:00:00Z", &[("pejabat/budi.yml", budi)]);
    later.commit("2026-02-02T00:00:00Z", &[("pejabat/budi.yml", None)]);
    assert_eq!(later.told(), [vanished("pejabat/budi/", "tiada")]);
}

#[test]
fn nothing_is_inferred_where_nothing_is_known() {
    let mut repository = Repository::new();
    repository.sari_becomes_siti();
    let past = Past::Unknown(WhyUnknown::NoRepository);
    let sound = examine(&repository.raw(), &repository.sources, &past, |_| {
        day(TODAY)
    })
    .unwrap();
    assert!(sound.ledger.is_empty());
    let text = repository
        .text("situs.yml")
        .replace("catatan_sejak: 2026-01-01\n", "");
    repository
        .sources
        .files
        .insert("situs.yml".into(), text.into());
    assert!(repository.examined().unwrap().ledger.is_empty());
}

#[test]
fn a_renamed_person_is_told_once_and_with_the_new_address() {
    let mut repository = Repository::new();
    repository.sari_becomes_siti();
    assert_eq!(
        repository.told(),
        [vanished("pejabat/sari/", "pejabat/siti/")]
    );
    let problem = &repository.examined().unwrap_err()[0];
    for words in [Words::indonesian(), Words::english()] {
        let way_out = words.way_out(problem);
        assert!(
            way_out.contains("\"- {dari: pejabat/sari/, ke: pejabat/siti/}\""),
            "{way_out}"
        );
    }
}

#[test]
fn the_lines_that_are_proposed_are_right_as_they_stand() {
    for (which, at) in [("ke: pejabat/siti/", 0), ("tanggal: 2026-08-01", 1)] {
        let mut repository = Repository::new();
        repository.sari_becomes_siti();
        let way_out = Words::indonesian().way_out(&repository.examined().unwrap_err()[0]);
        let lines: Vec<&str> = way_out
            .split('"')
            .filter(|part| part.starts_with("- "))
            .collect();
        assert!(lines[at].contains(which), "{way_out}");
        repository.settings(&format!("alamat_lama:\n  {}\n", lines[at]));
        assert_eq!(repository.told(), []);
    }
}

#[test]
fn a_contract_that_names_another_shows_where_the_first_one_went() {
    let mut repository = Repository::new();
    let siti = repository.text(SARI).replace("Sari", "Siti");
    let contract = repository.text(KONTRAK).replace("sari", "siti");
    // A post has one holder.
    let sari = repository.text(SARI).replace("definitif", "plt");
    assert_ne!(sari, repository.text(SARI));
    let changes = [
        (SARI, Some(&*sari)),
        (SITI, Some(&*siti)),
        (KONTRAK, Some(&*contract)),
    ];
    repository.commit("2026-07-01T00:00:00Z", &changes);
    // Sari is still there, but not her year.
    assert_eq!(
        repository.told(),
        [vanished("pejabat/sari/2026/", "pejabat/siti/2026/")]
    );
    repository.commit("2026-07-02T00:00:00Z", &[(SARI, None)]);
    assert_eq!(
        repository.told(),
        [vanished("pejabat/sari/", "pejabat/siti/")]
    );
}

#[test]
fn a_version_that_can_not_be_read_is_passed_over() {
    let mut repository = Repository::new();
    let contract = repository.text(KONTRAK);
    let broken = contract
        .replace("sari", "siti")
        .replace("sasaran:", "sasran:");
    repository.commit("2026-07-01T00:00:00Z", &[(KONTRAK, Some(&broken))]);
    repository.commit("2026-07-02T00:00:00Z", &[(KONTRAK, Some(&contract))]);
    assert_eq!(repository.told(), []);
    let read = contract.replace("sari", "siti");
    repository.commit("2026-07-03T00:00:00Z", &[(KONTRAK, Some(&read))]);
    repository.commit("2026-07-04T00:00:00Z", &[(KONTRAK, Some(&contract))]);
    let back = vanished("pejabat/siti/2026/", "pejabat/sari/2026/");
    assert_eq!(repository.told(), [back]);
}

#[test]
fn a_post_that_moves_leaves_a_report_card_only_where_it_had_a_contract() {
    let mut repository = Repository::new();
    let post = repository.text("jabatan/kepala.yml");
    let elsewhere = post.replace("opd: dinas", "opd: badan");
    let changes = [
        ("opd/badan.yml", Some("nama: Badan Contoh\n")),
        ("jabatan/kepala.yml", Some(&*elsewhere)),
    ];
    repository.commit("2026-07-01T00:00:00Z", &changes);
    assert_eq!(
        repository.told(),
        [vanished("opd/dinas/2026/rapor/", "tiada")]
    );
    assert!(repository.folders().contains("opd/badan/2026/rapor/"));
    assert!(!repository.folders().contains("opd/badan/2025/rapor/"));
}

#[test]
fn a_text_vanishes_in_the_language_it_was_written_in() {
    let page = |title: &str| format!("---\njudul: {title}\n---\nIsi.\n");
    let (id, en) = (page("Tentang"), page("About"));
    let mut repository = Repository::new();
    let changes = [
        ("halaman/tentang.md", Some(&*id)),
        ("halaman/tentang.en.md", Some(&*en)),
    ];
    repository.commit("2026-02-01T00:00:00Z", &changes);
    repository.commit("2026-03-01T00:00:00Z", &[("halaman/tentang.en.md", None)]);
    assert_eq!(repository.told(), [vanished("en/tentang/", "tiada")]);
    repository.settings("alamat_lama:\n  - {dari: en/tentang/, ke: tentang/}\n");
    let files = repository.site();
    assert!(files["en/tentang/index.html"].contains("url=/tentang/"));
    assert!(files["tentang/index.html"].contains("<p>Isi.</p>"));
    assert_eq!(files["_redirects"], "/en/tentang/* /tentang/:splat 301\n");
    // Both at once are one loss.
    let mut both = Repository::new();
    both.commit("2026-02-01T00:00:00Z", &changes);
    let gone = changes.map(|(path, _)| (path, None));
    both.commit("2026-03-01T00:00:00Z", &gone);
    assert_eq!(both.told(), [vanished("tentang/", "tiada")]);
}

#[test]
fn what_names_personal_data_was_never_published() {
    let mut repository = Repository::new();
    let path = "pejabat/198001012005011001.yml";
    repository.commit("2026-02-01T00:00:00Z", &[(path, Some("nama: Budi\n"))]);
    repository.commit("2026-02-02T00:00:00Z", &[(path, None)]);
    assert_eq!(repository.told(), []);
}

#[test]
fn a_quarter_that_has_not_begun_had_no_page() {
    let mut repository = Repository::new();
    let (early, contract) = ("hasil/2026/tw4/kepala.yml", repository.text(KONTRAK));
    let shorter = contract.replace("selesai: 2026-12-31", "selesai: 2026-09-30");
    let report = "dilaporkan: 2026-07-30\nrealisasi:\n  aduan:\n    nilai: 1\n";
    repository.commit("2026-07-30T00:00:00Z", &[(early, Some(report))]);
    let gone = [(early, None), (KONTRAK, Some(&*shorter))];
    repository.commit("2026-07-31T00:00:00Z", &gone);
    let told = repository.told();
    assert!(told.iter().all(|(code, ..)| *code != "P410"), "{told:?}");
    assert!(repository.folders().contains("triwulan/2026-tw4/"));
}

#[test]
fn an_old_address_leads_to_the_same_place_below_the_new_one() {
    let mut repository = Repository::new();
    repository.sari_becomes_siti();
    repository.settings("alamat_lama:\n  - {dari: pejabat/sari/, ke: pejabat/siti/}\n");
    let files = repository.site();
    let page = &files["pejabat/sari/2026/rapor/index.html"];
    for part in [
        r#"<meta http-equiv="refresh" content="0; url=/pejabat/siti/2026/rapor/">"#,
        r#"<link rel="canonical" href="https://kinerja.example/pejabat/siti/2026/rapor/">"#,
        r#"<a href="/pejabat/siti/2026/rapor/">https://kinerja.example/pejabat/siti/2026/rapor/</a>"#,
        r#"<meta name="robots" content="noindex">"#,
        "Content-Security-Policy",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    let english = &files["en/pejabat/sari/index.html"];
    assert!(english.contains("url=/en/pejabat/siti/\""));
    assert!(english.contains(r#"hreflang="id""#));
    assert_eq!(
        files["_redirects"],
        "/en/pejabat/sari/* /en/pejabat/siti/:splat 301\n/pejabat/sari/* /pejabat/siti/:splat 301\n"
    );
    assert!(!files["sitemap.xml"].contains("pejabat/sari/"));
}

/// Other sites show embeds in frames: who moves an official's page moves them too.
#[test]
fn embeds_go_where_their_official_went() {
    let moved = "alamat_lama:\n  - {dari: pejabat/sari/, ke: pejabat/siti/}\n";
    let files_with = |settings: &str| {
        let mut repository = Repository::new();
        repository.sari_becomes_siti();
        repository.settings(settings);
        let text = repository.text("situs.yml");
        let text = text.replace("sematan: tidak", "sematan: ya");
        let files = &mut repository.sources.files;
        files.insert("situs.yml".into(), text.into());
        repository.site()
    };
    let files = files_with(moved);
    for (folder, language) in [("2026/aduan/", ""), ("2026/", ""), ("2026/aduan/", "en/")] {
        let page = &files[&format!("{language}sematkan/sari/{folder}index.html")];
        let to = format!("content=\"0; url=/{language}sematkan/siti/{folder}\"");
        assert!(page.contains(&to), "{to}\n{page}");
    }
    let rules = &files["_redirects"];
    assert!(
        rules.contains("/sematkan/sari/* /sematkan/siti/:splat 301\n"),
        "{rules}"
    );
    // Where no page ever stood none leads on.
    assert!(!files.contains_key("sematkan/sari/index.html"));
    let gone = "alamat_lama:\n  - {dari: pejabat/sari/, dihapus: Salah., tanggal: 2026-07-15}\n";
    let rules = &files_with(gone)["_redirects"];
    assert!(
        rules.contains("/sematkan/sari/* /sematkan/sari/index.html 410!\n"),
        "{rules}"
    );
    // Of the English page alone: so are the frames that show it.
    let english = "alamat_lama:\n  - {dari: pejabat/sari/, ke: jabatan/kepala/}\n  - {dari: en/pejabat/sari/, ke: en/pejabat/siti/}\n";
    let files = files_with(english);
    let page = &files["en/sematkan/sari/2026/aduan/index.html"];
    assert!(
        page.contains("url=/en/sematkan/siti/2026/aduan/\""),
        "{page}"
    );
    assert!(!files.contains_key("sematkan/sari/2026/aduan/index.html"));
    // What is said of embeds themselves holds.
    let own = format!("{moved}  - {{dari: sematkan/sari/, ke: sematkan/siti/2026/}}\n");
    let rules = &files_with(&own)["_redirects"];
    assert!(
        rules.contains("/sematkan/sari/* /sematkan/siti/2026/:splat 301\n"),
        "{rules}"
    );
}

#[test]
fn a_page_without_a_counterpart_leads_to_the_nearest_one_above() {
    let mut repository = Repository::new();
    repository.sari_becomes_siti();
    repository.settings("alamat_lama:\n  - {dari: pejabat/sari/, ke: jabatan/kepala/}\n");
    let text = repository
        .text("situs.yml")
        .replace("kinerja.example/", "kinerja.example/a/");
    repository
        .sources
        .files
        .insert("situs.yml".into(), text.into());
    let files = repository.site();
    assert!(files["pejabat/sari/2026/index.html"].contains("url=/a/jabatan/kepala/\""));
    let rules: Vec<&str> = files["_redirects"].lines().collect();
    let expected = [
        "/a/pejabat/sari/2026/ /a/jabatan/kepala/ 301",
        "/a/pejabat/sari/2026/rapor/ /a/jabatan/kepala/ 301",
        "/a/en/pejabat/sari/2026/ /a/en/jabatan/kepala/ 301",
        "/a/en/pejabat/sari/2026/rapor/ /a/en/jabatan/kepala/ 301",
        "/a/en/pejabat/sari/* /a/en/jabatan/kepala/:splat 301",
        "/a/pejabat/sari/* /a/jabatan/kepala/:splat 301",
    ];
    assert_eq!(rules, expected);
}

#[test]
fn a_withdrawn_page_says_when_and_why() {
    let mut repository = Repository::new();
    repository.sari_becomes_siti();
    repository.settings(
        "alamat_lama:
  - {dari: pejabat/sari/, ke: pejabat/siti/}
  - dari: pejabat/sari/2026/
    dihapus: \"Memuat data pribadi, lihat [siaran](/tentang/) <3.\"
    tanggal: 2026-07-15
",
    );
    let files = repository.site();
    let page = &files["pejabat/sari/2026/index.html"];
    for part in [
        "https://kinerja.example/pejabat/sari/2026/ pernah ada halaman",
        "ditarik pada 15 Juli 2026",
        "Memuat data pribadi",
        "&lt;3",
        r#"<meta name="robots" content="noindex">"#,
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(!page.contains("http-equiv=\"refresh\""));
    let english = &files["en/pejabat/sari/2026/rapor/index.html"];
    assert!(english.contains("15 July 2026") && english.contains(r#"lang="id""#));
    let rules: Vec<&str> = files["_redirects"].lines().collect();
    assert_eq!(
        rules[2],
        "/pejabat/sari/2026/* /pejabat/sari/2026/index.html 410!"
    );
    assert_eq!(rules[3], "/pejabat/sari/* /pejabat/siti/:splat 301");
}

#[test]
fn an_old_address_is_gone_and_a_new_one_is_there() {
    let mut repository = Repository::new();
    repository.settings(
        "alamat_lama:
  - {dari: jabatan/, ke: opd/dinas/}
  - {dari: pejabat/budi/, ke: pejabat/sary/}
  - {dari: pejabat/ali/, ke: pejabat/sari/2025/}
  - {dari: aset/, dihapus: Salah., tanggal: 2026-07-01}
",
    );
    let told = |code, line, name: &str, other: &str| (code, line, name.into(), other.into());
    let expected = [
        told("P227", 15, "jabatan/", "jabatan/kepala/"),
        told("P228", 16, "pejabat/sary/", "pejabat/sari/"),
        told("P228", 17, "pejabat/sari/2025/", "pejabat/sari/"),
        told("P227", 18, "aset/", "aset/cari.js"),
    ];
    assert_eq!(repository.told(), expected);
}

#[test]
fn without_a_past_the_declared_address_alone_has_a_page() {
    let mut repository = Repository::new();
    repository.settings("alamat_lama:\n  - {dari: pejabat/budi/, ke: pejabat/sari/}\n");
    let past = Past::Unknown(WhyUnknown::NotAsked);
    let files = rendered(
        &examine(&repository.raw(), &repository.sources, &past, |_| {
            day(TODAY)
        })
        .unwrap(),
    );
    let old: Vec<&str> = files
        .keys()
        .map(String::as_str)
        .filter(|f| f.contains("budi"))
        .collect();
    assert_eq!(
        old,
        ["en/pejabat/budi/index.html", "pejabat/budi/index.html"]
    );
}

/// The site of `minimal` with more settings: its `security.txt`, and what is told of it.
fn secure(settings: &str) -> (Option<String>, Vec<&'static str>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/minimal");
    let mut sources = disk::read(&root).unwrap();
    let file = sources.files.get_mut("situs.yml").unwrap();
    file.extend_from_slice(settings.as_bytes());
    let past = Past::Unknown(WhyUnknown::NotAsked);
    let sound = examine(&parse(&sources), &sources, &past, |_| day(TODAY)).unwrap();
    let codes = sound.problems.iter().map(|problem| problem.code.0);
    let codes = codes
        .filter(|code| ["P394", "P399"].contains(code))
        .collect();
    let site = Site::new(sound.register, sound.record, day(TODAY), &Theme::default()).unwrap();
    let text = site
        .has(&Page::Security)
        .then(|| site.render(&Page::Security).unwrap());
    (text.map(|bytes| String::from_utf8(bytes).unwrap()), codes)
}

#[test]
fn a_site_that_names_where_holes_are_reported_says_so_where_reporters_look() {
    assert_eq!(Page::Security.file(), ".well-known/security.txt");
    assert_eq!(secure(""), (None, vec![]));
    let (text, codes) = secure("keamanan:\n  kedaluwarsa: 2026-12-31\n");
    let text = text.unwrap();
    assert_eq!(codes, [""; 0]);
    for line in [
        "Contact: mailto:",
        "Expires: 2026-12-31T23:59:59Z",
        "Preferred-Languages: id",
        "Canonical: http",
    ] {
        assert_eq!(
            text.lines().filter(|told| told.starts_with(line)).count(),
            1,
            "{line}: {text}"
        );
    }
    let (text, _) =
        secure("keamanan:\n  kontak: https://a.example/lapor\n  kedaluwarsa: 2026-12-31\n");
    assert!(
        text.unwrap()
            .starts_with("Contact: https://a.example/lapor\n")
    );
}

#[test]
fn a_security_text_that_is_over_or_holds_for_a_year_is_told() {
    for (date, told) in [
        ("2026-07-31", &["P394"][..]),
        (TODAY, &[]),
        ("2027-07-31", &[]),
        ("2027-08-01", &["P399"]),
        ("2100-01-01", &["P399"]),
    ] {
        let (text, codes) = secure(&format!("keamanan:\n  kedaluwarsa: {date}\n"));
        assert_eq!(codes, told, "{date}");
        assert!(text.unwrap().contains(date));
    }
}

/// Whatever stands in `kontak`, the file has the lines that it should.
#[test]
fn a_contact_ends_no_line_of_the_security_text() {
    let base = BaseUrl::parse("https://a.example/").unwrap();
    let urls = Urls::new(&base);
    assert_eq!(urls.mail_to("dinas@a.go.id"), "mailto:dinas@a.go.id");
    let odd = urls.mail_to("a\nExpires: 2999-01-01\r\n?bcc=b@c.id");
    assert!(!odd.contains(['\n', '\r', ' ', '?']), "{odd}");
}

#[test]
fn a_pattern_gives_the_files_that_match_it_and_no_others() {
    let sound = Repository::new().examined().unwrap();
    let (register, record) = (sound.register.clone(), sound.record.clone());
    let site = Site::new(register, record, day(TODAY), &Theme::default()).unwrap();
    let all: BTreeSet<String> = site.pages().iter().map(Page::file).collect();
    assert!(all.contains("en/index.html"));
    for text in [
        "**",
        "index.html",
        "*.html",
        "pejabat/**",
        "en/**",
        "en/pejabat/*/index.html",
        "e*/pejabat/*/index.html",
        "[a-f]n/*",
        "?n/index.html",
        "**/index.html",
        "en",
        "english/**",
    ] {
        let pattern: PathPattern = text.parse().unwrap();
        let matching = all.iter().filter(|file| pattern.matches(file));
        let matching: BTreeSet<String> = matching.cloned().collect();
        let batches = site.batches_of(&Portion::Only(vec![pattern]));
        let given: BTreeSet<String> = batches.iter().flatten().map(Page::file).collect();
        assert_eq!(given, matching, "{text}");
    }
}
