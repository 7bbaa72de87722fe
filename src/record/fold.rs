//! Puts what the record tells into the register: the promise in the place of what was silently
//! changed, the change as an amendment that nobody declared, and days of recording.

use super::amendments::AmendmentKey;
use super::promise::{Promise, Standing};
use super::reports::{FigureRecord, Ground, ReportRecord, RevisionRecord};
use super::terms::{Item, Term};
use crate::check::{indicator_of, value_of};
use crate::model::{
    AddedIndicator, Amendment, AmendmentKind, ById, Contract, ContractId, Direction, Goal,
    Indicator, IndicatorChange, IndicatorId, Markdown, ProgramId, Quarter, Recorded, Regime,
    RegimeId, Register, ReportedActual, Revision, RevisionGround, TermsChange, Value, Wording,
};
use crate::parse::Raw;
use crate::parse::contract::{RawContract, RawIndicator};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub(super) fn fold(
    raw: &Raw,
    mut register: Register,
    promises: &BTreeMap<ContractId, Promise>,
    reports: &BTreeMap<(ContractId, Quarter), ReportRecord>,
) -> Register {
    for (id, promise) in promises {
        let Some(contract) = register.contracts.get_mut(id) else {
            continue;
        };
        contract.recorded.clone_from(&promise.recorded);
        restore_rules(contract, promise, &register.regimes);
        let regime = &register.regimes[&contract.regime];
        date_amendments(contract, promise);
        Folding {
            raw,
            regime,
            promise,
        }
        .fold_into(contract);
    }
    for (key, record) in reports {
        date_report(&mut register, key, record);
    }
    register
}

/// A contract stays under the rules it was signed under, where they are still there. Ranks are
/// read by the scale of the rules that the file names, so they keep those.
fn restore_rules(contract: &mut Contract, promise: &Promise, regimes: &ById<RegimeId, Regime>) {
    let is_other = |standing: &Standing| standing.key.term == Term::Regime;
    let promised = &promise.record.regime.value;
    let mut indicators = contract.goals.iter().flat_map(|goal| &goal.indicators);
    let has_ranks = indicators.any(|i| matches!(i.direction, Direction::Rank(_)));
    if promise.standing.iter().any(is_other) && regimes.contains_key(promised) && !has_ranks {
        contract.regime = promised.clone();
    }
}

/// When each declared amendment was first recorded.
fn date_amendments(contract: &mut Contract, promise: &Promise) {
    let mut seen: BTreeMap<(crate::model::Date, bool), usize> = BTreeMap::new();
    for amendment in &mut contract.amendments {
        let is_correction = amendment.kind == AmendmentKind::Correction;
        let ordinal = seen.entry((amendment.date, is_correction)).or_default();
        let key = AmendmentKey {
            date: amendment.date,
            is_correction,
            ordinal: *ordinal,
        };
        *ordinal += 1;
        amendment.recorded = promise.amendments.get(&key).cloned();
    }
}

struct Folding<'a> {
    raw: &'a Raw,
    regime: &'a Regime,
    promise: &'a Promise,
}

/// Undeclared changes by the day and commit that made them.
type Undeclared = BTreeMap<Recorded, Amendment>;

