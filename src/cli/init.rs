//! `pantau init`: a new site, sample or empty.

use super::arguments::Init as Options;
use super::questions::{Given, ask, ask_host};
use super::words::CliWords;
use super::{FINE, Failure, Surroundings, ci, past};
use crate::disk;
use crate::format::Arg;
use crate::model::Date;
use crate::starter::{Answers, Sample, blank, sample_site, samples};
use chrono_tz::Tz;
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
    let (told, runs) = if let Some(sample) = samples().iter().find(is_asked_for) {
        if options.history {
            return with_past(options, sample, words, surroundings);
        }
        let mut site = sample_site(sample);
        let runs = ci::files(options.ci.as_deref(), sample.time_zone());
        site.extend(runs.clone());
        let count = disk::create_tree(folder, &site)?;
        let day = ("day", Arg::from(sample.day));
        let told = words.with("sample_written", &[count_of(count), place, day]);
        (told, runs)
    } else {
        let (answers, host) = answers(options, words)?;
        let mut site = blank(&answers, today(&answers, surroundings));
        let runs = ci::files(host.as_deref(), zone(&answers));
        site.extend(runs.clone());
        let count = disk::create_tree(folder, &site)?;
        (words.with("site_begun", &[count_of(count), place]), runs)
    };
    writeln!(io::stdout(), "{}", told.trim_end())?;
    if !runs.is_empty() {
        writeln!(io::stdout(), "\n{}", ci::told(folder, &runs, words))?;
    }
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

/// What the command line says, and what a person says to the rest; and the host that runs something.
fn answers(options: &Options, words: &CliWords) -> Result<(Answers, Option<String>), Failure> {
    let given = Given::new(options);
    let mut lines = io::stdin().lines();
    let answers = Answers::by(|question| ask(question, &given, &mut lines, words))?;
    let host = ask_host(&given, &mut lines, words)?;
    Ok((answers, host))
}

/// What day it is where the government is.
fn today(answers: &Answers, surroundings: &Surroundings) -> Date {
    (surroundings.now)()
        .with_timezone(&zone(answers))
        .date_naive()
}

fn zone(answers: &Answers) -> Tz {
    answers.time_zone.parse().unwrap_or_default()
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
