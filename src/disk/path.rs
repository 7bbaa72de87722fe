//! Paths that stay inside their tree.

use super::DiskError;
use std::path::{Component, Path, PathBuf};

/// `path`, relative and with `/` between its parts, below `base`.
pub(super) fn inside(base: &Path, path: &str) -> Result<PathBuf, DiskError> {
    let plain = path.split('/').all(is_plain);
    if plain {
        Ok(base.join(path))
    } else {
        Err(DiskError::OutsideTree { path: path.into() })
    }
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
