//! A saved file shows in the browser by itself: what the added element, the stream of events and the
//! notices say.

#[path = "live/attacks.rs"]
mod attacks;

use crate::common::browser::{Channel, Server, until};
use crate::common::{build_command, copy_content, golden, pantau, repository, said};
use serde_json::Value;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;
use tempfile::TempDir;

const DAY: &str = "2026-08-01";
const PAGE: &str = "/pejabat/sari/";

/// A small site that can be changed, and its preview.
struct Preview {
    root: TempDir,
    server: Server,
}

impl Preview {
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        copy_content(&golden("minimal"), root.path());
        let server = Server::start(root.path(), DAY);
        Self { root, server }
    }

    fn file(&self, path: &str) -> PathBuf {
        self.root.path().join("content").join(path)
    }

    /// Writes `new` in the place of `old`.
    fn change(&self, path: &str, old: &str, new: &str) {
        let file = self.file(path);
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains(old), "{old} in {text}");
        fs::write(file, text.replace(old, new)).unwrap();
    }

    /// The channel of a page that was opened just now; its first notice is taken out.
    fn opened(&self, path: &str) -> (Channel, Value) {
        let mut channel = self.server.channel(path, &mark(&self.server, path));
        let (name, data) = channel.next();
        assert_eq!(name, "notice");
        (channel, serde_json::from_str(&data).unwrap())
    }
}

/// The element that a page has when a browser opens it.
fn element(server: &Server, path: &str) -> String {
    let text = server.opened(path).text();
    let start = text.find("<script defer src=").unwrap();
    let length = text[start..].find("</script>").unwrap();
    text[start..start + length + "</script>".len()].to_owned()
}

fn mark(server: &Server, path: &str) -> String {
    let element = element(server, path);
    let (_, rest) = element.split_once("data-mark=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

fn notice(channel: &mut Channel) -> Value {
    loop {
        let (name, data) = channel.next();
        if name == "notice" {
            return serde_json::from_str(&data).unwrap();
        }
    }
}

#[test]
fn a_page_opened_in_a_browser_is_the_built_one_but_for_one_element() {
    let preview = Preview::new();
    for path in ["/", PAGE, "/404.html", "/en/tiada/", "/sematkan/"] {
        let plain = preview.server.get(path);
        let opened = preview.server.opened(path);
        let element = element(&preview.server, path);
        assert!(element.contains("\"/_pantau/live.js\""), "{element}");
        assert_eq!(opened.text().matches(&element).count(), 1, "{path}");
        assert!(!plain.text().contains("_pantau"), "{path}");
        assert_eq!(opened.text().replace(&element, ""), plain.text(), "{path}");
        assert_eq!(opened.status, plain.status);
    }
    let style = preview.server.opened("/aset/gaya.css");
    assert!(!style.text().contains("_pantau"));
    let script = preview.server.get("/_pantau/live.js");
    assert_eq!(script.status, 200);
    assert_eq!(
        script.header("content-type"),
        Some("text/javascript; charset=utf-8")
    );
    assert_eq!(preview.server.get("/_pantau/live.css").status, 200);
    for path in ["/_pantau/", "/_pantau/tiada", "/_pantau/../situs.yml"] {
        assert_eq!(preview.server.get(path).status, 404, "{path}");
    }
    for host in ["evil.example", "127.0.0.1.evil.example"] {
        for path in ["/_pantau/live.js", "/_pantau/events?path=/&mark=0"] {
            let answer = preview.server.ask("GET", path, Some(host));
            assert_eq!(
                (answer.status, &*answer.text()),
                (403, "403"),
                "{host}{path}"
            );
        }
    }
}

#[test]
fn whoever_looks_at_a_page_hears_of_its_change_and_of_no_other() {
    let preview = Preview::new();
    let (mut channel, first) = preview.opened(PAGE);
    assert_eq!(first["level"], "fine");
    let (mut method, _) = preview.opened("/metode/");
    preview.change("pejabat/sari.yml", "Wulandari", "Kusuma");
    let (name, new) = channel.next();
    assert_eq!(name, "reload");
    assert_eq!(new, mark(&preview.server, PAGE));
    assert!(preview.server.get(PAGE).text().contains("Sari Kusuma"));
    // The whole site says the same: nothing more is told.
    until("the whole site", || {
        preview.server.said().contains("dibaca ulang")
    });
    assert_eq!(new, mark(&preview.server, PAGE));
    // Who comes late is told at once.
    let mut late = preview.server.channel(PAGE, "an-older-one");
    assert_eq!(late.next().0, "notice");
    assert_eq!(late.next(), ("reload".to_owned(), new));
    // The page on methods names nobody. The next it hears of is a mistake.
    preview.change("pejabat/sari.yml", "nama:", "nema:");
    assert_eq!(method.next().0, "notice");
}

#[test]
fn a_mistake_is_told_over_the_last_good_page_until_it_is_mended() {
    let preview = Preview::new();
    let good = preview.server.get(PAGE).text();
    let (mut channel, _) = preview.opened(PAGE);
    preview.change("hasil/2026/tw2/kepala.yml", "nilai:", "nilay:");
    let told = notice(&mut channel);
    assert_eq!(
        (&told["level"], &told["language"]),
        (&"errors".into(), &"id".into())
    );
    let problem = &told["problems"][0];
    let place = problem["place"].as_str().unwrap();
    assert!(
        place.starts_with("content/hasil/2026/tw2/kepala.yml, baris "),
        "{place}"
    );
    assert_eq!(problem["lines"][1]["marked"], "nilay");
    assert!(
        problem["help"].as_str().unwrap().contains("nilai"),
        "{problem}"
    );
    assert_eq!(preview.server.get(PAGE).text(), good);
    until("the terminal", || {
        preview.server.said().contains("kepala.yml:")
    });
    preview.change("hasil/2026/tw2/kepala.yml", "nilay:", "nilai:");
    let mut mended = notice(&mut channel);
    while mended["level"] == "errors" {
        mended = notice(&mut channel);
    }
    assert_eq!(mended["level"], "fine");
    assert_eq!(preview.server.get(PAGE).text(), good);
}

#[test]
fn a_preview_that_begins_with_an_error_waits_until_it_is_mended() {
    let root = tempfile::tempdir().unwrap();
    copy_content(&golden("minimal"), root.path());
    let file = root.path().join("content/pejabat/sari.yml");
    let good = fs::read_to_string(&file).unwrap();
    fs::write(&file, "nama: 'Sari").unwrap();
    let is_there = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            // Whenever it is that it begins to watch.
            for turn in 0.. {
                if is_there.load(Ordering::SeqCst) {
                    break;
                }
                thread::sleep(Duration::from_millis(100));
                fs::write(&file, format!("{good}# {turn}\n")).unwrap();
            }
        });
        let server = Server::start(root.path(), DAY);
        is_there.store(true, Ordering::SeqCst);
        assert!(server.get(PAGE).text().contains("Sari Wulandari"));
    });
}

