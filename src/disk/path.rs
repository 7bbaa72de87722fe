//! Paths that stay inside their tree.

use super::DiskError;
use std::path::{self, Component, Path, PathBuf};

/// `path`, relative and with `/` between its parts, below `base`.
pub(super) fn inside(base: &Path, path: &str) -> Result<PathBuf, DiskError> {
    let plain = path.split('/').all(is_plain);
    if plain {
        Ok(base.join(path))
    } else {
        Err(DiskError::OutsideTree { path: path.into() })
    }
}

/// Whether `place`, which need not be there yet, is `folder` or lies in it, whatever links lead there.
pub fn lies_within(place: &Path, folder: &Path) -> bool {
    match (real(place), real(folder)) {
        (Some(place), Some(folder)) => place.starts_with(folder),
        _ => false,
    }
}

/// `place` from the file system's root and without links, as far as it is there.
fn real(place: &Path) -> Option<PathBuf> {
    let place = path::absolute(place).ok()?;
    let there = place.ancestors().find_map(|above| {
        let real = above.canonicalize().ok()?;
        Some(real.join(place.strip_prefix(above).ok()?))
    });
    there.map(|there| there.components().collect())
}

/// Whether `part` is one file name, here and on systems where `\` separates and `:` means a drive.
fn is_plain(part: &str) -> bool {
    let mut components = Path::new(part).components();
    let first = components.next();
    matches!(first, Some(Component::Normal(name)) if name == part)
        && components.next().is_none()
        && !part.contains(['\\', ':', '\0'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there_yet_lies_within_a_folder_too() {
        let root = tempfile::tempdir().unwrap();
        let content = root.path().join("content");
        std::fs::create_dir(&content).unwrap();
        for (place, is_within) in [
            ("content", true),
            ("content/x/y", true),
            ("content/", true),
            ("./content/x", true),
            ("content2", false),
            ("public", false),
            ("", false),
        ] {
            let found = lies_within(&root.path().join(place), &content);
            assert_eq!(found, is_within, "{place}");
        }
        assert!(!lies_within(&content, &root.path().join("themes")));
    }

    #[test]
    fn a_path_stays_in_its_tree() {
        let base = Path::new("/site");
        for path in ["index.html", "pejabat/ratna/index.html", "a..b/.c"] {
            assert_eq!(inside(base, path).unwrap(), base.join(path));
        }
        let refused = [
            "",
            "/",
            "/etc/passwd",
            "..",
            "../x",
            "a/../../x",
            "a/./b",
            ".",
            "a//b",
            "a/",
            "a\\..\\b",
            "C:x",
            "a\0b",
        ];
        for path in refused {
            let error = inside(base, path).unwrap_err();
            assert!(matches!(error, DiskError::OutsideTree { path: p } if p == path));
        }
    }
}
