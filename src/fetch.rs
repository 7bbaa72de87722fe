//! The only room that asks other machines: it fetches published files over HTTP and HTTPS.
//!
//! It follows a redirection only within the host that was asked, keeps to limits of size and time,
//! and never judges what it has fetched. Nothing is sent but the address.

use std::fmt;
use std::io;
use std::time::{Duration, Instant};
use ureq::http::StatusCode;
use url::Url;

/// So many redirections lead to a file, or it is never found.
const MOST_REDIRECTIONS: usize = 5;

/// What a client puts up with.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The size of a file.
    pub bytes: u64,
    /// From the first request to the last byte, redirections among it.
    pub time: Duration,
}

/// Fetches files; to be used from any thread.
#[derive(Debug)]
pub struct Client {
    agent: ureq::Agent,
    limits: Limits,
}

/// What was found at an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fetched {
    Found(Vec<u8>),
    /// Nothing is there (404, 410); what the server shows instead.
    NotFound(Vec<u8>),
}

/// A file that could not be fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FetchError {
    pub url: String,
    pub reason: Reason,
}

/// Why a file could not be fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is redirected to another host, or from HTTPS to HTTP.
    Elsewhere {
        to: String,
    },
    Redirections,
    TooLarge {
        most: u64,
    },
    TooSlow {
        seconds: u64,
    },
    /// The server's answer is neither the file nor that there is none.
    Status(u16),
    /// As the network says it, in English.
    Network(String),
}

impl fmt::Display for FetchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.url)?;
        match &self.reason {
            Reason::Elsewhere { to } => write!(f, "redirected to {to}"),
            Reason::Redirections => f.write_str("redirected too often"),
            Reason::TooLarge { most } => write!(f, "larger than {most} bytes"),
            Reason::TooSlow { seconds } => write!(f, "took more than {seconds} s"),
            Reason::Status(status) => write!(f, "the server answers {status}"),
            Reason::Network(reason) => f.write_str(reason),
        }
    }
}

impl std::error::Error for FetchError {}

/// What one request gives.
enum Answer {
    Fetched(Fetched),
    Redirected(Url),
}

impl Client {
    pub fn new(limits: Limits) -> Self {
        let config = ureq::Agent::config_builder()
            .max_redirects(0)
            .http_status_as_error(false)
            // The environment is not asked here.
            .proxy(None)
            .user_agent(concat!("pantau/", env!("CARGO_PKG_VERSION")))
            .build();
        Self {
            agent: config.new_agent(),
            limits,
        }
    }

    /// The file at `url`.
    ///
    /// # Errors
    /// Anything but the file, or the server's word that there is none.
    pub fn get(&self, url: &str) -> Result<Fetched, FetchError> {
        let failed = |reason| FetchError {
            url: url.to_owned(),
            reason,
        };
        let network = |error: url::ParseError| failed(Reason::Network(error.to_string()));
        let mut next = Url::parse(url).map_err(network)?;
        let start = Instant::now();
        for _ in 0..=MOST_REDIRECTIONS {
            let left = self.limits.time.saturating_sub(start.elapsed());
            match self.ask(&next, left).map_err(failed)? {
                Answer::Fetched(fetched) => return Ok(fetched),
                Answer::Redirected(to) => next = to,
            }
        }
        Err(failed(Reason::Redirections))
    }

    /// One request, for which this much time is `left`.
    fn ask(&self, url: &Url, left: Duration) -> Result<Answer, Reason> {
        if left.is_zero() {
            return Err(self.too_slow());
        }
        let request = self.agent.get(url.as_str()).config();
        let asked = request.timeout_global(Some(left)).build().call();
        let mut response = asked.map_err(|error| self.reason(error))?;
        let status = response.status();
        if status.is_redirection() {
            let location = response.headers().get("location");
            let location = location.and_then(|location| location.to_str().ok());
            let to = location.and_then(|location| url.join(location).ok());
            let to = to.ok_or(Reason::Status(status.as_u16()))?;
            return redirected(url, to);
        }
        let body = response.body_mut().with_config().limit(self.limits.bytes);
        let bytes = body.read_to_vec().map_err(|error| self.reason(error))?;
        match status {
            StatusCode::OK => Ok(Answer::Fetched(Fetched::Found(bytes))),
            StatusCode::NOT_FOUND | StatusCode::GONE => {
                Ok(Answer::Fetched(Fetched::NotFound(bytes)))
            }
            other => Err(Reason::Status(other.as_u16())),
        }
    }

    fn reason(&self, error: ureq::Error) -> Reason {
        match error {
            ureq::Error::BodyExceedsLimit(most) => Reason::TooLarge { most },
            ureq::Error::Timeout(_) => self.too_slow(),
            ureq::Error::Io(error) if error.kind() == io::ErrorKind::TimedOut => self.too_slow(),
            other => Reason::Network(other.to_string()),
        }
    }

    fn too_slow(&self) -> Reason {
        Reason::TooSlow {
            seconds: self.limits.time.as_secs(),
        }
    }
}

/// A redirection within the host, which may be one from HTTP to HTTPS.
fn redirected(from: &Url, to: Url) -> Result<Answer, Reason> {
    let ports = (from.port_or_known_default(), to.port_or_known_default());
    let same_port = match (from.scheme(), to.scheme()) {
        ("http", "https") => ports.0 == ports.1 || ports == (Some(80), Some(443)),
        (one, other) => one == other && ports.0 == ports.1,
    };
    if same_port && from.host() == to.host() {
        return Ok(Answer::Redirected(to));
    }
    Err(Reason::Elsewhere { to: to.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redirection_leads_nowhere_else() {
        let table = [
            ("http://a.id/x", "/y", true),
            ("http://a.id/x/index.html", "./", true),
            ("http://a.id/x", "https://a.id/x", true),
            ("https://a.id/x", "http://a.id/x", false),
            ("https://a.id/x", "https://www.a.id/x", false),
            ("https://a.id/x", "//b.id/x", false),
            ("http://a.id/x", "http://a.id:8080/x", false),
            ("http://a.id:8080/x", "https://a.id/x", false),
            ("https://a.id/x", "file:///etc/passwd", false),
            ("https://a.id/x", "https://a.id@b.id/x", false),
        ];
        for (from, location, is_followed) in table {
            let from = Url::parse(from).unwrap();
            let to = from.join(location).unwrap();
            let found = redirected(&from, to);
            assert_eq!(found.is_ok(), is_followed, "{from} to {location}");
        }
    }
}
