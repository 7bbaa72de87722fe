//! Officials × quarters at a glance: the heat map of the home page, and its table.

use super::html::Html;
use super::said::Said;
use super::scene::{Link, Scene};
use super::state::{class, overall_tone};
use crate::chart::{HeatCell, HeatColumn, HeatMap, HeatRow, Tone};
use crate::compute::{ContractScore, OfficeReport, QuarterScore};
use crate::format::Arg;
use crate::model::{Contract, Quarter};
use crate::url::{self, Subject};
use serde::Serialize;
use std::collections::BTreeSet;

/// How many quarters are shown: a year, and the same quarter of the year before.
const QUARTERS: usize = 5;
/// How many rows are shown: from the top of the government down. More would be no glance, and a
/// heavy page; the list below the map has all.
const ROWS: usize = 60;

#[derive(Clone, Debug, Serialize)]
pub struct HeatView {
    pub chart: Html,
    /// How the map is read, and which rows it leaves out.
    pub legend: String,
    pub columns: Vec<String>,
    pub rows: Vec<HeatRowView>,
}

#[derive(Clone, Debug, Serialize)]
pub struct HeatRowView {
    pub person: Link,
    pub post: Said,
    pub cells: Vec<HeatCellView>,
}

/// What a cell of the map says, in full.
#[derive(Clone, Debug, Serialize)]
pub struct HeatCellView {
    pub tone: &'static str,
    pub text: String,
}

/// What is known of a contract at the end of a quarter.
enum Known<'a> {
    Nothing,
    Silence { days: i32 },
    Score(&'a Contract, &'a QuarterScore),
}

impl HeatView {
    /// Of contracts in their order; none before anything can be told.
    pub(super) fn new(scene: &Scene<'_>, contracts: &[&Contract]) -> Option<Self> {
        let shown = &contracts[..contracts.len().min(ROWS)];
        let quarters = latest_quarters(scene, shown);
        let (first, last) = (quarters.first()?, quarters.last()?);
        let words = &scene.words;
        let (from, to) = (words.quarter(*first), words.quarter(*last));
        let args = [
            ("count", Arg::Count(shown.len() as u64)),
            ("first", Arg::from(&from)),
            ("last", Arg::from(&to)),
        ];
        let map = HeatMap {
            title: words.say("heat_title", &args),
            columns: quarters.iter().map(|q| column(scene, *q)).collect(),
            rows: shown.iter().map(|c| map_row(scene, c, &quarters)).collect(),
        };
        Some(Self {
            chart: Html::chart(map.svg()),
            legend: legend(scene, shown.len(), contracts.len()),
            columns: quarters.iter().map(|q| words.quarter(*q)).collect(),
            rows: shown.iter().map(|c| row(scene, c, &quarters)).collect(),
        })
    }
}

/// The latest quarters that anything can be told of, oldest first.
fn latest_quarters(scene: &Scene<'_>, contracts: &[&Contract]) -> Vec<Quarter> {
    let scores = contracts.iter().flat_map(|c| same_office(scene, c));
    let told: BTreeSet<Quarter> = scores
        .flat_map(|(_, score)| score.quarters.keys().copied())
        .collect();
    let before = told.len().saturating_sub(QUARTERS);
    told.into_iter().skip(before).collect()
}

/// All contracts of the same person in the same post: a row tells of both.
fn same_office<'a>(
    scene: &Scene<'a>,
    contract: &Contract,
) -> impl Iterator<Item = (&'a Contract, &'a ContractScore)> + Clone {
    let contracts: Vec<&Contract> = scene.contracts_of(&contract.person).collect();
    let post = contract.post.clone();
    contracts
        .into_iter()
        .filter(move |other| other.post == post)
        .map(|other| (other, scene.score_of(&other.id)))
}

fn known<'a>(scene: &Scene<'a>, contract: &Contract, quarter: Quarter) -> Known<'a> {
    let mut told = same_office(scene, contract).filter(|(_, s)| s.reports.contains_key(&quarter));
    // A quarter may be another's of the same person too, acting until the induction.
    let found = told.clone().find(|(other, _)| other.id == contract.id);
    let Some((contract, score)) = found.or_else(|| told.next()) else {
        return Known::Nothing;
    };
    match (score.reports[&quarter], score.quarters.get(&quarter)) {
        (OfficeReport::Late { days }, _) => Known::Silence { days },
        (_, Some(at)) if at.counts.due() > 0 => Known::Score(contract, at),
        _ => Known::Nothing,
    }
}

