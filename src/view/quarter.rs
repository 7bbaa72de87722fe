//! One quarter: who reported, who is late, who is ahead. And the list of all quarters.

use super::cite::{CiteView, Cited};
use super::contract::office_report;
use super::data::DataLinks;
use super::frame::{Crumb, Frame, Heading};
use super::frozen::{FrozenQuarterView, all_copies};
use super::html::Html;
use super::row::{self, ContractRow, in_order};
use super::scene::{Link, Scene};
use super::state::{Tag, class, count_tags, kept_sentence, overall_tone, rest_sentence};
use super::words::Words;
use crate::compute::{Counts, OfficeReport};
use crate::model::{Contract, Date, Quarter, Register};
use crate::url::{Address, Subject};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeSet;

#[derive(Clone, Debug, Serialize)]
pub struct QuarterView {
    pub frame: Frame,
    pub title: String,
    pub tone: &'static str,
    pub kept: String,
    pub total: String,
    pub sentence: String,
    pub rest: String,
    pub tags: Vec<Tag>,
    /// How many rows the lists have, in words.
    pub listed: Html,
    /// Without a report after its deadline, the latest first.
    pub late: Vec<QuarterRow>,
    /// With a report and every figure that is due, the highest capaian first.
    pub reported: Vec<QuarterRow>,
    /// With a report, but with figures missing: no rank among the others.
    pub incomplete: Vec<QuarterRow>,
    /// Not due yet.
    pub waiting: Vec<QuarterRow>,
    /// The copy of the quarter as it stood at its deadline, and what has changed since.
    pub frozen: Option<FrozenQuarterView>,
    pub earlier: Option<Link>,
    pub later: Option<Link>,
    pub cite: CiteView,
    pub data: DataLinks,
}

#[derive(Clone, Debug, Serialize)]
pub struct QuarterRow {
    pub contract: ContractRow,
    pub report_tone: &'static str,
    pub report: String,
}

/// All quarters that the site has a page for.
#[derive(Clone, Debug, Serialize)]
pub struct QuartersView {
    pub frame: Frame,
    pub title: String,
    pub lead: String,
    pub quarters: Vec<QuarterSummary>,
    /// All frozen quarters; none where nothing was frozen.
    pub frozen: Option<Link>,
}

#[derive(Clone, Debug, Serialize)]
pub struct QuarterSummary {
    pub link: Link,
    pub sentence: String,
    pub tags: Vec<Tag>,
}

/// Quarters that any contract answers for and that have begun, oldest first.
pub fn quarters_told(register: &Register, today: Date) -> BTreeSet<Quarter> {
    let contracts = register.contracts.values();
    let quarters = contracts.flat_map(Contract::quarters);
    quarters.filter(|q| q.start() <= today).collect()
}

/// Links to all quarters, latest first.
pub(super) fn quarter_links(scene: &Scene<'_>) -> Vec<Link> {
    quarters_told(scene.register, scene.score.today)
        .into_iter()
        .rev()
        .map(|q| link(scene, q))
        .collect()
}

fn link(scene: &Scene<'_>, quarter: Quarter) -> Link {
    let name = scene.words.quarter(quarter);
    Link::own(name, scene.link(Subject::Quarter(quarter)))
}

fn counts(scene: &Scene<'_>, contracts: &[&Contract], quarter: Quarter) -> Counts {
    contracts
        .iter()
        .filter_map(|c| Some((c, scene.score_of(&c.id).quarters.get(&quarter)?)))
        .flat_map(|(c, at)| {
            let score = scene.score_of(&c.id);
            score
                .indicators
                .iter()
                .zip(&at.states)
                .filter(|(indicator, _)| !indicator.is_contribution())
                .map(|(_, state)| *state)
        })
        .collect()
}

fn contracts_in<'a>(scene: &Scene<'a>, quarter: Quarter) -> Vec<&'a Contract> {
    let contracts = scene.register.contracts.values();
    let in_quarter = |c: &&Contract| scene.score_of(&c.id).reports.contains_key(&quarter);
    in_order(scene, contracts.filter(in_quarter).collect())
}

/// What is said of a quarter as a whole: in its first weeks nothing is due.
fn sentence(scene: &Scene<'_>, counts: Counts, quarter: Quarter) -> String {
    if counts.due() == 0 {
        return scene.words.text("quarter_nothing_due");
    }
    kept_sentence(&scene.words, counts, &scene.words.quarter(quarter))
}

