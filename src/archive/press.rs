//! From snapshots to pages, by the templates of the snapshots' form.

use crate::model::{FrozenContract, Language, PersonId, Quarter, Snapshot, Tombstone};
use crate::render::TemplateError;
use crate::url::{ARCHIVE_STYLE, Address, Subject, Urls, contract_anchor, indicator_anchor};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;
use tera::{Context, Tera};

/// The templates of form 1. What was written with them must not change: another look is another
/// version, beside this one.
const V1: [(&str, &str); 5] = [
    ("components.html", include_str!("v1/components.html")),
    ("base.html", include_str!("v1/base.html")),
    ("list.html", include_str!("v1/list.html")),
    ("quarter.html", include_str!("v1/quarter.html")),
    ("official.html", include_str!("v1/official.html")),
];

const V1_STYLE: &str = include_str!("v1/style.css");

/// How many digits of a commit are told in running text.
const SHORT_COMMIT: usize = 10;

/// Prints frozen pages.
pub struct Press {
    tera: Tera,
}

impl fmt::Debug for Press {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Press").finish_non_exhaustive()
    }
}

/// What stands around every page.
#[derive(Serialize)]
struct Frame<'a> {
    title: String,
    description: String,
    canonical: String,
    style: String,
    home: String,
    list: String,
    site_title: &'a str,
    government: &'a str,
    licence: &'a str,
    sample_data: bool,
}

/// A quarter in the list.
#[derive(Serialize)]
struct Entry<'a> {
    url: String,
    snapshot: &'a Snapshot,
    short_commit: &'a str,
}

/// What every page of a quarter says of its making.
#[derive(Serialize)]
struct Origin<'a> {
    snapshot: &'a Snapshot,
    short_commit: &'a str,
    /// The frozen quarter.
    quarter_url: String,
    /// The same page as it is today.
    live: String,
}

/// A contract in the list of its quarter.
#[derive(Serialize)]
struct Row<'a> {
    url: String,
    contract: &'a FrozenContract,
}

#[derive(Serialize)]
struct StoneRow<'a> {
    url: String,
    stone: &'a Tombstone,
}

/// A contract on its official's page.
#[derive(Serialize)]
struct Section<'a> {
    anchor: String,
    contract: &'a FrozenContract,
    /// Of the commitments, then of those withdrawn.
    anchors: Vec<String>,
    withdrawn_anchors: Vec<String>,
}

impl Press {
    /// # Errors
    /// A template of this program that does not parse, which a test holds off.
    pub fn new() -> Result<Self, TemplateError> {
        let mut tera = Tera::new();
        tera.add_raw_templates(V1)?;
        Ok(Self { tera })
    }

    /// The style sheet of all frozen pages.
    pub fn style() -> &'static str {
        V1_STYLE
    }

    /// The frozen page about `subject`; `None` for any other, and for what was never frozen.
    ///
    /// # Errors
    /// A template that asks for what it is not given.
    pub fn page(
        &self,
        archives: &BTreeMap<Quarter, Snapshot>,
        urls: &Urls<'_>,
        subject: &Subject,
    ) -> Result<Option<String>, TemplateError> {
        let desk = Desk { urls, subject };
        let (template, context) = match subject {
            Subject::Archive => ("list.html", desk.list(archives)?),
            Subject::ArchiveQuarter(quarter) => match archives.get(quarter) {
                Some(snapshot) => ("quarter.html", desk.quarter(snapshot)?),
                None => return Ok(None),
            },
            Subject::ArchiveOfficial(quarter, person) => match archives.get(quarter) {
                Some(snapshot) => ("official.html", desk.official(snapshot, person)?),
                None => return Ok(None),
            },
            _ => return Ok(None),
        };
        Ok(Some(self.tera.render(template, &context)?))
    }
}

/// One page's point of view.
struct Desk<'a> {
    urls: &'a Urls<'a>,
    subject: &'a Subject,
}

impl<'a> Desk<'a> {
    fn link(&self, subject: Subject) -> String {
        self.urls.link(&indonesian(subject))
    }

