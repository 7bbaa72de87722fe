//! Social cards: which a site has, which a page names, and their bytes.

use super::{Page, Site, SiteError, inputs};
use crate::social::{self, Painter, SocialCard};
use crate::url::{SocialSubject, Subject};
use crate::view::{Scene, SocialMark, social_card};
use std::collections::BTreeSet;

/// What was published before at a path, as far as it is what was written then.
pub type Earlier<'a> = dyn Fn(&str) -> Option<Vec<u8>> + Sync + 'a;

/// Where nothing was published before, or nobody looks.
pub(super) fn nothing_earlier(_: &str) -> Option<Vec<u8>> {
    None
}

impl Site {
    /// One for the site, for each official with a contract, and for each year of theirs.
    pub(super) fn social_cards(&self) -> BTreeSet<Page> {
        if !self.has_social_cards {
            return BTreeSet::new();
        }
        let contracts = self.register.contracts.values();
        let of_people = contracts.flat_map(|contract| {
            let person = &contract.person;
            [
                SocialSubject::Official(person.clone()),
                SocialSubject::OfficialYear(person.clone(), contract.id.year),
            ]
        });
        let all = [SocialSubject::Site].into_iter().chain(of_people);
        all.map(Page::SocialCard).collect()
    }

    /// The card that `page` names. What it says changes a page only where the page shows the same.
    pub(super) fn social_mark(
        &self,
        page: &Page,
        subject: &Subject,
    ) -> Result<Option<SocialMark>, SiteError> {
        let Some(subject) = subject.social().filter(|_| self.has_social_cards) else {
            return Ok(None);
        };
        let subject = match subject {
            SocialSubject::Official(id) if self.roster.contracts(&id).is_empty() => {
                SocialSubject::Site
            }
            subject => subject,
        };
        let shows_the_same = subject != SocialSubject::Site || inputs::shows_everything(page);
        let input = shows_the_same
            .then(|| self.social_card(&subject))
            .transpose()?;
        Ok(Some(SocialMark {
            subject,
            input: input.map(|card| self.painter().input(&card)),
        }))
    }

    /// The PNG of a card, from the `earlier` build where it was drawn from the same input.
    pub(super) fn drawn(
        &self,
        subject: &SocialSubject,
        earlier: &Earlier<'_>,
    ) -> Result<Vec<u8>, SiteError> {
        let card = self.social_card(subject)?;
        let input = self.painter().input(&card);
        let before = earlier(&subject.file());
        let before = before.filter(|png| social::input_of(png) == Some(input));
        Ok(before.unwrap_or_else(|| self.painter().png(&card)))
    }

    /// Cards are written once, in the language at the site's root.
    fn social_card(&self, subject: &SocialSubject) -> Result<SocialCard, SiteError> {
        let scene = Scene::new(self.ground(), &self.dress.voices[0].tongue, None, None);
        Ok(social_card(scene, subject)?)
    }

    pub(super) fn painter(&self) -> &Painter {
        self.painter.get_or_init(Painter::default)
    }
}
