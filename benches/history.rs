//! Measures how long the past of a site takes to read, beside `git log --raw` on the same
//! repository, and prints a Markdown table. Asserts nothing about time.
//!
//! `cargo bench --bench history` makes a repository of 2,000 files and 1,000 commits in a
//! temporary folder. Contenders alternate within one run, because a shared machine drifts: compare
//! figures of one run only.

use pantau::disk;
use pantau::history::{Cache, read};
use pantau::source::{Past, Sources};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const FILES: usize = 2_000;
const COMMITS: usize = 1_000;
/// Files that each commit after the first changes.
const CHANGED: usize = 4;
const REPEATS: usize = 11;

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path();
    make_repository(root);
    let sources = disk::read(root).expect("sources");
    let kept = root.join(".git/pantau/history");
    let mut took: [Vec<Duration>; 5] = Default::default();
    for turn in 0..REPEATS {
        took[0].push(time(|| log(root)));
        took[1].push(time(|| past(root, &sources, Cache::Off)));
        let _ = std::fs::remove_file(&kept);
        took[2].push(time(|| past(root, &sources, Cache::On)));
        took[3].push(time(|| past(root, &sources, Cache::On)));
        git(
            root,
            &["commit", "--quiet", "--allow-empty-message", "-m", ""],
            &one_more(root, turn),
        );
        let sources = disk::read(root).expect("sources");
        took[4].push(time(|| past(root, &sources, Cache::On)));
        git(root, &["reset", "--quiet", "--hard", "HEAD~1"], "");
    }
    print(&mut took);
}

fn print(took: &mut [Vec<Duration>; 5]) {
    let names = [
        "git log --raw, all of it",
        "read, nothing kept or to be kept",
        "read, nothing kept yet",
        "read again",
        "read after one new commit",
    ];
    println!(
        "{FILES} files, {COMMITS} commits; medians of {REPEATS} runs, contenders alternating.\n"
    );
    println!("| what | ms | ÷ git log |\n|---|---:|---:|");
    let log = median(&mut took[0]);
    for (name, runs) in names.iter().zip(took) {
        let ms = median(runs);
        println!("| {name} | {ms:.1} | {:.2} |", ms / log);
    }
}

fn median(runs: &mut [Duration]) -> f64 {
    runs.sort();
    runs[runs.len() / 2].as_secs_f64() * 1000.0
}

fn time(what: impl FnOnce()) -> Duration {
    let started = Instant::now();
    what();
    started.elapsed()
}

fn log(root: &Path) {
    git(root, &["log", "--raw", "-z", "--no-abbrev"], "");
}

fn past(root: &Path, sources: &Sources, cache: Cache) {
    let past = read(root, sources, &[], cache).expect("a past");
    let Past::Known(history) = past else {
        panic!("{past:?}");
    };
    assert!(history.commits.len() >= COMMITS);
}

/// Changes and stages one file; what follows is a commit without words.
fn one_more(root: &Path, turn: usize) -> String {
    std::fs::write(
        root.join("content/hasil/f0001.yml"),
        text(1, COMMITS + turn),
    )
    .expect("written");
    git(root, &["add", "content"], "");
    String::new()
}

/// Some 3.5 kB, a few lines of which each version changes.
fn text(file: usize, version: usize) -> String {
    let mut text = format!("kontrak: 2026/pejabat-{file}\nindikator:\n");
    for n in 0..60 {
        let value = if n % 20 == 0 { version } else { file };
        let _ = writeln!(
            text,
            "  indikator-{n}:\n    nilai: {value}.{n}\n    sumber: Dinas {file}"
        );
    }
    text
}

/// By `git fast-import`, packed as a repository is that was cloned.
fn make_repository(root: &Path) {
    git(root, &["init", "--quiet", "--initial-branch=main"], "");
    for setting in ["user.name=A", "user.email=a@example.com", "gc.auto=0"] {
        let (key, value) = setting.split_once('=').expect("key=value");
        git(root, &["config", key, value], "");
    }
    let mut stream = String::new();
    for commit in 0..COMMITS {
        let at = 1_735_700_000 + commit * 3_600;
        let _ = write!(
            stream,
            "commit refs/heads/main\ncommitter A <a@example.com> {at} +0700\ndata 1\nx\n"
        );
        let changed = (0..CHANGED).map(|n| (commit * 7 + n * 131) % FILES);
        let files: Vec<usize> = if commit == 0 {
            (0..FILES).collect()
        } else {
            changed.collect()
        };
        for file in files {
            let text = text(file, commit);
            let _ = write!(
                stream,
                "M 100644 inline content/hasil/f{file:04}.yml\ndata {}\n{text}\n",
                text.len()
            );
        }
    }
    git(root, &["fast-import", "--quiet"], &stream);
    git(root, &["repack", "--quiet", "-a", "-d"], "");
    git(root, &["reset", "--quiet", "--hard"], "");
}

fn git(root: &Path, arguments: &[&str], input: &str) {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).args(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("git starts");
    let mut stdin = child.stdin.take().expect("it is piped");
    stdin.write_all(input.as_bytes()).expect("git reads");
    drop(stdin);
    let output = child.wait_with_output().expect("git ends");
    assert!(output.status.success(), "git {arguments:?}");
}
