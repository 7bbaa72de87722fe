//! Frozen quarters: `arsip/<year>-tw<n>.json`, written by `pantau freeze` and never by hand.

use super::place::{ARCHIVE, Place};
use crate::model::{Quarter, Snapshot, SnapshotError};
use crate::problem::{Problem, code};
use crate::source::{Position, TextSpan};
use std::borrow::Cow;

/// The snapshot of `quarter`, as it was frozen and not otherwise.
pub(super) fn read(path: &str, bytes: &[u8], quarter: Quarter) -> Result<Snapshot, Problem> {
    let snapshot = Snapshot::parse(bytes).map_err(|error| problem(path, quarter, &error))?;
    if snapshot.quarter == quarter {
        return Ok(snapshot);
    }
    let found = snapshot.quarter.to_string();
    Err(told(path, quarter, TextSpan::START, "triwulan").with("found", found))
}

fn problem(path: &str, quarter: Quarter, error: &SnapshotError) -> Problem {
    let start = TextSpan::START;
    match error {
        SnapshotError::Form {
            reason,
            line,
            column,
        } => {
            let (line, column) = (*line, *column);
            let span = TextSpan::at(Position::new(line, column));
            told(path, quarter, span, "bentuk").with("found", reason)
        }
        SnapshotError::Format { found } => told(path, quarter, start, "versi").with("found", found),
        SnapshotError::Seal => told(path, quarter, start, "segel").with("found", ""),
        SnapshotError::NotCanonical => told(path, quarter, start, "tulisan").with("found", ""),
    }
}

fn told(path: &str, quarter: Quarter, span: TextSpan, why: &str) -> Problem {
    Problem::error(code::BAD_ARCHIVE, path, span)
        .with("quarter", quarter.to_string())
        .with("why", why)
}

/// Keys whose values are digits that mean nobody: seals, commits, exact values.
const DIGITS: [&str; 3] = ["\"sha256\":", "\"commit\":", "\"nilai\":"];

/// The words of a file, in which personal data may stand; lines of digits are blank, so that no
/// seal passes for somebody's number and every place stays where it is.
pub(super) fn words<'b>(path: &str, bytes: &'b [u8]) -> Cow<'b, [u8]> {
    let is_archive = || matches!(Place::of(path), Some(Ok(Place::Archive(_))));
    if !path.starts_with(ARCHIVE) || !is_archive() {
        return Cow::Borrowed(bytes);
    }
    let lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let kept = lines.flat_map(|line| {
        let text = line.trim_ascii_start();
        let is_digits = DIGITS.iter().any(|key| text.starts_with(key.as_bytes()));
        let shown = move |byte: &u8| {
            let is_blank = is_digits && *byte != b'\n';
            if is_blank { b' ' } else { *byte }
        };
        line.iter().map(shown)
    });
    Cow::Owned(kept.collect())
}
