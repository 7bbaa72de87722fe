//! Programs run as children, and above all git, told to answer alike on every machine.

use super::HistoryError;
use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::thread;

/// What would lead git to another repository, other objects or other output. A hook runs with some
/// of these set.
const FOREIGN: [&str; 27] = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_ATTR_SOURCE",
    "GIT_CEILING_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_CONFIG",
    "GIT_CONFIG_COUNT",
    "GIT_CONFIG_PARAMETERS",
    "GIT_DEFAULT_HASH",
    "GIT_DIFF_OPTS",
    "GIT_DIR",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    "GIT_EXTERNAL_DIFF",
    "GIT_GLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_INTERNAL_SUPER_PREFIX",
    "GIT_LITERAL_PATHSPECS",
    "GIT_NAMESPACE",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_TRACE",
    "GIT_TRACE2",
    "GIT_WORK_TREE",
];

/// What wins over every file of configuration, the repository's own included. `log.showRoot` set
/// to false would hide the first commit; an unknown name does no harm to an old git.
const SETTINGS: [&str; 11] = [
    "color.ui=false",
    "core.fsmonitor=false",
    "core.quotepath=false",
    "core.useReplaceRefs=false",
    "gpg.minTrustLevel=undefined",
    "gpg.program=gpg",
    "i18n.logOutputEncoding=UTF-8",
    "log.follow=false",
    "log.showRoot=true",
    "log.showSignature=false",
    // The caller names the folder, and a container may read a clone of another user.
    "safe.directory=*",
];

/// Whose configuration a command of git heeds besides the repository's and [`SETTINGS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Configuration {
    Nobodys,
    /// The user's and the system's: they say how a file of the work tree becomes an object
    /// (`core.autocrlf`, filters).
    Users,
}

/// The program `git`, run in a folder.
#[derive(Clone, Debug)]
pub(super) struct Git {
    folder: PathBuf,
}

impl Git {
    pub fn in_folder(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
        }
    }

    /// `git` in the folder, its arguments to be added.
    pub fn command(&self, configuration: Configuration) -> Command {
        let mut command = Command::new("git");
        // A folder that is not there is told by git, and not taken for a missing git.
        command.arg("-C").arg(&self.folder);
        command.args(["--no-pager", "--no-optional-locks"]);
        command.args(SETTINGS.iter().flat_map(|setting| ["-c", setting]));
        command.stdin(Stdio::null()).env("LC_ALL", "C");
        for name in FOREIGN {
            command.env_remove(name);
        }
        command
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("GIT_NO_LAZY_FETCH", "1")
            // Both would show another past than the commits tell.
            .env("GIT_NO_REPLACE_OBJECTS", "1")
            .env("GIT_GRAFT_FILE", "/dev/null");
        if configuration == Configuration::Nobodys {
            command
                .env("GIT_CONFIG_NOSYSTEM", "1")
                .env("GIT_CONFIG_GLOBAL", "/dev/null");
        }
        command
    }

    /// Starts git with nobody's configuration; see [`Running::finish`].
    pub fn start<S: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = S>,
    ) -> Result<Running, HistoryError> {
        let mut command = self.command(Configuration::Nobodys);
        command.args(arguments);
        Running::start("git", command)
    }

    /// What git prints.
    pub fn output<S: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = S>,
    ) -> Result<Vec<u8>, HistoryError> {
        self.start(arguments)?.finish()
    }

    /// Hands the bytes of each object to `take`, in order, cut after as many as are asked for.
    pub fn objects(
        &self,
        asked: &[Asked],
        mut take: impl FnMut(usize, Vec<u8>) -> Result<(), HistoryError>,
    ) -> Result<(), HistoryError> {
        if asked.is_empty() {
            return Ok(());
        }
        let mut command = self.command(Configuration::Nobodys);
        command.args(["cat-file", "--batch", "--buffer"]);
        let list: String = asked.iter().flat_map(|one| [one.id, "\n"]).collect();
        Running::start_fed("git", command)?.converse(list.as_bytes(), |answers| {
            let mut each = asked.iter().enumerate();
            each.try_for_each(|(n, one)| take(n, object(answers, one)?))
        })
    }
}

/// An object that git is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'a> {
    pub id: &'a str,
    /// Of a larger object so many bytes are kept.
    pub most: usize,
}

