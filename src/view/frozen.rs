//! Frozen copies on the living pages: where they stand, and what has changed since.
//!
//! Compared are values as machines read them; both are said in the words of the page's language.

use super::figures::Figures;
use super::html::Html;
use super::said::Said;
use super::scene::{Link, Scene};
use crate::compute::{ContractScore, IndicatorScore, OfficeReport, QuarterFact, QuarterReport};
use crate::data::machine;
use crate::format::Arg;
use crate::model::{
    Contract, ContractId, Date, FrozenContract, FrozenIndicator, FrozenQuarter, FrozenReport,
    PersonId, Quarter, Snapshot, Tombstone, Worded,
};
use crate::record::Reach;
use crate::url::{self, Subject};
use serde::Serialize;
use std::collections::BTreeSet;

/// A frozen copy, and what has changed since.
#[derive(Clone, Debug, Serialize)]
pub struct FrozenCopyView {
    pub copy: Link,
    pub as_of: String,
    /// Whether something has changed, or what else there is to say.
    pub said: String,
    pub changes: Vec<Html>,
}

/// The frozen copy of a quarter.
#[derive(Clone, Debug, Serialize)]
pub struct FrozenQuarterView {
    pub copy: Link,
    pub as_of: String,
    pub said: String,
    /// Contracts of which something has changed.
    pub contracts: Vec<FrozenContractView>,
}

/// What has changed of one contract.
#[derive(Clone, Debug, Serialize)]
pub struct FrozenContractView {
    /// None where the contract stands in the copy alone.
    pub url: Option<String>,
    pub who: String,
    pub changes: Vec<Html>,
}

/// The frozen copies of `contract`, oldest first.
pub(super) fn copies(scene: &Scene<'_>, contract: &Contract) -> Vec<FrozenCopyView> {
    let quarters: Vec<Quarter> = contract.quarters().collect();
    let archives = scene.register.archives.iter();
    archives
        .filter(|(quarter, _)| quarters.contains(quarter))
        .map(|(_, snapshot)| copy(scene, contract, snapshot))
        .collect()
}

fn copy(scene: &Scene<'_>, contract: &Contract, snapshot: &Snapshot) -> FrozenCopyView {
    let quarter = snapshot.quarter;
    let page = |person: &PersonId| {
        // As the file was called then: that page never moves.
        scene.archive_link(Subject::ArchiveOfficial(quarter, person.clone()))
    };
    let whole = scene.archive_link(Subject::ArchiveQuarter(quarter));
    let (url, said, changes) = match Fate::of(scene, snapshot, contract) {
        Fate::Removed(stone) => (page(&stone.person), removed(scene, stone), Vec::new()),
        Fate::Absent => (whole, absent(scene), Vec::new()),
        Fate::Kept(frozen) => {
            let changes = changes(scene, contract, frozen, quarter);
            let anchor = url::contract_anchor(&frozen.id);
            (
                format!("{}#{anchor}", page(&frozen.person)),
                sentence(scene, changes.len()),
                changes,
            )
        }
    };
    FrozenCopyView {
        copy: Link::own(copy_name(scene, quarter), url),
        as_of: as_of(scene, snapshot),
        said,
        changes,
    }
}

