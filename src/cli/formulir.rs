//! `pantau formulir`: the forms of a quarter.

use super::arguments::Formulir as Options;
use super::diagnostics::tell as tell_problems;
use super::new::last_over;
use super::progress::doing;
use super::project::Project;
use super::words::CliWords;
use super::{FINE, Failure, PROBLEMS, paths};
use crate::compute::compute;
use crate::disk::{self, Written};
use crate::form::{Workbook, forms, workbook};
use crate::format::Arg;
use std::io::{self, Write};
use std::path::Path;

pub(super) fn formulir(
    options: &Options,
    project: &Project,
    words: &CliWords,
) -> Result<u8, Failure> {
    let sound = match doing("checking", words, || project.check()) {
        Ok(sound) => sound,
        Err(problems) => {
            tell_problems(&problems, &project.excerpts(), words)?;
            writeln!(io::stderr(), "{}", words.text("form_site_broken"))?;
            return Ok(PROBLEMS);
        }
    };
    let board = compute(&sound.register, sound.today);
    let given = options.quarter.or(options.triwulan);
    let quarter = given.unwrap_or_else(|| last_over(sound.today));
    let asked = forms(&sound.register, &board, quarter);
    let quarter = quarter.to_string();
    if asked.is_empty() {
        let told = words.say("form_nothing_due", &[("quarter", &quarter)]);
        writeln!(io::stderr(), "{told}")?;
        return Ok(PROBLEMS);
    }
    let out = options.out.clone();
    let out = out.unwrap_or_else(|| project.root().join("formulir"));
    let mut kept = 0;
    for of_opd in &asked {
        let bytes = workbook(of_opd, sound.today)?;
        let written = disk::write_file(&out, &of_opd.file, &bytes)?;
        kept += usize::from(written == Written::Kept);
        tell(of_opd, &out, words)?;
    }
    let count = |n: usize| Arg::Count(n as u64);
    let counts = [
        ("count", count(asked.len())),
        ("written", count(asked.len() - kept)),
        ("kept", count(kept)),
        ("quarter", Arg::from(quarter.as_str())),
    ];
    writeln!(io::stdout(), "{}", words.with("forms_written", &counts))?;
    Ok(FINE)
}

/// One line for each workbook: what is in it.
fn tell(of_opd: &Workbook, out: &Path, words: &CliWords) -> io::Result<()> {
    let file = paths::shown(&out.join(&of_opd.file));
    let file = file.display().to_string();
    let asked = of_opd.forms.iter();
    let asked: usize = asked.map(|form| form.commitments.len()).sum();
    let arguments = [
        ("file", Arg::from(file.as_str())),
        ("forms", Arg::Count(of_opd.forms.len() as u64)),
        ("asked", Arg::Count(asked as u64)),
    ];
    writeln!(io::stdout(), "{}", words.with("form_of_opd", &arguments))
}
