//! The command line: verbs, what they print, and their exit codes.
//!
//! The clock comes in from `main`; nothing here asks it by itself.

mod arguments;
mod build;
mod diagnostics;
mod project;
mod words;

pub use arguments::{Arguments, Verb};

use crate::disk::DiskError;
use crate::model::Register;
use crate::problem::{Problem, Severity};
use crate::render::ThemeError;
use crate::serve;
use crate::site::SiteError;
use chrono::{DateTime, Utc};
use diagnostics::{Excerpts, Format};
use project::Project;
use std::fmt;
use std::io::{self, Write};
use std::process::ExitCode;
use words::CliWords;

/// All is well.
const FINE: u8 = 0;
/// The data have problems.
const PROBLEMS: u8 = 1;
/// Wrong usage, or the disk, the theme or the network failed.
const FAILED: u8 = 2;

/// Why a verb could not do its work.
#[derive(Debug)]
pub enum Failure {
    Disk(DiskError),
    Theme(ThemeError),
    Site(SiteError),
    /// `--base-url` is no http(s) address.
    BaseUrl(String),
    Serve(serve::ServeError),
    Output(io::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Disk(error) => error.fmt(f),
            Self::Theme(error) => error.fmt(f),
            Self::Site(error) => error.fmt(f),
            Self::BaseUrl(text) => {
                write!(
                    f,
                    "--base-url {text}: write an address such as https://host/path/"
                )
            }
            Self::Serve(error) => error.fmt(f),
            Self::Output(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Failure {}

macro_rules! failures {
    ($($variant:ident($error:ty)),+ $(,)?) => {$(
        impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                Self::$variant(error)
            }
        }
    )+};
}

failures! {
    Disk(DiskError),
    Theme(ThemeError),
    Site(SiteError),
    Serve(serve::ServeError),
    Output(io::Error),
}

/// Runs a verb and tells how it went. `now` is the only clock.
pub fn run(arguments: &Arguments, now: fn() -> DateTime<Utc>) -> ExitCode {
    let words = CliWords::new(arguments.language());
    let outcome = match &arguments.verb {
        Verb::Build(options) => build::build(options, &words, now),
        Verb::Check(options) => check(options, &words, now),
        Verb::Serve(options) => serve(options, &words, now),
    };
    let code = match outcome {
        Ok(code) => code,
        Err(failure) => {
            // A closed standard error leaves nobody to tell; the exit code still says it.
            let _ = writeln!(
                io::stderr(),
                "{}: {}",
                words.text("failed"),
                words.failure(&failure)
            );
            FAILED
        }
    };
    ExitCode::from(code)
}

fn check(
    options: &arguments::Check,
    words: &CliWords,
    now: fn() -> DateTime<Utc>,
) -> Result<u8, Failure> {
    let (project, outcome) = Project::open_checked(&options.place, now)?;
    let (problems, checked) = match outcome {
        Ok(checked) => (checked.warnings.clone(), Some(checked)),
        Err(problems) => (problems, None),
    };
    let found = problems.iter().any(|p| p.severity != Severity::Warning);
    match options.format {
        arguments::CheckFormat::Json => {
            writeln!(io::stdout(), "{}", diagnostics::json(&problems, words))?;
        }
        arguments::CheckFormat::Human => {
            tell(&problems, &project.excerpts(), words)?;
            if let Some(checked) = checked {
                writeln!(
                    io::stdout(),
                    "{}",
                    words.checked(&checked.register, &problems)
                )?;
            }
        }
    }
    Ok(if found { PROBLEMS } else { FINE })
}

fn serve(
    options: &arguments::Serve,
    words: &CliWords,
    now: fn() -> DateTime<Utc>,
) -> Result<u8, Failure> {
    let Some((project, register)) = open_and_tell(&options.place, words, now)? else {
        return Ok(PROBLEMS);
    };
    let preview = project.preview(register)?;
    serve::run(preview, options.port, &|event| tell_event(&event, words))?;
    Ok(FINE)
}

/// A site that can be shown, its warnings told; `None` when it has problems, which are told too.
fn open_and_tell(
    place: &arguments::Place,
    words: &CliWords,
    now: fn() -> DateTime<Utc>,
) -> Result<Option<(Project, Register)>, Failure> {
    let (project, outcome) = Project::open_checked(place, now)?;
    match outcome {
        Ok(checked) => {
            tell(&checked.warnings, &project.excerpts(), words)?;
            Ok(Some((project, checked.register)))
        }
        Err(problems) => {
            tell(&problems, &project.excerpts(), words)?;
            Ok(None)
        }
    }
}

/// What `serve` says in the terminal while it runs.
fn tell_event(event: &serve::Event<'_>, words: &CliWords) {
    let mut out = io::stderr();
    let told = match event {
        serve::Event::Ready { url } => writeln!(out, "{}", words.say("serving", &[("url", url)])),
        serve::Event::Reloaded {
            files,
            milliseconds,
            warnings,
            sources,
        } => {
            let milliseconds = milliseconds.to_string();
            let args = [
                ("files", files.as_str()),
                ("milliseconds", milliseconds.as_str()),
            ];
            tell(warnings, &Excerpts::new(sources), words)
                .and_then(|()| writeln!(out, "{}", words.say("reloaded", &args)))
        }
        serve::Event::Problems { problems, sources } => {
            tell(problems, &Excerpts::new(sources), words)
                .and_then(|()| writeln!(out, "{}", words.text("last_good")))
        }
        serve::Event::Failed(error) => {
            let reason = words.serve_failure(error);
            writeln!(out, "{}: {reason}", words.text("failed"))
        }
    };
    // The terminal may be gone while the browser is still there.
    drop(told);
}

/// Prints problems for people, on standard error.
fn tell(problems: &[Problem], excerpts: &Excerpts<'_>, words: &CliWords) -> io::Result<()> {
    if problems.is_empty() {
        return Ok(());
    }
    let mut out = anstream::stderr();
    let format = Format::for_terminal(words);
    for problem in problems {
        writeln!(out, "{}\n", format.render(problem, excerpts))?;
    }
    writeln!(out, "{}", words.problem_count(problems))
}
