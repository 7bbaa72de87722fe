//! A feed as Atom (RFC 4287), each entry with its full text.

use crate::view::{FeedEntry, FeedView};
use atom_syndication::{
    Category, Content, Entry, Feed, FixedDateTime, Generator, Link, Person, Text,
};
use chrono::{DateTime, Utc};

const ATOM: &str = "application/atom+xml";
const JSON_FEED: &str = "application/feed+json";
const HTML: &str = "text/html";

/// The feed as a file.
pub fn feed(view: &FeedView) -> String {
    let licence = view.licence_url.as_ref();
    let licence = licence.map(|url| link(url, "license", None));
    let links = [
        link(&view.atom_url, "self", Some(ATOM)),
        link(&view.page_url, "alternate", Some(HTML)),
        // Another type than that of the page, as the format asks of a second alternate.
        link(&view.json_url, "alternate", Some(JSON_FEED)),
    ];
    let feed = Feed {
        title: Text::plain(&*view.title),
        subtitle: Some(Text::plain(&*view.subtitle)),
        id: view.id.clone(),
        updated: moment(view.updated),
        authors: vec![person(&view.author)],
        generator: Some(Generator {
            value: "pantau".into(),
            ..Generator::default()
        }),
        links: links.into_iter().chain(licence).collect(),
        rights: Some(Text::plain(&*view.licence)),
        entries: view.entries.iter().map(|one| entry(view, one)).collect(),
        lang: Some(view.language.into()),
        ..Feed::default()
    };
    format!("{}\n", feed.to_string())
}

fn entry(view: &FeedView, entry: &FeedEntry) -> Entry {
    Entry {
        title: Text::plain(&*entry.title),
        id: entry.id.clone(),
        updated: moment(entry.updated),
        published: Some(moment(entry.published)),
        categories: vec![Category {
            term: entry.kind.0.to_owned(),
            ..Category::default()
        }],
        links: vec![link(&entry.url, "alternate", Some(HTML))],
        content: Some(Content {
            value: Some(entry.html.clone()),
            content_type: Some("html".into()),
            lang: Some(view.language.into()),
            ..Content::default()
        }),
        ..Entry::default()
    }
}

fn person(name: &str) -> Person {
    Person {
        name: name.to_owned(),
        ..Person::default()
    }
}

fn link(href: &str, rel: &str, mime_type: Option<&str>) -> Link {
    Link {
        href: href.to_owned(),
        rel: rel.to_owned(),
        mime_type: mime_type.map(str::to_owned),
        ..Link::default()
    }
}

fn moment(at: DateTime<Utc>) -> FixedDateTime {
    at.fixed_offset()
}
