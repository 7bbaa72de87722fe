//! Which HTML pages a site has: those that follow from its register, and where what else stands.

use super::Page;
use super::page::STATIC;
use crate::model::{Date, Language, OpdId, PersonId, Quarter, Register, Snapshot};
use crate::record::EventGroup;
use crate::url::{self, Address, Asset, Following, Subject};
use crate::view::{embeds, letters, quarters_told};
use std::collections::BTreeSet;

/// Every subject that has a page in `language`, in a fixed order.
pub(super) fn subjects(register: &Register, today: Date, language: Language) -> Vec<Subject> {
    let mut subjects = vec![
        Subject::Home,
        Subject::Opds,
        Subject::Quarters,
        Subject::Evaluations,
        Subject::Changes,
        Subject::Tree,
        Subject::Method,
        Subject::Data,
        Subject::Search,
        Subject::NotFound,
    ];
    subjects.extend(EventGroup::ALL.map(Subject::ChangesOf));
    let of_contracts: BTreeSet<i32> = register.contracts.keys().map(|id| id.year).collect();
    subjects.extend(of_contracts.into_iter().map(Subject::TreeYear));
    let years = official_years(register);
    let nearly_all = [
        register.people.len(),
        2 * years.len(),
        register.posts.len(),
        2 * register.opds.len(),
    ];
    subjects.reserve(nearly_all.into_iter().sum());
    subjects.extend(register.people.keys().cloned().map(Subject::Official));
    let year = |(person, year): &(&PersonId, i32)| Subject::OfficialYear((*person).clone(), *year);
    let card = |(person, year): &(&PersonId, i32)| Subject::OfficialCard((*person).clone(), *year);
    subjects.extend(years.iter().map(year));
    subjects.extend(years.iter().map(card));
    subjects.extend(register.posts.keys().cloned().map(Subject::Post));
    subjects.extend(register.opds.keys().cloned().map(Subject::Opd));
    subjects.extend(opd_cards(register));
    subjects.extend(shown_elsewhere(register, today));
    let quarters = quarters_told(register, today);
    subjects.extend(quarters.into_iter().map(Subject::Quarter));
    subjects.extend(letters(register).into_iter().map(Subject::SearchLetter));
    let plain = register.pages.iter();
    let plain = plain.filter(|(_, page)| page.contains_key(&language));
    subjects.extend(plain.map(|(slug, _)| Subject::Plain(slug.clone())));
    if language == Language::Indonesian {
        subjects.extend(frozen(register));
    }
    subjects
}

/// The pages of every frozen quarter.
fn frozen(register: &Register) -> BTreeSet<Subject> {
    let archives = &register.archives;
    let of_quarter = |quarter: &Quarter, snapshot: &Snapshot| {
        let kept = snapshot.contracts.iter().map(|contract| &contract.person);
        let all = kept.chain(snapshot.removed.iter().map(|stone| &stone.person));
        let official = |person: &PersonId| Subject::ArchiveOfficial(*quarter, person.clone());
        let mut subjects: Vec<Subject> = all.map(official).collect();
        subjects.push(Subject::ArchiveQuarter(*quarter));
        subjects
    };
    let list = (!archives.is_empty()).then_some(Subject::Archive);
    let pages = archives
        .iter()
        .flat_map(|(q, snapshot)| of_quarter(q, snapshot));
    list.into_iter().chain(pages).collect()
}

/// The persons with each year in which they have a contract: such a year has a page with the contracts, and one with the
/// report card.
fn official_years(register: &Register) -> Vec<(&PersonId, i32)> {
    let contracts = register.contracts.values();
    let mut years: Vec<_> = contracts.map(|c| (&c.person, c.id.year)).collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// The commitments that other sites can show, and the list of them for each official and year.
fn shown_elsewhere(register: &Register, today: Date) -> Vec<Subject> {
    if !register.has_embeds() {
        return Vec::new();
    }
    let of_years = embeds(register, today).into_iter();
    of_years
        .flat_map(|((person, year), embeds)| {
            let list = Subject::Embeds(person, year);
            [list]
                .into_iter()
                .chain(embeds.into_iter().map(Subject::Embed))
        })
        .collect()
}

/// A report card for each year in which a post of an organisation has a contract.
fn opd_cards(register: &Register) -> BTreeSet<Subject> {
    let posts = &register.posts;
    let contracts = register.contracts.values();
    contracts
        .filter_map(|c| Some(Subject::OpdCard(posts[&c.post].opd.clone()?, c.id.year)))
        .collect()
}

/// What can be followed: the site, each official and each organisation, each by two feeds and a
/// calendar, also before anything has happened.
pub(super) fn followed(register: &Register) -> impl Iterator<Item = Page> + use<> {
    let people: Vec<PersonId> = register.people.keys().cloned().collect();
    let opds: Vec<OpdId> = register.opds.keys().cloned().collect();
    let all = [Following::Site].into_iter();
    let all = all.chain(people.into_iter().map(Following::Official));
    let all = all.chain(opds.into_iter().map(Following::Opd));
    all.flat_map(|of| {
        [
            Page::Feed(of.clone()),
            Page::JsonFeed(of.clone()),
            Page::Calendar(of),
        ]
    })
}

/// Every file that a site has, old addresses aside.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    files: BTreeSet<String>,
}

impl Standing {
    pub fn of(register: &Register, today: Date) -> Self {
        let languages = register.languages().iter();
        let pages = languages.flat_map(|language| {
            let subjects = subjects(register, today, *language).into_iter();
            subjects.map(|subject| Address::new(*language, subject).file())
        });
        let style = (!register.archives.is_empty()).then_some(Page::ArchiveStyle);
        let assets = Asset::of(register).map(|asset| Page::Asset(asset).file());
        let followed = followed(register).map(|page| page.file());
        let security = register.site.security.as_ref().map(|_| Page::Security);
        let others = STATIC.iter().chain(&style).chain(&security).map(Page::file);
        let others = others.chain(assets).chain(followed);
        let files = pages.chain(others).chain(register.media.iter().cloned());
        Self {
            files: files.collect(),
        }
    }

    pub fn has_page(&self, folder: &str) -> bool {
        self.files.contains(&url::index_of(folder))
    }

    /// The first file that stands in `folder` or below it.
    pub fn first_below(&self, folder: &str) -> Option<&str> {
        let next = self.files.range(folder.to_owned()..).next()?;
        next.starts_with(folder).then_some(next.as_str())
    }

    /// The folders of pages below `folder`, by what follows it there.
    pub fn folders_below<'f>(&'f self, folder: &'f str) -> impl Iterator<Item = &'f str> {
        let files = self.files.range(folder.to_owned()..);
        let below = files.map_while(move |file| file.strip_prefix(folder));
        below.filter_map(|rest| rest.strip_suffix(&url::index_of("")))
    }

    /// The folders of all pages but the home page.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        let folders = self.files.iter();
        let folders = folders.filter_map(|file| file.strip_suffix(&url::index_of("")));
        folders.filter(|folder| !folder.is_empty())
    }
}
