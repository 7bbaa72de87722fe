//! The words of one language: finished texts, and messages that wait for their arguments.

use super::MessageError;
use super::catalog::{Catalog, parse};
use super::number::Numbers;
use super::plain_message::PlainMessage;
use crate::model::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;
use icu_decimal::input::Decimal;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::Arc;
use unic_langid::LanguageIdentifier;

/// One file of messages in Project Fluent's syntax; `name` is what errors call it.
#[derive(Clone, Copy, Debug)]
pub struct MessageSource<'a> {
    pub name: &'a str,
    pub text: &'a str,
}

/// What a message is given for one of its `$arguments`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    /// A finished text, e.g. a name or a formatted figure.
    Text(&'a str),
    /// A number of things: it chooses the plural, and is written as the language writes numbers.
    Count(u64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Arg<'_> {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}

impl From<u64> for Arg<'_> {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl<'a> From<Arg<'a>> for FluentValue<'a> {
    fn from(arg: Arg<'a>) -> Self {
        match arg {
            Arg::Text(text) => text.into(),
            Arg::Count(count) => count.into(),
        }
    }
}

/// Every message of one language. A key is a message's name (`unduh`) or one of its attributes
/// (`unduh.cara`). Texts are plain: escaping for HTML is the template's.
pub struct Messages {
    bundle: FluentBundle<Arc<FluentResource>>,
    /// Which arguments each message needs, references followed.
    arguments: BTreeMap<String, Vec<String>>,
    /// The messages that need none, put together once.
    texts: BTreeMap<String, String>,
    /// The messages that are texts with arguments between them, and choose nothing.
    plain: HashMap<String, PlainMessage>,
    numbers: Numbers,
}

impl Messages {
    /// Reads `sources`; a message of a later one replaces its namesake of an earlier one, with
    /// all its attributes.
    ///
    /// # Errors
    /// Everything that is wrong with the sources, at once.
    pub fn new(
        language: Language,
        sources: &[MessageSource<'_>],
    ) -> Result<Self, Vec<MessageError>> {
        let resources = parse(sources)?;
        let catalog = Catalog::of(&resources);
        let dangling = catalog.dangling_references();
        if !dangling.is_empty() {
            return Err(dangling);
        }
        let messages = Self {
            bundle: bundle(language, &resources),
            arguments: catalog.arguments(),
            texts: BTreeMap::new(),
            plain: HashMap::new(),
            numbers: Numbers::new(language),
        };
        messages.with_plain_messages().with_finished_texts()
    }

    /// The text of a message that needs no arguments.
    ///
    /// # Errors
    /// An unknown key, or a message that needs arguments.
    pub fn text(&self, key: &str) -> Result<&str, MessageError> {
        let plain = self.plain.get(key).and_then(PlainMessage::only_text);
        if let Some(text) = plain.or_else(|| self.texts.get(key).map(String::as_str)) {
            return Ok(text);
        }
        Err(match self.needed(key)?.first() {
            Some(argument) => missing_argument(key, argument),
            None => unresolvable(key, "its text was not put together"),
        })
    }

    /// A message with its arguments put in. Arguments that it doesn't mention are ignored:
    /// languages may differ in what they say.
    ///
    /// # Errors
    /// An unknown key, or an argument that the message mentions and `args` lacks.
    pub fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Result<String, MessageError> {
        let plain = self.plain.get(key);
        if let Some(text) = plain.and_then(|plain| plain.filled(args, &self.numbers)) {
            return Ok(text);
        }
        for needed in self.needed(key)? {
            if !args.iter().any(|(name, _)| name == needed) {
                return Err(missing_argument(key, needed));
            }
        }
        self.resolve(key, args)
    }

    /// Every text that needs no arguments, by key.
    pub fn static_texts(&self) -> &BTreeMap<String, String> {
        &self.texts
    }

    /// Every key, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.arguments.keys().map(String::as_str)
    }

    /// The names of the arguments that a message needs, in order and without `$`.
    ///
    /// # Errors
    /// An unknown key.
    pub fn needed(&self, key: &str) -> Result<&[String], MessageError> {
        let unknown = || MessageError::UnknownMessage { key: key.into() };
        let needed = self.arguments.get(key).ok_or_else(unknown)?;
        Ok(needed)
    }

    fn with_plain_messages(mut self) -> Self {
        let plain = self.arguments.keys().filter_map(|key| {
            let plain = PlainMessage::of(self.pattern(key)?)?;
            Some((key.clone(), plain))
        });
        self.plain = plain.collect();
        self
    }

    /// Tries every message once, so that one that can't be put together is found at the start,
    /// and keeps the texts that will never change.
    fn with_finished_texts(mut self) -> Result<Self, Vec<MessageError>> {
        let mut errors = Vec::new();
        for (key, needed) in &self.arguments {
            let samples: Vec<_> = needed.iter().map(|n| (n.as_str(), Arg::Count(1))).collect();
            match self.resolve(key, &samples) {
                Ok(text) if needed.is_empty() => {
                    self.texts.insert(key.clone(), text);
                }
                Ok(_) => {}
                Err(error) => errors.push(error),
            }
        }
        if errors.is_empty() {
            Ok(self)
        } else {
            Err(errors)
        }
    }

    fn pattern(&self, key: &str) -> Option<&Pattern<&str>> {
        let (id, attribute) = match key.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (key, None),
        };
        let message = self.bundle.get_message(id)?;
        match attribute {
            Some(name) => message.get_attribute(name).map(|a| a.value()),
            None => message.value(),
        }
    }

    fn resolve(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Result<String, MessageError> {
        let args: FluentArgs<'_> = args.iter().map(|&(name, arg)| (name, arg)).collect();
        let unknown = || MessageError::UnknownMessage { key: key.into() };
        let pattern = self.pattern(key).ok_or_else(unknown)?;
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&args), &mut errors);
        match errors.first() {
            None => Ok(text.into_owned()),
            Some(FluentError::ResolverError(error)) => Err(unresolvable(key, error)),
            Some(error) => Err(unresolvable(key, error)),
        }
    }
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages")
            .field("arguments", &self.arguments)
            .finish_non_exhaustive()
    }
}

