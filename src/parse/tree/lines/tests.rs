//! Both readers of YAML read the same.

use super::super::{Node, read_any};
use super::read;
use proptest::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

const FIRST_LINE: usize = 3;

/// Holds the tree of a text against the library's; whether it is plain.
fn is_same(text: &str) -> bool {
    let Some(node) = read(text, FIRST_LINE) else {
        return false;
    };
    let mut problems = Vec::new();
    let other = read_any(text, "f", FIRST_LINE, &mut problems);
    assert_eq!(other.as_ref(), Ok(&node), "{text}");
    assert_eq!(problems, [], "{text}");
    true
}

#[test]
fn what_is_plain() {
    let root = "a: 1\nb:\n  - x: é  # y\n    z: \"\\\"q\\\" \"  # c\n\n  # d\n  - 'it''s'\nc:\n- -4.5\n- ~\nd:";
    for text in [
        root,
        &root.replace('\n', "\r\n"),
        "- a\n- b: 1\n  c:\n  - d\n- e: f # g\n  h: i\n",
        "a: b\n  # c\nd: e # f\ng: h\n\n\n",
        "a: https://x.id/#a b#c\n",
        "a:  \n   - b:  1  \n     c: 2\n  \n",
    ] {
        assert!(is_same(text), "{text}");
    }
}

#[test]
fn what_is_left_to_the_library() {
    for text in [
        "",
        "a",
        "  a: 1\n",
        "---\na: 1\n",
        "a: 1\n...\n",
        "a: b\n c\n",
        "a: b: c\n",
        "a: b:\n",
        "a: [1]\n",
        "a: {b: 1}\n",
        "a: |\n  b\n",
        "a: &b c\n",
        "a: *b\n",
        "a: !!str b\n",
        "a: \"b\n  c\"\n",
        "a: \"\\u0030\"\n",
        "a: \"b\" c\n",
        "a: 'b'#c\n",
        "a: 1\na: 2\n",
        "a:\n    b: 1\n  c: 2\n",
        "a: 1\n- b\n",
        "a:\n  - b\n  c: 1\n",
        "- - a\n",
        "-\n  a: 1\n",
        "? a\n: b\n",
        "a: b\tc\n",
        "a: 1\rb: 2\n",
        "a: 1\r",
        "\u{feff}a: 1\n",
        "a: \u{feff}1\n",
    ] {
        assert!(!is_same(text), "{text}");
    }
    let many: String = (0..super::MOST_VALUES + 2)
        .map(|n| format!("- {n}\n"))
        .collect();
    assert!(!is_same(&many));
    assert!(!is_same(&format!("{many}- a: 1\n")));
    let twice: String = (0..40).map(|n| format!("k{}: 1\n", n % 39)).collect();
    assert!(!is_same(&twice));
}

