//! A slice of a site: the files around those that were just saved, examined as if the others were
//! not there. It tells within milliseconds what the whole site, however large, says later.
//!
//! A page is answered from a slice only where nothing outside of it can bear on the page: every
//! input of the page lies in it, and the saved files name the same others as before. Where that is
//! in doubt nothing is answered, and the page waits for the whole site.

use super::inputs::{inputs, shows_everything};
use super::references::{References, named_by};
use super::{Page, Site, SiteError};
use crate::check::check;
use crate::parse::Raw;
use crate::parse::place::Place;
use crate::problem::{Problem, Severity};
use crate::record::record;
use crate::source::{History, Past, Sources};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// More files than this are left to the whole site: a slice must not take longer than people wait.
const MOST_FILES: usize = 4_000;

/// Files saved since a site was made, by path below `content/`; `None` for one that is gone.
pub type Saved = BTreeMap<String, Option<Vec<u8>>>;

/// What is known of a whole site.
#[derive(Clone, Copy, Debug)]
pub struct Known<'k> {
    /// The last one that was sound.
    pub site: &'k Site,
    /// Those of that site.
    pub references: &'k References,
    /// What was read when that site was made, or since.
    pub raw: &'k Raw,
    pub sources: &'k Sources,
    pub past: &'k Past,
}

/// What can be said of saved files before the whole site is examined.
#[derive(Clone, Debug, PartialEq)]
pub enum AtOnce {
    /// Nothing is wrong with them and with what they bear on; the files that were looked at.
    Fine(BTreeSet<String>),
    /// Errors in the saved files, which the whole site will have too.
    Wrong(Vec<Problem>),
    /// Only the whole site tells.
    Unsure,
}

/// Judges the `saved` files with those around them.
pub fn verdict_at_once(known: &Known<'_>, saved: &Saved) -> AtOnce {
    let mut around: BTreeSet<String> = saved.keys().cloned().collect();
    let naming = saved.keys().flat_map(|path| known.references.naming(path));
    around.extend(naming.cloned());
    let Some(slice) = Slice::of(known, saved, around) else {
        return AtOnce::Unsure;
    };
    match check(&slice.raw) {
        Ok(_) => AtOnce::Fine(slice.paths),
        Err(problems) => {
            let is_told = |problem: &Problem| {
                let is_of_saved = saved.contains_key(&problem.file);
                problem.severity == Severity::Error && is_of_saved && slice.is_certain(problem)
            };
            let told: Vec<Problem> = problems.into_iter().filter(is_told).collect();
            match told.is_empty() {
                true => AtOnce::Unsure,
                false => AtOnce::Wrong(told),
            }
        }
    }
}

/// The bytes of `page` with the `saved` files, where they bear on it and nothing else could;
/// `None` where the page is as it was, or only the whole site tells.
///
/// # Errors
/// As [`Site::render`].
pub fn page_at_once(
    known: &Known<'_>,
    saved: &Saved,
    page: &Page,
) -> Option<Result<Vec<u8>, SiteError>> {
    // Tables number the changes of the whole site.
    let counts_changes = matches!((page, known.past), (Page::Data(_), Past::Known(_)));
    if shows_everything(page) || counts_changes {
        return None;
    }
    let before = inputs(known.site, page);
    let named = named_anew(saved);
    // One of the saved files, or one that it names, is among the inputs.
    if !saved.keys().chain(&named).any(|path| before.contains(path)) {
        return None;
    }
    let mut around = before.clone();
    around.extend(saved.keys().cloned());
    let naming = saved.keys().flat_map(|path| known.references.naming(path));
    around.extend(naming.cloned());
    let slice = Slice::of(known, saved, around)?;
    let site = slice.site(known, saved)?;
    // Another set of inputs would be another page: what else belongs to it is not known here.
    let others = |paths: BTreeSet<String>| -> BTreeSet<String> {
        let paths = paths.into_iter();
        paths.filter(|path| !saved.contains_key(path)).collect()
    };
    let has_page = site.has(page);
    (has_page && others(inputs(&site, page)) == others(before)).then(|| site.render(page))
}

/// Some files of a site.
struct Slice {
    paths: BTreeSet<String>,
    raw: Raw,
    sources: Sources,
}