impl QuarterView {
    pub(super) fn new(scene: &Scene<'_>, quarter: Quarter) -> Self {
        let words = &scene.words;
        let contracts = contracts_in(scene, quarter);
        let counts = counts(scene, &contracts, quarter);
        let sentence = sentence(scene, counts, quarter);
        let (mut late, mut reported) = (Vec::new(), Vec::new());
        let (mut incomplete, mut waiting) = (Vec::new(), Vec::new());
        for contract in contracts {
            let score = scene.score_of(&contract.id);
            let said = score.reports[&quarter];
            let Some(row) = row(scene, contract, quarter, said) else {
                continue;
            };
            match said {
                OfficeReport::Late { days } => late.push((Reverse(days), row)),
                OfficeReport::Reported { .. }
                    if score
                        .quarters
                        .get(&quarter)
                        .is_some_and(|at| at.counts.silent() > 0) =>
                {
                    incomplete.push(row);
                }
                OfficeReport::Reported { .. } => {
                    let at = score.quarters.get(&quarter);
                    let percent = at.and_then(|at| at.overall.percent.clone());
                    reported.push((Reverse(percent), row));
                }
                OfficeReport::NotDue { .. } | OfficeReport::NoDeadline | OfficeReport::NotAsked => {
                    waiting.push(row)
                }
            }
        }
        late.sort_by_key(|(days, _)| *days);
        reported.sort_by(|a, b| a.0.cmp(&b.0));
        let all: Vec<Quarter> = quarters_told(scene.register, scene.score.today)
            .into_iter()
            .collect();
        let place = all.iter().position(|q| *q == quarter).unwrap_or(0);
        let neighbour = |index: Option<usize>| Some(link(scene, *all.get(index?)?));
        Self {
            frame: frame(scene, quarter, &sentence),
            title: words.quarter(quarter),
            tone: class(overall_tone(counts)),
            kept: words.formats().count(counts.kept() as u64),
            total: words.formats().count(counts.due() as u64),
            sentence,
            rest: rest_sentence(words, counts),
            tags: count_tags(words, counts),
            listed: row::listed(scene, late.len() + reported.len() + incomplete.len()),
            late: placed(late.into_iter().map(|(_, row)| row)),
            reported: placed(reported.into_iter().map(|(_, row)| row)),
            incomplete: placed(incomplete),
            waiting,
            frozen: FrozenQuarterView::of(scene, quarter),
            earlier: neighbour(place.checked_sub(1)),
            later: neighbour(Some(place + 1)),
            cite: cite(scene, quarter),
            data: DataLinks::beside(scene, &Subject::Quarter(quarter)),
        }
    }
}

fn placed(rows: impl IntoIterator<Item = QuarterRow>) -> Vec<QuarterRow> {
    let mut rows: Vec<QuarterRow> = rows.into_iter().collect();
    row::place(rows.iter_mut().map(|row| &mut row.contract));
    rows
}

fn row(
    scene: &Scene<'_>,
    contract: &Contract,
    quarter: Quarter,
    said: OfficeReport,
) -> Option<QuarterRow> {
    let score = scene.score_of(&contract.id);
    let recorded_late = score.recorded_late.get(&quarter).copied();
    let (report_tone, report) = office_report(scene, said, recorded_late)?;
    let contract = match score.quarters.get(&quarter) {
        Some(at) => ContractRow::at(scene, contract, at),
        None => ContractRow::now(scene, contract),
    };
    Some(QuarterRow {
        contract,
        report_tone,
        report,
    })
}

/// Of a frozen quarter the copy is cited, since it never changes.
fn cite(scene: &Scene<'_>, quarter: Quarter) -> CiteView {
    let frozen = scene.register.archives.get(&quarter);
    let (subject, date, commit) = match frozen.map(|snapshot| &snapshot.provenance) {
        Some(of) => (
            Subject::ArchiveQuarter(quarter),
            of.cutoff.day,
            Some(&*of.commit),
        ),
        None => (
            Subject::Quarter(quarter),
            scene.score.today,
            scene.latest_commit.map(|commit| &*commit.id),
        ),
    };
    let title = &|words: &Words<'_>| words.quarter(quarter);
    let cited = Cited {
        subject,
        title,
        date,
        commit,
    };
    CiteView::new(scene, &cited)
}

fn frame(scene: &Scene<'_>, quarter: Quarter, sentence: &str) -> Frame {
    let title = scene.words.quarter(quarter);
    let above = Crumb {
        text: scene.words.text("nav_quarters"),
        url: Some(scene.link(Subject::Quarters)),
    };
    let address = Address::new(scene.words.language(), Subject::Quarter(quarter));
    let description = format!("{title}: {sentence}.");
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

impl QuartersView {
    pub(super) fn new(scene: &Scene<'_>) -> Self {
        let words = &scene.words;
        let (title, lead) = (words.text("nav_quarters"), words.text("quarters_lead"));
        let address = Address::new(words.language(), Subject::Quarters);
        let heading = Heading {
            title: title.clone(),
            description: lead.clone(),
            crumbs: Vec::new(),
        };
        let summary = |quarter: Quarter| {
            let counts = counts(scene, &contracts_in(scene, quarter), quarter);
            QuarterSummary {
                link: link(scene, quarter),
                sentence: sentence(scene, counts, quarter),
                tags: count_tags(words, counts),
            }
        };
        Self {
            frame: Frame::new(scene, &address, heading),
            title,
            lead,
            quarters: quarters_told(scene.register, scene.score.today)
                .into_iter()
                .rev()
                .map(summary)
                .collect(),
            frozen: all_copies(scene),
        }
    }
}
