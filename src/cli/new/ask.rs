//! Questions about what flags don't say: at a terminal, or line by line from a pipe.
//!
//! Plain lines, as `init` asks them. What can be chosen is numbered; a number, an id or a part of the
//! name is an answer.

use crate::cli::Failure;
use crate::cli::words::CliWords;
use crate::format::Arg;
use crate::parse::near::nearest;
use crate::parse::read_value;
use crate::parse::reader::{NONE, Read};
use crate::problem::code;
use std::io::{self, IsTerminal, Write};

/// More than these nobody reads; a part of the name finds the others.
const MOST_SHOWN: usize = 40;

/// Something that may be chosen.
#[derive(Clone, Debug)]
pub struct Choice {
    pub id: String,
    /// For people.
    pub name: String,
}

/// What is asked: its message, the flag that answers it, and what an empty answer means.
pub struct Question<'q> {
    pub key: &'static str,
    pub flag: &'static str,
    pub given: Option<&'q str>,
    pub default: Option<&'q str>,
}

/// Where questions are asked.
pub struct Desk<'w> {
    words: &'w CliWords,
    lines: io::Lines<io::StdinLock<'static>>,
    /// Whether flags answer all that has no default: nothing is asked then.
    is_enough: bool,
}

/// How an answer is read.
struct Reading<'w> {
    words: &'w CliWords,
}

impl Reading<'_> {
    /// A value as files have it; a day may be written as people write it, where that has one meaning
    /// (`12 Januari 2026`).
    fn read<T: Read>(&self, text: &str) -> Result<T, String> {
        let problem = match read_value::<T>(text) {
            Ok(value) => return Ok(value),
            Err(problem) => problem,
        };
        let meant = problem.arguments.iter().find(|(name, _)| *name == "first");
        let meant = meant.filter(|_| problem.code == code::DATE_FORM);
        let read = meant.and_then(|(_, day)| read_value::<T>(day).ok());
        read.ok_or_else(|| {
            let (what, help) = (self.words.problem(&problem), self.words.way_out(&problem));
            format!("{what} {help}")
        })
    }
}

impl<'w> Desk<'w> {
    /// `needed` are the flags of which each has to be there for nothing to be asked.
    pub fn new(words: &'w CliWords, needed: &[&Option<String>]) -> Self {
        Self {
            words,
            lines: io::stdin().lines(),
            is_enough: needed.iter().all(|flag| flag.is_some()),
        }
    }

    /// A value as files have it.
    pub fn value<T: Read>(&mut self, question: &Question<'_>) -> Result<T, Failure> {
        let desk = Reading { words: self.words };
        self.answer(question, &|text| desk.read(text))
    }

    fn read<T: Read>(&self, text: &str) -> Result<T, String> {
        Reading { words: self.words }.read(text)
    }

    /// As [`Self::value`], and asked even where the flags are enough.
    pub fn insist<T: Read>(&mut self, question: &Question<'_>) -> Result<T, Failure> {
        self.is_enough = false;
        self.value(question)
    }

    /// As [`Self::value`]; `None` for a hyphen, or for no answer where there is no
    /// default.
    pub fn optional<T: Read>(&mut self, question: &Question<'_>) -> Result<Option<T>, Failure> {
        if question.given.is_none() && self.is_enough {
            return Ok(None);
        }
        if question.given.is_some() {
            return self.value(question).map(Some);
        }
        loop {
            self.prompt(question)?;
            let line = self.lines.next().transpose()?.unwrap_or_default();
            let said = match (line.trim(), question.default) {
                ("", None) | ("-", _) => return Ok(None),
                ("", Some(default)) => default,
                (said, _) => said,
            };
            match self.read(said) {
                Ok(value) => return Ok(Some(value)),
                Err(reason) => writeln!(io::stderr(), "{reason}")?,
            }
        }
    }

    /// The id of one of `choices`.
    fn choice(&mut self, question: &Question<'_>, choices: &[Choice]) -> Result<String, Failure> {
        if question.given.is_none() && !self.is_settled(question) {
            let mut out = io::stderr();
            for (number, Choice { id, name }) in (1..).zip(choices).take(MOST_SHOWN) {
                writeln!(out, "  {number}. {id} ({name})")?;
            }
            if let Some(count) = choices.len().checked_sub(MOST_SHOWN).filter(|n| *n > 0) {
                let count = [("count", Arg::Count(count as u64))];
                writeln!(out, "  {}", self.words.with("more_choices", &count))?;
            }
        }
        let words = self.words;
        // A flag is written once and read by nobody: it has to be the id itself.
        let is_exact = question.given.is_some();
        self.answer(question, &|text| {
            let by_id = choices.iter().find(|choice| choice.id == text);
            let by_id = by_id.map(|choice| choice.id.clone());
            let found = by_id.or_else(|| chosen(text, choices).filter(|_| !is_exact));
            found.ok_or_else(|| {
                let ids = choices.iter().map(|choice| choice.id.as_str());
                let near = nearest(text, ids).unwrap_or(NONE);
                words.say("no_such_choice", &[("text", text), ("near", near)])
            })
        })
    }

