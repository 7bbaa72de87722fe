//! Organisations, posts and people.

use super::cycle::cycles;
use super::notes::{Notes, value};
use super::wording::{optional, wording};
use super::{each, file_exists};
use crate::model::{
    ById, Opd, OpdId, Person, PersonId, Post, PostId, Predecessor, Selection, Tenure,
};
use crate::parse::Raw;
use crate::parse::organisation::{RawOpd, RawPerson, RawPost, RawTenure};
use crate::parse::reader::Sp;
use crate::problem::{Problem, code};

pub fn opds(raw: &Raw, problems: &mut Vec<Problem>) -> ById<OpdId, Opd> {
    let opds = each(&raw.opds, problems, |id, opd, notes| {
        let english = opd.english.as_ref().map(|en| &en.value);
        let name = english.and_then(|en| en.name.as_ref());
        let short_name = english.and_then(|en| en.short_name.as_ref());
        Some(Opd {
            id: id.clone(),
            name: wording(&opd.name, name),
            short_name: optional("singkatan", opd.short_name.as_ref(), short_name, notes),
            predecessors: predecessors(opd, raw, notes),
        })
    });
    let before = |id: &OpdId| -> Vec<OpdId> {
        let opd = opds.get(id).map(|opd| &opd.predecessors);
        opd.into_iter().flatten().map(|p| p.opd.clone()).collect()
    };
    for id in cycles(opds.keys().cloned(), before) {
        let parsed = &raw.opds[&id];
        if let Some(first) = parsed
            .record
            .as_ref()
            .and_then(|opd| opd.predecessors.first())
        {
            let span = first.value.opd.span;
            Notes::new(&parsed.file, problems).error(code::CYCLE, span, &[("name", &id)]);
        }
    }
    opds
}

fn predecessors(opd: &RawOpd, raw: &Raw, notes: &mut Notes) -> Vec<Predecessor> {
    opd.predecessors
        .iter()
        .filter_map(|entry| {
            Some(Predecessor {
                opd: notes.known(code::NO_OPD, &entry.value.opd, &raw.opds)?,
                since: entry.value.since.value,
                event: entry.value.event.value,
            })
        })
        .collect()
}

pub fn posts(raw: &Raw, problems: &mut Vec<Problem>) -> ById<PostId, Post> {
    let posts = each(&raw.posts, problems, |id, post, notes| {
        let opd = post
            .opd
            .as_ref()
            .map(|opd| notes.known(code::NO_OPD, opd, &raw.opds));
        let superior = post.superior.as_ref();
        let superior = superior.map(|post| notes.known(code::NO_POST, post, &raw.posts));
        Some(Post {
            id: id.clone(),
            name: wording(&post.name, post.english.as_ref().map(|en| &en.value.name)),
            opd: opd.flatten(),
            echelon: value(&post.echelon),
            superior: superior.flatten(),
        })
    });
    let above = |id: &PostId| {
        posts
            .get(id)
            .and_then(|p| p.superior.clone())
            .into_iter()
            .collect()
    };
    for id in cycles(posts.keys().cloned(), above) {
        let parsed = &raw.posts[&id];
        if let Some(superior) = parsed
            .record
            .as_ref()
            .and_then(|post| post.superior.as_ref())
        {
            let mut notes = Notes::new(&parsed.file, problems);
            notes.error(code::CYCLE, superior.span, &[("name", &id)]);
        }
    }
    posts
}

pub fn people(raw: &Raw, problems: &mut Vec<Problem>) -> ById<PersonId, Person> {
    each(&raw.people, problems, |id, person, notes| {
        named(person, raw, notes);
        if let Some(photo) = &person.photo {
            file_exists(photo, raw, notes);
        }
        let tenures = person.tenures.iter();
        Some(Person {
            id: id.clone(),
            name: value(&person.name),
            photo: value(&person.photo).map(|photo| photo.0),
            tenures: tenures
                .filter_map(|t| tenure(&t.value, raw, notes))
                .collect(),
        })
    })
}

/// Only below echelon IV may a name be left out.
fn named(person: &RawPerson, raw: &Raw, notes: &mut Notes) {
    if person.name.is_some() {
        return;
    }
    let leading = |tenure: &&Sp<RawTenure>| {
        let post = raw.posts.get(&tenure.value.post.value);
        post.and_then(|post| post.record.as_ref())
            .is_some_and(is_leading)
    };
    if let Some(tenure) = person.tenures.iter().find(leading) {
        let post = &tenure.value.post;
        notes.error(code::NAME_MISSING, post.span, &[("post", &post.value)]);
    }
}

/// Echelons I to IV: `II.b`, `IVa`.
fn is_leading(post: &RawPost) -> bool {
    let echelon = post.echelon.as_ref().map_or("", |echelon| &echelon.value);
    let roman: String = echelon
        .chars()
        .take_while(|c| matches!(c, 'I' | 'V'))
        .collect();
    matches!(roman.as_str(), "I" | "II" | "III" | "IV")
}

fn tenure(tenure: &RawTenure, raw: &Raw, notes: &mut Notes) -> Option<Tenure> {
    let post = notes.known(code::NO_POST, &tenure.post, &raw.posts)?;
    if let Some(ended) = &tenure.ended
        && ended.value < tenure.inducted.value
    {
        let start = &tenure.inducted.value;
        notes.error(
            code::DATES_REVERSED,
            ended.span,
            &[("start", start), ("end", &ended.value)],
        );
    }
    Some(Tenure {
        post,
        capacity: tenure.capacity.value,
        inducted: tenure.inducted.value,
        ended: value(&tenure.ended),
        selection: tenure.selection.as_ref().map(|selection| Selection {
            kind: selection.value.kind.value.clone(),
            applicants: value(&selection.value.applicants),
            posts: value(&selection.value.posts),
        }),
    })
}
