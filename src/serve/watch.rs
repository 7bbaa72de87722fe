//! Watches the sources and the theme for saved files.

use super::{Event, Preview, ServeError};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Editors write a file in several steps; what comes within this time is one save.
const ONE_SAVE: Duration = Duration::from_millis(25);

/// A running watch.
pub(super) struct Watch {
    root: PathBuf,
    /// Dropped, it would stop.
    _watcher: RecommendedWatcher,
    changes: Receiver<notify::Result<notify::Event>>,
}

/// Watches `content/` and, where it is there, `themes/` below `root`.
pub(super) fn start(root: &Path) -> Result<Watch, ServeError> {
    let (send, changes) = channel();
    let mut watcher = notify::recommended_watcher(send)?;
    watcher.watch(&root.join("content"), RecursiveMode::Recursive)?;
    let themes = root.join("themes");
    if themes.is_dir() {
        watcher.watch(&themes, RecursiveMode::Recursive)?;
    }
    Ok(Watch {
        root: root.to_owned(),
        _watcher: watcher,
        changes,
    })
}

impl Watch {
    /// Has `preview` read what was saved, until the watch ends.
    pub fn follow(&self, preview: &Preview, report: &dyn Fn(Event<'_>)) {
        while let Ok(first) = self.changes.recv() {
            let mut changed = BTreeSet::new();
            self.collect(first, &mut changed, report);
            while let Ok(next) = self.changes.recv_timeout(ONE_SAVE) {
                self.collect(next, &mut changed, report);
            }
            if !changed.is_empty() {
                preview.reload(&changed, report);
            }
        }
    }

    /// Reading a file is an event too: taking it for a change would never end.
    fn collect(
        &self,
        event: notify::Result<notify::Event>,
        changed: &mut BTreeSet<PathBuf>,
        report: &dyn Fn(Event<'_>),
    ) {
        match event {
            Ok(event) if matches!(event.kind, EventKind::Access(_)) => {}
            Ok(event) => {
                changed.extend(event.paths.into_iter().filter(|path| self.is_source(path)));
            }
            Err(error) => report(Event::Failed {
                message: error.to_string(),
            }),
        }
    }

    fn is_source(&self, path: &Path) -> bool {
        let below = path.strip_prefix(&self.root).unwrap_or(path).to_str();
        below.is_some_and(|path| !crate::disk::is_ignored(path))
    }
}
