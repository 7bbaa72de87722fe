//! The site that is being served, and how it becomes new.

use super::{Event, ServeError};
use crate::check::{self, Checked};
use crate::disk;
use crate::model::{Date, Language, Register};
use crate::parse::{self, Raw};
use crate::render::Theme;
use crate::site::{Page, Site, SiteError};
use crate::source::Sources;
use crate::url::{Address, Subject};
use axum::http::StatusCode;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Instant;

/// What day it is in a time zone; comes from `main`'s clock.
type Today = dyn Fn(chrono_tz::Tz) -> Date + Send + Sync;

/// A site in memory that renders pages on demand.
pub struct Preview {
    root: PathBuf,
    today: Box<Today>,
    shown: RwLock<Arc<Shown>>,
    read: Mutex<ReadState>,
}

/// What was last read, good or not.
struct ReadState {
    sources: Sources,
    raw: Raw,
}

/// The last good site.
struct Shown {
    site: Site,
    today: Date,
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
    fn new(register: Register, today: Date, theme: &Theme) -> Result<Self, SiteError> {
        let site = Site::new(register, today, theme)?;
        let pages = site
            .pages()
            .into_iter()
            .map(|page| (page.file(), page))
            .collect();
        Ok(Self { site, today, pages })
    }
}

impl Preview {
    /// The site of `register`, read from `root`; `today` is asked at every request, so that a
    /// server that runs over midnight moves on.
    ///
    /// # Errors
    /// A theme that can't be read or does not parse.
    pub fn new(
        root: PathBuf,
        sources: Sources,
        raw: Raw,
        register: Register,
        today: impl Fn(chrono_tz::Tz) -> Date + Send + Sync + 'static,
    ) -> Result<Self, ServeError> {
        let theme = theme(&root, &register.site.theme)?;
        let day = today(register.site.time_zone);
        Ok(Self {
            root,
            shown: RwLock::new(Arc::new(Shown::new(register, day, &theme)?)),
            today: Box::new(today),
            read: Mutex::new(ReadState { sources, raw }),
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
        let today = (self.today)(shown.site.register().site.time_zone);
        if today == shown.today {
            return Ok(shown);
        }
        let register = shown.site.register().clone();
        let theme = theme(&self.root, &register.site.theme)?;
        self.show(Shown::new(register, today, &theme)?);
        Ok(self.shown())
    }

    fn media(&self, path: &str) -> Answer {
        match disk::read_file(&self.root, path) {
            Ok(None) => self.not_found(&self.shown(), path),
            Ok(Some(bytes)) => {
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

    /// Reads `changed` paths anew and shows the new site if it has no errors.
    pub(super) fn reload(&self, changed: &BTreeSet<PathBuf>, report: &dyn Fn(Event<'_>)) {
        let started = Instant::now();
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let checked = match read.update(&self.root, changed) {
            Ok(()) => check::check(&read.raw),
            Err(error) => {
                return report(Event::Failed {
                    message: error.to_string(),
                });
            }
        };
        let checked = match checked {
            Ok(checked) => checked,
            Err(problems) => {
                let sources = &read.sources;
                return report(Event::Problems {
                    problems: &problems,
                    sources,
                });
            }
        };
        match self.show_checked(checked) {
            Ok(()) => report(Event::Reloaded {
                files: names(&self.root, changed),
                milliseconds: started.elapsed().as_millis(),
            }),
            Err(error) => report(Event::Failed {
                message: error.to_string(),
            }),
        }
    }

    fn show_checked(&self, checked: Checked) -> Result<(), ServeError> {
        let register = checked.register;
        let theme = theme(&self.root, &register.site.theme)?;
        let today = (self.today)(register.site.time_zone);
        self.show(Shown::new(register, today, &theme)?);
        Ok(())
    }
}

impl ReadState {
    /// Follows changes of single files; anything else (a folder renamed, files in `media/`) is
    /// read as a whole.
    fn update(&mut self, root: &Path, changed: &BTreeSet<PathBuf>) -> Result<(), disk::DiskError> {
        let single: Option<Vec<String>> =
            changed.iter().map(|path| single_file(root, path)).collect();
        let Some(single) = single else {
            self.sources = disk::read(root)?;
            self.raw = parse::parse(&self.sources);
            return Ok(());
        };
        for path in single {
            match disk::read_file(root, &path)? {
                Some(bytes) => {
                    self.raw.read(&path, &bytes);
                    self.sources.files.insert(path, bytes);
                }
                None => {
                    self.raw.remove(&path);
                    self.sources.files.remove(&path);
                }
            }
        }
        Ok(())
    }
}

/// The path below `content/` of one text file that was saved or removed.
fn single_file(root: &Path, path: &Path) -> Option<String> {
    let below = path
        .strip_prefix(root.join("content"))
        .ok()?
        .to_str()?
        .replace('\\', "/");
    let is_text = [".yml", ".md"].iter().any(|ending| below.ends_with(ending));
    (is_text && !below.starts_with("media/")).then_some(below)
}

fn names(root: &Path, changed: &BTreeSet<PathBuf>) -> String {
    let names: Vec<String> = changed
        .iter()
        .map(|path| {
            path.strip_prefix(root)
                .unwrap_or(path)
                .display()
                .to_string()
        })
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