    fn frame<'s>(&self, title: &str, snapshot: &'s Snapshot) -> Frame<'s> {
        let site = &snapshot.site;
        Frame {
            title: format!("{title} – {}", site.title),
            description: format!("{title}. {}.", site.government),
            canonical: self.urls.absolute(&indonesian(self.subject.clone())),
            style: self.urls.file(ARCHIVE_STYLE),
            home: self.link(Subject::Home),
            list: self.link(Subject::Archive),
            site_title: &site.title,
            government: &site.government,
            licence: &site.licence,
            sample_data: site.sample_data,
        }
    }

    /// All quarters, latest first; the latest one names the site.
    fn list(&self, archives: &BTreeMap<Quarter, Snapshot>) -> Result<Context, TemplateError> {
        let mut context = Context::new();
        let entries: Vec<Entry<'_>> = archives
            .iter()
            .rev()
            .map(|(quarter, snapshot)| Entry {
                url: self.link(Subject::ArchiveQuarter(*quarter)),
                snapshot,
                short_commit: short_commit(snapshot),
            })
            .collect();
        if let Some(latest) = entries.first() {
            context.insert("frame", &self.frame("Salinan beku", latest.snapshot));
        }
        context.insert("entries", &entries);
        Ok(context)
    }

    fn origin<'s>(&self, snapshot: &'s Snapshot, live: Subject) -> Origin<'s> {
        Origin {
            snapshot,
            short_commit: short_commit(snapshot),
            quarter_url: self.link(Subject::ArchiveQuarter(snapshot.quarter)),
            live: self.link(live),
        }
    }

    fn quarter(&self, snapshot: &Snapshot) -> Result<Context, TemplateError> {
        let official = |person: &PersonId| {
            self.link(Subject::ArchiveOfficial(snapshot.quarter, person.clone()))
        };
        let rows = snapshot.contracts.iter().map(|contract| Row {
            url: format!(
                "{}#{}",
                official(&contract.person),
                contract_anchor(&contract.id)
            ),
            contract,
        });
        let rows: Vec<Row<'_>> = rows.collect();
        let stones = snapshot.removed.iter().map(|stone| StoneRow {
            url: official(&stone.person),
            stone,
        });
        let stones: Vec<StoneRow<'_>> = stones.collect();
        let mut context = Context::new();
        context.insert("frame", &self.frame(&frozen(&snapshot.name), snapshot));
        let live = Subject::Quarter(snapshot.quarter);
        context.insert("origin", &self.origin(snapshot, live));
        context.insert("rows", &rows);
        context.insert("stones", &stones);
        Ok(context)
    }

    fn official(&self, snapshot: &Snapshot, person: &PersonId) -> Result<Context, TemplateError> {
        let contracts: Vec<&FrozenContract> = snapshot.contracts_of(person).collect();
        // Where the facts were taken out, the name is one of them.
        let name = contracts.first().map_or(person.as_str(), |c| &c.name);
        let title = frozen(&format!("{name}, {}", snapshot.short_name));
        let live = Subject::OfficialYear(person.clone(), snapshot.quarter.year);
        let mut context = Context::new();
        context.insert("frame", &self.frame(&title, snapshot));
        context.insert("origin", &self.origin(snapshot, live));
        context.insert("name", name);
        context.insert("stone", &snapshot.tombstone(person));
        let sections: Vec<Section<'_>> = contracts.into_iter().map(section).collect();
        context.insert("sections", &sections);
        Ok(context)
    }
}

fn section(contract: &FrozenContract) -> Section<'_> {
    let anchors = |indicators: &[crate::model::FrozenIndicator]| -> Vec<String> {
        let indicators = indicators.iter();
        indicators
            .map(|indicator| indicator_anchor(&contract.id, &indicator.id))
            .collect()
    };
    Section {
        anchor: contract_anchor(&contract.id),
        contract,
        anchors: anchors(&contract.indicators),
        withdrawn_anchors: anchors(&contract.withdrawn),
    }
}

fn indonesian(subject: Subject) -> Address {
    Address::new(Language::Indonesian, subject)
}

fn frozen(title: &str) -> String {
    format!("{title} (salinan beku)")
}

fn short_commit(snapshot: &Snapshot) -> &str {
    let commit = &snapshot.provenance.commit;
    commit.get(..SHORT_COMMIT).unwrap_or(commit)
}
