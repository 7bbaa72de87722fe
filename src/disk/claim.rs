//! The right to replace a folder: it is pantau's own or nobody's, and no other run is at work.

use super::{DiskError, Operation};
use same_file::Handle;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// The file at the top of every published tree that says who wrote it.
pub const MARK: &str = ".pantau";

/// What [`MARK`] says of a tree that is only a part of a site.
pub(super) const PART: &str = "part";

/// What else at the top of a marked tree must not be lost: a working copy of git.
const KEPT_BY_OTHERS: &str = ".git";

/// How the names of trees in the making go on after the prefix; a process id follows.
const STAGING: &str = "baru-";

/// Where the output goes, locked for this run.
#[derive(Debug)]
pub struct Claim {
    /// The folder to publish to, links resolved.
    pub(super) out: PathBuf,
    pub(super) neighbours: Neighbours,
    _lock: Lock,
}

impl Claim {
    /// Locks `out` until it is dropped, and clears away what a killed run has left.
    ///
    /// # Errors
    /// Another run that is writing there, or a refusal of the system.
    pub fn of(out: &Path) -> Result<Self, DiskError> {
        let out = resolved(out)?;
        let neighbours = Neighbours::of(&out)?;
        let folder = &neighbours.folder;
        fs::create_dir_all(folder).map_err(Operation::CreateFolder.on(folder))?;
        if !is_same_device(folder, &out) {
            return Err(DiskError::Mounted { path: out });
        }
        let lock = Lock::take(neighbours.lock(), &out)?;
        neighbours.clear_leftovers(&out)?;
        Ok(Self {
            out,
            neighbours,
            _lock: lock,
        })
    }

    /// The tree of an earlier run, if there is one.
    ///
    /// # Errors
    /// Something that pantau has not written.
    pub(super) fn old_tree(&self) -> Result<Option<PathBuf>, DiskError> {
        let mut marked = false;
        let mut other = None;
        for name in names_in(&self.out)? {
            if name == KEPT_BY_OTHERS {
                return Err(self.foreign(&name));
            }
            marked |= name == MARK;
            other = other.or(Some(name));
        }
        match other {
            Some(name) if !marked => Err(self.foreign(&name)),
            _ => Ok(marked.then(|| self.out.clone())),
        }
    }

    /// As [`Self::old_tree`], for a part of a site, which never takes a whole one's place.
    ///
    /// # Errors
    /// As there, and [`DiskError::Whole`].
    pub(super) fn old_part(&self) -> Result<Option<PathBuf>, DiskError> {
        let old = self.old_tree()?;
        match &old {
            Some(tree) if !is_part(tree)? => Err(DiskError::Whole {
                path: self.out.clone(),
            }),
            _ => Ok(old),
        }
    }

    fn foreign(&self, name: &OsStr) -> DiskError {
        DiskError::Foreign {
            path: self.out.clone(),
            found: name.into(),
        }
    }
}

/// Removes the lock that a killed run has left beside `out`. Whoever holds it keeps it.
pub(super) fn clear_left_lock(out: &Path) {
    let neighbours = resolved(out).and_then(|out| Neighbours::of(&out));
    if neighbours.is_ok_and(|neighbours| neighbours.lock().exists()) {
        // It goes when the claim is dropped. One that can't be made removes nothing.
        drop(Claim::of(out));
    }
}

/// Whether the marked `tree` is only a part of a site: the second line of its mark says so.
fn is_part(tree: &Path) -> Result<bool, DiskError> {
    let mark = tree.join(MARK);
    let text = fs::read(&mark).map_err(Operation::Read.on(&mark))?;
    let mut lines = text.split(|byte| *byte == b'\n');
    Ok(lines.nth(1).is_some_and(|line| line == PART.as_bytes()))
}

/// An absolute path with links resolved, so that a link to the published folder stays a link: also where that
/// folder is not there, as after a run that was killed between two renames.
pub(super) fn resolved(out: &Path) -> Result<PathBuf, DiskError> {
    match fs::canonicalize(out) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => match fs::read_link(out) {
            // A circle of links is another error, so that this ends.
            Ok(target) => resolved(&out.parent().unwrap_or(Path::new("")).join(target)),
            Err(_) => std::path::absolute(out).map_err(Operation::Read.on(out)),
        },
        found => found.map_err(Operation::Read.on(out)),
    }
}

/// Whether `out` lies on the file system of the folder that holds it; so does what is not there yet.
#[cfg(unix)]
fn is_same_device(folder: &Path, out: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |place: &Path| fs::metadata(place).ok().map(|found| found.dev());
    device(out).is_none_or(|of_out| Some(of_out) == device(folder))
}

/// The exchange itself tells.
#[cfg(not(unix))]
fn is_same_device(_: &Path, _: &Path) -> bool {
    true
}

