//! A key of the data as a field of the form.

use crate::model::{Date, Register};
use crate::parse::record::{FieldInfo, Kind, Need, Record};
use crate::parse::schema::pattern;
use crate::view::scene::Scene;
use serde_json::{Map, Value, json};

/// Every key of `record` that a form has a field for. Keys that map ids to something have none here:
/// which ids there are hangs on the file.
pub(super) fn fields(scene: &Scene<'_>, record: &'static Record) -> Vec<Value> {
    let all = record.all_fields();
    all.filter_map(|info| field(scene, info)).collect()
}

/// A key as a field; `None` where the form has none.
pub(super) fn field(scene: &Scene<'_>, info: &FieldInfo) -> Option<Value> {
    let mut field = Map::from_iter([
        ("name".to_owned(), json!(info.key)),
        ("label".to_owned(), json!(label(info.key))),
    ]);
    // "Catatan." beside "Catatan" says nothing.
    let hint = info.about.id;
    if hint.trim_end_matches('.') != label(info.key) {
        field.insert("hint".to_owned(), json!(hint));
    }
    if info.need == Need::Optional {
        field.insert("required".to_owned(), json!(false));
    }
    field.extend(widget(scene, info.key, &(info.kind)())?);
    Some(Value::Object(field))
}

/// `tindak_lanjut` → `Tindak lanjut`.
pub(super) fn label(key: &str) -> String {
    match key {
        "opd" => "OPD".to_owned(),
        "url" => "Alamat web".to_owned(),
        "en" => "Bahasa Inggris".to_owned(),
        key => {
            let words = key.replace('_', " ");
            let mut letters = words.chars();
            let first = letters.next().map(|c| c.to_uppercase().to_string());
            first.unwrap_or_default() + letters.as_str()
        }
    }
}

/// What a field of this kind is for the program.
fn widget(scene: &Scene<'_>, key: &str, kind: &Kind) -> Option<Map<String, Value>> {
    let widget = match kind {
        Kind::Markdown => json!({ "widget": "text" }),
        Kind::Date => date(),
        Kind::Choice(words) => json!({ "widget": "select", "options": words }),
        Kind::Id(of) => match choices(scene, of) {
            Some(options) => json!({ "widget": "select", "options": options }),
            None => text(kind),
        },
        Kind::MediaPath if key == "foto" => json!({ "widget": "image" }),
        Kind::MediaPath => json!({ "widget": "file" }),
        Kind::Record(record) => json!({ "widget": "object", "fields": fields(scene, record) }),
        Kind::List(item) => list(scene, key, item)?,
        // What stands there may have one of several forms, and a field that does not know the form
        // would take it away.
        Kind::Map(..) | Kind::OneOf(_) | Kind::Boolean => return None,
        single => text(single),
    };
    match widget {
        Value::Object(widget) => Some(widget),
        _ => None,
    }
}

/// A line of text. What stands in it is saved as it was typed, so that no number loses a digit.
fn text(kind: &Kind) -> Value {
    match pattern(kind) {
        Some((pattern, told)) => json!({ "widget": "string", "pattern": [pattern, told] }),
        None => json!({ "widget": "string" }),
    }
}

/// A line for a number in one of the forms that the gate accepts.
pub(super) fn number() -> Value {
    text(&Kind::Number)
}

/// A day, without a time.
fn date() -> Value {
    json!({ "widget": "datetime", "type": "date", "format": "YYYY-MM-DD" })
}

/// Of records, or of single values.
fn list(scene: &Scene<'_>, key: &str, item: &Kind) -> Option<Value> {
    if let Kind::Record(record) = item {
        return Some(json!({ "widget": "list", "fields": fields(scene, record) }));
    }
    let mut field = widget(scene, key, item)?;
    field.insert("name".to_owned(), json!("butir"));
    field.insert("label".to_owned(), json!(label(key)));
    Some(json!({ "widget": "list", "field": field }))
}

/// What can be chosen where an id is asked for: the name of each, its id as what is saved.
fn choices(scene: &Scene<'_>, of: &str) -> Option<Vec<Value>> {
    let register: &Register = scene.register;
    let (words, option) = (
        &scene.words,
        |id: String, name: &str| json!({ "label": name, "value": id }),
    );
    Some(match of {
        "opd" => {
            let all = register.opds.values();
            all.map(|opd| option(opd.id.to_string(), words.plain(&opd.name)))
                .collect()
        }
        "jabatan" => {
            let all = register.posts.values();
            all.map(|post| option(post.id.to_string(), words.plain(&post.name)))
                .collect()
        }
        "pejabat" => {
            let all = register.people.values();
            all.map(|person| option(person.id.to_string(), &scene.person_name(person)))
                .collect()
        }
        "aturan" => {
            let all = register.regimes.keys();
            all.map(|id| option(id.to_string(), id.as_ref())).collect()
        }
        _ => return None,
    })
}

/// Where a value may be a day or the word `belum`.
pub(super) fn completion(told: &str) -> Value {
    let pattern = r"^(belum|[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$";
    json!({ "widget": "string", "pattern": [pattern, told] })
}

/// `2026-03-30`
pub(super) fn iso(day: Date) -> String {
    day.to_string()
}
