//! A tenure as a line of time: induction, evaluations, protected time, the end.

use super::contract::{DocumentView, document};
use super::evaluation::{Told, by_rules};
use super::html::Html;
use super::indicator::FactView;
use super::regime::protected_length;
use super::said::Said;
use super::scene::Scene;
use super::state::{Tag, class};
use crate::chart::{Label, Mark, TimeLine, Tone};
use crate::compute::{Occurrence, Protection, ProtectionState, TenureScore};
use crate::format::Arg;
use crate::model::{Contract, Date};
use crate::url;
use chrono::Datelike;
use serde::Serialize;

/// Evaluations and protected time of the tenure in which a contract was signed.
#[derive(Clone, Debug, Serialize)]
pub struct TenureLineView {
    pub anchor: String,
    pub chart: Html,
    /// Oldest first: everything that the chart shows, and more.
    pub items: Vec<LineItem>,
}

/// A day on the line.
#[derive(Clone, Debug, Serialize)]
pub struct LineItem {
    pub tone: &'static str,
    pub date: String,
    pub name: Said,
    pub tags: Vec<Tag>,
    pub text: String,
    pub facts: Vec<FactView>,
    pub documents: Vec<DocumentView>,
}

/// The contract on whose page the whole line of a tenure stands: the latest that has begun.
pub(super) fn contract_of_line<'a>(scene: &Scene<'a>, tenure: &TenureScore) -> &'a Contract {
    let contracts = &scene.register.contracts;
    let all = || tenure.contracts.iter().map(|id| &contracts[id]);
    all()
        .rfind(|c| c.period.start <= scene.score.today)
        .or_else(|| all().next())
        .expect("a tenure that is scored has a contract")
}

impl TenureLineView {
    /// The line on the page of `contract`: all of it on that of the latest contract, on others
    /// the evaluations that looked at them. `None` where there is nothing to tell.
    pub(super) fn new(scene: &Scene<'_>, contract: &Contract) -> Option<Self> {
        let tenures = scene.score.tenures.get(&contract.person)?;
        let tenure = tenures
            .iter()
            .find(|t| t.contracts.contains(&contract.id))?;
        let is_whole = contract_of_line(scene, tenure).id == contract.id;
        let register = scene.register;
        let looks_at = |o: &&Occurrence| {
            let mut records = o.records(register);
            is_whole
                || o.contract == contract.id
                || records.any(|r| r.contracts.contains(&contract.id))
        };
        let shown: Vec<&Occurrence> = tenure.occurrences.iter().filter(looks_at).collect();
        if shown.is_empty() && tenure.protection.is_none() {
            return None;
        }
        let line = Line {
            scene,
            tenure,
            shown,
        };
        Some(Self {
            anchor: url::tenure_anchor(&contract.id),
            chart: Html::chart(line.chart().svg()),
            items: line.items(),
        })
    }
}

struct Line<'s, 'a> {
    scene: &'s Scene<'a>,
    tenure: &'s TenureScore,
    shown: Vec<&'s Occurrence>,
}

impl<'s, 'a> Line<'s, 'a> {
    fn told(&self, occurrence: &'s Occurrence) -> Told<'s, 'a> {
        Told {
            scene: self.scene,
            occurrence,
        }
    }

    fn items(&self) -> Vec<LineItem> {
        let tenure = self.tenure.tenure(self.scene.register);
        let mut items = vec![(
            tenure.inducted,
            self.plain(tenure.inducted, "fact_inducted"),
        )];
        items.extend(
            self.shown
                .iter()
                .map(|o| (day_of(self.scene, o), self.evaluation(o))),
        );
        if let Some(protection) = &self.tenure.protection {
            items.push((end_of(protection), self.protection(protection)));
        }
        if let Some(ended) = tenure.ended {
            items.push((ended, self.plain(ended, "tenure_ended")));
        }
        items.sort_by_key(|(day, _)| *day);
        items.into_iter().map(|(_, item)| item).collect()
    }

    fn plain(&self, day: Date, key: &str) -> LineItem {
        LineItem {
            tone: class(Tone::Neutral),
            date: self.scene.words.date(day),
            name: Said::own(self.scene.words.text(key)),
            tags: Vec::new(),
            text: String::new(),
            facts: Vec::new(),
            documents: Vec::new(),
        }
    }

