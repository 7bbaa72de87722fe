//! An event of the record in words: what changed, from what to what, when and by which commit.

use super::commit::CommitView;
use super::html::Html;
use super::said::Said;
use super::scene::{Link, Scene};
use super::state::Tag;
use crate::format::Arg;
use crate::model::{
    Capacity, Contract, ContractId, Indicator, Markdown, PersonId, PostId, Unit, Wording,
};
use crate::record::{Change, Event, EventKind, EventSubject, Item, Stated, Term};
use crate::source::short_commit;
use crate::url::{self, Subject};
use serde::Serialize;

/// An event on a page.
#[derive(Clone, Debug, Serialize)]
pub struct EventView {
    pub anchor: String,
    /// The day it was recorded.
    pub date: String,
    /// Nothing for what is saved and not committed.
    pub commit: Option<CommitView>,
    pub tag: Tag,
    /// Whom it concerns.
    pub person: Option<Link>,
    pub post: Option<Said>,
    /// Contract and quarter, a post, or rules.
    pub about: Link,
    /// "Prevalensi stunting: target 6,0% → 6,4%"
    pub changes: Vec<Html>,
    /// What the office said about it.
    pub declared: Option<Html>,
}

impl EventView {
    pub(super) fn new(scene: &Scene<'_>, event: &Event) -> Self {
        Self {
            anchor: anchor(event),
            date: scene.words.date(event.recorded.on),
            commit: CommitView::new(scene, &event.recorded),
            tag: tag(scene, event.kind),
            person: event.person.as_ref().map(|id| person(scene, id)),
            post: named_post(scene, event),
            about: about(scene, event),
            changes: changes(scene, event),
            declared: declared(scene, event),
        }
    }
}

/// A name for the event that no later one takes.
pub(super) fn anchor(event: &Event) -> String {
    let commit = match &event.recorded.by {
        crate::model::RecordedBy::Commit(id) => short_commit(id.as_str()).to_owned(),
        crate::model::RecordedBy::WorkTree => "-".to_owned(),
    };
    let subject = match &event.subject {
        EventSubject::Contract(id) => format!("{id}"),
        EventSubject::Report(id, quarter) => format!("{id}/{}", quarter.of_year.key()),
        EventSubject::Tenure(person, post) => format!("{person}/{post}"),
        EventSubject::Rules(id) => id.to_string(),
    };
    let first = event.changes.first().map(|change| match &change.key.item {
        Item::Indicator(id) if event.kind == EventKind::Revised => format!("/{id}"),
        _ => String::new(),
    });
    let declared = event
        .declared
        .as_ref()
        .filter(|_| event.kind != EventKind::Revised);
    let day = declared.map(|declared| format!("/{}", declared.on));
    format!(
        "{commit}/{subject}/{}{}{}",
        event.kind.key(),
        first.unwrap_or_default(),
        day.unwrap_or_default()
    )
}

pub(super) fn kind_word(scene: &Scene<'_>, kind: EventKind) -> String {
    scene
        .words
        .say("change_kind", &[("kind", kind.key().into())])
}

fn tag(scene: &Scene<'_>, kind: EventKind) -> Tag {
    let (tone, mark) = match kind {
        kind if kind.is_silent() => ("bad", "!"),
        EventKind::Restored => ("good", "✓"),
        EventKind::Amended | EventKind::Corrected | EventKind::Revised => ("watch", "✎"),
        _ => ("neutral", "○"),
    };
    Tag {
        tone,
        mark,
        text: kind_word(scene, kind),
    }
}

fn person(scene: &Scene<'_>, id: &PersonId) -> Link {
    if scene.register.people.contains_key(id) {
        return scene.person_link(id);
    }
    Link::own(id.to_string(), scene.link(Subject::Changes))
}

/// The post, unless the event is about it anyhow.
fn named_post(scene: &Scene<'_>, event: &Event) -> Option<Said> {
    match event.subject {
        EventSubject::Tenure(..) => None,
        _ => event.post.as_ref().map(|id| post(scene, id)),
    }
}

fn post(scene: &Scene<'_>, id: &PostId) -> Said {
    let post = scene.register.posts.get(id);
    post.map_or_else(
        || Said::own(id.to_string()),
        |_| scene.post_title(Capacity::Definitive, id),
    )
}

