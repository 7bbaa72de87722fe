//! The web form for staff: off unless asked for; then every open report has its fields, and nothing else of the
//! site is other for it.

use crate::common;

use crate::common::{SAMPLE_DAY, sample_sources, site, tree};
use pantau::parse::record::Kind;
use pantau::parse::schema::pattern;
use pantau::site::{Page, Site};
use pantau::source::Sources;
use pantau::url::{AdminFile, Desk};
use serde_json::Value;
use std::collections::BTreeSet;

const KEY: &str = "admin:\n  penyedia: gitlab\n  repositori: dinas/kinerja\n  server: https://git.example.go.id/\n";

fn with_form(mut sources: Sources) -> Sources {
    let settings = sources.files.get_mut("situs.yml").unwrap();
    settings.extend_from_slice(KEY.as_bytes());
    sources
}

fn text(site: &Site, page: &Page) -> String {
    String::from_utf8(site.render(page).unwrap()).unwrap()
}

fn settings(site: &Site, desk: Desk) -> Value {
    let page = Page::Admin(AdminFile::Settings(desk));
    serde_json::from_str(&text(site, &page)).unwrap()
}

#[test]
fn without_the_key_there_is_no_form() {
    let site = site(&sample_sources(), SAMPLE_DAY);
    let pages = site.pages();
    assert!(!pages.iter().any(|page| page.file().starts_with("admin/")));
    assert!(!text(&site, &Page::Headers).contains("admin"));
}

#[test]
fn with_the_key_no_other_page_changes() {
    let before = site(&sample_sources(), SAMPLE_DAY);
    let after = site(&with_form(sample_sources()), SAMPLE_DAY);
    for page in before.pages() {
        if page == Page::Headers || page.is_large() {
            continue;
        }
        assert!(
            before.render(&page).unwrap() == after.render(&page).unwrap(),
            "{}",
            page.file()
        );
    }
    let old: BTreeSet<String> = before.pages().iter().map(Page::file).collect();
    let new: BTreeSet<String> = after.pages().iter().map(Page::file).collect();
    let added: Vec<&String> = new.difference(&old).collect();
    assert_eq!(
        added,
        ["admin/config.json", "admin/index.html", "admin/mulai.js"]
    );
}

/// A host may send the policies of two rules that both fit a path, and a browser heeds both.
#[test]
fn no_rule_for_other_files_fits_the_form() {
    let site = site(&with_form(sample_sources()), SAMPLE_DAY);
    let headers = text(&site, &Page::Headers);
    let rules: Vec<&str> = headers.split("\n/").collect();
    assert!(
        !rules[0].contains("Content-Security-Policy"),
        "{}",
        rules[0]
    );
    let of_form: Vec<&&str> = rules
        .iter()
        .filter(|rule| rule.starts_with("admin"))
        .collect();
    assert_eq!(of_form.len(), 1);
    for said in [
        "connect-src 'self' data: blob: https://git.example.go.id;",
        "frame-ancestors 'none'",
        "X-Robots-Tag: noindex",
    ] {
        assert!(of_form[0].contains(said), "{said}");
    }
    for rule in rules
        .iter()
        .skip(1)
        .filter(|rule| !rule.starts_with("admin"))
    {
        assert!(
            rule.contains("script-src 'self'; style-src 'self';"),
            "{rule}"
        );
    }
    for folder in [
        "pejabat/*",
        "media/*",
        "aset/*",
        "sematkan/*",
        "en/pejabat/*",
    ] {
        assert!(
            rules.iter().any(|rule| rule.starts_with(folder)),
            "{folder}"
        );
    }
}

