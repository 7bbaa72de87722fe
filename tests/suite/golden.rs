//! Whole sites: each folder below `tests/golden/` is a case.
//!
//! `content/`, and `themes/` where there is one, are what a user has; `date` is the day. Then
//! either `expected/` is the tree that `pantau build` writes, every byte of it (told with the
//! codes in `warnings`, if there is such a file), or `problems` is what `pantau check` finds, one
//! a line. `UPDATE_GOLDEN=1 cargo test --test suite golden::` writes both
//! anew; look at the difference before you commit it.

use crate::common;

use crate::common::{
    Tree, build_command, day, difference, golden, pantau, published, repository, said, silently,
    tree, write_tree,
};
use pantau::compute::{
    Departure, EvaluationState, Protection, ProtectionState, State, compute, tenures, warnings_on,
};
use pantau::data::TableName;
use pantau::disk;
use pantau::model::{ById, Language};
use pantau::problem::{Problem, Words};
use pantau::render::Theme;
use pantau::site::MANIFEST;
use pantau::url::{Address, Asset, DataFile, Subject, TableForm};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn every_case_gives_what_it_expects() {
    let cases = cases();
    let wrong: Vec<String> = cases.iter().filter_map(|case| wrong(case)).collect();
    assert!(!cases.is_empty());
    assert!(
        wrong.is_empty(),
        "\n\n{}\n\nIf this is as it should be: UPDATE_GOLDEN=1 cargo test --test suite golden::\n",
        wrong.join("\n")
    );
}

fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(repository().join("tests/golden")).unwrap();
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

/// What is wrong with a case; `None` when nothing is, or when it has just been written anew.
fn wrong(case: &Path) -> Option<String> {
    let name = case.file_name().unwrap().to_str().unwrap();
    let date = fs::read_to_string(case.join("date")).unwrap();
    let is_problems = case.join("problems").exists();
    let found = if is_problems {
        problems(case, date.trim())
    } else {
        built(case, date.trim())
    };
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        update(case, is_problems, &found);
        return None;
    }
    let expected = if is_problems {
        Tree::from([("problems".into(), fs::read(case.join("problems")).unwrap())])
    } else {
        assert!(case.join("expected").exists(), "{name} expects nothing");
        tree(&case.join("expected"))
    };
    difference(&expected, &found).map(|difference| format!("{name}: {difference}"))
}

fn update(case: &Path, is_problems: bool, found: &Tree) {
    if is_problems {
        return write_tree(case, found);
    }
    let expected = case.join("expected");
    if expected.exists() {
        fs::remove_dir_all(&expected).unwrap();
    }
    write_tree(&expected, found);
}

fn built(case: &Path, date: &str) -> Tree {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("out");
    let mut command = build_command(case, &out, date);
    match fs::read_to_string(case.join("warnings")) {
        Ok(codes) => {
            let output = command.output().unwrap();
            assert!(output.status.success(), "{}", said(&output));
            let told = said(&output);
            let told = told
                .split('[')
                .skip(1)
                .filter_map(|rest| rest.split_once("]:"));
            let told: Vec<&str> = told.map(|(code, _)| code).collect();
            assert_eq!(told, codes.lines().collect::<Vec<_>>());
        }
        Err(_) => silently(&mut command),
    }
    let tree = without_assets(without_version(published(&out)));
    let tree = without_twins(tree);
    match case.ends_with(EXPLAINED) {
        true => tree,
        false => without_explanation(tree),
    }
}

/// The case that keeps the page about the files of facts.
const EXPLAINED: &str = "minimal";

/// That page explains the same columns in every case.
fn without_explanation(mut tree: Tree) -> Tree {
    let page = |language| Address::new(language, Subject::Data).file();
    let indonesian = tree.remove(&page(Language::Indonesian));
    assert!(indonesian.is_some(), "the page about the data is missing");
    tree.remove(&page(Language::English));
    tree
}

