//! The cascade of one year (pohon kinerja): every contract below what it hangs on.

use super::contract::term;
use super::frame::{Crumb, Frame, Heading};
use super::row::part_of_year;
use super::said::Said;
use super::scene::{Link, Scene};
use super::state::{Tag, headline_tag, standing_tag, tag};
use crate::compute::{Branch, BranchGoal, Forest, Leaf, forest};
use crate::format::Arg;
use crate::model::{Contract, IndicatorRef, Post, Quarter, QuarterOfYear, Standing};
use crate::url::{self, Address, Subject};
use serde::Serialize;
use std::collections::BTreeSet;

/// How many levels of a tree stand open at first.
const OPEN_LEVELS: usize = 2;

#[derive(Clone, Debug, Serialize)]
pub struct TreeView {
    pub frame: Frame,
    pub title: String,
    pub lead: String,
    pub roots: Vec<BranchView>,
    /// What hangs on nothing though somebody stands above it.
    pub loose: Vec<BranchView>,
    pub without_contract_heading: String,
    pub without_contract: Vec<Link>,
    pub years: Vec<Link>,
}

/// A contract at its place in a tree.
#[derive(Clone, Debug, Serialize)]
pub struct BranchView {
    /// Where the contract stands first; its other places have none.
    pub anchor: Option<String>,
    pub is_open: bool,
    pub post: Said,
    pub person: String,
    pub tag: Tag,
    /// `Kontrak Kinerja 2026`, leading to it.
    pub contract: Link,
    pub period: Option<String>,
    pub goals: Vec<BranchGoalView>,
}

#[derive(Clone, Debug, Serialize)]
pub struct BranchGoalView {
    pub name: Said,
    /// What it hangs on in another year.
    pub parent: Option<Link>,
    pub indicators: Vec<LeafView>,
}

#[derive(Clone, Debug, Serialize)]
pub struct LeafView {
    pub indicator: Link,
    pub tag: Tag,
    pub achievement: Option<String>,
    pub shares: Vec<LeafShareView>,
    pub below: Vec<BranchView>,
}

/// A share that another contract promised.
#[derive(Clone, Debug, Serialize)]
pub struct LeafShareView {
    pub post: Link,
    pub tag: Tag,
}

/// The year that the page without one shows; `None` without a contract.
pub(super) fn current_year(scene: &Scene<'_>) -> Option<i32> {
    let contracts = scene.register.contracts.values();
    scene.score.current_year(contracts)
}

impl TreeView {
    /// `year` is `None` on the page that shows the current one.
    pub(super) fn new(scene: &Scene<'_>, year: Option<i32>) -> Self {
        let subject = year.map_or(Subject::Tree, Subject::TreeYear);
        let shown = year.or_else(|| current_year(scene));
        let grown = shown.map(|year| forest(scene.register, scene.score, year));
        let mut planter = Planter {
            scene,
            seen: BTreeSet::new(),
        };
        let mut plant = |branches: &dyn Fn(&Forest) -> Vec<Branch>, open: usize| {
            let branches = grown.as_ref().map(branches).unwrap_or_default();
            let branches = branches.iter();
            branches.map(|b| planter.branch(b, open)).collect()
        };
        Self {
            roots: plant(&|forest| forest.roots.clone(), OPEN_LEVELS),
            loose: plant(&|forest| forest.loose.clone(), 0),
            frame: frame(scene, subject, shown),
            title: title(scene, shown),
            lead: scene.words.text("tree_lead"),
            without_contract_heading: scene.words.say(
                "tree_without_contract",
                &[("year", Arg::from(&digits(shown)))],
            ),
            without_contract: grown
                .iter()
                .flat_map(|f| without_contract(scene, f))
                .collect(),
            years: years(scene, shown),
        }
    }
}

fn digits(year: Option<i32>) -> String {
    year.map_or_else(String::new, |year| year.to_string())
}

fn title(scene: &Scene<'_>, year: Option<i32>) -> String {
    match year {
        Some(_) => scene
            .words
            .say("tree_of", &[("year", Arg::from(&digits(year)))]),
        None => scene.words.text("nav_tree"),
    }
}

fn frame(scene: &Scene<'_>, subject: Subject, shown: Option<i32>) -> Frame {
    let crumbs = match &subject {
        Subject::TreeYear(_) => vec![Crumb {
            text: scene.words.text("nav_tree"),
            url: Some(scene.link(Subject::Tree)),
        }],
        _ => Vec::new(),
    };
    let heading = Heading {
        title: title(scene, shown),
        description: scene.words.text("tree_lead"),
        crumbs,
    };
    Frame::new(
        scene,
        &Address::new(scene.words.language(), subject),
        heading,
    )
}

/// The years with contracts, latest first, without the one that is shown.
fn years(scene: &Scene<'_>, shown: Option<i32>) -> Vec<Link> {
    let contracts = scene.register.contracts.keys();
    let years: BTreeSet<i32> = contracts.map(|id| id.year).collect();
    let others = years.into_iter().rev().filter(|year| Some(*year) != shown);
    others
        .map(|year| Link::own(year.to_string(), scene.link(Subject::TreeYear(year))))
        .collect()
}

