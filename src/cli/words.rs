//! What the command line says, in one language.

mod theme;

use super::harmless::harmless;
use super::progress::Verbosity;
use super::{Failure, paths};
use crate::agreement::TableError;
use crate::disk::{DiskError, NotAllReplaced};
use crate::edit::{EditError, Why};
use crate::fetch::{FetchError, Reason};
use crate::format::{Arg, MessageSource, Messages};
use crate::history::HistoryError;
use crate::model::{Language, Quarter, Register};
use crate::parse::reader::NONE;
use crate::problem::{self, Problem, Severity};
use crate::serve::ServeError;
use crate::sheet::NotAWorkbook;
use crate::site::ManifestError;
use crate::source::{Description, MediaFacts, Signature, WhyUnknown};
use std::io::{self, ErrorKind};
use std::path::Path;

const INDONESIAN: &str = include_str!("id.ftl");
const ENGLISH: &str = include_str!("en.ftl");

/// The words of the command line and of problems.
pub(super) struct CliWords {
    language: Language,
    messages: Messages,
    problems: problem::Words,
    verbosity: Verbosity,
}

impl CliWords {
    pub fn new(language: Language) -> Self {
        let (text, problems) = match language {
            Language::Indonesian => (INDONESIAN, problem::Words::indonesian()),
            Language::English => (ENGLISH, problem::Words::english()),
        };
        let source = MessageSource { name: "cli", text };
        let messages = Messages::new(language, &[source]);
        let messages = messages.expect("a test reads every message of the command line");
        Self {
            language,
            messages,
            problems,
            verbosity: Verbosity::Usual,
        }
    }

    pub fn language(&self) -> Language {
        self.language
    }

    /// The same words for a run that was asked to say more, or less.
    pub fn with_verbosity(self, verbosity: Verbosity) -> Self {
        Self { verbosity, ..self }
    }

    pub fn verbosity(&self) -> Verbosity {
        self.verbosity
    }

    pub fn is_quiet(&self) -> bool {
        self.verbosity == Verbosity::Quiet
    }

    pub fn text(&self, key: &str) -> String {
        self.say(key, &[])
    }

