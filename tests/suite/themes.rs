//! The themes that come with pantau: each says what the default one says, in a form of its own.

use crate::common;

use crate::common::{checked, day, golden, sample_sources, unrecorded};
use pantau::disk;
use pantau::model::Language;
use pantau::render::{Theme, shipped_themes, tongue};
use pantau::site::Site;
use pantau::source::Sources;
use std::collections::{BTreeMap, BTreeSet};

/// Texts of the default theme that are no facts: the heading of a column that a sheet has no need of,
/// and names of what a sheet shows in another form.
const FORM: [&str; 3] = ["column_quarter", "details", "table_caption"];

fn theme(name: &str) -> Theme {
    Theme::with_overrides(name, BTreeMap::new()).unwrap()
}

/// Officials' pages by file.
fn officials(sources: &Sources, date: &str, theme: &Theme) -> BTreeMap<String, String> {
    let register = checked(sources).register;
    let site = Site::new(register, unrecorded(), day(date), theme).unwrap();
    let pages = site.pages().into_iter();
    pages
        .filter(|page| {
            let file = page.file();
            let file = file.trim_start_matches("en/");
            file.starts_with("pejabat/") && file.ends_with("/index.html") && !file.contains("rapor")
        })
        .map(|page| {
            let text = String::from_utf8(site.render(&page).unwrap()).unwrap();
            (page.file(), text)
        })
        .collect()
}

/// What a page says below its head, without charts: pieces of text, addresses and anchors.
#[derive(Default)]
struct Told {
    texts: BTreeSet<String>,
    addresses: BTreeSet<String>,
    anchors: BTreeSet<String>,
}

fn told(html: &str) -> Told {
    let mut told = Told::default();
    let mut rest = html.split_once("<body>").unwrap().1;
    while let Some((text, after)) = rest.split_once('<') {
        let words: Vec<&str> = text.split_whitespace().collect();
        told.texts.insert(words.join(" "));
        let (tag, after) = after.split_once('>').unwrap();
        rest = match tag.starts_with("svg") {
            true => after.split_once("</svg>").unwrap().1,
            false => after,
        };
        if !tag.starts_with("svg") {
            told.addresses.extend(attribute(tag, "href"));
            told.anchors.extend(attribute(tag, "id"));
        }
    }
    told
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let value = tag.split_once(&format!(" {name}=\"")).map(|(_, v)| v)?;
    Some(value.split('"').next().unwrap_or_default().to_owned())
}

/// Cells of a quarter's row in the default theme: its target, its actual and so on.
fn quarters(html: &str) -> BTreeMap<String, Vec<String>> {
    let rows = html.split("<tr id=\"").skip(1);
    rows.map(|row| {
        let row = row.split("</tr>").next().unwrap();
        let anchor = row.split('"').next().unwrap().to_owned();
        (anchor, cells(row))
    })
    .collect()
}

/// The same in a sheet: the cells of a commitment that stand in one column.
fn columns(html: &str) -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::new();
    for body in html.split("<tbody>").skip(1) {
        let body = body.split("</tbody>").next().unwrap();
        let rows: Vec<Vec<String>> = body.split("</tr>").map(cells).collect();
        let actuals = body.split("</tr>").nth(1).unwrap_or_default();
        for (column, cell) in actuals.split("<td").skip(1).enumerate() {
            if let Some(anchor) = attribute(cell.split('>').next().unwrap(), "id") {
                let rows = rows.iter().filter_map(|row| row.get(column).cloned());
                found.insert(anchor, rows.collect());
            }
        }
    }
    found
}

/// The texts of `td` elements, without tags and charts.
fn cells(row: &str) -> Vec<String> {
    let plain = |cell: &str| {
        let (_, cell) = cell.split_once('>').unwrap();
        let cell = cell.split("</td>").next().unwrap();
        let cell = cell.split("<svg").next().unwrap();
        cell.replace("<b>", "").replace("</b>", "")
    };
    row.split("<td").skip(1).map(plain).collect()
}

fn say_the_same(sources: &Sources, date: &str) -> (usize, usize) {
    let (default, other) = (Theme::default(), theme("lembar"));
    let form: BTreeSet<String> = Language::ALL
        .into_iter()
        .flat_map(|language| {
            let words = tongue(&default, language).unwrap();
            let texts = words.messages.static_texts();
            FORM.map(|key| texts[key].clone())
        })
        .collect();
    let (plain, sheets) = (
        officials(sources, date, &default),
        officials(sources, date, &other),
    );
    assert!(plain.keys().eq(sheets.keys()));
    let mut figures = 0;
    for (file, html) in &plain {
        let (said, again) = (told(html), told(&sheets[file]));
        let lost = |all: &BTreeSet<String>, kept: &BTreeSet<String>| {
            let lost = all.difference(kept).filter(|text| !form.contains(*text));
            lost.cloned().collect::<Vec<_>>()
        };
        assert_eq!(lost(&said.texts, &again.texts), [""; 0], "{file}");
        assert_eq!(lost(&said.addresses, &again.addresses), [""; 0], "{file}");
        assert_eq!(lost(&said.anchors, &again.anchors), [""; 0], "{file}");
        let (rows, columns) = (quarters(html), columns(&sheets[file]));
        for (anchor, cells) in &rows {
            assert_eq!(columns.get(anchor), Some(cells), "{file}: {anchor}");
        }
        figures += rows.len();
    }
    (plain.len(), figures)
}

#[test]
fn a_sheet_says_all_that_the_default_page_of_an_official_says() {
    let (pages, figures) = say_the_same(&sample_sources(), common::SAMPLE_DAY);
    assert!(pages > 60 && figures > 500, "{pages} {figures}");
}

#[test]
fn a_sheet_says_every_state_that_there_is() {
    let place = golden("every-state");
    let date = std::fs::read_to_string(place.join("date")).unwrap();
    let (pages, figures) = say_the_same(&disk::read(&place).unwrap(), date.trim());
    assert!(pages > 1 && figures > 20, "{pages} {figures}");
}

#[test]
fn every_page_of_every_theme_stands_in_its_frame() {
    for name in shipped_themes() {
        let register = checked(&sample_sources()).register;
        let theme = theme(name);
        let site = Site::new(register, unrecorded(), day(common::SAMPLE_DAY), &theme).unwrap();
        let mut looked_at = 0;
        for page in site.pages() {
            let file = page.file();
            if !file.ends_with(".html") || file.contains("arsip/") || file.contains("sematkan/") {
                continue;
            }
            let html = String::from_utf8(site.render(&page).unwrap()).unwrap();
            for part in [
                "<meta http-equiv=\"Content-Security-Policy\"",
                "<a class=\"skip\" href=\"#isi\">",
                "<p class=\"sample\">",
                "id=\"isi\"",
                "mailto:",
                "<h1",
            ] {
                assert!(html.contains(part), "{name}: {file} has no {part}");
            }
            assert_eq!(html.matches("<h1").count(), 1, "{name}: {file}");
            looked_at += 1;
        }
        assert!(looked_at > 200, "{name}: {looked_at}");
    }
}

#[test]
fn the_words_of_every_theme_are_the_same_in_both_languages() {
    for name in shipped_themes() {
        let theme = theme(name);
        let [indonesian, english] = Language::ALL.map(|language| {
            let messages = tongue(&theme, language).unwrap().messages;
            messages.keys().map(str::to_owned).collect::<BTreeSet<_>>()
        });
        assert_eq!(indonesian, english, "{name}");
    }
}
