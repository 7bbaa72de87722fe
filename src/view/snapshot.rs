//! A quarter as it is frozen: every fact that its pages will show, with its finished words.

use super::contract::{office_report, term};
use super::figures::Figures;
use super::indicator::{FactView, IndicatorView, NoteView, RowView};
use super::row::in_order;
use super::scene::Scene;
use super::state::Tag;
use super::verdict::{VerdictView, verdict};
use crate::compute::{
    ContractScore, Counts, IndicatorScore, LateRecord, OfficeReport, Overall, QuarterFact, ToDate,
    running_sums,
};
use crate::data::machine;
use crate::format::{Arg, MessageError};
use crate::model::{
    Contract, Date, FrozenAchievement, FrozenContract, FrozenCounts, FrozenFact, FrozenIndicator,
    FrozenNote, FrozenQuarter, FrozenReport, FrozenSite, FrozenTag, FrozenToDate, FrozenVerdict,
    Percent, Provenance, Quantity, Quarter, Regime, Snapshot, Target, Worded,
};
use chrono::{DateTime, Utc};

/// `quarter` as `scene` shows it, whose scoreboard is judged up to that quarter.
///
/// # Errors
/// Messages that are needed and the locale files don't have.
pub fn snapshot(
    scene: Scene<'_>,
    quarter: Quarter,
    provenance: Provenance,
) -> Result<Snapshot, Vec<MessageError>> {
    let words = &scene.words;
    let answering = scene.register.contracts.values();
    let answering = answering.filter(|c| c.quarters().any(|own| own == quarter));
    let contracts = in_order(&scene, answering.collect());
    let frozen = Snapshot {
        quarter,
        name: words.quarter(quarter),
        short_name: format!("{} {}", words.quarter_short(quarter), quarter.year),
        cutoff_text: words.date(provenance.cutoff.day),
        committed_text: moment(&scene, provenance.committed_at),
        provenance,
        site: site(&scene),
        contracts: contracts
            .into_iter()
            .map(|contract| frozen_contract(&scene, contract, quarter))
            .collect(),
        removed: Vec::new(),
    };
    let faults = scene.words.into_faults();
    if faults.is_empty() {
        Ok(frozen)
    } else {
        Err(faults)
    }
}

fn site(scene: &Scene<'_>) -> FrozenSite {
    let site = &scene.register.site;
    FrozenSite {
        title: site.title.own().clone(),
        government: site.government.own().clone(),
        base_url: format!("{}{}", site.base_url.origin(), site.base_url.path()),
        licence: site.licence.clone(),
        sample_data: site.sample_data,
    }
}

/// "10 Oktober 2026 pukul 21.14 WIB"
fn moment(scene: &Scene<'_>, at: DateTime<Utc>) -> String {
    let local = at.with_timezone(&scene.register.site.time_zone);
    let date = scene.words.date(local.date_naive());
    let (time, zone) = (
        local.format("%H.%M").to_string(),
        local.format("%Z").to_string(),
    );
    let args = [
        ("date", Arg::from(&date)),
        ("time", Arg::from(&time)),
        ("zone", Arg::from(&zone)),
    ];
    scene.words.say("moment", &args)
}

fn day(scene: &Scene<'_>, date: Date) -> Worded {
    Worded {
        value: date.to_string(),
        text: scene.words.date(date),
    }
}

fn frozen_contract(scene: &Scene<'_>, contract: &Contract, quarter: Quarter) -> FrozenContract {
    let score = scene.score_of(&contract.id);
    let opd = scene.register.opd_of(&contract.post);
    let person = &scene.register.people[&contract.person];
    let frozen = |indicator: &IndicatorScore, view: IndicatorView| {
        let scene = IndicatorScene::new(scene, contract, indicator, quarter);
        scene.frozen(view)
    };
    let in_force = score
        .indicators
        .iter()
        .map(|i| frozen(i, IndicatorView::new(scene, contract, i)));
    let withdrawn = score.withdrawn.iter().map(|i| FrozenIndicator {
        state: machine::standing(i.commitment.standing, i.state).to_owned(),
        ..frozen(i, IndicatorView::withdrawn(scene, contract, i))
    });
    FrozenContract {
        id: contract.id.clone(),
        person: contract.person.clone(),
        name: scene.person_name(person),
        post: contract.post.clone(),
        post_title: scene.post_title(contract.capacity, &contract.post).text,
        capacity: machine::capacity(contract.capacity).to_owned(),
        opd: opd.map(|opd| opd.id.clone()),
        opd_name: opd.map(|opd| opd.name.own().clone()),
        term: term(scene, contract).text,
        number: contract.number.clone(),
        signed: day(scene, contract.signed),
        verdict: frozen_verdict(scene, contract, score),
        report: frozen_report(
            scene,
            score.reports.get(&quarter).copied(),
            score.recorded_late.get(&quarter).copied(),
        ),
        indicators: in_force.collect(),
        withdrawn: withdrawn.collect(),
    }
}

