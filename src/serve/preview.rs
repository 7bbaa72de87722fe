//! The site that is being served, and how it becomes new.
//!
//! A saved file is judged twice: at once, with the files around it ([`crate::site::page_at_once`]),
//! and with the whole site, in a thread of its own. What the whole says stands in the end.

use super::caught::caught;
use super::reading::{Changes, ReadState};
use super::shown::{Moment, Shown};
use super::{Event, ServeError};
use crate::disk::{self, Reread};
use crate::model::{Date, Language, Register};
use crate::problem::Problem;
use crate::render::Theme;
use crate::site::{self, AtOnce, Dress, Known, Page, Sound};
use crate::url::{Address, CMS_FOLDER, Subject, media_type};
use axum::http::StatusCode;
use rayon::ThreadPool;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard};
use std::thread;
use std::time::{Duration, Instant};
use tokio::sync::watch;

/// What day it is in a time zone; comes from `main`'s clock.
type Today = dyn Fn(chrono_tz::Tz) -> Date + Send + Sync;

/// A site that took long to examine is not begun anew while somebody is still saving; no longer
/// than this after the last save.
const LONGEST_PAUSE: Duration = Duration::from_millis(400);

/// A site in memory that renders pages on demand.
pub struct Preview {
    root: PathBuf,
    today: Box<Today>,
    /// What requests are answered from. It is replaced in one piece, and whoever looks at a page
    /// hears of it.
    moment: watch::Sender<Arc<Moment>>,
    /// Read by all; written between two looks at the whole site.
    read: RwLock<ReadState>,
    /// Held also while a moment takes another's place, so that none follows a newer one.
    queue: Mutex<Queue>,
    has_work: Condvar,
    /// Threads for the whole site alone, so that no page waits for them.
    pool: ThreadPool,
}

/// What the whole site has not been examined with yet.
#[derive(Debug, Default)]
struct Queue {
    changes: Changes,
    since: Option<Instant>,
    /// How long the last look at the whole site took.
    took: Duration,
}

/// Whether what the repository remembers was read anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ThePast {
    Same,
    MovedOn,
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

impl Preview {
    /// The site of what was `read` from `root` and found `sound`; `today` is asked at every
    /// request, so that a server that runs over midnight moves on.
    ///
    /// # Errors
    /// A theme that can't be read or does not parse, or threads that can't be had.
    pub fn new(
        root: PathBuf,
        read: ReadState,
        mut sound: Sound,
        today: impl Fn(chrono_tz::Tz) -> Date + Send + Sync + 'static,
    ) -> Result<Self, ServeError> {
        let problems = std::mem::take(&mut sound.problems);
        let dress = Arc::new(dress(&root, &sound.register)?);
        let shown = Arc::new(Shown::new(sound, &read.raw, dress, None));
        let moment = Moment::of(shown, problems, &|file| read.text(file));
        let pool = rayon::ThreadPoolBuilder::new();
        Ok(Self {
            root,
            today: Box::new(today),
            moment: watch::Sender::new(Arc::new(moment)),
            read: RwLock::new(read),
            queue: Mutex::new(Queue::default()),
            has_work: Condvar::new(),
            pool: pool.build().map_err(std::io::Error::other)?,
        })
    }

    /// The path that the site is mounted at, from its base URL.
    pub(super) fn base_path(&self) -> String {
        self.moment().shown.base_path().to_owned()
    }

    /// What is shown now.
    pub(super) fn moment(&self) -> Arc<Moment> {
        Arc::clone(&self.moment.borrow())
    }

    /// Hears of each moment that follows.
    pub(super) fn moments(&self) -> watch::Receiver<Arc<Moment>> {
        self.moment.subscribe()
    }

    // A panic elsewhere leaves whole values behind: each is put in place in one piece.
    fn reading(&self) -> RwLockReadGuard<'_, ReadState> {
        self.read.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The answer to a request for `path`, and the moment that it is of.
    pub(super) fn answer(&self, path: &str) -> (Answer, Arc<Moment>) {
        let moment = self.moment_today();
        (self.answer_of(&moment, path), moment)
    }

