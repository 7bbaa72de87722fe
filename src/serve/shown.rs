//! What requests are answered from: the last good site, and what was saved since.

use super::ServeError;
use super::reading::Changes;
use super::told::{Level, Notice, NoticeWords};
use crate::model::{Date, Language};
use crate::parse::Raw;
use crate::problem::{Problem, Severity};
use crate::site::{Dress, Ledger, Page, References, Saved, Site, SiteError, Sound};
use crate::url::SEARCH_INDEX;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Gives what stands in a file, for people to see.
type Text<'t> = &'t dyn Fn(&str) -> String;

/// The last good site.
pub(super) struct Shown {
    pub site: Site,
    pub references: Arc<References>,
    ledger: Arc<Ledger>,
    pages: Arc<BTreeMap<String, Page>>,
    /// Files of the search index; made when the first is asked for.
    search: OnceLock<BTreeMap<String, Page>>,
    words: Arc<NoticeWords>,
}

impl Shown {
    /// The site of what was found sound in `raw`, and of what was shown `before`.
    pub fn new(sound: Sound, raw: &Raw, dress: Arc<Dress>, before: Option<&Self>) -> Self {
        let languages = &sound.register.site.languages;
        let language = languages.first().copied();
        let words = NoticeWords::new(language.unwrap_or(Language::Indonesian));
        let (register, record) = (Arc::new(sound.register), Arc::new(sound.record));
        let today = sound.today;
        let site = match before.map(|shown| &shown.site) {
            Some(before) => Site::dressed_after(register, record, today, dress, before),
            None => Site::dressed(register, record, today, dress),
        };
        let site = site.remembering(&sound.ledger);
        Self {
            references: Arc::new(References::of(raw)),
            ledger: Arc::new(sound.ledger),
            pages: Arc::new(by_file(site.pages_but_search())),
            search: OnceLock::new(),
            words: Arc::new(words),
            site,
        }
    }

    /// The same site on another day.
    fn on(&self, today: Date) -> Self {
        let site = self.site.on(today).remembering(&self.ledger);
        Self {
            references: Arc::clone(&self.references),
            ledger: Arc::clone(&self.ledger),
            pages: Arc::new(by_file(site.pages_but_search())),
            search: OnceLock::new(),
            words: Arc::clone(&self.words),
            site,
        }
    }

    /// The same site in another theme.
    pub fn in_dress(&self, dress: Arc<Dress>) -> Self {
        Self {
            references: Arc::clone(&self.references),
            ledger: Arc::clone(&self.ledger),
            pages: Arc::clone(&self.pages),
            search: OnceLock::new(),
            words: Arc::clone(&self.words),
            site: self.site.in_dress(dress),
        }
    }

    pub fn today(&self) -> Date {
        self.site.score().today
    }

    pub fn base_path(&self) -> &str {
        self.site.register().site.base_url.path()
    }

    /// The page whose file is `path`.
    pub fn page(&self, path: &str) -> Option<&Page> {
        let is_of_search = || path.starts_with(SEARCH_INDEX);
        let found = self.pages.get(path);
        found.or_else(|| is_of_search().then(|| self.search_page(path)).flatten())
    }

    fn search_page(&self, path: &str) -> Option<&Page> {
        let pages = || by_file(self.site.search_pages());
        self.search.get_or_init(pages).get(path)
    }
}

fn by_file(pages: Vec<Page>) -> BTreeMap<String, Page> {
    let pages = pages.into_iter();
    pages.map(|page| (page.file(), page)).collect()
}

/// Pages that were made at once, by file; `None` for one that is the last good site's.
type Made = BTreeMap<String, Option<Vec<u8>>>;

/// What is shown at one moment, and what is told of it.
pub(super) struct Moment {
    pub shown: Arc<Shown>,
    /// Files saved since; `None` where that is more than single files, of which only the whole site
    /// tells.
    saved: Option<Saved>,
    /// What is wrong, or should be looked at.
    problems: Vec<Problem>,
    notice: Arc<Notice>,
    /// How often something changed that pages only link to.
    beside: u64,
    made: Mutex<Made>,
}

