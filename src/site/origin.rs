//! What a page is made from, as one digest: while it stays the same, so do the page's bytes.
//!
//! It rests on [`super::inputs`]: a page may change only with the files among its inputs, what the
//! repository remembers of them, the places of its events among all, and what is the same for all pages.

use super::{Page, Site, inputs};
use crate::model::{ById, ContractId, PersonId};
use crate::source::{Content, Framed, Past, Sha256, Sources};
use crate::url::{DataFile, Subject};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// Every source with its past, each as a digest.
#[derive(Debug)]
pub struct SourceStates {
    /// By path below `content/`; files below `media/` are not among them, since no page shows their bytes.
    of_file: ById<Arc<str>, SourceState>,
    /// What is remembered of files that are gone.
    gone: Sha256,
    /// All of these together, and which media there are.
    whole: Sha256,
}

/// A source and what is remembered of it.
#[derive(Debug)]
struct SourceState {
    bytes: Sha256,
    /// Behind a pointer, as a large site has many sources and seldom a past.
    past: Option<Box<Sha256>>,
}

impl SourceStates {
    /// The states of `sources`, whose repository remembers `past`.
    pub fn of(sources: &Sources, past: &Past) -> Self {
        let mut pasts = pasts(past);
        let with_past = |(path, bytes): (Arc<str>, Sha256)| {
            let past = pasts.remove(&*path).map(Box::new);
            (path, SourceState { bytes, past })
        };
        let of_file: ById<Arc<str>, SourceState> =
            sources.sha256s().into_iter().map(with_past).collect();
        let mut gone = Framed::default();
        for (path, past) in &pasts {
            gone.text(path);
            gone.sha256(past);
        }
        let gone = gone.finish();
        let mut whole = Framed::default();
        whole.sha256(&gone);
        // Where an old address leads hangs on which files there are, media too.
        whole.count(sources.media.len());
        sources.media.keys().for_each(|path| whole.text(path));
        of_file
            .iter()
            .for_each(|(path, state)| state.add_to(path, &mut whole));
        Self {
            whole: whole.finish(),
            of_file,
            gone,
        }
    }

    fn add_files(&self, paths: &BTreeSet<String>, digest: &mut Framed) {
        for path in paths {
            if let Some(state) = self.of_file.get(path.as_str()) {
                state.add_to(path, digest);
            }
        }
    }

    /// The SHA-256 of each source, in the order of their paths.
    pub fn sha256s(&self) -> impl ExactSizeIterator<Item = (&str, &Sha256)> {
        let files = self.of_file.iter();
        files.map(|(path, state)| (&**path, &state.bytes))
    }

    /// Which of [`Self::sha256s`] is that of the source at `path`, from 0.
    pub fn place_of(&self, path: &str) -> Option<usize> {
        self.of_file.place_of(path)
    }

    /// The SHA-256 of the source at `path`.
    pub fn sha256(&self, path: &str) -> Option<&Sha256> {
        Some(&self.of_file.get(path)?.bytes)
    }
}

impl SourceState {
    fn add_to(&self, path: &str, digest: &mut Framed) {
        digest.text(path);
        digest.sha256(&self.bytes);
        digest.count(self.past.iter().len());
        self.past.iter().for_each(|past| digest.sha256(past));
    }
}

/// What is remembered of each path: the commits that changed it, with what is known of their signatures,
/// and whether something of it is in no commit. A commit's id stands for all that came before it.
fn pasts(past: &Past) -> BTreeMap<&str, Sha256> {
    let Past::Known(history) = past else {
        return BTreeMap::new();
    };
    let told = history.files.iter().map(|(path, versions)| {
        let is_uncommitted = history.uncommitted.contains(&format!("content/{path}"));
        let mut digest = Framed::default();
        digest.count(usize::from(is_uncommitted));
        for version in versions {
            let commit = &history.commits[version.commit];
            digest.count(usize::from(version.content == Content::Gone));
            digest.text(&commit.id);
            digest.text(&format!("{:?}", commit.signing));
        }
        (path.as_str(), digest.finish())
    });
    let mut pasts: BTreeMap<&str, Sha256> = told.collect();
    // New files have no version yet.
    let content = history.uncommitted.iter();
    let content = content.filter_map(|path| path.strip_prefix("content/"));
    for path in content {
        pasts.entry(path).or_insert_with(|| Sha256::of(b"new"));
    }
    pasts
}

