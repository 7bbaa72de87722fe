//! An indicator over the quarters of its contract: what is reached to date, and its state.

use super::calendar::{Case, QuarterReport, days_after};
use super::judge::{Aim, Figure, Judgement, Outcome, judge};
use crate::model::{
    Accumulation, Date, Direction, Indicator, Percent, Quantity, Quarter, Rank, Target, Value,
};
use std::cmp::Ordering;
use std::sync::Arc;

/// The state of a commitment (keadaan). That capaian cannot be computed is said beside it, by
/// [`super::Achievement::NotComputable`]: whether a target is reached can still be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// tercapai: final
    Reached,
    /// tidak tercapai: final
    NotReached,
    /// sesuai jalur: reached the quarter's target, before the end
    OnTrack,
    /// di bawah jalur
    BelowTrack,
    /// terlambat: due, not reported; one day or more
    Late { days: i32 },
    /// belum tersedia: said, with a reason
    Unavailable,
    /// belum jatuh tempo
    NotDue,
}

/// One quarter of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct QuarterFact {
    pub quarter: Quarter,
    /// Where its own target stands, if it has one; [`Self::target_of`] says what it is.
    own_target: OwnTarget,
    /// Until when a report is on time.
    pub deadline: Option<Date>,
    pub report: QuarterReport,
    /// The quarter's own value against its own target.
    pub judgement: Option<Arc<Judgement>>,
}

/// Where a quarter's own target stands in its indicator: a large site has millions of quarters, and need not keep it twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OwnTarget {
    None,
    /// Among those of quarters (`target_triwulan`).
    Quarterly,
    /// It is the year's.
    Yearly,
}

impl QuarterFact {
    pub fn has_target(&self) -> bool {
        self.own_target != OwnTarget::None
    }

    /// The quarter's own target, if it has one. `indicator` is the one that this is a quarter of.
    pub fn target_of(&self, indicator: &Indicator) -> Option<Target> {
        match self.own_target {
            OwnTarget::None => None,
            OwnTarget::Quarterly => indicator.quarterly.get(&self.quarter.of_year).copied(),
            OwnTarget::Yearly => Some(indicator.target),
        }
    }
}

/// What is reached up to a quarter.
#[derive(Clone, Debug, PartialEq)]
pub struct ToDate {
    /// The latest quarter that counts.
    pub through: Quarter,
    pub judgement: Arc<Judgement>,
    /// Which of the two possible figures is shown: always the lower one.
    pub basis: Basis,
    /// Quarters before or at `through` without a value: due, or, where no deadline is set,
    /// passed over.
    pub missing: Vec<Quarter>,
}

/// Against which targets a figure with missing quarters is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Nothing is missing that the figure needs; a level needs its own quarter only.
    Complete,
    ReportedQuarters,
    AllDueQuarters,
}

/// An indicator, judged at a horizon.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Judged {
    pub state: State,
    pub to_date: Option<ToDate>,
    /// While nothing is claimed to date: the last value there is, against its own quarter.
    pub last_known: Option<(Quarter, Arc<Judgement>)>,
    /// Without a target for the quarters so far: how much of the year's target is there. Boxed, as
    /// few commitments have it.
    pub share_of_year: Option<Box<ShareOfYear>>,
}

/// The value so far beside the year's target, where quarters have no target of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareOfYear {
    pub through: Quarter,
    pub outcome: Outcome,
    /// R / T × 100; none for ranks, ranges and targets of 0 or below.
    pub percent: Option<Percent>,
}

/// The facts of each quarter, and the judgement over those up to the horizon.
pub(super) struct Track<'a> {
    case: &'a Case<'a>,
    indicator: &'a Indicator,
    ranks: &'a [Rank],
    facts: Vec<QuarterFact>,
}

impl State {
    /// What a quarter is on `today` that nobody has told of: late once its deadline has passed, the
    /// day of the deadline itself being on time.
    fn of_silence(deadline: Option<Date>, today: Date) -> Self {
        let days = days_after(deadline, today);
        match days > 0 {
            true => Self::Late { days },
            false => Self::NotDue,
        }
    }
}

