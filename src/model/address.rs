//! Addresses that pages once had, and what became of what stood there.

use super::id::is_slug;
use super::{Date, Markdown};
use std::fmt;

/// A folder below the site's root, as `pejabat/ratna/`: ids, each with a slash behind it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SitePath(String);

impl SitePath {
    /// `None` unless `text` has that form.
    pub fn new(text: &str) -> Option<Self> {
        let parts = text.strip_suffix('/')?;
        parts.split('/').all(is_slug).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What follows this folder in `path`; `None` where `path` lies elsewhere.
    pub fn rest<'p>(&self, path: &'p str) -> Option<&'p str> {
        path.strip_prefix(self.as_str())
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An address that no page has any more, with everything below it (`alamat_lama`).
#[derive(Clone, Debug, PartialEq)]
pub struct OldAddress {
    /// `dari`
    pub from: SitePath,
    pub became: Became,
}

/// What became of what stood at an old address.
#[derive(Clone, Debug, PartialEq)]
pub enum Became {
    /// `ke`: what stood below the old address is looked for below this one.
    Moved(SitePath),
    /// `dihapus`, on `tanggal`, for a reason.
    Withdrawn { reason: Markdown, on: Date },
}

#[cfg(test)]
mod tests {
    use super::SitePath;

    #[test]
    fn a_folder_is_of_ids_with_a_slash_behind_each() {
        for text in ["a/", "pejabat/ratna-k/2026/", "en/a/"] {
            assert!(SitePath::new(text).is_some(), "{text}");
        }
        for text in [
            "",
            "/",
            "a",
            "/a/",
            "a//b/",
            "A/",
            "a/../",
            "a/index.html",
            "https://a/",
        ] {
            assert_eq!(SitePath::new(text), None, "{text}");
        }
    }

    #[test]
    fn a_folder_covers_what_lies_below_it_and_no_neighbour() {
        let folder = SitePath::new("pejabat/ratna/").unwrap();
        assert_eq!(folder.rest("pejabat/ratna/"), Some(""));
        assert_eq!(folder.rest("pejabat/ratna/2026/"), Some("2026/"));
        assert_eq!(folder.rest("pejabat/ratna-k/"), None);
        assert_eq!(folder.rest("pejabat/"), None);
    }
}
