//! Commits on pages: by a short name that leads to them where the repository's host is known.

use super::html::Html;
use super::scene::Scene;
use crate::format::Arg;
use crate::source::Commit;
use crate::url;
use serde::Serialize;

/// So many digits tell a commit from all others of any repository that keeps contracts.
const SHORT: usize = 10;

/// A commit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CommitView {
    pub short: String,
    pub full: String,
    /// Where its changes can be read.
    pub url: Option<String>,
}

/// Which commit a page's data are of.
#[derive(Clone, Debug, Serialize)]
pub struct CommitLine {
    pub commit: CommitView,
    pub text: Html,
}

impl CommitView {
    /// The commit with this name, in full.
    pub(super) fn new(scene: &Scene<'_>, id: &str) -> Self {
        Self {
            short: short(id),
            full: id.to_owned(),
            url: url::commit_link(&scene.register.site, id),
        }
    }

    /// Its short name, leading to it or, where its own address is not known, standing alone.
    pub(super) fn html(&self, scene: &Scene<'_>) -> Html {
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
        let commit = CommitView::new(scene, &latest.id);
        let text = sentence(scene, latest, &commit);
        Some(Self { commit, text })
    }
}

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

/// The beginning of a commit's name.
pub(super) fn short(id: &str) -> String {
    id.chars().take(SHORT).collect()
}
