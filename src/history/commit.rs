//! A repository that pantau makes itself: the same commit ids on every machine, whoever runs it.

use super::HistoryError;
use super::program::{Configuration, Git, Running};
use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

/// Who makes the commits, as author and committer: an office, since no person does.
const NAME: &str = "Diskominfo (contoh)";
const EMAIL: &str = "kinerja@example.go.id";

/// What a user's settings, hooks and keys could change of a commit is set aside.
const SETTINGS: [&str; 9] = [
    "commit.gpgSign=false",
    "core.attributesFile=/dev/null",
    "core.autocrlf=false",
    "core.excludesFile=/dev/null",
    "core.hooksPath=/dev/null",
    // Else git may tidy up in the background while the folder is moved.
    "gc.auto=0",
    "i18n.commitEncoding=UTF-8",
    "init.defaultObjectFormat=sha1",
    "maintenance.auto=false",
];

/// Makes an empty repository of the folder `root`, which is there; its branch is `main`.
///
/// # Errors
/// A failure of git, or that there is none.
pub fn begin(root: &Path) -> Result<(), HistoryError> {
    // An empty template brings no hooks.
    run(
        root,
        &["init", "--quiet", "--template=", "--object-format=sha1"],
        |command| command.arg("--initial-branch=main"),
    )?;
    // Stays with the repository, so that a checkout gives the same bytes on every system.
    run(root, &["config", "core.autocrlf", "false"], |command| {
        command
    })
}

/// Commits everything in the work tree at `root`, as of `at` (`2026-01-05T09:12:00+07:00`).
///
/// # Errors
/// A failure of git, as for a tree in which nothing has changed.
pub fn commit(root: &Path, at: &str, message: &str) -> Result<(), HistoryError> {
    run(root, &["add", "--all"], |command| command)?;
    run(root, &["commit", "--quiet", "--no-verify"], |command| {
        command
            .args(["--no-gpg-sign", "--cleanup=verbatim", "--message", message])
            .env("GIT_AUTHOR_NAME", NAME)
            .env("GIT_AUTHOR_EMAIL", EMAIL)
            .env("GIT_AUTHOR_DATE", at)
            .env("GIT_COMMITTER_NAME", NAME)
            .env("GIT_COMMITTER_EMAIL", EMAIL)
            .env("GIT_COMMITTER_DATE", at)
    })
}

fn run(
    root: &Path,
    arguments: &[&str],
    more: impl FnOnce(&mut Command) -> &mut Command,
) -> Result<(), HistoryError> {
    let mut command = Git::in_folder(root).command(Configuration::Nobodys);
    command.env("GIT_ATTR_NOSYSTEM", "1");
    command.args(SETTINGS.iter().flat_map(|setting| ["-c", setting]));
    command.args(arguments.iter().map(OsStr::new));
    more(&mut command);
    Running::start("git", command)?.finish().map(drop)
}
