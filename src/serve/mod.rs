//! The preview server: keeps the register in memory and renders the page that is asked for when
//! it is asked for, with the same code that `build` runs.
//!
//! It answers this machine only, unless another address was asked for, and serves nothing that is
//! not the site's. Whoever looks at a page sees it anew when it has changed, and what is wrong with
//! what was saved.

mod caught;
mod door;
mod live;
mod preview;
mod reading;
mod shown;
mod told;
mod traffic;
mod waiting;
mod watch;

pub use preview::Preview;
pub use reading::ReadState;
pub use waiting::until_sound;
pub use watch::Watch;

use crate::disk::DiskError;
use crate::history::HistoryError;
use crate::problem::Problem;
use crate::render::ThemeError;
use crate::site::SiteError;
use crate::source::Sources;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use door::Door;
use preview::Answer;
use std::fmt;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use traffic::Large;

/// Where the preview listens when nobody asked for a port.
pub const USUAL_PORT: u16 = 4747;

/// How often a server asks what day it is.
const DAY_IS_ASKED: Duration = Duration::from_secs(60);

/// What happens while the server runs.
#[derive(Debug)]
pub enum Event<'a> {
    Ready {
        url: String,
    },
    /// Files were saved and the site is new, though its makers should look at the warnings.
    Reloaded {
        files: String,
        milliseconds: u128,
        warnings: &'a [Problem],
        sources: &'a Sources,
    },
    /// Files were saved, but no site can be shown yet.
    NotYet {
        problems: &'a [Problem],
        sources: &'a Sources,
    },
    /// Files were saved, but the data have problems; the last good site stays.
    Problems {
        problems: &'a [Problem],
        sources: &'a Sources,
    },
    /// Files were saved, but the disk or the theme failed; the last good site stays.
    Failed(ServeError),
}

/// Why the preview can't run.
#[derive(Debug)]
pub enum ServeError {
    /// The port is taken, or may not be used.
    Port {
        port: u16,
        source: io::Error,
    },
    /// The address is none of this machine's.
    Address {
        address: IpAddr,
        source: io::Error,
    },
    Io(io::Error),
    Watch(notify::Error),
    Disk(DiskError),
    History(HistoryError),
    Theme(ThemeError),
    Site(SiteError),
    /// The program itself is wrong; its own words.
    Panicked(String),
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Port { port, source } => write!(f, "cannot listen on port {port}: {source}"),
            Self::Address { address, source } => {
                write!(f, "cannot listen on {address}: {source}")
            }
            Self::Io(error) => error.fmt(f),
            Self::Watch(error) => write!(f, "cannot watch the files: {error}"),
            Self::Disk(error) => error.fmt(f),
            Self::History(error) => error.fmt(f),
            Self::Theme(error) => error.fmt(f),
            Self::Site(error) => error.fmt(f),
            Self::Panicked(reason) => write!(f, "pantau itself failed: {reason}"),
        }
    }
}

impl std::error::Error for ServeError {}

macro_rules! serve_errors {
    ($($variant:ident($error:ty)),+ $(,)?) => {$(
        impl From<$error> for ServeError {
            fn from(error: $error) -> Self {
                Self::$variant(error)
            }
        }
    )+};
}

serve_errors! {
    Io(io::Error),
    Watch(notify::Error),
    Disk(DiskError),
    Theme(ThemeError),
    Site(SiteError),
}

/// Where a preview is to be had.
#[derive(Clone, Copy, Debug, Default)]
pub struct Listening {
    /// The address to listen on; by default this machine's own, which others can't reach.
    pub host: Option<IpAddr>,
    /// The port; by default the usual one, or any that is free.
    pub port: Option<u16>,
}

/// Serves `preview` until the process ends, telling `report` what happens. `watch` was begun before
/// its files were read, so that what was saved since is read too.
///
/// # Errors
/// An address or a port that can't be used.
pub fn run(
    preview: Preview,
    mut watch: Watch,
    listening: Listening,
    report: &(dyn Fn(Event<'_>) + Sync),
) -> Result<(), ServeError> {
    let preview = Arc::new(preview);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .max_blocking_threads(traffic::MOST_MADE)
        .enable_all()
        .build()?;
    let door = Door::new(listening.host);
    let listener = runtime.block_on(listen(door.address(), listening.port))?;
    let port = listener.local_addr()?.port();
    let url = format!("http://{}:{port}{}", door.host(), preview.base_path());
    std::thread::scope(|scope| {
        let watched = Arc::clone(&preview);
        scope.spawn(move || watch.follow(&watched, report));
        let followed = Arc::clone(&preview);
        scope.spawn(move || followed.follow(report));
        let dated = Arc::clone(&preview);
        scope.spawn(move || dated.turn_days(DAY_IS_ASKED, report));
        report(Event::Ready { url });
        let large = Large::default();
        let app = axum::Router::new().fallback(get(move |uri: Uri, headers: HeaderMap| {
            answer(preview, door, large, uri, headers)
        }));
        runtime.block_on(traffic::serve(listener, app))
    })
}

async fn listen(address: IpAddr, port: Option<u16>) -> Result<TcpListener, ServeError> {
    let on = |port: u16| TcpListener::bind(SocketAddr::from((address, port)));
    let refused = |port: u16| {
        move |source: io::Error| match source.kind() {
            io::ErrorKind::AddrNotAvailable => ServeError::Address { address, source },
            _ => ServeError::Port { port, source },
        }
    };
    match port {
        Some(port) => on(port).await.map_err(refused(port)),
        None => match on(USUAL_PORT).await {
            Ok(listener) => Ok(listener),
            Err(_) => on(0).await.map_err(refused(0)),
        },
    }
}

async fn answer(
    preview: Arc<Preview>,
    door: Door,
    large: Large,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    if !door.admits(&uri, &headers) {
        return (StatusCode::FORBIDDEN, "403").into_response();
    }
    if let Some(own) = live::answer(&preview, &uri) {
        return own;
    }
    let path = uri.path().to_owned();
    // Rendering takes a processor, on which other requests may wait.
    let rendered = tokio::task::spawn_blocking(move || {
        let (answer, moment) = preview.answer(&path);
        match live::is_looked_at(&headers) {
            true => live::with_client(answer, &moment),
            false => answer,
        }
    });
    match rendered.await {
        Ok(Answer::Page {
            status,
            media_type,
            bytes,
        }) => {
            let length = bytes.len();
            let Some(body) = large.body(bytes) else {
                return traffic::busy();
            };
            let no_store = (header::CACHE_CONTROL, "no-store");
            let content_type = (header::CONTENT_TYPE, media_type);
            let length = [(header::CONTENT_LENGTH, length)];
            (status, [no_store, content_type], length, body).into_response()
        }
        // A permanent one would outlive this site in the browser: others use the port later.
        Ok(Answer::Elsewhere(path)) => Redirect::temporary(&path).into_response(),
        Ok(Answer::Failed(message)) => (StatusCode::INTERNAL_SERVER_ERROR, message).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}
