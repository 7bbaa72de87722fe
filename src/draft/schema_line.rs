//! The first line of a new file, by which editors find its schema.

use crate::source::Sources;

const MARK: &str = "# yaml-language-server:";

/// What the first lines of files beside `path` say, which lie as deep in their folders; `None` where
/// none of them names a schema.
pub fn schema_line<'s>(sources: &'s Sources, path: &str) -> Option<&'s str> {
    let (folder, _) = path.split_once('/')?;
    let depth = path.matches('/').count();
    let beside = sources.files.iter().filter(|(other, _)| {
        other.split('/').next() == Some(folder) && other.matches('/').count() == depth
    });
    // A hidden example serves where there is no file yet.
    beside.rev().find_map(|(_, bytes)| {
        let first = bytes.split(|byte| *byte == b'\n').next()?;
        let line = std::str::from_utf8(first).ok()?.trim_end();
        line.starts_with(MARK).then_some(line)
    })
}
