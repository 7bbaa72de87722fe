//! JSON Schemas of the data files, written from the tables that read them: what an editor needs
//! to complete keys, to explain them and to mark slips while somebody types.
//!
//! They are draft-07, the newest that the YAML language server reads. A schema sees values as
//! YAML 1.2 resolves them, one file at a time, and never refuses what the reader accepts; what
//! it can't see (a number's raw text, another file) `check` tells.

pub mod editor;
mod value;

use super::place::KINDS;
use super::record::{FieldInfo, Kind, Need, Record, Words};
use super::reference::FILES;
use serde_json::{Map, Value, json};

/// The schema of one kind of file.
#[derive(Clone, Debug)]
pub struct Schema {
    /// What kind of file: `kontrak`.
    pub name: &'static str,
    /// Where these files stand below `content/`: `kontrak/*/*.yml`.
    pub files: &'static str,
    /// The schema itself.
    pub json: Value,
}

impl Schema {
    /// `kontrak.schema.json`
    pub fn file_name(&self) -> String {
        format!("{}.schema.json", self.name)
    }

    /// The schema as it stands in its file.
    pub fn text(&self) -> String {
        format!("{:#}\n", self.json)
    }

    /// Whether it is for whole YAML files; a page holds YAML in its front matter only, where
    /// editors don't look for it.
    pub fn is_for_yaml_files(&self) -> bool {
        self.files.ends_with(".yml")
    }
}

/// What a single value of this kind must look like, as a pattern, and what to write where it does not;
/// `None` where any text will do, or where the pattern is not one of plain ECMAScript.
pub fn pattern(kind: &Kind) -> Option<(String, String)> {
    let schema = value::schema(kind);
    let pattern = schema["pattern"]
        .as_str()
        .filter(|text| !text.contains(r"\p"))?;
    let told = schema["patternErrorMessage"].as_str()?;
    let indonesian = told.split_once(" / ").map_or(told, |(first, _)| first);
    Some((pattern.to_owned(), indonesian.to_owned()))
}

/// One schema for each kind of file, each complete in itself.
pub fn schemas() -> Vec<Schema> {
    let kinds = KINDS.into_iter().zip(FILES);
    kinds
        .map(|((name, files), record)| Schema {
            name,
            files,
            json: of_file(name, record),
        })
        .collect()
}

fn of_file(name: &str, record: &'static Record) -> Value {
    let mut definitions = Definitions::default();
    let mut schema = if name == LIST {
        let items = definitions.of(&Kind::Record(record));
        json!({"type": "array", "items": items})
    } else {
        definitions.object(record)
    };
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema["title"] = json!(title(record));
    describe(&mut schema, record.about);
    schema["definitions"] = Value::Object(definitions.0);
    schema
}

/// The one kind of file that holds a list of records.
const LIST: &str = "evaluasi";

/// What schemas refer to, by name; records under the names of their types.
#[derive(Default)]
struct Definitions(Map<String, Value>);

impl Definitions {
    fn of(&mut self, kind: &Kind) -> Value {
        match kind {
            Kind::List(item) => json!({"type": "array", "items": self.of(item)}),
            Kind::Map(key, value) => json!({
                "type": "object",
                "propertyNames": self.of(key),
                "additionalProperties": self.of(value),
            }),
            Kind::OneOf(kinds) => {
                let schemas: Vec<_> = kinds.iter().map(|kind| self.of(kind)).collect();
                json!({"anyOf": schemas})
            }
            Kind::Record(record) => self.named(record.type_name(), |all| all.object(record)),
            single => match value::name(single) {
                Some(name) => self.named(name, |_| value::schema(single)),
                None => value::schema(single),
            },
        }
    }

    /// A reference to a definition, which is made when it is first asked for.
    fn named(&mut self, name: &str, make: impl FnOnce(&mut Self) -> Value) -> Value {
        if !self.0.contains_key(name) {
            // Keeps the place: a record may lead back to itself.
            self.0.insert(name.to_owned(), Value::Null);
            let schema = make(self);
            self.0.insert(name.to_owned(), schema);
        }
        json!({"$ref": format!("#/definitions/{name}")})
    }

