//! `pantau freeze` as the office's job runs it: in a repository with a past.

use crate::common::{copy_content, golden, pantau, repository, said};
use pantau::model::Snapshot;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

const FILE: &str = "content/arsip/2026-tw2.json";
const RESULT: &str = "content/hasil/2026/tw2/kepala.yml";

/// A small site whose result of TW II came on the day of the deadline (10 July, WIB).
struct Office {
    root: TempDir,
}

impl Office {
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        copy_content(&golden("minimal"), root.path());
        let office = Self { root };
        office.edit(RESULT, "2026-07-13", "2026-07-10");
        office.git(&["init", "-q", "-b", "main"], "");
        office.commit("2026-01-12T09:00:00+07:00");
        office
    }

    fn path(&self) -> &Path {
        self.root.path()
    }

    fn edit(&self, file: &str, old: &str, new: &str) {
        let path = self.path().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(old), "{file} has no {old:?}");
        fs::write(path, text.replacen(old, new, 1)).unwrap();
    }

    fn git(&self, arguments: &[&str], date: &str) {
        let mut git = Command::new("git");
        git.args([
            "-c",
            "user.name=Dinas",
            "-c",
            "user.email=dinas@example.id",
            "-c",
            "commit.gpgsign=false",
        ]);
        git.args(arguments).current_dir(self.path());
        git.env("GIT_AUTHOR_DATE", date)
            .env("GIT_COMMITTER_DATE", date)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null");
        let output = git.output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
    }

    fn commit(&self, date: &str) {
        self.git(&["add", "-A"], date);
        self.git(&["commit", "-q", "-m", "data"], date);
    }

    fn freeze(&self, date: &str, more: &[&str]) -> Output {
        let mut command = pantau();
        command.args(["freeze", "2026-tw2", "--lang", "en", "--date", date]);
        command.args(more).arg("--root").arg(self.path());
        command.output().unwrap()
    }

    fn snapshot(&self) -> Snapshot {
        Snapshot::parse(&fs::read(self.path().join(FILE)).unwrap()).unwrap()
    }
}

fn told(output: &Output, code: i32, words: &str) {
    let text = said(output);
    assert_eq!(output.status.code(), Some(code), "{text}");
    assert!(text.contains(words), "{text}");
}

#[test]
fn what_is_frozen_is_what_the_record_held_when_the_deadline_passed() {
    let office = Office::new();
    // The last minute counts, the first one after it does not.
    office.edit(RESULT, "nilai: 81", "nilai: 82");
    office.commit("2026-07-10T23:59:00+07:00");
    office.edit(RESULT, "nilai: 82", "nilai: 83");
    office.commit("2026-07-11T00:00:00+07:00");
    told(&office.freeze("2026-07-10", &[]), 1, "has not passed");
    told(
        &office.freeze("2026-07-11", &["--check"]),
        1,
        "is not frozen",
    );
    assert!(!office.path().join(FILE).exists());
    told(
        &office.freeze("2026-07-11", &[]),
        0,
        "is frozen in content/arsip",
    );
    let snapshot = office.snapshot();
    let quarters = &snapshot.contracts[0].indicators[0].quarters;
    assert_eq!(quarters.last().unwrap().actual.text, "82%");
    assert_eq!(snapshot.committed_text, "10 Juli 2026 pukul 23.59 WIB");

    office.commit("2026-07-11T08:00:00+07:00");
    for more in [&[][..], &["--check"], &["--replace"]] {
        told(&office.freeze("2026-11-21", more), 0, "nothing has changed");
    }
}

#[test]
fn another_past_is_refused_and_replaced_only_when_asked() {
    let office = Office::new();
    told(&office.freeze("2026-07-11", &[]), 0, "is frozen");
    let first = office.snapshot();
    office.edit(RESULT, "nilai: 81", "nilai: 80");
    office.commit("2026-07-10T12:00:00+07:00");
    told(&office.freeze("2026-07-11", &[]), 1, "must not change");
    told(
        &office.freeze("2026-07-11", &["--check"]),
        1,
        "must not change",
    );
    assert_eq!(office.snapshot(), first);
    told(&office.freeze("2026-07-11", &["--replace"]), 0, "is frozen");
    assert_ne!(office.snapshot(), first);
}

