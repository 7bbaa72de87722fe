//! Texts that a spreadsheet would take for a formula (OWASP, "CSV Injection").
//!
//! A cell that begins with `=`, `+`, `-` or `@` is computed when the file is opened, and a formula can send what stands beside
//! it to another host or start a program. Where fields end is a matter of settings: with those of Indonesia a cell
//! begins behind a semicolon too, and then behind a line's end within quotes. So at each such place an apostrophe
//! stands before the sign, which no formula begins with.

use std::borrow::Cow;

/// What begins a formula; in full width too, as Excel takes it in some languages. A tab or a carriage return before
/// it is skipped by some programs, and is a beginning itself.
const SIGNS: [char; 10] = [
    '=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}', '\t', '\r',
];

/// Behind these a program may see a cell begin.
const ENDS: [char; 4] = [';', '\t', '\r', '\n'];

/// `text` with an apostrophe before each beginning of a formula. Where apostrophes stood there already, one more does, so that
/// taking one away at each such place gives the text again.
///
/// A text that is a number, with its sign, or a fraction is no formula and stays: `-2`, `-1/3`.
pub(super) fn guarded(text: &str) -> Cow<'_, str> {
    if is_number(text) || !text.contains(SIGNS) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::new();
    let mut written = 0;
    let mut begins = true;
    for (at, sign) in text.char_indices() {
        if begins && is_beginning(&text[at..]) {
            safe.push_str(&text[written..at]);
            safe.push('\'');
            written = at;
        }
        // Blanks and quotes before a cell's content are passed over.
        begins = ENDS.contains(&sign) || (begins && matches!(sign, ' ' | '"' | '\u{a0}'));
    }
    if written == 0 && safe.is_empty() {
        return Cow::Borrowed(text);
    }
    safe.push_str(&text[written..]);
    Cow::Owned(safe)
}

fn is_beginning(rest: &str) -> bool {
    rest.trim_start_matches('\'').starts_with(SIGNS)
}

/// Digits, with a sign, a point or the stroke of a fraction.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let mut parts = digits.split(['.', '/']);
    parts.all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_is_no_formula_wherever_a_cell_may_begin() {
        for (text, safe) in [
            ("=1+1", "'=1+1"),
            ("+62 812", "'+62 812"),
            ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
            ("@SUM(1)", "'@SUM(1)"),
            ("\t=1", "'\t'=1"),
            ("\r=1", "'\r'=1"),
            (" =1", " '=1"),
            ("\"=1", "\"'=1"),
            ("＝1", "'＝1"),
            ("baik;=1", "baik;'=1"),
            ("baik\n- satu\n- dua", "baik\n'- satu\n'- dua"),
            ("'=1", "''=1"),
            ("a'=1; '=2", "a'=1; ''=2"),
        ] {
            assert_eq!(guarded(text), safe, "{text:?}");
        }
    }

    #[test]
    fn numbers_and_other_texts_stay() {
        for text in [
            "-2",
            "-1/3",
            "12.5",
            "",
            "a-b",
            "a = b",
            "'kutip'",
            "2026-tw1",
            "a@b.id",
            "1 - 2",
            "5 + 6",
            "baik; buruk",
        ] {
            assert_eq!(guarded(text), text);
        }
    }

    /// Takes one apostrophe away wherever one was put.
    fn told_again(safe: &str) -> String {
        let mut text = String::new();
        let mut begins = true;
        for (at, sign) in safe.char_indices() {
            let put = begins && sign == '\'' && is_beginning(&safe[at..]);
            if !put {
                text.push(sign);
            }
            begins =
                !put && (ENDS.contains(&sign) || (begins && matches!(sign, ' ' | '"' | '\u{a0}')));
        }
        text
    }

    proptest! {
        #[test]
        fn the_text_can_be_had_again(text in "[=+@\\-\t\r\n; '\"a1/.]{0,12}") {
            let safe = guarded(&text);
            if is_number(&text) {
                prop_assert_eq!(safe.as_ref(), &text);
            } else {
                prop_assert_eq!(told_again(&safe), text);
            }
        }
    }
}
