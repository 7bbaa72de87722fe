//! The index of names: who and what a site has, to be read without a script.

use super::super::said::Said;
use super::super::scene::{Link, Scene};
use super::entries::{IndicatorOf, indicators};
use super::{ON_ONE_PAGE, filed, kind_key, letter_name, posts_held};
use crate::model::{Person, Post, Wording};
use crate::search::{Filed, Kind, Letter};
use crate::url::letter_anchor;
use serde::Serialize;
use std::collections::BTreeMap;

/// The officials of one letter.
#[derive(Clone, Debug, Serialize)]
pub struct Group {
    pub name: String,
    pub anchor: String,
    pub rows: Vec<Row>,
}

/// All organisations, posts or indicators.
#[derive(Clone, Debug, Serialize)]
pub struct Listed {
    #[serde(skip)]
    pub(super) kind: Kind,
    pub name: String,
    pub rows: Vec<Row>,
}

/// Something with the line that tells it from its like.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    pub link: Link,
    pub detail: Said,
}

/// Officials by letter, or those of one letter.
pub(super) fn officials(scene: &Scene<'_>, of: Option<Letter>) -> Vec<Group> {
    let mut letters: BTreeMap<Letter, Vec<(Filed, &Person)>> = BTreeMap::new();
    for person in scene.register.people.values() {
        let filed = filed(scene.register, person);
        if of.is_none_or(|letter| letter == filed.letter) {
            letters
                .entry(filed.letter)
                .or_default()
                .push((filed, person));
        }
    }
    let group = |(letter, mut people): (Letter, Vec<(Filed, &Person)>)| {
        people.sort_by(|(a, p), (b, q)| (a, &p.id).cmp(&(b, &q.id)));
        Group {
            name: letter_name(scene, letter),
            anchor: letter_anchor(letter),
            rows: people
                .into_iter()
                .map(|(_, p)| official(scene, p))
                .collect(),
        }
    };
    letters.into_iter().map(group).collect()
}

fn official(scene: &Scene<'_>, person: &Person) -> Row {
    Row {
        link: scene.person_link(&person.id),
        detail: posts_held(scene, person),
    }
}

/// Whatever there is little enough of to be listed.
pub(super) fn lists(scene: &Scene<'_>) -> Vec<Listed> {
    let register = scene.register;
    let posts = || register.posts.values().map(|p| post(scene, p)).collect();
    let mut lists = Vec::new();
    let mut add = |kind: Kind, count: usize, rows: &dyn Fn() -> Vec<Row>| {
        if (1..=ON_ONE_PAGE).contains(&count) {
            let mut rows = rows();
            rows.sort_by_cached_key(|row| (Filed::text(&row.link.text), row.link.url.clone()));
            let name = scene.words.text(kind_key(kind));
            lists.push(Listed { kind, name, rows });
        }
    };
    add(Kind::Opd, register.opds.len(), &|| opds(scene));
    add(Kind::Post, register.posts.len(), &posts);
    let contracts = register.contracts.len();
    if contracts <= ON_ONE_PAGE {
        let indicators = indicators(scene);
        let rows = || indicators.iter().map(|of| indicator(scene, of)).collect();
        add(Kind::Indicator, indicators.len(), &rows);
    }
    lists
}

fn opds(scene: &Scene<'_>) -> Vec<Row> {
    let opds = scene.register.opds.values();
    opds.map(|opd| Row {
        link: scene.opd_link(&opd.id),
        detail: said(scene, opd.short_name.as_ref()),
    })
    .collect()
}

fn said(scene: &Scene<'_>, wording: Option<&Wording>) -> Said {
    wording.map_or_else(Said::default, |wording| scene.words.said(wording))
}

fn post(scene: &Scene<'_>, post: &Post) -> Row {
    let opd = post.opd.as_ref().map(|opd| &scene.register.opds[opd]);
    Row {
        link: scene.post_link(&post.id),
        detail: said(scene, opd.map(|opd| &opd.name)),
    }
}

fn indicator(scene: &Scene<'_>, of: &IndicatorOf<'_>) -> Row {
    Row {
        link: Link::to(
            scene.words.said(of.name),
            scene.contract_url(of.contract, &of.anchor()),
        ),
        detail: of.detail(scene),
    }
}
