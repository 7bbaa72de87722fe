//! The chart of one commitment: which marks it has, and what they say in words.

use super::Subjects;
use crate::chart::{ActualMark, Baseline, Period, ProgressChart, TargetMark, Tone};
use crate::compute::{Figure, QuarterFact, QuarterReport, Running};
use crate::format::Arg;
use crate::model::{Accumulation, Direction, Quantity, Target, Value};
use crate::url;
use crate::view::html::Html;

/// The chart as it stands on a page.
pub(super) fn chart(subjects: &Subjects<'_, '_>) -> Option<Html> {
    progress(subjects).map(|chart| Html::chart(chart.svg()))
}

/// The chart; none for yes/no commitments and where neither a target nor a value is a number.
pub(super) fn progress(subjects: &Subjects<'_, '_>) -> Option<ProgressChart> {
    if subjects.score.commitment.indicator.direction == Direction::Completion {
        return None;
    }
    let periods: Vec<Period> = subjects
        .score
        .quarters
        .iter()
        .enumerate()
        .map(|(index, fact)| subjects.period(fact, subjects.running.as_ref().map(|r| &r[index])))
        .collect();
    if periods.iter().all(shows_nothing) {
        return None;
    }
    Some(ProgressChart {
        id: url::chart_id(&subjects.contract.id, subjects.score.id()),
        title: subjects.chart_title(),
        description: subjects.chart_description(),
        due: subjects
            .score
            .quarters
            .iter()
            .position(|f| f.quarter == subjects.score.final_quarter),
        baseline: subjects.chart_baseline(),
        periods,
    })
}

impl Subjects<'_, '_> {
    fn period(&self, fact: &QuarterFact, running: Option<&Running>) -> Period {
        Period {
            label: self.scene.words.quarter_short(fact.quarter),
            target: self.target_mark(fact, running),
            actual: self.actual_mark(fact, running),
        }
    }

    /// The target that the quarter has of its own.
    pub(super) fn own_target(&self, fact: &QuarterFact) -> Option<Target> {
        fact.target_of(&self.score.commitment.indicator)
    }

    fn target_mark(&self, fact: &QuarterFact, running: Option<&Running>) -> TargetMark {
        let is_final = fact.quarter == self.score.final_quarter;
        let year = self.score.commitment.indicator.target;
        let own = self.own_target(fact).or(is_final.then_some(year));
        match (running, own) {
            (Some(running), _) => running
                .target
                .as_ref()
                .map_or(TargetMark::None, |f| self.level(f)),
            (None, Some(Target::Amount(quantity))) => self.level(&Figure::from(quantity)),
            (None, Some(Target::Range { from, to })) => TargetMark::Band {
                low: from.to_f64(),
                high: to.to_f64(),
                label: self.figures.range_label(from, to),
            },
            (None, Some(Target::Rank(position))) => TargetMark::Level {
                value: position.into(),
                label: self.figures.rank(position),
            },
            (None, Some(Target::Completion) | None) => TargetMark::None,
        }
    }

    fn level(&self, figure: &Figure) -> TargetMark {
        TargetMark::Level {
            value: figure.shown().to_f64(),
            label: self.figures.label(figure.shown()),
        }
    }

    fn actual_mark(&self, fact: &QuarterFact, running: Option<&Running>) -> ActualMark {
        let reached = match running {
            Some(running) => running.reached,
            None => fact.judgement.as_ref().map(|j| j.reached),
        };
        let tone = self.bar_tone(fact, reached);
        match fact.report {
            QuarterReport::Reported { value, .. } => {
                let sum = running.and_then(|r| r.actual.as_ref()).map(|f| f.shown());
                self.bar(value, sum, tone)
            }
            QuarterReport::Late { .. } => ActualMark::Missing {
                label: "?".to_owned(),
            },
            QuarterReport::Unavailable { .. } => ActualMark::Unavailable {
                label: "–".to_owned(),
            },
            _ => ActualMark::NotDue,
        }
    }

    pub(super) fn bar_tone(&self, fact: &QuarterFact, reached: Option<bool>) -> Tone {
        match reached {
            None => Tone::Neutral,
            Some(true) => Tone::Good,
            Some(false) if fact.quarter == self.score.final_quarter => Tone::Bad,
            Some(false) => Tone::Watch,
        }
    }

