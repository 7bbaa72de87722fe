//! The words of problems, in one language.

use super::{Code, Problem, code};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::borrow::Cow;
use std::fmt;

const INDONESIAN: &str = include_str!("id.ftl");
const ENGLISH: &str = include_str!("en.ftl");

/// Puts problems into words.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    has_decimal_comma: bool,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({:?})", self.bundle.locales)
    }
}

impl Words {
    pub fn indonesian() -> Self {
        Self::new("id", INDONESIAN)
    }

    pub fn english() -> Self {
        Self::new("en", ENGLISH)
    }

    fn new(tag: &str, source: &str) -> Self {
        let locale = tag.parse().expect("the tags above are language tags");
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Isolation marks would stand in terminals and JSON as stray characters.
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(source.to_owned())
            .expect("a test reads every file of messages");
        bundle.add_resource_overriding(resource);
        Self {
            bundle,
            has_decimal_comma: tag == "id",
        }
    }

    /// What is wrong.
    pub fn message(&self, problem: &Problem) -> String {
        self.pattern(problem, None)
    }

    /// What to write instead.
    pub fn way_out(&self, problem: &Problem) -> String {
        self.pattern(problem, Some("cara"))
    }

    /// An argument as readers of the language write it: a figure with its decimal comma. What a
    /// message quotes stays as it is.
    fn written<'v>(&self, problem: &Problem, name: &str, value: &'v str) -> Cow<'v, str> {
        let is_quoted = name == "text" && !FIGURES.contains(&problem.code);
        if self.has_decimal_comma && !is_quoted && is_decimal(value) {
            return value.replace('.', ",").into();
        }
        value.into()
    }

    fn pattern(&self, problem: &Problem, attribute: Option<&str>) -> String {
        let message = self.bundle.get_message(problem.code.0);
        let pattern = message.and_then(|message| match attribute {
            Some(name) => message
                .get_attribute(name)
                .map(|attribute| attribute.value()),
            None => message.value(),
        });
        let Some(pattern) = pattern else {
            return problem.code.to_string();
        };
        let mut arguments = FluentArgs::new();
        for (name, value) in &problem.arguments {
            arguments.set(*name, self.written(problem, name, value));
        }
        let place = if problem.cell.is_some() {
            "sel"
        } else {
            "berkas"
        };
        arguments.set("place", place);
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&arguments), &mut errors)
            .into_owned()
    }
}

/// Codes whose `text` is a figure; that of others is what stands in the file, character by character.
const FIGURES: [Code; 9] = [
    code::PERCENT_OUTSIDE,
    code::DECIMAL_SLIP,
    code::FAR_FROM_TARGET,
    code::NEGATIVE_COUNT,
    code::FRACTION_OF_COUNT,
    code::SHARES_EXCEED_REPORT,
    code::CELL_PERCENT,
    code::FORM_BELOW_BEFORE,
    code::FORM_PERCENT_READ,
];

/// A number in plain notation with a decimal point.
fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    digits
        .split_once('.')
        .is_some_and(|(whole, decimals)| is_number(whole) && is_number(decimals))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::code;
    use std::collections::BTreeSet;

    /// The ids that a file of messages defines.
    fn ids(source: &str) -> BTreeSet<&str> {
        let line_ids = source
            .lines()
            .filter(|line| line.starts_with(|c: char| c.is_alphanumeric()));
        line_ids
            .filter_map(|line| Some(line.split_once(" =")?.0))
            .collect()
    }

    #[test]
    fn every_code_has_words_in_both_languages_and_no_words_are_unused() {
        let codes: BTreeSet<&str> = code::ALL.iter().map(|code| code.0).collect();
        assert_eq!(codes.len(), code::ALL.len(), "a code is given twice");
        for (words, source) in [
            (Words::indonesian(), INDONESIAN),
            (Words::english(), ENGLISH),
        ] {
            assert_eq!(ids(source), codes);
            for code in &codes {
                let message = words.bundle.get_message(code).unwrap();
                assert!(message.value().is_some(), "{code}");
                assert!(message.get_attribute("cara").is_some(), "{code}");
            }
        }
    }

    #[test]
    fn a_figure_in_an_indonesian_message_has_a_decimal_comma() {
        let told = |words: &Words, code, arguments: &[(&'static str, &str)]| {
            let problem = Problem::error(code, "a.yml", crate::source::TextSpan::START);
            let arguments = arguments.iter();
            words.way_out(&arguments.fold(problem, |p, (name, value)| p.with(name, *value)))
        };
        let read_two_ways = [("text", "81.400"), ("first", "81400"), ("second", "81.4")];
        let (id, en) = (Words::indonesian(), Words::english());
        let code = code::NUMBER_AMBIGUOUS;
        assert_eq!(told(&id, code, &read_two_ways), "Tulis 81400 atau 81,4.");
        assert_eq!(told(&en, code, &read_two_ways), "Write 81400 or 81.4.");
    }
}
