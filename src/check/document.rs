//! Documents and proofs.

use super::file_exists;
use super::notes::{Notes, value};
use crate::model::{Document, DocumentPlace};
use crate::parse::Raw;
use crate::parse::contract::RawDocument;
use crate::parse::reader::Sp;
use crate::problem::code;

pub fn document(document: &Sp<RawDocument>, raw: &Raw, notes: &mut Notes) -> Document {
    let RawDocument {
        kind,
        title,
        file,
        url,
    } = &document.value;
    if let Some(file) = file {
        file_exists(file, raw, notes);
    }
    let place = match (file, url) {
        (Some(file), None) => DocumentPlace::File(file.value.0.clone()),
        (None, Some(url)) => DocumentPlace::Url(url.value.0.clone()),
        (None, None) => DocumentPlace::Unpublished,
        (Some(file), Some(url)) => {
            notes.error(
                code::CONFLICTING_KEYS,
                url.span,
                &[("keys", &"berkas, url")],
            );
            DocumentPlace::File(file.value.0.clone())
        }
    };
    Document {
        kind: value(kind),
        title: title.value.clone(),
        place,
    }
}

pub fn documents(list: &[Sp<RawDocument>], raw: &Raw, notes: &mut Notes) -> Vec<Document> {
    list.iter()
        .map(|entry| document(entry, raw, notes))
        .collect()
}
