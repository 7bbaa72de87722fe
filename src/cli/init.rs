//! `pantau init`: a new site, sample or empty.

use super::arguments::Init as Options;
use super::questions::{Given, ask};
use super::words::CliWords;
use super::{FINE, Failure, Surroundings, past};
use crate::disk;
use crate::format::Arg;
use crate::starter::{Answers, Sample, blank, sample_site, samples};
use chrono::Datelike;
use std::io::{self, Write};
use std::path::Path;

pub(super) fn init(
    options: &Options,
    words: &CliWords,
    surroundings: &Surroundings,
) -> Result<u8, Failure> {
    let folder = &options.folder;
    // Before anything is asked.
    disk::refuse_unless_empty(folder)?;
    let place = shown(folder);
    let place = ("folder", Arg::from(&place));
    let is_asked_for = |sample: &&Sample| options.sample.as_deref() == Some(sample.name);
    let told = if let Some(sample) = samples().iter().find(is_asked_for) {
        if options.history {
            return with_past(options, sample, words, surroundings);
        }
        let count = disk::create_tree(folder, &sample_site(sample))?;
        let day = ("day", Arg::from(sample.day));
        words.with("sample_written", &[count_of(count), place, day])
    } else {
        let answers = answers(options, words)?;
        let count = disk::create_tree(folder, &blank(&answers, year(&answers, surroundings)))?;
        words.with("site_begun", &[count_of(count), place])
    };
    writeln!(io::stdout(), "{}", told.trim_end())?;
    Ok(FINE)
}

fn with_past(
    options: &Options,
    sample: &Sample,
    words: &CliWords,
    surroundings: &Surroundings,
) -> Result<u8, Failure> {
    let commits = past::write(&options.folder, sample, surroundings.now)?;
    let folder = shown(&options.folder);
    let told = words.with(
        "past_written",
        &[
            count_of(commits),
            ("folder", Arg::from(&folder)),
            ("day", Arg::from(sample.day)),
        ],
    );
    writeln!(io::stdout(), "{}", told.trim_end())?;
    Ok(FINE)
}

/// What the command line says, and what a person says to the rest.
fn answers(options: &Options, words: &CliWords) -> Result<Answers, Failure> {
    let given = Given::new(options);
    let mut lines = io::stdin().lines();
    Answers::by(|question| ask(question, &given, &mut lines, words))
}

/// The year in which it is today where the government is.
fn year(answers: &Answers, surroundings: &Surroundings) -> i32 {
    let zone: chrono_tz::Tz = answers.time_zone.parse().unwrap_or_default();
    (surroundings.now)().with_timezone(&zone).year()
}

fn count_of(files: usize) -> (&'static str, Arg<'static>) {
    ("count", Arg::Count(files as u64))
}

/// The folder as it stands on a command line.
fn shown(folder: &Path) -> String {
    let folder = folder.display().to_string();
    if folder.contains(char::is_whitespace) {
        format!("\"{folder}\"")
    } else {
        folder
    }
}
