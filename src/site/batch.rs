//! Pages that share their work: rendered together, they give the bytes that each gives alone.

use super::social_cards::{Earlier, nothing_earlier};
use super::{Page, Site, SiteError};
use crate::model::PersonId;
use crate::render;
use crate::url::{Address, DataFile, SocialSubject, Subject};
use crate::view::{view, year_frame};
use std::collections::BTreeSet;

/// Rendered files by their paths.
type Files = Vec<(String, Vec<u8>)>;

impl Site {
    /// All pages, those that share their work together: an official's page and that of the
    /// current year show the same contracts, and so do their social cards and facts; the two formats of a
    /// feed tell the same.
    pub fn batches(&self) -> Vec<Vec<Page>> {
        self.batched(self.pages())
    }

    /// Some pages, those that share their work together.
    pub(super) fn batched(&self, pages: Vec<Page>) -> Vec<Vec<Page>> {
        let mut batches: Vec<Vec<Page>> = Vec::new();
        let mut years: BTreeSet<Page> = BTreeSet::new();
        for page in pages {
            let last = batches.last_mut();
            if self.is_current_year(&page) {
                years.insert(page);
            } else if let Some(feed) = last.filter(|batch| tell_the_same(batch, &page)) {
                feed.push(page);
            } else {
                batches.push(vec![page]);
            }
        }
        for batch in &mut batches {
            let year = self.current_year_page(&batch[0]);
            batch.extend(year.and_then(|page| years.take(&page)));
        }
        batches.extend(years.into_iter().map(|page| vec![page]));
        batches
    }

    /// Each page of a batch with its bytes: those that [`Self::render`] gives.
    ///
    /// # Errors
    /// As [`Self::render`].
    pub fn render_batch(&self, batch: &[Page]) -> Result<Files, SiteError> {
        self.render_batch_after(batch, &nothing_earlier)
    }

    /// As [`Self::render_batch`]; a picture is taken from an `earlier` build of any site where it
    /// was drawn from the same input.
    ///
    /// # Errors
    /// As [`Self::render`].
    pub fn render_batch_after(
        &self,
        batch: &[Page],
        earlier: &Earlier<'_>,
    ) -> Result<Files, SiteError> {
        match batch {
            [Page::Feed(of), json @ Page::JsonFeed(same)] if of == same => {
                let view = self.feed(of)?;
                Ok(vec![
                    (of.feed(), render::feed(&view).into_bytes()),
                    (json.file(), render::json_feed(&view).into_bytes()),
                ])
            }
            [first, second] if self.current_year_page(first).as_ref() != Some(second) => {
                self.each(batch, earlier)
            }
            [Page::Html(official), Page::Html(of_year)] => self.page_twice(official, of_year),
            [Page::Data(official), Page::Data(of_year)] => {
                let [first, second] = self.data_twice([official, of_year])?;
                Ok(vec![(official.file(), first), (of_year.file(), second)])
            }
            [Page::SocialCard(official), Page::SocialCard(of_year)] => {
                let bytes = self.drawn(official, earlier)?;
                Ok(vec![
                    (official.file(), bytes.clone()),
                    (of_year.file(), bytes),
                ])
            }
            pages => self.each(pages, earlier),
        }
    }

    fn each(&self, pages: &[Page], earlier: &Earlier<'_>) -> Result<Files, SiteError> {
        let pages = pages.iter();
        pages
            .map(|page| Ok((page.file(), self.render_after(page, earlier)?)))
            .collect()
    }

    /// An official's page and that of the current year: they differ by their frames.
    fn page_twice(&self, official: &Address, of_year: &Address) -> Result<Files, SiteError> {
        let Subject::OfficialYear(id, year) = &of_year.subject else {
            let pages = [official, of_year].map(|address| Page::Html(address.clone()));
            return self.each(&pages, &nothing_earlier);
        };
        let voice = self.voice(official.language);
        let view = view(self.page_scene(voice, official)?, official)?;
        let frame = year_frame(self.page_scene(voice, of_year)?, id, *year)?;
        let [first, second] = voice.renderer.page_twice(&view, &frame)?;
        Ok(vec![
            (official.file(), first.into_bytes()),
            (of_year.file(), second.into_bytes()),
        ])
    }

    fn current_year(&self, id: &PersonId) -> Option<i32> {
        let contracts = self.roster.contracts(id).iter();
        self.score
            .current_year(contracts.map(|id| &self.register.contracts[id]))
    }

    fn is_current_year(&self, page: &Page) -> bool {
        let of_year = match page {
            Page::Html(address) => match &address.subject {
                Subject::OfficialYear(id, year) => Some((id, year)),
                _ => None,
            },
            Page::SocialCard(SocialSubject::OfficialYear(id, year)) => Some((id, year)),
            Page::Data(DataFile::PageJson(subject) | DataFile::PageCsv(subject)) => match subject {
                Subject::OfficialYear(id, year) => Some((id, year)),
                _ => None,
            },
            _ => None,
        };
        of_year.is_some_and(|(id, year)| self.current_year(id) == Some(*year))
    }

    /// The page of the current year that shows what `page` does.
    fn current_year_page(&self, page: &Page) -> Option<Page> {
        match page {
            Page::Html(address) => {
                let Subject::Official(id) = &address.subject else {
                    return None;
                };
                let subject = Subject::OfficialYear(id.clone(), self.current_year(id)?);
                Some(Page::Html(Address::new(address.language, subject)))
            }
            Page::SocialCard(SocialSubject::Official(id)) => {
                let subject = SocialSubject::OfficialYear(id.clone(), self.current_year(id)?);
                Some(Page::SocialCard(subject))
            }
            Page::Data(DataFile::PageJson(Subject::Official(id))) => {
                let subject = Subject::OfficialYear(id.clone(), self.current_year(id)?);
                Some(Page::Data(DataFile::PageJson(subject)))
            }
            Page::Data(DataFile::PageCsv(Subject::Official(id))) => {
                let subject = Subject::OfficialYear(id.clone(), self.current_year(id)?);
                Some(Page::Data(DataFile::PageCsv(subject)))
            }
            _ => None,
        }
    }
}

/// Whether `page` is the other format of the feed that is `batch`.
fn tell_the_same(batch: &[Page], page: &Page) -> bool {
    match (batch, page) {
        ([Page::Feed(of)], Page::JsonFeed(same)) => of == same,
        _ => false,
    }
}
