//! What must hold of any file of words that a theme brings: see [`crate::parse::laws`].

use super::{Arg, MessageSource, Messages};
use crate::model::Language;

/// A file is refused as a whole, or each of its messages can be put together with the arguments that it names.
pub fn messages(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let source = MessageSource {
        name: "a.ftl",
        text: &text,
    };
    for language in Language::ALL {
        let Ok(messages) = Messages::new(language, &[source]) else {
            continue;
        };
        for key in messages.keys() {
            let needed = messages.needed(key).unwrap();
            let arguments: Vec<_> = needed
                .iter()
                .map(|name| (&**name, Arg::Text("\u{2068}<b>")))
                .collect();
            let first = messages.with(key, &arguments);
            assert_eq!(first, messages.with(key, &arguments), "{key}");
            assert!(!needed.is_empty() || first.is_ok(), "{key}: {first:?}");
        }
    }
}
