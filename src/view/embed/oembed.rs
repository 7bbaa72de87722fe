//! What machines read of an embed (oEmbed 1.0, type `rich`, <https://oembed.com/>).

use super::{HEIGHT, Shown, WIDTH};
use crate::social::{PICTURE_HEIGHT, PICTURE_WIDTH};
use crate::url::{Address, PictureFile, Subject};
use serde::Serialize;

/// For how long a consumer may keep it, in seconds: sites are built once a day.
const CACHE_AGE: u32 = 86_400;

/// The answer of an oEmbed provider, in the order and the names of the specification (2.3.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OembedView {
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub version: &'static str,
    pub title: String,
    pub author_name: String,
    pub author_url: String,
    pub provider_name: String,
    pub provider_url: String,
    pub cache_age: u32,
    pub thumbnail_url: String,
    pub thumbnail_width: u32,
    pub thumbnail_height: u32,
    pub html: String,
    /// In CSS pixels.
    pub width: u32,
    pub height: u32,
}

impl Shown<'_, '_> {
    /// The government is the author of what its officials promised; the site provides it.
    pub(super) fn oembed(&self) -> OembedView {
        let (scene, words) = (self.scene, &self.scene.words);
        let site = &scene.register.site;
        let home = Address::new(words.language(), Subject::Home);
        let png = self.embed.picture(PictureFile::Png);
        OembedView {
            kind: "rich",
            version: "1.0",
            title: self.title(),
            author_name: words.plain(&site.government).to_owned(),
            author_url: scene.urls.absolute(&self.official(words.language())),
            provider_name: words.plain(&site.title).to_owned(),
            provider_url: scene.urls.absolute(&home),
            cache_age: CACHE_AGE,
            thumbnail_url: scene.urls.absolute_file(&png),
            thumbnail_width: PICTURE_WIDTH,
            thumbnail_height: PICTURE_HEIGHT,
            html: self.snippet(),
            width: WIDTH,
            height: HEIGHT,
        }
    }
}
