//! `pantau new opd` and `pantau new jabatan`

use super::ask::{Choice, Desk, Question};
use super::contract::posts;
use super::{tell_written, write_new};
use crate::cli::Failure;
use crate::cli::arguments::{NewOpd, NewPost};
use crate::cli::project::Project;
use crate::cli::words::CliWords;
use crate::draft::{self, OpdDraft, PostDraft};
use crate::model::{OpdId, PostId};
use crate::parse::Raw;
use crate::parse::place::{opd_file, post_file};
use crate::parse::scalar::id_for;

pub(super) fn opd(options: &NewOpd, project: &Project, words: &CliWords) -> Result<u8, Failure> {
    let mut desk = Desk::new(words, &[&options.name]);
    let name: String = desk.value(&asked("ask_opd_name", "--name", options.name.as_deref()))?;
    let own = id_for(&name);
    let id: OpdId = desk.value(&Question {
        default: Some(own.as_str()),
        ..asked("ask_file_name", "--id", options.id.as_deref())
    })?;
    let short_name = desk.optional(&asked(
        "ask_short_name",
        "--short-name",
        options.short_name.as_deref(),
    ))?;
    let file = opd_file(&id);
    let line = draft::schema_line(project.sources(), &file);
    let draft = OpdDraft { name, short_name };
    write_new(project, &file, &draft::opd(&draft, line.as_deref()))?;
    tell_written(project, &file, "opd_next", words)
}

pub(super) fn post(options: &NewPost, project: &Project, words: &CliWords) -> Result<u8, Failure> {
    let raw = project.raw();
    let mut desk = Desk::new(words, &[&options.name]);
    let name: String = desk.value(&asked("ask_post_name", "--name", options.name.as_deref()))?;
    let own = id_for(&name);
    let id: PostId = desk.value(&Question {
        default: Some(own.as_str()),
        ..asked("ask_file_name", "--id", options.id.as_deref())
    })?;
    let opd = asked("ask_opd", "--opd", options.opd.as_deref());
    let opd: Option<OpdId> = desk.optional_id(&opd, opds(raw))?;
    let echelon = desk.optional(&asked(
        "ask_echelon",
        "--echelon",
        options.echelon.as_deref(),
    ))?;
    let superior = asked("ask_superior", "--superior", options.superior.as_deref());
    let superior: Option<PostId> = desk.optional_id(&superior, posts(raw))?;
    let file = post_file(&id);
    let line = draft::schema_line(project.sources(), &file);
    let draft = PostDraft {
        name,
        opd,
        echelon,
        superior,
    };
    write_new(project, &file, &draft::post(&draft, line.as_deref()))?;
    tell_written(project, &file, "post_next", words)
}

fn asked<'q>(key: &'static str, flag: &'static str, given: Option<&'q str>) -> Question<'q> {
    Question {
        key,
        flag,
        given,
        default: None,
    }
}

/// The organisations there are.
fn opds(raw: &Raw) -> Vec<Choice> {
    let opds = raw.opds.iter().map(|(id, parsed)| {
        let id = id.to_string();
        let record = parsed.record.as_ref();
        let name = record.map_or_else(|| id.clone(), |opd| opd.name.value.clone());
        Choice { id, name }
    });
    opds.collect()
}
