//! Every contract judged on one day.

use super::budget::{BudgetScore, budget_score};
use super::calendar::{Case, LateRecord, OfficeReport};
use super::cascade::Cascade;
use super::evaluation::{TenureScore, tenures};
use super::judge::{Achievement, Judgement};
use super::overall::{Entry, Overall, overall};
use super::to_date::{Judged, QuarterFact, ShareOfYear, State, ToDate, Track};
use crate::model::{
    ById, Commitment, Contract, ContractId, Date, FewMap, IndicatorId, IndicatorRef, PersonId,
    Quarter, Register, Standing,
};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the figures say on `today`. Nothing in it depends on anything but the register and that
/// day.
#[derive(Clone, Debug, PartialEq)]
pub struct Scoreboard {
    pub today: Date,
    pub contracts: ById<ContractId, Arc<ContractScore>>,
    /// Evaluations and protected time, by person, in the order of the person's tenures; only
    /// tenures with a contract.
    pub tenures: ById<PersonId, Vec<TenureScore>>,
    /// What hangs on what, and who has a share of what.
    pub cascade: Cascade,
    /// Contracts judged up to each quarter that was frozen, by what is known today.
    pub frozen: BTreeMap<Quarter, ById<ContractId, ContractScore>>,
}

/// One contract, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct ContractScore {
    /// The quarter that all headline figures speak of; `None` before anything is due.
    pub headline: Option<Quarter>,
    /// Commitments in force, in the order of the contract.
    pub indicators: Vec<IndicatorScore>,
    /// Commitments that are shown and not counted: those that an amendment withdrew, and those that
    /// nobody declared.
    pub withdrawn: Vec<IndicatorScore>,
    pub overall: Overall,
    pub counts: Counts,
    /// The state of things at each quarter that can be told of, oldest first.
    pub quarters: FewMap<Quarter, QuarterScore>,
    /// What the office said in each quarter of the contract.
    pub reports: FewMap<Quarter, OfficeReport>,
    /// The quarters whose report the repository held only after the deadline.
    pub recorded_late: FewMap<Quarter, LateRecord>,
    /// Programmes and their money.
    pub budget: BudgetScore,
}

/// One commitment, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorScore {
    pub commitment: Commitment,
    pub state: State,
    pub quarters: Vec<QuarterFact>,
    /// The quarters whose figure the repository held only after the deadline.
    pub recorded_late: FewMap<Quarter, LateRecord>,
    /// The day by which it must be kept.
    pub due: Date,
    /// The quarter whose report tells whether it was: that of `due`, or the next one for which
    /// the regime asks for a report.
    pub final_quarter: Quarter,
    pub to_date: Option<ToDate>,
    pub last_known: Option<(Quarter, Arc<Judgement>)>,
    /// Boxed, as few commitments have it.
    pub share_of_year: Option<Box<ShareOfYear>>,
    /// Where an amendment changed what was promised: the same figures against the original.
    pub against_original: Option<Arc<Judgement>>,
    /// Where the file states something else than what binds, undeclared: the same figures against
    /// that.
    pub against_filed: Option<Arc<Judgement>>,
}

impl ContractScore {
    /// The state of a commitment in force at the end of a quarter that can be told of.
    pub fn state_at(&self, quarter: Quarter, of: &IndicatorId) -> Option<State> {
        let states = &self.quarters.get(&quarter)?.states;
        let mut both = self.indicators.iter().zip(states);
        both.find_map(|(indicator, state)| (indicator.id() == of).then_some(*state))
    }
}

impl IndicatorScore {
    pub fn id(&self) -> &IndicatorId {
        &self.commitment.indicator.id
    }

    /// Judged, but without a percentage.
    pub fn is_not_computable(&self) -> bool {
        self.to_date
            .as_ref()
            .is_some_and(|t| matches!(t.judgement.achievement, Achievement::NotComputable(_)))
    }

    /// A part of an indicator that another contract owns: it counts there.
    pub fn is_contribution(&self) -> bool {
        self.commitment.indicator.contribution.is_some()
    }
}

/// A contract as it stood at the end of one quarter, with all that is known today.
#[derive(Clone, Debug, PartialEq)]
pub struct QuarterScore {
    pub overall: Overall,
    pub counts: Counts,
    /// Of the commitments in force, in the order of [`ContractScore::indicators`];
    /// [`ContractScore::state_at`] finds one. Their ids are not kept again in each quarter.
    pub states: Box<[State]>,
}