impl<'a> Track<'a> {
    pub fn new(case: &'a Case<'a>, indicator: &'a Indicator) -> Self {
        let ranks = match &indicator.direction {
            Direction::Rank(scale) => case
                .regime
                .rank_scales
                .get(scale)
                .map_or(&[][..], |ranks| &ranks[..]),
            _ => &[],
        };
        let mut track = Self {
            case,
            indicator,
            ranks,
            facts: Vec::new(),
        };
        track.facts = case.quarters().map(|q| track.fact(q)).collect();
        track
    }

    pub fn facts(&self) -> &[QuarterFact] {
        &self.facts
    }

    pub fn into_facts(self) -> Vec<QuarterFact> {
        self.facts
    }

    fn fact(&self, quarter: Quarter) -> QuarterFact {
        let mut fact = QuarterFact {
            quarter,
            own_target: self.own_target(quarter),
            deadline: self.case.indicator_deadline(self.indicator, quarter),
            report: self.case.quarter_report(self.indicator, quarter),
            judgement: None,
        };
        fact.judgement = match (fact.target_of(self.indicator), fact.report.value()) {
            (_, Some(Value::NotCompleted)) if self.is_before_due() => None,
            (Some(target), Some(value)) => self.judge_one(target, value).map(Arc::new),
            _ => None,
        };
        fact
    }

    /// Whether what is not done can still be done in time.
    fn is_before_due(&self) -> bool {
        self.case.today <= self.case.due_date(self.indicator)
    }

    /// The year's target is also the last quarter's where levels are reported; amounts of a
    /// quarter have only what `target_triwulan` gives them. Nothing is aimed at after the last
    /// quarter: an amendment may have brought `tenggat` forward.
    fn own_target(&self, quarter: Quarter) -> OwnTarget {
        let is_last_level = || self.indicator.accumulation == Accumulation::Last;
        match quarter.cmp(&self.case.final_quarter(self.indicator)) {
            Ordering::Greater => OwnTarget::None,
            Ordering::Equal if is_last_level() => OwnTarget::Yearly,
            _ if self.indicator.quarterly.contains_key(&quarter.of_year) => OwnTarget::Quarterly,
            _ => OwnTarget::None,
        }
    }

    fn judge_one(&self, target: Target, value: Value) -> Option<Judgement> {
        let aim = self.combine_targets(&[target])?;
        let outcome = self.combine_values(&[value])?;
        Some(self.judge(aim, outcome))
    }

    fn judge(&self, aim: Aim, outcome: Outcome) -> Judgement {
        judge(&self.indicator.direction, aim, outcome, self.ranks)
    }

    /// Judges everything due up to and including `horizon`.
    pub fn judged_at(&self, horizon: Option<Quarter>) -> Judged {
        let facts = || {
            self.facts
                .iter()
                .filter(move |f| horizon.is_some_and(|h| f.quarter <= h))
        };
        if self.indicator.direction == Direction::Completion {
            return self.completion(&facts().collect::<Vec<_>>());
        }
        let due = self.due_among(facts());
        let Some(last) = due.last() else {
            return self.not_due(facts());
        };
        match self.indicator.accumulation {
            Accumulation::Last => self.level(&due, last),
            Accumulation::Sum | Accumulation::Mean => {
                let reported: Vec<&QuarterFact> = facts().collect();
                self.accumulated(&due, last, &reported)
            }
        }
    }

