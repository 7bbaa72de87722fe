//! Recorded evaluations: of contracts that are there, by rules their regimes have.

use super::document::document;
use super::notes::{Notes, value};
use super::regime::scores;
use crate::model::{
    AspectId, ById, Contract, ContractId, Decision, EndsProtection, Evaluation, Regime, RegimeId,
};
use crate::parse::Raw;
use crate::parse::reader::{Entries, Sp};
use crate::parse::report::RawEvaluation;
use crate::parse::scalar::RawDecision;
use crate::problem::{Problem, code};
use crate::source::TextSpan;

pub fn evaluations(
    raw: &Raw,
    regimes: &ById<RegimeId, Regime>,
    contracts: &ById<ContractId, Contract>,
    problems: &mut Vec<Problem>,
) -> ById<ContractId, Vec<Evaluation>> {
    super::each(&raw.evaluations, problems, |id, list, notes| {
        if !raw.contracts.contains_key(id) {
            return notes.unknown(code::NO_CONTRACT, TextSpan::START, id, raw.contracts.keys());
        }
        let entries = list.iter();
        let read =
            entries.filter_map(|entry| evaluation(id, entry, raw, regimes, contracts, notes));
        Some(read.collect())
    })
}

fn evaluation(
    id: &ContractId,
    entry: &Sp<RawEvaluation>,
    raw: &Raw,
    regimes: &ById<RegimeId, Regime>,
    contracts: &ById<ContractId, Contract>,
    notes: &mut Notes,
) -> Option<Evaluation> {
    let entry = &entry.value;
    let named: Vec<_> = entry
        .contracts
        .iter()
        .map(|contract| notes.known(code::NO_CONTRACT, contract, &raw.contracts))
        .collect();
    let looked_at: Option<Vec<ContractId>> = named.into_iter().collect();
    let looked_at = looked_at.map(|list| {
        if list.is_empty() {
            vec![id.clone()]
        } else {
            list
        }
    });
    let decision = decision(entry, notes);
    let document = entry.document.as_ref().map(|d| document(d, raw, notes));
    let looked_at = looked_at?;
    let known: Option<Vec<&Contract>> = looked_at.iter().map(|id| contracts.get(id)).collect();
    let known = known?;
    let ruling = known
        .iter()
        .filter_map(|contract| regimes.get(&contract.regime));
    let regime = regime_with(entry, ruling.collect(), notes)?;
    is_for_its_posts(entry, regime, &known, notes);
    Some(Evaluation {
        contract: id.clone(),
        rule: entry.rule.value.clone(),
        contracts: looked_at,
        date: entry.date.value,
        by: value(&entry.by),
        scores: scores(&readable(&entry.scores, regime, raw), regime, notes),
        decision,
        ends_protection: ends_protection(entry, regime, &known, notes),
        reason: value(&entry.reason),
        follow_up: value(&entry.follow_up),
        response: value(&entry.response),
        document,
        silenced: entry.silenced.to_model(),
    })
}

/// A rule may be for some posts only.
fn is_for_its_posts(
    entry: &RawEvaluation,
    regime: &Regime,
    contracts: &[&Contract],
    notes: &mut Notes,
) {
    let mut rules = regime.evaluations.iter();
    let rule = rules.find(|rule| rule.id == entry.rule.value);
    let outside = contracts
        .iter()
        .find(|contract| rule.is_some_and(|rule| !rule.reach.covers(&contract.post)));
    if let Some(contract) = outside {
        let arguments: super::notes::Arguments =
            &[("name", &entry.rule.value), ("post", &contract.post)];
        notes.error(code::EVALUATION_NOT_FOR_POST, entry.rule.span, arguments);
    }
}

/// Only a decision that something was not met can end the protected time, and only where the
/// regime has one.
fn ends_protection(
    entry: &RawEvaluation,
    regime: &Regime,
    contracts: &[&Contract],
    notes: &mut Notes,
) -> EndsProtection {
    let Some(said) = &entry.protection else {
        return EndsProtection::NotSaid;
    };
    let decision = entry.decision.as_ref().map(|decision| decision.value);
    let why = match (decision, &regime.protection) {
        (Some(RawDecision::NotMet), Some(protection)) => {
            let covers = |contract: &&Contract| protection.reach.covers(&contract.post);
            (!contracts.iter().any(covers)).then_some("jabatan")
        }
        (Some(RawDecision::NotMet), None) => Some("aturan"),
        _ => Some("putusan"),
    };
    if let Some(why) = why {
        let arguments: super::notes::Arguments = &[("why", &why), ("name", &regime.id)];
        notes.error(code::NO_PROTECTION_TO_END, said.span, arguments);
    }
    EndsProtection::Forfeited
}

/// The scores of aspects that the regime has, or that are told not to be its. One whose own scale
/// is wrong was told there.
fn readable(
    scores: &Entries<AspectId, String>,
    regime: &Regime,
    raw: &Raw,
) -> Entries<AspectId, String> {
    let record = raw.regimes.get(&regime.id);
    let named = record.and_then(|parsed| parsed.record.as_ref());
    let is_broken = |id: &AspectId| {
        let mut aspects = named.into_iter().flat_map(|regime| &regime.aspects.0);
        !regime.aspects.contains_key(id) && aspects.any(|(named, _)| named.value == *id)
    };
    let scores = scores.0.iter();
    Entries(
        scores
            .filter(|(id, _)| !is_broken(&id.value))
            .cloned()
            .collect(),
    )
}

/// The regime, of those that govern the contracts, that has the rule.
fn regime_with<'r>(
    entry: &RawEvaluation,
    regimes: Vec<&'r Regime>,
    notes: &mut Notes,
) -> Option<&'r Regime> {
    let rule = &entry.rule;
    let has = |regime: &&&Regime| regime.evaluations.iter().any(|e| e.id == rule.value);
    if let Some(regime) = regimes.iter().find(has) {
        return Some(regime);
    }
    let known = regimes
        .iter()
        .flat_map(|regime| &regime.evaluations)
        .map(|e| &e.id);
    notes.unknown(code::NO_EVALUATION, rule.span, &rule.value, known)
}

/// An extension says until when and why; nothing else has an end.
fn decision(entry: &RawEvaluation, notes: &mut Notes) -> Option<Decision> {
    let decision = entry.decision.as_ref();
    let extended = decision.filter(|decision| decision.value == RawDecision::Extended);
    if let (None, Some(until)) = (extended, &entry.until) {
        let arguments: super::notes::Arguments = &[("key", &"sampai"), ("because", &"putusan")];
        notes.error(code::KEY_FITS_NOT, until.span, arguments);
    }
    if let Some(decision) = extended
        && (entry.until.is_none() || entry.reason.is_none())
    {
        notes.error(code::DECISION_UNTIL, decision.span, &[]);
    }
    match decision?.value {
        RawDecision::Met => Some(Decision::Met),
        RawDecision::NotMet => Some(Decision::NotMet),
        RawDecision::Extended => entry
            .until
            .as_ref()
            .map(|until| Decision::Extended { until: until.value }),
    }
}
