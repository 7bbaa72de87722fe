//! One fingerprint of everything that a site is made from, so that two states are told apart also
//! where no commit names them.

use super::{Fingerprint, Framed, Past, Sha256, Signing};
use std::collections::BTreeMap;

/// Of `files`, each by its path with the SHA-256 of its bytes, of those that are published as they are, and of
/// what the repository remembers: commits by their ids, which stand for all that they hold, and whether each is signed,
/// which hangs on the programs of a machine too.
///
/// Theme and date are no part of it, and neither is the version of the program.
pub fn state<'f>(
    files: impl ExactSizeIterator<Item = (&'f str, &'f Sha256)>,
    published: &BTreeMap<String, Fingerprint>,
    past: &Past,
) -> Sha256 {
    let mut all = Framed::default();
    all.count(files.len());
    for (path, sha256) in files {
        all.text(path);
        all.sha256(sha256);
    }
    all.count(published.len());
    for (path, fingerprint) in published {
        all.text(path);
        all.sha256(&fingerprint.sha256);
    }
    all.past(past);
    all.finish()
}

impl Framed {
    fn past(&mut self, past: &Past) {
        let history = match past {
            Past::Unknown(why) => return self.text(&format!("{why:?}")),
            Past::Known(history) => history,
        };
        self.text(&history.head);
        self.count(history.commits.len());
        for commit in &history.commits {
            self.text(&commit.id);
            match &commit.signing {
                Signing::Valid { by } => self.text(&format!("by {by}")),
                other => self.text(&format!("{other:?}")),
            }
        }
        self.count(history.uncommitted.len());
        history.uncommitted.iter().for_each(|path| self.text(path));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Commit, History, WhyUnknown};
    use chrono::DateTime;
    use std::collections::BTreeSet;

    fn sources(files: &[(&str, &str)]) -> BTreeMap<String, Sha256> {
        let files = files.iter();
        files
            .map(|(path, text)| ((*path).to_owned(), Sha256::of(text.as_bytes())))
            .collect()
    }

    fn known(id: &str, signing: Signing, uncommitted: &[&str]) -> Past {
        Past::Known(History {
            head: "a".into(),
            commits: vec![Commit {
                id: id.into(),
                at: DateTime::default(),
                signing,
            }],
            uncommitted: uncommitted.iter().map(|path| (*path).to_owned()).collect(),
            ..History::default()
        })
    }

    #[test]
    fn whatever_a_site_is_made_from_tells_its_states_apart() {
        let none = Past::Unknown(WhyUnknown::NoGit);
        let media = |text: &str| {
            let fingerprint = Fingerprint::of(text.as_bytes());
            BTreeMap::from([("media/a.txt".to_owned(), fingerprint)])
        };
        let state = |files: &BTreeMap<String, Sha256>, media: &_, past: &_| {
            state(
                files.iter().map(|(path, sha256)| (path.as_str(), sha256)),
                media,
                past,
            )
        };
        let nothing = BTreeMap::new();
        let (base, valid) = (sources(&[("a", "1")]), |by: &str| Signing::Valid {
            by: by.into(),
        });
        let states = [
            state(&base, &nothing, &none),
            state(&base, &nothing, &Past::Unknown(WhyUnknown::Shallow)),
            state(&sources(&[("a", "2")]), &nothing, &none),
            state(&sources(&[("b", "1")]), &nothing, &none),
            state(&sources(&[("a", "1"), ("b", "")]), &nothing, &none),
            state(&sources(&[("a", ""), ("b", "1")]), &nothing, &none),
            state(&base, &media("1"), &none),
            state(&base, &media("2"), &none),
            state(&base, &nothing, &known("b", Signing::Unsigned, &[])),
            state(&base, &nothing, &known("c", Signing::Unsigned, &[])),
            state(&base, &nothing, &known("b", Signing::UnknownKey, &[])),
            state(&base, &nothing, &known("b", valid("Sari"), &[])),
            state(&base, &nothing, &known("b", valid("Budi"), &[])),
            state(
                &base,
                &nothing,
                &known("b", Signing::Unsigned, &["content/a"]),
            ),
        ];
        assert_eq!(states.iter().collect::<BTreeSet<_>>().len(), states.len());
        assert_eq!(states[0], state(&base.clone(), &nothing, &none));
    }
}
