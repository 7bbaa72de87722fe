//! Texts of the data as a page says them: in its language where the data give one, else in the
//! words that were signed, marked as Indonesian.

use super::html::Html;
use super::scene::Scene;
use super::words::Words;
use crate::format::has_own_form;
use crate::model::{Language, Markdown, Quantity, Unit, Wording};
use serde::Serialize;

/// A text, and the mark of its language where that is not the page's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Said {
    pub text: String,
    /// ` lang="id"`, or empty in the page's own language.
    pub foreign: &'static str,
}

impl Said {
    /// Words of the page itself.
    pub(super) fn own(text: String) -> Self {
        Self { text, foreign: "" }
    }

    /// The same text with other words around it, which leave it the language it is in.
    pub(super) fn within(self, around: impl FnOnce(&str) -> String) -> Self {
        Self {
            text: around(&self.text),
            foreign: self.foreign,
        }
    }
}

/// The attribute that marks a text in `given` on a page in `language`.
pub(super) fn mark(given: Language, language: Language) -> &'static str {
    match given {
        _ if given == language => "",
        Language::Indonesian => " lang=\"id\"",
        Language::English => " lang=\"en\"",
    }
}

impl Words<'_> {
    /// A text of the data in the page's language, if the data have it.
    pub(super) fn said(&self, wording: &Wording) -> Said {
        let (text, given) = wording.in_language(self.language());
        Said {
            text: text.clone(),
            foreign: mark(given, self.language()),
        }
    }

    /// Texts of the data as one list, each in the language it is in.
    pub(super) fn list_of<'w>(&self, wordings: impl Iterator<Item = &'w Wording>) -> Html {
        let items: Vec<Html> = wordings.map(|w| Html::said(&self.said(w))).collect();
        let items: Vec<&str> = items.iter().map(Html::as_str).collect();
        Html::message(self.formats().list(&items))
    }

    /// A quantity with its unit. Percentages and rupiah have their form in every language.
    pub(super) fn measure(&self, quantity: Quantity, unit: Option<&Wording<Unit>>) -> String {
        let named = unit.map(|unit| match unit.own() {
            own if has_own_form(&own.many) => own,
            _ => unit.in_language(self.language()).0,
        });
        let name = named.map(|unit| match &unit.one {
            Some(one) if is_one(quantity) => one,
            _ => unit.many.as_str(),
        });
        self.formats().measure(quantity, name)
    }

    /// The same where no mark can stand: in titles, charts and sentences that are plain text.
    pub(super) fn plain<'w>(&self, wording: &'w Wording) -> &'w str {
        wording.in_language(self.language()).0
    }

    /// A text that has only its Indonesian words.
    pub(super) fn untranslated(&self, text: String) -> Said {
        Said {
            text,
            foreign: mark(Language::Indonesian, self.language()),
        }
    }
}

/// CLDR's `one` of English: the number 1 without decimals.
fn is_one(quantity: Quantity) -> bool {
    let decimal = quantity.decimal();
    decimal.scale() == 0 && decimal.mantissa().abs() == 1
}

impl Scene<'_> {
    /// Free text in the page's language, and its mark.
    pub(super) fn prose_of<'w>(
        &self,
        wording: &'w Wording<Markdown>,
    ) -> (&'w Markdown, &'static str) {
        let (text, given) = wording.in_language(self.words.language());
        (text, mark(given, self.words.language()))
    }
}
