//! Several files of `content/` replaced together.

use super::durable::{create_folder, sync_folder, write_durably};
use super::own_folder::{OwnFolder, name_in_the_making, refuse_links};
use super::read::content_path;
use super::swap::{exchange, move_to_nothing};
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

/// Writes `files`, by path below `root/content/`. Everything is written aside and on the device first, so that
/// what can fail has failed before the first one is in its place; each is whole at any moment. None is written where
/// one is no longer as it is in `before`, by the same paths; and one that is saved by somebody else at the very
/// moment keeps what he saved, where the system can exchange files.
///
/// # Errors
/// A path that is none or leads through a link, a file that was changed meanwhile, another run that writes here,
/// or a refusal of the system.
pub fn replace_files(
    root: &Path,
    before: &BTreeMap<String, Vec<u8>>,
    files: &BTreeMap<String, Vec<u8>>,
) -> Result<(), NotAllReplaced> {
    let nothing_written = |reason| NotAllReplaced {
        written: Vec::new(),
        reason,
    };
    let content = content_path(root, "");
    // To make what is already there is no change: a site may have no folder yet that could be locked.
    let own = create_folder(&content).map_err(Operation::CreateFolder.on(&content));
    let own = own.and_then(|()| OwnFolder::lock(&content));
    let own = own.and_then(|own| own.clear(&content).map(|()| own));
    let _own = own.map_err(nothing_written)?;
    let mut staged = Vec::new();
    let outcome = stage_all(root, before, files, &mut staged);
    let outcome = outcome.and_then(|()| staged.iter().try_for_each(Staged::refuse_changed));
    let outcome = outcome.map_err(nothing_written);
    let outcome = outcome.and_then(|()| move_all(&staged));
    for file in &staged {
        // Those that were moved are gone; of the others nothing is to stay.
        let _ = fs::remove_file(&file.aside);
    }
    outcome
}

/// A file that waits beside the place it goes to.
struct Staged<'f> {
    path: &'f str,
    aside: PathBuf,
    place: PathBuf,
    /// What stood there when it was read; `None` where nothing did.
    before: Option<&'f [u8]>,
}

fn stage_all<'f>(
    root: &Path,
    before: &'f BTreeMap<String, Vec<u8>>,
    files: &'f BTreeMap<String, Vec<u8>>,
    staged: &mut Vec<Staged<'f>>,
) -> Result<(), DiskError> {
    for (path, bytes) in files {
        super::path::inside(root, path)?;
        refuse_links(&content_path(root, ""), path)?;
        let place = content_path(root, path);
        let folder = place.parent().unwrap_or(root);
        create_folder(folder).map_err(Operation::CreateFolder.on(folder))?;
        let name = path.rsplit('/').next().unwrap_or(path);
        let aside = folder.join(name_in_the_making(name));
        staged.push(Staged {
            path,
            aside: aside.clone(),
            place,
            before: before.get(path).map(Vec::as_slice),
        });
        write_durably(&aside, bytes).map_err(Operation::Write.on(&aside))?;
    }
    Ok(())
}

