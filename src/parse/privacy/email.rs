//! E-mail addresses.

use super::{Finding, Kind, url};

/// As East Asian keyboards write it.
pub const WIDE_AT: &str = "\u{ff20}";

/// Endings of `logo@2x.png`, which is no address.
const FILES: [&str; 9] = [
    "png", "jpg", "jpeg", "webp", "gif", "avif", "svg", "pdf", "css",
];

/// Algorithms of OpenSSH for keys in hardware, as they stand at the start of a public key.
const ALGORITHMS: [&str; 2] = [
    "sk-ssh-ed25519@openssh.com",
    "sk-ecdsa-sha2-nistp256@openssh.com",
];

/// The address around the `@` that stands at byte `at`.
pub fn around(text: &str, at: usize) -> Option<Finding> {
    let sign = text[at..].chars().next()?.len_utf8();
    let (head, tail) = (&text[..at], &text[at + sign..]);
    let local = local(head);
    let domain = domain(tail)?;
    let start = at - local.len();
    if local.is_empty() || url::holds(text, start) {
        return None;
    }
    let value = format!("{local}@{domain}").to_lowercase();
    (!ALGORITHMS.contains(&&*value)).then(|| Finding {
        kind: Kind::Email,
        range: start..at + sign + domain.len(),
        value,
    })
}

/// What stands before the sign.
fn local(head: &str) -> &str {
    let is_part = |c: char| c.is_alphanumeric() || "._%+-".contains(c);
    let start = head
        .char_indices()
        .rev()
        .take_while(|(_, c)| is_part(*c))
        .last();
    start
        .map_or("", |(at, _)| &head[at..])
        .trim_start_matches(['.', '-', '+', '%'])
}

/// A domain with a dot at least, and letters at its end.
fn domain(tail: &str) -> Option<&str> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    let end = tail.find(|c| !is_part(c)).unwrap_or(tail.len());
    let domain = tail[..end].trim_end_matches(['.', '-', '_']);
    let (before, last) = domain.rsplit_once('.')?;
    let is_top = last.len() >= 2 && last.bytes().all(|b| b.is_ascii_alphabetic());
    let whole = before.split('.').all(|label| !label.is_empty());
    let is_file = FILES.contains(&last.to_ascii_lowercase().as_str());
    (is_top && whole && !is_file).then_some(domain)
}
