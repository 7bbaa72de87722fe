//! What a build says of itself: of which sources, day, address, theme and version it is made, and
//! the fingerprint of every file. With it anybody can build the same site again and compare.
//!
//! It names no machine and no moment, so that the same inputs give the same bytes, and it is read
//! as something that a stranger has written.

use crate::model::{BaseUrl, Date};
use crate::source::{Fingerprint, Past, Sha256, WhyUnknown};
use crate::url::Urls;
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Where it stands below the site's root.
pub const MANIFEST: &str = "manifest.json";

/// The only version of its format there is.
const FORMAT: u64 = 1;

/// Larger than any file that a site publishes, in bytes.
pub const MOST_FILE_BYTES: u64 = 100 << 20;

/// Years that a site may be as of.
const YEARS: std::ops::RangeInclusive<i32> = 1945..=2199;

/// A manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// The version of pantau that built the site.
    pub pantau: String,
    pub provenance: Provenance,
    /// The day that the site is as of.
    pub date: Date,
    pub base_url: BaseUrl,
    pub theme: ThemeMark,
    /// Every other published file by path.
    pub files: BTreeMap<String, Fingerprint>,
}

/// Which state of the sources a site was built from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The commit that was checked out, in full.
    pub commit: Option<String>,
    /// Why there is none, as one word.
    pub commit_unknown: Option<String>,
    /// Paths below the site's root that differed from the commit.
    pub uncommitted: BTreeSet<String>,
}

/// The theme a site was built with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeMark {
    pub name: String,
    /// As [`crate::render::Theme::sha256`].
    pub sha256: Sha256,
}

impl From<&Past> for Provenance {
    fn from(past: &Past) -> Self {
        match past {
            Past::Known(history) => Self {
                commit: Some(history.head.clone()),
                commit_unknown: None,
                uncommitted: history.uncommitted.clone(),
            },
            Past::Unknown(why) => Self {
                commit_unknown: Some(word(*why).to_owned()),
                ..Self::default()
            },
        }
    }
}

fn word(why: WhyUnknown) -> &'static str {
    match why {
        WhyUnknown::NotAsked => "not-asked",
        WhyUnknown::NoRepository => "no-repository",
        WhyUnknown::NoCommits => "no-commits",
        WhyUnknown::Shallow => "shallow",
        WhyUnknown::NoGit => "no-git",
    }
}

/// Why a text is no manifest that can be relied on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ManifestError {
    /// No JSON, or not of this shape; what the reader says of it.
    Shape(String),
    /// Of a format that this version does not know.
    Format { found: u64 },
    /// A path that would leave the site, or that names the manifest itself.
    Path { path: String },
    /// A path that stands there twice.
    Twice { path: String },
    /// Larger than [`MOST_FILE_BYTES`].
    TooLarge { path: String, bytes: u64 },
    /// What stands at a key can't be what a build has written.
    Value { key: &'static str, text: String },
}

impl fmt::Display for ManifestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape(reason) => write!(f, "no manifest: {reason}"),
            Self::Format { found } => write!(f, "format {found} is not known"),
            Self::Path { path } => write!(f, "{path:?} is no path of a published file"),
            Self::Twice { path } => write!(f, "{path} is named twice"),
            Self::TooLarge { path, bytes } => write!(f, "{path} is said to have {bytes} bytes"),
            Self::Value { key, text } => write!(f, "{key} can't be {text:?}"),
        }
    }
}

impl std::error::Error for ManifestError {}

/// What every format has.
#[derive(Deserialize)]
pub(super) struct Head {
    pub format: u64,
}

/// Format 1 but for its files, in the order of its keys.
#[derive(Serialize, Deserialize)]
struct Shape {
    format: u64,
    pantau: String,
    commit: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    commit_unknown: Option<String>,
    uncommitted: Vec<String>,
    date: Date,
    base_url: String,
    theme: ThemeShape,
    #[serde(skip_serializing)]
    files: Vec<FileShape>,
}

#[derive(Serialize, Deserialize)]
struct ThemeShape {
    name: String,
    sha256: String,
}

#[derive(Serialize, Deserialize)]
struct FileShape {
    path: String,
    sha256: String,
    bytes: u64,
}

impl Manifest {
    /// As JSON, each file on a line of its own, sorted by path.
    pub fn to_bytes(&self) -> Vec<u8> {
        let head = serde_json::to_string_pretty(&self.shape()).expect(ALWAYS);
        let head = head.strip_suffix("\n}").expect(ALWAYS);
        let files: Vec<String> = self.files.iter().map(line).collect();
        format!("{head},\n  \"files\": [\n{}\n  ]\n}}\n", files.join(",\n")).into_bytes()
    }

