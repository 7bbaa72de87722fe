//! The home page: what was promised, what is met, late, missing now; every official.

use super::changes::LatestView;
use super::evaluations::NextView;
use super::frame::{Frame, Heading};
use super::heat::HeatView;
use super::html::Html;
use super::row::{self, ContractRow, in_order};
use super::scene::{Link, Scene};
use super::state::{Tag, class, count_tags, kept_sentence, overall_tone, rest_sentence};
use crate::compute::Counts;
use crate::format::Arg;
use crate::model::{Contract, Language, OpdId, PersonId, PostId};
use crate::url::{Address, Subject};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    pub frame: Frame,
    pub title: String,
    pub lead: String,
    pub summary: Option<SummaryView>,
    /// Quarter by quarter at a glance.
    pub heat: Option<HeatView>,
    /// How many rows the lists have, in words.
    pub listed: Html,
    pub rows: Vec<ContractRow>,
    /// The same rows by organisation, in the order in which these first occur among them.
    pub by_opd: Vec<OpdRows>,
    /// Of this year, but over: the post is another's, or is no more.
    pub ended: Vec<ContractRow>,
    pub people_without_contract: Vec<Link>,
    /// Without a contract either, but others promise them something.
    pub receive_only: Vec<Link>,
    pub quarters: Vec<Link>,
    /// The latest changes of what was promised or published, and the whole register; none where
    /// there are none.
    pub changes: Option<LatestView>,
    /// The next evaluations and deadlines.
    pub next: Option<NextView>,
}

/// Which rows of a list are of one organisation.
#[derive(Clone, Debug, Serialize)]
pub struct OpdRows {
    /// None for posts above all organisations.
    pub opd: Option<Link>,
    /// Places in the list, from 0.
    pub places: Vec<usize>,
}

/// The state of all current commitments together.
#[derive(Clone, Debug, Serialize)]
pub struct SummaryView {
    pub tone: &'static str,
    pub kept: String,
    pub total: String,
    pub sentence: String,
    pub rest: String,
    pub note: String,
    pub tags: Vec<Tag>,
}

impl HomeView {
    pub(super) fn new(scene: &Scene<'_>, language: Language) -> Self {
        let words = &scene.words;
        let site = &scene.register.site;
        let current = current_contracts(scene);
        let summary = summary(scene, &current);
        let (running, ended) = running_and_ended(scene, current);
        let running = in_order(scene, running);
        let government = words.plain(&site.government);
        let lead = words.say("home_lead", &[("government", Arg::from(government))]);
        let title = words.plain(&site.title).to_owned();
        let description = match &summary {
            Some(summary) => format!("{lead} {}.", summary.sentence),
            None => lead.clone(),
        };
        let heading = Heading {
            title: title.clone(),
            description,
            crumbs: Vec::new(),
        };
        let address = Address::new(language, Subject::Home);
        let people = scene.register.people.keys();
        let without = people.filter(|id| scene.contracts_of(id).next().is_none());
        let (receive, without): (Vec<_>, Vec<_>) =
            without.partition(|id| scene.promises_to(id) > 0);
        let links = |ids: Vec<&PersonId>| ids.into_iter().map(|id| scene.person_link(id)).collect();
        Self {
            frame: Frame::new(scene, &address, heading),
            title,
            lead,
            summary,
            heat: HeatView::new(scene, &running),
            listed: row::listed(scene, running.len() + ended.len()),
            rows: rows(scene, &running),
            by_opd: by_opd(scene, &running),
            ended: rows(scene, &in_order(scene, ended)),
            people_without_contract: links(without),
            receive_only: links(receive),
            quarters: super::quarter::quarter_links(scene),
            changes: LatestView::new(scene),
            next: NextView::new(scene),
        }
    }
}

/// The current contracts of every post. At the turn of a year some posts have new ones and some
/// don't yet; a post that has had none for longer is not current.
pub(super) fn current_contracts<'a>(scene: &Scene<'a>) -> Vec<&'a Contract> {
    let score = scene.score;
    let contracts: Vec<&Contract> = scene.register.contracts.values().collect();
    let latest = score.current_year(contracts.iter().copied());
    let mut by_post: BTreeMap<&PostId, Vec<&Contract>> = BTreeMap::new();
    for contract in contracts {
        by_post.entry(&contract.post).or_default().push(contract);
    }
    let current = by_post.into_values().flat_map(|contracts| {
        let year = score.current_year(contracts.iter().copied());
        contracts
            .into_iter()
            .filter(move |c| Some(c.id.year) == year)
    });
    let is_recent = |c: &&Contract| latest.is_some_and(|latest| c.id.year + 1 >= latest);
    current.filter(is_recent).collect()
}

fn rows(scene: &Scene<'_>, contracts: &[&Contract]) -> Vec<ContractRow> {
    let rows = contracts.par_iter().map(|c| ContractRow::now(scene, c));
    let mut rows: Vec<ContractRow> = rows.collect();
    row::place(&mut rows);
    rows
}

fn by_opd(scene: &Scene<'_>, contracts: &[&Contract]) -> Vec<OpdRows> {
    let mut found: Vec<(Option<&OpdId>, Vec<usize>)> = Vec::new();
    let mut known = BTreeMap::new();
    for (place, contract) in contracts.iter().enumerate() {
        let opd = scene.register.posts[&contract.post].opd.as_ref();
        let at = *known.entry(opd).or_insert(found.len());
        if at == found.len() {
            found.push((opd, Vec::new()));
        }
        found[at].1.push(place);
    }
    let rows = found.into_iter().map(|(opd, places)| OpdRows {
        opd: opd.map(|id| scene.opd_link(id)),
        places,
    });
    rows.collect()
}

/// Contracts that ended within the year stand apart; after the year's end all have, and none do.
fn running_and_ended<'a>(
    scene: &Scene<'_>,
    current: Vec<&'a Contract>,
) -> (Vec<&'a Contract>, Vec<&'a Contract>) {
    let today = scene.score.today;
    if current.iter().all(|c| c.period.end < today) {
        return (current, Vec::new());
    }
    current.into_iter().partition(|c| c.period.end >= today)
}

/// The states of all current commitments together, and the verdict on them in a sentence; none
/// before the first quarter is due.
pub(super) fn verdict_on(scene: &Scene<'_>, current: &[&Contract]) -> Option<(Counts, String)> {
    let words = &scene.words;
    let counts = scene.score.total(current.iter().copied());
    let scores = current.iter().map(|c| scene.score_of(&c.id));
    let quarter = scores.filter_map(|score| score.headline).max()?;
    let year = quarter.year.to_string();
    let quarter = words.quarter_short(quarter);
    let when = [("year", Arg::from(&year)), ("quarter", Arg::from(&quarter))];
    let sentence = kept_sentence(words, counts, &words.say("home_when", &when));
    Some((counts, sentence))
}

fn summary(scene: &Scene<'_>, current: &[&Contract]) -> Option<SummaryView> {
    let words = &scene.words;
    let (counts, sentence) = verdict_on(scene, current)?;
    let contracts = [("count", Arg::Count(current.len() as u64))];
    Some(SummaryView {
        tone: class(overall_tone(counts)),
        kept: words.formats().count(counts.kept() as u64),
        total: words.formats().count(counts.due() as u64),
        sentence,
        rest: rest_sentence(words, counts),
        note: words.say("home_note", &contracts),
        tags: count_tags(words, counts),
    })
}
