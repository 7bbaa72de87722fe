//! The first line of a new file, by which editors find its schema.

use crate::parse::place::KINDS;
use crate::source::Sources;

const MARK: &str = "# yaml-language-server: $schema=";

/// The line for a file at `path`, a path below `content/`: as files of its kind have it, else as any
/// other file has it for its own kind. `None` where no file names a schema.
pub fn schema_line(sources: &Sources, path: &str) -> Option<String> {
    let kind = kind_of(path)?;
    let beside = |other: &&String| kind_of(other) == Some(kind) && depth(other) == depth(path);
    let line = |other: &String| line_of(sources, other);
    let files = || sources.files.keys().rev();
    files()
        .filter(beside)
        .find_map(|other| line(other).map(str::to_owned))
        .or_else(|| files().find_map(|other| translated(other, line(other)?, path, kind)))
}

/// The name of a file's schema.
fn kind_of(path: &str) -> Option<&'static str> {
    let folder = path.split(['/', '.']).next()?;
    let kinds = KINDS.into_iter().map(|(name, _)| name);
    kinds.into_iter().find(|name| *name == folder)
}

/// How many folders a file lies below `content/`.
fn depth(path: &str) -> usize {
    path.matches('/').count()
}

fn line_of<'s>(sources: &'s Sources, path: &str) -> Option<&'s str> {
    let first = sources
        .files
        .get(path)?
        .split(|byte| *byte == b'\n')
        .next()?;
    let line = std::str::from_utf8(first).ok()?.trim_end();
    line.starts_with(MARK).then_some(line)
}

/// The line of another file, for one that may lie deeper or be of another kind.
fn translated(other: &str, line: &str, path: &str, kind: &str) -> Option<String> {
    let up = |path: &str| "../".repeat(depth(path) + 1);
    let address = line.strip_prefix(MARK)?.strip_prefix(&up(other))?;
    let folder = address.strip_suffix(&format!("{}.schema.json", kind_of(other)?))?;
    Some(format!("{MARK}{}{folder}{kind}.schema.json", up(path)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_that_of_files_beside_or_made_after_any_other() {
        let mut sources = Sources::default();
        let path = "hasil/2026/tw1/a.yml";
        assert_eq!(schema_line(&sources, path), None);
        let mut write = |path: &str, line: &str| {
            sources
                .files
                .insert(path.into(), format!("{line}\r\nx: 1\n").into());
            schema_line(&sources, "hasil/2026/tw1/a.yml")
        };
        assert_eq!(write("opd/a.yml", "nama: A"), None);
        assert_eq!(
            write("opd/b.yml", &format!("{MARK}https://a.go.id/opd.json")),
            None
        );
        let made = write("situs.yml", &format!("{MARK}../skema/situs.schema.json"));
        let expected = format!("{MARK}../../../../skema/hasil.schema.json");
        assert_eq!(made, Some(expected));
        let own = format!("{MARK}../../../../lain/hasil.schema.json");
        assert_eq!(write("hasil/2026/tw2/b.yml", &own), Some(own));
    }
}
