//! What was found, sorted by what it is to whoever looks at it.

use super::figure::{Figure, is_figure};
use super::names::Names;
use crate::data::{CellChange, RowChange, TableName, Topic, Turn};
use crate::site::{Page, PageChange, Site};
use std::collections::BTreeSet;

/// What will be other.
pub(super) struct Report<'a> {
    /// Every reported figure that is other.
    pub figures: Vec<Figure<'a>>,
    /// What is compared with, as it was asked for, and its commit.
    pub base: String,
    pub commit: String,
    pub before: &'a Site,
    pub after: &'a Site,
    pub rows: &'a [RowChange],
    /// By path.
    pub pages: &'a [PageChange],
    /// How many files the site has, media aside.
    pub files: usize,
    pub media: Vec<(String, Turn)>,
}

impl Report<'_> {
    pub fn names(&self) -> Names<'_> {
        Names::new(self.before, self.after)
    }

    /// People, posts, organisations, contracts, commitments and reports that come or go.
    pub fn presence(&self) -> Vec<(&RowChange, Turn)> {
        let rows = self.rows.iter();
        rows.filter_map(|row| Some((row, presence(row)?)))
            .filter(|(row, _)| is_whole(row) || !self.goes_along(row))
            .collect()
    }

    /// Terms of contracts that stay, and amendments.
    pub fn terms(&self) -> Vec<&RowChange> {
        let has_terms = |row: &&RowChange| {
            let is_new = presence(row).is_some() || self.goes_along(row);
            !is_new && row.cells_about(Topic::Term).next().is_some()
        };
        let stated = self.stated();
        // The newer side is what is shown of a row.
        let is_moved = |row: &&RowChange| {
            row.table == TableName::Amendments
                && match sides(row) {
                    [_, Some(after)] => stated[0].contains(&after),
                    [Some(before), None] => stated[1].contains(&before),
                    [None, None] => false,
                }
        };
        let rows = self.rows.iter().filter(has_terms);
        rows.filter(|row| !is_moved(row)).collect()
    }

    /// What amendments state before and after, wherever it stands among them: one that is added moves the
    /// places of those behind it.
    fn stated(&self) -> [BTreeSet<Statement>; 2] {
        let mut stated = [BTreeSet::new(), BTreeSet::new()];
        let rows = self.rows.iter();
        for row in rows.filter(|row| row.table == TableName::Amendments) {
            for (all, own) in stated.iter_mut().zip(sides(row)) {
                all.extend(own);
            }
        }
        stated
    }

    /// How many targets are other, or said to be so by somebody or nobody.
    pub fn targets(&self) -> usize {
        let rows = self.terms();
        let is_target = |row: &&&RowChange| match row.table {
            TableName::Targets => true,
            TableName::Amendments => row.name("isian").starts_with("target"),
            _ => false,
        };
        let of_rows = rows.iter().filter(is_target).map(|row| match row.table {
            TableName::Targets => (row.name("kontrak"), row.name("indikator"), row.name("masa")),
            _ => {
                let contract = row.name("kontrak");
                let year = contract.split('/').next().unwrap_or_default().to_owned();
                let period = match row.name("isian").rsplit_once('.') {
                    Some((_, quarter)) => format!("{year}-{quarter}"),
                    None => year,
                };
                (contract, row.name("perihal"), period)
            }
        });
        of_rows.collect::<BTreeSet<_>>().len()
    }

    /// What follows from figures and terms. That of a quarter stands beside its figure.
    pub fn consequences(&self) -> Vec<&RowChange> {
        let follows = |row: &&RowChange| {
            let is_own = row.table == TableName::Contracts || !self.goes_along(row);
            let is_told = is_figure(row) || !is_own;
            !is_told && row.cells_about(Topic::Consequence).next().is_some()
        };
        self.rows.iter().filter(follows).collect()
    }

    /// Everything else that staff wrote.
    pub fn others(&self) -> Vec<&RowChange> {
        let is_other = |row: &&RowChange| {
            let is_told = presence(row).is_some() || self.goes_along(row);
            !is_told && other_cells(row).next().is_some()
        };
        self.rows.iter().filter(is_other).collect()
    }

    /// Whether what the row belongs to is new or gone, which is told of the whole.
    fn goes_along(&self, row: &RowChange) -> bool {
        let names = self.names();
        let of_contract = |column| {
            let turn = names.contract_turn(&row.name(column));
            turn.is_some_and(|turn| turn != Turn::Changed)
        };
        match row.table {
            TableName::Contracts => of_contract("id"),
            TableName::Opds | TableName::Posts | TableName::People => false,
            TableName::Tenures | TableName::Evaluations => {
                let turn = names.person_turn(&row.name("pejabat"));
                turn.is_some_and(|turn| turn != Turn::Changed)
            }
            TableName::Changes => true,
            TableName::Indicators => of_contract("kontrak"),
            TableName::Targets | TableName::Results => {
                let (contract, indicator) = (row.name("kontrak"), row.name("indikator"));
                of_contract("kontrak") || !names.stays(&contract, &indicator)
            }
            _ => of_contract("kontrak"),
        }
    }

    /// Changed pages for readers, of all files.
    pub fn html(&self) -> impl Iterator<Item = &PageChange> {
        let is_html = |change: &&PageChange| matches!(change.page, Page::Html(_));
        self.pages.iter().filter(is_html)
    }
}

/// What staff wrote in a row besides figures and terms. That a figure was reported, and when, is
/// told by the figure.
pub(super) fn other_cells(row: &RowChange) -> impl Iterator<Item = CellChange<'_>> {
    let is_told = |column: &str| is_figure(row) && ["laporan", "dilaporkan"].contains(&column);
    row.cells_about(Topic::Other)
        .filter(move |cell| !is_told(cell.column))
}

/// What is told also where it is a part of something that is new or gone.
fn is_whole(row: &RowChange) -> bool {
    matches!(row.table, TableName::Contracts | TableName::Reports)
}

/// Whether a row tells that something came or went.
fn presence(row: &RowChange) -> Option<Turn> {
    match row.table {
        TableName::Reports => {
            let [before, after] = row.values("laporan").map(|cell| cell.plain() == REPORTED);
            Turn::of(before.then_some(&()), after.then_some(&()))
                .filter(|turn| *turn != Turn::Changed)
        }
        TableName::Opds
        | TableName::Posts
        | TableName::People
        | TableName::Tenures
        | TableName::Contracts
        | TableName::Indicators
        | TableName::Programs => Some(row.turn()).filter(|turn| *turn != Turn::Changed),
        _ => None,
    }
}

/// What `laporan` says of a report that was made.
const REPORTED: &str = "dilaporkan";

/// Contract, subject, key and value of what an amendment states.
type Statement = [String; 4];

/// What a row of amendments states before and after.
fn sides(row: &RowChange) -> [Option<Statement>; 2] {
    let [subject, key, value] =
        ["perihal", "isian", "nilai"].map(|column| row.values(column).map(|cell| cell.plain()));
    let contract = row.name("kontrak");
    [0, 1].map(|side| {
        let key = key[side].clone();
        let is_there = !key.is_empty();
        is_there.then(|| {
            let (subject, value) = (subject[side].clone(), value[side].clone());
            [contract.clone(), subject, key, value]
        })
    })
}
