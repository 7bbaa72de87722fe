//! What is followed: feeds whose entries keep their ids and have the figures of their pages, and
//! calendars whose events move when a date does.

use crate::common::{SAMPLE_DAY, sample_sources, site};
use atom_syndication::Feed;
use pantau::compute::QuarterReport;
use pantau::format::Formats;
use pantau::model::{Language, PersonId, Value};
use pantau::site::{Page, Site};
use pantau::source::Sources;
use pantau::url::Following;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Deserialize)]
struct JsonFeed {
    version: String,
    title: String,
    description: String,
    items: Vec<Item>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
struct Item {
    id: String,
    url: String,
    title: String,
    content_html: String,
    date_published: String,
    date_modified: String,
    tags: Vec<String>,
}

impl JsonFeed {
    fn ids(&self) -> BTreeSet<&str> {
        self.items.iter().map(|item| &*item.id).collect()
    }

    fn of_kind(&self, kind: &str) -> Vec<&Item> {
        let items = self.items.iter();
        items.filter(|item| item.tags == [kind]).collect()
    }
}

fn text(site: &Site, page: &Page) -> String {
    String::from_utf8(site.render(page).unwrap()).unwrap()
}

fn feed(site: &Site, of: &Following) -> JsonFeed {
    serde_json::from_str(&text(site, &Page::JsonFeed(of.clone()))).unwrap()
}

fn official(id: &str) -> Following {
    Following::Official(PersonId::new(id).unwrap())
}

/// Everything that can be followed on `site`.
fn all(site: &Site) -> Vec<Following> {
    let pages = site.pages().into_iter();
    let feeds = pages.filter_map(|page| match page {
        Page::Feed(of) => Some(of),
        _ => None,
    });
    feeds.collect()
}

fn edit(sources: &mut Sources, file: &str, old: &str, new: &str) {
    let before = String::from_utf8(sources.files[file].clone()).unwrap();
    assert!(before.contains(old), "{file} has no {old:?}");
    let after = before.replacen(old, new, 1);
    sources.files.insert(file.to_owned(), after.into_bytes());
}

#[test]
fn site_officials_and_organisations_have_two_feeds_and_a_calendar_each() {
    let site = site(&sample_sources(), SAMPLE_DAY);
    let files: BTreeSet<String> = site.pages().iter().map(Page::file).collect();
    let register = site.register();
    assert_eq!(
        all(&site).len(),
        1 + register.people.len() + register.opds.len()
    );
    for of in all(&site) {
        for file in [of.feed(), of.json_feed(), of.calendar()] {
            assert!(files.contains(&file), "{file}");
        }
    }
}

#[test]
fn both_formats_tell_the_same_latest_first_with_ids_of_their_own() {
    let site = site(&sample_sources(), SAMPLE_DAY);
    let mut told = 0;
    for of in all(&site) {
        let json = feed(&site, &of);
        let atom = Feed::read_from(text(&site, &Page::Feed(of.clone())).as_bytes()).unwrap();
        assert_eq!(json.version, "https://jsonfeed.org/version/1.1");
        assert!(json.title.starts_with("Data contoh: "), "{}", json.title);
        assert!(json.description.starts_with("Data contoh: "));
        assert_eq!(atom.title().as_str(), json.title);
        assert_eq!(atom.lang(), Some("id"));
        assert_eq!(atom.rights().unwrap().as_str(), "CC-BY-4.0");
        let rel = |rel: &str| atom.links().iter().find(|link| link.rel() == rel);
        assert_eq!(
            rel("license").unwrap().href(),
            "https://creativecommons.org/licenses/by/4.0/"
        );
        assert!(rel("self").unwrap().href().ends_with(&of.feed()));
        let told_by_atom = atom.entries().iter().map(|entry| Item {
            id: entry.id().to_owned(),
            url: entry.links()[0].href().to_owned(),
            title: entry.title().as_str().to_owned(),
            content_html: entry.content().unwrap().value().unwrap().to_owned(),
            date_published: entry.published().unwrap().to_rfc3339(),
            date_modified: entry.updated().to_rfc3339(),
            tags: entry.categories().iter().map(|c| c.term().into()).collect(),
        });
        let utc = |text: &str| text.replace('Z', "+00:00");
        let told_by_json = json.items.iter().map(|item| Item {
            date_published: utc(&item.date_published),
            date_modified: utc(&item.date_modified),
            ..item.clone()
        });
        assert!(told_by_json.eq(told_by_atom), "{}", of.feed());
        assert_eq!(json.ids().len(), json.items.len(), "{}", of.feed());
        let order = json.items.iter().map(|item| &item.date_modified);
        assert!(order.is_sorted_by(|a, b| a >= b), "{}", of.feed());
        assert!(json.items.len() <= 100);
        let last = json.items.first().map(|item| utc(&item.date_modified));
        if let Some(last) = last {
            assert_eq!(atom.updated().to_rfc3339(), last);
        }
        told += json.items.len();
    }
    assert!(told > 300, "{told}");
}

#[test]
fn what_the_site_tells_stands_in_the_feeds_of_whom_it_concerns_under_the_same_id() {
    let site = site(&sample_sources(), SAMPLE_DAY);
    let whole = feed(&site, &Following::Site);
    assert_eq!(
        whole.items.len(),
        100,
        "the sample has more than a feed tells"
    );
    let (mut of_officials, mut of_opds) = (BTreeSet::new(), BTreeSet::new());
    for of in all(&site) {
        let feed = feed(&site, &of);
        let ids = feed.items.into_iter().map(|item| item.id);
        match of {
            Following::Site => {}
            Following::Official(_) => of_officials.extend(ids),
            Following::Opd(_) => of_opds.extend(ids),
        }
    }
    assert!(whole.ids().iter().all(|id| of_officials.contains(*id)));
    // The head of government belongs to no organisation.
    let in_none = of_officials.difference(&of_opds).count();
    assert!(of_opds.is_subset(&of_officials));
    assert!(in_none < 20, "{in_none}");
    for kind in [
        "hasil",
        "terlambat",
        "amended",
        "revised",
        "evaluasi",
        "putusan",
    ] {
        let found = all(&site)
            .iter()
            .any(|of| !feed(&site, of).of_kind(kind).is_empty());
        assert!(found, "the sample has no {kind}");
    }
}

/// The part of `html` that tells of one commitment.
fn told_of<'h>(html: &'h str, name: &str) -> &'h str {
    let start = html.find(&format!("<li>{name}<br>"));
    let rest = &html[start.unwrap_or_else(|| panic!("{name} in {html}"))..];
    rest.split("</li>").next().unwrap()
}

