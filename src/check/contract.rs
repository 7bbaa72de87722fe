//! Contracts: who, when, under which rules, and what was promised.

use super::amendment::{amendments, leave_it_sound, leave_weights_sound};
use super::cascade;
use super::document::{document, documents};
use super::indicator::indicator;
use super::notes::{Notes, value};
use super::places::TermPlaces;
use super::target;
use super::wording::{optional, wording};
use crate::model::{
    Announcement, ById, Capacity, Contract, ContractId, Counterparty, Date, Goal, Indicator,
    IndicatorId, Period, Person, PersonId, PostId, Presentation, Program, Regime, RegimeId, Tenure,
};
use crate::parse::Raw;
use crate::parse::contract::{RawContract, RawProgram};
use crate::parse::reader::Sp;
use crate::problem::{Problem, code};
use crate::source::TextSpan;
use chrono::Datelike;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the parts of one contract are checked against.
#[derive(Debug)]
pub struct Desk<'r> {
    pub raw: &'r Raw,
    pub regime: &'r Regime,
    /// The indicators that were signed and could be read.
    pub signed: BTreeMap<IndicatorId, Arc<Indicator>>,
}

pub fn contracts(
    raw: &Raw,
    regimes: &ById<RegimeId, Regime>,
    people: &ById<PersonId, Person>,
    problems: &mut Vec<Problem>,
) -> ById<ContractId, Contract> {
    let contracts = super::each(&raw.contracts, problems, |id, record, notes| {
        contract(id, record, raw, regimes, people, notes)
    });
    overlaps(raw, people, problems);
    cascade::circles(raw, problems);
    contracts
}

fn contract(
    id: &ContractId,
    record: &RawContract,
    raw: &Raw,
    regimes: &ById<RegimeId, Regime>,
    people: &ById<PersonId, Person>,
    notes: &mut Notes,
) -> Option<Contract> {
    let person = notes.known(code::NO_PERSON, &record.person, &raw.people);
    let post = notes.known(code::NO_POST, &record.post, &raw.posts);
    let period = period(id, record, notes);
    let counterparty = counterparty(record, raw, notes);
    let presentation = presentation(record, raw, notes);
    let documents = documents(&record.documents, raw, notes);
    let capacity = person.as_ref().and_then(|person| people.get(person));
    let capacity = capacity.and_then(|person| capacity_of(person, record, period, notes));
    unique_ids(record, notes)?;
    let regime = notes.known(code::NO_REGIME, &record.regime, &raw.regimes);
    let regime = regimes.get(&regime?)?;
    in_force(regime, record, regimes, notes);
    let mut desk = Desk {
        raw,
        regime,
        signed: BTreeMap::new(),
    };
    let goals = goals(record, &mut desk, notes);
    let programs = programs(record, notes);
    let (amendments, placed): (Vec<_>, Vec<_>) = amendments(record, &desk, notes)
        .into_iter()
        .map(|(amendment, span, places)| (amendment, (span, places)))
        .unzip();
    let promise = record.english.as_ref().map(|en| &en.value.promise);
    let promise = optional("janji", record.promise.as_ref(), promise, notes);
    let contract = Contract {
        id: id.clone(),
        person: person?,
        capacity: capacity.unwrap_or(Capacity::Definitive),
        post: post?,
        regime: regime.id.clone(),
        number: value(&record.number),
        signed: record.signed.value,
        period,
        signed_until: period.end,
        recorded: None,
        counterparty,
        presentation,
        announcements: announcements(record),
        documents,
        promise,
        goals,
        programs,
        amendments,
        silenced: record.silenced.to_model(),
    };
    required_documents(&contract, regime, record, notes);
    as_signed(&contract, regime, record, notes);
    leave_it_sound(&contract, regime, &placed, notes);
    if is_whole(&contract, record) {
        weights_as_signed(&contract, record, notes);
        leave_weights_sound(&contract, &placed, notes);
    }
    Some(ending_with_tenure(contract, people))
}

