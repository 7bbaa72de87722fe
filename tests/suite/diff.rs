//! What will change on the site, as `pantau diff` tells it, held against two sites that are built.

use crate::common::{
    SAMPLE_DAY, Tree, build_command, copy_content, git_command, golden, pantau, published,
    repository, said, silently,
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use tempfile::TempDir;

/// A repository with a site, and a place for built ones beside it.
struct Place(TempDir);

impl Place {
    /// The site of `sources` in one commit.
    fn of(sources: &Path) -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        fs::create_dir(place.root()).unwrap();
        copy_content(sources, &place.root());
        place.git(&["init", "--quiet"]);
        place.commit("2026-10-20T09:00:00+07:00");
        place
    }

    fn root(&self) -> PathBuf {
        self.0.path().join("situs")
    }

    fn git(&self, arguments: &[&str]) -> String {
        git(&self.root(), arguments)
    }

    fn commit(&self, at: &str) {
        self.git(&["add", "--all"]);
        let mut command = git_command(&self.root(), &["commit", "--quiet", "--message", "data"]);
        let dated = command
            .env("GIT_AUTHOR_DATE", at)
            .env("GIT_COMMITTER_DATE", at);
        silently(dated);
    }

    fn edit(&self, file: &str, changes: &[(&str, &str)]) {
        let path = self.root().join("content").join(file);
        let mut text = fs::read_to_string(&path).unwrap();
        for (old, new) in changes {
            assert_eq!(text.matches(old).count(), 1, "{old} in {file}");
            text = text.replace(old, new);
        }
        fs::write(path, text).unwrap();
    }

    fn diff(&self, options: &[&str]) -> Output {
        let mut command = pantau();
        command.arg("diff").arg("--root").arg(self.root());
        command.args(options);
        command.output().unwrap()
    }

    fn report(&self, base: &str, day: &str) -> Value {
        let output = self.diff(&[base, "--date", day, "--format", "json"]);
        assert!(output.status.success(), "{}", said(&output));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// The published files of `root`.
    fn built(&self, root: &Path, name: &str, day: &str) -> Tree {
        let out = self.0.path().join(name);
        // What the record holds against the sample is told, and the site is built.
        let output = build_command(root, &out, day).output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
        let mut files = published(&out);
        // It says from which commit the site was built.
        files.remove("manifest.json");
        files
    }

    /// What differs between the site at `base` and the one in the work tree, by path.
    fn really_other(&self, base: &str, day: &str) -> BTreeMap<String, &'static str> {
        let earlier = self.0.path().join(format!("earlier-{base}"));
        let (at, to) = (self.root(), earlier.to_str().unwrap());
        git(&at, &["worktree", "add", "--quiet", "--detach", to, base]);
        let before = self.built(&earlier, "before", day);
        let after = self.built(&at, "after", day);
        let paths: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        let turn = |path: &String| match (before.get(path), after.get(path)) {
            (None, _) => Some("added"),
            (_, None) => Some("removed"),
            (old, new) => (old != new).then_some("changed"),
        };
        let turns = paths
            .into_iter()
            .filter_map(|path| Some((path.clone(), turn(path)?)));
        turns.collect()
    }
}

fn git(folder: &Path, arguments: &[&str]) -> String {
    let output = git_command(folder, arguments).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    String::from_utf8(output.stdout).unwrap()
}

fn files(report: &Value) -> BTreeMap<String, &str> {
    let files = report["files"].as_array().unwrap().iter();
    files
        .map(|f| {
            (
                f["path"].as_str().unwrap().to_owned(),
                f["turn"].as_str().unwrap(),
            )
        })
        .collect()
}

fn figures(report: &Value) -> Vec<[&str; 5]> {
    let text = |value: &'_ Value| -> &'static str {
        Box::leak(value.as_str().unwrap_or("-").to_owned().into_boxed_str())
    };
    let figures = report["figures"].as_array().unwrap().iter();
    figures
        .map(|f| {
            [
                text(&f["contract"]),
                text(&f["indicator"]),
                text(&f["quarter"]),
                text(&f["value"]["before"]),
                text(&f["value"]["after"]),
            ]
        })
        .collect()
}

