//! What HTML the words of a theme may have. Some messages are put into pages as they stand, so that whoever translates a theme
//! could put a script into every page; a locale file has words, and the markup that the embedded ones have.

use crate::format::MessageError;

/// Elements without attributes, and the one that names a language.
const ALLOWED: [&str; 16] = [
    "<b>",
    "</b>",
    "<strong>",
    "</strong>",
    "<em>",
    "</em>",
    "<i>",
    "</i>",
    "<s>",
    "</s>",
    "<code>",
    "</code>",
    "<br>",
    "</a>",
    "</span>",
    "<span lang=\"id\">",
];
/// A link leads where its argument says, which is escaped.
const LINK: (&str, &str) = ("<a href=\"{ $", " }\">");
/// Fluent's ways to write a `<` by its number.
const ESCAPED: [&str; 2] = ["\\u003c", "\\u00003c"];

/// Everything in the locale file `name` that is other markup, with its line.
pub(super) fn refused(name: &str, text: &str) -> Vec<MessageError> {
    let lines = text.lines().zip(1..);
    let lines = lines.filter(|(line, _)| !line.starts_with('#'));
    lines
        .filter_map(|(line, number)| {
            Some(MessageError::Markup {
                source: name.to_owned(),
                line: number,
                markup: first_refused(line)?.chars().take(40).collect(),
            })
        })
        .collect()
}

fn first_refused(line: &str) -> Option<&str> {
    let lower = line.to_ascii_lowercase();
    if let Some(at) = ESCAPED.iter().find_map(|escaped| lower.find(escaped)) {
        return Some(&line[at..]);
    }
    let starts = line.match_indices('<').map(|(at, _)| &line[at..]);
    starts.into_iter().find(|rest| !is_allowed(rest))
}

fn is_allowed(rest: &str) -> bool {
    let is_link = |rest: &str| {
        let rest = rest.strip_prefix(LINK.0)?;
        let (argument, _) = rest.split_once(LINK.1)?;
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        argument.bytes().all(is_name).then_some(())
    };
    ALLOWED.iter().any(|tag| rest.starts_with(tag)) || is_link(rest).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_the_markup_of_the_embedded_ones_and_no_other() {
        for fine in [
            "a = <b>{ $x }</b> dari <a href=\"{ $url }\">sini</a>",
            "# <script>",
            "a = 5 > 3 & 4",
            "a = <span lang=\"id\">{ $x }</span>",
        ] {
            assert_eq!(refused("id.ftl", fine), [], "{fine}");
        }
        for (bad, markup) in [
            ("a = <script>x</script>", "<script>x</script>"),
            ("a = <b onclick=x>y</b>", "<b onclick=x>y</b>"),
            (
                "a = <a href=\"javascript:x\">y</a>",
                "<a href=\"javascript:x\">y</a>",
            ),
            (
                "a = <a href=\"{ $url }\" onclick=x>y</a>",
                "<a href=\"{ $url }\" onclick=x>y</a>",
            ),
            ("a = {\"<\"}script>", "<\"}script>"),
            ("a = {\"\\u003Cscript>\"}", "\\u003Cscript>\"}"),
            ("a = {\"\\U00003Cscript>\"}", "\\U00003Cscript>\"}"),
            ("a = <!-- x -->", "<!-- x -->"),
            ("a = <B>x</B>", "<B>x</B>"),
        ] {
            let text = format!("b = c\n{bad}\n");
            let expected = MessageError::Markup {
                source: "id.ftl".into(),
                line: 2,
                markup: markup.into(),
            };
            assert_eq!(refused("id.ftl", &text), [expected], "{bad}");
        }
    }
}
