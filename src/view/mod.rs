//! What a template may see: one `*View` of finished, typed values per page.
//!
//! Owns which facts stand on which page and in which words. It never renders, never computes a
//! figure, never reaches for a file; every word comes from the locale files, every link from
//! `url`, every number through `format`.

mod admin;
mod budget;
mod calendar;
mod card;
mod change;
mod changes;
mod cite;
mod commit;
mod contract;
mod data;
mod embed;
mod evaluation;
mod evaluations;
mod feed;
mod figures;
mod following;
mod frame;
mod frozen;
mod heat;
mod home;
mod html;
mod indicator;
#[cfg(any(test, fuzzing))]
pub mod laws;
mod linked;
mod method;
mod official;
mod old;
mod opd;
mod outcome;
mod paper;
mod plain;
mod post;
mod quarter;
mod regime;
mod roster;
mod row;
mod said;
mod scene;
mod search;
mod security;
mod silenced;
mod snapshot;
mod social;
mod state;
mod tenure;
mod tree;
mod verdict;
mod words;

pub use admin::{AdminView, admin, admin_policy, admin_settings, desks, is_split};
pub use calendar::{CalendarView, EventView, calendar};
pub use card::CardView;
pub use changes::ChangesView;
pub use cite::CiteView;
pub use commit::{CommitLine, CommitView};
pub use data::{AboutWorkbook, DataView, catalogue, package, workbook_words};
pub use embed::{EmbedView, EmbedsView, OembedView, embeds, oembed, picture};
pub use evaluations::EvaluationsView;
pub use feed::{FeedEntry, FeedKind, FeedView, feed};
pub use frame::{Frame, POLICY};
pub use home::HomeView;
pub use html::{Html, Prose};
pub use linked::DataBlock;
pub use method::MethodView;
pub use official::OfficialView;
pub use old::{GoneView, MovedView, OldPage, OldPages};
pub use opd::{OpdView, OpdsView};
pub use paper::{qr_target, with_qr_code};
pub use plain::{NotFoundView, PlainView};
pub use post::PostView;
pub use quarter::{QuarterView, QuartersView, quarters_told};
pub use roster::Roster;
pub use row::ContractRow;
pub use scene::{Ground, Scene};
pub use search::{SearchView, entries, letters};
pub use security::{SecurityView, security};
pub use snapshot::snapshot;
pub use social::{ShareImage, ShareView, SocialMark, social_card};
pub use state::Tag;
pub use tree::TreeView;
pub use words::Tongue;

use crate::format::MessageError;
use crate::model::SitePath;
use crate::url::{Address, Subject};
use official::Shown;
use serde::Serialize;

/// The view of any page.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum View {
    Home(Box<HomeView>),
    Official(Box<OfficialView>),
    Card(Box<CardView>),
    Post(Box<PostView>),
    Opds(Box<OpdsView>),
    Opd(Box<OpdView>),
    Quarters(Box<QuartersView>),
    Quarter(Box<QuarterView>),
    Evaluations(Box<EvaluationsView>),
    Changes(Box<ChangesView>),
    Tree(Box<TreeView>),
    Method(Box<MethodView>),
    Data(Box<DataView>),
    Search(Box<SearchView>),
    Embeds(Box<EmbedsView>),
    Embed(Box<EmbedView>),
    Plain(Box<PlainView>),
    Moved(Box<MovedView>),
    Gone(Box<GoneView>),
    NotFound(Box<NotFoundView>),
}

impl View {
    /// The template that renders it.
    pub fn template(&self) -> &'static str {
        match self {
            Self::Home(_) => "home.html",
            Self::Official(_) => "official.html",
            Self::Card(_) => "card.html",
            Self::Post(_) => "post.html",
            Self::Opds(_) => "opds.html",
            Self::Opd(_) => "opd.html",
            Self::Quarters(_) => "quarters.html",
            Self::Quarter(_) => "quarter.html",
            Self::Evaluations(_) => "evaluations.html",
            Self::Changes(_) => "changes.html",
            Self::Tree(_) => "tree.html",
            Self::Method(_) => "method.html",
            Self::Data(_) => "data.html",
            Self::Search(_) => "search.html",
            Self::Embeds(_) => "embeds.html",
            Self::Embed(_) => "embed.html",
            Self::Plain(_) => "plain.html",
            Self::Moved(_) => "moved.html",
            Self::Gone(_) => "gone.html",
            Self::NotFound(_) => "not_found.html",
        }
    }

    /// Takes out the list that makes up nearly all of a large site's view, with its name in the template, for whoever
    /// lets go of each row once the template has it: as a whole it would stand in memory twice.
    pub fn take_long_list(&mut self) -> Option<(&'static str, Vec<ContractRow>)> {
        match self {
            Self::Home(home) => Some(("rows", std::mem::take(&mut home.rows))),
            _ => None,
        }
    }
}

