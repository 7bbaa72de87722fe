//! `_redirects`: what hosts that read it answer at old addresses (Netlify, Cloudflare Pages, GitLab
//! Pages). The pages that stand there say the same to every other host.

/// A rule, its addresses root-relative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Redirect {
    /// One page.
    Page { from: String, to: String },
    /// Everything below a folder, to the same place below another.
    Folder { from: String, to: String },
    /// Everything below a folder is gone; the page that says so.
    Gone { from: String, page: String },
}

/// One rule a line. The first one that fits holds; single pages stand before folders, as
/// Cloudflare wants it.
pub fn redirects(rules: &[Redirect]) -> String {
    let is_page = |rule: &&Redirect| matches!(rule, Redirect::Page { .. });
    let pages = rules.iter().filter(is_page);
    let folders = rules.iter().filter(|rule| !is_page(rule));
    pages.chain(folders).map(line).collect()
}

/// Netlify shows a page that is there rather than follow a rule, unless `!` forces it. Only what
/// is gone needs that, for its status: what moved is said by the page too, and Cloudflare knows
/// no `!`.
fn line(rule: &Redirect) -> String {
    match rule {
        Redirect::Page { from, to } => format!("{from} {to} 301\n"),
        Redirect::Folder { from, to } => format!("{from}* {to}:splat 301\n"),
        Redirect::Gone { from, page } => format!("{from}* {page} 410!\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_pages_come_first_and_folders_keep_what_is_below_them() {
        let rules = [
            Redirect::Gone {
                from: "/a/b/".into(),
                page: "/a/b/index.html".into(),
            },
            Redirect::Folder {
                from: "/a/".into(),
                to: "/c/".into(),
            },
            Redirect::Page {
                from: "/a/2025/".into(),
                to: "/c/".into(),
            },
        ];
        let expected = "/a/2025/ /c/ 301\n/a/b/* /a/b/index.html 410!\n/a/* /c/:splat 301\n";
        assert_eq!(redirects(&rules), expected);
        assert_eq!(redirects(&[]), "");
    }
}
