//! Puts one folder in the place of another.

use std::fs;
use std::io;
use std::path::Path;

/// After this `out` is what `new` was, and `new` is what `out` was, or `aside` is. Readers see
/// the one or the other; where the file system can't exchange, for a moment neither.
pub(super) fn swap(new: &Path, out: &Path, aside: &Path) -> io::Result<()> {
    match exchange(new, out) {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => rename_twice(new, out, aside),
        done => done,
    }
}

/// Gives what stands at `new` the name `place`, at which nothing may stand: then `AlreadyExists`. `Unsupported`
/// where neither the kernel nor the file system can do that in one step.
#[cfg(target_os = "linux")]
pub(super) fn move_to_nothing(new: &Path, place: &Path) -> io::Result<()> {
    use rustix::fs::RenameFlags;
    rename_with(new, place, RenameFlags::NOREPLACE)
}

#[cfg(not(target_os = "linux"))]
pub(super) fn move_to_nothing(new: &Path, place: &Path) -> io::Result<()> {
    match fs::hard_link(new, place) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        Err(_) => Err(io::ErrorKind::Unsupported.into()),
        Ok(()) => fs::remove_file(new),
    }
}

/// One system call. `Unsupported` where the kernel or the file system doesn't have it.
#[cfg(target_os = "linux")]
pub(super) fn exchange(new: &Path, out: &Path) -> io::Result<()> {
    use rustix::fs::RenameFlags;
    rename_with(new, out, RenameFlags::EXCHANGE)
}

#[cfg(target_os = "linux")]
fn rename_with(from: &Path, to: &Path, flags: rustix::fs::RenameFlags) -> io::Result<()> {
    use rustix::fs::{CWD, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, from, CWD, to, flags) {
        Err(Errno::NOSYS | Errno::INVAL | Errno::NOTSUP) => Err(io::ErrorKind::Unsupported.into()),
        done => done.map_err(io::Error::from),
    }
}

#[cfg(not(target_os = "linux"))]
pub(super) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

fn rename_twice(new: &Path, out: &Path, aside: &Path) -> io::Result<()> {
    fs::rename(out, aside)?;
    fs::rename(new, out).inspect_err(|_| {
        // Puts the old tree back; if even that fails, the next run does it.
        let _ = fs::rename(aside, out);
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;
    use tempfile::TempDir;

    struct Folders {
        _root: TempDir,
        new: PathBuf,
        out: PathBuf,
        aside: PathBuf,
    }

    fn folders() -> Folders {
        let root = tempfile::tempdir().unwrap();
        let [new, out, aside] = ["new", "out", "aside"].map(|name| root.path().join(name));
        for folder in [&new, &out] {
            fs::create_dir(folder).unwrap();
            fs::write(
                folder.join("name"),
                folder.file_name().unwrap().as_encoded_bytes(),
            )
            .unwrap();
        }
        Folders {
            _root: root,
            new,
            out,
            aside,
        }
    }

    fn name_in(folder: &Path) -> String {
        fs::read_to_string(folder.join("name")).unwrap()
    }

    #[test]
    fn two_folders_change_places() {
        let f = folders();
        swap(&f.new, &f.out, &f.aside).unwrap();
        assert_eq!(name_in(&f.out), "new");
        assert!(f.new.exists() || f.aside.exists());
    }

    #[test]
    fn two_renames_do_where_an_exchange_is_unknown() {
        let f = folders();
        rename_twice(&f.new, &f.out, &f.aside).unwrap();
        assert_eq!(name_in(&f.out), "new");
        assert_eq!(name_in(&f.aside), "out");
        assert!(!f.new.exists());
    }

    #[test]
    fn a_swap_that_fails_half_way_is_undone() {
        let f = folders();
        let missing = f.new.with_file_name("missing");
        assert!(rename_twice(&missing, &f.out, &f.aside).is_err());
        assert_eq!(name_in(&f.out), "out");
        assert!(!f.aside.exists());
    }
}
