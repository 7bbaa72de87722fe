//! Repositories made by the program git, with fixed people and dates.

use crate::disk;
use crate::history::{Cache, read};
use crate::model::SigningKey;
use crate::source::{Content, History, Past, Sources};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A repository with a site in it.
pub struct Repo {
    folder: TempDir,
    pub site: PathBuf,
}

impl Repo {
    /// The site is the whole repository.
    pub fn new() -> Self {
        Self::around("")
    }

    /// The site is the folder `below` of the repository.
    pub fn around(below: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join(below);
        fs::create_dir_all(site.join("content")).unwrap();
        let repo = Self { folder, site };
        repo.git(&["init", "--quiet", "--initial-branch=main"]);
        repo
    }

    /// The same repository with its site elsewhere in it.
    pub fn moved_to(self, below: &str) -> Self {
        let site = self.top().join(below);
        Self { site, ..self }
    }

    pub fn top(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file below the site's root.
    pub fn write(&self, path: &str, text: &str) -> &Self {
        let place = self.site.join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
        self
    }

    pub fn remove(&self, path: &str) -> &Self {
        fs::remove_file(self.site.join(path)).unwrap();
        self
    }

    pub fn rename(&self, from: &str, to: &str) -> &Self {
        fs::rename(self.site.join(from), self.site.join(to)).unwrap();
        self
    }

    /// Commits everything as of `date`, and returns the commit's id.
    pub fn commit(&self, date: &str) -> String {
        self.commit_with(date, &[])
    }

    pub fn commit_with(&self, date: &str, options: &[&str]) -> String {
        self.git(&["add", "--all"]);
        let commit = ["commit", "--quiet", "--allow-empty", "-m", "x"];
        self.dated(date, &[&commit, options].concat());
        self.git(&["rev-parse", "HEAD"])
    }

    /// What git prints, without the last line's end.
    pub fn git(&self, arguments: &[&str]) -> String {
        self.dated("2026-01-01", arguments)
    }

    /// Whatever the command makes, it makes at noon of `date`.
    pub fn dated(&self, date: &str, arguments: &[&str]) -> String {
        let at = format!("{date}T12:00:00Z");
        let mut command = git(self.top());
        command
            .env("GIT_AUTHOR_DATE", &at)
            .env("GIT_COMMITTER_DATE", &at);
        let output = command.args(arguments).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "git {arguments:?}: {told}");
        String::from_utf8(output.stdout)
            .unwrap()
            .trim_end()
            .to_owned()
    }

    pub fn sources(&self) -> Sources {
        disk::read(&self.site).unwrap()
    }

    /// The past with nothing kept.
    pub fn past(&self) -> Past {
        read(&self.site, &self.sources(), &[], Cache::Off).unwrap()
    }

    pub fn history(&self) -> History {
        known(self.past())
    }

    pub fn history_with(&self, keys: &[SigningKey], cache: Cache) -> History {
        known(read(&self.site, &self.sources(), keys, cache).unwrap())
    }
}

/// The program git with nobody's settings, whose author is always the same.
pub fn git(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command.current_dir(folder).stdin(Stdio::null());
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(name);
    }
    command
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .args(["-c", "user.name=Ani", "-c", "user.email=ani@example.com"]);
    command
}

pub fn known(past: Past) -> History {
    match past {
        Past::Known(history) => history,
        Past::Unknown(why) => panic!("{why:?}"),
    }
}

/// Each version of `path` as `commit text`, with the path it was taken from behind `<`.
pub fn versions(history: &History, path: &str) -> Vec<String> {
    let versions = history.files.get(path).into_iter().flatten();
    let told = versions.map(|version| {
        let content = match &version.content {
            Content::Text(bytes) => String::from_utf8_lossy(bytes).trim_end().to_owned(),
            Content::Media => "(media)".into(),
            Content::Gone => "(gone)".into(),
        };
        let from = version.renamed_from.iter().map(|from| format!(" < {from}"));
        format!("{} {content}{}", version.commit, from.collect::<String>())
    });
    told.collect()
}

/// The days of the commits.
pub fn days(history: &History) -> Vec<String> {
    let days = history.commits.iter().map(|commit| commit.at.date_naive());
    days.map(|day| day.to_string()).collect()
}
