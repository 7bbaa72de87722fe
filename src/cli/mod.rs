//! The command line: verbs, what they print, and their exit codes.
//!
//! The clock and the environment come in from `main`; nothing here asks them by itself.

mod arguments;
mod build;
mod check;
mod ci;
mod diagnostics;
mod diff;
mod formulir;
mod freeze;
mod github;
mod gitlab;
mod harmless;
mod help;
mod import;
mod import_pk;
mod init;
mod json;
mod language;
mod merge;
mod new;
mod past;
mod paths;
mod progress;
mod project;
mod questions;
mod sarif;
mod schema;
mod serve;
mod shells;
mod status;
mod table;
mod verify;
mod words;

pub use arguments::{Arguments, Verb};
pub use help::command;

use crate::agreement::TableError;
use crate::disk::{DiskError, NotAllReplaced};
use crate::edit::EditError;
use crate::fetch::FetchError;
use crate::history::{Cache, HistoryError};
use crate::model::Quarter;
use crate::parse::Raw;
use crate::render::ThemeError;
use crate::serve::{ServeError, Watch};
use crate::site::{ManifestError, SiteError, Sound};
use crate::source::WhyUnknown;
use build::Begun;
use chrono::{DateTime, Utc};
use clap::Parser;
use diagnostics::{Excerpts, tell};
use harmless::harmless_lines;
use progress::doing;
use project::Project;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
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
    /// The site would be published into this folder of sources.
    OutAmongSources(PathBuf),
    /// A merge would remove this part.
    PartInTheWay(PathBuf),
    /// `--only` names files that the site does not have.
    NoSuchFile(String),
    Serve(ServeError),
    /// What `verify` is to look at is no http(s) address of a site.
    Address(String),
    /// Nothing says what is published there.
    NoManifest(String),
    Manifest(ManifestError),
    Fetch(FetchError),
    History(HistoryError),
    /// An option of `init` says what the data can't hold; why, in the language of messages.
    Answer {
        flag: &'static str,
        reason: String,
    },
    /// Nobody answers a question that needs an answer; the option that would.
    NoAnswer {
        flag: &'static str,
    },
    /// A file of data that can't be changed without guessing.
    Edit(EditError),
    /// A spreadsheet that can't be read; why, for experts.
    Table(TableError),
    /// No sheet has the table, or a sheet has no such name; where it was looked for.
    NoTable {
        sheets: String,
    },
    /// What was to be new is there already.
    Exists {
        file: String,
    },
    /// A shipped theme has no such file; which it has.
    NoThemeFile {
        name: String,
        near: Option<String>,
        files: String,
    },
    /// There is none of what has to be there first, by its folder.
    NothingToChoose {
        of: &'static str,
    },
    /// `freeze` can't look into the record.
    NoPast(WhyUnknown),
    /// `--history` of a sample that has none; the names of those that have one.
    NoSteps {
        sample: String,
        others: String,
    },
    /// Nothing in the repository is called so.
    NoBase(String),
    /// What is compared with holds no `content/`.
    EmptyBase(String),
    /// A step of a sample's past freezes what can't be frozen.
    NotFrozen(Quarter),
    /// No form lies where `import` is to read some.
    NoForms(String),
    /// Only some files of an import were written.
    Replace(NotAllReplaced),
    Output(io::Error),
}

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
    Edit(EditError),
    Table(TableError),
    Theme(ThemeError),
    Site(SiteError),
    Serve(ServeError),
    Manifest(ManifestError),
    Fetch(FetchError),
    History(HistoryError),
    Replace(NotAllReplaced),
    Output(io::Error),
}

/// Reads one variable of the environment.
pub type Variable = fn(&str) -> Option<OsString>;

/// What a run depends on besides its arguments and the disk.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings {
    /// The only clock.
    pub now: fn() -> DateTime<Utc>,
    /// The only look at the environment.
    pub variable: Variable,
    /// Where the program that runs lies; `None` where the system does not say.
    pub program: fn() -> Option<PathBuf>,
}

/// Does what the words of a line say, the program's name first, and tells how it went.
pub fn obey(line: &[OsString], surroundings: &Surroundings) -> ExitCode {
    match Arguments::try_parse_from(line) {
        Ok(arguments) => run(&arguments, surroundings),
        Err(why) => {
            let language = || language::of_line(line, surroundings);
            ExitCode::from(help::answer(line, &why, language))
        }
    }
}

