//! A published tree as it lies on the disk, for who wants to look whether it is as it should be.

use super::claim::MARK;
use super::{DiskError, Operation};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// At the top of a tree, these are nobody's pages: what says who wrote it, and git's own folder.
const NOT_PUBLISHED: [&str; 2] = [MARK, ".git"];

/// The files of a folder. Nothing is read through a symbolic link.
#[derive(Debug)]
pub struct PublishedTree {
    root: PathBuf,
    /// Regular files.
    files: BTreeSet<String>,
    /// Links, sockets and whatever else is no file.
    other: BTreeSet<String>,
}

impl PublishedTree {
    /// Lists the folder `root`.
    ///
    /// # Errors
    /// No such folder, a name that is not UTF-8, or a refusal of the system.
    pub fn open(root: &Path) -> Result<Self, DiskError> {
        if !root.is_dir() {
            return Err(DiskError::NoFolder { path: root.into() });
        }
        let mut tree = Self {
            root: root.into(),
            files: BTreeSet::new(),
            other: BTreeSet::new(),
        };
        let entries = WalkDir::new(root).min_depth(1).into_iter();
        for entry in entries.filter_entry(|entry| !is_none_of_it(entry)) {
            tree.add(entry.map_err(|error| Operation::List.on(root)(error.into()))?)?;
        }
        Ok(tree)
    }

    fn add(&mut self, entry: DirEntry) -> Result<(), DiskError> {
        let kind = entry.file_type();
        if kind.is_dir() {
            return Ok(());
        }
        let below = entry.path().strip_prefix(&self.root);
        let parts = below.unwrap_or(entry.path()).iter();
        let parts: Option<Vec<&str>> = parts.map(|part| part.to_str()).collect();
        let Some(parts) = parts else {
            let path = entry.into_path();
            return Err(DiskError::NameNotUtf8 { path });
        };
        let path = parts.join("/");
        if kind.is_file() {
            self.files.insert(path);
        } else {
            self.other.insert(path);
        }
        Ok(())
    }

    /// Everything in it by its path, with `/` between the parts.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.iter().chain(&self.other).map(String::as_str)
    }

    /// Whether there is a file at `path`.
    pub fn has_file(&self, path: &str) -> bool {
        self.files.contains(path)
    }

    /// The bytes of the file at `path`, of a huge one `most` and one more; `None` where there is
    /// no file.
    ///
    /// # Errors
    /// A file that can't be read.
    pub fn read(&self, path: &str, most: u64) -> Result<Option<Vec<u8>>, DiskError> {
        if !self.files.contains(path) {
            return Ok(None);
        }
        let place = self.root.join(path);
        let mut bytes = Vec::new();
        let read = File::open(&place).and_then(|f| f.take(most + 1).read_to_end(&mut bytes));
        read.map_err(Operation::Read.on(&place))?;
        Ok(Some(bytes))
    }
}

fn is_none_of_it(entry: &DirEntry) -> bool {
    let name = entry.file_name();
    entry.depth() == 1 && NOT_PUBLISHED.iter().any(|other| name == *other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn every_file_but_the_mark_is_listed_and_links_are_not_followed() {
        let root = tempfile::tempdir().unwrap();
        let secret = tempfile::tempdir().unwrap();
        fs::write(secret.path().join("rahasia"), "x").unwrap();
        for (path, text) in [
            ("a/b.html", "12345"),
            (".htaccess", ""),
            (MARK, ""),
            (".git/x", ""),
        ] {
            let place = root.path().join(path);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            fs::write(place, text).unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(secret.path(), root.path().join("tautan")).unwrap();
        let tree = PublishedTree::open(root.path()).unwrap();
        let paths: Vec<&str> = tree.paths().filter(|path| *path != "tautan").collect();
        assert_eq!(paths, [".htaccess", "a/b.html"]);
        assert_eq!(tree.read("a/b.html", 9).unwrap().unwrap(), b"12345");
        assert_eq!(tree.read("a/b.html", 3).unwrap().unwrap(), b"1234");
        for path in ["tautan", "tautan/rahasia", "a", "../x", "a/../a/b.html"] {
            assert_eq!(tree.read(path, 9).unwrap(), None, "{path}");
        }
        assert!(PublishedTree::open(&root.path().join("tiada")).is_err());
    }
}
