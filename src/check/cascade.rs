//! References from one contract's indicators to another's: `induk` and `milik`.

use super::cycle::cycles;
use super::notes::Notes;
use crate::model::{ContractId, IndicatorId, IndicatorRef};
use crate::parse::Raw;
use crate::parse::contract::{RawContract, RawIndicatorRef, RawTerms};
use crate::parse::reader::Sp;
use crate::problem::{Problem, code};
use std::collections::BTreeMap;

/// The indicators of a contract with their terms: signed ones, then added ones.
pub fn indicators_of(
    contract: &RawContract,
) -> impl Iterator<Item = (&Sp<IndicatorId>, &RawTerms)> {
    let goals = contract.goals.value.iter();
    let signed = goals.flat_map(|goal| &goal.value.indicators.value);
    let signed = signed.map(|indicator| (&indicator.value.id, &indicator.value.terms));
    let amendments = contract.amendments.iter().chain(&contract.corrections);
    let changes = amendments.flat_map(|amendment| &amendment.value.indicators.0);
    signed.chain(changes.filter_map(|(id, change)| {
        let added = change.value.added.as_ref()?;
        Some((id, &added.value.terms))
    }))
}

/// Follows a reference; an error where it leads nowhere.
pub fn reference(
    reference: &RawIndicatorRef,
    raw: &Raw,
    notes: &mut Notes,
) -> Option<IndicatorRef> {
    let contract = notes.known(code::NO_CONTRACT, &reference.contract, &raw.contracts)?;
    let indicator = &reference.indicator;
    if let Some(record) = &raw.contracts[&contract].record
        && indicators_of(record).all(|(id, _)| id.value != indicator.value)
    {
        let known = indicators_of(record).map(|(id, _)| &id.value);
        return notes.unknown(code::NO_INDICATOR, indicator.span, &indicator.value, known);
    }
    Some(IndicatorRef {
        contract,
        indicator: indicator.value.clone(),
    })
}

/// The terms that a share takes over: those of the indicator at the end of the chain.
pub fn owner_of<'r>(reference: &RawIndicatorRef, raw: &'r Raw) -> Option<&'r RawTerms> {
    let mut terms = terms_of(&reference.contract.value, &reference.indicator.value, raw)?;
    // A chain longer than the site has contracts runs in a circle, which is told elsewhere.
    for _ in 0..raw.contracts.len() {
        let Some(owner) = &terms.owner else {
            return Some(terms);
        };
        terms = terms_of(
            &owner.value.contract.value,
            &owner.value.indicator.value,
            raw,
        )?;
    }
    None
}

fn terms_of<'r>(contract: &ContractId, id: &IndicatorId, raw: &'r Raw) -> Option<&'r RawTerms> {
    let record = raw.contracts.get(contract)?.record.as_ref()?;
    let mut indicators = indicators_of(record);
    indicators
        .find(|(known, _)| known.value == *id)
        .map(|(_, terms)| terms)
}

/// Tells of every circle of `induk` and of `milik`.
pub fn circles(raw: &Raw, problems: &mut Vec<Problem>) {
    tell(&edges(raw, parents), raw, problems);
    tell(&edges(raw, owners), raw, problems);
}

type Edges<'r> = BTreeMap<IndicatorRef, &'r Sp<Box<RawIndicatorRef>>>;

fn edges(
    raw: &Raw,
    of: impl Fn(&RawContract) -> Vec<(&IndicatorId, &Sp<Box<RawIndicatorRef>>)>,
) -> Edges<'_> {
    let mut edges = Edges::new();
    for (contract, parsed) in &raw.contracts {
        let Some(record) = &parsed.record else {
            continue;
        };
        for (indicator, target) in of(record) {
            let from = IndicatorRef {
                contract: contract.clone(),
                indicator: indicator.clone(),
            };
            edges.insert(from, target);
        }
    }
    edges
}

/// Each indicator hangs on what its goal hangs on; an added one too, where it joins a goal.
fn parents(contract: &RawContract) -> Vec<(&IndicatorId, &Sp<Box<RawIndicatorRef>>)> {
    let goals = || contract.goals.value.iter().map(|goal| &goal.value);
    let signed = goals()
        .filter_map(|goal| Some((goal.parent.as_ref()?, &goal.indicators.value)))
        .flat_map(|(parent, list)| list.iter().map(move |i| (&i.value.id.value, parent)));
    let amendments = contract.amendments.iter().chain(&contract.corrections);
    let changes = amendments.flat_map(|amendment| &amendment.value.indicators.0);
    let added = changes.filter_map(|(id, change)| {
        let name = &change.value.added.as_ref()?.value.goal.as_ref()?.value;
        let goal = goals().find(|goal| goal.name.value == *name)?;
        Some((&id.value, goal.parent.as_ref()?))
    });
    signed.chain(added).collect()
}

fn owners(contract: &RawContract) -> Vec<(&IndicatorId, &Sp<Box<RawIndicatorRef>>)> {
    indicators_of(contract)
        .filter_map(|(id, terms)| Some((&id.value, terms.owner.as_ref()?)))
        .collect()
}

fn tell(edges: &Edges, raw: &Raw, problems: &mut Vec<Problem>) {
    let next = |from: &IndicatorRef| {
        let target = edges.get(from).map(|target| &target.value);
        let target = target.map(|target| IndicatorRef {
            contract: target.contract.value.clone(),
            indicator: target.indicator.value.clone(),
        });
        target.into_iter().collect()
    };
    for from in cycles(edges.keys().cloned(), next) {
        let file = &raw.contracts[&from.contract].file;
        let span = edges[&from].value.indicator.span;
        Notes::new(file, problems).error(code::CYCLE, span, &[("name", &from.indicator)]);
    }
}