impl Folding<'_> {
    fn fold_into(&self, contract: &mut Contract) {
        let mut undeclared = Undeclared::new();
        let items: BTreeSet<&Item> = self.promise.standing.iter().map(|s| &s.key.item).collect();
        for item in items {
            let changes: Vec<&Standing> = self
                .promise
                .standing
                .iter()
                .filter(|standing| standing.key.item == *item)
                .collect();
            match item {
                Item::Indicator(id) => self.indicator(id, &changes, contract, &mut undeclared),
                Item::Program(id) => self.budget(id, &changes, contract, &mut undeclared),
                // Parties and periods are told in words; no figure hangs on what they were.
                Item::Whole => {}
            }
        }
        contract.amendments.splice(0..0, undeclared.into_values());
    }

    fn indicator(
        &self,
        id: &IndicatorId,
        changes: &[&Standing],
        contract: &mut Contract,
        undeclared: &mut Undeclared,
    ) {
        let Some(promised) = self.promised(id) else {
            self.added(id, changes, contract, undeclared);
            return;
        };
        let now = contract
            .goals
            .iter_mut()
            .flat_map(|goal| &mut goal.indicators)
            .find(|indicator| indicator.id == *id);
        match now {
            None => self.removed(promised, changes, contract, undeclared),
            // What is measured otherwise can be held against no other promise: told in words.
            Some(now) if !is_measured_alike(&promised, now) => {}
            Some(now) => {
                for change in changes {
                    let amendment = entry(undeclared, &change.since);
                    let terms = amendment
                        .indicators
                        .entry(id.clone())
                        .or_insert_with(|| IndicatorChange::Terms(TermsChange::default()));
                    if let IndicatorChange::Terms(terms) = terms
                        && has_like_targets(&promised, now)
                    {
                        take(&change.key.term, now, terms);
                    }
                }
                restore(promised, Arc::make_mut(now));
            }
        }
    }

    /// What nobody promised is set apart: it is added by nobody's word.
    fn added(
        &self,
        id: &IndicatorId,
        changes: &[&Standing],
        contract: &mut Contract,
        undeclared: &mut Undeclared,
    ) {
        let mut changes = changes.iter();
        let Some(change) = changes.find(|change| change.key.term == Term::Presence) else {
            return;
        };
        for goal in &mut contract.goals {
            let Some(place) = goal.indicators.iter().position(|i| i.id == *id) else {
                continue;
            };
            let added = AddedIndicator {
                goal: Some(goal.name.own().clone()),
                indicator: goal.indicators.remove(place),
            };
            let amendment = entry(undeclared, &change.since);
            let change = IndicatorChange::Added(Box::new(added));
            amendment.indicators.insert(id.clone(), change);
        }
    }

    /// What was promised and is there no more stands where it stood, withdrawn by nobody's word.
    fn removed(
        &self,
        promised: Indicator,
        changes: &[&Standing],
        contract: &mut Contract,
        undeclared: &mut Undeclared,
    ) {
        let Some(change) = changes
            .iter()
            .find(|change| change.key.term == Term::Presence)
        else {
            return;
        };
        let amendment = entry(undeclared, &change.since);
        let id = promised.id.clone();
        amendment
            .indicators
            .insert(id.clone(), IndicatorChange::Dropped);
        let name = self.goal_of(&id);
        match contract
            .goals
            .iter_mut()
            .find(|goal| *goal.name.own() == name)
        {
            Some(goal) => goal.indicators.push(Arc::new(promised)),
            None => contract.goals.push(Goal {
                name: name.into(),
                rpjmd: None,
                parent: None,
                indicators: vec![Arc::new(promised)],
            }),
        }
    }

    fn budget(
        &self,
        id: &ProgramId,
        changes: &[&Standing],
        contract: &mut Contract,
        undeclared: &mut Undeclared,
    ) {
        let Some(change) = changes
            .iter()
            .find(|change| change.key.term == Term::Budget)
        else {
            return;
        };
        let programs = self.promise.record.programs.iter().map(|p| &p.value);
        let promised = programs
            .filter(|program| program.id.value == *id)
            .find_map(|program| program.budget.as_ref().map(|budget| budget.value));
        let now = contract
            .programs
            .iter_mut()
            .find(|program| program.id == *id);
        if let Some(now) = now
            && let Some(budget) = now.budget
        {
            now.budget = promised;
            let amendment = entry(undeclared, &change.since);
            amendment.budgets.insert(id.clone(), budget);
        }
    }

    fn promised(&self, id: &IndicatorId) -> Option<Indicator> {
        let raw = indicators(&self.promise.record).find(|(_, i)| i.id.value == *id);
        let (_, indicator) = raw?;
        indicator_of(&indicator.id, &indicator.terms, self.regime, self.raw)
    }

    fn goal_of(&self, id: &IndicatorId) -> String {
        let found = indicators(&self.promise.record).find(|(_, i)| i.id.value == *id);
        found.map_or_else(String::new, |(goal, _)| goal.to_owned())
    }
}

fn indicators(contract: &RawContract) -> impl Iterator<Item = (&str, &RawIndicator)> {
    contract.goals.value.iter().flat_map(|goal| {
        let indicators = goal.value.indicators.value.iter();
        indicators.map(|i| (goal.value.name.value.as_str(), &i.value))
    })
}

fn entry<'u>(undeclared: &'u mut Undeclared, since: &Recorded) -> &'u mut Amendment {
    undeclared
        .entry(since.clone())
        .or_insert_with(|| Amendment {
            kind: AmendmentKind::Undeclared,
            date: since.on,
            recorded: Some(since.clone()),
            cause: None,
            reason: Markdown(String::new()),
            document: None,
            budgets: BTreeMap::new(),
            indicators: BTreeMap::new(),
        })
}

