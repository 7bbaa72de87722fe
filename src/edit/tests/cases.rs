//! One change each: what becomes of the text.

use super::*;

#[test]
fn a_value_is_replaced_and_nothing_else() {
    for (before, after) in [
        ("nilai: 7.6", "nilai: 6.4"),
        ("nilai:   7.6   # tetap", "nilai:   6.4   # tetap"),
        ("nilai: \"7,6\" # a", "nilai: \"6.4\" # a"),
        ("nilai: '7,6' # a", "nilai: '6.4' # a"),
        ("nilai: {selesai: 2026-01-02}  # a", "nilai: 6.4  # a"),
        ("nilai: satu\n      dua # a", "nilai: 6.4 # a"),
        ("nilai: # a", "nilai: 6.4 # a"),
        ("nilai:", "nilai: 6.4"),
        ("nilai: ~", "nilai: 6.4"),
        ("nilai:\n      selesai: 2026-01-02", "nilai: 6.4"),
        (
            "nilai: >-  # a\n      satu\n      dua",
            "nilai: >-  # a\n      6.4",
        ),
        ("\"nilai\" : 7.6", "\"nilai\" : 6.4"),
    ] {
        let around = |entry: &str| {
            format!(
                "# atas\nrealisasi:\n  a:\n    {entry}\n\n    # bawah\n    catatan: é\n  b: {{}}\n"
            )
        };
        for line_break in ["\n", "\r\n"] {
            let written = |entry| around(entry).replace('\n', line_break);
            let path = ["realisasi", "a", "nilai"];
            let got = set(&written(before), &path, &Value::plain("6.4"));
            assert_eq!(got, written(after));
        }
    }
}

#[test]
fn a_text_is_quoted_where_it_would_be_read_as_something_else() {
    for (text, written) in [
        ("Angka tetap, 92% balita.", "Angka tetap, 92% balita."),
        ("Catatan: penting", "\"Catatan: penting\""),
        ("a #b", "\"a #b\""),
        ("# a", "\"# a\""),
        ("- a", "\"- a\""),
        ("{a}", "\"{a}\""),
        ("*tebal*", "\"*tebal*\""),
        ("@a", "\"@a\""),
        ("kata \"dalam\" kutip", "kata \"dalam\" kutip"),
        ("\"a\" b", "\"\\\"a\\\" b\""),
        ("'a'", "\"'a'\""),
        ("no", "\"no\""),
        ("null", "\"null\""),
        ("7.6", "\"7.6\""),
        ("2026-04-08", "\"2026-04-08\""),
        ("12:30", "\"12:30\""),
        ("7 hari", "7 hari"),
        ("  tepi  ", "tepi"),
        ("a\\b", "a\\b"),
        ("a:", "\"a:\""),
        ("---", "\"---\""),
        (
            "satu\n\ndua: tiga #4 \r\n",
            "|\n      satu\n\n      dua: tiga #4",
        ),
        ("satu\n  - dua", "|\n      satu\n        - dua"),
        ("satu\tdua", "\"satu\\tdua\""),
    ] {
        let before = "realisasi:\n  a:\n    nilai: 1\n";
        let got = set(before, &["realisasi", "a", "catatan"], &Value::text(text));
        assert_eq!(got, format!("{before}    catatan: {written}\n"), "{text:?}");
    }
}

#[test]
fn a_plain_value_stays_as_it_was_given() {
    for text in [
        "7.60",
        "-4",
        "2026-04-08",
        "WTP",
        "1.250.000",
        "belum",
        "92%",
    ] {
        let got = set(
            "realisasi:\n  a:\n    nilai: 1\n",
            &["realisasi", "a", "nilai"],
            &Value::plain(text),
        );
        assert_eq!(got, format!("realisasi:\n  a:\n    nilai: {text}\n"));
    }
}

