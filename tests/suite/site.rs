//! The sample site of this repository, as a whole.

use crate::common::browser::{Server, until};
use crate::common::{
    SAMPLE_DAY, Tree, build_command, checked, copy_content, day, difference, golden, pantau,
    published, repository, said, sample_sources, silently, site, tree,
};
use pantau::check::against_date;
use pantau::compute::{State, compute};
use pantau::disk;
use pantau::model::{Accumulation, Better, Direction};
use pantau::site::{MANIFEST, Manifest, Site};
use pantau::source::{Fingerprint, Sources};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// The published sample site.
fn built(change: impl Fn(&mut Command)) -> Tree {
    built_from(repository(), change)
}

fn built_from(root: &Path, change: impl Fn(&mut Command)) -> Tree {
    built_on(SAMPLE_DAY, root, change)
}

fn built_on(date: &str, root: &Path, change: impl Fn(&mut Command)) -> Tree {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("out");
    let mut command = build_command(root, &out, date);
    change(&mut command);
    silently(&mut command);
    published(&out)
}

fn rendered(site: &Site) -> Tree {
    let pages = site.pages().into_iter();
    pages
        .map(|page| (page.file(), site.render(&page).unwrap()))
        .collect()
}

#[test]
fn the_same_sources_and_day_give_the_same_bytes_anywhere() {
    let first = built(|_| {});
    let elsewhere = tempfile::tempdir().unwrap();
    copy_content(repository(), elsewhere.path());
    let mut pages = first.clone();
    pages.remove(MANIFEST).expect("every build writes one");
    let others = [
        ("a second time", built(|_| {})),
        (
            "on one core, in another time zone and language",
            built(|command| {
                command.env("RAYON_NUM_THREADS", "1");
                command.env("TZ", "Pacific/Kiritimati");
                command
                    .env("LANG", "tr_TR.UTF-8")
                    .env("LC_ALL", "tr_TR.UTF-8");
            }),
        ),
        (
            "from a copy, named from its inside",
            built_from(Path::new("."), |command| {
                command.current_dir(&elsewhere).env("TZ", "America/Adak");
            }),
        ),
    ];
    for (how, other) in others {
        let difference = difference(&first, &other);
        assert_eq!(difference, None, "built {how}");
    }
    let alone = rendered(&site(&sample_sources(), SAMPLE_DAY));
    assert_eq!(difference(&pages, &alone), None);
}

#[test]
fn the_manifest_names_every_other_file_and_nothing_of_the_machine() {
    let mut files = built(|_| {});
    let bytes = files.remove(MANIFEST).unwrap();
    let manifest = Manifest::parse(&bytes).unwrap();
    let found = files.iter();
    let found = found.map(|(path, bytes)| (path.clone(), Fingerprint::of(bytes)));
    assert_eq!(manifest.files, found.collect());
    assert_eq!(manifest.pantau, env!("CARGO_PKG_VERSION"));
    assert_eq!(manifest.date, day(SAMPLE_DAY));
    let text = String::from_utf8(bytes).unwrap();
    let folders = [repository().to_path_buf(), std::env::temp_dir()];
    for folder in folders.map(|folder| folder.display().to_string()) {
        assert!(!text.contains(&folder), "{folder}");
    }
}

#[test]
fn every_page_has_a_file_of_its_own() {
    let pages = site(&sample_sources(), SAMPLE_DAY).pages();
    // macOS and Windows take capitals and small letters for the same.
    let files: BTreeSet<String> = pages.iter().map(|p| p.file().to_lowercase()).collect();
    assert_eq!(files.len(), pages.len());
    assert_eq!(pages.iter().collect::<BTreeSet<_>>().len(), pages.len());
    // A file can't be a folder too.
    let folders = |file: &String| {
        let cuts: Vec<usize> = file.match_indices('/').map(|(at, _)| at).collect();
        cuts.into_iter().any(|at| files.contains(&file[..at]))
    };
    assert!(!files.iter().any(folders));
}

