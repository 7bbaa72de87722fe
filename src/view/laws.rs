//! What must hold of any Markdown that is put on a page: see [`crate::parse::laws`].

use super::Prose;
use crate::parse::markdown::findings;

const BLOCKS: [&str; 22] = [
    "p",
    "h2",
    "h3",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "code",
    "hr",
    "br",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "a",
    "em",
    "strong",
    "del",
    "s",
];
const WITHIN_A_SENTENCE: [&str; 6] = ["a", "em", "strong", "del", "s", "code"];
const ATTRIBUTES: [&str; 6] = ["href", "title", "rel", "start", "align", "alt"];

/// No text puts a script, a handler, a style, a picture of another host or a link of another scheme on a page;
/// its elements are closed; and what is told of the text lies in it.
pub fn markdown(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let prose = Prose::new("/a/");
    is_harmless(prose.render(&text).as_str(), &BLOCKS);
    is_harmless(prose.inline(&text).as_str(), &WITHIN_A_SENTENCE);
    for finding in findings(&text) {
        assert!(
            text.get(finding.range.clone()).is_some(),
            "{finding:?} in {text:?}"
        );
    }
}

/// Reads HTML as strictly as it was written, by a reader of its own.
fn is_harmless(html: &str, elements: &[&str]) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        assert!(!rest[..at].contains('>'), "{html}");
        let (tag, after) = tag(&rest[at + 1..]);
        rest = after;
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{html}"),
            None => {
                let name = tag.split(' ').next().unwrap_or_default();
                assert!(elements.contains(&name), "<{name}> in {html}");
                attributes(&tag[name.len()..], html);
                if !["hr", "br"].contains(&name) {
                    open.push(name);
                }
            }
        }
    }
    assert!(open.is_empty() && !rest.contains('>'), "{html}");
}

/// What stands up to the `>` that is in no quotes, and what follows it.
fn tag(text: &str) -> (&str, &str) {
    let mut is_quoted = false;
    let end = text.find(|c| {
        is_quoted ^= c == '"';
        c == '>' && !is_quoted
    });
    let end = end.unwrap_or_else(|| panic!("an open tag: {text}"));
    (&text[..end], &text[end + 1..])
}

/// ` name="value"`, as often as there are.
fn attributes(mut text: &str, html: &str) {
    while !text.is_empty() {
        let (name, rest) = text
            .split_once("=\"")
            .unwrap_or_else(|| panic!("{text} in {html}"));
        let (value, rest) = rest
            .split_once('"')
            .unwrap_or_else(|| panic!("{text} in {html}"));
        let name = name
            .strip_prefix(' ')
            .unwrap_or_else(|| panic!("{text} in {html}"));
        assert!(ATTRIBUTES.contains(&name), "{name} in {html}");
        if name == "href" {
            leads_nowhere_else(value, html);
        }
        text = rest;
    }
}

/// A link has one of three schemes, or none: what a browser would strip or unescape before it looks counts as
/// stripped and unescaped.
fn leads_nowhere_else(href: &str, html: &str) {
    let seen = href.replace("&amp;", "&").replace("&nbsp;", " ");
    let seen: String = seen
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect();
    let seen = seen.trim_start_matches(|c: char| c <= ' ');
    let before = seen.split(['/', '?', '#']).next().unwrap_or_default();
    if let Some((scheme, _)) = before.split_once(':') {
        let scheme = scheme.to_ascii_lowercase();
        let starts = scheme.starts_with(|c: char| c.is_ascii_lowercase());
        let is_scheme = starts
            && scheme
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
        assert!(
            !is_scheme || ["http", "https", "mailto"].contains(&&*scheme),
            "{href} in {html}"
        );
    }
}
