//! Texts with their English wording.

use super::notes::{Arguments, Notes};
use crate::model::Wording;
use crate::parse::reader::Sp;
use crate::problem::code;

/// A text that must be there, and its wording under `en`.
pub fn wording<T: Clone>(own: &Sp<T>, english: Option<&Sp<T>>) -> Wording<T> {
    Wording::new(own.value.clone(), english.map(|sp| sp.value.clone()))
}

/// A text that may be left out; an English wording of none is an error at its place.
pub fn optional<T: Clone>(
    key: &'static str,
    own: Option<&Sp<T>>,
    english: Option<&Sp<T>>,
    notes: &mut Notes,
) -> Option<Wording<T>> {
    if let (None, Some(alone)) = (own, english) {
        let because = format!("en: {key}");
        let arguments: Arguments = &[("key", &key), ("because", &because)];
        notes.error(code::KEY_NEEDS, alone.span, arguments);
    }
    own.map(|own| wording(own, english))
}

/// A list of texts, and as many wordings or none.
pub fn list(
    key: &'static str,
    own: &[Sp<String>],
    english: &[Sp<String>],
    notes: &mut Notes,
) -> Vec<Wording> {
    if let Some(first) = english.first()
        && english.len() != own.len()
    {
        let arguments: Arguments = &[
            ("key", &key),
            ("count", &english.len()),
            ("wanted", &own.len()),
        ];
        notes.error(code::TRANSLATION_LENGTH, first.span, arguments);
    }
    let pairs = own.iter().enumerate();
    pairs
        .map(|(place, own)| wording(own, english.get(place)))
        .collect()
}