#[test]
fn a_result_has_every_figure_of_its_report_as_the_scoreboard_has_it() {
    let site = site(&sample_sources(), SAMPLE_DAY);
    let formats = Formats::new(Language::Indonesian);
    let (mut actuals, mut percents) = (0, 0);
    for (id, score) in &site.score().contracts {
        let contract = &site.register().contracts[id];
        let of = Following::Official(contract.person.clone());
        let feed = feed(&site, &of);
        let bounds = site.register().regime_of(contract).display_bounds();
        for (quarter, at) in &score.quarters {
            let quarter_of_year = ["I", "II", "III", "IV"][quarter.of_year as usize];
            let about = format!("Hasil Triwulan {quarter_of_year} {}: ", quarter.year);
            let anchor = format!("#{}", id.stem);
            let entries = feed.of_kind("hasil").into_iter();
            let mut entries =
                entries.filter(|e| e.title.starts_with(&about) && e.url.ends_with(&anchor));
            let Some(entry) = entries.next() else {
                let key = (id.clone(), *quarter);
                assert!(
                    !site.register().reports.contains_key(&key),
                    "{id} {quarter}"
                );
                continue;
            };
            assert!(entries.next().is_none(), "{id} {quarter} twice");
            let html = &entry.content_html;
            if let Some(percent) = &at.overall.percent {
                let shown = format!("<b>{}</b>", formats.percent(percent, &bounds));
                assert!(html.contains(&shown), "{shown} in {html}");
            }
            for indicator in &score.indicators {
                let mut facts = indicator.quarters.iter();
                let Some(fact) = facts.find(|fact| fact.quarter == *quarter) else {
                    continue;
                };
                let QuarterReport::Reported { value, .. } = fact.report else {
                    continue;
                };
                let name = indicator.commitment.indicator.name.own();
                let line = told_of(html, name);
                if let Value::Amount(amount) = value {
                    let shown = formats.quantity(amount);
                    assert!(line.contains(&shown), "{shown} in {line}");
                    actuals += 1;
                }
                let judged = fact.judgement.as_ref();
                let percent = judged.and_then(|judged| judged.achievement.percent());
                if let Some(percent) = percent {
                    let shown = format!("Capaian: {}", formats.percent(percent, &bounds));
                    assert!(line.contains(&shown), "{shown} in {line}");
                    percents += 1;
                }
            }
        }
    }
    assert!(actuals > 300 && percents > 250, "{actuals} {percents}");
}

const REPORT: &str = "hasil/2026/tw3/kepala-dinas-kesehatan.yml";
const HEALTH: &str = "ratna-kusumawati";

