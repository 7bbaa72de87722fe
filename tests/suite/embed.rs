//! What other sites show: pages for frames, oEmbed, pictures, and where they stand.

use crate::common;

use crate::common::{SAMPLE_DAY, checked, day, sample_sources, site};
use pantau::model::{ById, ContractId, EMBEDS_UP_TO, Language, PersonId, Register};
use pantau::render::Theme;
use pantau::site::{Page, Site};
use pantau::social::{PICTURE_HEIGHT, PICTURE_WIDTH};
use pantau::source::Sources;
use pantau::url::{EmbedName, PictureFile};
use pantau::view::embeds;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A page and its style sheet, as they are sent.
const MOST_BYTES: usize = 10_240;
const HOST: &str = "https://kinerja.example.go.id/";
const EMBED: &str = "sematkan/agustina-retnoningdyah/2026/";

fn text(site: &Site, file: &str) -> String {
    let pages = site.pages();
    let page = pages.iter().find(|page| page.file() == file);
    let page = page.unwrap_or_else(|| panic!("there is no {file}"));
    String::from_utf8(site.render(page).unwrap()).unwrap()
}

fn sample_with(line: &str) -> Sources {
    let mut sources = sample_sources();
    let settings = sources.files.get_mut("situs.yml").unwrap();
    settings.extend_from_slice(line.as_bytes());
    sources
}

/// The folders of all embeds, in Indonesian.
fn folders(site: &Site) -> BTreeSet<String> {
    let pages = site.pages().into_iter();
    let pictures = pages.filter(|page| matches!(page, Page::Picture(_, PictureFile::Png)));
    let folder = |page: Page| page.file().strip_suffix("grafik.png").map(str::to_owned);
    pictures.filter_map(folder).collect()
}

/// The folder of the official's page of the year.
fn official_of(folder: &str) -> String {
    let parts: Vec<&str> = folder.split('/').collect();
    format!("pejabat/{}/{}/", parts[1], parts[2])
}

#[test]
fn every_commitment_has_its_page_in_each_language_small_and_for_any_frame() {
    let site = site(&sample_sources(), SAMPLE_DAY);
    let style = text(&site, "aset/sematan.css").len();
    let all = folders(&site);
    assert!(all.len() > 50, "{}", all.len());
    let sitemap = text(&site, "sitemap.xml");
    let mut heaviest = 0;
    for folder in &all {
        for (prefix, source) in [("", "Sumber: "), ("en/", "Source: ")] {
            let html = text(&site, &format!("{prefix}{folder}index.html"));
            heaviest = heaviest.max(html.len() + style);
            let official = format!("{prefix}{}", official_of(folder));
            for part in [
                "<meta name=\"robots\" content=\"noindex\">",
                &format!("<link rel=\"canonical\" href=\"{HOST}{official}\">"),
                &format!("{source}<a href=\"/{official}#"),
                "target=\"_top\"",
                "CC-BY-4.0",
                "<textarea readonly",
                "Content-Security-Policy",
            ] {
                assert!(html.contains(part), "{part} is not in {html}");
            }
            let [invented, day] = match prefix {
                "" => ["rekaan", "Data per 21 November 2026."],
                _ => ["invented", "As of 21 November 2026."],
            };
            assert!(html.contains(invented) && html.contains(day), "{html}");
            assert!(html.contains(&format!(". {HOST}{official}</p>")), "{html}");
            assert!(!html.contains("<nav") && !html.contains("<script"));
        }
        assert!(!sitemap.contains(&format!("{HOST}{folder}<")), "{folder}");
    }
    assert!(heaviest <= MOST_BYTES, "{heaviest}");
}

#[test]
fn machines_are_told_as_oembed_has_it() {
    let site = site(&sample_sources(), SAMPLE_DAY);
    let pages = site.pages().into_iter();
    let files = pages.filter(|page| matches!(page, Page::Oembed(_)));
    let files: Vec<String> = files.map(|page| page.file()).collect();
    assert_eq!(files.len(), 2 * folders(&site).len());
    for file in files {
        let folder = file.strip_suffix("oembed.json").unwrap();
        let page = text(&site, &format!("{folder}index.html"));
        let link = format!("type=\"application/json+oembed\" href=\"{HOST}{file}\"");
        assert!(page.contains(&link), "{link}");
        let said: Value = serde_json::from_str(&text(&site, &file)).unwrap();
        assert_eq!(
            (&said["version"], &said["type"]),
            (&"1.0".into(), &"rich".into())
        );
        let html = said["html"].as_str().unwrap();
        let size = format!("width=\"{}\" height=\"{}\"", said["width"], said["height"]);
        assert!(
            html.starts_with(&format!("<iframe src=\"{HOST}{folder}\" title=\"")),
            "{html}"
        );
        assert!(
            html.contains(&size) && html.ends_with("></iframe>"),
            "{html}"
        );
        let indonesian = folder.strip_prefix("en/").unwrap_or(folder);
        assert_eq!(
            said["thumbnail_url"],
            format!("{HOST}{indonesian}grafik.png")
        );
        assert_eq!(said["thumbnail_width"], PICTURE_WIDTH);
        assert_eq!(said["thumbnail_height"], PICTURE_HEIGHT);
        let government = &site.register().site.government;
        let (government, _) = match folder.starts_with("en/") {
            true => government.in_language(Language::English),
            false => government.in_language(Language::Indonesian),
        };
        assert_eq!(said["author_name"], *government);
        assert!(said["provider_url"].as_str().unwrap().starts_with(HOST));
        assert!(said["provider_name"].is_string());
        assert!(said["cache_age"].as_u64().unwrap() > 0 && said["title"].is_string());
    }
}

