//! What is left as it is, and why.

use super::*;
use crate::problem::code;

#[test]
fn what_can_not_be_changed_safely_is_refused_with_its_place() {
    let value = Value::plain("1");
    for (text, path, expected) in [
        ("a: 1\nb: {c: 1}\n", &["b", "c"][..], (Why::Flow, 2)),
        ("a: 1\nb: {c: 1}\n", &["b", "d"], (Why::Flow, 2)),
        ("a: 1\nb: [1, 2]\n", &["b", "0"], (Why::Flow, 2)),
        ("a: 1\nb: x\n", &["b", "c"], (Why::NotAMap, 2)),
        ("a: 1\nb:\n  - x\n", &["b", "c"], (Why::NotAMap, 3)),
        ("a: 1\nb:\n  - x\n", &["b", "7"], (Why::NotAMap, 3)),
        ("a: 1\nb:\n  # sebab\n  c: 1\n", &["b"], (Why::Comments, 4)),
        ("a: 1\nb: [1, # satu\n  2]\n", &["b"], (Why::Comments, 2)),
        ("a: 1\nb:\n  lanjut\n", &["b"], (Why::OddForm, 2)),
        ("a: 1\n? b\n: 2\n", &["b"], (Why::OddForm, 2)),
        ("a: 1\nb: |+\n  x\n\nc: 1\n", &["b"], (Why::OddForm, 2)),
        ("x\n", &["b"], (Why::NotAMap, 1)),
        ("- x\n- c: 1\n", &["1"], (Why::OddForm, 2)),
    ] {
        let outcome = changed(text, |document| document.set(path, &value));
        assert_eq!(why(outcome), expected, "{text}");
    }
}

#[test]
fn a_key_that_is_needed_or_not_there_is_not_removed() {
    for (text, path, expected) in [
        ("a:\n  b: 1\n", &["a", "b"][..], (Why::OnlyKey, 2)),
        ("a: 1\nb: 1\n", &["c"], (Why::Nowhere, 1)),
        (
            "a:\n  - b: 1\n    c: 2\n",
            &["a", "0", "b"],
            (Why::OddForm, 2),
        ),
        ("a:\n  - b\n", &["a", "0"], (Why::NotAMap, 2)),
    ] {
        let outcome = changed(text, |document| document.remove(path));
        assert_eq!(why(outcome), expected, "{text}");
    }
    let outcome = changed("a: 1\nb: 1\n", |d| {
        d.replace(&["a"], "b", &Value::plain("1"))
    });
    assert_eq!(why(outcome), (Why::KeyThere, 2));
    let outcome = changed("a: 1\n", |d| d.push(&["a"], &Value::plain("1")));
    assert_eq!(why(outcome), (Why::NotAList, 1));
}

#[test]
fn what_no_file_may_hold_is_not_written() {
    let empty = Value::Map(Vec::new());
    for value in [
        Value::text(" \n"),
        Value::text("a\u{1}b"),
        Value::plain(""),
        empty,
    ] {
        for path in [&["a"][..], &["b"]] {
            let outcome = changed("a: 1\n", |document| document.set(path, &value));
            assert_eq!(why(outcome).0, Why::Unwritable);
        }
    }
}

#[test]
fn what_can_not_be_read_is_told_as_the_gate_tells_it() {
    for (text, expected) in [
        ("a: &x 1\nb: *x\n", code::ANCHOR),
        ("a: 1\na: 2\n", code::DUPLICATE_KEY),
        ("a:\n\t- 1\n", code::TAB),
        ("a: 1\n---\nb: 2\n", code::SEVERAL_DOCUMENTS),
    ] {
        match Document::open(REPORT, text.as_bytes()) {
            Err(EditError::Unreadable(problem)) => assert_eq!(problem.code, expected, "{text}"),
            other => panic!("{other:?}"),
        }
    }
    let outcome = Document::open(REPORT, b"a: 1\rb: 2\r").map(|_| String::new());
    assert_eq!(why(outcome).0, Why::LineEnds);
}

#[test]
fn a_refusal_leaves_the_document_as_it_was() {
    let text = b"a: 1\nb: {c: 1}\n";
    let mut document = Document::open(REPORT, text).unwrap();
    assert!(document.set(&["b", "c"], &Value::plain("2")).is_err());
    assert_eq!(document.bytes(), text);
}
