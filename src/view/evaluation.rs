//! An evaluation in words: how it stands, what the figures say, what was decided, what the rules
//! say is at stake. Figures never decide; a page says "menurut angka" and "menurut aturan".

use super::html::Html;
use super::indicator::FactView;
use super::regime::score_text;
use super::said::{Said, mark};
use super::scene::Scene;
use super::state::Tag;
use super::words::Words;
use crate::chart::Tone;
use crate::compute::{Departure, EvaluationState, Occurrence, Timing};
use crate::format::Arg;
use crate::model::{Decision, Evaluation, EvaluationRule, Language, Regime};
use crate::url::Subject;

/// One evaluation and what its words are made of.
pub(super) struct Told<'s, 'a> {
    pub scene: &'s Scene<'a>,
    pub occurrence: &'s Occurrence,
}

impl<'s> Told<'s, '_> {
    pub fn regime(&self) -> &'s Regime {
        &self.scene.register.regimes[&self.occurrence.regime]
    }

    fn rule(&self) -> Option<&'s EvaluationRule> {
        self.occurrence.rule(self.scene.register)
    }

    pub fn name(&self) -> Said {
        let words = &self.scene.words;
        self.rule().map_or_else(
            || words.untranslated(self.occurrence.rule.to_string()),
            |rule| words.said(&rule.name),
        )
    }

    /// The record that stands.
    fn record(&self) -> Option<&'s Evaluation> {
        self.occurrence.records(self.scene.register).last()
    }

    pub fn tone(&self) -> Tone {
        match (
            self.occurrence.state,
            self.record().and_then(|r| r.decision),
        ) {
            (EvaluationState::Held { .. }, Some(Decision::NotMet)) => Tone::Bad,
            (EvaluationState::Held { .. }, _) => Tone::Good,
            (EvaluationState::DueToday | EvaluationState::Waiting { .. }, _)
            | (EvaluationState::Extended { .. }, _) => Tone::Watch,
            (EvaluationState::Overdue { .. } | EvaluationState::ExtensionOver { .. }, _)
            | (EvaluationState::Missed { .. }, _) => Tone::Bad,
            (EvaluationState::Upcoming { .. } | EvaluationState::NotApplicable { .. }, _) => {
                Tone::Neutral
            }
        }
    }

    /// The state as a label, and whether the decision departs from the figures.
    pub fn tags(&self) -> Vec<Tag> {
        let words = &self.scene.words;
        let state = Tag {
            tone: super::state::class(self.tone()),
            mark: self.mark(),
            text: self.label(),
        };
        let departs = self.occurrence.departure.map(|_| Tag {
            tone: "watch",
            mark: "!",
            text: words.text("evaluation_departs"),
        });
        [state].into_iter().chain(departs).collect()
    }

    fn mark(&self) -> &'static str {
        match (self.occurrence.state, self.tone()) {
            (EvaluationState::Held { .. }, Tone::Bad) | (EvaluationState::Missed { .. }, _) => "✕",
            (EvaluationState::Held { .. }, _) => "✓",
            (_, Tone::Bad) | (EvaluationState::DueToday, _) => "!",
            _ => "○",
        }
    }

    fn label(&self) -> String {
        let words = &self.scene.words;
        let days = |key: &str, days: i64| words.say(key, &[("days", days.unsigned_abs().into())]);
        match self.occurrence.state {
            EvaluationState::Upcoming { days: n } => days("evaluation_upcoming", n),
            EvaluationState::DueToday => words.text("evaluation_today"),
            EvaluationState::Overdue { days: n } => days("evaluation_overdue", n),
            EvaluationState::Waiting { quarter, .. } => {
                let quarter = self.quarter(quarter);
                words.say("evaluation_waiting", &[("quarter", Arg::from(&quarter))])
            }
            EvaluationState::Held { .. } => match self.record().and_then(|r| r.decision) {
                Some(Decision::Met) => words.text("evaluation_decided_met"),
                Some(Decision::NotMet) => words.text("evaluation_decided_not_met"),
                Some(Decision::Extended { .. }) | None => words.text("evaluation_held"),
            },
            EvaluationState::Extended { .. } => words.text("evaluation_extended"),
            EvaluationState::ExtensionOver { days: n, .. } => days("evaluation_extension_over", n),
            EvaluationState::Missed { .. } => words.text("evaluation_missed"),
            EvaluationState::NotApplicable { .. } => words.text("evaluation_not_applicable"),
        }
    }

    /// The state as a sentence, with every date in it.
    pub fn sentence(&self) -> String {
        let words = &self.scene.words;
        let date = |day| words.date(day);
        let due = self.occurrence.due.map(date).unwrap_or_default();
        let say = |key: &str, other: &str, days: i64| {
            let args = [
                ("due", Arg::from(&due)),
                ("other", Arg::from(other)),
                ("days", Arg::Count(days.unsigned_abs())),
            ];
            words.say(key, &args)
        };
        match self.occurrence.state {
            EvaluationState::Upcoming { .. } | EvaluationState::DueToday => {
                say("evaluation_due_text", "", 0)
            }
            EvaluationState::Overdue { days } => say("evaluation_overdue_text", "", days),
            EvaluationState::Waiting { quarter, days } => {
                say("evaluation_waiting_text", &self.quarter(quarter), days)
            }
            EvaluationState::Held { on, timing } => match timing {
                Timing::OnTheDay => say("evaluation_held_on_day", &date(on), 0),
                Timing::Early { days } => say("evaluation_held_early", &date(on), days),
                Timing::Late { days } => say("evaluation_held_late", &date(on), days),
                Timing::Unscheduled => say("evaluation_held_unscheduled", &date(on), 0),
            },
            EvaluationState::Extended { until, days } => {
                say("evaluation_extended_text", &date(until), days)
            }
            EvaluationState::ExtensionOver { until, days } => {
                say("evaluation_extension_over_text", &date(until), days)
            }
            EvaluationState::Missed { left } => say("evaluation_missed_text", &date(left), 0),
            EvaluationState::NotApplicable { left } => {
                say("evaluation_not_applicable_text", &date(left), 0)
            }
        }
    }

    /// Everything told of it, as terms and texts.
    pub fn facts(&self) -> Vec<FactView> {
        let words = &self.scene.words;
        let by_figures = self.by_figures().map(|text| FactView {
            term: words.text("fact_by_figures"),
            text: Html::text(&text),
        });
        let mut facts: Vec<FactView> = by_figures.into_iter().collect();
        for record in self.occurrence.records(self.scene.register) {
            facts.extend(self.record_facts(record));
        }
        facts.extend(self.stake());
        facts
    }

    /// What one record says.
    pub fn record_facts(&self, record: &Evaluation) -> Vec<FactView> {
        let words = &self.scene.words;
        let mut facts = vec![FactView {
            term: words.text("fact_decided"),
            text: Html::text(&self.decided(record)),
        }];
        facts.extend(record.scores.iter().map(|(aspect, score)| FactView {
            term: aspect.to_string(),
            text: Html::text(&score_text(self.scene, self.regime(), aspect, *score)),
        }));
        let texts = [
            ("fact_reason", &record.reason),
            ("fact_follow_up", &record.follow_up),
            ("fact_response", &record.response),
        ];
        let foreign = mark(Language::Indonesian, words.language());
        facts.extend(texts.into_iter().filter_map(|(key, text)| {
            Some(FactView {
                term: words.text(key),
                text: self.scene.markdown(text.as_ref()?).marked(foreign),
            })
        }));
        facts
    }

    /// "terpenuhi, Bupati, 10 Maret 2026 (Kontrak Kinerja 2025)", and whether it
    /// departs from the figures.
    fn decided(&self, record: &Evaluation) -> String {
        let words = &self.scene.words;
        let decision = match record.decision {
            Some(Decision::Met) => words.text("decision_met"),
            Some(Decision::NotMet) => words.text("decision_not_met"),
            Some(Decision::Extended { until }) => {
                let until = words.date(until);
                words.say("decision_extended", &[("until", Arg::from(&until))])
            }
            None => words.text("decision_none"),
        };
        let contracts = record.contracts.iter();
        let judged: Vec<String> = contracts
            .map(|id| super::contract::term(self.scene, &self.scene.register.contracts[id]).text)
            .collect();
        let judged = words.formats().list(&judged);
        let by = record.by.iter().map(|by| self.by(by));
        let parts: Vec<String> = [decision]
            .into_iter()
            .chain(by)
            .chain([words.date(record.date)])
            .collect();
        let said = format!("{} ({judged}).", parts.join(", "));
        let is_last = self.record() == Some(record);
        match self.occurrence.departure.filter(|_| is_last) {
            None => said,
            Some(Departure::Explained) => format!("{said} {}", words.text("departs_explained")),
            Some(Departure::Unexplained) => format!("{said} {}", words.text("departs_unexplained")),
        }
    }

    /// Who evaluated; in the page's language where it is who the rules say.
    fn by(&self, by: &str) -> String {
        let by_rule = self.rule().and_then(|rule| rule.by.as_ref());
        match by_rule.filter(|wording| wording.own() == by) {
            Some(wording) => self.scene.words.plain(wording).to_owned(),
            None => by.to_owned(),
        }
    }

    /// What follows by the rules, in their own words, with the laws that they name.
    fn stake(&self) -> Option<FactView> {
        let words = &self.scene.words;
        let rule = self.rule()?;
        let said = consequences(words, rule)?;
        Some(by_rules(self.scene, self.regime(), &said))
    }
}