/// Whether what is reported of one can be held against the other.
fn is_measured_alike(promised: &Indicator, now: &Indicator) -> bool {
    match (&promised.direction, &now.direction) {
        (Direction::Rank(promised), Direction::Rank(now)) => promised == now,
        (Direction::Completion, Direction::Completion) => true,
        (Direction::Rank(_) | Direction::Completion, _) => false,
        (_, Direction::Rank(_) | Direction::Completion) => false,
        _ => true,
    }
}

/// Whether the targets of one could be targets of the other.
fn has_like_targets(promised: &Indicator, now: &Indicator) -> bool {
    std::mem::discriminant(&promised.target) == std::mem::discriminant(&now.target)
}

/// Keeps what a term says now; what no amendment could say, like another unit, the record tells.
fn take(term: &Term, now: &Indicator, terms: &mut TermsChange) {
    match term {
        Term::Name => terms.name = Some(now.name.own().clone()),
        Term::Target => terms.target = Some(now.target),
        Term::Quarter(quarter) => {
            let target = now.quarterly.get(quarter).copied();
            terms
                .quarterly
                .extend(target.map(|target| (*quarter, target)));
        }
        Term::Due => terms.due = now.due,
        Term::Published => terms.published = now.published,
        Term::Weight => terms.weight = now.weight,
        Term::Formula => terms.formula = now.formula.as_ref().map(|text| text.own().clone()),
        _ => {}
    }
}

/// Puts what was promised back; what was no part of the promise stays as it is, such as what the
/// same text says in English now.
fn restore(promised: Indicator, now: &mut Indicator) {
    let mut rare = std::mem::take(&mut now.rare);
    rare.change(|rare| {
        rare.published = promised.published;
        rare.contribution = promised.contribution.clone();
    });
    *now = Indicator {
        name: promised.name.explained_as_in(now.name.clone()),
        unit: explained(promised.unit, &now.unit),
        formula: explained(promised.formula, &now.formula),
        baseline: now.baseline,
        source: now.source.take(),
        rare,
        ..promised
    };
}

fn explained<T: Clone + PartialEq>(
    promised: Option<Wording<T>>,
    now: &Option<Wording<T>>,
) -> Option<Wording<T>> {
    let promised = promised?;
    Some(match now {
        Some(now) => promised.explained_as_in(now.clone()),
        None => promised,
    })
}

fn date_report(register: &mut Register, key: &(ContractId, Quarter), record: &ReportRecord) {
    let Some(report) = register.reports.get_mut(key) else {
        return;
    };
    let with_report = record.recorded.clone().map(Arc::new);
    report.recorded.clone_from(&with_report);
    let contract = &register.contracts[&key.0];
    let regime = &register.regimes[&contract.regime];
    let commitments = contract.commitments_on(crate::model::Date::MAX);
    for (id, figure) in &record.figures {
        let indicator = commitments.iter().find(|c| c.indicator.id == *id);
        if let (Some(actual), Some(commitment)) = (report.actuals.get_mut(id), indicator) {
            actual.recorded = match figure.recorded == record.recorded {
                true => with_report.clone(),
                false => figure.recorded.clone().map(Arc::new),
            };
            add_revisions(actual, figure, &commitment.indicator, regime);
        }
    }
}

fn add_revisions(
    actual: &mut ReportedActual,
    figure: &FigureRecord,
    indicator: &Indicator,
    regime: &Regime,
) {
    actual.remark(|further| {
        for revision in &figure.revisions {
            if let Some(before) = value_of(&revision.before, &indicator.direction, regime) {
                add_revision(&mut further.revisions, revision, before);
            }
        }
        further.revisions.sort_by_key(|revision| revision.date);
    });
}

fn add_revision(revisions: &mut Vec<Revision>, found: &RevisionRecord, before: Value) {
    let recorded = Some(found.recorded.clone());
    match found.ground {
        Ground::Declared => {
            let mut declared = revisions.iter_mut();
            let declared = declared.find(|r| r.before == before && r.recorded.is_none());
            if let Some(declared) = declared {
                declared.recorded = recorded;
            }
        }
        Ground::Undeclared => revisions.push(Revision {
            date: found.recorded.on,
            before,
            ground: RevisionGround::Undeclared,
            recorded,
        }),
    }
}
