//! Identifiers. A file's stem is the id of what stands in it; nothing else names it.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::sync::Arc;

/// Whether `text` may serve as an id: `[a-z0-9-]+`, so that it is the same in a URL, a file
/// name and a CSV cell on every system.
pub fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// A checked id of any kind; cheap to clone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Arc<str>);

impl Slug {
    /// `None` unless [`is_slug`] holds.
    pub fn new(text: &str) -> Option<Self> {
        is_slug(text).then(|| Self(text.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Serialize for Slug {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Slug {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(AnId)
    }
}

/// Reads an id from the text as it stands there: there are many of them.
struct AnId;

impl de::Visitor<'_> for AnId {
    type Value = Slug;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Slug, E> {
        Slug::new(text).ok_or_else(|| E::custom(format!("`{text}` is no id")))
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Slug);

        impl $name {
            /// `None` unless `text` is an id ([`is_slug`]).
            pub fn new(text: &str) -> Option<Self> {
                Slug::new(text).map(Self)
            }

            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

ids! {
    /// A person: `pejabat/<id>.yml`.
    PersonId,
    /// A post: `jabatan/<id>.yml`.
    PostId,
    /// An organisation (organisasi perangkat daerah): `opd/<id>.yml`.
    OpdId,
    /// A version of a regime: `aturan/<id>.yml`.
    RegimeId,
    /// An indicator, unique within its contract.
    IndicatorId,
    /// A programme, unique within its contract.
    ProgramId,
    /// An evaluation rule, unique within its regime.
    EvaluationId,
    /// An ordinal scale, unique within its regime.
    ScaleId,
    /// A dimension that an evaluation scores, unique within its regime.
    AspectId,
}

/// A contract: `kontrak/<year>/<stem>.yml`, written `2026/kepala-dinas-kesehatan` in data.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ContractId {
    pub year: i32,
    pub stem: Slug,
}

impl fmt::Display for ContractId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.year, self.stem)
    }
}

impl ContractId {
    /// Reads `2026/kepala-dinas-kesehatan`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, stem) = text.split_once('/')?;
        let year = year.parse().ok()?;
        let id = Self {
            year,
            stem: Slug::new(stem)?,
        };
        (id.to_string() == text).then_some(id)
    }
}

impl Serialize for ContractId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ContractId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom(format!("`{text}` names no contract")))
    }
}
