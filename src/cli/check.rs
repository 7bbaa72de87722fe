//! `pantau check`: every problem, for people or for other programs.

use super::arguments::{Check, CheckFormat};
use super::build::theme;
use super::progress::doing;
use super::project::Project;
use super::words::CliWords;
use super::{FINE, Failure, PROBLEMS, diagnostics, github, gitlab, json, sarif};
use crate::model::Register;
use crate::problem::{Problem, Severity};
use crate::site::{Dress, Sound};
use std::io::{self, Write};

pub(super) fn check(options: &Check, project: &Project, words: &CliWords) -> Result<u8, Failure> {
    let outcome = doing("checking", words, || project.check());
    // What can't be built is not in order, whatever the data say.
    let dressed = match &outcome {
        Ok(sound) => dress(&sound.register, project, words),
        Err(_) => Ok(()),
    };
    let problems = match &outcome {
        Ok(sound) => &sound.problems,
        Err(problems) => problems,
    };
    let sound = outcome.as_ref().ok().filter(|_| dressed.is_ok());
    let root = &options.place.root;
    let mut out = io::stdout();
    match options.format {
        CheckFormat::Human => tell_people(sound, problems, project, words)?,
        CheckFormat::Json => writeln!(out, "{}", json::json(problems, words))?,
        CheckFormat::Sarif => writeln!(out, "{}", sarif::sarif(problems, root, words))?,
        CheckFormat::Gitlab => writeln!(out, "{}", gitlab::report(problems, root, words))?,
        CheckFormat::Github => {
            for problem in problems {
                writeln!(out, "{}", github::command(problem, root, words))?;
            }
        }
    }
    dressed?;
    let found = problems.iter().any(|p| p.severity != Severity::Warning);
    Ok(if found { PROBLEMS } else { FINE })
}

/// Makes the theme ready as a build does, for nobody.
fn dress(register: &Register, project: &Project, words: &CliWords) -> Result<(), Failure> {
    let theme = theme(project.root(), &register.site.theme)?;
    words.tell_unused(&theme)?;
    Dress::new(theme, &register.site.languages)?;
    Ok(())
}

/// `sound`: what can be built.
fn tell_people(
    sound: Option<&Sound>,
    problems: &[Problem],
    project: &Project,
    words: &CliWords,
) -> io::Result<()> {
    diagnostics::tell(problems, &project.excerpts(), words)?;
    if let Some(sound) = sound
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
