//! Tables in many spellings, and hostile ones.

use super::*;
use crate::edit::Value;
use crate::model::QuarterOfYear;
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};

fn sheet(rows: &[&[&str]]) -> Sheet {
    let mut text = csv::WriterBuilder::new()
        .flexible(true)
        .delimiter(b';')
        .from_writer(Vec::new());
    for row in rows {
        // A row without cells would be none.
        text.write_record(if row.is_empty() { &["", ""] } else { *row })
            .unwrap();
    }
    let found = sheets("pk.csv", &text.into_inner().unwrap());
    found.unwrap().remove(0)
}

/// The letter of each column, by its key.
fn letters(sheet: &Sheet) -> Option<Vec<(&'static str, String)>> {
    let columns = Columns::of(sheet, 2026)?;
    let found = columns.found.iter();
    Some(
        found
            .map(|(column, place)| (column.key(), place.letters.clone()))
            .collect(),
    )
}

fn all(keys: &[(&'static str, &str)]) -> Option<Vec<(&'static str, String)>> {
    let keys = keys
        .iter()
        .map(|(key, letters)| (*key, (*letters).to_owned()));
    Some(keys.collect())
}

#[test]
fn columns_are_found_by_headings_in_many_spellings() {
    let four = [
        ("sasaran", "B"),
        ("indikator", "C"),
        ("satuan", "D"),
        ("target", "E"),
    ];
    for headings in [
        [
            "No",
            "Sasaran Strategis",
            "Indikator Kinerja",
            "Satuan",
            "Target",
        ],
        [
            "NO.",
            "SASARAN",
            "INDIKATOR KINERJA UTAMA (IKU)",
            "SATUAN",
            "TARGET 2026",
        ],
        [
            "No",
            "Tujuan / Sasaran",
            "Indikator\nSasaran",
            "Sat.",
            "Target Tahun 2026",
        ],
        [
            "#",
            "Sasaran Program",
            "IKU",
            "Satuan Ukuran",
            "Target Kinerja",
        ],
    ] {
        let table = sheet(&[
            &["Perjanjian Kinerja"],
            &[],
            &headings,
            &["1", "a", "b", "c", "2"],
        ]);
        assert_eq!(letters(&table), all(&four), "{headings:?}");
    }
    for quarters in [
        ["TW I", "TW II", "TW III", "TW IV"],
        ["Tw1", "Tw2", "Tw3", "Tw4"],
        [
            "Target Triwulan 1",
            "Target Triwulan 2",
            "Target Triwulan 3",
            "Target Triwulan 4",
        ],
        ["Trw. I", "Trw. II", "Trw. III", "Trw. IV"],
    ] {
        let headings = [&["Indikator", "Target"][..], &quarters[..]].concat();
        let expected = all(&[
            ("indikator", "A"),
            ("target", "B"),
            ("tw1", "C"),
            ("tw2", "D"),
            ("tw3", "E"),
            ("tw4", "F"),
        ]);
        assert_eq!(letters(&sheet(&[&headings])), expected, "{quarters:?}");
    }
}

#[test]
fn headings_over_two_rows_and_a_row_of_numbers_are_no_data() {
    let table = sheet(&[
        &[
            "No",
            "Sasaran",
            "Indikator",
            "Satuan",
            "Target",
            "Target Triwulan",
            "",
            "",
            "",
            "Realisasi",
        ],
        &["", "", "", "", "2026", "I", "II", "III", "IV", "I"],
        &[
            "(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)",
        ],
        &["1", "A", "x", "orang", "4", "1", "1", "1", "1", "9"],
    ]);
    let columns = Columns::of(&table, 2026).unwrap();
    assert_eq!((columns.first_row, columns.heading_row), (3, 1));
    let tw4 = &columns.found[&Column::Quarter(QuarterOfYear::Tw4)];
    assert_eq!(tw4.letters, "I");
    let agreement = read(&table, &columns);
    assert_eq!(agreement.goals[0].indicators[0].quarterly.len(), 4);
    assert_eq!(agreement.remarks, []);
}

#[test]
fn of_two_targets_the_one_of_the_year_is_meant_or_it_is_asked() {
    let of_years = sheet(&[&["Indikator", "Target 2025", "Target 2026"]]);
    assert_eq!(
        letters(&of_years),
        all(&[("indikator", "A"), ("target", "C")])
    );
    let alike = sheet(&[&["Indikator", "Target", "Target"], &["a", "1", "2"]]);
    let mut columns = Columns::of(&alike, 2026).unwrap();
    assert_eq!(columns.doubtful[&Column::Target].len(), 2);
    assert_eq!(columns.correct(&alike, Column::Target, "c"), Some(()));
    assert!(columns.doubtful.is_empty());
    assert_eq!(columns.found[&Column::Target].index, 2);
    for letters in ["", "D", "ZZZZ", "1", "é"] {
        assert_eq!(
            columns.correct(&alike, Column::Target, letters),
            None,
            "{letters}"
        );
    }
}

#[test]
fn a_sheet_without_the_table_has_no_columns() {
    for rows in [
        &[&["Petunjuk", "Isi"][..]][..],
        &[],
        &[&["Indikator", "Satuan"]],
    ] {
        assert_eq!(Columns::of(&sheet(rows), 2026), None);
    }
}

/// What a target in a table becomes, and what is told of it.
fn target(unit: &str, cell: &str) -> (Option<Value>, Option<String>, Vec<RemarkKind>) {
    let table = sheet(&[&["Indikator", "Satuan", "Target"], &["a", unit, cell]]);
    let columns = Columns::of(&table, 2026).unwrap();
    let agreement = read(&table, &columns);
    let indicator = agreement.goals[0].indicators[0].clone();
    let kinds = agreement.remarks.into_iter().map(|remark| {
        assert_eq!(remark.cell.to_string(), "C2");
        remark.kind
    });
    (indicator.target, indicator.unit, kinds.collect())
}

#[test]
fn numbers_are_read_as_everywhere_and_none_is_guessed() {
    for (unit, cell, value, read_unit) in [
        ("%", "13,2", "13.2", "persen"),
        ("Persen", "86,5 %", "86.5", "persen"),
        ("", "100%", "100", "persen"),
        ("Dokumen", "12 Dokumen", "12", "dokumen"),
        ("", "12 dokumen", "12", "dokumen"),
        ("Rp", "Rp1.250.000.000", "1250000000", "rupiah"),
        ("IPM", "71.96", "71.96", "IPM"),
    ] {
        let expected = (
            Some(Value::plain(value)),
            Some(read_unit.to_owned()),
            Vec::new(),
        );
        assert_eq!(target(unit, cell), expected, "{unit} {cell}");
    }
    for cell in ["3.000", "1.23.456", "12-13", "±5", "2 dari 3"] {
        let (value, _, kinds) = target("orang", cell);
        assert_eq!(value, None, "{cell}");
        assert!(
            matches!(kinds[..], [RemarkKind::Number(_)]),
            "{cell} {kinds:?}"
        );
    }
    for cell in ["0.94", "1", "0,5"] {
        assert_eq!(target("persen", cell).2, [RemarkKind::Share], "{cell}");
    }
    assert_eq!(target("persen", "0,5%").0, Some(Value::plain("0.5")));
    let rank = (
        Some(Value::plain("WTP")),
        Some("opini".into()),
        vec![RemarkKind::Words],
    );
    assert_eq!(target("Opini", "WTP"), rank);
}

#[test]
fn goals_go_on_over_merged_cells_and_the_next_table_is_not_read() {
    let table = sheet(&[
        &["No", "Sasaran", "Indikator", "Satuan", "Target"],
        &["1", "1. Sehat", "a. Stunting", "persen", "13"],
        &["", "", "b) Stunting", "persen", "14"],
        &["2", "Cerdas", "1.1 Melek huruf", "persen", "99"],
        &["", "", "Tanpa target", "persen", ""],
        &["", "", "", "", "7"],
        &[],
        &["No", "Program", "Anggaran", "Keterangan", ""],
        &["1", "Gizi", "5000", "APBD", "8"],
    ]);
    let agreement = read(&table, &Columns::of(&table, 2026).unwrap());
    let goals: Vec<_> = agreement
        .goals
        .iter()
        .map(|goal| {
            let ids = goal.indicators.iter().map(|one| one.id.as_str());
            (goal.name.as_deref().unwrap(), ids.collect::<Vec<_>>())
        })
        .collect();
    let expected = [
        ("Sehat", vec!["stunting", "stunting-2"]),
        ("Cerdas", vec!["melek-huruf"]),
    ];
    assert_eq!(goals, expected);
    let cells = agreement
        .remarks
        .iter()
        .map(|remark| remark.cell.to_string());
    assert_eq!(cells.collect::<Vec<_>>(), ["C5", "E6", "A8"]);
    let first = &agreement.goals[0].indicators[0];
    assert_eq!((first.direction, first.accumulation), (None, None));
}

#[test]
fn a_workbook_is_read_with_numbers_as_they_were_typed() {
    let mut book = Workbook::new();
    let table = book.add_worksheet();
    table.set_name("PK \u{9b}31m").unwrap();
    for (column, heading) in
        (1..).zip(["Sasaran", "Indikator", "Satuan", "Target", "TW I", "TW II"])
    {
        table.write(2, column, heading).unwrap();
    }
    table
        .merge_range(3, 1, 4, 1, "Sehat", &Format::new())
        .unwrap();
    table.write(3, 2, "Indeks").unwrap();
    table.write(3, 3, "poin").unwrap();
    table.write(3, 4, 66.891).unwrap();
    table.write(3, 5, 0.1 + 0.2).unwrap();
    table.write(3, 6, 3000).unwrap();
    table.write(4, 2, "Kedua").unwrap();
    table.write(4, 4, "2,5").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let found = sheets("pk.xlsx", &bytes).unwrap();
    assert!(!found[0].name.contains('\u{9b}'));
    let columns = Columns::of(&found[0], 2026).unwrap();
    assert_eq!(columns.found[&Column::Target].letters, "E");
    let agreement = read(&found[0], &columns);
    assert_eq!(agreement.remarks, []);
    assert_eq!(agreement.goals.len(), 1);
    let [first, second] = &agreement.goals[0].indicators[..] else {
        panic!("{agreement:?}");
    };
    assert_eq!(first.target, Some(Value::plain("66.8910")));
    let quarters: Vec<_> = first.quarterly.values().cloned().collect();
    assert_eq!(quarters, [Value::plain("0.3"), Value::plain("3000")]);
    assert_eq!(second.target, Some(Value::plain("2.5")));
}

#[test]
fn texts_are_separated_by_whatever_they_are_separated_by() {
    for text in [
        "Indikator;Satuan;Target\nAngka, besar;orang;2,5\n",
        "Indikator\tSatuan\tTarget\nAngka, besar\torang\t2,5\n",
        "\u{feff}Indikator,Satuan,Target\r\n\"Angka, besar\",orang,\"2,5\"\r\n",
    ] {
        let found = sheets("pk.csv", text.as_bytes()).unwrap();
        let columns = Columns::of(&found[0], 2026).unwrap();
        let agreement = read(&found[0], &columns);
        let indicator = &agreement.goals[0].indicators[0];
        assert_eq!(indicator.name.as_deref(), Some("Angka, besar"), "{text}");
        assert_eq!(indicator.target, Some(Value::plain("2.5")), "{text}");
    }
}

#[test]
fn what_is_no_table_is_refused() {
    for (name, bytes) in [
        ("a.xlsx", &b"PK"[..]),
        ("a.xlsx", b""),
        ("a.docx", b"<html>"),
        ("a", b"x"),
    ] {
        assert!(
            matches!(sheets(name, bytes), Err(TableError::Workbook(_))),
            "{name}"
        );
    }
    assert!(matches!(
        sheets("a.csv", b"a;\xe9"),
        Err(TableError::Text(_))
    ));
    let long = "a;b;c\n".repeat(5_001);
    assert!(matches!(
        sheets("a.csv", long.as_bytes()),
        Err(TableError::TooLarge)
    ));
    let wide = ";".repeat(300);
    assert!(matches!(
        sheets("a.csv", wide.as_bytes()),
        Err(TableError::TooLarge)
    ));
}

#[test]
fn columns_are_named_as_spreadsheets_do() {
    for (column, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
        assert_eq!(super::cells::column_of(letters), Some(column));
        let place = sheet(&[]).place(6, column);
        assert_eq!(place.to_string(), format!("{letters}7"));
    }
}

/// The table of a workbook whose cells are written by `fill`, below headings in its first row.
fn workbook(headings: &[&str], fill: impl FnOnce(&mut Worksheet)) -> Agreement {
    let mut book = Workbook::new();
    let table = book.add_worksheet();
    for (column, heading) in (0..).zip(headings) {
        table.write(0, column, *heading).unwrap();
    }
    fill(table);
    let found = sheets("pk.xlsx", &book.save_to_buffer().unwrap()).unwrap();
    let columns = Columns::of(&found[0], 2026).unwrap();
    read(&found[0], &columns)
}

/// Each remark: its cell, what was read there, and what is said of it.
fn remarks(agreement: &Agreement) -> Vec<(String, &str, &RemarkKind)> {
    let told = agreement.remarks.iter();
    told.map(|remark| (remark.cell.to_string(), remark.text.as_str(), &remark.kind))
        .collect()
}

#[test]
fn a_cell_in_the_format_of_percentages_is_the_percentage_that_it_shows_or_left_out() {
    let percent = Format::new().set_num_format("0.00%");
    let headings = ["Indikator", "Satuan", "Target", "TW I", "Bobot"];
    let agreement = workbook(&headings, |table| {
        for (row, unit) in [(1, "persen"), (2, "Orang"), (3, "")] {
            table.write(row, 0, format!("Angka {row}")).unwrap();
            table.write(row, 1, unit).unwrap();
            table.write_with_format(row, 2, 1.05, &percent).unwrap();
            table.write_with_format(row, 3, 0.95, &percent).unwrap();
            table.write_with_format(row, 4, 0.25, &percent).unwrap();
        }
    });
    let found: Vec<_> = agreement.goals[0]
        .indicators
        .iter()
        .map(|one| {
            let first = one.quarterly.get(&QuarterOfYear::Tw1).cloned();
            let weight = one.weight.map(|weight| weight.to_string());
            (one.unit.clone(), one.target.clone(), first, weight)
        })
        .collect();
    let percent = Some("persen".to_owned());
    let weight = Some("25".to_owned());
    let read = |unit| {
        let (target, first) = (Value::plain("105"), Value::plain("95"));
        (unit, Some(target), Some(first), weight.clone())
    };
    let left_out = (Some("orang".to_owned()), None, None, weight.clone());
    assert_eq!(found, [read(percent.clone()), left_out, read(percent)]);
    let expected = [
        ("C2", "105%", &RemarkKind::PercentRead),
        ("D2", "95%", &RemarkKind::PercentRead),
        ("E2", "25%", &RemarkKind::PercentRead),
        ("C3", "105%", &RemarkKind::Percent),
        ("D3", "95%", &RemarkKind::Percent),
        ("E3", "25%", &RemarkKind::PercentRead),
        ("C4", "105%", &RemarkKind::PercentRead),
        ("D4", "95%", &RemarkKind::PercentRead),
        ("E4", "25%", &RemarkKind::PercentRead),
    ];
    let expected = expected.map(|(cell, text, kind)| (cell.to_owned(), text, kind));
    assert_eq!(remarks(&agreement), expected);
    let said = agreement.goals[0].indicators[1].remark.as_deref();
    let advice = "Belum diambil dari tabel, tulis sendiri: sel C3 (\"105%\"), D3 (\"95%\").";
    assert_eq!(said, Some(advice));
    assert_eq!(agreement.goals[0].indicators[0].remark, None);
}

#[test]
fn a_percentage_without_a_column_of_units_is_one_of_percent() {
    let percent = Format::new().set_num_format("0%");
    let agreement = workbook(&["Indikator", "Target"], |table| {
        table.write(1, 0, "Cakupan").unwrap();
        table.write_with_format(1, 1, 0.66891, &percent).unwrap();
    });
    let one = &agreement.goals[0].indicators[0];
    assert_eq!(one.target, Some(Value::plain("66.8910")));
    assert_eq!(one.unit.as_deref(), Some("persen"));
    assert_eq!(agreement.remarks[0].kind, RemarkKind::PercentRead);
}

#[test]
fn a_fault_of_a_formula_is_no_value_and_its_cell_is_named() {
    let headings = ["Sasaran", "Indikator", "Satuan", "Target", "TW I", "Bobot"];
    let fault = |result: &str| Formula::new("=1/0").set_result(result);
    let agreement = workbook(&headings, |table| {
        table.write(1, 0, "Sehat").unwrap();
        table.write(1, 1, "Stunting").unwrap();
        table.write(1, 2, "orang").unwrap();
        table.write(1, 3, fault("#REF!")).unwrap();
        table.write(1, 4, true).unwrap();
        table.write(1, 5, fault("#N/A")).unwrap();
        table.write(2, 0, fault("#VALUE!")).unwrap();
        table.write(2, 1, "Melek huruf").unwrap();
        table.write(2, 3, 7).unwrap();
        table.write(3, 1, fault("#NAME?")).unwrap();
        table.write(3, 3, 8).unwrap();
    });
    let goals: Vec<_> = agreement.goals.iter().map(|goal| &goal.name).collect();
    assert_eq!(goals, [&Some("Sehat".to_owned()), &None]);
    let first = &agreement.goals[0].indicators[0];
    assert_eq!((&first.target, first.weight), (&None, None));
    assert!(first.quarterly.is_empty());
    let second = &agreement.goals[1].indicators[0];
    assert_eq!(second.target, Some(Value::plain("7")));
    let expected = [
        ("D2", "#REF!", &RemarkKind::NoValue),
        ("E2", "TRUE", &RemarkKind::NoValue),
        ("F2", "#N/A", &RemarkKind::NoValue),
        ("A3", "#VALUE!", &RemarkKind::NoValue),
        ("B4", "#NAME?", &RemarkKind::NoValue),
        ("D4", "8", &RemarkKind::PassedOver),
    ];
    let expected = expected.map(|(cell, text, kind)| (cell.to_owned(), text, kind));
    assert_eq!(remarks(&agreement), expected);
}

#[test]
fn an_indicator_of_budgets_and_activities_does_not_end_the_table() {
    let table = sheet(&[
        &["Sasaran", "Indikator", "Satuan", "Target"],
        &["Tertib", "Serapan anggaran", "Kegiatan", "12"],
        &["Program", "Persentase anggaran tepat waktu", "persen", "95"],
        &["Kegiatan", "Opini atas anggaran", "opini", "WTP"],
        &["Rapi", "Arsip", "dokumen", "3"],
        &["Program", "Anggaran", "Sumber Dana", "Keterangan"],
        &["Gizi", "5000", "APBD", "7"],
    ]);
    let agreement = read(&table, &Columns::of(&table, 2026).unwrap());
    let names = agreement.goals.iter().flat_map(|goal| &goal.indicators);
    let names: Vec<_> = names.map(|one| one.name.as_deref().unwrap()).collect();
    let expected = [
        "Serapan anggaran",
        "Persentase anggaran tepat waktu",
        "Opini atas anggaran",
        "Arsip",
    ];
    assert_eq!(names, expected);
    let last = agreement.remarks.last().unwrap();
    assert_eq!(last.cell.to_string(), "A6");
    assert_eq!(last.text, "Program Anggaran Sumber Dana Keterangan");
    assert_eq!(last.kind, RemarkKind::Ended);
}

/// As files have it that were put together from several: nobody sees it, and YAML refuses it.
#[test]
fn a_byte_order_mark_within_a_cell_is_not_taken_over() {
    let sheet = sheet(&[
        &["No", "Sasaran", "Indikator", "Satuan", "Target"],
        &["1", "\u{feff}Sehat", "Angka \u{feff}gizi", "\u{feff}", "90"],
    ]);
    let columns = Columns::of(&sheet, 2026).unwrap();
    let read = read(&sheet, &columns);
    assert_eq!(read.goals[0].name.as_deref(), Some("Sehat"));
    assert_eq!(
        read.goals[0].indicators[0].name.as_deref(),
        Some("Angka gizi")
    );
    assert_eq!(read.goals[0].indicators[0].unit, None);
}
