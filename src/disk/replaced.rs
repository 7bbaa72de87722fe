//! Several files of `content/` replaced together.

use super::read::content_path;
use super::{DiskError, Operation};
use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Why not all files were replaced, and which were.
#[derive(Debug)]
pub struct NotAllReplaced {
    /// Paths below `content/` that hold their new bytes already.
    pub written: Vec<String>,
    pub reason: DiskError,
}

impl fmt::Display for NotAllReplaced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = self.written.join(", ");
        write!(f, "{}; written before: [{written}]", self.reason)
    }
}

/// Writes `files`, by path below `root/content/`. Everything is written aside first, so that what
/// can fail has failed before the first one is in its place; each is whole at any moment. None is
/// written where one is no longer as it is in `before`, by the same paths.
///
/// # Errors
/// A path that is none, a file that was changed meanwhile, or a refusal of the system.
pub fn replace_files(
    root: &Path,
    before: &BTreeMap<String, Vec<u8>>,
    files: &BTreeMap<String, Vec<u8>>,
) -> Result<(), NotAllReplaced> {
    let mut staged = Vec::new();
    let outcome = stage_all(root, files, &mut staged);
    let outcome = outcome.and_then(|()| {
        let mut places = staged.iter();
        places.try_for_each(|(_, place, path)| refuse_changed(place, before.get(*path)))
    });
    let outcome = outcome.map_err(|reason| NotAllReplaced {
        written: Vec::new(),
        reason,
    });
    let outcome = outcome.and_then(|()| move_all(&staged));
    for (aside, ..) in &staged {
        // Those that were moved are gone; of the others nothing is to stay.
        let _ = fs::remove_file(aside);
    }
    outcome
}

type Staged<'f> = (PathBuf, PathBuf, &'f str);

fn stage_all<'f>(
    root: &Path,
    files: &'f BTreeMap<String, Vec<u8>>,
    staged: &mut Vec<Staged<'f>>,
) -> Result<(), DiskError> {
    for (path, bytes) in files {
        super::path::inside(root, path)?;
        let place = content_path(root, path);
        let folder = place.parent().unwrap_or(root);
        fs::create_dir_all(folder).map_err(Operation::CreateFolder.on(folder))?;
        let name = path.rsplit('/').next().unwrap_or(path);
        let aside = folder.join(format!(".{name}.pantau-{}", std::process::id()));
        staged.push((aside.clone(), place, path));
        fs::write(&aside, bytes).map_err(Operation::Write.on(&aside))?;
    }
    Ok(())
}

/// Refuses a file that somebody has saved, made or deleted since it was read.
fn refuse_changed(place: &Path, before: Option<&Vec<u8>>) -> Result<(), DiskError> {
    let now = match fs::read(place) {
        Ok(bytes) => Some(bytes),
        Err(refusal) if refusal.kind() == io::ErrorKind::NotFound => None,
        // What stands there is no file; moving there tells what it is.
        Err(refusal) if refusal.kind() == io::ErrorKind::IsADirectory => None,
        Err(refusal) => return Err(Operation::Read.on(place)(refusal)),
    };
    if now.as_ref() == before {
        return Ok(());
    }
    let path = place.to_owned();
    Err(DiskError::Changed { path })
}

fn move_all(staged: &[Staged<'_>]) -> Result<(), NotAllReplaced> {
    let mut written = Vec::new();
    for (aside, place, path) in staged {
        if let Err(refusal) = fs::rename(aside, place) {
            let reason = Operation::Write.on(place)(refusal);
            return Err(NotAllReplaced { written, reason });
        }
        written.push((*path).to_owned());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(paths: &[&str]) -> BTreeMap<String, Vec<u8>> {
        let file = |path: &&str| ((*path).to_owned(), b"baru".to_vec());
        paths.iter().map(file).collect()
    }

    #[test]
    fn files_are_replaced_and_nothing_stays_beside_them() {
        let root = tempfile::tempdir().unwrap();
        replace_files(
            root.path(),
            &BTreeMap::new(),
            &files(&["hasil/a.yml", "hasil/b.yml"]),
        )
        .unwrap();
        let folder = root.path().join("content/hasil");
        assert_eq!(fs::read(folder.join("a.yml")).unwrap(), b"baru");
        assert_eq!(fs::read_dir(folder).unwrap().count(), 2);
    }

    #[test]
    fn what_was_written_before_a_failure_is_told() {
        let root = tempfile::tempdir().unwrap();
        // A folder stands where the second file should.
        fs::create_dir_all(root.path().join("content/hasil/b.yml/x")).unwrap();
        let error = replace_files(
            root.path(),
            &BTreeMap::new(),
            &files(&["hasil/a.yml", "hasil/b.yml"]),
        );
        assert_eq!(error.unwrap_err().written, ["hasil/a.yml"]);
        let names = fs::read_dir(root.path().join("content/hasil")).unwrap();
        assert_eq!(names.count(), 2);
        let outside = replace_files(root.path(), &BTreeMap::new(), &files(&["../x"])).unwrap_err();
        assert!(outside.written.is_empty());
    }

    #[test]
    fn a_file_saved_while_the_question_waits_is_not_overwritten() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("content/hasil");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("b.yml"), b"disimpan").unwrap();
        let new = files(&["hasil/a.yml", "hasil/b.yml"]);
        let read = BTreeMap::from([("hasil/b.yml".to_owned(), b"lama".to_vec())]);
        // Saved, made and deleted since.
        let deleted = BTreeMap::from([
            ("hasil/a.yml".to_owned(), b"lama".to_vec()),
            ("hasil/b.yml".to_owned(), b"disimpan".to_vec()),
        ]);
        for (before, changed) in [
            (read, "b.yml"),
            (BTreeMap::new(), "b.yml"),
            (deleted, "a.yml"),
        ] {
            let error = replace_files(root.path(), &before, &new).unwrap_err();
            assert!(error.written.is_empty());
            assert!(matches!(error.reason, DiskError::Changed { path } if path.ends_with(changed)));
        }
        assert_eq!(fs::read(folder.join("b.yml")).unwrap(), b"disimpan");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        let before = BTreeMap::from([("hasil/b.yml".to_owned(), b"disimpan".to_vec())]);
        replace_files(root.path(), &before, &new).unwrap();
        assert_eq!(fs::read(folder.join("b.yml")).unwrap(), b"baru");
    }
}