    fn evaluation(&self, occurrence: &'s Occurrence) -> LineItem {
        let told = self.told(occurrence);
        let records = occurrence.records(self.scene.register);
        let papers = records.filter_map(|r| r.document.as_ref());
        LineItem {
            tone: class(told.tone()),
            date: self.scene.words.date(day_of(self.scene, occurrence)),
            name: told.name(),
            tags: told.tags(),
            text: told.sentence(),
            facts: told.facts(),
            documents: papers.map(|d| document(self.scene, d)).collect(),
        }
    }

    fn protection(&self, protection: &Protection) -> LineItem {
        let words = &self.scene.words;
        let say = |key: &str, other: &str, days: i64| {
            let (from, until) = (words.date(protection.from), words.date(protection.until));
            let args = [
                ("from", Arg::from(&from)),
                ("until", Arg::from(&until)),
                ("other", Arg::from(other)),
                ("days", Arg::Count(days.unsigned_abs())),
            ];
            words.say(key, &args)
        };
        let (tone, tag, text) = match &protection.state {
            ProtectionState::Running { days } => (
                Tone::Neutral,
                say("protection_days", "", *days),
                say("protection_running", "", *days),
            ),
            ProtectionState::Ended => (
                Tone::Neutral,
                words.text("protection_over"),
                say("protection_ended", "", 0),
            ),
            ProtectionState::Forfeited { on, .. } => (
                Tone::Bad,
                words.text("protection_lost"),
                say("protection_forfeited", &words.date(*on), 0),
            ),
            ProtectionState::Left { on } => (
                Tone::Neutral,
                words.text("protection_over"),
                say("protection_left", &words.date(*on), 0),
            ),
        };
        LineItem {
            tone: class(tone),
            date: words.date(end_of(protection)),
            name: Said::own(words.text("fact_protection")),
            tags: vec![Tag {
                tone: class(tone),
                mark: if tone == Tone::Bad { "✕" } else { "○" },
                text: tag,
            }],
            text,
            facts: self.protection_rules(protection),
            documents: Vec::new(),
        }
    }

    /// How long by which law, and for what the holder may be replaced all the same.
    fn protection_rules(&self, protection: &Protection) -> Vec<FactView> {
        let words = &self.scene.words;
        let regime = &self.scene.register.regimes[&protection.regime];
        let Some(rules) = &regime.protection else {
            return Vec::new();
        };
        let length = Html::text(&format!("{}.", protected_length(self.scene, rules)));
        let exceptions = FactView {
            term: words.text("fact_exceptions"),
            text: words.list_of(rules.exceptions.iter()),
        };
        [by_rules(self.scene, regime, &length)]
            .into_iter()
            .chain((!rules.exceptions.is_empty()).then_some(exceptions))
            .collect()
    }

    /// From the induction to the last day that anything is told of.
    fn chart(&self) -> TimeLine {
        let words = &self.scene.words;
        let today = self.scene.score.today;
        let tenure = self.tenure.tenure(self.scene.register);
        let days = self.shown.iter().map(|o| day_of(self.scene, o));
        let ends = self.tenure.protection.iter().map(|p| p.until);
        let last = days.chain(ends).chain(tenure.ended).chain([today]).max();
        let last = last.unwrap_or(today);
        let label = |day: Date| Label {
            day: number(day),
            text: words.formats().short_date(day),
        };
        let mark = |o: &&'s Occurrence| Mark {
            at: label(day_of(self.scene, o)),
            tone: self.told(o).tone(),
        };
        TimeLine {
            title: words.text("tenure_chart"),
            span: (number(tenure.inducted), number(last)),
            band: self.tenure.protection.as_ref().map(band),
            today: Label {
                day: number(today),
                text: words.text("today"),
            },
            labels: vec![label(tenure.inducted), label(last)],
            marks: self.shown.iter().map(mark).collect(),
        }
    }
}

/// The protected time as it was, not as it should have been.
fn band(protection: &Protection) -> (i64, i64) {
    (number(protection.from), number(end_of(protection)))
}

fn end_of(protection: &Protection) -> Date {
    match protection.state {
        ProtectionState::Forfeited { on, .. } | ProtectionState::Left { on } => on,
        ProtectionState::Running { .. } | ProtectionState::Ended => protection.until,
    }
}

/// The day under which an evaluation stands: when the next thing is expected of it, else when it
/// was last recorded, else when it was due.
pub(super) fn day_of(scene: &Scene<'_>, occurrence: &Occurrence) -> Date {
    let recorded = occurrence.records(scene.register).last().map(|r| r.date);
    recorded
        .or(occurrence.due)
        .or(occurrence.awaited())
        .unwrap_or(scene.score.today)
}

fn number(day: Date) -> i64 {
    day.num_days_from_ce().into()
}
