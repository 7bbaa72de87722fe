//! What the first-parent line says of commits and files.

use super::repo::{Repo, days, versions};
use crate::history::{HistoryError, head};
use crate::source::{Content, MOST_TEXT_BYTES, Past, WhyUnknown};
use std::fs;

#[test]
fn each_commit_that_changed_a_file_gives_it_a_version() {
    let repo = Repo::new();
    let first = repo.write("content/a.yml", "1").commit("2026-01-01");
    repo.write("content/b.yml", "1").commit("2026-01-02");
    repo.write("README.md", "no source").commit("2026-01-03");
    let last = repo.write("content/a.yml", "2").commit("2026-01-04");

    let history = repo.history();
    assert_eq!(history.head, last);
    assert_eq!(history.commits[0].id, first);
    assert_eq!(days(&history), ["2026-01-01", "2026-01-02", "2026-01-04"]);
    assert_eq!(versions(&history, "a.yml"), ["0 1", "2 2"]);
    assert_eq!(versions(&history, "b.yml"), ["1 1"]);
    assert!(history.uncommitted.is_empty());
    assert_eq!(head(&repo.site).unwrap(), Some(last));
}

#[test]
fn a_merge_is_one_change_at_its_own_date() {
    let repo = Repo::new();
    repo.write("content/a.yml", "1").commit("2026-01-01");
    repo.git(&["checkout", "--quiet", "-b", "side"]);
    repo.write("content/b.yml", "draft").commit("2026-01-02");
    repo.write("content/b.yml", "done").commit("2026-01-03");
    repo.git(&["checkout", "--quiet", "main"]);
    repo.write("content/a.yml", "2").commit("2026-01-04");
    repo.dated(
        "2026-01-05",
        &["merge", "--quiet", "--no-ff", "-m", "m", "side"],
    );

    let history = repo.history();
    assert_eq!(days(&history), ["2026-01-01", "2026-01-04", "2026-01-05"]);
    assert_eq!(versions(&history, "b.yml"), ["2 done"]);
}

#[test]
fn a_renamed_file_says_where_it_came_from() {
    let text = "satu\ndua\ntiga\nempat\nlima\n";
    let repo = Repo::new();
    repo.write("content/a.yml", text)
        .write("content/media/a.jpg", "j");
    repo.commit("2026-01-01");
    repo.write("content/a.yml", &format!("{text}enam\n"));
    repo.rename("content/a.yml", "content/b.yml");
    repo.rename("content/media/a.jpg", "content/media/b.jpg");
    repo.commit("2026-01-02");
    // Out of the sources it is gone; back from there nobody knows where it was.
    repo.rename("content/b.yml", "b.yml").commit("2026-01-03");
    repo.rename("b.yml", "content/c.yml").commit("2026-01-04");

    let history = repo.history();
    assert_eq!(versions(&history, "a.yml")[1..], ["1 (gone)"]);
    let there = format!("1 {text}enam < a.yml");
    assert_eq!(versions(&history, "b.yml"), [&*there, "2 (gone)"]);
    assert_eq!(versions(&history, "c.yml"), [format!("3 {text}enam")]);
    assert_eq!(versions(&history, "media/a.jpg"), ["0 (media)", "1 (gone)"]);
    assert_eq!(
        versions(&history, "media/b.jpg"),
        ["1 (media) < media/a.jpg"]
    );
}

#[test]
fn a_file_may_go_and_come_back() {
    let repo = Repo::new();
    repo.write("content/a.yml", "1").write("content/b.yml", "b");
    repo.commit("2026-01-01");
    repo.remove("content/a.yml").commit("2026-01-02");
    repo.write("content/a.yml", "1").commit("2026-01-03");
    let history = repo.history();
    assert_eq!(versions(&history, "a.yml"), ["0 1", "1 (gone)", "2 1"]);
}

#[cfg(unix)]
#[test]
fn what_is_no_source_has_no_versions() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let repo = Repo::new();
    repo.write("content/a.yml", "1").write("content/b.yml", "1");
    repo.write("content/.a.yml.swp", "x")
        .write("content/b.yml~", "x");
    repo.commit("2026-01-01");
    fs::set_permissions(
        repo.site.join("content/a.yml"),
        fs::Permissions::from_mode(0o755),
    )
    .unwrap();
    repo.commit("2026-01-02");
    repo.remove("content/b.yml");
    symlink("a.yml", repo.site.join("content/b.yml")).unwrap();
    symlink("a.yml", repo.site.join("content/c.yml")).unwrap();
    repo.commit("2026-01-03");
    repo.remove("content/c.yml").commit("2026-01-04");

    let history = repo.history();
    assert_eq!(days(&history), ["2026-01-01", "2026-01-03"]);
    assert_eq!(versions(&history, "a.yml"), ["0 1"]);
    assert_eq!(versions(&history, "b.yml"), ["0 1", "1 (gone)"]);
    assert_eq!(history.files.len(), 2);
}

