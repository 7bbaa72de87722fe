//! A published site is compared with its sources, from a folder and over HTTP.

use crate::common::host::{Reply, Server, host, hosted};
use crate::common::{
    SAMPLE_DAY, Tree, build_command, copy_content, golden, pantau, repository, said, silently, tree,
};
use pantau::fetch::{Client, Fetched, Limits, Reason};
use pantau::format::Formats;
use pantau::model::Language;
use serde_json::Value;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::Ordering;
use std::time::Duration;

const DAY: &str = "2026-08-01";
const PAGE: &str = "pejabat/sari/index.html";

/// A published site and its sources.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        copy_content(&golden("minimal"), place.0.path());
        let media = place.0.path().join("content/media");
        fs::create_dir_all(&media).unwrap();
        fs::write(media.join("surat.txt"), "Surat\n").unwrap();
        silently(&mut build_command(place.0.path(), &place.public(), DAY));
        place
    }

    fn public(&self) -> PathBuf {
        self.0.path().join("public")
    }

    fn file(&self, path: &str) -> PathBuf {
        self.public().join(path)
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.file(path)).unwrap();
        assert!(text.contains(from), "{from} is not in {path}");
        fs::write(self.file(path), text.replacen(from, to, 1)).unwrap();
    }

    fn verify(&self, place: &str, options: &[&str]) -> Output {
        let mut command = pantau();
        command.arg("verify").arg(place).args(options);
        command.arg("--root").arg(self.0.path()).output().unwrap()
    }

    /// Exit code and everything that is said of the folder.
    fn told(&self, options: &[&str]) -> (Option<i32>, String) {
        told(&self.verify(self.public().to_str().unwrap(), options))
    }

    fn differences(&self) -> Vec<(String, String, bool)> {
        let output = self.verify(self.public().to_str().unwrap(), &["--format", "json"]);
        assert_eq!(output.status.code(), Some(1));
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        let differences = report["differences"].as_array().unwrap().iter();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        differences
            .map(|d| {
                let fits = d["fits_manifest"].as_bool().unwrap();
                (text(&d["path"]), text(&d["kind"]), fits)
            })
            .collect()
    }
}

fn told(output: &Output) -> (Option<i32>, String) {
    (output.status.code(), said(output))
}

#[test]
fn the_sample_site_is_what_its_sources_give() {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("public");
    silently(&mut build_command(repository(), &out, SAMPLE_DAY));
    let mut command = pantau();
    command
        .arg("verify")
        .arg(&out)
        .arg("--root")
        .arg(repository());
    let output = command.args(["--lang", "en"]).output().unwrap();
    let files = Formats::new(Language::English).count(tree(&out).len() as u64 - 2);
    let expected = format!(
        "{files} files in {} are byte for byte what the source files as they are give as of {SAMPLE_DAY}.\n",
        out.display()
    );
    assert_eq!(told(&output), (Some(0), expected));
}

#[test]
fn a_single_changed_digit_is_named_with_its_line() {
    let place = Place::new();
    place.edit(PAGE, "81", "87");
    let (code, told) = place.told(&["--lang", "en"]);
    assert_eq!(code, Some(1));
    let first: Vec<&str> = told.lines().take(4).collect();
    assert_eq!(first[0], format!("{PAGE}: not what the sources give"));
    let shown = |line: &str| -> String {
        let (place, text) = line.trim().split_once(": ").unwrap();
        assert!(place.starts_with("line "), "{line}");
        text.to_owned()
    };
    let (published, rebuilt) = (shown(first[1]), shown(first[2]));
    assert!(published.contains("87"), "{published}");
    assert_eq!(published.replacen("87", "81", 1), rebuilt);
    assert_eq!(first[3], "    does not agree with manifest.json either");
    assert!(told.contains("1 different, 0 missing, 0 not from the sources, 0 wrong in"));
    assert_eq!(
        place.differences(),
        [(PAGE.into(), "changed".into(), false)]
    );
}

