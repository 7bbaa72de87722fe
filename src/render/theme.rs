//! A theme: templates, style sheets, scripts and words. Those that are shipped are embedded in the binary; each
//! replaces single files of the default one, and a site single files of either.

use crate::format::message_keys;
use crate::model::Language;
use crate::parse::near::nearest;
use crate::source::{Fingerprinter, Sha256};
use crate::url::Asset;
use include_dir::{Dir, include_dir};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

static SHIPPED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes");

const LOCALES: &str = "locales/";
const TEMPLATES: &str = "templates/";

/// Name of the theme that all others are put over.
pub const DEFAULT_NAME: &str = "default";

/// What a theme is made of: the default one, the shipped one that is put over it, the site's own files
/// over both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The lowest first.
    layers: Vec<Layer>,
    /// Where the site's own files are, below its root.
    folder: String,
}

/// Files by path: `templates/*.html`, `*.css`, `scripts/*.js`, `locales/<language>.ftl`.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Layer {
    /// What its templates' names begin with, so that one above can extend the one that it replaces:
    /// `default/` and the like; empty for the site's own.
    prefix: String,
    files: BTreeMap<String, String>,
}

/// A theme that can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThemeError {
    /// The site names a theme that is neither shipped nor a folder below its `themes/`.
    Unknown { name: String },
    /// A file of the theme is not UTF-8; where it is below the site's root.
    NotText { place: String },
}

/// What of a site's own theme is never looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unused {
    /// Neither replaces a file of the themes below nor is named by a template. `near`: a file of theirs that may be
    /// meant.
    File { place: String, near: Option<String> },
    /// A message that no template of the site names, and that replaces none.
    Message {
        place: String,
        key: String,
        near: Option<String>,
    },
}

impl fmt::Display for ThemeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown { name } => {
                let shipped = shipped_themes().collect::<Vec<_>>().join(", ");
                write!(
                    f,
                    "there is no folder themes/{name}, and the program comes with {shipped} only"
                )
            }
            Self::NotText { place } => write!(f, "{place} is not UTF-8 text"),
        }
    }
}

impl std::error::Error for ThemeError {}

/// The names of the themes that come with the program, in order.
pub fn shipped_themes() -> impl Iterator<Item = &'static str> {
    let folders = SHIPPED.dirs().filter_map(|folder| folder.path().to_str());
    folders.collect::<BTreeSet<_>>().into_iter()
}

/// The files of the shipped theme `name` by path, those of the default one that it takes as they are included.
pub fn shipped_files(name: &str) -> BTreeMap<String, String> {
    let layers = [DEFAULT_NAME, name].into_iter().filter_map(shipped);
    layers.flat_map(|layer| layer.files).collect()
}

fn shipped(name: &str) -> Option<Layer> {
    let folder = SHIPPED.get_dir(name)?;
    let mut files = BTreeMap::new();
    collect(folder, folder.path(), &mut files);
    Some(Layer {
        prefix: format!("{name}/"),
        files,
    })
}

impl Default for Theme {
    fn default() -> Self {
        let default = shipped(DEFAULT_NAME);
        Self {
            layers: vec![default.expect("the default theme is among the shipped ones")],
            folder: folder_of(DEFAULT_NAME),
        }
    }
}

impl Theme {
    /// The default theme with the files of the shipped theme `name` put over it, if there is one,
    /// and those of the site's `themes/<name>/` over both.
    ///
    /// # Errors
    /// A name that leads to no files, or a text file that is not UTF-8.
    pub fn with_overrides(
        name: &str,
        overrides: BTreeMap<String, Vec<u8>>,
    ) -> Result<Self, ThemeError> {
        let mut theme = Self {
            folder: folder_of(name),
            ..Self::default()
        };
        if name != DEFAULT_NAME {
            theme.layers.extend(shipped(name));
            if theme.layers.len() == 1 && overrides.is_empty() {
                return Err(ThemeError::Unknown {
                    name: name.to_owned(),
                });
            }
        }
        let text = |(path, bytes): (String, Vec<u8>)| match String::from_utf8(bytes) {
            Ok(text) => Ok((path, text)),
            Err(_) => Err(ThemeError::NotText {
                place: theme.place(&path),
            }),
        };
        let files: Result<BTreeMap<_, _>, _> = overrides.into_iter().map(text).collect();
        let mut files = files?;
        // A copy replaces nothing.
        files.retain(|path, text| theme.file(path) != Some(text));
        theme.layers.push(Layer {
            prefix: String::new(),
            files,
        });
        Ok(theme)
    }