#[test]
fn a_site_may_stand_in_a_folder_whatever_its_name() {
    for below in ["situs", "a b/\"q\" 'é' $x/situs*"] {
        let repo = Repo::around(below);
        repo.write("content/pejabat/é \"q\".yml", "1")
            .commit("2026-01-01");
        fs::create_dir(repo.top().join("content")).unwrap();
        fs::write(repo.top().join("content/x.yml"), "another site's").unwrap();
        repo.commit("2026-01-02");
        repo.write("content/pejabat/é \"q\".yml", "2");
        repo.write("content/baru\n.yml", "new");

        let history = repo.history();
        assert_eq!(days(&history), ["2026-01-01"], "{below}");
        assert_eq!(versions(&history, "pejabat/é \"q\".yml"), ["0 1"]);
        let differing: Vec<_> = history.uncommitted.iter().collect();
        assert_eq!(
            differing,
            ["content/baru\n.yml", "content/pejabat/é \"q\".yml"]
        );
    }
}

#[test]
fn what_no_commit_holds_is_told() {
    let repo = Repo::new();
    for path in ["same", "changed", "staged", "removed"] {
        repo.write(&format!("content/{path}.yml"), path);
    }
    repo.write("content/media/a.jpg", "j")
        .write("themes/biru/style.css", "a{}");
    repo.write("README.md", "x")
        .write(".gitignore", "rahasia.yml\n");
    repo.commit("2026-01-01");
    repo.write("content/changed.yml", "2")
        .write("content/staged.yml", "2");
    repo.git(&["add", "content/staged.yml"]);
    repo.write("content/new/deep.yml", "1")
        .write("content/.hidden.yml", "1");
    repo.write("content/rahasia.yml", "published all the same");
    repo.write("content/media/a.jpg", "k")
        .write("themes/biru/style.css", "b{}");
    repo.write("README.md", "y").remove("content/removed.yml");

    let history = repo.history();
    let expected = [
        "content/changed.yml",
        "content/media/a.jpg",
        "content/new/deep.yml",
        "content/rahasia.yml",
        "content/removed.yml",
        "content/staged.yml",
        "themes/biru/style.css",
    ];
    assert_eq!(history.uncommitted.iter().collect::<Vec<_>>(), expected);
    assert_eq!(versions(&history, "changed.yml"), ["0 changed"]);
}

/// Git does not look into a repository below the one it looks at.
#[test]
fn a_repository_among_the_sources_hides_nothing() {
    let repo = Repo::new();
    repo.write("content/a.yml", "1").commit("2026-01-01");
    repo.write("content/sub/b.yml", "1");
    repo.git(&["init", "--quiet", "content/sub"]);
    let uncommitted = repo.history().uncommitted;
    assert!(uncommitted.contains("content/sub/b.yml"), "{uncommitted:?}");
}

#[test]
fn a_date_before_the_commit_below_counts_as_that_one() {
    let repo = Repo::new();
    repo.write("content/a.yml", "1").commit("2026-01-05");
    repo.write("README.md", "1").commit("2026-03-01");
    repo.write("content/a.yml", "2").commit("2025-12-31");
    repo.write("content/a.yml", "3").commit("2026-03-02");
    let history = repo.history();
    assert_eq!(days(&history), ["2026-01-05", "2026-03-01", "2026-03-02"]);
}

#[test]
fn a_huge_version_is_cut_where_disk_cuts_it() {
    let repo = Repo::new();
    repo.write("content/a.yml", &"x".repeat(MOST_TEXT_BYTES + 10))
        .commit("2026-01-01");
    repo.write("content/b.yml", "small").commit("2026-01-02");
    let history = repo.history();
    let Content::Text(bytes) = &history.files["a.yml"][0].content else {
        panic!("it is a text");
    };
    assert_eq!(bytes.len(), MOST_TEXT_BYTES + 1);
    assert_eq!(versions(&history, "b.yml"), ["1 small"]);
    assert!(history.uncommitted.is_empty());
}

