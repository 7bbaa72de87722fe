//! The texts of help, in one language, found by the verb and the option that they are about.

use crate::format::{MessageSource, Messages};
use crate::model::Language;
use crate::starter::samples;

const INDONESIAN: &str = include_str!("id.ftl");
const ENGLISH: &str = include_str!("en.ftl");

/// What help says of verbs, options and values, and what is said of a line that can't be read.
pub(in crate::cli) struct HelpTexts {
    messages: Messages,
}

impl HelpTexts {
    pub fn new(language: Language) -> Self {
        let text = match language {
            Language::Indonesian => INDONESIAN,
            Language::English => ENGLISH,
        };
        let source = MessageSource { name: "help", text };
        let messages = Messages::new(language, &[source]);
        Self {
            messages: messages.expect("a test reads every text of help"),
        }
    }

    pub fn text(&self, key: &str) -> String {
        self.say(key, &[])
    }

    pub fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<_> = args
            .iter()
            .map(|(name, text)| (*name, (*text).into()))
            .collect();
        let said = self.messages.with(key, &args);
        said.unwrap_or_else(|error| error.to_string())
    }

    /// A text that not every verb or option has, e.g. `build.more`.
    pub fn attribute(&self, key: &str, attribute: &str) -> Option<String> {
        let text = self.messages.text(&format!("{key}.{attribute}"));
        text.ok().map(str::to_owned)
    }

    /// The commands that show how a verb is used, a line each. `$sample` is the name of one that has a past.
    pub fn examples(&self, verb: &str) -> Vec<String> {
        let with_past = samples().iter().find(|sample| !sample.steps.is_empty());
        let sample = with_past.map_or("", |sample| sample.name);
        let key = format!("{verb}.examples");
        let lines = self.messages.with(&key, &[("sample", sample.into())]);
        lines
            .map(|lines| lines.lines().map(str::to_owned).collect())
            .unwrap_or_default()
    }

    /// The key of an option's texts: its own with this verb, else what it means everywhere.
    pub fn of_argument(&self, verb: &str, id: &str) -> String {
        let own = format!("{verb}_{id}");
        match self.messages.needed(&own) {
            Ok(_) => own,
            Err(_) => format!("any_{id}"),
        }
    }

    /// What one of an option's values means; `None` for names that say it themselves.
    pub fn of_value(&self, argument: &str, value: &str) -> Option<String> {
        let text = self.messages.text(&format!("{argument}_{value}"));
        text.ok().map(str::to_owned)
    }

    #[cfg(test)]
    pub fn messages(&self) -> &Messages {
        &self.messages
    }
}

/// The key of a verb's texts: `new-hasil` for the names below the program's; none for the program.
pub(in crate::cli) fn of_verb(path: &[&str]) -> String {
    match path {
        [] => "pantau".to_owned(),
        names => names.join("-"),
    }
}
