//! `pantau new tema`: files of a theme, to be changed.

use super::super::arguments::NewTheme;
use super::super::paths::shown;
use super::super::words::CliWords;
use super::super::{FINE, Failure};
use crate::disk;
use crate::parse::near::nearest;
use crate::render::shipped_files;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Writes the files that were asked for as the shipped theme has them.
///
/// # Errors
/// A file that it does not have, or one that is there already with other content; then none is written.
pub(super) fn theme(options: &NewTheme, words: &CliWords) -> Result<u8, Failure> {
    let mut shipped = shipped_files(&options.like);
    let mut files = BTreeMap::new();
    for name in &options.files {
        match shipped.remove(name) {
            Some(text) => {
                files.insert(format!("themes/{}/{name}", options.name), text.into_bytes())
            }
            None => return Err(no_such_file(name, &shipped)),
        };
    }
    let root = &options.place.root;
    disk::add_to_tree(root, &files)?;
    let mut out = io::stdout();
    for path in files.keys() {
        let file = shown(&root.join(path)).display().to_string();
        writeln!(out, "{}", words.say("file_written", &[("file", &file)]))?;
    }
    writeln!(
        out,
        "{}",
        words.say("theme_next", &[("name", options.name.as_str())])
    )?;
    Ok(FINE)
}

fn no_such_file(name: &str, shipped: &BTreeMap<String, String>) -> Failure {
    let files = || shipped.keys().map(String::as_str);
    Failure::NoThemeFile {
        name: name.to_owned(),
        near: nearest(name, files()).map(str::to_owned),
        files: files().collect::<Vec<_>>().join(", "),
    }
}
