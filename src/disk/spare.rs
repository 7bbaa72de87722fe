//! The tree before the published one, kept to become the next one.
//!
//! Most files of two builds are the same, and so hard links to one file. Linking them all anew and removing as many old
//! names is most of what a build has to do at the disk when little has changed; where two trees take turns, only what
//! differs between them is touched.

use super::{DiskError, Operation};
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs::{self, DirEntry, FileType};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What a new tree begins with.
#[derive(Debug, Default)]
pub(super) struct Spare {
    /// The files that are neither kept nor replaced yet, by path, with their inodes.
    files: Mutex<HashMap<String, u64>>,
}

/// What lies in a spare tree, by path below it.
#[derive(Default)]
struct Contents {
    /// Each with its inode.
    files: Vec<(String, u64)>,
    /// Its own as the empty one; what it holds comes before a folder.
    folders: Vec<String>,
}

impl Spare {
    /// Takes from the tree at `place` all that is not `wanted`, and gives what is left with its folders. `None` where it is
    /// not as pantau left it: then it is no beginning.
    pub fn begin(
        place: &Path,
        wanted: &HashSet<&str>,
    ) -> Result<Option<(Self, Vec<PathBuf>)>, DiskError> {
        let Some(there) = contents(place, "") else {
            return Ok(None);
        };
        let folders_wanted = folders_of(wanted);
        let is_wanted = |(path, _): &(String, u64)| wanted.contains(&**path);
        let (files, other): (Vec<_>, Vec<_>) = there.files.into_iter().partition(is_wanted);
        for (path, _) in other {
            remove(&place.join(path), fs::remove_file)?;
        }
        let (kept, other): (Vec<_>, Vec<_>) = there
            .folders
            .into_iter()
            .partition(|path| folders_wanted.contains(&**path));
        for path in other {
            remove(&place.join(path), fs::remove_dir)?;
        }
        let folders = kept.into_iter().map(|path| match path.as_str() {
            "" => place.to_owned(),
            path => place.join(path),
        });
        let spare = Self {
            files: Mutex::new(files.into_iter().collect()),
        };
        Ok(Some((spare, folders.collect())))
    }

    /// Whether the file at `path` is the very one with this inode, which then stays.
    pub fn keeps(&self, path: &str, inode: u64) -> bool {
        let mut files = self.files();
        let is_it = inode != 0 && files.get(path) == Some(&inode);
        if is_it {
            files.remove(path);
        }
        is_it
    }

    /// Makes room for a file at `place`, called `path` in the tree. It is never written into: the published tree may have it too.
    pub fn make_room(&self, path: &str, place: &Path) -> Result<(), DiskError> {
        match self.files().remove(path) {
            Some(_) => remove(place, fs::remove_file),
            None => Ok(()),
        }
    }

    /// Takes away what nobody has put into the new tree after all.
    pub fn clear(&self, place: &Path) -> Result<(), DiskError> {
        let left: Vec<String> = self.files().drain().map(|(path, _)| path).collect();
        left.iter()
            .try_for_each(|path| remove(&place.join(path), fs::remove_file))
    }

    fn files(&self) -> MutexGuard<'_, HashMap<String, u64>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn remove(place: &Path, how: fn(PathBuf) -> io::Result<()>) -> Result<(), DiskError> {
    how(place.to_owned()).map_err(Operation::Remove.on(place))
}

/// Every folder that one of the files lies in, the tree's own included.
fn folders_of<'p>(files: &HashSet<&'p str>) -> BTreeSet<&'p str> {
    let mut folders = BTreeSet::from([""]);
    for file in files {
        let mut path = *file;
        while let Some((folder, _)) = path.rsplit_once('/') {
            if !folders.insert(folder) {
                break;
            }
            path = folder;
        }
    }
    folders
}

/// What lies in the folder at `place`, whose path in the tree is `path`. `None` where there is anything but files and folders:
/// what is written into a linked folder lands elsewhere.
fn contents(place: &Path, path: &str) -> Option<Contents> {
    let mut there = Contents::default();
    let mut below = Vec::new();
    for entry in fs::read_dir(place).ok()? {
        let entry = entry.ok()?;
        let name = entry.file_name().into_string().ok()?;
        let path = match path {
            "" => name,
            path => format!("{path}/{name}"),
        };
        match entry.file_type().ok()? {
            kind if FileType::is_dir(&kind) => below.push((entry.path(), path)),
            kind if FileType::is_file(&kind) => there.files.push((path, inode(&entry))),
            _ => return None,
        }
    }
    let below = below.into_par_iter();
    let below: Option<Vec<Contents>> = below.map(|(place, path)| contents(&place, &path)).collect();
    for Contents { files, folders } in below? {
        there.files.extend(files);
        there.folders.extend(folders);
    }
    there.folders.push(path.to_owned());
    Some(there)
}

#[cfg(unix)]
fn inode(entry: &DirEntry) -> u64 {
    std::os::unix::fs::DirEntryExt::ino(entry)
}

/// Not known: then no file is kept, and each is linked anew.
#[cfg(not(unix))]
fn inode(_: &DirEntry) -> u64 {
    0
}
