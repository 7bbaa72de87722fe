//! The words of a form, which is Indonesian: the offices that fill it are.

use crate::format::{Arg, Formats, MessageSource, Messages};
use crate::model::{Capacity, Date, Language, Quarter};

const SOURCE: &str = include_str!("id.ftl");

/// Messages and formats of a form.
#[derive(Debug)]
pub struct FormWords {
    messages: Messages,
    pub formats: Formats,
}

impl Default for FormWords {
    fn default() -> Self {
        let source = MessageSource {
            name: "form",
            text: SOURCE,
        };
        let messages = Messages::new(Language::Indonesian, &[source]);
        Self {
            messages: messages.expect("a test reads every message of a form"),
            formats: Formats::new(Language::Indonesian),
        }
    }
}

impl FormWords {
    pub fn text(&self, key: &str) -> String {
        self.say(key, &[])
    }

    pub fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Arg<'_>)> = args
            .iter()
            .map(|(name, text)| (*name, Arg::from(*text)))
            .collect();
        self.messages
            .with(key, &args)
            .unwrap_or_else(|error| error.to_string())
    }

    pub fn date(&self, date: Date) -> String {
        self.formats.date(date)
    }

    /// `Triwulan III 2026`
    pub fn quarter(&self, quarter: Quarter) -> String {
        format!("{} {}", self.text(quarter.of_year.key()), quarter.year)
    }

    /// `TW III 2026`
    pub fn short_quarter(&self, quarter: Quarter) -> String {
        let number = quarter.of_year.number();
        format!("{} {}", self.text(&format!("short_{number}")), quarter.year)
    }

    /// `Plt. Kepala Dinas Kesehatan`
    pub fn in_capacity(&self, capacity: Capacity, post: &str) -> String {
        match capacity {
            Capacity::Definitive => post.to_owned(),
            Capacity::Acting => self.say("acting", &[("post", post)]),
            Capacity::DailyActing => self.say("daily_acting", &[("post", post)]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keys that stand in the code as they are, or with a number behind them.
    #[test]
    fn every_message_can_be_said_and_is() {
        let words = FormWords::default();
        let code = [
            include_str!("words.rs"),
            include_str!("ask.rs"),
            include_str!("column.rs"),
            include_str!("workbook/mod.rs"),
            include_str!("workbook/layout.rs"),
            include_str!("workbook/names.rs"),
            include_str!("workbook/programs.rs"),
            include_str!("workbook/rows.rs"),
            include_str!("guide.rs"),
        ]
        .concat();
        let numbered = |key: &str| {
            let stem = key.trim_end_matches(|c: char| c.is_ascii_digit());
            code.contains(&format!("\"{stem}{{")) || stem == "tw"
        };
        let unused: Vec<&str> = words
            .messages
            .keys()
            .filter(|key| !code.contains(&format!("\"{key}\"")) && !numbered(key))
            .collect();
        assert_eq!(unused, Vec::<&str>::new());
    }
}