/// Of the files about a whole site, which say the same in many forms, the tables as CSV stand in
/// the cases. The others must be there; `manifest.json` holds their bytes, and other tests compare
/// what they say.
fn without_twins(mut tree: Tree) -> Tree {
    let tables = TableName::ALL.into_iter().flat_map(|name| {
        let forms = [TableForm::JsonLines, TableForm::Parquet];
        forms.map(|form| DataFile::Table(name.key(), form))
    });
    let whole = [
        DataFile::Json,
        DataFile::Workbook,
        DataFile::Package,
        DataFile::Catalogue,
    ];
    for file in tables.chain(whole) {
        let file = file.file();
        assert!(tree.remove(&file).is_some(), "{file} is missing");
    }
    tree
}

/// What the embedded theme publishes as it is stands in no case again: it must be there, and only
/// what a case's own theme replaces is kept beside its pages.
fn without_assets(mut tree: Tree) -> Tree {
    let theme = Theme::default();
    for asset in [
        Asset::Style,
        Asset::OverviewStyle,
        Asset::PrintStyle,
        Asset::ListScript,
        Asset::SearchScript,
    ] {
        let published = tree.get(asset.file());
        let published = published.unwrap_or_else(|| panic!("{} is missing", asset.file()));
        if *published == theme.asset(asset).as_bytes() {
            tree.remove(asset.file());
        }
    }
    // Only where commitments can be shown elsewhere.
    let embeds = Asset::EmbedStyle;
    if tree.get(embeds.file()).map(Vec::as_slice) == Some(theme.asset(embeds).as_bytes()) {
        tree.remove(embeds.file());
    }
    tree
}

/// The expected manifests stay true when pantau's version changes.
fn without_version(mut tree: Tree) -> Tree {
    let manifest = tree.get_mut(MANIFEST).unwrap();
    let text = String::from_utf8_lossy(manifest);
    let version = concat!("\"pantau\": \"", env!("CARGO_PKG_VERSION"), "\"");
    assert!(text.contains(version), "{text}");
    *manifest = text.replace(version, "\"pantau\": \"…\"").into_bytes();
    tree
}

/// `severity code file:line:column`, one problem a line, as the one file `problems`.
fn problems(case: &Path, date: &str) -> Tree {
    let mut command = pantau();
    command
        .args(["check", "--format", "json", "--date", date, "--root"])
        .arg(case);
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    let found: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let line = |problem: &Value| {
        let [severity, code, file] = ["severity", "code", "file"].map(|key| problem[key].as_str());
        let (severity, code, file) = (severity.unwrap(), code.unwrap(), file.unwrap());
        let (line, column) = (&problem["line"], &problem["column"]);
        format!("{severity} {code} {file}:{line}:{column}\n")
    };
    let lines: String = found.iter().map(line).collect();
    Tree::from([("problems".into(), lines.into_bytes())])
}

#[test]
fn a_missing_an_extra_and_a_changed_file_are_each_told() {
    let tree = |files: &[(&str, &str)]| -> Tree {
        let files = files.iter();
        files
            .map(|(path, text)| ((*path).into(), (*text).into()))
            .collect()
    };
    let expected = tree(&[("a", "1\n2\n"), ("b", "x")]);
    let told = |found: &[(&str, &str)]| difference(&expected, &tree(found));
    assert_eq!(told(&[("a", "1\n2\n"), ("b", "x")]), None);
    assert_eq!(told(&[("b", "x")]).unwrap(), "a is missing");
    assert_eq!(
        told(&[("a", "1\n2\n"), ("b", "x"), ("c", "")]).unwrap(),
        "c is there and was not expected"
    );
    assert_eq!(
        told(&[("a", "1\n3\n"), ("b", "x")]).unwrap(),
        "a:2\n    expected …\"2\\n\"\n    found    …\"3\\n\""
    );
    assert_eq!(
        told(&[("a", "1\n2\n"), ("b", "x\n")]).unwrap(),
        "b:1\n    expected …\"x\"\n    found    …\"x\\n\""
    );
}