impl Staged<'_> {
    /// Refuses a file that somebody has saved, made or deleted since it was read.
    fn refuse_changed(&self) -> Result<(), DiskError> {
        let now = match fs::read(&self.place) {
            Ok(bytes) => Some(bytes),
            Err(refusal) if refusal.kind() == io::ErrorKind::NotFound => None,
            // What stands there is no file; moving there tells what it is.
            Err(refusal) if refusal.kind() == io::ErrorKind::IsADirectory => None,
            Err(refusal) => return Err(Operation::Read.on(&self.place)(refusal)),
        };
        if now.as_deref() == self.before {
            return Ok(());
        }
        Err(self.changed())
    }

    fn changed(&self) -> DiskError {
        let path = self.place.clone();
        DiskError::Changed { path }
    }

    /// Puts it into its place: by an exchange, so that what stood there can be looked at once more and put
    /// back; what was not there may not have come meanwhile.
    fn put(&self) -> Result<(), DiskError> {
        let (aside, place) = (&self.aside, &self.place);
        let moved = match self.before {
            None => move_to_nothing(aside, place),
            Some(_) => exchange(aside, place),
        };
        match (moved, self.before) {
            (Err(refusal), _) if refusal.kind() == io::ErrorKind::Unsupported => {
                self.refuse_changed()?;
                fs::rename(aside, place).map_err(Operation::Write.on(place))
            }
            (Err(refusal), _) if refusal.kind() == io::ErrorKind::AlreadyExists => {
                self.refuse_folder()?;
                Err(self.changed())
            }
            (Err(refusal), _) if refusal.kind() == io::ErrorKind::NotFound => Err(self.changed()),
            (Err(refusal), _) => Err(Operation::Write.on(place)(refusal)),
            (Ok(()), None) => Ok(()),
            (Ok(()), Some(before)) => self.hold_to(before),
        }
    }

    /// After the exchange: what stood there is aside now. Where it was not `before`, both go back.
    fn hold_to(&self, before: &[u8]) -> Result<(), DiskError> {
        if fs::read(&self.aside).is_ok_and(|there| there == before) {
            return Ok(());
        }
        exchange(&self.aside, &self.place).map_err(Operation::Write.on(&self.place))?;
        Err(self.changed())
    }

    fn refuse_folder(&self) -> Result<(), DiskError> {
        match fs::symlink_metadata(&self.place) {
            Ok(found) if found.is_dir() => Err(Operation::Write.on(&self.place)(
                io::ErrorKind::IsADirectory.into(),
            )),
            _ => Ok(()),
        }
    }
}

fn move_all(staged: &[Staged<'_>]) -> Result<(), NotAllReplaced> {
    let mut written = Vec::new();
    for file in staged {
        let folder = file.place.parent().unwrap_or(&file.place);
        let outcome = file.put();
        let outcome =
            outcome.and_then(|()| sync_folder(folder).map_err(Operation::Sync.on(folder)));
        if let Err(reason) = outcome {
            return Err(NotAllReplaced { written, reason });
        }
        written.push(file.path.to_owned());
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

    #[cfg(unix)]
    #[test]
    fn nothing_is_written_through_a_linked_folder() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("content")).unwrap();
        fs::create_dir(root.path().join("lain")).unwrap();
        std::os::unix::fs::symlink("../lain", root.path().join("content/hasil")).unwrap();
        let new = files(&["hasil/a.yml"]);
        let error = replace_files(root.path(), &BTreeMap::new(), &new).unwrap_err();
        assert!(matches!(error.reason, DiskError::Symlink { .. }), "{error}");
        assert_eq!(fs::read_dir(root.path().join("lain")).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn two_imports_at_once_do_not_mix_and_what_a_killed_one_left_goes() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("content/hasil");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(".a.yml.pantau-1"), "setengah").unwrap();
        let new = files(&["hasil/a.yml"]);
        let replace = || replace_files(root.path(), &BTreeMap::new(), &new);
        let other = OwnFolder::lock(&root.path().join("content")).unwrap();
        let error = replace().unwrap_err();
        assert!(matches!(error.reason, DiskError::Busy { .. }), "{error}");
        drop(other);
        replace().unwrap();
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    }

    #[test]
    fn what_is_saved_at_the_very_moment_stays() {
        let root = tempfile::tempdir().unwrap();
        let (aside, place) = (root.path().join("aside"), root.path().join("place"));
        let staged = |before: Option<&'static [u8]>| Staged {
            path: "place",
            aside: aside.clone(),
            place: place.clone(),
            before,
        };
        for before in [None, Some(&b"lama"[..])] {
            fs::write(&aside, "baru").unwrap();
            fs::write(&place, "disimpan").unwrap();
            let error = staged(before).put().unwrap_err();
            assert!(matches!(error, DiskError::Changed { .. }), "{error}");
            assert_eq!(fs::read(&place).unwrap(), b"disimpan");
        }
        fs::remove_file(&place).unwrap();
        let error = staged(Some(b"lama")).put().unwrap_err();
        assert!(matches!(error, DiskError::Changed { .. }), "{error}");
        staged(None).put().unwrap();
        assert_eq!(fs::read(&place).unwrap(), b"baru");
    }
}