    fn answer_of(&self, moment: &Moment, path: &str) -> Answer {
        let base = moment.shown.base_path();
        let Some(below) = path.strip_prefix(base) else {
            return Answer::Elsewhere(base.to_owned());
        };
        let Some(below) = decoded(below) else {
            return self.not_found(moment, "");
        };
        if let Some(page) = moment.shown.page(&below) {
            return self.rendered(moment, page, StatusCode::OK);
        }
        if let Some(page) = moment.shown.page(&index_of(&below)) {
            if below.is_empty() || below.ends_with('/') {
                return self.rendered(moment, page, StatusCode::OK);
            }
            return Answer::Elsewhere(format!("{path}/"));
        }
        if below.starts_with(CMS_FOLDER) && moment.shown.site.register().site.admin.is_some() {
            return self.program(moment, &below);
        }
        if moment.shown.site.register().media.contains(&below) {
            return self.media(moment, &below);
        }
        self.not_found(moment, &below)
    }

    /// What is shown as of today: made anew when the day has changed.
    pub(super) fn moment_today(&self) -> Arc<Moment> {
        let is_of_today = |moment: &Moment| {
            let shown = &moment.shown;
            shown.today() == self.today_of(shown.site.register())
        };
        let moment = self.moment();
        if is_of_today(&moment) {
            return moment;
        }
        // One request makes the site of the new day; the others wait for it.
        let queue = self.queue();
        let moment = self.moment();
        if !is_of_today(&moment) {
            let today = self.today_of(moment.shown.site.register());
            let (read, queue) = (self.reading(), &queue.changes);
            self.put(self.of_new_day(&moment, today, &read).after(queue), &read);
        }
        self.moment()
    }

    /// What is read, examined on a new day: warnings, the record and old addresses hang on it as the
    /// figures do. Where it has errors the last good site is shown as of that day.
    fn of_new_day(&self, moment: &Moment, today: Date, read: &ReadState) -> Moment {
        let text = |file: &str| read.text(file);
        let examined = self
            .pool
            .install(|| site::examine(&read.raw, &read.sources, &read.past, |_| today));
        let mut sound = match examined {
            Ok(sound) => sound,
            Err(problems) => return moment.on(today).told(problems, &text),
        };
        let warnings = std::mem::take(&mut sound.problems);
        let dress = match self.dress_for(&sound.register, &Changes::default()) {
            Ok(dress) => dress,
            Err(error) => return moment.on(today).failed(&error),
        };
        let before = Some(&*moment.shown);
        let shown = self
            .pool
            .install(|| Shown::new(sound, &read.raw, dress, before));
        let of_today = Moment::of(Arc::new(shown), warnings, &text);
        of_today.following(moment, &Changes::default())
    }

