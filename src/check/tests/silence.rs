//! Warnings set aside with a reason, and those that are not.

use super::rules::{KEPALA, edited, told};
use super::{HASIL, check};
use crate::check::against_date;

const PERCENT: (&str, &str, &str) = (KEPALA, "nilai: 7.9", "nilai: 101");
const IN_INDICATOR: (&str, &str, &str) = (
    KEPALA,
    "        bobot: 60\n",
    "        bobot: 60\n        abaikan: {P389: Laju.}\n",
);

#[test]
fn a_warning_is_set_aside_in_its_indicator() {
    let warned = [("P389", KEPALA.to_string(), 21, 23)];
    let baseline = (
        KEPALA,
        "{nilai: 7.9, tahun: 2025}",
        "{nilai: 101, tahun: 2025}",
    );
    assert_eq!(told(&edited(&[baseline])), warned);
    assert_eq!(told(&edited(&[baseline, IN_INDICATOR])), []);
    let sources = edited(&[baseline, IN_INDICATOR]);
    let register = check(&crate::parse::parse(&sources)).unwrap().register;
    let contract = register.contracts.values().last().unwrap();
    let silenced = &contract.goals[0].indicators[0].silenced;
    assert_eq!(
        (silenced[0].code.0, silenced[0].reason.0.as_str()),
        ("P389", "Laju.")
    );
}

#[test]
fn what_is_set_aside_elsewhere_does_not_count_here() {
    let elsewhere = (
        KEPALA,
        "        bobot: 30\n",
        "        bobot: 30\n        abaikan: {P389: Laju.}\n",
    );
    let expected = [
        ("P389", KEPALA.to_string(), 21, 23),
        ("P391", KEPALA.to_string(), 33, 19),
    ];
    let mut found = told(&edited(&[PERCENT, elsewhere]));
    found.sort();
    assert_eq!(found, expected);
}

#[test]
fn a_figure_is_set_aside_in_its_report() {
    let slipped = (HASIL, "nilai: 7,6", "nilai: 76");
    assert_eq!(
        told(&edited(&[slipped])),
        [("P390", HASIL.to_string(), 4, 12)]
    );
    let aside = (
        HASIL,
        "nilai: 7,6",
        "nilai: 76\n    abaikan:\n      P390: Wabah, sudah diperiksa.",
    );
    assert_eq!(told(&edited(&[aside])), []);
}

#[test]
fn only_warnings_can_be_set_aside_and_only_with_a_reason() {
    for (silence, code, line, column) in [
        ("{P110: x}", "P140", 2, 11),
        ("{P398: x}", "P140", 2, 11),
        ("{P389: }", "P105", 2, 11),
        ("P389", "P107", 2, 10),
        ("{P382: Sudah diperiksa.}", "", 0, 0),
    ] {
        let text = format!("dilaporkan: 2026-04-08\nabaikan: {silence}");
        let found = told(&edited(&[(HASIL, "dilaporkan: 2026-04-08", &text)]));
        let found: Vec<_> = found
            .into_iter()
            .map(|(c, _, l, col)| (c, l, col))
            .collect();
        let expected = [(code, line, column)];
        let expected = if code.is_empty() {
            &[][..]
        } else {
            &expected[..]
        };
        assert_eq!(found, expected, "{silence}");
    }
}

#[test]
fn a_date_still_to_come_may_be_set_aside() {
    let text = "dilaporkan: 2026-04-08\nabaikan:\n  P382: Disiapkan lebih dahulu.";
    let sources = edited(&[(HASIL, "dilaporkan: 2026-04-08", text)]);
    let checked = check(&crate::parse::parse(&sources)).unwrap();
    let problems = against_date(&checked, "2026-04-01".parse().unwrap());
    let files: Vec<_> = problems.into_iter().map(|p| p.file).collect();
    assert_eq!(files, ["evaluasi/2026/kepala.yml"]);
}
