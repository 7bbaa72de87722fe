//! What a server meets whose port others reach: requests as no browser writes them, many of them, and slow ones. Each
//! request here was written for this suite.

use super::Preview;
use crate::common::browser::Server;
use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::sync::Mutex;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Stands in files that nobody may be given.
const SECRET: &str = "rahasia-yang-tidak-diterbitkan";

/// Longer than a server waits for anybody.
const PATIENCE: Duration = Duration::from_secs(20);

/// More than the program takes for a small site, whatever is asked of it, in KiB.
const MOST_MEMORY: u64 = 300 << 10;

/// How much was tried, by kind: into the file that `ATTACKS_JSON` names.
static TRIED: Mutex<BTreeMap<&str, usize>> = Mutex::new(BTreeMap::new());

fn tried(kind: &'static str, times: usize) {
    let mut tried = TRIED.lock().unwrap();
    *tried.entry(kind).or_default() += times;
    if let Some(file) = std::env::var_os("ATTACKS_JSON") {
        let total: usize = tried.values().sum();
        let told = serde_json::json!({ "suite": "serve", "passed": total, "failed": 0, "requests": &*tried });
        fs::write(file, format!("{told:#}\n")).unwrap();
    }
}

/// A site with a secret beside its sources, and one among them that is not published.
fn preview() -> Preview {
    let preview = Preview::new();
    fs::write(preview.root.path().join("rahasia.txt"), SECRET).unwrap();
    fs::write(preview.file(".rahasia.txt"), SECRET).unwrap();
    preview
}

/// Everything that is answered to these bytes, until the server ends it.
fn sent(server: &Server, bytes: &[u8]) -> Vec<u8> {
    let mut stream = TcpStream::connect(&server.host).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    // A server that has heard enough closes while more is said.
    let _ = stream.write_all(bytes);
    let mut answer = Vec::new();
    let mut piece = [0; 4096];
    loop {
        match stream.read(&mut piece) {
            Ok(0) => return answer,
            Ok(read) => answer.extend_from_slice(&piece[..read]),
            Err(error) if error.kind() == ErrorKind::ConnectionReset => return answer,
            Err(error) => panic!("{error}: {}", String::from_utf8_lossy(bytes)),
        }
    }
}

fn status(answer: &[u8]) -> Option<u16> {
    let line = answer.strip_prefix(b"HTTP/1.")?;
    String::from_utf8_lossy(line.get(2..5)?).parse().ok()
}

fn head(answer: &[u8]) -> String {
    let text = String::from_utf8_lossy(answer).into_owned();
    text.split("\r\n\r\n")
        .next()
        .unwrap_or_default()
        .to_lowercase()
}

/// The request for a path as it is written, and nothing after it.
fn get(server: &Server, path: &[u8]) -> Vec<u8> {
    let host = format!(
        " HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
        server.host
    );
    [b"GET ", path, host.as_bytes()].concat()
}

/// The site is there, nothing of the program broke, and it has taken no more memory than it may.
fn is_well(server: &Server) {
    assert_eq!(server.get("/").status, 200);
    let said = server.said();
    assert!(
        !said.contains("panic") && !said.contains("pantau sendiri"),
        "{said}"
    );
    if let Some(kibibytes) = server.peak_memory() {
        assert!(kibibytes < MOST_MEMORY, "{kibibytes} KiB");
    }
}

