//! Watches the sources and the theme for saved files, and the folder of git for another commit.

use super::reading::{Changes, GIT};
use super::{Event, Preview, ServeError};
use crate::{disk, history};
use notify::event::ModifyKind;
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Editors write a file in several steps; what comes within this time is one save.
const ONE_SAVE: Duration = Duration::from_millis(20);

/// What a site is made of, below its root.
const FOLDERS: [&str; 2] = ["content", "themes"];

/// What in a folder of git says which commit is checked out.
const HEADS: [&str; 4] = ["HEAD", "packed-refs", "refs", "reftable"];

/// A running watch. What is saved from its beginning on waits in it until it is asked.
#[derive(Debug)]
pub struct Watch {
    /// As it stands in the paths of events: from the file system's root, without links.
    root: PathBuf,
    /// Where git keeps which commit is checked out; none where the site has no repository.
    git: Vec<PathBuf>,
    watcher: RecommendedWatcher,
    changes: Receiver<notify::Result<notify::Event>>,
}

impl Watch {
    /// Watches `content/` and `themes/` below `root`, for either to appear, and for another commit.
    /// It begins before anything is read there: what is saved meanwhile is read once more.
    ///
    /// # Errors
    /// A folder that isn't there or can't be watched.
    pub fn start(root: &Path) -> Result<Self, ServeError> {
        let (send, changes) = channel();
        let watcher = notify::recommended_watcher(send)?;
        let root = root.canonicalize()?;
        let git = history::git_folders(&root);
        let mut watch = Self {
            root,
            git,
            watcher,
            changes,
        };
        watch.watch_all()?;
        Ok(watch)
    }

    fn watch_all(&mut self) -> notify::Result<()> {
        let watcher = &mut self.watcher;
        watcher.watch(&self.root, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS.map(|name| self.root.join(name)) {
            if folder.is_dir() {
                watcher.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        for folder in &self.git {
            watcher.watch(folder, RecursiveMode::NonRecursive)?;
            for heads in HEADS.map(|name| folder.join(name)) {
                if heads.is_dir() {
                    watcher.watch(&heads, RecursiveMode::Recursive)?;
                }
            }
        }
        Ok(())
    }

    /// Has `preview` read what was saved, until the watch ends; that is told.
    pub(super) fn follow(&mut self, preview: &Preview, report: &dyn Fn(Event<'_>)) {
        while let Some(changed) = self.next(report) {
            preview.saved(changed, report);
        }
        let ended = || ServeError::from(io::Error::other("the watch has ended"));
        preview.fail(&ended(), Changes::default());
        report(Event::Failed(ended()));
    }

    /// Waits for the next save: the paths below the root; `None` when the watch has ended.
    pub(super) fn next(&mut self, report: &dyn Fn(Event<'_>)) -> Option<BTreeSet<PathBuf>> {
        loop {
            let first = self.changes.recv().ok()?;
            let mut changed = BTreeSet::new();
            self.collect(first, &mut changed, report);
            while let Ok(next) = self.changes.recv_timeout(ONE_SAVE) {
                self.collect(next, &mut changed, report);
            }
            if !changed.is_empty() {
                return Some(changed);
            }
        }
    }

    fn collect(
        &mut self,
        event: notify::Result<notify::Event>,
        changed: &mut BTreeSet<PathBuf>,
        report: &dyn Fn(Event<'_>),
    ) {
        if let Err(error) = event.and_then(|event| self.take(&event, changed)) {
            report(Event::Failed(error.into()));
        }
    }

    /// Adds what an event says was saved, below the root.
    fn take(
        &mut self,
        event: &notify::Event,
        changed: &mut BTreeSet<PathBuf>,
    ) -> notify::Result<()> {
        // Reading a file is an event too: taking it for a change would never end.
        if matches!(event.kind, EventKind::Access(_)) {
            return Ok(());
        }
        // More happened than the system could tell of: new folders too, which nobody watches yet.
        if event.need_rescan() || event.paths.is_empty() {
            let all = FOLDERS.into_iter().chain([GIT]);
            changed.extend(all.map(PathBuf::from));
            return self.watch_all();
        }
        let appears = matches!(
            event.kind,
            EventKind::Create(_) | EventKind::Modify(ModifyKind::Name(_))
        );
        for path in &event.paths {
            if self.is_head(path) {
                changed.insert(PathBuf::from(GIT));
                continue;
            }
            let Some(below) = self.source(path) else {
                continue;
            };
            let is_folder = FOLDERS.iter().any(|name| below == Path::new(name));
            if appears && is_folder && path.is_dir() {
                self.watcher.watch(path, RecursiveMode::Recursive)?;
            }
            changed.insert(below.to_owned());
        }
        Ok(())
    }

    /// Whether a file of git says which commit is checked out. Git writes it beside first.
    fn is_head(&self, path: &Path) -> bool {
        let mut below = self
            .git
            .iter()
            .filter_map(|git| path.strip_prefix(git).ok());
        let is_lock = path.extension().is_some_and(|ending| ending == "lock");
        !is_lock && below.any(|below| HEADS.iter().any(|name| below.starts_with(name)))
    }

    /// The path below the root of something that the site is made of.
    fn source<'p>(&self, path: &'p Path) -> Option<&'p Path> {
        let below = path.strip_prefix(&self.root).ok()?;
        let is_source = FOLDERS.iter().any(|folder| below.starts_with(folder));
        (is_source && !disk::is_ignored(below.to_str()?)).then_some(below)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::Flag;
    use std::fs;

    #[test]
    fn saves_that_were_too_many_to_be_heard_are_all_read() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("content")).unwrap();
        fs::create_dir_all(root.path().join(".git/refs")).unwrap();
        fs::write(root.path().join(".git/HEAD"), "ref: refs/heads/main").unwrap();
        let mut watch = Watch::start(root.path()).unwrap();
        let lost = notify::Event::new(EventKind::Other).set_flag(Flag::Rescan);
        let mut changed = BTreeSet::new();
        watch.take(&lost, &mut changed).unwrap();
        let all = ["content", "themes", GIT].map(PathBuf::from);
        assert_eq!(changed, BTreeSet::from(all));
    }
}
