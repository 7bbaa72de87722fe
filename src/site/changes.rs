//! Two states of a site held against each other: which files will be other once the newer one is
//! published.

use super::{Dress, Page, Site, SiteError};
use crate::data::Turn;
use crate::model::Register;
use crate::render::Theme;
use crate::source::{Fingerprint, Fingerprinter, Sources};
use crate::url::{Address, Subject};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::sync::Arc;

/// A file of the site that will be other, new or gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageChange {
    pub page: Page,
    pub turn: Turn,
    /// The sources that are other and that it shows something of, before or after.
    pub sources: BTreeSet<String>,
    /// The file before and after.
    pub bytes: [Option<Fingerprint>; 2],
    /// What a page for readers is like after, apart from the social card that it names; none of
    /// another file and of a page that is gone. [`find_causes`] fills it.
    pub shown: Option<Fingerprint>,
    pub cause: Cause,
}

/// Why a page will be other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Cause {
    /// What it tells is other.
    Facts,
    /// It tells the same, and cites a later commit or names another social card.
    Record,
}

/// One state of a site.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    pub site: &'a Site,
    pub sources: &'a Sources,
}

/// Two states of a site.
#[derive(Debug)]
pub struct SiteComparison<'a> {
    before: &'a Site,
    after: &'a Site,
    /// Sources that are not as they were, or that something else was recorded of.
    changed: BTreeSet<String>,
    /// By page, what of `changed` it shows something of.
    concerned: BTreeMap<Page, BTreeSet<String>>,
    files_before: BTreeSet<Page>,
    files_after: BTreeSet<Page>,
}

impl<'a> SiteComparison<'a> {
    pub fn new(before: Side<'a>, after: Side<'a>) -> Self {
        let changed = changed_sources(before, after);
        let [files_before, files_after] =
            [before, after].map(|side| side.site.pages().into_iter().collect::<BTreeSet<Page>>());
        // What no source explains: any page may be other then.
        let is_other_ground = before.site.dress.sha256 != after.site.dress.sha256
            || before.site.record.reach != after.site.record.reach;
        let mut comparison = Self {
            before: before.site,
            after: after.site,
            changed,
            concerned: BTreeMap::new(),
            files_before,
            files_after,
        };
        let all = comparison.files_before.union(&comparison.files_after);
        let concerned = all.filter_map(|page| {
            let sources = comparison.sources_of(page);
            (is_other_ground || !sources.is_empty() || comparison.turn(page) != Turn::Changed)
                .then(|| (page.clone(), sources))
        });
        comparison.concerned = concerned.collect();
        comparison
    }

    /// How many files the newer state has.
    pub fn files(&self) -> usize {
        self.files_after.len()
    }

    /// Media files that are new, gone, or that may be other: whether one is, its bytes say.
    pub fn media(&self) -> BTreeMap<&'a str, Turn> {
        let [before, after] = [self.before, self.after].map(|site| &site.register.media);
        let all = before.union(after);
        let turns = all.filter_map(|path| {
            Turn::of(before.get(path), after.get(path)).map(|turn| (path.as_str(), turn))
        });
        turns.collect()
    }

    /// Pages that may be other, those together that share their work.
    pub fn batches(&self) -> Vec<Vec<Page>> {
        let is_concerned = |page: &Page| self.concerned.contains_key(page);
        let after = self.after.batches().into_iter();
        let before = self.files_before.difference(&self.files_after);
        let gone = before.cloned().map(|page| vec![page]);
        let batches = after
            .chain(gone)
            .map(|batch| -> Vec<Page> { batch.into_iter().filter(is_concerned).collect() });
        batches.filter(|batch| !batch.is_empty()).collect()
    }

    /// Which pages of a batch will be other. The bytes of both states of no more than this batch
    /// stand in memory, and of a large file only its fingerprint.
    ///
    /// # Errors
    /// As [`Site::render`].
    pub fn changes(&self, batch: &[Page]) -> Result<Vec<PageChange>, SiteError> {
        let before = fingerprints(self.before, batch, &self.files_before)?;
        let after = fingerprints(self.after, batch, &self.files_after)?;
        let other = batch.iter().filter_map(|page| {
            let (old, new) = (before.get(page), after.get(page));
            let change = || PageChange {
                page: page.clone(),
                turn: self.turn(page),
                sources: self.concerned[page].clone(),
                bytes: [old.copied(), new.copied()],
                shown: None,
                cause: Cause::Facts,
            };
            (old != new).then(change)
        });
        Ok(other.collect())
    }

    /// What becomes of a page, should its bytes be other.
    fn turn(&self, page: &Page) -> Turn {
        match (
            self.files_before.contains(page),
            self.files_after.contains(page),
        ) {
            (false, _) => Turn::Added,
            (true, false) => Turn::Removed,
            (true, true) => Turn::Changed,
        }
    }

    fn sources_of(&self, page: &Page) -> BTreeSet<String> {
        let sides = [
            (self.before, &self.files_before),
            (self.after, &self.files_after),
        ];
        let there = sides.into_iter().filter(|(_, files)| files.contains(page));
        let paths = there.flat_map(|(site, _)| super::inputs(site, page));
        paths.filter(|path| self.changed.contains(path)).collect()
    }
}

