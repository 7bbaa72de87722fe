//! `_headers`: what a host is to say beside every file, for hosts that read it from the site itself.

use crate::view::POLICY;
use std::collections::BTreeSet;

/// What no page of a site needs, hence no script may ask for.
const PERMISSIONS: &str =
    "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

/// The file in the form that Netlify and Cloudflare Pages share: a pattern of paths, and below it
/// the headers. `frame-ancestors` stands here alone, for pages can't say it themselves.
///
/// `unframed` are the patterns of what other sites may not show in a frame; none: no page is. Each has a
/// rule of its own then, for where two rules fit a path Cloudflare sends the values of both: what one of them
/// forbids no other allows again.
pub fn headers(unframed: &BTreeSet<String>) -> String {
    let never = format!("Content-Security-Policy: {POLICY}; frame-ancestors 'none'");
    let policy = match unframed.is_empty() {
        true => never.clone(),
        false => format!("Content-Security-Policy: {POLICY}"),
    };
    let lines = [
        // Nobody is known here, so that a page of anybody may read what everybody may.
        "Access-Control-Allow-Origin: *".to_owned(),
        policy,
        format!("Permissions-Policy: {PERMISSIONS}"),
        "Referrer-Policy: strict-origin-when-cross-origin".to_owned(),
        "X-Content-Type-Options: nosniff".to_owned(),
    ];
    let mut file = format!("/*\n  {}\n", lines.join("\n  "));
    for pattern in unframed {
        file += &format!("{pattern}\n  {never}\n");
    }
    file
}
