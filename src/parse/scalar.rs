//! Single values that are neither numbers nor dates: texts, ids, addresses, words of a list.

use super::date::year;
use super::markdown::refuse_in_value;
use super::near::nearest;
use super::reader::{NONE, Read, Reader, scalar};
use super::record::Kind;
use super::tree::Node;
use crate::model::{
    self, Accumulation, AmendmentCause, BaseUrl, Better, Capacity, ContractId, EvaluationKind,
    Language, Markdown, OpdEvent, Provider, Reporting, Since, SitePath, Slug,
};
use crate::problem::code;
use serde::{Deserialize, Serialize};

impl Read for String {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        scalar(node, reader).map(Into::into)
    }

    fn kind() -> Kind {
        Kind::Text
    }
}

impl Read for Markdown {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = scalar(node, reader)?;
        refuse_in_value(text, node, reader);
        Some(Self(text.into()))
    }

    fn kind() -> Kind {
        Kind::Markdown
    }
}

/// An id that could stand for `text`, for messages.
fn slug_like(text: &str) -> String {
    let mut slug = String::new();
    for c in text.to_lowercase().chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        NONE.into()
    } else {
        slug.into()
    }
}

/// An id that could stand for the stem of a file name.
pub fn id_for(stem: &str) -> String {
    slug_like(stem)
}

impl Read for Slug {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = scalar(node, reader)?;
        Self::new(text).or_else(|| {
            let arguments: [(&str, &dyn std::fmt::Display); 2] =
                [("text", &text), ("near", &slug_like(text))];
            reader.refuse(code::ID, node.span, &arguments)
        })
    }

    fn kind() -> Kind {
        Kind::Id("")
    }
}

macro_rules! ids {
    ($($name:ident of $of:literal),+ $(,)?) => {$(
        impl Read for model::$name {
            fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
                Slug::read(node, reader).map(Self)
            }

            fn kind() -> Kind {
                Kind::Id($of)
            }
        }
    )+};
}

ids! {
    PersonId of "pejabat",
    PostId of "jabatan",
    OpdId of "opd",
    RegimeId of "aturan",
    IndicatorId of "indikator",
    ProgramId of "program",
    EvaluationId of "evaluasi",
    ScaleId of "predikat",
    AspectId of "aspek",
}

impl Read for ContractId {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = scalar(node, reader)?;
        contract_id(text)
            .or_else(|| reader.refuse(code::CONTRACT_ID, node.span, &[("text", &text)]))
    }

    fn kind() -> Kind {
        Kind::ContractId
    }
}

fn contract_id(text: &str) -> Option<ContractId> {
    let (folder, stem) = text.split_once('/')?;
    Some(ContractId {
        year: year(folder)?,
        stem: Slug::new(stem)?,
    })
}

impl Read for bool {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        match scalar(node, reader)? {
            "ya" | "true" => Some(true),
            "tidak" | "false" => Some(false),
            text => reader.refuse(code::BOOLEAN, node.span, &[("text", &text)]),
        }
    }

    fn kind() -> Kind {
        Kind::Boolean
    }
}

/// An absolute http or https address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Url(pub String);

impl Read for Url {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = scalar(node, reader)?;
        if is_url(text) {
            return Some(Self(text.into()));
        }
        reader.refuse(code::URL, node.span, &[("text", &text)])
    }

    fn kind() -> Kind {
        Kind::Url
    }
}

fn is_url(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let forbidden = |c: char| c.is_whitespace() || c.is_control() || "<>\"`\\^{}|".contains(c);
    rest.is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_alphanumeric() || c == '[') && !rest.contains(forbidden)
    })
}

/// The address of a commit, with `{commit}` in the place of its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitPattern(pub String);

impl Read for CommitPattern {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = scalar(node, reader)?;
        if is_commit_pattern(text) {
            return Some(Self(text.into()));
        }
        reader.refuse(code::COMMIT_PATTERN, node.span, &[("text", &text)])
    }

    fn kind() -> Kind {
        Kind::CommitPattern
    }
}

fn is_commit_pattern(text: &str) -> bool {
    text.split_once(model::COMMIT)
        .is_some_and(|(before, after)| is_url(before) && is_url(&format!("{before}{after}")))
}

/// A path below `media/`, with `/` between its parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MediaPath(pub String);

impl Read for MediaPath {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = scalar(node, reader)?;
        let inside = text.strip_prefix("media/").is_some_and(|rest| {
            !rest.contains('\\') && rest.split('/').all(|part| !matches!(part, "" | "." | ".."))
        });
        if inside {
            return Some(Self(text.into()));
        }
        reader.refuse(code::MEDIA_PATH, node.span, &[("text", &text)])
    }

    fn kind() -> Kind {
        Kind::MediaPath
    }
}

impl Read for SitePath {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = scalar(node, reader)?;
        Self::new(text).or_else(|| {
            let near = site_path_for(text);
            let near = near.as_ref().map_or(NONE, Self::as_str);
            let arguments: [(&str, &dyn std::fmt::Display); 2] = [("text", &text), ("near", &near)];
            reader.refuse(code::SITE_PATH, node.span, &arguments)
        })
    }

    fn kind() -> Kind {
        Kind::SitePath
    }
}

