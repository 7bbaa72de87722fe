//! `pantau new kontrak`, and the parties of a contract wherever one is begun.

use super::ask::{Choice, Desk, Question};
use super::{tell_written, write_new};
use crate::cli::Failure;
use crate::cli::arguments::{NewContract as Options, Party as Flags};
use crate::cli::project::Project;
use crate::cli::words::CliWords;
use crate::draft::{self, ContractDraft};
use crate::model::{ContractId, Date, Period, PersonId, PostId, Quarter, QuarterOfYear, RegimeId};
use crate::parse::Raw;
use crate::parse::date::Year;
use crate::parse::place::contract_file;

pub(super) fn contract(
    options: &Options,
    project: &Project,
    words: &CliWords,
) -> Result<u8, Failure> {
    let flags = &options.party;
    let mut desk = Desk::new(words, &[&flags.post, &flags.year]);
    let Party { id, mut draft } = party(flags, &mut desk, project)?;
    let raw = project.raw();
    let earlier = draft::latest_contract(raw, &draft.post).map(|(id, _)| id.to_string());
    let is_asked = options.like.is_some() || !raw.contracts.is_empty();
    let like: Option<ContractId> = if is_asked {
        desk.optional(&Question {
            key: "ask_like",
            flag: "--like",
            given: options.like.as_deref(),
            default: earlier.as_deref().filter(|_| options.like.is_none()),
        })?
    } else {
        None
    };
    if let Some(like) = like {
        let parsed = raw
            .contracts
            .get(&like)
            .and_then(|parsed| parsed.record.as_ref());
        let Some(earlier) = parsed else {
            let reason = words.say("no_such_contract", &[("contract", &like.to_string())]);
            return Err(Failure::Answer {
                flag: "--like",
                reason,
            });
        };
        draft.take_indicators_from(earlier);
        draft.origin = Some(format!(
            "Indikator diambil dari kontrak {like}; targetnya baru."
        ));
    }
    let file = contract_file(&id);
    let line = draft::schema_line(project.sources(), &file);
    write_new(project, &file, &draft::contract(&draft, line.as_deref()))?;
    tell_written(project, &file, "contract_next", words)
}

/// A contract of which the parties are known, and its id.
pub struct Party {
    pub id: ContractId,
    pub draft: ContractDraft,
}

/// Who promises, in which post, by which rules and for which year.
pub fn party(flags: &Flags, desk: &mut Desk<'_>, project: &Project) -> Result<Party, Failure> {
    let raw = project.raw();
    let (posts, people, regimes) = (posts(raw), people(raw), regimes(raw));
    for (choices, of) in [
        (&posts, "jabatan"),
        (&people, "pejabat"),
        (&regimes, "aturan"),
    ] {
        if choices.is_empty() {
            return Err(Failure::NothingToChoose { of });
        }
    }
    let question = Question {
        key: "ask_post",
        flag: "--post",
        given: flags.post.as_deref(),
        default: None,
    };
    let post: PostId = desk.id(&question, &posts)?;
    let Year(year) = desk.value(&Question {
        key: "ask_year",
        flag: "--year",
        given: flags.year.as_deref(),
        default: None,
    })?;
    let period = year_of(year);
    let own = draft::holder(raw, &post, period.start).or(draft::holder(raw, &post, period.end));
    let own = own.map(PersonId::to_string);
    let question = Question {
        key: "ask_official",
        flag: "--official",
        given: flags.official.as_deref(),
        default: own.as_deref(),
    };
    let person: PersonId = desk.id(&question, &people)?;
    let signed: Option<Date> = desk.optional(&Question {
        key: "ask_signed",
        flag: "--signed",
        given: flags.signed.as_deref(),
        default: None,
    })?;
    let day = signed.unwrap_or(period.start);
    let in_force = draft::regime_on(raw, &post, day).map(RegimeId::to_string);
    let question = Question {
        key: "ask_regime",
        flag: "--regime",
        given: flags.regime.as_deref(),
        default: in_force.as_deref(),
    };
    let regime: RegimeId = desk.id(&question, &regimes)?;
    let stem = desk.value(&Question {
        key: "ask_contract_id",
        flag: "--id",
        given: flags.id.as_deref(),
        default: Some(post.as_str()),
    })?;
    let draft = ContractDraft {
        counterparty: draft::superior_on(raw, &post, day).cloned(),
        person,
        post,
        regime,
        number: flags.number.clone(),
        signed,
        period,
        goals: Vec::new(),
        origin: None,
    };
    let id = ContractId { year, stem };
    Ok(Party { id, draft })
}

/// The whole year, of which the officer may make less.
fn year_of(year: i32) -> Period {
    Period {
        start: Quarter::new(year, QuarterOfYear::Tw1).start(),
        end: Quarter::new(year, QuarterOfYear::Tw4).end(),
    }
}

/// The posts there are.
pub(super) fn posts(raw: &Raw) -> Vec<Choice> {
    let posts = raw.posts.iter().map(|(id, parsed)| {
        let record = parsed.record.as_ref();
        choice(id, record.map(|post| post.name.value.as_str()))
    });
    posts.collect()
}

fn people(raw: &Raw) -> Vec<Choice> {
    let people = raw.people.iter().map(|(id, parsed)| {
        let name = parsed
            .record
            .as_ref()
            .and_then(|person| person.name.as_ref());
        choice(id, name.map(|name| name.value.as_str()))
    });
    people.collect()
}

fn regimes(raw: &Raw) -> Vec<Choice> {
    let regimes = raw.regimes.iter().map(|(id, parsed)| {
        let record = parsed.record.as_ref();
        choice(id, record.map(|regime| regime.term.value.as_str()))
    });
    regimes.collect()
}

fn choice(id: &impl ToString, name: Option<&str>) -> Choice {
    let id = id.to_string();
    Choice {
        name: name.unwrap_or(&id).to_owned(),
        id,
    }
}
