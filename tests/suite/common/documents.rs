//! The documents of this repository, and what they tell people to type.

use super::{repository, tree};
use std::fs;

/// Documents that tell people what to type.
pub fn documents() -> Vec<(String, String)> {
    let top = [
        "README.md",
        "README.id.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
    ];
    let mut paths: Vec<String> = top
        .into_iter()
        .filter(|path| repository().join(path).exists())
        .map(str::to_owned)
        .collect();
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
pub fn commands(text: &str) -> Vec<Vec<String>> {
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
pub fn filled(word: String) -> String {
    match word.as_str() {
        "ALAMAT" | "$ALAMAT" | "URL" => "https://contoh.example/".to_owned(),
        "$HARI" => "2026-08-01".to_owned(),
        "$BAGIAN" | "$BAGIAN/$BANYAK" => "2/3".to_owned(),
        _ => word,
    }
}
