//! A person's page: the current contracts in full, the other years a row each.

use super::card::card_of_official;
use super::cite::{CiteView, Cited};
use super::contract::{ContractView, term};
use super::data::DataLinks;
use super::embed::embeds_link;
use super::frame::{Crumb, Frame, Heading};
use super::html::Html;
use super::paper::PaperView;
use super::row::part_of_year;
use super::said::Said;
use super::scene::{Link, Scene};
use super::state::{Tag, count_tags};
use super::verdict::verdict_sentence;
use crate::model::{Contract, Person, PersonId};
use crate::url::{Address, Subject};
use serde::Serialize;
use std::cmp::Reverse;

/// An official's page, of one year or of the current one.
#[derive(Clone, Debug, Serialize)]
pub struct OfficialView {
    pub frame: Frame,
    pub name: String,
    pub photo: Option<String>,
    /// The year in full on this page.
    pub year: Option<i32>,
    /// The report card of that year, where there is a contract.
    pub card: Option<String>,
    pub contracts: Vec<ContractView>,
    /// Said of who has none.
    pub without_contract: Option<String>,
    pub years: Vec<YearRow>,
    pub tenures: Vec<TenureView>,
    pub cite: CiteView,
    pub data: DataLinks,
    /// Where its charts are for other sites; none where the site has none.
    pub embeds: Option<String>,
    /// For print: none without a contract.
    pub paper: Option<PaperView>,
}

/// A contract of another year.
#[derive(Clone, Debug, Serialize)]
pub struct YearRow {
    pub year: Link,
    pub post: Said,
    /// Where the contract runs for a part of its year only.
    pub period: Option<String>,
    pub sentence: String,
    pub tags: Vec<Tag>,
}

/// A post held, with its dates.
#[derive(Clone, Debug, Serialize)]
pub struct TenureView {
    pub post: Link,
    pub period: String,
    pub selection: Option<Html>,
}

/// Which year an official's page shows in full.
pub(super) enum Shown {
    Current,
    Year(i32),
}

impl OfficialView {
    pub(super) fn new(scene: &Scene<'_>, id: &PersonId, shown: Shown) -> Self {
        let person = &scene.register.people[id];
        let contracts: Vec<&Contract> = scene.contracts_of(id).collect();
        let current = scene.score.current_year(contracts.iter().copied());
        let (year, subject) = match shown {
            Shown::Current => (current, Subject::Official(id.clone())),
            Shown::Year(year) => (Some(year), Subject::OfficialYear(id.clone(), year)),
        };
        let (in_full, other): (Vec<&Contract>, Vec<&Contract>) =
            contracts.into_iter().partition(|c| Some(c.id.year) == year);
        let in_full = running_first(in_full);
        let name = scene.person_name(person);
        Self {
            frame: frame(scene, person, &subject, &in_full),
            photo: person.photo.as_ref().map(|path| scene.urls.file(path)),
            year,
            card: in_full
                .first()
                .map(|c| card_of_official(scene, id, c.id.year)),
            contracts: in_full
                .iter()
                .map(|c| ContractView::new(scene, c))
                .collect(),
            without_contract: in_full
                .is_empty()
                .then(|| without_contract(scene, person, &name)),
            years: other.iter().rev().map(|c| year_row(scene, c)).collect(),
            tenures: person.tenures.iter().map(|t| tenure(scene, t)).collect(),
            cite: cite(scene, person, year),
            data: DataLinks::beside(scene, &year_or_all(person, year)),
            embeds: in_full
                .first()
                .and_then(|c| embeds_link(scene, id, c.id.year)),
            paper: in_full
                .first()
                .and_then(|c| PaperView::new(scene, &Subject::OfficialYear(id.clone(), c.id.year))),
            name,
        }
    }
}

/// The page of the year that is shown, or of the official where none is.
fn year_or_all(person: &Person, year: Option<i32>) -> Subject {
    let id = person.id.clone();
    match year {
        Some(year) => Subject::OfficialYear(id, year),
        None => Subject::Official(id),
    }
}

/// The address of a year stays true when another becomes the current one.
fn cite(scene: &Scene<'_>, person: &Person, year: Option<i32>) -> CiteView {
    let name = scene.person_name(person);
    let title = match year {
        Some(year) => format!("{name}, {year}"),
        None => name,
    };
    let cited = Cited {
        subject: year_or_all(person, year),
        title: &|_| title.clone(),
        date: scene.score.today,
        commit: scene.latest_commit.map(|commit| &*commit.id),
    };
    CiteView::new(scene, &cited)
}

