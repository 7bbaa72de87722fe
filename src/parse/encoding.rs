//! From the bytes of a file to its text: UTF-8, with or without a byte order mark.
//!
//! What older programs write instead is recognised, to say which setting to change; it is never
//! converted in silence, since a wrong guess would print wrong names.

use super::reader::{is_refused_control, refused_control};
use crate::problem::{Problem, code};
use crate::source::{MOST_TEXT_BYTES, Position, TextSpan};

/// The text of a file, without a byte order mark.
pub fn text<'b>(path: &str, bytes: &'b [u8]) -> Result<&'b str, Problem> {
    if bytes.len() > MOST_TEXT_BYTES {
        return Err(Problem::error(code::TOO_LARGE, path, TextSpan::START));
    }
    if is_lfs_pointer(bytes) {
        return Err(Problem::error(code::LFS_POINTER, path, TextSpan::START));
    }
    if is_utf16(bytes) {
        return Err(Problem::error(code::UTF16, path, TextSpan::START));
    }
    let text =
        std::str::from_utf8(bytes).map_err(|error| not_utf8(path, bytes, error.valid_up_to()))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some(line) = merge_mark(text) {
        let place = TextSpan::at(Position::new(line + 1, 1));
        return Err(Problem::error(code::MERGE_MARKS, path, place));
    }
    match refused_control(text) {
        None => Ok(text),
        Some(at) => {
            let place = TextSpan::at(end_of(&text[..at]));
            Err(Problem::error(code::CONTROL_CHARACTER, path, place))
        }
    }
}

/// What stands in the place of a file that Git LFS keeps elsewhere (git-lfs, docs/spec.md): `version` comes first,
/// and the whole has fewer than 1024 bytes.
pub fn is_lfs_pointer(bytes: &[u8]) -> bool {
    bytes.len() < 1024 && bytes.starts_with(b"version https://git-lfs.github.com/spec/")
}

/// The line, from 0, on which git begins the first of two versions, if it has ended the second one further down.
fn merge_mark(text: &str) -> Option<usize> {
    const BEGIN: &str = "<<<<<<< ";
    // Nearly no file has one, and that is told without looking at each line.
    memchr::memmem::find(text.as_bytes(), BEGIN.as_bytes())?;
    let mut lines = text.lines();
    let first = lines.position(|line| line.starts_with(BEGIN))?;
    let is_end = |line: &str| line.starts_with(">>>>>>> ");
    lines.any(is_end).then_some(first)
}

/// The text of a data file. A carriage return alone ends a line to YAML, and to nothing else here: whatever
/// follows it would be told of in the wrong line.
///
/// # Errors
/// The first one that stands alone.
pub fn in_lines<'t>(path: &str, text: &'t str) -> Result<&'t str, Problem> {
    let is_alone = |at: &usize| text.as_bytes().get(at + 1) != Some(&b'\n');
    match memchr::memchr_iter(b'\r', text.as_bytes()).find(is_alone) {
        None => Ok(text),
        Some(at) => {
            let place = TextSpan::at(end_of(&text[..at]));
            Err(Problem::error(code::CONTROL_CHARACTER, path, place))
        }
    }
}

/// A byte order mark of UTF-16, or ASCII with a zero byte beside each letter.
fn is_utf16(bytes: &[u8]) -> bool {
    let (first, _) = bytes.split_at(bytes.len().min(64));
    let (pairs, _) = first.as_chunks::<2>();
    let ascii = |half: usize| {
        let wide = |pair: &[u8; 2]| pair[half].is_ascii() && pair[half] != 0 && pair[1 - half] == 0;
        pairs.len() > 1 && pairs.iter().all(wide)
    };
    bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || ascii(0) || ascii(1)
}

