//! Finished files of a part of a site, taken into the whole one.

use super::bytes::{copy_bytes, same_bytes};
use super::look::{fingerprint_of, look_at};
use super::{DiskError, Operation, Publication};
use crate::source::Fingerprint;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// The first of `folders` that `out` is, lies in, or holds: publishing to `out` would remove it.
///
/// # Errors
/// A folder that is not there, or a refusal of the system.
pub fn in_the_way<'a>(folders: &'a [PathBuf], out: &Path) -> Result<Option<&'a Path>, DiskError> {
    let place = |path: &Path| fs::canonicalize(path).map_err(Operation::Read.on(path));
    // What is not there yet can hold nothing, but its folder may be one of them.
    let mut ways = out.ancestors().filter(|way| !way.as_os_str().is_empty());
    let there = ways.find(|way| way.exists()).unwrap_or(Path::new("."));
    let (is_new, there) = (there != out, place(there)?);
    for folder in folders {
        let held = place(folder)?;
        if there.starts_with(&held) || !is_new && held.starts_with(&there) {
            return Ok(Some(folder));
        }
    }
    Ok(None)
}

impl Publication {
    /// Puts the finished file `from` into the new tree, as a hard link where the file system
    /// allows it, else as a copy; one that is unchanged in the old tree stays. Gives the
    /// fingerprint of what stands there now; `None` where `from` is no file.
    ///
    /// # Errors
    /// As [`Self::copy`].
    pub fn take(&self, path: &str, from: &Path) -> Result<Option<Fingerprint>, DiskError> {
        let size = match fs::symlink_metadata(from) {
            Ok(found) if found.is_file() => found.len(),
            Ok(_) => return Ok(None),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Operation::Read.on(from)(error)),
        };
        let new = self.place(path)?;
        let old = self.old_file(path);
        if let Some(old) = &old
            && old.seen.size == size
            && let Ok(Some(same)) = same_bytes(from, &old.path)
            && self.keep(old, &new)
        {
            self.note(path, same, Some(old.seen));
            return Ok(Some(same));
        }
        let taken = link_or_copy(from, &new)?;
        self.note(path, taken, look_at(&new));
        self.add_written(old.as_ref(), taken.bytes);
        Ok(Some(taken))
    }
}

fn link_or_copy(from: &Path, new: &Path) -> Result<Fingerprint, DiskError> {
    if fs::hard_link(from, new).is_ok() {
        return fingerprint_of(new);
    }
    let mut source = File::open(from).map_err(Operation::Read.on(from))?;
    let mut file = File::create_new(new).map_err(Operation::Write.on(new))?;
    copy_bytes(&mut source, &mut file).map_err(Operation::Copy.on(from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_publishing_would_remove_is_in_the_way() {
        let folder = tempfile::tempdir().unwrap();
        let at = |path: &str| folder.path().join(path);
        fs::create_dir_all(at("parts/1")).unwrap();
        fs::create_dir_all(at("parts/10")).unwrap();
        fs::create_dir_all(at("public")).unwrap();
        let parts = [at("parts/1")];
        for (out, is_in_the_way) in [
            ("public", false),
            ("new/public", false),
            ("parts/10", false),
            ("parts/2", false),
            ("parts/1", true),
            ("parts/1/public", true),
            ("parts", true),
            ("", true),
        ] {
            let found = in_the_way(&parts, &at(out)).unwrap();
            assert_eq!(found.is_some(), is_in_the_way, "{out}");
        }
        assert!(in_the_way(&[at("tiada")], &at("public")).is_err());
    }

    #[test]
    fn a_taken_file_is_a_link_and_an_unchanged_one_stays() {
        use same_file::is_same_file;
        let folder = tempfile::tempdir().unwrap();
        let at = |path: &str| folder.path().join(path);
        fs::create_dir(at("part")).unwrap();
        for (path, text) in [("a", "1"), ("b", "2")] {
            fs::write(at("part").join(path), text).unwrap();
        }
        fs::create_dir(at("part/d")).unwrap();
        let take = |expected: [usize; 2]| {
            let publication = Publication::begin(&at("out")).unwrap();
            for path in ["a", "b"] {
                let from = at("part").join(path);
                let taken = publication.take(path, &from).unwrap();
                assert_eq!(taken, Some(fingerprint_of(&from).unwrap()));
            }
            assert_eq!(publication.take("c", &at("part/c")).unwrap(), None);
            assert_eq!(publication.take("d", &at("part/d")).unwrap(), None);
            assert!(publication.take("../c", &at("part/a")).is_err());
            assert_eq!(publication.fingerprints().len(), 2);
            let summary = publication.finish().unwrap();
            assert_eq!([summary.written, summary.kept], expected);
        };
        take([2, 0]);
        assert!(is_same_file(at("part/a"), at("out/a")).unwrap());
        fs::remove_file(at("part/a")).unwrap();
        fs::write(at("part/a"), "1").unwrap();
        fs::remove_file(at("part/b")).unwrap();
        fs::write(at("part/b"), "3").unwrap();
        take([1, 1]);
        assert!(!is_same_file(at("part/a"), at("out/a")).unwrap());
        assert_eq!(fs::read(at("out/b")).unwrap(), b"3");
    }
}
