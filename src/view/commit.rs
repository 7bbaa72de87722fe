//! Commits as a page names them, leading to the repository's host where that is known.

use super::html::Html;
use super::scene::Scene;
use crate::format::Arg;
use crate::model::{Recorded, RecordedBy};
use crate::source::{Commit, Signing};
use crate::url::commit_link;
use serde::Serialize;

/// A commit, with its public address where there is one.
#[derive(Clone, Debug, Serialize)]
pub struct CommitView {
    /// The first digits of its id.
    pub short: String,
    pub full: String,
    pub url: Option<String>,
    /// Whether it was signed, and by whom.
    pub signing: String,
}

/// Which commit a page's data are of.
#[derive(Clone, Debug, Serialize)]
pub struct CommitLine {
    pub commit: CommitView,
    pub text: Html,
}

impl CommitView {
    /// `None` for what is not committed yet.
    pub(super) fn new(scene: &Scene<'_>, recorded: &Recorded) -> Option<Self> {
        match recorded.by {
            RecordedBy::Commit(_) => Some(Self::of(scene, scene.record.commit(recorded)?)),
            RecordedBy::WorkTree => None,
        }
    }

    pub(super) fn of(scene: &Scene<'_>, commit: &Commit) -> Self {
        let words = &scene.words;
        let signing = match &commit.signing {
            Signing::Unsigned => words.text("commit_unsigned"),
            Signing::UnknownKey => words.text("commit_unknown_key"),
            Signing::Invalid => words.text("commit_invalid"),
            Signing::Valid { by } => words.say("commit_signed", &[("name", by.into())]),
        };
        Self {
            short: commit.short().to_owned(),
            full: commit.id.clone(),
            url: commit_link(&scene.register.site, &commit.id),
            signing,
        }
    }

    /// Its short name, leading to it where that is possible.
    fn html(&self, scene: &Scene<'_>) -> Html {
        match &self.url {
            Some(url) => {
                let link = [("text", Arg::from(&self.short)), ("url", Arg::from(url))];
                scene.words.html("link", &link)
            }
            None => Html::text(&self.short),
        }
    }
}

impl CommitLine {
    /// The latest commit of the page's own inputs, if it is known.
    pub(super) fn of(scene: &Scene<'_>) -> Option<Self> {
        let latest = scene.latest_commit?;
        let commit = CommitView::of(scene, latest);
        let text = sentence(scene, latest, &commit);
        Some(Self { commit, text })
    }
}

/// A commit that leads nowhere stands beside a link to its repository.
fn sentence(scene: &Scene<'_>, latest: &Commit, commit: &CommitView) -> Html {
    let site = &scene.register.site;
    let date = latest.at.with_timezone(&site.time_zone).date_naive();
    let (name, date) = (commit.html(scene), Html::text(&scene.words.date(date)));
    let parts = [("commit", &name), ("date", &date)];
    match (&commit.url, &site.repository) {
        (None, Some(repository)) => {
            let repository = Html::text(repository);
            let parts = [parts[0], parts[1], ("repository", &repository)];
            scene.words.html_around("data_commit_in", &parts)
        }
        _ => scene.words.html_around("data_commit", &parts),
    }
}
