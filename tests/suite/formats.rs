//! How numbers, dates and lists are written, held to a table of values that
//! `tests/web/formats.mjs` compares with another implementation of CLDR.
//!
//! `UPDATE_DOCS=1 cargo test --test suite formats::` writes `tests/formats/table.json` anew.

use crate::common::repository;
use num_bigint::BigInt;
use num_rational::BigRational;
use pantau::format::{Arg, Formats, MessageSource, Messages};
use pantau::model::{Date, Language, Percent, Quantity};
use serde_json::{Value, json};
use std::fs;

/// Zero, small and huge, both sides of every border of groups, rounding and powers, with the
/// decimals they were written with.
const NUMBERS: [&str; 52] = [
    "0",
    "0.0",
    "0.00",
    "1",
    "-1",
    "7.0",
    "9.9",
    "10",
    "13.2",
    "-4",
    "-0.5",
    "0.1",
    "0.125",
    "0.001",
    "0.0001",
    "0.12345",
    "3.0000",
    "66.890",
    "66.8910",
    "71.96",
    "99.99",
    "100",
    "999",
    "999.9",
    "-999",
    "1000",
    "-1000",
    "1001",
    "1234.5",
    "-1234.5",
    "1620",
    "9999",
    "10000",
    "12345.678",
    "99999",
    "99999.9",
    "100000",
    "-100000",
    "123456.78",
    "999499",
    "999500",
    "999999",
    "1000000",
    "1234567.891",
    "-12000000",
    "1250000000",
    "999499999999",
    "999500000000",
    "1808114000000",
    "1234000000000000",
    "12340000000000000",
    "79228162514264337593543950335",
];

/// In rupiah: budgets and revenues, whole ones and with sen.
const AMOUNTS: [&str; 20] = [
    "0",
    "1",
    "-1250",
    "500",
    "1000",
    "99999",
    "100000",
    "250000",
    "999500",
    "1250000.5",
    "12345678.25",
    "-75000000",
    "125000000",
    "1250000000",
    "4250000000",
    "45250000000",
    "-45250000000",
    "287000000000",
    "1808114000000",
    "12500000000000",
];

/// In percent, without a bound near.
const PERCENTS: [&str; 30] = [
    "0",
    "0.001",
    "0.004",
    "0.005",
    "0.01",
    "0.1",
    "0.5",
    "1",
    "-1",
    "5.37",
    "33.333333",
    "50",
    "66.666667",
    "74",
    "80",
    "87.5",
    "91.67",
    "95.555",
    "98.667",
    "99.994",
    "99.995",
    "99.999",
    "100",
    "101.39",
    "107.142857",
    "120",
    "-25.005",
    "1000",
    "12345.678",
    "1234567",
];

/// Every month, every weekday, ends of months, leap days and other centuries.
const DAYS: [&str; 30] = [
    "2026-01-01",
    "2026-02-02",
    "2026-03-03",
    "2026-04-08",
    "2026-05-09",
    "2026-06-10",
    "2026-07-11",
    "2026-08-03",
    "2026-08-17",
    "2026-09-05",
    "2026-10-28",
    "2026-11-10",
    "2026-12-31",
    "2026-11-16",
    "2026-11-17",
    "2026-11-18",
    "2026-11-19",
    "2026-11-20",
    "2026-11-21",
    "2026-11-22",
    "2024-02-29",
    "2000-02-29",
    "2100-02-28",
    "2025-12-31",
    "2027-01-01",
    "2019-06-10",
    "1945-08-17",
    "1908-05-20",
    "1582-10-15",
    "9999-12-31",
];

const ITEMS: [&str; 5] = ["TW I", "TW II", "Dinas Kesehatan", "a, b", "e"];

const COUNTS: [u64; 16] = [
    0, 1, 2, 3, 4, 5, 10, 11, 12, 21, 100, 101, 111, 1000, 1_000_001, 2_000_000,
];

fn quantity(text: &str) -> Quantity {
    text.parse().unwrap()
}

