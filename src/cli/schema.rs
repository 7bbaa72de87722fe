//! `pantau schema`: the schemas of the data files, and how an editor finds them.

use super::arguments::Schema as Options;
use super::words::CliWords;
use super::{FINE, Failure};
use crate::disk::{self, Written};
use crate::format::Arg;
use crate::parse::schema::editor::{first_line, settings};
use crate::parse::schema::{Schema, schemas};
use std::io::{self, Write};
use std::path::{Path, PathBuf, absolute};

pub(super) fn schema(options: &Options, words: &CliWords) -> Result<u8, Failure> {
    let root = &options.root;
    let out = options.out.clone().unwrap_or_else(|| root.join("skema"));
    let schemas = schemas();
    let mut kept = 0;
    for schema in &schemas {
        let written = disk::write_file(&out, &schema.file_name(), schema.text().as_bytes())?;
        kept += usize::from(written == Written::Kept);
    }
    let place = place(root, &out);
    let count = |n: usize| Arg::Count(n as u64);
    let counts = [
        ("count", count(schemas.len())),
        ("written", count(schemas.len() - kept)),
        ("kept", count(kept)),
        ("out", Arg::from(place.as_str())),
    ];
    writeln!(io::stdout(), "{}", words.with("schemas_written", &counts))?;
    let (lines, settings) = (first_lines(&schemas, &place), settings(&schemas, &place));
    let told = words.say(
        "schemas_use",
        &[
            ("lines", lines.trim_end()),
            ("settings", settings.trim_end()),
        ],
    );
    writeln!(io::stdout(), "\n{told}")?;
    Ok(FINE)
}

/// Where the schemas stand, seen from the root; the whole path when they stand outside it. With
/// `/` on every system, as editors want it.
fn place(root: &Path, out: &Path) -> String {
    let whole = |path: &Path| absolute(path).unwrap_or_else(|_| path.to_owned());
    let out = whole(out);
    let inside: PathBuf = match out.strip_prefix(whole(root)) {
        Ok(inside) => inside.to_owned(),
        Err(_) => out,
    };
    let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/").replace("//", "/")
}

fn first_lines(schemas: &[Schema], place: &str) -> String {
    let files = schemas.iter().filter(|schema| schema.is_for_yaml_files());
    files
        .map(|schema| {
            format!(
                "content/{}\n  {}\n",
                schema.files,
                first_line(schema, place)
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::schema::editor::address;
    use std::fs;

    const SHIPPED: &str = "docs/schemas";

    fn repository() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR"))
    }

    /// Holds a file to a text, or writes it where that was asked for.
    fn hold(file: &Path, text: &str) {
        if std::env::var_os("UPDATE_DOCS").is_some() {
            fs::write(file, text).unwrap();
        }
        let found = fs::read_to_string(file).unwrap_or_default();
        let file = file.display();
        assert!(found == text, "{file}: run the tests with UPDATE_DOCS=1");
    }

    #[test]
    fn the_repository_is_set_up_for_editors_as_the_verb_tells() {
        let schemas = schemas();
        let file = repository().join(".vscode/settings.json");
        hold(&file, &settings(&schemas, SHIPPED));
        let mut files = 0;
        for entry in walkdir::WalkDir::new(repository().join("content")) {
            let path = entry.unwrap().into_path();
            if path.extension().is_none_or(|extension| extension != "yml") {
                continue;
            }
            let kind = path.strip_prefix(repository().join("content")).unwrap();
            let kind = Path::new(kind.iter().next().unwrap()).file_stem().unwrap();
            let schema = schemas.iter().find(|schema| *schema.name == *kind).unwrap();
            let text = fs::read_to_string(&path).unwrap();
            let rest = match text.split_once('\n') {
                Some((first, rest)) if first.contains("$schema=") => rest,
                _ => &text,
            };
            let line = first_line(schema, SHIPPED);
            hold(&path, &format!("{line}\n{rest}"));
            let (_, address) = line.split_once('=').unwrap();
            let folder = path.parent().unwrap().join(address);
            let folder = folder.parent().unwrap().canonicalize().unwrap();
            assert!(folder.ends_with(SHIPPED), "{}", path.display());
            files += 1;
        }
        assert!(files > 100, "{files}");
    }

    #[test]
    fn a_schema_is_found_from_wherever_it_stands() {
        let schemas = schemas();
        let contract = schemas
            .iter()
            .find(|schema| schema.name == "kontrak")
            .unwrap();
        let from = |root: &str, out: &str| {
            let place = place(Path::new(root), Path::new(out));
            let line = first_line(contract, &place);
            let line = line.split_once('=').unwrap().1.to_owned();
            (line, address(contract, &place, 0))
        };
        let name = "kontrak.schema.json";
        let inside = (format!("../../../skema/{name}"), format!("./skema/{name}"));
        assert_eq!(from(".", "./skema"), inside);
        assert_eq!(from("a/b", "a/b/skema"), inside);
        let root = (format!("../../../{name}"), format!("./{name}"));
        assert_eq!(from("a", "a"), root);
        #[cfg(unix)]
        {
            let outside = format!("/elsewhere/{name}");
            assert_eq!(from("a", "/elsewhere"), (outside.clone(), outside));
        }
    }
}
