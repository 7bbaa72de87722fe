//! What is folded away below a figure: the table of quarters, the terms, what was said.

use super::{FactView, RemarkView, RowView, Subjects};
use crate::chart::Bullet;
use crate::compute::{QuarterFact, QuarterReport, Running, State};
use crate::format::Arg;
use crate::model::{Accumulation, Actual, Language, Markdown, Target, Wording};
use crate::url;
use crate::view::contract::{DocumentView, document, recorded_late_text};
use crate::view::html::Html;
use crate::view::said::mark;
use crate::view::state::{class, tone};

impl Subjects<'_, '_> {
    pub(super) fn rows(&self) -> Vec<RowView> {
        let facts = self.score.quarters.iter().enumerate();
        facts
            .map(|(index, fact)| self.row(fact, self.running.as_ref().map(|r| &r[index])))
            .collect()
    }

    pub(super) fn row(&self, fact: &QuarterFact, running: Option<&Running>) -> RowView {
        let nothing = || "–".to_owned();
        let running = running.and_then(|r| r.actual.as_ref());
        RowView {
            anchor: url::quarter_anchor(&self.contract.id, self.score.id(), fact.quarter),
            quarter: self.scene.words.quarter_short(fact.quarter),
            target: self
                .own_target(fact)
                .map_or_else(nothing, |t| self.figures.target(t)),
            actual: self.actual_cell(fact),
            running: running.map_or_else(nothing, |f| self.figures.measure(f.shown())),
            achievement: fact
                .judgement
                .as_ref()
                .map_or_else(nothing, |j| self.percent_of(&j.achievement)),
            bullet: self.row_bullet(fact),
            tone: match fact.report {
                QuarterReport::Late { days } => class(tone(State::Late { days })),
                _ => "",
            },
        }
    }

    /// The quarter's own value against its own target, in the tone that the chart gives a quarter.
    fn row_bullet(&self, fact: &QuarterFact) -> Option<Html> {
        let judgement = fact.judgement.as_ref()?;
        let bullet = Bullet {
            percent: judgement.achievement.percent()?.to_f64(),
            tone: self.bar_tone(fact, Some(judgement.reached)),
        };
        Some(Html::chart(bullet.svg()))
    }

    pub(super) fn actual_cell(&self, fact: &QuarterFact) -> String {
        match fact.report {
            QuarterReport::Reported { value, .. } => self.figures.value(value),
            QuarterReport::Unavailable { .. } => self.scene.words.text("cell_unavailable"),
            QuarterReport::Late { days } => {
                self.say("cell_late", &[("days", Arg::from(days.unsigned_abs()))])
            }
            QuarterReport::NotDue => self.scene.words.text("cell_not_due"),
            QuarterReport::NoDeadline => self.scene.words.text("cell_no_deadline"),
            QuarterReport::NotAsked => "–".to_owned(),
        }
    }

    pub(super) fn facts(&self) -> Vec<FactView> {
        let indicator = &self.score.commitment.indicator;
        let words = &self.scene.words;
        let text = |key: &str, value: Option<String>| {
            Some(FactView {
                term: words.text(key),
                text: Html::text(&value?),
            })
        };
        let prose = |key: &str, value: Option<&Wording<Markdown>>| {
            let (text, foreign) = self.scene.prose_of(value?);
            Some(FactView {
                term: words.text(key),
                text: self.scene.markdown(text).marked(foreign),
            })
        };
        let baseline = indicator.baseline.map(|baseline| {
            let (value, year) = (
                self.figures.value(baseline.value),
                baseline.year.to_string(),
            );
            self.say(
                "baseline",
                &[("value", Arg::from(&value)), ("year", Arg::from(&year))],
            )
        });
        let weight = indicator.weight.map(|w| words.formats().quantity(w));
        let due = indicator.due.map(|d| words.date(d));
        let published = indicator.published.map(|d| words.date(d));
        let is_amount = matches!(indicator.target, Target::Amount(_) | Target::Range { .. });
        let accumulation = is_amount.then(|| {
            words.text(match indicator.accumulation {
                Accumulation::Sum => "accumulation_sum",
                Accumulation::Last => "accumulation_last",
                Accumulation::Mean => "accumulation_mean",
            })
        });
        [
            text(
                if self.is_whole_year() {
                    "fact_target"
                } else {
                    "fact_target_contract"
                },
                Some(self.figures.target(indicator.target)),
            ),
            text("fact_due", due),
            text("fact_published", published),
            text("fact_baseline", baseline),
            text("fact_weight", weight),
            text("fact_accumulation", accumulation),
            prose("fact_formula", indicator.formula.as_ref()),
            prose("fact_source", indicator.source.as_ref()),
            prose("fact_way", indicator.way.as_ref()),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    pub(super) fn remarks(&self) -> Vec<RemarkView> {
        self.score
            .quarters
            .iter()
            .filter_map(|fact| self.remark(fact))
            .collect()
    }

    pub(super) fn remark(&self, fact: &QuarterFact) -> Option<RemarkView> {
        let reported = self.reported(fact)?;
        let words = &self.scene.words;
        let reason = match &reported.actual {
            Actual::Unavailable { reason } => Some(&**reason),
            Actual::Reported(_) => None,
        };
        let own_date = reported.reported.map(|date| FactView {
            term: words.text("fact_reported"),
            text: Html::text(&words.date(date)),
        });
        let recorded_late = self.score.recorded_late.get(&fact.quarter);
        let recorded_late = recorded_late.map(|late| FactView {
            term: words.text("fact_recorded"),
            text: Html::text(&recorded_late_text(self.scene, *late)),
        });
        let parts = [
            ("fact_unavailable", reason),
            ("fact_note", reported.note.as_ref()),
            ("fact_obstacle", reported.obstacle.as_ref()),
            ("fact_follow_up", reported.follow_up.as_ref()),
            ("fact_response", reported.response.as_ref()),
        ];
        let foreign = mark(Language::Indonesian, words.language());
        let texts = parts.into_iter().filter_map(|(key, text)| {
            Some(FactView {
                term: words.text(key),
                text: self.scene.markdown(text?).marked(foreign),
            })
        });
        let mut facts: Vec<FactView> = own_date
            .into_iter()
            .chain(recorded_late)
            .chain(texts)
            .collect();
        if let Some(verification) = &reported.verification {
            let date = words.date(verification.date);
            let args = [
                ("by", Arg::from(&verification.by)),
                ("date", Arg::from(&date)),
            ];
            let text = self.html("verified", &args);
            facts.push(FactView {
                term: words.text("fact_verification"),
                text,
            });
        }
        let evidence: Vec<DocumentView> = reported
            .evidence
            .iter()
            .map(|d| document(self.scene, d))
            .collect();
        (!facts.is_empty() || !evidence.is_empty()).then(|| RemarkView {
            quarter: words.quarter_short(fact.quarter),
            facts,
            evidence,
        })
    }
}
