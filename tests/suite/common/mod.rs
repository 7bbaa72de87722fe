//! What several test files need: the program as a child, trees of files, the sample site.

#![allow(dead_code, reason = "each test file takes what it needs")]

pub mod browser;
pub mod documents;
pub mod edits;
pub mod host;
pub mod words;

use pantau::check::{Checked, check};
use pantau::disk;
use pantau::model::Date;
use pantau::parse::parse;
use pantau::record::Record;
use pantau::render::Theme;
use pantau::site::Site;
use pantau::source::{Past, Sources, WhyUnknown};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The day on which the sample site is looked at.
pub const SAMPLE_DAY: &str = "2026-11-21";

/// The file in a published tree that says who wrote it; its text changes with each version.
const MARK: &str = ".pantau";

/// Files by path relative to their tree, with `/` between its parts.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// The root of this repository, which is the root of the sample site too.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The program, with nobody's settings.
pub fn pantau() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pantau"));
    for name in [
        "NO_COLOR",
        "CLICOLOR",
        "CLICOLOR_FORCE",
        "RAYON_NUM_THREADS",
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
    ] {
        command.env_remove(name);
    }
    command.stdin(Stdio::null());
    command
}

/// `pantau build` of the site at `root` into `out` as of `date`.
pub fn build_command(root: &Path, out: &Path, date: &str) -> Command {
    let mut command = pantau();
    command
        .args(["build", "--date", date, "--root"])
        .arg(root)
        .arg("--out")
        .arg(out);
    command
}

/// git in `folder`, with nobody's settings.
pub fn git_command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder);
    command.args(["-c", "user.name=Uji", "-c", "user.email=uji@contoh.example"]);
    command.args(arguments);
    command
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null");
    command
}

/// Runs `command`, which must succeed without a word.
pub fn silently(command: &mut Command) {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(said(&output), "");
}

/// Standard output and standard error, one after the other.
pub fn said(output: &Output) -> String {
    let text = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes));
    text.concat()
}

/// A published tree but for its mark, which must be there.
pub fn published(root: &Path) -> Tree {
    let mut tree = tree(root);
    let mark = tree.remove(MARK);
    assert!(mark.is_some(), "{} has no mark", root.display());
    tree
}

/// Every file below `root`.
pub fn tree(root: &Path) -> Tree {
    let mut files = Tree::new();
    add_files(root, "", &mut files);
    files
}

fn add_files(folder: &Path, prefix: &str, files: &mut Tree) {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    for entry in entries {
        let entry = entry.unwrap();
        let path = format!("{prefix}{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            add_files(&entry.path(), &format!("{path}/"), files);
        } else {
            files.insert(path, fs::read(entry.path()).unwrap());
        }
    }
}

/// Writes `files` below `root`.
pub fn write_tree(root: &Path, files: &Tree) {
    for (path, bytes) in files {
        let place = root.join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, bytes).unwrap();
    }
}

/// A copy of the folder `from/content` at `to/content`.
pub fn copy_content(from: &Path, to: &Path) {
    write_tree(&to.join("content"), &tree(&from.join("content")));
}

/// A case below `tests/golden/`.
pub fn golden(name: &str) -> PathBuf {
    repository().join("tests/golden").join(name)
}

/// What differs first between two trees, for people; `None` where they are the same.
pub fn difference(expected: &Tree, found: &Tree) -> Option<String> {
    let missing = expected.keys().find(|path| !found.contains_key(*path));
    let extra = found.keys().find(|path| !expected.contains_key(*path));
    let changed = expected
        .iter()
        .find_map(|(path, bytes)| Some((path, bytes, found.get(path)?)).filter(|(_, a, b)| a != b));
    if let Some(path) = missing {
        return Some(format!("{path} is missing"));
    }
    if let Some(path) = extra {
        return Some(format!("{path} is there and was not expected"));
    }
    changed.map(|(path, expected, found)| format!("{path}{}", first_difference(expected, found)))
}

/// The first line that differs, from shortly before the first different character.
fn first_difference(expected: &[u8], found: &[u8]) -> String {
    let [expected, found] = [expected, found].map(String::from_utf8_lossy);
    let mut lines = (1..).zip(
        expected
            .split_inclusive('\n')
            .chain([""])
            .zip(found.split_inclusive('\n').chain([""])),
    );
    let Some((number, (old, new))) = lines.find(|(_, (old, new))| old != new) else {
        return " differs in bytes that are no text".to_owned();
    };
    let common = old.chars().zip(new.chars()).take_while(|(a, b)| a == b);
    let start = common.count().saturating_sub(60);
    let shown = |line: &str| -> String { line.chars().skip(start).take(160).collect() };
    format!(
        ":{number}\n    expected …{:?}\n    found    …{:?}",
        shown(old),
        shown(new)
    )
}

/// The sources of the sample site.
pub fn sample_sources() -> Sources {
    disk::read(repository()).unwrap()
}

/// A day.
pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The register behind `sources`, which must have no errors.
pub fn checked(sources: &Sources) -> Checked {
    check(&parse(sources)).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// The record of a site whose history nobody asked for.
pub fn unrecorded() -> Record {
    Record::of_nothing(WhyUnknown::NotAsked)
}

/// A past that nobody asked for.
pub fn unknown_past() -> Past {
    Past::Unknown(WhyUnknown::NotAsked)
}

/// The site of `sources` as of `date`, in the theme that comes with pantau.
pub fn site(sources: &Sources, date: &str) -> Site {
    let register = checked(sources).register;
    Site::new(register, unrecorded(), day(date), &Theme::default()).unwrap()
}
