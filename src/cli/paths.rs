//! How files are named to people and to other programs.

use crate::disk;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

/// A source as staff see it: from the site's folder.
pub(super) fn below_root(file: &str) -> String {
    format!("content/{file}")
}

/// A source as the caller sees it: from the current directory, `/` between its parts.
pub(super) fn from_here(root: &Path, file: &str) -> String {
    let path = shown(&disk::content_path(root, file));
    path.display().to_string().replace(MAIN_SEPARATOR, "/")
}

/// The same path without a `./` that says nothing.
pub(super) fn shown(path: &Path) -> PathBuf {
    path.components()
        .filter(|part| part.as_os_str() != ".")
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_named_from_where_the_caller_stands() {
        let table = [
            (".", "content/situs.yml"),
            ("./", "content/situs.yml"),
            ("situs/kita", "situs/kita/content/situs.yml"),
            ("./situs/./kita/", "situs/kita/content/situs.yml"),
            ("../kita", "../kita/content/situs.yml"),
            ("/srv/kita", "/srv/kita/content/situs.yml"),
        ];
        for (root, expected) in table {
            assert_eq!(from_here(Path::new(root), "situs.yml"), expected);
        }
    }
}
