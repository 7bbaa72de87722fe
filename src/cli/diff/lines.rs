//! Single lines of the parts: what a row is about, by name, and what it says.

use super::shown::{Shown, row_contract};
use crate::cli::words::CliWords;
use crate::data::{RowChange, TableName, Topic, Turn};

/// What became of something, in a word.
pub(super) fn turn_word(turn: Turn, words: &CliWords) -> String {
    words.text(match turn {
        Turn::Added => "turn_added",
        Turn::Changed => "turn_changed",
        Turn::Removed => "turn_removed",
    })
}

/// What kind of thing a row is about, and its name.
pub(super) fn thing(row: &RowChange, shown: &Shown<'_>) -> (String, String) {
    let own_name = || match row.name("nama") {
        name if name.is_empty() => row.name("id"),
        name => name,
    };
    let with_official = |name: String| {
        let official = shown.names.official(&row_contract(row));
        format!("{name} ({official})")
    };
    let (key, name) = match row.table {
        TableName::Opds => ("thing_opd", own_name()),
        TableName::Posts => ("thing_jabatan", own_name()),
        TableName::People => ("thing_pejabat", own_name()),
        TableName::Tenures => {
            let person = shown.names.person(&row.name("pejabat"));
            (
                "thing_masa_jabatan",
                format!("{person}: {}", row.name("jabatan")),
            )
        }
        TableName::Contracts => ("thing_kontrak", with_official(row.name("id"))),
        TableName::Reports => (
            "thing_laporan",
            with_official(shown.period(&row.name("triwulan"))),
        ),
        TableName::Indicators => ("thing_indikator", with_official(own_name())),
        TableName::Programs => ("thing_program", with_official(own_name())),
        TableName::Results => {
            let subject = shown
                .names
                .subject(&row.name("kontrak"), &row.name("indikator"));
            let quarter = shown.period(&row.name("triwulan"));
            (
                "thing_hasil",
                with_official(format!("{subject}, {quarter}")),
            )
        }
        TableName::Evaluations => {
            let person = shown.names.person(&row.name("pejabat"));
            (
                "thing_evaluasi",
                format!("{person}: {}", row.name("evaluasi")),
            )
        }
        _ => {
            let key: Vec<String> = row.key().map(|(_, value)| value).collect();
            ("thing_lain", key.join(" "))
        }
    };
    (shown.words.text(key), name)
}

/// Each term that is other, or what an amendment says of one.
pub(super) fn term_lines(row: &RowChange, shown: &Shown<'_>) -> Vec<Vec<String>> {
    let contract = row_contract(row);
    let official = shown.names.official(&contract);
    let subject = match row.table {
        TableName::Contracts => contract.clone(),
        TableName::Amendments => shown.names.subject(&contract, &row.name("perihal")),
        TableName::Targets => shown.names.subject(&contract, &row.name("indikator")),
        _ => shown.names.subject(&contract, &row.name("id")),
    };
    let line = |key: String, change: String| vec![official.clone(), subject.clone(), key, change];
    match row.table {
        TableName::Amendments => {
            let kind = shown.words.text(match row.name("jenis").as_str() {
                "perubahan" => "by_perubahan",
                "ralat" => "by_ralat",
                _ => "by_tanpa_adendum",
            });
            let turn = turn_word(row.turn(), shown.words);
            let (key, value) = (row.name("isian"), row.name("nilai"));
            let change = shown.amended(&contract, &row.name("perihal"), &key, &value);
            vec![line(
                shown.term(&contract, &key),
                format!("{change} ({kind}, {turn})"),
            )]
        }
        TableName::Targets => {
            let period = shown.period(&row.name("masa"));
            let change = shown.change(row, "target");
            vec![line(format!("target {period}"), change)]
        }
        _ => {
            let cells = row.cells_about(Topic::Term);
            cells
                .map(|cell| line(cell.column.to_owned(), shown.change(row, cell.column)))
                .collect()
        }
    }
}

/// Whom and what a computed row is about.
pub(super) fn concerned(row: &RowChange, shown: &Shown<'_>) -> (String, String) {
    let names = shown.names;
    if row.table == TableName::Evaluations {
        let evaluation = row.name("evaluasi");
        return (names.person(&row.name("pejabat")), evaluation);
    }
    let contract = row_contract(row);
    let subject = |column| names.subject(&contract, &row.name(column));
    let quarter = || shown.period(&row.name("triwulan"));
    let told = match row.table {
        TableName::Contracts => {
            let contract = ("contract", contract.as_str());
            shown.words.say("diff_whole_contract", &[contract])
        }
        TableName::Results => format!("{}, {}", subject("indikator"), quarter()),
        TableName::Absorptions => format!("{}, {}", subject("program"), quarter()),
        _ => subject("id"),
    };
    (names.official(&contract), told)
}
