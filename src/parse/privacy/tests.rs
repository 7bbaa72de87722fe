//! What is found and what is not. All numbers and addresses are made up.

use super::Kind::{Email, Nik, Nip, Phone};
use super::*;
use proptest::prelude::*;

fn kinds(text: &str) -> Vec<Kind> {
    scan(text).into_iter().map(|finding| finding.kind).collect()
}

#[test]
fn personal_data_are_found_however_they_are_written() {
    let cases: &[(&str, Kind)] = &[
        // NIP
        ("198001012005011001", Nip),
        ("nip: 999999999999999999", Nip),
        ("NIP198001012005011001", Nip),
        ("19800101 200501 1 001", Nip),
        ("NIP. 19800101 200501 1 001", Nip),
        ("19800101.200501.1.001", Nip),
        ("19800101-200501-1-001", Nip),
        ("19800101_200501_1_001.jpg", Nip),
        ("1980 01 01 2005 01 1 001", Nip),
        ("1980 0101 2005 0110 01", Nip),
        ("19800101 2005011001", Nip),
        ("19800101\u{a0}200501\u{a0}1\u{a0}001", Nip),
        ("19800101\u{202f}200501\u{2009}1\u{3000}001", Nip),
        ("19800101\u{2011}200501\u{2013}1\u{2212}001", Nip),
        ("19800101 - 200501 - 1 - 001", Nip),
        ("19800101\u{200b}200501\u{200b}1\u{200b}001", Nip),
        ("catatan: >\n  Budi 19800101\n  200501 1 001\n", Nip),
        ("Budi 19800101\r\n  200501 1 001", Nip),
        ("Budi 19800101\n200501 1 001", Nip),
        ("3. 19800101 200501 1 001", Nip),
        ("Budi 3 19800101 200501 1 001 2025", Nip),
        ("| 1 | 19800101 200501 1 001 | Budi |", Nip),
        ("19900101 202221 2 001", Nip),
        ("１９８００１０１２００５０１１００１", Nip),
        ("١٩٨٠٠١٠١ ٢٠٠٥٠١ ١ ٠٠١", Nip),
        ("https://a.id/foto/198001012005011001.jpg", Nip),
        ("HTTPS://A.ID/?n=198001012005011001", Nip),
        // NIK
        ("3503011508900001", Nik),
        ("1234567890123456", Nik),
        ("NIK3503011508900001", Nik),
        ("350301 150890 0001", Nik),
        ("3503 0115 0890 0001", Nik),
        ("35.03.01.150890.0001", Nik),
        ("35-03-01-550890-0001", Nik),
        ("350301.150890.0001", Nik),
        ("350 301 150 890 0001", Nik),
        ("NIK: 350301\n  1508900001", Nik),
        ("３５０３０１１５０８９００００１", Nik),
        ("(3503011508900001)", Nik),
        ("[tautan](https://a.id/x)3503011508900001", Nik),
        // Phone numbers
        ("081234567890", Phone),
        ("0812 3456 7890", Phone),
        ("0812-3456-7890", Phone),
        ("0812.3456.7890", Phone),
        ("0812 3456 789", Phone),
        ("hubungi 0355 791234", Phone),
        ("(0355) 791234", Phone),
        ("(021)1234567", Phone),
        ("0355-791234", Phone),
        ("021 555 1234", Phone),
        ("+62 812-3456-7890", Phone),
        ("+6281234567890", Phone),
        ("+62 (0)355 791234", Phone),
        ("+62 355 791234", Phone),
        ("62 812 3456 7890", Phone),
        ("WA 6281234567890", Phone),
        ("Telp.: 6281234567890", Phone),
        ("HP081234567890", Phone),
        ("Rp 081234567890", Phone),
        ("1. 0812 3456 7890", Phone),
        ("０８１２３４５６７８９０", Phone),
        ("0812\u{a0}3456\u{a0}7890", Phone),
        // E-mail addresses
        ("ani@example.com", Email),
        ("Ani.Sari+dinas@Mail.Example.CO.ID", Email),
        ("surat ke ani@example.com.", Email),
        ("<ani@example.com>", Email),
        ("[surat](mailto:ani@example.com)", Email),
        ("ani＠example.com", Email),
        ("a@b.id", Email),
        ("081234567890@example.com", Email),
    ];
    for (text, kind) in cases {
        assert_eq!(kinds(text), [*kind], "{text}");
    }
}

