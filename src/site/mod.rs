//! A site: which pages it has, and each page's bytes as a pure function of register, scoreboard,
//! theme and page. `build` writes what `serve` answers.
//!
//! It must never touch a disk or a clock.

mod comparison;
mod inputs;
mod manifest;

pub use comparison::{ChangedLine, Compared, Difference, DifferenceKind};
pub use inputs::inputs;
pub use manifest::{MANIFEST, MOST_FILE_BYTES, Manifest, ManifestError, Provenance, ThemeMark};

use crate::compute::{Scoreboard, compute};
use crate::format::MessageError;
use crate::model::{Date, Language, PersonId, Register};
use crate::render::{
    self, Renderer, SitemapAlternate, SitemapEntry, TemplateError, Theme, robots, tongue,
};
use crate::source::{Fingerprint, Sha256};
use crate::url::{Address, CALENDAR, Subject, Urls};
use crate::view::{Prose, Roster, Scene, Tongue, calendar, quarters_told, view, year_frame};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Where the style sheet stands.
const STYLE: &str = "aset/gaya.css";

/// A file of the site that is rendered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    Html(Address),
    Style,
    Sitemap,
    Robots,
    /// Evaluations and reporting deadlines, for calendar programs.
    Calendar,
}

impl Page {
    /// Where it stands below the output directory.
    pub fn file(&self) -> String {
        match self {
            Self::Html(address) => address.file(),
            Self::Style => STYLE.to_owned(),
            Self::Sitemap => "sitemap.xml".to_owned(),
            Self::Robots => "robots.txt".to_owned(),
            Self::Calendar => CALENDAR.to_owned(),
        }
    }

    /// The media type a server names.
    pub fn media_type(&self) -> &'static str {
        match self {
            Self::Html(_) => "text/html; charset=utf-8",
            Self::Style => "text/css; charset=utf-8",
            Self::Sitemap => "application/xml",
            Self::Robots => "text/plain; charset=utf-8",
            Self::Calendar => "text/calendar; charset=utf-8",
        }
    }
}

/// Why a site can't be rendered: always the theme's or its locale files' fault.
#[derive(Debug)]
pub enum SiteError {
    Messages(Vec<MessageError>),
    Template(TemplateError),
}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Template(error) => error.fmt(f),
            Self::Messages(errors) => {
                let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
                f.write_str(&lines.join("\n"))
            }
        }
    }
}

impl std::error::Error for SiteError {}

impl From<TemplateError> for SiteError {
    fn from(error: TemplateError) -> Self {
        Self::Template(error)
    }
}

impl From<Vec<MessageError>> for SiteError {
    fn from(errors: Vec<MessageError>) -> Self {
        Self::Messages(errors)
    }
}

/// One language's words and templates.
#[derive(Debug)]
struct Voice {
    tongue: Tongue,
    renderer: Renderer,
}

/// Everything that a page is rendered from.
#[derive(Debug)]
pub struct Site {
    register: Register,
    roster: Roster,
    score: Scoreboard,
    voices: Vec<Voice>,
    prose: Prose,
    style: String,
    style_url: String,
    theme_sha256: Sha256,
}

impl Site {
    /// The site of `register` as of `today`, in the words and templates of `theme`.
    ///
    /// # Errors
    /// A theme whose templates or locale files do not parse.
    pub fn new(register: Register, today: Date, theme: &Theme) -> Result<Self, SiteError> {
        let voice = |language: &Language| -> Result<Voice, SiteError> {
            let tongue = tongue(theme, *language)?;
            let renderer = Renderer::new(theme, &tongue)?;
            Ok(Voice { tongue, renderer })
        };
        let voices: Result<Vec<Voice>, SiteError> =
            register.site.languages.iter().map(voice).collect();
        Ok(Self {
            voices: voices?,
            roster: Roster::of(&register),
            score: compute(&register, today),
            prose: Prose::new(register.site.base_url.path()),
            style: theme.style().to_owned(),
            style_url: Urls::new(&register.site.base_url).file(STYLE),
            theme_sha256: theme.sha256(),
            register,
        })
    }

