//! A tree of new files in a folder that holds nothing yet.

use super::claim::{Claim, clear_left_lock, names_in};
use super::durable::{sync_folder, sync_tree};
use super::file::{Written, bytes_at, write_file, write_lasting};
use super::own_folder::{OwnFolder, refuse_links};
use super::path::inside;
use super::{DiskError, Operation};
use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};

/// What a folder may hold that still counts as empty, as git hosts make it: by the first part of
/// its name, whatever the case.
const KEPT: [&str; 3] = ["readme", "license", "licence"];

/// Puts `files`, by path with `/` between its parts, into `folder`, which is made where there is
/// none. All of them or none: after a failure the folder is as it was. A `README` or `LICENSE` that
/// is there stays as it is; how many files were written is returned.
///
/// # Errors
/// [`DiskError::NotEmpty`] where the folder holds anything besides those two and `.git`; a path
/// that is none; a refusal of the system.
pub fn create_tree(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<usize, DiskError> {
    refuse_unless_empty(folder)?;
    let there = names_in_empty(folder)?;
    let is_there = |path: &str| {
        there
            .iter()
            .any(|name| name.eq_ignore_ascii_case(top(path)))
    };
    let new: Vec<_> = files.iter().filter(|(path, _)| !is_there(path)).collect();
    stage_and_move(folder, |staging| write_all(staging, &new, write_file))?;
    Ok(new.len())
}

/// Puts whatever `fill` makes in the folder it is given into `folder`, which must hold nothing, and
/// is made where there is none. All of it or nothing, as [`create_tree`] does.
///
/// # Errors
/// [`DiskError::NotEmpty`], whatever `fill` fails with, or a refusal of the system.
pub fn create_filled<E: From<DiskError>>(
    folder: &Path,
    fill: impl FnOnce(&Path) -> Result<(), E>,
) -> Result<(), E> {
    refuse_unless_empty(folder)?;
    match names_in(folder)?.first() {
        Some(found) => Err(E::from(DiskError::NotEmpty {
            path: folder.to_owned(),
            found: found.into(),
        })),
        None => stage_and_move(folder, fill),
    }
}

/// Takes the files of `removed` out of the tree at `root` and writes `files` into it, both by path
/// with `/` between its parts.
///
/// # Errors
/// A path that is none; a file that is not there; a refusal of the system.
pub fn change_tree(
    root: &Path,
    removed: impl IntoIterator<Item = String>,
    files: &BTreeMap<String, Vec<u8>>,
) -> Result<(), DiskError> {
    for path in removed {
        let place = inside(root, &path)?;
        fs::remove_file(&place).map_err(Operation::Remove.on(&place))?;
    }
    let files: Vec<_> = files.iter().collect();
    write_all(root, &files, write_file)
}

/// Puts `files` into the tree at `root`, by path with `/` between its parts, in the place of what is there.
///
/// # Errors
/// A path that is none or leads through a link; a refusal of the system.
pub fn replace_in_tree(root: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), DiskError> {
    for path in files.keys() {
        inside(root, path)?;
        refuse_links(root, path)?;
    }
    let files: Vec<_> = files.iter().collect();
    write_all(root, &files, write_lasting)
}

/// Puts `files` into the tree at `root`, by path with `/` between its parts, unless one of them is
/// there with other bytes: then none is written.
///
/// # Errors
/// [`DiskError::Occupied`]; a path that is none or leads through a link; a refusal of the system.
pub fn add_to_tree(root: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), DiskError> {
    for (path, bytes) in files {
        let place = inside(root, path)?;
        let is_other = bytes_at(&place).map_or_else(|| place.exists(), |there| there != *bytes);
        if is_other {
            return Err(DiskError::Occupied { path: place });
        }
    }
    replace_in_tree(root, files)
}

/// Tells early what [`create_tree`] would refuse, and brings to an end what a killed run has begun there.
///
/// # Errors
/// As there.
pub fn refuse_unless_empty(folder: &Path) -> Result<(), DiskError> {
    if folder.is_dir() {
        let own = OwnFolder::lock(folder)?;
        bring_to_an_end(&own, folder)?;
    }
    let there = names_in_empty(folder).map(drop);
    if there.is_err() {
        // What is there may have been finished by a run that was killed at its very end.
        clear_left_lock(folder);
    }
    there
}

/// What a folder holds that counts as empty; nothing where there is no such folder.
fn names_in_empty(folder: &Path) -> Result<Vec<OsString>, DiskError> {
    let there = names_in(folder)?;
    match there.iter().find(|name| !counts_as_empty(name)) {
        Some(found) => Err(DiskError::NotEmpty {
            path: folder.to_owned(),
            found: found.into(),
        }),
        None => Ok(there),
    }
}

fn counts_as_empty(name: &OsStr) -> bool {
    let name = name.to_string_lossy().to_lowercase();
    name == ".git" || KEPT.contains(&name.split('.').next().unwrap_or_default())
}

/// The first part of a path.
fn top(path: &str) -> &str {
    path.split('/').next().unwrap_or(path)
}

/// The folders on the way to `folder` that are not there, the deepest first.
fn missing(folder: &Path) -> Vec<PathBuf> {
    let ways = folder.ancestors().filter(|way| !way.as_os_str().is_empty());
    ways.take_while(|way| !way.exists())
        .map(Path::to_owned)
        .collect()
}

/// What is being written into a folder that is there already; a process id follows.
const BEGUN: &str = ".pantau-baru-";

/// The same when it is all written: from then on it goes into its place, whatever happens.
const READY: &str = ".pantau-siap";

/// Has everything written aside first, so that what can fail has failed before anything is in its place. After a
/// failure no folder is left that was not there before. After a kill `folder` is as it was, or
/// [`bring_to_an_end`] puts the rest into it.
fn stage_and_move<E: From<DiskError>>(
    folder: &Path,
    fill: impl FnOnce(&Path) -> Result<(), E>,
) -> Result<(), E> {
    if folder.is_dir() {
        // Its name stays with the folder in which somebody may stand: only what is in it comes.
        return stage_within(folder, fill);
    }
    let made = missing(folder);
    let outcome = stage_beside(folder, fill);
    if outcome.is_err() {
        // Only what is empty goes, so that a folder that can't be removed holds nothing of ours.
        made.iter().for_each(|folder| drop(fs::remove_dir(folder)));
    }
    outcome
}

/// A folder that is not there yet comes as a whole, by one rename.
fn stage_beside<E: From<DiskError>>(
    folder: &Path,
    fill: impl FnOnce(&Path) -> Result<(), E>,
) -> Result<(), E> {
    if folder.symlink_metadata().is_ok() {
        // A file, or a link to nothing: making a folder there tells what it is.
        fs::create_dir(folder).map_err(Operation::CreateFolder.on(folder))?;
    }
    let claim = Claim::of(folder)?;
    let staging = claim.neighbours.staging();
    fs::create_dir(&staging).map_err(Operation::CreateFolder.on(&staging))?;
    let outcome = fill(&staging).and_then(|()| {
        let moved = sync_tree(&staging)
            .and_then(|()| fs::rename(&staging, &claim.out))
            .and_then(|()| sync_folder(claim.neighbours.folder()));
        Ok(moved.map_err(Operation::Write.on(folder))?)
    });
    if outcome.is_err() {
        // What can't be removed now the next run removes or complains of.
        let _ = fs::remove_dir_all(&staging);
    }
    outcome
}

fn stage_within<E: From<DiskError>>(
    folder: &Path,
    fill: impl FnOnce(&Path) -> Result<(), E>,
) -> Result<(), E> {
    let own = OwnFolder::lock(folder)?;
    bring_to_an_end(&own, folder)?;
    let staging = folder.join(format!("{BEGUN}{}", std::process::id()));
    let ready = folder.join(READY);
    fs::create_dir(&staging).map_err(Operation::CreateFolder.on(&staging))?;
    let outcome = fill(&staging).and_then(|()| {
        let synced = sync_tree(&staging).and_then(|()| fs::rename(&staging, &ready));
        synced.map_err(Operation::Write.on(folder))?;
        Ok(move_ready(&ready, folder)?)
    });
    if outcome.is_err() {
        // What is left of a failure is ours alone.
        let _ = fs::remove_dir_all(&staging).or_else(|_| fs::remove_dir_all(&ready));
    }
    outcome
}

/// Removes what a killed run has written in part, and puts what it had written as a whole into its place.
fn bring_to_an_end(_: &OwnFolder, folder: &Path) -> Result<(), DiskError> {
    for name in names_in(folder)? {
        let place = folder.join(&name);
        if name == READY {
            move_ready(&place, folder)?;
        } else if name.as_encoded_bytes().starts_with(BEGUN.as_bytes()) {
            fs::remove_dir_all(&place).map_err(Operation::Remove.on(&place))?;
        }
    }
    Ok(())
}

fn move_ready(ready: &Path, folder: &Path) -> Result<(), DiskError> {
    move_all(ready, folder)?;
    sync_folder(folder).map_err(Operation::Sync.on(folder))?;
    fs::remove_dir(ready).map_err(Operation::Remove.on(ready))
}

fn write_all(
    staging: &Path,
    files: &[(&String, &Vec<u8>)],
    write: fn(&Path, &str, &[u8]) -> Result<Written, DiskError>,
) -> Result<(), DiskError> {
    for (path, bytes) in files {
        let place = inside(staging, path)?;
        let name = path.rsplit('/').next().unwrap_or(path);
        write(place.parent().unwrap_or(staging), name, bytes)?;
    }
    Ok(())
}

fn move_all(staging: &Path, folder: &Path) -> Result<(), DiskError> {
    let mut moved: Vec<(OsString, PathBuf)> = Vec::new();
    for name in names_in(staging)? {
        let place = folder.join(&name);
        if let Err(refusal) = fs::rename(staging.join(&name), &place) {
            // Back to where everything is removed; if even that fails, the refusal says why.
            for (name, place) in &moved {
                let _ = fs::rename(place, staging.join(name));
            }
            return Err(Operation::Write.on(&place)(refusal));
        }
        moved.push((name, place));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(paths: &[&str]) -> BTreeMap<String, Vec<u8>> {
        let file = |path: &&str| ((*path).to_owned(), path.as_bytes().to_vec());
        paths.iter().map(file).collect()
    }

    /// Names in `folder`, sorted.
    fn names(folder: &Path) -> Vec<String> {
        let names = names_in(folder).unwrap().into_iter();
        names.map(|name| name.into_string().unwrap()).collect()
    }

    #[test]
    fn a_tree_is_put_into_a_folder_that_is_new_or_empty() {
        let root = tempfile::tempdir().unwrap();
        for folder in [root.path().join("a/b"), root.path().join("c")] {
            if folder.ends_with("c") {
                fs::create_dir(&folder).unwrap();
            }
            let written = create_tree(&folder, &files(&["x", "y/z", ".v/w"])).unwrap();
            assert_eq!(written, 3);
            assert_eq!(names(&folder), [".v", "x", "y"]);
            assert_eq!(fs::read(folder.join("y/z")).unwrap(), b"y/z");
        }
    }

    #[test]
    fn what_a_git_host_makes_stays_and_anything_else_is_refused() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path();
        fs::create_dir(folder.join(".git")).unwrap();
        for name in ["README.md", "LICENSE"] {
            fs::write(folder.join(name), "kept").unwrap();
        }
        let new = files(&["README.md", "x"]);
        assert_eq!(create_tree(folder, &new).unwrap(), 1);
        assert_eq!(names(folder), [".git", "LICENSE", "README.md", "x"]);
        assert_eq!(fs::read(folder.join("README.md")).unwrap(), b"kept");

        let error = create_tree(folder, &new).unwrap_err();
        assert!(matches!(error, DiskError::NotEmpty { found, .. } if found.as_os_str() == "x"));
        let file = folder.join("x");
        let error = create_tree(&file, &new).unwrap_err();
        assert!(matches!(error, DiskError::Io { .. }), "{error}");
        assert_eq!(fs::read(file).unwrap(), b"x");
    }

    #[test]
    fn the_lock_of_a_run_that_was_killed_at_its_very_end_goes_with_the_next_one() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("baru");
        create_tree(&folder, &files(&["x"])).unwrap();
        fs::write(root.path().join(".baru.pantau-kunci"), "").unwrap();
        create_tree(&folder, &files(&["x"])).unwrap_err();
        assert_eq!(names(root.path()), ["baru"]);
        // A folder of somebody else's stays as it is, with what lies beside it.
        fs::write(root.path().join(".baru.txt"), "").unwrap();
        create_tree(&folder, &files(&["x"])).unwrap_err();
        assert_eq!(names(root.path()), [".baru.txt", "baru"]);
    }

    #[test]
    fn what_somebody_else_wrote_is_not_replaced_in_a_tree() {
        let root = tempfile::tempdir().unwrap();
        let of = |text: &str| {
            let file = |path: &str| (path.to_owned(), text.as_bytes().to_vec());
            BTreeMap::from([file(".ci/a.yml"), file("b.yml")])
        };
        add_to_tree(root.path(), &of("1")).unwrap();
        add_to_tree(root.path(), &of("1")).unwrap();
        fs::remove_file(root.path().join(".ci/a.yml")).unwrap();
        let refused = add_to_tree(root.path(), &of("2"));
        assert!(matches!(refused, Err(DiskError::Occupied { path }) if path.ends_with("b.yml")));
        assert!(!root.path().join(".ci/a.yml").exists());
        assert_eq!(fs::read(root.path().join("b.yml")).unwrap(), b"1");
    }

    #[test]
    fn a_failure_half_way_leaves_nothing_behind() {
        let root = tempfile::tempdir().unwrap();
        // `x` is written before `x/y` finds that it is no folder.
        for bad in [files(&["a", "x", "x/y"]), files(&["a", "z/../../b"])] {
            for folder in [root.path().to_owned(), root.path().join("new/site")] {
                create_tree(&folder, &bad).unwrap_err();
                assert_eq!(names(root.path()), [""; 0]);
            }
        }
    }

    #[test]
    fn what_was_moved_goes_again_when_the_rest_can_not_follow() {
        let root = tempfile::tempdir().unwrap();
        let (staging, folder) = (root.path().join("staging"), root.path().join("folder"));
        // A file can't take the place of a folder.
        fs::create_dir_all(folder.join("b")).unwrap();
        let all = files(&["a", "b"]);
        write_all(&staging, &all.iter().collect::<Vec<_>>(), write_file).unwrap();
        move_all(&staging, &folder).unwrap_err();
        assert_eq!(names(&folder), ["b"]);
        assert_eq!(names(&staging), ["a", "b"]);
    }

    #[test]
    fn what_fills_a_folder_may_change_its_mind_and_a_failure_leaves_nothing() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("new/site");
        let fill = |removed: &'static str| {
            create_filled(&folder, |staging| {
                change_tree(staging, [], &files(&["a/x", "a/y"]))?;
                change_tree(staging, [removed.to_owned()], &files(&["b"]))
            })
        };
        for bad in ["a/z", "../site"] {
            fill(bad).unwrap_err();
            assert_eq!(names(root.path()), [""; 0]);
        }
        fill("a/x").unwrap();
        assert_eq!(names(&folder), ["a", "b"]);
        assert_eq!(names(&folder.join("a")), ["y"]);
        let error = fill("a/x").unwrap_err();
        assert!(matches!(error, DiskError::NotEmpty { found, .. } if found.as_os_str() == "a"));
    }

    #[test]
    fn a_folder_to_be_filled_may_not_even_hold_what_a_git_host_makes() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("README.md"), "kept").unwrap();
        let filled = create_filled(root.path(), |_| Ok::<(), DiskError>(()));
        assert!(matches!(filled, Err(DiskError::NotEmpty { .. })));
        assert_eq!(names(root.path()), ["README.md"]);
    }

    #[test]
    fn a_site_begun_by_a_killed_run_comes_to_its_end_or_goes() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path();
        fs::create_dir_all(folder.join(".pantau-baru-1/content")).unwrap();
        assert_eq!(create_tree(folder, &files(&["x"])).unwrap(), 1);
        assert_eq!(names(folder), ["x"]);

        // It was killed when `a` had come and `b` had not.
        fs::create_dir(folder.join("a")).unwrap();
        fs::remove_file(folder.join("x")).unwrap();
        fs::create_dir_all(folder.join(".pantau-siap/b")).unwrap();
        fs::write(folder.join(".pantau-siap/b/y"), "y").unwrap();
        let refused = refuse_unless_empty(folder).unwrap_err();
        assert!(matches!(refused, DiskError::NotEmpty { .. }), "{refused}");
        assert_eq!(names(folder), ["a", "b"]);
        assert_eq!(fs::read(folder.join("b/y")).unwrap(), b"y");
    }

    #[cfg(unix)]
    #[test]
    fn nothing_comes_into_a_tree_through_a_linked_folder() {
        let root = tempfile::tempdir().unwrap();
        let (tree, other) = (root.path().join("situs"), root.path().join("lain"));
        fs::create_dir(&tree).unwrap();
        fs::create_dir(&other).unwrap();
        std::os::unix::fs::symlink("../lain", tree.join(".github")).unwrap();
        let new = files(&[".github/workflows/a.yml"]);
        for put in [add_to_tree, replace_in_tree] {
            let refused = put(&tree, &new).unwrap_err();
            assert!(matches!(refused, DiskError::Symlink { .. }), "{refused}");
        }
        assert_eq!(names(&other), [""; 0]);
    }
}
