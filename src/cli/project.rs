//! A site's folder: read and parsed, and checked when asked.

use super::Failure;
use super::arguments::Place;
use super::diagnostics::Excerpts;
use crate::compute::{Reviewed, review};
use crate::disk;
use crate::model::Date;
use crate::parse::{self, Raw};
use crate::problem::Problem;
use crate::serve::Preview;
use crate::source::{MediaFacts, Past, Sources, WhyUnknown};
use chrono::{DateTime, Utc};
use std::path::PathBuf;
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
    past: Past,
    clock: Clock,
    opened: Instant,
}

/// The site with all warnings, or every problem at once.
pub(super) type Outcome = Result<Reviewed, Vec<Problem>>;

impl Project {
    /// Reads and parses a site's folder.
    pub fn open(place: &Place, now: fn() -> DateTime<Utc>) -> Result<Self, Failure> {
        let opened = Instant::now();
        let sources = disk::read(&place.root)?;
        Ok(Self {
            root: place.root.clone(),
            raw: parse::parse(&sources),
            past: Past::Unknown(WhyUnknown::NotAsked),
            sources,
            clock: Clock {
                fixed: place.date,
                now,
            },
            opened,
        })
    }

    /// What was read, as bytes.
    pub fn sources(&self) -> &Sources {
        &self.sources
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
        let clock = self.clock;
        review(&self.raw, &self.sources, &self.past, |zone| {
            clock.today(zone)
        })
    }

    /// What day it is in a time zone.
    pub fn today(&self, zone: chrono_tz::Tz) -> Date {
        self.clock.today(zone)
    }

    pub fn media(&self) -> impl Iterator<Item = &MediaFacts> {
        self.sources.media.values()
    }

    pub fn excerpts(&self) -> Excerpts<'_> {
        Excerpts::new(&self.sources)
    }

    /// A preview of this site.
    pub fn preview(self, reviewed: Reviewed) -> Result<Preview, Failure> {
        let clock = self.clock;
        Ok(Preview::new(
            self.root,
            self.sources,
            self.raw,
            self.past,
            reviewed,
            move |zone| clock.today(zone),
        )?)
    }
}
