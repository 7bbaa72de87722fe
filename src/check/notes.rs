//! What the checks of one file find.

use crate::model::Quantity;
use crate::parse::near::nearest;
use crate::parse::number::number_at;
use crate::parse::reader::{NONE, Sp};
use crate::problem::{Code, Problem, code};
use crate::source::TextSpan;
use std::collections::BTreeMap;
use std::fmt::Display;

/// Collects the problems of one file.
#[derive(Debug)]
pub struct Notes<'p> {
    pub file: &'p str,
    problems: &'p mut Vec<Problem>,
}

/// Names and values of a message's arguments.
pub type Arguments<'a> = &'a [(&'static str, &'a dyn Display)];

impl<'p> Notes<'p> {
    pub fn new(file: &'p str, problems: &'p mut Vec<Problem>) -> Self {
        Self { file, problems }
    }

    pub fn error(&mut self, code: Code, span: TextSpan, arguments: Arguments) {
        let problem = Problem::error(code, self.file, span);
        self.problems.push(with(problem, arguments));
    }

    pub fn warning(&mut self, code: Code, span: TextSpan, arguments: Arguments) {
        let problem = Problem::warning(code, self.file, span);
        self.problems.push(with(problem, arguments));
    }

    /// An error that leaves nothing to go on with.
    pub fn refuse<T>(&mut self, code: Code, span: TextSpan, arguments: Arguments) -> Option<T> {
        self.error(code, span, arguments);
        None
    }

    /// An amount of money, which can't be negative.
    pub fn money(&mut self, amount: &Sp<Quantity>) -> Option<Quantity> {
        if amount.value.is_negative() {
            return self.refuse(code::NEGATIVE_MONEY, amount.span, &[]);
        }
        Some(amount.value)
    }

    /// The id, if `known` has it; else an error with the nearest one that it has.
    pub fn known<K: Ord + Clone + Display, V>(
        &mut self,
        code: Code,
        id: &Sp<K>,
        known: &BTreeMap<K, V>,
    ) -> Option<K> {
        if known.contains_key(&id.value) {
            return Some(id.value.clone());
        }
        self.unknown(code, id.span, &id.value, known.keys())
    }

    /// An error about a name that none of `known` is.
    pub fn unknown<T>(
        &mut self,
        code: Code,
        span: TextSpan,
        name: &dyn Display,
        known: impl IntoIterator<Item = impl Display>,
    ) -> Option<T> {
        let known: Vec<String> = known.into_iter().map(|k| k.to_string()).collect();
        let near = nearest(&name.to_string(), known.iter().map(String::as_str));
        let some = known
            .iter()
            .take(12)
            .cloned()
            .collect::<Vec<_>>()
            .join(", ");
        let arguments: Arguments = &[
            ("name", name),
            ("near", &near.unwrap_or(NONE)),
            ("known", &if some.is_empty() { NONE.into() } else { some }),
        ];
        self.refuse(code, span, arguments)
    }

    /// Reads a number whose kind only its indicator knows.
    pub fn number(&mut self, text: &str, span: TextSpan) -> Option<Quantity> {
        number_at(text, self.file, span)
            .map_err(|problem| self.problems.push(problem))
            .ok()
    }

    /// An error for every id that was given before in the same list; `None` if there is one.
    pub fn unique<'i, K: Ord + Display + 'i>(
        &mut self,
        ids: impl Iterator<Item = &'i Sp<K>>,
    ) -> Option<()> {
        let mut first = BTreeMap::new();
        let mut unique = Some(());
        for id in ids {
            match first.get(&id.value) {
                None => drop(first.insert(&id.value, id.span.start.line)),
                Some(line) => {
                    unique = None;
                    self.error(
                        code::DUPLICATE_ID,
                        id.span,
                        &[("name", &id.value), ("line", line)],
                    );
                }
            }
        }
        unique
    }
}

fn with(problem: Problem, arguments: Arguments) -> Problem {
    arguments.iter().fold(problem, |problem, (name, value)| {
        problem.with(name, value.to_string())
    })
}

/// The value of an optional key.
pub fn value<T: Clone>(field: &Option<Sp<T>>) -> Option<T> {
    field.as_ref().map(|sp| sp.value.clone())
}

/// The values of a list.
pub fn values<T: Clone>(list: &[Sp<T>]) -> Vec<T> {
    list.iter().map(|sp| sp.value.clone()).collect()
}