#[test]
fn every_picture_says_what_it_shows_whose_and_of_which_day() {
    let site = site(&sample_sources(), SAMPLE_DAY);
    let register = site.register();
    let government = register.site.government.own();
    for folder in folders(&site) {
        let svg = text(&site, &format!("{folder}grafik.svg"));
        let document = roxmltree::Document::parse(&svg).unwrap();
        let lines = document
            .descendants()
            .filter(|node| node.has_tag_name("text"));
        let told: Vec<&str> = lines.filter_map(|line| line.text()).collect();
        let told = told.join(" ");
        for part in [
            &format!("Sumber: {government}. Data per 21 November 2026."),
            &format!("kinerja.example.go.id/{}", official_of(&folder)),
            "Data contoh",
        ] {
            assert!(told.contains(part), "{part} is not in {told}");
        }
    }
}

#[test]
fn an_official_page_leads_to_the_list_and_the_list_to_each() {
    let site = site(&sample_sources(), SAMPLE_DAY);
    let official = text(&site, "pejabat/agustina-retnoningdyah/2026/index.html");
    assert!(official.contains(&format!("href=\"/{EMBED}\"")));
    let list = text(&site, &format!("{EMBED}index.html"));
    let own: Vec<String> = folders(&site)
        .into_iter()
        .filter(|f| f.starts_with(EMBED))
        .collect();
    assert!(own.len() > 3);
    for folder in own {
        for part in [
            format!("&lt;iframe src=&quot;{HOST}{folder}&quot; title=&quot;"),
            format!("href=\"/{folder}\""),
            format!("href=\"/{folder}grafik.svg\""),
            format!("href=\"/{folder}grafik.png\""),
        ] {
            assert!(list.contains(&part), "{part} is not in {list}");
        }
    }
}

/// A later contract moves no address of an earlier one.
#[test]
fn of_two_contracts_the_one_signed_first_has_the_plain_names() {
    let mut register = checked(&sample_sources()).register;
    let person = PersonId::new("agustina-retnoningdyah").unwrap();
    let first = register.contracts_of(&person).next().unwrap().clone();
    let contract = |stem: &str, signed: &str| {
        let mut contract = first.clone();
        contract.id = ContractId::parse(&format!("2026/{stem}")).unwrap();
        contract.signed = day(signed);
        contract
    };
    // By their ids they come the other way round.
    let later = contract(
        "a-belakangan",
        &first.signed.succ_opt().unwrap().to_string(),
    );
    let same_day = contract("z-bersamaan", &first.signed.to_string());
    for contract in [&later, &same_day] {
        register
            .contracts
            .insert(contract.id.clone(), contract.clone());
    }
    let today = day(SAMPLE_DAY);
    let of_year = &embeds(&register, today)[&(person.clone(), 2026)];
    let mut names: BTreeMap<&ContractId, BTreeSet<EmbedName>> = BTreeMap::new();
    for embed in of_year {
        names.entry(&embed.contract).or_default().insert(embed.name);
    }
    assert_eq!(names[&first.id], [EmbedName::Plain].into());
    assert_eq!(names[&later.id], [EmbedName::WithContract].into());
    assert_eq!(names[&same_day.id], [EmbedName::WithContract].into());
    let files: BTreeSet<String> = of_year
        .iter()
        .map(|e| e.picture(PictureFile::Svg))
        .collect();
    assert_eq!(files.len(), of_year.len());
    let id = &of_year[0].indicator;
    let site = Site::new(register, common::unrecorded(), today, &Theme::default()).unwrap();
    let anchor = |folder: &str, stem: &str| {
        let page = text(&site, &format!("{EMBED}{folder}/index.html"));
        let place = format!("#{stem}/{id}\" target");
        assert!(page.contains(&place), "{place} is not in {page}");
    };
    anchor(id.as_ref(), &first.id.stem.to_string());
    anchor(&format!("{id}.a-belakangan"), "a-belakangan");
    anchor(&format!("{id}.z-bersamaan"), "z-bersamaan");
}

