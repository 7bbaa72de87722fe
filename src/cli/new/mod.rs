//! `pantau new`: files of data or of a theme for an existing site, and the answers that they need.

mod ask;
mod contract;
mod official;
mod organisation;
mod results;
mod theme;

pub(super) use ask::{Desk, Question};
pub(super) use contract::{Party, party};
pub(super) use results::last_over;

use super::arguments::New as Options;
use super::project::Project;
use super::words::CliWords;
use super::{FINE, Failure, paths};
use crate::disk;
use std::collections::BTreeMap;
use std::io::{self, Write};

pub(super) fn new(options: &Options, project: &Project, words: &CliWords) -> Result<u8, Failure> {
    match options {
        Options::Opd(options) => organisation::opd(options, project, words),
        Options::Jabatan(options) => organisation::post(options, project, words),
        Options::Pejabat(options) => official::official(options, project, words),
        Options::Kontrak(options) => contract::contract(options, project, words),
        Options::Hasil(options) => results::results(options, project, words),
        Options::Tema(options) => theme::theme(options, words),
    }
}

/// Puts a file below `content/` that is not there yet.
pub(super) fn write_new(project: &Project, file: &str, text: &str) -> Result<(), Failure> {
    let path = disk::content_path(project.root(), file);
    // What is no source, such as a folder or a link, is in the way as well.
    if disk::is_there(&path) {
        let file = paths::from_here(project.root(), file);
        return Err(Failure::Exists { file });
    }
    let new = BTreeMap::from([(file.to_owned(), text.as_bytes().to_vec())]);
    disk::replace_files(project.root(), &BTreeMap::new(), &new)?;
    Ok(())
}

/// What was written, and what to do next.
pub(super) fn tell_written(
    project: &Project,
    file: &str,
    next: &str,
    words: &CliWords,
) -> Result<u8, Failure> {
    let file = paths::from_here(project.root(), file);
    writeln!(
        io::stdout(),
        "{}",
        words.say("file_written", &[("file", &file)])
    )?;
    writeln!(io::stdout(), "{}", words.say(next, &[("file", &file)]))?;
    Ok(FINE)
}