/// Whenever it is that the files are read, and the watch begins.
#[test]
fn a_file_saved_while_the_preview_begins_is_seen() {
    for delay in (0..160).step_by(20) {
        let root = tempfile::tempdir().unwrap();
        copy_content(&golden("minimal"), root.path());
        let file = root.path().join("content/pejabat/sari.yml");
        let text = fs::read_to_string(&file).unwrap();
        let saving = thread::spawn(move || {
            thread::sleep(Duration::from_millis(delay));
            fs::write(&file, text.replace("Wulandari", "Kusuma")).unwrap();
        });
        let server = Server::start(root.path(), DAY);
        saving.join().unwrap();
        until("the new name", || {
            server.get(PAGE).text().contains("Sari Kusuma")
        });
    }
}

fn git(root: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).args([
        "-c",
        "user.name=Dinas",
        "-c",
        "user.email=dinas@example.go.id",
    ]);
    command
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1");
    let output = command.args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
}

fn committed(root: &Path) {
    git(root, &["add", "content"]);
    git(root, &["commit", "-q", "-m", "x"]);
}

/// The page of changes as `build` writes it.
fn built_record(root: &Path) -> String {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("out");
    let output = build_command(root, &out, DAY).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    fs::read_to_string(out.join("perubahan/index.html")).unwrap()
}