#[test]
fn serve_answers_what_build_writes() {
    let built = built(|_| {});
    let server = Server::start(repository(), SAMPLE_DAY);
    assert_eq!(server.base, "/");
    for (file, bytes) in built.iter().filter(|(file, _)| *file != MANIFEST) {
        let answer = server.get(&format!("/{file}"));
        assert_eq!(answer.status, 200, "/{file}");
        assert!(answer.body == *bytes, "/{file} is not what build wrote");
        assert_eq!(answer.header("content-type"), Some(media_type(file)));
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        let Some(folder) = file.strip_suffix("index.html") else {
            continue;
        };
        let answer = server.get(&format!("/{folder}"));
        assert_eq!((answer.status, &answer.body), (200, bytes), "/{folder}");
        if let Some(name) = folder.strip_suffix('/') {
            let answer = server.get(&format!("/{name}"));
            assert_eq!(answer.status, 307, "/{name}");
            assert_eq!(answer.header("location"), Some(&*format!("/{folder}")));
        }
    }
}

fn media_type(file: &str) -> &'static str {
    if matches!(file, "_redirects" | "_headers") {
        return "text/plain; charset=utf-8";
    }
    match file.rsplit('/').next() {
        Some("feed.json") => return "application/feed+json",
        Some("feed.xml") => return "application/atom+xml; charset=utf-8",
        _ => {}
    }
    match file.rsplit_once('.').unwrap().1 {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "json" => "application/json",
        "xml" => "application/xml",
        "txt" => "text/plain; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "pdf" => "application/pdf",
        "png" => "image/png",
        "jsonld" => "application/ld+json",
        "jsonl" => "application/jsonl",
        "csv" => "text/csv",
        "parquet" => "application/vnd.apache.parquet",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        other => panic!("a file .{other}: say here what it is served as"),
    }
}

#[test]
fn serve_gives_nothing_that_is_not_the_sites() {
    let server = Server::start(repository(), SAMPLE_DAY);
    let lost = server.get("/404.html").body;
    let english = server.get("/en/404.html").body;
    assert_ne!(lost, english);
    let outside = [
        "/tiada",
        // It would take every page to answer.
        "/manifest.json",
        "/tiada/",
        "/pejabat/tiada/",
        "/../Cargo.toml",
        "/../",
        "/..",
        "/%2e%2e/Cargo.toml",
        "/%2e%2e/",
        "/%2e%2e%2fCargo.toml",
        "/media/../situs.yml",
        "/media/%2e%2e/situs.yml",
        "/media/..%2f..%2fCargo.toml",
        "/..%5cCargo.toml",
        "/content/situs.yml",
        "/situs.yml",
        "/.git/config",
        "//etc/passwd",
        "/%ff",
        "/index.html%00",
        "/index.html/",
    ];
    for path in outside {
        let answer = server.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.body == lost, "{path}: {}", answer.text());
    }
    let answer = server.get("/en/tiada/");
    assert_eq!((answer.status, answer.body), (404, english));
    assert_eq!(server.get("/?q=1#x").status, 200);
}

#[test]
fn serve_answers_this_machine_by_its_own_names_only() {
    let server = Server::start(&golden("minimal"), "2026-08-01");
    let port = server.host.rsplit_once(':').unwrap().1;
    for name in ["localhost", "127.0.0.1", "[::1]"] {
        for host in [name.to_owned(), format!("{name}:{port}")] {
            assert_eq!(server.ask("GET", "/", Some(&host)).status, 200, "{host}");
        }
    }
    let foreign = [
        "evil.example",
        "evil.example:4747",
        "localhost.evil.example",
        "127.0.0.1.evil.example:80",
        "localhost:x",
        "",
    ];
    for host in foreign {
        let answer = server.ask("GET", "/", Some(host));
        assert_eq!(answer.status, 403, "{host}");
        assert!(!answer.text().contains("Sari"), "{host}");
    }
    assert_eq!(server.ask("GET", "/", None).status, 403);
    assert_eq!(server.ask("POST", "/", Some("localhost")).status, 405);
}

