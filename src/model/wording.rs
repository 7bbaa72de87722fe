//! A text of the data, and what it says in English where the data say so.

use super::Language;

/// A text in the words in which it was signed or set down, which are Indonesian and alone bind,
/// and an English wording beside them that explains them (`en`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wording<T = String> {
    own: T,
    /// Few texts have one.
    english: Option<Box<T>>,
}

impl<T> Wording<T> {
    pub fn new(own: T, english: Option<T>) -> Self {
        let english = english.map(Box::new);
        Self { own, english }
    }

    /// The binding text.
    pub fn own(&self) -> &T {
        &self.own
    }

    /// The text for readers of `language`, and the language that it is in: Indonesian where no
    /// English one was given.
    pub fn in_language(&self, language: Language) -> (&T, Language) {
        match (language, &self.english) {
            (Language::English, Some(english)) => (english, Language::English),
            _ => (&self.own, Language::Indonesian),
        }
    }

    /// The binding text and the English one.
    pub fn into_parts(self) -> (T, Option<T>) {
        (self.own, self.english.map(|english| *english))
    }

    /// Another binding text in the place of this one. The English wording stays only if the text
    /// is the same: it explains no other.
    pub fn replaced_by(&mut self, own: T)
    where
        T: PartialEq,
    {
        if self.own != own {
            *self = own.into();
        }
    }

    /// This text with the English wording that `other` has for it, if it is the same text there.
    pub fn explained_as_in(self, other: Self) -> Self
    where
        T: PartialEq,
    {
        if self.own == other.own { other } else { self }
    }
}

impl<T> From<T> for Wording<T> {
    fn from(own: T) -> Self {
        Self { own, english: None }
    }
}

impl From<&str> for Wording {
    fn from(own: &str) -> Self {
        own.to_owned().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people() -> Wording {
        Wording::new("orang".into(), Some("people".into()))
    }

    #[test]
    fn a_text_is_read_in_the_language_of_the_page_where_it_was_given() {
        use Language::{English, Indonesian};
        let both = |wording: &Wording| {
            Language::ALL.map(|language| {
                let (text, given) = wording.in_language(language);
                (text.clone(), given)
            })
        };
        let orang = ("orang".to_owned(), Indonesian);
        let english = ("people".to_owned(), English);
        assert_eq!(both(&people()), [orang.clone(), english]);
        assert_eq!(both(&"orang".into()), [orang.clone(), orang]);
    }

    #[test]
    fn an_english_wording_explains_no_other_text() {
        let mut same = people();
        same.replaced_by("orang".into());
        assert_eq!(same, people());
        let mut other = people();
        other.replaced_by("warga".into());
        assert_eq!(other, "warga".into());
        assert_eq!(Wording::from("orang").explained_as_in(people()), people());
        let warga = Wording::from("warga");
        assert_eq!(warga.clone().explained_as_in(people()), warga);
    }
}
