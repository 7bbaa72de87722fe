//! Problems as workflow commands of GitHub Actions, which shows them at their lines.

use super::paths;
use super::words::CliWords;
use crate::problem::{Problem, Severity};
use std::path::Path;

/// A command for a problem; on one line, whatever the problem quotes.
pub(super) fn command(problem: &Problem, root: &Path, words: &CliWords) -> String {
    let name = match problem.severity {
        Severity::Error | Severity::Violation => "error",
        Severity::Warning => "warning",
    };
    let file = property(&paths::from_here(root, &problem.file));
    let title = property(&title(problem, words));
    let (start, end) = (problem.span.start, problem.span.end);
    let place = format!(
        "line={},endLine={},col={},endColumn={}",
        start.line, end.line, start.column, end.column
    );
    let text = format!("{}\n{}", words.problem(problem), words.way_out(problem));
    format!(
        "::{name} file={file},{place},title={title}::{}",
        data(&text)
    )
}

/// GitHub knows no violations: the title has to tell them from errors.
fn title(problem: &Problem, words: &CliWords) -> String {
    match problem.severity {
        Severity::Violation => format!("{} {}", problem.code, words.severity(problem.severity)),
        Severity::Error | Severity::Warning => problem.code.to_string(),
    }
}

/// What stands behind `::`, as `escapeData` of GitHub's toolkit writes it.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// What stands between commas, as `escapeProperty` of GitHub's toolkit writes it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::problem::code;
    use crate::source::TextSpan;

    #[test]
    fn nothing_in_a_text_ends_a_command_or_begins_one() {
        let text = "100 %\r\n::error::a, b";
        assert_eq!(data(text), "100 %25%0D%0A::error::a, b");
        assert_eq!(property(text), "100 %25%0D%0A%3A%3Aerror%3A%3Aa%2C b");
    }

    #[test]
    fn a_violation_is_an_error_whose_title_says_what_it_is() {
        let problem = |severity| Problem {
            severity,
            ..Problem::error(code::TAB, "opd/a,b.yml", TextSpan::START)
        };
        let words = CliWords::new(Language::English);
        let begins = [
            (Severity::Error, "::error ", "title=P003::"),
            (Severity::Violation, "::error ", "title=P003 violation::"),
            (Severity::Warning, "::warning ", "title=P003::"),
        ];
        for (severity, name, title) in begins {
            let told = command(&problem(severity), Path::new("."), &words);
            let place = "file=content/opd/a%2Cb.yml,line=1,endLine=1,col=1,endColumn=1,";
            assert!(told.starts_with(&format!("{name}{place}{title}")), "{told}");
            assert_eq!(told.lines().count(), 1);
        }
    }
}