#[test]
fn a_missing_an_extra_and_a_wrongly_listed_file_are_each_named() {
    let place = Place::new();
    fs::remove_file(place.file("opd/index.html")).unwrap();
    fs::remove_file(place.file("media/surat.txt")).unwrap();
    fs::create_dir(place.file("rahasia")).unwrap();
    fs::write(place.file("rahasia/index.html"), "<p>").unwrap();
    place.edit(
        "manifest.json",
        "\"robots.txt\",\"sha256\":\"",
        "\"tiada.txt\",\"sha256\":\"",
    );
    let expected = [
        ("media/surat.txt", "missing", false),
        ("opd/index.html", "missing", false),
        ("rahasia/index.html", "extra", false),
        ("robots.txt", "manifest", false),
        ("tiada.txt", "missing", false),
    ];
    let expected = expected.map(|(path, kind, fits)| (path.to_owned(), kind.to_owned(), fits));
    assert_eq!(place.differences(), expected);
}

/// Whoever changes a page and its fingerprint too is found out by the sources.
#[test]
fn a_manifest_that_was_changed_too_helps_nobody() {
    let place = Place::new();
    let fingerprint = |text: &[u8]| pantau::source::Fingerprint::of(text).sha256.to_string();
    let before = fingerprint(&fs::read(place.file(PAGE)).unwrap());
    place.edit(PAGE, "81", "87");
    let after = fingerprint(&fs::read(place.file(PAGE)).unwrap());
    place.edit("manifest.json", &before, &after);
    assert_eq!(place.differences(), [(PAGE.into(), "changed".into(), true)]);
}

#[test]
fn sources_that_say_something_else_are_seen_in_every_page_that_shows_it() {
    let place = Place::new();
    let person = place.0.path().join("content/pejabat/sari.yml");
    let text = fs::read_to_string(&person).unwrap();
    fs::write(&person, text.replace("Wulandari", "Kusuma")).unwrap();
    let paths: Vec<String> = place.differences().into_iter().map(|d| d.0).collect();
    for path in [PAGE, "index.html", "en/index.html"] {
        assert!(paths.iter().any(|found| found == path), "{path}: {paths:?}");
    }
    assert!(!paths.iter().any(|found| found == "metode/index.html"));
}

#[test]
fn another_version_makes_differences_no_surprise() {
    let place = Place::new();
    let version = concat!("\"pantau\": \"", env!("CARGO_PKG_VERSION"), "\"");
    place.edit("manifest.json", version, "\"pantau\": \"0.0.1\\u001b[2J\"");
    let (code, told) = place.told(&[]);
    assert_eq!(code, Some(0));
    assert!(told.contains("pantau 0.0.1\u{fffd}[2J,"), "{told:?}");
    assert!(told.contains("perbedaan wajar"), "{told}");
}

#[test]
fn what_can_not_be_compared_is_said_with_another_exit_code() {
    let place = Place::new();
    let (code, said) = place.told(&["--root"]);
    assert_eq!(code, Some(2), "{said}");

    let nothing = place.verify(place.0.path().join("content").to_str().unwrap(), &[]);
    assert!(told(&nothing).1.contains("tidak ada manifest.json di"));
    assert_eq!(nothing.status.code(), Some(2));

    let manifest = fs::read_to_string(place.file("manifest.json")).unwrap();
    for (from, to, why) in [
        ("\"format\": 1", "\"format\": 7", "format 7"),
        ("\"404.html\"", "\"../../etc/passwd\"", "../../etc/passwd"),
        ("\"bytes\":", "\"bytes\":9999999999", "9999999999"),
        ("{", "", "tidak terbaca"),
    ] {
        assert!(manifest.contains(from));
        fs::write(place.file("manifest.json"), manifest.replacen(from, to, 1)).unwrap();
        let (code, told) = place.told(&[]);
        assert_eq!(code, Some(2), "{to}: {told}");
        assert!(told.contains(why), "{to}: {told}");
    }
    fs::write(place.file("manifest.json"), manifest).unwrap();

    fs::write(place.0.path().join("content/opd/rusak.yml"), "tiada: 1\n").unwrap();
    let (code, told) = place.told(&[]);
    assert_eq!(code, Some(2));
    assert!(told.contains("content/opd/rusak.yml"), "{told}");
    assert!(told.ends_with("Tidak ada yang dibandingkan: sumbernya memuat kesalahan.\n"));
}