/// The sample in which the health office reports its third quarter on `day`, or not at all.
fn reported_on(day: Option<&str>) -> Sources {
    let mut sources = sample_sources();
    match day {
        Some(day) => {
            let reported = format!("dilaporkan: {day}");
            edit(&mut sources, REPORT, "dilaporkan: 2026-10-10", &reported);
        }
        None => {
            sources.files.remove(REPORT);
        }
    }
    sources
}

fn titles_from<'f>(feed: &'f JsonFeed, moment: &str) -> Vec<&'f str> {
    let items = feed.items.iter();
    let items = items.filter(|item| *item.date_published >= *moment);
    items
        .map(|item| item.title.split(':').next().unwrap())
        .collect()
}

#[test]
fn that_a_report_was_late_stays_said_when_it_comes() {
    let of = official(HEALTH);
    let october = "2026-10-01";
    let silent = reported_on(None);
    // On the day itself the report is still in time.
    let on_deadline = feed(&site(&silent, "2026-10-10"), &of);
    assert!(titles_from(&on_deadline, october).is_empty());
    let late = feed(&site(&silent, "2026-10-11"), &of);
    assert_eq!(
        titles_from(&late, october),
        ["Terlambat lapor Triwulan III 2026"]
    );
    let entry = late.of_kind("terlambat")[0];
    // Midnight in Jakarta.
    assert_eq!(entry.date_published, "2026-10-10T17:00:00Z");
    let text = "<p>Laporan Triwulan III 2026 tidak masuk sampai batas lapor, 10 Oktober 2026.</p>";
    assert!(
        entry.content_html.starts_with(text),
        "{}",
        entry.content_html
    );
    let target = "<li>Prevalensi stunting<br>Target: 6,4%</li>";
    assert!(
        entry.content_html.contains(target),
        "{}",
        entry.content_html
    );
    // Days go by, and it reads the same.
    let later = feed(&site(&silent, "2026-10-20"), &of);
    assert_eq!(later.of_kind("terlambat"), [entry]);
    let came = feed(&site(&reported_on(Some("2026-10-20")), "2026-10-21"), &of);
    assert_eq!(
        titles_from(&came, october),
        [
            "Hasil Triwulan III 2026",
            "Terlambat lapor Triwulan III 2026"
        ]
    );
    assert_eq!(came.of_kind("terlambat"), [entry]);
    let result = &came.of_kind("hasil")[0].content_html;
    assert!(result.contains("terlambat 10 hari"), "{result}");
    let in_time = feed(&site(&sample_sources(), "2026-10-21"), &of);
    assert_eq!(titles_from(&in_time, october), ["Hasil Triwulan III 2026"]);
    assert_eq!(
        in_time.of_kind("hasil")[0].id,
        came.of_kind("hasil")[0].id,
        "the same report"
    );
}

#[test]
fn an_id_stays_whatever_else_changes() {
    let mut sources = sample_sources();
    let before = site(&sources, "2026-08-20");
    let followed = all(&before);
    let known: BTreeMap<String, BTreeSet<String>> = followed
        .iter()
        .map(|of| {
            let ids = feed(&before, of).items.into_iter().map(|item| item.id);
            (of.feed(), ids.collect())
        })
        .collect();
    let edits = [
        ("situs.yml", "judul: Pantau Kinerja", "judul: Kinerja"),
        ("situs.yml", "lisensi: CC-BY-4.0", "lisensi: CC0-1.0"),
        ("situs.yml", "alamat: https://", "alamat: http://"),
        ("pejabat/ratna-kusumawati.yml", "nama: dr. ", "nama: "),
        (
            "aturan/trenggalek-2020.yml",
            "batas_lapor: 10 hari",
            "batas_lapor: 12 hari",
        ),
        (
            "hasil/2026/tw2/kepala-dinas-kesehatan.yml",
            "nilai: 6.5",
            "nilai: 6.6",
        ),
    ];
    for (file, old, new) in edits {
        edit(&mut sources, file, old, new);
    }
    let after = site(&sources, SAMPLE_DAY);
    let mut kept = 0;
    for of in followed.iter().filter(|of| **of != Following::Site) {
        let now = feed(&after, of);
        let ids = now.ids();
        let late: BTreeSet<String> = feed(&before, of)
            .of_kind("terlambat")
            .iter()
            .map(|item| item.id.clone())
            .collect();
        // Two days more make some reports come in time.
        for id in known[&of.feed()].difference(&late) {
            assert!(ids.contains(id.as_str()), "{}: {id}", of.feed());
            kept += 1;
        }
    }
    assert!(kept > 150, "{kept}");
}

