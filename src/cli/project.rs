//! A site's folder, opened: read, parsed and checked.

use super::Failure;
use super::arguments::Place;
use super::diagnostics::Excerpts;
use crate::check::{self, Checked};
use crate::disk;
use crate::model::{Date, Register};
use crate::parse::{self, Raw};
use crate::problem::Problem;
use crate::serve::Preview;
use crate::source::Sources;
use chrono::{DateTime, Utc};
use std::path::PathBuf;

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
}

/// The register with all warnings, or every problem at once.
pub(super) type Outcome = Result<Checked, Vec<Problem>>;

impl Project {
    pub fn open_checked(
        place: &Place,
        now: fn() -> DateTime<Utc>,
    ) -> Result<(Self, Outcome), Failure> {
        let sources = disk::read(&place.root)?;
        let project = Self {
            root: place.root.clone(),
            raw: parse::parse(&sources),
            sources,
            clock: Clock {
                fixed: place.date,
                now,
            },
        };
        let outcome = project.check();
        Ok((project, outcome))
    }

    fn check(&self) -> Outcome {
        let mut checked = check::check(&self.raw)?;
        let today = self.today(&checked.register);
        checked.warnings = checked.warnings_on(today);
        Ok(checked)
    }

    pub fn today(&self, register: &Register) -> Date {
        self.clock.today(register.site.time_zone)
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