/// A commit changes no source: only the folder of git tells of it, wherever it lies.
#[test]
fn a_commit_shows_by_itself_also_with_a_saved_theme() {
    let folder = tempfile::tempdir().unwrap();
    let first = folder.path().join("first");
    copy_content(&golden("minimal"), &first);
    let settings = first.join("content/situs.yml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, text + "catatan_sejak: 2026-01-01\n").unwrap();
    git(&first, &["init", "-q"]);
    committed(&first);
    let second = folder.path().join("second");
    git(&first, &["worktree", "add", "-q", second.to_str().unwrap()]);
    for root in [first, second] {
        fs::create_dir_all(root.join("themes/default/templates")).unwrap();
        let server = Server::start(&root, DAY);
        let shows_the_built = |what: &str| {
            let built = built_record(&root);
            until(what, || server.get("/perubahan/").text() == built);
            built
        };
        let before = shows_the_built("the first commit");
        let official = root.join("content/pejabat/sari.yml");
        let text = fs::read_to_string(&official).unwrap();
        fs::write(&official, text.replace("Wulandari", "Kusuma")).unwrap();
        let saved = shows_the_built("a saved file");
        committed(&root);
        let after = shows_the_built("a commit");
        assert_ne!(saved, after);
        assert_ne!(before, after);
        // Both at once are one save.
        let text = fs::read_to_string(&official).unwrap();
        fs::write(&official, text.replace("Kusuma", "Lestari")).unwrap();
        let saved = shows_the_built("another saved file");
        git(&root, &["add", "content"]);
        let lost = "themes/default/templates/not_found.html";
        fs::copy(repository().join(lost), root.join(lost)).unwrap();
        committed(&root);
        assert_ne!(saved, shows_the_built("a commit and a theme"));
    }
}

/// Nothing is answered to who would change something or send much.
#[test]
fn only_reading_is_answered() {
    let preview = Preview::new();
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT"] {
        let answer = preview.server.ask(method, "/", Some("localhost"));
        assert_eq!(answer.status, 405, "{method}");
    }
    let mut stream = TcpStream::connect(&preview.server.host).unwrap();
    let head = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    stream.write_all(head.as_bytes()).unwrap();
    // A server that has answered may have closed the connection.
    let filler = format!("X-Filler: {}\r\n", "a".repeat(60_000));
    let all_taken = (0..20).all(|_| stream.write_all(filler.as_bytes()).is_ok());
    let mut answer = String::new();
    let read = stream.read_to_string(&mut answer);
    let is_refused = answer.starts_with("HTTP/1.1 431 ") || read.is_err() || !all_taken;
    assert!(is_refused, "{answer}");
    assert_eq!(preview.server.get("/").status, 200);
}

#[test]
fn another_address_is_listened_on_when_it_is_asked_for() {
    let root = golden("minimal");
    let server = Server::start_with(&root, DAY, |command| {
        command.args(["--host", "127.0.0.2"]);
    });
    assert!(server.host.starts_with("127.0.0.2:"), "{}", server.host);
    assert_eq!(server.get("/").status, 200);
    assert_eq!(server.ask("GET", "/", Some("evil.example")).status, 403);
    assert_eq!(server.ask("GET", "/", Some("127.0.0.3")).status, 403);
    let all = Server::start_with(&root, DAY, |command| {
        command.args(["--host", "0.0.0.0"]);
    });
    assert_eq!(all.ask("GET", "/", Some("127.0.0.3")).status, 200);
    assert_eq!(all.ask("GET", "/", Some("evil.example")).status, 403);
    until("a word of warning", || {
        all.said().contains("Orang lain di jaringan")
    });
}

#[test]
fn an_address_of_another_machine_is_refused_in_words() {
    let mut command = pantau();
    // One that stands for no machine (RFC 5737).
    command.args([
        "serve",
        "--host",
        "192.0.2.1",
        "--port",
        "4747",
        "--date",
        DAY,
        "--root",
    ]);
    let output = command.arg(golden("minimal")).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains("tidak dapat memakai alamat 192.0.2.1"),
        "{}",
        said(&output)
    );
}

/// Where no browser is found the terminal says where to go.
#[cfg(target_os = "linux")]
#[test]
fn the_browser_is_opened_when_it_is_asked_for() {
    use std::os::unix::fs::PermissionsExt;
    let bin = tempfile::tempdir().unwrap();
    let (opener, opened) = (bin.path().join("xdg-open"), bin.path().join("opened"));
    fs::write(
        &opener,
        format!("#!/bin/sh\necho \"$1\" > {}\n", opened.display()),
    )
    .unwrap();
    fs::set_permissions(&opener, fs::Permissions::from_mode(0o755)).unwrap();
    let server = Server::start_with(&golden("minimal"), DAY, |command| {
        command.arg("--open").env("PATH", bin.path());
    });
    let address = format!("http://{}/\n", server.host);
    until("the browser", || {
        fs::read_to_string(&opened).is_ok_and(|text| text == address)
    });
    let server = Server::start_with(&golden("minimal"), DAY, |command| {
        command.arg("--open").env("PATH", "/nowhere");
    });
    until("what to do instead", || {
        server.said().contains("Buka sendiri")
    });
}
