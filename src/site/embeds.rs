//! What other sites show: which files there are of it, and their bytes.

use super::{Earlier, Page, Site, SiteError};
use crate::render;
use crate::social::{Painter, Picture};
use crate::url::{Address, Embed, PictureFile, Subject, may_be_framed};
use crate::view::{Scene, oembed, picture};
use std::collections::BTreeSet;

impl Site {
    /// The files beside the page of each embed: two pictures, and what machines read in each
    /// language.
    pub(super) fn embedded(&self) -> BTreeSet<Page> {
        let pages = self.html_pages();
        let of_embed = |address: Address| {
            let Subject::Embed(embed) = &address.subject else {
                return Vec::new();
            };
            let pictures = PictureFile::ALL.map(|file| Page::Picture(embed.clone(), file));
            let mut files = Vec::from(pictures);
            files.push(Page::Oembed(address));
            files
        };
        pages.flat_map(of_embed).collect()
    }

    pub(super) fn oembed(&self, page: &Page, address: &Address) -> Result<String, SiteError> {
        let Subject::Embed(embed) = &address.subject else {
            unreachable!("only embeds are listed");
        };
        let scene = self.scene(self.voice(address.language), page);
        Ok(render::oembed(&oembed(scene, embed)?))
    }

    pub(super) fn picture_svg(&self, embed: &Embed) -> Result<String, SiteError> {
        Ok(self.painter().picture_svg(&self.picture(embed)?))
    }

    /// The PNG of a picture, from the `earlier` build where it was drawn from the same input.
    pub(super) fn picture_png(
        &self,
        embed: &Embed,
        earlier: &Earlier<'_>,
    ) -> Result<Vec<u8>, SiteError> {
        let picture = self.picture(embed)?;
        let input = self.painter().picture_input(&picture);
        let before = earlier(&embed.picture(PictureFile::Png));
        let before = before.filter(|png| Painter::picture_input_of(png) == Some(input));
        Ok(before.unwrap_or_else(|| self.painter().picture_png(&picture)))
    }

    /// Pictures are written once, in the language at the site's root.
    fn picture(&self, embed: &Embed) -> Result<Picture, SiteError> {
        let scene = Scene::new(self.ground(), &self.dress.voices[0].tongue, None, None);
        Ok(picture(scene, embed)?)
    }

    /// Every first folder of pages that other sites may not show in a frame, with the home pages and
    /// what stands beside them; nothing where none may be.
    pub(super) fn unframed(&self) -> BTreeSet<String> {
        if !self.register.has_embeds() {
            return BTreeSet::new();
        }
        self.unframed_folders()
    }

    /// Every first folder of pages that no other site may show, with the home pages and what stands
    /// beside them.
    pub(super) fn unframed_folders(&self) -> BTreeSet<String> {
        let urls = self.urls();
        let pages = self.html_pages().chain(self.old.keys().cloned());
        let pages = pages.map(|address| Address::file(&address));
        let unframed = pages.filter(|file| !may_be_framed(file));
        let patterns = unframed.map(|file| {
            let english = file.strip_prefix("en/");
            let (language, rest) = english.map_or(("", &*file), |rest| ("en/", rest));
            match rest.split_once('/') {
                Some((first, _)) => urls.file(&format!("{language}{first}/")) + "*",
                None if rest == "index.html" => urls.file(language),
                None => urls.file(&format!("{language}{rest}")),
            }
        });
        patterns.collect()
    }
}
