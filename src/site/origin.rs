//! What a page is made from, as one digest: while it stays the same, so do the page's bytes.
//!
//! It rests on [`super::inputs`]: a page may change only with the files among its inputs, what the
//! repository remembers of them, and what is the same for all pages.

use super::{Page, Site, inputs};
use crate::source::{Content, Fingerprinter, Past, Sha256, Sources};
use std::collections::{BTreeMap, BTreeSet};

/// Every source with its past, each as a digest.
#[derive(Debug)]
pub struct SourceStates {
    /// By path below `content/`; files below `media/` are not among them, since no page shows their bytes.
    of_file: BTreeMap<String, Sha256>,
    /// What is remembered of files that are gone.
    gone: Sha256,
    /// All of these together.
    whole: Sha256,
}

impl SourceStates {
    /// The states of `sources`, whose repository remembers `past`.
    pub fn of(sources: &Sources, past: &Past) -> Self {
        let pasts = pasts(past);
        let of_file: BTreeMap<String, Sha256> = sources
            .files
            .iter()
            .map(|(path, bytes)| (path.clone(), state(bytes, pasts.get(path.as_str()))))
            .collect();
        let gone = pasts
            .iter()
            .filter(|(path, _)| !of_file.contains_key(**path));
        let gone = digest(gone.map(|(path, past)| (*path, past)));
        let everything = of_file.iter().map(|(path, state)| (path.as_str(), state));
        let whole = digest(everything.chain([("", &gone)]));
        Self {
            of_file,
            gone,
            whole,
        }
    }
}

fn state(bytes: &[u8], past: Option<&Sha256>) -> Sha256 {
    match past {
        None => Sha256::of(bytes),
        Some(past) => {
            let mut digest = Fingerprinter::default();
            digest.update(past.as_bytes());
            digest.update(bytes);
            digest.finish().sha256
        }
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
        let mut digest = Fingerprinter::default();
        digest.update(&[u8::from(is_uncommitted)]);
        for version in versions {
            let commit = &history.commits[version.commit];
            let is_gone = version.content == Content::Gone;
            digest.update(&[u8::from(is_gone)]);
            digest.update(format!("{} {:?}\n", commit.id, commit.signing).as_bytes());
        }
        (path.as_str(), digest.finish().sha256)
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

/// One digest of many, in their order.
fn digest<'d>(named: impl IntoIterator<Item = (&'d str, &'d Sha256)>) -> Sha256 {
    let mut digest = Fingerprinter::default();
    for (name, sha256) in named {
        // A path holds no zero byte.
        digest.update(name.as_bytes());
        digest.update(&[0]);
        digest.update(sha256.as_bytes());
    }
    digest.finish().sha256
}

/// What pages of a site are made from.
#[derive(Debug)]
pub struct Origins<'a> {
    site: &'a Site,
    states: &'a SourceStates,
    /// What is the same for all pages.
    common: Sha256,
}

impl<'a> Origins<'a> {
    /// The origins of the pages of `site`, whose sources have these `states`; `program` tells apart what
    /// makes them.
    pub fn new(site: &'a Site, states: &'a SourceStates, program: &str) -> Self {
        let common = format!(
            "{program}\n{}\n{}\n{}\n{:?}",
            site.score.today,
            site.urls().absolute_file(""),
            site.dress.sha256,
            site.record.reach,
        );
        let common = Sha256::of(common.as_bytes());
        Self {
            common: digest([("", &common), ("", &states.gone)]),
            site,
            states,
        }
    }

    /// What `page` is made from.
    pub fn of(&self, page: &Page) -> Sha256 {
        if inputs::shows_everything(page) {
            return digest([("", &self.common), ("", &self.states.whole)]);
        }
        self.of_inputs(&inputs::inputs(self.site, page))
    }

    fn of_inputs(&self, inputs: &BTreeSet<String>) -> Sha256 {
        let states = inputs.iter().filter_map(|path| {
            let state = self.states.of_file.get(path)?;
            Some((path.as_str(), state))
        });
        digest([("", &self.common)].into_iter().chain(states))
    }
}
