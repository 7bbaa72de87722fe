//! A site's folder, opened: read, parsed and checked.

use super::Failure;
use super::diagnostics::Excerpts;
use crate::check::{self, Checked};
use crate::disk;
use crate::model::{Date, Register};
use crate::parse::{self, Raw};
use crate::problem::Problem;
use crate::serve::Preview;
use crate::source::Sources;
use chrono::{DateTime, Utc};
use std::path::{Path, PathBuf};

/// What day it is: asked for on the command line, or the clock's.
#[derive(Clone, Copy)]
pub(super) struct Clock {
    pub fixed: Option<Date>,
    pub now: fn() -> DateTime<Utc>,
}

/// The sources of one site.
pub(super) struct Project {
    root: PathBuf,
    sources: Sources,
    raw: Raw,
}

impl Project {
    pub fn open(root: &Path) -> Result<Self, Failure> {
        let sources = disk::read(root)?;
        let raw = parse::parse(&sources);
        Ok(Self {
            root: root.to_owned(),
            sources,
            raw,
        })
    }

    /// The register with all warnings, or every problem at once.
    pub fn check(&self, clock: &Clock) -> Result<Checked, Vec<Problem>> {
        let mut checked = check::check(&self.raw)?;
        let today = clock.today(checked.register.site.time_zone);
        let dated = check::against_date(&checked, today);
        checked.warnings.extend(dated);
        crate::problem::sort(&mut checked.warnings);
        Ok(checked)
    }

    pub fn excerpts(&self) -> Excerpts<'_> {
        Excerpts::new(&self.sources)
    }

    /// A preview of this site.
    pub fn preview(
        self,
        register: Register,
        today: impl Fn(chrono_tz::Tz) -> Date + Send + Sync + 'static,
    ) -> Result<Preview, Failure> {
        Ok(Preview::new(
            self.root,
            self.sources,
            self.raw,
            register,
            today,
        )?)
    }
}