impl Slice {
    /// The files at `paths` as they are now, with all that they name, and what every page has;
    /// `None` where these are too many, or the saved files change what belongs to what.
    fn of(known: &Known<'_>, saved: &Saved, mut paths: BTreeSet<String>) -> Option<Self> {
        if !saved.keys().all(|path| is_of_a_page(path)) {
            return None;
        }
        paths.extend(of_every_page(known.raw));
        paths.extend(named_anew(saved));
        known.references.close(&mut paths);
        if paths.len() > MOST_FILES {
            return None;
        }
        let mut raw = known.raw.only(&paths);
        let own = paths.iter().filter_map(|path| {
            let bytes = known.sources.files.get(path)?;
            Some((path.clone(), bytes.clone()))
        });
        let mut files: BTreeMap<String, Vec<u8>> = own.collect();
        for (path, bytes) in saved {
            match bytes {
                Some(bytes) => {
                    raw.read(path, bytes);
                    files.insert(path.clone(), bytes.clone());
                }
                None => {
                    raw.remove(path);
                    files.remove(path);
                }
            }
        }
        let sources = Sources {
            files,
            ..Sources::default()
        };
        let slice = Self {
            paths,
            raw,
            sources,
        };
        let is_kept = saved.keys().all(|path| slice.keeps_its_ties(known, path));
        is_kept.then_some(slice)
    }

    /// Whether a saved file names the same others as before. Nothing names a report or evaluations,
    /// so these may come, go, and name what they like that is here.
    fn keeps_its_ties(&self, known: &Known<'_>, path: &str) -> bool {
        let named = named_by(&self.raw, path);
        if is_leaf(path) {
            return named.iter().all(|other| self.paths.contains(other));
        }
        let is_there = self.raw.files().any(|file| file == path);
        // Of a file that can't be read it is told what is wrong with it.
        let is_unread = self
            .raw
            .problems()
            .any(|p| p.file == path && p.severity == Severity::Error);
        let before = known.references.named_by(path);
        is_there && (is_unread || before == Some(&named))
    }

    /// Whether the whole site will say the same, word for word. Reading a file looks at no other;
    /// what a wrong reference may have meant is looked for among all files.
    fn is_certain(&self, problem: &Problem) -> bool {
        let is_likeness = |(name, _): &(&'static str, String)| *name == "near";
        let is_of_reading = self.raw.problems().any(|read| read == problem);
        is_of_reading || !problem.arguments.iter().any(is_likeness)
    }

    /// `None` where it has an error.
    fn site(&self, known: &Known<'_>, saved: &Saved) -> Option<Site> {
        let today = known.site.score.today;
        let register = check(&self.raw).ok()?.register;
        let past = self.past(known, saved);
        let told = record(&self.raw, &self.sources, register, &past, today);
        let dress = Arc::clone(&known.site.dress);
        let mut register = told.register;
        // How many officials there are is known of the whole alone.
        let whole = &known.site.register;
        register.site.embeds = Some(whole.has_embeds());
        register.site.social_cards = Some(whole.has_social_cards());
        let (register, record) = (Arc::new(register), Arc::new(told.record));
        let site = Site::dressed(register, record, today, dress);
        Some(Site {
            old: known.site.old.clone(),
            ..site
        })
    }

    /// What is remembered of these files, and of such as are there no more.
    fn past(&self, known: &Known<'_>, saved: &Saved) -> Past {
        let history = match known.past {
            Past::Known(history) => history,
            Past::Unknown(why) => return Past::Unknown(*why),
        };
        let files = history.files.iter().filter(|(path, _)| {
            self.paths.contains(*path) || !known.sources.files.contains_key(*path)
        });
        let mut part = History {
            head: history.head.clone(),
            commits: history.commits.clone(),
            files: files.map(|(path, v)| (path.clone(), v.clone())).collect(),
            uncommitted: history.uncommitted.clone(),
        };
        for (path, bytes) in saved {
            part.note_saved(path, bytes.as_deref());
        }
        Past::Known(part)
    }
}

/// What the saved files name now.
fn named_anew(saved: &Saved) -> BTreeSet<String> {
    let mut raw = Raw::default();
    for (path, bytes) in saved {
        if let Some(bytes) = bytes {
            raw.read(path, bytes);
        }
    }
    let named = saved.keys().map(|path| named_by(&raw, path));
    named.flatten().collect()
}

/// Whether a file bears on some pages alone, and what it holds says on which.
fn is_of_a_page(path: &str) -> bool {
    matches!(
        Place::of(path),
        Some(Ok(Place::Opd(_)
            | Place::Post(_)
            | Place::Person(_)
            | Place::Contract(_)
            | Place::Report(..)
            | Place::Evaluations(_)))
    )
}

fn is_leaf(path: &str) -> bool {
    matches!(
        Place::of(path),
        Some(Ok(Place::Report(..) | Place::Evaluations(_)))
    )
}

/// Settings, rules, plain pages and frozen quarters: there are few.
fn of_every_page(raw: &Raw) -> impl Iterator<Item = String> {
    let site = raw.site.iter().map(|parsed| parsed.file.to_string());
    let regimes = raw.regimes.values().map(|parsed| parsed.file.to_string());
    let pages = raw.pages.values().map(|parsed| parsed.file.to_string());
    let archives = raw.archives.values().map(|parsed| parsed.file.to_string());
    site.chain(regimes).chain(pages).chain(archives)
}
