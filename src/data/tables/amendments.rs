//! Amendments and corrections: one row for each thing that one of them changes.

use crate::data::column::{Cell, Kind, Reference, Row, Table, TableName, columns, optional};
use crate::data::facts::{ContractItem, Facts};
use crate::data::selection::Selection;
use crate::model::{
    Amendment, AmendmentCause, AmendmentKind, IndicatorChange, IndicatorId, Target, TermsChange,
};

const KINDS: &[&str] = &["perubahan", "ralat", "tanpa-adendum"];
const CAUSES: &[&str] = &["pejabat", "strategi", "anggaran", "prioritas"];

pub(super) struct Item<'a> {
    of: ContractItem<'a>,
    amendment: &'a Amendment,
    /// Its place in the contract and that of the change in it, each from 1.
    place: (usize, usize),
    change: Change<'a>,
}

/// A thing that an amendment changes.
struct Change<'a> {
    /// The indicator or programme.
    about: &'a str,
    key: String,
    value: String,
}

columns! { Item;
    "kontrak": Kind::Text, Always, "Kontraknya.", "Its contract." => |a| Cell::shown(&a.of.contract.id);
    "nomor": Kind::Whole, Always, "Urutannya dalam kontrak itu, mulai dari 1.", "Its place in that contract, from 1." => |a| Cell::count(a.place.0);
    "urutan": Kind::Whole, Always, "Urutan perubahan di dalamnya.", "Place of the change in it." => |a| Cell::count(a.place.1);
    "jenis": Kind::Choice(KINDS), Always, "Perubahan (adendum), ralat salah tulis, atau perubahan yang tidak dinyatakan siapa pun, yang tidak mengikat.", "Amendment, correction of a clerical error, or a change that nobody declared and that binds nobody." => |a| Cell::text(kind(a.amendment.kind));
    "tanggal": Kind::Date, Always, "Tanggalnya; bila tidak dinyatakan, hari tercatat.", "Its day; of an undeclared one the day it was recorded." => |a| Cell::Date(a.amendment.date);
    "sebab": Kind::Choice(CAUSES), Sometimes, "Sebab menurut PermenPANRB 53/2014.", "Cause by PermenPANRB 53/2014." => |a| optional(a.amendment.cause, |c| Cell::text(cause(c)));
    "alasan": Kind::Text, Sometimes, "Alasan (Markdown).", "Reason (Markdown)." => reason;
    "perihal": Kind::Text, Always, "Indikator atau program yang berubah, menurut pengenalnya.", "The indicator or programme that changes, by its id." => |a| Cell::text(a.change.about);
    "isian": Kind::Text, Always, "Isian yang berubah.", "The key that changes." => |a| Cell::made(a.change.key.clone());
    "nilai": Kind::Text, Always, "Isi yang baru.", "What it says now." => |a| Cell::made(a.change.value.clone());
    "commit": Kind::Text, Sometimes, "Commit yang pertama kali memuatnya.", "The commit that first held it." => |a| optional(a.of.facts.commit(a.amendment.recorded.as_ref()), Cell::text);
}

pub(in crate::data) const TABLE: Table = Table {
    name: Some(TableName::Amendments),
    about: [
        "Adendum dan ralat kontrak.",
        "Amendments and corrections of contracts.",
    ],
    columns: COLUMNS,
    key: &["kontrak", "nomor", "urutan"],
    references: &[Reference {
        columns: &["kontrak"],
        to: TableName::Contracts,
        named: &["id"],
    }],
};

pub(super) fn rows<'a>(facts: Facts<'a>, of: &'a Selection) -> impl Iterator<Item = Row<'a>> + 'a {
    let contracts = facts.contracts(of).filter(|_| of.quarter.is_none());
    contracts.flat_map(|contract| {
        let amendments = contract.contract.amendments.iter().zip(1..);
        amendments.flat_map(move |(amendment, number)| {
            let changes = changes(contract, amendment).into_iter().zip(1..);
            changes.map(move |(change, place)| {
                row(&Item {
                    of: contract,
                    amendment,
                    place: (number, place),
                    change,
                })
            })
        })
    })
}

fn kind(kind: AmendmentKind) -> &'static str {
    let at = match kind {
        AmendmentKind::Amendment => 0,
        AmendmentKind::Correction => 1,
        AmendmentKind::Undeclared => 2,
    };
    KINDS[at]
}

fn cause(cause: AmendmentCause) -> &'static str {
    let at = match cause {
        AmendmentCause::Official => 0,
        AmendmentCause::Strategy => 1,
        AmendmentCause::Budget => 2,
        AmendmentCause::Priority => 3,
    };
    CAUSES[at]
}

fn reason<'a>(item: &Item<'a>) -> Cell<'a> {
    let reason = &item.amendment.reason.0;
    optional((!reason.is_empty()).then_some(reason), Cell::text)
}

fn changes<'a>(of: ContractItem<'a>, amendment: &'a Amendment) -> Vec<Change<'a>> {
    let budgets = amendment.budgets.iter().map(|(program, budget)| Change {
        about: program.as_str(),
        key: "anggaran".to_owned(),
        value: budget.normalized().to_string(),
    });
    let indicators = amendment.indicators.iter();
    let indicators = indicators.flat_map(|(id, change)| {
        let change_of = |(key, value): (String, String)| Change {
            about: id.as_str(),
            key,
            value,
        };
        stated(of, id, change).into_iter().map(change_of)
    });
    budgets.chain(indicators).collect()
}

/// What is stated of an indicator: keys with their values.
fn stated(
    of: ContractItem<'_>,
    id: &IndicatorId,
    change: &IndicatorChange,
) -> Vec<(String, String)> {
    let target = |target: Target| {
        let indicator = of.indicators().find(|indicator| indicator.id() == id);
        indicator.map_or_else(String::new, |indicator| indicator.target(target))
    };
    match change {
        IndicatorChange::Dropped => vec![("dicabut".to_owned(), "ya".to_owned())],
        IndicatorChange::Added(added) => {
            vec![("tambah".to_owned(), target(added.indicator.target))]
        }
        IndicatorChange::Terms(terms) => stated_terms(terms, target),
    }
}

fn stated_terms(terms: &TermsChange, target: impl Fn(Target) -> String) -> Vec<(String, String)> {
    let said = |key: &str, value: Option<String>| value.map(|value| (key.to_owned(), value));
    let quarters = terms.quarterly.iter();
    let quarters =
        quarters.map(|(quarter, aim)| (format!("target_triwulan.{}", quarter.key()), target(*aim)));
    let before = [
        said("nama", terms.name.clone()),
        said(
            "rumus",
            terms.formula.as_ref().map(|formula| formula.0.clone()),
        ),
        said("target", terms.target.map(&target)),
    ];
    let after = [
        said(
            "bobot",
            terms.weight.map(|weight| weight.normalized().to_string()),
        ),
        said("tenggat", terms.due.map(|due| due.to_string())),
        said("terbit", terms.published.map(|day| day.to_string())),
    ];
    before
        .into_iter()
        .flatten()
        .chain(quarters)
        .chain(after.into_iter().flatten())
        .collect()
}
