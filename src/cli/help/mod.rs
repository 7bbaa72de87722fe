//! Help, in both languages: what is said of each verb and option, and of a line that can't be read.
//!
//! The texts stand in `id.ftl` and `en.ftl`. They are read only where help is asked for, where something is
//! wrong with the line, and for manuals and shells.

mod command;
#[cfg(test)]
mod tests;
mod texts;
mod wrong;

pub(super) use command::worded;
pub(super) use texts::{HelpTexts, of_verb};

use super::{FAILED, FINE};
use crate::model::Language;
use clap::error::ErrorKind;
use clap::{Command, Error};
use std::ffi::OsString;
use std::io::{self, Write};
use wrong::Wrong;

/// The description of the command line, with the texts of a language.
pub fn command(language: Language) -> Command {
    worded(&HelpTexts::new(language))
}

/// Answers a line that asks for help or the version, or that can't be read, which is `why`.
pub(super) fn answer(line: &[OsString], why: &Error, language: impl FnOnce() -> Language) -> u8 {
    if why.kind() == ErrorKind::DisplayVersion {
        // The same in every language.
        let _ = why.print();
        return FINE;
    }
    let texts = HelpTexts::new(language());
    let mut command = worded(&texts);
    command.build();
    // Read once more, the line fails for the same reason, which now speaks the language.
    let again = command.try_get_matches_from_mut(line).err();
    let words = line.iter().map(|word| word.to_string_lossy().into_owned());
    let words: Vec<String> = words.collect();
    tell(again.as_ref().unwrap_or(why), &words, &command, &texts)
}

/// Shows the help of a verb by its names, as `--help` behind it does.
pub(super) fn show(verb: &[String], language: Language) -> u8 {
    let line = [&["pantau".to_owned()], verb, &["--help".to_owned()]].concat();
    let texts = HelpTexts::new(language);
    let mut command = worded(&texts);
    command.build();
    match command.try_get_matches_from_mut(&line) {
        Ok(_) => FINE,
        Err(error) => tell(&error, &line, &command, &texts),
    }
}

/// Nobody is left to tell where standard output or standard error is closed; the exit code still says it.
fn tell(error: &Error, line: &[String], command: &Command, texts: &HelpTexts) -> u8 {
    match error.kind() {
        ErrorKind::DisplayHelp => {
            let _ = error.print();
            FINE
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            FAILED
        }
        _ => {
            let path = named_verb(line, command);
            let wrong = Wrong {
                error,
                command,
                path: &path,
                texts,
            };
            let _ = writeln!(io::stderr(), "{}", wrong.lines());
            FAILED
        }
    }
}

/// The verb that a line names, and the one below it, also where the rest can't be read.
fn named_verb(line: &[String], command: &Command) -> Vec<String> {
    let takes_value = |command: &Command, name: &str| {
        let mut arguments = command.get_arguments();
        let named = arguments.find(|argument| argument.get_long() == Some(name));
        named.is_some_and(|argument| argument.get_action().takes_values())
    };
    let mut path = Vec::new();
    let mut verb = command;
    let mut words = line.iter().skip(1);
    while let Some(word) = words.next() {
        if let Some(option) = word.strip_prefix("--") {
            if takes_value(verb, option) {
                words.next();
            }
        } else if let Some(below) = verb.find_subcommand(word) {
            path.push(below.get_name().to_owned());
            verb = below;
        } else if !word.starts_with('-') {
            break;
        }
    }
    path
}
