//! What a build has to do: which pages it renders and which files it copies.

use super::super::Failure;
use super::super::paths::below_root;
use crate::disk;
use crate::site::{Page, PathPattern, Portion, Site, SourceStates};
use crate::source::{self, Past, Sha256};
use crate::url::{CMS_FOLDER, CMS_START};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The files of a site, or of a portion of it.
pub(super) struct Work {
    pub batches: Vec<Vec<Page>>,
    pub copies: Vec<Copied>,
    /// Whether the site has a web form whose program is not there.
    pub lacks_form_program: bool,
}

/// A file that is no page: it is published as it is, a photo without what is written in it about it.
pub(super) struct Copied {
    /// Where it goes.
    pub path: String,
    /// Where it comes from, below the site's root.
    pub source: String,
    /// The same on the disk.
    pub place: PathBuf,
}

impl Work {
    /// All that `portion` has of the site at `root`.
    ///
    /// # Errors
    /// A pattern of it that no file matches, or a refusal of the system.
    pub fn of(site: &Site, root: &Path, portion: &Portion) -> Result<Self, Failure> {
        let mut copies = copies(site, root)?;
        let start = format!("{CMS_FOLDER}{CMS_START}");
        let has_start = copies.iter().any(|copied| copied.path == start);
        let has_form = site.register().site.admin.is_some();
        copies.retain(|copied| portion.has(&copied.path));
        let work = Self {
            batches: site.batches_of(portion),
            copies,
            lacks_form_program: has_form && !has_start && portion.has(&start),
        };
        match portion {
            Portion::Whole | Portion::Shard(_) => {}
            Portion::Only(patterns) => {
                if let Some(pattern) = patterns.iter().find(|pattern| !work.has(pattern)) {
                    return Err(Failure::NoSuchFile(pattern.as_str().to_owned()));
                }
            }
        }
        Ok(work)
    }

    /// Whether `pattern` asks for one of these files.
    fn has(&self, pattern: &PathPattern) -> bool {
        let mut copies = self.copies.iter();
        let pages = self.batches.par_iter().flatten_iter();
        copies.any(|copied| pattern.matches(&copied.path))
            || pages.any(|page| pattern.matches(&page.file()))
    }
}

/// What tells this state of the sources from any other: see [`source::state`].
///
/// # Errors
/// A file that can't be read.
pub(super) fn state(
    site: &Site,
    root: &Path,
    states: &SourceStates,
    past: &Past,
) -> Result<Sha256, Failure> {
    let copies = copies(site, root)?.into_par_iter();
    let published = copies.map(|file| Ok((file.path, disk::fingerprint_of(&file.place)?)));
    let published = published.collect::<Result<BTreeMap<_, _>, Failure>>()?;
    Ok(source::state(states.sha256s(), &published, past))
}

/// Media, and the program of the web form where the site has one.
fn copies(site: &Site, root: &Path) -> Result<Vec<Copied>, Failure> {
    let media = site.register().media.iter();
    let mut copies: Vec<Copied> = media
        .map(|path| Copied {
            place: disk::content_path(root, path),
            source: below_root(path),
            path: path.clone(),
        })
        .collect();
    if site.register().site.admin.is_some() {
        let program = disk::cms_files(root)?.into_iter();
        copies.extend(program.map(|(path, place)| Copied {
            source: format!("cms/{path}"),
            path: format!("{CMS_FOLDER}{path}"),
            place,
        }));
    }
    Ok(copies)
}