/// What `regime` says, with the laws that it names and a link to its rules.
pub(super) fn by_rules(scene: &Scene<'_>, regime: &Regime, said: &Html) -> FactView {
    let words = &scene.words;
    let basis = basis_of(scene, regime);
    let url = format!("{}#{}", scene.link(Subject::Method), regime.id);
    let args = [("url", Arg::from(&url))];
    FactView {
        term: words.text("fact_by_rules"),
        text: words.html_with("stake", &args, &[("said", said), ("basis", &basis)]),
    }
}

/// What follows from an evaluation by its rule, in the rule's own words; `None` where it states
/// nothing.
pub(super) fn consequences(words: &Words<'_>, rule: &EvaluationRule) -> Option<Html> {
    let met = rule.if_met.as_ref().map(|text| ("stake_met", text));
    let unmet = rule.if_unmet.as_ref().map(|text| ("stake_unmet", text));
    let parts: Vec<Html> = [met, unmet]
        .into_iter()
        .flatten()
        .map(|(key, text)| words.html_around(key, &[("what", &Html::said(&words.said(text)))]))
        .collect();
    let texts: Vec<&str> = parts.iter().map(Html::as_str).collect();
    (!parts.is_empty()).then(|| Html::message(texts.join(" ")))
}

/// The laws that a regime rests on; its own name where it names none.
pub(super) fn basis_of(scene: &Scene<'_>, regime: &Regime) -> Html {
    let laws = regime.basis.iter();
    let laws: Vec<Html> = laws.map(|b| super::regime::basis_text(scene, b)).collect();
    if laws.is_empty() {
        return Html::said(&scene.words.said(&regime.term));
    }
    let laws: Vec<&str> = laws.iter().map(Html::as_str).collect();
    Html::message(scene.words.formats().list(&laws))
}
