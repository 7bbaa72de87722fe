//! The sentence with the two numbers: what was reached of what was promised.

use super::Subjects;
use crate::compute::{Achievement, Formula, Judgement, QuarterReport, State, ToDate};
use crate::format::Arg;
use crate::model::{Accumulation, Actual, Direction, Quarter};
use crate::view::html::Html;

impl Subjects<'_, '_> {
    pub(super) fn summary(&self) -> Html {
        match (&self.score.to_date, self.score.state) {
            (Some(to_date), _) if self.is_completion() => self.completion(&to_date.judgement),
            (Some(to_date), _) => self.comparison(to_date),
            (None, State::Late { .. }) => self.late(),
            (None, State::Unavailable) => self.unavailable(),
            (None, _) => self.not_due(),
        }
    }

    /// "TW III: 6,4% dari target paling tinggi 6,5%".
    pub(super) fn comparison(&self, to_date: &ToDate) -> Html {
        let lead = self.lead(to_date);
        let actual = self.figures.outcome(&to_date.judgement.outcome);
        let target = self.figures.aim(&to_date.judgement.aim);
        let year = self.figures.target(self.score.commitment.indicator.target);
        let key = match self.score.commitment.indicator.direction {
            Direction::Up => "compare_up",
            Direction::Down | Direction::DownRatio => "compare_down",
            Direction::Range(_) => "compare_range",
            Direction::Rank(_) | Direction::Completion => "compare_rank",
        };
        let args = [
            ("lead", Arg::from(&lead)),
            ("actual", Arg::from(&actual)),
            ("target", Arg::from(&target)),
        ];
        let sentence = self.html(key, &args);
        if to_date.through == self.score.final_quarter {
            return sentence;
        }
        let key = if self.is_whole_year() {
            "target_of_year"
        } else {
            "target_of_contract"
        };
        let of_year = self.html(key, &[("target", Arg::from(&year))]);
        self.scene
            .words
            .html_around("joined", &[("first", &sentence), ("second", &of_year)])
    }

    /// Which quarters the figure is made of: "Jumlah TW I–TW III", "Hasil 2025".
    pub(super) fn lead(&self, to_date: &ToDate) -> String {
        let year = to_date.through.year.to_string();
        let is_year = to_date.through == self.score.final_quarter
            && self.is_whole_year()
            && to_date.missing.is_empty();
        let accumulation = self.score.commitment.indicator.accumulation;
        if is_year {
            let key = match accumulation {
                Accumulation::Sum => "lead_sum_year",
                Accumulation::Mean => "lead_mean_year",
                Accumulation::Last => "lead_last_year",
            };
            return self.say(key, &[("year", Arg::from(&year))]);
        }
        let quarters = self
            .scene
            .words
            .quarter_range(&self.counted_quarters(to_date));
        let args = [("quarters", Arg::from(&quarters))];
        match accumulation {
            Accumulation::Sum => self.say("lead_sum", &args),
            Accumulation::Mean => self.say("lead_mean", &args),
            Accumulation::Last => self.scene.words.quarter_short(to_date.through),
        }
    }

    /// The quarters whose values are in the figure.
    pub(super) fn counted_quarters(&self, to_date: &ToDate) -> Vec<Quarter> {
        let reported = self
            .score
            .quarters
            .iter()
            .filter(|f| f.report.value().is_some());
        let quarters = reported.map(|f| f.quarter);
        quarters
            .filter(|quarter| *quarter <= to_date.through)
            .collect()
    }

    pub(super) fn completion(&self, judgement: &Judgement) -> Html {
        let due = self.scene.words.date(self.score.due);
        let outcome = self.figures.outcome(&judgement.outcome);
        let days = match &judgement.achievement {
            Achievement::Computed {
                formula: Formula::DoneLate { days },
                ..
            } => days.unsigned_abs(),
            _ => 0,
        };
        let key = if days > 0 {
            "completion_late"
        } else {
            "completion_in_time"
        };
        let args = [
            ("outcome", Arg::from(&outcome)),
            ("due", Arg::from(&due)),
            ("days", Arg::Count(days)),
        ];
        self.html(key, &args)
    }

    pub(super) fn late(&self) -> Html {
        let late = self
            .score
            .quarters
            .iter()
            .rev()
            .find(|f| matches!(f.report, QuarterReport::Late { .. }));
        let quarter = late
            .map(|f| self.scene.words.quarter_short(f.quarter))
            .unwrap_or_default();
        let deadline = late
            .and_then(|f| f.deadline)
            .map(|d| self.scene.words.date(d));
        let deadline = deadline.unwrap_or_default();
        self.html(
            "summary_late",
            &[
                ("quarter", Arg::from(&quarter)),
                ("deadline", Arg::from(&deadline)),
            ],
        )
    }

    pub(super) fn unavailable(&self) -> Html {
        let fact = self
            .score
            .quarters
            .iter()
            .rev()
            .find(|f| matches!(f.report, QuarterReport::Unavailable { .. }));
        let quarter = fact
            .map(|f| self.scene.words.quarter_short(f.quarter))
            .unwrap_or_default();
        let reason =
            fact.and_then(|f| self.reported(f))
                .and_then(|reported| match &reported.actual {
                    Actual::Unavailable { reason } => Some(self.scene.inline(reason)),
                    Actual::Reported(_) => None,
                });
        let reason = reason.unwrap_or_default();
        let parts = [("quarter", &Html::text(&quarter)), ("reason", &reason)];
        self.scene.words.html_around("summary_unavailable", &parts)
    }

    pub(super) fn not_due(&self) -> Html {
        let year = self.figures.target(self.score.commitment.indicator.target);
        let due = self.scene.words.date(self.score.due);
        let Some(share) = &self.score.share_of_year else {
            let published = self.score.commitment.indicator.published;
            let (key, day) = match published {
                _ if self.is_completion() => ("summary_not_due_done", due),
                Some(day) => ("summary_published", self.scene.words.date(day)),
                None => ("summary_not_due", due),
            };
            let args = [("target", Arg::from(&year)), ("due", Arg::from(&day))];
            return self.html(key, &args);
        };
        let quarter = self.scene.words.quarter_short(share.through);
        let actual = self.figures.outcome(&share.outcome);
        // Of a target that must not be exceeded a share would read as praise.
        let is_up = self.score.commitment.indicator.direction == Direction::Up;
        let percent = share.percent.as_ref().filter(|_| is_up);
        let percent = percent.map(|p| self.scene.words.percent(p, &[]));
        let mut args = vec![
            ("quarter", Arg::from(&quarter)),
            ("actual", Arg::from(&actual)),
            ("target", Arg::from(&year)),
        ];
        match &percent {
            Some(percent) => {
                args.push(("percent", Arg::from(percent)));
                self.html("summary_share", &args)
            }
            None => self.html("summary_share_without_percent", &args),
        }
    }
}
