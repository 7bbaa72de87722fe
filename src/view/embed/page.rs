//! The page that stands in a frame.

use super::Shown;
use crate::chart::ProgressChart;
use crate::format::Arg;
use crate::model::{Language, Licence};
use crate::url::{self, Asset, Embed, PictureFile};
use crate::view::cite::{CiteView, Cited};
use crate::view::frame::POLICY;
use crate::view::html::Html;
use crate::view::indicator::RowView;
use crate::view::said::Said;
use crate::view::scene::Scene;
use crate::view::state::Tag;
use serde::Serialize;

/// A commitment in a frame on another site.
#[derive(Clone, Debug, Serialize)]
pub struct EmbedView {
    pub language: &'static str,
    /// For the `title` element.
    pub title: String,
    pub description: String,
    pub policy: &'static str,
    pub style: String,
    /// The official's page, which says all of it and more.
    pub canonical: String,
    /// What machines read of it (oEmbed), by its absolute address.
    pub oembed: String,
    pub sample_data: bool,
    pub name: Said,
    pub person: String,
    pub post: Said,
    pub year: i32,
    pub tags: Vec<Tag>,
    pub sentence: String,
    pub chart: Option<Html>,
    pub has_running: bool,
    pub rows: Vec<RowView>,
    /// Where it is told in full.
    pub place: String,
    pub government: String,
    pub as_of: String,
    pub licence: String,
    /// Where its text stands, if that is known.
    pub licence_url: Option<&'static str>,
    pub citation: String,
    pub snippet: String,
    pub svg: String,
    pub png: String,
    /// All that can be shown of the official and the year.
    pub list: Option<String>,
}

impl EmbedView {
    pub(in crate::view) fn new(scene: &Scene<'_>, embed: &Embed) -> Self {
        Shown::new(scene, embed).page()
    }
}

impl Shown<'_, '_> {
    fn page(&self) -> EmbedView {
        let (scene, contract) = (self.scene, self.contract);
        let (site, words) = (&scene.register.site, &scene.words);
        let today = words.date(scene.score.today);
        EmbedView {
            language: words.language().tag(),
            title: self.title(),
            description: format!("{}: {}", self.who(), self.sentence()),
            policy: POLICY,
            style: scene.urls.file(Asset::EmbedStyle.file()),
            canonical: scene.urls.absolute(&self.official(words.language())),
            oembed: scene.urls.absolute_file(&url::oembed(&self.address())),
            sample_data: site.sample_data,
            name: self.view.name.clone(),
            person: self.person(),
            post: scene.post_title(contract.capacity, &contract.post),
            year: contract.id.year,
            tags: self.view.tags.clone(),
            sentence: self.sentence(),
            chart: self
                .chart
                .as_ref()
                .map(|chart: &ProgressChart| Html::chart(chart.svg())),
            has_running: self.view.has_running,
            rows: self.view.rows.clone(),
            place: self.place(),
            government: words.plain(&site.government).to_owned(),
            as_of: words.say("as_of", &[("date", Arg::from(&today))]),
            licence: site.licence.clone(),
            licence_url: Licence::known(&site.licence).map(|licence| licence.url),
            citation: self.citation(),
            snippet: self.snippet(),
            svg: self.picture_link(PictureFile::Svg),
            png: self.picture_link(PictureFile::Png),
            list: super::embeds_link(scene, &contract.person, contract.id.year),
        }
    }

    /// The official's page is cited, whose address stays true.
    fn citation(&self) -> String {
        let title = self.title();
        let cited = Cited {
            subject: self.official(self.scene.words.language()).subject,
            title: &|_| title.clone(),
            date: self.scene.score.today,
            commit: self.scene.latest_commit.map(|commit| &*commit.id),
        };
        let cite = CiteView::new(self.scene, &cited);
        match (self.scene.words.language(), cite.en) {
            (Language::English, Some(english)) => english,
            _ => cite.id,
        }
    }
}