/// A site that records its changes, in a repository.
struct Recorded(Place);

impl Recorded {
    fn new() -> Self {
        let place = Place(tempfile::tempdir().unwrap());
        copy_content(&golden("minimal"), place.0.path());
        let site = place.0.path().join("content/situs.yml");
        let text = fs::read_to_string(&site).unwrap();
        fs::write(&site, format!("{text}catatan_sejak: 2026-01-20\n")).unwrap();
        let theme = place.0.path().join("themes/default");
        fs::create_dir_all(&theme).unwrap();
        fs::write(theme.join("style.css"), "p{}").unwrap();
        let media = place.0.path().join("content/media");
        fs::create_dir_all(&media).unwrap();
        fs::write(media.join("surat.txt"), "Surat\n").unwrap();
        fs::write(place.0.path().join(".gitignore"), "/public/\n").unwrap();
        let recorded = Self(place);
        recorded.git(&["init", "-q", "-b", "main"]);
        recorded.commit();
        recorded
    }

    fn git(&self, arguments: &[&str]) -> String {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=Dinas", "-c", "user.email=dinas@example.id"]);
        git.args(["-c", "commit.gpgsign=false"]).args(arguments);
        git.current_dir(self.0.0.path());
        for name in ["GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"] {
            git.env(name, "2026-01-12T09:00:00+07:00");
        }
        git.env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null");
        let output = git.output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    fn commit(&self) -> String {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", "data"]);
        self.git(&["rev-parse", "HEAD"])
    }

    fn build(&self) {
        let mut command = build_command(self.0.0.path(), &self.0.public(), DAY);
        // That nobody has frozen a quarter is warned of.
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
    }

    fn edit(&self, file: &str, from: &str, to: &str) {
        let file = self.0.0.path().join(file);
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains(from), "{from}");
        fs::write(file, text.replace(from, to)).unwrap();
    }

    fn report(&self) -> Value {
        let output = self
            .0
            .verify(self.0.public().to_str().unwrap(), &["--format", "json"]);
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", said(&output)))
    }

    fn is_the_same(&self, compared_with: &str) {
        let report = self.report();
        assert_eq!(report["differences"], Value::Array(Vec::new()));
        assert_eq!(report["notes"], Value::Array(Vec::new()));
        assert_eq!(report["compared_with"], compared_with);
    }
}

#[test]
fn a_site_is_compared_with_the_commit_that_it_was_built_from() {
    let site = Recorded::new();
    let commit = site.git(&["rev-parse", "HEAD"]);
    site.build();
    let manifest = fs::read_to_string(site.0.file("manifest.json")).unwrap();
    assert!(
        manifest.contains(&format!("\"commit\": \"{commit}\"")),
        "{manifest}"
    );
    site.is_the_same("work_tree");

    // Whatever became of content, theme and media since.
    site.edit("content/pejabat/sari.yml", "Wulandari", "Kusuma");
    site.edit("themes/default/style.css", "p{}", "q{}");
    site.edit("content/media/surat.txt", "Surat", "Tiada");
    site.is_the_same("commit");
    site.commit();
    site.is_the_same("commit");
    let (code, told) = site.0.told(&["--lang", "en"]);
    assert_eq!(code, Some(0), "{told}");
    assert!(
        told.contains(&format!("what the source files of commit {commit} give")),
        "{told}"
    );
    // The copy of the commit is gone, and nothing was left in the repository.
    assert_eq!(site.git(&["status", "--porcelain"]), "");
    assert_eq!(site.git(&["worktree", "list"]).lines().count(), 1);

    site.0.edit(PAGE, "81", "87");
    let differences = site.0.differences();
    assert_eq!(differences, [(PAGE.into(), "changed".into(), false)]);
}

