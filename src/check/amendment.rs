//! Amendments and corrections: in order, of what is there, and leaving the contract sound.

use super::contract::Desk;
use super::document::document;
use super::indicator::indicator;
use super::notes::{Notes, value};
use super::places::TermPlaces;
use super::plausible;
use super::target;
use crate::model::{
    AddedIndicator, Amendment, AmendmentKind, Contract, Direction, Indicator, IndicatorChange,
    IndicatorId, ProgramId, Quantity, Regime, Standing, TermsChange,
};
use crate::parse::contract::{
    RawAddedIndicator, RawAmendment, RawBudgetChange, RawContract, RawIndicatorChange,
};
use crate::parse::reader::{Entries, Sp};
use crate::problem::code;
use crate::source::TextSpan;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is known of an indicator while amendments are read one after the other.
#[derive(Clone, Debug)]
struct Known {
    /// `None` when it could not be read; then its changes are read over.
    direction: Option<Direction>,
    dropped: bool,
}

/// An amendment and the places of what it changes.
type Placed = (Amendment, TextSpan, BTreeMap<IndicatorId, TermPlaces>);

/// All amendments and corrections, oldest first.
pub fn amendments(contract: &RawContract, desk: &Desk, notes: &mut Notes) -> Vec<Placed> {
    in_order(&contract.amendments, contract, notes);
    in_order(&contract.corrections, contract, notes);
    let kind = |kind| move |amendment| (kind, amendment);
    let changes = contract
        .amendments
        .iter()
        .map(kind(AmendmentKind::Amendment));
    let corrections = contract
        .corrections
        .iter()
        .map(kind(AmendmentKind::Correction));
    let mut all: Vec<(AmendmentKind, &Sp<RawAmendment>)> = changes.chain(corrections).collect();
    all.sort_by_key(|(_, amendment)| amendment.value.date.value);
    let mut known = signed(contract, desk);
    all.into_iter()
        .map(|(kind, raw)| amendment(kind, raw, contract, desk, &mut known, notes))
        .collect()
}

fn signed(contract: &RawContract, desk: &Desk) -> BTreeMap<IndicatorId, Known> {
    let goals = contract.goals.value.iter();
    let ids = goals
        .flat_map(|goal| &goal.value.indicators.value)
        .map(|i| &i.value.id.value);
    ids.map(|id| {
        let direction = desk
            .signed
            .get(id)
            .map(|indicator| indicator.direction.clone());
        (
            id.clone(),
            Known {
                direction,
                dropped: false,
            },
        )
    })
    .collect()
}

fn in_order(list: &[Sp<RawAmendment>], contract: &RawContract, notes: &mut Notes) {
    let dates: Vec<_> = list.iter().map(|amendment| &amendment.value.date).collect();
    for pair in dates
        .windows(2)
        .filter(|pair| pair[0].value > pair[1].value)
    {
        notes.error(
            code::AMENDMENT_ORDER,
            pair[1].span,
            &[("date", &pair[1].value)],
        );
    }
    let signed = contract.signed.value;
    for date in dates.iter().filter(|date| date.value < signed) {
        let arguments: super::notes::Arguments = &[("date", &date.value), ("signed", &signed)];
        notes.error(code::AMENDMENT_BEFORE, date.span, arguments);
    }
}

fn amendment(
    kind: AmendmentKind,
    raw: &Sp<RawAmendment>,
    contract: &RawContract,
    desk: &Desk,
    known: &mut BTreeMap<IndicatorId, Known>,
    notes: &mut Notes,
) -> Placed {
    let span = raw.span;
    let raw = &raw.value;
    required_keys(kind, raw, notes);
    let attached = raw.document.as_ref();
    let document = attached.map(|entry| document(entry, desk.raw, notes));
    let mut places = BTreeMap::new();
    let mut indicators = BTreeMap::new();
    for (id, change) in &raw.indicators.0 {
        let terms = TermPlaces::of_change(id.span, &change.value);
        places.insert(id.value.clone(), terms);
        if let Some(change) = indicator_change(id, change, desk, known, notes) {
            indicators.insert(id.value.clone(), change);
        }
    }
    let amendment = Amendment {
        kind,
        date: raw.date.value,
        recorded: None,
        cause: value(&raw.cause),
        reason: raw.reason.value.clone(),
        document,
        budgets: budgets(&raw.budgets, contract, notes),
        indicators,
    };
    (amendment, span, places)
}

