//! Which source files a page is made of, so that an unchanged set means an unchanged page.
//!
//! A page may change when a file changes that is among its inputs before or after; a test edits
//! every file of a site and holds each page to that.

use super::{Page, Site};
use crate::model::{
    ById, Contract, ContractId, Language, OpdId, Person, PersonId, Post, PostId, Quarter,
    QuarterOfYear, Reach, Recorded, Register,
};
use crate::parse::place::{contract_file, evaluations_file, person_file, report_file};
use crate::record;
use crate::source::WhyUnknown;
use crate::url::{Address, DataFile, Following, SocialSubject, Subject};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// The subjects of pages that show something of everything, as a pattern.
macro_rules! about_everything {
    () => {
        Subject::Home
            | Subject::Quarters
            | Subject::Quarter(_)
            | Subject::Evaluations
            | Subject::Changes
            | Subject::ChangesOf(_)
            | Subject::Tree
            | Subject::TreeYear(_)
            | Subject::Search
            // Which files there are hangs on how much they tell.
            | Subject::Data
            // Where an old address leads hangs on which pages there are.
            | Subject::Old(_)
    };
}

/// Paths below `content/` of all files that `page` shows something of.
pub fn inputs(site: &Site, page: &Page) -> BTreeSet<String> {
    let Parts {
        mut files,
        contracts,
    } = parts(site, page);
    for id in contracts {
        files.append(&mut contract_files(site, id));
    }
    files
}

/// What a page shows something of.
pub(super) struct Parts<'a> {
    /// Paths below `content/`.
    pub files: BTreeSet<String>,
    /// Contracts, each with its [`contract_files`].
    pub contracts: BTreeSet<&'a ContractId>,
}

/// The [`inputs`] of `page`, of its contracts their ids alone: many pages show something of the same ones.
pub(super) fn parts<'a>(site: &'a Site, page: &Page) -> Parts<'a> {
    let mut inputs = Inputs::none(site);
    inputs.add_site();
    match page {
        Page::Html(address) => inputs.add_page(address),
        // Of headers: the first folder of every page, and whether there are frozen ones, which may
        // stand in no frame.
        Page::Sitemap | Page::Redirects | Page::Headers | Page::Search(_) | Page::Admin(_) => {
            inputs.add_everything();
        }
        Page::Calendar(of) | Page::Feed(of) | Page::JsonFeed(of) => inputs.add_followed(of),
        Page::SocialCard(subject) => inputs.add_social_card(subject),
        Page::Data(DataFile::PageJson(subject) | DataFile::PageCsv(subject)) => {
            inputs.add_page(&Address::new(Language::Indonesian, subject.clone()));
        }
        Page::Data(_) => inputs.add_everything(),
        Page::Picture(embed, _) => inputs.add_official(&embed.person),
        Page::Oembed(address) => inputs.add_page(address),
        Page::ArchiveStyle => inputs.add_archives(|_| true),
        // Where the latest frozen copy is, and whose; that of an official's year names no other file.
        Page::QrCode(subject) => {
            inputs.add_page(&Address::new(Language::Indonesian, subject.clone()));
            inputs.add_archives(|_| true);
        }
        Page::Asset(_) | Page::Robots | Page::Security => {}
    }
    inputs.parts
}

/// The files of a contract, its rules, results, evaluations, post and OPD, and those from which its shares come.
pub(super) fn contract_files(site: &Site, id: &ContractId) -> BTreeSet<String> {
    let mut inputs = Inputs::none(site);
    inputs.add_files_of(&site.register.contracts[id]);
    inputs.parts.files
}

/// Whose page it is, where all that it shows beside the frame is of one official: such pages have the same inputs.
pub(super) fn official_of(page: &Page) -> Option<&PersonId> {
    let subject = match page {
        Page::Html(address) | Page::Oembed(address) => &address.subject,
        Page::Data(DataFile::PageJson(subject) | DataFile::PageCsv(subject)) => subject,
        Page::Calendar(of) | Page::Feed(of) | Page::JsonFeed(of) => {
            return match of {
                Following::Official(id) => Some(id),
                Following::Site | Following::Opd(_) => None,
            };
        }
        Page::SocialCard(SocialSubject::Official(id) | SocialSubject::OfficialYear(id, _)) => {
            return Some(id);
        }
        Page::Picture(embed, _) => return Some(&embed.person),
        _ => return None,
    };
    match subject {
        Subject::Official(id)
        | Subject::OfficialYear(id, _)
        | Subject::OfficialCard(id, _)
        | Subject::Embeds(id, _) => Some(id),
        Subject::Embed(embed) => Some(&embed.person),
        _ => None,
    }
}

