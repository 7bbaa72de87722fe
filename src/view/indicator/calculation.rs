//! The formula with its numbers put in.

use super::Subjects;
use crate::compute::{Achievement, Calculation, Judgement, NotComputable, Quotient, State};
use crate::format::Arg;
use crate::model::{Better, Direction, Quarter};
use crate::view::html::Html;

impl Subjects<'_, '_> {
    /// Which way is better, then the formula with its numbers, then the category.
    pub(super) fn calculation(&self) -> Option<Html> {
        let words = &self.scene.words;
        if self.is_completion() && self.score.to_date.is_none() {
            return None;
        }
        let direction = Html::text(&words.text(self.direction_key()));
        let formula = match (&self.score.to_date, &self.score.last_known) {
            (Some(to_date), _) => self.formula(&to_date.judgement),
            (None, Some((quarter, judgement))) => self.last_known(*quarter, judgement),
            (None, None) => return Some(direction),
        };
        Some(words.html_around("joined", &[("first", &direction), ("second", &formula)]))
    }

    /// The last value there is, while nothing is claimed to date.
    pub(super) fn last_known(&self, quarter: Quarter, judgement: &Judgement) -> Html {
        let quarter = self.scene.words.quarter_short(quarter);
        let actual = self.figures.outcome(&judgement.outcome);
        let target = self.figures.aim(&judgement.aim);
        let percent = self.percent_of(&judgement.achievement);
        let args = [
            ("quarter", Arg::from(&quarter)),
            ("actual", Arg::from(&actual)),
            ("target", Arg::from(&target)),
            ("percent", Arg::from(&percent)),
        ];
        self.html("last_known", &args)
    }

    pub(super) fn direction_key(&self) -> &'static str {
        match self.score.commitment.indicator.direction {
            Direction::Up => "direction_up",
            Direction::Down | Direction::DownRatio => "direction_down",
            Direction::Range(Better::Lower) => "direction_range_lower",
            Direction::Range(Better::Higher) => "direction_range_higher",
            Direction::Range(Better::Inside) => "direction_range_inside",
            Direction::Rank(_) => "direction_rank",
            Direction::Completion => "direction_completion",
        }
    }

    pub(super) fn formula(&self, judgement: &Judgement) -> Html {
        let (percent, calculation) = match judgement.calculation() {
            Ok(computed) => computed,
            Err(why) => return Html::text(&self.scene.words.text(not_computable_key(why))),
        };
        let shown = self.figures.percent(percent);
        let with = |key: &str, args: &[(&str, Arg<'_>)]| {
            let mut all = vec![("percent", Arg::from(&shown))];
            all.extend_from_slice(args);
            self.html(key, &all)
        };
        let two = |key: &str, actual: &str, target: &str| {
            with(key, &[("actual", actual.into()), ("target", target.into())])
        };
        let formula = match calculation {
            Calculation::Figures {
                quotient,
                actual,
                target,
            } => {
                let (r, t) = self.figures.operands(quotient, percent, actual, target);
                let key = match quotient {
                    Quotient::Ratio => "formula_ratio",
                    Quotient::Mirrored => "formula_mirrored",
                    Quotient::Inverse => "formula_inverse",
                };
                two(key, &r, &t)
            }
            Calculation::InsideRange => with("formula_inside", &[]),
            Calculation::Ranks {
                actual,
                target,
                ranks,
            } => with(
                "formula_ranks",
                &[
                    ("actual", Arg::Count(actual.into())),
                    ("target", Arg::Count(target.into())),
                    ("ranks", Arg::Count(ranks as u64)),
                ],
            ),
            Calculation::RankPercents { actual, target } => {
                let formats = self.scene.words.formats();
                two(
                    "formula_ratio",
                    &formats.quantity(actual),
                    &formats.quantity(target),
                )
            }
            Calculation::DoneInTime => with("formula_done", &[]),
            Calculation::DoneLate { .. } => with("formula_done_late", &[]),
        };
        let regime = self.scene.register.regime_of(self.contract);
        let is_silent = matches!(self.score.state, State::Late { .. } | State::Unavailable);
        match regime.category(percent).filter(|_| !is_silent) {
            Some(band) => {
                let category = Html::said(&self.scene.words.said(&band.name));
                let parts = [("formula", &formula), ("category", &category)];
                self.scene.words.html_around("with_category", &parts)
            }
            None => formula,
        }
    }

    pub(super) fn percent_of(&self, achievement: &Achievement) -> String {
        match achievement.percent() {
            Some(percent) => self.figures.percent(percent),
            None => self.scene.words.text("not_computable"),
        }
    }
}

fn not_computable_key(why: NotComputable) -> &'static str {
    match why {
        NotComputable::TargetNotPositive => "not_computable_target",
        NotComputable::ActualNotPositive => "not_computable_actual",
        NotComputable::KindMismatch => "not_computable_kind",
    }
}
