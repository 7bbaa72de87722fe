//! Which files a site has.

use super::page::STATIC;
use super::subjects::{followed, subjects};
use super::{Page, Site, SiteError};
use crate::model::Language;
use crate::render::{SitemapAlternate, SitemapEntry};
use crate::search::Index;
use crate::url::{Address, Asset, SearchFile, Subject};
use crate::view::{entries, with_qr_code};
use rayon::prelude::*;
use std::collections::BTreeSet;

impl Site {
    /// Every file that is rendered, in a fixed order.
    pub fn pages(&self) -> Vec<Page> {
        self.listed(self.search_files()).collect()
    }

    /// As [`Self::pages`], without the files of the search index: to know those it has to be made.
    pub fn pages_but_search(&self) -> Vec<Page> {
        self.listed(std::iter::empty()).collect()
    }

    /// The files of the search index but the first, which every site has.
    pub fn search_pages(&self) -> Vec<Page> {
        self.search_files().map(Page::Search).collect()
    }

    /// Whether `page` is one of these pages; of the search index it is not asked.
    pub(super) fn has(&self, page: &Page) -> bool {
        self.pages_but_search().contains(page)
    }

    /// As [`Self::pages_but_search`], of which only those are kept that are asked for; pages to read are not even listed in
    /// a language of which none is.
    pub(super) fn pages_but_search_that(
        &self,
        is_asked_for: impl Fn(&Page) -> bool + Sync,
        may_be_in: impl Fn(Language) -> bool,
    ) -> Vec<Page> {
        let languages = self.register.site.languages.iter().copied();
        let languages: Vec<Language> = languages.filter(|language| may_be_in(*language)).collect();
        let (mut pages, (html, others)) = rayon::join(
            || kept(self.data_pages(), &is_asked_for),
            || {
                rayon::join(
                    || {
                        kept(
                            self.html_pages_in(&languages).map(Page::Html),
                            &is_asked_for,
                        )
                    },
                    || kept(self.other_pages(std::iter::empty()), &is_asked_for),
                )
            },
        );
        pages.extend(html.into_iter().chain(others));
        pages
    }

    fn listed(&self, search_files: impl Iterator<Item = SearchFile>) -> impl Iterator<Item = Page> {
        self.data_pages()
            .chain(self.html_pages().map(Page::Html))
            .chain(self.other_pages(search_files))
    }

    fn data_pages(&self) -> impl Iterator<Item = Page> {
        self.data_files().into_iter().map(Page::Data)
    }

    /// What is neither a file of data nor a page to read, old addresses aside.
    fn other_pages(
        &self,
        search_files: impl Iterator<Item = SearchFile>,
    ) -> impl Iterator<Item = Page> {
        let is_frozen = !self.register.archives.is_empty();
        let old = self.old.keys().cloned().map(Page::Html);
        let redirects = (!self.old.is_empty()).then_some(Page::Redirects);
        Asset::of(&self.register)
            .map(Page::Asset)
            .chain(STATIC)
            .chain(
                self.register
                    .site
                    .security
                    .is_some()
                    .then_some(Page::Security),
            )
            .chain(is_frozen.then_some(Page::ArchiveStyle))
            .chain(followed(&self.register))
            .chain(search_files.map(Page::Search))
            .chain(with_qr_code(&self.register).into_iter().map(Page::QrCode))
            .chain(old)
            .chain(redirects)
            .chain(self.social_cards())
            .chain(self.embedded())
            .chain(self.admin_files())
    }

    /// The address of every HTML page, old ones aside.
    pub(super) fn html_pages(&self) -> impl Iterator<Item = Address> {
        self.html_pages_in(&self.register.site.languages)
    }

    fn html_pages_in<'a>(&'a self, languages: &'a [Language]) -> impl Iterator<Item = Address> {
        languages.iter().flat_map(|language| {
            let subjects = subjects(&self.register, self.score.today, *language).into_iter();
            subjects.map(|subject| Address::new(*language, subject))
        })
    }

    /// Every file of the search index. Where it can't be made the first one says why.
    fn search_files(&self) -> impl Iterator<Item = SearchFile> {
        let index = self.search().ok();
        let (terms, entries) = index.map_or((0, 0), |i| (i.terms.len(), i.entries.len()));
        let terms = (0..terms).map(SearchFile::Terms);
        terms.chain((0..entries).map(SearchFile::Entries))
    }

    fn search(&self) -> Result<&Index, SiteError> {
        let index = self.search.get_or_init(|| {
            let page = Page::Search(SearchFile::Manifest);
            let entries = entries(self.scene(&self.dress.voices[0], &page))?;
            Ok(Index::of(&entries))
        });
        index
            .as_ref()
            .map_err(|errors| SiteError::Messages(errors.clone()))
    }

    pub(super) fn search_file(&self, file: SearchFile) -> Result<&str, SiteError> {
        let index = self.search()?;
        Ok(match file {
            SearchFile::Manifest => &index.manifest,
            SearchFile::Terms(number) => &index.terms[number],
            SearchFile::Entries(number) => &index.entries[number],
        })
    }

    /// Every HTML page but embeds and those for lost and old addresses, with its versions in other languages.
    pub(super) fn sitemap(&self) -> Vec<SitemapEntry> {
        let pages = self.pages_but_search();
        let addresses: BTreeSet<&Address> = pages
            .iter()
            .filter_map(|page| match page {
                Page::Html(address) if is_found(&address.subject) => Some(address),
                _ => None,
            })
            .collect();
        let entry = |address: &&Address| SitemapEntry {
            url: self.urls().absolute(address),
            alternates: Language::ALL
                .into_iter()
                .map(|language| address.in_language(language))
                .filter(|twin| self.dress.voices.len() > 1 && addresses.contains(twin))
                .map(|twin| SitemapAlternate {
                    language: twin.language.tag(),
                    url: self.urls().absolute(&twin),
                })
                .collect(),
        };
        addresses.iter().map(entry).collect()
    }
}

/// Those of `listed` that are asked for; patterns are held against many paths by all processors.
fn kept(
    mut listed: impl Iterator<Item = Page>,
    is_asked_for: impl Fn(&Page) -> bool + Sync,
) -> Vec<Page> {
    /// Enough to share among processors; a large site has millions.
    const AT_ONCE: usize = 1 << 14;
    let mut kept = Vec::new();
    loop {
        let pages: Vec<Page> = listed.by_ref().take(AT_ONCE).collect();
        if pages.is_empty() {
            return kept;
        }
        kept.par_extend(pages.into_par_iter().filter(&is_asked_for));
    }
}

/// Whether search engines should know of the page. Of an embed they know the official's page.
fn is_found(subject: &Subject) -> bool {
    !matches!(
        subject,
        Subject::Old(_) | Subject::NotFound | Subject::Embed(_)
    )
}