/// `perubahan` names its cause; `ralat` has none, but a document.
fn required_keys(kind: AmendmentKind, raw: &RawAmendment, notes: &mut Notes) {
    match (kind, &raw.cause, &raw.document) {
        (AmendmentKind::Amendment, None, _) => {
            let arguments: super::notes::Arguments =
                &[("key", &"sebab"), ("because", &"perubahan")];
            notes.error(code::KEY_NEEDS, raw.date.span, arguments);
        }
        (AmendmentKind::Correction, cause, document) => {
            if let Some(cause) = cause {
                let arguments: super::notes::Arguments =
                    &[("key", &"sebab"), ("because", &"ralat")];
                notes.error(code::KEY_FITS_NOT, cause.span, arguments);
            }
            if document.is_none() {
                let arguments: super::notes::Arguments =
                    &[("key", &"dokumen"), ("because", &"ralat")];
                notes.error(code::KEY_NEEDS, raw.date.span, arguments);
            }
        }
        (AmendmentKind::Amendment, Some(_), _) | (AmendmentKind::Undeclared, _, _) => {}
    }
}

fn budgets(
    entries: &Entries<ProgramId, RawBudgetChange>,
    contract: &RawContract,
    notes: &mut Notes,
) -> BTreeMap<ProgramId, Quantity> {
    let programs = contract
        .programs
        .iter()
        .map(|p| (p.value.id.value.clone(), ()));
    let programs: BTreeMap<ProgramId, ()> = programs.collect();
    let entries = entries.0.iter();
    entries
        .filter_map(|(id, change)| {
            let id = notes.known(code::NO_PROGRAM, id, &programs)?;
            Some((id, notes.money(&change.value.budget)?))
        })
        .collect()
}

fn indicator_change(
    id: &Sp<IndicatorId>,
    change: &Sp<RawIndicatorChange>,
    desk: &Desk,
    known: &mut BTreeMap<IndicatorId, Known>,
    notes: &mut Notes,
) -> Option<IndicatorChange> {
    alone(id, &change.value, notes)?;
    if let Some(added) = &change.value.added {
        return add(id, &added.value, desk, known, notes);
    }
    if !known.contains_key(&id.value) {
        return notes.unknown(code::NO_INDICATOR, id.span, &id.value, known.keys());
    }
    let state = known.get_mut(&id.value)?;
    if state.dropped {
        return notes.refuse(code::ALREADY_DROPPED, id.span, &[("name", &id.value)]);
    }
    if change
        .value
        .dropped
        .as_ref()
        .is_some_and(|dropped| dropped.value)
    {
        state.dropped = true;
        return Some(IndicatorChange::Dropped);
    }
    let direction = state.direction.clone()?;
    let terms = terms(&change.value, &direction, desk, notes)?;
    let signed = desk.signed.get(&id.value).map(Arc::as_ref);
    plausible_change(&change.value, &terms, signed, notes);
    Some(IndicatorChange::Terms(terms))
}

/// `dicabut` and `tambah` stand alone, and something must stand there.
fn alone(id: &Sp<IndicatorId>, change: &RawIndicatorChange, notes: &mut Notes) -> Option<()> {
    let RawIndicatorChange {
        name,
        formula,
        target,
        quarterly,
        due,
        published,
        weight,
        dropped,
        added,
        silenced: _,
    } = change;
    let terms = [
        name.is_some(),
        formula.is_some(),
        target.is_some(),
        quarterly.is_some(),
        due.is_some(),
        published.is_some(),
        weight.is_some(),
    ];
    let has_terms = terms.contains(&true);
    let shapes = [has_terms, dropped.is_some(), added.is_some()];
    match shapes.iter().filter(|given| **given).count() {
        1 => Some(()),
        0 => notes.refuse(
            code::ONE_OF_KEYS,
            id.span,
            &[(
                "keys",
                &"target, target_triwulan, tenggat, terbit, bobot, nama, rumus, dicabut, tambah",
            )],
        ),
        _ => notes.refuse(
            code::CONFLICTING_KEYS,
            id.span,
            &[("keys", &"dicabut, tambah, target")],
        ),
    }
}

