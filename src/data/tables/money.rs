//! Programmes, their budgets, and what was absorbed.

use crate::compute::{Absorption, ProgramScore};
use crate::data::column::{Cell, Kind, Reference, Row, Table, TableName, columns, optional};
use crate::data::facts::{ContractItem, Facts};
use crate::data::selection::Selection;
use crate::model::{Program, Quarter};

/// The programmes of what is selected, each with its figures.
fn all<'a>(
    facts: Facts<'a>,
    of: &'a Selection,
) -> impl Iterator<Item = (ContractItem<'a>, &'a Program, &'a ProgramScore)> {
    facts.contracts(of).flat_map(|item| {
        let scores = item.score.budget.programs.iter();
        let programs = item.contract.programs.iter();
        programs
            .zip(scores)
            .map(move |(program, score)| (item, program, score))
    })
}

pub(super) mod programs {
    use super::*;

    pub(in crate::data::tables) struct Item<'a> {
        of: ContractItem<'a>,
        program: &'a Program,
        score: &'a ProgramScore,
    }

    columns! { Item;
        "kontrak": Kind::Text, Always, "Kontraknya.", "Its contract." => |p| Cell::shown(&p.of.contract.id);
        "id": Kind::Text, Always, "Pengenal program dalam kontrak itu.", "Id of the programme in that contract." => |p| Cell::text(&p.program.id);
        "nama": Kind::Text, Always, "Nama program.", "Name of the programme." => |p| Cell::text(p.program.name.own());
        "sumber": Kind::Text, Sometimes, "Sumber dana, seperti APBD.", "Source of the money, such as APBD." => |p| optional(p.program.source.as_ref(), Cell::text);
        "anggaran": Kind::Rupiah, Sometimes, "Anggaran yang berlaku, dalam rupiah.", "Budget in force, in rupiah." => |p| optional(p.score.budget, Cell::number);
        "anggaran_semula": Kind::Rupiah, Sometimes, "Anggaran seperti ditandatangani, dalam rupiah.", "Budget as signed, in rupiah." => |p| optional(p.program.budget, Cell::number);
        "indikator": Kind::Text, Sometimes, "Indikator yang didanainya, dipisah spasi.", "The indicators it pays for, separated by spaces." => served;
    }

    pub(in crate::data) const TABLE: Table = Table {
        name: Some(TableName::Programs),
        about: ["Program dan anggarannya.", "Programmes and their budgets."],
        columns: COLUMNS,
        key: &["kontrak", "id"],
        references: &[Reference {
            columns: &["kontrak"],
            to: TableName::Contracts,
            named: &["id"],
        }],
    };

    pub(in crate::data) fn rows<'a>(
        facts: Facts<'a>,
        of: &'a Selection,
    ) -> Box<dyn Iterator<Item = Row<'a>> + 'a> {
        let items = all(facts, of);
        Box::new(items.map(|(of, program, score)| row(&Item { of, program, score })))
    }

    fn served<'a>(item: &Item<'a>) -> Cell<'a> {
        let ids: Vec<&str> = item
            .program
            .indicators
            .iter()
            .map(|id| id.as_str())
            .collect();
        optional((!ids.is_empty()).then(|| ids.join(" ")), Cell::made)
    }
}

pub(super) mod absorptions {
    use super::*;

    const ABSORPTIONS: &[&str] = &[
        "dilaporkan",
        "tidak-disebut",
        "terlambat",
        "belum-jatuh-tempo",
        "tanpa-batas-lapor",
        "tidak-diminta",
    ];

    pub(in crate::data::tables) struct Item<'a> {
        of: ContractItem<'a>,
        program: &'a Program,
        quarter: Quarter,
        absorption: &'a Absorption,
    }

    columns! { Item;
        "kontrak": Kind::Text, Always, "Kontraknya.", "Its contract." => |a| Cell::shown(&a.of.contract.id);
        "program": Kind::Text, Always, "Programnya.", "Its programme." => |a| Cell::text(&a.program.id);
        "triwulan": Kind::Quarter, Always, "Triwulannya.", "The quarter." => |a| Cell::shown(a.quarter);
        "laporan": Kind::Choice(ABSORPTIONS), Always, "Apa yang diketahui: tidak dilaporkan bukan nol.", "What is known: not reported is not zero." => |a| Cell::text(told(a.absorption));
        "serapan_sampai_kini": Kind::Rupiah, Sometimes, "Anggaran yang terserap sejak Januari, dalam rupiah.", "Absorbed since January, in rupiah." => amount;
        "bagian": Kind::Percent, Sometimes, "Bagiannya dari anggaran yang berlaku, dalam persen; dapat melebihi 100.", "Its share of the budget in force, in percent; may exceed 100." => share;
    }

    pub(in crate::data) const TABLE: Table = Table {
        name: Some(TableName::Absorptions),
        about: [
            "Serapan anggaran tiap program pada tiap triwulan.",
            "What each programme absorbed by the end of each quarter.",
        ],
        columns: COLUMNS,
        key: &["kontrak", "program", "triwulan"],
        references: &[Reference {
            columns: &["kontrak", "program"],
            to: TableName::Programs,
            named: &["kontrak", "id"],
        }],
    };

    pub(in crate::data) fn rows<'a>(
        facts: Facts<'a>,
        of: &'a Selection,
    ) -> Box<dyn Iterator<Item = Row<'a>> + 'a> {
        let items = all(facts, of).flat_map(move |(contract, program, score)| {
            let quarters = score.quarters.iter();
            let told = quarters.filter(|(quarter, _)| of.tells(**quarter));
            told.map(move |(quarter, absorption)| {
                row(&Item {
                    of: contract,
                    program,
                    quarter: *quarter,
                    absorption,
                })
            })
        });
        Box::new(items)
    }

    fn told(absorption: &Absorption) -> &'static str {
        let at = match absorption {
            Absorption::Reported { .. } => 0,
            // Of a total alone, which is no row here.
            Absorption::Partly { .. } | Absorption::NotSaid => 1,
            Absorption::Late { .. } => 2,
            Absorption::NotDue => 3,
            Absorption::NoDeadline => 4,
            Absorption::NotAsked => 5,
        };
        ABSORPTIONS[at]
    }

    fn amount<'a>(item: &Item<'a>) -> Cell<'a> {
        match item.absorption {
            Absorption::Reported { amount, .. } => Cell::ratio(&amount.exact()),
            _ => Cell::Missing,
        }
    }

    fn share<'a>(item: &Item<'a>) -> Cell<'a> {
        match item.absorption {
            Absorption::Reported { share, .. } => optional(share.as_ref(), Cell::percent),
            _ => Cell::Missing,
        }
    }
}
