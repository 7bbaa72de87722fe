//! A contract as one row of a list.

use super::html::Html;
use super::scene::{Link, Scene};
use super::state::{Tag, class, count_tags, overall_tone};
use crate::chart::{SparkLine, SparkPoint};
use crate::compute::{Counts, OfficeReport, Overall, QuarterScore};
use crate::format::Arg;
use crate::model::{Contract, Quarter, QuarterOfYear};
use crate::url::{self, Subject};
use serde::Serialize;

/// Who, in which post, and how it stands.
#[derive(Clone, Debug, Serialize)]
pub struct ContractRow {
    pub person: Link,
    pub post: String,
    /// Where the contract runs for a part of its year only.
    pub period: Option<String>,
    pub tone: &'static str,
    pub kept: String,
    pub total: String,
    pub achievement: String,
    /// The category, and how many commitments the figure is made of where it is not all.
    pub category: String,
    pub tags: Vec<Tag>,
    pub spark: Option<Html>,
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
            person: Link {
                text: scene.person_name(&scene.register.people[&contract.person]),
                url: format!("{page}#{anchor}"),
            },
            post: scene.post_title(contract.capacity, &contract.post),
            period: part_of_year(scene, contract),
            tone: class(overall_tone(counts)),
            kept: words.formats().count(counts.kept() as u64),
            total: words.formats().count(counts.due() as u64),
            achievement: overall
                .percent
                .as_ref()
                .map_or_else(|| "–".to_owned(), |p| words.percent(p, &bounds)),
            category: category(scene, overall),
            tags: count_tags(words, counts),
            spark: spark(scene, contract),
        }
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

pub(super) fn category(scene: &Scene<'_>, overall: &Overall) -> String {
    let counted = (overall.counted < overall.total).then(|| {
        let args = [
            ("counted", Arg::Count(overall.counted as u64)),
            ("total", Arg::Count(overall.total as u64)),
        ];
        scene.words.say("counted_of", &args)
    });
    let parts: Vec<String> = overall
        .category
        .clone()
        .into_iter()
        .chain(counted)
        .collect();
    parts.join(" · ")
}

/// Capaian quarter by quarter; none before the first one.
fn spark(scene: &Scene<'_>, contract: &Contract) -> Option<Html> {
    let score = scene.score_of(&contract.id);
    if score.quarters.is_empty() {
        return None;
    }
    let point = |quarter: &Quarter| match (score.quarters.get(quarter), score.reports[quarter]) {
        (Some(_), OfficeReport::Late { .. }) => SparkPoint::Missing,
        (Some(at), _) => at
            .overall
            .percent
            .as_ref()
            .map_or(SparkPoint::Blank, |percent| SparkPoint::Share {
                percent: percent.to_f64(),
                tone: overall_tone(at.counts),
            }),
        (None, _) => SparkPoint::Blank,
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
