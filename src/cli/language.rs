//! In which language the command line speaks.
//!
//! What was asked for, else what the site speaks first, else what the machine is set to.

use super::Surroundings;
use super::arguments::Arguments;
use crate::model::Language;
use crate::parse::Raw;

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
