//! One figure against one target: capaian and whether it is reached.

use crate::model::{Better, Date, Direction, Percent, Quantity, Rank, Ratio, at_position};
use std::cmp::Ordering;

/// An amount that may come from several quarters: exact, with a decimal to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure(Held);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Held {
    /// Shown as it is.
    Exact(Quantity),
    /// Boxed: few figures are shown rounded, and a large site has millions of them.
    Rounded(Box<Rounded>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Rounded {
    shown: Quantity,
    exact: Ratio,
}

impl From<Quantity> for Figure {
    fn from(quantity: Quantity) -> Self {
        Self(Held::Exact(quantity))
    }
}

impl Figure {
    /// [`Self::exact`], or it rounded where it has no end (a mean of three) or more digits than a
    /// [`Quantity`] holds.
    pub fn shown(&self) -> Quantity {
        match &self.0 {
            Held::Exact(quantity) => *quantity,
            Held::Rounded(rounded) => rounded.shown,
        }
    }

    pub fn exact(&self) -> Ratio {
        match &self.0 {
            Held::Exact(quantity) => quantity.ratio(),
            Held::Rounded(rounded) => rounded.exact.clone(),
        }
    }

    /// Whether nothing was rounded.
    pub fn is_shown_exactly(&self) -> bool {
        matches!(self.0, Held::Exact(_))
    }

    fn compare(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Held::Exact(one), Held::Exact(other)) => one.cmp(other),
            _ => self.exact().cmp(&other.exact()),
        }
    }

    /// The mean of `quantities`; `None` when there are none. Shown with as many decimals as the
    /// most precise of them, or two where it needs more.
    pub fn mean(quantities: &[Quantity]) -> Option<Self> {
        if quantities.is_empty() {
            return None;
        }
        let count = i64::try_from(quantities.len()).ok()?;
        let mean = &exact_sum(quantities) / &Ratio::whole(count);
        let decimals = most_decimals(quantities);
        let plain = Quantity::nearest(&mean, decimals);
        // Where no further decimal is needed, none is shown: the mean of 3, 3 and 3 is 3.
        match plain.filter(|plain| plain.ratio() == mean) {
            Some(shown) => Some(Self::from(shown)),
            None => Self::with_decimals(mean, decimals.max(2)),
        }
    }

    /// The sum of `quantities` (0 for none); `None` when it is too large for a [`Quantity`].
    pub fn sum(quantities: &[Quantity]) -> Option<Self> {
        Self::with_decimals(exact_sum(quantities), most_decimals(quantities))
    }

    /// Shown with `decimals`, or with fewer where a [`Quantity`] has no room for so many.
    fn with_decimals(exact: Ratio, decimals: u32) -> Option<Self> {
        let shown = (0..=decimals)
            .rev()
            .find_map(|decimals| Quantity::nearest(&exact, decimals))?;
        Some(if shown.ratio() == exact {
            Self::from(shown)
        } else {
            Self(Held::Rounded(Box::new(Rounded { shown, exact })))
        })
    }
}

/// Not by adding decimals: those round without a word where 28 digits are not enough.
fn exact_sum(quantities: &[Quantity]) -> Ratio {
    quantities.iter().map(|q| q.ratio()).sum()
}

fn most_decimals(quantities: &[Quantity]) -> u32 {
    let decimals = quantities.iter().map(|q| q.decimal().scale());
    decimals.max().unwrap_or(0)
}

/// Both ends included, `from` ≤ `to`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureRange {
    pub from: Figure,
    pub to: Figure,
}

/// What was to be reached, over one or several quarters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aim {
    Amount(Figure),
    /// Boxed: few aims are ranges, and a large site has a million aims.
    Range(Box<FigureRange>),
    Rank(u32),
    DoneBy(Date),
}

impl Aim {
    /// Both ends included, `from` ≤ `to`.
    pub fn range(from: Figure, to: Figure) -> Self {
        Self::Range(Box::new(FigureRange { from, to }))
    }
}

/// What was reached, over one or several quarters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Amount(Figure),
    Rank(u32),
    Done(Date),
    /// Not done by the day of the judgement.
    NotDone {
        as_of: Date,
    },
}

/// A figure held against its target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    pub aim: Aim,
    pub outcome: Outcome,
    /// Compares the figure with the target, never the percentage.
    pub reached: bool,
    pub achievement: Achievement,
}

