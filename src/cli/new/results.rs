//! `pantau new hasil`

use super::write_new;
use crate::cli::arguments::NewResults as Options;
use crate::cli::project::Project;
use crate::cli::words::CliWords;
use crate::cli::{FINE, Failure, PROBLEMS, diagnostics, paths};
use crate::draft;
use crate::format::Arg;
use crate::model::{ContractId, Date, Quarter, Register};
use crate::parse::place::report_file;
use crate::parse::read_value;
use std::collections::BTreeSet;
use std::io::{self, Write};

pub(super) fn results(
    options: &Options,
    project: &Project,
    words: &CliWords,
) -> Result<u8, Failure> {
    let only = match &options.contract {
        None => None,
        Some(text) => Some(contract_id(text, words)?),
    };
    let (register, code) = register(project, words)?;
    let Some(register) = register else {
        writeln!(io::stderr(), "{}", words.text("no_results_written"))?;
        return Ok(PROBLEMS);
    };
    let today = project.today(&register);
    let quarter = options.quarter.unwrap_or_else(|| last_over(today));
    let owed = draft::owed(&register, quarter).map(|contract| &contract.id);
    let owed: Vec<&ContractId> = owed
        .filter(|id| only.as_ref().is_none_or(|only| only == *id))
        .collect();
    if owed.is_empty() {
        let quarter = quarter.to_string();
        writeln!(
            io::stdout(),
            "{}",
            words.say("nothing_owed", &[("quarter", &quarter)])
        )?;
        return Ok(code);
    }
    // It is the same for all files of a quarter.
    let line = draft::schema_line(project.sources(), &report_file(owed[0], quarter));
    let there: BTreeSet<&str> = project.raw().files().collect();
    let mut written = 0;
    for id in &owed {
        let file = report_file(id, quarter);
        if there.contains(file.as_str()) {
            continue;
        }
        if let Some(text) = draft::results(&register, id, quarter, today, line.as_deref()) {
            write_new(project, &file, &text)?;
            let file = paths::from_here(project.root(), &file);
            writeln!(
                io::stdout(),
                "{}",
                words.say("file_written", &[("file", &file)])
            )?;
            written += 1;
        }
    }
    tell(quarter, written, owed.len() - written, words)?;
    Ok(code)
}

fn tell(quarter: Quarter, written: usize, kept: usize, words: &CliWords) -> io::Result<()> {
    let quarter = quarter.to_string();
    let args = [
        ("quarter", quarter.as_str().into()),
        ("written", Arg::Count(written as u64)),
        ("kept", Arg::Count(kept as u64)),
    ];
    writeln!(io::stdout(), "{}", words.with("results_written", &args))?;
    if written > 0 {
        writeln!(io::stdout(), "{}", words.text("results_next"))?;
    }
    Ok(())
}

fn contract_id(text: &str, words: &CliWords) -> Result<ContractId, Failure> {
    read_value(text).map_err(|problem| Failure::Answer {
        flag: "--contract",
        reason: format!("{} {}", words.problem(&problem), words.way_out(&problem)),
    })
}

/// The site; where it has errors, which are told, what does not need what they are in.
fn register(project: &Project, words: &CliWords) -> Result<(Option<Register>, u8), Failure> {
    match project.check() {
        Ok(sound) => Ok((Some(sound.register), FINE)),
        Err(problems) => {
            diagnostics::tell(&problems, &project.excerpts(), words)?;
            Ok((draft::sound_part(project.raw()), PROBLEMS))
        }
    }
}

/// The last quarter that is over.
pub fn last_over(today: Date) -> Quarter {
    let before = Quarter::of(today).start().pred_opt();
    before.map_or(Quarter::of(today), Quarter::of)
}
