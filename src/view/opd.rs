//! An organisation: where it came from, who leads it, what it promised. And the list of all.

use super::card::cards_of_opd;
use super::contract::{RelativeView, relative};
use super::data::DataLinks;
use super::frame::{Crumb, Frame, Heading};
use super::indicator::CardRow;
use super::row::{ContractRow, in_order, place_by};
use super::said::Said;
use super::scene::{Link, Scene};
use crate::model::{Contract, Opd, OpdEvent, OpdId, Predecessor};
use crate::url::{Address, Subject};
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct OpdView {
    pub frame: Frame,
    pub name: Said,
    pub short_name: Option<Said>,
    /// What it grew out of and what grew out of it.
    pub events: Vec<EventView>,
    pub posts: Vec<RelativeView>,
    pub contracts: Vec<ContractRow>,
    pub year: Option<i32>,
    /// Report cards, latest year first.
    pub cards: Vec<Link>,
    pub indicators: Vec<IndicatorRow>,
    pub data: DataLinks,
}

/// A step in an organisation's life.
#[derive(Clone, Debug, Serialize)]
pub struct EventView {
    pub text: String,
    pub opd: Link,
}

/// An indicator as a row.
#[derive(Clone, Debug, Serialize)]
pub struct IndicatorRow {
    pub commitment: CardRow,
    pub post: Said,
    /// Among all rows by capaian, the lowest first; none without a capaian.
    pub place: Option<usize>,
}

/// All organisations.
#[derive(Clone, Debug, Serialize)]
pub struct OpdsView {
    pub frame: Frame,
    pub title: String,
    pub lead: String,
    pub opds: Vec<OpdRow>,
}

#[derive(Clone, Debug, Serialize)]
pub struct OpdRow {
    pub opd: Link,
    pub short_name: Option<Said>,
    pub heads: Vec<Link>,
    /// What it became, where it is no more.
    pub became: Vec<EventView>,
}

impl OpdView {
    pub(super) fn new(scene: &Scene<'_>, id: &OpdId) -> Self {
        let opd = &scene.register.opds[id];
        let contracts = in_order(scene, scene.contracts_of_opd(id));
        let year = contracts.iter().map(|c| c.id.year).max();
        let current: Vec<&Contract> = contracts
            .iter()
            .copied()
            .filter(|c| Some(c.id.year) == year)
            .collect();
        Self {
            data: DataLinks::beside(scene, &Subject::Opd(id.clone())),
            frame: frame(scene, opd),
            name: scene.words.said(&opd.name),
            short_name: short_name(scene, opd),
            events: events(scene, opd),
            posts: posts(scene, id),
            contracts: latest_first(&contracts)
                .map(|c| contract_row(scene, c))
                .collect(),
            year,
            cards: cards_of_opd(scene, id, &contracts),
            indicators: placed(current.iter().flat_map(|c| indicator_rows(scene, c))),
        }
    }
}

/// Year by year, each from the top of the organisation down.
fn latest_first<'a>(contracts: &[&'a Contract]) -> impl Iterator<Item = &'a Contract> {
    let mut contracts = contracts.to_vec();
    contracts.sort_by_key(|c| std::cmp::Reverse(c.id.year));
    contracts.into_iter()
}

/// Each with its place by capaian.
fn placed(rows: impl Iterator<Item = IndicatorRow>) -> Vec<IndicatorRow> {
    let mut rows: Vec<IndicatorRow> = rows.collect();
    let places = rows.iter_mut();
    place_by(places.map(|row| (&row.commitment.percent, &mut row.place)));
    rows
}

fn contract_row(scene: &Scene<'_>, contract: &Contract) -> ContractRow {
    let row = ContractRow::now(scene, contract);
    ContractRow {
        post: row
            .post
            .within(|post| format!("{post} · {}", contract.id.year)),
        ..row
    }
}

fn short_name(scene: &Scene<'_>, opd: &Opd) -> Option<Said> {
    opd.short_name.as_ref().map(|name| scene.words.said(name))
}

