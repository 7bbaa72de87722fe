//! A site's folder: read and parsed, and checked when asked.

use super::Failure;
use super::arguments::Place;
use super::diagnostics::Excerpts;
use crate::check::{example_address, signing_keys};
use crate::disk::{self, ListedSources};
use crate::history::{self, Cache};
use crate::model::{Date, Register};
use crate::parse::{self, Known, Raw, ReadFile};
use crate::problem::{self, Problem};
use crate::record::not_recorded;
use crate::serve::{self, Preview, ReadState, Watch};
use crate::site::{self, Sound};
use crate::source::{MediaFacts, Past, Sha256, Sources, WhyUnknown};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;
use std::mem;
use std::path::{Path, PathBuf};

/// What day it is: asked for on the command line, or the clock's.
#[derive(Clone, Copy)]
pub(super) struct Clock {
    fixed: Option<Date>,
    now: fn() -> DateTime<Utc>,
}

impl Clock {
    pub fn new(fixed: Option<Date>, now: fn() -> DateTime<Utc>) -> Self {
        Self { fixed, now }
    }

    /// Today in the government's own time zone, or the day that was asked for.
    pub fn today(&self, zone: chrono_tz::Tz) -> Date {
        self.fixed
            .unwrap_or_else(|| (self.now)().with_timezone(&zone).date_naive())
    }
}

/// The sources of one site, and the clock they are read by.
pub(super) struct Project {
    root: PathBuf,
    sources: Sources,
    raw: Raw,
    past: Past,
    clock: Clock,
}

/// What stands in a site's folder, the bytes of files let go one by one.
fn understood(listed: ListedSources, known: Known) -> Result<(Sources, Raw), Failure> {
    let sha256s = known.sha256s();
    let (mut sources, read) =
        listed.read_through(&|path| sha256s.get(path).copied(), |path, bytes| {
            let read = ReadFile::new(path, &bytes);
            // Of two copies of a path the one in what was read is kept: a large site has very many.
            let path = read.as_ref().map_or_else(|| path.into(), ReadFile::path);
            ((path, Sha256::of(&bytes)), read)
        })?;
    drop(sha256s);
    let (let_go, read): (Vec<_>, Vec<_>) = read.into_iter().map(|(_, read)| read).unzip();
    sources.let_go = let_go.into_iter().collect();
    let raw = parse::put_together(&sources, known, read);
    Ok((sources, raw))
}

/// The SHA-256 of the bytes of files, by path below `content/`.
pub(super) type States<'a> = dyn Fn(&str) -> Option<Sha256> + Sync + 'a;

/// What can be shown, with all warnings, or every problem at once.
pub(super) type Outcome = Result<Sound, Vec<Problem>>;

impl Project {
    /// Reads and parses a site's folder, and what its repository remembers, from its `cache` or anew.
    pub fn open(place: &Place, now: fn() -> DateTime<Utc>, cache: Cache) -> Result<Self, Failure> {
        let sources = disk::read(&place.root)?;
        Self::of(sources, Known::default(), place, now, cache)
    }

