//! Free text: the Markdown that is read, and what it must not hold.
//!
//! Nothing is rendered here; `view` does that, and sanitises. What is refused here would not do
//! on the page what its writer meant, so the writer is told.

use super::reader::{Reader, Sp, Text};
use super::tree::Node;
use crate::problem::{Code, code};
use crate::source::TextSpan;
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::ops::Range;

/// The dialect: CommonMark with tables and struck-out text.
pub const DIALECT: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// The schemes that a link may have.
const SCHEMES: [&str; 3] = ["http", "https", "mailto"];

/// Something in a text that is refused, or a file that it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub kind: FindingKind,
    /// Its bytes within the text.
    pub range: Range<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingKind {
    /// Refused; the text to tell.
    Refused(Code, String),
    /// A link to a file below `media/`.
    Media(String),
}

/// What stands in `markdown` that somebody must hear of, in its order.
pub fn findings(markdown: &str) -> Vec<Finding> {
    // Most notes hold neither markup nor links.
    if !markdown.contains(['<', '[']) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut opened = 0;
    let mut picture: Option<(Range<usize>, String)> = None;
    for (event, range) in Parser::new_ext(markdown, DIALECT).into_offset_iter() {
        match event {
            Event::Start(Tag::HtmlBlock) => found.push(html(markdown, range)),
            Event::InlineHtml(tag) if tag.starts_with("</") && opened > 0 => opened -= 1,
            Event::InlineHtml(_) => {
                opened += 1;
                found.push(html(markdown, range));
            }
            Event::Start(Tag::Link { dest_url, .. }) => found.extend(link(&dest_url, range)),
            Event::Start(Tag::Image { dest_url, .. }) => {
                found.extend(link(&dest_url, range.clone()));
                picture = Some((range, String::new()));
            }
            Event::Text(words) | Event::Code(words) => {
                if let Some((_, text)) = &mut picture {
                    text.push_str(&words);
                }
            }
            Event::End(pulldown_cmark::TagEnd::Image) => {
                let wordless = picture.take().filter(|(_, words)| words.trim().is_empty());
                found.extend(wordless.map(|(range, _)| Finding {
                    kind: FindingKind::Refused(code::IMAGE_WITHOUT_WORDS, String::new()),
                    range,
                }));
            }
            _ => {}
        }
    }
    found
}

/// The first line of a piece of HTML, shortened: enough to find it by.
fn html(markdown: &str, range: Range<usize>) -> Finding {
    const MOST: usize = 40;
    let line = markdown[range.clone()].lines().next().unwrap_or("").trim();
    let end = range.start + markdown[range.clone()].lines().next().map_or(0, str::len);
    let mut text: String = line.chars().take(MOST).collect();
    if text.len() < line.len() {
        text.push('…');
    }
    Finding {
        kind: FindingKind::Refused(code::RAW_HTML, text),
        range: range.start..end,
    }
}

fn link(target: &str, range: Range<usize>) -> Option<Finding> {
    let kind = match target.strip_prefix("media/") {
        Some(_) => FindingKind::Media(media_path(target)),
        None if leads_somewhere(target) => return None,
        None => FindingKind::Refused(code::LINK_SCHEME, target.to_owned()),
    };
    Some(Finding { kind, range })
}

/// The file that a link into `media/` means: decoded, without its fragment.
fn media_path(target: &str) -> String {
    let path = target.split(['#', '?']).next().unwrap_or(target);
    percent_encoding::percent_decode_str(path)
        .decode_utf8_lossy()
        .into_owned()
}

/// An address of the web or of the site. Browsers skip white space and control characters
/// within a scheme (WHATWG URL, 4.4), so they don't hide one here.
fn leads_somewhere(target: &str) -> bool {
    let bare: String = target
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .collect();
    if bare.starts_with("//") || bare.contains('\\') {
        return false;
    }
    let Some((scheme, _)) = bare.split_once(':') else {
        return true;
    };
    // A colon behind a slash, a question mark or a hash belongs to a path.
    scheme.contains(['/', '?', '#']) || SCHEMES.contains(&scheme.to_ascii_lowercase().as_str())
}

/// Tells what is refused in the text of `node`, each at its place.
pub(super) fn refuse_in_value(markdown: &str, node: &Node, reader: &mut Reader) {
    for finding in findings(markdown) {
        let span = reader.place_in(markdown, finding.range, node);
        tell(finding.kind, span, reader);
    }
}

/// As [`refuse_in_value`], for what stands below a page's front matter.
pub(super) fn refuse_in_body(body: Text, reader: &mut Reader) {
    for finding in findings(body.text) {
        let span = TextSpan {
            start: body.position(finding.range.start),
            end: body.position(finding.range.end),
        };
        tell(finding.kind, span, reader);
    }
}