#[test]
fn serve_mounts_a_site_below_its_path() {
    let case = golden("below-a-path");
    let server = Server::start(&case, "2026-02-01");
    assert_eq!(server.base, "/kinerja/2026/");
    let built = built_on("2026-02-01", &case, |_| {});
    for (file, bytes) in built.iter().filter(|(file, _)| *file != MANIFEST) {
        let answer = server.get(&format!("/kinerja/2026/{file}"));
        assert_eq!(answer.status, 200, "{file}");
        assert!(answer.body == *bytes, "{file} is not what build wrote");
        assert_eq!(answer.header("content-type"), Some(media_type(file)));
    }
    for path in [
        "/",
        "/kinerja",
        "/kinerja/2026",
        "/metode/",
        "//kinerja/2026/",
    ] {
        let answer = server.get(path);
        assert_eq!(answer.status, 307, "{path}");
        assert_eq!(answer.header("location"), Some("/kinerja/2026/"), "{path}");
    }
}

#[test]
fn a_saved_file_is_seen_at_the_next_request() {
    let root = copy_of_minimal();
    let person = root.path().join("content/pejabat/sari.yml");
    let good = fs::read_to_string(&person).unwrap();
    let server = Server::start(root.path(), "2026-08-01");
    let page = || server.get("/pejabat/sari/").text();
    assert!(page().contains("Sari Wulandari, S.E."));

    fs::write(&person, good.replace("Wulandari", "Kusuma")).unwrap();
    until("the new name", || page().contains("Sari Kusuma, S.E."));
    // The page is new a moment before the terminal says so.
    until("the file's name in the terminal", || {
        server
            .said()
            .contains("content/pejabat/sari.yml dibaca ulang")
    });

    let last_good = page();
    fs::write(&person, "nama: 'Sari").unwrap();
    until("a complaint", || {
        server.said().contains("Halaman terakhir yang baik tetap")
    });
    assert!(server.said().contains("content/pejabat/sari.yml:1:7"));
    assert_eq!(page(), last_good);

    // As many editors save: a new file is moved over the old one.
    let draft = root.path().join("content/pejabat/.sari.yml.baru");
    fs::write(&draft, good.replace("Wulandari", "Lestari")).unwrap();
    fs::rename(&draft, &person).unwrap();
    until("the repaired name", || {
        page().contains("Sari Lestari, S.E.")
    });

    let new = root.path().join("content/halaman");
    fs::create_dir(&new).unwrap();
    fs::write(
        new.join("tentang.md"),
        "---\njudul: Tentang kami\n---\nHalo.\n",
    )
    .unwrap();
    until("the new page", || server.get("/tentang/").status == 200);
    assert!(page().contains("Tentang kami"));
    fs::remove_dir_all(&new).unwrap();
    until("the end of the page", || {
        server.get("/tentang/").status == 404
    });
}

/// A small site that can be changed.
fn copy_of_minimal() -> TempDir {
    let root = tempfile::tempdir().unwrap();
    copy_content(&golden("minimal"), root.path());
    root
}

#[test]
fn a_warning_is_told_after_a_save_too() {
    let root = copy_of_minimal();
    let report = root.path().join("content/hasil/2026/tw2/kepala.yml");
    let server = Server::start(root.path(), "2026-08-01");
    let text = fs::read_to_string(&report).unwrap();
    fs::write(&report, text.replace("2026-07-13", "2026-08-13")).unwrap();
    until("a warning", || server.said().contains("P382"));
    until("the new site", || server.said().contains("dibaca ulang"));
    assert!(server.said().contains("1 peringatan"), "{}", server.said());
}

#[test]
fn a_theme_that_appears_is_seen() {
    let root = copy_of_minimal();
    let server = Server::start(root.path(), "2026-08-01");
    let style = |text: &str| {
        let folder = root.path().join("themes/default");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("style.css"), text).unwrap();
        until("the style", || server.get("/aset/gaya.css").text() == text);
    };
    style("a{color:red}");
    style("a{color:blue}");
    fs::rename(root.path().join("themes"), root.path().join("tema")).unwrap();
    until("the theme of the program", || {
        server.get("/aset/gaya.css").text().len() > 100
    });
    style("a{color:green}");
    style("a{color:black}");
}

