//! The words of a page: messages and formats of its language, put together for `view`.

use super::html::{Html, escape};
use crate::format::{Arg, Formats, MessageError, Messages};
use crate::model::{Capacity, Date, Language, Percent, Quarter};
use std::sync::{Mutex, PoisonError};

/// Everything a language says and how it writes numbers; built once per language.
#[derive(Debug)]
pub struct Tongue {
    pub language: Language,
    pub formats: Formats,
    pub messages: Messages,
}

/// A [`Tongue`] in use for one page. A message that can't be said leaves its key on the page and
/// a fault behind, and a page with faults is never published.
#[derive(Debug)]
pub struct Words<'a> {
    tongue: &'a Tongue,
    /// Rows of a long list are made beside each other.
    faults: Mutex<Vec<MessageError>>,
}

impl<'a> Words<'a> {
    pub fn new(tongue: &'a Tongue) -> Self {
        Self {
            tongue,
            faults: Mutex::default(),
        }
    }

    pub fn language(&self) -> Language {
        self.tongue.language
    }

    pub fn formats(&self) -> &'a Formats {
        &self.tongue.formats
    }

    /// What went wrong so far, in an order that does not hang on who was first.
    pub fn into_faults(self) -> Vec<MessageError> {
        let faults = self.faults.into_inner();
        let mut faults = faults.unwrap_or_else(PoisonError::into_inner);
        faults.sort_by_cached_key(ToString::to_string);
        faults
    }

    /// A message without arguments.
    pub fn text(&self, key: &str) -> String {
        self.sound(key, self.tongue.messages.text(key).map(str::to_owned))
    }

    /// A message as plain text.
    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.sound(key, self.tongue.messages.with(key, args))
    }

    /// A message as markup: its own tags stay, texts put into it are escaped.
    pub fn html(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Html {
        self.html_with(key, args, &[])
    }

    /// A message as markup, with texts that are escaped and parts that are markup already.
    pub fn html_with(&self, key: &str, args: &[(&str, Arg<'_>)], parts: &[(&str, &Html)]) -> Html {
        let escaped: Vec<Option<String>> = args
            .iter()
            .map(|(_, arg)| match arg {
                Arg::Text(text) => Some(escape(text)),
                Arg::Count(_) => None,
            })
            .collect();
        let args = args.iter().zip(&escaped);
        let args =
            args.map(|((name, arg), escaped)| (*name, escaped.as_ref().map_or(*arg, Arg::from)));
        let parts = parts.iter();
        let parts = parts.map(|(name, html)| (*name, Arg::from(html.as_str())));
        let args: Vec<(&str, Arg<'_>)> = args.chain(parts).collect();
        Html::message(self.say(key, &args))
    }

    /// A message as markup around parts that are markup already.
    pub fn html_around(&self, key: &str, parts: &[(&str, &Html)]) -> Html {
        self.html_with(key, &[], parts)
    }

    fn sound(&self, key: &str, said: Result<String, MessageError>) -> String {
        said.unwrap_or_else(|fault| {
            let mut faults = self.faults.lock().unwrap_or_else(PoisonError::into_inner);
            faults.push(fault);
            key.to_owned()
        })
    }

    pub fn date(&self, date: Date) -> String {
        self.formats().date(date)
    }

    pub fn percent(&self, percent: &Percent, bounds: &[Percent]) -> String {
        self.formats().percent(percent, bounds)
    }

    /// `TW III`
    pub fn quarter_short(&self, quarter: Quarter) -> String {
        self.text(["tw1", "tw2", "tw3", "tw4"][quarter.of_year as usize])
    }

    /// `Kepala Dinas Kesehatan`, or `Plt. Kepala Dinas Kesehatan` for an acting holder.
    pub fn in_capacity(&self, capacity: Capacity, post: &str) -> String {
        match capacity {
            Capacity::Definitive => post.to_owned(),
            Capacity::Acting => self.say("acting", &[("post", post.into())]),
            Capacity::DailyActing => self.say("daily_acting", &[("post", post.into())]),
        }
    }

    /// `Triwulan III 2026`
    pub fn quarter(&self, quarter: Quarter) -> String {
        let key = ["tw1_long", "tw2_long", "tw3_long", "tw4_long"][quarter.of_year as usize];
        format!("{} {}", self.text(key), quarter.year)
    }

    /// `TW I–TW III` for quarters without a gap, else as [`Self::quarters`].
    pub fn quarter_range(&self, quarters: &[Quarter]) -> String {
        match quarters {
            [first, .., last] if follow_each_other(quarters) => {
                format!(
                    "{}–{}",
                    self.quarter_short(*first),
                    self.quarter_short(*last)
                )
            }
            _ => self.quarters(quarters),
        }
    }

    /// `TW I, TW II, dan TW IV`
    pub fn quarters(&self, quarters: &[Quarter]) -> String {
        let names: Vec<String> = quarters.iter().map(|q| self.quarter_short(*q)).collect();
        self.formats().list(&names)
    }
}

fn follow_each_other(quarters: &[Quarter]) -> bool {
    let ordinal = |quarter: &Quarter| quarter.year * 4 + quarter.of_year as i32;
    quarters
        .windows(2)
        .all(|pair| ordinal(&pair[0]) + 1 == ordinal(&pair[1]))
}