/// Text that Windows saved in its old encoding is told by its first foreign letter; anything
/// else is no text at all.
fn not_utf8(path: &str, bytes: &[u8], valid: usize) -> Problem {
    let (before, rest) = bytes.split_at(valid);
    let start = end_of(&String::from_utf8_lossy(before));
    let decoded = encoding_rs::WINDOWS_1252
        .decode_without_bom_handling(rest)
        .0;
    let letter = decoded.chars().next();
    match letter.filter(|_| !decoded.contains(is_no_letter)) {
        Some(letter) => {
            let end = Position {
                column: start.column + 1,
                ..start
            };
            Problem::error(code::WINDOWS_1252, path, TextSpan { start, end })
                .with("text", letter.to_string())
        }
        None => Problem::error(code::NOT_UTF8, path, TextSpan::at(start)),
    }
}

fn is_no_letter(c: char) -> bool {
    c == char::REPLACEMENT_CHARACTER || is_refused_control(c)
}

/// The place just behind `text`.
pub fn end_of(text: &str) -> Position {
    let line = text.rsplit('\n').next().unwrap_or("");
    Position::new(
        text.matches('\n').count() + 1,
        line.trim_start_matches('\u{feff}').chars().count() + 1,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_below_a_lone_carriage_return_is_told_at_its_own_line() {
        let windows = "nama: a\r\nopd: b\r\n";
        assert_eq!(in_lines("f", windows), Ok(windows));
        for (text, line, column) in [
            ("a: b\rc: d\n", 1, 5),
            ("a: b\r\nc:\r", 2, 3),
            ("\r\r\n", 1, 1),
        ] {
            let problem = in_lines("f", text).unwrap_err();
            assert_eq!(problem.code, code::CONTROL_CHARACTER);
            assert_eq!(
                problem.span,
                TextSpan::at(Position { line, column }),
                "{text:?}"
            );
        }
    }

    fn told(bytes: &[u8]) -> (&'static str, u32, u32) {
        let problem = text("f", bytes).unwrap_err();
        let start = problem.span.start;
        (problem.code.0, start.line, start.column)
    }

    #[test]
    fn each_old_encoding_is_known_by_its_name() {
        let utf16 =
            |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
        let with_mark = [&[0xff, 0xfe], utf16("nama: A\n").as_slice()].concat();
        let big_end: Vec<u8> = "nama: A"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        assert_eq!(told(&with_mark), ("P018", 1, 1));
        assert_eq!(told(&utf16("nama: A\n")), ("P018", 1, 1));
        assert_eq!(told(&big_end), ("P018", 1, 1));
        assert_eq!(told(b"nama: A\nalasan: \x93baik\x94\n"), ("P019", 2, 9));
        assert_eq!(told(b"nama: Andr\xe9"), ("P019", 1, 11));
        assert_eq!(told(b"\x89PNG\r\n\x1a\n\0\0"), ("P001", 1, 1));
    }

    #[test]
    fn the_foreign_letter_is_named() {
        let problem = text("f", b"a: \x96 4").unwrap_err();
        assert_eq!(problem.arguments, [("text", "–".to_string())]);
    }

    #[test]
    fn a_byte_order_mark_is_left_out() {
        assert_eq!(text("f", "\u{feff}a: é".as_bytes()), Ok("a: é"));
    }

    #[test]
    fn what_git_leaves_in_the_place_of_a_file_is_told() {
        let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n";
        assert_eq!(told(pointer.as_bytes()), ("P050", 1, 1));
        let merged = "nama: A\n<<<<<<< HEAD\nx: 1\n=======\nx: 2\n>>>>>>> sisi\n";
        assert_eq!(told(merged.as_bytes()), ("P051", 2, 1));
        // A text may speak of them.
        for fine in [
            "a: <<<<<<< HEAD\n",
            "<<<<<<< saja\n",
            ">>>>>>> a\n<<<<<<< b\n",
        ] {
            assert_eq!(text("a.yml", fine.as_bytes()).unwrap(), fine);
        }
    }
}