#[cfg(unix)]
#[test]
fn a_read_that_failed_is_not_forgotten() {
    let socket = |place: &Path| drop(std::os::unix::net::UnixListener::bind(place).unwrap());
    stays_until_removed("pipa", &socket, "bukan berkas dan bukan folder");
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_keeps_the_last_good_pages_until_it_is_gone() {
    let link = |place: &Path| {
        let person = place.with_file_name("sari.yml");
        std::os::unix::fs::symlink(person, place).unwrap();
    };
    stays_until_removed("tautan.yml", &link, "Ini tautan simbolik");
}

/// What `make` puts beside a person's file is told at every save, and no page changes until it is
/// gone.
#[cfg(unix)]
fn stays_until_removed(name: &str, make: &dyn Fn(&Path), words: &str) {
    let root = copy_of_minimal();
    let person = root.path().join("content/pejabat/sari.yml");
    let good = fs::read_to_string(&person).unwrap();
    let server = Server::start(root.path(), "2026-08-01");
    let page = || server.get("/pejabat/sari/").text();
    let refusals = || server.said().matches(words).count();
    let obstacle = person.with_file_name(name);
    make(&obstacle);
    until("a refusal", || refusals() == 1);

    fs::write(&person, good.replace("Wulandari", "Kusuma")).unwrap();
    until("a second refusal", || refusals() > 1);
    assert!(page().contains("Sari Wulandari"));

    fs::remove_file(&obstacle).unwrap();
    until("the new name", || page().contains("Sari Kusuma"));
}

/// As in most runs, where the root is the folder that one is in.
#[cfg(unix)]
#[test]
fn a_saved_file_is_told_by_its_path_from_the_root() {
    let root = copy_of_minimal();
    let here = std::env::current_dir().unwrap();
    let up: PathBuf = here.components().skip(1).map(|_| "..").collect();
    let relative = up.join(root.path().strip_prefix("/").unwrap());
    let server = Server::start(&relative, "2026-08-01");
    let person = root.path().join("content/pejabat/sari.yml");
    fs::write(&person, fs::read_to_string(&person).unwrap()).unwrap();
    until("the file", || server.said().contains("dibaca ulang"));
    let said = server.said();
    assert!(said.starts_with("content/pejabat/sari.yml "), "{said}");
}

#[test]
fn the_sample_has_no_problem() {
    let checked = checked(&sample_sources());
    assert_eq!(checked.warnings, []);
    assert_eq!(against_date(&checked, day(SAMPLE_DAY)), []);
    let mut command = pantau();
    command.args(["check", "--format", "json", "--date", SAMPLE_DAY, "--root"]);
    let output = command.arg(repository()).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(output.stdout, b"[]\n");
}

#[test]
fn the_sample_shows_whatever_can_be_shown() {
    let register = checked(&sample_sources()).register;
    let score = compute(&register, day(SAMPLE_DAY));
    let contracts = register.contracts.values();
    let indicators: Vec<_> = contracts
        .flat_map(|contract| contract.commitments_on(day(SAMPLE_DAY)))
        .map(|commitment| commitment.indicator)
        .collect();
    assert!(register.people.len() >= 14, "{}", register.people.len());
    assert!(indicators.len() >= 90, "{}", indicators.len());
    let years: BTreeSet<i32> = register.contracts.keys().map(|id| id.year).collect();
    assert!(years.len() >= 2, "{years:?}");

    let directions: BTreeSet<&str> = indicators.iter().map(|i| direction(&i.direction)).collect();
    let all = "naik turun turun-rasio rentang:turun rentang:naik rentang:di_dalam predikat tuntas";
    assert_eq!(directions, all.split(' ').collect());
    let kinds: BTreeSet<&str> = indicators.iter().map(|i| sums(i.accumulation)).collect();
    assert_eq!(kinds, BTreeSet::from(["akhir", "jumlah", "rata-rata"]));

    let scores = || score.contracts.values().flat_map(|c| &c.indicators);
    let states: BTreeSet<&str> = scores().map(|i| state(i.state)).collect();
    let all = "tercapai tidak-tercapai sesuai-jalur di-bawah-jalur terlambat belum-tersedia belum-jatuh-tempo";
    assert_eq!(states, all.split(' ').collect());
    assert!(scores().any(|i| i.is_not_computable()));
    assert!(scores().any(|i| i.is_contribution()));
    assert!(scores().any(|i| i.against_original.is_some()));
    assert!(score.contracts.values().any(|c| !c.withdrawn.is_empty()));
}

fn direction(direction: &Direction) -> &'static str {
    match direction {
        Direction::Up => "naik",
        Direction::Down => "turun",
        Direction::DownRatio => "turun-rasio",
        Direction::Range(Better::Lower) => "rentang:turun",
        Direction::Range(Better::Higher) => "rentang:naik",
        Direction::Range(Better::Inside) => "rentang:di_dalam",
        Direction::Rank(_) => "predikat",
        Direction::Completion => "tuntas",
    }
}

