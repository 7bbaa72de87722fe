//! What pages tell machines: linked data, and the licence.

use crate::common::{SAMPLE_DAY, copy_content, golden, sample_sources, site};
use pantau::disk;
use pantau::model::Language;
use pantau::site::{Page, Site};
use pantau::url::{Address, Subject};
use serde_json::Value;
use std::fs;

const LICENCE: &str =
    "<link rel=\"license\" href=\"https://creativecommons.org/licenses/by/4.0/\">";
const OPENS: &str = "<script type=\"application/ld+json\">";

/// The things of a page's data block, and all of the page after it.
fn told(page: &str) -> Option<(Vec<Value>, String)> {
    let (_, rest) = page.split_once(OPENS)?;
    let (data, rest) = rest.split_once("</script>").expect("an end");
    let data: Value = serde_json::from_str(data).expect("JSON");
    assert_eq!(data["@context"], "https://schema.org");
    let things = data["@graph"].as_array().expect("a list").clone();
    assert!(!things.is_empty());
    Some((things, rest.to_owned()))
}

fn pages(site: &Site) -> Vec<(Address, String)> {
    let pages = site.pages().into_iter();
    let html = pages.filter_map(|page| {
        let Page::Html(address) = &page else {
            return None;
        };
        let bytes = site.render(&page).unwrap();
        Some((address.clone(), String::from_utf8(bytes).unwrap()))
    });
    html.collect()
}

fn things(site: &Site, subject: &Subject) -> Vec<Value> {
    let page = Page::Html(Address::new(Language::Indonesian, subject.clone()));
    let html = String::from_utf8(site.render(&page).unwrap()).unwrap();
    told(&html).expect("a data block").0
}

fn of_type<'a>(things: &'a [Value], wanted: &str) -> Vec<&'a Value> {
    let things = things.iter();
    things.filter(|thing| thing["@type"] == wanted).collect()
}

#[test]
fn every_page_of_a_theme_tells_where_it_stands_and_its_licence() {
    let site = site(&sample_sources(), SAMPLE_DAY);
    let mut crumbs = 0;
    for (address, html) in pages(&site) {
        let subject = &address.subject;
        if subject.is_archive() {
            continue;
        }
        assert_eq!(html.matches(LICENCE).count(), 1, "{subject:?}");
        let told = told(&html);
        // What stands in a frame is a part of another page, and says where it is from.
        if matches!(
            subject,
            Subject::Old(_) | Subject::NotFound | Subject::Embed(_)
        ) {
            assert!(told.is_none(), "{subject:?}");
            continue;
        }
        let (things, _) = told.unwrap_or_else(|| panic!("{subject:?} tells nothing"));
        let lists = of_type(&things, "BreadcrumbList");
        assert_eq!(lists.len(), usize::from(*subject != Subject::Home));
        for list in lists {
            let steps = list["itemListElement"].as_array().unwrap();
            let above = &steps[..steps.len() - 1];
            let is_absolute = |step: &Value| {
                let item = step["item"].as_str();
                item.is_some_and(|item| item.starts_with("https://kinerja.example.go.id/"))
            };
            assert!(!above.is_empty() && above.iter().all(is_absolute), "{list}");
            crumbs += 1;
        }
    }
    assert!(crumbs > 100, "{crumbs}");
}

#[test]
fn a_sample_says_so_in_its_dataset_and_has_no_persons() {
    let site = site(&sample_sources(), SAMPLE_DAY);
    let home = things(&site, &Subject::Home);
    let [dataset] = of_type(&home, "Dataset")[..] else {
        panic!("{home:?}");
    };
    let text = |key: &str| dataset[key].as_str().unwrap();
    assert!(text("name").ends_with("(Data contoh)"));
    assert!(text("description").starts_with("Data contoh:"));
    assert!((50..=5_000).contains(&text("description").chars().count()));
    assert_eq!(text("dateModified"), SAMPLE_DAY);
    assert_eq!(text("temporalCoverage"), "2025-02-20/2026-12-31");
    for (_, html) in pages(&site) {
        assert!(!html.contains("\"@type\":\"Person\""));
    }
}

