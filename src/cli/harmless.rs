//! Texts that others wrote, made fit for a terminal.

/// `text` on one line, with nothing in it that a terminal would obey.
pub(super) fn harmless(text: &str) -> String {
    text.chars().map(shown).collect()
}

/// As [`harmless`], line by line.
pub(super) fn harmless_lines(text: &str) -> String {
    let shown = |c| if c == '\n' { c } else { shown(c) };
    text.chars().map(shown).collect()
}

/// Controls and what turns the direction of writing move what stands beside them.
fn shown(c: char) -> char {
    let turns =
        matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if c.is_control() || turns { ' ' } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_that_a_terminal_obeys() {
        assert_eq!(harmless("a\u{1b}[31m\nb\u{202e}c"), "a [31m b c");
        assert_eq!(harmless_lines("a\u{1b}[31m\nb\u{9b}c"), "a [31m\nb c");
    }
}