    /// The quarters that a judgement is about. Where no deadline is set, silence is due as well
    /// once a later quarter was reported: a gap must not pass for a quarter not due yet.
    fn due_among<'f>(&self, facts: impl Iterator<Item = &'f QuarterFact>) -> Vec<&'f QuarterFact> {
        let final_quarter = self.case.final_quarter(self.indicator);
        let mut due: Vec<&QuarterFact> = facts
            .filter(|f| f.has_target() || f.quarter == final_quarter)
            .filter(|f| f.report.is_due() || f.report == QuarterReport::NoDeadline)
            .collect();
        let told = due.iter().rposition(|f| f.report.is_due());
        due.truncate(told.map_or(0, |last| last + 1));
        due
    }

    fn not_due<'f>(&self, facts: impl Iterator<Item = &'f QuarterFact>) -> Judged {
        Judged {
            state: State::NotDue,
            to_date: None,
            last_known: None,
            share_of_year: self.share_of_year(facts),
        }
    }

    /// A level counts by its latest due quarter; earlier gaps are only named.
    fn level(&self, due: &[&QuarterFact], last: &QuarterFact) -> Judged {
        let Some(judgement) = last.judgement.clone() else {
            let known = due
                .iter()
                .rev()
                .find_map(|f| Some((f.quarter, f.judgement.clone()?)));
            return Judged {
                state: missing_state(&[last]).unwrap_or(State::NotDue),
                to_date: None,
                last_known: known,
                share_of_year: None,
            };
        };
        let missing = missing_quarters(due);
        Judged {
            state: self.state_of(&judgement, last.quarter),
            to_date: Some(ToDate {
                through: last.quarter,
                judgement,
                basis: Basis::Complete,
                missing,
            }),
            last_known: None,
            share_of_year: None,
        }
    }

    /// Sums and means: two figures are possible while a quarter is missing, and the lower one
    /// is shown.
    fn accumulated(
        &self,
        due: &[&QuarterFact],
        last: &QuarterFact,
        facts: &[&QuarterFact],
    ) -> Judged {
        let values = self.values_that_count(due, last, facts);
        let gaps = self.gaps(last, facts);
        let mut missing = missing_quarters(due);
        missing.extend(gaps.iter().map(|(quarter, _)| *quarter));
        missing.sort();
        let of_gaps = gaps.iter().map(|(_, state)| *state);
        let silent = worst(missing_state(due).into_iter().chain(of_gaps));
        let compared = self
            .combine_values(&values)
            .and_then(|outcome| self.lower_judgement(due, last, outcome, &missing));
        let Some((judgement, basis)) = compared else {
            return Judged {
                state: silent.unwrap_or(State::NotDue),
                to_date: None,
                last_known: None,
                share_of_year: self.share_of_year(facts.iter().copied()),
            };
        };
        Judged {
            state: silent.unwrap_or_else(|| self.state_of(&judgement, last.quarter)),
            to_date: Some(ToDate {
                through: last.quarter,
                judgement: Arc::new(judgement),
                basis,
                missing,
            }),
            last_known: None,
            share_of_year: None,
        }
    }

    /// Without quarterly targets no quarter before the last is due by itself; but a year's sum
    /// with a hole in it is no year's sum. A single figure for the whole year has no hole.
    fn gaps(&self, last: &QuarterFact, facts: &[&QuarterFact]) -> Vec<(Quarter, State)> {
        let is_sum = self.indicator.accumulation == Accumulation::Sum;
        if !is_sum || !self.indicator.quarterly.is_empty() {
            return Vec::new();
        }
        let earlier = || facts.iter().filter(|f| f.quarter < last.quarter);
        if earlier().all(|f| f.report.value().is_none()) {
            return Vec::new();
        }
        let is_gap =
            |f: &&&QuarterFact| f.report.value().is_none() && self.case.expects_report(f.quarter);
        let state = |f: &&QuarterFact| match f.report {
            QuarterReport::Unavailable { .. } => State::Unavailable,
            _ => State::of_silence(self.case.deadline(f.quarter), self.case.today),
        };
        earlier()
            .filter(is_gap)
            .map(|f| (f.quarter, state(f)))
            .collect()
    }

    /// A running sum holds every reported amount; a mean only values that have a target to be
    /// held against, unless no quarter has one.
    fn values_that_count(
        &self,
        due: &[&QuarterFact],
        last: &QuarterFact,
        facts: &[&QuarterFact],
    ) -> Vec<Value> {
        let only_due = self.indicator.accumulation == Accumulation::Mean
            && !self.indicator.quarterly.is_empty();
        let source = if only_due { due } else { facts };
        source
            .iter()
            .filter(|f| f.quarter <= last.quarter)
            .filter_map(|f| f.report.value())
            .collect()
    }

    /// `None` where something is missing and only the flattering one of the two figures can be
    /// had: a sum that must stay low looks the better the more is missing.
    fn lower_judgement(
        &self,
        due: &[&QuarterFact],
        last: &QuarterFact,
        outcome: Outcome,
        missing: &[Quarter],
    ) -> Option<(Judgement, Basis)> {
        let against_all = self.judge(self.aim_of_all(due, last), outcome.clone());
        if missing.is_empty() {
            return Some((against_all, Basis::Complete));
        }
        let aim_of_reported = self.aim_of_reported(due);
        if aim_of_reported.is_none() && self.indicator.direction != Direction::Up {
            return None;
        }
        let against_reported = aim_of_reported
            .map(|aim| self.judge(aim, outcome))
            .filter(|reported| is_lower(reported, &against_all));
        Some(match against_reported {
            Some(judgement) => (judgement, Basis::ReportedQuarters),
            None => (against_all, Basis::AllDueQuarters),
        })
    }

    fn aim_of_all(&self, due: &[&QuarterFact], last: &QuarterFact) -> Aim {
        let counted = if last.quarter == self.case.final_quarter(self.indicator) {
            vec![self.indicator.target]
        } else {
            due.iter()
                .filter_map(|f| f.target_of(self.indicator))
                .collect()
        };
        self.combine_targets(&counted).expect(
            "before the last quarter each due one has a target, of one kind, short enough to add",
        )
    }

    /// The aim over the due quarters with a value; none unless each has a target of its own.
    fn aim_of_reported(&self, due: &[&QuarterFact]) -> Option<Aim> {
        let reported = due.iter().filter(|f| f.report.value().is_some());
        let targets: Option<Vec<Target>> = reported.map(|f| f.target_of(self.indicator)).collect();
        self.combine_targets(&targets?)
    }

    fn state_of(&self, judgement: &Judgement, through: Quarter) -> State {
        let is_final = through == self.case.final_quarter(self.indicator);
        match (is_final, judgement.reached) {
            (true, true) => State::Reached,
            (true, false) => State::NotReached,
            (false, true) => State::OnTrack,
            (false, false) => State::BelowTrack,
        }
    }

    fn share_of_year<'f>(
        &self,
        facts: impl Iterator<Item = &'f QuarterFact>,
    ) -> Option<Box<ShareOfYear>> {
        let reported: Vec<(Quarter, Value)> = facts
            .filter_map(|f| Some((f.quarter, f.report.value()?)))
            .collect();
        let (through, last) = *reported.last()?;
        let values: Vec<Value> = match self.indicator.accumulation {
            Accumulation::Last => vec![last],
            _ => reported.iter().map(|(_, value)| *value).collect(),
        };
        let outcome = self.combine_values(&values)?;
        let percent = match (&outcome, self.indicator.target) {
            (Outcome::Amount(r), Target::Amount(t)) if t.is_positive() => {
                Some(Percent::of_ratio(&(&r.exact() / &t.ratio())))
            }
            _ => None,
        };
        Some(Box::new(ShareOfYear {
            through,
            outcome,
            percent,
        }))
    }

    /// A yes/no commitment: settled when it is done; not kept once its date is past and the
    /// report of that quarter says it is not done.
    fn completion(&self, facts: &[&QuarterFact]) -> Judged {
        let due = self.case.due_date(self.indicator);
        let final_quarter = self.case.final_quarter(self.indicator);
        let done = facts.iter().find_map(|f| match f.report.value() {
            Some(Value::Completed(on)) => Some((f.quarter, on)),
            _ => None,
        });
        if let Some((quarter, on)) = done {
            return self.settled(quarter, Outcome::Done(on), due);
        }
        let last_word = facts.iter().rev().find(|f| f.report.is_due());
        match last_word.map(|f| (f.quarter, f.report)) {
            Some((quarter, QuarterReport::Reported { .. }))
                if quarter >= final_quarter && !self.is_before_due() =>
            {
                let as_of = self.case.today;
                self.settled(quarter, Outcome::NotDone { as_of }, due)
            }
            Some((quarter, report)) if quarter >= final_quarter => Judged {
                state: silent_state(report).unwrap_or(State::NotDue),
                to_date: None,
                last_known: None,
                share_of_year: None,
            },
            _ => self.not_due([].into_iter()),
        }
    }

    fn settled(&self, through: Quarter, outcome: Outcome, due: Date) -> Judged {
        let judgement = self.judge(Aim::DoneBy(due), outcome);
        let state = if judgement.reached {
            State::Reached
        } else {
            State::NotReached
        };
        Judged {
            state,
            to_date: Some(ToDate {
                through,
                judgement: Arc::new(judgement),
                basis: Basis::Complete,
                missing: Vec::new(),
            }),
            last_known: None,
            share_of_year: None,
        }
    }

    /// One target out of several quarters', by the indicator's accumulation.
    fn combine_targets(&self, targets: &[Target]) -> Option<Aim> {
        let amounts = |pick: fn(&Target) -> Option<Quantity>| -> Option<Vec<Quantity>> {
            targets.iter().map(pick).collect()
        };
        match targets.last()? {
            Target::Amount(_) => {
                let all = amounts(|t| match t {
                    Target::Amount(q) => Some(*q),
                    _ => None,
                })?;
                self.combine(&all).map(Aim::Amount)
            }
            Target::Range { .. } => {
                let from = amounts(|t| match t {
                    Target::Range { from, .. } => Some(*from),
                    _ => None,
                })?;
                let to = amounts(|t| match t {
                    Target::Range { to, .. } => Some(*to),
                    _ => None,
                })?;
                Some(Aim::range(self.combine(&from)?, self.combine(&to)?))
            }
            Target::Rank(rank) => Some(Aim::Rank(*rank)),
            Target::Completion => Some(Aim::DoneBy(self.case.due_date(self.indicator))),
        }
    }

    /// One value out of several quarters', by the indicator's accumulation.
    fn combine_values(&self, values: &[Value]) -> Option<Outcome> {
        match values.last()? {
            Value::Amount(_) => {
                let amounts: Option<Vec<Quantity>> = values
                    .iter()
                    .map(|v| match v {
                        Value::Amount(q) => Some(*q),
                        _ => None,
                    })
                    .collect();
                self.combine(&amounts?).map(Outcome::Amount)
            }
            Value::Rank(rank) => Some(Outcome::Rank(*rank)),
            Value::Completed(on) => Some(Outcome::Done(*on)),
            Value::NotCompleted => Some(Outcome::NotDone {
                as_of: self.case.today,
            }),
        }
    }

    fn combine(&self, quantities: &[Quantity]) -> Option<Figure> {
        match self.indicator.accumulation {
            Accumulation::Sum => Figure::sum(quantities),
            Accumulation::Mean => Figure::mean(quantities),
            Accumulation::Last => quantities.last().copied().map(Figure::from),
        }
    }
}

