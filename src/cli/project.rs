//! A site's folder: read and parsed, and checked when asked.

use super::Failure;
use super::arguments::Place;
use super::diagnostics::Excerpts;
use crate::check::{self, Checked};
use crate::compute;
use crate::disk;
use crate::model::{Date, Register};
use crate::parse::{self, Raw};
use crate::problem::Problem;
use crate::serve::Preview;
use crate::source::{MediaFacts, Past, Sources, WhyUnknown};
use chrono::{DateTime, Utc};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// What day it is: asked for on the command line, or the clock's.
#[derive(Clone, Copy)]
struct Clock {
    fixed: Option<Date>,
    now: fn() -> DateTime<Utc>,
}

impl Clock {
    /// Today in the government's own time zone, or the day that was asked for.
    fn today(&self, zone: chrono_tz::Tz) -> Date {
        self.fixed
            .unwrap_or_else(|| (self.now)().with_timezone(&zone).date_naive())
    }
}

/// The sources of one site, and the clock they are read by.
pub(super) struct Project {
    root: PathBuf,
    sources: Sources,
    raw: Raw,
    clock: Clock,
    opened: Instant,
}

/// The register with all warnings, or every problem at once.
pub(super) type Outcome = Result<Checked, Vec<Problem>>;

impl Project {
    /// Reads and parses a site's folder.
    pub fn open(place: &Place, now: fn() -> DateTime<Utc>) -> Result<Self, Failure> {
        let opened = Instant::now();
        let sources = disk::read(&place.root)?;
        Ok(Self {
            root: place.root.clone(),
            raw: parse::parse(&sources),
            sources,
            clock: Clock {
                fixed: place.date,
                now,
            },
            opened,
        })
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// What was read, unchecked.
    pub fn raw(&self) -> &Raw {
        &self.raw
    }

    /// Time since reading began.
    pub fn age(&self) -> Duration {
        self.opened.elapsed()
    }

    /// Checks the site as of today.
    pub fn check(&self) -> Outcome {
        let mut checked = check::check(&self.raw)?;
        let today = self.today(&checked.register);
        checked.warnings = compute::warnings_on(&checked, today);
        Ok(checked)
    }

    pub fn today(&self, register: &Register) -> Date {
        self.clock.today(register.site.time_zone)
    }

    /// How the sources came to be. The one place where the command line learns it.
    pub fn past(&self) -> Past {
        Past::Unknown(WhyUnknown::NotAsked)
    }

    pub fn media(&self) -> impl Iterator<Item = &MediaFacts> {
        self.sources.media.values()
    }

    pub fn excerpts(&self) -> Excerpts<'_> {
        Excerpts::new(&self.sources)
    }

    /// A preview of this site.
    pub fn preview(self, register: Register) -> Result<Preview, Failure> {
        let clock = self.clock;
        Ok(Preview::new(
            self.root,
            self.sources,
            self.raw,
            register,
            move |zone| clock.today(zone),
        )?)
    }
}
