//! The sample site as readers of English see it: what the data translate is in English, what they
//! don't is Indonesian and says so.

use crate::common::{SAMPLE_DAY, sample_sources, site};
use pantau::site::Site;
use std::collections::BTreeMap;

fn pages(site: &Site) -> BTreeMap<String, String> {
    site.pages()
        .into_iter()
        .map(|page| (page.file(), site.render(&page).unwrap()))
        // Pictures have no words.
        .filter_map(|(file, bytes)| Some((file, String::from_utf8(bytes).ok()?)))
        .collect()
}

#[test]
fn what_the_data_translate_is_read_in_the_language_of_the_page() {
    let sources = sample_sources();
    let pages = pages(&site(&sources, SAMPLE_DAY));
    let official = "pejabat/ratna-kusumawati/2026/index.html";
    let (indonesian, english) = (&pages[official], &pages[&format!("en/{official}")]);
    let cases = [
        // A name, a unit beside 1 and beside more, a promise; a percentage keeps its form.
        (">Prevalensi stunting</a>", ">Stunting prevalence</a>"),
        ("1\u{a0}kasus", "1\u{a0}case,"),
        ("2\u{a0}kasus", "2\u{a0}cases"),
        (
            "<blockquote><p>Saya bersedia",
            "<blockquote><p>I am willing",
        ),
        ("<b>6,4%</b>", "<b>6.4%</b>"),
        ("Kontrak Kinerja 2026", "Performance contract 2026"),
    ];
    for (in_indonesian, in_english) in cases {
        assert!(indonesian.contains(in_indonesian), "{in_indonesian}");
        assert!(english.contains(in_english), "{in_english}");
        if in_indonesian != in_english {
            assert!(!english.contains(in_indonesian), "{in_indonesian}");
        }
    }
    // What has no English is marked; nothing is on a page in its own language.
    let source = "<p lang=\"id\">Bulan timbang dan e-PPGBM, Dinas Kesehatan</p>";
    assert!(english.contains(source));
    assert!(indonesian.contains("<p>Bulan timbang dan e-PPGBM, Dinas Kesehatan</p>"));
}

#[test]
fn every_page_names_its_twin_and_the_one_for_other_languages() {
    let sources = sample_sources();
    let pages = pages(&site(&sources, SAMPLE_DAY));
    let html = pages.iter().filter(|(file, _)| file.ends_with(".html"));
    let mut named = 0;
    // What stands in frames of other sites names the official's page alone.
    let is_found = |(file, text): &(&String, &String)| {
        !file.ends_with("404.html") && !text.contains("name=\"robots\" content=\"noindex\"")
    };
    for (file, text) in html.filter(is_found) {
        let path = file
            .trim_start_matches("en/")
            .trim_end_matches("index.html");
        let link = |language: &str, path: &str| {
            format!("hreflang=\"{language}\" href=\"https://kinerja.example.go.id/{path}\"")
        };
        let english = format!("en/{path}");
        for wanted in [
            link("id", path),
            link("en", &english),
            link("x-default", path),
        ] {
            assert!(text.contains(&wanted), "{file}: {wanted}");
        }
        let twin = if file.starts_with("en/") {
            path
        } else {
            &english
        };
        assert!(
            text.contains(&format!("<a class=\"switch\" href=\"/{twin}\"")),
            "{file}"
        );
        named += 1;
    }
    assert!(named > 250, "{named}");
}

/// A page arrives in pieces: what is seen first stands first, so that nothing that is there makes room for it.
#[test]
fn the_menu_does_not_move_when_the_link_to_the_other_language_arrives() {
    let sources = sample_sources();
    let pages = pages(&site(&sources, SAMPLE_DAY));
    for file in [
        "index.html",
        "en/index.html",
        "en/perubahan/adendum/index.html",
    ] {
        let page = &pages[file];
        let [switch, menu] = ["<a class=\"switch\"", "<nav aria-label"]
            .map(|tag| page.find(tag).unwrap_or_else(|| panic!("{file}: no {tag}")));
        assert!(switch < menu, "{file}");
    }
}