/// In the order of their bytes; nothing when there is no such folder.
pub(super) fn names_in(folder: &Path) -> Result<Vec<OsString>, DiskError> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(Operation::List.on(folder))?,
    };
    let names: io::Result<Vec<_>> = entries.map(|entry| Ok(entry?.file_name())).collect();
    let mut names = names.map_err(Operation::List.on(folder))?;
    names.sort();
    Ok(names)
}

/// What stands beside the output while it is made: in the same folder, so that a rename is enough.
#[derive(Debug)]
pub(super) struct Neighbours {
    folder: PathBuf,
    /// `.<name>.pantau-`
    prefix: OsString,
}

impl Neighbours {
    /// `out` is absolute, its links are resolved.
    pub(super) fn of(out: &Path) -> Result<Self, DiskError> {
        let (Some(folder), Some(name)) = (out.parent(), out.file_name()) else {
            let path = out.display().to_string();
            return Err(DiskError::OutsideTree { path });
        };
        let mut prefix = OsString::from(".");
        prefix.push(name);
        prefix.push(".pantau-");
        Ok(Self {
            folder: folder.into(),
            prefix,
        })
    }

    /// The tree that is being written.
    pub(super) fn staging(&self) -> PathBuf {
        self.named(&format!("{STAGING}{}", std::process::id()))
    }

    /// Where the old tree waits while the new one takes its place.
    pub(super) fn aside(&self) -> PathBuf {
        self.named("lama")
    }

    /// The tree before the published one, which the next one begins with.
    pub(super) fn spare(&self) -> PathBuf {
        self.named("cadangan")
    }

    /// What the tree was made from.
    pub(super) fn memory(&self) -> PathBuf {
        self.named("ingatan")
    }

    /// The same while it is written. Its name is that of a tree in the making, so that it goes the same way.
    pub(super) fn memory_aside(&self) -> PathBuf {
        self.named(&format!("{STAGING}{}-ingatan", std::process::id()))
    }

    /// What was read of the sources.
    pub(super) fn pieces(&self) -> PathBuf {
        self.named("bacaan")
    }

    /// The same while it is written, as [`Self::memory_aside`].
    pub(super) fn pieces_aside(&self) -> PathBuf {
        self.named(&format!("{STAGING}{}-bacaan", std::process::id()))
    }

    /// The folder that holds them and the output.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    fn lock(&self) -> PathBuf {
        self.named("kunci")
    }

    fn named(&self, rest: &str) -> PathBuf {
        let mut name = self.prefix.clone();
        name.push(rest);
        self.folder.join(name)
    }

    /// Only to be called under the lock: then whoever wrote these is gone. A run that was killed
    /// between its two renames has left `out` empty and the old tree aside.
    fn clear_leftovers(&self, out: &Path) -> Result<(), DiskError> {
        let aside = self.aside();
        if aside.exists() && !out.exists() {
            fs::rename(&aside, out).map_err(Operation::Replace.on(out))?;
        }
        let mut staging = self.prefix.clone();
        staging.push(STAGING);
        for name in names_in(&self.folder)? {
            let place = self.folder.join(&name);
            let is_staging = name
                .as_encoded_bytes()
                .starts_with(staging.as_encoded_bytes());
            if is_staging || place == aside {
                remove(&place).map_err(Operation::Remove.on(&place))?;
            }
        }
        Ok(())
    }
}

/// A folder with all that it holds, or a file.
pub(super) fn remove(place: &Path) -> io::Result<()> {
    if fs::symlink_metadata(place)?.is_dir() {
        fs::remove_dir_all(place)
    } else {
        fs::remove_file(place)
    }
}

/// An advisory lock, which the operating system lifts when the process ends, however it ends.
#[derive(Debug)]
struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    fn take(path: PathBuf, out: &Path) -> Result<Self, DiskError> {
        loop {
            // Not truncated: should a link stand there, what it leads to keeps its bytes.
            let file = File::options()
                .write(true)
                .create(true)
                .truncate(false)
                .open(&path);
            let file = file.map_err(Operation::Lock.on(&path))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(DiskError::Busy { path: out.into() }),
                Err(TryLockError::Error(error)) => return Err(Operation::Lock.on(&path)(error)),
            }
            // A run that has just finished may have removed the file between our opening it and
            // locking it; then the next run would lock another one.
            let ours = file.try_clone().and_then(Handle::from_file);
            let ours = ours.map_err(Operation::Lock.on(&path))?;
            if Handle::from_path(&path).is_ok_and(|there| there == ours) {
                return Ok(Self { path, _file: file });
            }
        }
    }
}

impl Drop for Lock {
    /// Removes the file while it is still locked. One that stays behind locks nothing.
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}