/// Runs a verb and tells how it went.
fn run(arguments: &Arguments, surroundings: &Surroundings) -> ExitCode {
    let words = |raw: Option<&Raw>| {
        let language = language::choose(arguments, raw, surroundings);
        CliWords::new(language).with_verbosity(arguments.verbosity())
    };
    let opened = |open: &mut dyn FnMut() -> Result<Project, Failure>| {
        // The site's language is known only when it was read.
        let opened = doing("reading", &words(None), open);
        let words = words(opened.as_ref().ok().map(Project::raw));
        (opened, words)
    };
    let open = |place| opened(&mut || Project::open(place, surroundings.now, Cache::On));
    let with_site = |place, act: &dyn Fn(Project, &CliWords) -> Result<u8, Failure>| {
        let (opened, words) = open(place);
        let outcome = opened.and_then(|project| act(project, &words));
        exit_code(outcome, &words)
    };
    let without_site = |act: &dyn Fn(&CliWords) -> Result<u8, Failure>| {
        let words = words(None);
        exit_code(act(&words), &words)
    };
    ExitCode::from(match &arguments.verb {
        Verb::Build(options) => {
            let mut begun = Begun::new(options, surroundings);
            if let Some(standing) = begun.standing() {
                let words = words(begun.settings().as_ref());
                exit_code(build::tell_of(&standing, &begun, &words), &words)
            } else {
                let (opened, words) = opened(&mut || begun.open(surroundings.now));
                let outcome = opened.and_then(|project| build::build(begun, project, &words));
                exit_code(outcome, &words)
            }
        }
        Verb::Merge(options) => without_site(&|words| merge::merge(options, words)),
        Verb::Check(options) => with_site(&options.place, &|project, words| {
            check::check(options, &project, words)
        }),
        Verb::Serve(options) => {
            let watch = Watch::start(&options.place.root);
            let (opened, words) = open(&options.place);
            let outcome = opened.and_then(|project| serve::serve(options, project, watch, &words));
            exit_code(outcome, &words)
        }
        Verb::Verify(options) => with_site(&options.sources(), &|project, words| {
            verify::verify(options, &project, words)
        }),
        Verb::Diff(options) => with_site(&options.place, &|project, words| {
            diff::diff(options, &project, words)
        }),
        Verb::Freeze(options) => with_site(&options.place, &|project, words| {
            freeze::freeze(options, &project, words)
        }),
        Verb::Status(options) => with_site(&options.place, &|project, words| {
            status::run(options, &project, words)
        }),
        Verb::Completions { shell } => {
            without_site(&|words| shells::completions(*shell, words.language()))
        }
        Verb::Man { out } => without_site(&|words| shells::manual(out, words)),
        Verb::Help { verb } => {
            let site = language::settings(Path::new("."));
            help::show(
                verb,
                language::choose(arguments, site.as_ref(), surroundings),
            )
        }
        Verb::Formulir(options) => with_site(&options.place, &|project, words| {
            formulir::formulir(options, &project, words)
        }),
        Verb::Import(options) => with_site(&options.place, &|project, words| {
            import::import(options, &project, words)
        }),
        Verb::New { what } => with_site(what.place(), &|project, words| {
            new::new(what, &project, words)
        }),
        Verb::ImportPk(options) => with_site(&options.place, &|project, words| {
            import_pk::import(options, &project, words)
        }),
        Verb::Init(options) => without_site(&|words| init::init(options, words, surroundings)),
        Verb::Ci(options) => with_site(&options.sources(), &|project, words| {
            ci::ci(options, &project, words)
        }),
        Verb::Schema(options) => without_site(&|words| schema::schema(options, words)),
    })
}

/// What a verb ends with; why it failed is told.
fn exit_code(outcome: Result<u8, Failure>, words: &CliWords) -> u8 {
    outcome.unwrap_or_else(|failure| {
        // A closed standard error leaves nobody to tell; the exit code still says it.
        let _ = writeln!(
            io::stderr(),
            "{}: {}",
            words.text("failed"),
            harmless_lines(&words.failure(&failure))
        );
        FAILED
    })
}

/// What can be shown, its warnings told; `None` when there are problems, which are told too.
fn sound_or_problems(project: &Project, words: &CliWords) -> Result<Option<Sound>, Failure> {
    sound_or_told(project, &project.excerpts(), words)
}

/// The same, told with lines of these `excerpts`.
fn sound_or_told(
    project: &Project,
    excerpts: &Excerpts<'_>,
    words: &CliWords,
) -> Result<Option<Sound>, Failure> {
    match doing("checking", words, || project.check()) {
        Ok(sound) => {
            tell(&sound.problems, excerpts, words)?;
            tell_of_past(project, words)?;
            Ok(Some(sound))
        }
        Err(problems) => {
            tell(&problems, excerpts, words)?;
            Ok(None)
        }
    }
}

/// That nothing is known of the past, where the site asks for it: pages will say so too.
fn tell_of_past(project: &Project, words: &CliWords) -> io::Result<()> {
    match project.without_past() {
        None => Ok(()),
        Some(why) => writeln!(io::stderr(), "{}", words.without_past(why)),
    }
}
