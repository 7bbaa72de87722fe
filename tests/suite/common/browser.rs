//! A server of the program's, and just enough of HTTP/1.1 to ask it for pages.

use super::pantau;
use std::io::{BufRead, BufReader, Lines, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{JoinHandle, sleep, spawn};
use std::time::{Duration, Instant};

/// Longer than anything takes that works.
const PATIENCE: Duration = Duration::from_secs(20);

/// `pantau serve`, ended when it is dropped.
pub struct Server {
    child: Child,
    /// Where the site stands: `127.0.0.1:4747`.
    pub host: String,
    /// The path it is mounted at.
    pub base: String,
    said: Arc<Mutex<String>>,
    listener: Option<JoinHandle<()>>,
}

/// What a request got.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    head: String,
    pub body: Vec<u8>,
}

impl Answer {
    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        let fields = self.head.lines().filter_map(|line| line.split_once(':'));
        let mut found = fields.filter(|(field, _)| field.eq_ignore_ascii_case(name));
        found.next().map(|(_, value)| value.trim())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Server {
    /// Serves the site at `root` as of `date` on a port that is free.
    pub fn start(root: &Path, date: &str) -> Self {
        Self::start_with(root, date, |_| {})
    }

    /// As [`Self::start`], with what `more` adds to the command.
    pub fn start_with(root: &Path, date: &str, more: impl Fn(&mut Command)) -> Self {
        let mut command = pantau();
        command.args(["serve", "--port", "0", "--date", date, "--root"]);
        more(command.arg(root));
        let mut child = command
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut errors = BufReader::new(child.stderr.take().unwrap()).lines();
        let mut before = String::new();
        let address = loop {
            let line = errors.next().unwrap_or_else(|| panic!("{before}")).unwrap();
            if let Some((_, rest)) = line.split_once("http://") {
                break rest.split(' ').next().unwrap().to_owned();
            }
            before += &line;
        };
        let (host, base) = address.split_once('/').unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        let heard = Arc::clone(&said);
        let listener = spawn(move || {
            for line in errors.map_while(Result::ok) {
                *heard.lock().unwrap() += &(line + "\n");
            }
        });
        Self {
            child,
            host: host.to_owned(),
            base: format!("/{base}"),
            said,
            listener: Some(listener),
        }
    }

    /// Everything it has said since it was ready.
    pub fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// The most memory that it has had so far, in KiB; `None` where the system does not say.
    pub fn peak_memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:"))?;
        line.trim().strip_suffix(" kB")?.parse().ok()
    }

    /// The answer to `GET path`, sent as it is written here.
    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, Some(&self.host))
    }

    /// The answer to a request with the name of any `host`, or of none.
    pub fn ask(&self, method: &str, path: &str, host: Option<&str>) -> Answer {
        let host = host.map_or_else(String::new, |host| format!("Host: {host}\r\n"));
        self.whole(&format!("{method} {path} HTTP/1.1\r\n{host}"))
    }

    /// The page at `path` as a browser opens it.
    pub fn opened(&self, path: &str) -> Answer {
        let host = &self.host;
        let accept = "text/html,application/xhtml+xml,*/*;q=0.8";
        self.whole(&format!(
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: {accept}\r\n"
        ))
    }

    fn whole(&self, head: &str) -> Answer {
        let mut bytes = Vec::new();
        self.send(head).read_to_end(&mut bytes).unwrap();
        answer(&bytes)
    }

    fn send(&self, head: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let request = format!("{head}Connection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        stream
    }

    /// What is told of the page at `path`, of which the browser has the version `mark`.
    pub fn channel(&self, path: &str, mark: &str) -> Channel {
        let (host, base) = (&self.host, &self.base);
        let stream = self.send(&format!(
            "GET {base}_pantau/events?path={path}&mark={mark} HTTP/1.1\r\nHost: {host}\r\n"
        ));
        Channel {
            lines: BufReader::new(stream).lines(),
        }
    }
}

/// Server-sent events of a page.
pub struct Channel {
    lines: Lines<BufReader<TcpStream>>,
}

impl Channel {
    /// The name and the data of the next event.
    pub fn next(&mut self) -> (String, String) {
        let mut name = String::new();
        loop {
            let line = self.lines.next().unwrap().unwrap();
            if let Some(event) = line.strip_prefix("event: ") {
                name = event.to_owned();
            } else if let Some(data) = line.strip_prefix("data: ") {
                return (name, data.to_owned());
            }
        }
    }
}

/// Takes an answer apart; its body has a length, for pages are rendered whole.
fn answer(bytes: &[u8]) -> Answer {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
    let end = end.unwrap_or_else(|| panic!("no HTTP: {}", String::from_utf8_lossy(bytes)));
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    let answer = Answer {
        status,
        body: bytes[end + 4..].to_vec(),
        head,
    };
    let length = answer.header("content-length").map(str::parse);
    assert_eq!(length, Some(Ok(answer.body.len())), "{}", answer.head);
    answer
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if let Some(listener) = self.listener.take() {
            let _ = listener.join();
        }
    }
}

/// Waits until `happened`; fails after a while, telling `what` did not happen.
pub fn until(what: &str, mut happened: impl FnMut() -> bool) {
    let started = Instant::now();
    while !happened() {
        assert!(started.elapsed() < PATIENCE, "never: {what}");
        sleep(Duration::from_millis(10));
    }
}