/// Every file of YAML below the samples and the tests.
fn files() -> Vec<String> {
    fn find(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                find(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "yml") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folder in ["content", "tests"] {
        find(&root.join(folder), &mut found);
    }
    found.sort();
    let read = found
        .iter()
        .filter_map(|path| fs::read_to_string(path).ok());
    read.collect()
}

#[test]
fn files_of_data_are_plain_but_for_a_few() {
    let files = files();
    let plain = files.iter().filter(|text| is_same(text)).count();
    assert!(files.len() > 100);
    assert!(plain * 10 > files.len() * 7, "{plain} of {}", files.len());
}

/// Every line of every file, with each of some slips in it.
#[test]
fn a_slip_in_a_file_is_read_the_same() {
    const SLIPS: [&str; 10] = [" ", "- ", ": ", " #", "\"", "'", "é", "\r", "[", "\n"];
    let mut seen = 0;
    for (number, text) in files()
        .iter()
        .enumerate()
        .filter(|(_, text)| text.len() < 4_000)
    {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        for at in 0..lines.len() {
            let mut changed = lines.clone();
            let line = changed.remove(at);
            seen += usize::from(is_same(&changed.concat()));
            // The place of the slip wanders, so that in many files it is each.
            let place = line
                .char_indices()
                .nth((at * 7 + number) % line.chars().count());
            let place = place.map_or(0, |(place, _)| place);
            let slip = SLIPS[(at + number) % SLIPS.len()];
            let slipped = format!("{}{slip}{}", &line[..place], &line[place..]);
            changed.insert(at, &slipped);
            seen += usize::from(is_same(&changed.concat()));
            changed[at] = line.strip_prefix(' ').unwrap_or(line);
            seen += usize::from(is_same(&changed.concat()));
        }
    }
    assert!(seen > 10_000, "{seen}");
}

/// A line of a document, its indentation aside.
fn line() -> impl Strategy<Value = String> {
    let value = prop_oneof![
        4 => "[a-c0-9é]{1,4}",
        2 => Just(String::new()),
        1 => "\"[a \\\\\"né#:]{0,5}\"",
        1 => "'[a '#:é]{0,5}'",
        1 => Just("null".to_owned()),
        2 => "[a~<:#\\-.&*!|>%@`{}\\[\\], ?=é'\"]{1,6}",
    ];
    let comment = prop_oneof![6 => Just(""), 1 => Just(" # é"), 1 => Just("  "), 1 => Just("#")];
    let head = prop_oneof![
        5 => "[a-d]: ",
        2 => "[a-d]:",
        2 => Just("- ".to_owned()),
        2 => "- [a-d]: ",
        1 => "- [a-d]:",
        1 => Just(String::new()),
        1 => "[a-d]  : ",
        1 => "-  [a-d]:   ",
    ];
    (head, value, comment).prop_map(|(head, value, comment)| head + &value + comment)
}

fn document() -> impl Strategy<Value = String> {
    let indent = prop_oneof![5 => Just(0), 5 => Just(2), 2 => Just(4), 1 => 0_usize..7];
    let ending = prop_oneof![12 => Just("\n"), 1 => Just("\r\n"), 1 => Just("\n\n")];
    prop::collection::vec((indent, line(), ending), 1..6).prop_map(|lines| {
        let written = |(indent, line, ending)| format!("{}{line}{ending}", " ".repeat(indent));
        lines.into_iter().map(written).collect()
    })
}

/// A map in a map and lists in it, most of them well made.
fn tidy() -> impl Strategy<Value = String> {
    let value = prop_oneof![
        "[a-z0-9é.]{1,5}",
        "\"[a-z é:]{0,4}\"( # x)?",
        "'[a-z:]{0,4}'",
        Just(String::new())
    ];
    let leaf = value.prop_map(|value| format!("{value}\n"));
    let nested = leaf.prop_recursive(4, 24, 4, |inner| {
        let deeper = |text: String| text.replace('\n', "\n  ").trim_end_matches(' ').to_owned();
        let map = prop::collection::vec(inner.clone(), 1..4).prop_map(move |values| {
            let entry = |(at, value): (usize, &String)| format!("k{at}: {}", deeper(value.clone()));
            format!(
                "\n{}",
                values.iter().enumerate().map(entry).collect::<String>()
            )
        });
        let list = prop::collection::vec(inner, 1..4).prop_map(move |values| {
            let item =
                |value: &String| format!("- {}", deeper(value.trim_start_matches('\n').to_owned()));
            format!("\n{}", values.iter().map(item).collect::<String>())
        });
        prop_oneof![map, list]
    });
    nested.prop_map(|text| text.trim_start_matches('\n').to_owned())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn any_document_is_read_the_same(text in document()) {
        is_same(&text);
    }

    #[test]
    fn a_tidy_document_is_read_the_same(text in tidy()) {
        is_same(&text);
    }

    #[test]
    fn any_text_is_read_the_same(text in "[a-c:\\-{}\\[\\], \n#'\"|>&*!?%@0-9\t\ré\u{feff}]{0,60}") {
        is_same(&text);
    }
}

/// Keeps the laws above from holding because nothing is plain.
#[test]
fn many_of_the_documents_are_plain() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut plain = |strategy: BoxedStrategy<String>| {
        let texts = (0..500).map(|_| strategy.new_tree(&mut runner).unwrap().current());
        texts.filter(|text| is_same(text)).count()
    };
    assert!(plain(document().boxed()) > 10);
    assert!(plain(tidy().boxed()) > 100);
}

/// What is read borrows from the text.
#[test]
fn texts_are_borrowed() {
    fn is_borrowed(node: &Node) -> bool {
        use super::super::Content;
        use std::borrow::Cow::Borrowed;
        match &node.content {
            Content::Empty | Content::Scalar(Borrowed(_)) => true,
            Content::Scalar(_) => false,
            Content::List(items, _) => items.iter().all(is_borrowed),
            Content::Map(entries, _) => entries
                .iter()
                .all(|entry| matches!(entry.key, Borrowed(_)) && is_borrowed(&entry.value)),
        }
    }
    let node = read("a: 1\nb:\n  - 'c'\n  - \"d\"\n", 1).unwrap();
    assert!(is_borrowed(&node));
}
