//! The site that is being served, and how it becomes new.

use super::{Event, ServeError};
use crate::disk::{self, Reread};
use crate::history::{self, HistoryError};
use crate::model::{Date, Language, Register};
use crate::parse::{self, Raw};
use crate::render::Theme;
use crate::site::{self, Ledger, Page, Site, SiteError, Sound};
use crate::source::{Past, Sources, WhyUnknown};
use crate::url::{Address, Subject};
use axum::http::StatusCode;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Instant;

/// What day it is in a time zone; comes from `main`'s clock.
type Today = dyn Fn(chrono_tz::Tz) -> Date + Send + Sync;

/// A site in memory that renders pages on demand.
pub struct Preview {
    root: PathBuf,
    today: Box<Today>,
    shown: RwLock<Arc<Shown>>,
    /// Held while a new site is made, so that none is shown in place of a newer one.
    read: Mutex<ReadState>,
}

/// What was last read, good or not.
#[derive(Debug)]
pub struct ReadState {
    sources: Sources,
    raw: Raw,
    /// As of the commit that was checked out when files were last read.
    past: Past,
    next: NextRead,
}

/// What has to be read at the next save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NextRead {
    /// The files that were saved: the others are known.
    Saved,
    /// Every file: a read failed, and its cause may still be there.
    Everything,
}

/// The last good site.
struct Shown {
    site: Site,
    today: Date,
    ledger: Ledger,
    pages: BTreeMap<String, Page>,
}

/// What a request gets.
pub(super) enum Answer {
    Page {
        status: StatusCode,
        media_type: &'static str,
        bytes: Vec<u8>,
    },
    Elsewhere(String),
    Failed(String),
}

impl std::fmt::Debug for Preview {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Preview")
            .field("root", &self.root)
            .finish_non_exhaustive()
    }
}

impl Shown {
    fn new(sound: Sound, theme: &Theme) -> Result<Self, SiteError> {
        let Sound {
            register,
            record,
            ledger,
            today,
            ..
        } = sound;
        let site = Site::new(register, record, today, theme)?.remembering(&ledger);
        let pages = site
            .pages()
            .into_iter()
            .map(|page| (page.file(), page))
            .collect();
        Ok(Self {
            site,
            today,
            ledger,
            pages,
        })
    }

    /// The same site on another day.
    fn on(&self, today: Date) -> Sound {
        Sound {
            register: self.site.register().clone(),
            record: self.site.record().clone(),
            problems: Vec::new(),
            ledger: self.ledger.clone(),
            today,
        }
    }
}

