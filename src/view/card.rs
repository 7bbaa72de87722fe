//! Report cards (rapor): one printable page per official and year, and per organisation and year,
//! with success and failure for each target and its due date.

use super::contract::term;
use super::evaluation::{basis_of, consequences};
use super::frame::{Crumb, Frame, Heading};
use super::html::Html;
use super::indicator::{CardRow, FactView};
use super::paper::PaperView;
use super::row::in_order;
use super::said::Said;
use super::scene::{Link, Scene};
use super::state::success_sentence;
use super::verdict::{achievement, verdict_sentence};
use crate::compute::Counts;
use crate::format::Arg;
use crate::model::{Contract, OpdId, PersonId, Regime, RegimeId};
use crate::url::{self, Address, Subject};
use serde::Serialize;
use std::collections::BTreeMap;

/// A report card.
#[derive(Clone, Debug, Serialize)]
pub struct CardView {
    pub frame: Frame,
    pub title: String,
    /// Of which day everything here is told.
    pub as_of: String,
    /// Of an organisation: its commitments together, shared ones counted once.
    pub total: Option<String>,
    pub sections: Vec<CardSection>,
    pub stakes: Vec<StakeView>,
    pub paper: Option<PaperView>,
}

/// One contract.
#[derive(Clone, Debug, Serialize)]
pub struct CardSection {
    pub anchor: String,
    /// `Kepala Dinas Kesehatan`, and below `Kontrak Kinerja 2026`.
    pub post: Said,
    pub term: Said,
    pub facts: Vec<FactView>,
    /// "Hasil: berhasil 5, belum berhasil 2, belum jatuh tempo 3."
    pub success: String,
    pub sentence: String,
    /// The overall figure with its caveats.
    pub achievement: Html,
    pub rows: Vec<CardRow>,
}

/// What is at stake by one regime, in its own words.
#[derive(Clone, Debug, Serialize)]
pub struct StakeView {
    /// The laws that the rules rest on, and where the rules stand.
    pub basis: Html,
    pub url: String,
    pub evaluations: Vec<ConsequenceView>,
}

/// An evaluation and what follows from it.
#[derive(Clone, Debug, Serialize)]
pub struct ConsequenceView {
    pub name: Said,
    pub text: Html,
}

impl CardView {
    pub(super) fn of_official(scene: &Scene<'_>, id: &PersonId, year: i32) -> Self {
        let contracts = scene.contracts_of(id).filter(|c| c.id.year == year);
        let contracts: Vec<&Contract> = contracts.collect();
        let name = scene.person_name(&scene.register.people[id]);
        let crumb = |text: String, subject: Subject| Crumb {
            text,
            url: Some(scene.link(subject)),
        };
        let above = vec![
            crumb(name.clone(), Subject::Official(id.clone())),
            crumb(year.to_string(), Subject::OfficialYear(id.clone(), year)),
        ];
        let subject = Subject::OfficialCard(id.clone(), year);
        let card = Card {
            scene,
            contracts,
            title: title(scene, &name, year),
        };
        card.view(subject, above, None)
    }

    pub(super) fn of_opd(scene: &Scene<'_>, id: &OpdId, year: i32) -> Self {
        let contracts = scene.contracts_of_opd(id);
        let contracts = contracts.into_iter().filter(|c| c.id.year == year);
        let contracts = in_order(scene, contracts.collect());
        let name = scene.words.plain(&scene.register.opds[id].name);
        let above = vec![
            Crumb {
                text: scene.words.text("nav_opds"),
                url: Some(scene.link(Subject::Opds)),
            },
            Crumb {
                text: name.to_owned(),
                url: Some(scene.link(Subject::Opd(id.clone()))),
            },
        ];
        let counts = scene.score.total(contracts.iter().copied());
        let total = success(scene, "card_total", counts);
        let card = Card {
            scene,
            contracts,
            title: title(scene, name, year),
        };
        card.view(Subject::OpdCard(id.clone(), year), above, Some(total))
    }
}

fn success(scene: &Scene<'_>, key: &str, counts: Counts) -> String {
    let success = success_sentence(&scene.words, counts);
    scene.words.say(key, &[("success", Arg::from(&success))])
}

fn title(scene: &Scene<'_>, name: &str, year: i32) -> String {
    let year = year.to_string();
    let args = [("name", Arg::from(name)), ("year", Arg::from(&year))];
    scene.words.say("card_title", &args)
}

struct Card<'s, 'a> {
    scene: &'s Scene<'a>,
    contracts: Vec<&'s Contract>,
    title: String,
}

