//! Connections: how many there are at once, how long one may take, and how much of large answers is in memory.
//!
//! A preview is for one person. Whoever opens thousands of connections, or says a letter a minute, takes room from
//! nobody for long.

use super::ServeError;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream::unfold;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_io_timeout::TimeoutStream;

/// Connections at once. A browser opens six to a host, and one more for each page that stands open. More wait in the
/// queue of the system, so that this process keeps below the files that it may open (often 1,024).
const MOST_CONNECTIONS: usize = 512;

/// How long the head of a request may take, from when it could begin.
const HEAD_TAKES: Duration = Duration::from_secs(5);

/// How long a reader may take nothing of an answer.
const READER_PAUSES: Duration = Duration::from_secs(30);

/// More than a browser says before its request is over, in bytes.
const MOST_HEAD_BYTES: usize = 32 << 10;

/// Answers that are made at the same time; others wait.
pub(super) const MOST_MADE: usize = 4;

/// What is larger, in bytes, has to go out before another is taken on: a table of all may have hundreds of megabytes.
const LARGE: usize = 1 << 20;
const MOST_LARGE: usize = 4;

/// In what pieces a large answer goes out, in bytes.
const PIECE: usize = 64 << 10;

/// Answers whoever connects, until the process ends.
pub(super) async fn serve(listener: TcpListener, app: Router) -> Result<(), ServeError> {
    let room = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    loop {
        let place = Arc::clone(&room).acquire_owned().await;
        let place = place.map_err(std::io::Error::other)?;
        match listener.accept().await {
            Ok((stream, _)) => {
                let app = app.clone();
                tokio::spawn(async move {
                    converse(stream, app).await;
                    drop(place);
                });
            }
            // One that is gone again, or too many open files: the next may be had.
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

/// Answers one connection until it ends, for whatever reason: nobody is there to hear of it.
async fn converse(stream: TcpStream, app: Router) {
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(READER_PAUSES));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(HEAD_TAKES)
        .max_buf_size(MOST_HEAD_BYTES);
    let stream = TokioIo::new(Box::pin(stream));
    let _ = http
        .serve_connection(stream, TowerToHyperService::new(app))
        .await;
}

/// How many large answers may be on their way.
#[derive(Clone, Debug)]
pub(super) struct Large(Arc<Semaphore>);

impl Default for Large {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(MOST_LARGE)))
    }
}

impl Large {
    /// `bytes` as they are, or in pieces where they are many; `None` where too many such are on their way.
    pub fn body(&self, bytes: Vec<u8>) -> Option<Body> {
        if bytes.len() <= LARGE {
            return Some(Body::from(bytes));
        }
        let place = Arc::clone(&self.0).try_acquire_owned().ok()?;
        Some(in_pieces(bytes.into(), place))
    }
}

/// That it is to be asked again.
pub(super) fn busy() -> Response {
    let again = (header::RETRY_AFTER, HeaderValue::from_static("1"));
    (StatusCode::SERVICE_UNAVAILABLE, [again], "503").into_response()
}

/// The place is free again when the last piece was taken, or the reader is gone.
fn in_pieces(bytes: Bytes, place: OwnedSemaphorePermit) -> Body {
    let pieces = unfold((bytes, place), |(mut rest, place)| async move {
        (!rest.is_empty()).then(|| {
            let piece = rest.split_to(rest.len().min(PIECE));
            (Ok::<_, Infallible>(piece), (rest, place))
        })
    });
    Body::from_stream(pieces)
}