fn indicator_rows(scene: &Scene<'_>, contract: &Contract) -> Vec<IndicatorRow> {
    let title = scene.post_title(contract.capacity, &contract.post);
    let post = match super::row::part_of_year(scene, contract) {
        Some(period) => title.within(|title| format!("{title} ({period})")),
        None => title,
    };
    let row = |score: &crate::compute::IndicatorScore| IndicatorRow {
        commitment: CardRow::new(scene, contract, score),
        post: post.clone(),
        place: None,
    };
    scene
        .score_of(&contract.id)
        .indicators
        .iter()
        .map(row)
        .collect()
}

fn posts(scene: &Scene<'_>, id: &OpdId) -> Vec<RelativeView> {
    let mut posts: Vec<_> = scene
        .register
        .posts
        .values()
        .filter(|p| p.opd.as_ref() == Some(id))
        .collect();
    posts.sort_by_key(|post| (scene.depth(&post.id), &post.name));
    posts
        .into_iter()
        .map(|post| relative(scene, &post.id))
        .collect()
}

fn events(scene: &Scene<'_>, opd: &Opd) -> Vec<EventView> {
    let from = opd
        .predecessors
        .iter()
        .map(|p| event(scene, p, &p.opd, from_key(p.event)));
    from.chain(became(scene, opd)).collect()
}

fn became(scene: &Scene<'_>, opd: &Opd) -> Vec<EventView> {
    let successors = scene.successors(&opd.id);
    successors
        .map(|(later, p)| event(scene, p, &later.id, into_key(p.event)))
        .collect()
}

fn event(scene: &Scene<'_>, predecessor: &Predecessor, other: &OpdId, key: &str) -> EventView {
    let date = scene.words.date(predecessor.since);
    EventView {
        text: scene.words.say(key, &[("date", (&date).into())]),
        opd: scene.opd_link(other),
    }
}

fn from_key(event: OpdEvent) -> &'static str {
    match event {
        OpdEvent::Merged => "opd_merged_from",
        OpdEvent::Split => "opd_split_from",
        OpdEvent::Renamed => "opd_renamed_from",
    }
}

fn into_key(event: OpdEvent) -> &'static str {
    match event {
        OpdEvent::Merged => "opd_merged_into",
        OpdEvent::Split => "opd_split_into",
        OpdEvent::Renamed => "opd_renamed_into",
    }
}

fn frame(scene: &Scene<'_>, opd: &Opd) -> Frame {
    let title = scene.words.plain(&opd.name).to_owned();
    let description = scene
        .words
        .say("opd_description", &[("opd", (&title).into())]);
    let above = Crumb {
        text: scene.words.text("nav_opds"),
        url: Some(scene.link(Subject::Opds)),
    };
    let address = Address::new(scene.words.language(), Subject::Opd(opd.id.clone()));
    Frame::new(
        scene,
        &address,
        Heading {
            title,
            description,
            crumbs: vec![above],
        },
    )
}

impl OpdsView {
    pub(super) fn new(scene: &Scene<'_>) -> Self {
        let (title, lead) = (scene.words.text("nav_opds"), scene.words.text("opds_lead"));
        let address = Address::new(scene.words.language(), Subject::Opds);
        let heading = Heading {
            title: title.clone(),
            description: lead.clone(),
            crumbs: Vec::new(),
        };
        let mut opds: Vec<&Opd> = scene.register.opds.values().collect();
        opds.sort_by_key(|opd| &opd.name);
        Self {
            frame: Frame::new(scene, &address, heading),
            title,
            lead,
            opds: opds.into_iter().map(|opd| opd_row(scene, opd)).collect(),
        }
    }
}

/// An organisation with who leads it today: the holders of its highest posts.
fn opd_row(scene: &Scene<'_>, opd: &Opd) -> OpdRow {
    let posts = scene
        .register
        .posts
        .values()
        .filter(|p| p.opd.as_ref() == Some(&opd.id));
    let top = posts.min_by_key(|p| (scene.depth(&p.id), &p.name));
    let holders = top.map(|post| scene.holders_on(&post.id, scene.score.today));
    OpdRow {
        opd: scene.opd_link(&opd.id),
        short_name: short_name(scene, opd),
        became: became(scene, opd),
        heads: holders
            .unwrap_or_default()
            .into_iter()
            .map(|person| scene.person_link(&person.id))
            .collect(),
    }
}