impl Card<'_, '_> {
    fn view(self, subject: Subject, crumbs: Vec<Crumb>, total: Option<String>) -> CardView {
        let words = &self.scene.words;
        let today = words.date(self.scene.score.today);
        let paper = PaperView::new(self.scene, &subject);
        let address = Address::new(words.language(), subject);
        let contracts = self.contracts.iter();
        let heading = Heading {
            title: self.title.clone(),
            description: self.description(),
            crumbs,
        };
        CardView {
            frame: Frame::new(self.scene, &address, heading),
            as_of: words.say("card_as_of", &[("date", Arg::from(&today))]),
            sections: contracts.map(|c| section(self.scene, c)).collect(),
            stakes: self.stakes(),
            paper,
            total,
            title: self.title,
        }
    }

    fn description(&self) -> String {
        let contracts = self.contracts.iter();
        let told: Vec<String> = contracts
            .map(|c| {
                let sentence = verdict_sentence(self.scene, self.scene.score_of(&c.id));
                let post = self.scene.post_title(c.capacity, &c.post);
                format!("{}: {sentence}.", post.text)
            })
            .collect();
        // Degrees end with a full stop of their own.
        let title = self.title.trim_end_matches('.');
        format!("{title}. {}", told.join(" "))
    }

    /// Each regime of these contracts that states consequences.
    fn stakes(&self) -> Vec<StakeView> {
        let contracts = self.contracts.iter();
        let regimes: BTreeMap<&RegimeId, &Regime> = contracts
            .map(|c| (&c.regime, self.scene.register.regime_of(c)))
            .collect();
        let stakes = regimes.into_values().map(|r| stake(self.scene, r));
        stakes.filter(|s| !s.evaluations.is_empty()).collect()
    }
}

fn stake(scene: &Scene<'_>, regime: &Regime) -> StakeView {
    let evaluations = regime.evaluations.iter();
    StakeView {
        basis: basis_of(scene, regime),
        url: format!("{}#{}", scene.link(Subject::Method), regime.id),
        evaluations: evaluations
            .filter_map(|rule| {
                Some(ConsequenceView {
                    name: scene.words.said(&rule.name),
                    text: consequences(&scene.words, rule)?,
                })
            })
            .collect(),
    }
}

fn section(scene: &Scene<'_>, contract: &Contract) -> CardSection {
    let score = scene.score_of(&contract.id);
    let rows = score.indicators.iter();
    let withdrawn = score.withdrawn.iter();
    CardSection {
        anchor: url::contract_anchor(&contract.id),
        post: scene.post_title(contract.capacity, &contract.post),
        term: term(scene, contract),
        facts: facts(scene, contract),
        success: success(scene, "card_success", score.counts),
        sentence: verdict_sentence(scene, score),
        achievement: achievement(scene, contract, &score.overall),
        rows: rows
            .map(|score| CardRow::new(scene, contract, score))
            .chain(withdrawn.map(|score| CardRow::withdrawn(scene, contract, score)))
            .collect(),
    }
}

/// Who promised, for which organisation, for how long, and with which signature.
fn facts(scene: &Scene<'_>, contract: &Contract) -> Vec<FactView> {
    let words = &scene.words;
    let fact = |key: &str, text: String| FactView {
        term: words.text(key),
        text: Html::text(&text),
    };
    let people = &scene.register.people;
    let opd = scene.register.posts[&contract.post].opd.as_ref();
    let (start, end) = (
        words.date(contract.period.start),
        words.date(contract.period.end),
    );
    let period = [("start", Arg::from(&start)), ("end", Arg::from(&end))];
    let number = contract.number.iter().cloned();
    let signed: Vec<String> = [words.date(contract.signed)]
        .into_iter()
        .chain(number)
        .collect();
    let principal = contract.counterparty.as_ref();
    let mut facts = vec![fact(
        "card_official",
        scene.person_name(&people[&contract.person]),
    )];
    facts.extend(opd.map(|id| FactView {
        term: words.text("card_opd"),
        text: Html::said(&words.said(&scene.register.opds[id].name)),
    }));
    facts.push(fact("fact_period", words.say("period", &period)));
    facts.push(fact("fact_signed", signed.join(", ")));
    facts.extend(principal.map(|principal| {
        let name = scene.person_name(&people[&principal.person]);
        fact("fact_principal", name)
    }));
    facts
}

/// The way to the card of an official's year, where a contract of it is on record.
pub(super) fn card_of_official(scene: &Scene<'_>, id: &PersonId, year: i32) -> String {
    scene.link(Subject::OfficialCard(id.clone(), year))
}

/// The cards of an organisation, latest year first.
pub(super) fn cards_of_opd(scene: &Scene<'_>, id: &OpdId, contracts: &[&Contract]) -> Vec<Link> {
    let mut years: Vec<i32> = contracts.iter().map(|c| c.id.year).collect();
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    let link = |year: i32| {
        let url = scene.link(Subject::OpdCard(id.clone(), year));
        Link::own(year.to_string(), url)
    };
    years.into_iter().map(link).collect()
}
