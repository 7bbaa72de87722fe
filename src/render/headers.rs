//! `_headers`: what a host is to say beside every file, for hosts that read it from the site itself.

use crate::view::POLICY;
use std::collections::BTreeSet;

/// What stands beside every file, whatever may be done with it.
pub(super) const ALWAYS: [(&str, &str); 4] = [
    // Nobody is known here, so that a page of anybody may read what everybody may.
    ("Access-Control-Allow-Origin", "*"),
    // What no page of a site needs, hence no script may ask for.
    (
        "Permissions-Policy",
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("X-Content-Type-Options", "nosniff"),
];

/// What a host is to say of what may be done, by patterns of paths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostPolicies {
    /// What other sites may not show in a frame; none: no page is. Each has a rule of its own then, for
    /// where two rules fit a path Cloudflare sends the values of both: what one of them forbids no other
    /// allows again.
    pub unframed: BTreeSet<String>,
    pub form: Option<FormRules>,
}

/// Rules of a site that has a web form for staff, whose pages alone may do more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormRules {
    /// Of the form's own files.
    pub pattern: String,
    pub policy: String,
    /// Of all that is neither in [`HostPolicies::unframed`] nor the form's: since no rule for everything
    /// can forbid what the form needs, each says by itself what it may do.
    pub others: BTreeSet<String>,
}

/// The file in the form that Netlify and Cloudflare Pages share: a pattern of paths, and below it
/// the headers. `frame-ancestors` stands here alone, for pages can't say it themselves.
pub fn headers(policies: &HostPolicies) -> String {
    let never = format!("Content-Security-Policy: {POLICY}; frame-ancestors 'none'");
    let plain = format!("Content-Security-Policy: {POLICY}");
    let policy = match (&policies.form, policies.unframed.is_empty()) {
        (Some(_), _) => None,
        (None, true) => Some(never.clone()),
        (None, false) => Some(plain.clone()),
    };
    let always = ALWAYS.map(|(name, value)| format!("{name}: {value}"));
    let mut lines: Vec<String> = always.into_iter().chain(policy).collect();
    // By their names, in which order the policy stands second.
    lines.sort();
    let mut file = format!("/*\n  {}\n", lines.join("\n  "));
    for pattern in &policies.unframed {
        file += &format!("{pattern}\n  {never}\n");
    }
    if let Some(form) = &policies.form {
        for pattern in &form.others {
            file += &format!("{pattern}\n  {plain}\n");
        }
        let (pattern, policy) = (&form.pattern, &form.policy);
        file += &format!(
            "{pattern}\n  Content-Security-Policy: {policy}; frame-ancestors 'none'\n  X-Robots-Tag: noindex\n"
        );
    }
    file
}