impl Judgement {
    /// The percentage and the formula that gave it with the numbers that went in, so that a page
    /// can print them; or why there is none.
    pub fn calculation(&self) -> Result<(&Percent, Calculation<'_>), NotComputable> {
        let (percent, formula) = match &self.achievement {
            Achievement::Computed { percent, formula } => (percent, formula),
            Achievement::NotComputable(why) => return Err(*why),
        };
        let calculation = match (formula, &self.aim, &self.outcome) {
            (Formula::Figures(quotient, target), aim, Outcome::Amount(actual)) => {
                Calculation::Figures {
                    quotient: *quotient,
                    actual,
                    target: target.of(aim).ok_or(NotComputable::KindMismatch)?,
                }
            }
            (Formula::Ranks { ranks }, Aim::Rank(target), Outcome::Rank(actual)) => {
                Calculation::Ranks {
                    actual: *actual,
                    target: *target,
                    ranks: *ranks,
                }
            }
            (Formula::Figures(..) | Formula::Ranks { .. }, ..) => {
                return Err(NotComputable::KindMismatch);
            }
            (Formula::RankPercents(percents), ..) => Calculation::RankPercents {
                actual: percents.actual,
                target: percents.target,
            },
            (Formula::InsideRange, ..) => Calculation::InsideRange,
            (Formula::DoneInTime, ..) => Calculation::DoneInTime,
            (Formula::DoneLate { days }, ..) => Calculation::DoneLate { days: *days },
        };
        Ok((percent, calculation))
    }
}

/// Capaian, before any cap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Achievement {
    Computed {
        /// Never below 0.
        percent: Percent,
        formula: Formula,
    },
    NotComputable(NotComputable),
}

impl Achievement {
    pub fn percent(&self) -> Option<&Percent> {
        match self {
            Self::Computed { percent, .. } => Some(percent),
            Self::NotComputable(_) => None,
        }
    }
}

/// The formula that was used, without the numbers that stand in the aim and the outcome already:
/// a large site has millions of judgements. [`Judgement::calculation`] puts them in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// The outcome's amount and this figure of the aim.
    Figures(Quotient, TargetFigure),
    /// 100, since the figure lies in the range.
    InsideRange,
    /// Rank R / rank T × 100, of `ranks` ranks.
    Ranks { ranks: usize },
    /// Boxed: few scales give percentages to their ranks.
    RankPercents(Box<RankPercents>),
    /// 100: done by the due date.
    DoneInTime,
    /// 0: done, or still to be done, this many days after the due date.
    DoneLate { days: i64 },
}

/// How a figure R is held against its target T.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quotient {
    /// R / T × 100
    Ratio,
    /// (2 − R/T) × 100
    Mirrored,
    /// T / R × 100
    Inverse,
}

/// Which figure of an aim is the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetFigure {
    Amount,
    /// The lower end of a range.
    From,
    /// The upper end of a range.
    To,
}

impl TargetFigure {
    /// `None` where the aim is of another kind.
    fn of(self, aim: &Aim) -> Option<&Figure> {
        match (self, aim) {
            (Self::Amount, Aim::Amount(amount)) => Some(amount),
            (Self::From, Aim::Range(range)) => Some(&range.from),
            (Self::To, Aim::Range(range)) => Some(&range.to),
            _ => None,
        }
    }
}

/// What a scale gives to the rank that was reached and to the one that was aimed at, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RankPercents {
    pub actual: Quantity,
    pub target: Quantity,
}

/// A formula with the numbers that went in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calculation<'j> {
    Figures {
        quotient: Quotient,
        actual: &'j Figure,
        target: &'j Figure,
    },
    /// 100, since the figure lies in the range.
    InsideRange,
    /// Rank R / rank T × 100, of `ranks` ranks.
    Ranks {
        actual: u32,
        target: u32,
        ranks: usize,
    },
    /// The percentages that the scale gives to both ranks, one over the other × 100.
    RankPercents { actual: Quantity, target: Quantity },
    /// 100: done by the due date.
    DoneInTime,
    /// 0: done, or still to be done, this many days after the due date.
    DoneLate { days: i64 },
}

/// Why there is no percentage. Never a silent 0 or 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotComputable {
    /// A ratio to a target of 0 or below says nothing.
    TargetNotPositive,
    /// T / R needs R above 0.
    ActualNotPositive,
    /// The value's kind does not fit the target's; the gate lets no such pair in.
    KindMismatch,
}

/// Holds `outcome` against `aim` by the formula that `direction` names (the table of capaian
/// formulas in use: R/T, the LKjIP form (2 − R/T), T/R, ranges, ranks, completion).
/// `ranks` are those of the direction's scale, worst first.
pub fn judge(direction: &Direction, aim: Aim, outcome: Outcome, ranks: &[Rank]) -> Judgement {
    let (reached, achievement) = match (direction, &aim, &outcome) {
        (Direction::Up, Aim::Amount(t), Outcome::Amount(r)) => {
            let achievement = Quotient::Ratio.achievement(r, t, TargetFigure::Amount);
            (r.compare(t).is_ge(), achievement)
        }
        (Direction::Down, Aim::Amount(t), Outcome::Amount(r)) => {
            let achievement = Quotient::Mirrored.achievement(r, t, TargetFigure::Amount);
            (r.compare(t).is_le(), achievement)
        }
        (Direction::DownRatio, Aim::Amount(t), Outcome::Amount(r)) => {
            let achievement = Quotient::Inverse.achievement(r, t, TargetFigure::Amount);
            (r.compare(t).is_le(), achievement)
        }
        (Direction::Range(better), Aim::Range(aimed), Outcome::Amount(r)) => {
            range(*better, aimed, r)
        }
        (Direction::Rank(_), Aim::Rank(target), Outcome::Rank(actual)) => {
            (actual >= target, rank(*actual, *target, ranks))
        }
        (Direction::Completion, Aim::DoneBy(due), Outcome::Done(on)) => completion(*on, *due),
        (Direction::Completion, Aim::DoneBy(due), Outcome::NotDone { as_of }) => {
            (false, done_late(*as_of, *due))
        }
        _ => (
            false,
            Achievement::NotComputable(NotComputable::KindMismatch),
        ),
    };
    Judgement {
        aim,
        outcome,
        reached,
        achievement,
    }
}