#[test]
fn no_path_leads_out_of_the_site() {
    let preview = preview();
    let ups = [
        "../",
        "..%2f",
        "..%2F",
        "%2e%2e/",
        "%2e%2e%2f",
        ".%2e/",
        "%2e./",
        "..\\",
        "..%5c",
        "%2e%2e%5c",
        "%252e%252e/",
        "%252e%252e%252f",
        "..%c0%af",
        "%c0%ae%c0%ae/",
        "..%e0%80%af",
        "..;/",
        "....//",
        "..%00/",
        "..%01/",
        "..%u2215",
        "..%ef%bc%8f",
        "%uff0e%uff0e/",
        ".../",
        "./../",
        "/../",
        "//..//",
    ];
    let froms = [
        "/",
        "/media/",
        "/kelola/",
        "/_pantau/",
        "/pejabat/sari/",
        "//",
        "/\\",
        "/en/",
    ];
    let ends = [
        "rahasia.txt",
        "content/situs.yml",
        "content/.rahasia.txt",
        ".rahasia.txt",
        "etc/passwd",
        "proc/self/environ",
    ];
    let mut paths: Vec<String> = Vec::new();
    for from in froms {
        for end in ends {
            paths.extend([from.to_owned() + end, format!("file://{from}{end}")]);
            for up in ups {
                paths.extend([1, 2, 7].map(|times| from.to_owned() + &up.repeat(times) + end));
            }
        }
    }
    for path in &paths {
        let answer = sent(&preview.server, &get(&preview.server, path.as_bytes()));
        let text = String::from_utf8_lossy(&answer);
        for secret in [SECRET, "root:x:", "base_url:", "PATH="] {
            assert!(!text.contains(secret), "{path}: {text}");
        }
        let status = status(&answer);
        assert!(
            matches!(status, Some(400 | 403 | 404 | 307)),
            "{path}: {status:?}"
        );
    }
    tried("paths", paths.len());
    is_well(&preview.server);
}

#[test]
fn a_name_that_leads_here_is_no_name_of_this_server() {
    let preview = preview();
    let port = preview.server.host.rsplit(':').next().unwrap();
    let hosts = [
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "127.0.0.1@evil.example",
        "evil.example#127.0.0.1",
        "evil.example, 127.0.0.1",
        "127.0.0.1 evil.example",
        "0.0.0.0",
        "127.1",
        "2130706433",
        "0x7f.1",
        "127.0.0.2",
        "[::]",
        "[::ffff:127.0.0.1]",
        "localhost.",
        "LOCALHOST.evil",
        "",
        " ",
        "127.0.0.1:80:80x",
        "ⓛocalhost",
        "192.168.1.5",
        "169.254.169.254",
    ];
    let paths = [
        "/",
        "/_pantau/events?path=/&mark=0",
        "/_pantau/live.js",
        "/data/",
        "/tiada",
    ];
    for host in hosts {
        for path in paths {
            let host = if host.is_empty() {
                String::new()
            } else {
                format!("{host}:{port}")
            };
            let request =
                format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
            let answer = sent(&preview.server, request.as_bytes());
            assert!(
                matches!(status(&answer), Some(400 | 403)),
                "{host}: {}",
                head(&answer)
            );
            assert!(!head(&answer).contains("access-control"), "{host}");
        }
    }
    let own = &preview.server.host;
    let twice = [
        format!("GET / HTTP/1.1\r\nHost: {own}\r\nHost: evil.example\r\nConnection: close\r\n\r\n"),
        format!("GET / HTTP/1.1\r\nHost: evil.example\r\nHost: {own}\r\nConnection: close\r\n\r\n"),
        format!("GET http://evil.example/ HTTP/1.1\r\nHost: {own}\r\nConnection: close\r\n\r\n"),
        format!(
            "GET http://evil.example:{port}/ HTTP/1.1\r\nHost: {own}\r\nConnection: close\r\n\r\n"
        ),
        "GET / HTTP/1.1\r\nConnection: close\r\n\r\n".to_owned(),
        "GET / HTTP/1.0\r\n\r\n".to_owned(),
    ];
    for request in &twice {
        let answer = sent(&preview.server, request.as_bytes());
        assert!(
            matches!(status(&answer), Some(400 | 403)),
            "{request}: {}",
            head(&answer)
        );
    }
    // The whole address of this server is its own.
    let whole = format!("GET http://{own}/ HTTP/1.1\r\nHost: {own}\r\nConnection: close\r\n\r\n");
    assert_eq!(status(&sent(&preview.server, whole.as_bytes())), Some(200));
    tried("hosts", hosts.len() * paths.len() + twice.len() + 1);
    is_well(&preview.server);
}

