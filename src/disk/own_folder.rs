//! The right to write into the folder of the sources: one run of pantau at a time, and none through a link.

use super::{DiskError, Operation};
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;
use walkdir::WalkDir;

/// How the name of a file in the making goes on after that of the file; a process id follows.
const STAGING: &str = ".pantau-";

/// An advisory lock on a folder itself, which leaves no file in a work tree of git. The operating system lifts
/// it when the process ends, however it ends.
#[derive(Debug)]
pub(super) struct OwnFolder {
    lock: Option<File>,
}

impl Drop for OwnFolder {
    /// Lifts the lock here and now: a program that another thread begins has the open file too until it is another
    /// program, and would keep it locked. What can't be lifted goes with the file.
    fn drop(&mut self) {
        let _ = self.lock.as_ref().map(File::unlock);
    }
}

impl OwnFolder {
    /// Locks `folder` until it is dropped. Where the system can't lock a folder (as Windows, or some file
    /// systems of other machines), nothing is locked: what is written is then guarded by each file's bytes alone.
    ///
    /// # Errors
    /// Another run that writes there, or a folder that can't be opened.
    pub fn lock(folder: &Path) -> Result<Self, DiskError> {
        if cfg!(not(unix)) {
            return Ok(Self { lock: None });
        }
        let file = File::open(folder).map_err(Operation::Lock.on(folder))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { lock: Some(file) }),
            Err(TryLockError::WouldBlock) => Err(DiskError::Busy {
                path: folder.into(),
            }),
            Err(TryLockError::Error(_)) => Ok(Self { lock: None }),
        }
    }

    /// Removes files in the making below `folder`. Only to be called under its lock: whoever wrote
    /// them is gone.
    pub fn clear(&self, folder: &Path) -> Result<(), DiskError> {
        for entry in WalkDir::new(folder) {
            // What can't be listed is told by whoever reads it.
            let Ok(entry) = entry else { continue };
            let name = entry.file_name().as_encoded_bytes();
            if entry.file_type().is_file() && is_in_the_making(name) {
                remove(entry.path())?;
            }
        }
        Ok(())
    }
}

fn remove(place: &Path) -> Result<(), DiskError> {
    match fs::remove_file(place) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done.map_err(Operation::Remove.on(place)),
    }
}

/// The name of a file in the making that becomes `name`.
pub(super) fn name_in_the_making(name: &str) -> String {
    format!(".{name}{STAGING}{}", std::process::id())
}

/// `.<name>.pantau-<number>`
fn is_in_the_making(name: &[u8]) -> bool {
    let Some((rest, digits)) = std::str::from_utf8(name)
        .ok()
        .and_then(|name| name.rsplit_once(STAGING))
    else {
        return false;
    };
    rest.len() > 1
        && rest.starts_with('.')
        && !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Refuses a place whose way below `root` leads through a symbolic link, or that is one: what is written there
/// would change a file that stands elsewhere. What is not there yet leads nowhere.
///
/// Somebody who may write into `root` could still put a link there in between; but whoever may do that may write
/// there what he likes in any case.
///
/// # Errors
/// [`DiskError::Symlink`], or a refusal of the system.
pub(super) fn refuse_links(root: &Path, path: &str) -> Result<(), DiskError> {
    let mut step = root.to_owned();
    for part in path.split('/') {
        step.push(part);
        match fs::symlink_metadata(&step) {
            Ok(found) if found.is_symlink() => return Err(DiskError::Symlink { path: step }),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            // Something on the way is a file: writing tells so.
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => return Ok(()),
            Err(error) => return Err(Operation::Read.on(&step)(error)),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::claim::names_in;
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_program_that_is_just_beginning_keeps_no_folder_locked() {
        let root = tempfile::tempdir().unwrap();
        let first = OwnFolder::lock(root.path()).unwrap();
        // As a child has it between its fork and its own program.
        let _of_child = first.lock.as_ref().unwrap().try_clone().unwrap();
        drop(first);
        OwnFolder::lock(root.path()).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_is_locked_once_and_only_what_is_in_the_making_is_cleared() {
        let root = tempfile::tempdir().unwrap();
        let own = OwnFolder::lock(root.path()).unwrap();
        let again = OwnFolder::lock(root.path());
        assert!(matches!(again, Err(DiskError::Busy { .. })));
        let names = [
            ".a.yml.pantau-12",
            "a.yml.pantau-12",
            ".pantau-12",
            ".a.yml.pantau-",
            ".a.yml.pantau-x",
            ".public.pantau-ingatan",
        ];
        for name in names {
            fs::write(root.path().join(name), "").unwrap();
        }
        own.clear(root.path()).unwrap();
        let left = names_in(root.path()).unwrap();
        assert_eq!(left.len(), names.len() - 1);
        assert!(!root.path().join(names[0]).exists());
        drop(own);
        OwnFolder::lock(root.path()).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn no_way_leads_through_a_link() {
        let root = tempfile::tempdir().unwrap();
        let at = |path: &str| root.path().join(path);
        fs::create_dir_all(at("content/hasil")).unwrap();
        fs::create_dir(at("lain")).unwrap();
        std::os::unix::fs::symlink("../lain", at("content/kontrak")).unwrap();
        std::os::unix::fs::symlink("tiada", at("content/a.yml")).unwrap();
        for (path, is_linked) in [
            ("content/hasil/a.yml", false),
            ("content/b/c/a.yml", false),
            ("content/kontrak/2026/a.yml", true),
            ("content/a.yml", true),
        ] {
            let refused = refuse_links(root.path(), path);
            assert_eq!(
                matches!(refused, Err(DiskError::Symlink { .. })),
                is_linked,
                "{path}"
            );
        }
    }
}
