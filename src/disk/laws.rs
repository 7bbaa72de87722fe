//! What must hold of any bytes that are taken for a media file: see [`crate::parse::laws`].

use super::media_facts_of;
use crate::source::{Description, MOST_MEDIA_BYTES};

/// Looking at a file never fails, says the same each time and invents nothing: what is told of it is not longer than
/// the file could hold.
pub fn media(bytes: &[u8]) {
    let facts = media_facts_of("media/a", bytes).unwrap();
    assert_eq!(facts, media_facts_of("media/a", bytes).unwrap());
    assert!(bytes.len() as u64 <= MOST_MEDIA_BYTES);
    if let Description::Text(text) = &facts.description {
        assert_eq!(text, bytes);
    }
}
