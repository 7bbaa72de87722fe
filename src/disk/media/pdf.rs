//! What a PDF says of itself: its document information and its XMP. Not its pages.

use super::{Fields, xmp};
use crate::source::{Description, Location};
use lopdf::{Document, LoadOptions, Object, decode_text_string};

/// What one stream may unpack to, in bytes; more is a trap.
const MOST_UNPACKED: usize = 64 << 20;

/// Moments are nobody's.
const MOMENTS: [&[u8]; 2] = [b"CreationDate", b"ModDate"];

pub fn description(bytes: &[u8]) -> Description {
    let options = LoadOptions {
        max_decompressed_size: Some(MOST_UNPACKED),
        ..LoadOptions::default()
    };
    // The whole of it, not its metadata alone: lopdf's reader of these passes over an information
    // that it can't read, and knows no XMP.
    let document = match Document::load_mem_with_options(bytes, options) {
        Ok(document) => document,
        Err(error) => return Description::Damaged(error.to_string()),
    };
    if document.is_encrypted() {
        return Description::Locked;
    }
    match fields(&document) {
        Ok(fields) => Description::Read {
            location: Location::NotTold,
            fields,
        },
        Err(error) => Description::Damaged(error.to_string()),
    }
}

fn fields(document: &Document) -> lopdf::Result<Fields> {
    let mut fields = information(document)?;
    for object in document.objects.values() {
        if let Object::Stream(stream) = object
            && stream.dict.has_type(b"Metadata")
        {
            let packet = stream.get_plain_content_with_limit(MOST_UNPACKED)?;
            fields.push(xmp::field(&packet));
        }
    }
    Ok(fields)
}

/// The texts of the information dictionary (ISO 32000-2, 14.3.3), custom ones too.
fn information(document: &Document) -> lopdf::Result<Fields> {
    let Ok(information) = document.trailer.get(b"Info") else {
        return Ok(Fields::new());
    };
    let (_, information) = document.dereference(information)?;
    let mut fields = Fields::new();
    for (name, value) in information.as_dict()? {
        if MOMENTS.contains(&name.as_slice()) {
            continue;
        }
        let (_, value) = document.dereference(value)?;
        if let Object::String(bytes, _) = value {
            let text = decode_text_string(value)
                .unwrap_or_else(|_| String::from_utf8_lossy(bytes).into_owned());
            fields.push((String::from_utf8_lossy(name).into_owned(), text));
        }
    }
    Ok(fields)
}