/// One answer of `cat-file --batch`: a line `id type size`, the bytes, a line's end.
pub(super) fn object(answers: &mut impl BufRead, asked: &Asked) -> Result<Vec<u8>, HistoryError> {
    let mut line = String::new();
    answers.read_line(&mut line).map_err(talking("git"))?;
    let mut words = line.split_ascii_whitespace();
    let (id, kind, size) = (words.next(), words.next(), words.next());
    if (id, kind) == (Some(asked.id), Some("missing")) {
        let object = asked.id.to_owned();
        return Err(HistoryError::Missing { object });
    }
    let size = size.and_then(|size| size.parse().ok());
    let Some(size) = size.filter(|_| id == Some(asked.id)) else {
        return Err(not_understood("git cat-file"));
    };
    cut(answers, size, asked.most as u64).map_err(talking("git"))
}

/// The first `most` of `size` bytes; what follows them, and the line's end, is passed over.
fn cut(answers: &mut impl BufRead, size: u64, most: u64) -> io::Result<Vec<u8>> {
    let kept = size.min(most);
    let mut bytes = Vec::with_capacity(usize::try_from(kept).unwrap_or(0));
    answers.by_ref().take(kept).read_to_end(&mut bytes)?;
    let passed = size - kept + 1;
    io::copy(&mut answers.by_ref().take(passed), &mut io::sink())?;
    Ok(bytes)
}

fn talking(program: &'static str) -> impl FnOnce(io::Error) -> HistoryError {
    move |source| HistoryError::Run { program, source }
}

/// The answer of `program` has another form than it should have.
pub(super) fn not_understood(program: &str) -> HistoryError {
    let program = program.to_owned();
    HistoryError::Answer { program }
}

/// A child that has been started.
#[derive(Debug)]
pub(super) struct Running {
    program: &'static str,
    /// What a failure is told of: `git log`.
    name: String,
    child: Child,
}

impl Running {
    /// A child whose standard input is empty.
    pub fn start(program: &'static str, mut command: Command) -> Result<Self, HistoryError> {
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        Ok(Self {
            program,
            name: name(program, &command),
            child: command.spawn().map_err(talking(program))?,
        })
    }

    /// A child that is to read what [`Running::converse`] gives.
    pub fn start_fed(program: &'static str, mut command: Command) -> Result<Self, HistoryError> {
        command.stdin(Stdio::piped());
        Self::start(program, command)
    }

    /// Waits, and returns what the child printed.
    pub fn finish(self) -> Result<Vec<u8>, HistoryError> {
        let output = self.child.wait_with_output();
        let output = output.map_err(talking(self.program))?;
        succeeded(self.name, output)
    }

    /// What the child prints when it reads `input`.
    pub fn fed(self, input: &[u8]) -> Result<Vec<u8>, HistoryError> {
        let mut answer = Vec::new();
        let program = self.program;
        self.converse(input, |answers| {
            let read = answers.read_to_end(&mut answer).map(drop);
            read.map_err(talking(program))
        })?;
        Ok(answer)
    }

    /// Writes `input` while `read` reads what the child prints.
    fn converse(
        mut self,
        input: &[u8],
        read: impl FnOnce(&mut BufReader<ChildStdout>) -> Result<(), HistoryError>,
    ) -> Result<(), HistoryError> {
        let (stdin, stdout) = (self.child.stdin.take(), self.child.stdout.take());
        let read = thread::scope(|scope| {
            scope.spawn(move || {
                // A child that stops reading says why on its standard error.
                stdin.map(|mut stdin| stdin.write_all(input))
            });
            stdout.map_or(Ok(()), |stdout| {
                read(&mut BufReader::with_capacity(1 << 16, stdout))
            })
        });
        match (self.finish(), read) {
            // A child that failed has broken off its answer too, and knows why.
            (Err(failed @ HistoryError::Failed { .. }), Err(HistoryError::Answer { .. })) => {
                Err(failed)
            }
            // One that nobody listened to any more has failed for that.
            (_, Err(error)) => Err(error),
            (finished, Ok(())) => finished.map(drop),
        }
    }
}

/// `git log` and the like: the program and the first argument that is no option.
fn name(program: &str, command: &Command) -> String {
    let mut arguments = command.get_args().filter_map(OsStr::to_str);
    while let Some(argument) = arguments.next() {
        match argument {
            "-C" | "-c" => drop(arguments.next()),
            option if option.starts_with('-') => {}
            verb => return format!("{program} {verb}"),
        }
    }
    program.to_owned()
}

fn succeeded(program: String, output: Output) -> Result<Vec<u8>, HistoryError> {
    if output.status.success() {
        return Ok(output.stdout);
    }
    let told = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    let message = if told.is_empty() {
        output.status.to_string()
    } else {
        told
    };
    Err(HistoryError::Failed { program, message })
}
