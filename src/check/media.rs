//! Files in `media/`: that a named one is there, and that no two are one on other systems.

use super::notes::Notes;
use crate::parse::Raw;
use crate::parse::name::folded;
use crate::parse::reader::Sp;
use crate::parse::scalar::MediaPath;
use crate::problem::{Problem, code};
use crate::source::TextSpan;
use std::collections::BTreeMap;

/// A file that a key names must be there.
pub fn file_exists(path: &Sp<MediaPath>, raw: &Raw, notes: &mut Notes) {
    exists(&path.value.0, path.span, raw, notes);
}

/// The files that free texts link to must be there too.
pub fn linked(raw: &Raw, problems: &mut Vec<Problem>) {
    for (file, link) in raw.media_links() {
        exists(&link.value, link.span, raw, &mut Notes::new(file, problems));
    }
}

/// Under exactly this name.
fn exists(name: &String, span: TextSpan, raw: &Raw, notes: &mut Notes) {
    if raw.media.contains(name) {
        return;
    }
    let same = folded(name);
    match raw.media.iter().find(|other| folded(other) == same) {
        Some(near) => {
            let arguments = &[("name", name as _), ("near", near as _)];
            notes.error(code::MEDIA_SPELLING, span, arguments);
        }
        None => {
            notes.unknown::<()>(code::NO_MEDIA, span, name, &raw.media);
        }
    }
}

/// Names that a disk takes for one which knows no upper case, or which writes accents its own
/// way: there, one file replaces the other.
pub fn collisions(raw: &Raw, problems: &mut Vec<Problem>) {
    let mut first: BTreeMap<String, &str> = BTreeMap::new();
    let mut told: Vec<&str> = Vec::new();
    for path in &raw.media {
        let ends = path.match_indices('/').map(|(at, _)| at);
        for end in ends.chain([path.len()]) {
            let part = &path[..end];
            let other = *first.entry(folded(part)).or_insert(part);
            // What lies in a folder that was told collides with it.
            if other == part || told.iter().any(|told| below(part, told)) {
                continue;
            }
            told.push(part);
            let problem = Problem::error(code::MEDIA_COLLISION, path, TextSpan::START);
            problems.push(problem.with("name", part).with("other", other));
        }
    }
}

fn below(path: &str, folder: &str) -> bool {
    let rest = path.strip_prefix(folder);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
