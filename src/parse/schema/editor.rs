//! How an editor finds the schemas of a site.

use super::Schema;
use serde_json::{Map, Value, json};
use std::path::Path;

/// What a schema in the folder `place` is called, seen from a file that lies `depth` folders below
/// the root. `place` is seen from the root, or absolute.
pub fn address(schema: &Schema, place: &str, depth: usize) -> String {
    let name = schema.file_name();
    if Path::new(place).is_absolute() {
        format!("{place}/{name}")
    } else {
        let up = if depth == 0 {
            "./".into()
        } else {
            "../".repeat(depth)
        };
        let folder = if place.is_empty() {
            String::new()
        } else {
            format!("{place}/")
        };
        format!("{up}{folder}{name}")
    }
}

/// The first line of a file, by which editors find its schema.
pub fn first_line(schema: &Schema, place: &str) -> String {
    let depth = 1 + schema.files.matches('/').count();
    let address = address(schema, place, depth);
    format!("# yaml-language-server: $schema={address}")
}

/// `.vscode/settings.json`, with nothing but the schemas.
pub fn settings(schemas: &[Schema], place: &str) -> String {
    let files = schemas.iter().filter(|schema| schema.is_for_yaml_files());
    let pairs: Map<String, Value> = files
        .map(|schema| {
            let files = format!("content/{}", schema.files);
            (address(schema, place, 0), json!(files))
        })
        .collect();
    format!("{:#}\n", json!({"yaml.schemas": pairs}))
}
