//! The user's settings and the environment change nothing of what is read.

use super::repo::{Repo, versions};
use crate::disk;
use crate::history::{Cache, read};
use crate::model::{PublicKey, SigningKey};
use std::env;
use std::path::Path;
use std::process::{Command, Stdio};

/// Where a child of this test program finds the site it is to read, and the key it is to trust.
const SITE: &str = "PANTAU_TEST_SITE";
const KEY: &str = "PANTAU_TEST_KEY";

/// A line before and after what a child has read.
const MARK: &str = "=====";

/// What is read of a site, or why it can't be, in a form that can be compared.
fn told(site: &Path, key: Option<String>) -> String {
    let key = key.and_then(|key| PublicKey::parse(&key));
    let key = key.map(|key| SigningKey {
        name: "D".into(),
        key,
    });
    let sources = disk::read(site).unwrap();
    match read(
        site,
        &sources,
        &key.into_iter().collect::<Vec<_>>(),
        Cache::Off,
    ) {
        Ok(past) => format!("{past:?}"),
        Err(error) => format!("error: {error}"),
    }
}

fn repo() -> Repo {
    let repo = Repo::new();
    repo.write("content/a.yml", "satu\ndua\ntiga\n")
        .commit("2026-01-01");
    repo.rename("content/a.yml", "content/b.yml")
        .commit("2026-01-02");
    repo.write("content/b.yml", "satu\n")
        .write("content/baru é.yml", "x");
    repo
}

/// By itself it reads a repository here; as a child of the tests below, in other surroundings,
/// the one that it is given.
#[test]
fn read_in_these_surroundings() {
    match env::var_os(SITE) {
        Some(site) => {
            let told = told(Path::new(&site), env::var(KEY).ok());
            println!("{MARK}\n{told}\n{MARK}");
        }
        None => {
            let told = told(&repo().site, None);
            assert!(told.contains("renamed_from: Some(\"a.yml\")"), "{told}");
        }
    }
}

/// What a child with `variables` in its environment reads of `site`.
fn read_with(site: &Path, variables: &[(&str, &str)]) -> String {
    let mut child = Command::new(env::current_exe().unwrap());
    child.args([
        "--exact",
        "--nocapture",
        "history::tests::surroundings::read_in_these_surroundings",
    ]);
    child.env(SITE, site).envs(variables.iter().copied());
    let output = child.stdin(Stdio::null()).output().unwrap();
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let told = printed.split(MARK).nth(1);
    told.unwrap_or_else(|| panic!("{printed}"))
        .trim()
        .to_owned()
}

#[test]
fn settings_of_the_user_change_nothing() {
    let repo = repo();
    let home = tempfile::tempdir().unwrap();
    let settings = "\
[diff]\n external = /bin/false\n renames = false\n noprefix = true\n relative = false\n renameLimit = 1\n\
[color]\n ui = always\n\
[core]\n quotepath = true\n pager = /bin/false\n fsmonitor = /bin/false\n excludesFile = ~/ignore\n abbrev = 7\n\
[log]\n showSignature = true\n showRoot = false\n follow = true\n decorate = full\n diffMerges = off\n date = relative\n\
[status]\n showUntrackedFiles = no\n relativePaths = true\n branch = true\n showStash = true\n\
[format]\n pretty = fuller\n\
[i18n]\n logOutputEncoding = UTF-16\n";
    std::fs::write(home.path().join(".gitconfig"), settings).unwrap();
    std::fs::write(home.path().join("ignore"), "*.yml\n").unwrap();
    // A repository has settings too, and those can't be left out.
    let own = std::fs::read_to_string(repo.top().join(".git/config")).unwrap();
    let expected = told(&repo.site, None);
    let place = home.path().to_str().unwrap();
    let user = [("HOME", place), ("XDG_CONFIG_HOME", place)];
    assert_eq!(read_with(&repo.site, &user), expected);
    std::fs::write(repo.top().join(".git/config"), own + settings).unwrap();
    assert_eq!(read_with(&repo.site, &user), expected);
}

/// A hook runs with the repository of whoever pushes in its environment.
#[test]
fn the_environment_of_a_hook_changes_nothing() {
    let (repo, other) = (repo(), Repo::new());
    other.write("content/x.yml", "x").commit("2020-01-01");
    let folder = other.top().join(".git");
    let folder = folder.to_str().unwrap();
    let index = format!("{folder}/index");
    let variables = [
        ("GIT_DIR", folder),
        ("GIT_WORK_TREE", other.top().to_str().unwrap()),
        ("GIT_INDEX_FILE", &index),
        ("GIT_PREFIX", "content/"),
        ("GIT_LITERAL_PATHSPECS", "1"),
        ("GIT_EXTERNAL_DIFF", "/bin/false"),
        ("GIT_CONFIG_COUNT", "1"),
        ("GIT_CONFIG_KEY_0", "log.showRoot"),
        ("GIT_CONFIG_VALUE_0", "false"),
        ("LC_ALL", "id_ID.UTF-8"),
        ("LANGUAGE", "id"),
    ];
    assert_eq!(read_with(&repo.site, &variables), told(&repo.site, None));
    let none = tempfile::tempdir().unwrap();
    std::fs::create_dir(none.path().join("content")).unwrap();
    assert_eq!(read_with(none.path(), &variables), "Unknown(NoRepository)");
}

#[test]
fn without_git_nothing_is_known() {
    let repo = repo();
    let empty = tempfile::tempdir().unwrap();
    let path = [("PATH", empty.path().to_str().unwrap())];
    assert_eq!(read_with(&repo.site, &path), "Unknown(NoGit)");
}

/// A page must not say another thing for what is installed where it was made.
#[cfg(unix)]
#[test]
fn without_the_program_that_verifies_a_signature_nothing_is_read() {
    let repo = Repo::new();
    let keys = disk::PrivateFolder::new().unwrap();
    let key = keys.path().join("key");
    let mut make = Command::new("ssh-keygen");
    make.args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(&key);
    assert!(make.status().unwrap().success());
    repo.git(&["config", "gpg.format", "ssh"]);
    repo.git(&["config", "user.signingKey", key.to_str().unwrap()]);
    repo.write("content/a.yml", "1")
        .commit_with("2026-01-01", &["-S"]);
    assert_eq!(versions(&repo.history(), "a.yml"), ["0 1"]);

    let only_git = tempfile::tempdir().unwrap();
    let git = env::split_paths(&env::var_os("PATH").unwrap())
        .map(|folder| folder.join("git"))
        .find(|place| place.is_file());
    std::os::unix::fs::symlink(git.unwrap(), only_git.path().join("git")).unwrap();
    let public = std::fs::read_to_string(key.with_extension("pub")).unwrap();
    let path = ("PATH", only_git.path().to_str().unwrap());
    let told = read_with(&repo.site, &[path, (KEY, &public)]);
    assert!(
        told.contains("without the program ssh-keygen; install it (Debian: openssh-client)"),
        "{told}"
    );
    let told = read_with(&repo.site, &[path]);
    assert!(told.contains("UnknownKey"), "{told}");
}