/// What pages of a site are made from.
#[derive(Debug)]
pub struct Origins<'a> {
    site: &'a Site,
    states: &'a SourceStates,
    /// What is the same for all pages.
    common: Sha256,
    /// Of the many pages of an official, which have the same inputs.
    of_official: ById<&'a PersonId, OnceLock<Sha256>>,
    /// The files of each contract, which pages of many officials show something of.
    of_contract: ById<&'a ContractId, OnceLock<Sha256>>,
}

impl<'a> Origins<'a> {
    /// The origins of the pages of `site`, whose sources have these `states`; `program` tells apart what
    /// makes them.
    pub fn new(site: &'a Site, states: &'a SourceStates, program: &str) -> Self {
        let mut common = Framed::default();
        common.text(program);
        common.text(&site.score.today.to_string());
        common.text(&site.urls().absolute_file(""));
        common.sha256(&site.dress.sha256);
        // Left to itself, a site has these up to so many officials.
        common.count(usize::from(site.register.has_embeds()));
        common.count(usize::from(site.has_social_cards));
        common.text(&format!("{:?}", site.record.reach));
        common.sha256(&states.gone);
        let people = site.register.people.keys();
        let contracts = site.register.contracts.keys();
        Self {
            common: common.finish(),
            of_official: people.map(|id| (id, OnceLock::new())).collect(),
            of_contract: contracts.map(|id| (id, OnceLock::new())).collect(),
            site,
            states,
        }
    }

    /// Makes the origins of officials' pages ready, each once and beside each other. Lists name officials in one order for
    /// each kind of page, so that threads which ask page by page come to the same official at the same time, and one
    /// of them waits.
    pub fn prepare<'p>(&self, pages: impl Iterator<Item = &'p Page>) {
        let of_officials = pages.filter_map(|page| Some((inputs::official_of(page)?, page)));
        let one_each: BTreeMap<&PersonId, &Page> = of_officials.collect();
        one_each.into_par_iter().for_each(|(_, page)| {
            self.of(page);
        });
    }

    /// What `page` is made from.
    pub fn of(&self, page: &Page) -> Sha256 {
        let official = inputs::official_of(page).and_then(|id| self.of_official.get(id));
        match official {
            Some(known) => *known.get_or_init(|| self.of_inputs(page)),
            None => self.of_inputs(page),
        }
    }

    fn of_inputs(&self, page: &Page) -> Sha256 {
        let mut origin = Framed::default();
        origin.sha256(&self.common);
        if inputs::shows_everything(page) {
            origin.sha256(&self.states.whole);
        } else {
            let parts = inputs::parts(self.site, page);
            origin.count(parts.contracts.len());
            for id in parts.contracts {
                origin.sha256(&self.of_contract(id));
            }
            self.states.add_files(&parts.files, &mut origin);
            self.add_places_of_events(page, &mut origin);
        }
        origin.finish()
    }

    /// Files of facts number what happened by its place among all that did, which hangs on files of others too.
    fn add_places_of_events(&self, page: &Page, origin: &mut Framed) {
        let record = &self.site.record;
        if record.events.is_empty() {
            return;
        }
        let subject = match (inputs::official_of(page), page) {
            // The pages of an official share one origin.
            (Some(id), _) => &Subject::Official(id.clone()),
            (None, Page::Data(DataFile::PageJson(subject) | DataFile::PageCsv(subject))) => subject,
            _ => return,
        };
        let told = self.site.selected(subject);
        let places = record.places_of(&told.contracts, &told.people);
        origin.count(places.len());
        places.into_iter().for_each(|place| origin.count(place));
    }

    fn of_contract(&self, id: &ContractId) -> Sha256 {
        let files = || {
            let mut digest = Framed::default();
            self.states
                .add_files(&inputs::contract_files(self.site, id), &mut digest);
            digest.finish()
        };
        *self.of_contract[&id].get_or_init(files)
    }
}