fn add(
    id: &Sp<IndicatorId>,
    added: &RawAddedIndicator,
    desk: &Desk,
    known: &mut BTreeMap<IndicatorId, Known>,
    notes: &mut Notes,
) -> Option<IndicatorChange> {
    let indicator: Option<Indicator> = indicator(id, &added.terms, desk.regime, desk.raw, notes);
    let state = Known {
        direction: indicator
            .as_ref()
            .map(|indicator| indicator.direction.clone()),
        dropped: false,
    };
    if known.insert(id.value.clone(), state).is_some() {
        return notes.refuse(
            code::DUPLICATE_ID,
            id.span,
            &[("name", &id.value), ("line", &id.span.start.line)],
        );
    }
    Some(IndicatorChange::Added(Box::new(AddedIndicator {
        goal: value(&added.goal),
        indicator: Arc::new(indicator?),
    })))
}

fn terms(
    change: &RawIndicatorChange,
    direction: &Direction,
    desk: &Desk,
    notes: &mut Notes,
) -> Option<TermsChange> {
    let target = change.target.as_ref();
    let target = target.map(|raw| target::target(raw, direction, desk.regime, notes));
    let quarterly = change.quarterly.as_ref();
    let quarterly = target::quarterly(quarterly, direction, desk.regime, notes);
    Some(TermsChange {
        name: value(&change.name),
        formula: value(&change.formula),
        target: match target {
            Some(target) => Some(target?),
            None => None,
        },
        quarterly: quarterly?,
        weight: value(&change.weight),
        due: value(&change.due),
        published: value(&change.published),
        silenced: change.silenced.to_model(),
    })
}

/// The new figures of what was promised, each at its place.
fn plausible_change(
    change: &RawIndicatorChange,
    terms: &TermsChange,
    signed: Option<&Indicator>,
    notes: &mut Notes,
) {
    let unit = signed.and_then(|indicator| indicator.unit_name());
    if let (Some(raw), Some(target)) = (&change.target, terms.target) {
        plausible::promised(unit, target, raw.span, notes);
    }
    for (quarter, raw) in change.quarterly.iter().flat_map(|q| q.value.given()) {
        if let Some(target) = terms.quarterly.get(&quarter) {
            plausible::promised(unit, *target, raw.span, notes);
        }
    }
}

/// Where an amendment begins, and where it changes each indicator.
pub type Places = (TextSpan, BTreeMap<IndicatorId, TermPlaces>);

/// What each amendment leaves: quarters that make the year. A target that it lowers below where
/// things stood is no slip: the amendment states its reason.
pub fn leave_it_sound(contract: &Contract, regime: &Regime, placed: &[Places], notes: &mut Notes) {
    for (amendment, (_, places)) in contract.amendments.iter().zip(placed) {
        let commitments = contract.commitments_on(amendment.date);
        for commitment in &commitments {
            if let Some(places) = places.get(&commitment.indicator.id)
                && commitment.standing == Standing::InForce
            {
                let indicator = &commitment.indicator;
                let change = amendment.indicators.get(&indicator.id);
                let is_new = matches!(change, Some(IndicatorChange::Added(_)));
                if is_new || was_sound(&commitment.original, contract, regime, places) {
                    target::consistent(indicator, contract, regime, places, notes);
                }
                if is_new {
                    target::against_baseline(indicator, places.target(), notes);
                }
            }
        }
    }
}

/// What was wrong as it was signed is told there, not at each amendment again.
fn was_sound(
    original: &Indicator,
    contract: &Contract,
    regime: &Regime,
    places: &TermPlaces,
) -> bool {
    let mut problems = Vec::new();
    let mut notes = Notes::new("", &mut problems);
    target::consistent(original, contract, regime, places, &mut notes);
    problems.is_empty()
}

fn moves_weights(change: &IndicatorChange) -> bool {
    match change {
        IndicatorChange::Terms(terms) => terms.weight.is_some(),
        IndicatorChange::Added(_) | IndicatorChange::Dropped => true,
    }
}

/// What each amendment leaves: weights that make 100.
pub fn leave_weights_sound(contract: &Contract, placed: &[Places], notes: &mut Notes) {
    let changes = contract.amendments.iter().zip(placed);
    for (amendment, (span, _)) in changes.filter(|(a, _)| a.indicators.values().any(moves_weights))
    {
        let commitments = contract.commitments_on(amendment.date);
        let in_force = commitments
            .iter()
            .filter(|c| c.standing == Standing::InForce);
        target::weights(in_force.map(|c| c.indicator.as_ref()), *span, notes);
    }
}