/// The folder that was probably meant: of an address copied from a browser, its path.
fn site_path_for(text: &str) -> Option<SitePath> {
    let path = match text.split_once("://") {
        Some((_, rest)) => rest.split_once('/')?.1,
        None => text,
    };
    let path = path.trim_end_matches("index.html").trim_matches('/');
    SitePath::new(&format!("{path}/"))
}

impl Read for BaseUrl {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = scalar(node, reader)?;
        Self::parse(text).or_else(|| reader.refuse(code::BASE_URL, node.span, &[("text", &text)]))
    }

    fn kind() -> Kind {
        Kind::SiteAddress
    }
}

impl Read for chrono_tz::Tz {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = scalar(node, reader)?;
        text.parse().ok().or_else(|| {
            let near = match text {
                "WIB" => "Asia/Jakarta",
                "WITA" => "Asia/Makassar",
                "WIT" => "Asia/Jayapura",
                _ => {
                    nearest(text, chrono_tz::TZ_VARIANTS.iter().map(|tz| tz.name())).unwrap_or(NONE)
                }
            };
            reader.refuse(
                code::TIME_ZONE,
                node.span,
                &[("text", &text), ("near", &near)],
            )
        })
    }

    fn kind() -> Kind {
        Kind::TimeZone
    }
}

/// Reads one of the words of a list.
fn choice<T: Copy>(node: &Node, reader: &mut Reader, words: &[&str], values: &[T]) -> Option<T> {
    let text = scalar(node, reader)?;
    if let Some(index) = words.iter().position(|word| *word == text) {
        return values.get(index).copied();
    }
    let near = nearest(text, words.iter().copied()).unwrap_or(NONE);
    let arguments: [(&str, &dyn std::fmt::Display); 3] = [
        ("text", &text),
        ("near", &near),
        ("known", &words.join(", ")),
    ];
    reader.refuse(code::CHOICE, node.span, &arguments)
}

/// A value that files write as one word of a list.
pub trait Choice {
    /// As files write it.
    fn word(self) -> &'static str;
}

macro_rules! choices {
    ($($kind:ty { $($word:literal => $value:ident),+ $(,)? })+) => {$(
        impl Read for $kind {
            fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
                choice(node, reader, &[$($word),+], &[$(<$kind>::$value),+])
            }

            fn kind() -> Kind {
                Kind::Choice(&[$($word),+])
            }
        }

        impl Choice for $kind {
            fn word(self) -> &'static str {
                match self {
                    $(Self::$value => $word),+
                }
            }
        }
    )+};
}

/// `arah`, before its scale or its better side is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RawDirection {
    Up,
    Down,
    DownRatio,
    Range,
    Rank,
    Completion,
}

/// `putusan`, before its end is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RawDecision {
    Met,
    NotMet,
    Extended,
}

/// `masa_lindung` of an evaluation: what became of the protected time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RawProtectionEnd {
    Forfeited,
}

choices! {
    RawProtectionEnd { "gugur" => Forfeited }
    RawDirection {
        "naik" => Up,
        "turun" => Down,
        "turun-rasio" => DownRatio,
        "rentang" => Range,
        "predikat" => Rank,
        "tuntas" => Completion,
    }
    RawDecision {
        "terpenuhi" => Met,
        "tidak_terpenuhi" => NotMet,
        "diperpanjang" => Extended,
    }
    Accumulation { "jumlah" => Sum, "akhir" => Last, "rata-rata" => Mean }
    Better { "turun" => Lower, "naik" => Higher, "di_dalam" => Inside }
    AmendmentCause {
        "pejabat" => Official,
        "strategi" => Strategy,
        "anggaran" => Budget,
        "prioritas" => Priority,
    }
    Capacity { "definitif" => Definitive, "plt" => Acting, "plh" => DailyActing }
    EvaluationKind { "putusan" => Decision, "pemantauan" => Monitoring, "reviu" => Review }
    Provider { "github" => GitHub, "gitlab" => GitLab, "gitea" => Gitea, "forgejo" => Forgejo }
    Language { "id" => Indonesian, "en" => English }
    OpdEvent { "digabung" => Merged, "dipecah" => Split, "berganti_nama" => Renamed }
    Reporting { "triwulan" => Quarterly, "semester" => HalfYearly, "tahun" => Yearly }
    Since { "pelantikan" => Induction, "tanda_tangan" => Signature }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_absolute_and_http() {
        for text in [
            "https://a.go.id",
            "http://a.go.id/b?c=d#e",
            "https://xn--a.id:8080/",
        ] {
            assert!(is_url(text), "{text}");
        }
        for text in [
            "a.go.id",
            "ftp://a",
            "javascript:alert(1)",
            "https://",
            "https:// a",
            "https://a b",
            "https://a\"b",
            "//a",
        ] {
            assert!(!is_url(text), "{text}");
        }
    }

    #[test]
    fn a_contract_is_named_by_year_and_stem() {
        assert_eq!(
            contract_id("2026/bupati").map(|id| id.to_string()),
            Some("2026/bupati".into())
        );
        for text in ["bupati", "26/bupati", "2026/", "2026/Bupati", "2026/a/b"] {
            assert_eq!(contract_id(text), None, "{text}");
        }
    }

    #[test]
    fn a_name_is_turned_into_an_id() {
        assert_eq!(slug_like("Dinas Kesehatan & KB"), "dinas-kesehatan-kb");
        assert_eq!(slug_like("—"), NONE);
    }
}
