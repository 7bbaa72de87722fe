//! The files of facts, read again: every form says the same, and what a table says of itself holds.

use crate::common::{SAMPLE_DAY, day, repository, sample_sources, site};
use pantau::data::{Column, JOINED, Kind, Necessity, Table, TableName, table};
use pantau::disk;
use pantau::site::{Page, Site};
use pantau::url::{DataFile, Subject, TableForm};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Rows by the names of their columns; a missing value has no entry.
type Rows = Vec<BTreeMap<String, String>>;

/// Every sample, on its day.
fn sites() -> Vec<(String, Site)> {
    let samples = std::fs::read_to_string(repository().join("tests/sites/samples.txt")).unwrap();
    let lines = samples.lines().filter(|line| !line.starts_with('#'));
    let sites = lines.map(|line| {
        let mut words = line.split_whitespace();
        let (name, date, folder) = (
            words.next().unwrap(),
            words.next().unwrap(),
            words.next().unwrap(),
        );
        let root: PathBuf = repository().join(folder).parent().unwrap().to_owned();
        (name.to_owned(), site(&disk::read(&root).unwrap(), date))
    });
    sites.collect()
}

fn sample() -> Site {
    site(&sample_sources(), SAMPLE_DAY)
}

fn bytes(site: &Site, file: DataFile) -> Vec<u8> {
    site.render(&Page::Data(file)).unwrap()
}

fn csv_rows(bytes: &[u8]) -> Rows {
    let mut reader = csv::Reader::from_reader(bytes);
    let rows = reader.deserialize::<BTreeMap<String, String>>();
    let rows = rows.map(|row| {
        let mut row = row.unwrap();
        row.retain(|_, value| !value.is_empty());
        for value in row.values_mut() {
            *value = unguarded(value);
        }
        row
    });
    rows.collect()
}

