//! Numbers as spreadsheets keep them; workbooks are read in `form` and by other programs' files.

use super::excel::shows_percent;
use super::*;
use std::io::{Cursor, Write};

#[test]
fn a_number_is_the_decimal_that_a_spreadsheet_shows() {
    let cases = [
        (0.1 + 0.2, "0.3"),
        (13.2, "13.2"),
        (0.132 * 100.0, "13.2"),
        (3000.0, "3000"),
        (27_602_515_000.0, "27602515000"),
        (-0.0, "0"),
        (-4.5, "-4.5"),
        (1.0 / 3.0, "0.333333333333333"),
        (1e15, "1000000000000000"),
        (66.891, "66.891"),
    ];
    for (value, text) in cases {
        assert_eq!(plain_number(value), text);
    }
}

#[test]
fn a_serial_number_is_a_day_where_it_can_be_one() {
    let day = |value| serial_day(value).map(|day| day.to_string());
    assert_eq!(day(46_395.0).as_deref(), Some("2027-01-08"));
    assert_eq!(day(16_438.0).as_deref(), Some("1945-01-01"));
    assert_eq!(day(46_395.5), None);
    assert_eq!(day(7.5), None);
}

#[test]
fn a_percent_sign_that_is_only_written_behind_a_number_makes_no_hundredths() {
    for format in [
        "0%",
        "0.0%",
        "#,##0.00 %",
        "0.0%;[Red]-0.0%",
        r#""kira-kira "0%"#,
    ] {
        assert!(shows_percent(format), "{format}");
    }
    for format in [
        "General",
        "0.0",
        r#"0.0"%""#,
        r"0.0\%",
        "0.0_%",
        r#"0" persen (%)""#,
    ] {
        assert!(!shows_percent(format), "{format}");
    }
}

#[test]
fn what_is_no_workbook_is_told() {
    assert_eq!(
        read("a.xlsx", b"nama,nilai\n"),
        Err(NotAWorkbook::OtherForm)
    );
    assert_eq!(
        read("a.xlsx", &[0xd0, 0xcf, 0x11, 0xe0, 0]),
        Err(NotAWorkbook::Locked)
    );
    assert!(matches!(
        read("a.xlsx", b"PK\x03\x04nothing"),
        Err(NotAWorkbook::Damaged(_))
    ));
}

#[test]
fn what_a_terminal_would_obey_is_left_out() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let written = sheet.write_string(0, 0, "a\u{1b}[31m\tb\r\nc ");
    written.unwrap();
    let read = read("a.xlsx", &book.save_to_buffer().unwrap()).unwrap();
    let cell = read.sheets[0].at(0, 0);
    assert_eq!(cell, Some(&Cell::Text("a [31m b\nc".to_owned())));
}

/// A ZIP archive of these files, packed.
fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    let options = options.compression_method(zip::CompressionMethod::Deflated);
    for (name, text) in files {
        archive.start_file(*name, options).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// An OpenDocument workbook of one sheet with these rows.
fn open_document(rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content><office:body><office:spreadsheet><table:table table:name="PK">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", &content),
    ])
}

#[test]
fn a_small_workbook_with_cells_at_opposite_corners_takes_the_room_of_two() {
    let corner = (1_048_575, 16_383);
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_number(0, 0, 1.0).unwrap();
    sheet.write_number(corner.0, 16_383, 2.0).unwrap();
    let found = read("a.xlsx", &book.save_to_buffer().unwrap()).unwrap();
    let numbers: Vec<_> = found.sheets[0].cells.iter().collect();
    let number = |value| Cell::Number {
        value,
        shown: Shown::AsItIs,
    };
    assert_eq!(numbers, [(&(0, 0), &number(1.0)), (&corner, &number(2.0))]);
}

#[test]
fn two_formulas_at_opposite_corners_take_the_room_of_two() {
    let sheet = r#"<worksheet><sheetData><row r="1"><c r="A1"><f>1+1</f></c></row><row r="1048576"><c r="XFD1048576"><f t="shared" ref="XFD1048576" si="4000000000">1+2</f></c></row></sheetData></worksheet>"#;
    let rels = r#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    let book = r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="PK" sheetId="1" r:id="r1"/></sheets></workbook>"#;
    let package = r#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    let bytes = archive(&[
        ("_rels/.rels", package),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", rels),
        ("xl/worksheets/sheet1.xml", sheet),
    ]);
    let found = read("a.xlsx", &bytes).unwrap();
    let cells: Vec<_> = found.sheets[0].cells.values().collect();
    assert_eq!(cells, [&Cell::NotComputed, &Cell::NotComputed]);
}

