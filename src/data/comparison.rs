//! Two states of a site's facts held against each other, row by row.

use super::column::{Cell, Row, TableName};
use super::facts::Facts;
use super::selection::Selection;
use super::tables::table;
use crate::model::{ContractId, Register};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What became of a row, or of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Turn {
    Added,
    Changed,
    Removed,
}

impl Turn {
    /// What became of something that was there or not, and is there or not; none where it never was.
    pub fn of<T>(before: Option<&T>, after: Option<&T>) -> Option<Self> {
        match (before, after) {
            (None, Some(_)) => Some(Self::Added),
            (Some(_), None) => Some(Self::Removed),
            (Some(_), Some(_)) => Some(Self::Changed),
            (None, None) => None,
        }
    }
}

/// What a cell is to whoever looks at a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Reported by staff: a result, money absorbed.
    Figure,
    /// Computed from figures and terms: capaian, states, categories.
    Consequence,
    /// What was promised and under which terms.
    Term,
    /// The same as another cell in another form, or told elsewhere.
    Repeated,
    /// Everything else, such as notes and names.
    Other,
}

/// A row that is not as it was.
#[derive(Clone, Debug, PartialEq)]
pub struct RowChange {
    pub table: TableName,
    pub before: Option<Row<'static>>,
    pub after: Option<Row<'static>>,
}

/// One value of it that is not as it was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CellChange<'r> {
    pub column: &'static str,
    pub before: &'r Cell<'static>,
    pub after: &'r Cell<'static>,
}

/// Columns that say where a fact is recorded and where it stands: they are no facts themselves.
const BESIDE: [&str; 4] = ["commit", "tercatat", "tercatat_terlambat", "alamat"];

/// Tables whose rows each belong to a contract.
const OF_CONTRACTS: [TableName; 9] = [
    TableName::Contracts,
    TableName::Reports,
    TableName::Indicators,
    TableName::Targets,
    TableName::Results,
    TableName::Programs,
    TableName::Absorptions,
    TableName::Amendments,
    TableName::Revisions,
];

const NOTHING: &Cell<'static> = &Cell::Missing;

impl RowChange {
    pub fn turn(&self) -> Turn {
        Turn::of(self.before.as_ref(), self.after.as_ref())
            .expect("a change has a row before or after")
    }

    /// The value of a column before and after; missing where there is no row.
    ///
    /// # Panics
    /// A table without such a column.
    pub fn values(&self, column: &str) -> [&Cell<'static>; 2] {
        let columns = table(self.table).columns;
        let at = columns.iter().position(|own| own.name == column);
        self.at(at.unwrap_or_else(|| panic!("{} has no column {column}", self.table.key())))
    }

    /// A value that names the row or what it belongs to: the same before and after.
    ///
    /// # Panics
    /// As [`Self::values`].
    pub fn name(&self, column: &str) -> String {
        let [before, after] = self.values(column);
        match after {
            Cell::Missing => before.plain(),
            after => after.plain(),
        }
    }

    /// The values of the columns that name the row.
    pub fn key(&self) -> impl Iterator<Item = (&'static str, String)> {
        let key = table(self.table).key.iter();
        key.map(|column| (*column, self.name(column)))
    }

    /// Every value that is not as it was.
    pub fn cells(&self) -> impl Iterator<Item = CellChange<'_>> {
        let columns = table(self.table).columns.iter().enumerate();
        columns.filter_map(|(at, column)| {
            let [before, after] = self.at(at);
            let is_told = before != after && !BESIDE.contains(&column.name);
            is_told.then_some(CellChange {
                column: column.name,
                before,
                after,
            })
        })
    }

    /// Those of one topic.
    pub fn cells_about(&self, about: Topic) -> impl Iterator<Item = CellChange<'_>> {
        self.cells()
            .filter(move |cell| topic(self.table, cell.column) == about)
    }

    fn at(&self, at: usize) -> [&Cell<'static>; 2] {
        [&self.before, &self.after].map(|row| row.as_ref().map_or(NOTHING, |row| &row[at]))
    }
}

/// What the cells of a column are about.
pub fn topic(table: TableName, column: &str) -> Topic {
    let of = |terms: &[&str], consequences: &[&str]| match column {
        column if terms.contains(&column) => Topic::Term,
        column if consequences.contains(&column) => Topic::Consequence,
        _ => Topic::Repeated,
    };
    match table {
        TableName::Results => match column {
            "nilai" => Topic::Figure,
            "capaian" | "keadaan" => Topic::Consequence,
            "laporan" | "dilaporkan" | "alasan_belum_ada" | "catatan" | "kendala"
            | "tindak_lanjut" | "tanggapan" | "diverifikasi_oleh" | "diverifikasi_pada" => {
                Topic::Other
            }
            _ => Topic::Repeated,
        },
        TableName::Absorptions => match column {
            "serapan_sampai_kini" => Topic::Figure,
            "bagian" => Topic::Consequence,
            _ => Topic::Repeated,
        },
        TableName::Contracts => of(
            &[
                "jabatan",
                "kedudukan",
                "opd",
                "aturan",
                "nomor",
                "tanda_tangan",
                "mulai",
                "selesai",
                "pihak_kedua",
            ],
            &["capaian", "kategori"],
        ),
        TableName::Indicators => of(
            &[
                "nama",
                "nama_en",
                "sasaran",
                "satuan",
                "arah",
                "akumulasi",
                "jatuh_tempo",
                "bobot",
                "milik_kontrak",
                "milik_indikator",
                "rumus",
                "sumber",
            ],
            &["realisasi", "capaian", "keadaan", "kategori"],
        ),
        TableName::Targets => of(&["target"], &[]),
        TableName::Programs => of(&["nama", "sumber", "anggaran", "indikator"], &[]),
        TableName::Amendments => of(&["jenis", "nilai", "alasan"], &[]),
        TableName::Evaluations => match column {
            "keadaan" | "menurut_angka" => Topic::Consequence,
            _ => Topic::Other,
        },
        TableName::Opds | TableName::Posts | TableName::People | TableName::Tenures => Topic::Other,
        TableName::Reports | TableName::Revisions | TableName::Changes => Topic::Repeated,
    }
}