    /// The SHA-256 over all files: for each, in the order of paths and the locale files put over
    /// the default theme's last, the bytes of its path, a zero byte, its size as eight bytes (the
    /// lowest first), and its text. What a file replaces is not among them.
    pub fn sha256(&self) -> Sha256 {
        let mut fingerprinter = Fingerprinter::default();
        let (mut files, mut words) = (BTreeMap::new(), Vec::new());
        for (path, text) in self.layers.iter().flat_map(|layer| &layer.files) {
            if path.starts_with(LOCALES) && files.contains_key(path) {
                words.push((path, text));
            } else {
                files.insert(path, text);
            }
        }
        for (path, text) in files.into_iter().chain(words) {
            fingerprinter.update(path.as_bytes());
            fingerprinter.update(&[0]);
            fingerprinter.update(&(text.len() as u64).to_le_bytes());
            fingerprinter.update(text.as_bytes());
        }
        fingerprinter.finish().sha256
    }

    /// Templates by name: `home.html` for the site's own, `default/home.html` and the like for those
    /// that are shipped.
    pub fn templates(&self) -> impl Iterator<Item = (String, &str)> {
        let layers = self.layers.iter();
        layers.flat_map(|Layer { prefix, files }| {
            let templates = files.iter().filter_map(|(path, text)| {
                let name = path.strip_prefix(TEMPLATES)?;
                Some((format!("{prefix}{name}"), text.as_str()))
            });
            templates.collect::<Vec<_>>()
        })
    }

    /// Where a template is looked for that the site does not have: the prefixes of the shipped
    /// ones, in order.
    pub fn fallbacks(&self) -> Vec<String> {
        let prefixes = self.layers.iter().rev().map(|layer| layer.prefix.clone());
        prefixes.filter(|prefix| !prefix.is_empty()).collect()
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
        self.file(path).map_or("", String::as_str)
    }

    /// The uppermost file of that path.
    fn file(&self, path: &str) -> Option<&String> {
        let mut layers = self.layers.iter().rev();
        layers.find_map(|layer| layer.files.get(path))
    }

    /// The messages of a language, the site's own last, with the places that errors call them by.
    pub fn locales(&self, language: Language) -> Vec<(String, &str)> {
        let path = format!("{LOCALES}{}.ftl", language.tag());
        let layers = self.layers.iter();
        let found = layers.filter_map(|layer| Some((layer, layer.files.get(&path)?)));
        found
            .map(|(layer, text)| match &*layer.prefix {
                "" => (self.place(&path), text.as_str()),
                prefix => (format!("{prefix}{path}"), text.as_str()),
            })
            .collect()
    }

    /// Where a file of the site's own theme is, below the site's root.
    pub(super) fn place(&self, path: &str) -> String {
        format!("{}{path}", self.folder)
    }

