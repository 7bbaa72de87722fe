//! The preview server: keeps the register in memory and renders the page that is asked for when
//! it is asked for, with the same code that `build` runs.
//!
//! It answers this machine only, and serves nothing that is not the site's.

mod preview;
mod watch;

pub use preview::{Preview, ReadState};

use crate::disk::DiskError;
use crate::history::HistoryError;
use crate::problem::Problem;
use crate::render::ThemeError;
use crate::site::SiteError;
use crate::source::Sources;
use axum::body::Body;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use preview::Answer;
use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use tokio::net::TcpListener;

/// Where the preview listens when nobody asked for a port.
const USUAL_PORT: u16 = 4747;

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
    Io(io::Error),
    Watch(notify::Error),
    Disk(DiskError),
    History(HistoryError),
    Theme(ThemeError),
    Site(SiteError),
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Port { port, source } => write!(f, "cannot listen on port {port}: {source}"),
            Self::Io(error) => error.fmt(f),
            Self::Watch(error) => write!(f, "cannot watch the files: {error}"),
            Self::Disk(error) => error.fmt(f),
            Self::History(error) => error.fmt(f),
            Self::Theme(error) => error.fmt(f),
            Self::Site(error) => error.fmt(f),
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

/// Serves `preview` until the process ends, telling `report` what happens.
///
/// # Errors
/// A port that can't be used, or a watch that can't be set up.
pub fn run(
    preview: Preview,
    port: Option<u16>,
    report: &(dyn Fn(Event<'_>) + Sync),
) -> Result<(), ServeError> {
    let preview = Arc::new(preview);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let listener = runtime.block_on(listen(port))?;
    let url = format!("http://{}{}", listener.local_addr()?, preview.base_path());
    std::thread::scope(|scope| {
        let watched = Arc::clone(&preview);
        let mut watcher = watch::start(preview.root())?;
        scope.spawn(move || watcher.follow(&watched, report));
        report(Event::Ready { url });
        let app = axum::Router::new().fallback(get(move |uri: Uri, headers: HeaderMap| {
            answer(preview, uri, headers)
        }));
        Ok(runtime.block_on(async { axum::serve(listener, app).await })?)
    })
}

async fn listen(port: Option<u16>) -> Result<TcpListener, ServeError> {
    let on = |port: u16| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    match port {
        Some(port) => on(port)
            .await
            .map_err(|source| ServeError::Port { port, source }),
        None => match on(USUAL_PORT).await {
            Ok(listener) => Ok(listener),
            Err(_) => Ok(on(0).await?),
        },
    }
}

async fn answer(preview: Arc<Preview>, uri: Uri, headers: HeaderMap) -> Response {
    if !is_this_machine(&headers) {
        return (StatusCode::FORBIDDEN, "403").into_response();
    }
    match preview.answer(uri.path()) {
        Answer::Page {
            status,
            media_type,
            bytes,
        } => {
            let no_store = (header::CACHE_CONTROL, "no-store");
            let content_type = (header::CONTENT_TYPE, media_type);
            (status, [no_store, content_type], Body::from(bytes)).into_response()
        }
        // A permanent one would outlive this site in the browser: others use the port later.
        Answer::Elsewhere(path) => Redirect::temporary(&path).into_response(),
        Answer::Failed(message) => (StatusCode::INTERNAL_SERVER_ERROR, message).into_response(),
    }
}

/// A page of another site must not read this one through a name that leads here (DNS
/// rebinding): only this machine's own names are answered.
fn is_this_machine(headers: &HeaderMap) -> bool {
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .unwrap_or_default();
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    matches!(name, "localhost" | "127.0.0.1" | "[::1]")
}