fn sums(accumulation: Accumulation) -> &'static str {
    match accumulation {
        Accumulation::Sum => "jumlah",
        Accumulation::Last => "akhir",
        Accumulation::Mean => "rata-rata",
    }
}

fn state(state: State) -> &'static str {
    match state {
        State::Reached => "tercapai",
        State::NotReached => "tidak-tercapai",
        State::OnTrack => "sesuai-jalur",
        State::BelowTrack => "di-bawah-jalur",
        State::Late { .. } => "terlambat",
        State::Unavailable => "belum-tersedia",
        State::NotDue => "belum-jatuh-tempo",
    }
}

/// A page for each letter is for sites that have more officials than a page should.
#[test]
fn many_officials_are_listed_letter_by_letter() {
    let mut sources = disk::read(&golden("minimal")).unwrap();
    let pages = |sources: &Sources| rendered(&site(sources, "2026-08-01"));
    assert!(
        !pages(&sources)
            .keys()
            .any(|file| file.starts_with("cari/s/"))
    );
    for n in 0..500 {
        let name = ["dr. Wati", "Drs. Budi", "9"][n % 3];
        let path = format!("pejabat/lain-{n}.yml");
        sources
            .files
            .insert(path, format!("nama: '{name} {n}'\n").into());
    }
    let pages = pages(&sources);
    let text = |file: &str| String::from_utf8(pages[file].clone()).unwrap();
    let listed = |file: &str| text(file).matches("/pejabat/").count();
    assert!(!text("cari/index.html").contains("/pejabat/lain-"));
    assert_eq!(listed("cari/w/index.html"), 167);
    assert_eq!(listed("cari/b/index.html"), 167);
    assert_eq!(listed("cari/lain/index.html"), 166);
    assert_eq!(listed("cari/s/index.html"), 1);
    for letter in ["b", "s", "w", "lain"] {
        let link = format!("cari/{letter}/\"");
        assert!(text("cari/index.html").contains(&link), "{letter}");
    }
    assert!(text("sitemap.xml").contains("/cari/lain/"));
}

/// A small site that can be spoilt, and what the program says of it.
struct Small(TempDir);

impl Small {
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        copy_content(&golden("minimal"), root.path());
        Self(root)
    }

    fn put(&self, file: &str, text: &str) {
        let file = self.0.path().join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    /// The exit code of a verb, and all that is told.
    fn run(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let mut command = pantau();
        command.args(arguments).args(["--date", "2026-08-01"]);
        let output = command.current_dir(self.0.path()).output().unwrap();
        (output.status.code(), said(&output))
    }
}

