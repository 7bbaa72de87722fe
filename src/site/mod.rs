//! A site: which pages it has, and each page's bytes as a pure function of register, scoreboard,
//! theme and page. `build` writes what `serve` answers.
//!
//! It must never touch a disk or a clock.

mod addresses;
mod admin;
mod batch;
mod changes;
mod comparison;
mod data;
mod dress;
mod embeds;
mod examine;
mod inputs;
mod last_build;
#[cfg(any(test, fuzzing))]
pub mod laws;
mod ledger;
mod listing;
mod manifest;
mod old;
mod origin;
mod page;
mod part;
mod portion;
mod references;
mod shard;
mod slice;
mod social_cards;
mod standing;
mod subjects;

#[cfg(test)]
mod tests;

pub use addresses::addresses;
pub use changes::{Cause, PageChange, Side, SiteComparison, by_file, find_causes};
pub use comparison::{ChangedLine, Compared, Difference, DifferenceKind};
pub use dress::Dress;
pub use examine::{Sound, examine};
pub use inputs::inputs;
pub use last_build::{Basis, LastBuild, SeenFile, SeenSource};
pub use ledger::{Ledger, ledger};
pub use manifest::{MANIFEST, MOST_FILE_BYTES, Manifest, ManifestError, Provenance, ThemeMark};
pub use origin::{Origins, SourceStates};
pub use page::Page;
pub use part::{Misfit, PART, Part, PartError, misfits};
pub use portion::{PathPattern, Portion};
pub use references::References;
pub use shard::{MOST_SHARDS, NoShard, Shard};
pub use slice::{AtOnce, Known, Saved, page_at_once, verdict_at_once};
pub use social_cards::Earlier;
pub use standing::{FigureId, FigureSubject};

use crate::archive::Press;
use crate::chart;
use crate::compute::{Before, Scoreboard, compute, compute_after};
use crate::format::MessageError;
use crate::model::{Date, Language, Register};
use crate::record::Record;
use crate::render::{self, TemplateError, Theme, redirects, robots, security_text};
use crate::search::Index;
use crate::social::Painter;
use crate::source::Fingerprint;
use crate::url::{Address, Following, PictureFile, Subject, Urls};
use crate::view::{
    FeedView, Ground, OldPages, Prose, Roster, Scene, Tongue, calendar, feed, qr_target, security,
    view,
};
use dress::Voice;
use inputs::Latest;
use social_cards::nothing_earlier;
use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Write};
use std::sync::{Arc, OnceLock};

/// Why a site can't be rendered: always the theme's or its locale files' fault.
#[derive(Debug)]
pub enum SiteError {
    Messages(Vec<MessageError>),
    Template(TemplateError),
    /// A file that could not be written to where it goes.
    Write(io::Error),
}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Template(error) => error.fmt(f),
            Self::Write(error) => error.fmt(f),
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

/// Everything that a page is rendered from.
#[derive(Debug)]
pub struct Site {
    register: Arc<Register>,
    record: Arc<Record>,
    roster: Arc<Roster>,
    score: Arc<Scoreboard>,
    dress: Arc<Dress>,
    prose: Prose,
    /// For what is read elsewhere: with whole addresses.
    prose_abroad: Prose,
    old: OldPages,
    has_social_cards: bool,
    /// Made when the first card is looked at.
    painter: OnceLock<Painter>,
    latest: Latest,
    /// What a search looks into: made once for all its files.
    search: OnceLock<Result<Index, Vec<MessageError>>>,
}

impl Site {
    /// The site of `register` with its `record` as of `today`, in the words and templates of
    /// `theme`.
    ///
    /// # Errors
    /// A theme whose templates or locale files do not parse.
    pub fn new(
        register: Register,
        record: Record,
        today: Date,
        theme: &Theme,
    ) -> Result<Self, SiteError> {
        let dress = Dress::new(theme.clone(), &register.site.languages)?;
        let (register, record) = (Arc::new(register), Arc::new(record));
        Ok(Self::dressed(register, record, today, Arc::new(dress)))
    }

