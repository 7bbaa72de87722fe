//! What must hold of any text that is taken for the table of an agreement: see [`crate::parse::laws`].

use super::cells::{MOST_COLUMNS, MOST_ROWS};
use super::{Columns, read, sheets};
use crate::draft::{ContractDraft, GoalDraft, contract};
use crate::edit::Value;
use crate::model::{Date, Period, PersonId, PostId, RegimeId, Slug};
use crate::parse::number::number;
use crate::parse::tree;
use std::collections::BTreeSet;

/// A table is read the same each time; what it says of a cell lies in it; each indicator has an id of its own; and
/// a number that is taken over is one that data files may hold.
pub fn tables(bytes: &[u8]) {
    let Ok(sheets) = sheets("a.csv", bytes) else {
        return;
    };
    for sheet in &sheets {
        let rows = sheet.rows.len();
        assert!(rows <= MOST_ROWS as usize);
        let Some(columns) = Columns::of(sheet, 2026) else {
            continue;
        };
        let table = read(sheet, &columns);
        assert_eq!(table, read(sheet, &columns));
        for remark in &table.remarks {
            assert!(
                (remark.cell.row as usize) < rows && remark.cell.column < MOST_COLUMNS,
                "{remark:?}"
            );
        }
        let mut ids = BTreeSet::new();
        for indicator in table.goals.iter().flat_map(|goal| &goal.indicators) {
            assert!(ids.insert(&*indicator.id), "{} twice", indicator.id);
            let targets = indicator.target.iter().chain(indicator.quarterly.values());
            targets.for_each(is_written_well);
        }
        is_read_again(table.goals);
    }
}

/// The draft that is made of it is a file that can be read: nothing in a cell ends its value.
fn is_read_again(goals: Vec<GoalDraft>) {
    let names = goals.iter().filter(|goal| goal.name.is_some()).count();
    let day = Date::from_ymd_opt(2026, 1, 2).unwrap();
    let id = Slug::new("a").unwrap();
    let draft = ContractDraft {
        person: PersonId(id.clone()),
        post: PostId(id.clone()),
        regime: RegimeId(id),
        number: None,
        signed: None,
        period: Period {
            start: day,
            end: day,
        },
        counterparty: None,
        goals,
        origin: Some("Dari a.csv".into()),
    };
    let text = contract(&draft, None);
    let mut problems = Vec::new();
    let read = tree::read(&text, "a.yml", 1, &mut problems);
    assert!(
        read.is_ok() && problems.is_empty(),
        "{read:?} {problems:?} {text}"
    );
    assert!(text.matches("nama:").count() >= names, "{text}");
}

fn is_written_well(value: &Value) {
    let written = value
        .lines(0)
        .unwrap_or_else(|why| panic!("{value:?}: {why:?}"));
    if let Value::Plain(text) = value {
        // A target of a rank is a name.
        let has_digit = text.contains(|c: char| c.is_ascii_digit());
        let is_of_digits = has_digit
            && text
                .bytes()
                .all(|b| b.is_ascii_digit() || b".,-".contains(&b));
        assert!(!is_of_digits || number(text).is_ok(), "{text}");
        assert!(written.contains(text), "{written}");
    }
}