/// What became of a contract in a snapshot.
enum Fate<'s> {
    Kept(&'s FrozenContract),
    Removed(&'s Tombstone),
    Absent,
}

impl<'s> Fate<'s> {
    /// A copy knows a contract and a person by what their files were called then.
    fn of(scene: &Scene<'_>, snapshot: &'s Snapshot, contract: &Contract) -> Self {
        let people = scene.record.former_people(&contract.person).iter();
        let mut people = [&contract.person].into_iter().chain(people);
        if let Some(stone) = people.find_map(|id| snapshot.tombstone(id)) {
            return Self::Removed(stone);
        }
        let ids = scene.record.former_contracts(&contract.id).iter();
        let mut ids = [&contract.id].into_iter().chain(ids);
        let found = ids.find_map(|id| snapshot.contracts.iter().find(|c| c.id == *id));
        found.map_or(Self::Absent, Self::Kept)
    }
}

/// That a copy has no such contract, which may have had another name then where nothing is known
/// of the past.
fn absent(scene: &Scene<'_>) -> String {
    scene.words.text(match scene.record.reach {
        Reach::Since(_) => "frozen_absent",
        Reach::Nothing(_) => "frozen_absent_by_name",
    })
}

/// That a contract of a copy is there no more, or, as [`absent`], under no such name.
fn gone_since(scene: &Scene<'_>) -> String {
    scene.words.text(match scene.record.reach {
        Reach::Since(_) => "frozen_contract_gone",
        Reach::Nothing(_) => "frozen_gone_by_name",
    })
}

fn copy_name(scene: &Scene<'_>, quarter: Quarter) -> String {
    let quarter = format!("{} {}", scene.words.quarter_short(quarter), quarter.year);
    scene
        .words
        .say("frozen_copy", &[("quarter", Arg::from(&quarter))])
}

fn as_of(scene: &Scene<'_>, snapshot: &Snapshot) -> String {
    let date = scene.words.date(snapshot.provenance.cutoff.day);
    scene.words.say("card_as_of", &[("date", Arg::from(&date))])
}

fn sentence(scene: &Scene<'_>, changes: usize) -> String {
    scene.words.text(if changes == 0 {
        "frozen_unchanged"
    } else {
        "frozen_changed"
    })
}

fn removed(scene: &Scene<'_>, stone: &Tombstone) -> String {
    let date = stone.date.value.parse::<Date>();
    let date = date.map_or_else(|_| stone.date.text.clone(), |day| scene.words.date(day));
    let args = [
        ("date", Arg::from(&date)),
        ("reason", Arg::from(&stone.reason)),
    ];
    scene.words.say("frozen_removed", &args)
}

/// The link to all frozen quarters; none where nothing was frozen.
pub(super) fn all_copies(scene: &Scene<'_>) -> Option<Link> {
    let is_empty = scene.register.archives.is_empty();
    let url = scene.archive_link(Subject::Archive);
    (!is_empty).then(|| Link::own(scene.words.text("frozen_all"), url))
}

impl FrozenQuarterView {
    /// The copy of `quarter`, if it was frozen.
    pub(super) fn of(scene: &Scene<'_>, quarter: Quarter) -> Option<Self> {
        let snapshot = scene.register.archives.get(&quarter)?;
        let living = || scene.score.frozen[&quarter].keys();
        let former = living().flat_map(|id| scene.record.former_contracts(id));
        let former: BTreeSet<&ContractId> = former.collect();
        let gone = snapshot.contracts.iter().filter(|frozen| {
            let id = &frozen.id;
            !scene.score.frozen[&quarter].contains_key(id) && !former.contains(id)
        });
        let gone = gone.map(|frozen| FrozenContractView {
            url: None,
            who: who(&frozen.name, &frozen.post_title),
            changes: vec![Html::text(&gone_since(scene))],
        });
        let living = living().filter_map(|id| living_contract(scene, id, snapshot));
        let contracts: Vec<FrozenContractView> = living.chain(gone).collect();
        Some(Self {
            copy: Link::own(
                copy_name(scene, quarter),
                scene.archive_link(Subject::ArchiveQuarter(quarter)),
            ),
            as_of: as_of(scene, snapshot),
            said: sentence(scene, contracts.len()),
            contracts,
        })
    }
}

fn who(name: &str, post: &str) -> String {
    format!("{name}, {post}")
}

fn living_contract(
    scene: &Scene<'_>,
    id: &ContractId,
    snapshot: &Snapshot,
) -> Option<FrozenContractView> {
    let contract = &scene.register.contracts[id];
    let changes = match Fate::of(scene, snapshot, contract) {
        Fate::Kept(frozen) => changes(scene, contract, frozen, snapshot.quarter),
        Fate::Absent => vec![Html::text(&absent(scene))],
        Fate::Removed(stone) => vec![Html::text(&removed(scene, stone))],
    };
    let name = scene.person_name(&scene.register.people[&contract.person]);
    let post = scene.post_title(contract.capacity, &contract.post);
    (!changes.is_empty()).then(|| FrozenContractView {
        url: Some(scene.contract_url(contract, &url::contract_anchor(id))),
        who: who(&name, &post.text),
        changes,
    })
}

/// Everything that is other than it was, a commitment each, the whole contract last.
fn changes(
    scene: &Scene<'_>,
    contract: &Contract,
    frozen: &FrozenContract,
    quarter: Quarter,
) -> Vec<Html> {
    let score = &scene.score.frozen[&quarter][&contract.id];
    let of_indicators = frozen.indicators.iter().chain(&frozen.withdrawn);
    let mut changes: Vec<Html> = of_indicators
        .filter_map(|frozen| match live(score, frozen) {
            Some(Standing::Withdrawn)
                if ![machine::WITHDRAWN, machine::UNDECLARED].contains(&frozen.state.as_str()) =>
            {
                Some(named(
                    scene,
                    "frozen_withdrawn",
                    &name_of(scene, frozen, None),
                ))
            }
            Some(Standing::Withdrawn) => None,
            Some(Standing::InForce(live)) => Pair::new(scene, contract, frozen, live).change(),
            None => Some(named(scene, "frozen_gone", &name_of(scene, frozen, None))),
        })
        .collect();
    let is_new = |live: &&IndicatorScore| {
        let mut frozen = frozen.indicators.iter().chain(&frozen.withdrawn);
        !frozen.any(|frozen| frozen.id == *live.id())
    };
    let added = score.indicators.iter().filter(is_new);
    changes.extend(added.map(|live| {
        let name = scene.words.said(&live.commitment.indicator.name);
        named(scene, "frozen_added", &name)
    }));
    changes.extend(of_whole(scene, contract, frozen, score, quarter));
    changes
}

/// Where a commitment of the copy stands now.
enum Standing<'s> {
    InForce(&'s IndicatorScore),
    Withdrawn,
}

fn live<'s>(score: &'s ContractScore, frozen: &FrozenIndicator) -> Option<Standing<'s>> {
    let is_it = |live: &&IndicatorScore| *live.id() == frozen.id;
    let in_force = score.indicators.iter().find(is_it).map(Standing::InForce);
    let withdrawn = || score.withdrawn.iter().find(is_it);
    in_force.or_else(|| withdrawn().map(|_| Standing::Withdrawn))
}

