//! The site as its sources give it, in memory, as of the day and for the address of a manifest.
//!
//! The sources are those of the manifest's commit, or the files as they are where it names none or
//! where they are those of the commit.

use super::Failure;
use crate::cli::build::theme;
use crate::cli::diagnostics::tell;
use crate::cli::project::Project;
use crate::cli::words::CliWords;
use crate::disk::{self, PrivateFolder, Reread};
use crate::history;
use crate::site::{Manifest, Provenance, Site};
use crate::source::Past;
use crate::url::CMS_FOLDER;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What a site was built from again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Basis {
    WorkTree,
    Commit(String),
}

/// A site that is not written anywhere.
pub(super) struct Rebuilt {
    pub site: Site,
    pub basis: Basis,
    root: PathBuf,
    /// Where the commit is checked out, as long as files are read from there.
    _folder: Option<PrivateFolder>,
}

impl Rebuilt {
    /// The site that `manifest` speaks of; `None` where its sources have problems, which are told.
    pub fn of(
        manifest: &Manifest,
        project: &Project,
        words: &CliWords,
    ) -> Result<Option<Self>, Failure> {
        match &manifest.provenance.commit {
            Some(commit) if !is_as_published(project.past(), &manifest.provenance) => {
                let folder = PrivateFolder::new()?;
                let root = checked_out(project.root(), commit, &folder)?;
                let project = project.elsewhere(&root)?;
                let rebuilt = Self::from(manifest, &project, words)?;
                Ok(rebuilt.map(|rebuilt| Self {
                    basis: Basis::Commit(commit.clone()),
                    _folder: Some(folder),
                    ..rebuilt
                }))
            }
            _ => Self::from(manifest, project, words),
        }
    }

    fn from(
        manifest: &Manifest,
        project: &Project,
        words: &CliWords,
    ) -> Result<Option<Self>, Failure> {
        let sound = match project.check_on(manifest.date) {
            Ok(sound) => sound,
            Err(problems) => {
                tell(&problems, &project.excerpts(), words)?;
                return Ok(None);
            }
        };
        let mut register = sound.register;
        register.site.base_url = manifest.base_url.clone();
        // The sources say which theme; that it is another one is told.
        let theme = theme(project.root(), &register.site.theme)?;
        let site = Site::new(register, sound.record, manifest.date, &theme)?;
        Ok(Some(Self {
            site: site.remembering(&sound.ledger),
            basis: Basis::WorkTree,
            root: project.root().to_owned(),
            _folder: None,
        }))
    }

    /// Paths of the files that are published as they are.
    pub fn media(&self) -> Result<Vec<String>, Failure> {
        let mut paths: Vec<String> = self.site.register().media.iter().cloned().collect();
        if self.has_form() {
            let program = disk::cms_files(&self.root)?.into_keys();
            paths.extend(program.map(|path| format!("{CMS_FOLDER}{path}")));
        }
        Ok(paths)
    }

    fn has_form(&self) -> bool {
        self.site.register().site.admin.is_some()
    }

    /// The bytes of one that is not rendered; `None` where the sources have no such file.
    pub fn file(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        if self.has_form()
            && let Some(program) = path.strip_prefix(CMS_FOLDER)
        {
            return Ok(disk::cms_file(&self.root, program)?);
        }
        if !self.site.register().media.contains(path) {
            return Ok(None);
        }
        Ok(match disk::read_media(&self.root, path)? {
            Reread::Bytes(bytes) => Some(bytes),
            Reread::Gone | Reread::Linked => None,
        })
    }

    /// What its own manifest would say, but for the files.
    pub fn manifest(&self) -> Manifest {
        self.site.manifest(Provenance::default(), BTreeMap::new())
    }
}

/// Whether the work tree is at the commit, with changes in the same files, of which most often
/// there are none.
fn is_as_published(past: &Past, published: &Provenance) -> bool {
    Provenance::from(past) == *published
}

fn checked_out(root: &Path, commit: &str, folder: &PrivateFolder) -> Result<PathBuf, Failure> {
    history::check_out(root, commit, folder.path())?.map_err(Failure::NoPast)
}
