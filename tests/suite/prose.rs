//! What staff write in Markdown, rendered from every payload of `tests/xss/payloads.json`: the
//! sanitiser holds even where the gate would let something pass.

use crate::common::repository;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tag, Token, TokenSink, TokenSinkResult, Tokenizer};
use pantau::view::Prose;
use serde_json::Value;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

/// The tags of a piece of markup, as a browser reads them.
#[derive(Default)]
struct Tags(RefCell<Vec<Tag>>);

impl TokenSink for Tags {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        if let Token::TagToken(tag) = token {
            self.0.borrow_mut().push(tag);
        }
        TokenSinkResult::Continue
    }
}

fn tags(html: &str) -> Vec<Tag> {
    let tokenizer = Tokenizer::new(Tags::default(), Default::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.take()
}

/// What `ammonia` allows where nothing is added to it.
struct Allowed {
    tags: HashSet<&'static str>,
    attributes: HashSet<&'static str>,
    own: HashMap<&'static str, HashSet<&'static str>>,
}

impl Allowed {
    fn by_default() -> Self {
        let sanitiser = ammonia::Builder::default();
        Self {
            tags: sanitiser.clone_tags(),
            attributes: sanitiser.clone_generic_attributes(),
            own: sanitiser.clone_tag_attributes(),
        }
    }

    fn refuses(&self, tag: &Tag) -> Option<String> {
        let name = tag.name.as_ref();
        if !self.tags.contains(name) {
            return Some(format!("<{name}>"));
        }
        let refused = tag.attrs.iter().find(|attribute| {
            let (key, value) = (attribute.name.local.as_ref(), attribute.value.as_ref());
            let own = self.own.get(name).is_some_and(|own| own.contains(key));
            let known = own || self.attributes.contains(key) || (name, key) == ("a", "rel");
            !known || key.starts_with("on") || key == "style" || leads_astray(key, value)
        });
        refused.map(|found| format!("<{name} {}={:?}>", &*found.name.local, &*found.value))
    }
}

/// An address with a scheme that a browser runs or shows by itself.
fn leads_astray(key: &str, value: &str) -> bool {
    let bare = value.replace(|c: char| c <= ' ', "").to_lowercase();
    let scheme = bare.split(['/', '?', '#']).next().unwrap().split_once(':');
    let scheme = scheme.map_or("", |(scheme, _)| scheme);
    // What is no scheme by RFC 3986 makes a relative address.
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    let is_address = ["href", "src", "cite", "action", "data"].contains(&key);
    is_address && is_scheme && !["http", "https", "mailto"].contains(&scheme)
}

fn payloads() -> Vec<String> {
    let file = std::fs::read(repository().join("tests/xss/payloads.json")).unwrap();
    let file: Value = serde_json::from_slice(&file).unwrap();
    let payloads = file["payloads"].as_array().unwrap().iter();
    payloads
        .map(|payload| payload[2].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn no_payload_becomes_markup_that_runs() {
    let prose = Prose::new("/");
    let allowed = Allowed::by_default();
    let payloads = payloads();
    assert!(payloads.len() >= 200);
    let mut wrong = String::new();
    let mut links = 0;
    for payload in &payloads {
        // As it is, within text, in a link and as a picture.
        let forms = [
            payload.clone(),
            format!("Teks *tebal* {payload} teks"),
            format!("[tautan]({payload}) [tautan](<{payload}>)"),
            format!("![gambar]({payload} \"{payload}\")"),
        ];
        for text in &forms {
            for html in [prose.render(text), prose.inline(text)] {
                let tags = tags(html.as_str());
                links += tags.iter().filter(|tag| &*tag.name == "a").count();
                let refused = tags.iter().filter_map(|tag| allowed.refuses(tag));
                wrong.extend(refused.map(|refused| format!("{text:?}: {refused}\n")));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(links > 100, "the payloads make few links: {links}");
}

#[test]
fn what_would_run_is_recognised() {
    let allowed = Allowed::by_default();
    let runs = [
        "<script>",
        "<img onerror=x>",
        "<p style=\"a\">",
        "<a href=\" java\nscript:x\">",
        "<a href=data:text/html,x>",
        "<svg/onload=x>",
    ];
    for html in runs {
        let tags = tags(html);
        assert!(
            tags.iter().any(|tag| allowed.refuses(tag).is_some()),
            "{html}"
        );
    }
    for html in [
        "<p>a <em>b</em></p>",
        "<a href=\"/a:b\" rel=x>",
        "<a href=https://a.id>",
    ] {
        let refused: Vec<_> = tags(html)
            .iter()
            .filter_map(|tag| allowed.refuses(tag))
            .collect();
        assert_eq!(refused, [""; 0], "{html}");
    }
}