/// The decimal as an exact percentage.
fn percent(text: &str) -> Percent {
    let decimals = text.split_once('.').map_or(0, |(_, after)| after.len());
    let digits: BigInt = text.replace('.', "").parse().unwrap();
    let scale = BigInt::from(10).pow(u32::try_from(decimals).unwrap());
    Percent::new(BigRational::new(digits, scale).into())
}

type Written<'a> = (&'a str, Value, String);

fn numbers(formats: &Formats) -> Vec<Written<'static>> {
    let mut rows = Vec::new();
    for text in NUMBERS {
        rows.push(("number", json!(text), formats.quantity(quantity(text))));
        rows.push(("compact", json!(text), formats.compact(quantity(text))));
    }
    for text in AMOUNTS {
        let (amount, rupiah) = (quantity(text), Some("rupiah"));
        rows.push(("money", json!(text), formats.measure(amount, rupiah)));
        let compact = formats.compact_measure(amount, rupiah);
        rows.push(("compact money", json!(text), compact));
    }
    for text in PERCENTS {
        let written = formats.percent(&percent(text), &[]);
        rows.push(("percent", json!(text), written));
        let measured = formats.measure(quantity(text), Some("persen"));
        rows.push(("measured percent", json!(text), measured));
    }
    rows
}

fn dates(formats: &Formats) -> Vec<Written<'static>> {
    let of = |text: &'static str| {
        let day: Date = text.parse().unwrap();
        [
            ("date", formats.date(day)),
            ("date with weekday", formats.weekday_date(day)),
            ("short date", formats.short_date(day)),
            ("day and month", formats.day_and_month(day)),
        ]
        .map(|(kind, written)| (kind, json!(text), written))
    };
    DAYS.into_iter().flat_map(of).collect()
}

fn lists(formats: &Formats) -> Vec<Written<'static>> {
    (0..=ITEMS.len())
        .map(|length| &ITEMS[..length])
        .map(|items| ("list", json!(items), formats.list(items)))
        .collect()
}

/// Which plural a count takes, as messages choose it.
fn plurals(language: Language) -> Vec<Written<'static>> {
    let source = MessageSource {
        name: "plurals.ftl",
        text: "which = { $count ->\n    [zero] zero\n    [one] one\n    [two] two\n    [few] few\n    [many] many\n   *[other] other\n }\n",
    };
    let messages = Messages::new(language, &[source]).unwrap();
    let which = |count| messages.with("which", &[("count", Arg::Count(count))]);
    COUNTS
        .into_iter()
        .map(|count| ("plural", json!(count.to_string()), which(count).unwrap()))
        .collect()
}

/// Which data ICU4X has compiled in.
fn data() -> String {
    let lock = fs::read_to_string(repository().join("Cargo.lock")).unwrap();
    let (_, after) = lock
        .split_once("name = \"icu_decimal_data\"\nversion = \"")
        .unwrap();
    let (version, _) = after.split_once('"').unwrap();
    format!("icu_decimal_data {version}")
}

/// One row a line, so that a difference shows the rows that changed.
fn table() -> String {
    let mut rows = Vec::new();
    for language in Language::ALL {
        let formats = Formats::new(language);
        let written = [numbers(&formats), dates(&formats), lists(&formats)];
        for (kind, input, expected) in written.into_iter().flatten().chain(plurals(language)) {
            let row = json!({
                "kind": kind, "language": language.tag(), "input": input, "expected": expected,
            });
            rows.push(format!("    {row}"));
        }
    }
    format!(
        "{{\n  \"data\": {},\n  \"rows\": [\n{}\n  ]\n}}\n",
        json!(data()),
        rows.join(",\n")
    )
}

#[test]
fn values_are_written_as_the_table_says() {
    let path = repository().join("tests/formats/table.json");
    let now = table();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, &now).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap();
    let differs = kept
        .lines()
        .zip(now.lines())
        .find(|(kept, now)| kept != now);
    assert!(
        kept == now,
        "tests/formats/table.json: run with UPDATE_DOCS=1, then node tests/web/formats.mjs; first difference {differs:?}"
    );
}