fn computed(ratio: &Ratio, formula: Formula) -> Achievement {
    Achievement::Computed {
        percent: percent_of(ratio),
        formula,
    }
}

fn percent_of(ratio: &Ratio) -> Percent {
    Percent::of_ratio(ratio).at_least_zero()
}

/// `dividend` over a positive `divisor`.
fn divided(dividend: &Figure, divisor: &Figure) -> Ratio {
    &dividend.exact() / &divisor.exact()
}

/// 2 − `ratio`
fn mirror(ratio: &Ratio) -> Ratio {
    &Ratio::whole(2) - ratio
}

impl Quotient {
    /// The percentage of other numbers by the same formula; `None` where it cannot be computed.
    pub fn percent(self, actual: &Figure, target: &Figure) -> Option<Percent> {
        self.ratio(actual, target).ok().map(|r| percent_of(&r))
    }

    /// `which` says where in its aim `target` stands.
    fn achievement(self, actual: &Figure, target: &Figure, which: TargetFigure) -> Achievement {
        match self.ratio(actual, target) {
            Ok(ratio) => computed(&ratio, Formula::Figures(self, which)),
            Err(why) => Achievement::NotComputable(why),
        }
    }

    fn ratio(self, actual: &Figure, target: &Figure) -> Result<Ratio, NotComputable> {
        if !target.exact().is_positive() {
            return Err(NotComputable::TargetNotPositive);
        }
        match self {
            Self::Ratio => Ok(divided(actual, target)),
            Self::Mirrored => Ok(mirror(&divided(actual, target))),
            Self::Inverse if !actual.exact().is_positive() => Err(NotComputable::ActualNotPositive),
            Self::Inverse => Ok(divided(target, actual)),
        }
    }
}

/// Outside of a range the nearer bound is the target; on the better side the formula rewards,
/// on the other it punishes.
fn range(better: Better, aimed: &FigureRange, actual: &Figure) -> (bool, Achievement) {
    let below = actual.compare(&aimed.from).is_lt();
    let above = actual.compare(&aimed.to).is_gt();
    let reached = match better {
        Better::Lower => !above,
        Better::Higher => !below,
        Better::Inside => !above && !below,
    };
    let (quotient, nearer, which) = match (better, below, above) {
        (_, false, false) => return (reached, computed(&Ratio::ONE, Formula::InsideRange)),
        (Better::Lower, true, _) => (Quotient::Mirrored, &aimed.from, TargetFigure::From),
        (Better::Higher | Better::Inside, true, _) => {
            (Quotient::Ratio, &aimed.from, TargetFigure::From)
        }
        (Better::Higher, false, true) => (Quotient::Ratio, &aimed.to, TargetFigure::To),
        (Better::Lower | Better::Inside, false, true) => {
            (Quotient::Mirrored, &aimed.to, TargetFigure::To)
        }
    };
    (reached, quotient.achievement(actual, nearer, which))
}

fn rank(actual: u32, target: u32, ranks: &[Rank]) -> Achievement {
    let percent = |position: u32| at_position(ranks, position)?.percent;
    match (percent(actual), percent(target)) {
        (Some(_), Some(t)) if !t.is_positive() => {
            Achievement::NotComputable(NotComputable::TargetNotPositive)
        }
        (Some(r), Some(t)) => {
            let percents = RankPercents {
                actual: r,
                target: t,
            };
            let formula = Formula::RankPercents(Box::new(percents));
            computed(&(&r.ratio() / &t.ratio()), formula)
        }
        _ if target == 0 => Achievement::NotComputable(NotComputable::TargetNotPositive),
        _ => computed(
            &position_ratio(actual, target),
            Formula::Ranks { ranks: ranks.len() },
        ),
    }
}

/// One place on a scale over another, which is not 0.
fn position_ratio(actual: u32, target: u32) -> Ratio {
    &Ratio::whole(actual.into()) / &Ratio::whole(target.into())
}

fn completion(on: Date, due: Date) -> (bool, Achievement) {
    if on <= due {
        return (true, computed(&Ratio::ONE, Formula::DoneInTime));
    }
    (false, done_late(on, due))
}

/// What is done on `day` or still to be done then; before it is due it is none of its days late.
fn done_late(day: Date, due: Date) -> Achievement {
    let days = (day - due).num_days().max(0);
    computed(&Ratio::ZERO, Formula::DoneLate { days })
}