/// As what somebody took up or left a post.
fn capacity(scene: &Scene<'_>, event: &Event, person: &PersonId, post: &PostId) -> Capacity {
    let tenures = scene.register.people.get(person).into_iter();
    let mut tenures = tenures
        .flat_map(|person| &person.tenures)
        .filter(|tenure| tenure.post == *post);
    let is_told = |day: crate::model::Date| {
        let mut changes = event.changes.iter();
        changes.any(|change| [&change.before, &change.after].contains(&&Stated::Day(day)))
    };
    let told = tenures.find(|tenure| is_told(tenure.inducted) || tenure.ended.is_some_and(is_told));
    told.map_or(Capacity::Definitive, |tenure| tenure.capacity)
}

/// What the event is about, with the page that tells the most of it.
fn about(scene: &Scene<'_>, event: &Event) -> Link {
    match &event.subject {
        EventSubject::Contract(id) => contract(scene, id, None),
        EventSubject::Report(id, quarter) => {
            contract(scene, id, Some(scene.words.quarter_short(*quarter)))
        }
        EventSubject::Tenure(person, id) if scene.register.posts.contains_key(id) => Link::to(
            scene.post_title(capacity(scene, event, person, id), id),
            scene.post_link(id).url,
        ),
        EventSubject::Tenure(_, id) => Link::own(id.to_string(), scene.link(Subject::Changes)),
        EventSubject::Rules(id) => Link::own(
            scene.register.regimes.get(id).map_or_else(
                || id.to_string(),
                |regime| super::regime::version_name(scene, regime),
            ),
            format!("{}#{id}", scene.link(Subject::Method)),
        ),
    }
}

fn contract(scene: &Scene<'_>, id: &ContractId, quarter: Option<String>) -> Link {
    let Some(found) = scene.register.contracts.get(id) else {
        return Link::own(id.to_string(), scene.link(Subject::Changes));
    };
    let term = super::contract::term(scene, found);
    let text = match quarter {
        Some(quarter) => term.within(|term| format!("{term}, {quarter}")),
        None => term,
    };
    Link::to(text, scene.contract_url(found, &url::contract_anchor(id)))
}

/// One line for each indicator, programme or whole, with all that changed of it.
fn changes(scene: &Scene<'_>, event: &Event) -> Vec<Html> {
    let mut lines: Vec<(Option<Html>, Vec<Html>)> = Vec::new();
    for change in &event.changes {
        let name = change.name.as_deref();
        let name = name.map(|name| Html::said(&called(scene, event, &change.key.item, name)));
        let unit = indicator_of(scene, event, &change.key.item).and_then(|i| i.unit.as_ref());
        let told = told(scene, change, event.kind, unit);
        match lines.last_mut() {
            Some((last, parts)) if *last == name => parts.push(told),
            _ => lines.push((name, vec![told])),
        }
    }
    let lines = lines.into_iter();
    lines
        .map(|(name, parts)| {
            let texts: Vec<&str> = parts.iter().map(Html::as_str).collect();
            let joined = Html::message(texts.join("; "));
            match name {
                None => joined,
                Some(name) => scene
                    .words
                    .html_around("change_of", &[("name", &name), ("changes", &joined)]),
            }
        })
        .collect()
}

/// What an indicator or programme was called then; in the page's language where it is called the
/// same now.
fn called(scene: &Scene<'_>, event: &Event, item: &Item, name: &str) -> Said {
    let now = name_of_item(scene, event, item);
    match now.filter(|now| *now.own() == name) {
        Some(now) => scene.words.said(now),
        None => scene.words.untranslated(name.to_owned()),
    }
}

/// The contract that an event is about, as it stands.
fn contract_of<'a>(scene: &Scene<'a>, event: &Event) -> Option<&'a Contract> {
    match &event.subject {
        EventSubject::Contract(id) | EventSubject::Report(id, _) => {
            scene.register.contracts.get(id)
        }
        EventSubject::Tenure(..) | EventSubject::Rules(_) => None,
    }
}

fn indicator_of<'a>(scene: &Scene<'a>, event: &Event, item: &Item) -> Option<&'a Indicator> {
    let Item::Indicator(id) = item else {
        return None;
    };
    let signed = contract_of(scene, event)?.goals.iter();
    let signed = signed.flat_map(|goal| &goal.indicators);
    let mut signed = signed.map(|indicator| indicator.as_ref());
    signed.find(|indicator| indicator.id == *id)
}

