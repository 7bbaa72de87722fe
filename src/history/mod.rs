//! The only room that runs git, and the programs that verify signatures.
//!
//! It fills [`Past`] from the first-parent line of `HEAD`: which commits touched the sources, what
//! each file held after them, and what of the work tree no commit holds. It also makes the repository
//! of a sample's past, commit by commit. It never writes into the work tree, never fetches, and
//! judges nothing that a version says; the user's settings of git change nothing of what it finds
//! or makes.

mod checkout;
mod commit;
mod contents;
mod error;
#[cfg(any(test, fuzzing))]
pub mod laws;
mod line;
mod memory;
mod program;
mod repository;
mod signing;
mod site;
#[cfg(test)]
mod tests;
mod tree;
mod trust;

pub use checkout::{check_out, resolve};
pub use commit::{begin, commit};
pub use error::HistoryError;
pub use site::{is_asked_for, is_repository, is_wanted, read_of_site};

use crate::model::SigningKey;
use crate::source::{Commit, Content, History, Past, Sources, Version, WhyUnknown};
use chrono::DateTime;
use contents::Blobs;
use line::{Became, CONTENT, Line};
use memory::Memory;
use program::{Git, not_understood};
use repository::Repository;
use signing::Judged;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Whether what was read is kept in the folder of git for the next time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cache {
    On,
    /// Everything is read, and nothing written.
    Off,
}

/// What the repository around the site at `root` remembers of its sources, `sources` being what
/// stands there now. A signature counts as the office's when one of `keys` made it.
///
/// # Errors
/// A failure of git; a signature that can't be verified for lack of a program; a key that no
/// program can read. That there is no past to read is none.
pub fn read(
    root: &Path,
    sources: &Sources,
    keys: &[SigningKey],
    cache: Cache,
) -> Result<Past, HistoryError> {
    let repository = match repository::open(root)? {
        Ok(repository) => repository,
        Err(why) => return Ok(Past::Unknown(why)),
    };
    // It looks at the work tree while the log is read.
    let status = repository.start_status()?;
    let memory = remembered(&repository, sources, keys, cache);
    let mut uncommitted = repository.differing(&status.finish()?)?;
    let (memory, texts) = memory?;
    if memory.line.commits.is_empty() {
        return Ok(Past::Unknown(WhyUnknown::NoCommits));
    }
    let files = files(&memory.line, &texts).ok_or_else(|| not_understood("git cat-file"))?;
    uncommitted.extend(unknown_to(&files, sources));
    Ok(Past::Known(History {
        commits: commits(&memory, keys).ok_or_else(|| not_understood("git log"))?,
        head: memory.line.head,
        files,
        uncommitted,
    }))
}

/// The commit that is checked out at `root`; `None` where there is none, or no git.
///
/// # Errors
/// A failure of git.
pub fn head(root: &Path) -> Result<Option<String>, HistoryError> {
    match repository::open(root)? {
        Ok(repository) => Ok(Some(repository.head)),
        Err(_) => Ok(None),
    }
}

/// The folders in which git keeps which commit is checked out at `root`: the work tree's own, and the
/// one that it shares with others. None where there is no repository, or none that git can read;
/// whoever reads the past hears why.
pub fn git_folders(root: &Path) -> Vec<PathBuf> {
    let asked = Git::in_folder(root).output(["rev-parse", "--git-dir", "--git-common-dir"]);
    let answer = asked.unwrap_or_default();
    let lines = answer.split(|byte| *byte == b'\n');
    let named = lines.filter(|line| !line.is_empty());
    let folders = named.map(|line| root.join(&*String::from_utf8_lossy(line)));
    let mut folders: Vec<PathBuf> = folders
        .filter_map(|path| path.canonicalize().ok())
        .collect();
    folders.dedup();
    folders
}

/// Everything below `root/content/` as `commit` has it, read as `disk` reads the work tree.
///
/// # Errors
/// A failure of git, as for a commit that is not there; a commit without `content/`; what `disk`
/// would refuse; another repository below `content/`.
pub fn sources_at(root: &Path, commit: &str) -> Result<Sources, HistoryError> {
    tree::sources(&Git::in_folder(root), commit)
}

/// The line up to the head and what was found out about its signatures, kept for the next time;
/// and the bytes of all its texts.
fn remembered(
    repository: &Repository,
    sources: &Sources,
    keys: &[SigningKey],
    cache: Cache,
) -> Result<(Memory, Blobs), HistoryError> {
    let Memory {
        line,
        mut verdicts,
        mut blobs,
    } = Memory::recalled(repository, cache);
    let before = (line.head.clone(), blobs.len());
    // The work tree is hashed while git looks through its log, and of what git is asked next one
    // half does not wait for the other.
    let (line, in_work_tree) = rayon::join(
        || line::up_to_head(repository, line),
        || contents::of_sources(sources, repository.hashing),
    );
    let mut line = line?;
    let (signatures, read) = rayon::join(
        || signing::find(repository, line.unread()),
        || contents::from_git(repository, &line, &in_work_tree, &mut blobs),
    );
    line.mark(signatures?);
    read?;
    let judged = signing::judge(repository, &line, keys, &mut verdicts)?;

    let names = contents::named(&line);
    let texts = contents::texts(&names, &in_work_tree, &blobs);

    let is_new = judged == Judged::SomeNow || before != (line.head.clone(), blobs.len());
    blobs.retain(|name, _| names.contains(&**name));
    drop(names);
    let memory = Memory {
        line,
        verdicts,
        blobs,
    };
    if is_new && cache == Cache::On {
        memory.keep(repository);
    }
    Ok((memory, texts))
}

fn commits(memory: &Memory, keys: &[SigningKey]) -> Option<Vec<Commit>> {
    let commits = memory.line.commits.iter().map(|entry| {
        Some(Commit {
            id: entry.id.clone(),
            at: DateTime::from_timestamp(entry.at, 0)?,
            signing: memory.verdicts.of(entry, keys),
        })
    });
    commits.collect()
}

/// The versions of each file; `None` where a version has no bytes.
fn files(line: &Line, texts: &Blobs) -> Option<BTreeMap<String, Vec<Version>>> {
    let mut files: BTreeMap<String, Vec<Version>> = BTreeMap::new();
    for (commit, entry) in line.commits.iter().enumerate() {
        for change in &entry.changes {
            let content = match &change.became {
                Became::Text(id) => Content::Text(texts.get(id)?.clone()),
                Became::Media => Content::Media,
                Became::Gone => Content::Gone,
            };
            files.entry(change.path.clone()).or_default().push(Version {
                commit,
                content,
                renamed_from: change.renamed_from.clone(),
            });
        }
    }
    Some(files)
}

/// Sources that no commit holds, even where git does not look: in a repository below `content/`.
fn unknown_to(files: &BTreeMap<String, Vec<Version>>, sources: &Sources) -> Vec<String> {
    let is_known = |path: &String| {
        let versions = files.get(path).and_then(|versions| versions.last());
        versions.is_some_and(|version| version.content != Content::Gone)
    };
    let paths = sources.files.keys().chain(sources.media.keys());
    paths
        .filter(|path| !is_known(path))
        .map(|path| format!("{CONTENT}{path}"))
        .collect()
}
