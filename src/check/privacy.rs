//! Personal data, wherever they were found; only the office's own address may stand.

use crate::parse::Raw;
use crate::parse::privacy::{Caught, in_text, mask};
use crate::problem::{Problem, code};
use std::collections::BTreeSet;

/// Everything that was caught in texts, media and names.
pub fn problems(raw: &Raw, problems: &mut Vec<Problem>) {
    let office = raw.office_address.as_deref();
    let is_office =
        |caught: &Caught| caught.address.is_some() && caught.address.as_deref() == office;
    let names = names(raw);
    let caught = raw.caught.values().flatten().chain(&names);
    problems.extend(
        caught
            .filter(|caught| !is_office(caught))
            .map(|caught| caught.problem.clone()),
    );
}

/// Personal data in names; a folder's are told once, with its first file.
fn names(raw: &Raw) -> Vec<Caught> {
    let mut seen = BTreeSet::new();
    let mut caught = Vec::new();
    let mut files: Vec<&str> = raw.files().collect();
    files.sort_unstable();
    for path in files
        .into_iter()
        .chain(raw.media.iter().map(String::as_str))
    {
        let mut start = 0;
        for part in path.split('/') {
            let end = start + part.len();
            // Files are told apart by their paths already.
            if end == path.len() || seen.insert(&path[..end]) {
                caught.extend(in_text(
                    code::PERSONAL_NAME,
                    path,
                    part_kind(path, end),
                    part,
                ));
            }
            start = end + 1;
        }
    }
    caught
}

fn part_kind(path: &str, end: usize) -> &'static str {
    if end == path.len() {
        "berkas"
    } else {
        "folder"
    }
}

/// Masks personal data in what messages quote: they end up in public logs.
pub fn mask_arguments(problems: &mut [Problem]) {
    let arguments = problems
        .iter_mut()
        .flat_map(|problem| &mut problem.arguments);
    for (_, text) in arguments {
        *text = mask(text);
    }
}
