//! The words of problems, in one language.

use super::Problem;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::fmt;

const INDONESIAN: &str = include_str!("id.ftl");
const ENGLISH: &str = include_str!("en.ftl");

/// Puts problems into words.
pub struct Words(FluentBundle<FluentResource>);

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({:?})", self.0.locales)
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
        Self(bundle)
    }

    /// What is wrong.
    pub fn message(&self, problem: &Problem) -> String {
        self.pattern(problem, None)
    }

    /// What to write instead.
    pub fn way_out(&self, problem: &Problem) -> String {
        self.pattern(problem, Some("cara"))
    }

    fn pattern(&self, problem: &Problem, attribute: Option<&str>) -> String {
        let message = self.0.get_message(problem.code.0);
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
            arguments.set(*name, value.as_str());
        }
        let mut errors = Vec::new();
        self.0
            .format_pattern(pattern, Some(&arguments), &mut errors)
            .into_owned()
    }
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
                let message = words.0.get_message(code).unwrap();
                assert!(message.value().is_some(), "{code}");
                assert!(message.get_attribute("cara").is_some(), "{code}");
            }
        }
    }
}
