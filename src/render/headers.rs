//! `_headers`: what a host is to say beside every file, for hosts that read it from the site itself.

use crate::view::POLICY;

/// What no page of a site needs, hence no script may ask for.
const PERMISSIONS: &str =
    "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

/// The file in the form that Netlify and Cloudflare Pages share: a pattern of paths, and below it
/// the headers. `frame-ancestors` stands here alone, for pages can't say it themselves.
pub fn headers() -> String {
    let lines = [
        format!("Content-Security-Policy: {POLICY}; frame-ancestors 'none'"),
        format!("Permissions-Policy: {PERMISSIONS}"),
        "Referrer-Policy: strict-origin-when-cross-origin".to_owned(),
        "X-Content-Type-Options: nosniff".to_owned(),
    ];
    format!("/*\n  {}\n", lines.join("\n  "))
}