#[test]
fn an_official_is_taken_out_of_what_was_frozen() {
    let office = Office::new();
    let redact = ["--redact", "sari", "--reason", "Memuat alamat rumah."];
    told(&office.freeze("2026-07-11", &redact), 1, "is not frozen");
    told(&office.freeze("2026-07-11", &[]), 0, "is frozen");
    told(&office.freeze("2026-07-20", &redact), 0, "were taken out");
    let snapshot = office.snapshot();
    assert!(snapshot.contracts.is_empty());
    assert_eq!(snapshot.removed[0].date.value, "2026-07-20");
    told(&office.freeze("2026-07-21", &[]), 0, "nothing has changed");
    told(
        &office.freeze("2026-07-21", &["--redact", "sari"]),
        2,
        "--reason",
    );
    let nobody = ["--redact", "budi", "--reason", "x"];
    told(&office.freeze("2026-07-21", &nobody), 1, "budi");
}

#[test]
fn without_a_past_nothing_is_frozen() {
    let root = tempfile::tempdir().unwrap();
    copy_content(repository(), root.path());
    let office = Office { root };
    told(&office.freeze("2026-07-11", &[]), 2, "git repository");
    office.git(&["init", "-q", "-b", "main"], "");
    told(&office.freeze("2026-07-11", &[]), 2, "never been committed");
    office.commit("2026-07-11T08:00:00+07:00");
    told(&office.freeze("2026-07-11", &[]), 1, "there was no commit");
}

/// A change that nobody declared is told in the copy as it is told on the living page.
#[test]
fn the_record_until_then_is_part_of_what_is_frozen() {
    let office = Office::new();
    office.edit(
        "content/situs.yml",
        "kontak:",
        "catatan_sejak: 2026-01-12\nkontak:",
    );
    office.commit("2026-01-12T10:00:00+07:00");
    office.edit("content/kontrak/2026/kepala.yml", "tw2: 80", "tw2: 79");
    office.commit("2026-05-01T08:00:00+07:00");
    office.edit("content/kontrak/2026/kepala.yml", "tw2: 79", "tw2: 78");
    office.commit("2026-08-01T08:00:00+07:00");
    told(&office.freeze("2026-08-02", &[]), 0, "is frozen");
    let snapshot = office.snapshot();
    let indicator = &snapshot.contracts[0].indicators[0];
    let notes: Vec<&str> = indicator
        .notes
        .iter()
        .map(|note| note.text.as_str())
        .collect();
    let notes = notes.join("\n");
    assert!(notes.contains("TW II 80% → 79%"), "{notes}");
    assert!(!notes.contains("78%"), "{notes}");
}

/// What a daily run freezes: each quarter once, when its deadline is over, and nothing unasked.
#[test]
fn what_is_due_is_frozen_by_a_daily_run() {
    let office = Office::new();
    let due = |date: &str| {
        let mut command = pantau();
        command.args(["freeze", "--due", "--lang", "en", "--date", date]);
        command.arg("--root").arg(office.path()).output().unwrap()
    };
    told(&due("2026-07-11"), 0, "catatan_sejak");
    assert!(!office.path().join(FILE).exists());

    office.edit(
        "content/situs.yml",
        "kontak:",
        "catatan_sejak: 2026-04-20\nkontak:",
    );
    office.commit("2026-04-20T09:00:00+07:00");
    told(&due("2026-07-10"), 0, "No quarter is to be frozen.");
    let output = due("2026-07-11");
    told(&output, 0, "2026-tw2 is frozen");
    assert_eq!(said(&output).lines().count(), 1, "{}", said(&output));
    assert_eq!(office.snapshot().quarter.to_string(), "2026-tw2");
    told(&due("2026-07-12"), 0, "No quarter is to be frozen.");
    let mut command = pantau();
    let output = command.args(["freeze", "--due", "2026-tw2"]).output();
    assert_eq!(output.unwrap().status.code(), Some(2));
}