    /// Makes the site of each new day, also where nobody asks for a page: one that stands open hears
    /// of it. The day is asked for every so often.
    pub(super) fn turn_days(&self, every: Duration, report: &dyn Fn(Event<'_>)) -> ! {
        loop {
            thread::sleep(every);
            if let Err(error) = caught(|| self.moment_today()) {
                report(Event::Failed(error));
            }
        }
    }

    fn today_of(&self, register: &Register) -> Date {
        (self.today)(register.site.time_zone)
    }

    fn rendered(&self, moment: &Moment, page: &Page, status: StatusCode) -> Answer {
        let at_once = moment.at_once(page, |saved| {
            let read = self.reading();
            site::page_at_once(&known(moment, &read), saved, page)
        });
        match at_once.unwrap_or_else(|| moment.shown.site.render(page)) {
            Ok(bytes) => Answer::Page {
                status,
                media_type: page.media_type(),
                bytes,
            },
            Err(error) => Answer::Failed(error.to_string()),
        }
    }

    /// A file of the web form's program, at a `path` below the site's.
    fn program(&self, moment: &Moment, path: &str) -> Answer {
        let within = path.strip_prefix(CMS_FOLDER).unwrap_or(path);
        match disk::cms_file(&self.root, within) {
            Ok(None) => self.not_found(moment, path),
            Ok(Some(bytes)) => Answer::Page {
                status: StatusCode::OK,
                media_type: media_type(path),
                bytes,
            },
            Err(error) => Answer::Failed(error.to_string()),
        }
    }

    fn media(&self, moment: &Moment, path: &str) -> Answer {
        match disk::read_media(&self.root, path) {
            // A link that took a file's place since: nothing is read through it.
            Ok(Reread::Gone | Reread::Linked) => self.not_found(moment, path),
            Ok(Reread::Bytes(bytes)) => Answer::Page {
                status: StatusCode::OK,
                media_type: media_type(path),
                bytes,
            },
            Err(error) => Answer::Failed(error.to_string()),
        }
    }

    fn not_found(&self, moment: &Moment, below: &str) -> Answer {
        let language = if below.starts_with("en/") {
            Language::English
        } else {
            Language::Indonesian
        };
        let address = Address::new(language, Subject::NotFound);
        let page = moment.shown.page(&address.file());
        match page.or_else(|| moment.shown.page("404.html")) {
            Some(page) => self.rendered(moment, page, StatusCode::NOT_FOUND),
            None => Answer::Failed("404".to_owned()),
        }
    }

    /// Takes in that the `paths` below the root were saved: what can be told and shown at once is;
    /// the rest waits for [`Self::follow`].
    pub(super) fn saved(&self, paths: BTreeSet<PathBuf>, report: &dyn Fn(Event<'_>)) {
        let started = Instant::now();
        let changes = Changes::read(&self.root, &paths).unwrap_or_else(|error| {
            report(Event::Failed(error.into()));
            Changes::unknown(paths)
        });
        let names = changes.names.clone();
        if let Err(error) = caught(|| self.take_in(changes, started)) {
            report(Event::Failed(error));
            self.leave_to_the_whole(names, started);
        }
    }

    fn take_in(&self, changes: Changes, started: Instant) {
        let mut queue = self.queue();
        let after = (!changes.is_past_alone()).then(|| self.moment().after(&changes));
        queue.changes.add(changes);
        queue.since.get_or_insert(started);
        self.has_work.notify_one();
        if let Some(after) = after {
            self.put(after, &self.reading());
        }
    }

    /// Has everything read anew, since nothing can be said of a save at once.
    fn leave_to_the_whole(&self, names: BTreeSet<PathBuf>, started: Instant) {
        let changes = Changes::unknown(names);
        let mut queue = self.queue();
        let after = self.moment().after(&changes);
        queue.changes.add(changes);
        queue.since.get_or_insert(started);
        self.moment.send_replace(Arc::new(after));
        self.has_work.notify_one();
    }

    /// Shows `moment`, with what can be said of it at once by what is `read`; the caller holds the queue.
    fn put(&self, moment: Moment, read: &ReadState) {
        let saved = moment.saved();
        let judged = saved.map(|saved| site::verdict_at_once(&known(&moment, read), saved));
        let moment = match judged {
            Some(AtOnce::Wrong(problems)) => moment.told(problems, &|file| read.text(file)),
            Some(AtOnce::Fine(files)) => moment.mended(&files, &|file| read.text(file)),
            Some(AtOnce::Unsure) | None => moment,
        };
        self.moment.send_replace(Arc::new(moment));
    }

    /// Examines the whole site whenever something was saved, for as long as the program runs.
    pub(super) fn follow(&self, report: &dyn Fn(Event<'_>)) -> ! {
        loop {
            let (changes, since) = self.next_changes();
            let started = Instant::now();
            let made = caught(|| self.make(&changes, since, report));
            if let Err(error) = made.unwrap_or_else(Err) {
                self.fail(&error, changes);
                report(Event::Failed(error));
            }
            self.queue().took = started.elapsed();
        }
    }

    /// Waits for somebody to save, and for a pause after that.
    fn next_changes(&self) -> (Changes, Instant) {
        let mut queue = self.queue();
        loop {
            let Some(since) = queue.since.filter(|_| !queue.changes.is_empty()) else {
                let woken = self.has_work.wait(queue);
                queue = woken.unwrap_or_else(PoisonError::into_inner);
                continue;
            };
            let pause = (queue.took / 8).min(LONGEST_PAUSE);
            let waited = self.has_work.wait_timeout(queue, pause);
            let (woken, timeout) = waited.unwrap_or_else(PoisonError::into_inner);
            queue = woken;
            if timeout.timed_out() {
                queue.since = None;
                return (std::mem::take(&mut queue.changes), since);
            }
        }
    }

    /// Reads, examines and shows the whole site.
    fn make(
        &self,
        changes: &Changes,
        since: Instant,
        report: &dyn Fn(Event<'_>),
    ) -> Result<(), ServeError> {
        let past = self.take(changes)?;
        if changes.is_past_alone() && past == ThePast::Same {
            return Ok(());
        }
        let read = self.reading();
        let moment = self.moment();
        if changes.is_theme_alone() && past == ThePast::Same && moment.is_whole() {
            let dress = Arc::new(dress(&self.root, moment.shown.site.register())?);
            let shown = Arc::new(moment.shown.in_dress(dress));
            self.show(shown, moment.problems(), (changes, since), &read, report);
            return Ok(());
        }
        let examined = self
            .pool
            .install(|| site::examine(&read.raw, &read.sources, &read.past, &self.today));
        let mut sound = match examined {
            Ok(sound) => sound,
            Err(problems) => {
                let told = |moment: &Moment| moment.told(problems.clone(), &|file| read.text(file));
                self.replace(told, &read);
                report(Event::Problems {
                    problems: &problems,
                    sources: &read.sources,
                });
                return Ok(());
            }
        };
        let warnings = std::mem::take(&mut sound.problems);
        let dress = self.dress_for(&sound.register, changes)?;
        let before = Some(&*moment.shown);
        let shown = self
            .pool
            .install(|| Shown::new(sound, &read.raw, dress, before));
        self.show(Arc::new(shown), &warnings, (changes, since), &read, report);
        Ok(())
    }

    /// Shows a good site that came of changes since some time.
    fn show(
        &self,
        shown: Arc<Shown>,
        warnings: &[Problem],
        (changes, since): (&Changes, Instant),
        read: &ReadState,
        report: &dyn Fn(Event<'_>),
    ) {
        self.replace(
            |before| {
                let moment = Moment::of(shown, warnings.to_vec(), &|file| read.text(file));
                moment.following(before, changes)
            },
            read,
        );
        report(Event::Reloaded {
            files: changes.in_words(),
            milliseconds: since.elapsed().as_millis(),
            warnings,
            sources: &read.sources,
        });
    }

    /// Takes changes into what was read, and a past that moved on.
    fn take(&self, changes: &Changes) -> Result<ThePast, ServeError> {
        let writing = || self.read.write().unwrap_or_else(PoisonError::into_inner);
        writing().take(&self.root, changes)?;
        let past = self.reading().other_past(&self.root)?;
        let Some(past) = past else {
            return Ok(ThePast::Same);
        };
        writing().remember(past);
        Ok(ThePast::MovedOn)
    }

    /// The theme of a site: the one that is there, unless it was saved.
    fn dress_for(&self, register: &Register, changes: &Changes) -> Result<Arc<Dress>, ServeError> {
        let shown = &self.moment().shown;
        let is_same = !changes.is_theme && shown.site.register().site.theme == register.site.theme;
        if is_same && shown.site.dress().fits(register) {
            return Ok(Arc::clone(shown.site.dress()));
        }
        Ok(Arc::new(dress(&self.root, register)?))
    }

    /// Puts what the whole site says in place, with what was saved meanwhile on top.
    fn replace(&self, new: impl FnOnce(&Moment) -> Moment, read: &ReadState) {
        let queue = self.queue();
        let moment = new(&self.moment());
        let after = moment.after(&queue.changes);
        self.put(after, read);
    }

    /// Says in the browser that the disk, the theme or the program failed. What could not be taken in
    /// waits for the next save; it is not known how much of it was.
    pub(super) fn fail(&self, error: &ServeError, changes: Changes) {
        let mut queue = self.queue();
        let later = std::mem::replace(&mut queue.changes, Changes::unknown(changes.names));
        queue.changes.add(later);
        let failed = self.moment().failed(error);
        self.moment.send_replace(Arc::new(failed));
    }
}

fn known<'k>(moment: &'k Moment, read: &'k ReadState) -> Known<'k> {
    Known {
        site: &moment.shown.site,
        references: &moment.shown.references,
        raw: &read.raw,
        sources: &read.sources,
        past: &read.past,
    }
}

fn dress(root: &Path, register: &Register) -> Result<Dress, ServeError> {
    let name = &register.site.theme;
    let theme = Theme::with_overrides(name, disk::read_theme(root, name)?)?;
    Ok(Dress::new(theme, &register.site.languages)?)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;
    use crate::source::{Past, WhyUnknown};
    use std::path::Path;
    use std::sync::atomic::{AtomicBool, Ordering};

    fn day(day: u32) -> Date {
        Date::from_ymd_opt(2026, 8, day).unwrap()
    }

    fn previewed(today: impl Fn(chrono_tz::Tz) -> Date + Send + Sync + 'static) -> Preview {
        previewed_with("", today)
    }

    /// With these lines more in `situs.yml`.
    fn previewed_with(
        settings: &str,
        today: impl Fn(chrono_tz::Tz) -> Date + Send + Sync + 'static,
    ) -> Preview {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/minimal");
        let mut sources = disk::read(&root).unwrap();
        let file = sources.files.get_mut("situs.yml").unwrap();
        file.extend(settings.bytes());
        let raw = parse::parse(&sources);
        let past = Past::Unknown(WhyUnknown::NotAsked);
        let sound = site::examine(&raw, &sources, &past, &today).unwrap();
        let read = super::super::ReadState::new(sources, raw, past);
        Preview::new(root, read, sound, today).unwrap()
    }

    /// Waits until what is shown `is` so.
    fn shows(preview: &Preview, is: impl Fn(&Moment) -> bool) {
        let started = Instant::now();
        while !is(&preview.moment()) {
            assert!(started.elapsed() < Duration::from_secs(20));
            thread::sleep(Duration::from_millis(5));
        }
    }

    #[test]
    fn an_open_page_hears_of_a_new_day() {
        static LATER: AtomicBool = AtomicBool::new(false);
        let preview = Arc::new(previewed(|_| match LATER.load(Ordering::SeqCst) {
            false => day(1),
            true => day(2),
        }));
        let mut heard = preview.moments();
        heard.mark_unchanged();
        let turning = Arc::clone(&preview);
        thread::spawn(move || turning.turn_days(Duration::from_millis(5), &|_| {}));
        thread::sleep(Duration::from_millis(50));
        assert!(!heard.has_changed().unwrap());
        LATER.store(true, Ordering::SeqCst);
        shows(&preview, |moment| moment.shown.today() == day(2));
        assert!(heard.has_changed().unwrap());
    }

    #[test]
    fn a_mistake_of_the_program_is_told_and_the_next_save_is_read() {
        static IS_WRONG: AtomicBool = AtomicBool::new(false);
        let preview = Arc::new(previewed(|_| {
            assert!(!IS_WRONG.load(Ordering::SeqCst), "half a clock");
            day(1)
        }));
        let (tell, told) = std::sync::mpsc::channel();
        let following = Arc::clone(&preview);
        thread::spawn(move || {
            following.follow(&|event| drop(tell.send(format!("{event:?}"))));
        });
        let save = || {
            let paths = [PathBuf::from("content/pejabat/sari.yml")];
            preview.saved(BTreeSet::from(paths), &|_| {});
        };
        IS_WRONG.store(true, Ordering::SeqCst);
        save();
        let event = told.recv_timeout(Duration::from_secs(20)).unwrap();
        assert!(
            event.starts_with("Failed(Panicked(\"half a clock"),
            "{event}"
        );
        let notice = Arc::clone(preview.moment().notice());
        assert!(notice.title.contains("half a clock"), "{notice:?}");
        assert!(
            notice.note.contains("kesalahan di dalam pantau"),
            "{notice:?}"
        );
        IS_WRONG.store(false, Ordering::SeqCst);
        save();
        shows(&preview, Moment::is_whole);
    }

    #[test]
    fn a_page_is_marked_by_the_moment_that_made_it() {
        let preview = previewed(|_| day(1));
        let (answer, of) = preview.answer("/");
        assert!(matches!(answer, Answer::Page { .. }));
        let changes = Changes {
            is_theme: true,
            ..Changes::default()
        };
        preview.replace(
            |before| before.on(day(1)).following(before, &changes),
            &preview.reading(),
        );
        assert_eq!((of.beside(), preview.moment().beside()), (0, 1));
        assert_eq!(preview.answer("/").1.beside(), 1);
    }

    #[test]
    fn what_is_over_at_midnight_is_told_at_midnight() {
        static LATER: AtomicBool = AtomicBool::new(false);
        let preview = previewed_with("keamanan:\n  kedaluwarsa: 2026-08-01\n", |_| {
            match LATER.load(Ordering::SeqCst) {
                false => day(1),
                true => day(2),
            }
        });
        assert_eq!(preview.moment_today().problems(), []);
        LATER.store(true, Ordering::SeqCst);
        let moment = preview.moment_today();
        let codes: Vec<_> = moment.problems().iter().map(|p| p.code).collect();
        assert_eq!(codes, [crate::problem::code::SECURITY_EXPIRED]);
        assert_eq!(moment.shown.today(), day(2));
        assert!(Arc::ptr_eq(&moment, &preview.moment_today()));
    }

    #[test]
    fn a_new_day_makes_one_new_site_for_all_who_ask() {
        static LATER: AtomicBool = AtomicBool::new(false);
        let preview = previewed(|_| match LATER.load(Ordering::SeqCst) {
            false => day(1),
            true => day(2),
        });
        let before = Arc::clone(&preview.moment_today().shown);
        assert!(Arc::ptr_eq(&before, &preview.moment().shown));
        LATER.store(true, Ordering::SeqCst);
        let all: Vec<Arc<Shown>> = thread::scope(|scope| {
            let ask = || Arc::clone(&preview.moment_today().shown);
            let asking: Vec<_> = (0..8).map(|_| scope.spawn(ask)).collect();
            asking.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert_eq!(all[0].today().to_string(), "2026-08-02");
        assert!(all.iter().all(|shown| Arc::ptr_eq(shown, &all[0])));
    }
}
