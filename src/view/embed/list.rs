//! All that other sites can show of an official and a year, each with what it takes.

use super::{Shown, has_several, of_year};
use crate::format::Arg;
use crate::model::PersonId;
use crate::url::{Address, PictureFile, Subject};
use crate::view::frame::{Crumb, Frame, Heading};
use crate::view::html::Html;
use crate::view::said::Said;
use crate::view::scene::{Link, Scene};
use crate::view::state::Tag;
use serde::Serialize;

/// The list of embeds.
#[derive(Clone, Debug, Serialize)]
pub struct EmbedsView {
    pub frame: Frame,
    pub title: String,
    pub lead: String,
    pub items: Vec<EmbedItem>,
}

/// A commitment that can be shown elsewhere.
#[derive(Clone, Debug, Serialize)]
pub struct EmbedItem {
    /// Where it is told in full.
    pub indicator: Link,
    /// The post it was promised in, where the year has more than one contract.
    pub post: Option<Said>,
    pub tags: Vec<Tag>,
    pub sentence: String,
    pub chart: Option<Html>,
    pub snippet: String,
    /// The page for the frame.
    pub page: String,
    pub svg: String,
    pub png: String,
}

impl EmbedsView {
    pub(in crate::view) fn new(scene: &Scene<'_>, person: &PersonId, year: i32) -> Self {
        let words = &scene.words;
        let name = scene.person_name(&scene.register.people[person]);
        let year_text = year.to_string();
        let args = [("name", Arg::from(&name)), ("year", Arg::from(&year_text))];
        let title = words.say("embeds_title", &args);
        let lead = words.text("embeds_lead");
        let crumb = |text: String, subject: Subject| Crumb {
            text,
            url: Some(scene.link(subject)),
        };
        let heading = Heading {
            title: title.clone(),
            description: format!("{}. {lead}", title.trim_end_matches('.')),
            crumbs: vec![
                crumb(name, Subject::Official(person.clone())),
                crumb(year_text, Subject::OfficialYear(person.clone(), year)),
            ],
        };
        let address = Address::new(words.language(), Subject::Embeds(person.clone(), year));
        let embeds = of_year(scene, person, year);
        let names_posts = has_several(&embeds);
        let items = embeds.iter().map(|embed| {
            let item = Shown::new(scene, embed).item();
            let post = item.post.filter(|_| names_posts);
            EmbedItem { post, ..item }
        });
        Self {
            frame: Frame::new(scene, &address, heading),
            items: items.collect(),
            title,
            lead,
        }
    }
}

impl Shown<'_, '_> {
    fn item(&self) -> EmbedItem {
        let (scene, contract) = (self.scene, self.contract);
        EmbedItem {
            indicator: Link::to(self.view.name.clone(), self.place()),
            post: Some(scene.post_title(contract.capacity, &contract.post)),
            tags: self.view.tags.clone(),
            sentence: self.sentence(),
            chart: self.view.chart.clone(),
            snippet: self.snippet(),
            page: scene.urls.link(&self.address()),
            svg: self.picture_link(PictureFile::Svg),
            png: self.picture_link(PictureFile::Png),
        }
    }
}
