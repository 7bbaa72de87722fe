//! Every verb, option and value has its texts in both languages, and nothing else has.

use super::*;
use crate::cli::arguments::Arguments;
use clap::{Arg, CommandFactory};
use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// What a text may have besides itself.
const ATTRIBUTES: [&str; 5] = ["more", "examples", "value", "default", "form"];

/// Options whose values are names, which say what they mean.
const NAMES: [&str; 5] = [
    "init_sample",
    "init_ci",
    "ci_host",
    "completions_shell",
    "new-tema_like",
];

/// Every verb with its path; the program has an empty one.
fn verbs() -> Vec<(Vec<String>, Command)> {
    let mut verbs = vec![(Vec::new(), Arguments::command())];
    let mut next = 0;
    while next < verbs.len() {
        let (path, command) = verbs[next].clone();
        let below = command.get_subcommands();
        verbs.extend(below.map(|c| ([&path[..], &[c.get_name().into()]].concat(), c.clone())));
        next += 1;
    }
    verbs
}

fn key(path: &[String]) -> String {
    of_verb(&path.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Every option with the key of its texts.
fn arguments(texts: &HelpTexts) -> Vec<(String, Arg)> {
    let mut arguments = Vec::new();
    for (path, command) in verbs() {
        let of_argument = |arg: &Arg| texts.of_argument(&key(&path), arg.get_id().as_str());
        let own = command.get_arguments();
        arguments.extend(own.map(|arg| (of_argument(arg), arg.clone())));
    }
    arguments
}

/// What may be written for an option; nothing where that is free, or where it takes no value.
fn values(arg: &Arg) -> Vec<String> {
    let values = match arg.get_action().takes_values() {
        true => arg.get_possible_values(),
        false => Vec::new(),
    };
    values.iter().map(|v| v.get_name().to_owned()).collect()
}

fn has(texts: &HelpTexts, key: &str) -> bool {
    texts.messages().needed(key).is_ok()
}

#[test]
fn both_languages_have_the_same_texts_of_help() {
    let [indonesian, english] = Language::ALL.map(|language| {
        let texts = HelpTexts::new(language);
        let needed = |key: &str| texts.messages().needed(key).unwrap().to_vec();
        let keys = texts.messages().keys();
        keys.map(|key| (key.to_owned(), needed(key)))
            .collect::<BTreeMap<_, _>>()
    });
    assert_eq!(indonesian, english);
}

#[test]
fn every_verb_says_what_it_does_and_shows_an_example() {
    let texts = HelpTexts::new(Language::Indonesian);
    for (path, command) in verbs() {
        let verb = key(&path);
        assert!(has(&texts, &verb), "{verb}");
        let begins = format!("pantau {}", path.join(" "));
        let examples = texts.examples(&verb);
        assert!(
            examples.iter().any(|line| line.starts_with(&begins)),
            "{verb}"
        );
        assert!(command.get_after_help().is_none(), "{verb}");
        assert!(command.get_long_about().is_none(), "{verb}");
    }
}

#[test]
fn every_option_says_what_it_is_for_and_how_it_is_written() {
    let texts = HelpTexts::new(Language::Indonesian);
    let free = [TypeId::of::<String>(), TypeId::of::<PathBuf>()];
    for (argument, arg) in arguments(&texts) {
        assert!(has(&texts, &argument), "{argument}");
        assert!(arg.get_long_help().is_none(), "{argument}");
        let takes = arg.get_action().takes_values();
        let has_name = has(&texts, &format!("{argument}.value"));
        assert_eq!(has_name, takes, "{argument}.value");
        let has_default = has(&texts, &format!("{argument}.default"));
        assert!(takes || !has_default, "{argument}.default");
        let is_free = free
            .iter()
            .any(|free| arg.get_value_parser().type_id() == *free);
        let values = values(&arg);
        let chosen = !values.is_empty();
        let form = has(&texts, &format!("{argument}.form"));
        assert_eq!(form, takes && !is_free && !chosen, "{argument}.form");
        for value in values {
            let told = texts.of_value(&argument, &value).is_some();
            let is_name = NAMES.contains(&argument.as_str());
            assert_eq!(told, !is_name, "{argument}_{value}");
        }
    }
}

#[test]
fn no_text_of_help_is_left_over() {
    let texts = HelpTexts::new(Language::Indonesian);
    let mut used: BTreeSet<String> = verbs().iter().map(|(path, _)| key(path)).collect();
    for (argument, arg) in arguments(&texts) {
        let values = values(&arg).into_iter();
        used.extend(values.map(|value| format!("{argument}_{value}")));
        used.insert(argument);
    }
    let code = [
        include_str!("command.rs"),
        include_str!("wrong.rs"),
        include_str!("../shells.rs"),
        // A text that others are made of.
        "{ \"any_quarter\" }",
    ];
    let said = |key: &str| code.iter().any(|code| code.contains(&format!("\"{key}\"")));
    let is_used = |key: &str| match key.split_once('.') {
        None => used.contains(key) || said(key),
        Some((of, attribute)) => used.contains(of) && ATTRIBUTES.contains(&attribute),
    };
    let keys = texts.messages().keys();
    let left: Vec<&str> = keys.filter(|key| !is_used(key)).collect();
    assert_eq!(left, [""; 0]);
    assert!(include_str!("id.ftl").contains("{ any_quarter }"));
}

/// The description that is told is that of the same command line.
#[test]
fn what_is_told_reads_every_line_as_the_program_does() {
    for language in Language::ALL {
        command(language).debug_assert();
        let mut told = command(language);
        let lines: [&[&str]; 9] = [
            &["pantau", "check", "--format", "sarif"],
            &["pantau", "check", "--format", "sarf"],
            &["pantau", "bulid"],
            &["pantau", "build", "--shard", "4/3"],
            &["pantau", "build", "--shard", "1/3", "--only", "*"],
            &["pantau", "freeze"],
            &["pantau", "freeze", "--due"],
            &["pantau", "new"],
            &["pantau", "bantuan", "new", "hasil"],
        ];
        for line in lines {
            let kind = |result: Result<_, Error>| result.map(|_| ()).map_err(|e| e.kind());
            let plain = kind(Arguments::command().try_get_matches_from(line));
            assert_eq!(kind(told.try_get_matches_from_mut(line)), plain, "{line:?}");
        }
    }
}

#[test]
fn no_word_of_clap_is_left_in_indonesian_help() {
    for (path, _) in verbs() {
        let mut told = command(Language::Indonesian);
        told.build();
        let found = path.iter().fold(&mut told, |command, name| {
            command.find_subcommand_mut(name).unwrap()
        });
        let help = found.render_long_help().to_string();
        let theirs = [
            "Usage",
            "Options",
            "Commands",
            "Arguments",
            "OPTIONS",
            "COMMAND",
            "[default",
            "[possible",
            "Possible",
            "[alias",
            "Print ",
        ];
        for word in theirs {
            assert!(!help.contains(word), "{path:?}: {word}\n{help}");
        }
        let usage = format!("Pemakaian: pantau {}", path.join(" "));
        assert!(help.contains(usage.trim_end()), "{help}");
    }
}

/// The text says how many there may be.
#[test]
fn parts_are_told_of_as_they_are_read() {
    let form = |language| {
        let form = HelpTexts::new(language).attribute("build_shard", "form");
        form.unwrap()
    };
    assert!(
        Language::ALL
            .iter()
            .all(|language| form(*language).contains("10000"))
    );
    assert!("1/10000".parse::<crate::site::Shard>().is_ok());
    assert!("1/10001".parse::<crate::site::Shard>().is_err());
}