    /// As [`Self::open`], where `known` gives what earlier builds know of files whose bytes have the SHA-256 that it is
    /// told. Where `seen` tells these the files need not be read, unless a past is held against their bytes.
    pub fn open_after(
        place: &Place,
        now: fn() -> DateTime<Utc>,
        cache: Cache,
        mut known: impl FnMut(&States<'_>) -> Known + Send,
        seen: Option<&States<'_>>,
    ) -> Result<Self, Failure> {
        if let Some(seen) = seen {
            let (known, listed) = rayon::join(|| known(seen), || ListedSources::below(&place.root));
            let (sources, raw) = understood(listed?, known)?;
            if !history::is_wanted(&place.root, &raw)? {
                return Ok(Self::without_record(sources, raw, place, now));
            }
        }
        let mut sources = disk::read(&place.root)?;
        let sha256s = sources.sha256s();
        let known = known(&|path| sha256s.get(path).copied());
        let of_known = known.sha256s().into_iter();
        sources.known = of_known
            .map(|(path, sha256)| (path.into(), sha256))
            .collect();
        Self::of(sources, known, place, now, cache)
    }

    /// As [`Self::open`], of a site that asks for no record, as far as its `settings` can be read: each file is let go as
    /// soon as it is understood.
    pub fn open_once(
        place: &Place,
        now: fn() -> DateTime<Utc>,
        cache: Cache,
        settings: Option<&Raw>,
    ) -> Result<Self, Failure> {
        if let Some(settings) = settings
            && !history::is_wanted(&place.root, settings)?
        {
            let listed = ListedSources::below(&place.root)?;
            let (sources, raw) = understood(listed, Known::default())?;
            // They may be other by now.
            if !history::is_asked_for(&raw) {
                return Ok(Self::without_record(sources, raw, place, now));
            }
        }
        Self::open(place, now, cache)
    }

    fn without_record(
        sources: Sources,
        raw: Raw,
        place: &Place,
        now: fn() -> DateTime<Utc>,
    ) -> Self {
        Self {
            past: Past::Unknown(WhyUnknown::NotAsked),
            root: place.root.clone(),
            sources,
            raw,
            clock: Clock::new(place.date, now),
        }
    }

    fn of(
        sources: Sources,
        known: Known,
        place: &Place,
        now: fn() -> DateTime<Utc>,
        cache: Cache,
    ) -> Result<Self, Failure> {
        let raw = parse::parse_unknown(&sources, known);
        Ok(Self {
            past: history::read_of_site(&place.root, &sources, &raw, cache)?,
            root: place.root.clone(),
            sources,
            raw,
            clock: Clock::new(place.date, now),
        })
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// What was read, as bytes where these were not let go.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// What was read, unchecked.
    pub fn raw(&self) -> &Raw {
        &self.raw
    }

    /// The same for whoever needs it last: nothing of it is left.
    pub fn take_raw(&mut self) -> Raw {
        mem::take(&mut self.raw)
    }

    /// Checks the site as of today.
    pub fn check(&self) -> Outcome {
        let today = |zone| self.clock.today(zone);
        let mut sound = site::examine(&self.raw, &self.sources, &self.past, today)?;
        if history::is_repository(&self.root) {
            let is_recorded = self.past != Past::Unknown(WhyUnknown::NotAsked);
            let told = not_recorded(&sound.register, sound.today).filter(|_| !is_recorded);
            sound.problems.extend(told);
            sound.problems.extend(example_address(&self.raw));
            problem::sort(&mut sound.problems);
        }
        Ok(sound)
    }

    /// Checks the site as of another day.
    pub fn check_on(&self, day: Date) -> Outcome {
        site::examine(&self.raw, &self.sources, &self.past, |_| day)
    }

    /// The same site with other bytes in some of its files, by path below `content/`.
    pub fn edited(&self, files: &BTreeMap<String, Vec<u8>>) -> Self {
        let mut sources = self.sources.clone();
        let files = files.iter();
        sources
            .files
            .extend(files.map(|(file, bytes)| (file.clone(), bytes.clone())));
        Self {
            raw: parse::parse(&sources),
            sources,
            root: self.root.clone(),
            past: self.past.clone(),
            clock: self.clock,
        }
    }

    /// The same site in another state, at `root`.
    pub fn elsewhere(&self, root: &Path) -> Result<Self, Failure> {
        let place = Place {
            root: root.to_owned(),
            date: self.clock.fixed,
        };
        Self::open(&place, self.clock.now, Cache::On)
    }

    /// The day it is for this site.
    pub fn today(&self, register: &Register) -> Date {
        self.clock.today(register.site.time_zone)
    }

    /// What the repository remembers, where the site asks for it.
    pub fn past(&self) -> &Past {
        &self.past
    }

    /// What the repository remembers, also of a site that does not ask for a record.
    pub fn whole_past(&self) -> Result<Past, Failure> {
        Ok(match &self.past {
            Past::Unknown(WhyUnknown::NotAsked) => {
                let keys = signing_keys(&self.raw);
                history::read(&self.root, &self.sources, &keys, Cache::On)?
            }
            past => past.clone(),
        })
    }

    /// Why changes can't be told although the site asks for it, and has something that can change.
    pub fn without_past(&self) -> Option<WhyUnknown> {
        match self.past {
            _ if self.raw.contracts.is_empty() => None,
            Past::Known(_) | Past::Unknown(WhyUnknown::NotAsked) => None,
            Past::Unknown(why) => Some(why),
        }
    }

    /// The same without the bytes of files that nothing is held against any more; their lines are read anew where
    /// somebody is told of them. The bytes are a sixth of what a large site takes while it is checked. Nor is there a list of
    /// those that were let go before.
    pub fn without_texts(mut self) -> Self {
        if let Past::Unknown(_) = self.past {
            self.sources.files.clear();
        }
        self.sources.let_go.clear();
        self
    }

    /// What the repository remembers, where nothing else is needed any more. The rest is let go before what comes
    /// next, which takes its place in memory: of a large site that is half of all.
    pub fn into_past(self) -> Past {
        let Self {
            past,
            mut raw,
            sources,
            ..
        } = self;
        let contracts = mem::take(&mut raw.contracts);
        rayon::join(|| drop((raw, sources)), || drop(contracts));
        past
    }

    pub fn media(&self) -> impl Iterator<Item = &MediaFacts> {
        self.sources.media.values()
    }

    pub fn excerpts(&self) -> Excerpts<'_> {
        Excerpts::new(&self.sources)
    }

    /// A preview of this site: of what is `sound`, or else of what is when everything is mended, as
    /// `watch` tells.
    pub fn preview(
        self,
        sound: Option<Sound>,
        watch: &mut Watch,
        report: &dyn Fn(serve::Event<'_>),
    ) -> Result<Preview, Failure> {
        let clock = self.clock;
        let mut read = ReadState::new(self.sources, self.raw, self.past);
        let today = move |zone| clock.today(zone);
        let sound = match sound {
            Some(sound) => sound,
            None => serve::until_sound(&self.root, &mut read, watch, &today, report)?,
        };
        Ok(Preview::new(self.root, read, sound, today)?)
    }
}