#[test]
fn a_key_goes_where_the_table_has_it() {
    let text = "realisasi:\n  a:\n    # angka\n    nilai: 1\n    # bukan\n    tanggapan: x\n";
    let got = set(text, &["realisasi", "a", "kendala"], &Value::text("Hujan"));
    assert_eq!(
        got,
        text.replace("    # bukan", "    kendala: Hujan\n    # bukan")
    );
    let got = set(&got, &["dilaporkan"], &Value::plain("2026-04-08"));
    assert!(
        got.starts_with("dilaporkan: 2026-04-08\nrealisasi:\n"),
        "{got}"
    );
    let text = "realisasi:\n  a:\n    # sebab\n    kendala: x\n";
    let got = set(text, &["realisasi", "a", "nilai"], &Value::plain("1"));
    assert_eq!(
        got,
        "realisasi:\n  a:\n    nilai: 1\n    # sebab\n    kendala: x\n"
    );
    // Comments that head the file stay at its head.
    let got = set(
        "# skema\nrealisasi:\n  a:\n    nilai: 1",
        &["dilaporkan"],
        &Value::plain("2026-04-08"),
    );
    assert_eq!(
        got,
        "# skema\ndilaporkan: 2026-04-08\nrealisasi:\n  a:\n    nilai: 1"
    );
}

#[test]
fn an_entry_goes_to_the_end_or_where_its_order_has_it() {
    let text = "realisasi:\n  a:\n    nilai: 1\n    # masih a\n\n  # c\n  c:\n    nilai: 3\nserapan_sampai_kini:\n  p: 1";
    let actual = Value::map([("nilai", Value::plain("2"))]);
    let got = set(text, &["realisasi", "b"], &actual);
    let end = "    nilai: 3\n  b:\n    nilai: 2\nserapan";
    assert_eq!(got, text.replace("    nilai: 3\nserapan", end));
    let order = ["a", "b", "c"];
    let got = changed(text, |d| {
        d.set_in_order(&["realisasi", "b", "nilai"], &Value::plain("2"), &order)
    });
    let middle = "    # masih a\n  b:\n    nilai: 2\n\n  # c";
    assert_eq!(got.unwrap(), text.replace("    # masih a\n\n  # c", middle));
    let got = set(text, &["serapan_sampai_kini", "q"], &Value::plain("2"));
    assert_eq!(got, format!("{text}\n  q: 2"));
}

#[test]
fn a_reason_makes_room_for_a_figure_and_back() {
    let text = "realisasi:\n  a:\n    belum_ada: Survei baru.  # menunggu\n    catatan: x\n";
    let path = ["realisasi", "a", "belum_ada"];
    let got = changed(text, |d| d.replace(&path, "nilai", &Value::plain("7.6"))).unwrap();
    assert_eq!(got, text.replace("belum_ada: Survei baru.", "nilai: 7.6"));
    let path = ["realisasi", "a", "nilai"];
    let reason = Value::text("Survei baru.");
    let back = changed(&got, |d| d.replace(&path, "belum_ada", &reason)).unwrap();
    assert_eq!(back, text);
    let done = Value::map([("selesai", Value::plain("2026-03-30"))]);
    let got = changed(&got, |d| d.replace(&path, "nilai", &done)).unwrap();
    let expected = "    nilai:  # menunggu\n      selesai: 2026-03-30\n";
    assert_eq!(
        got,
        text.replace("    belum_ada: Survei baru.  # menunggu\n", expected)
    );
}

