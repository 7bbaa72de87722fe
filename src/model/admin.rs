//! `admin`: the web form for staff, and where it saves.

use super::BaseUrl;

/// Where the web form reads and saves. It speaks with the provider of the repository alone; the site
/// has no part in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Admin {
    pub provider: Provider,
    /// `org/name`, without the provider's address.
    pub repository: String,
    pub branch: String,
    /// Where the provider stands.
    pub server: BaseUrl,
    /// `alamat_masuk`: the service that signs people in (OAuth).
    pub sign_in: Option<BaseUrl>,
    /// `id_aplikasi`: by which the provider knows the form, where it signs people in by itself (PKCE).
    pub app: Option<String>,
    /// `draf`: whether what is saved waits for somebody's approval, where the provider's form can that.
    pub drafts: Option<bool>,
}

/// Which program keeps the repository.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provider {
    GitHub,
    GitLab,
    Gitea,
    Forgejo,
}

impl Provider {
    /// The public host of each, where a site names no `server`.
    pub fn usual_server(self) -> &'static str {
        match self {
            Self::GitHub => "https://github.com",
            Self::GitLab => "https://gitlab.com",
            Self::Gitea => "https://gitea.com",
            Self::Forgejo => "https://codeberg.org",
        }
    }
}

impl Admin {
    /// Whether what is saved becomes a pull or merge request first. The form can that with GitHub and
    /// GitLab alone, and does it there unless `draf: tidak`.
    pub fn has_drafts(&self) -> bool {
        matches!(self.provider, Provider::GitHub | Provider::GitLab) && self.drafts.unwrap_or(true)
    }

    /// Whether people can sign in with their account; otherwise each makes an access token.
    pub fn has_sign_in(&self) -> bool {
        match self.provider {
            Provider::GitHub => self.sign_in.is_some(),
            Provider::GitLab | Provider::Gitea | Provider::Forgejo => {
                self.sign_in.is_some() || self.app.is_some()
            }
        }
    }

    /// Whether `name` is a repository's: two or more parts of letters, digits, `.`, `_` and `-`.
    pub fn is_repository(name: &str) -> bool {
        let parts: Vec<&str> = name.split('/').collect();
        let clean = |part: &&str| {
            let sound = |b: u8| b.is_ascii_alphanumeric() || b"._-".contains(&b);
            !part.is_empty() && part.bytes().all(sound) && ![".", ".."].contains(part)
        };
        parts.len() >= 2 && parts.iter().all(clean)
    }
}
