//! `/perubahan/`: every change of a signed term or a published figure, latest first.

use super::change::EventView;
use super::frame::{Crumb, Frame, Heading};
use super::scene::{Link, Scene};
use crate::format::Arg;
use crate::model::PersonId;
use crate::record::{Event, EventGroup, Reach};
use crate::url::{Address, Subject};
use serde::Serialize;
use std::collections::BTreeMap;

/// The register of changes, whole or one group of kinds.
#[derive(Clone, Debug, Serialize)]
pub struct ChangesView {
    pub frame: Frame,
    pub title: String,
    /// Since when changes are told, or why none are.
    pub lead: String,
    /// The same register by kinds; empty where nothing is told.
    pub groups: Vec<GroupLink>,
    /// Officials with changes, most changes first.
    pub officials: Vec<GroupLink>,
    pub events: Vec<EventView>,
    /// Whether the past is known.
    pub is_told: bool,
}

/// A part of the register, with how much is in it.
#[derive(Clone, Debug, Serialize)]
pub struct GroupLink {
    pub link: Link,
    pub count: String,
    pub current: bool,
}

impl ChangesView {
    pub(super) fn new(scene: &Scene<'_>, group: Option<EventGroup>) -> Self {
        let words = &scene.words;
        let title = match group {
            None => words.text("nav_changes"),
            Some(group) => group_word(scene, group),
        };
        let lead = reach(scene);
        let subject = subject(group);
        let address = Address::new(words.language(), subject);
        let heading = Heading {
            title: title.clone(),
            description: lead.clone(),
            crumbs: group.map(|_| above(scene)).into_iter().collect(),
        };
        let is_told = matches!(scene.record.reach, Reach::Since(_));
        let events = scene.record.events.iter().rev();
        let shown = events.filter(|e| group.is_none_or(|group| group.holds(e.kind)));
        Self {
            frame: Frame::new(scene, &address, heading),
            title,
            lead,
            groups: if is_told {
                groups(scene, group)
            } else {
                Vec::new()
            },
            officials: officials(scene),
            events: shown.map(|event| EventView::new(scene, event)).collect(),
            is_told,
        }
    }
}

/// The whole register, above each of its parts.
fn above(scene: &Scene<'_>) -> Crumb {
    Crumb {
        text: scene.words.text("nav_changes"),
        url: Some(scene.link(Subject::Changes)),
    }
}

/// The latest changes of what was promised or published.
#[derive(Clone, Debug, Serialize)]
pub struct LatestView {
    pub events: Vec<EventView>,
    pub all: Link,
}

/// More would push the officials' next evaluations out of sight.
const MOST_LATEST: usize = 3;

impl LatestView {
    /// `None` where nothing has changed.
    pub(super) fn new(scene: &Scene<'_>) -> Option<Self> {
        let events = scene.record.events.iter().rev();
        let weighty = events.filter(|event| !EventGroup::Others.holds(event.kind));
        let events: Vec<EventView> = weighty
            .take(MOST_LATEST)
            .map(|event| EventView::new(scene, event))
            .collect();
        (!events.is_empty()).then(|| Self {
            events,
            all: Link::own(
                scene.words.text("changes_see_all"),
                scene.link(Subject::Changes),
            ),
        })
    }
}

fn subject(group: Option<EventGroup>) -> Subject {
    group.map_or(Subject::Changes, Subject::ChangesOf)
}

/// Since when changes are told, or why none are.
pub(super) fn reach(scene: &Scene<'_>) -> String {
    let words = &scene.words;
    match scene.record.reach {
        Reach::Since(since) => {
            let date = words.date(since);
            words.say("recorded_since", &[("date", Arg::from(&date))])
        }
        Reach::Nothing(why) => {
            let key = match why {
                crate::source::WhyUnknown::NotAsked => "not_recorded",
                crate::source::WhyUnknown::NoRepository => "not_recorded_repository",
                crate::source::WhyUnknown::NoCommits => "not_recorded_commits",
                crate::source::WhyUnknown::Shallow => "not_recorded_shallow",
                crate::source::WhyUnknown::NoGit => "not_recorded_git",
            };
            words.text(key)
        }
    }
}

fn group_word(scene: &Scene<'_>, group: EventGroup) -> String {
    scene.words.text(match group {
        EventGroup::Silent => "changes_silent",
        EventGroup::Amendments => "changes_amendments",
        EventGroup::Revisions => "changes_revisions",
        EventGroup::Others => "changes_others",
    })
}

fn groups(scene: &Scene<'_>, current: Option<EventGroup>) -> Vec<GroupLink> {
    let all = [None].into_iter().chain(EventGroup::ALL.map(Some));
    all.map(|group| {
        let held = |event: &&Event| group.is_none_or(|group| group.holds(event.kind));
        let count = scene.record.events.iter().filter(held).count();
        GroupLink {
            link: Link::own(
                group.map_or_else(
                    || scene.words.text("changes_all"),
                    |group| group_word(scene, group),
                ),
                scene.link(subject(group)),
            ),
            count: scene.words.formats().count(count as u64),
            current: group == current,
        }
    })
    .collect()
}

/// Who has changes, most changes first, each leading to the official's own list.
fn officials(scene: &Scene<'_>) -> Vec<GroupLink> {
    let mut counts: BTreeMap<&PersonId, usize> = BTreeMap::new();
    let people = scene.record.events.iter().filter_map(|e| e.person.as_ref());
    for person in people.filter(|id| scene.register.people.contains_key(id)) {
        *counts.entry(person).or_default() += 1;
    }
    let mut counts: Vec<(&PersonId, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(id, count)| (std::cmp::Reverse(*count), *id));
    counts
        .into_iter()
        .map(|(id, count)| GroupLink {
            link: scene.person_link(id),
            count: scene.words.formats().count(count as u64),
            current: false,
        })
        .collect()
}