fn pages(figure: &Value) -> BTreeSet<&str> {
    figure["pages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p.as_str().unwrap())
        .collect()
}

const HEALTH: &str = "hasil/2026/tw3/kepala-dinas-kesehatan.yml";
const TOURISM: &str = "hasil/2026/tw3/kepala-dinas-pariwisata-2.yml";

#[test]
fn three_figures_are_named_with_the_pages_they_stand_on() {
    let place = Place::of(repository());
    place.edit(
        HEALTH,
        &[("nilai: 6.4", "nilai: 6.2"), ("nilai: 70.9", "nilai: 71.5")],
    );
    place.edit(TOURISM, &[("nilai: 327640", "nilai: 200000")]);
    let report = place.report("HEAD", SAMPLE_DAY);
    let (health, tourism) = (
        "2026/kepala-dinas-kesehatan",
        "2026/kepala-dinas-pariwisata-2",
    );
    assert_eq!(
        figures(&report),
        [
            [health, "stunting", "2026-tw3", "6.4", "6.2"],
            [health, "imunisasi", "2026-tw3", "70.9", "71.5"],
            [tourism, "wisatawan", "2026-tw3", "327640", "200000"],
        ]
    );

    let other = place.really_other("HEAD", SAMPLE_DAY);
    assert_eq!(files(&report), other);
    let before = published(&place.0.path().join("before"));
    let after = published(&place.0.path().join("after"));
    let values = [("6,4%", "6,2%"), ("70,9%", "71,5%"), ("327.640", "200.000")];
    let stand = report["figures"].as_array().unwrap();
    let owners = [
        "ratna-kusumawati",
        "ratna-kusumawati",
        "laksmi-puspaningrum",
    ];
    for ((figure, (old, new)), owner) in stand.iter().zip(values).zip(owners) {
        let pages = pages(figure);
        for page in &pages {
            assert_eq!(other.get(*page), Some(&"changed"), "{page}");
        }
        let indicator = figure["indicator"].as_str().unwrap();
        let embed = format!("sematkan/{owner}/2026/{indicator}/index.html");
        let own = [
            format!("pejabat/{owner}/index.html"),
            format!("pejabat/{owner}/2026/index.html"),
            format!("en/pejabat/{owner}/index.html"),
            embed,
        ];
        for page in &own {
            assert!(pages.contains(page.as_str()), "{page}: {pages:?}");
        }
        let times = |tree: &Tree, text: &str| {
            let page = String::from_utf8(tree[&own[0]].clone()).unwrap();
            page.matches(text).count()
        };
        assert!(times(&after, new) > times(&before, new), "{new}");
        assert!(times(&after, old) < times(&before, old), "{old}");
        // No page of another chart, and none that only names another commit.
        let charts = pages.iter().filter(|page| page.starts_with("sematkan/"));
        assert_eq!(
            charts.count(),
            2,
            "the chart and the list of all: {pages:?}"
        );
        assert!(
            !pages.iter().any(|page| page.contains("perubahan/")),
            "{pages:?}"
        );
        assert!(pages.len() < 40, "{pages:?}");
    }
    // Together they are all pages that tell something else than before, the register of changes aside.
    let told: BTreeSet<&str> = stand.iter().flat_map(pages).collect();
    let html = report["files"].as_array().unwrap().iter().filter(|file| {
        let path = file["path"].as_str().unwrap();
        path.ends_with(".html") && file["cause"] == "facts" && !path.contains("perubahan/")
    });
    let html: BTreeSet<&str> = html.map(|file| file["path"].as_str().unwrap()).collect();
    assert_eq!(told, html);
    let changed = other.keys().filter(|path| path.ends_with(".html")).count();
    assert!(html.len() < changed, "some pages only cite a later commit");
}

#[test]
fn a_year_of_dated_commits_is_told_as_the_built_sites_differ() {
    let place = Place(tempfile::tempdir().unwrap());
    let mut command = pantau();
    command
        .args(["init", "--sample", "trenggalek", "--history"])
        .arg(place.root());
    assert!(command.output().unwrap().status.success());
    let commits = place.git(&["rev-list", "--first-parent", "HEAD"]);
    // Before a page moved, and before a contract's file got another name.
    for steps in [4, 19] {
        let base = commits.lines().nth(steps).unwrap();
        is_told(&place, base);
    }
}

fn is_told(place: &Place, base: &str) {
    let report = place.report(base, SAMPLE_DAY);
    let (told, other) = (files(&report), place.really_other(base, SAMPLE_DAY));
    let more: Vec<_> = told
        .keys()
        .filter(|path| !other.contains_key(*path))
        .collect();
    assert!(more.is_empty(), "{more:?}");
    let unlike: Vec<_> = other
        .iter()
        .filter(|(path, turn)| told.get(*path) != Some(*turn))
        .collect();
    assert!(unlike.is_empty(), "{unlike:?}");
    assert_eq!(report["commit"], base);
}

/// A small site with a report more, another target and another unit.
#[test]
fn what_is_new_what_was_promised_and_what_follows_are_told() {
    let place = Place::of(&golden("minimal"));
    let content = place.root().join("content");
    let report = content.join("hasil/2026/tw2/kepala.yml");
    let text = fs::read(&report).unwrap();
    fs::remove_file(&report).unwrap();
    place.commit("2026-07-20T09:00:00+07:00");
    fs::write(&report, text).unwrap();
    let day = "2026-08-01";
    let human = place.diff(&["HEAD", "--date", day, "--lang", "en"]);
    let told = said(&human);
    assert!(told.contains("Quarterly report | Q2 2026"), "{told}");
    assert!(told.contains("— → "), "{told}");
    let found = place.report("HEAD", day);
    assert_eq!(files(&found), place.really_other("HEAD", day));
    for figure in found["figures"].as_array().unwrap() {
        assert_eq!(figure["value"]["before"], Value::Null);
        assert!(
            pages(figure).contains("pejabat/sari/index.html"),
            "{figure}"
        );
    }

    let contract = "kontrak/2026/kepala.yml";
    let terms = fs::read_to_string(content.join(contract)).unwrap();
    let target = terms
        .lines()
        .find(|line| line.trim().starts_with("target: "))
        .unwrap();
    let (indent, old) = target.split_once("target: ").unwrap();
    let (changed, last) = (format!("{indent}target: 99"), format!("tw4: {old}"));
    fs::write(
        content.join(contract),
        terms
            .replacen(target, &changed, 1)
            .replace(&last, "tw4: 99"),
    )
    .unwrap();
    let told = said(&place.diff(&["HEAD", "--date", day]));
    assert!(told.contains("Isi kontrak"), "{told}");
    assert!(told.contains(&format!("| target 2026 | {old}")), "{told}");
    assert!(told.contains("→ 99"), "{told}");
}

#[test]
fn problems_and_missing_commits_are_told_and_nothing_is_compared() {
    let place = Place::of(&golden("minimal"));
    let report = "hasil/2026/tw2/kepala.yml";
    place.edit(report, &[("nilai: 81", "nilai: 81.000")]);
    let run = |options: &[&str]| {
        let output = place.diff(options);
        (output.status.code(), said(&output))
    };
    let (code, told) = run(&["HEAD"]);
    assert_eq!(code, Some(1));
    assert!(
        told.contains("content/hasil/2026/tw2/kepala.yml:4:12"),
        "{told}"
    );
    assert!(
        told.contains("Tidak ada yang dibandingkan: data memuat kesalahan."),
        "{told}"
    );
    place.commit("2026-10-21T09:00:00+07:00");
    place.edit(report, &[("nilai: 81.000", "nilai: 81")]);
    let (code, told) = run(&["HEAD"]);
    assert_eq!(code, Some(1));
    assert!(told.contains("data pada HEAD memuat kesalahan"), "{told}");
    assert!(told.contains("kepala.yml"), "{told}");
    for base in ["tiada", "--output=x", "HEAD~9"] {
        let (code, told) = run(&["--", base]);
        assert_eq!(code, Some(2));
        assert!(
            told.contains(base) && told.contains("fetch-depth: 0"),
            "{told}"
        );
    }

    let shallow = place.0.path().join("dangkal");
    let from = format!("file://{}", place.root().display());
    git(
        place.0.path(),
        &[
            "clone",
            "--quiet",
            "--depth",
            "1",
            &from,
            shallow.to_str().unwrap(),
        ],
    );
    let mut command = pantau();
    command.args(["diff", "HEAD~1", "--root"]).arg(&shallow);
    let output = command.output().unwrap();
    // Its only commit has the mistake.
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    let path = shallow.join("content").join(report);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(path, text.replace("81.000", "81")).unwrap();
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(
        said(&output).contains("fetch-depth: 0"),
        "{}",
        said(&output)
    );
}

#[test]
fn what_is_compared_with_may_hold_no_site() {
    let place = Place(tempfile::tempdir().unwrap());
    fs::create_dir(place.root()).unwrap();
    place.git(&["init", "--quiet"]);
    fs::write(place.root().join("README"), "").unwrap();
    place.commit("2026-07-20T09:00:00+07:00");
    copy_content(&golden("minimal"), &place.root());
    let output = place.diff(&["HEAD", "--date", "2026-08-01"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains("HEAD belum memuat content/"),
        "{}",
        said(&output)
    );
}
