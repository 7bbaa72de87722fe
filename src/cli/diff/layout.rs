//! The parts of a report laid out: for a terminal, and as Markdown for a pull request or a job's
//! summary.

use super::report::Report;
use super::sections::{Fold, Section, sections, summary};
use crate::cli::harmless::harmless;
use crate::cli::words::CliWords;
use crate::format::Arg;

pub(super) fn human(report: &Report<'_>, words: &CliWords) -> String {
    let mut text = harmless(&summary(report, words).join(" "));
    for section in sections(report, words) {
        text += &format!("\n\n{}\n", harmless(&section.title));
        let lines = section.lines.iter().map(|line| {
            let cells: Vec<&str> = line.iter().map(String::as_str).collect();
            let told: Vec<&str> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
            format!("  {}", harmless(&told.join(" | ")))
        });
        text += &lines
            .chain(more(&section, words))
            .collect::<Vec<_>>()
            .join("\n");
    }
    text
}

pub(super) fn markdown(report: &Report<'_>, words: &CliWords) -> String {
    let sentences = summary(report, words);
    let mut text = format!("## {}\n\n", words.text("diff_heading"));
    text += &format!("**{}** ", escaped(&sentences[0]));
    text += &escaped(&sentences[1..].join(" "));
    for section in sections(report, words) {
        let (before, after) = match section.fold {
            Fold::Open => (format!("\n\n### {}\n\n", escaped(&section.title)), ""),
            Fold::Closed => {
                let title = escaped_html(&section.title);
                let before = format!("\n\n<details>\n<summary>{title}</summary>\n\n");
                (before, "\n</details>")
            }
        };
        text += &before;
        text += &line(&section.columns);
        text += &format!("|{}\n", " --- |".repeat(section.columns.len()));
        text.extend(section.lines.iter().map(|cells| line(cells)));
        text.extend(more(&section, words).map(|told| format!("\n{}\n", escaped(told.trim()))));
        text += after;
    }
    text
}

fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
    format!("| {} |\n", cells.join(" | "))
}

/// How much of a part is not shown.
fn more(section: &Section, words: &CliWords) -> Option<String> {
    let left_out = section.left_out as u64;
    let told = || words.with("diff_left_out", &[("count", Arg::Count(left_out))]);
    (left_out > 0).then(|| format!("  {}", told()))
}

/// `text` as Markdown that says nothing but it: CommonMark lets every mark of ASCII be escaped by a
/// backslash (section 2.4). On one line, since it stands in a table.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in harmless(text).chars() {
        if "\\`*_[]<>|~&#$@!{}".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// As [`escaped`], where Markdown leaves the text to HTML.
fn escaped_html(text: &str) -> String {
    harmless(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_no_markup_and_ends_no_cell() {
        assert_eq!(
            escaped("a|b\n<b> *x* `y` [z](w)"),
            r"a\|b \<b\> \*x\* \`y\` \[z\](w)"
        );
        assert_eq!(escaped_html("<a & b>"), "&lt;a &amp; b&gt;");
    }
}