    pub fn register(&self) -> &Register {
        &self.register
    }

    pub fn score(&self) -> &Scoreboard {
        &self.score
    }

    /// Every file that is rendered, in a fixed order.
    pub fn pages(&self) -> Vec<Page> {
        let html = self.register.site.languages.iter().flat_map(|language| {
            let subjects = self.subjects(*language);
            subjects
                .into_iter()
                .map(|subject| Page::Html(Address::new(*language, subject)))
        });
        html.chain([Page::Style, Page::Sitemap, Page::Robots, Page::Calendar])
            .collect()
    }

    fn subjects(&self, language: Language) -> Vec<Subject> {
        let register = &self.register;
        let mut subjects = vec![
            Subject::Home,
            Subject::Opds,
            Subject::Quarters,
            Subject::Evaluations,
            Subject::Tree,
            Subject::Method,
            Subject::NotFound,
        ];
        let of_contracts: BTreeSet<i32> = register.contracts.keys().map(|id| id.year).collect();
        subjects.extend(of_contracts.into_iter().map(Subject::TreeYear));
        subjects.extend(register.people.keys().cloned().map(Subject::Official));
        let mut years: Vec<Subject> = register
            .contracts
            .values()
            .map(|c| Subject::OfficialYear(c.person.clone(), c.id.year))
            .collect();
        years.sort();
        years.dedup();
        let cards = years.iter().filter_map(|subject| match subject {
            Subject::OfficialYear(id, year) => Some(Subject::OfficialCard(id.clone(), *year)),
            _ => None,
        });
        let cards: Vec<Subject> = cards.collect();
        subjects.extend(years);
        subjects.extend(cards);
        subjects.extend(register.posts.keys().cloned().map(Subject::Post));
        subjects.extend(register.opds.keys().cloned().map(Subject::Opd));
        subjects.extend(self.opd_cards());
        subjects.extend(quarters_told(&self.score).into_iter().map(Subject::Quarter));
        let plain = register
            .pages
            .iter()
            .filter(|(_, page)| page.contains_key(&language));
        subjects.extend(plain.map(|(slug, _)| Subject::Plain(slug.clone())));
        subjects
    }

    /// A report card for each year in which a post of an organisation has a contract.
    fn opd_cards(&self) -> BTreeSet<Subject> {
        let posts = &self.register.posts;
        let contracts = self.register.contracts.values();
        contracts
            .filter_map(|c| Some(Subject::OpdCard(posts[&c.post].opd.clone()?, c.id.year)))
            .collect()
    }

    /// The bytes of `page`: the same for the same site, whenever and wherever it is asked.
    ///
    /// # Errors
    /// A template or message that does not fit the page's view.
    pub fn render(&self, page: &Page) -> Result<Vec<u8>, SiteError> {
        let text = match page {
            Page::Html(address) => self.html(address)?,
            Page::Style => self.style.clone(),
            Page::Sitemap => self.voices[0].renderer.sitemap(&self.sitemap())?,
            Page::Calendar => render::calendar(&calendar(self.scene(&self.voices[0]))?),
            Page::Robots => robots(&self.urls().absolute_file("sitemap.xml")),
        };
        Ok(text.into_bytes())
    }

    /// What is published beside `files`, which are all pages and media: a word about them all.
    pub fn manifest(
        &self,
        provenance: Provenance,
        files: BTreeMap<String, Fingerprint>,
    ) -> Manifest {
        let site = &self.register.site;
        Manifest {
            pantau: env!("CARGO_PKG_VERSION").to_owned(),
            provenance,
            date: self.score.today,
            base_url: site.base_url.clone(),
            theme: ThemeMark {
                name: site.theme.clone(),
                sha256: self.theme_sha256,
            },
            files,
        }
    }