fn frozen_verdict(scene: &Scene<'_>, contract: &Contract, score: &ContractScore) -> FrozenVerdict {
    let view: VerdictView = verdict(scene, contract, score);
    FrozenVerdict {
        tone: view.tone.to_owned(),
        kept: score.counts.kept(),
        due: score.counts.due(),
        counts: frozen_counts(score.counts),
        sentence: view.sentence,
        rest: view.rest,
        tags: tags(view.tags),
        achievement: frozen_achievement(
            scene,
            scene.register.regime_of(contract),
            &score.overall,
            view.achievement.plain(),
        ),
    }
}

fn frozen_counts(counts: Counts) -> FrozenCounts {
    FrozenCounts {
        reached: counts.reached,
        not_reached: counts.not_reached,
        on_track: counts.on_track,
        below_track: counts.below_track,
        late: counts.late,
        unavailable: counts.unavailable,
        not_due: counts.not_due,
    }
}

fn frozen_achievement(
    scene: &Scene<'_>,
    regime: &Regime,
    overall: &Overall,
    sentence: String,
) -> FrozenAchievement {
    let bounds = regime.display_bounds();
    let worded = |percent: &Percent| Worded {
        value: machine::percent(percent),
        text: scene.words.percent(percent, &bounds),
    };
    FrozenAchievement {
        capped: overall.percent.as_ref().map(worded),
        uncapped: overall.uncapped.as_ref().map(worded),
        category: overall.category.as_ref().map(|name| name.own().clone()),
        counted: overall.counted,
        total: overall.total,
        sentence,
    }
}

fn frozen_report(
    scene: &Scene<'_>,
    report: Option<OfficeReport>,
    recorded_late: Option<LateRecord>,
) -> FrozenReport {
    let report = report.unwrap_or(OfficeReport::NotAsked);
    let (on, days_late, silent) = match report {
        OfficeReport::Reported {
            on,
            days_late,
            silent,
        } => (Some(on), days_late, silent),
        OfficeReport::Late { days } => (None, days, 0),
        _ => (None, 0, 0),
    };
    let told = office_report(scene, report, recorded_late);
    let (tone, text) = told.unwrap_or_else(|| ("neutral", scene.words.text("report_not_asked")));
    FrozenReport {
        state: machine::office_report(report).to_owned(),
        on,
        days_late: days_late.into(),
        recorded_late_on: recorded_late.map(|late| late.on),
        silent,
        tone: tone.to_owned(),
        text,
    }
}

fn tags(tags: Vec<Tag>) -> Vec<FrozenTag> {
    let frozen = tags.into_iter().map(|tag| FrozenTag {
        tone: tag.tone.to_owned(),
        mark: tag.mark.to_owned(),
        text: tag.text,
    });
    frozen.collect()
}

/// One commitment, with what it takes to put its values into words.
struct IndicatorScene<'s, 'a> {
    scene: &'s Scene<'a>,
    contract: &'s Contract,
    score: &'s IndicatorScore,
    figures: Figures<'s, 'a>,
    quarter: Quarter,
}

impl<'s, 'a> IndicatorScene<'s, 'a> {
    fn new(
        scene: &'s Scene<'a>,
        contract: &'s Contract,
        score: &'s IndicatorScore,
        quarter: Quarter,
    ) -> Self {
        let regime = scene.register.regime_of(contract);
        Self {
            scene,
            contract,
            score,
            figures: Figures::new(scene, &score.commitment.indicator, regime),
            quarter,
        }
    }