#[test]
fn what_only_looks_like_personal_data_is_left_alone() {
    let cases = [
        // Amounts
        "45250000000",
        "62812345678",
        "6281234567890",
        "anggaran: 62.812.345.678",
        "1.000.000.000.000.000",
        "3.512.150.512.340.001",
        "198.001.012.005.011.001",
        "Rp 1 250 000 000 000 000",
        "1.250.000.000 1.350.000.000",
        "12.500.000 35.000.000",
        "0.125000",
        "0.123456789",
        "0,3333333333333333",
        "0.3333333333333333",
        "1234567.123456789",
        "35121505123.40001",
        "123456789012345",
        "12345678901234567",
        "1234567890123456789",
        // Years, days, times
        "2021 2022 2023 2024",
        "2020 2021 2022 2023 2024 2025",
        "1980-01-01 2005-01-01",
        "2010-01-12 2026-01-12 10:00",
        "2010-01-12 2026-01-12 10",
        "2026-01-12 2026-02-13 2026-03-14",
        "12-01-2026 13-02-2026",
        "08-04-2026 10.30 - 11.30",
        "20260112 20260113",
        "IMG-20260112-WA0012.jpg",
        "20260112_083000_1.jpg",
        "2026-01-12T10:00:00+07:00",
        // Numbers of documents and accounts
        "800/123/406.010/2026",
        "188.45/123/KEP/2026",
        "nomor: 0800",
        "5.1.02.01.01.0024",
        "1.02.02.2.01.0005 5.1.02.01.01.0024",
        "01.234.567.8-901.000",
        "ISBN 978-602-1234-56-7",
        // Tables
        "| TW I | 12 | 34 | 56 | 78 | 90 |",
        "12 13 14 15 16 17 18 19",
        "66.89 70.12 71.05 72.33",
        "tw1: 7.5\n  tw2: 7.0\n  tw3: 6.5\n  tw4: 6.0",
        "- 2021\n- 2022\n- 2023\n- 2024",
        "3500\n\n1210\n\n1012\n\n2024",
        // Places
        "-8.0512345, 111.7084321",
        "-8.051234 111.708123",
        // Hashes
        "1234567890123456abcdef7890abcdef12345678",
        "35030115-0890-4001-8123-123456789012",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        // Addresses of the web
        "https://www.instagram.com/p/1234567890123456/",
        "https://x.com/a/status/123456789012345678",
        "https://wa.me/6281234567890",
        "https://a.id/081234567890",
        "(https://a.id/p/3503011508900001)",
        "https://nama@example.com/",
        "https://a.id/?q=19800101-200501-1-001",
        // Signs that are no address
        "@dinkes.contoh",
        "https://www.youtube.com/@dinkes.id",
        "logo@2x.png",
        "sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5",
        "sk-ecdsa-sha2-nistp256@openssh.com",
        "a@b",
        "harga @ 5.000",
        "ani@",
        "",
    ];
    for text in cases {
        assert_eq!(scan(text), [], "{text}");
    }
}

#[test]
fn each_of_several_is_found_at_its_place() {
    let text = "Ani 19800101 200501 1 001, 0812 3456 7890 / 0355 791234; ani@example.com";
    let found = scan(text);
    let shown: Vec<&str> = found.iter().map(|f| &text[f.range.clone()]).collect();
    let expected = [
        "19800101 200501 1 001",
        "0812 3456 7890",
        "0355 791234",
        "ani@example.com",
    ];
    assert_eq!(shown, expected);
    let both = "0812 3456 7890 0813 3456 7890";
    assert_eq!(kinds(both), [Phone, Phone]);
}

#[test]
fn a_place_counts_lines_and_characters() {
    let text = "\u{feff}a: é\nb: — é 3503011508900001 x\n";
    let caught = in_file("a.yml", text.as_bytes());
    let [caught] = &caught[..] else {
        panic!("{caught:?}")
    };
    let span = caught.problem.span;
    assert_eq!((span.start.line, span.start.column), (2, 8));
    assert_eq!((span.end.line, span.end.column), (2, 24));
}