/// How many commitments are in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub reached: usize,
    pub not_reached: usize,
    pub on_track: usize,
    pub below_track: usize,
    pub late: usize,
    pub unavailable: usize,
    pub not_due: usize,
    /// The longest lateness among `late`, in days.
    pub latest_days: i32,
}

impl Counts {
    pub fn add(&mut self, state: State) {
        match state {
            State::Reached => self.reached += 1,
            State::NotReached => self.not_reached += 1,
            State::OnTrack => self.on_track += 1,
            State::BelowTrack => self.below_track += 1,
            State::Unavailable => self.unavailable += 1,
            State::NotDue => self.not_due += 1,
            State::Late { days } => {
                self.late += 1;
                self.latest_days = self.latest_days.max(days);
            }
        }
    }

    /// Sums two counts; the longer lateness stands.
    pub fn merge(self, other: Self) -> Self {
        Self {
            reached: self.reached + other.reached,
            not_reached: self.not_reached + other.not_reached,
            on_track: self.on_track + other.on_track,
            below_track: self.below_track + other.below_track,
            late: self.late + other.late,
            unavailable: self.unavailable + other.unavailable,
            not_due: self.not_due + other.not_due,
            latest_days: self.latest_days.max(other.latest_days),
        }
    }

    pub fn total(self) -> usize {
        self.reached
            + self.not_reached
            + self.on_track
            + self.below_track
            + self.late
            + self.unavailable
            + self.not_due
    }

    /// Commitments that can be told of already.
    pub fn due(self) -> usize {
        self.total() - self.not_due
    }

    /// Commitments that are due and have no figure.
    pub fn silent(self) -> usize {
        self.late + self.unavailable
    }

    /// tercapai or sesuai jalur.
    pub fn kept(self) -> usize {
        self.reached + self.on_track
    }
}

impl FromIterator<State> for Counts {
    fn from_iter<I: IntoIterator<Item = State>>(states: I) -> Self {
        let mut counts = Self::default();
        states.into_iter().for_each(|state| counts.add(state));
        counts
    }
}

/// How many contracts one thread judges before another may take the next: few enough that none waits long for the last.
const AT_ONCE: usize = 64;

/// Judges every contract of `register` as of `today`.
pub fn compute(register: &Register, today: Date) -> Scoreboard {
    compute_after(register, today, None)
}

/// As [`compute`]; what follows from the same as it did in another register keeps its judgement.
pub fn compute_after(register: &Register, today: Date, before: Option<Before<'_>>) -> Scoreboard {
    let frozen = register.archives.keys().map(|quarter| {
        let answers = |id: &&ContractId| answers_for(&register.contracts[*id], *quarter);
        let ids = register.contracts.keys().filter(answers).collect();
        (*quarter, scores(ids, register, today, Some(*quarter)))
    });
    let frozen = frozen.collect();
    let before = before.filter(|before| before.score.today == today);
    let contracts = register
        .contracts
        .keys()
        .collect::<Vec<_>>()
        .into_par_iter()
        .with_max_len(AT_ONCE);
    let contracts = contracts.map(|id| {
        let kept = before.and_then(|before| before.judgement(register, id));
        let judged = || Arc::new(contract_score(register, id, today));
        (id.clone(), kept.unwrap_or_else(judged))
    });
    let contracts = contracts.collect::<Vec<_>>().into_iter().collect();
    board(register, today, contracts, frozen)
}

/// A register that was judged before.
#[derive(Clone, Copy, Debug)]
pub struct Before<'b> {
    pub register: &'b Register,
    /// Of that register, not up to a certain quarter.
    pub score: &'b Scoreboard,
}

impl Before<'_> {
    /// The judgement on a contract, where all that a [`Case`] is made of is as it was: the contract,
    /// its rules and its reports.
    fn judgement(&self, register: &Register, id: &ContractId) -> Option<Arc<ContractScore>> {
        let score = self.score.contracts.get(id)?;
        let now = Case::new(register, id, self.score.today);
        let before = Case::new(self.register, id, self.score.today);
        now.is_as(&before).then(|| Arc::clone(score))
    }
}

