//! What docs/theme.md and docs/theme-fields.md say of themes, held to the templates and the code of
//! the views.
//!
//! `UPDATE_DOCS=1 cargo test --test suite theme_fields::` writes the second anew.

use crate::common::{repository, tree};
use pantau::render::Theme;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

/// A struct that templates see: what it is, and its fields in order.
struct Shape {
    about: String,
    fields: Vec<Field>,
}

struct Field {
    name: String,
    kind: String,
    about: String,
}

/// Structs of the code of the views by name. What is not written for templates is left out.
fn shapes() -> BTreeMap<String, Shape> {
    let mut shapes = BTreeMap::new();
    for (path, bytes) in tree(&repository().join("src/view")) {
        if !path.starts_with("admin") {
            read(&String::from_utf8(bytes).unwrap(), &mut shapes);
        }
    }
    shapes
}

fn read(code: &str, shapes: &mut BTreeMap<String, Shape>) {
    let (mut about, mut is_seen, mut is_hidden) = (String::new(), false, false);
    let mut open: Option<(String, Shape)> = None;
    for line in code.lines() {
        let text = line.trim();
        if let Some(comment) = text.strip_prefix("///") {
            about.push_str(comment);
        } else if text.starts_with("#[derive") {
            is_seen = text.contains("Serialize");
        } else if text.starts_with("#[serde(skip)]") {
            is_hidden = true;
        } else if let Some((name, shape)) = open.take() {
            if text == "}" {
                shapes.insert(name, shape);
            } else {
                let mut shape = shape;
                shape
                    .fields
                    .extend(field(text, &about).filter(|_| !is_hidden));
                open = Some((name, shape));
            }
            (about, is_hidden) = (String::new(), false);
        } else {
            let name = struct_name(text).filter(|_| is_seen);
            open = name.map(|name| {
                let about = about.trim().to_owned();
                (
                    name,
                    Shape {
                        about,
                        fields: Vec::new(),
                    },
                )
            });
            about.clear();
            is_seen = false;
        }
    }
}

/// The name in `pub struct Name {`, however far it is seen.
fn struct_name(text: &str) -> Option<String> {
    let (visibility, rest) = text.split_once("struct ")?;
    let name = rest.strip_suffix(" {")?;
    let is_plain = visibility.starts_with("pub") && !name.contains('(');
    is_plain.then(|| name.split('<').next().unwrap().to_owned())
}

fn field(text: &str, about: &str) -> Option<Field> {
    let (name, kind) = text.strip_suffix(',')?.split_once(": ")?;
    let name = name.rsplit(' ').next()?;
    Some(Field {
        name: name.to_owned(),
        kind: kind.replace("&'static str", "String"),
        about: about.trim().to_owned(),
    })
}

/// Templates with the struct that each gets, as `View` tells.
fn pages() -> Vec<(String, String)> {
    let code = fs::read_to_string(repository().join("src/view/mod.rs")).unwrap();
    let lines = code.lines().filter_map(|line| {
        let (variant, template) = line
            .trim()
            .strip_prefix("Self::")?
            .split_once("(_) => \"")?;
        let template = template.strip_suffix("\",")?;
        Some((template.to_owned(), format!("{variant}View")))
    });
    lines.collect()
}

/// The structs that a type names.
fn named<'s>(kind: &str, shapes: &'s BTreeMap<String, Shape>) -> Vec<&'s str> {
    let words = kind.split(|c: char| !c.is_alphanumeric() && c != '_');
    let known = words.filter_map(|word| shapes.get_key_value(word));
    known.map(|(name, _)| name.as_str()).collect()
}

/// `name` and all that its fields lead to, in the order in which they are met.
fn reached<'s>(name: &'s str, shapes: &'s BTreeMap<String, Shape>, met: &mut Vec<&'s str>) {
    if met.contains(&name) {
        return;
    }
    met.push(name);
    for field in &shapes[name].fields {
        for inner in named(&field.kind, shapes) {
            reached(inner, shapes, met);
        }
    }
}