/// What last touched the inputs of the many pages that have the same, so that it is looked for once.
#[derive(Debug)]
pub(super) struct Latest {
    /// Of those that show everything.
    of_all: OnceLock<Option<Recorded>>,
    of_official: ById<PersonId, OnceLock<Option<Recorded>>>,
}

impl Latest {
    pub fn of(register: &Register) -> Self {
        let people = register.people.keys();
        Self {
            of_all: OnceLock::new(),
            of_official: people.map(|id| (id.clone(), OnceLock::new())).collect(),
        }
    }
}

/// What last touched one of the inputs of `page`, as far as the record tells.
pub(super) fn latest(site: &Site, page: &Page) -> Option<Recorded> {
    if site.record.reach == record::Reach::Nothing(WhyUnknown::NotAsked) {
        return None;
    }
    let known = match official_of(page) {
        Some(id) => site.latest.of_official.get(id),
        None => shows_everything(page).then_some(&site.latest.of_all),
    };
    match known {
        Some(known) => known.get_or_init(|| of_inputs(site, page)).clone(),
        None => of_inputs(site, page),
    }
}

fn of_inputs(site: &Site, page: &Page) -> Option<Recorded> {
    let inputs = inputs(site, page);
    let paths = inputs.iter().map(String::as_str);
    site.record.latest(paths).cloned()
}

/// Whether every file may change the page.
pub(super) fn shows_everything(page: &Page) -> bool {
    match page {
        Page::Html(address) => matches!(address.subject, about_everything!()),
        Page::Sitemap | Page::Redirects | Page::Headers | Page::Search(_) | Page::Admin(_) => true,
        Page::Calendar(of) | Page::Feed(of) | Page::JsonFeed(of) => *of == Following::Site,
        Page::SocialCard(subject) => *subject == SocialSubject::Site,
        Page::Data(DataFile::PageJson(subject) | DataFile::PageCsv(subject)) => {
            matches!(subject, about_everything!())
        }
        Page::Data(_) => true,
        Page::ArchiveStyle
        | Page::Asset(_)
        | Page::QrCode(_)
        | Page::Robots
        | Page::Security
        | Page::Picture(..)
        | Page::Oembed(_) => false,
    }
}

struct Inputs<'a> {
    register: &'a Register,
    site: &'a Site,
    parts: Parts<'a>,
}

impl<'a> Inputs<'a> {
    fn none(site: &'a Site) -> Self {
        Self {
            register: &site.register,
            site,
            parts: Parts {
                files: BTreeSet::new(),
                contracts: BTreeSet::new(),
            },
        }
    }

    fn add(&mut self, path: String) {
        self.parts.files.insert(path);
    }

    /// The frame of each page: the site's own file, and plain pages for the navigation.
    fn add_site(&mut self) {
        self.add("situs.yml".into());
        for (slug, versions) in &self.register.pages {
            for language in versions.keys() {
                let suffix = match language {
                    Language::Indonesian => "",
                    Language::English => ".en",
                };
                self.add(format!("halaman/{slug}{suffix}.md"));
            }
        }
    }

    fn add_page(&mut self, address: &Address) {
        match &address.subject {
            about_everything!() => self.add_everything(),
            Subject::Official(id)
            | Subject::OfficialYear(id, _)
            | Subject::OfficialCard(id, _)
            | Subject::Embeds(id, _) => self.add_official(id),
            Subject::Embed(embed) => self.add_official(&embed.person),
            Subject::Post(id) => self.add_post_page(id),
            Subject::Opds | Subject::SearchLetter(_) => self.add_organisations(),
            Subject::Opd(id) => self.add_opd_page(id),
            Subject::OpdCard(id, year) => self.add_opd_card(id, *year),
            Subject::Method => self.add_rules(),
            Subject::Archive => self.add_archives(|_| true),
            Subject::ArchiveQuarter(quarter) | Subject::ArchiveOfficial(quarter, _) => {
                self.add_archives(|own| own == *quarter)
            }
            Subject::Plain(_) | Subject::NotFound => {}
        }
    }

    /// What happened to the contracts and tenures of whom somebody follows.
    fn add_followed(&mut self, of: &Following) {
        match of {
            Following::Site => self.add_everything(),
            Following::Official(id) => self.add_official(id),
            Following::Opd(id) => self.add_opd_page(id),
        }
    }