#[test]
fn the_committed_bytes_count_where_git_converts_them() {
    let repo = Repo::new();
    repo.write("content/a.yml", "a\nb\n").commit("2026-01-01");
    repo.git(&["config", "core.autocrlf", "true"]);
    repo.remove("content/a.yml")
        .git(&["checkout", "content/a.yml"]);
    assert_eq!(repo.sources().files["a.yml"], b"a\r\nb\r\n");
    let history = repo.history();
    assert_eq!(versions(&history, "a.yml"), ["0 a\nb"]);
    assert!(history.uncommitted.is_empty());
}

#[test]
fn without_a_past_it_is_said_why() {
    let none = tempfile::tempdir().unwrap();
    let past = crate::history::read(
        none.path(),
        &Default::default(),
        &[],
        crate::history::Cache::On,
    );
    assert_eq!(past.unwrap(), Past::Unknown(WhyUnknown::NoRepository));
    assert_eq!(head(none.path()).unwrap(), None);

    let repo = Repo::new();
    repo.write("content/a.yml", "1");
    assert_eq!(repo.past(), Past::Unknown(WhyUnknown::NoCommits));
    assert_eq!(head(&repo.site).unwrap(), None);
    repo.remove("content/a.yml").write("README.md", "x");
    repo.commit("2026-01-01");
    assert_eq!(repo.past(), Past::Unknown(WhyUnknown::NoCommits));
    assert!(head(&repo.site).unwrap().is_some());
}

#[test]
fn a_shallow_clone_knows_no_past() {
    let repo = Repo::new();
    repo.write("content/a.yml", "1").commit("2026-01-01");
    repo.write("content/a.yml", "2").commit("2026-01-02");
    let clone = Repo::around("clone");
    let from = format!("file://{}", repo.top().display());
    clone.git(&["clone", "--quiet", "--depth=1", &from, "clone/site"]);
    let clone = clone.moved_to("clone/site");
    assert_eq!(clone.past(), Past::Unknown(WhyUnknown::Shallow));
}

#[test]
fn any_other_failure_is_told_in_the_words_of_git() {
    let repo = Repo::new();
    repo.write("content/a.yml", "1").commit("2026-01-01");
    fs::write(repo.top().join(".git/refs/heads/main"), "no commit\n").unwrap();
    let error = head(&repo.site).unwrap_err();
    assert!(matches!(&error, HistoryError::Failed { .. }), "{error}");
    assert!(
        error.to_string().starts_with("git log failed: fatal: "),
        "{error}"
    );

    let lost = tempfile::tempdir().unwrap();
    fs::write(lost.path().join(".git"), "gitdir: /nowhere/at/all\n").unwrap();
    let error = head(lost.path()).unwrap_err();
    assert!(error.to_string().contains("/nowhere/at/all"), "{error}");
    let error = head(&lost.path().join("missing")).unwrap_err();
    assert!(error.to_string().contains("No such file"), "{error}");
}

#[test]
fn a_lost_object_is_told() {
    let repo = Repo::new();
    repo.write("content/a.yml", "1").commit("2026-01-01");
    let blob = repo.git(&["rev-parse", "HEAD:content/a.yml"]);
    repo.write("content/a.yml", "2").commit("2026-01-02");
    let object = format!(".git/objects/{}/{}", &blob[..2], &blob[2..]);
    fs::remove_file(repo.top().join(object)).unwrap();
    let read = crate::history::read(&repo.site, &repo.sources(), &[], crate::history::Cache::Off);
    assert!(matches!(read, Err(HistoryError::Missing { object }) if object == blob));
}

#[test]
fn a_repository_may_name_objects_by_sha_256() {
    let repo = Repo::new();
    fs::remove_dir_all(repo.top().join(".git")).unwrap();
    repo.git(&["init", "--quiet", "--object-format=sha256"]);
    repo.write("content/a.yml", "1").commit("2026-01-01");
    let head = repo.write("content/a.yml", "2").commit("2026-01-02");
    let history = repo.history();
    assert_eq!((history.head.len(), &history.head), (64, &head));
    assert_eq!(versions(&history, "a.yml"), ["0 1", "1 2"]);
}

#[test]
fn replaced_commits_and_hidden_ones_change_nothing() {
    let repo = Repo::new();
    let first = repo.write("content/a.yml", "1").commit("2026-01-01");
    let second = repo.write("content/a.yml", "2").commit("2026-01-02");
    let before = repo.history();
    repo.git(&["checkout", "--quiet", "--orphan", "other"]);
    let other = repo.commit("2025-01-01");
    repo.git(&["checkout", "--quiet", "main"]);
    repo.git(&["replace", &second, &other]);
    fs::write(repo.top().join(".git/info/grafts"), format!("{second}\n")).unwrap();
    assert_eq!(repo.history(), before);
    assert_eq!(before.commits[0].id, first);
}