/// Else the case would lose its point without anybody noticing.
#[test]
fn the_case_of_every_state_has_every_state() {
    let case = golden("every-state");
    let date = fs::read_to_string(case.join("date")).unwrap();
    let sources = disk::read(&case).unwrap();
    let score = compute(&common::checked(&sources).register, day(date.trim()));
    let indicators = || score.contracts.values().flat_map(|c| &c.indicators);
    let states: BTreeSet<&str> = indicators().map(|i| name(i.state)).collect();
    let all = [
        "below track",
        "late",
        "not due",
        "not reached",
        "on track",
        "reached",
        "unavailable",
    ];
    assert_eq!(states.into_iter().collect::<Vec<_>>(), all);
    assert!(indicators().any(|i| i.is_not_computable()));
}

/// As for the states of commitments.
#[test]
fn the_case_of_evaluations_has_every_state_of_one() {
    let case = golden("evaluations");
    let checked = common::checked(&disk::read(&case).unwrap());
    let today = day(fs::read_to_string(case.join("date")).unwrap().trim());
    let judged_anew = tenures(&checked.register, &ById::new(), today);
    let tenures = compute(&checked.register, today).tenures;
    assert_eq!(
        tenures, judged_anew,
        "what was judged already says the same"
    );
    let occurrences = || tenures.values().flatten().flat_map(|t| &t.occurrences);
    let states: BTreeSet<&str> = occurrences().map(|o| evaluation_name(o.state)).collect();
    assert_eq!(states.len(), 9, "{states:?}");
    let departures = |wanted| {
        occurrences()
            .filter(|o| o.departure == Some(wanted))
            .count()
    };
    assert_eq!(departures(Departure::Explained), 1);
    assert_eq!(departures(Departure::Unexplained), 1);
    let protections = tenures
        .values()
        .flatten()
        .filter_map(|t| t.protection.as_ref());
    let is_forfeited = |p: &&Protection| matches!(p.state, ProtectionState::Forfeited { .. });
    assert_eq!(protections.filter(is_forfeited).count(), 1);
}

/// What is told to staff: at the decision, in both languages, and only once it was made.
#[test]
fn a_decision_that_departs_from_the_figures_without_a_reason_is_warned_of() {
    let case = golden("evaluations");
    let checked = common::checked(&disk::read(&case).unwrap());
    let told = |date: &str| -> Vec<String> {
        let warnings = warnings_on(&checked, day(date)).into_iter();
        let place = |p: Problem| format!("{} {}:{}", p.code, p.file, p.span.start.line);
        warnings
            .map(place)
            .filter(|w| w.starts_with("P395"))
            .collect()
    };
    assert_eq!(told("2026-04-09"), [""; 0]);
    assert_eq!(told("2026-04-10"), ["P395 evaluasi/2026/kepala.yml:8"]);
    for words in [Words::indonesian(), Words::english()] {
        let warnings = warnings_on(&checked, day("2026-11-21"));
        let problem = warnings.iter().find(|p| p.code.0 == "P395").unwrap();
        assert!(words.message(problem).contains("tidak_terpenuhi"));
        assert!(words.way_out(problem).contains("alasan"));
    }
}

fn evaluation_name(state: EvaluationState) -> &'static str {
    match state {
        EvaluationState::Upcoming { .. } => "upcoming",
        EvaluationState::DueToday => "today",
        EvaluationState::Overdue { .. } => "overdue",
        EvaluationState::Waiting { .. } => "waiting",
        EvaluationState::Held { .. } => "held",
        EvaluationState::Extended { .. } => "extended",
        EvaluationState::ExtensionOver { .. } => "extension over",
        EvaluationState::Missed { .. } => "missed",
        EvaluationState::NotApplicable { .. } => "not applicable",
    }
}

fn name(state: State) -> &'static str {
    match state {
        State::Reached => "reached",
        State::NotReached => "not reached",
        State::OnTrack => "on track",
        State::BelowTrack => "below track",
        State::Late { .. } => "late",
        State::Unavailable => "unavailable",
        State::NotDue => "not due",
    }
}
