//! A contract as one row of a list.

use super::html::Html;
use super::said::Said;
use super::scene::{Link, Scene};
use super::state::{Tag, class, count_tags, overall_tone};
use crate::chart::{SparkLine, SparkPoint, Tone};
use crate::compute::{ContractScore, Counts, OfficeReport, Overall, QuarterScore};
use crate::format::Arg;
use crate::model::{Contract, Percent, Quarter, QuarterOfYear};
use crate::url::{self, Subject};
use serde::Serialize;

/// Who, in which post, and how it stands.
#[derive(Clone, Debug, Serialize)]
pub struct ContractRow {
    pub person: Link,
    pub post: Said,
    /// Where the contract runs for a part of its year only.
    pub period: Option<String>,
    pub tone: &'static str,
    pub kept: String,
    pub total: String,
    pub achievement: String,
    pub category: Option<Said>,
    /// How many commitments the figure is made of, where it is not all.
    pub counted: Option<String>,
    pub tags: Vec<Tag>,
    pub spark: Option<Html>,
    /// What a reader may filter by: see [`states_that_occur`].
    pub states: String,
    /// Its place among the rows of its list by capaian, the lowest first; none without a capaian.
    pub place: Option<usize>,
    #[serde(skip)]
    pub(super) percent: Option<Percent>,
}

impl ContractRow {
    /// As the contract stands today.
    pub(super) fn now(scene: &Scene<'_>, contract: &Contract) -> Self {
        let score = scene.score_of(&contract.id);
        Self::of(scene, contract, score.counts, &score.overall)
    }

    /// As the contract stood at the end of one quarter.
    pub(super) fn at(scene: &Scene<'_>, contract: &Contract, at: &QuarterScore) -> Self {
        Self::of(scene, contract, at.counts, &at.overall)
    }

    fn of(scene: &Scene<'_>, contract: &Contract, counts: Counts, overall: &Overall) -> Self {
        let words = &scene.words;
        let bounds = scene.register.regime_of(contract).display_bounds();
        let page = scene.link(Subject::OfficialYear(
            contract.person.clone(),
            contract.id.year,
        ));
        let anchor = url::contract_anchor(&contract.id);
        Self {
            person: Link::own(
                scene.person_name(&scene.register.people[&contract.person]),
                format!("{page}#{anchor}"),
            ),
            post: scene.post_title(contract.capacity, &contract.post),
            period: part_of_year(scene, contract),
            tone: class(overall_tone(counts)),
            kept: words.formats().count(counts.kept() as u64),
            total: words.formats().count(counts.due() as u64),
            achievement: overall
                .percent
                .as_ref()
                .map_or_else(|| "–".to_owned(), |p| words.percent(p, &bounds)),
            category: overall.category.as_ref().map(|name| words.said(name)),
            counted: counted(scene, overall),
            tags: count_tags(words, counts),
            spark: spark(scene, contract),
            states: states_that_occur(counts),
            place: None,
            percent: overall.percent.clone(),
        }
    }
}

/// Words for filters, as they stand in addresses too: `terlambat`, `tidak-tercapai` and
/// `di-bawah-jalur` where any commitment is, `dipenuhi` where something is due and all of it is
/// kept.
fn states_that_occur(counts: Counts) -> String {
    let is_kept = counts.due() > 0 && counts.kept() == counts.due();
    let all = [
        (counts.late > 0, "terlambat"),
        (counts.not_reached > 0, "tidak-tercapai"),
        (counts.below_track > 0, "di-bawah-jalur"),
        (is_kept, "dipenuhi"),
    ];
    let occurring: Vec<&str> = all.iter().filter(|s| s.0).map(|s| s.1).collect();
    occurring.join(" ")
}

/// "20 dari 20 ditunjukkan", for the tools above a page's lists, before anything is chosen.
pub(super) fn listed(scene: &Scene<'_>, rows: usize) -> Html {
    let rows = Arg::Count(rows as u64);
    let args = [("shown", rows), ("total", rows)];
    scene.words.html("filter_shown", &args)
}

/// Gives every row of a list its place by capaian.
pub(super) fn place<'r>(rows: impl IntoIterator<Item = &'r mut ContractRow>) {
    place_by(rows.into_iter().map(|row| (&row.percent, &mut row.place)));
}

