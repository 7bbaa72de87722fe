//! What can be found, in the order of results: organisations, then officials, posts and indicators,
//! each from the top of the government down.
//!
//! Written once for all languages, in the words of the site's first one.

use super::super::said::Said;
use super::super::scene::Scene;
use super::{held, latest, posts_held, rank};
use crate::format::MessageError;
use crate::model::{Contract, IndicatorId, Language, Opd, Person, PersonId, Post, PostId, Wording};
use crate::search::{Entry, Kind};
use crate::url::{self, Address, Subject};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that can be found.
///
/// # Errors
/// Messages that are needed and the locale files don't have.
pub fn entries(scene: Scene<'_>) -> Result<Vec<Entry>, Vec<MessageError>> {
    let ranks: Ranks = scene
        .register
        .posts
        .keys()
        .map(|id| (rank(&scene, id), id))
        .collect::<BTreeMap<_, _>>()
        .into_values()
        .zip(0..)
        .collect();
    let mut entries = opds(&scene, &ranks);
    entries.extend(officials(&scene, &ranks));
    let mut posts: Vec<&Post> = scene.register.posts.values().collect();
    posts.sort_by_key(|post| ranks[&post.id]);
    entries.extend(posts.into_iter().map(|p| post(&scene, p)));
    let mut indicators = indicators(&scene);
    indicators.sort_by_key(|of| ranks[&of.contract.post]);
    entries.extend(indicators.iter().map(|of| indicator(&scene, of)));
    let faults = scene.into_faults();
    if faults.is_empty() {
        Ok(entries)
    } else {
        Err(faults)
    }
}

/// The place of each post in the order of the government.
type Ranks<'a> = BTreeMap<&'a PostId, usize>;

fn address(subject: Subject) -> String {
    Address::new(Language::Indonesian, subject).folder()
}

fn opds(scene: &Scene<'_>, ranks: &Ranks<'_>) -> Vec<Entry> {
    let top = |opd: &Opd| {
        let posts = scene.roster.posts_of(&opd.id).iter();
        posts.map(|post| ranks[post]).min().unwrap_or(usize::MAX)
    };
    let mut opds: Vec<&Opd> = scene.register.opds.values().collect();
    opds.sort_by_cached_key(|opd| (top(opd), opd.name.clone(), opd.id.clone()));
    opds.into_iter()
        .map(|opd| Entry {
            kind: Kind::Opd,
            address: address(Subject::Opd(opd.id.clone())),
            title: opd.name.own().clone(),
            detail: opd
                .short_name
                .as_ref()
                .map_or_else(String::new, |name| name.own().clone()),
            also: all([Some(&opd.name), opd.short_name.as_ref()]
                .into_iter()
                .flatten()),
        })
        .collect()
}

/// The words of texts in every language that the data have them in.
fn all<'w>(wordings: impl Iterator<Item = &'w Wording>) -> String {
    let words = wordings.flat_map(|wording| {
        let languages = Language::ALL.into_iter();
        languages.map(|language| wording.in_language(language).0.as_str())
    });
    let words: BTreeSet<&str> = words.collect();
    words.into_iter().collect::<Vec<_>>().join(" ")
}

/// They are found by their posts too.
fn officials(scene: &Scene<'_>, ranks: &Ranks<'_>) -> Vec<Entry> {
    let place = |person: &Person| {
        let held = held(scene, person).into_iter();
        held.map(|tenure| ranks[&tenure.post])
            .min()
            .unwrap_or(usize::MAX)
    };
    let mut people: Vec<&Person> = scene.register.people.values().collect();
    people.sort_by_cached_key(|person| {
        (
            place(person),
            latest(person).map(|t| t.inducted),
            person.id.clone(),
        )
    });
    people
        .into_iter()
        .map(|person| {
            let posts = held(scene, person).into_iter();
            let posts = posts.map(|tenure| &scene.register.posts[&tenure.post].name);
            Entry {
                kind: Kind::Official,
                address: address(Subject::Official(person.id.clone())),
                title: person.name.clone().unwrap_or_default(),
                also: all(posts),
                detail: posts_held(scene, person).text,
            }
        })
        .collect()
}

fn post(scene: &Scene<'_>, post: &Post) -> Entry {
    let opd = post.opd.as_ref().map(|opd| &scene.register.opds[opd]);
    let of_opd = opd.map(|opd| [Some(&opd.name), opd.short_name.as_ref()]);
    let names = of_opd.into_iter().flatten().flatten();
    Entry {
        kind: Kind::Post,
        address: address(Subject::Post(post.id.clone())),
        title: post.name.own().clone(),
        also: all(names.chain([&post.name])),
        detail: opd.map_or_else(String::new, |opd| opd.name.own().clone()),
    }
}

fn indicator(scene: &Scene<'_>, of: &IndicatorOf<'_>) -> Entry {
    let (person, year) = (of.contract.person.clone(), of.contract.id.year);
    let page = address(Subject::OfficialYear(person, year));
    Entry {
        kind: Kind::Indicator,
        address: format!("{page}#{}", url::fragment(&of.anchor())),
        title: of.name.own().clone(),
        detail: of.detail(scene).text,
        also: all([of.name].into_iter()),
    }
}

/// An indicator in the latest contract in which somebody promised it under this name.
pub(super) struct IndicatorOf<'a> {
    pub contract: &'a Contract,
    pub id: &'a IndicatorId,
    pub name: &'a Wording,
}

impl IndicatorOf<'_> {
    pub fn anchor(&self) -> String {
        url::indicator_anchor(&self.contract.id, self.id)
    }

    /// Whose it is: post and year.
    pub fn detail(&self, scene: &Scene<'_>) -> Said {
        let post = scene.post_title(self.contract.capacity, &self.contract.post);
        post.within(|post| format!("{post}, {}", self.contract.id.year))
    }
}

/// The indicators of all contracts that were not withdrawn, by contract.
pub(super) fn indicators<'a>(scene: &Scene<'a>) -> Vec<IndicatorOf<'a>> {
    let mut latest: BTreeMap<(&PersonId, &PostId, &str), (usize, IndicatorOf<'a>)> =
        BTreeMap::new();
    let contracts = scene.register.contracts.values();
    let all = contracts.flat_map(|contract| {
        let indicators = scene.score_of(&contract.id).indicators.iter();
        indicators.map(move |score| (contract, &score.commitment.indicator))
    });
    for (place, (contract, indicator)) in all.enumerate() {
        let name = &indicator.name;
        let id = &indicator.id;
        let of = IndicatorOf { contract, id, name };
        latest.insert((&contract.person, &contract.post, name.own()), (place, of));
    }
    let mut indicators: Vec<(usize, IndicatorOf<'a>)> = latest.into_values().collect();
    indicators.sort_by_key(|(place, _)| *place);
    indicators.into_iter().map(|(_, of)| of).collect()
}
