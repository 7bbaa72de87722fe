//! What a page is made from, as one digest: while it stays the same, so do the page's bytes.
//!
//! It rests on [`super::inputs`]: a page may change only with the files among its inputs, what the
//! repository remembers of them, and what is the same for all pages.

use super::{Page, Site, inputs};
use crate::source::{Content, Fingerprinter, Past, Sha256};
use std::collections::BTreeMap;

/// Every source with its past, each as a digest.
#[derive(Debug)]
pub struct SourceStates {
    /// By path below `content/`; files below `media/` are not among them, since no page shows their bytes.
    of_file: BTreeMap<String, SourceState>,
    /// What is remembered of files that are gone.
    gone: Sha256,
    /// All of these together.
    whole: Sha256,
}

/// A source and what is remembered of it.
#[derive(Debug)]
struct SourceState {
    bytes: Sha256,
    past: Option<Sha256>,
}

impl SourceStates {
    /// The states of sources, by the SHA-256 of each ([`Sources::sha256s`]), whose repository remembers
    /// `past`.
    ///
    /// [`Sources::sha256s`]: crate::source::Sources::sha256s
    pub fn new(sha256s: BTreeMap<String, Sha256>, past: &Past) -> Self {
        let mut pasts = pasts(past);
        let with_past = |(path, bytes): (String, Sha256)| {
            let past = pasts.remove(path.as_str());
            (path, SourceState { bytes, past })
        };
        let of_file: BTreeMap<String, SourceState> = sha256s.into_iter().map(with_past).collect();
        let mut gone = Digest::default();
        pasts.iter().for_each(|(path, past)| gone.add(path, [past]));
        let gone = gone.finish();
        let mut whole = Digest::default();
        whole.add("", [&gone]);
        let files = of_file.iter();
        files.for_each(|(path, state)| whole.add(path, state.parts()));
        Self {
            whole: whole.finish(),
            of_file,
            gone,
        }
    }

    /// The SHA-256 of each source, in the order of their paths.
    pub fn sha256s(&self) -> impl ExactSizeIterator<Item = (&str, &Sha256)> {
        let files = self.of_file.iter();
        files.map(|(path, state)| (path.as_str(), &state.bytes))
    }

    /// The SHA-256 of the source at `path`.
    pub fn sha256(&self, path: &str) -> Option<&Sha256> {
        Some(&self.of_file.get(path)?.bytes)
    }
}

impl SourceState {
    fn parts(&self) -> impl Iterator<Item = &Sha256> {
        [&self.bytes].into_iter().chain(&self.past)
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
#[derive(Default)]
struct Digest(Fingerprinter);

impl Digest {
    /// A path holds no zero byte, and no digest ends where another name could begin: their number is told.
    fn add<'d>(&mut self, name: &str, parts: impl IntoIterator<Item = &'d Sha256>) {
        self.0.update(name.as_bytes());
        self.0.update(&[0]);
        let mut count = 0;
        for part in parts {
            self.0.update(part.as_bytes());
            count += 1;
        }
        self.0.update(&[count]);
    }

    fn finish(self) -> Sha256 {
        self.0.finish().sha256
    }
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
        let mut digest = Digest::default();
        digest.add("", [&common, &states.gone]);
        Self {
            common: digest.finish(),
            site,
            states,
        }
    }

    /// What `page` is made from.
    pub fn of(&self, page: &Page) -> Sha256 {
        let mut origin = Digest::default();
        origin.add("", [&self.common]);
        if inputs::shows_everything(page) {
            origin.add("", [&self.states.whole]);
        } else {
            for path in inputs::inputs(self.site, page) {
                if let Some(state) = self.states.of_file.get(&path) {
                    origin.add(&path, state.parts());
                }
            }
        }
        origin.finish()
    }
}