    fn frozen(&self, view: IndicatorView) -> FrozenIndicator {
        let (commitment, indicator) = (&self.score.commitment, self.figures.indicator);
        let regime = self.scene.register.regime_of(self.contract);
        let to_date = self.score.to_date.as_ref();
        let percent = to_date.and_then(|t| t.judgement.achievement.percent());
        let capped = percent.map(|percent| percent.capped(regime.cap.as_ref()));
        let goal = commitment.goal.map(|goal| &self.contract.goals[goal]);
        let is_other = commitment.original.target != indicator.target;
        FrozenIndicator {
            id: indicator.id.clone(),
            name: indicator.name.own().clone(),
            goal: goal.map(|goal| goal.name.own().clone()),
            unit: indicator.unit_name().map(str::to_owned),
            direction: machine::direction(&indicator.direction).to_owned(),
            accumulation: machine::accumulation(indicator.accumulation).to_owned(),
            weight: indicator.weight.map(|weight| self.plain(weight)),
            target: self.target(indicator.target),
            original: is_other.then(|| self.target(commitment.original.target)),
            state: machine::state(self.score.state).to_owned(),
            tags: tags(view.tags),
            summary: view.summary.plain(),
            to_date: to_date.map(|to_date| self.to_date(to_date)),
            achievement: percent.map(|percent| self.percent(percent)),
            capped: capped.as_ref().map(|percent| self.percent(percent)),
            category: percent
                .and_then(|percent| regime.category(percent))
                .map(|band| band.name.own().clone()),
            calculation: view.calculation.map(|html| html.plain()),
            notes: view.notes.into_iter().map(note).collect(),
            quarters: self.quarters(view.rows),
            facts: view.facts.into_iter().map(fact).collect(),
        }
    }

    fn plain(&self, quantity: Quantity) -> Worded {
        Worded {
            value: quantity.to_string(),
            text: self.figures.words.formats().quantity(quantity),
        }
    }

    fn target(&self, target: Target) -> Worded {
        Worded {
            value: machine::target(target),
            text: self.figures.target(target),
        }
    }

    fn percent(&self, percent: &Percent) -> Worded {
        Worded {
            value: machine::percent(percent),
            text: self.figures.percent(percent),
        }
    }

    fn to_date(&self, to_date: &ToDate) -> FrozenToDate {
        let judgement = &to_date.judgement;
        FrozenToDate {
            through: to_date.through,
            outcome: Worded {
                value: machine::outcome(&judgement.outcome),
                text: self.figures.outcome(&judgement.outcome),
            },
            aim: Worded {
                value: machine::aim(&judgement.aim),
                text: self.figures.aim(&judgement.aim),
            },
        }
    }

    /// Later quarters have nothing to say yet.
    fn quarters(&self, rows: Vec<RowView>) -> Vec<FrozenQuarter> {
        let running = running_sums(self.score);
        let facts = self.score.quarters.iter().zip(rows).enumerate();
        let told = facts.filter(|(_, (fact, _))| fact.quarter <= self.quarter);
        let frozen = told.map(|(at, (fact, row))| {
            let running = running.as_ref().and_then(|sums| sums[at].actual.as_ref());
            FrozenQuarter {
                running: running.map(|sum| Worded {
                    value: machine::figure(sum),
                    text: row.running.clone(),
                }),
                ..self.row(fact, row)
            }
        });
        frozen.collect()
    }

    fn row(&self, fact: &QuarterFact, row: RowView) -> FrozenQuarter {
        let judged = fact.judgement.as_ref();
        let percent = judged.and_then(|judgement| judgement.achievement.percent());
        FrozenQuarter {
            quarter: fact.quarter,
            name: row.quarter,
            target: fact
                .target_of(&self.score.commitment.indicator)
                .map(|target| self.target(target)),
            state: machine::quarter_report(fact.report).to_owned(),
            actual: Worded {
                value: fact.report.value().map(machine::value).unwrap_or_default(),
                text: row.actual,
            },
            running: None,
            achievement: percent.map(|percent| self.percent(percent)),
            tone: row.tone.to_owned(),
        }
    }
}

fn note(note: NoteView) -> FrozenNote {
    FrozenNote {
        tone: note.tone.to_owned(),
        text: note.text.plain(),
    }
}

fn fact(fact: FactView) -> FrozenFact {
    FrozenFact {
        term: fact.term,
        text: fact.text.plain(),
    }
}