/// The posts that were there in the year of `forest`, from the top down.
fn without_contract(scene: &Scene<'_>, forest: &Forest) -> Vec<Link> {
    let posts = &scene.register.posts;
    let mut posts: Vec<&Post> = forest
        .without_contract
        .iter()
        .map(|id| &posts[id])
        .collect();
    posts.retain(|post| existed(scene, post, forest.year));
    posts.sort_by_key(|post| (scene.depth(&post.id), &post.name));
    posts.iter().map(|post| scene.post_link(&post.id)).collect()
}

/// Whether the post's organisation was there at some time of `year`.
fn existed(scene: &Scene<'_>, post: &Post, year: i32) -> bool {
    let Some(opd) = &post.opd else { return true };
    let first = Quarter::new(year, QuarterOfYear::Tw1).start();
    let last = Quarter::new(year, QuarterOfYear::Tw4).end();
    let mut origins = scene.register.opds[opd].predecessors.iter();
    !scene.is_dissolved_by(opd, first) && !origins.any(|origin| origin.since > last)
}

/// Where `contract` stands in the tree of its year.
pub(super) fn tree_link(scene: &Scene<'_>, contract: &Contract) -> Link {
    let year = contract.id.year;
    let page = scene.link(Subject::TreeYear(year));
    let anchor = url::contract_anchor(&contract.id);
    Link::own(title(scene, Some(year)), format!("{page}#{anchor}"))
}

struct Planter<'s, 'a> {
    scene: &'s Scene<'a>,
    /// Anchors given.
    seen: BTreeSet<String>,
}

impl Planter<'_, '_> {
    fn branch(&mut self, branch: &Branch, open_levels: usize) -> BranchView {
        let scene = self.scene;
        let contract = &scene.register.contracts[&branch.contract];
        let anchor = url::contract_anchor(&contract.id);
        let is_first = self.seen.insert(anchor.clone());
        BranchView {
            is_open: branch.level < open_levels,
            post: scene.post_title(contract.capacity, &contract.post),
            person: scene.person_name(&scene.register.people[&contract.person]),
            tag: headline_tag(&scene.words, scene.score_of(&contract.id).counts),
            contract: Link::to(term(scene, contract), scene.contract_url(contract, &anchor)),
            period: part_of_year(scene, contract),
            anchor: is_first.then_some(anchor),
            goals: branch
                .goals
                .iter()
                .map(|goal| self.goal(contract, goal, open_levels))
                .collect(),
        }
    }

    fn goal(
        &mut self,
        contract: &Contract,
        goal: &BranchGoal,
        open_levels: usize,
    ) -> BranchGoalView {
        let words = &self.scene.words;
        let signed = goal
            .goal
            .map(|place| words.said(&contract.goals[place].name));
        let parent = goal.in_other_year.as_ref();
        BranchGoalView {
            name: signed.unwrap_or_else(|| Said::own(words.text("goal_added"))),
            parent: parent.and_then(|parent| self.scene.indicator_link(parent)),
            indicators: goal
                .indicators
                .iter()
                .filter_map(|leaf| self.leaf(contract, leaf, open_levels))
                .collect(),
        }
    }

    fn leaf(&mut self, contract: &Contract, leaf: &Leaf, open_levels: usize) -> Option<LeafView> {
        let scene = self.scene;
        let words = &scene.words;
        let of = IndicatorRef {
            contract: contract.id.clone(),
            indicator: leaf.indicator.clone(),
        };
        let to_date = scene.score.indicator(&of)?.to_date.as_ref();
        let percent = to_date.and_then(|to_date| to_date.judgement.achievement.percent());
        let bounds = scene.register.regime_of(contract).display_bounds();
        let achievement = percent
            .filter(|_| leaf.standing == Standing::InForce)
            .map(|percent| {
                let percent = words.percent(percent, &bounds);
                words.say("tree_achievement", &[("percent", Arg::from(&percent))])
            });
        Some(LeafView {
            indicator: scene.indicator_link(&of)?,
            tag: standing_tag(words, leaf.standing).unwrap_or_else(|| tag(words, leaf.state)),
            achievement,
            shares: leaf
                .shares
                .iter()
                .filter_map(|of| share(scene, of))
                .collect(),
            below: leaf
                .below
                .iter()
                .map(|branch| self.branch(branch, open_levels))
                .collect(),
        })
    }
}

fn share(scene: &Scene<'_>, of: &IndicatorRef) -> Option<LeafShareView> {
    let contract = scene.register.contracts.get(&of.contract)?;
    let state = scene.score.indicator(of)?.state;
    Some(LeafShareView {
        post: Link::to(
            scene.post_title(contract.capacity, &contract.post),
            scene.indicator_link(of)?.url,
        ),
        tag: tag(&scene.words, state),
    })
}
