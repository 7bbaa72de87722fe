//! Social cards: which there are, what pages say of them, and when one is drawn anew.

use crate::common;

use crate::common::{
    SAMPLE_DAY, build_command, checked, day, golden, published, repository, sample_sources,
    silently, site,
};
use pantau::disk;
use pantau::model::{ById, ContractId, PersonId, Register, SOCIAL_CARDS_UP_TO};
use pantau::render::Theme;
use pantau::site::{Page, Site};
use pantau::social::{HEIGHT, MOST_BYTES, WIDTH, input_of};
use pantau::source::Sources;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

fn cards(site: &Site) -> Vec<Page> {
    let pages = site.pages().into_iter();
    pages
        .filter(|page| matches!(page, Page::SocialCard(_)))
        .collect()
}

fn page(site: &Site, file: &str) -> String {
    let pages = site.pages();
    let page = pages.iter().find(|page| page.file() == file);
    let page = page.unwrap_or_else(|| panic!("there is no {file}"));
    String::from_utf8(site.render(page).unwrap()).unwrap()
}

/// What a page says to messengers, by property.
fn said(html: &str) -> BTreeMap<&str, &str> {
    let elements = html.split("<meta ").skip(1);
    let said = elements.filter_map(|element| {
        let (name, rest) = element.split_once(" content=\"")?;
        let (_, name) = name.split_once("=\"")?;
        let (content, _) = rest.split_once("\">")?;
        Some((name.strip_suffix('"')?, content))
    });
    said.filter(|(name, _)| name.starts_with("og:") || name.starts_with("twitter:"))
        .collect()
}

/// The sample, with a line more in its settings.
fn sample_with(line: &str) -> Sources {
    let mut sources = sample_sources();
    let settings = sources.files.get_mut("situs.yml").unwrap();
    settings.extend_from_slice(line.as_bytes());
    sources
}

/// The official whose page is looked at, and their current year.
const OFFICIAL: &str = "pejabat/agustina-retnoningdyah/";

#[test]
fn the_site_each_official_with_a_contract_and_each_year_have_a_card() {
    let site = site(&sample_sources(), SAMPLE_DAY);
    let contracts = || site.register().contracts.values();
    let years = contracts().map(|c| format!("pejabat/{}/{}/kartu.png", c.person, c.id.year));
    let people = contracts().map(|c| format!("pejabat/{}/kartu.png", c.person));
    let expected: BTreeSet<String> = years.chain(people).chain(["kartu.png".into()]).collect();
    let found: BTreeSet<String> = cards(&site).iter().map(Page::file).collect();
    assert_eq!(found, expected);
    assert!(found.len() > 20);
    let batches = site.batches();
    let together = batches.iter().filter(|batch| {
        let both = matches!(batch[..], [Page::SocialCard(_), Page::SocialCard(_)]);
        both && batch.iter().all(|page| page.file().starts_with("pejabat/"))
    });
    assert_eq!(
        together.count(),
        contracts()
            .map(|c| &c.person)
            .collect::<BTreeSet<_>>()
            .len()
    );
}

/// And those of the current year are the same as the official's.
#[test]
fn a_page_names_its_card_by_what_it_was_drawn_from() {
    let site = site(&sample_sources(), SAMPLE_DAY);
    let all = cards(&site);
    let png = |file: &str| {
        let card = all.iter().find(|card| card.file() == file).unwrap();
        site.render(card).unwrap()
    };
    let host = "https://kinerja.example.go.id/";
    for (file, card) in [
        ("index.html", "kartu.png"),
        ("triwulan/2026-tw3/index.html", "kartu.png"),
        (
            &format!("{OFFICIAL}index.html"),
            &format!("{OFFICIAL}kartu.png"),
        ),
        (
            &format!("{OFFICIAL}2026/index.html"),
            &format!("{OFFICIAL}2026/kartu.png"),
        ),
        (
            &format!("{OFFICIAL}2026/rapor/index.html"),
            &format!("{OFFICIAL}2026/kartu.png"),
        ),
        (
            &format!("en/{OFFICIAL}index.html"),
            &format!("{OFFICIAL}kartu.png"),
        ),
    ] {
        let html = page(&site, file);
        let said = said(&html);
        let input = input_of(&png(card)).unwrap().to_string();
        assert_eq!(
            said["og:image"],
            format!("{host}{card}?v={}", &input[..8]),
            "{file}"
        );
        assert_eq!(said["og:image:width"], WIDTH.to_string());
        assert_eq!(said["og:image:height"], HEIGHT.to_string());
        assert_eq!(said["og:image:alt"], said["twitter:image:alt"]);
        assert_eq!(said["twitter:card"], "summary_large_image");
    }
    let [official, of_year] = ["", "2026/"].map(|year| png(&format!("{OFFICIAL}{year}kartu.png")));
    assert_eq!(official, of_year);
    assert!(official.len() <= MOST_BYTES);
}

