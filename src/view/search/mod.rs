//! The page of search, and what is found by it.
//!
//! Without scripts the page is an index of names. Where there are too many for one page, each
//! letter has a page of its own; a letter is not divided further.

mod entries;
mod listed;

pub use entries::entries;

use super::frame::{Crumb, Frame, Heading};
use super::said::Said;
use super::scene::{Link, Scene};
use crate::format::Arg;
use crate::model::{Person, PostId, Register, Tenure};
use crate::search::{Filed, Kind, Letter};
use crate::url::{Address, SEARCH_INDEX, Subject, letter_anchor};
use listed::{Group, Listed};
use serde::Serialize;
use std::collections::BTreeSet;

/// How many officials, or posts and so on, stand on one page.
const ON_ONE_PAGE: usize = 500;

#[derive(Clone, Debug, Serialize)]
pub struct SearchView {
    pub frame: Frame,
    pub title: String,
    pub lead: String,
    /// None on the page of one letter.
    pub form: Option<SearchForm>,
    pub letters: Vec<LetterLink>,
    pub officials: Vec<Group>,
    /// Organisations, posts and indicators, as far as there is room for them.
    pub lists: Vec<Listed>,
    /// All organisations, where they or their posts are not listed here.
    pub opds: Option<Link>,
}

/// What the script needs.
#[derive(Clone, Debug, Serialize)]
pub struct SearchForm {
    pub action: String,
    /// What addresses in the index are written behind.
    pub root: String,
    /// What the names of its files are written behind.
    pub index: String,
    /// What an entry is, by the number of its kind, with `|` between them.
    pub kinds: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct LetterLink {
    pub text: String,
    pub url: String,
    pub current: bool,
}

/// The letters that have pages of their own.
pub fn letters(register: &Register) -> BTreeSet<Letter> {
    if register.people.len() <= ON_ONE_PAGE {
        return BTreeSet::new();
    }
    all_letters(register)
}

fn all_letters(register: &Register) -> BTreeSet<Letter> {
    let people = register.people.values();
    people
        .map(|person| filed(register, person).letter)
        .collect()
}

/// Whose name is withheld stands where their latest post does.
fn filed(register: &Register, person: &Person) -> Filed {
    match &person.name {
        Some(name) => Filed::name(name),
        None => {
            let post = latest(person).map(|tenure| &register.posts[&tenure.post]);
            Filed::text(post.map_or("", |post| post.name.own()))
        }
    }
}

fn latest(person: &Person) -> Option<&Tenure> {
    person.tenures.iter().max_by_key(|tenure| tenure.inducted)
}

/// The posts that a person holds today; else the one held last.
fn held<'p>(scene: &Scene<'_>, person: &'p Person) -> Vec<&'p Tenure> {
    let today = scene.score.today;
    let tenures = person.tenures.iter();
    let held: Vec<&Tenure> = tenures
        .filter(|tenure| tenure.covers(today, today))
        .collect();
    if held.is_empty() {
        return latest(person).into_iter().collect();
    }
    held
}

/// Their names, one after the other.
fn posts_held(scene: &Scene<'_>, person: &Person) -> Said {
    let held = held(scene, person).into_iter();
    let titles = held.map(|tenure| scene.post_title(tenure.capacity, &tenure.post));
    let joined = titles.reduce(|first, next| Said {
        text: format!("{}; {}", first.text, next.text),
        // Where only one of them is in the page's language, all are marked.
        foreign: [first.foreign, next.foreign]
            .into_iter()
            .max()
            .unwrap_or_default(),
    });
    joined.unwrap_or_default()
}

/// From the top of the government down.
fn rank(scene: &Scene<'_>, id: &PostId) -> (usize, Option<String>, String, PostId) {
    let post = &scene.register.posts[id];
    let (echelon, name) = (post.echelon.clone(), post.name.own().clone());
    (scene.depth(id), echelon, name, id.clone())
}

pub(super) fn letter_name(scene: &Scene<'_>, letter: Letter) -> String {
    match letter {
        Letter::Latin(_) => letter.to_string(),
        Letter::Other => scene.words.text("search_other_letters"),
    }
}

impl SearchView {
    pub(super) fn new(scene: &Scene<'_>) -> Self {
        let register = scene.register;
        let is_whole = letters(register).is_empty();
        let (title, lead) = (scene.words.text("search"), scene.words.text("search_lead"));
        let lists = listed::lists(scene);
        let shown = |kind: Kind| lists.iter().any(|list| list.kind == kind);
        let has_all = (register.opds.is_empty() || shown(Kind::Opd))
            && (register.posts.is_empty() || shown(Kind::Post));
        Self {
            frame: frame(scene, Subject::Search, &title, &lead, Vec::new()),
            form: Some(form(scene)),
            letters: letter_links(scene, None),
            officials: if is_whole {
                listed::officials(scene, None)
            } else {
                Vec::new()
            },
            opds: (!has_all).then(|| {
                let text = scene.words.text("search_opds");
                Link::own(text, scene.link(Subject::Opds))
            }),
            lists,
            title,
            lead,
        }
    }

    pub(super) fn of_letter(scene: &Scene<'_>, letter: Letter) -> Self {
        let name = letter_name(scene, letter);
        let args = [("letter", Arg::from(&name))];
        let title = scene.words.say("search_letter", &args);
        let officials = listed::officials(scene, Some(letter));
        let count = officials
            .iter()
            .map(|group| group.rows.len())
            .sum::<usize>();
        let lead = scene
            .words
            .say("search_letter_lead", &[("count", Arg::Count(count as u64))]);
        let above = Crumb {
            text: scene.words.text("search"),
            url: Some(scene.link(Subject::Search)),
        };
        let subject = Subject::SearchLetter(letter);
        Self {
            frame: frame(scene, subject, &title, &lead, vec![above]),
            title,
            lead,
            form: None,
            letters: letter_links(scene, Some(letter)),
            officials,
            lists: Vec::new(),
            opds: None,
        }
    }
}

fn frame(
    scene: &Scene<'_>,
    subject: Subject,
    title: &str,
    lead: &str,
    crumbs: Vec<Crumb>,
) -> Frame {
    let heading = Heading {
        title: title.to_owned(),
        description: lead.to_owned(),
        crumbs,
    };
    let address = Address::new(scene.words.language(), subject);
    Frame::new(scene, &address, heading)
}

fn form(scene: &Scene<'_>) -> SearchForm {
    let kinds = Kind::ALL.map(|kind| scene.words.text(kind_key(kind)));
    SearchForm {
        action: scene.link(Subject::Search),
        root: scene.link(Subject::Home),
        index: scene.urls.file(SEARCH_INDEX),
        kinds: kinds.join("|"),
    }
}

fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Opd => "search_opd",
        Kind::Official => "search_official",
        Kind::Post => "search_post",
        Kind::Indicator => "search_indicator",
    }
}

/// To the pages of letters, or to their places on the one page.
fn letter_links(scene: &Scene<'_>, current: Option<Letter>) -> Vec<LetterLink> {
    let is_whole = letters(scene.register).is_empty();
    let link = |letter: Letter| LetterLink {
        text: letter_name(scene, letter),
        url: if is_whole {
            format!("#{}", letter_anchor(letter))
        } else {
            scene.link(Subject::SearchLetter(letter))
        },
        current: current == Some(letter),
    };
    all_letters(scene.register).into_iter().map(link).collect()
}