/// The events of a calendar: the day of each UID.
fn events(calendar: &str) -> BTreeMap<String, String> {
    let unfolded = calendar.replace("\r\n ", "");
    let mut events = BTreeMap::new();
    for event in unfolded.split("BEGIN:VEVENT\r\n").skip(1) {
        // What an event says of itself stands before its alarm and after it.
        let (own, rest) = event.split_once("BEGIN:VALARM").unwrap_or((event, ""));
        let rest = rest.split_once("END:VALARM").map_or("", |(_, rest)| rest);
        let value = |name: &str| {
            let mut lines = own.lines().chain(rest.lines());
            lines
                .find_map(|line| line.strip_prefix(name))
                .map(str::to_owned)
        };
        let uid = value("UID:").unwrap();
        let day = value("DTSTART;VALUE=DATE:").unwrap();
        assert!(events.insert(uid.clone(), day).is_none(), "{uid} twice");
    }
    events
}

/// The UIDs whose day is another; none comes or goes.
fn moved(before: &Site, after: &Site, of: &Following) -> Vec<String> {
    let calendar = |site: &Site| events(&text(site, &Page::Calendar(of.clone())));
    let (before, after) = (calendar(before), calendar(after));
    let uids =
        |events: &BTreeMap<String, String>| -> Vec<String> { events.keys().cloned().collect() };
    assert_eq!(uids(&before), uids(&after), "{}", of.calendar());
    let moved = before.into_iter().filter(|(uid, day)| after[uid] != *day);
    moved.map(|(uid, _)| uid).collect()
}

#[test]
fn a_date_that_moves_moves_the_event_of_the_same_uid() {
    let sources = sample_sources();
    let before = site(&sources, "2026-08-20");
    let changed = |edits: &[(&str, &str, &str)]| {
        let mut sources = sources.clone();
        for (file, old, new) in edits {
            edit(&mut sources, file, old, new);
        }
        site(&sources, "2026-08-20")
    };
    let rules = "aturan/trenggalek-2020.yml";
    let deadline = changed(&[(rules, "batas_lapor: 10 hari", "batas_lapor: 15 hari")]);
    let year = changed(&[(rules, "setelah: 12 bulan", "setelah: 13 bulan")]);
    let published = changed(&[(
        "kontrak/2026/kepala-dinas-kominfo.yml",
        "terbit: 2027-02-28",
        "terbit: 2027-03-31",
    )]);
    let kominfo = before.register().contracts.iter();
    let mut kominfo = kominfo.filter(|(id, _)| id.to_string() == "2026/kepala-dinas-kominfo");
    let kominfo = kominfo.next().unwrap().1;
    let kominfo_opd = before.register().posts[&kominfo.post].opd.clone().unwrap();
    let of = Following::Official(kominfo.person.clone());
    for of in [of, Following::Opd(kominfo_opd), Following::Site] {
        let deadlines = moved(&before, &deadline, &of);
        assert!(deadlines.len() >= 4, "{deadlines:?}");
        let is_deadline = |uid: &String| uid.starts_with("batas-lapor/trenggalek-2020/2026-tw");
        assert!(deadlines.iter().any(is_deadline), "{deadlines:?}");
        let evaluations = moved(&before, &year, &of);
        let is_seen = of == Following::Site || of == official(HEALTH);
        assert!(!is_seen || !evaluations.is_empty(), "{}", of.calendar());
        let is_first_year = |uid: &String| uid.contains("/tahun-pertama/");
        assert!(evaluations.iter().all(is_first_year), "{evaluations:?}");
        let of_figure = moved(&before, &published, &of);
        let [uid] = &of_figure[..] else {
            panic!("{of_figure:?}");
        };
        let expected = "batas-lapor/2026/kepala-dinas-kominfo/2026-tw4/";
        assert!(uid.starts_with(expected), "{uid}");
    }
}

#[test]
fn what_is_still_to_come_reminds_and_what_is_done_does_not() {
    let of = official(HEALTH);
    let calendar = text(&site(&sample_sources(), "2026-08-20"), &Page::Calendar(of));
    let unfolded = calendar.replace("\r\n ", "");
    let events: Vec<&str> = unfolded.split("BEGIN:VEVENT").skip(1).collect();
    let of_quarter = |quarter: &str| {
        let uid = format!("UID:batas-lapor/trenggalek-2020/{quarter}@");
        let mut found = events.iter().filter(|event| event.contains(&uid));
        *found
            .next()
            .unwrap_or_else(|| panic!("{quarter}: {unfolded}"))
    };
    assert!(!of_quarter("2026-tw2").contains("VALARM"));
    assert!(of_quarter("2026-tw3").contains("TRIGGER:-P6DT15H\r\n"));
    let evaluation = events
        .iter()
        .find(|event| event.contains("TRIGGER:-P13DT15H"));
    assert!(evaluation.is_some(), "{unfolded}");
    for event in events {
        let ends = event.matches("DTSTAMP").count();
        assert_eq!(ends, 1, "{event}");
    }
}