/// The view of the page at `address`.
///
/// # Errors
/// Messages that the page needs and the locale files don't have.
///
/// # Panics
/// On a subject that the register does not hold: only pages that a site lists have a view.
pub fn view(scene: Scene<'_>, address: &Address) -> Result<View, Vec<MessageError>> {
    let view = match &address.subject {
        Subject::Home => View::Home(Box::new(HomeView::new(&scene, address.language))),
        Subject::Official(id) => official(&scene, id, Shown::Current),
        Subject::OfficialYear(id, year) => official(&scene, id, Shown::Year(*year)),
        Subject::OfficialCard(id, year) => card(CardView::of_official(&scene, id, *year)),
        Subject::OpdCard(id, year) => card(CardView::of_opd(&scene, id, *year)),
        Subject::Post(id) => View::Post(Box::new(PostView::new(&scene, id))),
        Subject::Opds => View::Opds(Box::new(OpdsView::new(&scene))),
        Subject::Opd(id) => View::Opd(Box::new(OpdView::new(&scene, id))),
        Subject::Quarters => View::Quarters(Box::new(QuartersView::new(&scene))),
        Subject::Quarter(quarter) => View::Quarter(Box::new(QuarterView::new(&scene, *quarter))),
        Subject::Evaluations => View::Evaluations(Box::new(EvaluationsView::new(&scene))),
        Subject::Changes => View::Changes(Box::new(ChangesView::new(&scene, None))),
        Subject::ChangesOf(group) => {
            View::Changes(Box::new(ChangesView::new(&scene, Some(*group))))
        }
        Subject::Tree => View::Tree(Box::new(TreeView::new(&scene, None))),
        Subject::TreeYear(year) => View::Tree(Box::new(TreeView::new(&scene, Some(*year)))),
        Subject::Method => View::Method(Box::new(MethodView::new(&scene))),
        Subject::Data => View::Data(Box::new(DataView::new(&scene))),
        Subject::Search => View::Search(Box::new(SearchView::new(&scene))),
        Subject::SearchLetter(letter) => {
            View::Search(Box::new(SearchView::of_letter(&scene, *letter)))
        }
        Subject::Embeds(id, year) => View::Embeds(Box::new(EmbedsView::new(&scene, id, *year))),
        Subject::Embed(embed) => View::Embed(Box::new(EmbedView::new(&scene, embed))),
        Subject::Plain(slug) => PlainView::new(&scene, slug)
            .map_or_else(|| not_found(&scene), |view| View::Plain(Box::new(view))),
        Subject::Old(path) => old(&scene, address, path),
        // Frozen pages are made of their snapshots alone, by `archive`.
        Subject::Archive | Subject::ArchiveQuarter(_) | Subject::ArchiveOfficial(..) => {
            not_found(&scene)
        }
        Subject::NotFound => not_found(&scene),
    };
    let faults = scene.into_faults();
    if faults.is_empty() {
        Ok(view)
    } else {
        Err(faults)
    }
}

/// The frame of an official's page of one year; see [`official::year_frame`].
///
/// # Errors
/// As [`view`].
pub fn year_frame(
    scene: Scene<'_>,
    id: &crate::model::PersonId,
    year: i32,
) -> Result<Frame, Vec<MessageError>> {
    let frame = official::year_frame(&scene, id, year);
    let faults = scene.into_faults();
    if faults.is_empty() {
        Ok(frame)
    } else {
        Err(faults)
    }
}

fn official(scene: &Scene<'_>, id: &crate::model::PersonId, shown: Shown) -> View {
    View::Official(Box::new(OfficialView::new(scene, id, shown)))
}

fn card(view: CardView) -> View {
    View::Card(Box::new(view))
}

fn old(scene: &Scene<'_>, address: &Address, path: &SitePath) -> View {
    match scene.old.get(address) {
        Some(OldPage::Moved(to)) => View::Moved(Box::new(MovedView::new(scene, path, to))),
        Some(OldPage::Withdrawn { reason, on }) => {
            View::Gone(Box::new(GoneView::new(scene, path, reason, *on)))
        }
        None => not_found(scene),
    }
}

fn not_found(scene: &Scene<'_>) -> View {
    View::NotFound(Box::new(NotFoundView::new(scene)))
}
