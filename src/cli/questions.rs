//! What a new site is asked for: on the command line, at a terminal, or line by line from a pipe.
//!
//! Plain lines rather than a library of prompts: a pipe, a screen reader and a terminal without
//! cursor keys then all meet the same questions.

use super::Failure;
use super::arguments::Init as Options;
use super::words::CliWords;
use crate::starter::{CiHost, Question, as_meant, refusal};
use std::io::{self, IsTerminal, Write};

/// What the command line answers by itself.
pub(super) struct Given<'o> {
    options: &'o Options,
}

impl<'o> Given<'o> {
    pub fn new(options: &'o Options) -> Self {
        Self { options }
    }

    fn answer(&self, question: Question) -> Option<&'o str> {
        let options = self.options;
        let option = match question {
            Question::Government => &options.government,
            Question::Instrument => &options.instrument,
            Question::Languages => &options.languages,
            Question::Address => &options.address,
            Question::TimeZone => &options.time_zone,
            Question::Contact => &options.contact,
        };
        option.as_deref()
    }

    /// Whether nothing is left to ask: every question that needs an answer has one.
    fn is_enough(&self) -> bool {
        let mut needed = Question::ALL.into_iter();
        needed.all(|question| self.or_default(question).is_some())
    }

    fn or_default(&self, question: Question) -> Option<&'o str> {
        self.answer(question).or(question.default_answer())
    }
}

/// How an option is called that answers a question.
fn flag(question: Question) -> &'static str {
    match question {
        Question::Government => "--government",
        Question::Instrument => "--instrument",
        Question::Languages => "--languages",
        Question::Address => "--address",
        Question::TimeZone => "--time-zone",
        Question::Contact => "--contact",
    }
}

/// A good answer. What an option says is not asked; nothing is, where the options are enough.
pub(super) fn ask(
    question: Question,
    given: &Given<'_>,
    lines: &mut impl Iterator<Item = io::Result<String>>,
    words: &CliWords,
) -> Result<String, Failure> {
    let known = match given.answer(question) {
        None if given.is_enough() => question.default_answer(),
        known => known,
    };
    if let Some(answer) = known {
        let answer = as_meant(question, answer);
        let told = why_not(question, &answer, words);
        return told.map_or_else(
            || Ok(answer.into_owned()),
            |reason| refused(question, reason),
        );
    }
    ask_lines(question, lines, words)
}

fn refused(question: Question, reason: String) -> Result<String, Failure> {
    let flag = flag(question);
    Err(Failure::Answer { flag, reason })
}

/// Asks until the answer is good. An empty line means the default, and so does the end of lines,
/// unless a wrong answer came before it.
fn ask_lines(
    question: Question,
    lines: &mut impl Iterator<Item = io::Result<String>>,
    words: &CliWords,
) -> Result<String, Failure> {
    let default = question.default_answer();
    let flag = flag(question);
    let mut consent = default;
    loop {
        prompt(question, words)?;
        let Some(line) = lines.next().transpose()? else {
            let consent = consent.map(str::to_owned);
            return consent.ok_or(Failure::NoAnswer { flag });
        };
        let said = Some(line.trim()).filter(|line| !line.is_empty());
        let Some(answer) = said.or(default) else {
            writeln!(io::stderr(), "{}", words.text("answer_needed"))?;
            continue;
        };
        let answer = as_meant(question, answer);
        let Some(reason) = why_not(question, &answer, words) else {
            return Ok(answer.into_owned());
        };
        writeln!(io::stderr(), "{reason}")?;
        consent = None;
    }
}

/// Which host of git is to run something, if any; asked last, and only of whom something is asked.
pub(super) fn ask_host(
    given: &Given<'_>,
    lines: &mut impl Iterator<Item = io::Result<String>>,
    words: &CliWords,
) -> Result<Option<String>, Failure> {
    if given.options.ci.is_some() || given.is_enough() {
        return Ok(given.options.ci.clone());
    }
    loop {
        prompt_with(&words.text("ask_ci"), Some(NO_HOST))?;
        let Some(line) = lines.next().transpose()? else {
            return Ok(None);
        };
        match line.trim() {
            "" | NO_HOST => return Ok(None),
            answer if CiHost::named(answer).is_some() => return Ok(Some(answer.to_owned())),
            _ => writeln!(io::stderr(), "{}", words.text("ci_unknown"))?,
        }
    }
}

/// The answer of whom no host is to run anything.
const NO_HOST: &str = "none";

/// The question and, in brackets, what an empty answer means. A pipe shows no answer, so that the
/// line is ended for it.
fn prompt(question: Question, words: &CliWords) -> io::Result<()> {
    let text = words.text(match question {
        Question::Government => "ask_government",
        Question::Instrument => "ask_instrument",
        Question::Languages => "ask_languages",
        Question::Address => "ask_address",
        Question::TimeZone => "ask_time_zone",
        Question::Contact => "ask_contact",
    });
    prompt_with(&text, question.default_answer())
}

fn prompt_with(text: &str, default: Option<&str>) -> io::Result<()> {
    let default = default.map_or_else(String::new, |default| format!(" [{default}]"));
    let end = if io::stdin().is_terminal() { " " } else { "\n" };
    let mut out = io::stderr();
    write!(out, "{text}{default}:{end}")?;
    out.flush()
}

/// What is wrong with an answer and what to write instead.
fn why_not(question: Question, answer: &str, words: &CliWords) -> Option<String> {
    let problem = refusal(question, answer)?;
    let (message, way_out) = (words.problem(&problem), words.way_out(&problem));
    Some(format!("{message} {way_out}"))
}
