//! Changes case by case, and over every file of the sample.

mod cases;
mod laws;
mod refusals;

use super::{Document, EditError, Value, Why};

const REPORT: &str = "hasil/2026/tw1/x.yml";

/// What a change makes of a file of results.
fn changed(
    text: &str,
    change: impl FnOnce(&mut Document) -> Result<(), EditError>,
) -> Result<String, EditError> {
    let mut document = Document::open(REPORT, text.as_bytes())?;
    change(&mut document)?;
    Ok(String::from_utf8(document.bytes()).unwrap())
}

fn set(text: &str, path: &[&str], value: &Value) -> String {
    changed(text, |document| document.set(path, value)).unwrap()
}

fn why(outcome: Result<String, EditError>) -> (Why, u32) {
    match outcome {
        Err(EditError::Refused { why, span, .. }) => (why, span.start.line),
        other => panic!("{other:?}"),
    }
}