/// Writes beside each capaian its place among them, the lowest first; those without one have none.
pub(super) fn place_by<'r>(
    rows: impl Iterator<Item = (&'r Option<Percent>, &'r mut Option<usize>)>,
) {
    let mut known: Vec<(&Percent, &mut Option<usize>)> = rows
        .filter_map(|(percent, place)| Some((percent.as_ref()?, place)))
        .collect();
    known.sort_by(|a, b| a.0.cmp(b.0));
    for (order, (_, place)) in known.into_iter().enumerate() {
        *place = Some(order);
    }
}

/// The contract's period, where it is not its whole year.
pub(super) fn part_of_year(scene: &Scene<'_>, contract: &Contract) -> Option<String> {
    let period = contract.period;
    let whole = Quarter::new(contract.id.year, QuarterOfYear::Tw1).start() == period.start
        && Quarter::new(contract.id.year, QuarterOfYear::Tw4).end() == period.end;
    let (start, end) = (scene.words.date(period.start), scene.words.date(period.end));
    let args = [("start", Arg::from(&start)), ("end", Arg::from(&end))];
    (!whole).then(|| scene.words.say("period", &args))
}

pub(super) fn counted(scene: &Scene<'_>, overall: &Overall) -> Option<String> {
    (overall.counted < overall.total).then(|| {
        let args = [
            ("counted", Arg::Count(overall.counted as u64)),
            ("total", Arg::Count(overall.total as u64)),
        ];
        scene.words.say("counted_of", &args)
    })
}

/// What a chart of capaian shows of a quarter.
pub(super) enum QuarterSight<'a> {
    /// Nothing can be told, or no percentage.
    Blank,
    /// Due, and nothing was reported.
    Missing,
    Share(&'a Percent, Tone),
}

pub(super) fn sight(score: &ContractScore, quarter: Quarter) -> QuarterSight<'_> {
    let Some(at) = score.quarters.get(&quarter) else {
        return QuarterSight::Blank;
    };
    match (score.reports[&quarter], &at.overall.percent) {
        (OfficeReport::Late { .. }, _) => QuarterSight::Missing,
        (_, Some(percent)) => QuarterSight::Share(percent, overall_tone(at.counts)),
        (_, None) => QuarterSight::Blank,
    }
}

/// Capaian quarter by quarter; none before the first one.
fn spark(scene: &Scene<'_>, contract: &Contract) -> Option<Html> {
    let score = scene.score_of(&contract.id);
    if score.quarters.is_empty() {
        return None;
    }
    let point = |quarter: &Quarter| match sight(score, *quarter) {
        QuarterSight::Blank => SparkPoint::Blank,
        QuarterSight::Missing => SparkPoint::Missing,
        QuarterSight::Share(percent, tone) => SparkPoint::Share {
            percent: percent.to_f64(),
            tone,
        },
    };
    let line = SparkLine {
        title: spark_title(scene, contract),
        points: score.reports.keys().map(point).collect(),
    };
    Some(Html::chart(line.svg()))
}

fn spark_title(scene: &Scene<'_>, contract: &Contract) -> String {
    let score = scene.score_of(&contract.id);
    let bounds = scene.register.regime_of(contract).display_bounds();
    let parts: Vec<String> = score
        .quarters
        .iter()
        .map(|(quarter, at)| {
            let percent = at.overall.percent.as_ref();
            let shown = percent.map_or_else(|| "–".to_owned(), |p| scene.words.percent(p, &bounds));
            format!("{} {shown}", scene.words.quarter_short(*quarter))
        })
        .collect();
    scene
        .words
        .say("spark_title", &[("quarters", Arg::from(&parts.join(", ")))])
}

/// Contracts from the top of the government down, then by echelon and post.
pub(super) fn in_order<'a>(
    scene: &Scene<'_>,
    mut contracts: Vec<&'a Contract>,
) -> Vec<&'a Contract> {
    contracts.sort_by_cached_key(|c| {
        let post = &scene.register.posts[&c.post];
        (
            scene.depth(&c.post),
            post.echelon.clone(),
            post.name.clone(),
            c.period.start,
            c.id.clone(),
        )
    });
    contracts
}