/// The contract, over when its holder has left. All that was signed is judged before.
fn ending_with_tenure(mut contract: Contract, people: &ById<PersonId, Person>) -> Contract {
    let person = people.get(&contract.person);
    let ended = person.and_then(|person| left_on(person, &contract.post, contract.period));
    if let Some(ended) = ended {
        contract.period.end = contract.period.end.min(ended);
    }
    contract
}

/// The day on which a person left a post within a period at whose beginning they held it.
fn left_on(person: &Person, post: &PostId, period: Period) -> Option<Date> {
    let tenures = person.tenures.iter().filter(|tenure| tenure.post == *post);
    let holds = |tenure: &&Tenure| tenure.covers(period.start, period.end);
    // Who takes the post up again, in another capacity say, has not left it.
    let last = tenures
        .filter(holds)
        .map(|tenure| tenure.ended)
        .max_by_key(|ended| ended.unwrap_or(Date::MAX));
    last.flatten().filter(|ended| period.contains(*ended))
}

fn period(id: &ContractId, record: &RawContract, notes: &mut Notes) -> Period {
    let (start, end) = (&record.period.value.start, &record.period.value.end);
    let period = Period {
        start: start.value,
        end: end.value,
    };
    if end.value < start.value {
        let arguments: super::notes::Arguments = &[("start", &start.value), ("end", &end.value)];
        notes.error(code::DATES_REVERSED, end.span, arguments);
        return period;
    }
    for date in [start, end]
        .into_iter()
        .filter(|date| date.value.year() != id.year)
    {
        let arguments: super::notes::Arguments = &[("date", &date.value), ("year", &id.year)];
        notes.error(code::PERIOD_YEAR, date.span, arguments);
    }
    let signed = &record.signed;
    if signed.value > end.value {
        let arguments: super::notes::Arguments = &[("signed", &signed.value), ("end", &end.value)];
        notes.error(code::SIGNED_AFTER_END, signed.span, arguments);
    }
    period
}

fn counterparty(record: &RawContract, raw: &Raw, notes: &mut Notes) -> Option<Counterparty> {
    let party = &record.counterparty.as_ref()?.value;
    let person = notes.known(code::NO_PERSON, &party.person, &raw.people)?;
    if person == record.person.value {
        notes.error(
            code::OWN_COUNTERPARTY,
            party.person.span,
            &[("name", &person)],
        );
    }
    Some(Counterparty {
        person,
        capacity: party.capacity.value,
    })
}

fn presentation(record: &RawContract, raw: &Raw, notes: &mut Notes) -> Option<Presentation> {
    let presentation = &record.presentation.as_ref()?.value;
    let shown = presentation.document.as_ref();
    Some(Presentation {
        date: presentation.date.value,
        document: shown.map(|shown| document(shown, raw, notes)),
    })
}

fn announcements(record: &RawContract) -> Vec<Announcement> {
    let entries = record.announcements.iter().map(|entry| &entry.value);
    entries
        .map(|entry| Announcement {
            date: entry.date.value,
            title: entry.title.value.clone(),
            url: entry.url.value.0.clone(),
        })
        .collect()
}

/// In which capacity the person holds the post: by the tenure that covers the period's start,
/// else the signature, else any day of the period.
fn capacity_of(
    person: &Person,
    record: &RawContract,
    period: Period,
    notes: &mut Notes,
) -> Option<Capacity> {
    let post = &record.post.value;
    let tenures: Vec<&Tenure> = person.tenures.iter().filter(|t| t.post == *post).collect();
    let covers = |from: Date, to: Date| {
        let held = |t: &&&Tenure| t.inducted <= to && t.ended.is_none_or(|ended| from <= ended);
        tenures.iter().find(held).map(|tenure| tenure.capacity)
    };
    let signed = record.signed.value;
    let found = covers(period.start, period.start)
        .or_else(|| covers(signed, signed))
        .or_else(|| covers(period.start, period.end));
    if found.is_none() {
        let never = tenures.is_empty();
        let code = if never {
            code::POST_NOT_HELD
        } else {
            code::POST_HELD_OTHERWHEN
        };
        notes.error(
            code,
            record.person.span,
            &[("name", &person.id), ("post", post)],
        );
    }
    found
}

