//! `pantau new pejabat`

use super::ask::{Desk, Question};
use super::contract::posts;
use super::{tell_written, write_new};
use crate::cli::Failure;
use crate::cli::arguments::NewOfficial as Options;
use crate::cli::project::Project;
use crate::cli::words::CliWords;
use crate::draft::{self, PersonDraft};
use crate::model::PostId;
use crate::parse::place::person_file;

pub(super) fn official(
    options: &Options,
    project: &Project,
    words: &CliWords,
) -> Result<u8, Failure> {
    let raw = project.raw();
    let posts = posts(raw);
    if posts.is_empty() {
        return Err(Failure::NothingToChoose { of: "jabatan" });
    }
    let needed = [&options.name, &options.post, &options.inducted];
    let mut desk = Desk::new(words, &needed);
    let name: String = desk.value(&Question {
        key: "ask_name",
        flag: "--name",
        given: options.name.as_deref(),
        default: None,
    })?;
    let own = draft::id_of_person(&name).map(|id| id.to_string());
    let id = desk.value(&Question {
        key: "ask_id",
        flag: "--id",
        given: options.id.as_deref(),
        default: own.as_deref(),
    })?;
    let question = Question {
        key: "ask_post",
        flag: "--post",
        given: options.post.as_deref(),
        default: None,
    };
    let post: PostId = desk.id(&question, &posts)?;
    let capacity = desk.value(&Question {
        key: "ask_capacity",
        flag: "--capacity",
        given: options.capacity.as_deref(),
        default: Some("definitif"),
    })?;
    let inducted = desk.value(&Question {
        key: "ask_inducted",
        flag: "--inducted",
        given: options.inducted.as_deref(),
        default: None,
    })?;
    let draft = PersonDraft {
        id,
        name,
        post,
        capacity,
        inducted,
    };
    let file = person_file(&draft.id);
    let known: Vec<PostId> = raw.posts.keys().cloned().collect();
    let known: Vec<&PostId> = known.iter().collect();
    let line = draft::schema_line(project.sources(), &file);
    write_new(
        project,
        &file,
        &draft::person(&draft, &known, line.as_deref()),
    )?;
    tell_written(project, &file, "person_next", words)
}
