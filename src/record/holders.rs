//! Who took up or left a post since the baseline. A tenure that had begun by then is no news, even
//! where its file came later.

use super::event::{Change, Event, EventKind, EventSubject};
use super::identity::Identities;
use super::line::stages;
use super::stated::Stated;
use super::terms::{Item, Term, TermKey};
use super::{Chronicle, Ledger};
use crate::model::{Date, PersonId, PostId};
use crate::parse::organisation::RawPerson;
use crate::parse::place::{Place, person_file};
use std::collections::{BTreeMap, BTreeSet};

/// Tenures by post and induction: when each ended.
type Tenures = BTreeMap<(PostId, Date), Option<Date>>;

pub(super) fn holders(chronicle: &Chronicle<'_>, ledger: &mut Ledger) {
    let committed = chronicle.history.files.keys();
    let paths = committed.chain(chronicle.sources.files.keys());
    let mut people: BTreeMap<PersonId, BTreeSet<PersonId>> = BTreeMap::new();
    for id in paths.filter_map(|path| person_id(path)) {
        let now = chronicle.identities.person_now(&id);
        people.entry(now).or_default().insert(id);
    }
    for (id, files) in people {
        person(chronicle, &id, &files, ledger);
    }
}

fn person_id(path: &str) -> Option<PersonId> {
    match Place::of(path) {
        Some(Ok(Place::Person(id))) => Some(id),
        _ => None,
    }
}

/// One person through all the files that were theirs.
fn person(
    chronicle: &Chronicle<'_>,
    id: &PersonId,
    files: &BTreeSet<PersonId>,
    ledger: &mut Ledger,
) {
    let paths: Vec<String> = files.iter().map(person_file).collect();
    let now = |path: &str| {
        let people = &chronicle.raw.people;
        people.get(&person_id(path)?)?.record.as_ref()
    };
    let stages = stages::<RawPerson>(chronicle, &paths, now);
    let mut before = Tenures::new();
    let mut called: Option<String> = None;
    for stage in &stages {
        let Some(record) = stage.held.record() else {
            continue;
        };
        let after = tenures(record, &chronicle.identities);
        let name = record.name.as_ref().map(|name| name.value.clone());
        if !chronicle.is_baseline(stage.order) {
            tell(chronicle, id, stage.order, (&before, &after), ledger);
            if called.is_some() && called != name {
                let names = [&called, &name].map(|name| name.clone().unwrap_or_default());
                tell_of_name(chronicle, id, stage.order, &after, names, ledger);
            }
        }
        before = after;
        called = name;
    }
}

fn tenures(person: &RawPerson, identities: &Identities) -> Tenures {
    let tenures = person.tenures.iter().map(|tenure| &tenure.value);
    tenures
        .map(|tenure| {
            let ended = tenure.ended.as_ref().map(|date| date.value);
            (
                (
                    identities.post_now(&tenure.post.value),
                    tenure.inducted.value,
                ),
                ended,
            )
        })
        .collect()
}

fn tell(
    chronicle: &Chronicle<'_>,
    id: &PersonId,
    order: usize,
    (before, after): (&Tenures, &Tenures),
    ledger: &mut Ledger,
) {
    for ((post, inducted), ended) in after {
        let known = before.get(&(post.clone(), *inducted));
        let begins = known.is_none() && *inducted > chronicle.since;
        let ends = match known {
            Some(known) => known != ended,
            None => ended.is_some_and(|ended| ended > chronicle.since),
        };
        let subject = EventSubject::Tenure(id.clone(), post.clone());
        let mut event = Event {
            person: Some(id.clone()),
            post: Some(post.clone()),
            ..chronicle.event(order, subject, EventKind::Holder)
        };
        if begins {
            let change = change(Term::Inducted, None, Some(*inducted));
            event.changes.push(change);
        }
        if ends {
            let change = change(Term::Ended, known.copied().flatten(), *ended);
            event.changes.push(change);
        }
        if !event.changes.is_empty() {
            ledger.events.push(event);
        }
    }
}

/// The name of whoever the file is about was changed: a slip put right, or another person.
fn tell_of_name(
    chronicle: &Chronicle<'_>,
    id: &PersonId,
    order: usize,
    tenures: &Tenures,
    [before, after]: [String; 2],
    ledger: &mut Ledger,
) {
    let Some(((post, _), _)) = tenures.iter().max_by_key(|((_, inducted), _)| *inducted) else {
        return;
    };
    let subject = EventSubject::Tenure(id.clone(), post.clone());
    let key = TermKey {
        item: Item::Whole,
        term: Term::Name,
    };
    ledger.events.push(Event {
        person: Some(id.clone()),
        post: Some(post.clone()),
        changes: vec![Change {
            key,
            name: None,
            before: Stated::Word(before),
            after: Stated::Word(after),
        }],
        ..chronicle.event(order, subject, EventKind::Holder)
    });
}

fn change(term: Term, before: Option<Date>, after: Option<Date>) -> Change {
    let stated = |date: Option<Date>| date.map_or(Stated::Nothing, Stated::Day);
    Change {
        key: TermKey {
            item: Item::Whole,
            term,
        },
        name: None,
        before: stated(before),
        after: stated(after),
    }
}