/// Whether `one` has a percentage, and a lower one than `other` if that has one too.
fn is_lower(one: &Judgement, other: &Judgement) -> bool {
    match (one.achievement.percent(), other.achievement.percent()) {
        (Some(one), Some(other)) => one < other,
        (one, _) => one.is_some(),
    }
}

fn missing_quarters(due: &[&QuarterFact]) -> Vec<Quarter> {
    due.iter()
        .filter(|f| f.report.value().is_none())
        .map(|f| f.quarter)
        .collect()
}

/// The state that missing quarters force: the longest lateness, else "not available".
fn missing_state(due: &[&QuarterFact]) -> Option<State> {
    worst(due.iter().filter_map(|f| silent_state(f.report)))
}

fn worst(states: impl Iterator<Item = State>) -> Option<State> {
    states.max_by_key(|state| match state {
        State::Late { days } => (2, *days),
        State::Unavailable => (1, 0),
        _ => (0, 0),
    })
}

fn silent_state(report: QuarterReport) -> Option<State> {
    match report {
        QuarterReport::Late { days } => Some(State::Late { days }),
        QuarterReport::Unavailable { .. } => Some(State::Unavailable),
        QuarterReport::NoDeadline => Some(State::NotDue),
        QuarterReport::Reported { .. } | QuarterReport::NotDue | QuarterReport::NotAsked => None,
    }
}
