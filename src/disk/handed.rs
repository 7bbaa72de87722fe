//! Files that somebody hands over, from wherever they are.

use super::{DiskError, Operation};
use std::fs;
use std::path::{Path, PathBuf};

/// The files that `places` name: a file itself; of a folder those with one of these extensions, in
/// the order of their names, without the ones that programs keep beside an open file.
///
/// # Errors
/// A refusal of the system.
pub fn handed_files(places: &[PathBuf], extensions: &[&str]) -> Result<Vec<PathBuf>, DiskError> {
    let mut files = Vec::new();
    for place in places {
        if !place.is_dir() {
            files.push(place.clone());
            continue;
        }
        let mut found = Vec::new();
        for entry in fs::read_dir(place).map_err(Operation::List.on(place))? {
            let path = entry.map_err(Operation::List.on(place))?.path();
            if is_wanted(&path, extensions) {
                found.push(path);
            }
        }
        found.sort();
        files.append(&mut found);
    }
    Ok(files)
}

fn is_wanted(path: &Path, extensions: &[&str]) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    let is_kept_beside = name.starts_with(['~', '.']);
    !is_kept_beside && extensions.contains(&extension.to_lowercase().as_str()) && path.is_file()
}
