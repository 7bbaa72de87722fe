//! `pantau import`: filled forms become result files.

mod preview;

use super::arguments::Import as Options;
use super::diagnostics::{Excerpts, tell};
use super::harmless::harmless;
use super::progress::doing;
use super::project::Project;
use super::words::CliWords;
use super::{FINE, Failure, PROBLEMS};
use crate::compute::{Scoreboard, compute};
use crate::disk;
use crate::form::{Change, Computed, Edited, FilledCell, apply, filled, judge, placed};
use crate::format::{Arg, Formats};
use crate::problem::{self, Problem, Severity, code};
use crate::sheet::{self, MOST_WORKBOOK_BYTES, NotAWorkbook, Workbook};
use crate::site::Sound;
use crate::source::TextSpan;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// What a folder is looked through for.
const EXTENSIONS: [&str; 2] = ["xlsx", "ods"];

pub(super) fn import(
    options: &Options,
    project: &Project,
    words: &CliWords,
) -> Result<u8, Failure> {
    let sound = match doing("checking", words, || project.check()) {
        Ok(sound) => sound,
        Err(problems) => {
            tell(&problems, &project.excerpts(), words)?;
            writeln!(io::stderr(), "{}", words.text("import_site_broken"))?;
            return Ok(PROBLEMS);
        }
    };
    let (workbooks, mut problems) = workbooks(&options.files)?;
    let mut forms = filled(&workbooks);
    problems.append(&mut forms.problems);
    let board = compute(&sound.register, sound.today);
    let mut judged = judge(&forms.forms, &sound.register, &board);
    problems.append(&mut judged.problems);
    let asked = Asked {
        options,
        project,
        words,
        sound: &sound,
        board: &board,
    };
    asked.tell_untouched(&judged.untouched)?;
    asked.carry_out(&judged.changes, problems)
}

/// The workbooks that were handed over, and what is wrong with those that are none.
fn workbooks(places: &[PathBuf]) -> Result<(Vec<Workbook>, Vec<Problem>), Failure> {
    let (mut workbooks, mut problems) = (Vec::new(), Vec::new());
    let files = disk::handed_files(places, &EXTENSIONS)?;
    if files.is_empty() {
        return Err(Failure::NoForms(shown(places)));
    }
    for file in files {
        let name = file.display().to_string();
        let bytes = disk::named_file(&file, MOST_WORKBOOK_BYTES)?;
        match sheet::read(&name, &bytes) {
            Ok(workbook) => workbooks.push(workbook),
            Err(why) => problems.push(unreadable(&name, why)),
        }
    }
    Ok((workbooks, problems))
}

/// The places as they were named.
fn shown(places: &[PathBuf]) -> String {
    let places: Vec<String> = places.iter().map(|p| p.display().to_string()).collect();
    places.join(", ")
}

fn unreadable(name: &str, why: NotAWorkbook) -> Problem {
    let (why, detail) = match why {
        NotAWorkbook::OtherForm => ("lain", String::new()),
        NotAWorkbook::Locked => ("terkunci", String::new()),
        NotAWorkbook::TooLarge => ("besar", String::new()),
        NotAWorkbook::Damaged(detail) => ("rusak", detail),
    };
    let problem = Problem::error(code::FORM_UNREADABLE, name, TextSpan::START);
    let problem = problem.of_workbook(name);
    problem.with("why", why).with("detail", detail)
}

/// An import on its way.
struct Asked<'a> {
    options: &'a Options,
    project: &'a Project,
    words: &'a CliWords,
    sound: &'a Sound,
    board: &'a Scoreboard,
}

