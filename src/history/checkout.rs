//! All files of a commit, in a folder of their own: what is made of them there has the past that
//! they had. The repository itself is only read.

use super::HistoryError;
use super::program::{Git, not_understood};
use super::repository;
use crate::source::WhyUnknown;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Checks `commit`, in full, out below `folder`, and says where the site at `root` stands there;
/// or why there is no repository that could hold it.
///
/// # Errors
/// A commit that the repository lacks, or another failure of git.
pub fn check_out(
    root: &Path,
    commit: &str,
    folder: &Path,
) -> Result<Result<PathBuf, WhyUnknown>, HistoryError> {
    let repository = match repository::open(root)? {
        Ok(repository) => repository,
        Err(why) => return Ok(Err(why)),
    };
    let object = format!("{commit}^{{commit}}");
    let found = repository.git.output(["cat-file", "-e", &object]);
    found.map_err(|_| HistoryError::Missing {
        object: commit.to_owned(),
    })?;
    let copy = folder.join("salinan");
    let objects = common_folder(root, &repository.git)?;
    let options = [
        "clone",
        "--quiet",
        "--shared",
        "--no-checkout",
        "--template=",
    ];
    let arguments = options.map(OsStr::new).into_iter();
    let places = [OsStr::new("--"), objects.as_os_str(), copy.as_os_str()];
    Git::in_folder(folder).output(arguments.chain(places))?;
    Git::in_folder(&copy).output(["checkout", "--quiet", "--detach", commit])?;
    let below = std::str::from_utf8(&repository.prefix);
    let below = below.map_err(|_| not_understood("git rev-parse"))?;
    Ok(Ok(copy.join(below)))
}

/// The commit that `name` (a branch, a tag, `HEAD~1`, the beginning of an id) stands for in the
/// repository around the site at `root`, in full; none where nothing is called so. Or why there is
/// no repository whose whole past could be read.
///
/// # Errors
/// A failure of git.
pub fn resolve(
    root: &Path,
    name: &str,
) -> Result<Result<Option<String>, WhyUnknown>, HistoryError> {
    let repository = match repository::open(root)? {
        Ok(repository) => repository,
        Err(why) => return Ok(Err(why)),
    };
    let object = format!("{name}^{{commit}}");
    let asked = [
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        &object,
    ];
    match repository.git.output(asked) {
        Ok(answer) => {
            let id = std::str::from_utf8(&answer).map_err(|_| not_understood("git rev-parse"))?;
            Ok(Ok(Some(id.trim_end().to_owned())))
        }
        Err(HistoryError::Failed { .. }) => Ok(Ok(None)),
        Err(error) => Err(error),
    }
}

/// The folder of git that holds the objects, also where the site stands in a second work tree.
fn common_folder(root: &Path, git: &Git) -> Result<PathBuf, HistoryError> {
    let answer = git.output(["rev-parse", "--git-common-dir"])?;
    let path = std::str::from_utf8(&answer).map_err(|_| not_understood("git rev-parse"))?;
    let path = root.join(path.trim_end_matches('\n'));
    std::path::absolute(path).map_err(|source| HistoryError::Run {
        program: "git",
        source,
    })
}