/// Paths below `content/` of what is not as it was, and of what something else is recorded.
fn changed_sources(before: Side<'_>, after: Side<'_>) -> BTreeSet<String> {
    let sides = [before, after];
    let paths: BTreeSet<&String> = sides
        .iter()
        .flat_map(|side| side.sources.files.keys().chain(side.sources.media.keys()))
        .collect();
    let is_other = |path: &&&String| {
        let [old, new] = sides.map(|side| {
            let recorded = side.site.record.latest([path.as_str()]);
            let sources = side.sources;
            (
                sources.files.get(**path),
                sources.media.get(**path),
                recorded,
            )
        });
        old != new
    };
    let other = paths.iter().filter(is_other);
    other.map(|path| (**path).clone()).collect()
}

/// Finds out which pages for readers tell the same as before and only cite a later commit, or name
/// another social card.
///
/// # Errors
/// As [`Site::render`].
pub fn find_causes(
    changes: &mut [PageChange],
    before: &Site,
    after: &Site,
    theme: &Theme,
) -> Result<(), SiteError> {
    let with_new_record = |side: &Site| -> Result<Site, SiteError> {
        let mut site = shown_site(Register::clone(&side.register), after, theme)?;
        site.old = side.old.clone();
        Ok(site)
    };
    let new = with_new_record(after)?;
    // The old facts with the new record: a page that is as it will be owes nothing to the facts.
    let old = with_new_record(before)?;
    let moved = before.old.keys().cloned();
    let there: BTreeSet<Address> = before.html_pages().chain(moved).collect();
    let has_new_events = before.record.events.len() != after.record.events.len();
    let tells_of_facts = |subject: &Subject| match subject {
        Subject::Changes | Subject::ChangesOf(_) => !has_new_events,
        _ => true,
    };
    changes.par_iter_mut().try_for_each(|change| {
        let Page::Html(address) = &change.page else {
            return Ok(());
        };
        if change.turn == Turn::Removed || !tells_of_facts(&address.subject) {
            return Ok(());
        }
        let shown = |site: &Site| -> Result<Fingerprint, SiteError> {
            Ok(Fingerprint::of(&site.render(&change.page)?))
        };
        change.shown = Some(shown(&new)?);
        // Where it takes the place of another page, it was not there before.
        let was_there = there.contains(address);
        if change.turn == Turn::Changed && was_there && change.shown == Some(shown(&old)?) {
            change.cause = Cause::Record;
        }
        Ok(())
    })
}

/// `register` with the record of `site`, its pages without social cards: those tell of everything,
/// so that a page that names one changes with what it does not show.
pub(super) fn shown_site(
    mut register: Register,
    site: &Site,
    theme: &Theme,
) -> Result<Site, SiteError> {
    register.site.social_cards = Some(false);
    let dress = Dress::new(theme.clone(), &register.site.languages)?;
    let record = Arc::clone(&site.record);
    let (register, dress) = (Arc::new(register), Arc::new(dress));
    Ok(Site::dressed(register, record, site.score.today, dress))
}

/// By path: where one page takes the place of another, as the page at an old address does, its
/// file is there before and after.
pub fn by_file(mut changes: Vec<PageChange>) -> Vec<PageChange> {
    changes.sort_by_cached_key(|change| (change.page.file(), change.turn));
    let mut found: Vec<PageChange> = Vec::new();
    for change in changes {
        match found.last_mut() {
            // What is added comes before what is removed.
            Some(last) if last.page.file() == change.page.file() => {
                last.turn = Turn::Changed;
                last.bytes[0] = change.bytes[0];
                last.sources.extend(change.sources);
            }
            _ => found.push(change),
        }
    }
    found.retain(|change| change.bytes[0] != change.bytes[1]);
    found
}

/// Those of `batch` that the site has.
fn fingerprints<'p>(
    site: &Site,
    batch: &'p [Page],
    files: &BTreeSet<Page>,
) -> Result<BTreeMap<&'p Page, Fingerprint>, SiteError> {
    let there: Vec<Page> = batch
        .iter()
        .filter(|p| files.contains(p))
        .cloned()
        .collect();
    if let [page] = &there[..]
        && page.is_large()
    {
        let own = batch.iter().find(|own| *own == page);
        let own = own.map(|own| Ok((own, fingerprint(site, page)?)));
        return own.into_iter().collect();
    }
    let rendered: BTreeMap<String, Vec<u8>> = site.render_batch(&there)?.into_iter().collect();
    let found = batch.iter().filter_map(|page| {
        let bytes = rendered.get(&page.file())?;
        Some((page, Fingerprint::of(bytes)))
    });
    Ok(found.collect())
}

/// Of a file that is never in memory as a whole.
fn fingerprint(site: &Site, page: &Page) -> Result<Fingerprint, SiteError> {
    let mut hashed = Hashed(Fingerprinter::default());
    site.write(page, &mut hashed)?;
    Ok(hashed.0.finish())
}

/// Takes the fingerprint of what is written to it.
struct Hashed(Fingerprinter);

impl Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
