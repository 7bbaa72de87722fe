//! What every view looks at: the register, the scoreboard, and how to say and link things.

use super::html::{Html, Prose};
use super::old::OldPages;
use super::roster::Roster;
use super::said::Said;
use super::social::SocialMark;
use super::words::{Tongue, Words};
use crate::compute::{ContractScore, Scoreboard};
use crate::format::MessageError;
use crate::model::{
    Capacity, Contract, ContractId, Date, IndicatorRef, Language, Markdown, Opd, OpdEvent, OpdId,
    Person, PersonId, PlainPage, Post, PostId, Predecessor, Recorded, Register, Tenure,
};
use crate::record::Record;
use crate::source::Commit;
use crate::url::{self, Address, Subject, Urls};
use serde::Serialize;
use std::ops::Deref;

/// A text that may lead somewhere.
#[derive(Clone, Debug, Serialize)]
pub struct Link {
    pub text: String,
    pub url: String,
    /// The mark of the text's language where that is not the page's.
    pub foreign: &'static str,
}

impl Link {
    /// Words of the page itself, and names of persons.
    pub(super) fn own(text: String, url: String) -> Self {
        Self::to(Said::own(text), url)
    }

    /// A text of the data.
    pub(super) fn to(said: Said, url: String) -> Self {
        Self {
            text: said.text,
            foreign: said.foreign,
            url,
        }
    }
}

/// What every page of a site looks at, in whatever language.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    pub register: &'a Register,
    pub roster: &'a Roster,
    pub score: &'a Scoreboard,
    pub record: &'a Record,
    pub prose: &'a Prose,
    pub old: &'a OldPages,
}

/// One page's point of view on a site.
#[derive(Debug)]
pub struct Scene<'a> {
    ground: Ground<'a>,
    pub words: Words<'a>,
    /// The site's other language, for what a page says in both.
    pub other_words: Option<Words<'a>>,
    pub urls: Urls<'a>,
    /// The last commit that touched one of the page's own inputs, if it is known.
    pub latest_commit: Option<&'a Commit>,
    /// The picture that messengers show beside a link to the page.
    pub social: Option<SocialMark>,
}

impl<'a> Deref for Scene<'a> {
    type Target = Ground<'a>;

    fn deref(&self) -> &Self::Target {
        &self.ground
    }
}

impl<'a> Scene<'a> {
    /// `latest` is what last touched one of the page's own inputs.
    pub fn new(
        ground: Ground<'a>,
        tongue: &'a Tongue,
        other: Option<&'a Tongue>,
        latest: Option<&Recorded>,
    ) -> Self {
        Self {
            words: Words::new(tongue),
            other_words: other.map(Words::new),
            latest_commit: latest.and_then(|recorded| ground.record.commit(recorded)),
            urls: Urls::new(&ground.register.site.base_url),
            ground,
            social: None,
        }
    }

    /// With the social card that the page names.
    pub fn naming(self, social: Option<SocialMark>) -> Self {
        Self { social, ..self }
    }

    /// What could not be said on this page, in whichever language.
    pub(super) fn into_faults(self) -> Vec<MessageError> {
        let words = [Some(self.words), self.other_words].into_iter().flatten();
        words.flat_map(Words::into_faults).collect()
    }

    /// A link to `subject` in this page's language.
    pub(super) fn link(&self, subject: Subject) -> String {
        self.urls
            .link(&Address::new(self.words.language(), subject))
    }

    /// Whether the site has a page at `address`: all pages stand in all its languages, but plain
    /// ones only in those they were written in, frozen ones in Indonesian, and old addresses where
    /// one stood.
    pub(super) fn has_page(&self, address: &Address) -> bool {
        match &address.subject {
            Subject::Plain(slug) => self
                .register
                .pages
                .get(slug)
                .is_some_and(|page| page.contains_key(&address.language)),
            Subject::Old(_) => self.old.contains_key(address),
            subject if subject.is_archive() => address.language == Language::Indonesian,
            _ => self.register.languages().contains(&address.language),
        }
    }