fn column(scene: &Scene<'_>, quarter: Quarter) -> HeatColumn {
    HeatColumn {
        quarter: scene.words.quarter_short(quarter),
        year: quarter.year.to_string(),
    }
}

fn map_row(scene: &Scene<'_>, contract: &Contract, quarters: &[Quarter]) -> HeatRow {
    let cell = |quarter: &Quarter| match known(scene, contract, *quarter) {
        Known::Nothing => HeatCell::Blank,
        Known::Silence { .. } => HeatCell::Missing { label: "!".into() },
        Known::Score(_, at) => HeatCell::Figure {
            label: kept(scene, at),
            tone: overall_tone(at.counts),
        },
    };
    HeatRow {
        name: short_title(scene, contract).text,
        cells: quarters.iter().map(cell).collect(),
    }
}

/// The organisation's short name for who leads it, else the post.
fn short_title(scene: &Scene<'_>, contract: &Contract) -> Said {
    let register = scene.register;
    let post = &register.posts[&contract.post];
    let above = post.superior.as_ref().map(|id| &register.posts[id].opd);
    let leads = above.is_none_or(|opd| *opd != post.opd);
    let opd = post.opd.as_ref().filter(|_| leads);
    match opd.and_then(|id| register.opds[id].short_name.as_ref()) {
        Some(name) => {
            let name = scene.words.said(name);
            name.within(|name| scene.words.in_capacity(contract.capacity, name))
        }
        None => scene.post_title(contract.capacity, &contract.post),
    }
}

fn row(scene: &Scene<'_>, contract: &Contract, quarters: &[Quarter]) -> HeatRowView {
    let cells = quarters.iter();
    let year = Subject::OfficialYear(contract.person.clone(), contract.id.year);
    let anchor = url::contract_anchor(&contract.id);
    HeatRowView {
        person: Link::own(
            scene.person_name(&scene.register.people[&contract.person]),
            format!("{}#{anchor}", scene.link(year)),
        ),
        post: scene.post_title(contract.capacity, &contract.post),
        cells: cells
            .map(|quarter| cell(scene, &known(scene, contract, *quarter)))
            .collect(),
    }
}

fn cell(scene: &Scene<'_>, known: &Known<'_>) -> HeatCellView {
    let words = &scene.words;
    match known {
        Known::Nothing => HeatCellView {
            tone: class(Tone::Neutral),
            text: "–".to_owned(),
        },
        Known::Silence { days } => HeatCellView {
            tone: class(Tone::Bad),
            text: words.say("cell_late", &[("days", days.unsigned_abs().into())]),
        },
        Known::Score(contract, at) => HeatCellView {
            tone: class(overall_tone(at.counts)),
            text: with_achievement(scene, contract, at),
        },
    }
}

/// `4/5`
fn kept(scene: &Scene<'_>, at: &QuarterScore) -> String {
    let formats = scene.words.formats();
    let (kept, due) = (at.counts.kept() as u64, at.counts.due() as u64);
    format!("{}/{}", formats.count(kept), formats.count(due))
}

/// `4/5 · 97,97%`
fn with_achievement(scene: &Scene<'_>, contract: &Contract, at: &QuarterScore) -> String {
    let bounds = scene.register.regime_of(contract).display_bounds();
    let percent = at.overall.percent.as_ref();
    let percent = percent.map(|p| scene.words.percent(p, &bounds));
    let parts = [Some(kept(scene, at)), percent];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn legend(scene: &Scene<'_>, shown: usize, all: usize) -> String {
    let words = &scene.words;
    let legend = words.text("heat_legend");
    if shown == all {
        return legend;
    }
    let args = [
        ("shown", Arg::Count(shown as u64)),
        ("all", Arg::Count(all as u64)),
    ];
    format!("{legend} {}", words.say("heat_left_out", &args))
}