#[test]
fn a_site_from_uncommitted_files_says_so() {
    let site = Recorded::new();
    site.edit("content/pejabat/sari.yml", "Wulandari", "Kusuma");
    site.build();
    let report = site.report();
    assert_eq!(report["differences"], Value::Array(Vec::new()));
    assert_eq!(report["notes"], serde_json::json!(["uncommitted"]));
    let (_, told) = site.0.told(&["--lang", "en"]);
    let note = "the commit does not hold: content/pejabat/sari.yml.";
    assert!(told.contains(note), "{told}");
    // What was published can't be had from the commit alone.
    site.git(&["checkout", "-q", "."]);
    let paths: Vec<String> = site.0.differences().into_iter().map(|d| d.0).collect();
    assert!(paths.iter().any(|path| path == PAGE), "{paths:?}");
}

#[test]
fn a_commit_that_is_not_there_is_no_difference() {
    let site = Recorded::new();
    let commit = site.git(&["rev-parse", "HEAD"]);
    site.build();
    site.0.edit("manifest.json", &commit, &"0".repeat(40));
    let (code, told) = site.0.told(&["--lang", "en"]);
    assert_eq!(code, Some(2), "{told}");
    assert!(told.contains(&"0".repeat(40)), "{told}");
    fs::remove_dir_all(site.0.0.path().join(".git")).unwrap();
    let (code, told) = site.0.told(&["--lang", "en"]);
    assert_eq!(code, Some(2), "{told}");
}

fn files_of(root: &Path) -> Tree {
    tree(root)
}

#[test]
fn a_site_is_compared_over_http() {
    let place = Place::new();
    let server = hosted(files_of(&place.public()));
    let address = format!("{}repo/", server.address);
    let (code, said) = told(&place.verify(&address, &["--lang", "en"]));
    assert_eq!(code, Some(0), "{said}");
    // The site was made for another address than the one it is found at.
    assert!(
        said.contains("the site stands at https://kinerja.example/"),
        "{said}"
    );
    assert!(
        said.contains(&format!("files in {address} are byte for byte")),
        "{said}"
    );
    let most = server.most_at_once.load(Ordering::SeqCst);
    assert!((2..=8).contains(&most), "{most} requests at once");
    for name in ["repo", "repo/manifest.json"] {
        let other = format!("{}{name}", server.address);
        assert_eq!(
            told(&place.verify(&other, &["--lang", "en"])),
            (code, said.clone())
        );
    }
}

