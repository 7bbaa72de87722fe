//! What a new site begins with, as files in memory: a sample, or an empty site made from a few
//! answers; and what a host of git runs for it.
//!
//! It asks nobody anything and writes nothing.

mod blank;
mod ci;
mod sample;

pub use blank::{Answers, Question, as_meant, blank, refusal};
pub use ci::{CiHost, time_zone, workflow};
pub use sample::{Embedded, Sample, Step, sample_site, samples, surroundings};

use crate::parse::schema::editor::{first_line, settings};
use crate::parse::schema::{Schema, schemas};
use std::collections::BTreeMap;

/// The files of a site's folder by path, with `/` between its parts.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The folder of the schemas.
const SCHEMAS: &str = "skema";

/// What git leaves alone: the published site, which is built anew, and forms on their way.
const IGNORED: &str = "/public/\n/.public.pantau-*\n/formulir/\n";

const README: &str = include_str!("README.md");

/// A site's folder around the sources in `content`, whose paths begin below `content/`.
fn site_folder(content: Files, readme: String) -> Files {
    let schemas = schemas();
    let mut files = in_site(content);
    for schema in &schemas {
        let path = format!("{SCHEMAS}/{}", schema.file_name());
        files.insert(path, schema.text().into_bytes());
    }
    let settings = settings(&schemas, SCHEMAS);
    files.insert(".vscode/settings.json".into(), settings.into_bytes());
    files.insert(".gitignore".into(), IGNORED.into());
    files.insert("README.md".into(), readme.into_bytes());
    files
}

/// Sources by path below the site's folder, each beginning with the line by which an editor finds
/// its schema.
fn in_site(content: Files) -> Files {
    let schemas = schemas();
    let files = content.into_iter().map(|(path, bytes)| {
        let bytes = match schema_of(&schemas, &path) {
            Some(schema) => with_first_line(&first_line(schema, SCHEMAS), &bytes),
            None => bytes,
        };
        (format!("content/{path}"), bytes)
    });
    files.collect()
}

/// The schema of a YAML file below `content/`, by the folder it stands in.
fn schema_of<'s>(schemas: &'s [Schema], path: &str) -> Option<&'s Schema> {
    let folder = path.strip_suffix(".yml")?.split('/').next();
    schemas.iter().find(|schema| Some(schema.name) == folder)
}

/// `bytes` below the line by which an editor finds their schema, which takes the place of another
/// such line.
fn with_first_line(line: &str, bytes: &[u8]) -> Vec<u8> {
    let end = bytes.iter().position(|byte| *byte == b'\n');
    let (first, below) = bytes.split_at(end.map_or(bytes.len(), |end| end + 1));
    let is_old = first.starts_with(b"# yaml-language-server:");
    let rest = if is_old { below } else { bytes };
    [line.as_bytes(), b"\n", rest].concat()
}

/// `text` with each `{name}` of `values` replaced; what was put in is not looked at again.
fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let found = values.iter().find_map(|(name, value)| {
            let rest = after.strip_prefix(name)?.strip_prefix('}')?;
            Some((value, rest))
        });
        rest = match found {
            Some((value, rest)) => {
                filled.push_str(value);
                rest
            }
            None => {
                filled.push('{');
                after
            }
        };
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_stays_as_it_is() {
        let values = [("a", "{b}"), ("b", "dua")];
        assert_eq!(fill("{a} {b} {c} { {{b}", &values), "{b} dua {c} { {dua");
        assert_eq!(fill("", &values), "");
    }

    #[test]
    fn an_editor_finds_the_schema_of_a_file_by_one_line_alone() {
        let table = [
            ("a: 1\n", "# new\na: 1\n"),
            ("# yaml-language-server: $schema=x\na: 1\n", "# new\na: 1\n"),
            ("# yaml-language-server: $schema=x", "# new\n"),
            ("", "# new\n"),
        ];
        for (before, after) in table {
            let found = with_first_line("# new", before.as_bytes());
            assert_eq!(String::from_utf8(found).unwrap(), after);
        }
    }
}
