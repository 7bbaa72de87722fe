//! The past of one site: whether it is to be read at all, and by which keys.

use super::line::CONTENT;
use super::program::Git;
use super::{Cache, HistoryError, read, repository};
use crate::check::signing_keys;
use crate::parse::Raw;
use crate::parse::place::SITE;
use crate::source::{Past, Sources, WhyUnknown};
use std::path::Path;

/// What the repository remembers of the site at `root`, whose sources were read as `sources` and
/// `raw`. Nothing is read for a site that never named `catatan_sejak`.
///
/// # Errors
/// As [`read`].
pub fn read_of_site(
    root: &Path,
    sources: &Sources,
    raw: &Raw,
    cache: Cache,
) -> Result<Past, HistoryError> {
    if is_wanted(root, raw)? {
        read(root, sources, &signing_keys(raw), cache)
    } else {
        Ok(Past::Unknown(WhyUnknown::NotAsked))
    }
}

/// Whether the past of the site at `root` is to be read.
///
/// # Errors
/// A failure of git.
pub fn is_wanted(root: &Path, raw: &Raw) -> Result<bool, HistoryError> {
    Ok(is_asked_for(raw) || was_asked_for(root)?)
}

/// Whether `root` is the folder of a repository, or of a work tree of one. A site further down in the
/// repository of something else is not asked about.
pub fn is_repository(root: &Path) -> bool {
    root.join(".git").exists()
}

/// Whether the site's settings name `catatan_sejak`, or can't be read.
pub fn is_asked_for(raw: &Raw) -> bool {
    let site = raw.site.as_ref().and_then(|parsed| parsed.record.as_ref());
    site.is_none_or(|site| site.recorded_since.is_some())
}

/// Whether `catatan_sejak` ever stood in the site's settings: that it was taken out must not hide
/// what was changed since.
fn was_asked_for(root: &Path) -> Result<bool, HistoryError> {
    if repository::open(root)?.is_err() {
        return Ok(false);
    }
    let file = format!("{CONTENT}{SITE}");
    let commits = Git::in_folder(root).output([
        "log",
        "--first-parent",
        "-1",
        "--format=%H",
        "-G^catatan_sejak:",
        "--",
        &file,
    ])?;
    Ok(!commits.is_empty())
}