#[test]
fn an_escaped_text_is_judged_by_what_it_means() {
    let cases = [
        ("a: x\nb: \"1980\\u0030101 200501 1 001\"\n", "P028", 2, 4),
        ("\"\\x33503011508900001\": x\n", "P029", 1, 1),
        ("a: \"35030115\\\n  08900001\"\n", "P029", 1, 4),
        ("a: \"ani\\u0040example.com\"\n", "P031", 1, 4),
        // Told where it is written, and not twice.
        ("a: \"\\t 081234567890\"\n", "P030", 1, 8),
    ];
    for (text, code, line, column) in cases {
        let caught = in_file("a.yml", text.as_bytes());
        let places: Vec<_> = caught
            .iter()
            .map(|caught| (caught.problem.code.0, caught.problem.span.start))
            .map(|(code, start)| (code, start.line, start.column))
            .collect();
        assert_eq!(places, [(code, line, column)], "{text}");
    }
}

#[test]
fn only_the_address_of_the_office_is_taken_from_the_settings() {
    let text = "format: x: y\nkontak: \"Kinerja@Example.go.id\" # dinas\n";
    let address = office_address(text);
    assert_eq!(address.as_deref(), Some("kinerja@example.go.id"));
    assert_eq!(office_address("judul: a@b.id\n"), None);
    for text in [
        "\u{feff}kontak: a@b.id",
        "  'kontak': a@b.id",
        "{\"format\": 1,\n  \"kontak\": \"a@b.id\"}",
    ] {
        assert_eq!(office_address(text).as_deref(), Some("a@b.id"), "{text}");
    }
}

/// A number in one of the forms that the data may have.
fn written(digits: &str, form: usize) -> String {
    let grouped = || {
        let mut out = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push('.');
            }
            out.push(digit);
        }
        out
    };
    match form {
        0 => digits.to_owned(),
        1 => grouped(),
        2 => format!("{},5", grouped()),
        3 => format!("{digits}.125"),
        4 => format!("-{digits},50"),
        _ => format!("0.{}", &digits[..digits.len().min(9)]),
    }
}

proptest! {
    #[test]
    fn a_number_of_the_data_is_nobodys(number in 1_u64..999_999_999_999_999_999, form in 0_usize..6) {
        let digits = number.to_string();
        let text = written(&digits, form);
        let long = text.split(|c: char| !c.is_ascii_digit()).any(|run| matches!(run.len(), 16 | 18));
        prop_assert_eq!(scan(&text).is_empty(), !long, "{}", text);
    }

    #[test]
    fn a_message_never_holds_the_number(
        secret in "(19[4-9][0-9]0[1-9]1[0-9] 20[01][0-9]0[1-9] [12] [0-9]{3}|[1-9][0-9]{15}|08[1-9][0-9]{8,9}|[a-z]{1,8}@[a-z]{3,9}\\.(go\\.id|com))",
        before in "[a-z ]{0,8} ",
    ) {
        let text = format!("{before}{secret} akhir");
        let masked = mask(&text);
        prop_assert!(!masked.contains(&secret), "{}", masked);
        prop_assert!(masked.starts_with(&before) && masked.ends_with("… akhir"));
        for caught in in_text(crate::problem::code::PERSONAL_FIELD, "media/a.pdf", "Author", &text) {
            let words = crate::problem::Words::indonesian();
            prop_assert!(!words.message(&caught.problem).contains(&secret));
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "[0-9 .@+()\\-\n\u{a0}é０a:/_]{0,60}") {
        let end = scan(&text).into_iter().fold(0, |end, finding| {
            assert!(end <= finding.range.start && text.get(finding.range.clone()).is_some());
            finding.range.end
        });
        prop_assert!(end <= text.len());
    }
}

/// Of a file without personal data, only places with nine digits are looked at twice.
#[test]
fn a_clean_text_has_no_place_worth_a_second_look() {
    let text = "nama: Dinas Contoh\ntanda_tangan: 2026-01-12\nnilai: 7.5\n# 2025: 12,5 persen\n";
    assert_eq!(Places::new(text.as_bytes()).count(), 0);
}
