//! Numbers as spreadsheets keep them; workbooks are read in `form` and by other programs' files.

use super::*;

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
