//! What a social card says, and what a page says of the card it names.

use super::home::{current_contracts, verdict_on};
use super::row::{QuarterSight, counted, sight};
use super::scene::Scene;
use super::state::{count_parts, kept_sentence, overall_mark, overall_tone};
use super::verdict::verdict_sentence;
use crate::compute::{ContractScore, Counts, Overall};
use crate::format::{Arg, MessageError};
use crate::model::{Contract, Language, Percent, PersonId, Quarter};
use crate::social::{Bar, BarValue, Figure, HEIGHT, SocialCard, WIDTH};
use crate::source::Sha256;
use crate::url::{Address, SocialSubject, Subject};
use serde::Serialize;

/// The card that a page names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SocialMark {
    pub subject: SocialSubject,
    /// What the card is drawn from. `None`: the page shows nothing of what the card tells, so it
    /// stays the same when the card changes.
    pub input: Option<Sha256>,
}

/// What messengers are told of a page (Open Graph, Twitter).
#[derive(Clone, Debug, Serialize)]
pub struct ShareView {
    pub title: String,
    /// `og:type`
    pub kind: &'static str,
    /// Language and country, as Open Graph wants them.
    pub locale: &'static str,
    pub image: Option<ShareImage>,
}

/// A social card, by its absolute address.
#[derive(Clone, Debug, Serialize)]
pub struct ShareImage {
    pub url: String,
    pub width: u32,
    pub height: u32,
    /// All that can be read on it, in the page's language.
    pub alternative: String,
}

/// The card of `subject`.
///
/// # Errors
/// Messages that it needs and the locale files don't have.
pub fn social_card(
    scene: Scene<'_>,
    subject: &SocialSubject,
) -> Result<SocialCard, Vec<MessageError>> {
    let card = card(&scene, subject);
    let faults = scene.into_faults();
    if faults.is_empty() {
        Ok(card)
    } else {
        Err(faults)
    }
}

/// `None` for pages that nobody shares.
pub(super) fn share(scene: &Scene<'_>, address: &Address, title: &str) -> Option<ShareView> {
    address.subject.social()?;
    Some(ShareView {
        title: title.to_owned(),
        kind: match address.subject {
            Subject::Official(_) | Subject::OfficialYear(..) => "profile",
            _ => "website",
        },
        locale: match address.language {
            Language::Indonesian => "id_ID",
            Language::English => "en_GB",
        },
        image: scene.social.as_ref().map(|mark| image(scene, mark)),
    })
}

fn image(scene: &Scene<'_>, mark: &SocialMark) -> ShareImage {
    let version = mark.input.map(|input| input.to_string());
    let version = version.as_ref().map(|input| &input[..VERSION]);
    let site = &scene.register.site;
    let alternative = match mark.input {
        Some(_) => card(scene, &mark.subject).alternative(),
        None => {
            let args = [
                ("title", Arg::from(scene.words.plain(&site.title))),
                ("government", Arg::from(scene.words.plain(&site.government))),
            ];
            scene.words.say("social_site", &args)
        }
    };
    ShareImage {
        url: scene.urls.social_card(&mark.subject, version),
        width: WIDTH,
        height: HEIGHT,
        alternative,
    }
}

/// Of a SHA-256 in hexadecimal digits, so many tell one card from the next.
const VERSION: usize = 8;

fn card(scene: &Scene<'_>, subject: &SocialSubject) -> SocialCard {
    match subject {
        SocialSubject::Site => of_site(scene),
        SocialSubject::Official(person) => {
            let year = scene.score.current_year(scene.contracts_of(person));
            of_official(scene, person, year)
        }
        SocialSubject::OfficialYear(person, year) => of_official(scene, person, Some(*year)),
    }
}

fn of_site(scene: &Scene<'_>) -> SocialCard {
    let site = &scene.register.site;
    let government = scene.words.plain(&site.government);
    let of_government = [("government", Arg::from(government))];
    let verdict = verdict_on(scene, &current_contracts(scene));
    let (counts, sentence) = verdict.unwrap_or_default();
    SocialCard {
        site: government.to_owned(),
        government: String::new(),
        name: scene.words.plain(&site.title).to_owned(),
        post: scene.words.say("home_lead", &of_government),
        ..of_counts(scene, counts, sentence)
    }
}

