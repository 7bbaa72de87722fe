//! What was kept changes how long it takes to read, and nothing else.

use super::repo::{Repo, versions};
use crate::history::Cache;
use std::fs;
use std::path::PathBuf;

fn repo() -> Repo {
    let repo = Repo::new();
    for n in 1..4 {
        let text = format!("{n}");
        repo.write("content/a.yml", &text);
        repo.commit(&format!("2026-01-0{n}"));
    }
    repo
}

fn kept(repo: &Repo) -> PathBuf {
    repo.top().join(".git/pantau/history")
}

/// What is read with the help of what was kept is what is read without it.
fn assert_same(repo: &Repo, when: &str) {
    let kept = repo.history_with(&[], Cache::On);
    assert_eq!(kept, repo.history(), "{when}");
}

#[test]
fn reading_again_gives_the_same() {
    let repo = repo();
    assert_same(&repo, "at first");
    let file = fs::read(kept(&repo)).unwrap();
    assert_same(&repo, "again");
    assert_eq!(fs::read(kept(&repo)).unwrap(), file);
    assert_eq!(repo.git(&["status", "--porcelain"]), "");
}

/// The kept blob is changed under its name, which reading anew would not show.
#[test]
fn what_was_kept_is_not_read_again() {
    let repo = repo();
    repo.history_with(&[], Cache::On);
    let blob = repo.git(&["rev-parse", "HEAD~1:content/a.yml"]);
    let object = format!(".git/objects/{}/{}", &blob[..2], &blob[2..]);
    fs::remove_file(repo.top().join(object)).unwrap();
    let history = repo.history_with(&[], Cache::On);
    assert_eq!(versions(&history, "a.yml"), ["0 1", "1 2", "2 3"]);
}

#[test]
fn new_commits_are_added() {
    let repo = repo();
    assert_same(&repo, "before");
    repo.write("README.md", "x").commit("2027-01-01");
    assert_same(&repo, "after one that touches no source");
    repo.write("content/a.yml", "4").commit("2026-02-01");
    repo.write("content/b.yml", "1").commit("2026-02-02");
    assert_same(&repo, "after two that do, dated before it");
    assert_eq!(repo.history().commits.len(), 5);
}

#[test]
fn another_line_is_read_anew() {
    let repo = repo();
    assert_same(&repo, "before");
    repo.write("content/a.yml", "other");
    repo.commit_with("2026-01-09", &["--amend"]);
    assert_same(&repo, "amended");
    repo.git(&["reset", "--quiet", "--hard", "HEAD~1"]);
    assert_same(&repo, "set back");
    repo.git(&["checkout", "--quiet", "-b", "side", "HEAD~1"]);
    repo.write("content/c.yml", "c").commit("2026-01-10");
    assert_same(&repo, "on a branch");
    // The line that was read last is the second parent now.
    repo.git(&["checkout", "--quiet", "main"]);
    repo.dated(
        "2026-01-11",
        &["merge", "--quiet", "--no-ff", "-m", "m", "side"],
    );
    assert_same(&repo, "merged");
    repo.git(&["branch", "--quiet", "-D", "side"]);
    repo.git(&["reset", "--quiet", "--hard", "HEAD~1"]);
    repo.git(&["reflog", "expire", "--expire=now", "--all"]);
    repo.git(&["gc", "--quiet", "--prune=now"]);
    assert_same(&repo, "what was read last is gone");
}

#[test]
fn a_broken_cache_is_read_past() {
    let repo = repo();
    assert_same(&repo, "before");
    let whole = fs::read(kept(&repo)).unwrap();
    let mut cases = vec![
        Vec::new(),
        b"pantau history 0\n".to_vec(),
        whole[..whole.len() - 1].to_vec(),
    ];
    for at in (0..whole.len()).step_by(7) {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        cases.push(changed);
    }
    for case in cases {
        fs::write(kept(&repo), &case).unwrap();
        assert_same(&repo, "broken");
        assert_eq!(fs::read(kept(&repo)).unwrap(), whole);
    }
}

#[test]
fn where_nothing_can_be_kept_everything_is_read() {
    let repo = repo();
    fs::write(repo.top().join(".git/pantau"), "no folder").unwrap();
    assert_same(&repo, "first");
    assert_same(&repo, "second");
}

#[test]
fn two_sites_of_a_repository_do_not_mix() {
    let one = Repo::around("satu");
    one.write("content/a.yml", "1").commit("2026-01-01");
    fs::create_dir_all(one.top().join("dua/content")).unwrap();
    fs::write(one.top().join("dua/content/a.yml"), "2").unwrap();
    one.commit("2026-01-02");
    assert_same(&one, "one");
    let two = one.moved_to("dua");
    assert_same(&two, "two");
    assert_same(&two, "again");
    assert_eq!(versions(&two.history(), "a.yml"), ["0 2"]);
}

#[test]
fn nothing_is_kept_where_nobody_wants_it() {
    let repo = repo();
    repo.history_with(&[], Cache::Off);
    assert!(!kept(&repo).exists());
}