#[test]
fn a_line_that_somebody_puts_into_a_path_becomes_no_header() {
    let preview = preview();
    let breaks = [
        "%0d%0aSet-Cookie:%20a=b",
        "%0aSet-Cookie:a=b",
        "%0d%0a%0d%0a<script>",
        "%E5%98%8A%E5%98%8DSet-Cookie:a=b",
        "\rSet-Cookie:a=b",
        "\nSet-Cookie: a=b",
        "\r\nSet-Cookie: a=b",
        "\u{560a}\u{560d}Set-Cookie:a",
        "%00",
        "\0",
        "\u{7f}",
        "\u{b}",
        "%23%0aLocation:%20//evil.example",
    ];
    // The second would be sent to its folder; the others to the site, or nowhere.
    let paths = [
        "/",
        "/pejabat/sari",
        "//evil.example",
        "/\\evil.example",
        "/pejabat/sari/..//evil.example",
        "/%2f%2fevil.example",
    ];
    let mut requests = 0;
    for path in paths {
        for injected in breaks.iter().chain(&[""]) {
            for path in [
                format!("{path}{injected}"),
                format!("{path}?a={injected}"),
                format!("{injected}{path}"),
            ] {
                let answer = sent(&preview.server, &get(&preview.server, path.as_bytes()));
                let head = head(&answer);
                assert!(
                    !head.contains("\nset-cookie") && !head.contains("\r\n\r"),
                    "{path:?}: {head}"
                );
                let location = head
                    .lines()
                    .find_map(|line| line.strip_prefix("location: "));
                let is_own = |to: &str| {
                    to.starts_with('/') && !to.starts_with("//") && !to.starts_with("/\\")
                };
                assert!(location.is_none_or(is_own), "{path:?}: {head}");
                requests += 1;
            }
        }
    }
    let sari = sent(&preview.server, &get(&preview.server, b"/pejabat/sari"));
    assert!(head(&sari).contains("location: /pejabat/sari/"));
    tried("injections", requests + 1);
    is_well(&preview.server);
}

#[test]
fn what_is_no_request_is_refused_and_ends() {
    let preview = preview();
    let own = format!("Host: {}\r\n", preview.server.host);
    let close = "Connection: close\r\n\r\n";
    let refused: [Vec<u8>; 16] = [
        b"GET /\r\n\r\n".into(),
        b"GET / HTTP/0.9\r\n\r\n".into(),
        format!("GET / HTTP/3.0\r\n{own}{close}").into(),
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".into(),
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"
            .iter()
            .copied()
            .chain([0; 600])
            .collect(),
        vec![0; 64],
        vec![0xff; 64],
        b"\r\n\r\n\r\n\r\nhalo\r\n\r\n".into(),
        format!("GET  / HTTP/1.1\r\n{own}{close}").into(),
        format!("GET / HTTP/1.1\r\n{own}a b: c\r\n{close}").into(),
        format!("GET / HTTP/1.1\r\n{own}a\0b: c\r\n{close}").into(),
        format!("GET / HTTP/1.1\r\n{own} folded: c\r\n{close}").into(),
        format!("GET / HTTP/1.1\r\n{own}Content-Length: -1\r\n{close}").into(),
        format!("GET / HTTP/1.1\r\n{own}Content-Length: 1\r\nContent-Length: 2\r\n{close}").into(),
        format!("GET / HTTP/1.1\r\n{own}Content-Length: 99999999999999999999999\r\n{close}").into(),
        format!("GET / HTTP/1.1\r\n{own}Transfer-Encoding: gzip\r\n{close}").into(),
    ];
    for request in &refused {
        let answer = sent(&preview.server, request);
        let status = status(&answer);
        assert!(
            answer.is_empty() || status.is_some_and(|s| s >= 400),
            "{request:?}: {}",
            head(&answer)
        );
    }
    let methods = [
        "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "get",
    ];
    for method in methods {
        let request = format!("{method} / HTTP/1.1\r\n{own}{close}");
        assert_eq!(
            status(&sent(&preview.server, request.as_bytes())),
            Some(405),
            "{method}"
        );
    }
    for target in ["CONNECT evil.example:443", "OPTIONS *"] {
        let request = format!("{target} HTTP/1.1\r\n{own}{close}");
        let answer = sent(&preview.server, request.as_bytes());
        assert!(
            status(&answer).is_some_and(|s| s >= 400),
            "{target}: {}",
            head(&answer)
        );
    }
    tried("malformed", refused.len() + methods.len() + 2);
    is_well(&preview.server);
}