    fn add_social_card(&mut self, subject: &SocialSubject) {
        match subject {
            SocialSubject::Site => self.add_everything(),
            SocialSubject::Official(id) | SocialSubject::OfficialYear(id, _) => {
                self.add_official(id);
            }
        }
    }

    /// Quarters as they were frozen.
    fn add_archives(&mut self, is_shown: impl Fn(Quarter) -> bool) {
        let frozen = self.register.archives.keys();
        let frozen = frozen.filter(|quarter| is_shown(**quarter));
        self.parts
            .files
            .extend(frozen.map(|quarter| format!("arsip/{quarter}.json")));
    }

    /// All regimes, and the posts that some of their rules are limited to.
    fn add_rules(&mut self) {
        for regime in self.register.regimes.values() {
            self.add(format!("aturan/{}.yml", regime.id));
            let rules = regime.evaluations.iter().map(|rule| &rule.reach);
            let reaches = rules.chain(regime.protection.iter().map(|p| &p.reach));
            for reach in reaches {
                if let Reach::Posts(posts) = reach {
                    let posts = posts.iter();
                    self.parts
                        .files
                        .extend(posts.map(|post| format!("jabatan/{post}.yml")));
                }
            }
        }
    }

    fn add_everything(&mut self) {
        let register = self.register;
        self.parts
            .files
            .extend(register.regimes.keys().map(|id| format!("aturan/{id}.yml")));
        self.add_organisations();
        for contract in register.contracts.values() {
            self.add_contract_files(contract);
        }
        self.add_archives(|_| true);
    }

    fn add_organisations(&mut self) {
        let register = self.register;
        self.parts
            .files
            .extend(register.opds.keys().map(|id| format!("opd/{id}.yml")));
        self.parts
            .files
            .extend(register.posts.keys().map(|id| format!("jabatan/{id}.yml")));
        self.parts
            .files
            .extend(register.people.keys().map(|id| format!("pejabat/{id}.yml")));
    }

    fn add_official(&mut self, id: &PersonId) {
        let person = &self.register.people[id];
        self.add_person(person);
        for tenure in &person.tenures {
            self.add_post(&self.register.posts[&tenure.post]);
        }
        let site = self.site;
        let contracts = site.roster.contracts(id);
        if contracts.is_empty() {
            self.add_promises_to(id);
        }
        for contract in contracts {
            self.add_contract(&self.register.contracts[contract]);
        }
    }

    /// Of who has no contract the page says how many promise them something.
    fn add_promises_to(&mut self, id: &PersonId) {
        let to_them = self.site.roster.promised_to(id).iter();
        self.parts.files.extend(to_them.map(contract_file));
    }

    fn add_person(&mut self, person: &Person) {
        self.add(format!("pejabat/{}.yml", person.id));
    }

    /// A contract in full with all that its page says of others.
    fn add_contract(&mut self, contract: &'a Contract) {
        self.add_contract_files(contract);
        // What is on paper leads to the latest of the year.
        self.add_archives(|quarter| quarter.year == contract.id.year);
        self.add_relatives(&contract.post);
        self.add_cascade(contract);
        if let Some(counterparty) = &contract.counterparty {
            self.add(format!("pejabat/{}.yml", counterparty.person));
        }
        for goal in &contract.goals {
            self.parts
                .files
                .extend(goal.parent.as_ref().map(|p| contract_file(&p.contract)));
        }
        let indicators = &self.site.score.contracts[&contract.id].indicators;
        for indicator in indicators.iter().map(|i| &i.commitment.indicator) {
            let shared = indicator
                .shared_with
                .iter()
                .map(|opd| format!("opd/{opd}.yml"));
            self.parts.files.extend(shared);
            if let Some(contribution) = &indicator.contribution {
                let owner = &self.register.contracts[&contribution.owner.contract];
                self.add(format!("jabatan/{}.yml", owner.post));
            }
        }
    }

    /// The contracts that hang on this one or have a share of it, and those of the posts above and
    /// below in the same year.
    fn add_cascade(&mut self, contract: &'a Contract) {
        let (site, year) = (self.site, contract.id.year);
        let above = self.register.posts[&contract.post].superior.iter();
        let below = site.roster.subordinates(&contract.post).iter();
        let near = above.chain(below);
        let near = near.flat_map(|post| site.roster.contracts_in(post));
        let near = near.filter(|other| other.year == year);
        let referring = site.score.cascade.referring_to(&contract.id);
        let related: BTreeSet<&ContractId> = near.chain(referring).collect();
        for other in related {
            self.add_contract_files(&self.register.contracts[other]);
        }
    }