    /// What of the site's own files is never looked at, though a slip in a name alone may be the cause. Descriptions
    /// (`*.md`, `LICENSE`) are meant for people.
    pub fn unused(&self) -> Vec<Unused> {
        let Some((own, below)) = self.own_and_below() else {
            return Vec::new();
        };
        let known: BTreeSet<&str> = below
            .iter()
            .flat_map(|layer| layer.files.keys())
            .map(String::as_str)
            .collect();
        let templates = || {
            let files = own.files.iter();
            files.filter(|(path, _)| path.starts_with(TEMPLATES))
        };
        let is_named = |word: &str| templates().any(|(_, text)| text.contains(word));
        let is_used = |path: &str, text: &str| {
            let name = path.strip_prefix(TEMPLATES);
            known.contains(path)
                || path.ends_with(".md")
                || path == "LICENSE"
                || name.is_some_and(|name| {
                    text.contains("{% component")
                        || ['"', '\'']
                            .iter()
                            .any(|quote| is_named(&format!("{quote}{name}{quote}")))
                })
        };
        let files = own.files.iter().filter(|(path, text)| !is_used(path, text));
        let mut unused: Vec<Unused> = files
            .map(|(path, _)| Unused::File {
                place: self.place(path),
                near: nearest(path, known.iter().copied()).map(str::to_owned),
            })
            .collect();
        let locales = own.files.iter();
        for (path, text) in locales.filter(|(path, _)| path.starts_with(LOCALES)) {
            let below = below.iter().filter_map(|layer| layer.files.get(path));
            let known: BTreeSet<&str> = below.flat_map(|text| message_keys(text)).collect();
            let other = message_keys(text).into_iter();
            let other = other.filter(|key| !known.contains(key) && !is_named(key));
            unused.extend(other.map(|key| Unused::Message {
                place: self.place(path),
                key: key.to_owned(),
                near: nearest(key, known.iter().copied()).map(str::to_owned),
            }));
        }
        unused
    }

    /// The site's own layer and those that it is put over; `None` where it has none.
    fn own_and_below(&self) -> Option<(&Layer, &[Layer])> {
        let (last, below) = self.layers.split_last()?;
        (last.prefix.is_empty()).then_some((last, below))
    }
}

fn folder_of(name: &str) -> String {
    format!("themes/{name}/")
}

