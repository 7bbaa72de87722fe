//! Single files, each replaced as a whole.

use super::durable::{create_folder, sync_folder, write_durably};
use super::own_folder::name_in_the_making;
use super::path::inside;
use super::{DiskError, Operation};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// What became of a file that was to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It is new or has new bytes.
    Anew,
    /// It was there with the same bytes.
    Kept,
}

/// Puts the file `name` into `folder`, which is made where there is none. Who reads it meanwhile
/// sees the old bytes or the new ones. It is for what can be made again: see [`write_lasting`].
///
/// # Errors
/// A name that is a path, or a refusal of the system; then the old file is still there.
pub fn write_file(folder: &Path, name: &str, bytes: &[u8]) -> Result<Written, DiskError> {
    let Some(place) = place_of_other(folder, name, bytes)? else {
        return Ok(Written::Kept);
    };
    fs::create_dir_all(folder).map_err(Operation::CreateFolder.on(folder))?;
    let staging = folder.join(name_in_the_making(name));
    let written = fs::write(&staging, bytes).and_then(|()| fs::rename(&staging, &place));
    told(written, &staging, &place)
}

/// As [`write_file`], for what people will rely on: when this returns, a power cut takes nothing of it.
///
/// # Errors
/// As there.
pub(super) fn write_lasting(folder: &Path, name: &str, bytes: &[u8]) -> Result<Written, DiskError> {
    let Some(place) = place_of_other(folder, name, bytes)? else {
        return Ok(Written::Kept);
    };
    create_folder(folder).map_err(Operation::CreateFolder.on(folder))?;
    let staging = folder.join(name_in_the_making(name));
    let written = write_durably(&staging, bytes)
        .and_then(|()| fs::rename(&staging, &place))
        .and_then(|()| sync_folder(folder));
    told(written, &staging, &place)
}

/// Where the file goes; `None` where it stands there with these bytes.
fn place_of_other(folder: &Path, name: &str, bytes: &[u8]) -> Result<Option<PathBuf>, DiskError> {
    if name.contains('/') {
        return Err(DiskError::OutsideTree { path: name.into() });
    }
    let place = inside(folder, name)?;
    let is_there = bytes_at(&place).is_some_and(|there| there == bytes);
    Ok((!is_there).then_some(place))
}

fn told(written: io::Result<()>, staging: &Path, place: &Path) -> Result<Written, DiskError> {
    if written.is_err() {
        // It may not even be there; what is told is why the file could not be written.
        let _ = fs::remove_file(staging);
    }
    written.map_err(Operation::Write.on(place))?;
    Ok(Written::Anew)
}

/// The file at `place`, for a caller that can do without it: `None` whatever keeps it from being
/// read. What is no file is not opened, for a pipe would have us wait until somebody writes into it.
pub fn bytes_at(place: &Path) -> Option<Vec<u8>> {
    let is_file = fs::metadata(place).is_ok_and(|found| found.is_file());
    is_file.then(|| fs::read(place).ok()).flatten()
}

/// The file at `place`, wherever that is: one that was named on the command line. Of a file larger
/// than `most` bytes, one byte more than that.
///
/// # Errors
/// A file that can't be read.
pub fn named_file(place: &Path, most: u64) -> Result<Vec<u8>, DiskError> {
    let mut bytes = Vec::new();
    let opened = fs::File::open(place);
    let read = opened.and_then(|file| file.take(most + 1).read_to_end(&mut bytes));
    read.map_err(Operation::Read.on(place))?;
    Ok(bytes)
}

/// Whether anything is at `place`, be it a link that leads nowhere.
pub fn is_there(place: &Path) -> bool {
    place.symlink_metadata().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_and_its_neighbours_stay() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("a/b");
        let write = |bytes: &[u8]| write_file(&folder, "x.json", bytes).unwrap();
        assert_eq!(write(b"1"), Written::Anew);
        fs::write(folder.join("y.json"), "y").unwrap();
        assert_eq!(write(b"1"), Written::Kept);
        assert_eq!(write(b"2"), Written::Anew);
        assert_eq!(fs::read(folder.join("x.json")).unwrap(), b"2");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
    }

    #[test]
    fn what_can_not_be_written_is_told_and_leaves_nothing_behind() {
        let root = tempfile::tempdir().unwrap();
        for name in ["../x", "a/x", "", ".."] {
            let error = write_file(root.path(), name, b"").unwrap_err();
            assert!(matches!(error, DiskError::OutsideTree { .. }), "{name}");
        }
        fs::create_dir(root.path().join("x")).unwrap();
        let error = write_file(root.path(), "x", b"").unwrap_err();
        assert!(matches!(error, DiskError::Io { path, .. } if path.ends_with("x")));
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
    }
}