    fn add_contract_files(&mut self, contract: &'a Contract) {
        self.parts.contracts.insert(&contract.id);
    }

    fn add_files_of(&mut self, contract: &Contract) {
        let id = &contract.id;
        self.add(contract_file(id));
        self.add(format!("aturan/{}.yml", contract.regime));
        self.add(format!("pejabat/{}.yml", contract.person));
        self.add_post(&self.register.posts[&contract.post]);
        let quarters = QuarterOfYear::ALL.map(|of_year| Quarter::new(id.year, of_year));
        let reports = &self.register.reports;
        let reported = quarters
            .into_iter()
            .filter(|quarter| reports.contains_key(&(id.clone(), *quarter)));
        self.parts
            .files
            .extend(reported.map(|quarter| report_file(id, quarter)));
        let looks_at = self.site.roster.evaluated_in(id).iter();
        let files = looks_at.map(evaluations_file);
        self.parts.files.extend(files);
        self.add_owners(contract);
    }

    /// A share takes its name and its direction from the indicator that owns it, which may be a
    /// share itself.
    fn add_owners(&mut self, contract: &Contract) {
        let score = &self.site.score;
        let indicators = |id: &ContractId| {
            let score = &score.contracts[id];
            score
                .indicators
                .iter()
                .chain(&score.withdrawn)
                .map(|i| &i.commitment.indicator)
        };
        for indicator in indicators(&contract.id) {
            let mut share = indicator.contribution.as_ref();
            while let Some(contribution) = share {
                let owner = &contribution.owner;
                self.add(contract_file(&owner.contract));
                let found = indicators(&owner.contract).find(|i| i.id == owner.indicator);
                share = found.and_then(|indicator| indicator.contribution.as_ref());
            }
        }
    }

    fn add_post(&mut self, post: &Post) {
        self.add(format!("jabatan/{}.yml", post.id));
        self.parts
            .files
            .extend(post.opd.as_ref().map(|opd| format!("opd/{opd}.yml")));
    }

    /// The posts above and below, with everybody who ever held them.
    fn add_relatives(&mut self, post: &PostId) {
        let register = self.register;
        let above = register.posts[post].superior.iter();
        let below = self.site.roster.subordinates(post).iter();
        for relative in above.chain(below) {
            self.add(format!("jabatan/{relative}.yml"));
            self.add_holders(relative);
            // A post that went with its organisation is not shown.
            if let Some(opd) = &register.posts[relative].opd {
                self.add(format!("opd/{opd}.yml"));
                self.add_successors(opd);
            }
        }
    }

    fn add_successors(&mut self, opd: &OpdId) {
        let successors = self.site.roster.successors(opd).iter();
        self.parts
            .files
            .extend(successors.map(|later| format!("opd/{later}.yml")));
    }

    fn add_holders(&mut self, post: &PostId) {
        let holders = self.site.roster.holders(post).iter();
        self.parts
            .files
            .extend(holders.map(|(person, _)| person_file(person)));
    }

    fn add_post_page(&mut self, id: &PostId) {
        self.add_post(&self.register.posts[id]);
        self.add_relatives(id);
        self.add_holders(id);
        for contract in self.site.roster.contracts_in(id) {
            self.add_contract_files(&self.register.contracts[contract]);
        }
    }

    fn add_opd_page(&mut self, id: &OpdId) {
        let register = self.register;
        self.add(format!("opd/{id}.yml"));
        self.add_successors(id);
        let origins = register.opds[id].predecessors.iter();
        self.parts
            .files
            .extend(origins.map(|origin| format!("opd/{}.yml", origin.opd)));
        for post in self.site.roster.posts_of(id) {
            let post = &register.posts[post];
            self.add_post_page(&post.id);
            // Its depth decides its place on the page, and that hangs on every post above.
            let mut above = post.superior.as_ref();
            while let Some(superior) = above {
                self.add(format!("jabatan/{superior}.yml"));
                above = register.posts[superior].superior.as_ref();
            }
        }
    }

    /// What its page shows, and all that a contract in full says of others.
    fn add_opd_card(&mut self, id: &OpdId, year: i32) {
        self.add_opd_page(id);
        self.add_archives(|quarter| quarter.year == year);
        for contract in self.site.roster.contracts_of(id) {
            self.add_contract(&self.register.contracts[contract]);
        }
    }
}