/// As [`compute`], but contracts that answer for `quarter` are judged up to it, whatever else is
/// due or reported already.
pub fn compute_up_to(register: &Register, today: Date, quarter: Quarter) -> Scoreboard {
    let ids = register.contracts.keys().collect();
    let scores = scores(ids, register, today, Some(quarter)).into_iter();
    let contracts = scores.map(|(id, score)| (id, Arc::new(score))).collect();
    board(register, today, contracts, BTreeMap::new())
}

fn board(
    register: &Register,
    today: Date,
    contracts: ById<ContractId, Arc<ContractScore>>,
    frozen: BTreeMap<Quarter, ById<ContractId, ContractScore>>,
) -> Scoreboard {
    let (tenures, cascade) = rayon::join(
        || tenures(register, &contracts, today),
        || Cascade::of(register, today),
    );
    Scoreboard {
        today,
        contracts,
        tenures,
        cascade,
        frozen,
    }
}

fn scores(
    ids: Vec<&ContractId>,
    register: &Register,
    today: Date,
    up_to: Option<Quarter>,
) -> ById<ContractId, ContractScore> {
    let ids = ids.into_par_iter().with_max_len(AT_ONCE);
    let scores = ids.map(|id| {
        let case = Case::new(register, id, today);
        let up_to = up_to.filter(|quarter| answers_for(case.contract, *quarter));
        let headline = up_to.or_else(|| case.headline());
        (id.clone(), score(&case, headline))
    });
    scores.collect::<Vec<_>>().into_iter().collect()
}

fn answers_for(contract: &Contract, quarter: Quarter) -> bool {
    contract.quarters().any(|own| own == quarter)
}

/// Judges one contract as of `today`.
pub fn contract_score(register: &Register, id: &ContractId, today: Date) -> ContractScore {
    let case = Case::new(register, id, today);
    let headline = case.headline();
    score(&case, headline)
}

/// As [`contract_score`], judged up to `quarter` where its deadline has not passed either: what its
/// figures will say.
pub fn contract_score_through(
    register: &Register,
    id: &ContractId,
    today: Date,
    quarter: Quarter,
) -> ContractScore {
    let case = Case::new(register, id, today);
    let headline = case.headline();
    score(&case, headline.max(Some(quarter)))
}

fn score(case: &Case<'_>, headline: Option<Quarter>) -> ContractScore {
    let (in_force, withdrawn): (Vec<Commitment>, Vec<Commitment>) = case
        .contract
        .commitments_on(case.today)
        .into_iter()
        .partition(|c| c.standing == Standing::InForce);
    let tracks: Vec<Track<'_>> = in_force
        .iter()
        .map(|c| Track::new(case, &c.indicator))
        .collect();
    let quarters: FewMap<Quarter, QuarterScore> = case
        .told_quarters()
        .into_iter()
        .map(|q| {
            (
                q,
                quarter_score(case, &in_force, &judge_all(&tracks, Some(q))),
            )
        })
        .collect();
    let judged = judge_all(&tracks, headline);
    let now = quarter_score(case, &in_force, &judged);
    let said = case.quarters().map(|q| (q, case.office_report(q)));
    let reports: FewMap<Quarter, OfficeReport> = said.collect();
    let budget = budget_score(case, &reports, &entries(&in_force, &judged));
    let facts: Vec<Vec<QuarterFact>> = tracks.into_iter().map(Track::into_facts).collect();
    let indicators = in_force
        .iter()
        .zip(judged)
        .zip(facts)
        .map(|((c, judged), facts)| indicator_score(case, c, judged, facts, headline))
        .collect();
    // [`ContractScore::state_at`] finds a state by its place.
    debug_assert!(
        quarters
            .values()
            .all(|at| at.states.len() == in_force.len())
    );
    ContractScore {
        headline,
        indicators,
        withdrawn: withdrawn
            .iter()
            .map(|c| withdrawn_score(case, c, headline))
            .collect(),
        overall: now.overall,
        counts: now.counts,
        quarters,
        reports,
        recorded_late: case
            .quarters()
            .filter_map(|q| Some((q, case.report_recorded_late(q)?)))
            .collect(),
        budget,
    }
}

