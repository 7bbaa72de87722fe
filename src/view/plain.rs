//! Plain pages, and the page for addresses that lead nowhere.

use super::frame::{Frame, Heading};
use super::html::Html;
use super::scene::Scene;
use crate::url::{Address, Subject};
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct PlainView {
    pub frame: Frame,
    pub title: String,
    pub body: Html,
}

impl PlainView {
    /// `None` when the page was not written in this language.
    pub(super) fn new(scene: &Scene<'_>, slug: &str) -> Option<Self> {
        let language = scene.words.language();
        let page = scene.register.pages.get(slug)?.get(&language)?;
        let title = page.title.clone();
        let government = scene.words.plain(&scene.register.site.government);
        let args = [
            ("title", (&title).into()),
            ("government", government.into()),
        ];
        let heading = Heading {
            description: scene.words.say("plain_description", &args),
            title: title.clone(),
            crumbs: Vec::new(),
        };
        let address = Address::new(language, Subject::Plain(slug.to_owned()));
        Some(Self {
            frame: Frame::new(scene, &address, heading),
            title,
            body: scene.markdown(&page.body),
        })
    }
}

#[derive(Clone, Debug, Serialize)]
pub struct NotFoundView {
    pub frame: Frame,
    pub title: String,
    pub lead: String,
}

impl NotFoundView {
    pub(super) fn new(scene: &Scene<'_>) -> Self {
        let (title, lead) = (
            scene.words.text("not_found"),
            scene.words.text("not_found_lead"),
        );
        let heading = Heading {
            title: title.clone(),
            description: lead.clone(),
            crumbs: Vec::new(),
        };
        let address = Address::new(scene.words.language(), Subject::NotFound);
        Self {
            frame: Frame::new(scene, &address, heading),
            title,
            lead,
        }
    }
}