/// Several requests in one breath are answered one after the other; what stands in the body of one is none.
#[test]
fn requests_that_come_together_are_kept_apart() {
    let preview = preview();
    let own = format!("Host: {}\r\n", preview.server.host);
    let last = format!("GET /tiada HTTP/1.1\r\n{own}Connection: close\r\n\r\n");
    let many = format!("GET /metode/ HTTP/1.1\r\n{own}\r\n").repeat(200) + &last;
    let answers = String::from_utf8_lossy(&sent(&preview.server, many.as_bytes())).into_owned();
    assert_eq!(answers.matches("HTTP/1.1 200 OK").count(), 200);
    assert_eq!(answers.matches("HTTP/1.1 404").count(), 1);
    let hidden = format!("GET /hidden HTTP/1.1\r\n{own}\r\n");
    let smuggled = [
        format!(
            "GET / HTTP/1.1\r\n{own}Content-Length: {}\r\n\r\n{hidden}{last}",
            hidden.len()
        ),
        format!(
            "GET / HTTP/1.1\r\n{own}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n{last}"
        ),
        format!(
            "GET / HTTP/1.1\r\n{own}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG{last}"
        ),
        format!(
            "GET / HTTP/1.1\r\n{own}Transfer-Encoding: xchunked\r\nContent-Length: 3\r\n\r\nabc{last}"
        ),
        format!("GET / HTTP/1.1\r\n{own}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n{last}"),
        format!(
            "GET / HTTP/1.1\r\n{own}Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nabc{last}"
        ),
        format!("GET / HTTP/1.1\r\n{own}Transfer-Encoding: chunked\r\n\r\nzz\r\n{last}"),
    ];
    for request in &smuggled {
        let answers =
            String::from_utf8_lossy(&sent(&preview.server, request.as_bytes())).into_owned();
        assert!(
            answers.matches("HTTP/1.1 ").count() <= 2,
            "{request}: {answers}"
        );
    }
    tried("pipelined", 201 + smuggled.len());
    is_well(&preview.server);
}

#[test]
fn a_request_that_is_too_large_is_not_kept() {
    let preview = preview();
    let own = format!("Host: {}\r\n", preview.server.host);
    let million = "a".repeat(1 << 20);
    let many: String = (0..20_000).map(|n| format!("a{n}: b\r\n")).collect();
    let large = [
        format!("GET /{million} HTTP/1.1\r\n{own}\r\n"),
        format!("GET /?{million} HTTP/1.1\r\n{own}\r\n"),
        format!("{million} / HTTP/1.1\r\n{own}\r\n"),
        format!("GET / HTTP/1.1\r\n{own}A: {million}\r\n\r\n"),
        format!("GET / HTTP/1.1\r\n{own}{million}: a\r\n\r\n"),
        format!("GET / HTTP/1.1\r\n{own}{many}\r\n"),
        million.clone(),
    ];
    for request in &large {
        let answer = sent(&preview.server, request.as_bytes());
        let status = status(&answer);
        assert!(
            answer.is_empty() || matches!(status, Some(400 | 414 | 431)),
            "{status:?}"
        );
    }
    // A body is never waited for.
    for length in ["1000000000000", "4294967296", "10"] {
        let head = format!("GET / HTTP/1.1\r\n{own}Content-Length: {length}\r\n\r\n");
        let before = Instant::now();
        let answer = sent(&preview.server, format!("{head}abc").as_bytes());
        assert_eq!(status(&answer), Some(200));
        assert!(before.elapsed() < PATIENCE, "{length}");
    }
    tried("oversized", large.len() + 3);
    is_well(&preview.server);
}

