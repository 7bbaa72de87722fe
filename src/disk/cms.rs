//! The program of the web form for staff: files that those who run a site put beside its content, and that
//! are published as they are.

use super::read::below;
use super::{DiskError, Operation};
use crate::source::MOST_MEDIA_BYTES;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Its folder below a site's root.
const CMS: &str = "cms";

/// Every file of the program: its path within `root/cms/`, and where it lies; none where there is no
/// such folder. Source maps, which browsers need for nothing, are passed over.
///
/// # Errors
/// A symbolic link, a name that is not UTF-8, a file that is too large, or a folder that can't be read.
pub fn cms_files(root: &Path) -> Result<BTreeMap<String, PathBuf>, DiskError> {
    let folder = root.join(CMS);
    if !folder.exists() {
        return Ok(BTreeMap::new());
    }
    let found = below(&folder)?;
    if let Some(link) = found.links.into_iter().next() {
        return Err(DiskError::Symlink {
            path: folder.join(link),
        });
    }
    let files = found.files.into_iter();
    let needed = files.filter(|file| !file.path.ends_with(".map"));
    needed
        .map(|file| {
            let place = folder.join(&file.path);
            refuse_too_large(&place)?;
            Ok((file.path, place))
        })
        .collect()
}

/// It is copied to the published site as it is, however large: no program for browsers is.
fn refuse_too_large(place: &Path) -> Result<(), DiskError> {
    let found = fs::metadata(place).map_err(Operation::Read.on_listed(place))?;
    if found.len() > MOST_MEDIA_BYTES {
        return Err(DiskError::TooLarge {
            path: place.to_owned(),
            most: MOST_MEDIA_BYTES,
        });
    }
    Ok(())
}

/// The bytes of one of [`cms_files`]; `None` where there is none of that path.
///
/// # Errors
/// As [`cms_files`], and a file that can't be read.
pub fn cms_file(root: &Path, path: &str) -> Result<Option<Vec<u8>>, DiskError> {
    match cms_files(root)?.get(path) {
        Some(place) => Ok(Some(fs::read(place).map_err(Operation::Read.on(place))?)),
        None => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_what_lies_in_its_folder_without_maps() {
        let root = tempfile::tempdir().unwrap();
        assert!(cms_files(root.path()).unwrap().is_empty());
        let folder = root.path().join("cms/chunks");
        fs::create_dir_all(&folder).unwrap();
        for (path, text) in [
            ("index.js", "a"),
            ("index.js.map", "b"),
            ("chunks/c.js", "c"),
        ] {
            fs::write(root.path().join("cms").join(path), text).unwrap();
        }
        let files = cms_files(root.path()).unwrap();
        assert!(files.keys().eq(["chunks/c.js", "index.js"]));
        let file = |path| cms_file(root.path(), path).unwrap();
        assert_eq!(file("index.js").as_deref(), Some(&b"a"[..]));
        assert_eq!(file("index.js.map"), None);
        assert_eq!(file("../content/situs.yml"), None);
    }
}
