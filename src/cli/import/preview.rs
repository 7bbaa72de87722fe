//! What an import would change, as a table in the terminal.

use crate::cli::harmless::harmless;
use crate::cli::table;
use crate::cli::words::CliWords;
use crate::form::{Effect, Line, Shift, Subject};

/// Characters of a column; longer texts are cut in the preview, not in the data.
const MOST: usize = 38;

/// The changes of one contract's quarter: what stood there, what will, and what it does to
/// capaian.
pub(super) fn table(effect: &Effect, words: &CliWords) -> String {
    let head = [
        ("official", effect.official.as_str()),
        ("post", &effect.post),
        ("quarter", &effect.quarter.to_string()),
    ];
    let heads = [
        "import_what",
        "import_before",
        "import_now",
        "import_capaian",
    ];
    let heads = heads.map(|key| words.text(key));
    let lines = effect.lines.iter().map(|line| row(line, words));
    let overall = [
        words.text("import_overall"),
        String::new(),
        String::new(),
        shift(&effect.overall),
    ];
    let rows = lines.chain([overall]);
    let rows = rows.map(|row| row.iter().map(|text| cut(text)).collect());
    let title = harmless(&words.say("import_of", &head));
    format!("{title}\n{}", table::with_heads(&heads, rows))
}

fn row(line: &Line, words: &CliWords) -> [String; 4] {
    let subject = match &line.subject {
        Subject::Reported => words.text("import_reported"),
        Subject::Figure(name) => name.clone(),
        Subject::Text(key, name) => format!("{key}: {name}"),
        Subject::Absorbed(name) => words.say("import_absorbed", &[("name", name)]),
    };
    let before = line.before.clone().unwrap_or_else(|| "–".to_owned());
    let capaian = line.capaian.as_ref().map_or_else(String::new, shift);
    [subject, before, line.now.clone(), capaian]
}

fn shift(shift: &Shift) -> String {
    let text = |percent: &Option<String>| percent.clone().unwrap_or_else(|| "–".to_owned());
    let (before, now) = (text(&shift.before), text(&shift.now));
    if before == now {
        now
    } else {
        format!("{before} → {now}")
    }
}

fn cut(text: &str) -> String {
    let line = harmless(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    if line.chars().count() <= MOST {
        return line;
    }
    let short: String = line.chars().take(MOST - 1).collect();
    format!("{}…", short.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_and_stay_on_one_line() {
        assert_eq!(cut("Stunting\n  turun"), "Stunting turun");
        let text = cut(&"kata ".repeat(20));
        assert!(
            text.ends_with('…') && text.chars().count() <= MOST,
            "{text}"
        );
    }
}
