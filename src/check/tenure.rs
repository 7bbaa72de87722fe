//! That a post has one definitive holder at a time.

use super::notes::Notes;
use crate::model::{Capacity, Date, PersonId, PostId};
use crate::parse::Raw;
use crate::parse::organisation::RawTenure;
use crate::parse::reader::Sp;
use crate::problem::{Problem, code};
use std::collections::BTreeMap;

/// Somebody's time in a post, as it is written.
struct Held<'r> {
    person: &'r PersonId,
    file: &'r str,
    post: &'r Sp<PostId>,
    inducted: Date,
    ended: Option<Date>,
}

/// Tells of two people who hold one post `definitif` on the same days, where the later one was inducted.
/// One may leave on the day on which the other is inducted; who is acting stands in for a holder.
pub fn one_holder_each(raw: &Raw, problems: &mut Vec<Problem>) {
    let mut by_post: BTreeMap<&PostId, Vec<Held<'_>>> = BTreeMap::new();
    for (person, parsed) in &raw.people {
        let tenures = parsed.record.iter().flat_map(|record| &record.tenures);
        let definitive = tenures.filter(|tenure| is_definitive(&tenure.value));
        for Sp { value, .. } in definitive {
            by_post.entry(&value.post.value).or_default().push(Held {
                person,
                file: &parsed.file,
                post: &value.post,
                inducted: value.inducted.value,
                ended: value.ended.as_ref().map(|day| day.value),
            });
        }
    }
    for held in by_post.values_mut() {
        held.sort_by_key(|held| held.inducted);
        for (at, later) in held.iter().enumerate() {
            let still = |earlier: &&Held<'_>| {
                let stays = earlier.ended.is_none_or(|ended| ended > later.inducted);
                earlier.person != later.person && stays
            };
            if let Some(earlier) = held[..at].iter().find(still) {
                let mut notes = Notes::new(later.file, problems);
                let (name, post) = (earlier.person, &later.post.value);
                let arguments: super::notes::Arguments =
                    &[("name", name), ("post", post), ("date", &later.inducted)];
                notes.error(code::POST_HELD_TWICE, later.post.span, arguments);
            }
        }
    }
}

fn is_definitive(tenure: &RawTenure) -> bool {
    tenure.capacity.value == Capacity::Definitive
}
