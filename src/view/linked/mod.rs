//! What a page tells machines of its subject: linked data (JSON-LD 1.1) in the terms of schema.org.
//!
//! It says nothing that the page does not show, and nothing of people who are invented: whoever
//! reads it may never see the notice on the page.

mod vocabulary;

use super::data::facts;
use super::frame::Crumb;
use super::scene::Scene;
use crate::model::{Date, Language, Licence, Opd, OpdId, Person, PersonId, Tenure};
use crate::url::{Address, DataFile, Subject};
use serde::Serialize;
use vocabulary::{
    BreadcrumbList, CONTEXT, DataDownload, Dataset, GovernmentOrganization, Graph, ListItem,
    OrganizationRole, Reference, Thing,
};

/// The text of a `script` element that holds data and is not run. No text in it can end the
/// element: none of `<`, `>` and `&` stands in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct DataBlock(String);

impl DataBlock {
    /// In JSON these characters stand within texts only, and there an escape means the same.
    fn new(data: &impl Serialize) -> Self {
        let json = serde_json::to_string(data).expect("every key is a text");
        let json = json.replace('<', "\\u003c").replace('>', "\\u003e");
        Self(json.replace('&', "\\u0026"))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What the page at `address`, with these crumbs, tells; none where it is about nothing.
pub(super) fn linked(scene: &Scene<'_>, address: &Address, crumbs: &[Crumb]) -> Option<DataBlock> {
    let crumbs = (!crumbs.is_empty()).then(|| breadcrumbs(scene, crumbs));
    let things: Vec<Thing> = crumbs.into_iter().chain(about(scene, address)).collect();
    let graph = Graph {
        context: CONTEXT,
        things,
    };
    (!graph.things.is_empty()).then(|| DataBlock::new(&graph))
}

fn about(scene: &Scene<'_>, address: &Address) -> Vec<Thing> {
    match &address.subject {
        Subject::Home => vec![
            Thing::Government(government(scene)),
            Thing::Dataset(dataset(scene, address)),
        ],
        Subject::Official(id) | Subject::OfficialYear(id, _) => {
            person(scene, id).map(Thing::Person).into_iter().collect()
        }
        Subject::Data => vec![Thing::Dataset(dataset(scene, address))],
        Subject::Opd(id) => vec![Thing::Government(opd(scene, id))],
        _ => Vec::new(),
    }
}

fn breadcrumbs(scene: &Scene<'_>, crumbs: &[Crumb]) -> Thing {
    let steps = (1..).zip(crumbs).map(|(position, crumb)| ListItem {
        position,
        name: crumb.text.clone(),
        item: crumb.url.as_ref().map(|url| scene.urls.with_origin(url)),
    });
    Thing::Crumbs(BreadcrumbList {
        item_list_element: steps.collect(),
    })
}

fn government(scene: &Scene<'_>) -> GovernmentOrganization {
    let name = scene.words.plain(&scene.register.site.government);
    GovernmentOrganization {
        id: Some(scene.urls.government_id()),
        ..organisation(name.to_owned())
    }
}

fn organisation(name: String) -> GovernmentOrganization {
    GovernmentOrganization {
        id: None,
        name,
        alternate_name: None,
        url: None,
        parent_organization: None,
        dissolution_date: None,
    }
}

fn opd(scene: &Scene<'_>, id: &OpdId) -> GovernmentOrganization {
    let opd = &scene.register.opds[id];
    let short_name = opd.short_name.as_ref();
    GovernmentOrganization {
        alternate_name: short_name.map(|name| scene.words.plain(name).to_owned()),
        parent_organization: Some(Box::new(government(scene))),
        dissolution_date: scene.dissolved_on(id).map(|day| day.to_string()),
        ..opd_by_name(scene, opd)
    }
}

fn opd_by_name(scene: &Scene<'_>, opd: &Opd) -> GovernmentOrganization {
    let address = Address::new(scene.words.language(), Subject::Opd(opd.id.clone()));
    GovernmentOrganization {
        url: Some(scene.urls.absolute(&address)),
        ..organisation(scene.words.plain(&opd.name).to_owned())
    }
}

/// All that the site publishes, as one dataset.
fn dataset(scene: &Scene<'_>, address: &Address) -> Dataset {
    let (site, words) = (&scene.register.site, &scene.words);
    let government = words.plain(&site.government);
    let title = words.plain(&site.title);
    let about = words.say("dataset_description", &[("government", government.into())]);
    let (name, description) = if site.sample_data {
        let name = format!("{title} ({})", words.text("social_sample"));
        (name, format!("{} {about}", words.text("sample_data")))
    } else {
        (title.to_owned(), about)
    };
    let government = || Reference {
        id: scene.urls.government_id(),
    };
    Dataset {
        name,
        description,
        url: scene.urls.absolute(address),
        license: Licence::known(&site.licence).map(|licence| licence.url),
        creator: government(),
        publisher: government(),
        temporal_coverage: temporal_coverage(scene),
        date_modified: scene.score.today.to_string(),
        is_accessible_for_free: true,
        // Files for machines have the words that were signed, and these alone.
        in_language: vec![Language::Indonesian.tag()],
        distribution: downloads(scene),
    }
}

/// The files that hold the whole dataset.
fn downloads(scene: &Scene<'_>) -> Vec<DataDownload> {
    let files = facts(scene).files().into_iter();
    let whole = files.filter(|file| {
        matches!(
            file,
            DataFile::Json | DataFile::Workbook | DataFile::Package
        )
    });
    whole
        .map(|file| DataDownload {
            encoding_format: file.media_type(),
            content_url: scene.urls.absolute_file(&file.file()),
        })
        .collect()
}

/// From the first day of any contract to the last.
fn temporal_coverage(scene: &Scene<'_>) -> Option<String> {
    let periods = || scene.register.contracts.values().map(|c| &c.period);
    let first = periods().map(|period| period.start).min()?;
    let last = periods().map(|period| period.end).max()?;
    Some(format!("{first}/{last}"))
}

/// Who the person is, by the posts held today. None of a sample's people, who do not exist, and
/// none whose name is withheld.
fn person(scene: &Scene<'_>, id: &PersonId) -> Option<vocabulary::Person> {
    let person = &scene.register.people[id];
    if scene.register.site.sample_data {
        return None;
    }
    let name = person.name.clone()?;
    let address = Address::new(scene.words.language(), Subject::Official(id.clone()));
    let roles: Vec<OrganizationRole> = held_on(person, scene.score.today)
        .map(|tenure| role(scene, tenure))
        .collect();
    Some(vocabulary::Person {
        name,
        url: scene.urls.absolute(&address),
        job_title: roles.iter().map(|role| role.role_name.clone()).collect(),
        works_for: roles,
    })
}

fn held_on(person: &Person, day: Date) -> impl Iterator<Item = &Tenure> {
    let tenures = person.tenures.iter();
    tenures.filter(move |tenure| tenure.covers(day, day))
}

fn role(scene: &Scene<'_>, tenure: &Tenure) -> OrganizationRole {
    let opd = scene.register.opd_of(&tenure.post);
    OrganizationRole {
        role_name: scene.post_title(tenure.capacity, &tenure.post).text,
        start_date: tenure.inducted.to_string(),
        works_for: opd.map_or_else(|| government(scene), |opd| opd_by_name(scene, opd)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn no_text_can_end_the_element_that_holds_it() {
        let payloads = include_str!("../../../tests/xss/payloads.json");
        let payloads: serde_json::Value = serde_json::from_str(payloads).unwrap();
        let payloads = payloads["payloads"].as_array().unwrap().iter();
        let mut texts: Vec<String> = payloads
            .map(|payload| payload[2].as_str().unwrap().to_owned())
            .collect();
        assert!(texts.len() > 100, "{}", texts.len());
        texts
            .extend(["</script>", "</SCRIPT >", "<!--<script>", "]]>", "\u{2028}"].map(Into::into));
        for text in texts {
            let value = BTreeMap::from([("name", &text)]);
            let block = DataBlock::new(&value);
            assert!(!block.as_str().contains(['<', '>', '&']), "{text}");
            let read: BTreeMap<&str, String> = serde_json::from_str(block.as_str()).unwrap();
            assert_eq!(read["name"], text);
        }
    }
}