#[test]
fn what_a_broken_theme_keeps_from_being_built_is_not_all_well() {
    let site = Small::new();
    assert_eq!(site.run(&["check"]).0, Some(0));
    let settings = fs::read_to_string(site.0.path().join("content/situs.yml")).unwrap();
    site.put("content/situs.yml", &format!("{settings}tema: biru\n"));
    let broken = [
        ("", "", "themes/biru"),
        ("themes/biru/templates/base.html", "{% if %}", "base.html"),
        ("themes/biru/locales/id.ftl", "rusak", "locales/id.ftl"),
    ];
    for (file, text, told) in broken {
        let _ = fs::remove_dir_all(site.0.path().join("themes"));
        if !file.is_empty() {
            site.put(file, text);
        }
        let (code, said) = site.run(&["check"]);
        assert_eq!(code, Some(2), "{file} {said}");
        assert!(!said.contains("Semua beres"), "{said}");
        assert!(said.contains(told), "{said}");
        let machine = site.run(&["check", "--format", "json"]);
        assert_eq!(machine.0, Some(2), "{}", machine.1);
        assert_eq!(site.run(&["build"]).0, Some(2));
    }
    fs::remove_dir_all(site.0.path().join("themes")).unwrap();
    site.put("themes/biru/style.css", "body {}");
    let (code, said) = site.run(&["check"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("Semua beres"), "{said}");
}

#[test]
fn what_is_wrong_with_a_theme_is_told_with_its_place_and_what_to_write() {
    let site = Small::new();
    let settings = fs::read_to_string(site.0.path().join("content/situs.yml")).unwrap();
    site.put("content/situs.yml", &format!("{settings}tema: biru\n"));
    let (home, words) = ("templates/home.html", "locales/id.ftl");
    let of = |block: &str| format!("{{% extends \"default/home.html\" %}}\n{block}");
    let wrong: [(&str, &[u8], &[&str]); 9] = [
        (
            home,
            b"{% extends \"home.html\" %}",
            &[
                "themes/biru/templates/home.html: ",
                "tulis {% extends \"default/home.html\" %}",
            ],
        ),
        (
            home,
            b"{% extends \"default/homee.html\" %}",
            &["themes/biru/templates/home.html: tidak ada templat default/homee.html"],
        ),
        (
            home,
            &of("{% block content %}{{ tidak.ada }}{% endblock %}").into_bytes(),
            &[
                "themes/biru/templates/home.html:2: ",
                "`tidak` is not defined",
            ],
        ),
        (
            home,
            &of("{% block isi %}x{% endblock %}").into_bytes(),
            &[
                "themes/biru/templates/home.html:2: ",
                "Block `isi` is not defined",
            ],
        ),
        (home, b"{% if %}", &["themes/biru/templates/home.html:1: "]),
        (
            words,
            b"rusak",
            &["themes/biru/locales/id.ftl:1: ", "nama_pesan = teks"],
        ),
        (
            words,
            b"skip = Lewati\nskip = Lompati\n",
            &["themes/biru/locales/id.ftl:2: pesan skip ditulis dua kali"],
        ),
        (
            words,
            b"skip = <script>x</script>\n",
            &["themes/biru/locales/id.ftl:1: <script>"],
        ),
        (
            "style.css",
            b"\xff",
            &["themes/biru/style.css bukan teks UTF-8"],
        ),
    ];
    for (file, bytes, told) in wrong {
        let _ = fs::remove_dir_all(site.0.path().join("themes"));
        let place = site.0.path().join("themes/biru").join(file);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, bytes).unwrap();
        let (code, said) = site.run(&["build"]);
        assert_eq!(code, Some(2), "{file} {said}");
        told.iter()
            .for_each(|part| assert!(said.contains(part), "{part}: {said}"));
    }
    fs::remove_dir_all(site.0.path().join("themes")).unwrap();
    site.put("themes/biru/templates/homee.html", "x");
    site.put("themes/biru/locales/id.ftl", "skipp = Lewati\n");
    // Also where nothing is built any more.
    for verb in ["check", "build", "build"] {
        let (code, said) = site.run(&[verb]);
        assert_eq!(code, Some(0), "{said}");
        for told in [
            "themes/biru/templates/homee.html tidak dipakai",
            "Mungkin maksudnya templates/home.html?",
            "pesan skipp tidak dipakai",
            "Mungkin maksudnya skip?",
        ] {
            assert!(said.contains(told), "{told}: {said}");
        }
    }
}

#[test]
fn a_site_is_not_published_among_its_sources() {
    let site = Small::new();
    let before = tree(site.0.path());
    for out in [
        "content",
        "content/x",
        "content/media/x/y",
        "themes/biru",
        "skema",
        "cms/x",
    ] {
        let _ = fs::create_dir_all(site.0.path().join("themes"));
        let _ = fs::create_dir_all(site.0.path().join("skema"));
        let (code, said) = site.run(&["build", "--out", out]);
        assert_eq!(code, Some(2), "{out} {said}");
        assert!(said.contains("di antara sumber"), "{said}");
        assert_eq!(tree(site.0.path()), before, "{out}");
    }
    assert_eq!(site.run(&["build", "--out", "content-baru"]).0, Some(0));
}