fn named(scene: &Scene<'_>, key: &str, name: &Said) -> Html {
    scene.words.html_around(key, &[("name", &Html::said(name))])
}

/// A commitment by its frozen name, which is Indonesian; in the page's language where the living
/// one is still called the same.
fn name_of(scene: &Scene<'_>, frozen: &FrozenIndicator, live: Option<&IndicatorScore>) -> Said {
    let living = live.map(|live| &live.commitment.indicator.name);
    match living.filter(|name| *name.own() == frozen.name) {
        Some(name) => scene.words.said(name),
        None => scene.words.untranslated(frozen.name.clone()),
    }
}

/// "TW III 6,4% → 6,2%"
fn step(scene: &Scene<'_>, what: &str, before: &str, after: &str) -> Html {
    let args = [
        ("what", Arg::from(what)),
        ("before", Arg::from(before)),
        ("after", Arg::from(after)),
    ];
    scene.words.html("frozen_step", &args)
}

/// "TW III 6,4% → 6,2%; capaian 97,2% → 100%"; none where nothing is other.
fn told(steps: &[Html]) -> Option<Html> {
    let steps: Vec<&str> = steps.iter().map(Html::as_str).collect();
    (!steps.is_empty()).then(|| Html::message(steps.join("; ")))
}

/// What is other of the contract as a whole.
fn of_whole(
    scene: &Scene<'_>,
    contract: &Contract,
    frozen: &FrozenContract,
    score: &ContractScore,
    quarter: Quarter,
) -> Option<Html> {
    let words = &scene.words;
    let mut steps = Vec::new();
    let now = score.reports.get(&quarter).copied();
    let now = now.unwrap_or(OfficeReport::NotAsked);
    if (frozen.report.state.as_str(), frozen.report.on) != report_facts(now) {
        let (before, after) = (report_before(scene, &frozen.report), report_now(scene, now));
        steps.push(step(scene, &words.text("frozen_report"), &before, &after));
    }
    let (kept, due) = (frozen.verdict.kept, frozen.verdict.due);
    if (kept, due) != (score.counts.kept(), score.counts.due()) {
        let after = fraction(scene, score.counts.kept(), score.counts.due());
        let before = fraction(scene, kept, due);
        steps.push(step(scene, &words.text("frozen_kept"), &before, &after));
    }
    let before = frozen.verdict.achievement.capped.as_ref();
    let after = score.overall.percent.as_ref();
    if before.map(|b| b.value.clone()) != after.map(machine::percent) {
        let bounds = scene.register.regime_of(contract).display_bounds();
        let said = |percent: &crate::model::Percent| words.percent(percent, &bounds);
        let before = before.map(|b| {
            let percent = machine::read_percent(&b.value);
            percent.map_or_else(|| b.text.clone(), |percent| said(&percent))
        });
        steps.push(percent_step(scene, before, after.map(said)));
    }
    let steps = told(&steps)?;
    Some(words.html_around("frozen_whole", &[("steps", &steps)]))
}