    pub fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Arg<'_>)> = args
            .iter()
            .map(|(name, text)| (*name, Arg::from(*text)))
            .collect();
        self.with(key, &args)
    }

    pub fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.messages
            .with(key, args)
            .unwrap_or_else(|error| error.to_string())
    }

    /// `Triwulan III 2026`
    pub fn quarter(&self, quarter: Quarter) -> String {
        let key = ["tw1", "tw2", "tw3", "tw4"][quarter.of_year as usize];
        format!("{} {}", self.text(key), quarter.year)
    }

    pub fn problem(&self, problem: &Problem) -> String {
        self.problems.message(problem)
    }

    pub fn way_out(&self, problem: &Problem) -> String {
        self.problems.way_out(problem)
    }

    pub fn severity(&self, severity: Severity) -> String {
        self.text(match severity {
            Severity::Error => "severity_error",
            Severity::Violation => "severity_violation",
            Severity::Warning => "severity_warning",
        })
    }

    /// "3 kesalahan, 1 peringatan".
    pub fn problem_count(&self, problems: &[Problem]) -> String {
        let kinds = [
            ("errors", Severity::Error),
            ("violations", Severity::Violation),
            ("warnings", Severity::Warning),
        ];
        let parts: Vec<String> = kinds
            .into_iter()
            .filter_map(|(key, severity)| {
                let count = problems.iter().filter(|p| p.severity == severity).count() as u64;
                (count > 0).then(|| self.with(key, &[("count", count.into())]))
            })
            .collect();
        parts.join(", ")
    }

    /// What is left of a file's problems after the first ones.
    pub fn more_in_file(&self, file: &str, count: usize) -> String {
        let file = paths::below_root(file);
        let count = Arg::Count(count as u64);
        self.with(
            "more_in_file",
            &[("count", count), ("file", (&*file).into())],
        )
    }

    /// Why a verb failed.
    pub fn failure(&self, failure: &Failure) -> String {
        match failure {
            Failure::Disk(error) => self.disk(error),
            Failure::BaseUrl(url) => self.say("bad_base_url", &[("url", url)]),
            Failure::OutAmongSources(folder) => self.say(
                "out_among_sources",
                &[("path", &folder.display().to_string())],
            ),
            Failure::PartInTheWay(part) => {
                self.say("part_in_the_way", &[("path", &part.display().to_string())])
            }
            Failure::NoSuchFile(pattern) => self.say("no_such_file", &[("pattern", pattern)]),
            Failure::Theme(error) => self.theme(error),
            Failure::NoPast(why) => self.without_past(*why),
            Failure::Edit(error) => self.edit(error),
            Failure::Table(error) => self.table(error),
            Failure::NoTable { sheets } => self.say("no_table", &[("sheets", sheets)]),
            Failure::NoThemeFile { name, near, files } => {
                let near = near.as_deref().unwrap_or(NONE);
                let said = [("name", &**name), ("near", near), ("files", &**files)];
                self.say("no_theme_file", &said)
            }
            Failure::Exists { file } => self.say("exists", &[("file", file)]),
            Failure::NothingToChoose { of } => self.say("nothing_to_choose", &[("of", of)]),
            Failure::NoAnswer { flag } => self.say("no_answer", &[("flag", flag)]),
            Failure::NoSteps { sample, others } => {
                self.say("no_steps", &[("sample", sample), ("others", others)])
            }
            Failure::NoBase(base) => self.say("no_base", &[("base", base)]),
            Failure::EmptyBase(base) => self.say("empty_base", &[("base", base)]),
            Failure::NoForms(places) => self.say("no_forms", &[("places", &harmless(places))]),
            Failure::Serve(error) => self.serve_failure(error),
            Failure::Address(place) => self.say("bad_place", &[("place", place)]),
            Failure::NoManifest(place) => self.say("no_manifest", &[("place", place)]),
            Failure::Manifest(error) => self.manifest(error),
            Failure::Fetch(error) => self.fetch(error),
            Failure::History(error) => self.history(error),
            Failure::Replace(error) => self.not_all_replaced(error),
            Failure::Site(error) => self.site(error),
            Failure::Output(refusal) => self.refusal(refusal),
            Failure::Answer { flag, reason } => format!("{flag}: {reason}"),
            Failure::NotFrozen(quarter) => {
                self.say("not_frozen", &[("quarter", &quarter.to_string())])
            }
        }
    }

    fn not_all_replaced(&self, error: &NotAllReplaced) -> String {
        let reason = self.disk(&error.reason);
        let written = error.written.iter().map(|file| paths::below_root(file));
        let written = written.collect::<Vec<_>>().join(", ");
        let key = match written.is_empty() {
            true => "replaced_none",
            false => "replaced_some",
        };
        self.say(key, &[("reason", &reason), ("written", &written)])
    }

    /// As [`Self::failure`], for the preview.
    pub fn serve_failure(&self, error: &ServeError) -> String {
        match error {
            ServeError::Port { port, source } => {
                let (port, reason) = (port.to_string(), source.to_string());
                self.say("no_port", &[("port", &port), ("reason", &reason)])
            }
            ServeError::Address { address, source } => {
                let (address, reason) = (address.to_string(), source.to_string());
                self.say("no_address", &[("address", &address), ("reason", &reason)])
            }
            ServeError::Panicked(reason) => self.say("preview_panicked", &[("reason", reason)]),
            ServeError::Watch(error) => self.say("no_watch", &[("reason", &error.to_string())]),
            ServeError::Disk(error) => self.disk(error),
            ServeError::History(error) => self.history(error),
            ServeError::Theme(error) => self.theme(error),
            ServeError::Site(error) => self.site(error),
            ServeError::Io(refusal) => self.refusal(refusal),
        }
    }

    /// Why nothing is known of the past, and what to do about it.
    pub fn without_past(&self, why: WhyUnknown) -> String {
        self.text(match why {
            WhyUnknown::NotAsked => "past_not_asked",
            WhyUnknown::NoRepository => "past_no_repository",
            WhyUnknown::NoCommits => "past_no_commits",
            WhyUnknown::Shallow => "past_shallow",
            WhyUnknown::NoGit => "past_no_git",
        })
    }

    fn history(&self, error: &HistoryError) -> String {
        match error {
            HistoryError::NoVerifier { program, package } => {
                let arguments = [("program", *program), ("package", *package)];
                self.say("no_verifier", &arguments)
            }
            HistoryError::Failed { program, message } => {
                let arguments = [("program", program.as_str()), ("message", message)];
                self.say("program_failed", &arguments)
            }
            HistoryError::Missing { object } => self.say("object_missing", &[("object", object)]),
            HistoryError::Disk(error) => self.disk(error),
            other => other.to_string(),
        }
    }

    /// What is quoted of a manifest is shown as a literal, since a stranger has written it.
    pub fn manifest(&self, error: &ManifestError) -> String {
        let quoted = |text: &str| format!("{text:?}");
        match error {
            ManifestError::Shape(reason) => self.say("manifest_shape", &[("reason", reason)]),
            ManifestError::Format { found } => {
                self.say("manifest_format", &[("found", &found.to_string())])
            }
            ManifestError::Path { path } => self.say("manifest_path", &[("path", &quoted(path))]),
            ManifestError::Twice { path } => self.say("manifest_twice", &[("path", &quoted(path))]),
            ManifestError::TooLarge { path, bytes } => self.say(
                "manifest_too_large",
                &[("path", &quoted(path)), ("bytes", &bytes.to_string())],
            ),
            ManifestError::Value { key, text } => {
                self.say("manifest_value", &[("key", key), ("text", &quoted(text))])
            }
        }
    }

    fn fetch(&self, error: &FetchError) -> String {
        let why = match &error.reason {
            Reason::Elsewhere { to } => self.say("fetch_elsewhere", &[("to", to)]),
            Reason::Redirections => self.text("fetch_redirections"),
            Reason::TooLarge { most } => self.say(
                "fetch_too_large",
                &[("mebibytes", &(most >> 20).to_string())],
            ),
            Reason::TooSlow { seconds } => {
                self.say("fetch_too_slow", &[("seconds", &seconds.to_string())])
            }
            Reason::Status(status) => self.say("fetch_status", &[("status", &status.to_string())]),
            Reason::Network(reason) => reason.clone(),
        };
        self.say("fetch", &[("url", &error.url), ("why", &why)])
    }

    /// Why a file of data is left as it is, and what to do by hand.
    pub fn edit(&self, error: &EditError) -> String {
        let told = |file: &str, line: u32, why: &str| {
            let (file, line) = (paths::below_root(file), line.to_string());
            let args = [("file", file.as_str()), ("line", &line), ("why", why)];
            self.say("not_edited", &args)
        };
        match error {
            EditError::Unreadable(problem) => {
                let why = format!("{} {}", self.problem(problem), self.way_out(problem));
                told(&problem.file, problem.span.start.line, &why)
            }
            EditError::Refused { file, span, why } => {
                let why = self.text(match why {
                    Why::Flow => "edit_flow",
                    Why::OddForm | Why::LineEnds | Why::Unfaithful => "edit_odd",
                    Why::Comments => "edit_comments",
                    Why::OnlyKey => "edit_only_key",
                    Why::KeyThere => "edit_key_there",
                    Why::Nowhere => "edit_nowhere",
                    Why::NotAMap | Why::NotAList => "edit_other_kind",
                    Why::Unwritable => "edit_unwritable",
                });
                told(file, span.start.line, &why)
            }
        }
    }

    fn table(&self, error: &TableError) -> String {
        match error {
            TableError::Text(problem) => {
                format!("{} {}", self.problem(problem), self.way_out(problem))
            }
            TableError::TooLarge => self.text("table_too_large"),
            TableError::Workbook(NotAWorkbook::OtherForm) => self.text("table_other_form"),
            TableError::Workbook(NotAWorkbook::Locked) => self.text("table_locked"),
            TableError::Workbook(NotAWorkbook::TooLarge) => self.text("table_too_large"),
            TableError::Workbook(NotAWorkbook::Damaged(reason)) => {
                self.say("table_unread", &[("reason", reason)])
            }
            TableError::Csv(error) => self.say("table_unread", &[("reason", &error.to_string())]),
        }
    }

    fn disk(&self, error: &DiskError) -> String {
        let path = |path: &Path| path.display().to_string();
        match error {
            DiskError::NoFolder { path: folder } => {
                self.say("no_folder", &[("path", &path(folder))])
            }
            DiskError::Symlink { path: link } => self.say("symlink", &[("path", &path(link))]),
            DiskError::NameNotUtf8 { path: file } => {
                self.say("name_not_utf8", &[("path", &path(file))])
            }
            DiskError::Foreign { path: out, found } => {
                self.say("foreign", &[("path", &path(out)), ("found", &path(found))])
            }
            DiskError::Whole { path: out } => self.say("whole_site", &[("path", &path(out))]),
            DiskError::NotEmpty { path: at, found } => {
                self.say("not_empty", &[("path", &path(at)), ("found", &path(found))])
            }
            DiskError::Changed { path: file } => self.say("changed", &[("path", &path(file))]),
            DiskError::Occupied { path: file } => self.say("occupied", &[("path", &path(file))]),
            DiskError::Busy { path: out } => self.say("busy", &[("path", &path(out))]),
            DiskError::Mounted { path: out } => self.say("mounted", &[("path", &path(out))]),
            DiskError::NotAFile { path: at } => self.say("not_a_file", &[("path", &path(at))]),
            DiskError::OutsideTree { path } => self.say("outside_tree", &[("path", path)]),
            DiskError::TooLarge { path: file, most } => {
                let most = (most >> 20).to_string();
                self.say("too_large", &[("path", &path(file)), ("most", &most)])
            }
            DiskError::TooDeep { path: folder, most } => self.say(
                "too_deep",
                &[("path", &path(folder)), ("most", &most.to_string())],
            ),
            DiskError::Io {
                path: at, source, ..
            } => {
                let (at, reason) = (path(at), self.refusal(source));
                self.say("io", &[("path", &at), ("reason", &reason)])
            }
        }
    }

    /// Why the operating system refused; what is rare, in its own words.
    fn refusal(&self, refusal: &io::Error) -> String {
        let key = match refusal.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "refused_full",
            ErrorKind::PermissionDenied => "refused_permission",
            ErrorKind::ReadOnlyFilesystem => "refused_read_only",
            ErrorKind::NotFound => "refused_not_found",
            ErrorKind::NotADirectory => "refused_no_folder",
            ErrorKind::IsADirectory => "refused_folder",
            _ => return refusal.to_string(),
        };
        self.text(key)
    }

    /// What of the media was not looked into, so that nobody relies on it.
    pub fn not_read<'m>(&self, media: impl Iterator<Item = &'m MediaFacts>) -> Vec<String> {
        let (mut pdf, mut other) = (0_u64, 0_u64);
        for facts in media {
            match (facts.signature, &facts.description) {
                (Signature::Pdf, _) => pdf += 1,
                (_, Description::NotRead) => other += 1,
                _ => {}
            }
        }
        [("pdf_not_read", pdf), ("media_not_read", other)]
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(key, count)| self.with(key, &[("count", count.into())]))
            .collect()
    }

    /// What was found to be in order.
    pub fn checked(&self, register: &Register, problems: &[Problem]) -> String {
        let count = |n: usize| Arg::Count(n as u64);
        let is_violated = problems.iter().any(|p| p.severity == Severity::Violation);
        let key = match problems {
            [] => "all_well",
            _ if is_violated => "well_violated",
            _ => "well_but",
        };
        self.with(
            key,
            &[
                ("officials", count(register.people.len())),
                ("contracts", count(register.contracts.len())),
                ("reports", count(register.reports.len())),
            ],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_the_same_things() {
        let keys = |language| -> Vec<(String, Vec<String>)> {
            let words = CliWords::new(language);
            let keys: Vec<String> = words.messages.keys().map(str::to_owned).collect();
            keys.into_iter()
                .map(|key| {
                    let mut needed = words.messages.needed(&key).unwrap().to_vec();
                    needed.sort();
                    (key, needed)
                })
                .collect()
        };
        assert_eq!(keys(Language::Indonesian), keys(Language::English));
    }

    #[test]
    fn what_was_not_looked_into_is_said_only_where_there_is_some() {
        let facts = |signature| MediaFacts {
            signature,
            description: Description::NotRead,
        };
        let words = CliWords::new(Language::Indonesian);
        let media = [Signature::Pdf, Signature::Pdf, Signature::IsoMedia].map(facts);
        let lines = words.not_read(media.iter());
        assert!(lines[0].starts_with("Isi 2 berkas PDF di media/ tidak diperiksa"));
        assert!(lines[1].starts_with("1 berkas kantor, suara, atau video"));
        assert!(words.not_read([].iter()).is_empty());
    }

    #[test]
    fn a_full_disk_is_told_so_wherever_it_was_noticed() {
        let words = CliWords::new(Language::Indonesian);
        let full = || io::Error::from(ErrorKind::StorageFull);
        for failure in [
            Failure::Site(crate::site::SiteError::Write(full())),
            Failure::Output(full()),
        ] {
            let told = words.failure(&failure);
            assert!(told.contains("disknya penuh"), "{told}");
        }
    }
}
