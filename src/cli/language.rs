//! In which language the command line speaks.
//!
//! What was asked for, else what the site speaks first, else what the machine is set to.

use super::Surroundings;
use super::arguments::{self, Arguments};
use crate::disk::{self, Reread};
use crate::model::Language;
use crate::parse::place::SITE;
use crate::parse::{self, Raw};
use crate::source::Sources;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::Path;

/// The variables that set the language of messages; the first that is not empty counts (POSIX,
/// Base Definitions 8.2).
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language of messages; `site` is `None` where nothing could be read.
pub(super) fn choose(
    arguments: &Arguments,
    site: Option<&Raw>,
    surroundings: &Surroundings,
) -> Language {
    arguments
        .language()
        .or_else(|| site.and_then(first_of_site))
        .unwrap_or_else(|| of_machine(surroundings.variable))
}

/// As [`choose`], for a line that is no order or can't be read: what it says of `--lang` and `--root`
/// counts all the same.
pub(super) fn of_line(line: &[OsString], surroundings: &Surroundings) -> Language {
    let asked = values(line, "--lang").find_map(arguments::language_named);
    let root = values(line, "--root").next().unwrap_or(".");
    asked
        .or_else(|| first_of_site(&settings(Path::new(root))?))
        .unwrap_or_else(|| of_machine(surroundings.variable))
}

/// What stands behind an option, in the next word or after `=`.
fn values<'a>(line: &'a [OsString], option: &'a str) -> impl Iterator<Item = &'a str> {
    let words = line.iter().map(|word| word.to_str().unwrap_or_default());
    let words: Vec<&str> = words.take_while(|word| *word != "--").collect();
    let next = words.clone().into_iter().skip(1).map(Some).chain([None]);
    words
        .into_iter()
        .zip(next)
        .filter_map(move |(word, next)| match word.strip_prefix(option)? {
            "" => next,
            rest => rest.strip_prefix('='),
        })
}

/// The site's own file as it is written, for the language that it speaks; `None` where it can't be read.
pub(super) fn settings(root: &Path) -> Option<Raw> {
    let Reread::Bytes(bytes) = disk::read_file(root, SITE).ok()? else {
        return None;
    };
    Some(parse::parse(&Sources {
        files: BTreeMap::from([(SITE.to_owned(), bytes)]),
        ..Sources::default()
    }))
}

/// The first entry of `bahasa`; none where it is not written or `situs.yml` can't be read.
fn first_of_site(raw: &Raw) -> Option<Language> {
    let site = raw.site.as_ref()?.record.as_ref()?;
    site.languages.first().map(|language| language.value)
}

/// English where the machine speaks it; Indonesian in every other case, `C` and `POSIX` included.
fn of_machine(variable: super::Variable) -> Language {
    let locale = VARIABLES
        .into_iter()
        .filter_map(variable)
        .find(|value| !value.is_empty());
    match locale {
        Some(locale) if speaks_english(&locale.to_string_lossy()) => Language::English,
        _ => Language::Indonesian,
    }
}

fn speaks_english(locale: &str) -> bool {
    let begins = locale.get(..2);
    begins.is_some_and(|language| language.eq_ignore_ascii_case("en"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::OsString;

    type Setting = fn(&str) -> Option<OsString>;

    #[test]
    fn what_a_line_says_of_an_option_is_found_wherever_it_stands() {
        let found = |line: &[&str]| -> Vec<String> {
            let line: Vec<OsString> = line.iter().map(OsString::from).collect();
            values(&line, "--lang").map(str::to_owned).collect()
        };
        assert_eq!(found(&["pantau", "bulid", "--lang", "en"]), ["en"]);
        assert_eq!(found(&["pantau", "--lang=id", "x", "--lang"]), ["id"]);
        assert_eq!(found(&["pantau", "--language", "en"]), [""; 0]);
        assert_eq!(found(&["pantau", "--", "--lang", "en"]), [""; 0]);
    }

    #[test]
    fn the_first_variable_that_says_something_decides() {
        let table: [(&str, Setting, Language); 9] = [
            ("nothing is set", |_| None, Language::Indonesian),
            (
                "all is empty",
                |_| Some(OsString::new()),
                Language::Indonesian,
            ),
            (
                "LANG=en",
                |name| (name == "LANG").then(|| "en_US.UTF-8".into()),
                Language::English,
            ),
            (
                "LANG=EN",
                |name| (name == "LANG").then(|| "EN".into()),
                Language::English,
            ),
            (
                "LANG=id",
                |name| (name == "LANG").then(|| "id_ID.UTF-8".into()),
                Language::Indonesian,
            ),
            (
                "LANG=C",
                |name| (name == "LANG").then(|| "C".into()),
                Language::Indonesian,
            ),
            (
                "LANG=jv",
                |name| (name == "LANG").then(|| "jv_ID".into()),
                Language::Indonesian,
            ),
            (
                "LC_MESSAGES goes before LANG, an empty LC_ALL does not",
                |name| {
                    Some(match name {
                        "LC_MESSAGES" => "en_GB".into(),
                        "LANG" => "id_ID".into(),
                        _ => OsString::new(),
                    })
                },
                Language::English,
            ),
            (
                "LC_ALL goes before all",
                |name| Some(if name == "LC_ALL" { "POSIX" } else { "en_US" }.into()),
                Language::Indonesian,
            ),
        ];
        for (what, variable, expected) in table {
            assert_eq!(of_machine(variable), expected, "{what}");
        }
    }
}