impl Asked<'_> {
    /// Which forms came back empty, or were never sent.
    fn tell_untouched(&self, forms: &[FilledCell]) -> io::Result<()> {
        if forms.is_empty() {
            return Ok(());
        }
        let count = [("count", Arg::Count(forms.len() as u64))];
        let mut out = io::stderr();
        writeln!(out, "{}", self.words.with("import_untouched", &count))?;
        for form in forms {
            let workbook = file_name(&form.workbook);
            let told = format!("{workbook}, {}", form.place.sheet);
            writeln!(out, "  {}", harmless(&told))?;
        }
        writeln!(out)
    }

    fn carry_out(&self, changes: &[Change], mut problems: Vec<Problem>) -> Result<u8, Failure> {
        let mut edited = apply(changes, self.project.sources(), &self.sound.register);
        problems.append(&mut edited.problems);
        let after = self.project.edited(&edited.files);
        let outcome = self.examined(&after, changes, &edited, &mut problems);
        problem::sort(&mut problems);
        tell(&problems, &Excerpts::new(after.sources()), self.words)?;
        if hinders(&problems) {
            writeln!(io::stderr(), "{}", self.words.text("import_refused"))?;
            return Ok(PROBLEMS);
        }
        if edited.files.is_empty() {
            writeln!(io::stdout(), "{}", self.words.text("import_nothing_new"))?;
            return Ok(FINE);
        }
        let Some(sound) = outcome else {
            return Ok(PROBLEMS);
        };
        self.preview(changes, &sound)?;
        if self.options.dry_run {
            writeln!(io::stdout(), "{}", self.words.text("import_dry_run"))?;
            return Ok(FINE);
        }
        if !self.is_agreed(edited.files.len())? {
            writeln!(io::stderr(), "{}", self.words.text("import_declined"))?;
            return Ok(PROBLEMS);
        }
        self.write(&edited)
    }

    /// The edited site, where it can be shown; what is wrong with it now and was not before goes to
    /// `problems`.
    fn examined(
        &self,
        after: &Project,
        changes: &[Change],
        edited: &Edited,
        problems: &mut Vec<Problem>,
    ) -> Option<Sound> {
        let outcome = after.check();
        let told = match &outcome {
            Ok(sound) => &sound.problems,
            Err(problems) => problems,
        };
        let is_new = |problem: &&Problem| {
            let mut before = self.sound.problems.iter();
            // A line may have moved since.
            !before.any(|old| {
                (&old.code, &old.file, &old.arguments)
                    == (&problem.code, &problem.file, &problem.arguments)
            })
        };
        let new = told.iter().filter(is_new).cloned().collect();
        problems.extend(placed(new, changes, &edited.files));
        outcome.ok()
    }

    fn preview(&self, changes: &[Change], after: &Sound) -> io::Result<()> {
        let board = compute(&after.register, after.today);
        let before = Computed {
            register: &self.sound.register,
            board: self.board,
        };
        let after = Computed {
            register: &after.register,
            board: &board,
        };
        let formats = Formats::new(self.words.language());
        let effects = crate::form::effects(changes, before, after, &formats);
        let mut out = io::stdout();
        for effect in &effects {
            writeln!(out, "{}\n", preview::table(effect, self.words))?;
        }
        writeln!(out, "{}", self.words.text("import_empty_stays"))
    }

    fn is_agreed(&self, files: usize) -> Result<bool, Failure> {
        if self.options.yes {
            return Ok(true);
        }
        if !io::stdin().is_terminal() {
            return Err(Failure::NoAnswer { flag: "--yes" });
        }
        let question = [("count", Arg::Count(files as u64))];
        let mut out = io::stderr();
        write!(out, "{} ", self.words.with("import_question", &question))?;
        out.flush()?;
        let answer = io::stdin().lines().next().transpose()?;
        let answer = answer.unwrap_or_default().trim().to_lowercase();
        Ok(["y", "ya", "yes"].contains(&answer.as_str()))
    }

    fn write(&self, edited: &Edited) -> Result<u8, Failure> {
        let before = &self.project.sources().files;
        disk::replace_files(self.project.root(), before, &edited.files)?;
        let mut out = io::stdout();
        for file in edited.files.keys() {
            let file = super::paths::from_here(self.project.root(), file);
            writeln!(out, "  {file}")?;
        }
        let count = [("count", Arg::Count(edited.files.len() as u64))];
        writeln!(out, "{}", self.words.with("imported", &count))?;
        Ok(FINE)
    }
}

/// Whether nothing may be written: anything is wrong, or would be told of the record for good.
fn hinders(problems: &[Problem]) -> bool {
    problems.iter().any(|p| p.severity != Severity::Warning)
}

/// Where a cell stands, in words.
pub(super) fn cell_place(problem: &Problem, words: &CliWords) -> Option<String> {
    let cell = problem.cell.as_ref()?;
    let workbook = harmless(&file_name(&problem.file));
    if cell.sheet.is_empty() {
        return Some(workbook);
    }
    let (sheet, cell) = (harmless(&cell.sheet), cell.to_string());
    let arguments = [
        ("workbook", workbook.as_str()),
        ("sheet", sheet.as_str()),
        ("cell", &cell),
    ];
    Some(words.say("cell_place", &arguments))
}

fn file_name(path: &str) -> String {
    let name = Path::new(path).file_name();
    name.map_or_else(
        || path.to_owned(),
        |name| name.to_string_lossy().into_owned(),
    )
}
