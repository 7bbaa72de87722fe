//! `pantau completions` and `pantau man`: what shells and manuals know of the command line, made from its
//! own description.

use super::arguments::Arguments;
use super::words::CliWords;
use super::{FINE, Failure};
use crate::disk;
use crate::format::Arg;
use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::Man;
use std::io::{self, Write};
use std::path::Path;

pub(super) fn completions(shell: Shell) -> Result<u8, Failure> {
    let mut written = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "pantau", &mut written);
    io::stdout().write_all(&written)?;
    Ok(FINE)
}

/// Writes `pantau.1`, and `pantau-<verb>.1` for each verb.
pub(super) fn manual(out: &Path, words: &CliWords) -> Result<u8, Failure> {
    let mut command = Arguments::command().disable_help_subcommand(true);
    // Gives each verb its whole name, `pantau-build`.
    command.build();
    let verbs = command.get_subcommands().cloned();
    let pages: Vec<Man> = [command.clone()]
        .into_iter()
        .chain(verbs)
        .map(Man::new)
        .collect();
    let count = pages.len();
    for page in pages {
        let mut bytes = Vec::new();
        page.render(&mut bytes)?;
        disk::write_file(out, &page.get_filename(), &bytes)?;
    }
    if !words.is_quiet() {
        let count = ("count", Arg::Count(count as u64));
        let folder = out.display().to_string();
        let told = words.with("manual_written", &[count, ("folder", Arg::from(&folder))]);
        writeln!(io::stdout(), "{told}")?;
    }
    Ok(FINE)
}