    /// As [`Self::new`], in a theme that was made ready before for the languages of `register`.
    pub fn dressed(
        register: Arc<Register>,
        record: Arc<Record>,
        today: Date,
        dress: Arc<Dress>,
    ) -> Self {
        Self::judged(register, record, dress, |register| compute(register, today))
    }

    /// As [`Self::dressed`], a site that comes after another, `before`: what follows from the same as there
    /// is not computed again.
    pub fn dressed_after(
        register: Arc<Register>,
        record: Arc<Record>,
        today: Date,
        dress: Arc<Dress>,
        before: &Self,
    ) -> Self {
        let before = Before {
            register: &before.register,
            score: &before.score,
        };
        let score = |register: &Register| compute_after(register, today, Some(before));
        Self::judged(register, record, dress, score)
    }

    fn judged(
        register: Arc<Register>,
        record: Arc<Record>,
        dress: Arc<Dress>,
        score: impl FnOnce(&Register) -> Scoreboard + Send,
    ) -> Self {
        let (score, roster) = rayon::join(|| score(&register), || Roster::of(&register));
        let today = score.today;
        Self {
            roster: Arc::new(roster),
            score: Arc::new(score),
            prose: Prose::new(register.site.base_url.path()),
            prose_abroad: Prose::new(&Urls::new(&register.site.base_url).absolute_file("")),
            old: old::old_pages(&register, today, &Ledger::default()),
            has_social_cards: register.has_social_cards(),
            painter: OnceLock::new(),
            dress,
            record,
            latest: Latest::of(&register),
            search: OnceLock::new(),
            register,
        }
    }

    /// The same site on another day.
    pub fn on(&self, today: Date) -> Self {
        let (register, record) = (Arc::clone(&self.register), Arc::clone(&self.record));
        Self::dressed(register, record, today, Arc::clone(&self.dress))
    }

    /// The same site on the same day in another theme, which fits its languages.
    pub fn in_dress(&self, dress: Arc<Dress>) -> Self {
        let base_url = &self.register.site.base_url;
        Self {
            register: Arc::clone(&self.register),
            record: Arc::clone(&self.record),
            roster: Arc::clone(&self.roster),
            score: Arc::clone(&self.score),
            dress,
            prose: Prose::new(base_url.path()),
            prose_abroad: Prose::new(&Urls::new(base_url).absolute_file("")),
            old: self.old.clone(),
            has_social_cards: self.has_social_cards,
            painter: OnceLock::new(),
            latest: Latest::of(&self.register),
            search: OnceLock::new(),
        }
    }

    /// What it is rendered by.
    pub fn dress(&self) -> &Arc<Dress> {
        &self.dress
    }

    /// With a page at each old address that `ledger` knows below those that `alamat_lama` names.
    pub fn remembering(mut self, ledger: &Ledger) -> Self {
        self.old = old::old_pages(&self.register, self.score.today, ledger);
        self
    }

    pub fn register(&self) -> &Register {
        &self.register
    }

    pub fn record(&self) -> &Record {
        &self.record
    }

    pub fn score(&self) -> &Scoreboard {
        &self.score
    }

    /// The bytes of `page`: the same for the same site, whenever and wherever it is asked.
    ///
    /// # Errors
    /// A template or message that does not fit the page's view.
    pub fn render(&self, page: &Page) -> Result<Vec<u8>, SiteError> {
        self.render_after(page, &nothing_earlier)
    }

    /// As [`Self::render`], a piece at a time.
    ///
    /// # Errors
    /// As [`Self::render`], and those of `to`.
    pub fn write(&self, page: &Page, to: &mut (dyn Write + Send)) -> Result<(), SiteError> {
        match page {
            Page::Data(file) => self.write_data(file, to),
            page => Ok(to.write_all(&self.render(page)?)?),
        }
    }