/// Of several contracts in a year the states stand together, and no capaian: none is computed
/// over contracts.
fn of_official(scene: &Scene<'_>, person: &PersonId, year: Option<i32>) -> SocialCard {
    let contracts = scene.contracts_of(person);
    let contracts: Vec<&Contract> = contracts.filter(|c| Some(c.id.year) == year).collect();
    let contracts = still_running(scene, contracts);
    let told = match contracts.as_slice() {
        [contract] => of_contract(scene, contract),
        contracts => of_contracts(scene, contracts),
    };
    let posts = contracts.iter();
    let posts: Vec<String> = posts
        .map(|c| scene.post_title(c.capacity, &c.post).text)
        .collect();
    let posts = scene.words.formats().list(&posts);
    SocialCard {
        name: scene.person_name(&scene.register.people[person]),
        post: year.map_or_else(String::new, |year| format!("{posts}, {year}")),
        ..told
    }
}

fn of_contract(scene: &Scene<'_>, contract: &Contract) -> SocialCard {
    let score = scene.score_of(&contract.id);
    let words = &scene.words;
    let bounds = scene.register.regime_of(contract).display_bounds();
    let achievement = match &score.overall.percent {
        Some(percent) => {
            let percent = words.percent(percent, &bounds);
            let percent = [("percent", Arg::from(&percent))];
            [
                words.say("social_achievement", &percent),
                in_words(scene, &score.overall),
            ]
        }
        None => [words.text("social_achievement_none"), String::new()],
    };
    SocialCard {
        achievement: Some(achievement),
        bars: bars(scene, score, &bounds),
        ..of_counts(scene, score.counts, verdict_sentence(scene, score))
    }
}

/// A contract that ended within the year is not told of beside one that runs: together they would
/// give a figure that stands on no page.
fn still_running<'a>(scene: &Scene<'_>, contracts: Vec<&'a Contract>) -> Vec<&'a Contract> {
    let today = scene.score.today;
    if contracts.iter().all(|c| c.period.end < today) {
        return contracts;
    }
    let running = contracts.into_iter().filter(|c| c.period.end >= today);
    running.collect()
}

/// The category, and how many commitments the figure is made of where it is not all.
fn in_words(scene: &Scene<'_>, overall: &Overall) -> String {
    let category = overall.category.as_ref();
    let category = category.map(|category| scene.words.plain(category).to_owned());
    let parts: Vec<String> = category
        .into_iter()
        .chain(counted(scene, overall))
        .collect();
    parts.join(" · ")
}

fn of_contracts(scene: &Scene<'_>, contracts: &[&Contract]) -> SocialCard {
    let counts = scene.score.total(contracts.iter().copied());
    let scores = contracts.iter().map(|c| scene.score_of(&c.id));
    let when = scores.filter_map(|score| score.headline).max();
    let when = when.map(|quarter| scene.words.quarter(quarter));
    let sentence = kept_sentence(&scene.words, counts, &when.unwrap_or_default());
    of_counts(scene, counts, sentence)
}

/// The verdict on commitments in these states.
fn of_counts(scene: &Scene<'_>, counts: Counts, sentence: String) -> SocialCard {
    let (site, words) = (&scene.register.site, &scene.words);
    let tone = overall_tone(counts);
    let total = [("total", Arg::Count(counts.due() as u64))];
    let figure = (counts.due() > 0).then(|| Figure {
        mark: overall_mark(tone),
        kept: words.formats().count(counts.kept() as u64),
        total: words.say("social_total", &total),
    });
    SocialCard {
        site: words.plain(&site.title).to_owned(),
        government: words.plain(&site.government).to_owned(),
        notice: site.sample_data.then(|| words.text("social_sample")),
        name: String::new(),
        post: String::new(),
        tone,
        figure,
        sentence,
        achievement: None,
        parts: count_parts(words, counts),
        bars: Vec::new(),
        hundred: words.percent(&Percent::hundred(), &[]),
    }
}

/// Capaian quarter by quarter; none before the first one.
fn bars(scene: &Scene<'_>, score: &ContractScore, bounds: &[Percent]) -> Vec<Bar> {
    if score.quarters.is_empty() {
        return Vec::new();
    }
    let quarters = score.reports.keys();
    let bar = |quarter: &Quarter| Bar {
        label: scene.words.quarter_short(*quarter),
        value: bar_value(scene, score, *quarter, bounds),
    };
    quarters.map(bar).collect()
}

fn bar_value(
    scene: &Scene<'_>,
    score: &ContractScore,
    quarter: Quarter,
    bounds: &[Percent],
) -> BarValue {
    match sight(score, quarter) {
        QuarterSight::Blank => BarValue::Blank,
        QuarterSight::Missing => BarValue::Missing {
            text: scene.words.text("social_missing"),
        },
        QuarterSight::Share(percent, tone) => BarValue::Share {
            percent: percent.to_f64(),
            text: scene.words.percent(percent, bounds),
            tone,
        },
    }
}