#[test]
fn a_page_says_in_words_and_its_own_language_what_its_card_shows() {
    let site = site(&sample_sources(), SAMPLE_DAY);
    let [html, english] = ["", "en/"].map(|en| page(&site, &format!("{en}{OFFICIAL}index.html")));
    let [said, in_english] = [&html, &english].map(|html| said(html));
    let name = "Agustina Retnoningdyah, S.E., M.M";
    assert_eq!(
        said["og:image:alt"],
        format!(
            "{name}. Kepala Dinas Perindustrian dan Tenaga Kerja, 2026. 2 dari 5 komitmen yang \
             jatuh tempo sesuai jalur pada Triwulan III 2026. Capaian 98,53%, Sangat Tinggi. \
             2 sesuai jalur, 3 di bawah jalur. TW I 92,65%, TW II 95,97%, TW III 98,53%. \
             Data contoh."
        )
    );
    let alternative = in_english["og:image:alt"];
    assert!(
        alternative.starts_with(&format!("{name}. ")),
        "{alternative}"
    );
    assert!(alternative.contains("Achievement 98.53%") && alternative.ends_with(" Sample data."));
    assert_eq!(
        [said["og:locale"], in_english["og:locale"]],
        ["id_ID", "en_GB"]
    );
    assert_eq!(said["og:title"], format!("{name}."));
    assert_eq!(
        [said["og:type"], said["twitter:card"]],
        ["profile", "summary_large_image"]
    );
    assert!(said["og:description"].contains("2 dari 5 komitmen"));
    assert!(in_english["og:url"].ends_with("/en/pejabat/agustina-retnoningdyah/"));
    assert_eq!(said["og:site_name"], *site.register().site.title.own());
}

/// Whoever has no contract, and pages that show no figures of all, stay the same while the site's
/// card changes; nobody shares a page that leads nowhere.
#[test]
fn other_pages_name_the_card_of_the_site() {
    let sources = disk::read(&repository().join("tests/inputs")).unwrap();
    let site = site(&sources, "2026-08-01");
    let register = site.register();
    let people = register.people.keys();
    let without = people.filter(|id| register.contracts_of(id).next().is_none());
    let without: Vec<String> = without
        .map(|id| format!("pejabat/{id}/index.html"))
        .collect();
    assert!(!without.is_empty());
    let others = ["metode/index.html", "opd/index.html"];
    for file in without.iter().map(String::as_str).chain(others) {
        let html = page(&site, file);
        let said = said(&html);
        assert!(said["og:image"].ends_with("/kartu.png"), "{file}");
        assert_eq!(said["og:image"], said_at_home(&site), "{file}");
        assert!(said["og:image:alt"].contains(register.site.title.own()));
        assert_eq!(said["og:type"] == "profile", file.starts_with("pejabat/"));
    }
    assert!(said(&page(&site, "404.html")).is_empty());
}

/// The address of the site's card, without its version.
fn said_at_home(site: &Site) -> String {
    let home = page(site, "index.html");
    let (address, version) = said(&home)["og:image"].split_once("?v=").unwrap();
    assert_eq!(version.len(), 8);
    address.to_owned()
}

#[test]
fn a_site_may_do_without_cards() {
    let off = site(&sample_with("kartu_media_sosial: tidak\n"), SAMPLE_DAY);
    assert_eq!(cards(&off), []);
    let html = page(&off, &format!("{OFFICIAL}index.html"));
    let said = said(&html);
    assert!(said.keys().all(|name| !name.contains("image")), "{said:?}");
    assert_eq!(said["twitter:card"], "summary");
    assert!(said.contains_key("og:title") && said.contains_key("og:description"));
    let on = site(&sample_with("kartu_media_sosial: ya\n"), SAMPLE_DAY);
    assert!(!cards(&on).is_empty());
}