/// Every row that is other after than before, table by table.
pub fn compare(before: Facts<'_>, after: Facts<'_>) -> Vec<RowChange> {
    let contracts: BTreeSet<&ContractId> = [before, after]
        .iter()
        .flat_map(|facts| facts.register.contracts.keys())
        .collect();
    let contracts: Vec<&ContractId> = contracts.into_iter().collect();
    let found = contracts
        .par_iter()
        .map(|id| of_contract(before, after, id));
    let mut changes: Vec<RowChange> = found.flatten_iter().collect();
    let all = [before, after].map(|facts| Selection::everything(facts.register));
    for name in TableName::ALL {
        if !OF_CONTRACTS.contains(&name) {
            changes.extend(of_table(name, [(before, &all[0]), (after, &all[1])]));
        }
    }
    let place = |name| TableName::ALL.iter().position(|own| *own == name);
    changes.sort_by_key(|change| place(change.table));
    changes
}

fn of_contract(before: Facts<'_>, after: Facts<'_>, id: &ContractId) -> Vec<RowChange> {
    let of = |register: &Register| {
        Selection::of_contracts(register, register.contracts.get(id).into_iter())
    };
    let selected = [of(before.register), of(after.register)];
    let sides = [(before, &selected[0]), (after, &selected[1])];
    let tables = OF_CONTRACTS.into_iter();
    tables.flat_map(|name| of_table(name, sides)).collect()
}

fn of_table(name: TableName, sides: [(Facts<'_>, &Selection); 2]) -> Vec<RowChange> {
    let columns = table(name).columns;
    let is_in_key = |column: &&str| table(name).key.contains(column);
    let key: Vec<usize> = (0..columns.len())
        .filter(|at| is_in_key(&columns[*at].name))
        .collect();
    let [before, after] = sides.map(|(facts, of)| {
        let rows = facts.rows(name, of).zip(0_usize..);
        let keyed = rows.map(|(row, place)| {
            let named: Vec<String> = key.iter().map(|at| row[*at].plain()).collect();
            (named, (place, row))
        });
        keyed.collect::<BTreeMap<_, _>>()
    });
    let keys: BTreeSet<&Vec<String>> = before.keys().chain(after.keys()).collect();
    let mut changes: Vec<(usize, RowChange)> = keys
        .into_iter()
        .filter_map(|key| {
            let (old, new) = (before.get(key), after.get(key));
            let place = new.or(old).map_or(0, |(place, _)| *place);
            let row = |found: Option<&(usize, Row<'_>)>| -> Option<Row<'static>> {
                let cells = found?.1.iter().cloned();
                Some(cells.map(Cell::into_owned).collect())
            };
            let change = RowChange {
                table: name,
                before: row(old),
                after: row(new),
            };
            let is_other = change.turn() != Turn::Changed || change.cells().next().is_some();
            is_other.then_some((place, change))
        })
        .collect();
    // As the site has them, not as their keys are spelt.
    changes.sort_by_key(|(place, _)| *place);
    changes.into_iter().map(|(_, change)| change).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_of_a_topic_is_there() {
        let about = |topic_asked: Topic| -> usize {
            let tables = TableName::ALL.into_iter();
            let counts = tables.map(|name| {
                let columns = table(name).columns.iter();
                columns
                    .filter(|c| topic(name, c.name) == topic_asked)
                    .count()
            });
            counts.sum()
        };
        assert_eq!(about(Topic::Figure), 2);
        assert_eq!(about(Topic::Term), 9 + 12 + 1 + 4 + 3);
        assert_eq!(about(Topic::Consequence), 2 + 1 + 2 + 4 + 2);
        for name in OF_CONTRACTS {
            assert!(table(name).key.contains(&"kontrak") || name == TableName::Contracts);
        }
        for column in BESIDE {
            let has = |name: &TableName| table(*name).columns.iter().any(|c| c.name == column);
            assert!(TableName::ALL.iter().any(has), "{column}");
        }
    }

    #[test]
    fn a_change_says_what_was_and_what_is() {
        let columns = table(TableName::Revisions).columns;
        let row = |text: &str| -> Row<'static> {
            columns
                .iter()
                .map(|_| Cell::Text(text.to_owned().into()))
                .collect()
        };
        let change = |before: Option<Row<'static>>, after: Option<Row<'static>>| RowChange {
            table: TableName::Revisions,
            before,
            after,
        };
        assert_eq!(change(None, Some(row("a"))).turn(), Turn::Added);
        assert_eq!(change(Some(row("a")), None).turn(), Turn::Removed);
        assert_eq!(change(Some(row("a")), None).name("kontrak"), "a");
        let mut other = row("a");
        let commit = columns.iter().position(|c| c.name == "commit").unwrap();
        other[commit] = Cell::Missing;
        let same = change(Some(row("a")), Some(other));
        assert_eq!(same.cells().count(), 0);
        let changed = change(Some(row("a")), Some(row("b")));
        assert_eq!(changed.turn(), Turn::Changed);
        assert_eq!(changed.cells().count(), columns.len() - 1);
        let key: Vec<&str> = changed.key().map(|(column, _)| column).collect();
        assert_eq!(key, table(TableName::Revisions).key);
    }
}
