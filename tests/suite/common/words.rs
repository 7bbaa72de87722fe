//! The words of a page, as a reader meets them.

/// What is there on every page and is no part of what this one says.
const AROUND: [&str; 7] = ["head", "style", "script", "svg", "nav", "footer", "header"];

const LINES: [&str; 20] = [
    "p", "li", "h1", "h2", "h3", "h4", "h5", "tr", "dt", "dd", "div", "section", "ol", "ul",
    "table", "caption", "summary", "article", "br", "main",
];

/// One line for each paragraph, item, row or term; what is struck through stands between `~~`.
pub fn lines(html: &str) -> Vec<String> {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        let name = tag.split([' ', '\n', '/']).next().unwrap_or_default();
        rest = after;
        if AROUND.contains(&name) {
            let end = format!("</{name}>");
            rest = rest.split_once(&end).map_or("", |(_, after)| after);
        } else if LINES.contains(&name) {
            text.push('\n');
        }
        match (name, tag) {
            ("td" | "th", _) => text.push_str(" | "),
            ("s" | "del", _) | (_, "/s" | "/del") => text.push_str("~~"),
            _ => {}
        }
    }
    text.push_str(rest);
    let text = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text, |text, (entity, sign)| text.replace(entity, sign));
    let lines = text.lines().map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.join(" ")
    });
    lines.filter(|line| !line.is_empty()).collect()
}
