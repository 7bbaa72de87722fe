//! `datapackage.json`: every table with its columns, keys and references (Frictionless Data
//! Package and Table Schema, version 2).

use super::{data_page, sound, title};
use crate::data::{Column, Kind, Necessity, Reference, Table, TableName, table};
use crate::format::MessageError;
use crate::model::{Language, Licence};
use crate::url::{DataFile, TableForm};
use crate::view::scene::Scene;
use serde_json::{Value, json};

const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";
const SCHEMA: &str = "https://datapackage.org/profiles/2.0/tableschema.json";

/// The description of all tables.
///
/// # Errors
/// Messages that it needs and the locale files don't have.
pub fn package(scene: Scene<'_>) -> Result<Value, Vec<MessageError>> {
    let site = &scene.register.site;
    let government = scene.words.plain(&site.government);
    let resources: Vec<Value> = TableName::ALL.map(|name| resource(&scene, name)).into();
    let mut package = json!({
        "$schema": PROFILE,
        "name": "pantau",
        "id": data_page(&scene),
        "title": title(&scene),
        "description": format!("{} {}", scene.words.text("data_lead"), scene.words.text("data_formula_text")),
        "homepage": data_page(&scene),
        "version": scene.score.today.to_string(),
        "created": format!("{}T00:00:00Z", scene.score.today),
        "licenses": [licence(&site.licence)],
        "contributors": [{ "title": government, "roles": ["publisher"] }],
        "sources": [source(&scene)],
        "sample_data": site.sample_data,
        "resources": resources,
    });
    if let Some(commit) = scene.latest_commit {
        package["commit"] = json!(commit.id);
    }
    sound(scene, package)
}

/// By its SPDX id, with name and address where it is known.
fn licence(spdx: &str) -> Value {
    match Licence::known(spdx) {
        Some(licence) => json!({ "name": spdx, "title": licence.title, "path": licence.url }),
        None => json!({ "name": spdx, "title": spdx }),
    }
}

/// Whence the figures come: the repository, where it is public.
fn source(scene: &Scene<'_>) -> Value {
    let site = &scene.register.site;
    let title = scene.words.plain(&site.government);
    match &site.repository {
        Some(path) => json!({ "title": title, "path": path }),
        None => json!({ "title": title }),
    }
}

fn resource(scene: &Scene<'_>, name: TableName) -> Value {
    let table = table(name);
    let file = DataFile::Table(name.key(), TableForm::Csv);
    json!({
        "name": name.key(),
        "type": "table",
        "path": file.name(),
        "format": TableForm::Csv.extension(),
        "mediatype": file.media_type(),
        "encoding": "utf-8",
        "title": table.about(scene.words.language()),
        "description": table.about(Language::English),
        "schema": schema(table, scene.words.language()),
    })
}

fn schema(table: &Table, language: Language) -> Value {
    let fields: Vec<Value> = table.columns.iter().map(|c| field(c, language)).collect();
    let mut schema = json!({
        "$schema": SCHEMA,
        "fields": fields,
        "primaryKey": table.key,
        "missingValues": [""],
    });
    if !table.references.is_empty() {
        let keys = table.references.iter();
        let keys: Vec<Value> = keys.map(|key| foreign_key(table, key)).collect();
        schema["foreignKeys"] = Value::Array(keys);
    }
    schema
}

fn field(column: &Column, language: Language) -> Value {
    let mut constraints = json!({});
    if column.necessity == Necessity::Always {
        constraints["required"] = json!(true);
    }
    match column.kind {
        Kind::Choice(words) => constraints["enum"] = json!(words),
        Kind::Quarter => constraints["pattern"] = json!("[0-9]{4}-tw[1-4]"),
        _ => {}
    }
    let mut field = json!({
        "name": column.name,
        "type": kind(column.kind),
        "title": column.about(language),
        "description": column.about(Language::English),
        "constraints": constraints,
    });
    if column.kind == Kind::Address {
        field["format"] = json!("uri");
    }
    field
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Choice(_) | Kind::Quarter | Kind::Address => "string",
        Kind::Whole => "integer",
        Kind::Year => "year",
        Kind::Number | Kind::Rupiah | Kind::Percent => "number",
        Kind::Date => "date",
        Kind::Moment => "datetime",
    }
}

/// A table that refers to itself names no other.
fn foreign_key(table: &Table, reference: &Reference) -> Value {
    let other = (table.name != Some(reference.to)).then(|| reference.to.key());
    json!({
        "fields": reference.columns,
        "reference": { "resource": other.unwrap_or_default(), "fields": reference.named },
    })
}
