//! `pantau check`: every problem, for people or for other programs.

use super::arguments::{Check, CheckFormat};
use super::progress::doing;
use super::project::{Outcome, Project};
use super::words::CliWords;
use super::{FINE, Failure, PROBLEMS, diagnostics, github, gitlab, json, sarif};
use crate::problem::{Problem, Severity};
use std::io::{self, Write};

pub(super) fn check(options: &Check, project: &Project, words: &CliWords) -> Result<u8, Failure> {
    let outcome = doing("checking", words, || project.check());
    let problems = match &outcome {
        Ok(sound) => &sound.problems,
        Err(problems) => problems,
    };
    let root = &options.place.root;
    let mut out = io::stdout();
    match options.format {
        CheckFormat::Human => tell_people(&outcome, problems, project, words)?,
        CheckFormat::Json => writeln!(out, "{}", json::json(problems, words))?,
        CheckFormat::Sarif => writeln!(out, "{}", sarif::sarif(problems, root, words))?,
        CheckFormat::Gitlab => writeln!(out, "{}", gitlab::report(problems, root, words))?,
        CheckFormat::Github => {
            for problem in problems {
                writeln!(out, "{}", github::command(problem, root, words))?;
            }
        }
    }
    let found = problems.iter().any(|p| p.severity != Severity::Warning);
    Ok(if found { PROBLEMS } else { FINE })
}

fn tell_people(
    outcome: &Outcome,
    problems: &[Problem],
    project: &Project,
    words: &CliWords,
) -> io::Result<()> {
    diagnostics::tell(problems, &project.excerpts(), words)?;
    if let Ok(sound) = outcome
        && !words.is_quiet()
    {
        writeln!(io::stdout(), "{}", words.checked(&sound.register, problems))?;
    }
    super::tell_of_past(project, words)?;
    for line in words.not_read(project.media()) {
        writeln!(io::stdout(), "{line}")?;
    }
    Ok(())
}
