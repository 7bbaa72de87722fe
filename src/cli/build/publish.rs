//! From a site to a published tree, of which everything is taken over that has the origin it had.

use super::super::Failure;
use super::super::progress::Progress;
use super::super::words::CliWords;
use super::Begun;
use super::begun::{SeenSources, published};
use super::work::{self, Copied, Work};
use crate::disk::{NewPieces, Publication, Published, Summary};
use crate::history::Cache;
use crate::site::{
    Earlier, LastBuild, MANIFEST, Manifest, Origins, PART, Page, Part, Portion, Provenance,
    SeenFile, Site, SourceStates,
};
use crate::source::{Fingerprint, Past, Seen, Sha256, WhyUnknown};
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

/// What is published, and of what.
pub(super) struct Publishing<'a> {
    pub site: &'a Site,
    pub past: &'a Past,
    pub states: &'a SourceStates,
    /// As they were before they were read, for the next build.
    pub sources: Option<SeenSources>,
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
    pub fn publish(
        &self,
        mut publication: Publication,
        readings: Option<NewPieces>,
        was_silent: bool,
    ) -> Result<Summary, Failure> {
        let work = Work::of(self.site, self.begun.root(), self.begun.portion())?;
        if work.lacks_form_program {
            writeln!(io::stderr(), "{}", self.words.text("no_form_program"))?;
        }
        let was_silent = was_silent && !work.lacks_form_program;
        let planned = self.planned(work.batches);
        let pages = planned.iter().map(|batch| batch.pages.len()).sum();
        let bar = Progress::new("rendering", pages, self.words);
        // They hang on nothing that comes of this build.
        readings.map_or(Ok(()), NewPieces::keep)?;
        if let Some(summary) = self.untouched(&planned, &work.copies, &publication, was_silent)? {
            bar.finish();
            return Ok(summary);
        }
        if self.begun.cache() == Cache::Off {
            publication.drop_spare()?;
        } else {
            let files = planned.iter().flat_map(|batch| &batch.files);
            let files = files.map(|(path, _)| path.as_str());
            let copies = work.copies.iter().map(|copied| copied.path.as_str());
            let wanted = files.chain(copies).chain([MANIFEST, PART]).collect();
            publication.begin_with_spare(&wanted)?;
        }
        let before = self.list_before(&publication);
        let earlier = |path: &str| {
            let listed = before.as_ref()?.files.get(path)?;
            let bytes = publication.earlier(path)?;
            (Fingerprint::of(&bytes) == *listed).then_some(bytes)
        };
        let put = |batch: &&Planned| self.put(batch, &publication, &earlier, &bar);
        let (kept, others): (Vec<_>, Vec<_>) = planned.iter().partition(|batch| self.knows(batch));
        let files = kept.iter().flat_map(|batch| &batch.files);
        let folders = || publication.make_folders(files.map(|(path, _)| path.as_str()));
        let (kept, others) = rayon::join(
            || folders().map(|()| kept.par_iter().try_for_each(put)),
            || others.par_iter().try_for_each(put),
        );
        kept??;
        others?;
        for copied in &work.copies {
            match self.known_copy(copied) {
                Some(known) if publication.take_over(&copied.path, &known)? => {}
                _ => {
                    if self.site.register().media.contains(&copied.path) {
                        publication.copy_media(&copied.path, &copied.place)?;
                    } else {
                        publication.copy(&copied.path, &copied.place)?;
                    }
                    // What it says of itself was judged before: other bytes were judged by nobody.
                    self.begun.refuse_other(&copied.source)?;
                }
            }
        }
        if let Some((path, bytes)) = self.list(|| publication.fingerprints())? {
            publication.write(path, &bytes)?;
        }
        let (files, folders) = rayon::join(
            || self.files(&planned, &publication),
            || publication.folders(),
        );
        let (files, folders) = (Cow::Owned(files), Cow::Owned(folders));
        let summary = publication
            .finish_beside(|publication| self.remember(publication, was_silent, files, folders))?;
        bar.finish();
        Ok(summary)
    }

    fn planned(&self, batches: Vec<Vec<Page>>) -> Vec<Planned> {
        self.origins.prepare(batches.iter().flatten());
        let planned = batches.into_par_iter().map(|pages| Planned {
            files: pages
                .iter()
                .map(|page| (page.file(), self.origins.of(page)))
                .collect(),
            pages,
        });
        planned.collect()
    }

    /// The last file, which names all others with their fingerprints; some of the pages have none.
    fn list(
        &self,
        files: impl FnOnce() -> BTreeMap<String, Fingerprint>,
    ) -> Result<Option<(&'static str, Vec<u8>)>, Failure> {
        let provenance = Provenance::from(self.past);
        let manifest = || self.site.manifest(provenance, files());
        Ok(match self.begun.portion() {
            Portion::Whole => Some((MANIFEST, manifest().to_bytes())),
            Portion::Only(_) => None,
            Portion::Shard(shard) => {
                let part = Part {
                    shard: *shard,
                    sources: work::state(self.site, self.begun.root(), self.states, self.past)?,
                    manifest: manifest(),
                };
                Some((PART, part.to_bytes()))
            }
        })
    }

    /// What [`Self::list`] gave for the tree that is being replaced, where that may be believed.
    fn list_before(&self, publication: &Publication) -> Option<Manifest> {
        if self.begun.cache() == Cache::Off {
            return None;
        }
        match self.begun.portion() {
            Portion::Shard(_) => {
                let part = Part::parse(&publication.earlier(PART)?).ok()?;
                Some(part.manifest)
            }
            Portion::Whole | Portion::Only(_) => {
                Manifest::parse_of_any_size(&publication.earlier(MANIFEST)?).ok()
            }
        }
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

    /// Whether the last build knows all files of a batch, made from the same.
    fn knows(&self, batch: &Planned) -> bool {
        let mut files = batch.files.iter();
        files.all(|(file, origin)| self.known(file, origin).is_some())
    }

    /// What the last build knows of a file, if that was made from the same.
    fn known(&self, file: &str, origin: &Sha256) -> Option<Published> {
        let known = self.begun.last.as_ref()?.files.get(file)?;
        (known.origin.as_ref() == Some(origin.as_bytes())).then(|| published(known))
    }

    /// What the last build knows of a copy, if its source is as it was then.
    fn known_copy(&self, copied: &Copied) -> Option<Published> {
        let last = self.begun.last.as_ref()?;
        let then = last.sources.get(&copied.source)?.seen?;
        let known = last.files.get(&copied.path)?;
        let now = self.begun.sources.as_ref()?.get(&copied.source);
        (now == Some(&then)).then(|| published(known))
    }

    /// What there is, where every file has the origin that it had and stands as it stood: nothing is
    /// written then but what is remembered.
    fn untouched(
        &self,
        planned: &[Planned],
        copies: &[Copied],
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
        for copied in copies {
            let Some(known) = self.known_copy(copied) else {
                return Ok(None);
            };
            files.insert(copied.path.clone(), known.fingerprint);
        }
        if let Some((path, bytes)) = self.list(|| files.clone())? {
            files.insert(path.to_owned(), Fingerprint::of(&bytes));
        }
        let then = last.files.iter();
        let then = then.map(|(path, file)| (path, published(file).fingerprint));
        if !then.eq(files.iter().map(|(path, now)| (path, *now))) || !self.begun.has_tree_of(last) {
            return Ok(None);
        }
        let count = files.len();
        self.remember(
            publication,
            was_silent,
            Cow::Borrowed(&last.files),
            Cow::Borrowed(&last.folders),
        )?;
        Ok(Some(Summary {
            written: 0,
            kept: count,
            removed: 0,
            bytes: last.files.values().map(|file| file.bytes).sum(),
        }))
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
        files: Cow<'_, BTreeMap<String, SeenFile>>,
        folders: Cow<'_, BTreeMap<String, Seen>>,
    ) -> Result<(), Failure> {
        let site = &self.site.register().site;
        let today = self.site.score().today;
        let basis = self.begun.basis(today, site.time_zone, &site.theme);
        let Some((basis, sources)) = basis.zip(self.sources.as_ref()) else {
            return Ok(());
        };
        let memory = LastBuild {
            basis,
            files,
            folders,
            sources: Cow::Owned(sources.by_path(self.states)),
            was_silent,
            wanted_past: *self.past != Past::Unknown(WhyUnknown::NotAsked),
        };
        if let Some(bytes) = memory.to_bytes() {
            publication.remember(&bytes)?;
        }
        Ok(())
    }
}
