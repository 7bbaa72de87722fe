//! Finished markup: what a template may print without escaping it again.

use pulldown_cmark::{Event, Options, Parser, Tag, html};
use serde::Serialize;

/// Markup that is safe to print as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Html(String);

impl Html {
    /// `text`, escaped.
    pub fn text(text: &str) -> Self {
        Self(escape(text))
    }

    /// A chart drawn by `chart`, which escapes every label itself.
    pub fn chart(svg: String) -> Self {
        Self(svg)
    }

    /// A message of a locale file: its own markup stays, its arguments were escaped.
    pub(super) fn message(text: String) -> Self {
        Self(text)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `text` with spaces that no line breaks at.
pub(super) fn unbroken(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

/// Escapes the five characters that mean something in HTML text or a quoted attribute.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    pulldown_cmark_escape::escape_html(&mut escaped, text)
        .expect("writing to a string does not fail");
    escaped.replace('\'', "&#39;")
}

/// Renders what staff wrote in Markdown.
#[derive(Debug)]
pub struct Prose {
    sanitiser: ammonia::Builder<'static>,
}

impl Default for Prose {
    fn default() -> Self {
        let mut sanitiser = ammonia::Builder::default();
        sanitiser
            .link_rel(Some("noopener noreferrer"))
            .url_schemes(["http", "https", "mailto"].into());
        Self { sanitiser }
    }
}

impl Prose {
    /// `markdown` as sanitised HTML. Raw HTML in it is shown as the text it is, headings begin
    /// at the third level, pictures from elsewhere become links (no page contacts another host).
    pub fn render(&self, markdown: &str) -> Html {
        if is_plain(markdown) {
            return Html(format!("<p>{}</p>", escape(markdown.trim())));
        }
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
        let events = Parser::new_ext(markdown, options).map(tame);
        let mut rendered = String::with_capacity(markdown.len() * 2);
        html::push_html(&mut rendered, events);
        Html(self.sanitiser.clean(&rendered).to_string())
    }
}

/// One paragraph without a character that Markdown gives a meaning: nothing to parse or
/// sanitise. Most notes are such.
fn is_plain(markdown: &str) -> bool {
    let meaningless = |c: char| c.is_alphanumeric() || " ,.;:()%/'\"?–−×".contains(c);
    let text = markdown.trim();
    text.starts_with(char::is_alphabetic) && text.chars().all(meaningless) && !text.contains("://")
}

fn tame(event: Event<'_>) -> Event<'_> {
    use pulldown_cmark::{HeadingLevel, TagEnd};
    let below = |level: HeadingLevel| match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H2,
        _ => HeadingLevel::H3,
    };
    match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        Event::Start(Tag::Heading { level, .. }) => Event::Start(Tag::Heading {
            level: below(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below(level))),
        Event::Start(Tag::Image {
            link_type,
            dest_url,
            title,
            id,
        }) => Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }),
        Event::End(TagEnd::Image) => Event::End(TagEnd::Link),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn staff_text_is_rendered_without_anything_that_runs() {
        let prose = Prose::default();
        let cases = [
            ("Naik 4% di TW II.", "<p>Naik 4% di TW II.</p>"),
            ("a *b*", "<p>a <em>b</em></p>\n"),
            ("# Judul", "<h2>Judul</h2>\n"),
            (
                "x <script>alert(1)</script>",
                "<p>x &lt;script&gt;alert(1)&lt;/script&gt;</p>\n",
            ),
            ("<b onclick=x>y", "<p>&lt;b onclick=x&gt;y</p>\n"),
            (
                "[x](javascript:alert(1))",
                "<p><a rel=\"noopener noreferrer\">x</a></p>\n",
            ),
            (
                "![x](https://a.id/b.png)",
                "<p><a href=\"https://a.id/b.png\" rel=\"noopener noreferrer\">x</a></p>\n",
            ),
        ];
        for (markdown, expected) in cases {
            assert_eq!(prose.render(markdown).as_str(), expected, "{markdown}");
        }
    }
}
