//! What holds for the values of every file of the sample.

use super::super::meaning::Meaning;
use super::*;
use crate::parse::report::RawReport;
use crate::parse::{self, tree};
use proptest::prelude::*;
use std::fs;
use std::path::Path;

/// Every YAML file below `content/` of the sample, by its path there.
fn files() -> Vec<(String, String)> {
    fn below(folder: &Path, root: &Path, files: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                below(&path, root, files);
            } else if path.extension().is_some_and(|extension| extension == "yml") {
                let name = path
                    .strip_prefix(root)
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .to_owned();
                files.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let mut files = Vec::new();
    below(&root, &root, &mut files);
    files.sort();
    assert!(files.len() > 80);
    files
}

/// The ways to all single values, and the values.
fn texts(meaning: &Meaning, way: &[String], found: &mut Vec<(Vec<String>, String)>) {
    match meaning {
        Meaning::Empty => {}
        Meaning::Text(text) => found.push((way.to_vec(), text.clone())),
        Meaning::List(items) => {
            for (at, item) in items.iter().enumerate() {
                texts(item, &[way, &[at.to_string()]].concat(), found);
            }
        }
        Meaning::Map(entries) => {
            for (key, value) in entries {
                texts(value, &[way, std::slice::from_ref(key)].concat(), found);
            }
        }
    }
}

fn values(text: &str) -> Vec<(Vec<String>, String)> {
    let root = tree::read(text, "f", 1, &mut Vec::new()).unwrap();
    let mut found = Vec::new();
    texts(&Meaning::of(&root), &[], &mut found);
    found
}

fn comments(text: &str) -> Vec<&str> {
    let lines = text.lines();
    lines
        .filter_map(|line| line.find("# ").map(|at| &line[at..]))
        .collect()
}

fn is_flow(error: &EditError) -> bool {
    matches!(error, EditError::Refused { why: Why::Flow, .. })
}

#[test]
fn a_value_that_is_set_and_set_back_leaves_the_same_bytes() {
    let (mut same, mut folded, mut in_braces) = (0, 0, 0);
    for (number, (file, text)) in files().into_iter().enumerate() {
        let is_from_windows = number % 2 == 1;
        let text = if is_from_windows {
            text.replace('\n', "\r\n")
        } else {
            text
        };
        // Every seventh one of a file, from one file to the next another seventh.
        for (way, value) in values(&text).into_iter().skip(number % 7).step_by(7) {
            let path: Vec<&str> = way.iter().map(String::as_str).collect();
            let mut document = Document::open(&file, text.as_bytes()).unwrap();
            if let Err(refusal) = document.set(&path, &Value::plain("5.5")) {
                assert!(is_flow(&refusal), "{refusal}");
                in_braces += 1;
                continue;
            }
            let between = document.bytes();
            assert_eq!(document.get(&path).as_deref(), Some("5.5"));
            document.set(&path, &Value::plain(&value)).unwrap();
            assert_eq!(document.get(&path), Some(value));
            // Where a folded text had its lines broken is lost with it; all else is there.
            let is_same = document.bytes() == text.as_bytes();
            let is_folded =
                text.lines().count() != String::from_utf8(between).unwrap().lines().count();
            assert!(is_same || is_folded, "{file} {path:?}");
            same += usize::from(is_same);
            folded += usize::from(!is_same);
            let after = String::from_utf8(document.bytes()).unwrap();
            assert_eq!(comments(&after), comments(&text), "{file} {path:?}");
        }
    }
    assert!(same > 300 && folded * 50 < same, "{same} {folded}");
    assert!(in_braces * 4 < same, "{in_braces}");
}

#[test]
fn a_key_that_is_added_and_taken_out_leaves_the_same_bytes() {
    let verified = Value::map([
        ("oleh", Value::text("Inspektorat: tim 2")),
        ("tanggal", Value::plain("2026-11-02")),
    ]);
    let mut count = 0;
    for (number, (file, text)) in files().into_iter().enumerate() {
        let Some((ids, text)) = actuals(&file, &text, number) else {
            continue;
        };
        for id in ids {
            let path = ["realisasi", id.as_str(), "verifikasi"];
            let mut document = Document::open(&file, text.as_bytes()).unwrap();
            if document.contains(&path) {
                continue;
            }
            document.set(&path, &verified).unwrap();
            let between = String::from_utf8(document.bytes()).unwrap();
            let mut lines = between.split_inclusive('\n');
            // Every line that was there is there still, in its order.
            assert!(
                text.split_inclusive('\n')
                    .all(|line| lines.any(|other| other == line))
            );
            document.remove(&path).unwrap();
            assert!(document.bytes() == text.as_bytes(), "{file} {id}");
            count += 1;
        }
    }
    assert!(count > 200, "{count}");
}

/// The ids of a report's figures, and its text; of every other one with the line ends of Windows.
fn actuals(file: &str, text: &str, number: usize) -> Option<(Vec<String>, String)> {
    let text = match number % 2 {
        0 => text.to_owned(),
        _ => text.replace('\n', "\r\n"),
    };
    let root = tree::read(&text, file, 1, &mut Vec::new()).unwrap();
    let is_report = file.starts_with("hasil/");
    let Some(Meaning::Map(figures)) = Meaning::of(&root).at(&["realisasi"]).cloned() else {
        return None;
    };
    is_report.then(|| (figures.into_keys().collect(), text.clone()))
}

/// A record without its places.
fn placeless(report: &RawReport) -> String {
    let text = format!("{report:?}");
    let parts = text.split("span: TextSpan { ").map(|part| {
        let end = part.find("} }").filter(|_| part.starts_with("start"));
        end.map_or(part, |end| &part[end + 3..])
    });
    parts.collect()
}

#[test]
fn a_report_differs_in_the_value_that_was_set_only() {
    let mut count = 0;
    for (file, text) in files() {
        if !file.starts_with("hasil/") {
            continue;
        }
        for (way, value) in values(&text) {
            if way.last().map(String::as_str) != Some("nilai") {
                continue;
            }
            let path: Vec<&str> = way.iter().map(String::as_str).collect();
            let mut document = Document::open(&file, text.as_bytes()).unwrap();
            document.set(&path, &Value::plain("98765.5")).unwrap();
            let read = |bytes: &[u8]| placeless(&parse::read_record(&file, bytes).unwrap());
            let (before, after) = (read(text.as_bytes()), read(&document.bytes()));
            assert_ne!(before, after);
            let mut others = before.match_indices(&value);
            let is_it = others.any(|(at, _)| {
                let changed = [&before[..at], "98765.5", &before[at + value.len()..]].concat();
                changed == after
            });
            assert!(is_it, "{file} {path:?}");
            count += 1;
        }
    }
    assert!(count > 200, "{count}");
}

proptest! {
    #[test]
    fn any_text_is_read_back_or_refused(text in "[a-z:#\\-{}\\[\\],'\"|>&*!?%@0-9 .\n\t~é\u{85}\u{2028}\u{1f600}]{0,40}") {
        for before in ["a: 1\nb: 2\n", "a: 'x'\nb: 2\n", "a: \"x\"\nb: 2", "a: |\n  x\nb: 2\r\n", "a:\n  - x\nb: 2\n"] {
            let mut document = Document::open(REPORT, before.as_bytes()).unwrap();
            let outcome = document.set(&["a"], &Value::text(&text));
            let lines = text.lines().map(str::trim_end);
            let meant = lines.collect::<Vec<_>>().join("\n").trim().to_owned();
            match outcome {
                Ok(()) => {
                    prop_assert_eq!(document.get(&["a"]), Some(meant));
                    prop_assert_eq!(document.get(&["b"]), Some("2".to_owned()));
                }
                Err(EditError::Refused { why, .. }) => {
                    prop_assert!(why == Why::Unwritable, "{:?} {:?}", why, text);
                    let is_control = meant.contains('\u{85}');
                    prop_assert!(meant.is_empty() || is_control);
                }
                Err(other) => prop_assert!(false, "{other}"),
            }
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "[a-c:\\-{}\\[\\], \r\n#'\"|>&*!?%@0-9]{0,60}") {
        if let Ok(mut document) = Document::open(REPORT, text.as_bytes()) {
            let before = document.bytes();
            for path in [&["a"][..], &["b", "c"], &["0"], &["a", "0", "b"]] {
                let outcome = document.set(path, &Value::plain("1"));
                prop_assert!(outcome.is_ok() || document.bytes() == before);
                let _ = document.push(path, &Value::plain("1"));
                let _ = document.replace(path, "c", &Value::text("x\ny"));
                let _ = document.remove(path);
                document = Document::open(REPORT, &before).unwrap();
            }
        }
    }
}
