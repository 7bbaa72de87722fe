//! Every input that fuzzing has kept, read again: those that reach code which no other reaches, and those that once
//! broke a law. `fuzz/run` looks for more.

use crate::{agreement, disk, format, history, parse, search, sheet, site, view};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

type Law = fn(&[u8]);

/// Each target of `fuzz/` and what it holds its inputs to.
const TARGETS: [(&str, Law); 13] = [
    ("agreement", agreement::laws::tables),
    ("date", parse::laws::dates),
    ("document", parse::laws::documents),
    ("history", history::laws::printed),
    ("manifest", site::laws::manifests),
    ("markdown", view::laws::markdown),
    ("media", disk::laws::media),
    ("memory", site::laws::memories),
    ("messages", format::laws::messages),
    ("number", parse::laws::numbers),
    ("words", search::laws::texts),
    ("workbook", sheet::laws::workbook),
    ("yaml", parse::laws::yaml),
];

fn fuzz() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz")
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn every_target_is_replayed_by_its_own_law() {
    let targets = TARGETS.map(|(name, _)| name.to_owned());
    let files = names(&fuzz().join("fuzz_targets"));
    let files: Vec<&str> = files
        .iter()
        .filter_map(|name| name.strip_suffix(".rs"))
        .collect();
    assert_eq!(files, targets);
    assert_eq!(names(&fuzz().join("corpus")), targets);
    for name in targets {
        let text = fs::read_to_string(fuzz().join(format!("fuzz_targets/{name}.rs"))).unwrap();
        let (law, _) = text.split_once("laws::").unwrap();
        assert!(
            law.ends_with("pantau::") || law.contains("pantau::"),
            "{text}"
        );
    }
}

/// Told as `replay: 4321 passed, 0 failed` with `--nocapture`; where `REPLAY_JSON` names a file, the inputs of each
/// target go there.
#[test]
fn no_input_that_was_ever_found_breaks_a_law() {
    let mut counts = BTreeMap::new();
    let mut broken = Vec::new();
    for (target, law) in TARGETS {
        let folder = fuzz().join("corpus").join(target);
        let inputs = names(&folder);
        assert!(!inputs.is_empty(), "{target}");
        for input in &inputs {
            let bytes = fs::read(folder.join(input)).unwrap();
            if std::panic::catch_unwind(|| law(&bytes)).is_err() {
                broken.push(format!("fuzz/corpus/{target}/{input}"));
            }
        }
        counts.insert(target, inputs.len());
    }
    let inputs: usize = counts.values().sum();
    let failed = broken.len();
    let passed = inputs - failed;
    println!("replay: {passed} passed, {failed} failed");
    if let Some(file) = std::env::var_os("REPLAY_JSON") {
        let told = serde_json::json!({ "suite": "replay", "passed": passed, "failed": failed, "targets": counts });
        fs::write(file, format!("{told:#}\n")).unwrap();
    }
    assert!(broken.is_empty(), "{broken:#?}");
}