fn missing_argument(key: &str, argument: &str) -> MessageError {
    MessageError::MissingArgument {
        key: key.into(),
        argument: argument.into(),
    }
}

fn unresolvable(key: &str, reason: impl fmt::Display) -> MessageError {
    MessageError::Unresolvable {
        key: key.into(),
        reason: reason.to_string(),
    }
}

fn bundle(
    language: Language,
    resources: &[Arc<FluentResource>],
) -> FluentBundle<Arc<FluentResource>> {
    let tag: LanguageIdentifier = language
        .tag()
        .parse()
        .expect("a language's tag is a BCP 47 tag");
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Isolation marks protect right-to-left text; in HTML they would spoil copied figures.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(write_number));
    for resource in resources {
        bundle.add_resource_overriding(Arc::clone(resource));
    }
    bundle
}

/// Writes a message's numbers as the rest of the site does; leaves texts to Fluent.
fn write_number(value: &FluentValue<'_>, formats: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let decimal = Decimal::try_from_str(&number.as_string()).ok()?;
    formats
        .with_try_get::<Numbers, _, _>((), |numbers| numbers.decimal(&decimal))
        .ok()
}

/// Lets a bundle build the number format of its language once and keep it.
impl Memoizable for Numbers {
    type Args = ();
    type Error = UnknownLanguage;

    fn construct(tag: LanguageIdentifier, (): ()) -> Result<Self, UnknownLanguage> {
        let language = Language::from_tag(tag.language.as_str()).ok_or(UnknownLanguage)?;
        Ok(Self::new(language))
    }
}

/// A bundle of a language that the site doesn't speak.
#[derive(Debug)]
pub(super) struct UnknownLanguage;

