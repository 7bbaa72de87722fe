//! What whoever makes a theme is told: which file, which line, what to write.

use super::{CliWords, NONE};
use crate::format::MessageError;
use crate::render::{Fault, TemplateError, Theme, ThemeError, Unused, shipped_themes};
use crate::site::SiteError;
use std::io::{self, Write};

impl CliWords {
    pub(super) fn theme(&self, error: &ThemeError) -> String {
        match error {
            ThemeError::Unknown { name } => {
                let shipped = shipped_themes().collect::<Vec<_>>().join(", ");
                self.say("no_theme", &[("name", name), ("shipped", &shipped)])
            }
            ThemeError::NotText { place } => self.say("theme_not_text", &[("place", place)]),
        }
    }

    pub(super) fn site(&self, error: &SiteError) -> String {
        match error {
            SiteError::Messages(errors) => {
                let lines = errors.iter().map(|error| self.message(error));
                lines.collect::<Vec<_>>().join("\n")
            }
            SiteError::Template(error) => self.template(error),
            SiteError::Write(refusal) => self.refusal(refusal),
        }
    }

    /// What the engine says itself is quoted: it is English, and what one looks for in its documents.
    fn template(&self, error: &TemplateError) -> String {
        let place = error.place();
        let place = place.as_deref().unwrap_or(NONE);
        match error.fault() {
            Fault::ExtendsItself { template } => self.say(
                "template_extends_itself",
                &[("place", place), ("template", &template)],
            ),
            Fault::NoTemplate { template } => self.say(
                "template_missing",
                &[("place", place), ("template", &template)],
            ),
            Fault::Other { reason } => {
                self.say("template_broken", &[("place", place), ("reason", &reason)])
            }
        }
    }

    fn message(&self, error: &MessageError) -> String {
        let place = |source: &str, line: usize| format!("{source}:{line}");
        match error {
            MessageError::Syntax {
                source,
                line,
                reason,
            } => self.say(
                "message_broken",
                &[("place", &place(source, *line)), ("reason", reason)],
            ),
            MessageError::Duplicate { source, line, key } => self.say(
                "message_twice",
                &[("place", &place(source, *line)), ("key", key)],
            ),
            MessageError::Markup {
                source,
                line,
                markup,
            } => self.say(
                "message_markup",
                &[("place", &place(source, *line)), ("markup", markup)],
            ),
            MessageError::UnknownReference { key, reference } => self.say(
                "message_reference",
                &[("key", key), ("reference", reference)],
            ),
            MessageError::MissingArgument { key, argument } => {
                self.say("message_argument", &[("key", key), ("argument", argument)])
            }
            MessageError::UnknownMessage { key } => self.say("message_missing", &[("key", key)]),
            MessageError::Unresolvable { key, reason } => {
                self.say("message_unresolvable", &[("key", key), ("reason", reason)])
            }
        }
    }

    /// Says to standard error what of a theme is never looked at, most often for a slip in a name, and gives whether
    /// there was nothing to say.
    pub fn tell_unused(&self, theme: &Theme) -> io::Result<bool> {
        let unused = theme.unused();
        let is_silent = unused.is_empty();
        let told = unused.into_iter().map(|unused| match unused {
            Unused::File { place, near } => {
                let near = near.as_deref().unwrap_or(NONE);
                self.say("theme_file_unused", &[("place", &place), ("near", near)])
            }
            Unused::Message { place, key, near } => {
                let near = near.as_deref().unwrap_or(NONE);
                let said = [("place", &*place), ("key", &*key), ("near", near)];
                self.say("theme_message_unused", &said)
            }
        });
        let mut out = io::stderr();
        for line in told {
            writeln!(out, "{line}")?;
        }
        Ok(is_silent)
    }
}