#[test]
fn a_key_is_removed_with_its_own_lines() {
    let text = "realisasi:\n  a:\n    nilai: 1 # satu\n    # kata\n    catatan: >-\n      x\n\n      # y\n\n  # z\n  b:\n    nilai: 2\n    bukti:\n      - judul: q\n";
    let remove = |path: &[&str]| changed(text, |d| d.remove(path)).unwrap();
    let got = remove(&["realisasi", "a", "catatan"]);
    assert_eq!(
        got,
        text.replace("    catatan: >-\n      x\n\n      # y\n", "")
    );
    assert_eq!(
        remove(&["realisasi", "a", "nilai"]),
        text.replace("    nilai: 1 # satu\n", "")
    );
    assert_eq!(
        remove(&["realisasi", "b", "bukti"]),
        text.replace("    bukti:\n      - judul: q\n", "")
    );
    let unended = changed("a: 1\n\nb: 2", |d| d.remove(&["b"])).unwrap();
    assert_eq!(unended, "a: 1\n");
    let unended = changed("a: 1\r\nb: 2", |d| d.remove(&["b"])).unwrap();
    assert_eq!(unended, "a: 1");
}

#[test]
fn an_item_is_added_to_a_list() {
    let revision = Value::map([
        ("tanggal", Value::plain("2026-08-01")),
        ("semula", Value::plain("7.6")),
    ]);
    let path = ["realisasi", "a", "revisi"];
    for (before, after) in [
        (
            "",
            "    revisi:\n      - tanggal: 2026-08-01\n        semula: 7.6\n",
        ),
        (
            "    revisi: []\n",
            "    revisi:\n      - tanggal: 2026-08-01\n        semula: 7.6\n",
        ),
        (
            "    revisi:\n    -   tanggal: 2026-07-01 # a\n        semula: 1\n",
            "    revisi:\n    -   tanggal: 2026-07-01 # a\n        semula: 1\n    - tanggal: 2026-08-01\n      semula: 7.6\n",
        ),
    ] {
        let head = "realisasi:\n  a:\n    nilai: 1\n";
        let got = changed(&format!("{head}{before}"), |d| d.push(&path, &revision)).unwrap();
        assert_eq!(got, format!("{head}{after}"));
    }
}

#[test]
fn a_file_of_comments_gets_its_first_keys_at_the_end() {
    let got = set(
        "# satu\r\n# dua",
        &["realisasi", "a", "nilai"],
        &Value::plain("1"),
    );
    assert_eq!(
        got,
        "# satu\r\n# dua\r\nrealisasi:\r\n  a:\r\n    nilai: 1\r\n"
    );
    let got = set(
        "realisasi:\n  # a:\n  #   nilai:\n",
        &["realisasi", "a", "nilai"],
        &Value::plain("1"),
    );
    assert_eq!(
        got,
        "realisasi:\n  a:\n    nilai: 1\n  # a:\n  #   nilai:\n"
    );
}

#[test]
fn items_of_lists_are_ways_to_their_values() {
    let text = "sasaran:\n- nama: A # a\n  indikator:\n  - id: x\n    target: 1\n  - id: y\n\n    target: 2\n";
    let got = set(
        text,
        &["sasaran", "0", "indikator", "1", "target"],
        &Value::plain("3"),
    );
    assert_eq!(got, text.replace("target: 2", "target: 3"));
    let got = set(text, &["sasaran", "0", "nama"], &Value::text("B"));
    assert_eq!(got, text.replace("nama: A", "nama: B"));
}

#[test]
fn marks_and_ends_of_files_stay() {
    let got = set("\u{feff}a: 1\r\nb: 2", &["a"], &Value::plain("3"));
    assert_eq!(got, "\u{feff}a: 3\r\nb: 2");
    let got = set("a: 1\n...\n", &["b"], &Value::plain("3"));
    assert_eq!(got, "a: 1\nb: 3\n...\n");
}

#[test]
fn what_is_there_can_be_asked_for() {
    let text = "realisasi:\n  a:\n    nilai: \"7,60\"\n    kendala:\n";
    let document = Document::open(REPORT, text.as_bytes()).unwrap();
    assert_eq!(
        document.get(&["realisasi", "a", "nilai"]).as_deref(),
        Some("7,60")
    );
    assert_eq!(document.get(&["realisasi", "a", "kendala"]), None);
    assert!(document.contains(&["realisasi", "a", "kendala"]));
    assert!(!document.contains(&["realisasi", "b"]));
}
