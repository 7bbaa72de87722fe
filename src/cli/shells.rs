//! `pantau completions` and `pantau man`: what shells and manuals know of the command line, made from its
//! own description.

use super::help::{HelpTexts, command, worded};
use super::words::CliWords;
use super::{FINE, Failure};
use crate::disk;
use crate::format::Arg;
use crate::model::Language;
use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};
use std::io::{self, Write};
use std::path::Path;

/// The folder of each language below the one of manuals, where `man` looks for them: the English ones are
/// those of every language that has none of its own (Filesystem Hierarchy Standard 3.0, 4.11.6).
const FOLDERS: [(Language, &str); 2] = [
    (Language::English, "man1"),
    (Language::Indonesian, "id/man1"),
];

/// What clap_mangen calls the sections of a page, each with the key of our word.
const SECTIONS: [(&str, &str); 7] = [
    ("NAME", "manual_name"),
    ("SYNOPSIS", "manual_synopsis"),
    ("DESCRIPTION", "manual_description"),
    ("OPTIONS", "manual_options"),
    ("SUBCOMMANDS", "manual_verbs"),
    ("EXTRA", "manual_notes"),
    ("VERSION", "manual_version"),
];

/// What keeps words whole and lines ragged: roff divides Indonesian words as if they were English.
const UNDIVIDED: &str = ".nh\n.ad l\n";

pub(super) fn completions(shell: Shell, language: Language) -> Result<u8, Failure> {
    let mut written = Vec::new();
    clap_complete::generate(shell, &mut command(language), "pantau", &mut written);
    io::stdout().write_all(&written)?;
    Ok(FINE)
}

/// Writes `pantau.1`, and `pantau-VERB.1` for each verb, in both languages.
pub(super) fn manual(out: &Path, words: &CliWords) -> Result<u8, Failure> {
    let mut count = 0;
    for (language, folder) in FOLDERS {
        let texts = HelpTexts::new(language);
        let mut command = worded(&texts);
        // Gives each verb its whole name, `pantau-build`.
        command.build();
        for (verb, command) in with_verbs(command) {
            let source = concat!("pantau ", env!("CARGO_PKG_VERSION"));
            let man = Man::new(command).source(source).manual("pantau");
            let name = man.get_filename();
            disk::write_file(&out.join(folder), &name, &page(&man, &verb, &texts)?)?;
            count += 1;
        }
    }
    if !words.is_quiet() {
        let count = ("count", Arg::Count(count));
        let folder = out.display().to_string();
        let told = words.with("manual_written", &[count, ("folder", Arg::from(&folder))]);
        writeln!(io::stdout(), "{told}")?;
    }
    Ok(FINE)
}

/// The program and all its verbs, those below others too, each with the key of its texts.
fn with_verbs(program: Command) -> Vec<(String, Command)> {
    let mut all = vec![(Vec::new(), program)];
    let mut next = 0;
    while let Some((path, command)) = all.get(next) {
        let below = command.get_subcommands().map(|below| {
            let name = below.get_name().to_owned();
            ([&path[..], &[name]].concat(), below.clone())
        });
        let below: Vec<(Vec<String>, Command)> = below.collect();
        all.extend(below);
        next += 1;
    }
    all.into_iter()
        .map(|(path, command)| {
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            (super::help::of_verb(&path), command)
        })
        .collect()
}

fn page(man: &Man, verb: &str, texts: &HelpTexts) -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    man.render(&mut page)?;
    let mut page = with_breaks(&String::from_utf8_lossy(&page));
    for (theirs, key) in SECTIONS {
        let heading = format!("\n.SH {}\n", texts.text(key));
        page = page.replace(&format!("\n.SH {theirs}\n"), &heading);
    }
    let mut examples = Roff::new();
    examples.control("SH", [&*texts.text("manual_examples")]);
    examples.control("nf", []);
    for line in texts.examples(verb) {
        examples.text([roman(line)]);
    }
    examples.control("fi", []);
    Ok((page + &examples.to_roff()).into_bytes())
}

/// Lines of a text stay lines: clap_mangen lets them run together. The first behind `.TP` is what the text
/// is about.
fn with_breaks(page: &str) -> String {
    let mut broken = String::new();
    let mut texts_to_come = 0;
    for line in page.lines() {
        if line.starts_with('.') {
            texts_to_come = if line == ".TP" { 2 } else { 1 };
        } else if texts_to_come == 0 {
            broken.push_str(".br\n");
        } else {
            texts_to_come -= 1;
        }
        broken.push_str(line);
        broken.push('\n');
        if line.starts_with(".TH ") {
            broken.push_str(UNDIVIDED);
        }
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_manual_do_not_run_together_and_its_words_are_not_divided() {
        let page = ".TH pantau 1\n.SH NAME\na\n.TP\n\\-\\-lang\nwhat\nhow\nwhich\n";
        let broken =
            ".TH pantau 1\n.nh\n.ad l\n.SH NAME\na\n.TP\n\\-\\-lang\nwhat\n.br\nhow\n.br\nwhich\n";
        assert_eq!(with_breaks(page), broken);
    }
}
