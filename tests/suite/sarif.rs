//! What `pantau check --format sarif` prints is SARIF, by the standard's own schema.

use crate::common::{copy_content, golden, pantau, repository};
use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const SCHEMA: &str = include_str!("../schemas/sarif-schema-2.1.0.json");

fn schema() -> (Schemas, SchemaIndex) {
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.enable_format_assertions();
    let place = "https://schemas.example/sarif.json";
    let schema = serde_json::from_str(SCHEMA).unwrap();
    compiler.add_resource(place, schema).unwrap();
    let index = compiler.compile(place, &mut schemas).unwrap();
    (schemas, index)
}

/// The log that is printed in the folder `from` about the site at `root`.
fn log(from: &Path, root: &Path, language: &str) -> Value {
    let mut command = pantau();
    command.args(["check", "--format", "sarif", "--date", "2026-08-01"]);
    command.args(["--lang", language]).arg("--root").arg(root);
    let output = command.current_dir(from).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

fn must_be_valid(log: &Value) {
    let (schemas, index) = schema();
    if let Err(error) = schemas.validate(log, index) {
        panic!("{error:#}\n{log:#}");
    }
}

#[test]
fn every_log_is_valid_with_problems_and_without() {
    let sites = [
        (repository().join("tests/cli/formats.in"), 3),
        (golden("five-mistakes"), 5),
        (golden("minimal"), 0),
    ];
    for (site, results) in sites {
        for language in ["id", "en"] {
            let log = log(&site, Path::new("."), language);
            must_be_valid(&log);
            let run = &log["runs"][0];
            assert_eq!(run["results"].as_array().unwrap().len(), results);
            assert_eq!(run["language"], language);
        }
    }
}

#[test]
fn a_site_elsewhere_on_the_machine_is_named_by_its_whole_address() {
    let folder = tempfile::tempdir().unwrap();
    copy_content(&golden("five-mistakes"), folder.path());
    let log = log(repository(), folder.path(), "id");
    must_be_valid(&log);
    let location = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    let uri = location["artifactLocation"]["uri"].as_str().unwrap();
    assert!(uri.starts_with("file:///"), "{uri}");
    assert!(uri.ends_with("/content/hasil/2026/tw1/kepala.yml"), "{uri}");
}

/// Single braces begin a placeholder (3.11.5).
#[test]
fn a_brace_in_a_message_is_no_placeholder() {
    let folder = tempfile::tempdir().unwrap();
    copy_content(&golden("minimal"), folder.path());
    fs::write(folder.path().join("content/opd/baru.yml"), "nama: {Dinas\n").unwrap();
    let log = log(folder.path(), Path::new("."), "en");
    must_be_valid(&log);
    let text = &log["runs"][0]["results"][0]["message"]["text"];
    let text = text.as_str().unwrap();
    assert!(
        text.contains("{{") && !text.replace("{{", "").contains('{'),
        "{text}"
    );
}

#[test]
fn the_schema_refuses_what_is_no_log() {
    let (schemas, index) = schema();
    for wrong in [
        json!({"version": "2.1.0"}),
        json!({"version": "2.1.0", "runs": [{}]}),
        json!({"version": "2.2.0", "runs": []}),
    ] {
        assert!(schemas.validate(&wrong, index).is_err(), "{wrong}");
    }
}
