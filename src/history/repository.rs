//! Which repository a site stands in, and what its work tree holds that no commit does.

use super::HistoryError;
use super::program::{Configuration, Git, Running, not_understood};
use crate::disk::is_ignored;
use crate::source::WhyUnknown;
use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The repository around a site.
#[derive(Debug)]
pub(super) struct Repository {
    pub git: Git,
    pub hashing: Hashing,
    /// The commit that is checked out.
    pub head: String,
    /// The site's root below the work tree's, empty or with `/` at its end.
    pub prefix: Vec<u8>,
    /// Where pantau may keep something in the folder of git.
    pub store: PathBuf,
}

/// By what objects are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hashing {
    Sha1,
    Sha256,
}

/// The repository that the site at `root` stands in, or why there is no past to read.
pub(super) fn open(root: &Path) -> Result<Result<Repository, WhyUnknown>, HistoryError> {
    let git = Git::in_folder(root);
    let asked = git.output([
        "rev-parse",
        "--is-shallow-repository",
        "--show-object-format",
        "--git-path",
        "pantau",
        "--show-prefix",
        "HEAD^{commit}",
    ]);
    match asked {
        Ok(answer) => found(root, git, &answer),
        Err(HistoryError::Run { source, .. }) if source.kind() == ErrorKind::NotFound => {
            Ok(Err(WhyUnknown::NoGit))
        }
        Err(HistoryError::Failed { message, .. }) if is_outside(&message) => {
            Ok(Err(WhyUnknown::NoRepository))
        }
        Err(error) => unborn(&git, error).map(Err),
    }
}

/// Git also says "not a git repository" of a broken one, but then it names it.
fn is_outside(message: &str) -> bool {
    message.contains("not a git repository (or any")
}

/// `HEAD` may name a branch that has no commit yet, which only `log` tells from a broken one.
fn unborn(git: &Git, error: HistoryError) -> Result<WhyUnknown, HistoryError> {
    match git.output(["log", "-1", "--format=%H"]) {
        Err(HistoryError::Failed { message, .. })
            if message.contains("does not have any commits yet") =>
        {
            Ok(WhyUnknown::NoCommits)
        }
        Err(error) => Err(error),
        Ok(_) => Err(error),
    }
}

fn found(
    root: &Path,
    git: Git,
    answer: &[u8],
) -> Result<Result<Repository, WhyUnknown>, HistoryError> {
    let lines: Vec<&[u8]> = answer.split(|b| *b == b'\n').collect();
    let [shallow, format, store, prefix, head, b""] = lines[..] else {
        return Err(not_understood("git rev-parse"));
    };
    if shallow == b"true" {
        return Ok(Err(WhyUnknown::Shallow));
    }
    let hashing = match format {
        b"sha1" => Hashing::Sha1,
        b"sha256" => Hashing::Sha256,
        _ => return Err(not_understood("git rev-parse")),
    };
    Ok(Ok(Repository {
        git,
        hashing,
        head: String::from_utf8_lossy(head).into_owned(),
        prefix: prefix.to_owned(),
        // Of a name that is not UTF-8 comes one that is not there, where nothing can be kept.
        store: root.join(&*String::from_utf8_lossy(store)),
    }))
}

impl Repository {
    /// Starts looking for what differs from `head` below `content/` and `themes/`.
    pub fn start_status(&self) -> Result<Running, HistoryError> {
        let mut command = self.git.command(Configuration::Users);
        command.args([
            "status",
            "--porcelain=v2",
            "-z",
            "--no-renames",
            "--untracked-files=all",
            // What git ignores pantau reads all the same, and publishes.
            "--ignored=traditional",
            "--ignore-submodules=dirty",
            "--",
            "content",
            "themes",
        ]);
        Running::start("git", command)
    }

    /// The paths below the site's root that a finished [`Self::start_status`] tells of.
    pub fn differing(&self, status: &[u8]) -> Result<BTreeSet<String>, HistoryError> {
        let entries = status.split(|b| *b == 0).filter(|entry| !entry.is_empty());
        let mut differing = BTreeSet::new();
        for entry in entries {
            let path = path_of(entry).ok_or_else(|| not_understood("git status"))?;
            let below = path.strip_prefix(&*self.prefix);
            // `disk` refuses a name that is not UTF-8.
            let below = below.and_then(|path| std::str::from_utf8(path).ok());
            // A folder that is a repository of its own is told with a slash.
            let below = below.map(|path| path.trim_end_matches('/'));
            differing.extend(below.filter(|path| !is_ignored(path)).map(str::to_owned));
        }
        Ok(differing)
    }
}

/// What stands behind the fields of an entry of `status --porcelain=v2`, whose number depends on
/// its kind.
pub(super) fn path_of(entry: &[u8]) -> Option<&[u8]> {
    let fields = match entry.first()? {
        b'1' => 8,
        b'u' => 10,
        b'?' | b'!' => 1,
        _ => return None,
    };
    entry.splitn(fields + 1, |b| *b == b' ').nth(fields)
}