pub(super) fn judge_all(tracks: &[Track<'_>], horizon: Option<Quarter>) -> Vec<Judged> {
    tracks
        .iter()
        .map(|track| track.judged_at(horizon))
        .collect()
}

pub(super) fn quarter_score(
    case: &Case<'_>,
    commitments: &[Commitment],
    judged: &[Judged],
) -> QuarterScore {
    let entries = entries(commitments, judged);
    QuarterScore {
        overall: overall(&entries, case.regime),
        counts: judged.iter().map(|j| j.state).collect(),
        states: judged.iter().map(|j| j.state).collect(),
    }
}

fn entries<'a>(commitments: &'a [Commitment], judged: &'a [Judged]) -> Vec<Entry<'a>> {
    let pairs = commitments.iter().zip(judged);
    pairs
        .map(|(c, judged)| Entry {
            indicator: &c.indicator.id,
            weight: c.indicator.weight,
            judged,
        })
        .collect()
}

fn indicator_score(
    case: &Case<'_>,
    commitment: &Commitment,
    judged: Judged,
    quarters: Vec<QuarterFact>,
    headline: Option<Quarter>,
) -> IndicatorScore {
    let against_original = commitment
        .has_other_target()
        .then(|| Track::new(case, &commitment.original).judged_at(headline))
        .and_then(|judged| judged.to_date)
        .map(|to_date| to_date.judgement);
    let against_filed = case
        .contract
        .as_filed_on(case.today, commitment)
        .and_then(|filed| Track::new(case, &filed).judged_at(headline).to_date)
        .map(|to_date| to_date.judgement);
    IndicatorScore {
        commitment: commitment.clone(),
        state: judged.state,
        recorded_late: case
            .quarters()
            .filter_map(|q| Some((q, case.figure_recorded_late(&commitment.indicator, q)?)))
            .collect(),
        quarters,
        due: case.due_date(&commitment.indicator),
        final_quarter: case.final_quarter(&commitment.indicator),
        to_date: judged.to_date,
        last_known: judged.last_known,
        share_of_year: judged.share_of_year,
        against_original,
        against_filed,
    }
}

/// A withdrawn commitment with the quarters that ended before it was withdrawn.
fn withdrawn_score(
    case: &Case<'_>,
    commitment: &Commitment,
    headline: Option<Quarter>,
) -> IndicatorScore {
    let track = Track::new(case, &commitment.indicator);
    let judged = track.judged_at(None);
    let mut facts = track.into_facts();
    if let Standing::Dropped { on } = commitment.standing {
        facts.retain(|fact| fact.quarter.end() < on || fact.report.value().is_some());
    }
    indicator_score(case, commitment, judged, facts, headline)
}

impl Scoreboard {
    /// An indicator of any contract, in force or withdrawn.
    pub fn indicator(&self, of: &IndicatorRef) -> Option<&IndicatorScore> {
        let score = self.contracts.get(&of.contract)?;
        let mut all = score.indicators.iter().chain(&score.withdrawn);
        all.find(|indicator| *indicator.id() == of.indicator)
    }

    /// The latest headline quarter of any contract: what the site as a whole speaks of.
    pub fn headline(&self) -> Option<Quarter> {
        self.contracts.values().filter_map(|c| c.headline).max()
    }

    /// The year among `contracts` that a page shows first: of what runs today; else of what ran
    /// last; else of what will run.
    pub fn current_year<'a>(&self, contracts: impl Iterator<Item = &'a Contract>) -> Option<i32> {
        let contracts: Vec<&Contract> = contracts.collect();
        let years = |keep: &dyn Fn(&Contract) -> bool| -> Vec<i32> {
            let kept = contracts.iter().filter(|c| keep(c));
            kept.map(|c| c.id.year).collect()
        };
        let running = years(&|c| c.period.contains(self.today));
        let begun = years(&|c| c.period.start <= self.today);
        let latest = running.into_iter().max().or(begun.into_iter().max());
        latest.or(years(&|_| true).into_iter().min())
    }

    /// The states of all commitments that count once: parts of an indicator that another
    /// contract owns are left to it.
    pub fn total<'a>(&'a self, contracts: impl Iterator<Item = &'a Contract>) -> Counts {
        contracts
            .filter_map(|contract| self.contracts.get(&contract.id))
            .flat_map(|score| &score.indicators)
            .filter(|indicator| !indicator.is_contribution())
            .map(|indicator| indicator.state)
            .collect()
    }
}
