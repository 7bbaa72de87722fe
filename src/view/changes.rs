//! `/perubahan/`: every change of a signed term or a published figure, latest first.

use super::change::{EventView, anchor, kind_word};
use super::frame::{Crumb, Frame, Heading};
use super::html::Html;
use super::scene::{Link, Scene};
use crate::format::Arg;
use crate::model::PersonId;
use crate::record::{Event, EventGroup, Reach};
use crate::url::{self, Address, FEED, Subject, official_feed};
use chrono::{DateTime, Utc};
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
    /// Address of the feed; none where nothing is told.
    pub feed: Option<String>,
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
            feed: is_told.then(|| scene.urls.file(FEED)),
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

/// A feed of changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedView {
    pub id: String,
    pub title: String,
    pub language: &'static str,
    pub author: String,
    pub rights: String,
    /// Absolute addresses of the feed and of the page it follows.
    pub own_url: String,
    pub page_url: String,
    pub updated: DateTime<Utc>,
    /// Latest first.
    pub entries: Vec<FeedEntry>,
}

/// An event in a feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedEntry {
    pub id: String,
    pub title: String,
    pub url: String,
    pub updated: DateTime<Utc>,
    pub html: String,
}

/// Readers of a feed look for what is new; everything stands in the register.
const MOST_ENTRIES: usize = 100;

impl FeedView {
    /// The feed of everything, or of one official; `None` where nothing is recorded. What is not
    /// committed is no news yet.
    pub(super) fn new(scene: &Scene<'_>, of: Option<&PersonId>) -> Option<Self> {
        let Reach::Since(since) = scene.record.reach else {
            return None;
        };
        let language = scene.words.language();
        let (file, subject) = match of {
            None => (FEED.to_owned(), Subject::Changes),
            Some(id) => (official_feed(id), Subject::Official(id.clone())),
        };
        let page_url = scene.urls.absolute(&Address::new(language, subject));
        let events: Vec<&Event> = match of {
            None => scene.record.events.iter().rev().collect(),
            Some(id) => scene.record.of_person(id).collect(),
        };
        let committed = events
            .into_iter()
            .filter(|event| scene.record.commit(&event.recorded).is_some());
        let entries: Vec<FeedEntry> = committed
            .take(MOST_ENTRIES)
            .map(|event| entry(scene, event, since))
            .collect();
        let start = since.and_time(chrono::NaiveTime::MIN).and_utc();
        Some(Self {
            id: scene.urls.tag(since, &file),
            title: title(scene, of),
            language: language.tag(),
            author: scene
                .words
                .plain(&scene.register.site.government)
                .to_owned(),
            rights: scene.register.site.licence.clone(),
            own_url: scene.urls.absolute_file(&file),
            page_url,
            updated: entries.first().map_or(start, |entry| entry.updated),
            entries,
        })
    }
}

fn title(scene: &Scene<'_>, of: Option<&PersonId>) -> String {
    let site = scene.words.plain(&scene.register.site.title);
    let changes = scene.words.text("nav_changes");
    match of.and_then(|id| scene.register.people.get(id)) {
        None => format!("{changes} – {site}"),
        Some(person) => format!("{changes}: {} – {site}", scene.person_name(person)),
    }
}

fn entry(scene: &Scene<'_>, event: &Event, since: crate::model::Date) -> FeedEntry {
    let view = EventView::new(scene, event);
    let anchor = anchor(event);
    let page = Address::new(scene.words.language(), Subject::Changes);
    let who = view.person.as_ref().map(|person| person.text.as_str());
    let parts = [
        who,
        view.post.as_ref().map(|post| post.text.as_str()),
        Some(view.about.text.as_str()),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    let lines: Vec<String> = view
        .changes
        .iter()
        .chain(&view.declared)
        .map(|line| format!("<p>{}</p>", line.as_str()))
        .collect();
    FeedEntry {
        id: scene.urls.tag(since, &format!("perubahan#{anchor}")),
        title: format!("{}: {}", kind_word(scene, event.kind), parts.join(", ")),
        url: format!("{}#{}", scene.urls.absolute(&page), url::fragment(&anchor)),
        updated: event.at,
        html: format!(
            "<p>{}</p>{}",
            Html::text(&parts.join(", ")).as_str(),
            lines.concat()
        ),
    }
}
