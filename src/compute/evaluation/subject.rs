//! Every tenure with its evaluations: what is prescribed, and what was recorded of it.

use super::due::{DueDate, due_dates};
use super::figures::Question;
use super::protection::protection;
use super::records::{RecordPlace, Records, nearest};
use super::sight::{Sight, closed_quarter, sight};
use super::state::{Situation, departure};
use super::{Occurrence, TenureScore};
use crate::compute::scoreboard::ContractScore;
use crate::model::{
    ById, Contract, ContractId, Date, DueRule, Evaluation, EvaluationId, EvaluationRule, PersonId,
    Regime, Register, Tenure,
};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What contracts were judged to be, by the terms of the same day.
type Judged<'s> = &'s ById<ContractId, Arc<ContractScore>>;

/// The tenures of every person who has a contract, as of `today`; of contracts that were `judged` already nothing is
/// judged again that stayed the same.
pub fn tenures(
    register: &Register,
    judged: Judged<'_>,
    today: Date,
) -> ById<PersonId, Vec<TenureScore>> {
    scores(register, Some(judged), today, |_| true)
}

/// As [`tenures`], only those of which an evaluation was recorded by `today`.
pub(in crate::compute) fn evaluated_tenures(
    register: &Register,
    today: Date,
) -> ById<PersonId, Vec<TenureScore>> {
    scores(register, None, today, |records| !records.is_empty())
}

/// The tenures whose records `keep` wants.
fn scores(
    register: &Register,
    judged: Option<Judged<'_>>,
    today: Date,
    keep: impl Fn(&[RecordPlace]) -> bool + Sync,
) -> ById<PersonId, Vec<TenureScore>> {
    let mut contracts: BTreeMap<(&PersonId, usize), Vec<&Contract>> = BTreeMap::new();
    for contract in register.contracts.values() {
        if let Some(place) = register.tenure_of(contract) {
            let of_tenure = contracts.entry((&contract.person, place)).or_default();
            of_tenure.push(contract);
        }
    }
    let records = Records::of(register, today);
    let scores: Vec<TenureScore> = contracts
        .into_par_iter()
        .filter_map(|((person, place), mut contracts)| {
            contracts.sort_by_key(|c| (c.signed, &c.id));
            let ids: Vec<ContractId> = contracts.iter().map(|c| c.id.clone()).collect();
            let records = records.about(register, &ids);
            let subject = Subject {
                register,
                tenure: &register.people[person].tenures[place],
                contracts,
                judged,
                today,
            };
            keep(&records).then(|| subject.score(person, place, ids, &records))
        })
        .collect();
    let mut by_person: BTreeMap<PersonId, Vec<TenureScore>> = BTreeMap::new();
    for score in scores {
        by_person
            .entry(score.person.clone())
            .or_default()
            .push(score);
    }
    by_person.into_iter().collect()
}

/// A tenure and its contracts, by signature.
struct Subject<'r> {
    register: &'r Register,
    tenure: &'r Tenure,
    contracts: Vec<&'r Contract>,
    judged: Option<Judged<'r>>,
    today: Date,
}

/// An evaluation that a rule prescribes, or a record implies, with the records matched to it.
struct Prescribed<'r> {
    regime: &'r Regime,
    rule: &'r EvaluationRule,
    due: Option<DueDate>,
    sight: Sight<'r>,
    /// Whether only records of that very contract belong to it.
    of_contract: bool,
    records: Vec<RecordPlace>,
}

impl<'r> Subject<'r> {
    fn score(
        &self,
        person: &PersonId,
        place: usize,
        ids: Vec<ContractId>,
        records: &[RecordPlace],
    ) -> TenureScore {
        let mut prescribed = self.prescribed();
        for record in records {
            self.place_record(record, &mut prescribed);
        }
        let of = |record: &RecordPlace| record.of(self.register);
        let all: Vec<&Evaluation> = records.iter().map(of).collect();
        let mut occurrences: Vec<(Date, Occurrence)> = prescribed
            .into_iter()
            .map(|evaluation| self.occurrence(evaluation, &all))
            .collect();
        occurrences.sort_by(|(a, x), (b, y)| (a, &x.rule, x.number).cmp(&(b, &y.rule, y.number)));
        let (register, tenure) = (self.register, self.tenure);
        let protection = protection(
            register,
            tenure,
            &self.contracts,
            all.iter().copied(),
            self.today,
        );
        TenureScore {
            person: person.clone(),
            place,
            contracts: ids,
            protection,
            occurrences: occurrences.into_iter().map(|(_, o)| o).collect(),
        }
    }

