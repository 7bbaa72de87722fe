//! The site as its sources give it, in memory, as of the day and for the address of a manifest.
//!
//! The one place that knows where these sources come from: today the folder of `--root` as it is.

use super::Failure;
use crate::cli::build::theme;
use crate::cli::project::Project;
use crate::disk::{self, Reread};
use crate::problem::Problem;
use crate::site::{Manifest, Provenance, Site};
use std::collections::BTreeMap;

/// A site that is not written anywhere.
pub(super) struct Rebuilt<'p> {
    pub site: Site,
    project: &'p Project,
}

impl<'p> Rebuilt<'p> {
    /// The site that `manifest` speaks of, or what is wrong with its sources.
    pub fn of(
        manifest: &Manifest,
        project: &'p Project,
    ) -> Result<Result<Self, Vec<Problem>>, Failure> {
        let mut register = match project.check() {
            Ok(checked) => checked.register,
            Err(problems) => return Ok(Err(problems)),
        };
        register.site.base_url = manifest.base_url.clone();
        // The sources say which theme; that it is another one is told.
        let theme = theme(project.root(), &register.site.theme)?;
        let site = Site::new(register, manifest.date, &theme)?;
        Ok(Ok(Self { site, project }))
    }

    /// Paths of the files that are published as they are.
    pub fn media(&self) -> impl Iterator<Item = &str> {
        self.site.register().media.iter().map(String::as_str)
    }

    /// The bytes of one that is not rendered; `None` where the sources have no such file.
    pub fn file(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        if !self.site.register().media.contains(path) {
            return Ok(None);
        }
        Ok(match disk::read_file(self.project.root(), path)? {
            Reread::Bytes(bytes) => Some(bytes),
            Reread::Gone | Reread::Linked => None,
        })
    }

    /// What its own manifest would say, but for the files.
    pub fn manifest(&self) -> Manifest {
        self.site.manifest(Provenance::default(), BTreeMap::new())
    }
}
