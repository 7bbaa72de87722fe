//! A feed of what happened: results, lateness, changes, evaluations. `happened` chooses the
//! latest, `name` says what each is known by, `told` puts them into words.

mod declared;
mod happened;
mod name;
mod told;

use super::following::Followed;
use super::scene::Scene;
use crate::format::{Arg, MessageError};
use crate::model::{Date, Licence, beginning_of};
use crate::url::Following;
use chrono::{DateTime, Datelike, Utc};
use happened::latest;

/// A feed, for every format that it is written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedView {
    /// A URI that stays.
    pub id: String,
    pub title: String,
    pub subtitle: String,
    pub language: &'static str,
    pub author: String,
    /// SPDX id of the licence.
    pub licence: String,
    /// Where the licence's text stands, where that is known.
    pub licence_url: Option<String>,
    /// Absolute addresses of the two formats and of the page that is followed.
    pub atom_url: String,
    pub json_url: String,
    pub page_url: String,
    pub updated: DateTime<Utc>,
    /// Latest first.
    pub entries: Vec<FeedEntry>,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedEntry {
    /// A URI that stays the same for the same thing, whatever else changes.
    pub id: String,
    pub kind: FeedKind,
    pub title: String,
    /// Absolute.
    pub url: String,
    pub published: DateTime<Utc>,
    /// When it was last added to, in a way that its own sources date.
    pub updated: DateTime<Utc>,
    /// All of it, with every figure.
    pub html: String,
}

/// What kind of thing an entry tells, for readers that sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FeedKind(pub &'static str);

/// The feed of whom `what` names.
///
/// # Errors
/// As [`super::view`].
///
/// # Panics
/// As [`super::view`].
pub fn feed(scene: Scene<'_>, what: &Following) -> Result<FeedView, Vec<MessageError>> {
    let feed = FeedView::new(&Followed {
        scene: &scene,
        what,
    });
    let faults = scene.into_faults();
    if faults.is_empty() {
        Ok(feed)
    } else {
        Err(faults)
    }
}

impl FeedView {
    fn new(followed: &Followed<'_, '_>) -> Self {
        let (scene, what) = (followed.scene, followed.what);
        let (words, urls, site) = (&scene.words, &scene.urls, &scene.register.site);
        let entries: Vec<FeedEntry> = latest(followed)
            .iter()
            .map(|happening| told::entry(scene, happening))
            .collect();
        let government = words.plain(&site.government);
        let latest = entries.iter().map(|entry| entry.updated).max();
        Self {
            id: urls.lasting_name(&what.feed()),
            title: followed.title(&words.text("feed_name")),
            subtitle: subtitle(followed),
            language: words.language().tag(),
            author: government.to_owned(),
            licence: site.licence.clone(),
            licence_url: Licence::known(&site.licence).map(|licence| licence.url.to_owned()),
            atom_url: urls.absolute_file(&what.feed()),
            json_url: urls.absolute_file(&what.json_feed()),
            page_url: followed.page_url(),
            updated: latest.unwrap_or_else(|| before_anything(scene)),
            entries,
        }
    }
}

fn subtitle(followed: &Followed<'_, '_>) -> String {
    let (words, site) = (&followed.scene.words, &followed.scene.register.site);
    let government = [("government", Arg::from(words.plain(&site.government)))];
    let said = words.say("feed_about", &government);
    if site.sample_data {
        format!("{} {said}", words.text("sample_data"))
    } else {
        said
    }
}

/// What stands for the last change of a feed in which nothing happened yet: a moment that is the
/// same tomorrow.
fn before_anything(scene: &Scene<'_>) -> DateTime<Utc> {
    let site = &scene.register.site;
    let new_year = Date::from_ymd_opt(scene.score.today.year(), 1, 1);
    let since = site.recorded_since.or(new_year);
    beginning_of(since.unwrap_or(scene.score.today), site.time_zone)
}
