//! What a record is: its keys, what each holds and what each means, in one table per record.
//!
//! From a table come the Rust type, its reader and the field reference; nothing about a key
//! stands anywhere else.

/// A record of the format.
#[derive(Debug)]
pub struct Record {
    /// Name of the Rust type: unique, and stable enough for a schema.
    pub name: &'static str,
    pub about: Words,
    pub fields: &'static [FieldInfo],
    /// Records whose keys stand in the same map.
    pub parts: &'static [&'static Record],
}

impl Record {
    /// `RawAddedIndicator` → `AddedIndicator`.
    pub fn type_name(&self) -> &'static str {
        self.name.trim_start_matches("Raw")
    }

    /// Whether `key` is one of its own, or of its parts.
    pub fn has(&self, key: &str) -> bool {
        let is_own = self.fields.iter().any(|field| field.key == key);
        is_own || self.parts.iter().any(|part| part.has(key))
    }

    /// Every key, those of its parts included.
    pub fn all_fields(&self) -> Box<dyn Iterator<Item = &'static FieldInfo>> {
        let parts = self.parts.iter().flat_map(|part| part.all_fields());
        Box::new(self.fields.iter().chain(parts))
    }
}

/// A description in both languages.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    pub id: &'static str,
    pub en: &'static str,
}

/// One key of a record.
#[derive(Debug)]
pub struct FieldInfo {
    pub key: &'static str,
    pub need: Need,
    pub kind: fn() -> Kind,
    pub about: Words,
}

/// Whether a key must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    Required,
    Optional,
}

/// What a key holds.
#[derive(Clone, Debug)]
pub enum Kind {
    Text,
    /// A text that is no number: not of digits alone.
    Name,
    Markdown,
    /// An id; of what, by the name of its folder or list.
    Id(&'static str),
    ContractId,
    Number,
    WholeNumber,
    Year,
    Date,
    /// `05-15`
    MonthDay,
    Duration,
    Boolean,
    /// One of these words.
    Choice(&'static [&'static str]),
    Url,
    /// An address with `{commit}` in it.
    CommitPattern,
    /// Where a site stands: an address without a query or anything that needs escaping.
    SiteAddress,
    /// A path below `media/`.
    MediaPath,
    /// A folder below the site's root.
    SitePath,
    TimeZone,
    List(Box<Kind>),
    /// What its keys are, and what stands below each.
    Map(Box<Kind>, Box<Kind>),
    Record(&'static Record),
    OneOf(Vec<Kind>),
}

macro_rules! record {
    (
        $(#[$doc:meta])*
        $name:ident ($id:literal, $en:literal) {
            $($field:ident: $kind:ty = $key:literal ($field_id:literal, $field_en:literal);)*
        } $(with { $($part:ident: $part_kind:ty),+ })?
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $(#[doc = concat!("`", $key, "`")] pub $field: $kind,)*
            $($(pub $part: $part_kind,)+)?
        }

        impl $crate::parse::reader::Fields for $name {
            const RECORD: &'static $crate::parse::record::Record = &$crate::parse::record::Record {
                name: stringify!($name),
                about: $crate::parse::record::Words { id: $id, en: $en },
                fields: &[$($crate::parse::record::FieldInfo {
                    key: $key,
                    need: <$kind as $crate::parse::reader::Field>::NEED,
                    kind: <$kind as $crate::parse::reader::Field>::kind,
                    about: $crate::parse::record::Words { id: $field_id, en: $field_en },
                },)*],
                parts: &[$($(<$part_kind as $crate::parse::reader::Fields>::RECORD,)+)?],
            };

            fn from_keys(
                keys: &$crate::parse::reader::Keys,
                reader: &mut $crate::parse::reader::Reader,
            ) -> Option<Self> {
                $(let $field = <$kind as $crate::parse::reader::Field>::read(keys, $key, reader);)*
                $($(let $part = <$part_kind as $crate::parse::reader::Fields>::from_keys(keys, reader);)+)?
                Some(Self {
                    $($field: $field?,)*
                    $($($part: $part?,)+)?
                })
            }
        }

        impl $crate::parse::reader::Read for $name {
            fn read(
                node: &$crate::parse::tree::Node,
                reader: &mut $crate::parse::reader::Reader,
            ) -> Option<Self> {
                $crate::parse::reader::read_record(node, reader)
            }

            fn kind() -> $crate::parse::record::Kind {
                $crate::parse::record::Kind::Record(<Self as $crate::parse::reader::Fields>::RECORD)
            }
        }
    };
}
pub(super) use record;