#[test]
fn above_two_thousand_officials_cards_are_asked_for() {
    let sample = checked(&sample_sources()).register;
    let contract = sample.contracts.values().next().unwrap();
    let with = |officials: usize, chosen: Option<bool>| -> Register {
        let mut register = sample.clone();
        register.site.social_cards = chosen;
        register.contracts = ById::new();
        // Two contracts of one official are one official.
        for (number, year) in (0..officials).flat_map(|n| [(n, 2025), (n, 2026)]) {
            let mut contract = contract.clone();
            contract.person = PersonId::new(&format!("pejabat-{number}")).unwrap();
            let stem = contract.id.stem.to_string();
            let id = format!("{year}/{stem}-{number}");
            contract.id = ContractId::parse(&id).unwrap();
            register.contracts.insert(contract.id.clone(), contract);
        }
        register
    };
    assert_eq!(SOCIAL_CARDS_UP_TO, 2_000);
    assert!(with(2_000, None).has_social_cards());
    assert!(!with(2_001, None).has_social_cards());
    assert!(with(2_001, Some(true)).has_social_cards());
    assert!(!with(1, Some(false)).has_social_cards());
}

#[test]
fn a_card_of_an_earlier_build_is_taken_only_where_its_input_is_the_same() {
    let site = site(&sample_sources(), SAMPLE_DAY);
    let all = cards(&site);
    let file = format!("{OFFICIAL}kartu.png");
    let batch = site
        .batches()
        .into_iter()
        .find(|batch| batch[0].file() == file);
    let batch = batch.unwrap();
    let drawn = site.render_batch(&batch).unwrap();
    // What follows the end of a PNG changes nothing in it: a mark to know it by.
    let marked = [&drawn[0].1[..], b"dahulu"].concat();
    let taken = site.render_batch_after(&batch, &|path| (path == file).then(|| marked.clone()));
    let taken = taken.unwrap();
    assert_eq!(taken.len(), 2);
    assert!(taken.iter().all(|(_, bytes)| *bytes == marked));
    let another = site.render(all.iter().find(|card| card.file() == "kartu.png").unwrap());
    let another = another.unwrap();
    for other in [&another[..], b"", &drawn[0].1[..40]] {
        let again = site.render_batch_after(&batch, &|_| Some(other.to_vec()));
        assert_eq!(again.unwrap(), drawn);
    }
}

/// Broken, or edited by hand: what the manifest of before does not know is not taken.
#[test]
fn a_build_draws_a_card_anew_that_is_not_as_it_was_written() {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("out");
    let build = || {
        silently(&mut build_command(
            &golden("below-a-path"),
            &out,
            "2026-02-01",
        ));
        published(&out)
    };
    let first = build();
    let card = first
        .keys()
        .find(|file| file.ends_with("/kartu.png"))
        .unwrap();
    let edited = [&first[card][..], b"x"].concat();
    for broken in [edited.as_slice(), &first[card][..100], b""] {
        // Another file, since the tree of before may share it with a copy.
        fs::remove_file(out.join(card)).unwrap();
        fs::write(out.join(card), broken).unwrap();
        assert_eq!(build()[card], first[card]);
    }
    fs::remove_file(out.join("manifest.json")).unwrap();
    assert_eq!(build(), first);
}

/// What changes on the page changes the picture's address, and nothing else does.
#[test]
fn a_card_has_a_new_address_when_it_changes() {
    let address = |day_of: &str, line: &str| {
        let register = checked(&sample_with(line)).register;
        let record = common::unrecorded();
        let site = Site::new(register, record, day(day_of), &Theme::default()).unwrap();
        said(&page(&site, &format!("{OFFICIAL}index.html")))["og:image"].to_owned()
    };
    let now = address(SAMPLE_DAY, "");
    assert_eq!(address("2026-11-22", ""), now);
    assert_eq!(
        address(SAMPLE_DAY, "tautan_commit: https://git.example/{commit}\n"),
        now
    );
    assert_ne!(address("2026-06-30", ""), now);
}
