//! `/data/`: every file, table and column, and how to use them.

use super::{address, facts, title};
use crate::data::{Column, JOINED, Kind, Necessity, Table, TableName, table};
use crate::url::{Address, DataFile, Subject, TableForm, data_anchor};
use crate::view::frame::{Frame, Heading};
use crate::view::scene::Scene;
use serde::Serialize;

/// The page.
#[derive(Clone, Debug, Serialize)]
pub struct DataView {
    pub frame: Frame,
    pub title: String,
    pub lead: String,
    pub licence: String,
    /// Files that hold everything.
    pub whole: Vec<DownloadView>,
    pub tables: Vec<TableView>,
    /// What stands beside pages.
    pub joined: TableView,
    pub examples: Vec<ExampleView>,
}

/// A file to take away.
#[derive(Clone, Debug, Serialize)]
pub struct DownloadView {
    pub name: String,
    pub url: String,
    pub about: String,
}

/// A table with its columns.
#[derive(Clone, Debug, Serialize)]
pub struct TableView {
    pub anchor: String,
    pub name: String,
    pub about: &'static str,
    pub key: String,
    pub references: Vec<ReferenceView>,
    pub files: Vec<DownloadView>,
    pub columns: Vec<ColumnView>,
}

#[derive(Clone, Debug, Serialize)]
pub struct ReferenceView {
    pub columns: String,
    pub table: &'static str,
    /// Leads to it on this page.
    pub url: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct ColumnView {
    pub name: &'static str,
    pub kind: String,
    pub about: &'static str,
    /// The words that may stand there.
    pub choices: Vec<&'static str>,
}

/// The files beside a page.
#[derive(Clone, Debug, Serialize)]
pub struct DataLinks {
    pub json: String,
    pub csv: String,
    /// The page about all files.
    pub all: String,
}

impl DataLinks {
    pub(in crate::view) fn beside(scene: &Scene<'_>, subject: &Subject) -> Self {
        let link = |file: DataFile| scene.urls.file(&file.file());
        Self {
            json: link(DataFile::PageJson(subject.clone())),
            csv: link(DataFile::PageCsv(subject.clone())),
            all: scene.link(Subject::Data),
        }
    }
}

/// How to begin with a tool.
#[derive(Clone, Debug, Serialize)]
pub struct ExampleView {
    pub tool: &'static str,
    pub about: String,
    /// By which a test finds it.
    pub id: &'static str,
    pub code: String,
}

impl DataView {
    pub(in crate::view) fn new(scene: &Scene<'_>) -> Self {
        let files = &facts(scene).files();
        let words = &scene.words;
        let own = Address::new(words.language(), Subject::Data);
        let heading = Heading {
            title: title(scene),
            description: words.text("data_lead"),
            crumbs: Vec::new(),
        };
        Self {
            frame: Frame::new(scene, &own, heading),
            title: title(scene),
            lead: words.text("data_lead"),
            licence: scene.register.site.licence.clone(),
            whole: whole(scene, files),
            tables: TableName::ALL
                .map(|name| table_view(scene, table(name), name.key()))
                .into(),
            joined: table_view(scene, JOINED, "indikator.csv"),
            examples: examples(scene, files),
        }
    }
}

fn whole(scene: &Scene<'_>, files: &[DataFile]) -> Vec<DownloadView> {
    let about = |file: &DataFile| match file {
        DataFile::Json => Some("data_json_text"),
        DataFile::Workbook => Some("data_workbook_about"),
        DataFile::Package => Some("data_package_text"),
        DataFile::Catalogue => Some("data_catalogue_text"),
        DataFile::PageJson(_) | DataFile::PageCsv(_) | DataFile::Table(..) => None,
    };
    let told = files.iter().filter_map(|file| Some((file, about(file)?)));
    told.map(|(file, about)| download(scene, file, scene.words.text(about)))
        .collect()
}

fn download(scene: &Scene<'_>, file: &DataFile, about: String) -> DownloadView {
    DownloadView {
        name: file.name(),
        url: scene.urls.file(&file.file()),
        about,
    }
}

fn table_view(scene: &Scene<'_>, table: &'static Table, name: &str) -> TableView {
    let language = scene.words.language();
    let files = table.name.into_iter().flat_map(|name| {
        TableForm::ALL.map(|form| {
            let file = DataFile::Table(name.key(), form);
            download(scene, &file, String::new())
        })
    });
    let references = table.references.iter();
    TableView {
        anchor: data_anchor(name),
        name: name.to_owned(),
        about: table.about(language),
        key: table.key.join(", "),
        references: references
            .map(|reference| ReferenceView {
                columns: reference.columns.join(", "),
                table: reference.to.key(),
                url: format!("#{}", data_anchor(reference.to.key())),
            })
            .collect(),
        files: files.collect(),
        columns: table.columns.iter().map(|c| column(scene, c)).collect(),
    }
}

fn column(scene: &Scene<'_>, column: &'static Column) -> ColumnView {
    let words = &scene.words;
    let kind = words.text(match column.kind {
        Kind::Text | Kind::Quarter => "data_kind_text",
        Kind::Choice(_) => "data_kind_choice",
        Kind::Whole => "data_kind_whole",
        Kind::Year => "data_kind_year",
        Kind::Number => "data_kind_number",
        Kind::Rupiah => "data_kind_rupiah",
        Kind::Percent => "data_kind_percent",
        Kind::Date => "data_kind_date",
        Kind::Moment => "data_kind_moment",
        Kind::Address => "data_kind_address",
    });
    ColumnView {
        name: column.name,
        kind: match column.necessity {
            Necessity::Always => kind,
            Necessity::Sometimes => format!("{kind}, {}", words.text("data_may_be_empty")),
        },
        about: column.about(words.language()),
        choices: match column.kind {
            Kind::Choice(choices) => choices.to_vec(),
            _ => Vec::new(),
        },
    }
}

/// The examples count how many commitments are in which state. A test runs each as it stands on
/// the page.
fn examples(scene: &Scene<'_>, files: &[DataFile]) -> Vec<ExampleView> {
    let state = state_letter();
    let words = &scene.words;
    let all = [
        (
            "spreadsheet",
            "Excel, LibreOffice",
            words.text("data_example_spreadsheet"),
            DataFile::Workbook,
            include_str!("examples/spreadsheet.txt"),
        ),
        (
            "python",
            "Python",
            words.text("data_example_python"),
            table_file(TableForm::Csv),
            include_str!("examples/python.py"),
        ),
        (
            "r",
            "R",
            words.text("data_example_r"),
            table_file(TableForm::Csv),
            include_str!("examples/r.R"),
        ),
        (
            "duckdb",
            "DuckDB",
            words.text("data_example_duckdb"),
            table_file(TableForm::Parquet),
            include_str!("examples/duckdb.sql"),
        ),
    ];
    let there = all.into_iter().filter(|example| files.contains(&example.3));
    there
        .map(|(id, tool, about, file, code)| ExampleView {
            tool,
            about,
            id,
            code: code
                .replace("{url}", &address(&scene.urls, &file))
                .replace("{column}", &state)
                .trim_end()
                .to_owned(),
        })
        .collect()
}

fn table_file(form: TableForm) -> DataFile {
    DataFile::Table(TableName::Indicators.key(), form)
}

/// The letters of the column of states in a spreadsheet.
fn state_letter() -> String {
    let columns = table(TableName::Indicators).columns;
    let place = columns.iter().position(|column| column.name == "keadaan");
    letters(place.expect("the table of commitments has their states"))
}

/// A, B, … Z, AA, AB, …
fn letters(place: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(place % 26).unwrap_or_default());
    match place / 26 {
        0 => letter.to_string(),
        above => format!("{}{letter}", letters(above - 1)),
    }
}
