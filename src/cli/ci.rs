//! `pantau ci`: what a host of git runs for a site that is there already.

use super::arguments::Ci;
use super::paths::shown;
use super::project::Project;
use super::words::CliWords;
use super::{FINE, Failure};
use crate::disk;
use crate::starter::{CiHost, Files, time_zone, workflow};
use chrono_tz::Tz;
use std::io::{self, Write};
use std::path::Path;

pub(super) fn ci(options: &Ci, project: &Project, words: &CliWords) -> Result<u8, Failure> {
    let files = files(Some(&options.host), time_zone(project.raw()));
    let root = &options.root;
    if options.replace {
        disk::replace_in_tree(root, &files)?;
    } else {
        disk::add_to_tree(root, &files)?;
    }
    writeln!(io::stdout(), "{}", told(root, &files, words))?;
    Ok(FINE)
}

/// What the host of this name reads; nothing for `none`.
pub(super) fn files(host: Option<&str>, zone: Tz) -> Files {
    let host = host.and_then(CiHost::named);
    host.map(|host| workflow(host, zone)).unwrap_or_default()
}

/// Which files were written, and where to read what else is to be done.
pub(super) fn told(root: &Path, files: &Files, words: &CliWords) -> String {
    let paths = files.keys().map(|path| shown(&root.join(path)));
    let paths: Vec<String> = paths.map(|path| path.display().to_string()).collect();
    words.say("ci_written", &[("files", &paths.join(", "))])
}
