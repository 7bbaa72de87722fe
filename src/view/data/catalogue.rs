//! `dcat.jsonld`: the files as catalogues of data know them (W3C Data Catalog Vocabulary, version
//! 3, as JSON-LD), for Satu Data portals, which are made with CKAN (Perpres 39/2019).

use super::{address, data_page, facts, sound, title};
use crate::data::{TableName, table};
use crate::format::MessageError;
use crate::model::{Language, Licence};
use crate::url::{DataFile, TableForm};
use crate::view::scene::Scene;
use serde_json::{Value, json};

/// How often figures come: the vocabulary that DCAT-AP asks for.
const QUARTERLY: &str = "http://publications.europa.eu/resource/authority/frequency/QUARTERLY";
const MEDIA_TYPES: &str = "https://www.iana.org/assignments/media-types/";
const INDONESIAN: &str = "http://id.loc.gov/vocabulary/iso639-1/id";
const XSD_DATE: &str = "http://www.w3.org/2001/XMLSchema#date";

/// The catalogue of all files of facts.
///
/// # Errors
/// Messages that it needs and the locale files don't have.
pub fn catalogue(scene: Scene<'_>) -> Result<Value, Vec<MessageError>> {
    let page = data_page(&scene);
    let mut datasets = vec![whole(&scene, &facts(&scene).files())];
    datasets.extend(TableName::ALL.map(|name| of_table(&scene, name)));
    let catalogue = json!({
        "@context": context(),
        "@id": format!("{page}#katalog"),
        "@type": "dcat:Catalog",
        "dct:title": in_language("id", &title(&scene)),
        "dct:description": in_language("id", &scene.words.text("data_lead")),
        "dct:publisher": publisher(&scene),
        "dct:license": licence(&scene),
        "dct:language": { "@id": INDONESIAN },
        "dct:modified": date(scene.score.today),
        "foaf:homepage": { "@id": page },
        "dcat:dataset": datasets,
    });
    sound(scene, catalogue)
}

/// The prefixes stand here, so that nothing has to be fetched to read the rest.
fn context() -> Value {
    json!({
        "dcat": "http://www.w3.org/ns/dcat#",
        "dct": "http://purl.org/dc/terms/",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "vcard": "http://www.w3.org/2006/vcard/ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    })
}

/// Everything at once: one document, one workbook, and what describes the tables.
fn whole(scene: &Scene<'_>, files: &[DataFile]) -> Value {
    let kept = files.iter().filter(|file| {
        matches!(
            file,
            DataFile::Json | DataFile::Workbook | DataFile::Package
        )
    });
    let about = [(Language::Indonesian, scene.words.text("data_lead"))];
    dataset(scene, "semua", &title(scene), &about, kept)
}

fn of_table(scene: &Scene<'_>, name: TableName) -> Value {
    let table = table(name);
    let forms = TableForm::ALL.map(|form| DataFile::Table(name.key(), form));
    let about = [Language::Indonesian, Language::English]
        .map(|language| (language, table.about(language).to_owned()));
    let title = format!("{}: {}", title(scene), name.key());
    dataset(scene, name.key(), &title, &about, forms.iter())
}

fn dataset<'f>(
    scene: &Scene<'_>,
    name: &str,
    title: &str,
    about: &[(Language, String)],
    files: impl Iterator<Item = &'f DataFile>,
) -> Value {
    let page = data_page(scene);
    let about = about
        .iter()
        .map(|(language, about)| in_language(language.tag(), about));
    let about: Vec<Value> = about.collect();
    let files = files.map(|file| distribution(scene, file));
    let mut dataset = json!({
        "@id": format!("{page}#{name}"),
        "@type": "dcat:Dataset",
        "dct:identifier": format!("{page}#{name}"),
        "dct:title": in_language("id", title),
        "dct:description": about,
        "dct:publisher": publisher(scene),
        "dct:license": licence(scene),
        "dct:language": { "@id": INDONESIAN },
        "dct:modified": date(scene.score.today),
        "dct:accrualPeriodicity": { "@id": QUARTERLY },
        "dcat:contactPoint": contact(scene),
        "dcat:keyword": keywords(scene),
        "dcat:landingPage": { "@id": page },
        "dcat:distribution": files.collect::<Vec<_>>(),
    });
    if let Some(period) = period(scene) {
        dataset["dct:temporal"] = period;
    }
    dataset
}

fn distribution(scene: &Scene<'_>, file: &DataFile) -> Value {
    let url = address(&scene.urls, file);
    let media_type = format!("{MEDIA_TYPES}{}", file.media_type());
    json!({
        "@id": url,
        "@type": "dcat:Distribution",
        "dct:title": file.name(),
        "dct:license": licence(scene),
        "dct:modified": date(scene.score.today),
        "dcat:accessURL": { "@id": url },
        "dcat:downloadURL": { "@id": url },
        "dcat:mediaType": { "@id": media_type, "@type": "dct:MediaType" },
    })
}

fn publisher(scene: &Scene<'_>) -> Value {
    json!({
        "@id": format!("{}#penerbit", data_page(scene)),
        "@type": "foaf:Agent",
        "foaf:name": scene.words.plain(&scene.register.site.government),
    })
}

fn contact(scene: &Scene<'_>) -> Value {
    let site = &scene.register.site;
    json!({
        "@id": format!("{}#kontak", data_page(scene)),
        "@type": "vcard:Organization",
        "vcard:fn": scene.words.plain(&site.government),
        "vcard:hasEmail": { "@id": format!("mailto:{}", site.contact) },
    })
}

fn licence(scene: &Scene<'_>) -> Value {
    let spdx = &scene.register.site.licence;
    match Licence::known(spdx) {
        Some(licence) => json!({ "@id": licence.url, "@type": "dct:LicenseDocument" }),
        None => json!({ "@type": "dct:LicenseDocument", "rdfs:label": spdx }),
    }
}

fn keywords(scene: &Scene<'_>) -> Vec<Value> {
    let keywords = scene.words.text("data_keywords");
    let keywords = keywords.split(',').map(str::trim);
    keywords.map(|keyword| in_language("id", keyword)).collect()
}

/// From the first day of the first contract to the last day of the last one.
fn period(scene: &Scene<'_>) -> Option<Value> {
    let periods = || {
        scene
            .register
            .contracts
            .values()
            .map(|contract| contract.period)
    };
    let start = periods().map(|period| period.start).min()?;
    let end = periods().map(|period| period.end).max()?;
    Some(json!({
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": date(start),
        "dcat:endDate": date(end),
    }))
}

fn in_language(language: &str, text: &str) -> Value {
    json!({ "@language": language, "@value": text })
}

fn date(date: crate::model::Date) -> Value {
    json!({ "@type": XSD_DATE, "@value": date.to_string() })
}
