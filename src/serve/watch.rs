//! Watches the sources and the theme for saved files.

use super::{Event, Preview, ServeError};
use crate::disk;
use notify::event::ModifyKind;
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Editors write a file in several steps; what comes within this time is one save.
const ONE_SAVE: Duration = Duration::from_millis(25);

/// What a site is made of, below its root.
const FOLDERS: [&str; 2] = ["content", "themes"];

/// A running watch. What is saved from its beginning on waits in it until it is asked.
#[derive(Debug)]
pub struct Watch {
    /// As it stands in the paths of events: from the file system's root, without links.
    root: PathBuf,
    watcher: RecommendedWatcher,
    changes: Receiver<notify::Result<notify::Event>>,
}

impl Watch {
    /// Watches `content/` and `themes/` below `root`, and for either to appear. It begins before
    /// anything is read there: what is saved meanwhile is read once more.
    ///
    /// # Errors
    /// A folder that isn't there or can't be watched.
    pub fn start(root: &Path) -> Result<Self, ServeError> {
        let (send, changes) = channel();
        let mut watcher = notify::recommended_watcher(send)?;
        let root = root.canonicalize()?;
        watcher.watch(&root, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS.map(|name| root.join(name)) {
            if folder.is_dir() {
                watcher.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(Self {
            root,
            watcher,
            changes,
        })
    }

    /// Has `preview` read what was saved, until the watch ends.
    pub(super) fn follow(&mut self, preview: &Preview, report: &dyn Fn(Event<'_>)) {
        while let Some(changed) = self.next(report) {
            preview.saved(changed, report);
        }
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
        let appears = matches!(
            event.kind,
            EventKind::Create(_) | EventKind::Modify(ModifyKind::Name(_))
        );
        for path in &event.paths {
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

    /// The path below the root of something that the site is made of.
    fn source<'p>(&self, path: &'p Path) -> Option<&'p Path> {
        let below = path.strip_prefix(&self.root).ok()?;
        let is_source = FOLDERS.iter().any(|folder| below.starts_with(folder));
        (is_source && !disk::is_ignored(below.to_str()?)).then_some(below)
    }
}
