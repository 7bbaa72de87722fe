//! What the rooms of `src/` may know of each other, held to by reading the code.
//!
//! Tests within `src/` may do more: they read files and unwrap.

use crate::common::{repository, tree};
use std::collections::BTreeMap;

/// The code of one file: what the compiler sees in a release.
struct Source {
    /// `src/site/mod.rs`
    path: String,
    /// `site`; `lib` and `main` for the two roots.
    room: String,
    /// How many modules it is away from the crate's root.
    depth: usize,
    /// Numbered from 1; without comments and without tests.
    lines: Vec<(usize, String)>,
}

fn sources() -> Vec<Source> {
    let files = tree(&repository().join("src"));
    let code = files
        .into_iter()
        .filter(|(path, _)| path.ends_with(".rs") && !is_test(path));
    code.map(|(path, bytes)| source(&path, &String::from_utf8(bytes).unwrap()))
        .collect()
}

fn is_test(path: &str) -> bool {
    // Laws are compiled for tests and for fuzzing alone.
    let is_law = path.ends_with("/laws.rs");
    is_law || path.ends_with("tests.rs") || path.contains("/tests/")
}

fn source(path: &str, text: &str) -> Source {
    let parts: Vec<&str> = path.trim_end_matches(".rs").split('/').collect();
    let modules = parts.iter().filter(|part| **part != "mod").count();
    Source {
        path: format!("src/{path}"),
        room: parts[0].to_owned(),
        depth: modules,
        lines: code_lines(text),
    }
}

/// A module of tests is the last thing in its file; one in a file of its own has no lines here.
fn code_lines(text: &str) -> Vec<(usize, String)> {
    let lines: Vec<&str> = text.lines().collect();
    let tests = lines.windows(2).position(|two| {
        two[0].trim() == "#[cfg(test)]" && two[1].starts_with("mod ") && two[1].ends_with('{')
    });
    let code = lines[..tests.unwrap_or(lines.len())].iter();
    (1..)
        .zip(code.map(|line| without_comment(line)))
        .filter(|(_, line)| !line.trim().is_empty())
        .collect()
}

/// Cuts off what follows `//`, unless that stands in a string.
fn without_comment(line: &str) -> String {
    let mut in_string = false;
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        match c {
            '"' if before != '\\' && before != '\'' => in_string = !in_string,
            '/' if before == '/' && !in_string => return line[..at - 1].to_owned(),
            _ => {}
        }
        before = c;
    }
    line.to_owned()
}

