//! Where pages stood that moved or were withdrawn.

use super::frame::{Frame, Heading};
use super::html::Html;
use super::scene::Scene;
use crate::format::Arg;
use crate::model::{Date, Markdown, SitePath};
use crate::url::{Address, Subject};
use serde::Serialize;
use std::collections::BTreeMap;

/// What a site says at each old address.
pub type OldPages = BTreeMap<Address, OldPage>;

/// What is said at one of them.
#[derive(Clone, Debug, PartialEq)]
pub enum OldPage {
    /// The folder at which it is found now.
    Moved(String),
    Withdrawn {
        reason: Markdown,
        on: Date,
    },
}

#[derive(Clone, Debug, Serialize)]
pub struct MovedView {
    pub frame: Frame,
    pub title: String,
    pub lead: String,
    /// Within the site, for the browser to go to.
    pub url: String,
    /// With its host, for readers and search engines.
    pub absolute: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct GoneView {
    pub frame: Frame,
    pub title: String,
    pub lead: String,
    pub reason: Html,
}

impl MovedView {
    pub(super) fn new(scene: &Scene<'_>, path: &SitePath, to: &str) -> Self {
        let title = scene.words.text("moved");
        let lead = scene.words.text("moved_lead");
        Self {
            frame: frame(scene, path, &title, &lead),
            title,
            lead,
            url: scene.urls.file(to),
            absolute: scene.urls.absolute_file(to),
        }
    }
}

impl GoneView {
    pub(super) fn new(scene: &Scene<'_>, path: &SitePath, reason: &Markdown, on: Date) -> Self {
        let address = Address::new(scene.words.language(), Subject::Old(path.clone()));
        let (url, date) = (scene.urls.absolute(&address), scene.words.date(on));
        let said = [("url", Arg::from(&url)), ("date", Arg::from(&date))];
        let title = scene.words.text("gone");
        let lead = scene.words.say("gone_lead", &said);
        Self {
            frame: frame(scene, path, &title, &lead),
            title,
            lead,
            reason: scene.markdown(reason),
        }
    }
}

fn frame(scene: &Scene<'_>, path: &SitePath, title: &str, lead: &str) -> Frame {
    let heading = Heading {
        title: title.to_owned(),
        description: lead.to_owned(),
        crumbs: Vec::new(),
    };
    let address = Address::new(scene.words.language(), Subject::Old(path.clone()));
    Frame::new(scene, &address, heading)
}
