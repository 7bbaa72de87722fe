//! Frozen quarters: `arsip/<year>-tw<n>.json`, written by `pantau freeze` and never by hand.

use super::place::{ARCHIVE, Place};
use crate::model::{Quarter, Snapshot, SnapshotError};
use crate::problem::{Problem, code};
use crate::source::{Position, TextSpan};
use std::borrow::Cow;

/// The snapshot of `quarter`, as it was frozen and not otherwise.
pub(super) fn read(path: &str, bytes: &[u8], quarter: Quarter) -> Result<Snapshot, Problem> {
    let snapshot = Snapshot::parse(bytes).map_err(|error| problem(path, bytes, quarter, &error))?;
    if snapshot.quarter == quarter {
        return Ok(snapshot);
    }
    let found = snapshot.quarter.to_string();
    Err(told(path, quarter, TextSpan::START, "triwulan").with("found", found))
}

fn problem(path: &str, bytes: &[u8], quarter: Quarter, error: &SnapshotError) -> Problem {
    let start = TextSpan::START;
    match error {
        SnapshotError::Form {
            reason,
            line,
            column,
        } => {
            let span = TextSpan::at(place(bytes, *line, *column));
            told(path, quarter, span, "bentuk").with("found", reason)
        }
        SnapshotError::Format { found } => told(path, quarter, start, "versi").with("found", found),
        SnapshotError::Seal => told(path, quarter, start, "segel").with("found", ""),
        SnapshotError::NotCanonical => told(path, quarter, start, "tulisan").with("found", ""),
    }
}

/// The reader of JSON counts a column in bytes.
fn place(bytes: &[u8], line: usize, column: usize) -> Position {
    let line = line.max(1);
    let text = bytes
        .split(|byte| *byte == b'\n')
        .nth(line - 1)
        .unwrap_or_default();
    let before = &text[..text.len().min(column.saturating_sub(1))];
    Position::new(line, String::from_utf8_lossy(before).chars().count() + 1)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::QuarterOfYear;

    #[test]
    fn a_mistake_behind_letters_of_several_bytes_is_told_at_its_own_column() {
        let quarter = Quarter::new(2026, QuarterOfYear::Tw2);
        for (text, line, column) in [
            ("{\"é＠\": !}", 1, 8),
            ("{\n\"a\": \"＠\n\"}", 2, 8),
            ("", 1, 1),
            ("{", 1, 1),
        ] {
            let problem = read("arsip/2026-tw2.json", text.as_bytes(), quarter).unwrap_err();
            assert_eq!(problem.span.start, Position { line, column }, "{text:?}");
        }
    }
}
