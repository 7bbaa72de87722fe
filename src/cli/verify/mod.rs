//! `pantau verify`: a published site beside the one that its sources give, file by file.

mod place;
mod rebuilt;
mod report;

use super::arguments::Verify;
use super::progress::Progress;
use super::project::Project;
use super::words::CliWords;
use super::{FAILED, FINE, Failure, PROBLEMS};
use crate::site::{Compared, Difference, DifferenceKind, MANIFEST, Manifest, Page};
use crate::url::Subject;
use place::Published;
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use rebuilt::Rebuilt;
use report::{Note, Report};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// Files that are written for the host itself.
const FOR_HOSTS: [Page; 2] = [Page::Headers, Page::Redirects];

/// So many files are asked for at a time.
const AT_ONCE: usize = 8;

pub(super) fn verify(options: &Verify, project: &Project, words: &CliWords) -> Result<u8, Failure> {
    let published = Published::at(&options.place)?;
    let manifest = Manifest::parse(&published.manifest()?)?;
    let Some(rebuilt) = Rebuilt::of(&manifest, project, words)? else {
        writeln!(io::stderr(), "{}", words.text("nothing_verified"))?;
        return Ok(FAILED);
    };
    let comparison = Comparison {
        manifest: &manifest,
        published: &published,
        rebuilt: &rebuilt,
    };
    let report = comparison.report(words)?;
    writeln!(io::stdout(), "{}", report.told(options.format, words))?;
    Ok(match report.differences.as_slice() {
        [] => FINE,
        [_, ..] => PROBLEMS,
    })
}

/// What is held against what.
struct Comparison<'a> {
    manifest: &'a Manifest,
    published: &'a Published,
    rebuilt: &'a Rebuilt,
}

/// What is looked at in one go: pages that are rendered together, or a file that is not rendered.
enum Task {
    Pages(Vec<Page>),
    File(String),
}

impl Comparison<'_> {
    fn report(&self, words: &CliWords) -> Result<Report, Failure> {
        let tasks = self.tasks()?;
        let files = tasks.iter().map(Task::files).sum::<usize>();
        let bar = Progress::new("verifying", files, words);
        let pool = ThreadPoolBuilder::new().num_threads(AT_ONCE).build();
        let pool = pool.map_err(io::Error::other)?;
        let found: Result<Vec<Vec<Difference>>, Failure> = pool.install(|| {
            let found = tasks.par_iter().map(|task| self.differences(task, &bar));
            found.collect()
        });
        bar.finish();
        let mut found: Vec<Difference> = found?.into_iter().flatten().collect();
        found.sort_by(|one, other| one.path.cmp(&other.path));
        let old = self.old_pages();
        let (by_host, differences): (Vec<Difference>, _) =
            found.into_iter().partition(|d| self.is_by_host(d, &old));
        Ok(Report {
            place: self.published.name(),
            manifest: self.manifest.clone(),
            basis: self.rebuilt.basis.clone(),
            files,
            notes: self.notes(&by_host),
            by_host: by_host.into_iter().map(|d| d.path).collect(),
            differences,
        })
    }

    /// The pages at old addresses.
    fn old_pages(&self) -> BTreeSet<String> {
        let is_old = |page: &Page| match page {
            Page::Html(address) => matches!(address.subject, Subject::Old(_)),
            _ => false,
        };
        let pages = self.rebuilt.site.pages().into_iter();
        pages.filter(is_old).map(|page| page.file()).collect()
    }

    /// Whether a host that reads `_headers` and `_redirects` may answer so: it keeps those files to
    /// itself, and leads on from old addresses before anybody sees the page that stands there.
    fn is_by_host(&self, difference: &Difference, old: &BTreeSet<String>) -> bool {
        let path = &difference.path;
        self.published.is_behind_a_host()
            && matches!(
                difference.kind,
                DifferenceKind::Changed | DifferenceKind::Missing
            )
            && (FOR_HOSTS.iter().any(|page| *path == page.file()) || old.contains(path))
    }

    /// Every path that the sources, the manifest or the published folder names, once.
    fn tasks(&self) -> Result<Vec<Task>, Failure> {
        let batches = self.rebuilt.site.batches();
        let rendered: BTreeSet<String> = batches.iter().flatten().map(Page::file).collect();
        let listed = self.manifest.files.keys().map(String::as_str);
        let media = self.rebuilt.media()?;
        let media = media.iter().map(String::as_str);
        let others: BTreeSet<&str> = media
            .chain(listed)
            .chain(self.published.paths())
            .filter(|path| *path != MANIFEST && !rendered.contains(*path))
            .collect();
        let others = others.into_iter().map(|path| Task::File(path.to_owned()));
        Ok(batches.into_iter().map(Task::Pages).chain(others).collect())
    }

    fn differences(&self, task: &Task, bar: &Progress) -> Result<Vec<Difference>, Failure> {
        let files: Vec<(String, Option<Vec<u8>>)> = match task {
            Task::Pages(batch) => {
                let pages = self.rebuilt.site.render_batch(batch)?.into_iter();
                pages.map(|(path, bytes)| (path, Some(bytes))).collect()
            }
            Task::File(path) => vec![(path.clone(), self.rebuilt.file(path)?)],
        };
        let mut differences = Vec::new();
        for (path, rebuilt) in files {
            differences.extend(self.difference(&path, rebuilt.as_deref())?);
            bar.step();
        }
        Ok(differences)
    }

    fn difference(
        &self,
        path: &str,
        rebuilt: Option<&[u8]>,
    ) -> Result<Option<Difference>, Failure> {
        let published = self.published.file(path)?;
        let compared = Compared {
            listed: self.manifest.files.get(path).copied(),
            published: published.as_deref(),
            rebuilt,
        };
        Ok(compared.difference(path))
    }

    /// What makes differences come as no surprise, or should be known beside them.
    fn notes(&self, by_host: &[Difference]) -> Vec<Note> {
        let manifest = self.manifest;
        let here = self.rebuilt.manifest();
        let notes = [
            (manifest.pantau != here.pantau).then_some(Note::Version),
            (manifest.theme != here.theme).then_some(Note::Theme),
            (!manifest.provenance.uncommitted.is_empty()).then_some(Note::Uncommitted),
            (!self.published.is_at(&manifest.base_url)).then_some(Note::Address),
            (!by_host.is_empty()).then_some(Note::ByHost),
        ];
        notes.into_iter().flatten().collect()
    }
}

impl Task {
    fn files(&self) -> usize {
        match self {
            Self::Pages(batch) => batch.len(),
            Self::File(_) => 1,
        }
    }
}