    fn bar(&self, value: Value, sum: Option<Quantity>, tone: Tone) -> ActualMark {
        let (value, label) = match (sum, value) {
            (Some(sum), _) => (sum.to_f64(), self.figures.label(sum)),
            (None, Value::Amount(quantity)) => (quantity.to_f64(), self.figures.label(quantity)),
            (None, Value::Rank(position)) => (position.into(), self.figures.rank(position)),
            (None, Value::Completed(_) | Value::NotCompleted) => return ActualMark::NotDue,
        };
        ActualMark::Reported { value, label, tone }
    }

    fn chart_baseline(&self) -> Option<Baseline> {
        let indicator = &self.score.commitment.indicator;
        // A sum begins at nothing each January: last year's total beside it would mislead.
        let baseline = indicator
            .baseline
            .filter(|_| indicator.accumulation != Accumulation::Sum)?;
        let (value, label) = match baseline.value {
            Value::Amount(quantity) => (quantity.to_f64(), self.figures.label(quantity)),
            Value::Rank(position) => (position.into(), self.figures.rank(position)),
            Value::Completed(_) | Value::NotCompleted => return None,
        };
        Some(Baseline {
            value,
            label,
            name: baseline.year.to_string(),
        })
    }

    fn chart_title(&self) -> String {
        let key = match self.running {
            Some(_) if self.is_whole_year() => "chart_title_sum",
            Some(_) => "chart_title_sum_part",
            None => "chart_title",
        };
        let name = &self.score.commitment.indicator.name;
        let name = self.scene.words.plain(name);
        let year = self.contract.id.year.to_string();
        self.scene
            .words
            .say(key, &[("name", name.into()), ("year", Arg::from(&year))])
    }

    /// What the chart shows, quarter by quarter.
    fn chart_description(&self) -> String {
        let describe = |(index, fact): (usize, &QuarterFact)| {
            let running = self.running.as_ref().map(|r| &r[index]);
            let quarter = self.scene.words.quarter_short(fact.quarter);
            let (target, actual) = (
                self.target_word(fact, running),
                self.actual_word(fact, running),
            );
            let mut args = vec![
                ("quarter", Arg::from(&quarter)),
                ("actual", Arg::from(&actual)),
            ];
            match &target {
                Some(target) => {
                    args.push(("target", Arg::from(target)));
                    self.scene.words.say("chart_quarter", &args)
                }
                None => self.scene.words.say("chart_quarter_without_target", &args),
            }
        };
        let parts: Vec<String> = self
            .score
            .quarters
            .iter()
            .enumerate()
            .map(describe)
            .collect();
        format!("{}.", parts.join("; "))
    }

    fn target_word(&self, fact: &QuarterFact, running: Option<&Running>) -> Option<String> {
        match running {
            Some(running) => running
                .target
                .as_ref()
                .map(|f| self.figures.measure(f.shown())),
            None => self.own_target(fact).map(|t| self.figures.target(t)),
        }
    }

    fn actual_word(&self, fact: &QuarterFact, running: Option<&Running>) -> String {
        let words = &self.scene.words;
        match (running.and_then(|r| r.actual.as_ref()), fact.report) {
            (Some(sum), _) => self.figures.measure(sum.shown()),
            (None, QuarterReport::Reported { value, .. }) => self.figures.value(value),
            (None, QuarterReport::Late { .. }) => words.text("chart_late"),
            (None, QuarterReport::Unavailable { .. }) => words.text("cell_unavailable"),
            (None, QuarterReport::NoDeadline) => words.text("cell_no_deadline"),
            (None, QuarterReport::NotDue) => words.text("cell_not_due"),
            (None, QuarterReport::NotAsked) => words.text("chart_not_asked"),
        }
    }
}

/// Without a reported or a missing value a chart would only repeat the target; zeros alone are
/// no picture either.
fn shows_nothing(period: &Period) -> bool {
    match period.actual {
        ActualMark::Reported { value, .. } => value == 0.0,
        ActualMark::Missing { .. } => false,
        ActualMark::Unavailable { .. } | ActualMark::NotDue => true,
    }
}