fn tell(kind: FindingKind, span: TextSpan, reader: &mut Reader) {
    match kind {
        FindingKind::Refused(code, text) => {
            reader.refuse::<()>(code, span, &[("text", &text)]);
        }
        FindingKind::Media(value) => reader.media_links.push(Sp { value, span }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(markdown: &str) -> Vec<(&'static str, &str)> {
        let found = findings(markdown).into_iter();
        found
            .map(|finding| match finding.kind {
                FindingKind::Refused(code, _) => (code.0, &markdown[finding.range]),
                FindingKind::Media(_) => ("media", &markdown[finding.range]),
            })
            .collect()
    }

    #[test]
    fn html_is_told_once_for_each_element() {
        assert_eq!(told("a <b>x</b> c"), [("P150", "<b>")]);
        assert_eq!(
            told("<div>\n<p>x</p>\n</div>\n\ny <br> z"),
            [("P150", "<div>"), ("P150", "<br>")]
        );
        assert_eq!(told("a </i>"), [("P150", "</i>")]);
        assert_eq!(told("<!-- x -->"), [("P150", "<!-- x -->")]);
        assert_eq!(told("5 < 6 dan 7 > 3, <10%, `<b>`, \\<b>"), []);
    }

    #[test]
    fn every_form_of_html_is_refused_at_its_place() {
        for (markdown, at) in [
            ("<script>a</script>", "<script>a</script>"),
            ("a <script>b</script>", "<script>"),
            ("a <!-- b --> c", "<!-- b -->"),
            ("<?php a ?>", "<?php a ?>"),
            ("a <?b?>", "<?b?>"),
            ("<!DOCTYPE a>", "<!DOCTYPE a>"),
            ("a <!B c>", "<!B c>"),
            ("<![CDATA[a]]>", "<![CDATA[a]]>"),
            ("a <![CDATA[b]]>", "<![CDATA[b]]>"),
            ("> <b>a", "<b>"),
            ("- <img src=x>", "<img src=x>"),
            ("# <b>a", "<b>"),
            ("| <b> |\n|---|", "<b>"),
            ("*<b>*", "<b>"),
            ("[<b>](https://a.id)", "<b>"),
            ("~~<b>~~", "<b>"),
            ("<x-a b='c'>", "<x-a b='c'>"),
            ("a <b\nc=d>", "<b"),
            ("<textarea>", "<textarea>"),
            ("<TITLE>a", "<TITLE>a"),
        ] {
            let found = told(markdown);
            assert!(found.contains(&("P150", at)), "{markdown}: {found:?}");
        }
        // Characters by their numbers are those characters, and no tags.
        for text in [
            "&lt;script&gt;",
            "&#60;b&#62;",
            "&#x3c;b>",
            "&lt;b onclick=a&gt;",
            "\\<b>",
            "`<b>`",
            "    <b>",
        ] {
            assert_eq!(told(text), [], "{text}");
        }
    }

    #[test]
    fn links_lead_to_the_web_or_into_the_site() {
        for fine in [
            "[x](https://a.id/b:c)",
            "[x](/tentang/)",
            "[x](#a)",
            "[x](a/b:c)",
            "<https://a.id>",
            "[x]\n\n[x]: http://a.id",
        ] {
            assert_eq!(told(fine), [], "{fine}");
        }
        for (bad, at) in [
            ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
            ("[x](JaVaScRiPt:a)", "[x](JaVaScRiPt:a)"),
            ("[x](java&#10;script:a)", "[x](java&#10;script:a)"),
            ("[x](&#1;javascript:a)", "[x](&#1;javascript:a)"),
            ("a [x](data:text/html,b)", "[x](data:text/html,b)"),
            ("<vbscript:a>", "<vbscript:a>"),
            ("[x](//a.id/)", "[x](//a.id/)"),
            ("[x](/\\a.id/)", "[x](/\\a.id/)"),
            ("[x]\n\n[x]: file:///etc/passwd", "[x]"),
            (
                "![x](data:image/png;base64,AA)",
                "![x](data:image/png;base64,AA)",
            ),
        ] {
            assert_eq!(told(bad), [("P151", at)], "{bad}");
        }
    }

    #[test]
    fn a_picture_needs_words() {
        assert_eq!(
            told("![](https://a.id/b.png)"),
            [("P152", "![](https://a.id/b.png)")]
        );
        assert_eq!(told("![a *b*](https://a.id/b.png)"), []);
        assert_eq!(
            told("![ ](media/a.png)"),
            [
                ("media", "![ ](media/a.png)"),
                ("P152", "![ ](media/a.png)")
            ]
        );
    }

    #[test]
    fn a_link_into_media_names_its_file() {
        let found = findings("[x](media/a%20b.pdf#page=2)");
        assert_eq!(found[0].kind, FindingKind::Media("media/a b.pdf".into()));
    }
}