    fn object(&mut self, record: &'static Record) -> Value {
        let fields = || record.all_fields();
        let required = fields().filter(|field| field.need == Need::Required);
        let required: Vec<_> = required.map(|field| field.key).collect();
        let properties: Map<_, _> = fields()
            .map(|field| (field.key.to_owned(), self.property(field)))
            .collect();
        let mut schema = json!({
            "type": "object",
            "title": title(record),
            "properties": properties,
            "additionalProperties": false,
        });
        describe(&mut schema, record.about);
        if !required.is_empty() {
            schema["required"] = json!(required);
        }
        schema
    }

    /// What a key means stands beside the reference to what it holds: validators pass over it
    /// there, as draft-07 has them do, and editors show it.
    fn property(&mut self, field: &FieldInfo) -> Value {
        let mut schema = self.of(&(field.kind)());
        describe(&mut schema, field.about);
        schema
    }
}

/// The record in a word or two: how its description begins, up to the first stop.
fn title(record: &Record) -> &'static str {
    let about = record.about.id;
    about
        .split([':', ';', '.'])
        .next()
        .unwrap_or(about)
        .trim_end()
}

/// Indonesian first. Editors show the Markdown where they can, the plain text elsewhere.
fn describe(schema: &mut Value, about: Words) {
    let Words { id, en } = about;
    schema["description"] = json!(format!("{id}\n\n{en}"));
    schema["markdownDescription"] = json!(format!("{id}\n\n*{en}*"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn the_schemas_in_docs_are_up_to_date() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schemas");
        let schemas = schemas();
        if std::env::var_os("UPDATE_DOCS").is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            for schema in &schemas {
                std::fs::write(folder.join(schema.file_name()), schema.text()).unwrap();
            }
        }
        for schema in &schemas {
            let name = schema.file_name();
            let found = std::fs::read_to_string(folder.join(&name)).unwrap_or_default();
            assert!(
                found == schema.text(),
                "{name}: run the tests with UPDATE_DOCS=1"
            );
        }
        let files = std::fs::read_dir(&folder).unwrap().count();
        assert_eq!(files, schemas.len());
    }

    #[test]
    fn each_schema_is_for_the_files_of_its_record() {
        for (schema, record) in schemas().into_iter().zip(FILES) {
            let (folder, _) = schema.files.split_once('*').unwrap_or((schema.files, ""));
            assert!(folder.starts_with(schema.name), "{folder}");
            let about = record.about.id;
            assert!(about.contains(&format!("`{folder}")), "{folder}: {about}");
        }
    }

    /// Every schema anywhere inside a schema, with the keys that led to it.
    fn walk(path: &str, schema: &Value, visit: &mut impl FnMut(&str, &Map<String, Value>)) {
        match schema {
            Value::Object(keys) => {
                visit(path, keys);
                for (key, below) in keys {
                    walk(&format!("{path}/{key}"), below, visit);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| walk(path, item, visit)),
            _ => {}
        }
    }

    #[test]
    fn every_reference_leads_somewhere_and_every_definition_is_used() {
        for schema in schemas() {
            let definitions = schema.json["definitions"].as_object().unwrap();
            let mut used: Vec<String> = Vec::new();
            walk("", &schema.json, &mut |_, keys| {
                let reference = keys.get("$ref").and_then(Value::as_str);
                used.extend(reference.map(|to| to.replace("#/definitions/", "")));
            });
            used.sort();
            used.dedup();
            assert!(definitions.keys().eq(&used), "{}: {used:?}", schema.name);
        }
    }

    #[test]
    fn every_key_is_described_in_both_languages_and_every_title_is_short() {
        let mut keys = 0;
        for schema in schemas() {
            walk("", &schema.json, &mut |path, schema| {
                if path.rsplit('/').nth(1) == Some("properties") {
                    let text = schema["description"].as_str().unwrap();
                    assert_eq!(text.matches("\n\n").count(), 1, "{path}: {text}");
                    keys += 1;
                }
                if let Some(title) = schema.get("title").and_then(Value::as_str) {
                    let fits = (3..36).contains(&title.len()) && !title.contains('`');
                    assert!(fits, "{path}: {title}");
                }
            });
        }
        assert!(keys > 150, "{keys}");
    }
}
