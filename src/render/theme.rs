//! A theme: templates, style sheets, scripts and words. The default one is embedded in the binary; a site
//! replaces single files of it.

use crate::model::Language;
use crate::source::{Fingerprinter, Sha256};
use crate::url::Asset;
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;
use std::fmt;

static DEFAULT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// Name of the theme that is embedded.
pub const DEFAULT_NAME: &str = "default";

/// The files of a theme, by path within it: `templates/*.html`, `*.css`, `scripts/*.js`,
/// `locales/<language>.ftl`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    files: BTreeMap<String, String>,
    /// The site's own locale files; they stand beside the embedded ones.
    own_locales: BTreeMap<String, String>,
}

/// A theme that can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThemeError {
    /// The site names a theme that has no folder below `themes/`.
    Unknown { name: String },
    /// A file of the theme is not UTF-8.
    NotText { path: String },
}

impl fmt::Display for ThemeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown { name } => write!(f, "there is no folder themes/{name}"),
            Self::NotText { path } => write!(f, "the theme's {path} is not UTF-8 text"),
        }
    }
}

impl std::error::Error for ThemeError {}

impl Default for Theme {
    fn default() -> Self {
        let mut files = BTreeMap::new();
        collect(&DEFAULT, &mut files);
        Self {
            files,
            own_locales: BTreeMap::new(),
        }
    }
}

impl Theme {
    /// The default theme with the files of `themes/<name>/` put over it.
    ///
    /// # Errors
    /// A name that leads to no files, or a text file that is not UTF-8.
    pub fn with_overrides(
        name: &str,
        overrides: BTreeMap<String, Vec<u8>>,
    ) -> Result<Self, ThemeError> {
        if overrides.is_empty() && name != DEFAULT_NAME {
            return Err(ThemeError::Unknown {
                name: name.to_owned(),
            });
        }
        let mut theme = Self::default();
        for (path, bytes) in overrides {
            let text =
                String::from_utf8(bytes).map_err(|_| ThemeError::NotText { path: path.clone() })?;
            if path.starts_with("locales/") {
                theme.own_locales.insert(path, text);
            } else {
                theme.files.insert(path, text);
            }
        }
        Ok(theme)
    }

    /// The SHA-256 over all files: for each, in the order of paths and the site's own locale files
    /// last, the bytes of its path, a zero byte, its size as eight bytes (the lowest first), and
    /// its text.
    pub fn sha256(&self) -> Sha256 {
        let mut fingerprinter = Fingerprinter::default();
        // One that repeats the embedded file changes no word.
        let says_more = |(path, text): &(&String, &String)| self.files.get(*path) != Some(*text);
        let own = self.own_locales.iter().filter(says_more);
        for (path, text) in self.files.iter().chain(own) {
            fingerprinter.update(path.as_bytes());
            fingerprinter.update(&[0]);
            fingerprinter.update(&(text.len() as u64).to_le_bytes());
            fingerprinter.update(text.as_bytes());
        }
        fingerprinter.finish().sha256
    }

    /// Templates by the name that pages use: `home.html`.
    pub fn templates(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .filter_map(|(path, text)| Some((path.strip_prefix("templates/")?, text.as_str())))
    }

    /// What is published of the theme as it is.
    pub fn asset(&self, asset: Asset) -> &str {
        let path = match asset {
            Asset::Style => "style.css",
            Asset::OverviewStyle => "overview.css",
            Asset::PrintStyle => "print.css",
            Asset::EmbedStyle => "embed.css",
            Asset::ListScript => "scripts/list.js",
            Asset::OfflineScript => "scripts/offline.js",
            Asset::ServiceWorker => "scripts/service-worker.js",
            Asset::SearchScript => "scripts/search.js",
            Asset::AdminScript => "scripts/admin.js",
        };
        self.files.get(path).map_or("", String::as_str)
    }

    /// The messages of a language, the site's own last, with the names that errors call them.
    pub fn locales(&self, language: Language) -> Vec<(&str, &str)> {
        let path = format!("locales/{}.ftl", language.tag());
        [
            self.files.get_key_value(&path),
            self.own_locales.get_key_value(&path),
        ]
        .into_iter()
        .flatten()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect()
    }
}

fn collect(dir: &Dir<'_>, files: &mut BTreeMap<String, String>) {
    for file in dir.files() {
        let (path, text) = (file.path().to_string_lossy(), file.contents_utf8());
        let text = text.expect("the embedded theme holds only text");
        files.insert(path.replace('\\', "/"), text.to_owned());
    }
    dir.dirs().for_each(|dir| collect(dir, files));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_with_another_byte_anywhere_has_another_sha_256() {
        let with = |path: &str, text: &str| {
            let files = BTreeMap::from([(path.to_owned(), text.as_bytes().to_vec())]);
            Theme::with_overrides("biru", files).unwrap().sha256()
        };
        let all = [
            Theme::default().sha256(),
            with("style.css", "a{}"),
            with("style.css", "b{}"),
            with("templates/home.html", "a{}"),
            with("locales/id.ftl", "a = b"),
        ];
        let different: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!(different.len(), all.len());
        let embedded = &Theme::default().files["locales/id.ftl"];
        assert_eq!(all[0], with("locales/id.ftl", embedded));
    }
}
