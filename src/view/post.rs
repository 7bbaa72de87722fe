//! A post and its holders over time, acting ones included.

use super::contract::{RelativeView, relative};
use super::frame::{Crumb, Frame, Heading};
use super::official::period;
use super::row::ContractRow;
use super::said::Said;
use super::scene::{Link, Scene};
use crate::model::{Capacity, Contract, Person, PostId, Tenure};
use crate::url::{Address, Subject};
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct PostView {
    pub frame: Frame,
    pub name: Said,
    pub opd: Option<Link>,
    pub echelon: Option<String>,
    pub holders: Vec<HolderView>,
    pub superior: Option<RelativeView>,
    pub subordinates: Vec<RelativeView>,
}

/// A time in the post, with the contracts signed in it.
#[derive(Clone, Debug, Serialize)]
pub struct HolderView {
    pub person: Link,
    pub capacity: String,
    pub period: String,
    pub is_current: bool,
    pub contracts: Vec<ContractRow>,
}

impl PostView {
    pub(super) fn new(scene: &Scene<'_>, id: &PostId) -> Self {
        let post = &scene.register.posts[id];
        let opd = post.opd.as_ref().map(|opd| scene.opd_link(opd));
        let holders: Vec<HolderView> = scene
            .holders(id)
            .into_iter()
            .map(|(person, tenure)| holder(scene, person, tenure))
            .collect();
        Self {
            frame: frame(scene, id, opd.clone()),
            name: scene.words.said(&post.name),
            opd,
            echelon: post.echelon.clone(),
            holders,
            superior: post.superior.as_ref().map(|above| relative(scene, above)),
            subordinates: scene
                .subordinates(id)
                .map(|below| relative(scene, &below.id))
                .collect(),
        }
    }
}

fn frame(scene: &Scene<'_>, id: &PostId, opd: Option<Link>) -> Frame {
    let name = scene.words.plain(&scene.register.posts[id].name).to_owned();
    let description = scene
        .words
        .say("post_description", &[("post", (&name).into())]);
    let crumbs = opd
        .map(|opd| Crumb {
            text: opd.text,
            url: Some(opd.url),
        })
        .into_iter()
        .collect();
    let address = Address::new(scene.words.language(), Subject::Post(id.clone()));
    Frame::new(
        scene,
        &address,
        Heading {
            title: name,
            description,
            crumbs,
        },
    )
}

fn holder(scene: &Scene<'_>, person: &Person, tenure: &Tenure) -> HolderView {
    let contracts: Vec<&Contract> = scene
        .contracts_of(&person.id)
        .filter(|c| c.post == tenure.post && c.capacity == tenure.capacity)
        .filter(|c| tenure.ended.is_none_or(|end| c.period.start <= end))
        .filter(|c| c.period.end >= tenure.inducted)
        .collect();
    let today = scene.score.today;
    HolderView {
        person: scene.person_link(&person.id),
        capacity: scene.words.text(match tenure.capacity {
            Capacity::Definitive => "capacity_definitive",
            Capacity::Acting => "capacity_acting",
            Capacity::DailyActing => "capacity_daily_acting",
        }),
        period: period(scene, tenure),
        is_current: tenure.inducted <= today && tenure.ended.is_none_or(|end| today <= end),
        contracts: contracts
            .iter()
            .rev()
            .map(|c| ContractRow {
                post: super::contract::term(scene, c),
                ..ContractRow::now(scene, c)
            })
            .collect(),
    }
}
