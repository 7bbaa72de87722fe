//! From a site to a published tree, of which everything is taken over that has the origin it had.

use super::super::Failure;
use super::super::progress::Progress;
use super::super::project::Project;
use super::super::words::CliWords;
use super::Begun;
use super::begun::published;
use crate::disk::{self, Publication, Published, Summary};
use crate::history::Cache;
use crate::site::{
    Earlier, LastBuild, MANIFEST, Manifest, Origins, Page, Provenance, SeenFile, SeenSource, Site,
};
use crate::source::{Fingerprint, Seen, Sha256};
use crate::url::{CMS_FOLDER, CMS_START};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::PathBuf;

/// What is published, and of what.
pub(super) struct Publishing<'a> {
    pub site: &'a Site,
    pub project: &'a Project,
    pub origins: Origins<'a>,
    pub begun: &'a Begun<'a>,
    pub words: &'a CliWords,
}

/// Pages that are rendered together.
struct Planned {
    pages: Vec<Page>,
    /// Where each stands, and what it is made from.
    files: Vec<(String, Sha256)>,
}

impl Publishing<'_> {
    /// Publishes the site and remembers of what it was made, and whether nothing had to be told.
    pub fn publish(&self, was_silent: bool) -> Result<Summary, Failure> {
        let planned = self.planned();
        let pages = planned.iter().map(|batch| batch.pages.len()).sum();
        let bar = Progress::new("rendering", pages, self.words);
        let publication = Publication::begin(self.begun.out())?;
        let copied = self.copied()?;
        let was_silent = self.tell_of_form(&copied)? && was_silent;
        if let Some(summary) = self.untouched(&planned, &copied, &publication, was_silent)? {
            bar.finish();
            return Ok(summary);
        }
        let before = publication.earlier(MANIFEST);
        let before = before.filter(|_| self.begun.cache() == Cache::On);
        let before = before.and_then(|bytes| Manifest::parse(&bytes).ok());
        let earlier = |path: &str| {
            let listed = before.as_ref()?.files.get(path)?;
            let bytes = publication.earlier(path)?;
            (Fingerprint::of(&bytes) == *listed).then_some(bytes)
        };
        planned
            .par_iter()
            .try_for_each(|batch| self.put(batch, &publication, &earlier, &bar))?;
        for (path, (source, place)) in &copied {
            match self.known_copy(path, source) {
                Some(known) if publication.take_over(path, &known)? => {}
                _ => publication.copy(path, place)?,
            }
        }
        let manifest = self.manifest(publication.fingerprints());
        publication.write(MANIFEST, &manifest.to_bytes())?;
        let files = self.files(&planned, &publication);
        self.remember(&publication, was_silent, files, publication.folders())?;
        let summary = publication.finish()?;
        bar.finish();
        Ok(summary)
    }

    fn planned(&self) -> Vec<Planned> {
        let batches = self.site.batches().into_par_iter();
        let planned = batches.map(|pages| Planned {
            files: pages
                .iter()
                .map(|page| (page.file(), self.origins.of(page)))
                .collect(),
            pages,
        });
        planned.collect()
    }

    /// Files that are published as they are: where from, below the site's root and on the disk.
    fn copied(&self) -> Result<BTreeMap<String, (String, PathBuf)>, Failure> {
        let root = self.begun.root();
        let register = self.site.register();
        let media = register.media.iter().map(|path| {
            let place = disk::content_path(root, path);
            (path.clone(), (format!("content/{path}"), place))
        });
        let mut copied: BTreeMap<String, (String, PathBuf)> = media.collect();
        if register.site.admin.is_some() {
            let program = disk::cms_files(root)?.into_iter();
            copied.extend(program.map(|(path, place)| {
                let source = format!("cms/{path}");
                (format!("{CMS_FOLDER}{path}"), (source, place))
            }));
        }
        Ok(copied)
    }

    /// Says that the web form lacks its program, where it does; whether there was nothing to say.
    fn tell_of_form(&self, copied: &BTreeMap<String, (String, PathBuf)>) -> io::Result<bool> {
        let start = format!("{CMS_FOLDER}{CMS_START}");
        let lacks = self.site.register().site.admin.is_some() && !copied.contains_key(&start);
        if lacks {
            writeln!(io::stderr(), "{}", self.words.text("no_form_program"))?;
        }
        Ok(!lacks)
    }

    /// Takes over what the old tree has of a batch; renders and writes the rest.
    fn put(
        &self,
        batch: &Planned,
        publication: &Publication,
        earlier: &Earlier<'_>,
        bar: &Progress<'_>,
    ) -> Result<(), Failure> {
        let mut taken = BTreeSet::new();
        for (file, origin) in &batch.files {
            if let Some(known) = self.known(file, origin)
                && publication.take_over(file, &known)?
            {
                taken.insert(file.as_str());
                bar.step();
            }
        }
        if taken.len() == batch.files.len() {
            return Ok(());
        }
        if let [page] = &batch.pages[..]
            && page.is_large()
        {
            publication.write_with(&page.file(), |to| -> Result<(), Failure> {
                Ok(self.site.write(page, to)?)
            })?;
            bar.step();
            return Ok(());
        }
        for (file, bytes) in self.site.render_batch_after(&batch.pages, earlier)? {
            if !taken.contains(file.as_str()) {
                publication.write(&file, &bytes)?;
                bar.step();
            }
        }
        Ok(())
    }

    /// What the last build knows of a file, if that was made from the same.
    fn known(&self, file: &str, origin: &Sha256) -> Option<Published> {
        let known = self.begun.last.as_ref()?.files.get(file)?;
        (known.origin.as_ref() == Some(origin.as_bytes())).then(|| published(known))
    }

    /// What the last build knows of a copy, if its source is as it was then.
    fn known_copy(&self, file: &str, source: &str) -> Option<Published> {
        let last = self.begun.last.as_ref()?;
        let then = last.sources.get(source)?.seen?;
        let known = last.files.get(file)?;
        let now = self.begun.sources.as_ref()?.get(source);
        (now == Some(&then)).then(|| published(known))
    }

    /// What there is, where every file has the origin that it had and stands as it stood: nothing is
    /// written then but what is remembered.
    fn untouched(
        &self,
        planned: &[Planned],
        copied: &BTreeMap<String, (String, PathBuf)>,
        publication: &Publication,
        was_silent: bool,
    ) -> Result<Option<Summary>, Failure> {
        let Some(last) = &self.begun.last else {
            return Ok(None);
        };
        let mut files = BTreeMap::new();
        for (file, origin) in planned.iter().flat_map(|batch| &batch.files) {
            let Some(known) = self.known(file, origin) else {
                return Ok(None);
            };
            files.insert(file.clone(), known.fingerprint);
        }
        for (file, (source, _)) in copied {
            let Some(known) = self.known_copy(file, source) else {
                return Ok(None);
            };
            files.insert(file.clone(), known.fingerprint);
        }
        let count = files.len() + 1;
        let manifest = self.manifest(files).to_bytes();
        let known = last.files.get(MANIFEST).map(published);
        let is_same = known.is_some_and(|known| known.fingerprint == Fingerprint::of(&manifest));
        if !is_same || count != last.files.len() || !self.begun.has_tree_of(last) {
            return Ok(None);
        }
        self.remember(
            publication,
            was_silent,
            last.files.clone(),
            last.folders.clone(),
        )?;
        Ok(Some(Summary {
            written: 0,
            kept: count,
            removed: 0,
            bytes: last.files.values().map(|file| file.bytes).sum(),
        }))
    }

    fn manifest(&self, files: BTreeMap<String, Fingerprint>) -> Manifest {
        self.site
            .manifest(Provenance::from(self.project.past()), files)
    }

    /// Every file of the new tree, as the next build will know it.
    fn files(&self, planned: &[Planned], publication: &Publication) -> BTreeMap<String, SeenFile> {
        let origins = planned.iter().flat_map(|batch| &batch.files);
        let origins: BTreeMap<&str, &Sha256> = origins
            .map(|(file, origin)| (file.as_str(), origin))
            .collect();
        let files = publication.published().into_iter();
        let files = files.map(|(path, file)| {
            let seen = SeenFile {
                seen: file.seen,
                sha256: *file.fingerprint.sha256.as_bytes(),
                bytes: file.fingerprint.bytes,
                origin: origins.get(path.as_str()).map(|origin| *origin.as_bytes()),
            };
            (path, seen)
        });
        files.collect()
    }

    /// Keeps for the next build what there is now, and from what it was made.
    fn remember(
        &self,
        publication: &Publication,
        was_silent: bool,
        files: BTreeMap<String, SeenFile>,
        folders: BTreeMap<String, Seen>,
    ) -> Result<(), Failure> {
        let site = &self.site.register().site;
        let today = self.site.score().today;
        let basis = self.begun.basis(today, site.time_zone, &site.theme);
        let Some((basis, sources)) = basis.zip(self.sources()) else {
            return Ok(());
        };
        let memory = LastBuild {
            basis,
            files,
            folders,
            sources,
            was_silent,
        };
        if let Some(bytes) = memory.to_bytes() {
            publication.remember(&bytes)?;
        }
        Ok(())
    }

    /// The sources as they were before they were read. One that can't be read any more is left out: the next
    /// build will see that it is another one.
    fn sources(&self) -> Option<BTreeMap<String, SeenSource>> {
        let sources = self.begun.sources.as_ref()?.par_iter();
        let sources = sources.filter_map(|(path, seen)| {
            let source = SeenSource {
                seen: self.begun.settled(*seen),
                sha256: self.source_sha256(path, seen)?,
            };
            Some((path.clone(), source))
        });
        Some(sources.collect())
    }

    fn source_sha256(&self, path: &str, seen: &Seen) -> Option<[u8; 32]> {
        let texts = &self.project.sources().files;
        let text = path
            .strip_prefix("content/")
            .and_then(|path| texts.get(path));
        if let Some(text) = text {
            return Some(*Sha256::of(text).as_bytes());
        }
        let last = self.begun.last.as_ref();
        let then = last.and_then(|last| last.sources.get(path));
        match then.filter(|then| then.seen == Some(*seen)) {
            Some(then) => Some(then.sha256),
            None => {
                let sha256 = disk::sha256_of(&self.begun.root().join(path)).ok()?;
                Some(*sha256.as_bytes())
            }
        }
    }
}
