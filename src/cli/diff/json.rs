//! The whole report for other programs.

use super::figure::Figure;
use super::report::Report;
use crate::data::{RowChange, TableName, Turn};
use crate::site::Cause;
use serde::Serialize;
use serde_json::{Map, Value, json};

#[derive(Serialize)]
struct JsonReport<'r> {
    base: &'r str,
    commit: &'r str,
    date: String,
    figures: Vec<Value>,
    rows: Vec<Value>,
    files: Vec<JsonFile>,
    unchanged_files: usize,
}

#[derive(Serialize)]
struct JsonFile {
    path: String,
    turn: Turn,
    /// Why: `record` where a page for readers tells the same and only cites a later commit.
    cause: Cause,
}

/// Every change: reported figures with the pages on which they stand, each row of the site's tables
/// that is other with its cells before and after, and each file.
pub(super) fn json(report: &Report<'_>) -> String {
    let pages = report.pages.iter().map(|change| JsonFile {
        path: change.page.file(),
        turn: change.turn,
        cause: change.cause,
    });
    let media = report.media.iter().map(|(path, turn)| JsonFile {
        path: path.clone(),
        turn: *turn,
        cause: Cause::Facts,
    });
    let lasting = report
        .pages
        .iter()
        .filter(|c| c.turn != Turn::Removed)
        .count();
    let report = JsonReport {
        base: &report.base,
        commit: &report.commit,
        date: report.after.score().today.to_string(),
        figures: report.figures.iter().map(|f| figure(f, report)).collect(),
        rows: report.rows.iter().map(row).collect(),
        files: pages.chain(media).collect(),
        unchanged_files: report.files - lasting,
    };
    serde_json::to_string_pretty(&report).expect("strings and numbers always serialise")
}

fn figure(figure: &Figure<'_>, report: &Report<'_>) -> Value {
    let row = figure.row;
    let both = |column: &str| {
        let [before, after] = row.values(column).map(value);
        json!({"before": before, "after": after})
    };
    let pages: Vec<String> = figure.pages.iter().map(|c| c.page.file()).collect();
    let names = report.names();
    let mut told = json!({
        "contract": figure.contract,
        "official": names.person_id(&figure.contract).map(|id| id.as_str()),
        "official_name": names.official(&figure.contract),
        "name": names.subject(&figure.contract, &figure.subject),
        "quarter": figure.id.quarter.to_string(),
        "revision": figure.revision,
        "pages": pages,
    });
    let (kind, value, others): (_, _, &[&str]) = match row.table {
        TableName::Absorptions => ("program", "serapan_sampai_kini", &["bagian"]),
        _ => (
            "indicator",
            "nilai",
            &["capaian", "capaian_pecahan", "keadaan"],
        ),
    };
    told[kind] = Value::from(figure.subject.as_str());
    told["value"] = both(value);
    for column in others {
        told[*column] = both(column);
    }
    told
}

fn row(row: &RowChange) -> Value {
    let key: Map<String, Value> = row
        .key()
        .map(|(column, value)| (column.to_owned(), value.into()))
        .collect();
    let cells: Map<String, Value> = row
        .cells()
        .map(|cell| {
            let [before, after] = [cell.before, cell.after].map(value);
            (cell.column.to_owned(), json!([before, after]))
        })
        .collect();
    json!({"table": row.table.key(), "turn": row.turn(), "key": key, "cells": cells})
}

/// As text, so that no number loses a digit; `null` for what is missing.
fn value(cell: &crate::data::Cell<'_>) -> Value {
    match cell {
        crate::data::Cell::Missing => Value::Null,
        other => Value::from(other.plain()),
    }
}
