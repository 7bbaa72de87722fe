//! `pantau diff`: what will be other on the site than at a commit of its repository: figures, what
//! follows from them, terms, and the pages on which all this stands.

mod figure;
mod json;
mod layout;
mod lines;
mod names;
mod report;
mod sections;
mod shown;

use super::arguments::{Diff, DiffFormat};
use super::build::theme;
use super::diagnostics::tell;
use super::progress::Progress;
use super::project::Project;
use super::words::CliWords;
use super::{FINE, Failure, PROBLEMS};
use crate::data::{Turn, compare};
use crate::disk::{self, DiskError, PrivateFolder, Reread};
use crate::history;
use crate::site::{PageChange, Side, Site, SiteComparison, Sound, by_file, find_causes};
use figure::figures;
use rayon::prelude::*;
use report::Report;
use std::io::{self, Write};

pub(super) fn diff(options: &Diff, project: &Project, words: &CliWords) -> Result<u8, Failure> {
    let sound = match project.check() {
        Ok(sound) => sound,
        Err(problems) => {
            tell(&problems, &project.excerpts(), words)?;
            return nothing_compared(&words.text("diff_problems_here"));
        }
    };
    let (commit, folder) = (commit(options, project)?, PrivateFolder::new()?);
    let there = history::check_out(project.root(), &commit, folder.path())?;
    let there = there.map_err(Failure::NoPast)?;
    let earlier = project.elsewhere(&there).map_err(|failure| match failure {
        Failure::Disk(DiskError::NoFolder { .. }) => Failure::EmptyBase(options.base.clone()),
        other => other,
    })?;
    let before = match earlier.check_on(sound.today) {
        Ok(sound) => site(&earlier, sound)?,
        Err(problems) => {
            tell(&problems, &earlier.excerpts(), words)?;
            let base = ("base", options.base.as_str());
            return nothing_compared(&words.say("diff_problems_there", &[base]));
        }
    };
    let after = site(project, sound)?;
    let sides = Sides {
        before: (&earlier, &before),
        after: (project, &after),
    };
    writeln!(io::stdout(), "{}", sides.told(options, commit, words)?)?;
    Ok(FINE)
}

fn nothing_compared(why: &str) -> Result<u8, Failure> {
    writeln!(io::stderr(), "{why}")?;
    Ok(PROBLEMS)
}

/// What is compared with, in full.
fn commit(options: &Diff, project: &Project) -> Result<String, Failure> {
    let found = history::resolve(project.root(), &options.base)?;
    let found = found.map_err(Failure::NoPast)?;
    found.ok_or_else(|| Failure::NoBase(options.base.clone()))
}

fn site(project: &Project, sound: Sound) -> Result<Site, Failure> {
    let theme = theme(project.root(), &sound.register.site.theme)?;
    let site = Site::new(sound.register, sound.record, sound.today, &theme)?;
    Ok(site.remembering(&sound.ledger))
}

/// Two states of a site with the folders that they were read from.
struct Sides<'a> {
    before: (&'a Project, &'a Site),
    after: (&'a Project, &'a Site),
}

impl<'a> Sides<'a> {
    fn told(&self, options: &Diff, commit: String, words: &CliWords) -> Result<String, Failure> {
        let [before, after] = [self.before, self.after].map(|(project, site)| Side {
            site,
            sources: project.sources(),
        });
        let comparison = SiteComparison::new(before, after);
        let mut pages = pages(&comparison, words)?;
        let rows = compare(before.site.facts(), after.site.facts());
        let theme = theme(self.after.0.root(), &after.site.register().site.theme)?;
        find_causes(&mut pages, before.site, after.site, &theme)?;
        let report = Report {
            figures: figures(&rows, &pages, [before.site, after.site], &theme)?,
            base: options.base.clone(),
            commit,
            before: before.site,
            after: after.site,
            rows: &rows,
            pages: &pages,
            files: comparison.files(),
            media: self.media(&comparison)?,
        };
        Ok(match options.format {
            DiffFormat::Human => layout::human(&report, words),
            DiffFormat::Markdown => layout::markdown(&report, words),
            DiffFormat::Json => json::json(&report),
        })
    }

    /// Files that are published as they are, and are not as they were.
    fn media(&self, comparison: &SiteComparison<'a>) -> Result<Vec<(String, Turn)>, Failure> {
        let found = comparison.media();
        let other = found.into_iter().map(|(path, turn)| {
            let is_other = turn != Turn::Changed || self.is_other(path)?;
            Ok(is_other.then(|| (path.to_owned(), turn)))
        });
        other.filter_map(Result::transpose).collect()
    }

    fn is_other(&self, path: &str) -> Result<bool, Failure> {
        let bytes = |project: &Project| -> Result<Option<Vec<u8>>, Failure> {
            Ok(match disk::read_file(project.root(), path)? {
                Reread::Bytes(bytes) => Some(bytes),
                Reread::Gone | Reread::Linked => None,
            })
        };
        Ok(bytes(self.before.0)? != bytes(self.after.0)?)
    }
}

/// The files that will be other, by their paths.
fn pages(comparison: &SiteComparison<'_>, words: &CliWords) -> Result<Vec<PageChange>, Failure> {
    let batches = comparison.batches();
    let count = batches.iter().map(Vec::len).sum::<usize>();
    let bar = Progress::new("comparing", count, words);
    let found: Result<Vec<Vec<PageChange>>, Failure> = batches
        .par_iter()
        .map(|batch| {
            let changes = comparison.changes(batch)?;
            batch.iter().for_each(|_| bar.step());
            Ok(changes)
        })
        .collect();
    bar.finish();
    Ok(by_file(found?.into_iter().flatten().collect()))
}