    /// What the regimes of the contracts prescribe.
    fn prescribed(&self) -> Vec<Prescribed<'r>> {
        let regimes: BTreeMap<_, &Regime> = self
            .contracts
            .iter()
            .map(|c| self.register.regime_of(c))
            .map(|regime| ((regime.since, &regime.id), regime))
            .collect();
        let mut all = Vec::new();
        for regime in regimes.into_values() {
            let rules = regime.evaluations.iter();
            for rule in rules.filter(|rule| rule.reach.covers(&self.tenure.post)) {
                if rule.due.is_since_signature() {
                    all.extend(self.since_signature(regime, rule));
                } else {
                    all.extend(self.since_induction(regime, rule));
                }
            }
        }
        once_each(all)
    }

    /// Days counted from the induction, or fixed in the year: for the tenure as a whole. Those
    /// of a series end with the tenure; a single one stays, to be told as no longer applicable.
    fn since_induction(
        &self,
        regime: &'r Regime,
        rule: &'r EvaluationRule,
    ) -> impl Iterator<Item = Prescribed<'r>> {
        let days = due_dates(&rule.due, self.tenure.inducted, self.today).into_iter();
        let is_single = matches!(rule.due, DueRule::After { .. });
        let in_post =
            move |due: &DueDate| is_single || self.tenure.ended.is_none_or(|ended| due.on <= ended);
        days.filter(in_post).filter_map(move |due| {
            Some(Prescribed {
                regime,
                rule,
                due: Some(due),
                sight: sight(self.register, &self.contracts, due.on)?,
                of_contract: false,
                records: Vec::new(),
            })
        })
    }

    /// Days counted from a signature: for each contract of the regime. A series ends with the
    /// contract's period.
    fn since_signature(
        &self,
        regime: &'r Regime,
        rule: &'r EvaluationRule,
    ) -> impl Iterator<Item = Prescribed<'r>> {
        let is_single = matches!(rule.due, DueRule::After { .. });
        let contracts = self.contracts.iter().filter(|c| c.regime == regime.id);
        contracts.flat_map(move |contract| {
            let days = due_dates(&rule.due, contract.signed, self.today).into_iter();
            let last = self
                .tenure
                .ended
                .map_or(contract.period.end, |ended| ended.min(contract.period.end));
            let in_period = move |due: &DueDate| is_single || due.on <= last;
            days.filter(in_period).map(move |due| Prescribed {
                regime,
                rule,
                due: Some(due),
                sight: Sight {
                    contract,
                    quarter: closed_quarter(self.register, contract, due.on),
                },
                of_contract: true,
                records: Vec::new(),
            })
        })
    }

    /// Gives a record to the prescribed day of its rule that is nearest to its own; one without
    /// any stands by itself.
    fn place_record(&self, place: &RecordPlace, prescribed: &mut Vec<Prescribed<'r>>) {
        let record = place.of(self.register);
        let looked_at: BTreeSet<&ContractId> =
            record.contracts.iter().chain([&record.contract]).collect();
        let days = prescribed.iter().enumerate().filter(|(_, p)| {
            p.rule.id == record.rule && (!p.of_contract || looked_at.contains(&p.sight.contract.id))
        });
        let days = days.filter_map(|(index, p)| Some((index, p.due?.on)));
        match nearest(days, record.date) {
            Some(index) => {
                let found = &mut prescribed[index];
                found.records.push(place.clone());
                let on = found.due.map_or(record.date, |due| due.on);
                found.sight = self.sight_of(record, on).unwrap_or(found.sight);
            }
            None => prescribed.extend(self.unscheduled(place, record)),
        }
    }

    fn unscheduled(&self, place: &RecordPlace, record: &Evaluation) -> Option<Prescribed<'r>> {
        let sight = self.sight_of(record, record.date)?;
        let rule = |contract: &&'r Contract| {
            let regime = self.register.regime_of(contract);
            let mut rules = regime.evaluations.iter();
            Some((regime, rules.find(|rule| rule.id == record.rule)?))
        };
        let (regime, rule) =
            rule(&sight.contract).or_else(|| self.contracts.iter().find_map(rule))?;
        Some(Prescribed {
            regime,
            rule,
            due: None,
            sight,
            of_contract: false,
            records: vec![place.clone()],
        })
    }

    /// What a record says it looked at, of this tenure: the quarter that ended before the
    /// evaluation was due, or where none had, before it was held.
    fn sight_of(&self, record: &Evaluation, due: Date) -> Option<Sight<'r>> {
        let named = self.contracts.iter().copied();
        let named: Vec<&Contract> = named.filter(|c| record.contracts.contains(&c.id)).collect();
        let looked_at = if named.is_empty() {
            &self.contracts
        } else {
            &named
        };
        let closed = |day| {
            let quarters = looked_at.iter();
            quarters
                .filter_map(|c| Some((closed_quarter(self.register, c, day)?, *c)))
                .max_by_key(|(quarter, c)| (*quarter, c.signed, &c.id))
        };
        match closed(due).or_else(|| closed(record.date)) {
            Some((quarter, contract)) => Some(Sight {
                contract,
                quarter: Some(quarter),
            }),
            None => looked_at.last().map(|contract| Sight {
                contract,
                quarter: None,
            }),
        }
    }

    /// The evaluation as it stands, with the day it has on a line of time.
    fn occurrence(&self, evaluation: Prescribed<'r>, all: &[&Evaluation]) -> (Date, Occurrence) {
        let Prescribed {
            regime,
            rule,
            due,
            sight,
            of_contract,
            records,
        } = evaluation;
        let record = records.last().map(|place| place.of(self.register));
        let on = due.map(|due| due.on);
        let day = on.or(record.map(|r| r.date)).unwrap_or(self.today);
        let of_subject =
            |e: &&&Evaluation| !of_contract || e.contracts.contains(&sight.contract.id);
        let by_figures = Question {
            register: self.register,
            rule,
            sight,
            record,
            earlier: all.iter().filter(of_subject).copied().collect(),
            terms_on: day.min(self.today),
            today: self.today,
            judged: self.judged.and_then(|judged| {
                let score = judged.get(&sight.contract.id)?;
                Some(score.as_ref())
            }),
        }
        .by_figures();
        let situation = Situation {
            due: on,
            record,
            by_figures: &by_figures,
            left: self.tenure.ended,
            today: self.today,
        };
        let occurrence = Occurrence {
            regime: regime.id.clone(),
            rule: rule.id.clone(),
            number: due.map_or(0, |due| due.number),
            contract: sight.contract.id.clone(),
            quarter: sight.quarter,
            due: on,
            state: situation.state(),
            departure: record.and_then(|record| departure(record, &by_figures)),
            by_figures,
            records,
        };
        (day, occurrence)
    }
}

/// A day belongs to the regime of the contract it looks at. A single evaluation of a tenure is
/// held once, also where a later regime has a rule of the same name; where a change of regime
/// would leave it out altogether, the later regime's day stands.
fn once_each(all: Vec<Prescribed<'_>>) -> Vec<Prescribed<'_>> {
    let is_own = |p: &Prescribed<'_>| p.sight.contract.regime == p.regime.id;
    let is_single =
        |p: &Prescribed<'_>| !p.of_contract && matches!(p.rule.due, DueRule::After { .. });
    let mut single: BTreeMap<EvaluationId, Prescribed<'_>> = BTreeMap::new();
    let mut kept = Vec::new();
    // Oldest regime first: of two that apply the first stands, of two that don't the last.
    for evaluation in all {
        if !is_single(&evaluation) {
            kept.extend(is_own(&evaluation).then_some(evaluation));
            continue;
        }
        match single.get(&evaluation.rule.id) {
            Some(before) if is_own(before) => {}
            _ => {
                single.insert(evaluation.rule.id.clone(), evaluation);
            }
        }
    }
    kept.extend(single.into_values());
    kept
}
