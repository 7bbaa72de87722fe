//! `abaikan`: warnings set aside, each with its reason, in the record they are about.

use super::near::nearest;
use super::reader::{Entries, Field, Keys, NONE, Read, Reader, Sp, scalar};
use super::record::{Kind, Need};
use super::tree::Node;
use crate::model::{Markdown, Silenced};
use crate::problem::{Code, code};
use crate::source::TextSpan;
use serde::{Deserialize, Serialize};

/// The codes that may be set aside, as they are written.
const NAMES: [&str; code::SILENCEABLE.len()] = {
    let mut names = [""; code::SILENCEABLE.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = code::SILENCEABLE[at].0;
        at += 1;
    }
    names
};

/// What one record sets aside.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Silences(Vec<Silenced>);

impl Silences {
    /// Nothing is set aside.
    pub const NONE: Self = Self(Vec::new());

    /// What is set aside, for the page to say.
    pub fn to_model(&self) -> Vec<Silenced> {
        self.0.clone()
    }
}

/// One of them, and the part of the file in which it holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Silence {
    pub code: Sp<Code>,
    pub within: TextSpan,
}

impl Field for Silences {
    const NEED: Need = Need::Optional;

    fn read(keys: &Keys, key: &'static str, reader: &mut Reader) -> Option<Self> {
        let entries: Entries<Code, Markdown> = Field::read(keys, key, reader)?;
        let within = reader.extent(keys);
        let read = entries.0.into_iter().map(|(code, reason)| {
            let silenced = Silenced {
                code: code.value,
                reason: reason.value,
            };
            reader.silences.push(Silence { code, within });
            silenced
        });
        Some(Self(read.collect()))
    }

    fn kind() -> Kind {
        <Entries<Code, Markdown> as Field>::kind()
    }
}

impl Read for Code {
    /// The code of a warning. Errors can't be set aside.
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = scalar(node, reader)?;
        if let Some(code) = code::SILENCEABLE.iter().find(|code| code.0 == text) {
            return Some(*code);
        }
        let is_error = code::ALL.iter().any(|code| code.0 == text);
        let near = nearest(text, NAMES).filter(|_| !is_error);
        let known = NAMES.join(", ");
        let arguments: [(&str, &dyn std::fmt::Display); 3] = [
            ("text", &text),
            ("near", &near.unwrap_or(NONE)),
            ("known", &known),
        ];
        reader.refuse(code::NO_WARNING, node.span, &arguments)
    }

    fn kind() -> Kind {
        Kind::Choice(&NAMES)
    }
}