fn collect(dir: &Dir<'_>, root: &Path, files: &mut BTreeMap<String, String>) {
    for file in dir.files() {
        let path = file.path().strip_prefix(root).unwrap_or(file.path());
        let text = file.contents_utf8();
        let text = text.expect("the embedded themes hold only text");
        files.insert(path.to_string_lossy().replace('\\', "/"), text.to_owned());
    }
    dir.dirs().for_each(|dir| collect(dir, root, files));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::{Renderer, tongue};

    fn own(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        let files = files.iter();
        files
            .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
            .collect()
    }

    fn shown(theme: &Theme, template: &str) -> String {
        let tongue = tongue(theme, Language::Indonesian).unwrap();
        let renderer = Renderer::new(theme, &tongue).unwrap();
        let context = tera::Context::new();
        renderer.tera.render(template, &context).unwrap()
    }

    #[test]
    fn a_theme_with_another_byte_anywhere_has_another_sha_256() {
        let with = |path: &str, text: &str| {
            Theme::with_overrides("biru", own(&[(path, text)]))
                .unwrap()
                .sha256()
        };
        let all = [
            Theme::default().sha256(),
            Theme::with_overrides("lembar", BTreeMap::new())
                .unwrap()
                .sha256(),
            with("style.css", "a{}"),
            with("style.css", "b{}"),
            with("templates/home.html", "a{}"),
            with("locales/id.ftl", "a = b"),
        ];
        let different: BTreeSet<_> = all.iter().collect();
        assert_eq!(different.len(), all.len());
        let embedded = &Theme::default().layers[0].files["locales/id.ftl"];
        assert_eq!(all[0], with("locales/id.ftl", embedded));
    }

    #[test]
    fn a_shipped_theme_is_found_by_its_name_and_the_sites_files_are_put_over_it() {
        let shipped = Theme::with_overrides("lembar", BTreeMap::new()).unwrap();
        let default = Theme::default();
        assert_ne!(shipped.asset(Asset::Style), default.asset(Asset::Style));
        assert_eq!(
            shipped.asset(Asset::ListScript),
            default.asset(Asset::ListScript)
        );
        let files = own(&[
            ("print.css", "a{}"),
            ("locales/id.ftl", "sheet_roll = Daftar"),
        ]);
        let theme = Theme::with_overrides("lembar", files).unwrap();
        assert_eq!(theme.asset(Asset::PrintStyle), "a{}");
        assert_eq!(theme.asset(Asset::Style), shipped.asset(Asset::Style));
        let words = tongue(&theme, Language::Indonesian).unwrap();
        let texts = words.messages.static_texts();
        assert_eq!(texts["sheet_roll"], "Daftar");
        assert!(!texts["sheet_caption"].is_empty() && !texts["skip"].is_empty());
    }

    #[test]
    fn a_name_that_leads_nowhere_is_told_with_those_that_are_shipped() {
        let error = Theme::with_overrides("lembaran", BTreeMap::new()).unwrap_err();
        let said = error.to_string();
        assert!(said.contains("lembaran"), "{said}");
        assert!(said.contains("default, lembar"), "{said}");
        assert_eq!(
            shipped_themes().collect::<Vec<_>>(),
            [DEFAULT_NAME, "lembar"]
        );
    }

    #[test]
    fn a_template_extends_the_one_that_it_replaces_and_a_component_is_written_anew_alone() {
        let files = own(&[
            (
                "templates/kop.html",
                "{% component tag(tag) %}[{{ tag }}]{% endcomponent tag %}",
            ),
            (
                "templates/a.html",
                "{% block a %}bawaan{% endblock %}{{ <tag tag={1} /> }}",
            ),
            (
                "templates/b.html",
                "{% extends \"a.html\" %}{% block a %}sendiri, bukan {{ super() }}{% endblock %}",
            ),
        ]);
        let theme = Theme::with_overrides("biru", files).unwrap();
        assert_eq!(shown(&theme, "b.html"), "sendiri, bukan bawaan[1]");
        let names: BTreeSet<String> = theme.templates().map(|(name, _)| name).collect();
        assert!(names.contains("default/base.html") && names.contains("b.html"));
        assert_eq!(theme.fallbacks(), ["default/"]);
        let sheet = Theme::with_overrides("lembar", BTreeMap::new()).unwrap();
        assert_eq!(sheet.fallbacks(), ["lembar/", "default/"]);
    }

    #[test]
    fn what_a_slip_in_a_name_keeps_from_being_used_is_told_with_what_may_be_meant() {
        let files = own(&[
            ("README.md", "Tema kami."),
            ("stile.css", "a{}"),
            ("style.css", "a{}"),
            ("templates/homee.html", "x"),
            (
                "templates/home.html",
                "{% include \"bagian.html\" %}{{ t.kami }}",
            ),
            ("templates/bagian.html", "x"),
            (
                "templates/kop.html",
                "{% component tag() %}x{% endcomponent tag %}",
            ),
            (
                "locales/id.ftl",
                "skip = Lewati\nskipp = Lewati\nkami = Kami\n",
            ),
        ]);
        let theme = Theme::with_overrides("biru", files).unwrap();
        let file = |place: &str, near: &str| Unused::File {
            place: place.to_owned(),
            near: Some(near.to_owned()),
        };
        assert_eq!(
            theme.unused(),
            [
                file("themes/biru/stile.css", "style.css"),
                file("themes/biru/templates/homee.html", "templates/home.html"),
                Unused::Message {
                    place: "themes/biru/locales/id.ftl".to_owned(),
                    key: "skipp".to_owned(),
                    near: Some("skip".to_owned()),
                },
            ]
        );
        assert!(Theme::default().unused().is_empty());
        let shipped = Theme::with_overrides("lembar", BTreeMap::new()).unwrap();
        assert!(shipped.unused().is_empty());
    }

    #[test]
    fn a_copy_of_what_is_shipped_is_the_same_theme() {
        let text = Theme::default().asset(Asset::Style).to_owned();
        let copy = Theme::with_overrides(DEFAULT_NAME, own(&[("style.css", &text)])).unwrap();
        assert_eq!(copy.sha256(), Theme::default().sha256());
    }
}