/// Nothing more is said of a contract in which an id may mean two things.
fn unique_ids(record: &RawContract, notes: &mut Notes) -> Option<()> {
    let goals = record.goals.value.iter();
    let indicators = goals.flat_map(|goal| &goal.value.indicators.value);
    let indicators = notes.unique(indicators.map(|indicator| &indicator.value.id));
    let programs = notes.unique(record.programs.iter().map(|program| &program.value.id));
    let goals = record.goals.value.iter().map(|goal| &goal.value.indicators);
    if record.goals.value.is_empty() {
        notes.error(code::EMPTY_LIST, record.goals.span, &[("name", &"sasaran")]);
    }
    for indicators in goals.filter(|indicators| indicators.value.is_empty()) {
        notes.error(code::EMPTY_LIST, indicators.span, &[("name", &"indikator")]);
    }
    indicators.and(programs)
}

/// The regime must have begun by the signature, and none that replaces it.
fn in_force(
    regime: &Regime,
    record: &RawContract,
    regimes: &ById<RegimeId, Regime>,
    notes: &mut Notes,
) {
    let (signed, span) = (record.signed.value, record.regime.span);
    if signed > record.period.value.end.value {
        // That day is wrong itself, which is told there.
        return;
    }
    if regime.since > signed {
        let arguments: super::notes::Arguments = &[
            ("name", &regime.id),
            ("since", &regime.since),
            ("signed", &signed),
        ];
        notes.error(code::REGIME_NOT_YET, span, arguments);
    }
    let successor = regimes
        .values()
        .filter(|other| other.replaces.as_ref() == Some(&regime.id))
        .find(|other| other.since > regime.since && other.since <= signed);
    if let Some(successor) = successor {
        let arguments: super::notes::Arguments = &[
            ("name", &regime.id),
            ("near", &successor.id),
            ("since", &successor.since),
            ("signed", &signed),
        ];
        notes.error(code::REGIME_REPLACED, span, arguments);
    }
}

fn goals(record: &RawContract, desk: &mut Desk, notes: &mut Notes) -> Vec<Goal> {
    let mut goals = Vec::new();
    for goal in record.goals.value.iter().map(|goal| &goal.value) {
        let parent = goal.parent.as_ref();
        let parent = parent.and_then(|r| cascade::reference(&r.value, desk.raw, notes));
        let read = goal.indicators.value.iter().map(|i| &i.value);
        let read = read.filter_map(|i| indicator(&i.id, &i.terms, desk.regime, desk.raw, notes));
        let indicators: Vec<Arc<Indicator>> = read.map(Arc::new).collect();
        let signed = indicators.iter().map(|i| (i.id.clone(), Arc::clone(i)));
        desk.signed.extend(signed);
        goals.push(Goal {
            name: wording(&goal.name, goal.english.as_ref().map(|en| &en.value.name)),
            rpjmd: value(&goal.rpjmd),
            parent,
            indicators,
        });
    }
    goals
}

fn programs(record: &RawContract, notes: &mut Notes) -> Vec<Program> {
    let known: BTreeMap<IndicatorId, ()> = cascade::indicators_of(record)
        .map(|(id, _)| (id.value.clone(), ()))
        .collect();
    let programs = record.programs.iter().map(|program| &program.value);
    programs.map(|p| program(p, &known, notes)).collect()
}

fn program(program: &RawProgram, known: &BTreeMap<IndicatorId, ()>, notes: &mut Notes) -> Program {
    let indicators = program.indicators.iter();
    let english = program.english.as_ref().map(|en| &en.value.name);
    Program {
        id: program.id.value.clone(),
        name: wording(&program.name, english),
        budget: program
            .budget
            .as_ref()
            .and_then(|amount| notes.money(amount)),
        source: value(&program.source),
        indicators: indicators
            .filter_map(|id| notes.known(code::NO_INDICATOR, id, known))
            .collect(),
    }
}

