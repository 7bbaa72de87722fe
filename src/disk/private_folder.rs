//! A folder for what another program must be given as a file.

use super::{DiskError, Operation, write_file};
use std::env;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder outside the site that nobody else may enter; it goes when this is dropped.
#[derive(Debug)]
pub struct PrivateFolder(TempDir);

impl PrivateFolder {
    /// Makes one where the system keeps what is temporary.
    ///
    /// # Errors
    /// A refusal of the system.
    pub fn new() -> Result<Self, DiskError> {
        let mut folder = tempfile::Builder::new();
        folder.prefix("pantau-");
        #[cfg(unix)]
        folder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let made = folder.tempdir();
        made.map(Self)
            .map_err(Operation::CreateFolder.on(&env::temp_dir()))
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Puts the file `name` into it, and says where it stands.
    ///
    /// # Errors
    /// As [`write_file`].
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, DiskError> {
        write_file(self.path(), name, bytes)?;
        Ok(self.path().join(name))
    }
}

#[cfg(test)]
mod tests {
    use super::PrivateFolder;

    #[test]
    fn it_holds_files_and_goes_with_them() {
        let folder = PrivateFolder::new().unwrap();
        let file = folder.write("a", b"1").unwrap();
        assert_eq!(std::fs::read(&file).unwrap(), b"1");
        let place = folder.path().to_owned();
        drop(folder);
        assert!(!place.exists());
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_enter_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = PrivateFolder::new().unwrap();
        let mode = folder.path().metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }
}