/// Every line for which `is_wrong` holds, as `path:line: text`.
fn found(is_wrong: impl Fn(&Source, &str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources() {
        let lines = source
            .lines
            .iter()
            .filter(|(_, line)| is_wrong(&source, line));
        found.extend(lines.map(|(n, line)| format!("{}:{n}: {}", source.path, line.trim())));
    }
    found
}

const NOTHING: [&str; 0] = [];

/// The rooms from the ground up, as `lib.rs` lists them.
fn rooms() -> BTreeMap<String, usize> {
    let sources = sources();
    let root = sources
        .iter()
        .find(|source| source.path == "src/lib.rs")
        .unwrap();
    let rooms = root.lines.iter().filter_map(|(_, line)| {
        let name = line.strip_prefix("pub mod ")?.strip_suffix(';')?;
        Some(name.to_owned())
    });
    rooms.zip(0..).collect()
}

/// The rooms that a line names after `crate::`, also in a list of several.
fn named_rooms(line: &str) -> Vec<&str> {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut named = Vec::new();
    for (at, word) in line.match_indices("crate::") {
        let rest = &line[at + word.len()..];
        let list = rest
            .strip_prefix('{')
            .and_then(|rest| rest.split('}').next());
        match list {
            Some(list) => named.extend(list.split(',').map(|item| item.trim())),
            None => named.push(rest),
        }
    }
    let name = |text: &'_ str| text.find(|c| !is_letter(c)).unwrap_or(text.len());
    named.into_iter().map(|text| &text[..name(text)]).collect()
}

#[test]
fn lib_lists_every_room_and_nothing_else_is_there() {
    let rooms = rooms();
    assert!(rooms.len() >= 15, "{rooms:?}");
    for source in sources() {
        let is_root = ["lib", "main"].contains(&source.room.as_str());
        assert!(
            is_root || rooms.contains_key(&source.room),
            "{}",
            source.path
        );
    }
    let vague = ["utils", "helpers", "manager", "common", "misc"];
    let named = |source: &Source| vague.iter().any(|name| source.path.contains(name));
    assert!(!sources().iter().any(named));
}

#[test]
fn no_room_imports_one_above_it() {
    let rooms = rooms();
    let wrong = found(|source, line| {
        let Some(own) = rooms.get(&source.room) else {
            return false;
        };
        let height = |room: &&str| rooms.get(*room).copied();
        named_rooms(line)
            .iter()
            .filter_map(height)
            .any(|room| room > *own)
    });
    assert_eq!(wrong, NOTHING);
}

/// `super::super::…` up to the root would go around the test above.
#[test]
fn a_room_is_named_from_the_root() {
    let wrong = found(|source, line| line.contains(&"super::".repeat(source.depth)));
    assert_eq!(wrong, NOTHING);
    // A list that goes over several lines would go unread.
    assert_eq!(
        found(|_, line| line.trim_end().ends_with("crate::{")),
        NOTHING
    );
    assert_eq!(
        found(|source, line| source.room != "main" && line.contains("pantau::")),
        NOTHING
    );
}

#[test]
fn the_reader_of_code_sees_what_matters() {
    let text = "use crate::{disk, view::{Html}}; // crate::cli\n/// crate::serve\nlet a = \"//\";\n#[cfg(test)]\nmod tests {\nx.unwrap()\n}\n";
    let source = source("site/inputs.rs", text);
    assert_eq!((source.room.as_str(), source.depth), ("site", 2));
    let lines: Vec<&str> = source.lines.iter().map(|(_, line)| line.as_str()).collect();
    let expected = [
        "use crate::{disk, view::{Html}}; ",
        "let a = \"//\";",
        "#[cfg(test)]",
    ];
    assert_eq!(lines[..2], expected[..2]);
    assert!(!lines.iter().any(|line| line.contains("unwrap")));
    assert_eq!(named_rooms(lines[0]), ["disk", "view"]);
    assert_eq!(named_rooms("crate::url::Urls, crate::cli"), ["url", "cli"]);
}

/// Who alone may do what: words in the code, and the rooms or files that may say them.
#[test]
fn each_thing_is_done_in_one_place() {
    let places: [(&[&str], &[&str]); 23] = [
        (&["std::fs", "fs::", "walkdir", "File::"], &["src/disk/"]),
        (
            &["icu_decimal", "icu_datetime", "icu_list"],
            &["src/format/"],
        ),
        (
            &["icu_normalizer", "icu_properties"],
            &["src/parse/", "src/search/words.rs"],
        ),
        (&["pagefind_stem"], &["src/search/words.rs"]),
        (
            &["exif::", "img_parts", "lopdf", "flate2"],
            &["src/disk/media/"],
        ),
        (&["ureq"], &["src/fetch"]),
        (
            &["sha2::"],
            &[
                "src/source/fingerprint.rs",
                "src/history/",
                "src/model/snapshot.rs",
            ],
        ),
        (&["saphyr"], &["src/parse/"]),
        // Another program answers as the machine has it: whoever runs one must make sure of it.
        (&["Command::new", "process::Command"], &["src/history/"]),
        (&["sha1::"], &["src/history/"]),
        (
            &["postcard::"],
            &[
                "src/history/",
                "src/parse/readings.rs",
                "src/site/last_build.rs",
            ],
        ),
        (&["tempfile::"], &["src/disk/"]),
        (&["plotters"], &["src/chart/", "src/social/"]),
        // Pictures are drawn in one room, by fonts of its own.
        (&["ab_glyph", "png::"], &["src/social/"]),
        // Forms of files that other programs read.
        (&["csv::"], &["src/render/table/", "src/agreement/"]),
        (&["parquet::"], &["src/render/table/"]),
        (&["rust_xlsxwriter"], &["src/render/table/", "src/form/"]),
        (&["calamine", "quick_xml", "zip::"], &["src/sheet/"]),
        (&["tera::"], &["src/render/", "src/archive/"]),
        (&["Utc::now", "Local::now", "SystemTime"], &["src/main.rs"]),
        (&["env::var"], &["src/main.rs"]),
        // Limits of time are kept in the room that asks others.
        (&["Instant::now"], &["src/cli/", "src/serve/", "src/fetch"]),
        // Addresses are written in `url`; `parse` only decodes those that staff wrote.
        (
            &["percent_encod"],
            &["src/url.rs", "src/serve/", "src/parse/markdown.rs"],
        ),
    ];
    for (words, allowed) in places {
        let wrong = found(|source, line| {
            let says = words.iter().any(|word| says(line, word));
            says && !allowed.iter().any(|place| source.path.starts_with(place))
        });
        assert_eq!(wrong, NOTHING, "{words:?} outside {allowed:?}");
        let right = found(|source, line| {
            source.path.starts_with(allowed[0]) && words.iter().any(|word| says(line, word))
        });
        assert!(
            !right.is_empty(),
            "{words:?}: nobody does it; mend this test"
        );
    }
}

/// Whether `word` begins a word of `line`.
fn says(line: &str, word: &str) -> bool {
    let starts = |at: usize| !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    line.match_indices(word).any(|(at, _)| starts(at))
}

/// A guess at it: no text that looks like the beginning of a page's or a source's path.
#[test]
fn only_the_rooms_of_addresses_put_paths_together() {
    let folders = [
        "pejabat/",
        "jabatan/",
        "opd/",
        "triwulan/",
        "metode/",
        "evaluasi/",
        "kontrak/",
        "hasil/",
        "aturan/",
        "halaman/",
        "arsip/",
        "cari/",
        "sematkan/",
    ];
    let allowed = ["src/url", "src/parse/place.rs", "src/site/inputs.rs"];
    let wrong = found(|source, line| {
        // A description for people names paths as `opd/<id>.yml`.
        let texts = line
            .split('"')
            .skip(1)
            .step_by(2)
            .filter(|text| !text.contains('`'));
        let is_path = |text: &str| folders.iter().any(|folder| says(text, folder));
        let may = allowed.iter().any(|place| source.path.starts_with(place));
        texts.into_iter().any(is_path) && !may
    });
    assert_eq!(wrong, NOTHING);
}

#[test]
fn nothing_ends_the_process_or_hopes_for_the_best() {
    let words = [
        ".unwrap()",
        "process::exit",
        "process::abort",
        "todo!",
        "unimplemented!",
        "dbg!",
    ];
    let wrong = found(|_, line| words.iter().any(|word| line.contains(word)));
    assert_eq!(wrong, NOTHING);
    // Standard output and standard error are the command line's.
    let prints = [
        "println!",
        "eprintln!",
        "print!",
        "eprint!",
        "stdout()",
        "stderr()",
    ];
    let wrong =
        found(|source, line| source.room != "cli" && prints.iter().any(|word| says(line, word)));
    assert_eq!(wrong, NOTHING);
    assert_eq!(
        found(|_, line| line.contains("static mut") || says(line, "thread_local!")),
        NOTHING
    );
}

/// Whose contracts these are is said in `content/` and `tests/sites/` alone: not in the code, its
/// comments or its tests, nor in the theme. A list of samples takes its names from the folders'.
#[test]
fn no_government_is_named_in_the_code_or_the_theme() {
    let names = [
        "trenggalek",
        "bekasi",
        "mojokerto",
        "pontianak",
        "pamekasan",
    ];
    let files = ["src", "themes"].into_iter().flat_map(|folder| {
        let files = tree(&repository().join(folder)).into_iter();
        files.map(move |(path, bytes)| (format!("{folder}/{path}"), bytes))
    });
    let mut read = 0;
    let named = files.flat_map(|(path, bytes)| {
        read += 1;
        let text = format!("{path}\n{}", String::from_utf8_lossy(&bytes)).to_lowercase();
        let says = |line: &&str| names.iter().any(|name| line.contains(name));
        let lines: Vec<String> = text.lines().filter(says).map(str::to_owned).collect();
        lines.into_iter().map(move |line| format!("{path}: {line}"))
    });
    assert_eq!(named.collect::<Vec<_>>(), NOTHING);
    assert!(read > 150, "{read}");
}