/// A text of CSV without the apostrophe that keeps a spreadsheet from computing it; the samples need it at the
/// start of a line alone.
fn unguarded(value: &str) -> String {
    let lines = value.split('\n').map(|line| {
        let bare = line.strip_prefix('\'').unwrap_or(line);
        if bare.starts_with(['=', '+', '-', '@']) {
            bare
        } else {
            line
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn json_row(object: &Map<String, Value>) -> BTreeMap<String, String> {
    let there = object.iter().filter(|(_, value)| !value.is_null());
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    there
        .map(|(key, value)| (key.clone(), text(value)))
        .collect()
}

fn json_lines(bytes: &[u8]) -> Rows {
    let text = std::str::from_utf8(bytes).unwrap();
    let rows = text.lines().map(|line| {
        let value: Value = serde_json::from_str(line).unwrap();
        json_row(value.as_object().unwrap())
    });
    rows.collect()
}

fn parquet_rows(bytes: Vec<u8>) -> Rows {
    let reader = SerializedFileReader::new(parquet_bytes(bytes)).unwrap();
    let rows = reader.get_row_iter(None).unwrap().map(|row| {
        let row = row.unwrap();
        let there = row
            .get_column_iter()
            .filter(|(_, field)| **field != Field::Null);
        there
            .map(|(name, field)| (name.clone(), field_text(field)))
            .collect()
    });
    rows.collect()
}

fn parquet_bytes(bytes: Vec<u8>) -> bytes::Bytes {
    bytes::Bytes::from(bytes)
}

fn field_text(field: &Field) -> String {
    match field {
        Field::Str(text) => text.clone(),
        Field::Long(number) => number.to_string(),
        Field::Date(days) => {
            let date = chrono::NaiveDate::default() + chrono::Days::new(*days as u64);
            date.to_string()
        }
        Field::TimestampMillis(at) => {
            let at = chrono::DateTime::from_timestamp_millis(*at).unwrap();
            at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
        }
        Field::Decimal(decimal) => {
            let units = decimal
                .data()
                .iter()
                .fold(0_i128, |sum, byte| (sum << 8) | i128::from(*byte));
            let scale = u32::try_from(decimal.scale()).unwrap();
            let number = rust_decimal::Decimal::from_i128_with_scale(units, scale);
            number.normalize().to_string()
        }
        other => panic!("{other:?} is no kind of value that tables have"),
    }
}

#[test]
fn every_form_of_a_table_says_the_same_value_by_value() {
    let mut values = 0;
    for (sample, site) in sites() {
        let whole: Value = serde_json::from_slice(&bytes(&site, DataFile::Json)).unwrap();
        for name in TableName::ALL {
            let form = |form| bytes(&site, DataFile::Table(name.key(), form));
            let rows = csv_rows(&form(TableForm::Csv));
            let place = format!("{sample}: {}", name.key());
            assert_eq!(json_lines(&form(TableForm::JsonLines)), rows, "{place}");
            assert_eq!(parquet_rows(form(TableForm::Parquet)), rows, "{place}");
            let array = whole[name.key()].as_array().unwrap().iter();
            let array: Rows = array
                .map(|row| json_row(row.as_object().unwrap()))
                .collect();
            assert_eq!(array, rows, "{place}");
            values += rows.iter().map(BTreeMap::len).sum::<usize>();
        }
    }
    assert!(values > 10_000, "{values}");
}

#[test]
fn each_table_is_as_it_says() {
    for (sample, site) in sites() {
        let rows: BTreeMap<TableName, Rows> = TableName::ALL
            .map(|name| {
                let file = DataFile::Table(name.key(), TableForm::Csv);
                (name, csv_rows(&bytes(&site, file)))
            })
            .into();
        for (name, own) in &rows {
            let table = table(*name);
            let place = format!("{sample}: {}", name.key());
            holds(table, own, &place);
            for reference in table.references {
                let there: BTreeSet<Vec<Option<&String>>> = rows[&reference.to]
                    .iter()
                    .map(|row| values(row, reference.named))
                    .collect();
                for row in own {
                    let named = values(row, reference.columns);
                    let is_missing = named.iter().any(Option::is_none);
                    assert!(is_missing || there.contains(&named), "{place}: {named:?}");
                }
            }
        }
    }
}

fn values<'r>(row: &'r BTreeMap<String, String>, columns: &[&str]) -> Vec<Option<&'r String>> {
    columns.iter().map(|column| row.get(*column)).collect()
}

/// No row without what is always there, no word that is not listed, no key twice.
fn holds(table: &Table, rows: &Rows, place: &str) {
    let mut keys = BTreeSet::new();
    for row in rows {
        assert!(
            keys.insert(values(row, table.key)),
            "{place}: twice {row:?}"
        );
        for column in table.columns {
            match row.get(column.name) {
                Some(value) => assert!(fits(column, value), "{place}: {} {value}", column.name),
                None => assert_eq!(
                    column.necessity,
                    Necessity::Sometimes,
                    "{place}: {} in {row:?}",
                    column.name
                ),
            }
        }
    }
}

fn fits(column: &Column, value: &str) -> bool {
    match column.kind {
        Kind::Text => true,
        Kind::Choice(words) => words.contains(&value),
        Kind::Whole | Kind::Year => value.parse::<i64>().is_ok(),
        Kind::Number | Kind::Rupiah | Kind::Percent => {
            let number: rust_decimal::Decimal = value.parse().unwrap();
            number.normalize().to_string() == value
        }
        Kind::Date => day(value).to_string() == value,
        Kind::Moment => chrono::DateTime::parse_from_rfc3339(value).is_ok(),
        Kind::Quarter => value.parse::<pantau::model::Quarter>().is_ok(),
        Kind::Address => value.starts_with("https://"),
    }
}

#[test]
fn every_column_is_named_once_and_explained_in_both_languages() {
    for table in TableName::ALL.map(table).into_iter().chain([JOINED]) {
        let names: BTreeSet<&str> = table.columns.iter().map(|column| column.name).collect();
        assert_eq!(names.len(), table.columns.len());
        for key in table
            .key
            .iter()
            .chain(table.references.iter().flat_map(|r| r.columns))
        {
            assert!(names.contains(key), "{key}");
        }
        for column in table.columns {
            let [indonesian, english] = column.about;
            assert!(
                indonesian.ends_with('.') && english.ends_with('.'),
                "{}",
                column.name
            );
        }
    }
}

/// Beside a page stands what the tables of the site say of the same, and nothing else.
#[test]
fn the_files_beside_a_page_are_parts_of_the_whole() {
    let site = sample();
    let whole: Value = serde_json::from_slice(&bytes(&site, DataFile::Json)).unwrap();
    let pages = site.pages().into_iter().filter_map(|page| match page {
        Page::Data(DataFile::PageJson(subject)) => Some(subject),
        _ => None,
    });
    let mut compared = 0;
    for subject in pages {
        let part: Value =
            serde_json::from_slice(&bytes(&site, DataFile::PageJson(subject.clone()))).unwrap();
        for name in TableName::ALL {
            let all = whole[name.key()].as_array().unwrap();
            for row in part[name.key()].as_array().unwrap() {
                assert!(all.contains(row), "{subject:?}: {row}");
                compared += 1;
            }
        }
        let results = part["hasil"].as_array().unwrap();
        let joined = csv_rows(&bytes(&site, DataFile::PageCsv(subject.clone())));
        holds(JOINED, &joined, &format!("{subject:?}"));
        assert_eq!(joined.len(), results.len());
        for (row, result) in joined.iter().zip(results) {
            for key in [
                "kontrak",
                "indikator",
                "triwulan",
                "nilai",
                "target",
                "perhitungan",
            ] {
                let value = result[key].as_str().map(str::to_owned);
                assert_eq!(row.get(key), value.as_ref(), "{subject:?}: {key}");
            }
        }
        if let Subject::Quarter(quarter) = subject {
            let own = quarter.to_string();
            assert!(results.iter().all(|result| result["triwulan"] == *own));
        }
    }
    assert!(compared > 5_000, "{compared}");
}

#[test]
fn large_files_are_the_same_piece_by_piece_and_the_same_twice() {
    let (one, other) = (sample(), sample());
    let mut large = 0;
    for page in one.pages().iter().filter(|page| page.is_large()) {
        let mut written = Vec::new();
        one.write(page, &mut written).unwrap();
        assert!(written == other.render(page).unwrap(), "{}", page.file());
        large += 1;
    }
    assert_eq!(large, TableName::ALL.len() * 3 + 2);
}