    /// A link to a frozen page, whatever this page's language.
    pub(super) fn archive_link(&self, subject: Subject) -> String {
        self.urls.link(&Address::new(Language::Indonesian, subject))
    }

    /// Plain pages in this page's language, in their order.
    pub(super) fn plain_pages(&self) -> impl Iterator<Item = (&'a str, &'a PlainPage)> {
        let language = self.words.language();
        let mut pages: Vec<(&str, &PlainPage)> = self
            .register
            .pages
            .iter()
            .filter_map(|(slug, versions)| Some((slug.as_str(), versions.get(&language)?)))
            .collect();
        pages.sort_by_key(|(slug, page)| (page.order, *slug));
        pages.into_iter()
    }

    pub(super) fn markdown(&self, text: &Markdown) -> Html {
        self.prose.render(&text.0)
    }

    /// Staff's text within a sentence.
    pub(super) fn inline(&self, text: &Markdown) -> Html {
        self.prose.inline(&text.0)
    }

    pub(super) fn score_of(&self, id: &ContractId) -> &'a ContractScore {
        &self.score.contracts[id]
    }

    /// The name as it stands on the page; below echelon IV it may be withheld.
    pub(super) fn person_name(&self, person: &Person) -> String {
        person
            .name
            .clone()
            .unwrap_or_else(|| self.words.text("name_withheld"))
    }

    pub(super) fn person_link(&self, id: &PersonId) -> Link {
        let name = self.person_name(&self.register.people[id]);
        Link::own(name, self.link(Subject::Official(id.clone())))
    }

    pub(super) fn post_link(&self, id: &PostId) -> Link {
        let name = self.words.said(&self.register.posts[id].name);
        Link::to(name, self.link(Subject::Post(id.clone())))
    }

    /// `Kepala Dinas Kesehatan`, or `Plt. Kepala Dinas Kesehatan` for an acting holder.
    pub(super) fn post_title(&self, capacity: Capacity, post: &PostId) -> Said {
        let name = self.words.said(&self.register.posts[post].name);
        name.within(|name| self.words.in_capacity(capacity, name))
    }

    /// An organisation by its name, leading to its page.
    pub(super) fn opd_link(&self, id: &OpdId) -> Link {
        let name = self.words.said(&self.register.opds[id].name);
        Link::to(name, self.link(Subject::Opd(id.clone())))
    }

    /// Who holds or held `post`, latest induction first.
    pub(super) fn holders(&self, post: &PostId) -> Vec<(&'a Person, &'a Tenure)> {
        let people = &self.register.people;
        let holders = self.roster.holders(post).iter();
        holders
            .map(|(person, place)| (&people[person], &people[person].tenures[*place]))
            .collect()
    }

    /// The contracts of `person`, by year, then stem.
    pub(super) fn contracts_of(&self, person: &PersonId) -> impl Iterator<Item = &'a Contract> {
        let contracts = &self.register.contracts;
        self.roster
            .contracts(person)
            .iter()
            .map(|id| &contracts[id])
    }

    /// The contracts of every post of `opd`, by id.
    pub(super) fn contracts_of_opd(&self, opd: &OpdId) -> Vec<&'a Contract> {
        let ids = self.roster.contracts_of(opd).iter();
        ids.map(|id| &self.register.contracts[id]).collect()
    }

    /// How many contracts name `person` as the one who receives the promise.
    pub(super) fn promises_to(&self, person: &PersonId) -> usize {
        self.roster.promised_to(person).len()
    }

    /// Who holds `post` on `day`.
    pub(super) fn holders_on(&self, post: &PostId, day: Date) -> Vec<&'a Person> {
        self.holders(post)
            .into_iter()
            .filter(|(_, t)| t.inducted <= day && t.ended.is_none_or(|end| day <= end))
            .map(|(person, _)| person)
            .collect()
    }

    /// The posts right below, without those that went with their organisation.
    pub(super) fn subordinates(&self, post: &PostId) -> impl Iterator<Item = &'a Post> {
        let posts = &self.register.posts;
        let below = self.roster.subordinates(post).iter();
        below.map(|id| &posts[id]).filter(|post| self.stands(post))
    }

    /// The posts right below that stand today or had a contract in `year`.
    pub(super) fn subordinates_in(
        &self,
        post: &PostId,
        year: i32,
    ) -> impl Iterator<Item = &'a Post> {
        let posts = &self.register.posts;
        let below = self.roster.subordinates(post).iter();
        below.map(|id| &posts[id]).filter(move |post| {
            self.stands(post) || self.contracts_in(&post.id, year).next().is_some()
        })
    }

    /// The contracts of `post` in `year`, by stem.
    pub(super) fn contracts_in(
        &self,
        post: &PostId,
        year: i32,
    ) -> impl Iterator<Item = &'a Contract> {
        let contracts = &self.register.contracts;
        let of_post = self.roster.contracts_in(post).iter();
        let of_post = of_post.map(|id| &contracts[id]);
        of_post.filter(move |contract| contract.id.year == year)
    }

    fn stands(&self, post: &Post) -> bool {
        let dissolved = |opd: &OpdId| self.is_dissolved_by(opd, self.score.today);
        !post.opd.as_ref().is_some_and(dissolved)
    }

    /// The organisations that came from `opd`, and how.
    pub(super) fn successors(
        &self,
        opd: &OpdId,
    ) -> impl Iterator<Item = (&'a Opd, &'a Predecessor)> {
        let opd = opd.clone();
        let (opds, later) = (&self.register.opds, self.roster.successors(&opd));
        // One that names it twice is listed twice, one time beside the other.
        let is_first = move |at: &usize| *at == 0 || later[at - 1] != later[*at];
        let later = (0..later.len())
            .filter(is_first)
            .map(move |at| &opds[&later[at]]);
        let origins = later.flat_map(|later| later.predecessors.iter().map(move |p| (later, p)));
        origins.filter(move |(_, predecessor)| predecessor.opd == opd)
    }

    /// Whether `opd` is another by `day`: merged or renamed. One that was split may go on.
    pub(super) fn is_dissolved_by(&self, opd: &OpdId, day: Date) -> bool {
        self.became_another(opd).any(|since| since <= day)
    }

    /// Since when `opd` is another, where it is so today.
    pub(super) fn dissolved_on(&self, opd: &OpdId) -> Option<Date> {
        let days = self.became_another(opd);
        days.filter(|since| *since <= self.score.today).min()
    }

    fn became_another(&self, opd: &OpdId) -> impl Iterator<Item = Date> {
        let successors = self.successors(opd);
        successors
            .filter(|(_, predecessor)| predecessor.event != OpdEvent::Split)
            .map(|(_, predecessor)| predecessor.since)
    }

    /// `anchor` on the page of the official and the year of `contract`.
    pub(super) fn contract_url(&self, contract: &Contract, anchor: &str) -> String {
        let (person, year) = (contract.person.clone(), contract.id.year);
        let page = self.link(Subject::OfficialYear(person, year));
        format!("{page}#{anchor}")
    }

    /// An indicator by its name, leading to its place on its official's page.
    pub(super) fn indicator_link(&self, of: &IndicatorRef) -> Option<Link> {
        let contract = self.register.contracts.get(&of.contract)?;
        let score = self.score.indicator(of)?;
        let anchor = url::indicator_anchor(&contract.id, &of.indicator);
        let name = self.words.said(&score.commitment.indicator.name);
        Some(Link::to(name, self.contract_url(contract, &anchor)))
    }

    /// Steps from the top of the government down to `post`.
    pub(super) fn depth(&self, post: &PostId) -> usize {
        let mut depth = 0;
        let mut above = self.register.posts[post].superior.as_ref();
        while let Some(superior) = above {
            depth += 1;
            above = self.register.posts[superior].superior.as_ref();
        }
        depth
    }
}
