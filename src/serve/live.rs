//! How a page that somebody looks at becomes new by itself: a script in the page, and a stream of
//! events for it (server-sent events).
//!
//! Both stand in a folder below the site's path whose name no page can have. The page is otherwise
//! what `build` writes, and goes out with nothing added to whoever does not look at it in a browser.

use super::preview::{Answer, Preview};
use super::shown::Moment;
use super::told::Notice;
use crate::source::Fingerprinter;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{Stream, unfold};
use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;
use tokio::sync::watch::Receiver;

/// Ids are letters, digits and hyphens: no page begins with an underscore.
const FOLDER: &str = "_pantau/";
const SCRIPT: &str = include_str!("live.js");
const STYLE: &str = include_str!("live.css");
/// What the element stands before.
const END_OF_HEAD: &[u8] = b"</head>";

/// Whether a request is a browser's that opens a page, not a program's or a script's.
pub(super) fn is_looked_at(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT);
    let accepted = accepted.and_then(|accepted| accepted.to_str().ok());
    accepted.is_some_and(|accepted| accepted.contains("text/html"))
}

/// An HTML page with the script that keeps it new; anything else as it is.
pub(super) fn with_client(answer: Answer, moment: &Moment) -> Answer {
    match answer {
        Answer::Page {
            status,
            media_type,
            bytes,
        } if media_type.starts_with("text/html") && may_run(&bytes) => Answer::Page {
            status,
            media_type,
            bytes: added(bytes, moment.beside(), moment.shown.base_path()),
        },
        other => other,
    }
}

/// Whether the page's policy lets a script of the site run. That of frozen pages lets none: they never
/// change.
fn may_run(page: &[u8]) -> bool {
    let says = |text: &str| memchr::memmem::find(page, text.as_bytes()).is_some();
    says("script-src ") || !says("http-equiv=\"Content-Security-Policy\"")
}

fn added(mut bytes: Vec<u8>, beside: u64, base_path: &str) -> Vec<u8> {
    let mark = mark(&bytes, beside);
    let element =
        format!("<script defer src=\"{base_path}{FOLDER}live.js\" data-mark=\"{mark}\"></script>");
    let found = memchr::memmem::find(&bytes, END_OF_HEAD);
    let at = found.unwrap_or(bytes.len());
    bytes.splice(at..at, element.into_bytes());
    bytes
}

/// What tells a page from the same page after a change, also one of what stands beside it:
/// [`Moment::beside`].
fn mark(bytes: &[u8], beside: u64) -> String {
    let mut fingerprinter = Fingerprinter::default();
    fingerprinter.update(&beside.to_le_bytes());
    fingerprinter.update(bytes);
    fingerprinter.finish().sha256.to_string()
}

/// The answer to a request below the folder; `None` for one that is the site's.
pub(super) fn answer(preview: &Arc<Preview>, uri: &Uri) -> Option<Response> {
    let below = uri.path().strip_prefix(&*preview.base_path())?;
    let text = |media_type: &'static str, text: &'static str| {
        let content_type = (header::CONTENT_TYPE, media_type);
        let no_store = (header::CACHE_CONTROL, "no-store");
        ([no_store, content_type], text).into_response()
    };
    Some(match below.strip_prefix(FOLDER)? {
        "live.js" => text("text/javascript; charset=utf-8", SCRIPT),
        "live.css" => text("text/css; charset=utf-8", STYLE),
        "events" => {
            let events = events(Viewer::new(preview, uri.query().unwrap_or_default()));
            let events = Sse::new(events).keep_alive(KeepAlive::default());
            events.into_response()
        }
        _ => (StatusCode::NOT_FOUND, "404").into_response(),
    })
}

/// One page that somebody looks at.
struct Viewer {
    preview: Arc<Preview>,
    moments: Receiver<Arc<Moment>>,
    path: String,
    /// Of the page that is in the browser.
    mark: String,
    /// What the browser was last told.
    told: Option<Arc<Notice>>,
    waiting: VecDeque<Event>,
}

impl Viewer {
    /// `query` names the `path` of the page and the `mark` that came with it.
    fn new(preview: &Arc<Preview>, query: &str) -> Self {
        let value = |name: &str| {
            let mut pairs = url::form_urlencoded::parse(query.as_bytes());
            let found = pairs.find(|(key, _)| key == name);
            found.map_or_else(String::new, |(_, value)| value.into_owned())
        };
        let mut moments = preview.moments();
        // What is there already is news to it.
        moments.mark_changed();
        Self {
            preview: Arc::clone(preview),
            moments,
            path: value("path"),
            mark: value("mark"),
            told: None,
            waiting: VecDeque::new(),
        }
    }

    /// What there is to say of the moment that has come.
    async fn look(&mut self) {
        let moment = Arc::clone(&self.moments.borrow_and_update());
        let notice = moment.notice();
        if self.told.as_ref() != Some(notice) {
            self.told = Some(Arc::clone(notice));
            let json = serde_json::to_string(&**notice);
            let json = json.expect("texts and numbers always serialise");
            let event = Event::default().event("notice").data(json);
            self.waiting.push_back(event);
        }
        let (preview, path) = (Arc::clone(&self.preview), self.path.clone());
        let looked = tokio::task::spawn_blocking(move || preview.answer(&path));
        // A later moment than the one that has come may have answered: the mark is of that one.
        if let Ok((Answer::Page { bytes, .. }, moment)) = looked.await {
            let mark = mark(&bytes, moment.beside());
            if mark != self.mark {
                self.mark = mark;
                self.waiting
                    .push_back(Event::default().event("reload").data(&self.mark));
            }
        }
    }
}

/// A notice whenever another is due, and a `reload` whenever the page is another.
fn events(viewer: Viewer) -> impl Stream<Item = Result<Event, Infallible>> {
    unfold(viewer, |mut viewer| async {
        loop {
            if let Some(event) = viewer.waiting.pop_front() {
                return Some((Ok(event), viewer));
            }
            viewer.moments.changed().await.ok()?;
            viewer.look().await;
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_looked_at_has_one_element_more() {
        let page = b"<html><head><title>a</title></head><body></body></html>";
        let with = String::from_utf8(added(page.to_vec(), 7, "/kinerja/")).unwrap();
        let element = format!(
            "<script defer src=\"/kinerja/_pantau/live.js\" data-mark=\"{}\"></script>",
            mark(page, 7)
        );
        assert_eq!(with.matches(&element).count(), 1);
        assert_eq!(with.replace(&element, "").as_bytes(), page);
        assert_ne!(mark(page, 7), mark(page, 8));
        assert!(may_run(page));
        assert!(!may_run(include_bytes!("../archive/v1/base.html")));
    }

    #[test]
    fn only_a_browser_that_opens_a_page_looks_at_it() {
        let table = [
            (
                Some("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"),
                true,
            ),
            (Some("*/*"), false),
            (None, false),
        ];
        for (accept, expected) in table {
            let mut headers = HeaderMap::new();
            if let Some(accept) = accept {
                headers.insert(header::ACCEPT, accept.parse().unwrap());
            }
            assert_eq!(is_looked_at(&headers), expected, "{accept:?}");
        }
    }
}