/// The kinds of document that every contract of the regime must have. Whom the others apply to
/// is said in words only.
fn required_documents(
    contract: &Contract,
    regime: &Regime,
    record: &RawContract,
    notes: &mut Notes,
) {
    let held = |kind: &str| {
        let mut kinds = contract.documents.iter().map(|d| d.kind.as_deref());
        kinds.any(|held| held == Some(kind))
    };
    let of_all = regime.required_documents.iter();
    let of_all = of_all.filter(|required| required.applies_to.is_none());
    let missing = of_all.map(|required| required.kind.own().as_str());
    let missing: Vec<&str> = missing.filter(|kind| !held(kind)).collect();
    if !missing.is_empty() {
        let arguments: super::notes::Arguments = &[("kinds", &missing.join(", "))];
        notes.warning(code::DOCUMENTS_MISSING, record.regime.span, arguments);
    }
}

/// What was signed must be sound before anything amends it.
fn as_signed(contract: &Contract, regime: &Regime, record: &RawContract, notes: &mut Notes) {
    let goals = record.goals.value.iter();
    let raw = goals
        .flat_map(|goal| &goal.value.indicators.value)
        .map(|i| &i.value);
    let places: BTreeMap<&IndicatorId, TermPlaces> = raw
        .map(|i| (&i.id.value, TermPlaces::of_terms(i.id.span, &i.terms)))
        .collect();
    for indicator in contract.goals.iter().flat_map(|goal| &goal.indicators) {
        if let Some(places) = places.get(&indicator.id) {
            target::consistent(indicator, contract, regime, places, notes);
            target::against_baseline(indicator, places.target(), notes);
        }
    }
}

/// Whether every indicator could be read: the weight of one that couldn't would be missed in
/// the sum, and its own mistake told twice.
fn is_whole(contract: &Contract, record: &RawContract) -> bool {
    let all = cascade::indicators_of(record).count();
    contract.commitments_on(Date::MAX).len() == all
}

fn weights_as_signed(contract: &Contract, record: &RawContract, notes: &mut Notes) {
    let signed = contract.goals.iter().flat_map(|goal| &goal.indicators);
    target::weights(signed.map(Arc::as_ref), weights_place(record), notes);
}

/// The first indicator that has a weight.
fn weights_place(record: &RawContract) -> TextSpan {
    let mut indicators = cascade::indicators_of(record);
    let first = indicators.find_map(|(_, terms)| terms.weight.as_ref());
    first.map_or(record.goals.span, |weight| weight.span)
}

/// Two contracts of one post at the same time.
fn overlaps(raw: &Raw, people: &ById<PersonId, Person>, problems: &mut Vec<Problem>) {
    let mut by_post: BTreeMap<_, Vec<(Period, &ContractId, &Sp<_>)>> = BTreeMap::new();
    for (id, parsed) in &raw.contracts {
        if let Some(record) = &parsed.record {
            let period = &record.period.value;
            let mut days = Period {
                start: period.start.value,
                end: period.end.value,
            };
            let person = people.get(&record.person.value);
            let left = person.and_then(|person| left_on(person, &record.post.value, days));
            days.end = left.unwrap_or(days.end);
            by_post
                .entry(&record.post.value)
                .or_default()
                .push((days, id, &record.period));
        }
    }
    for contracts in by_post.values_mut() {
        contracts.sort_by_key(|(days, ..)| days.start);
        for pair in contracts
            .windows(2)
            .filter(|pair| pair[0].0.overlaps(pair[1].0))
        {
            let [(_, earlier, _), (_, later, period)] = pair else {
                continue;
            };
            let file = &raw.contracts[*later].file;
            let mut notes = Notes::new(file, problems);
            notes.error(code::PERIOD_OVERLAP, period.span, &[("name", *earlier)]);
        }
    }
}
