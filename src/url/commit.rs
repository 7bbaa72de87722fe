//! Where the host of a repository shows a commit.

use crate::model::{COMMIT, Site};

/// The address of `commit` on the site that hosts the repository, where that is said or sure.
pub fn commit_link(site: &Site, commit: &str) -> Option<String> {
    match (&site.commit_pattern, &site.repository) {
        (Some(pattern), _) => Some(pattern.replace(COMMIT, commit)),
        (None, Some(repository)) => commit_at(repository, commit),
        (None, None) => None,
    }
}

/// As the known hosts of git have it.
fn commit_at(repository: &str, commit: &str) -> Option<String> {
    let (_, rest) = repository.split_once("://")?;
    let (host, path) = rest.split_once('/')?;
    let path = path.trim_end_matches('/');
    if path.is_empty() || rest.contains(['?', '#', '@']) {
        return None;
    }
    let host = host.to_ascii_lowercase();
    let folder = path.split_once('/').map_or("", |(first, _)| first);
    let way = way_to_commit(&host, &folder.to_ascii_lowercase())?;
    let whole = repository.trim_end_matches('/');
    // cgit alone takes the name of the folder on its disk.
    let named = match way {
        CGIT => whole,
        _ => whole.strip_suffix(".git").unwrap_or(whole),
    };
    Some(format!("{named}{way}{commit}"))
}

/// What stands between a repository and a commit's name.
const CGIT: &str = "/commit/?id=";

/// `folder` is the first of a path of several: some hosts stand below one.
fn way_to_commit(host: &str, folder: &str) -> Option<&'static str> {
    let is = |name: &str| host.split('.').any(|part| part == name) || folder == name;
    let same = ["github", "codeberg", "gitea", "forgejo"];
    match host {
        "git.sr.ht" => Some("/commit/"),
        "bitbucket.org" => Some("/commits/"),
        _ if same.iter().any(|name| is(name)) => Some("/commit/"),
        _ if is("gitlab") => Some("/-/commit/"),
        _ if is("cgit") => Some(CGIT),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commit_is_found_where_its_host_is_known() {
        let table = [
            ("https://github.com/a/b", "https://github.com/a/b/commit/1f"),
            (
                "https://github.com/a/b.git/",
                "https://github.com/a/b/commit/1f",
            ),
            (
                "https://github.com/a/gitlab",
                "https://github.com/a/gitlab/commit/1f",
            ),
            (
                "https://gitlab.com/a/b/c",
                "https://gitlab.com/a/b/c/-/commit/1f",
            ),
            (
                "https://GitLab.a.go.id/a/b.git",
                "https://GitLab.a.go.id/a/b/-/commit/1f",
            ),
            (
                "https://a.go.id/gitlab/a/b",
                "https://a.go.id/gitlab/a/b/-/commit/1f",
            ),
            (
                "https://codeberg.org/a/b",
                "https://codeberg.org/a/b/commit/1f",
            ),
            (
                "https://forgejo.a.go.id:3000/a/b",
                "https://forgejo.a.go.id:3000/a/b/commit/1f",
            ),
            (
                "https://a.go.id/gitea/a/b",
                "https://a.go.id/gitea/a/b/commit/1f",
            ),
            (
                "https://bitbucket.org/a/b",
                "https://bitbucket.org/a/b/commits/1f",
            ),
            ("https://git.sr.ht/~a/b", "https://git.sr.ht/~a/b/commit/1f"),
            (
                "https://cgit.a.go.id/b.git",
                "https://cgit.a.go.id/b.git/commit/?id=1f",
            ),
            (
                "https://a.go.id/cgit/b.git/",
                "https://a.go.id/cgit/b.git/commit/?id=1f",
            ),
        ];
        for (repository, commit) in table {
            assert_eq!(commit_at(repository, "1f").as_deref(), Some(commit));
        }
        for unsure in [
            "https://git.a.go.id/a/b",
            "https://a.go.id/a/gitlab",
            "https://notgitlab.id/a/b",
            "https://github.com",
            "https://github.com/",
            "https://github.com/a/b?x=1",
            "https://github.com@a.id/a/b",
        ] {
            assert_eq!(commit_at(unsure, "1f"), None, "{unsure}");
        }
    }
}