#[test]
fn what_a_host_changes_loses_or_adds_is_named() {
    let place = Place::new();
    let mut files = files_of(&place.public());
    files.remove("en/opd/index.html");
    files
        .get_mut("404.html")
        .unwrap()
        .extend(b"<!-- iklan -->\n");
    files.insert("rahasia.html".into(), b"<p>".to_vec());
    let server = hosted(files);
    let address = format!("{}repo/", server.address);
    let output = place.verify(&address, &["--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let found = report["differences"].as_array().unwrap().iter();
    let found: Vec<(&str, &str)> = found
        .map(|d| (d["path"].as_str().unwrap(), d["kind"].as_str().unwrap()))
        .collect();
    // That something is there of which nobody speaks can't be seen from outside.
    assert_eq!(
        found,
        [("404.html", "changed"), ("en/opd/index.html", "missing")]
    );
    let line = &report["differences"][0]["line"];
    assert_eq!(line["published"], "<!-- iklan -->");
    assert_eq!(line["rebuilt"], "");
}

/// It keeps those files to itself and shows nobody the page that stands at the old address.
#[test]
fn a_host_that_obeys_headers_and_redirects_is_no_difference() {
    let place = Place(tempfile::tempdir().unwrap());
    copy_content(&golden("minimal"), place.0.path());
    let site = place.0.path().join("content/situs.yml");
    let text = fs::read_to_string(&site).unwrap();
    let old = "alamat_lama:\n  - {dari: pejabat/lama/, ke: pejabat/sari/}\n";
    fs::write(&site, format!("{text}{old}")).unwrap();
    silently(&mut build_command(place.0.path(), &place.public(), DAY));
    let files = files_of(&place.public());
    assert!(files.contains_key("_redirects"));
    let server = Server::start(move |path| match path {
        "/repo/_redirects" | "/repo/_headers" => Reply::Page(404, Vec::new()),
        path if path.contains("/pejabat/lama/") => {
            Reply::Redirect(path.replace("/pejabat/lama/", "/pejabat/sari/"))
        }
        path => host(&files, path),
    });
    let address = format!("{}repo/", server.address);
    let output = place.verify(&address, &["--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let by_host = [
        "_headers",
        "_redirects",
        "en/pejabat/lama/index.html",
        "pejabat/lama/index.html",
    ];
    assert_eq!(report["by_host"], serde_json::json!(by_host));
    // In a folder nobody answers for them.
    place.edit("_redirects", "sari", "tiada");
    assert_eq!(
        place.differences(),
        [("_redirects".into(), "changed".into(), false)]
    );
}

#[test]
fn a_host_that_does_not_answer_is_no_difference() {
    let place = Place::new();
    let files = files_of(&place.public());
    let server = Server::start(move |path| match path {
        "/repo/sitemap.xml" => Reply::Page(503, Vec::new()),
        path => host(&files, path),
    });
    let (code, said) = told(&place.verify(&format!("{}repo/", server.address), &[]));
    assert_eq!(code, Some(2), "{said}");
    assert!(
        said.contains("repo/sitemap.xml: server menjawab 503."),
        "{said}"
    );
    // Nobody listens at the port of a listener that is gone.
    let gone = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let (code, said) = told(&place.verify(&format!("http://{gone}/"), &[]));
    assert_eq!(code, Some(2), "{said}");
    assert!(
        said.contains(&format!("http://{gone}/manifest.json: ")),
        "{said}"
    );
    let (code, said) = told(&place.verify("https://kinerja.example/?x=1", &[]));
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("bukan alamat situs"), "{said}");
}

#[test]
fn a_client_keeps_to_its_host_and_its_limits() {
    let elsewhere = Server::start(|_| Reply::Page(200, b"elsewhere".to_vec()));
    let to = elsewhere.address.clone();
    let server = Server::start(move |path| match path {
        "/elsewhere" => Reply::Redirect(to.clone()),
        "/round" => Reply::Redirect("/round".into()),
        "/two" => Reply::Redirect("/one".into()),
        "/one" => Reply::Redirect("small".into()),
        "/small" => Reply::Page(200, vec![b'a'; 1000]),
        "/large" => Reply::Page(200, vec![b'a'; 1001]),
        "/gone" => Reply::Page(410, b"gone".to_vec()),
        _ => Reply::Silence,
    });
    let limits = Limits {
        bytes: 1000,
        time: Duration::from_secs(1),
    };
    let client = Client::new(limits);
    let get = |path: &str| {
        let fetched = client.get(&format!("{}{path}", server.address));
        fetched.map_err(|error| error.reason)
    };
    assert_eq!(get("two"), Ok(Fetched::Found(vec![b'a'; 1000])));
    assert_eq!(get("gone"), Ok(Fetched::NotFound(b"gone".to_vec())));
    assert_eq!(get("large"), Err(Reason::TooLarge { most: 1000 }));
    assert_eq!(get("silence"), Err(Reason::TooSlow { seconds: 1 }));
    assert_eq!(get("round"), Err(Reason::Redirections));
    let to = elsewhere.address.clone();
    assert_eq!(get("elsewhere"), Err(Reason::Elsewhere { to }));
    assert_eq!(elsewhere.most_at_once.load(Ordering::SeqCst), 0);
}

#[test]
fn a_client_waits_no_longer_for_a_file_that_is_redirected_slowly() {
    let server = Server::start(|path| {
        std::thread::sleep(Duration::from_millis(600));
        match path {
            "/one" => Reply::Redirect("/two".into()),
            "/two" => Reply::Redirect("/three".into()),
            _ => Reply::Page(200, b"late".to_vec()),
        }
    });
    let limits = Limits {
        bytes: 1000,
        time: Duration::from_secs(1),
    };
    let got = Client::new(limits).get(&format!("{}one", server.address));
    let reason = got.map_err(|error| error.reason);
    assert_eq!(reason, Err(Reason::TooSlow { seconds: 1 }));
}