fn name_of_item<'a>(scene: &Scene<'a>, event: &Event, item: &Item) -> Option<&'a Wording> {
    match item {
        Item::Whole => None,
        Item::Indicator(_) => indicator_of(scene, event, item).map(|i| &i.name),
        Item::Program(id) => {
            let mut programs = contract_of(scene, event)?.programs.iter();
            programs.find(|p| p.id == *id).map(|p| &p.name)
        }
    }
}

fn told(scene: &Scene<'_>, change: &Change, kind: EventKind, unit: Option<&Wording<Unit>>) -> Html {
    let words = &scene.words;
    match (&change.key.term, &change.before, &change.after) {
        (Term::Presence, _, Stated::Nothing) => words.html("change_removed", &[]),
        (Term::Presence, ..) => words.html("change_added", &[]),
        (Term::Withdrawal, ..) => words.html("change_withdrawn", &[]),
        (Term::Inducted, Stated::Nothing, Stated::Day(day)) => {
            let date = words.date(*day);
            words.html("holds_since", &[("date", Arg::from(&date))])
        }
        (Term::Ended, Stated::Nothing, Stated::Day(day)) => {
            let date = words.date(*day);
            words.html("holds_until", &[("date", Arg::from(&date))])
        }
        (term, before, after) => {
            let term = term_word(scene, term);
            let key = match (before, after) {
                (Stated::Nothing, _) => "change_entered",
                (_, Stated::Nothing) => "change_taken_out",
                // What was promised still binds, whatever the file says.
                _ if kind == EventKind::Undeclared => "changed_term_undeclared",
                _ => "changed_term",
            };
            let stated = |what| stated_in(scene, what, unit);
            let (before, after) = (stated(before), stated(after));
            let args = [
                ("what", Arg::from(&term)),
                ("before", Arg::from(&before)),
                ("after", Arg::from(&after)),
            ];
            words.html(key, &args)
        }
    }
}

fn term_word(scene: &Scene<'_>, term: &Term) -> String {
    match term {
        Term::Quarter(quarter) => {
            let quarter = crate::model::Quarter::new(0, *quarter);
            scene.words.quarter_short(quarter)
        }
        Term::Rule(key) => key.clone(),
        Term::English(of) => {
            let of = term_word(scene, of);
            scene
                .words
                .say("change_english", &[("what", Arg::from(&of))])
        }
        term => {
            let key = match term {
                Term::Ended => "berakhir",
                term => term.key(),
            };
            scene.words.say("change_term", &[("key", key.into())])
        }
    }
}

/// A value as readers write it, with its unit in English where the indicator says it.
fn stated_in(scene: &Scene<'_>, stated: &Stated, known: Option<&Wording<Unit>>) -> String {
    let formats = scene.words.formats();
    let measure = |value, unit: &Option<String>| match known {
        Some(known) if Some(&known.own().many) == unit.as_ref() => {
            scene.words.measure(value, Some(known))
        }
        _ => formats.measure(value, unit.as_deref()),
    };
    match stated {
        Stated::Nothing => "–".to_owned(),
        Stated::Number { value, unit } => measure(*value, unit),
        Stated::Range { from, to, unit } => {
            let from = formats.quantity(*from);
            format!("{from}–{}", measure(*to, unit))
        }
        Stated::Word(word) => name_of(scene, word),
        Stated::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Stated::Day(date) => scene.words.date(*date),
        Stated::Signed { by, on } => format!("{by}, {}", scene.words.date(*on)),
    }
}

/// The name behind an id, where the word is one of a person or post.
fn name_of(scene: &Scene<'_>, word: &str) -> String {
    let person = PersonId::new(word).and_then(|id| scene.register.people.get(&id));
    if let Some(person) = person {
        return scene.person_name(person);
    }
    let post = PostId::new(word).and_then(|id| scene.register.posts.get(&id));
    post.map_or_else(
        || word.to_owned(),
        |post| scene.words.plain(&post.name).to_owned(),
    )
}

/// "menurut adendum 3 Agustus 2026: Pergeseran anggaran."
fn declared(scene: &Scene<'_>, event: &Event) -> Option<Html> {
    let declared = event.declared.as_ref()?;
    let date = scene.words.date(declared.on);
    let reason = scene.inline(&Markdown(declared.reason.clone()));
    let parts = [("date", &Html::text(&date)), ("reason", &reason)];
    Some(scene.words.html_around("change_declared", &parts))
}
