//! What documents say, held to the program.

mod common;

use clap::Parser;
use common::{repository, tree};
use pantau::cli::Arguments;
use std::collections::BTreeSet;
use std::fs;

/// Documents that tell people what to type.
fn documents() -> Vec<(String, String)> {
    let mut paths = vec!["README.md".to_owned(), "CONTRIBUTING.md".to_owned()];
    let docs = tree(&repository().join("docs")).into_keys();
    paths.extend(
        docs.filter(|path| path.ends_with(".md"))
            .map(|path| format!("docs/{path}")),
    );
    let read = |path: String| {
        let text = fs::read_to_string(repository().join(&path)).unwrap();
        (path, text)
    };
    paths.into_iter().map(read).collect()
}

/// The commands of pantau in the code blocks of a text, a line each, without prompts and redirections.
fn commands(text: &str) -> Vec<Vec<String>> {
    let mut commands = Vec::new();
    let mut in_code = false;
    for line in text.lines() {
        let line = line.trim();
        if line.starts_with("```") {
            in_code = !in_code;
            continue;
        }
        let line = line.trim_start_matches("$ ");
        if in_code && line.starts_with("pantau ") {
            let words = shlex::split(line).unwrap_or_else(|| panic!("open quote: {line}"));
            let ends = |word: &String| [">", "|", "&&"].contains(&word.as_str());
            let own = words.into_iter().take_while(|word| !ends(word));
            commands.push(own.collect());
        }
    }
    commands
}

/// Placeholders for what only the reader knows.
fn filled(word: String) -> String {
    match word.as_str() {
        "ALAMAT" | "$ALAMAT" | "URL" => "https://contoh.example/".to_owned(),
        "$HARI" => "2026-08-01".to_owned(),
        "$BAGIAN" | "$BAGIAN/$BANYAK" => "2/3".to_owned(),
        _ => word,
    }
}

#[test]
fn every_command_in_a_document_is_one_that_pantau_takes() {
    let mut verbs = BTreeSet::new();
    for (path, text) in documents() {
        for command in commands(&text) {
            let command: Vec<String> = command.into_iter().map(filled).collect();
            let told = format!("{path}: {}", command.join(" "));
            if let Err(error) = Arguments::try_parse_from(&command) {
                assert!(!error.use_stderr(), "{told}\n{error}");
            }
            verbs.extend(command.get(1).cloned());
        }
    }
    for verb in ["init", "serve", "check", "build", "freeze"] {
        assert!(verbs.contains(verb), "no document shows pantau {verb}");
    }
}

#[test]
fn every_picture_of_a_document_is_there_and_every_picture_is_shown() {
    let texts: Vec<(String, String)> = documents();
    let pictures = tree(&repository().join("docs/gambar"));
    assert!(!pictures.is_empty());
    for name in pictures.keys() {
        let shown = texts
            .iter()
            .any(|(_, text)| text.contains(&format!("gambar/{name})")));
        assert!(shown, "docs/gambar/{name} is in no document");
    }
    for (path, text) in &texts {
        for named in text.split("gambar/").skip(1) {
            let name = named.split(')').next().unwrap();
            assert!(pictures.contains_key(name), "{path} shows gambar/{name}");
        }
    }
}
