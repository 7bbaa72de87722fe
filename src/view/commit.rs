//! A commit as a page names it.

use super::scene::Scene;
use crate::model::{Recorded, RecordedBy};
use crate::source::Signing;
use serde::Serialize;

/// A commit, with its public address where there is one.
#[derive(Clone, Debug, Serialize)]
pub struct CommitView {
    /// The first digits of its id.
    pub short: String,
    pub url: Option<String>,
    /// Whether it was signed, and by whom.
    pub signing: String,
}

impl CommitView {
    /// `None` for what is not committed yet.
    pub(super) fn new(scene: &Scene<'_>, recorded: &Recorded) -> Option<Self> {
        let RecordedBy::Commit(id) = &recorded.by else {
            return None;
        };
        let commit = scene.record.commit(recorded)?;
        let words = &scene.words;
        let signing = match &commit.signing {
            Signing::Unsigned => words.text("commit_unsigned"),
            Signing::UnknownKey => words.text("commit_unknown_key"),
            Signing::Invalid => words.text("commit_invalid"),
            Signing::Valid { by } => words.say("commit_signed", &[("name", by.into())]),
        };
        Some(Self {
            short: commit.short().to_owned(),
            url: commit_url(scene, id.as_str()),
            signing,
        })
    }
}

fn commit_url(_scene: &Scene<'_>, _id: &str) -> Option<String> {
    None
}