#[test]
fn a_person_is_told_of_by_the_posts_of_today() {
    let case = golden("minimal");
    let sources = disk::read(&case).unwrap();
    let site = site(
        &sources,
        fs::read_to_string(case.join("date")).unwrap().trim(),
    );
    let person = site.register().people.keys().next().unwrap().clone();
    let told = things(&site, &Subject::Official(person));
    let [person] = of_type(&told, "Person")[..] else {
        panic!("{told:?}");
    };
    assert_eq!(person["name"], "Sari Wulandari, S.E.");
    assert_eq!(person["url"], "https://kinerja.example/pejabat/sari/");
    assert_eq!(person["jobTitle"][0], "Kepala Dinas Contoh");
    let role = &person["worksFor"][0];
    assert_eq!(role["@type"], "OrganizationRole");
    assert_eq!(role["startDate"], "2025-03-01");
    assert_eq!(role["worksFor"]["name"], "Dinas Contoh");
    let dataset = things(&site, &Subject::Home);
    let dataset = of_type(&dataset, "Dataset")[0];
    assert_eq!(dataset["name"], "Pantau Kinerja Contoh");
}

/// Whoever is not in the post yet, or no more, does not hold it.
#[test]
fn a_post_is_held_from_the_induction_on() {
    let sources = disk::read(&golden("minimal")).unwrap();
    let before = site(&sources, "2025-02-28");
    let person = before.register().people.keys().next().unwrap().clone();
    let subject = Subject::Official(person);
    let roles = |site: &Site| {
        let told = things(site, &subject);
        of_type(&told, "Person")[0]["worksFor"]
            .as_array()
            .map_or(0, Vec::len)
    };
    assert_eq!(roles(&before), 0);
    assert_eq!(roles(&site(&sources, "2025-03-01")), 1);
}

#[test]
fn a_name_that_ends_a_script_does_not_end_the_block() {
    let place = tempfile::tempdir().unwrap();
    copy_content(&golden("minimal"), place.path());
    let hostile = "</script><script>alert(1)</script><!--";
    for (file, name) in [
        ("situs.yml", "Pemerintah Kabupaten Contoh"),
        ("opd/dinas.yml", "Dinas Contoh"),
        ("pejabat/sari.yml", "Sari Wulandari, S.E."),
    ] {
        let path = place.path().join("content").join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(name), "{text}");
        let quoted = format!("\"{hostile}\"");
        fs::write(&path, text.replace(name, &quoted)).unwrap();
    }
    let site = site(&disk::read(place.path()).unwrap(), "2026-11-21");
    let mut named = 0;
    for (address, html) in pages(&site) {
        assert!(!html.contains("<script>"), "{address:?}");
        let Some((things, rest)) = told(&html) else {
            continue;
        };
        assert!(rest.starts_with("\n</head>"), "{address:?}: {rest:.80}");
        named += things
            .iter()
            .filter(|thing| thing["name"] == hostile)
            .count();
    }
    assert!(named >= 6, "{named}");
}

#[test]
fn a_licence_that_nobody_knows_is_only_named() {
    let place = tempfile::tempdir().unwrap();
    copy_content(&golden("minimal"), place.path());
    let path = place.path().join("content/situs.yml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("CC-BY-4.0", "LicenseRef-Dinas")).unwrap();
    let site = site(&disk::read(place.path()).unwrap(), "2026-11-21");
    for (_, html) in pages(&site) {
        assert!(!html.contains("rel=\"license\""));
        assert!(!html.contains("\"license\""));
    }
    let home = Page::Html(Address::new(Language::Indonesian, Subject::Home));
    let home = String::from_utf8(site.render(&home).unwrap()).unwrap();
    assert!(home.contains("LicenseRef-Dinas"));
}
