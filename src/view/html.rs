//! Finished markup: what a template may print without escaping it again.

use super::said::Said;
use crate::parse::markdown::DIALECT;
use pulldown_cmark::{Event, Parser, Tag, html};
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

    /// A text of the data, escaped, in a span of its own language where that is not the page's.
    pub(super) fn said(said: &Said) -> Self {
        let text = escape(&said.text);
        match said.foreign {
            "" => Self(text),
            foreign => Self(format!("<span{foreign}>{text}</span>")),
        }
    }

    /// Rendered prose with the mark of its language: on its paragraph, else around its blocks.
    pub(super) fn marked(self, foreign: &str) -> Self {
        let only = self.0.trim_end().strip_prefix("<p>");
        let only = only.and_then(|rest| rest.strip_suffix("</p>"));
        match only.filter(|inside| !inside.contains("<p") && !inside.contains("</p>")) {
            _ if foreign.is_empty() => self,
            Some(inside) => Self(format!("<p{foreign}>{inside}</p>")),
            None => Self(format!("<div{foreign}>{}</div>", self.0)),
        }
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

    /// What it says, without any markup.
    pub(super) fn plain(&self) -> String {
        let mut text = String::new();
        for part in self.0.split('<').enumerate() {
            match part {
                (0, before) => text += before,
                // What is neither text nor a tag is no markup of ours.
                (_, tagged) => {
                    let (tag, after) = tagged.split_once('>').unwrap_or((tagged, ""));
                    text += if is_inline(tag) { "" } else { " " };
                    text += after;
                }
            }
        }
        let words: Vec<&str> = text.split([' ', '\n']).filter(|w| !w.is_empty()).collect();
        unescape(&words.join(" "))
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
    if !escaped.contains('\'') {
        return escaped;
    }
    escaped.replace('\'', "&#39;")
}

/// Whether a tag stands within a word's line.
fn is_inline(tag: &str) -> bool {
    let name = tag.trim_start_matches('/');
    let name = name.split([' ', '/']).next().unwrap_or_default();
    ["a", "b", "em", "s", "del", "strong", "code", "span"].contains(&name)
}

/// The reverse of [`escape`]; `&amp;` last, or `&amp;lt;` would become `<`.
fn unescape(text: &str) -> String {
    let named = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&nbsp;", "\u{a0}"),
        ("&amp;", "&"),
    ];
    let replaced = |text: String, (name, meant): (&str, &str)| text.replace(name, meant);
    named.into_iter().fold(text.to_owned(), replaced)
}

/// Renders what staff wrote in Markdown.
#[derive(Debug)]
pub struct Prose {
    sanitiser: ammonia::Builder<'static>,
    base_path: String,
}

impl Prose {
    /// For a site that stands at `base_path`, which begins and ends with a slash.
    pub fn new(base_path: &str) -> Self {
        let mut sanitiser = ammonia::Builder::default();
        sanitiser
            .link_rel(Some("noopener noreferrer"))
            .url_schemes(["http", "https", "mailto"].into());
        Self {
            sanitiser,
            base_path: base_path.to_owned(),
        }
    }

    /// `markdown` as sanitised HTML. Raw HTML in it is shown as the text it is, headings begin
    /// at the second level, pictures become links (no page contacts another host), and links
    /// within the site lead below its path.
    pub fn render(&self, markdown: &str) -> Html {
        if is_plain(markdown) {
            return Html(format!("<p>{}</p>", escape(markdown.trim())));
        }
        self.push(events(markdown), markdown.len())
    }

    /// `markdown` within a sentence: its emphasis and links, its blocks run together.
    pub fn inline(&self, markdown: &str) -> Html {
        if is_plain(markdown) {
            return Html(escape(markdown.trim()));
        }
        let html = self.push(events(markdown).filter_map(without_block), markdown.len());
        Html(html.0.trim().to_owned())
    }

    fn push<'e>(&self, events: impl Iterator<Item = Event<'e>>, length: usize) -> Html {
        let mut rendered = String::with_capacity(length * 2);
        html::push_html(&mut rendered, events.map(|event| self.placed(event)));
        Html(self.sanitiser.clean(&rendered).to_string())
    }

    /// Root-relative links and those into `media/`, put below the site's path.
    fn placed<'e>(&self, event: Event<'e>) -> Event<'e> {
        match event {
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            }) => {
                let within = match dest_url.strip_prefix('/') {
                    Some(rest) if !rest.starts_with('/') => Some(rest),
                    None if dest_url.starts_with("media/") => Some(&*dest_url),
                    _ => None,
                };
                let placed = within.map(|path| format!("{}{path}", self.base_path).into());
                Event::Start(Tag::Link {
                    link_type,
                    dest_url: placed.unwrap_or(dest_url),
                    title,
                    id,
                })
            }
            other => other,
        }
    }
}

fn events(markdown: &str) -> impl Iterator<Item = Event<'_>> {
    Parser::new_ext(markdown, DIALECT).map(tame)
}

/// What may stand within a sentence; the end of a block becomes a space.
fn without_block(event: Event<'_>) -> Option<Event<'_>> {
    use pulldown_cmark::TagEnd;
    match event {
        Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. })
        | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link) => {
            Some(event)
        }
        Event::Start(_) => None,
        Event::End(_) | Event::HardBreak | Event::Rule => Some(Event::SoftBreak),
        other => Some(other),
    }
}

