//! What the program is made of: licences, sources and duplicates of its dependencies as `deny.toml` allows them, by what
//! `cargo metadata` alone tells; no `unsafe`; a lock file for everything that is installed.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every dependency of the lock file of `manifest`, for any system.
fn packages(manifest: &str) -> Vec<Value> {
    let told = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--locked",
            "--all-features",
            "--manifest-path",
        ])
        .arg(repository().join(manifest))
        .output()
        .unwrap();
    assert!(
        told.status.success(),
        "{}",
        String::from_utf8_lossy(&told.stderr)
    );
    let mut told: Value = serde_json::from_slice(&told.stdout).unwrap();
    let Value::Array(packages) = told["packages"].take() else {
        panic!("no packages");
    };
    packages
}

fn name(package: &Value) -> &str {
    package["name"].as_str().unwrap()
}

/// What stands in quotes between `[key` and the line `]` of a table of `deny.toml`, one list for each line.
fn lines_of(key: &str) -> Vec<Vec<String>> {
    let text = text("deny.toml");
    let (_, rest) = text.split_once(&format!("\n{key} = [\n")).unwrap();
    let (list, _) = rest.split_once("\n]\n").unwrap();
    let lines = list.lines().filter(|line| !line.trim().starts_with('#'));
    let quoted = |line: &str| {
        line.split('"')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect()
    };
    lines.map(quoted).collect()
}

/// Whether one of the ways in which a licence may be taken is allowed. `/` is how older crates write `OR`.
fn is_allowed(expression: &str, allows: &dyn Fn(&str) -> bool) -> bool {
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let mut words: Vec<&str> = spaced.split_whitespace().rev().collect();
    let held = either(&mut words, allows);
    held && words.is_empty()
}

fn either(words: &mut Vec<&str>, allows: &dyn Fn(&str) -> bool) -> bool {
    let mut held = all(words, allows);
    while words.pop_if(|word| *word == "OR").is_some() {
        held |= all(words, allows);
    }
    held
}

fn all(words: &mut Vec<&str>, allows: &dyn Fn(&str) -> bool) -> bool {
    let mut held = one(words, allows);
    while words.pop_if(|word| *word == "AND").is_some() {
        held &= one(words, allows);
    }
    held
}

fn one(words: &mut Vec<&str>, allows: &dyn Fn(&str) -> bool) -> bool {
    match words.pop() {
        Some("(") => {
            let held = either(words, allows);
            held && words.pop() == Some(")")
        }
        Some(id) => match words.pop_if(|word| *word == "WITH") {
            Some(_) => allows(&format!("{id} WITH {}", words.pop().unwrap_or_default())),
            None => allows(id),
        },
        None => false,
    }
}

#[test]
fn an_expression_of_licences_is_read_as_it_is_meant() {
    let allows = |id: &str| ["MIT", "A WITH B"].contains(&id);
    for (expression, expected) in [
        ("MIT", true),
        ("GPL", false),
        ("GPL OR MIT", true),
        ("GPL/MIT", true),
        ("GPL AND MIT", false),
        ("MIT AND (GPL OR MIT)", true),
        ("(MIT AND GPL) OR GPL", false),
        ("A WITH B", true),
        ("A", false),
        ("A WITH C OR GPL", false),
        ("", false),
    ] {
        assert_eq!(is_allowed(expression, &allows), expected, "{expression}");
    }
}

#[test]
fn every_dependency_has_a_licence_that_asks_for_names_alone() {
    let allowed: BTreeSet<String> = lines_of("allow").into_iter().flatten().collect();
    let exceptions: BTreeMap<String, String> = lines_of("exceptions")
        .into_iter()
        .map(|line| (line[1].clone(), line[0].clone()))
        .collect();
    // libFuzzer's own, which asks for no more; it is in no release.
    let of_tools = ["NCSA"];
    let mut used = BTreeSet::new();
    for (manifest, more) in [("Cargo.toml", &[][..]), ("fuzz/Cargo.toml", &of_tools)] {
        for package in &packages(manifest) {
            let licence = package["license"].as_str().unwrap_or_default();
            let exception = exceptions.get(name(package));
            let allows = |id: &str| {
                allowed.contains(id) || more.contains(&id) || exception.is_some_and(|own| own == id)
            };
            assert!(is_allowed(licence, &allows), "{}: {licence}", name(package));
            used.insert(name(package).to_owned());
        }
    }
    let unused: Vec<_> = exceptions
        .keys()
        .filter(|name| !used.contains(*name))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn every_dependency_comes_from_the_one_registry_and_no_other_is_there_twice() {
    let skipped: BTreeSet<String> = lines_of("skip")
        .into_iter()
        .map(|line| line[0].clone())
        .collect();
    let mut versions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut sources = BTreeSet::new();
    for package in &packages("Cargo.toml") {
        let version = package["version"].as_str().unwrap().to_owned();
        versions
            .entry(name(package).to_owned())
            .or_default()
            .insert(version);
        sources.extend(package["source"].as_str().map(str::to_owned));
    }
    assert_eq!(sources.len(), 1, "{sources:?}");
    assert!(
        sources.iter().all(|source| source.starts_with("registry+")),
        "{sources:?}"
    );
    let twice: BTreeSet<String> = versions
        .into_iter()
        .filter(|(_, v)| v.len() > 1)
        .map(|(name, _)| name)
        .collect();
    assert_eq!(twice, skipped);
}

#[test]
fn the_program_has_no_unsafe_code() {
    assert!(text("Cargo.toml").contains("\nunsafe_code = \"forbid\"\n"));
    let mut folders = vec![
        repository().join("src"),
        repository().join("fuzz/src"),
        repository().join("fuzz/fuzz_targets"),
    ];
    let mut read = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let code = fs::read_to_string(&path).unwrap();
                let says =
                    |line: &str| !line.trim_start().starts_with("//") && line.contains("unsafe ");
                assert!(!code.lines().any(says), "{}", path.display());
                assert!(!code.contains("allow(unsafe_code)"), "{}", path.display());
                read += 1;
            }
        }
    }
    assert!(read > 300, "{read}");
}

/// Whatever is installed to build or to check is pinned, with what it is made of.
#[test]
fn everything_that_is_installed_is_locked() {
    let locks: [(&str, &str); 4] = [
        ("Cargo.lock", "checksum = \""),
        ("fuzz/Cargo.lock", "checksum = \""),
        ("tests/web/package-lock.json", "\"integrity\":"),
        ("tests/data/requirements.txt", "--hash=sha256:"),
    ];
    for (file, pin) in locks {
        assert!(text(file).matches(pin).count() > 3, "{file}");
    }
    let manifests = ["tests/web", "tests/web/cms", "tests/web/lighthouse"];
    for folder in manifests {
        let lock: PathBuf = repository().join(folder).join("package-lock.json");
        assert!(lock.is_file(), "{}", lock.display());
    }
    let run = text("tests/run");
    for line in run.lines().filter(|line| line.contains("cargo ")) {
        let builds = ["cargo build", "cargo test", "cargo clippy", "cargo install"];
        let is_command = builds
            .iter()
            .any(|verb| line.contains(&format!(" {verb} ")));
        let told = line.trim_start().starts_with(['#', '"']) || !is_command;
        assert!(told || line.contains("--locked"), "{line}");
    }
}