/// The frame of an official's page of one year, for the view of an official whose current year
/// that is: nothing else differs between the two pages.
pub(super) fn year_frame(scene: &Scene<'_>, id: &PersonId, year: i32) -> Frame {
    let contracts = scene.contracts_of(id);
    let shown = running_first(contracts.filter(|c| c.id.year == year).collect());
    let subject = Subject::OfficialYear(id.clone(), year);
    frame(scene, &scene.register.people[id], &subject, &shown)
}

/// The contract that runs longest stands before one that ended within the year.
fn running_first(mut contracts: Vec<&Contract>) -> Vec<&Contract> {
    contracts.sort_by_key(|contract| Reverse(contract.period.end));
    contracts
}

fn frame(scene: &Scene<'_>, person: &Person, subject: &Subject, shown: &[&Contract]) -> Frame {
    let name = scene.person_name(person);
    let summaries: Vec<String> = shown
        .iter()
        .map(|c| {
            let post = scene.post_title(c.capacity, &c.post);
            format!(
                "{}: {}.",
                post.text,
                verdict_sentence(scene, scene.score_of(&c.id))
            )
        })
        .collect();
    let description = if summaries.is_empty() {
        without_contract(scene, person, &name)
    } else {
        format!("{name}, {}", summaries.join(" "))
    };
    let (title, crumbs) = match subject {
        Subject::OfficialYear(id, year) => {
            let above = Crumb {
                text: name.clone(),
                url: Some(scene.link(Subject::Official(id.clone()))),
            };
            (format!("{name}, {year}"), vec![above])
        }
        _ => (name, Vec::new()),
    };
    let address = Address::new(scene.words.language(), subject.clone());
    Frame::new(
        scene,
        &address,
        Heading {
            title,
            description,
            crumbs,
        },
    )
}

/// A head of government who has no contract may still be the one to whom others promise.
fn without_contract(scene: &Scene<'_>, person: &Person, name: &str) -> String {
    let name = ("name", name.into());
    match scene.promises_to(&person.id) {
        0 => scene.words.say("official_without_contract", &[name]),
        count => {
            let count = ("count", (count as u64).into());
            scene.words.say("official_receives", &[name, count])
        }
    }
}

fn year_row(scene: &Scene<'_>, contract: &Contract) -> YearRow {
    let score = scene.score_of(&contract.id);
    YearRow {
        year: Link::to(
            term(scene, contract),
            scene.link(Subject::OfficialYear(
                contract.person.clone(),
                contract.id.year,
            )),
        ),
        post: scene.post_title(contract.capacity, &contract.post),
        period: part_of_year(scene, contract),
        sentence: verdict_sentence(scene, score),
        tags: count_tags(&scene.words, score.counts),
    }
}

fn tenure(scene: &Scene<'_>, tenure: &crate::model::Tenure) -> TenureView {
    let words = &scene.words;
    let kind = |selection: &crate::model::Selection| {
        Html::said(&words.untranslated(selection.kind.clone()))
    };
    let selection =
        tenure
            .selection
            .as_ref()
            .map(|selection| match (selection.applicants, selection.posts) {
                (Some(applicants), Some(posts)) => words.html_with(
                    "selection_of",
                    &[
                        ("applicants", u64::from(applicants).into()),
                        ("posts", u64::from(posts).into()),
                    ],
                    &[("kind", &kind(selection))],
                ),
                _ => kind(selection),
            });
    TenureView {
        post: Link::to(
            scene.post_title(tenure.capacity, &tenure.post),
            scene.link(Subject::Post(tenure.post.clone())),
        ),
        period: period(scene, tenure),
        selection,
    }
}

/// "sejak 4 September 2025", "4 September 2025 – 30 Juni 2026".
pub(super) fn period(scene: &Scene<'_>, tenure: &crate::model::Tenure) -> String {
    let start = scene.words.date(tenure.inducted);
    match tenure.ended {
        None => scene.words.say("since", &[("date", (&start).into())]),
        Some(end) => {
            let end = scene.words.date(end);
            scene.words.say(
                "from_to",
                &[("start", (&start).into()), ("end", (&end).into())],
            )
        }
    }
}