/// One paragraph without a character that Markdown gives a meaning: nothing to parse or
/// sanitise. Most notes are such. A hyphen within a word means nothing (*rata-rata*, of which Indonesian is full), `&`
/// before a space begins no entity, and `<` before a space or a digit no tag.
fn is_plain(markdown: &str) -> bool {
    let text = markdown.trim();
    let means_nothing = |(at, c): (usize, char)| {
        let next = || text[at..].chars().nth(1);
        match c {
            '-' => {
                let is_joined = text[..at].ends_with(char::is_alphanumeric);
                is_joined && next().is_some_and(char::is_alphanumeric)
            }
            '&' => next() == Some(' '),
            '<' => next().is_some_and(|next| next == ' ' || next.is_ascii_digit()),
            _ => c.is_alphanumeric() || " ,.;:()%/'\"?–−×".contains(c),
        }
    };
    text.starts_with(char::is_alphabetic)
        && text.char_indices().all(means_nothing)
        && !text.contains("://")
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
    use proptest::prelude::*;

    #[test]
    fn staff_text_is_rendered_without_anything_that_runs() {
        let prose = Prose::new("/repo/");
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
                "[x](/tentang/) [y](media/a.pdf) [z](//a.id/)",
                "<p><a href=\"/repo/tentang/\" rel=\"noopener noreferrer\">x</a> \
                 <a href=\"/repo/media/a.pdf\" rel=\"noopener noreferrer\">y</a> \
                 <a href=\"//a.id/\" rel=\"noopener noreferrer\">z</a></p>\n",
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

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        /// But for the line that ends a paragraph.
        #[test]
        fn a_text_that_is_taken_for_plain_is_what_markdown_makes_of_it(
            text in "[a-zé]([a-z0-9é ,.;:()%/'\"?–×]|[a-z]-[a-z0-9]| [0-9]-[a-z]|www\\.|& [a-z]|<[0-9]|< [a-z]){0,12}",
        ) {
            let prose = Prose::new("/");
            prop_assume!(is_plain(&text));
            let parsed = prose.push(events(&text), text.len());
            prop_assert_eq!(unescape(prose.render(&text).as_str()), unescape(parsed.as_str().trim_end()));
        }
    }

    #[test]
    fn a_character_is_plain_where_it_begins_nothing() {
        for (text, is) in [
            ("rata-rata turun", true),
            ("a-b-c", true),
            ("- a", false),
            ("a - b", false),
            ("a -b", false),
            ("a--b", false),
            ("a-", false),
            ("sarana & prasarana", true),
            ("a &amp; b", false),
            ("a&b", false),
            ("a &", false),
            ("turun (<1%)", true),
            ("a < b", true),
            ("a <b>", false),
            ("a </b>", false),
            ("a <!-- b", false),
            ("a <", false),
        ] {
            assert_eq!(is_plain(text), is, "{text}");
        }
    }

    #[test]
    fn prose_says_which_language_it_is_in() {
        let prose = Prose::new("/");
        let cases = [
            ("Naik.", "<p lang=\"id\">Naik.</p>"),
            ("*a*", "<p lang=\"id\"><em>a</em></p>"),
            ("a\n\nb", "<div lang=\"id\"><p>a</p>\n<p>b</p>\n</div>"),
            ("- a", "<div lang=\"id\"><ul>\n<li>a</li>\n</ul>\n</div>"),
        ];
        for (markdown, expected) in cases {
            let marked = prose.render(markdown).marked(" lang=\"id\"");
            assert_eq!(marked.as_str(), expected, "{markdown}");
            let own = prose.render(markdown);
            assert_eq!(own.clone().marked(""), own);
        }
    }

    #[test]
    fn markup_can_be_left_out() {
        let prose = Prose::new("/");
        let cases = [
            ("satu **dua**, *tiga*.", "satu dua, tiga."),
            ("a\n\n- satu\n- dua", "a satu dua"),
            ("<b>x</b> & \"y\" &lt;", "<b>x</b> & \"y\" <"),
            ("[x](https://a.id/?q=1&b=2)", "x"),
        ];
        for (markdown, expected) in cases {
            assert_eq!(prose.render(markdown).plain(), expected, "{markdown}");
        }
        assert_eq!(Html::text("a < b &lt; 'c'").plain(), "a < b &lt; 'c'");
    }

    #[test]
    fn staff_text_in_a_sentence_has_no_blocks() {
        let prose = Prose::new("/");
        let cases = [
            ("Pergeseran *P-APBD*.", "Pergeseran <em>P-APBD</em>."),
            ("a\n\n- satu\n- dua", "a\nsatu\ndua"),
            ("# Judul\n<b>x</b>", "Judul\n&lt;b&gt;x&lt;/b&gt;"),
        ];
        for (markdown, expected) in cases {
            let html = prose.inline(markdown);
            let lines: Vec<&str> = html.as_str().split_whitespace().collect();
            let wanted: Vec<&str> = expected.split_whitespace().collect();
            assert_eq!(lines, wanted, "{markdown}");
        }
    }
}
