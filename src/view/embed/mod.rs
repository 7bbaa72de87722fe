//! Commitments as other sites show them: a small page for a frame, what machines read of it, its
//! picture, and the list of all that an official has in a year.

mod list;
mod oembed;
mod page;
mod picture;

pub use list::EmbedsView;
pub use oembed::OembedView;
pub use page::EmbedView;

use super::html::escape;
use super::indicator::{IndicatorView, progress_chart};
use super::scene::Scene;
use crate::chart::{ProgressChart, Tone};
use crate::compute::IndicatorScore;
use crate::format::MessageError;
use crate::model::{
    Commitment, Contract, ContractId, Date, IndicatorRef, Language, PersonId, Register, Standing,
};
use crate::social::Picture;
use crate::url::{self, Address, Embed, EmbedName, Subject};
use crate::view::state::tone;
use std::collections::{BTreeMap, BTreeSet};

/// The width for which an embed is made, in CSS pixels. It fits narrower and wider ones too.
const WIDTH: u32 = 640;
/// How high its frame is, in CSS pixels: enough for a table of four quarters and its source.
const HEIGHT: u32 = 700;

/// Every commitment that other sites can show, by official and year.
pub fn embeds(register: &Register, today: Date) -> BTreeMap<(PersonId, i32), Vec<Embed>> {
    let mut of_years: BTreeMap<(PersonId, i32), Vec<&Contract>> = BTreeMap::new();
    for contract in register.contracts.values() {
        let of_year = of_years.entry((contract.person.clone(), contract.id.year));
        of_year.or_default().push(contract);
    }
    let named = |contracts: Vec<&Contract>| embeds_of(contracts, today);
    let of_years = of_years.into_iter();
    of_years
        .map(|(key, contracts)| (key, named(contracts)))
        .collect()
}

/// Those of an official's contracts of one year. The contract that was signed first, then the one whose id
/// comes first, has the plain names: what is signed later moves no address.
fn embeds_of(mut contracts: Vec<&Contract>, today: Date) -> Vec<Embed> {
    contracts.sort_by_key(|contract| (contract.signed, &contract.id));
    let mut taken = BTreeSet::new();
    let mut embeds = Vec::new();
    for contract in contracts {
        for Commitment { indicator, .. } in contract.commitments_on(today) {
            let is_new = taken.insert(indicator.id.clone());
            embeds.push(Embed {
                person: contract.person.clone(),
                contract: contract.id.clone(),
                indicator: indicator.id.clone(),
                name: if is_new {
                    EmbedName::Plain
                } else {
                    EmbedName::WithContract
                },
            });
        }
    }
    embeds
}

/// The way to the list of an official's embeds of a year, where the site has embeds.
pub(super) fn embeds_link(scene: &Scene<'_>, person: &PersonId, year: i32) -> Option<String> {
    let has_embeds = scene.roster.has_embeds();
    has_embeds.then(|| scene.link(Subject::Embeds(person.clone(), year)))
}

/// The picture of `embed`.
///
/// # Errors
/// Messages that it needs and the locale files don't have.
pub fn picture(scene: Scene<'_>, embed: &Embed) -> Result<Picture, Vec<MessageError>> {
    let picture = Shown::new(&scene, embed).picture();
    said(scene, picture)
}

/// What machines read of the page of `embed` in the scene's language.
///
/// # Errors
/// As [`picture`].
pub fn oembed(scene: Scene<'_>, embed: &Embed) -> Result<OembedView, Vec<MessageError>> {
    let view = Shown::new(&scene, embed).oembed();
    said(scene, view)
}

fn said<T>(scene: Scene<'_>, view: T) -> Result<T, Vec<MessageError>> {
    let faults = scene.into_faults();
    if faults.is_empty() {
        Ok(view)
    } else {
        Err(faults)
    }
}

/// A commitment that is shown elsewhere.
struct Shown<'s, 'a> {
    scene: &'s Scene<'a>,
    embed: &'s Embed,
    contract: &'a Contract,
    score: &'a IndicatorScore,
    view: IndicatorView,
    chart: Option<ProgressChart>,
}

impl<'s, 'a> Shown<'s, 'a> {
    fn new(scene: &'s Scene<'a>, embed: &'s Embed) -> Self {
        let contract = &scene.register.contracts[&embed.contract];
        let of = IndicatorRef {
            contract: embed.contract.clone(),
            indicator: embed.indicator.clone(),
        };
        let score = scene.score.indicator(&of);
        let score = score.expect("every commitment of a contract has a score");
        Self {
            scene,
            embed,
            contract,
            score,
            view: IndicatorView::withdrawn(scene, contract, score),
            chart: progress_chart(scene, contract, score),
        }
    }

    fn address(&self) -> Address {
        let subject = Subject::Embed(self.embed.clone());
        Address::new(self.scene.words.language(), subject)
    }

    /// The official's page of the year.
    fn official(&self, language: Language) -> Address {
        let (person, year) = (self.contract.person.clone(), self.contract.id.year);
        Address::new(language, Subject::OfficialYear(person, year))
    }

    /// Where it is told in full.
    fn place(&self) -> String {
        let anchor = url::indicator_anchor(&self.contract.id, &self.embed.indicator);
        self.scene.contract_url(self.contract, &anchor)
    }

    fn person(&self) -> String {
        let people = &self.scene.register.people;
        self.scene.person_name(&people[&self.contract.person])
    }

    /// `Ratna, Kepala Dinas Kesehatan, 2026`
    fn who(&self) -> String {
        let post = self
            .scene
            .post_title(self.contract.capacity, &self.contract.post);
        format!(
            "{}, {}, {}",
            self.person(),
            post.text,
            self.contract.id.year
        )
    }

    /// `Prevalensi stunting. Ratna, 2026`
    fn title(&self) -> String {
        let year = self.contract.id.year;
        let name = self.view.name.text.trim_end_matches('.');
        format!("{name}. {}, {year}", self.person())
    }

    /// What became of it, in a sentence without links: a frame must lead nowhere by itself.
    fn sentence(&self) -> String {
        self.view.summary.plain()
    }

    fn tone(&self) -> Tone {
        match self.score.commitment.standing {
            Standing::InForce => tone(self.score.state),
            Standing::Dropped { .. } => Tone::Neutral,
            Standing::Undeclared { .. } => Tone::Bad,
        }
    }

    /// What another site puts into its page.
    fn snippet(&self) -> String {
        let (url, title) = (self.scene.urls.absolute(&self.address()), self.title());
        let (url, title) = (escape(&url), escape(&title));
        format!(
            "<iframe src=\"{url}\" title=\"{title}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
             style=\"border:0;max-width:100%\" loading=\"lazy\"></iframe>"
        )
    }

    fn picture_link(&self, picture: url::PictureFile) -> String {
        self.scene.urls.file(&self.embed.picture(picture))
    }
}

/// The embeds of one official and year, in the order of their addresses' making.
fn of_year(scene: &Scene<'_>, person: &PersonId, year: i32) -> Vec<Embed> {
    let contracts = scene.contracts_of(person);
    let contracts = contracts.filter(|contract| contract.id.year == year);
    embeds_of(contracts.collect(), scene.score.today)
}

/// Whether two contracts stand in one list, so that each must be named.
fn has_several(embeds: &[Embed]) -> bool {
    let contracts: BTreeSet<&ContractId> = embeds.iter().map(|embed| &embed.contract).collect();
    contracts.len() > 1
}
