//! Changes as an Atom feed (RFC 4287), each entry with its full text.

use crate::view::FeedView;
use atom_syndication::{Content, Entry, Feed, FixedDateTime, Generator, Link, Person, Text};
use chrono::{DateTime, Utc};

/// The feed as a file.
pub fn feed(view: &FeedView) -> String {
    let feed = Feed {
        title: Text::plain(&*view.title),
        id: view.id.clone(),
        updated: moment(view.updated),
        authors: vec![person(&view.author)],
        generator: Some(Generator {
            value: "pantau".into(),
            ..Generator::default()
        }),
        links: vec![
            link(&view.own_url, "self", Some("application/atom+xml")),
            link(&view.page_url, "alternate", Some("text/html")),
        ],
        rights: Some(Text::plain(&*view.rights)),
        entries: view.entries.iter().map(|one| entry(view, one)).collect(),
        lang: Some(view.language.into()),
        ..Feed::default()
    };
    format!("{}\n", feed.to_string())
}

fn entry(view: &FeedView, entry: &crate::view::FeedEntry) -> Entry {
    Entry {
        title: Text::plain(&*entry.title),
        id: entry.id.clone(),
        updated: moment(entry.updated),
        published: Some(moment(entry.updated)),
        links: vec![link(&entry.url, "alternate", Some("text/html"))],
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