    /// All pages, those that share their work together: an official's page and that of the
    /// current year show the same contracts.
    pub fn batches(&self) -> Vec<Vec<Page>> {
        let mut batches: Vec<Vec<Page>> = Vec::new();
        let mut years: BTreeMap<Address, Page> = BTreeMap::new();
        for page in self.pages() {
            match &page {
                Page::Html(address) if self.is_current_year(address) => {
                    years.insert(address.clone(), page);
                }
                _ => batches.push(vec![page]),
            }
        }
        for batch in &mut batches {
            let year = self.current_year_page(&batch[0]);
            batch.extend(year.and_then(|address| years.remove(&address)));
        }
        batches.extend(years.into_values().map(|page| vec![page]));
        batches
    }

    /// Each page of a batch with its bytes: those that [`Self::render`] gives.
    ///
    /// # Errors
    /// As [`Self::render`].
    pub fn render_batch(&self, batch: &[Page]) -> Result<Vec<(String, Vec<u8>)>, SiteError> {
        if let [Page::Html(official), Page::Html(of_year)] = batch
            && let Subject::OfficialYear(id, year) = &of_year.subject
        {
            let voice = self.voice(official.language);
            let view = view(self.scene(voice), official)?;
            let frame = year_frame(self.scene(voice), id, *year)?;
            let [first, second] = voice.renderer.page_twice(&view, &frame)?;
            return Ok(vec![
                (official.file(), first.into_bytes()),
                (of_year.file(), second.into_bytes()),
            ]);
        }
        let rendered = batch
            .iter()
            .map(|page| Ok((page.file(), self.render(page)?)));
        rendered.collect()
    }

    fn current_year(&self, id: &PersonId) -> Option<i32> {
        let contracts = self.roster.contracts(id).iter();
        self.score
            .current_year(contracts.map(|id| &self.register.contracts[id]))
    }

    fn is_current_year(&self, address: &Address) -> bool {
        match &address.subject {
            Subject::OfficialYear(id, year) => self.current_year(id) == Some(*year),
            _ => false,
        }
    }

    fn current_year_page(&self, page: &Page) -> Option<Address> {
        let Page::Html(address) = page else {
            return None;
        };
        let Subject::Official(id) = &address.subject else {
            return None;
        };
        let year = self.current_year(id)?;
        let subject = Subject::OfficialYear(id.clone(), year);
        Some(Address::new(address.language, subject))
    }

    fn html(&self, address: &Address) -> Result<String, SiteError> {
        let voice = self.voice(address.language);
        Ok(voice.renderer.page(&view(self.scene(voice), address)?)?)
    }

    fn voice(&self, language: Language) -> &Voice {
        self.voices
            .iter()
            .find(|voice| voice.tongue.language == language)
            .expect("a page's language is one of the site's")
    }

    fn scene<'a>(&'a self, voice: &'a Voice) -> Scene<'a> {
        Scene::new(
            &self.register,
            &self.roster,
            &self.score,
            &voice.tongue,
            self.other_tongue(voice),
            &self.prose,
            &self.style_url,
        )
    }

    fn other_tongue(&self, voice: &Voice) -> Option<&Tongue> {
        let mut tongues = self.voices.iter().map(|other| &other.tongue);
        tongues.find(|other| other.language != voice.tongue.language)
    }

    fn urls(&self) -> Urls<'_> {
        Urls::new(&self.register.site.base_url)
    }

    /// Every HTML page but the one for lost addresses, with its versions in other languages.
    fn sitemap(&self) -> Vec<SitemapEntry> {
        let pages = self.pages();
        let addresses: BTreeSet<&Address> = pages
            .iter()
            .filter_map(|page| match page {
                Page::Html(address) if address.subject != Subject::NotFound => Some(address),
                _ => None,
            })
            .collect();
        let entry = |address: &&Address| SitemapEntry {
            url: self.urls().absolute(address),
            alternates: Language::ALL
                .into_iter()
                .map(|language| address.in_language(language))
                .filter(|twin| self.voices.len() > 1 && addresses.contains(twin))
                .map(|twin| SitemapAlternate {
                    language: twin.language.tag(),
                    url: self.urls().absolute(&twin),
                })
                .collect(),
        };
        addresses.iter().map(entry).collect()
    }
}
