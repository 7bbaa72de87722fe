//! What must hold of any text that is looked for: see [`crate::parse::laws`].

use super::words::{stem, words};

/// Words have letters and digits alone, are words of their own, and have a stem.
pub fn texts(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for word in words(&text) {
        assert!(
            !word.contains(|c: char| c.is_whitespace() || c.is_control()),
            "{word:?}"
        );
        assert_eq!(words(&word), std::slice::from_ref(&word), "{text:?}");
        assert!(!stem(&word).is_empty(), "{word:?}");
    }
}