    fn shape(&self) -> Shape {
        Shape {
            format: FORMAT,
            pantau: self.pantau.clone(),
            commit: self.provenance.commit.clone(),
            commit_unknown: self.provenance.commit_unknown.clone(),
            uncommitted: self.provenance.uncommitted.iter().cloned().collect(),
            date: self.date,
            base_url: Urls::new(&self.base_url).absolute_file(""),
            theme: ThemeShape {
                name: self.theme.name.clone(),
                sha256: self.theme.sha256.to_string(),
            },
            files: Vec::new(),
        }
    }

    /// Reads what a stranger has published as a manifest.
    ///
    /// # Errors
    /// Anything that a build can't have written: another format, paths that leave the site,
    /// sizes beyond reason.
    pub fn parse(bytes: &[u8]) -> Result<Self, ManifestError> {
        Self::read(bytes, MOST_FILE_BYTES)
    }

    /// As [`Self::parse`], of a site that was built on this machine: its files may have any size. (The document of all
    /// tables of 10,000 officials has some 400 MB.)
    ///
    /// # Errors
    /// As there, but for sizes.
    pub fn parse_of_any_size(bytes: &[u8]) -> Result<Self, ManifestError> {
        Self::read(bytes, u64::MAX)
    }

    fn read(bytes: &[u8], most: u64) -> Result<Self, ManifestError> {
        let told = |error: serde_json::Error| ManifestError::Shape(error.to_string());
        let head: Head = serde_json::from_slice(bytes).map_err(told)?;
        if head.format != FORMAT {
            return Err(ManifestError::Format { found: head.format });
        }
        let shape: Shape = serde_json::from_slice(bytes).map_err(told)?;
        let base_url = BaseUrl::parse(&shape.base_url);
        Ok(Self {
            base_url: base_url.ok_or_else(|| wrong("base_url", &shape.base_url))?,
            date: date(shape.date)?,
            provenance: Provenance {
                commit: shape.commit.map(commit).transpose()?,
                commit_unknown: shape.commit_unknown,
                uncommitted: shape.uncommitted.into_iter().collect(),
            },
            theme: ThemeMark {
                sha256: sha256("theme", &shape.theme.sha256)?,
                name: shape.theme.name,
            },
            files: files(shape.files, most)?,
            pantau: shape.pantau,
        })
    }
}

/// Why writing can't fail.
const ALWAYS: &str = "strings and numbers always serialise, as an object with keys";

fn line((path, fingerprint): (&String, &Fingerprint)) -> String {
    let file = FileShape {
        path: path.clone(),
        sha256: fingerprint.sha256.to_string(),
        bytes: fingerprint.bytes,
    };
    format!("    {}", serde_json::to_string(&file).expect(ALWAYS))
}

fn wrong(key: &'static str, text: &str) -> ManifestError {
    let text = text.chars().take(100).collect();
    ManifestError::Value { key, text }
}

fn date(date: Date) -> Result<Date, ManifestError> {
    let is_near = YEARS.contains(&date.year());
    is_near
        .then_some(date)
        .ok_or_else(|| wrong("date", &date.to_string()))
}

/// Names of commits are SHA-1 or SHA-256, in full. Nothing else reaches git.
fn commit(id: String) -> Result<String, ManifestError> {
    let is_digit = |b: u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
    if matches!(id.len(), 40 | 64) && id.bytes().all(is_digit) {
        return Ok(id);
    }
    Err(wrong("commit", &id))
}

fn sha256(key: &'static str, text: &str) -> Result<Sha256, ManifestError> {
    Sha256::parse(text).ok_or_else(|| wrong(key, text))
}

fn files(
    shapes: Vec<FileShape>,
    most: u64,
) -> Result<BTreeMap<String, Fingerprint>, ManifestError> {
    let mut files = BTreeMap::new();
    for file in shapes {
        let (path, bytes) = (file.path, file.bytes);
        if !is_published_path(&path) {
            return Err(ManifestError::Path { path });
        }
        if bytes > most {
            return Err(ManifestError::TooLarge { path, bytes });
        }
        let sha256 = sha256("sha256", &file.sha256)?;
        if files.contains_key(&path) {
            return Err(ManifestError::Twice { path });
        }
        files.insert(path, Fingerprint { sha256, bytes });
    }
    Ok(files)
}