fn percent_step(scene: &Scene<'_>, before: Option<String>, after: Option<String>) -> Html {
    let none = || "–".to_owned();
    let (before, after) = (before.unwrap_or_else(none), after.unwrap_or_else(none));
    step(
        scene,
        &scene.words.text("achievement_word"),
        &before,
        &after,
    )
}

fn fraction(scene: &Scene<'_>, kept: usize, due: usize) -> String {
    let count = |n: usize| scene.words.formats().count(n as u64);
    format!("{}/{}", count(kept), count(due))
}

/// What is compared of a report: how late it is grows by itself.
fn report_facts(report: OfficeReport) -> (&'static str, Option<Date>) {
    let on = match report {
        OfficeReport::Reported { on, .. } => Some(on),
        _ => None,
    };
    (machine::office_report(report), on)
}

fn report_before(scene: &Scene<'_>, report: &FrozenReport) -> String {
    match report.on {
        Some(on) => reported_on(scene, on),
        None if report.state == report_facts(OfficeReport::Late { days: 0 }).0 => {
            scene.words.text("frozen_silent")
        }
        None => scene.words.text("report_not_due"),
    }
}

fn report_now(scene: &Scene<'_>, report: OfficeReport) -> String {
    match report {
        OfficeReport::Reported { on, .. } => reported_on(scene, on),
        OfficeReport::Late { .. } => scene.words.text("frozen_silent"),
        _ => scene.words.text("report_not_due"),
    }
}

fn reported_on(scene: &Scene<'_>, on: Date) -> String {
    let date = scene.words.date(on);
    scene
        .words
        .say("report_in_time", &[("date", Arg::from(&date))])
}

/// A commitment then and now.
struct Pair<'s, 'a> {
    scene: &'s Scene<'a>,
    frozen: &'s FrozenIndicator,
    live: &'s IndicatorScore,
    figures: Figures<'s, 'a>,
}

impl<'s, 'a> Pair<'s, 'a> {
    fn new(
        scene: &'s Scene<'a>,
        contract: &'s Contract,
        frozen: &'s FrozenIndicator,
        live: &'s IndicatorScore,
    ) -> Self {
        let regime = scene.register.regime_of(contract);
        Self {
            scene,
            frozen,
            live,
            figures: Figures::new(scene, &live.commitment.indicator, regime),
        }
    }

    fn change(&self) -> Option<Html> {
        let steps: Vec<Html> = self
            .target()
            .into_iter()
            .chain(self.quarters())
            .chain(self.achievement())
            .collect();
        let steps = told(&steps)?;
        let name = name_of(self.scene, self.frozen, Some(self.live));
        let parts = [("name", &Html::said(&name)), ("steps", &steps)];
        Some(self.scene.words.html_around("frozen_steps", &parts))
    }