impl Preview {
    /// The site of what was `read` from `root` and found `sound`; `today` is asked at every
    /// request, so that a server that runs over midnight moves on.
    ///
    /// # Errors
    /// A theme that can't be read or does not parse.
    pub fn new(
        root: PathBuf,
        read: ReadState,
        sound: Sound,
        today: impl Fn(chrono_tz::Tz) -> Date + Send + Sync + 'static,
    ) -> Result<Self, ServeError> {
        let theme = theme(&root, &sound.register.site.theme)?;
        Ok(Self {
            root,
            shown: RwLock::new(Arc::new(Shown::new(sound, &theme)?)),
            today: Box::new(today),
            read: Mutex::new(read),
        })
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// The path that the site is mounted at, from its base URL.
    pub(super) fn base_path(&self) -> String {
        self.shown().site.register().site.base_url.path().to_owned()
    }

    fn shown(&self) -> Arc<Shown> {
        // A panic elsewhere leaves a whole site behind: it is swapped in one piece.
        Arc::clone(&self.shown.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn read_state(&self) -> MutexGuard<'_, ReadState> {
        // A panic while reading leaves the order to read everything behind.
        self.read.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn show(&self, shown: Shown) {
        *self.shown.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(shown);
    }

    /// The answer to a request for `path`.
    pub(super) fn answer(&self, path: &str) -> Answer {
        let shown = match self.shown_today() {
            Ok(shown) => shown,
            Err(error) => return Answer::Failed(error.to_string()),
        };
        let base = shown.site.register().site.base_url.path();
        let Some(below) = path.strip_prefix(base) else {
            return Answer::Elsewhere(base.to_owned());
        };
        let Some(below) = decoded(below) else {
            return self.not_found(&shown, "");
        };
        if let Some(page) = shown.pages.get(&below) {
            return rendered(&shown.site, page, StatusCode::OK);
        }
        if let Some(page) = shown.pages.get(&index_of(&below)) {
            if below.is_empty() || below.ends_with('/') {
                return rendered(&shown.site, page, StatusCode::OK);
            }
            return Answer::Elsewhere(format!("{path}/"));
        }
        if shown.site.register().media.contains(&below) {
            return self.media(&below);
        }
        self.not_found(&shown, &below)
    }

    /// The site as of today: made anew when the day has changed.
    fn shown_today(&self) -> Result<Arc<Shown>, ServeError> {
        let shown = self.shown();
        if shown.today == self.today_of(shown.site.register()) {
            return Ok(shown);
        }
        // One request makes the site of the new day. The others wait for it, and it waits for
        // files that are being read.
        let _read = self.read_state();
        let shown = self.shown();
        let today = self.today_of(shown.site.register());
        if shown.today == today {
            return Ok(shown);
        }
        self.make(shown.on(today))?;
        Ok(self.shown())
    }

    fn today_of(&self, register: &Register) -> Date {
        (self.today)(register.site.time_zone)
    }

    /// Shows a site; the caller holds [`Self::read_state`].
    fn make(&self, sound: Sound) -> Result<(), ServeError> {
        let theme = theme(&self.root, &sound.register.site.theme)?;
        self.show(Shown::new(sound, &theme)?);
        Ok(())
    }

    fn media(&self, path: &str) -> Answer {
        match disk::read_file(&self.root, path) {
            // A link that took a file's place since: nothing is read through it.
            Ok(Reread::Gone | Reread::Linked) => self.not_found(&self.shown(), path),
            Ok(Reread::Bytes(bytes)) => {
                let media_type = media_type(path);
                Answer::Page {
                    status: StatusCode::OK,
                    media_type,
                    bytes,
                }
            }
            Err(error) => Answer::Failed(error.to_string()),
        }
    }

    fn not_found(&self, shown: &Shown, below: &str) -> Answer {
        let language = if below.starts_with("en/") {
            Language::English
        } else {
            Language::Indonesian
        };
        let address = Address::new(language, Subject::NotFound);
        let page = shown.pages.get(&address.file());
        let page = page.or_else(|| shown.pages.get("404.html"));
        match page {
            Some(page) => rendered(&shown.site, page, StatusCode::NOT_FOUND),
            None => Answer::Failed("404".to_owned()),
        }
    }

    /// Reads the `changed` paths below the root anew and shows the new site if it has no errors.
    pub(super) fn reload(&self, changed: &BTreeSet<PathBuf>, report: &dyn Fn(Event<'_>)) {
        let started = Instant::now();
        let mut read = self.read_state();
        if let Err(error) = read.update(&self.root, changed) {
            return report(Event::Failed(error.into()));
        }
        if let Err(error) = read.follow_commits(&self.root) {
            return report(Event::Failed(ServeError::History(error)));
        }
        let sources = &read.sources;
        let examined = site::examine(&read.raw, sources, &read.past, &self.today);
        let mut sound = match examined {
            Ok(sound) => sound,
            Err(problems) => {
                return report(Event::Problems {
                    problems: &problems,
                    sources,
                });
            }
        };
        let warnings = std::mem::take(&mut sound.problems);
        match self.make(sound) {
            Ok(()) => report(Event::Reloaded {
                files: names(changed),
                milliseconds: started.elapsed().as_millis(),
                warnings: &warnings,
                sources,
            }),
            Err(error) => report(Event::Failed(error)),
        }
    }
}

impl ReadState {
    /// What was read of a site, and what its repository remembers.
    pub fn new(sources: Sources, raw: Raw, past: Past) -> Self {
        Self {
            sources,
            raw,
            past,
            next: NextRead::Saved,
        }
    }

    /// Follows changes of single files; anything else (a folder renamed, files in `media/`) is
    /// read as a whole.
    fn update(&mut self, root: &Path, changed: &BTreeSet<PathBuf>) -> Result<(), disk::DiskError> {
        let single: Option<Vec<String>> = changed.iter().map(|path| single_file(path)).collect();
        let next = std::mem::replace(&mut self.next, NextRead::Everything);
        match (next, single) {
            (NextRead::Saved, Some(saved)) => self.read_saved(root, saved)?,
            (NextRead::Everything, _) | (_, None) => self.read_everything(root)?,
        }
        self.next = NextRead::Saved;
        Ok(())
    }

    /// Reads the past anew where it is not that of the commit that is checked out now.
    fn follow_commits(&mut self, root: &Path) -> Result<(), HistoryError> {
        let is_current = match &self.past {
            Past::Known(known) => history::head(root)?.as_deref() == Some(&*known.head),
            Past::Unknown(WhyUnknown::NotAsked) => !history::is_asked_for(&self.raw),
            Past::Unknown(_) => false,
        };
        if !is_current {
            self.past = history::read_of_site(root, &self.sources, &self.raw)?;
        }
        Ok(())
    }

    fn read_saved(&mut self, root: &Path, saved: Vec<String>) -> Result<(), disk::DiskError> {
        for path in saved {
            match disk::read_file(root, &path)? {
                Reread::Bytes(bytes) => {
                    self.raw.read(&path, &bytes);
                    self.sources.links.remove(&path);
                    self.sources.files.insert(path, bytes);
                }
                Reread::Gone => {
                    self.raw.remove(&path);
                    self.sources.links.remove(&path);
                    self.sources.files.remove(&path);
                }
                // The folder on the way may be the link: what lies beside this file is gone too.
                Reread::Linked => return self.read_everything(root),
            }
        }
        Ok(())
    }

    fn read_everything(&mut self, root: &Path) -> Result<(), disk::DiskError> {
        self.sources = disk::read(root)?;
        self.raw = parse::parse(&self.sources);
        Ok(())
    }
}

/// The path below `content/` of one text file that was saved or removed.
fn single_file(path: &Path) -> Option<String> {
    let below = path.strip_prefix("content").ok()?.to_str()?;
    let below = below.replace('\\', "/");
    let is_text = [".yml", ".md"].iter().any(|ending| below.ends_with(ending));
    (is_text && !below.starts_with("media/")).then_some(below)
}

fn names(changed: &BTreeSet<PathBuf>) -> String {
    let names: Vec<String> = changed
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    names.join(", ")
}

fn theme(root: &Path, name: &str) -> Result<Theme, ServeError> {
    Ok(Theme::with_overrides(name, disk::read_theme(root, name)?)?)
}

fn rendered(site: &Site, page: &Page, status: StatusCode) -> Answer {
    match site.render(page) {
        Ok(bytes) => Answer::Page {
            status,
            media_type: page.media_type(),
            bytes,
        },
        Err(error) => Answer::Failed(error.to_string()),
    }
}

fn decoded(path: &str) -> Option<String> {
    let text = percent_encoding::percent_decode_str(path)
        .decode_utf8()
        .ok()?;
    Some(text.into_owned())
}

fn index_of(path: &str) -> String {
    match path.trim_end_matches('/') {
        "" => "index.html".to_owned(),
        folder => format!("{folder}/index.html"),
    }
}

/// The media type of a published file; unknown ones are offered for download.
fn media_type(path: &str) -> &'static str {
    match path
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase())
        .as_deref()
    {
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("png") => "image/png",
        Some("webp") => "image/webp",
        Some("avif") => "image/avif",
        Some("pdf") => "application/pdf",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::thread;

    #[test]
    fn a_new_day_makes_one_new_site_for_all_who_ask() {
        static LATER: AtomicBool = AtomicBool::new(false);
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/minimal");
        let sources = disk::read(&root).unwrap();
        let raw = parse::parse(&sources);
        let past = Past::Unknown(WhyUnknown::NotAsked);
        let today = |_| match LATER.load(Ordering::SeqCst) {
            false => Date::from_ymd_opt(2026, 8, 1).unwrap(),
            true => Date::from_ymd_opt(2026, 8, 2).unwrap(),
        };
        let sound = site::examine(&raw, &sources, &past, today).unwrap();
        let read = ReadState::new(sources, raw, past);
        let preview = Preview::new(root, read, sound, today).unwrap();
        let before = preview.shown_today().unwrap();
        assert!(Arc::ptr_eq(&before, &preview.shown()));
        LATER.store(true, Ordering::SeqCst);
        let all: Vec<Arc<Shown>> = thread::scope(|scope| {
            let ask = || preview.shown_today().unwrap();
            let asking: Vec<_> = (0..8).map(|_| scope.spawn(ask)).collect();
            asking.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert_eq!(all[0].today.to_string(), "2026-08-02");
        assert!(all.iter().all(|shown| Arc::ptr_eq(shown, &all[0])));
    }
}