/// Relative, `/` between its parts, on no system a way out of its folder.
fn is_published_path(path: &str) -> bool {
    let is_plain = |part: &str| !matches!(part, "" | "." | "..");
    path != MANIFEST
        && path.len() < 4096
        && path.split('/').all(is_plain)
        && !path.contains(|c: char| c.is_control() || "\\:".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::History;

    fn manifest(files: &[&str]) -> Manifest {
        let files = files.iter();
        Manifest {
            pantau: "0.1.0".into(),
            provenance: Provenance::from(&Past::Unknown(WhyUnknown::NoGit)),
            date: "2026-08-01".parse().unwrap(),
            base_url: BaseUrl::parse("https://user.host/repo").unwrap(),
            theme: ThemeMark {
                name: "default".into(),
                sha256: Fingerprint::of(b"theme").sha256,
            },
            files: files
                .map(|path| ((*path).to_owned(), Fingerprint::of(path.as_bytes())))
                .collect(),
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for files in [&[][..], &["a"], &["media/a \"b\" é.pdf", "index.html"]] {
            let manifest = manifest(files);
            assert_eq!(Manifest::parse(&manifest.to_bytes()), Ok(manifest));
        }
    }

    #[test]
    fn a_manifest_has_a_line_for_each_file_in_their_order() {
        let text = String::from_utf8(manifest(&["b.html", "a/index.html"]).to_bytes()).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines[1..5],
            [
                "  \"format\": 1,",
                "  \"pantau\": \"0.1.0\",",
                "  \"commit\": null,",
                "  \"commit_unknown\": \"no-git\",",
            ]
        );
        let files = lines.iter().position(|l| *l == "  \"files\": [").unwrap();
        assert!(lines[files + 1].starts_with("    {\"path\":\"a/index.html\",\"sha256\":\""));
        assert!(lines[files + 2].ends_with(",\"bytes\":6}"));
        assert_eq!(lines[files + 3..], ["  ]", "}"]);
    }

    #[test]
    fn a_known_past_gives_the_commit_and_what_is_not_in_it() {
        let history = History {
            head: "a".repeat(40),
            uncommitted: ["content/situs.yml".into()].into(),
            ..History::default()
        };
        let provenance = Provenance::from(&Past::Known(history));
        let mut manifest = manifest(&["index.html"]);
        manifest.provenance = provenance;
        let text = String::from_utf8(manifest.to_bytes()).unwrap();
        assert!(text.contains(&format!("\"commit\": \"{}\"", "a".repeat(40))));
        assert!(!text.contains("commit_unknown"));
        assert_eq!(Manifest::parse(text.as_bytes()), Ok(manifest));
    }

    #[test]
    fn what_no_build_has_written_is_refused() {
        let good = String::from_utf8(manifest(&["index.html"]).to_bytes()).unwrap();
        let refused = |from: &str, to: &str| {
            let text = good.replacen(from, to, 1);
            assert_ne!(text, good, "{from} is not there");
            Manifest::parse(text.as_bytes()).unwrap_err()
        };
        let format = ManifestError::Format { found: 2 };
        assert_eq!(refused("\"format\": 1", "\"format\": 2"), format);
        for path in [
            "../index.html",
            "a/../../b",
            "/etc/passwd",
            "a//b",
            "",
            "a\\\\b",
            "c:b",
            "a\\nb",
            "manifest.json",
        ] {
            let error = refused("index.html", path);
            assert!(matches!(error, ManifestError::Path { .. }), "{path}");
        }
        let huge = refused("\"bytes\":10", "\"bytes\":104857601");
        assert!(matches!(huge, ManifestError::TooLarge { .. }));
        for (from, to) in [
            ("https://user.host/repo/", "javascript:alert(1)"),
            ("2026-08-01", "9999-08-01"),
            ("\"commit\": null", "\"commit\": \"--upload-pack=x\""),
            ("\"sha256\": \"", "\"sha256\": \"x"),
            ("\"sha256\":\"", "\"sha256\":\"x"),
        ] {
            let error = refused(from, to);
            assert!(matches!(error, ManifestError::Value { .. }), "{to}");
        }
        for (from, to) in [
            ("{", "["),
            ("\"bytes\":10", "\"bytes\":-1"),
            ("\"bytes\":10", "\"bytes\":1e30"),
            ("2026-08-01", "kemarin"),
        ] {
            let error = refused(from, to);
            assert!(matches!(error, ManifestError::Shape(_)), "{to}");
        }
        let line = good.lines().find(|l| l.contains("\"path\"")).unwrap();
        let twice = refused(line, &format!("{line},\n{line}"));
        assert!(matches!(twice, ManifestError::Twice { .. }));
    }
}