    fn target(&self) -> Option<Html> {
        let now = self.live.commitment.indicator.target;
        let is_other = self.frozen.target.value != machine::target(now);
        is_other.then(|| {
            let what = self.scene.words.text("target_word");
            let before = self.target_before(&self.frozen.target);
            step(self.scene, &what, &before, &self.figures.target(now))
        })
    }

    /// In the page's language where it is of the living indicator's kind, else as it was said.
    fn target_before(&self, before: &Worded) -> String {
        let direction = &self.live.commitment.indicator.direction;
        let target = machine::read_target(&before.value, direction);
        target.map_or_else(|| before.text.clone(), |target| self.figures.target(target))
    }

    fn quarters(&self) -> Vec<Html> {
        let pairs = self.frozen.quarters.iter().filter_map(|frozen| {
            let mut live = self.live.quarters.iter();
            Some((frozen, live.find(|live| live.quarter == frozen.quarter)?))
        });
        pairs
            .flat_map(|(frozen, live)| {
                let steps = [
                    self.quarter_target(frozen, live),
                    self.quarter_actual(frozen, live),
                ];
                steps.into_iter().flatten()
            })
            .collect()
    }

    fn quarter_target(&self, frozen: &FrozenQuarter, live: &QuarterFact) -> Option<Html> {
        let before = frozen.target.as_ref();
        let now = live.target_of(&self.live.commitment.indicator);
        let is_other = before.map(|b| b.value.clone()) != now.map(machine::target);
        is_other.then(|| {
            let none = || "–".to_owned();
            let before = before.map_or_else(none, |before| self.target_before(before));
            let after = now.map_or_else(none, |now| self.figures.target(now));
            let quarter = self.scene.words.quarter_short(live.quarter);
            let args = [("quarter", Arg::from(&quarter))];
            let what = self.scene.words.say("frozen_target_of", &args);
            step(self.scene, &what, &before, &after)
        })
    }

    fn quarter_actual(&self, frozen: &FrozenQuarter, live: &QuarterFact) -> Option<Html> {
        let now = live.report.value().map(machine::value).unwrap_or_default();
        let state = machine::quarter_report(live.report);
        let is_other = frozen.actual.value != now || frozen.state != state;
        is_other.then(|| {
            let what = self.scene.words.quarter_short(live.quarter);
            let (before, after) = (self.actual_before(frozen), self.actual_now(live));
            step(self.scene, &what, &before, &after)
        })
    }

    fn actual_before(&self, frozen: &FrozenQuarter) -> String {
        let direction = &self.live.commitment.indicator.direction;
        let is = |report: QuarterReport| frozen.state == machine::quarter_report(report);
        match machine::read_value(&frozen.actual.value, direction) {
            Some(value) => self.figures.value(value),
            None if is(QuarterReport::Late { days: 0 }) => self.scene.words.text("frozen_silent"),
            None if is(QuarterReport::NotDue) => self.scene.words.text("cell_not_due"),
            None if frozen.state == machine::UNAVAILABLE => {
                self.scene.words.text("cell_unavailable")
            }
            None => frozen.actual.text.clone(),
        }
    }

    fn actual_now(&self, live: &QuarterFact) -> String {
        let words = &self.scene.words;
        match live.report {
            QuarterReport::Reported { value, .. } => self.figures.value(value),
            QuarterReport::Unavailable { .. } => words.text("cell_unavailable"),
            QuarterReport::Late { .. } => words.text("frozen_silent"),
            QuarterReport::NotDue => words.text("cell_not_due"),
            QuarterReport::NoDeadline => words.text("cell_no_deadline"),
            QuarterReport::NotAsked => "–".to_owned(),
        }
    }

    fn achievement(&self) -> Option<Html> {
        let before = self.frozen.achievement.as_ref();
        let to_date = self.live.to_date.as_ref();
        let after = to_date.and_then(|t| t.judgement.achievement.percent());
        let is_other = before.map(|b| b.value.clone()) != after.map(machine::percent);
        is_other.then(|| {
            let said = before.map(|b| {
                let percent = machine::read_percent(&b.value);
                percent.map_or_else(|| b.text.clone(), |p| self.figures.percent(&p))
            });
            percent_step(self.scene, said, after.map(|p| self.figures.percent(p)))
        })
    }
}