impl Moment {
    /// A good site, with its warnings.
    pub fn of(shown: Arc<Shown>, warnings: Vec<Problem>, text: Text<'_>) -> Self {
        let notice = Arc::new(shown.words.notice(&warnings, text));
        Self {
            shown,
            saved: Some(Saved::new()),
            problems: warnings,
            notice,
            beside: 0,
            made: Mutex::default(),
        }
    }

    fn with(&self, problems: Vec<Problem>, notice: Arc<Notice>) -> Self {
        Self {
            shown: Arc::clone(&self.shown),
            saved: self.saved.clone(),
            problems,
            notice,
            beside: self.beside,
            made: Mutex::default(),
        }
    }

    /// In the place of `before`, after `changes` that have been taken in.
    pub fn following(mut self, before: &Self, changes: &Changes) -> Self {
        let is_beside = changes.is_theme || changes.is_more;
        self.beside = before.beside + u64::from(is_beside);
        self
    }

    /// How often something changed that pages only link to: style sheets, scripts, pictures.
    pub fn beside(&self) -> u64 {
        self.beside
    }

    /// With these `changes`, of which nothing is known yet.
    pub fn after(&self, changes: &Changes) -> Self {
        let mut after = self.with(self.problems.clone(), Arc::clone(&self.notice));
        after.saved = after.saved.filter(|_| !changes.is_more);
        if let Some(saved) = &mut after.saved {
            saved.extend(changes.files.clone());
        }
        after
    }

    /// On another day.
    pub fn on(&self, today: Date) -> Self {
        let mut moment = self.with(self.problems.clone(), Arc::clone(&self.notice));
        moment.shown = Arc::new(self.shown.on(today));
        moment
    }

    /// With these problems in the place of all that was told before.
    pub fn told(&self, problems: Vec<Problem>, text: Text<'_>) -> Self {
        let text = |file: &str| match self.saved.as_ref().and_then(|saved| saved.get(file)) {
            Some(Some(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
            Some(None) => String::new(),
            None => text(file),
        };
        let notice = self.shown.words.notice(&problems, &text);
        self.with(problems, Arc::new(notice))
    }

    /// Without the errors in these `files`, in which none is any more. Where one remains elsewhere,
    /// all stay: only the whole site tells what that came of.
    pub fn mended(self, files: &BTreeSet<String>, text: Text<'_>) -> Self {
        let is_error = |problem: &&Problem| problem.severity == Severity::Error;
        let mut errors = self.problems.iter().filter(is_error);
        if self.notice.level != Level::Errors || errors.any(|p| !files.contains(&p.file)) {
            return self;
        }
        let rest = self.problems.iter().filter(|problem| !is_error(problem));
        self.told(rest.cloned().collect(), text)
    }

    /// That the disk, the theme or the program failed.
    pub fn failed(&self, error: &ServeError) -> Self {
        let mut moment = self.with(Vec::new(), Arc::new(self.shown.words.failure(error)));
        moment.saved = None;
        moment
    }

    /// Files saved since the site was made, where something was and it is known what.
    pub fn saved(&self) -> Option<&Saved> {
        self.saved.as_ref().filter(|saved| !saved.is_empty())
    }

    /// Whether what was read last is what is shown.
    pub fn is_whole(&self) -> bool {
        self.notice.level != Level::Errors && self.saved.as_ref().is_some_and(Saved::is_empty)
    }

    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// What the browser is told.
    pub fn notice(&self) -> &Arc<Notice> {
        &self.notice
    }

    /// `page` as `make` makes it of the files that were saved, made once; `None` where it is the last
    /// good site's.
    pub fn at_once(
        &self,
        page: &Page,
        make: impl FnOnce(&Saved) -> Option<Result<Vec<u8>, SiteError>>,
    ) -> Option<Result<Vec<u8>, SiteError>> {
        let saved = self
            .saved()
            .filter(|_| self.notice.level != Level::Errors)?;
        let file = page.file();
        let kept = |made: &Made| made.get(&file).cloned();
        if let Some(kept) = kept(&self.made.lock().unwrap_or_else(PoisonError::into_inner)) {
            return kept.map(Ok);
        }
        let made = match make(saved) {
            Some(Err(error)) => return Some(Err(error)),
            Some(Ok(bytes)) => Some(bytes),
            None => None,
        };
        let mut all = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(file, made.clone());
        made.map(Ok)
    }
}
