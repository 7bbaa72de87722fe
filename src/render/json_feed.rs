//! A feed as JSON Feed 1.1 (jsonfeed.org): the entries of the Atom feed, under the same ids.

use crate::view::{FeedEntry, FeedView};
use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;

/// What a reader knows the format by.
const VERSION: &str = "https://jsonfeed.org/version/1.1";

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    description: &'a str,
    language: &'a str,
    authors: [Author<'a>; 1],
    /// An extension: the format has no place for a licence.
    #[serde(rename = "_lisensi")]
    licence: Licence<'a>,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Licence<'a> {
    /// What the extension means.
    about: &'static str,
    spdx: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    content_html: &'a str,
    date_published: String,
    date_modified: String,
    tags: [&'a str; 1],
}

/// The feed as a file.
///
/// # Panics
/// Never: a feed has no key that JSON can't hold.
pub fn json_feed(view: &FeedView) -> String {
    let feed = JsonFeed {
        version: VERSION,
        title: &view.title,
        home_page_url: &view.page_url,
        feed_url: &view.json_url,
        description: &view.subtitle,
        language: view.language,
        authors: [Author { name: &view.author }],
        licence: Licence {
            about: "https://spdx.org/licenses/",
            spdx: &view.licence,
            url: view.licence_url.as_deref(),
        },
        items: view.entries.iter().map(item).collect(),
    };
    let text = serde_json::to_string_pretty(&feed).expect("texts and lists are JSON");
    format!("{text}\n")
}

fn item(entry: &FeedEntry) -> Item<'_> {
    Item {
        id: &entry.id,
        url: &entry.url,
        title: &entry.title,
        content_html: &entry.html,
        date_published: moment(entry.published),
        date_modified: moment(entry.updated),
        tags: [entry.kind.0],
    }
}

fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::FeedKind;
    use serde::Deserialize;

    /// As a reader that knows the format has it: what the format demands has no default.
    #[derive(Deserialize)]
    struct ReadFeed {
        version: String,
        title: String,
        home_page_url: String,
        feed_url: String,
        description: String,
        language: String,
        authors: Vec<ReadAuthor>,
        #[serde(rename = "_lisensi")]
        licence: ReadLicence,
        items: Vec<ReadItem>,
    }

    #[derive(Deserialize)]
    struct ReadAuthor {
        name: String,
    }

    #[derive(Deserialize)]
    struct ReadLicence {
        spdx: String,
        url: Option<String>,
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct ReadItem {
        id: String,
        url: String,
        title: String,
        content_html: String,
        date_published: String,
        date_modified: String,
        tags: Vec<String>,
    }

    #[test]
    fn a_reader_of_the_format_finds_what_it_knows() {
        let at: DateTime<Utc> = "2026-10-08T17:00:00Z".parse().unwrap();
        let view = FeedView {
            id: "urn:uuid:1".into(),
            title: "Hasil \"baru\"".into(),
            subtitle: "Data contoh".into(),
            language: "id",
            author: "Kabupaten".into(),
            licence: "CC-BY-4.0".into(),
            licence_url: Some("https://creativecommons.org/licenses/by/4.0/".into()),
            atom_url: "https://a.go.id/feed.xml".into(),
            json_url: "https://a.go.id/feed.json".into(),
            page_url: "https://a.go.id/".into(),
            updated: at,
            entries: vec![FeedEntry {
                id: "urn:uuid:2".into(),
                kind: FeedKind("hasil"),
                title: "Satu".into(),
                url: "https://a.go.id/a/#b".into(),
                published: at,
                updated: at + chrono::TimeDelta::days(1),
                html: "<p>6,4% &lt; 7%</p>".into(),
            }],
        };
        let text = json_feed(&view);
        let read: ReadFeed = serde_json::from_str(&text).unwrap();
        assert_eq!(read.version, "https://jsonfeed.org/version/1.1");
        assert_eq!(
            (&*read.title, &*read.description, &*read.language),
            ("Hasil \"baru\"", "Data contoh", "id")
        );
        assert_eq!(read.home_page_url, "https://a.go.id/");
        assert_eq!(read.feed_url, "https://a.go.id/feed.json");
        assert_eq!(read.authors[0].name, "Kabupaten");
        assert_eq!(read.licence.spdx, "CC-BY-4.0");
        assert_eq!(read.licence.url, view.licence_url);
        let [item] = &read.items[..] else {
            panic!("{text}");
        };
        assert_eq!((&*item.id, &*item.title), ("urn:uuid:2", "Satu"));
        assert_eq!(item.url, "https://a.go.id/a/#b");
        assert_eq!(item.content_html, "<p>6,4% &lt; 7%</p>");
        assert_eq!(item.date_published, "2026-10-08T17:00:00Z");
        assert_eq!(item.date_modified, "2026-10-09T17:00:00Z");
        assert_eq!(item.tags, ["hasil"]);
    }
}