#[test]
fn what_was_withdrawn_keeps_its_page_and_says_so() {
    let site = site(&sample_sources(), SAMPLE_DAY);
    let scores = site.score().contracts.iter();
    let withdrawn: Vec<String> = scores
        .flat_map(|(id, score)| {
            let person = &site.register().contracts[id].person;
            let of = score.withdrawn.iter();
            of.map(move |i| format!("sematkan/{person}/{}/{}/", id.year, i.id()))
        })
        .collect();
    assert!(!withdrawn.is_empty());
    for folder in withdrawn {
        let page = text(&site, &format!("{folder}index.html"));
        assert!(
            page.contains("<span class=\"tag neutral\">") && page.contains("Dicabut"),
            "{page}"
        );
        assert!(text(&site, &format!("{folder}grafik.svg")).contains("Dicabut"));
    }
}

#[test]
fn a_site_may_do_without() {
    let off = site(&sample_with("sematan: tidak\n"), SAMPLE_DAY);
    let pages = off.pages();
    let mut files = pages.iter().map(Page::file);
    assert!(files.all(|file| !file.contains("sematkan") && !file.contains("sematan")));
    let official = text(&off, "pejabat/agustina-retnoningdyah/2026/index.html");
    assert!(!official.contains("sematkan"));
    let rules = text(&off, "_headers");
    assert_eq!(rules.matches("frame-ancestors 'none'").count(), 1);
    let (pattern, of_all) = rules.split_once('\n').unwrap();
    assert_eq!(pattern, "/*");
    assert!(of_all.contains("\n  Content-Security-Policy: default-src 'none';"));
    let on = site(&sample_with("sematan: ya\n"), SAMPLE_DAY);
    assert!(!folders(&on).is_empty());
}

#[test]
fn above_two_thousand_officials_embeds_are_asked_for() {
    let sample = checked(&sample_sources()).register;
    let contract = sample.contracts.values().next().unwrap();
    let with = |officials: usize, chosen: Option<bool>| -> Register {
        let mut register = sample.clone();
        register.site.embeds = chosen;
        register.contracts = ById::new();
        for number in 0..officials {
            let mut contract = contract.clone();
            contract.person = PersonId::new(&format!("pejabat-{number}")).unwrap();
            contract.id = ContractId::parse(&format!("2026/kontrak-{number}")).unwrap();
            register.contracts.insert(contract.id.clone(), contract);
        }
        register
    };
    assert_eq!(EMBEDS_UP_TO, 2_000);
    assert!(with(2_000, None).has_embeds());
    assert!(!with(2_001, None).has_embeds());
    assert!(with(2_001, Some(true)).has_embeds());
    assert!(!with(1, Some(false)).has_embeds());
}

/// Where two rules fit a path a host may send the values of both, and one that forbids wins.
#[test]
fn hosts_are_told_that_embeds_alone_may_stand_in_frames() {
    let site = site(&sample_sources(), SAMPLE_DAY);
    let file = text(&site, "_headers");
    let forbidden: BTreeSet<&str> = file
        .split("\n/")
        .filter(|rule| rule.contains("frame-ancestors 'none'"))
        .filter_map(|rule| rule.lines().next())
        .collect();
    let is_forbidden = |path: &str| {
        forbidden.iter().any(|rule| match rule.strip_suffix('*') {
            Some(folder) => path.starts_with(folder),
            None => path == *rule,
        })
    };
    for page in site.pages() {
        let Page::Html(address) = page else {
            continue;
        };
        let file = address.file();
        let path = file.strip_suffix("index.html").unwrap_or(&file);
        let is_embed = path.trim_start_matches("en/").starts_with("sematkan/");
        assert_eq!(is_forbidden(path), !is_embed, "{path} by {forbidden:?}");
    }
}

#[test]
fn a_picture_of_an_earlier_build_is_taken_only_where_its_input_is_the_same() {
    let site = site(&sample_sources(), SAMPLE_DAY);
    let file = format!("{}grafik.png", folders(&site).first().unwrap());
    let batches = site.batches();
    let batch = batches
        .iter()
        .find(|batch| batch[0].file() == file)
        .unwrap();
    let drawn = site.render_batch(batch).unwrap();
    let marked = [&drawn[0].1[..], b"dahulu"].concat();
    let taken = site.render_batch_after(batch, &|path| (path == file).then(|| marked.clone()));
    assert_eq!(taken.unwrap()[0].1, marked);
    let others = batches
        .iter()
        .find(|batch| batch[0].file() == "kartu.png")
        .unwrap();
    let card = site.render_batch(others).unwrap()[0].1.clone();
    for other in [&card[..], b"", &drawn[0].1[..40]] {
        let again = site.render_batch_after(batch, &|_| Some(other.to_vec()));
        assert_eq!(again.unwrap(), drawn);
    }
}