fn document() -> String {
    let shapes = shapes();
    let mut out = String::from(
        "# Fields of templates\n\nWritten from the code by a test; [theme.md](theme.md) says how they are used. `Html` is printed \
         with `| safe`, `Option` may be none, `Vec` is a list.\n\n| template | gets |\n|---|---|\n",
    );
    let mut met = Vec::new();
    let pages = pages();
    for (template, view) in &pages {
        let link = view.to_lowercase();
        writeln!(out, "| `{template}` | [`{view}`](#{link}) |").unwrap();
    }
    for (_, view) in &pages {
        let (name, _) = shapes.get_key_value(view).unwrap();
        reached(name, &shapes, &mut met);
    }
    for name in met {
        let shape = &shapes[name];
        write!(out, "\n## {name}\n\n").unwrap();
        if !shape.about.is_empty() {
            write!(out, "{}\n\n", shape.about).unwrap();
        }
        out.push_str("| field | type | |\n|---|---|---|\n");
        for Field { name, kind, about } in &shape.fields {
            writeln!(
                out,
                "| `{name}` | `{kind}` | {} |",
                about.replace('|', "\\|")
            )
            .unwrap();
        }
    }
    out
}

#[test]
fn the_fields_of_every_template_are_told() {
    let path = repository().join("docs/theme-fields.md");
    let now = document();
    assert!(now.matches("\n## ").count() > 60);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, &now).unwrap();
    }
    let told = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        told == now,
        "docs/theme-fields.md: UPDATE_DOCS=1 cargo test --test suite theme_fields::"
    );
}

fn guide() -> String {
    fs::read_to_string(repository().join("docs/theme.md")).unwrap()
}

/// What stands between back quotes in the first column of the guide's tables.
fn listed(guide: &str) -> BTreeSet<&str> {
    let rows = guide.lines().filter(|line| line.starts_with("| `"));
    let firsts = rows.filter_map(|row| row.split('|').nth(1));
    firsts
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .collect()
}

/// The names that follow `before` in the default theme's templates.
fn defined(before: &str) -> BTreeSet<String> {
    let theme = Theme::default();
    let mut names = BTreeSet::new();
    for (_, text) in theme.templates() {
        for after in text.split(before).skip(1) {
            let end = after.find(|c: char| !c.is_alphanumeric() && c != '_');
            names.insert(after[..end.unwrap_or(after.len())].to_owned());
        }
    }
    // What follows the end of a block is no name.
    names.remove("");
    names
}

#[test]
fn the_guide_lists_every_block_every_component_and_every_template() {
    let guide = guide();
    let listed = listed(&guide);
    let mut wanted: BTreeSet<String> = defined("block ");
    wanted.extend(defined("{% component "));
    let theme = Theme::default();
    let templates = theme.templates().filter_map(|(name, _)| {
        let name = name.strip_prefix("default/")?.to_owned();
        let is_a_page = !["base.html", "components.html"].contains(&name.as_str());
        is_a_page.then(|| format!("templates/{name}"))
    });
    wanted.extend(templates);
    let missing: Vec<&String> = wanted
        .iter()
        .filter(|w| !listed.contains(w.as_str()))
        .collect();
    assert_eq!(missing, [""; 0], "docs/theme.md leaves out");
}

#[test]
fn what_the_guide_lists_is_there() {
    let guide = guide();
    let style = Theme::default().asset(pantau::url::Asset::Style).to_owned();
    let (blocks, components) = (defined("block "), defined("{% component "));
    let files = tree(&repository().join("themes/default"));
    let themes = pantau::render::shipped_themes().collect::<BTreeSet<_>>();
    for name in listed(&guide) {
        let is_there = match name.split_once('*') {
            Some((folder, ending)) => files
                .keys()
                .any(|file| file.starts_with(folder) && file.ends_with(ending)),
            None if name.starts_with("--") => style.contains(&format!(" {name}: ")),
            None => {
                files.contains_key(name)
                    || blocks.contains(name)
                    || components.contains(name)
                    || themes.contains(name)
                    || name == "tema:"
            }
        };
        assert!(is_there, "docs/theme.md lists {name}");
    }
    let tokens = style.split_once("}\n").unwrap().0.split([';', '{']);
    let tokens = tokens
        .filter_map(|part| part.trim().split_once(':'))
        .map(|(name, _)| name);
    let listed = listed(&guide);
    for token in tokens.filter(|name| name.starts_with("--")) {
        assert!(listed.contains(token), "docs/theme.md leaves out {token}");
    }
}
