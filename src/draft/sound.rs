//! The part of a site that has no error in it.

use crate::check::check;
use crate::model::Register;
use crate::parse::Raw;
use crate::problem::Severity;
use std::collections::BTreeSet;

/// The register without the files that have errors, and without those that need them. `None` where
/// nothing is left that makes a site.
pub fn sound_part(raw: &Raw) -> Option<Register> {
    let mut rest = raw.clone();
    loop {
        let problems = match check(&rest) {
            Ok(checked) => return Some(checked.register),
            Err(problems) => problems,
        };
        let errors = problems.iter().filter(|p| p.severity == Severity::Error);
        let files: BTreeSet<&str> = errors.map(|problem| problem.file.as_str()).collect();
        let known = |rest: &Raw| (rest.files().count(), rest.strays.len(), rest.caught.len());
        let before = known(&rest);
        for file in files {
            rest.remove(file);
        }
        if known(&rest) == before || rest.site.is_none() {
            return None;
        }
    }
}