    /// As [`Self::choice`], read.
    pub fn id<T: Read>(
        &mut self,
        question: &Question<'_>,
        choices: &[Choice],
    ) -> Result<T, Failure> {
        let id = self.choice(question, choices)?;
        let again = Question {
            given: Some(&id),
            ..*question
        };
        self.value(&again)
    }

    /// As [`Self::id`]; `None` for a hyphen, which is the default, and where nothing can be chosen.
    pub fn optional_id<T: Read>(
        &mut self,
        question: &Question<'_>,
        mut choices: Vec<Choice>,
    ) -> Result<Option<T>, Failure> {
        if choices.is_empty() && question.given.is_none() {
            return Ok(None);
        }
        let name = self.words.text("choice_none").to_owned();
        let id = "-".to_owned();
        choices.push(Choice { id, name });
        let question = Question {
            default: Some("-"),
            ..*question
        };
        let id = self.choice(&question, &choices)?;
        if id == "-" {
            return Ok(None);
        }
        let again = Question {
            given: Some(&id),
            ..question
        };
        self.value(&again).map(Some)
    }

    fn is_settled(&self, question: &Question<'_>) -> bool {
        self.is_enough && question.default.is_some()
    }

    fn answer<T>(
        &mut self,
        question: &Question<'_>,
        judge: &dyn Fn(&str) -> Result<T, String>,
    ) -> Result<T, Failure> {
        let flag = question.flag;
        let settled = question.default.filter(|_| self.is_settled(question));
        if let Some(text) = question.given.or(settled) {
            return judge(text).map_err(|reason| Failure::Answer { flag, reason });
        }
        let mut consent = question.default;
        loop {
            self.prompt(question)?;
            let Some(line) = self.lines.next().transpose()? else {
                let text = consent.ok_or(Failure::NoAnswer { flag })?;
                return judge(text).map_err(|reason| Failure::Answer { flag, reason });
            };
            let said = Some(line.trim()).filter(|line| !line.is_empty());
            let Some(text) = said.or(question.default) else {
                writeln!(io::stderr(), "{}", self.words.text("answer_needed"))?;
                continue;
            };
            match judge(text) {
                Ok(value) => return Ok(value),
                Err(reason) => writeln!(io::stderr(), "{reason}")?,
            }
            // After a wrong answer, the end of lines is no consent to the default.
            consent = None;
        }
    }

    fn prompt(&self, question: &Question<'_>) -> io::Result<()> {
        let text = self.words.text(question.key);
        let default = question.default.map(|default| format!(" [{default}]"));
        let default = default.unwrap_or_default();
        let end = if io::stdin().is_terminal() { " " } else { "\n" };
        let mut out = io::stderr();
        write!(out, "{text}{default}:{end}")?;
        out.flush()
    }
}

/// By number, or by a part of its name or id that only one has.
fn chosen(text: &str, choices: &[Choice]) -> Option<String> {
    let by_number = text
        .parse::<usize>()
        .ok()
        .and_then(|n| choices.get(n.checked_sub(1)?));
    let by_part = || {
        let part = text.to_lowercase();
        let fits = |choice: &&Choice| {
            choice.name.to_lowercase().contains(&part) || choice.id.contains(&part)
        };
        let mut found = choices.iter().filter(fits);
        found.next().filter(|_| found.next().is_none())
    };
    let found = by_number.or_else(by_part)?;
    Some(found.id.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_made_by_number_or_a_part_of_its_name() {
        let choice = |id: &str, name: &str| Choice {
            id: id.into(),
            name: name.into(),
        };
        let choices = [choice("x-1", "Kepala Dinas"), choice("x-2", "Kepala Badan")];
        for (text, id) in [
            ("1", "x-1"),
            ("x-2", "x-2"),
            ("badan", "x-2"),
            ("Dinas", "x-1"),
        ] {
            assert_eq!(chosen(text, &choices).as_deref(), Some(id), "{text}");
        }
        for text in ["0", "3", "Kepala", "x-", "c!"] {
            assert_eq!(chosen(text, &choices), None, "{text}");
        }
    }
}