/// Who says a letter at a time, who says nothing, and who has said everything and stays.
#[test]
fn a_slow_request_is_left() {
    let preview = preview();
    let begun = format!("GET / HTTP/1.1\r\nHost: {}\r\nA: ", preview.server.host);
    let whole = format!(
        "GET /metode/ HTTP/1.1\r\nHost: {}\r\n\r\n",
        preview.server.host
    );
    let mut slow: Vec<(TcpStream, bool)> = Vec::new();
    for text in [&*begun, "", "G", &whole] {
        let mut stream = TcpStream::connect(&preview.server.host).unwrap();
        stream.write_all(text.as_bytes()).unwrap();
        stream.set_nonblocking(true).unwrap();
        slow.push((stream, text == begun));
    }
    let before = Instant::now();
    let mut piece = [0; 1 << 16];
    while !slow.is_empty() {
        assert!(
            before.elapsed() < PATIENCE,
            "{} are still heard",
            slow.len()
        );
        slow.retain_mut(|(stream, goes_on)| {
            let is_gone = *goes_on && stream.write_all(b"a").is_err();
            let is_over = match stream.read(&mut piece) {
                Ok(read) => read == 0,
                Err(error) => error.kind() != ErrorKind::WouldBlock,
            };
            !is_gone && !is_over
        });
        sleep(Duration::from_millis(100));
    }
    tried("slow", 4);
    is_well(&preview.server);
}

/// `many` connections at once: those that ask, and do not read what they are answered, and those that say nothing.
/// As many files, and so connections, as the system allows at all: the usual limit of 1,024 is that of all tests
/// together, which run in one process.
#[cfg(target_os = "linux")]
fn raise_limit_of_open_files() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let Rlimit { maximum, .. } = getrlimit(Resource::Nofile);
    let most = Rlimit {
        current: maximum,
        maximum,
    };
    setrlimit(Resource::Nofile, most).unwrap();
}

#[cfg(not(target_os = "linux"))]
fn raise_limit_of_open_files() {}

fn crowd(many: usize) {
    raise_limit_of_open_files();
    let preview = preview();
    let request = get(&preview.server, b"/metode/");
    let mut asking = Vec::new();
    for _ in 0..many {
        let mut stream = TcpStream::connect(&preview.server.host).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(&request).unwrap();
        asking.push(stream);
    }
    let mut answered = 0;
    for mut stream in asking {
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        answered += usize::from(status(&answer) == Some(200));
    }
    assert_eq!(answered, many);
    is_well(&preview.server);
    let silent: Vec<TcpStream> = (0..many.min(1_000))
        .map(|_| TcpStream::connect(&preview.server.host).unwrap())
        .collect();
    // They are left, and then others are heard.
    is_well(&preview.server);
    drop(silent);
    is_well(&preview.server);
    tried("at once", many + many.min(1_000));
}

#[test]
fn a_thousand_connections_at_once_are_answered() {
    crowd(1_000);
}

#[test]
#[ignore = "ten thousand connections need as many open files (`ulimit -Hn`), and some time"]
fn ten_thousand_requests_in_flight_are_answered() {
    crowd(10_000);
}

/// Large files that are asked for and not read are not all kept in memory.
#[test]
fn who_reads_nothing_of_a_large_file_takes_little() {
    let preview = preview();
    let film = [b"\x1aE\xdf\xa3".as_slice(), &vec![7; 12 << 20]].concat();
    fs::create_dir_all(preview.file("media")).unwrap();
    fs::write(preview.file("media/film.webm"), &film).unwrap();
    let path = b"/media/film.webm";
    let request = get(&preview.server, path);
    crate::common::browser::until("the film", || {
        status(&sent(&preview.server, &request)) == Some(200)
    });
    let unread: Vec<TcpStream> = (0..100)
        .map(|_| {
            let mut stream = TcpStream::connect(&preview.server.host).unwrap();
            stream.write_all(&request).unwrap();
            stream
        })
        .collect();
    is_well(&preview.server);
    let refused = sent(&preview.server, &request);
    assert_eq!(status(&refused), Some(503), "{}", head(&refused));
    drop(unread);
    crate::common::browser::until("it is read", || {
        let answer = sent(&preview.server, &request);
        status(&answer) == Some(200) && answer.ends_with(&film)
    });
    tried("unread", 102);
    is_well(&preview.server);
}
