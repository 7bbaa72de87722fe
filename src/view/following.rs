//! What a feed or a calendar looks at: the contracts, tenures and events of whom it follows.

use super::scene::Scene;
use crate::compute::TenureScore;
use crate::format::Arg;
use crate::model::{Contract, PersonId, PostId};
use crate::record::Event;
use crate::url::{Address, Following, Subject};
use serde::Serialize;
use std::collections::BTreeSet;

/// Where a page's readers follow what it tells.
#[derive(Clone, Debug, Serialize)]
pub struct FollowView {
    /// Atom.
    pub feed: String,
    pub json_feed: String,
    pub calendar: String,
}

impl FollowView {
    pub(super) fn new(scene: &Scene<'_>, what: &Following) -> Self {
        let urls = &scene.urls;
        Self {
            feed: urls.file(&what.feed()),
            json_feed: urls.file(&what.json_feed()),
            calendar: urls.file(&what.calendar()),
        }
    }
}

/// A feed as the head of a page names it, for programs that look for one there.
#[derive(Clone, Debug, Serialize)]
pub struct FeedLink {
    pub media_type: &'static str,
    pub url: String,
}

/// The feeds that the head of the page about `subject` names. On an official's page the links in
/// its text are enough: it is to come with the first flight of packets, and has no room for them
/// twice.
pub(super) fn feeds(scene: &Scene<'_>, subject: &Subject) -> Vec<FeedLink> {
    let what = match Following::on(subject) {
        None | Some(Following::Official(_)) => return Vec::new(),
        Some(what) => what,
    };
    let follow = FollowView::new(scene, &what);
    let of_type = |media_type, url| FeedLink { media_type, url };
    vec![
        of_type("application/atom+xml", follow.feed),
        of_type("application/feed+json", follow.json_feed),
    ]
}

/// The part of a site that somebody follows.
pub(super) struct Followed<'s, 'a> {
    pub scene: &'s Scene<'a>,
    pub what: &'s Following,
}

impl<'a> Followed<'_, 'a> {
    /// By id.
    pub fn contracts(&self) -> Vec<&'a Contract> {
        let scene = self.scene;
        match self.what {
            Following::Site => scene.register.contracts.values().collect(),
            Following::Official(person) => scene.contracts_of(person).collect(),
            Following::Opd(opd) => scene.contracts_of_opd(opd),
        }
    }

    /// By person, then in the order of theirs.
    pub fn tenures(&self) -> Vec<&'a TenureScore> {
        let all = &self.scene.score.tenures;
        match self.what {
            Following::Site => all.values().flatten().collect(),
            Following::Official(person) => all.get(person).into_iter().flatten().collect(),
            Following::Opd(_) => {
                let held = self.holders().into_iter().filter_map(|(person, place)| {
                    let mut of_person = all.get(&person)?.iter();
                    of_person.find(|tenure| tenure.place == place)
                });
                held.collect()
            }
        }
    }

    /// What the record tells, latest first. What is not committed is no news yet.
    pub fn events(&self) -> Vec<&'a Event> {
        let record = self.scene.record;
        let all: Vec<&Event> = match self.what {
            Following::Site => record.events.iter().rev().collect(),
            Following::Official(person) => record.of_person(person).collect(),
            Following::Opd(_) => self.events_of_posts(),
        };
        let mut committed = all;
        committed.retain(|event| record.commit(&event.recorded).is_some());
        committed
    }

    /// What happened to who holds or held a post of the organisation, in that post.
    fn events_of_posts(&self) -> Vec<&'a Event> {
        let record = self.scene.record;
        let posts = self.posts();
        let people: BTreeSet<PersonId> = self.holders().into_iter().map(|(id, _)| id).collect();
        let events = people.iter().flat_map(|person| record.of_person(person));
        events
            .filter(|event| event.post.as_ref().is_some_and(|post| posts.contains(post)))
            .collect()
    }

    fn posts(&self) -> &'a [PostId] {
        match self.what {
            Following::Opd(opd) => self.scene.roster.posts_of(opd),
            Following::Site | Following::Official(_) => &[],
        }
    }

    /// Who holds or held a post of the organisation, and which of their tenures that is.
    fn holders(&self) -> BTreeSet<(PersonId, usize)> {
        let posts = self.posts().iter();
        let holders = posts.flat_map(|post| self.scene.roster.holders(post));
        holders.cloned().collect()
    }

    /// Whom it is about, for titles; nobody in particular for the site.
    pub fn name(&self) -> Option<String> {
        let (scene, register) = (self.scene, self.scene.register);
        match self.what {
            Following::Site => None,
            Following::Official(person) => Some(scene.person_name(&register.people[person])),
            Following::Opd(opd) => Some(scene.words.plain(&register.opds[opd].name).to_owned()),
        }
    }

    /// `what`: of whom, on which site; and that people and figures are invented, where they are.
    pub fn title(&self, what: &str) -> String {
        let (words, site) = (&self.scene.words, &self.scene.register.site);
        let site_title = words.plain(&site.title);
        let title = match self.name() {
            None => format!("{what} – {site_title}"),
            Some(name) => format!("{what}: {name} – {site_title}"),
        };
        if !site.sample_data {
            return title;
        }
        words.say("following_sample", &[("title", Arg::from(&title))])
    }

    /// The address of the page that it follows.
    pub fn page_url(&self) -> String {
        let address = Address::new(self.scene.words.language(), self.what.subject());
        self.scene.urls.absolute(&address)
    }
}