#[test]
fn an_archive_that_unpacks_to_more_than_a_workbook_is_refused() {
    let zeros = "0".repeat(1 << 20);
    let bytes = archive(&[("a", &zeros), ("b", &zeros)]);
    assert!(bytes.len() < 8 << 10);
    assert_eq!(unpacked::refuse_large(&bytes, 2 << 20), Ok(()));
    let refused = unpacked::refuse_large(&bytes, (2 << 20) - 1);
    assert_eq!(refused, Err(NotAWorkbook::TooLarge));
}

#[test]
fn repeated_cells_beyond_any_sheet_are_refused_and_nothing_overflows() {
    let number = r#"office:value-type="float" office:value="1""#;
    let percent = r#"office:value-type="percentage" office:value="1""#;
    let text = format!("<text:p>{}</text:p>", "kata ".repeat(20_000));
    let many = "4294967295";
    for rows in [
        format!(r#"<table:table-row><table:table-cell {number}/></table:table-row><table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row><table:table-row><table:table-cell table:number-columns-repeated="900"/><table:table-cell {number}/></table:table-row>"#),
        format!(r#"<table:table-row table:number-rows-repeated="{many}"><table:table-cell table:number-columns-repeated="{many}" {percent}/></table:table-row>"#),
        format!(r#"<table:table-row table:number-rows-repeated="18446744073709551615"><table:table-cell {percent}/></table:table-row>"#).repeat(3),
        r#"<table:table-row><table:table-cell table:number-columns-repeated="16384"/><table:table-cell/></table:table-row>"#.repeat(2_000),
        format!(r#"<table:table-row><table:table-cell table:number-columns-repeated="1000" office:value-type="string">{text}</table:table-cell></table:table-row>"#),
    ] {
        let refused = read("a.ods", &open_document(&rows));
        assert_eq!(refused, Err(NotAWorkbook::TooLarge), "{rows:.300}");
    }
    let odd = r#"<table:table-row><table:table-cell a="" a="" table:number-columns-repeated="9"/></table:table-row>"#;
    let refused = read("a.ods", &open_document(odd));
    assert!(matches!(refused, Err(NotAWorkbook::Damaged(_))));
}

#[test]
fn percentages_and_faults_of_an_open_document_sheet_are_known_where_cells_are_repeated() {
    let rows = r#"<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/><table:table-cell table:number-columns-repeated="2" office:value-type="percentage" office:value="0.5"/><table:table-cell/></table:table-row><table:table-row><table:table-cell office:value-type="string" calcext:value-type="error" office:string-value=""><text:p>#REF!</text:p></table:table-cell></table:table-row>"#;
    let found = read("a.ods", &open_document(rows)).unwrap();
    let half = Cell::Number {
        value: 0.5,
        shown: Shown::AsPercent,
    };
    let fault = Cell::Fault("#REF!".to_owned());
    let cells: Vec<_> = found.sheets[0].cells.iter().collect();
    let expected = [
        (&(0, 2), &half),
        (&(0, 3), &half),
        (&(1, 2), &half),
        (&(1, 3), &half),
        (&(2, 0), &fault),
    ];
    assert_eq!(cells, expected);
}

#[test]
fn an_open_document_sheet_that_breaks_off_is_damaged_and_not_read_for_ever() {
    let whole = "<office:document-content><office:body><office:spreadsheet>\
        <table:table table:name=\"A\"><table:table-row><table:table-cell office:value-type=\"string\">\
        <office:annotation><text:p>a</text:p></office:annotation><text:p>b</text:p></table:table-cell></table:table-row>\
        </table:table></office:spreadsheet></office:body></office:document-content>";
    let files = |content| {
        [
            ("META-INF/manifest.xml", "<m/>"),
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", content),
        ]
    };
    assert!(read("a.ods", &archive(&files(whole))).is_ok());
    let tags: Vec<usize> = whole.match_indices('>').map(|(at, _)| at + 1).collect();
    for end in &tags[..tags.len() - 1] {
        let told = read("a.ods", &archive(&files(&whole[..*end])));
        assert!(
            matches!(told, Err(NotAWorkbook::Damaged(_))),
            "{}",
            &whole[..*end]
        );
    }
}

#[test]
fn a_text_of_more_spaces_than_a_workbook_has_letters_is_refused() {
    for spaces in ["67108865", "4000000000", "18446744073709551615"] {
        let cell = format!(
            "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>a<text:s text:c=\"{spaces}\"/></text:p></table:table-cell></table:table-row>"
        );
        assert_eq!(
            read("a.ods", &open_document(&cell)),
            Err(NotAWorkbook::TooLarge),
            "{spaces}"
        );
    }
}