#[test]
fn every_report_of_the_quarter_has_its_commitments_by_name() {
    let site = site(&with_form(sample_sources()), SAMPLE_DAY);
    let settings = settings(&site, Desk::Whole);
    assert_eq!(settings["backend"]["name"], "gitlab");
    assert_eq!(settings["backend"]["base_url"], "https://git.example.go.id");
    assert_eq!(settings["publish_mode"], "editorial_workflow");
    let collections = settings["collections"].as_array().unwrap();
    let named = |name: &str| collections.iter().find(|all| all["name"] == name).unwrap();
    let files = named("hasil-2026-tw3")["files"].as_array().unwrap();
    let paths: BTreeSet<&str> = files
        .iter()
        .map(|file| file["file"].as_str().unwrap())
        .collect();
    // Whatever stands in the folder of the quarter can be opened.
    let written = tree(&common::repository().join("content/hasil/2026/tw3"));
    for file in written.keys() {
        assert!(
            paths.contains(format!("content/hasil/2026/tw3/{file}").as_str()),
            "{file}"
        );
    }
    let health = "content/hasil/2026/tw3/kepala-dinas-kesehatan.yml";
    let health = files.iter().find(|file| file["file"] == health).unwrap();
    let actuals = &health["fields"][1];
    assert_eq!(actuals["name"], "realisasi");
    let stunting = &actuals["fields"][0];
    assert_eq!(stunting["label"], "Prevalensi stunting");
    assert_eq!(stunting["hint"], "Target Triwulan III 2026: 6,4%.");
    let value = &stunting["fields"][0];
    assert_eq!(value["name"], "nilai");
    // The forms of numbers that the gate accepts, which the schemas are held to.
    let (pattern, told) = pattern(&Kind::Number).unwrap();
    assert_eq!(value["pattern"][0], pattern);
    assert_eq!(value["pattern"][1], told);
    assert_eq!(named("pejabat")["folder"], "content/pejabat");
}

/// A field that does not know the form in which something stands would take it away.
#[test]
fn what_is_done_has_no_field_and_what_is_not_can_be_a_day() {
    let site = site(&with_form(sample_sources()), SAMPLE_DAY);
    let all = settings(&site, Desk::Whole).to_string();
    assert!(all.contains("Sudah selesai pada 2026-05-22."));
    assert!(all.contains("Tulis tanggal selesainya, misalnya 2026-03-30, atau belum."));
}

/// The program reads all files of its form before it shows anything.
#[test]
fn a_large_site_has_a_form_for_each_organisation() {
    let mut sources = with_form(sample_sources());
    let contract = sources.files["kontrak/2026/kepala-dinas-kominfo.yml"].clone();
    let contract = String::from_utf8(contract).unwrap();
    let post = sources.files["jabatan/kepala-dinas-kominfo.yml"].clone();
    let person = sources.files["pejabat/wisnu-ardhiyanto.yml"].clone();
    let person = String::from_utf8(person).unwrap();
    for number in 0..300 {
        let (id, who) = (format!("kepala-{number}"), format!("orang-{number}"));
        let renamed = |text: &str| {
            text.replace("kepala-dinas-kominfo", &id)
                .replace("wisnu-ardhiyanto", &who)
        };
        sources
            .files
            .insert(format!("jabatan/{id}.yml"), post.clone());
        let (contract, person) = (renamed(&contract), renamed(&person));
        sources
            .files
            .insert(format!("kontrak/2026/{id}.yml"), contract.into_bytes());
        sources
            .files
            .insert(format!("pejabat/{who}.yml"), person.into_bytes());
    }
    let site = site(&sources, SAMPLE_DAY);
    let files: BTreeSet<String> = site.pages().iter().map(Page::file).collect();
    assert!(!files.contains("admin/config.json"));
    assert!(files.contains("admin/opd/dinas-kesehatan/config.json"));
    assert!(files.contains("admin/lain/config.json"));
    let list = text(&site, &Page::Admin(AdminFile::Page(Desk::Whole)));
    assert!(list.contains("href=\"/admin/opd/dinas-kesehatan/\""));
    assert!(!list.contains("mulai.js"));
    let health = pantau::model::OpdId::new("dinas-kesehatan").unwrap();
    let own = settings(&site, Desk::Opd(health)).to_string();
    assert!(own.contains("content/hasil/2026/tw3/kepala-dinas-kesehatan.yml"));
    assert!(own.contains("content/pejabat/ratna-kusumawati.yml"));
    assert!(!own.contains("kepala-dinas-kominfo.yml"));
}
