//! `pantau status`: who has reported, who is late, what is due next.

mod human;
mod json;
mod message;
mod names;

use super::arguments::{Status as Options, StatusFormat};
use super::project::Project;
use super::words::CliWords;
use super::{FINE, Failure, PROBLEMS, sound_or_problems};
use crate::compute::compute;
use crate::status::status;
use names::Names;
use std::io::{self, Write};

pub(super) fn run(options: &Options, project: &Project, words: &CliWords) -> Result<u8, Failure> {
    let Some(sound) = sound_or_problems(project, words)? else {
        return Ok(PROBLEMS);
    };
    let register = &sound.register;
    let score = compute(register, sound.today);
    let status = status(register, &score, options.quarter.or(options.triwulan));
    let names = Names::new(register, &score, words);
    let told = match options.format {
        StatusFormat::Human => human::table(&status, &names),
        StatusFormat::Json => json::json(&status, &names),
        StatusFormat::Message => message::message(&status, &names),
    };
    writeln!(io::stdout(), "{}", told.trim_end())?;
    Ok(FINE)
}
