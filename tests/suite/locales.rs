//! The words of the theme that comes with pantau: both languages say the same things, nothing
//! said is missing, nothing missing is said.

use crate::common::{SAMPLE_DAY, repository, sample_sources, site, tree};
use pantau::format::Messages;
use pantau::model::Language;
use pantau::render::{Theme, tongue};
use std::collections::{BTreeMap, BTreeSet};

fn messages(language: Language) -> Messages {
    tongue(&Theme::default(), language).unwrap().messages
}

/// Every key with the arguments that its message mentions.
type Needs = BTreeMap<String, BTreeSet<String>>;

fn said(language: Language) -> Needs {
    let messages = messages(language);
    let keys = messages.keys();
    keys.map(|key| {
        (
            key.to_owned(),
            messages.needed(key).unwrap().iter().cloned().collect(),
        )
    })
    .collect()
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_arguments() {
    let [indonesian, english] = Language::ALL.map(said);
    let not_in = |one: &Needs, other: &Needs| {
        let different = one
            .iter()
            .filter(|(key, needs)| other.get(*key) != Some(needs));
        different
            .map(|(key, needs)| format!("{key} {needs:?}"))
            .collect::<Vec<_>>()
    };
    assert_eq!(not_in(&indonesian, &english), not_in(&english, &indonesian));
    assert_eq!(not_in(&indonesian, &english), [""; 0]);
    assert!(indonesian.len() > 250, "{}", indonesian.len());
}

/// The code of `view`, by file.
fn views() -> BTreeMap<String, String> {
    let files = tree(&repository().join("src/view")).into_iter();
    files
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .map(|(path, text)| (path, without_tests(&text).to_owned()))
        .collect()
}

fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod ").next().unwrap()
}

/// The texts between quotation marks.
fn literals(code: &str) -> BTreeSet<&str> {
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines
        .flat_map(|line| line.split('"').skip(1).step_by(2))
        .collect()
}

fn is_key_like(text: &str) -> bool {
    let of_a_key = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(of_a_key)
}

/// The keys that templates ask for as `t.key`.
fn in_templates() -> BTreeSet<String> {
    let theme = Theme::default();
    let mut keys = BTreeSet::new();
    for (_, text) in theme.templates() {
        for (at, _) in text.match_indices("t.") {
            let begins = !text[..at].ends_with(|c: char| c.is_alphanumeric() || "_.".contains(c));
            let rest = &text[at + 2..];
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
            let key = &rest[..end.unwrap_or(rest.len())];
            keys.extend((begins && is_key_like(key)).then(|| key.to_owned()));
        }
    }
    keys
}

/// Keys that are put together: what `format!` begins and ends them with, and the file that has
/// their middles as texts of its own.
const FAMILIES: [(&str, &str, &str); 3] = [
    ("method_", "", "method.rs"),
    ("method_", "_formula", "method.rs"),
    ("method_", "_reached", "method.rs"),
];

fn in_family(key: &str, views: &BTreeMap<String, String>) -> bool {
    FAMILIES.iter().any(|(prefix, suffix, file)| {
        let middle = key
            .strip_prefix(prefix)
            .and_then(|rest| rest.strip_suffix(suffix));
        middle.is_some_and(|middle| literals(&views[*file]).contains(middle))
    })
}

#[test]
fn the_families_of_keys_are_those_that_the_code_puts_together() {
    let views = views();
    let mut found = BTreeSet::new();
    for (file, code) in &views {
        let formats = code
            .match_indices("format!(\"")
            .map(|(at, word)| &code[at + word.len()..]);
        for text in formats.filter_map(|rest| rest.split('"').next()) {
            let Some((prefix, rest)) = text.split_once('{') else {
                continue;
            };
            let suffix = rest.split_once('}').unwrap().1;
            if is_key_like(prefix) && (suffix.is_empty() || suffix.starts_with('_')) {
                found.insert((prefix, suffix, file.as_str()));
            }
        }
    }
    assert_eq!(found, BTreeSet::from(FAMILIES));
}

#[test]
fn every_message_is_said_somewhere() {
    let views = views();
    let literals: BTreeSet<&str> = views.values().flat_map(|code| literals(code)).collect();
    let in_templates = in_templates();
    let unsaid = said(Language::Indonesian).into_keys().filter(|key| {
        !literals.contains(key.as_str()) && !in_templates.contains(key) && !in_family(key, &views)
    });
    assert_eq!(unsaid.collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn every_text_that_a_template_asks_for_is_there_and_needs_nothing() {
    let messages = messages(Language::Indonesian);
    let keys = in_templates();
    let missing = keys.iter().filter(|key| messages.text(key).is_err());
    assert_eq!(missing.collect::<Vec<_>>(), [""; 0]);
    assert!(keys.len() > 30, "{keys:?}");
}

/// What stands right behind `call(`, where that is a text.
fn first_arguments<'c>(code: &'c str, call: &'c str) -> impl Iterator<Item = &'c str> {
    let calls = code
        .match_indices(call)
        .map(|(at, call)| &code[at + call.len()..]);
    calls.filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
}

#[test]
fn every_message_that_the_code_says_is_there() {
    let known = said(Language::Indonesian);
    let views = views();
    let calls = ["text(", "say(", "html(", "html_around(", "fact(", "prose("];
    let mut asked = BTreeSet::new();
    for code in views.values() {
        for call in calls {
            asked.extend(first_arguments(code, call).filter(|key| is_key_like(key)));
        }
    }
    let missing: Vec<&&str> = asked
        .iter()
        .filter(|key| !known.contains_key(**key))
        .collect();
    assert_eq!(missing, Vec::<&&str>::new());
    assert!(asked.len() > 80, "{}", asked.len());
}

/// Keys also stand in tables and matches. Whatever looks like one is one, or one of these.
#[test]
fn every_text_in_the_code_that_looks_like_a_key_is_one() {
    let known = said(Language::Indonesian);
    let views = views();
    let middles = |text: &str| {
        FAMILIES
            .iter()
            .all(|(prefix, suffix, _)| known.contains_key(&format!("{prefix}{text}{suffix}")))
    };
    let literals: BTreeSet<&str> = views.values().flat_map(|code| literals(code)).collect();
    let strange = literals
        .into_iter()
        .filter(|text| is_key_like(text) && text.contains('_'));
    let strange = strange.filter(|text| !known.contains_key(*text) && !middles(text));
    assert_eq!(strange.collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn no_page_shows_a_message_that_was_not_finished() {
    let site = site(&sample_sources(), SAMPLE_DAY);
    let keys: Vec<String> = said(Language::Indonesian)
        .into_keys()
        .filter(|k| k.contains('_'))
        .collect();
    let mut pages = 0;
    for page in site.pages() {
        let is_no_text = |end| page.file().ends_with(end);
        if [".png", ".xlsx", ".parquet"].into_iter().any(is_no_text) {
            continue;
        }
        let text = String::from_utf8(site.render(&page).unwrap()).unwrap();
        for sign in ["⟦", "⟧", "{$", "{ $", "{{", "{%", "\u{2068}", "\u{2069}"] {
            assert!(!text.contains(sign), "{}: {sign}", page.file());
        }
        if !page.file().ends_with(".html") {
            continue;
        }
        let shown: BTreeSet<&str> = text
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .collect();
        let key = keys.iter().find(|key| shown.contains(key.as_str()));
        assert_eq!(key, None, "{}", page.file());
        pages += 1;
    }
    assert!(pages > 100, "{pages}");
}
