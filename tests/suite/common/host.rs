//! A host of published sites, with just enough of HTTP/1.1 to be asked for pages.

use super::Tree;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{sleep, spawn};
use std::time::Duration;

/// What a server answers to `GET path`.
pub enum Reply {
    Page(u16, Vec<u8>),
    Redirect(String),
    /// A body that is announced and does not come.
    Silence,
}

/// Just enough of HTTP/1.1 to be asked for pages.
pub struct Server {
    /// `http://127.0.0.1:4747/`.
    pub address: String,
    /// How many requests were answered at once, at most.
    pub most_at_once: Arc<AtomicUsize>,
}

impl Server {
    pub fn start(reply: impl Fn(&str) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/", listener.local_addr().unwrap());
        let reply: Arc<dyn Fn(&str) -> Reply + Send + Sync> = Arc::new(reply);
        let most_at_once = Arc::new(AtomicUsize::new(0));
        let (most, now) = (Arc::clone(&most_at_once), Arc::new(AtomicUsize::new(0)));
        // It ends with the test.
        spawn(move || {
            for stream in listener.incoming() {
                let (reply, most, now) = (Arc::clone(&reply), Arc::clone(&most), Arc::clone(&now));
                spawn(move || {
                    // Over before the last byte is sent: whoever has it may ask again at once.
                    let counted = |path: &str| {
                        most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        let reply = reply(path);
                        now.fetch_sub(1, Ordering::SeqCst);
                        reply
                    };
                    answer(stream.unwrap(), &counted);
                });
            }
        });
        Self {
            address,
            most_at_once,
        }
    }
}

fn answer(mut stream: TcpStream, reply: &dyn Fn(&str) -> Reply) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
    let Some(Ok(request)) = lines.next() else {
        return;
    };
    while lines.next().is_some_and(|line| !line.unwrap().is_empty()) {}
    let (status, extra, body) = match reply(request.split(' ').nth(1).unwrap()) {
        Reply::Page(status, body) => (status, String::new(), body),
        Reply::Redirect(to) => (308, format!("Location: {to}\r\n"), Vec::new()),
        Reply::Silence => {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n");
            return sleep(Duration::from_secs(10));
        }
    };
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status} X\r\n{extra}Content-Length: {length}\r\nConnection: close\r\n\r\n"
    );
    // Whoever asked may have seen enough.
    let _ = stream.write_all(head.as_bytes());
    let _ = stream.write_all(&body);
}

/// A host as many are: no page by the name of its file, an error's own page with its status.
pub fn host(files: &Tree, path: &str) -> Reply {
    let below = path.strip_prefix("/repo/").unwrap_or("");
    if let Some(folder) = below.strip_suffix("index.html") {
        return Reply::Redirect(format!("/repo/{folder}"));
    }
    let file = match below {
        folder if folder.is_empty() || folder.ends_with('/') => format!("{folder}index.html"),
        file => file.to_owned(),
    };
    match files.get(&file) {
        Some(bytes) if file.ends_with("404.html") => Reply::Page(404, bytes.clone()),
        Some(bytes) => Reply::Page(200, bytes.clone()),
        None => Reply::Page(404, files["404.html"].clone()),
    }
}

/// Serves the files of a published tree below `repo/`.
pub fn hosted(files: Tree) -> Server {
    Server::start(move |path| {
        sleep(Duration::from_millis(5));
        host(&files, path)
    })
}