#[cfg(test)]
mod tests {
    use super::*;

    fn sources<'a>(texts: &[&'a str]) -> Vec<MessageSource<'a>> {
        let name = |n| ["inti.ftl", "tema.ftl"][n];
        let named = texts.iter().enumerate();
        named
            .map(|(n, &text)| MessageSource {
                name: name(n),
                text,
            })
            .collect()
    }

    fn messages(language: Language, texts: &[&str]) -> Messages {
        Messages::new(language, &sources(texts)).unwrap()
    }

    fn errors(texts: &[&str]) -> Vec<String> {
        let errors = Messages::new(Language::Indonesian, &sources(texts)).unwrap_err();
        errors.iter().map(ToString::to_string).collect()
    }

    const INDONESIAN: &str = "
-situs = Pantau
unduh = Unduh data
    .cara = Unduh { -situs } sebagai CSV
terlambat = terlambat { $hari } hari
sapaan = { unduh }, { $nama }
hanya-atribut =
    .isi = isi
";

    const ENGLISH: &str = "
terlambat = { $hari ->
    [0] not late
    [one] { $hari } day late
   *[other] { $hari } days late
}
";

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
        #[test]
        fn a_plain_message_says_what_fluent_says(text in "\\PC{0,12}", count in proptest::num::u64::ANY) {
            for (language, source) in [
                (Language::Indonesian, include_str!("../../themes/default/locales/id.ftl")),
                (Language::English, include_str!("../../themes/default/locales/en.ftl")),
            ] {
                let messages = messages(language, &[source]);
                proptest::prop_assert!(messages.plain.len() > 100);
                for key in messages.plain.keys() {
                    for arg in [Arg::Text(&text), Arg::Count(count), Arg::Count(count % 3000)] {
                        let needed = messages.needed(key).unwrap().iter();
                        let args: Vec<_> = needed.map(|name| (name.as_str(), arg)).collect();
                        proptest::prop_assert_eq!(messages.with(key, &args), messages.resolve(key, &args));
                    }
                }
            }
        }
    }

    #[test]
    fn a_text_without_arguments_is_ready() {
        let messages = messages(Language::Indonesian, &[INDONESIAN]);
        assert_eq!(messages.text("unduh"), Ok("Unduh data"));
        assert_eq!(messages.text("unduh.cara"), Ok("Unduh Pantau sebagai CSV"));
        let statics: Vec<_> = messages.static_texts().keys().collect();
        assert_eq!(statics, ["hanya-atribut.isi", "unduh", "unduh.cara"]);
        let keys: Vec<_> = messages.keys().collect();
        let all = [
            "hanya-atribut.isi",
            "sapaan",
            "terlambat",
            "unduh",
            "unduh.cara",
        ];
        assert_eq!(keys, all);
    }

    #[test]
    fn arguments_are_put_in_without_isolation_marks() {
        let messages = messages(Language::Indonesian, &[INDONESIAN]);
        let days = |n| {
            messages
                .with("terlambat", &[("hari", Arg::Count(n))])
                .unwrap()
        };
        assert_eq!(days(5), "terlambat 5 hari");
        assert_eq!(days(1620), "terlambat 1.620 hari");
        assert_eq!(
            messages.with("sapaan", &[("nama", "Bu Ratna".into())]),
            Ok("Unduh data, Bu Ratna".into())
        );
        assert_eq!(messages.with("unduh", &[]), Ok("Unduh data".into()));
    }

    #[test]
    fn a_count_chooses_its_plural() {
        let messages = messages(Language::English, &[ENGLISH]);
        let days = |n| {
            messages
                .with("terlambat", &[("hari", Arg::Count(n))])
                .unwrap()
        };
        assert_eq!(days(0), "not late");
        assert_eq!(days(1), "1 day late");
        assert_eq!(days(2), "2 days late");
        assert_eq!(days(1_234_567), "1,234,567 days late");
    }

    #[test]
    fn a_later_source_replaces_a_message_with_its_attributes() {
        let messages = messages(Language::Indonesian, &[INDONESIAN, "unduh = Ambil\n"]);
        assert_eq!(messages.text("unduh"), Ok("Ambil"));
        let gone = MessageError::UnknownMessage {
            key: "unduh.cara".into(),
        };
        assert_eq!(messages.text("unduh.cara"), Err(gone));
        assert_eq!(
            messages.with("sapaan", &[("nama", "Bu Ratna".into())]),
            Ok("Ambil, Bu Ratna".into())
        );
    }

    #[test]
    fn a_wrong_request_is_an_error() {
        let messages = messages(Language::Indonesian, &[INDONESIAN]);
        let said = |result: Result<String, MessageError>| result.unwrap_err().to_string();
        assert_eq!(
            said(messages.with("tiada", &[])),
            "there is no message `tiada`"
        );
        assert_eq!(
            said(messages.with("sapaan", &[("name", "x".into())])),
            "message `sapaan` needs the argument `$nama`"
        );
        assert_eq!(
            said(messages.text("sapaan").map(String::from)),
            "message `sapaan` needs the argument `$nama`"
        );
        for key in ["-situs", "hanya-atribut", "situs", "unduh.", ".cara", ""] {
            assert!(messages.text(key).is_err(), "{key}");
        }
    }

    #[test]
    fn a_message_knows_what_it_needs() {
        let messages = messages(Language::English, &[ENGLISH, "a = { terlambat } { $b }\n"]);
        assert_eq!(messages.needed("a").unwrap(), ["b", "hari"]);
    }

    #[test]
    fn what_is_wrong_with_a_source_is_said_with_its_line() {
        assert_eq!(
            errors(&["a = b\n\nc d\n&\n\ne = { f\ng = h\n", "x = { y\n"]),
            [
                "inti.ftl:3: Expected a token starting with \"=\"",
                "inti.ftl:6: Expected a token starting with \"}\"",
                "tema.ftl:1: Expected a token starting with \"}\"",
            ]
        );
        assert_eq!(
            errors(&["a = b\nc = d\na = e\n"]),
            ["inti.ftl:3: `a` is defined twice in this file"]
        );
    }

    #[test]
    fn a_reference_to_nothing_is_an_error_even_where_it_is_rarely_said() {
        assert_eq!(
            errors(&["a = { $n ->\n    [0] { tiada }\n   *[other] { -juga } { NUMBER($n) }\n}\n"]),
            [
                "message `a` refers to `-juga`, which does not exist",
                "message `a` refers to `NUMBER()`, which does not exist",
                "message `a` refers to `tiada`, which does not exist",
            ]
        );
    }

    #[test]
    fn an_escape_that_a_wide_letter_cuts_off_is_an_error_and_ends_nothing() {
        for text in [
            "a = { \"\\ué\" }\n",
            "b = c\na = { \"\\U01é\" }",
            "a = {\"\\u00e\u{fffd}",
        ] {
            let line = text.matches('\n').count().max(1);
            let line = if text.starts_with('b') { 2 } else { line };
            let told = errors(&[text]);
            assert_eq!(told.len(), 1, "{told:?}");
            assert!(
                told[0].starts_with(&format!("inti.ftl:{line}: ")),
                "{told:?}"
            );
        }
        let fine = messages(Language::Indonesian, &["a = { \"\\u00e9\\\\ué\" }"]);
        assert_eq!(fine.text("a").unwrap(), "é\\ué");
    }

    #[test]
    fn a_message_that_refers_to_itself_is_an_error() {
        let said = errors(&["a = { b }\nb = { a }\n"]);
        assert_eq!(said[0], "message `a`: Cyclical dependency detected");
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_a_message() {
        let messages = messages(Language::Indonesian, &["\u{feff}a = b\r\nc = d\r\n"]);
        assert_eq!(messages.text("a"), Ok("b"));
        assert_eq!(messages.text("c"), Ok("d"));
    }
}