    fn render_after(&self, page: &Page, earlier: &Earlier<'_>) -> Result<Vec<u8>, SiteError> {
        let text = match page {
            Page::SocialCard(subject) => return self.drawn(subject, earlier),
            Page::Data(file) => {
                let mut bytes = Vec::new();
                self.write_data(file, &mut bytes)?;
                return Ok(bytes);
            }
            Page::Picture(embed, PictureFile::Png) => return self.picture_png(embed, earlier),
            Page::Picture(embed, PictureFile::Svg) => self.picture_svg(embed)?,
            Page::Oembed(address) => self.oembed(page, address)?,
            Page::Admin(file) => self.admin_file(page, file)?,
            Page::Html(address) => self.html(address)?,
            Page::Asset(asset) => self.dress.theme.asset(*asset).to_owned(),
            Page::ArchiveStyle => Press::style().to_owned(),
            Page::Sitemap => self.dress.voices[0].renderer.sitemap(&self.sitemap())?,
            Page::Calendar(of) => render::calendar(&calendar(self.scene_abroad(), of)?),
            Page::Feed(of) => render::feed(&self.feed(of)?),
            Page::JsonFeed(of) => render::json_feed(&self.feed(of)?),
            Page::Headers => render::headers(&self.host_policies()),
            Page::Search(file) => self.search_file(*file)?.to_owned(),
            Page::QrCode(subject) => self.qr_code(subject),
            Page::Redirects => redirects(&old::rules(&self.register, &self.old)),
            Page::Security => {
                let told = security(self.scene_abroad());
                security_text(&told.expect("it is a page of sites that have one"))
            }
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
                sha256: self.dress.sha256,
            },
            files,
        }
    }

    fn qr_code(&self, subject: &Subject) -> String {
        let address = self.urls().absolute(&qr_target(&self.register, subject));
        chart::qr_code(&address)
            .expect("an address is shorter than what a QR code holds: ids are names of files")
    }

    fn feed(&self, of: &Following) -> Result<FeedView, SiteError> {
        Ok(feed(self.scene_abroad(), of)?)
    }

    fn html(&self, address: &Address) -> Result<String, SiteError> {
        let archives = &self.register.archives;
        if let Some(page) = self
            .dress
            .press
            .page(archives, &self.urls(), &address.subject)?
        {
            return Ok(page);
        }
        let voice = self.voice(address.language);
        Ok(voice
            .renderer
            .page(view(self.page_scene(voice, address)?, address)?)?)
    }

    fn voice(&self, language: Language) -> &Voice {
        self.dress
            .voices
            .iter()
            .find(|voice| voice.tongue.language == language)
            .expect("a page's language is one of the site's")
    }

    fn ground(&self) -> Ground<'_> {
        Ground {
            register: &self.register,
            roster: &self.roster,
            score: &self.score,
            record: &self.record,
            prose: &self.prose,
            old: &self.old,
        }
    }

    /// The point of view of `page`.
    fn scene<'a>(&'a self, voice: &'a Voice, page: &Page) -> Scene<'a> {
        let latest = inputs::latest(self, page);
        Scene::new(
            self.ground(),
            &voice.tongue,
            self.other_tongue(voice),
            latest.as_ref(),
        )
    }

    /// The point of view of what is read away from the site, in its first language: links in
    /// prose are whole, and no foot names a commit.
    fn scene_abroad(&self) -> Scene<'_> {
        let ground = Ground {
            prose: &self.prose_abroad,
            ..self.ground()
        };
        let voice = &self.dress.voices[0];
        Scene::new(ground, &voice.tongue, self.other_tongue(voice), None)
    }

    /// The point of view of the page at `address`, with the social card that it names.
    fn page_scene<'a>(
        &'a self,
        voice: &'a Voice,
        address: &Address,
    ) -> Result<Scene<'a>, SiteError> {
        let page = Page::Html(address.clone());
        let social = self.social_mark(&page, &address.subject)?;
        Ok(self.scene(voice, &page).naming(social))
    }

    fn other_tongue(&self, voice: &Voice) -> Option<&Tongue> {
        let mut tongues = self.dress.voices.iter().map(|other| &other.tongue);
        tongues.find(|other| other.language != voice.tongue.language)
    }

    fn urls(&self) -> Urls<'_> {
        Urls::new(&self.register.site.base_url)
    }
}
