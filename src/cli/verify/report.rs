//! What was found, for people and for programs. What a stranger has published is shown without
//! what a terminal would obey.

use super::rebuilt::Basis;
use crate::cli::arguments::VerifyFormat;
use crate::cli::words::CliWords;
use crate::format::Arg;
use crate::site::{ChangedLine, Difference, DifferenceKind, Manifest};
use crate::url::Urls;
use serde::Serialize;

/// The outcome of a comparison.
pub(super) struct Report {
    pub place: String,
    pub manifest: Manifest,
    pub basis: Basis,
    /// How many paths were looked at.
    pub files: usize,
    pub notes: Vec<Note>,
    /// Paths that are no differences, since the host may answer for them by `_redirects`.
    pub by_host: Vec<String>,
    /// By path.
    pub differences: Vec<Difference>,
}

/// Something that should be known beside the differences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Note {
    /// Another version of pantau built the site.
    Version,
    /// It was built with another theme, or another state of it.
    Theme,
    /// It was built from files that no commit holds.
    Uncommitted,
    /// The site says that it stands elsewhere.
    Address,
    /// The host answers for some paths by itself.
    ByHost,
}

#[derive(Serialize)]
struct JsonReport<'r> {
    place: &'r str,
    pantau: JsonVersions<'r>,
    commit: Option<&'r str>,
    compared_with: &'static str,
    date: String,
    files: usize,
    notes: &'r [Note],
    by_host: &'r [String],
    differences: &'r [Difference],
}

#[derive(Serialize)]
struct JsonVersions<'r> {
    published: &'r str,
    here: &'static str,
}

const VERSION: &str = env!("CARGO_PKG_VERSION");

impl Report {
    pub fn told(&self, format: VerifyFormat, words: &CliWords) -> String {
        match format {
            VerifyFormat::Human => self.human(words),
            VerifyFormat::Json => self.json(),
        }
    }

    fn json(&self) -> String {
        let report = JsonReport {
            place: &self.place,
            pantau: JsonVersions {
                published: &self.manifest.pantau,
                here: VERSION,
            },
            commit: self.manifest.provenance.commit.as_deref(),
            compared_with: match self.basis {
                Basis::WorkTree => "work_tree",
                Basis::Commit(_) => "commit",
            },
            date: self.manifest.date.to_string(),
            files: self.files,
            notes: &self.notes,
            by_host: &self.by_host,
            differences: &self.differences,
        };
        serde_json::to_string_pretty(&report).expect("strings and numbers always serialise")
    }

    fn human(&self, words: &CliWords) -> String {
        let mut lines: Vec<String> = Vec::new();
        for difference in &self.differences {
            lines.extend(told(difference, words));
        }
        lines.extend(self.notes.iter().map(|note| self.note(*note, words)));
        lines.push(self.summary(words));
        lines.join("\n")
    }

    fn note(&self, note: Note, words: &CliWords) -> String {
        let provenance = &self.manifest.provenance;
        let (key, argument) = match note {
            Note::Version => ("note_version", self.manifest.pantau.clone()),
            Note::Theme => ("note_theme", self.manifest.theme.name.clone()),
            Note::Uncommitted => ("note_uncommitted", first_few(provenance.uncommitted.iter())),
            Note::ByHost => ("note_by_host", first_few(self.by_host.iter())),
            Note::Address => {
                let urls = Urls::new(&self.manifest.base_url);
                ("note_address", urls.absolute_file(""))
            }
        };
        words.say(key, &[("what", &harmless(&argument)), ("here", VERSION)])
    }

    fn summary(&self, words: &CliWords) -> String {
        let of = |kind| {
            let differences = self.differences.iter();
            Arg::Count(differences.filter(|d| d.kind == kind).count() as u64)
        };
        let date = self.manifest.date.to_string();
        let place = harmless(&self.place);
        let basis = match &self.basis {
            Basis::WorkTree => words.text("basis_work_tree"),
            Basis::Commit(commit) => words.say("basis_commit", &[("commit", commit)]),
        };
        let arguments = [
            ("place", Arg::from(&place)),
            ("files", Arg::Count(self.files as u64)),
            ("date", Arg::from(&date)),
            ("basis", Arg::from(&basis)),
            ("changed", of(DifferenceKind::Changed)),
            ("missing", of(DifferenceKind::Missing)),
            ("extra", of(DifferenceKind::Extra)),
            ("manifest", of(DifferenceKind::Manifest)),
        ];
        if self.differences.is_empty() {
            words.with("verified", &arguments[..4])
        } else {
            words.with("not_verified", &arguments)
        }
    }
}

/// The first few, and how many more.
fn first_few<'p>(paths: impl ExactSizeIterator<Item = &'p String>) -> String {
    const SHOWN: usize = 5;
    let more = paths.len().saturating_sub(SHOWN);
    let mut names: Vec<String> = paths.take(SHOWN).cloned().collect();
    if more > 0 {
        names.push(format!("… (+{more})"));
    }
    names.join(", ")
}

fn told(difference: &Difference, words: &CliWords) -> Vec<String> {
    let key = match difference.kind {
        DifferenceKind::Changed => "file_changed",
        DifferenceKind::Missing => "file_missing",
        DifferenceKind::Extra => "file_extra",
        DifferenceKind::Manifest => "file_manifest",
    };
    let path = harmless(&difference.path);
    let mut lines = vec![words.say(key, &[("path", &path)])];
    if let Some(line) = &difference.line {
        lines.extend(line_told(line, words));
    }
    if !difference.fits_manifest && difference.kind != DifferenceKind::Manifest {
        lines.push(format!("    {}", words.text("unlike_manifest")));
    }
    lines
}

fn line_told(line: &ChangedLine, words: &CliWords) -> [String; 2] {
    let number = line.number.to_string();
    [
        ("line_published", &line.published),
        ("line_rebuilt", &line.rebuilt),
    ]
    .map(|(key, text)| {
        let told = words.say(key, &[("number", &number), ("text", &harmless(text))]);
        format!("    {told}")
    })
}

/// `text` with nothing in it that moves a terminal's cursor, colours it or turns its direction.
fn harmless(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let shown = |c: char| match c {
        '\t' => ' ',
        c if c.is_control() || turns(c) => '\u{fffd}',
        c => c,
    };
    text.chars().take(500).map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_is_shown() {
        assert_eq!(
            harmless("a\u{1b}[31mb\r\u{9b}c\u{202e}\td é"),
            "a\u{fffd}[31mb\u{fffd}\u{fffd}c\u{fffd} d é"
        );
        assert_eq!(harmless(&"a".repeat(600)).len(), 500);
    }

    #[test]
    fn of_many_files_the_first_are_named() {
        let paths = |n: u8| -> Vec<String> { (0..n).map(|n| n.to_string()).collect() };
        assert_eq!(first_few(paths(2).iter()), "0, 1");
        assert_eq!(first_few(paths(7).iter()), "0, 1, 2, 3, 4, … (+2)");
    }
}
