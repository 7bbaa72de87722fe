//! Where files stand that are no HTML pages.

use super::media_type;
use super::subject::{Address, Subject};
use crate::model::{Language, Register};

/// The style sheet of frozen pages, in the version of their templates.
pub const ARCHIVE_STYLE: &str = "arsip/v1.css";

/// Where reporters of holes look, of a site at the root of its host (RFC 9116, 3).
pub const SECURITY_TEXT: &str = ".well-known/security.txt";

/// A file of the theme that is published as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asset {
    /// What every page looks like.
    Style,
    /// What only pages that look at much at once have: lists with filters, heat maps, trees, search,
    /// report cards.
    OverviewStyle,
    /// What is other on paper.
    PrintStyle,
    /// What stands in frames of other sites.
    EmbedStyle,
    /// Filter and sort of lists and tables.
    ListScript,
    /// Search.
    SearchScript,
    /// Has the browser keep visited pages.
    OfflineScript,
    /// Keeps them. It must stand above all pages: a service worker serves what is below it alone.
    ServiceWorker,
    /// Starts the web form for staff.
    AdminScript,
}

impl Asset {
    const ALL: [Self; 9] = [
        Self::Style,
        Self::OverviewStyle,
        Self::PrintStyle,
        Self::EmbedStyle,
        Self::ListScript,
        Self::SearchScript,
        Self::OfflineScript,
        Self::ServiceWorker,
        Self::AdminScript,
    ];

    /// Those that a site publishes.
    pub fn of(register: &Register) -> impl Iterator<Item = Self> {
        let (offline, embeds) = (register.site.offline, register.has_embeds());
        let has_form = register.site.admin.is_some();
        Self::ALL.into_iter().filter(move |asset| match asset {
            Self::OfflineScript | Self::ServiceWorker => offline,
            Self::EmbedStyle => embeds,
            Self::AdminScript => has_form,
            _ => true,
        })
    }

    /// Where it stands below the output directory.
    pub fn file(self) -> &'static str {
        match self {
            Self::Style => "aset/gaya.css",
            Self::OverviewStyle => "aset/ikhtisar.css",
            Self::PrintStyle => "aset/cetak.css",
            Self::EmbedStyle => "aset/sematan.css",
            Self::ListScript => "aset/daftar.js",
            Self::OfflineScript => "aset/luring.js",
            Self::ServiceWorker => "luring.js",
            Self::AdminScript => "admin/mulai.js",
            Self::SearchScript => "aset/cari.js",
        }
    }
}

/// Where the files of the search index stand. The script that reads them knows their names too.
pub const SEARCH_INDEX: &str = "aset/cari/";

/// A file of the search index. It is written once for all languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SearchFile {
    Manifest,
    /// Which entries have which words, by number of the file.
    Terms(usize),
    /// What is shown of entries, by number of the file.
    Entries(usize),
}

impl SearchFile {
    /// Where it stands below the output directory.
    pub fn file(self) -> String {
        match self {
            Self::Manifest => format!("{SEARCH_INDEX}indeks.txt"),
            Self::Terms(number) => format!("{SEARCH_INDEX}kata-{number}.txt"),
            Self::Entries(number) => format!("{SEARCH_INDEX}entri-{number}.txt"),
        }
    }
}

/// A file of facts for other programs. Each is written once, for all languages.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DataFile {
    /// All facts of a page, beside it.
    PageJson(Subject),
    /// Its commitments quarter by quarter, beside it.
    PageCsv(Subject),
    /// A table of the whole site, by the table's name in files.
    Table(&'static str, TableForm),
    /// All tables as one document.
    Json,
    /// All tables as an Excel workbook.
    Workbook,
    /// What the files are (Frictionless Data Package, version 2).
    Package,
    /// The same for catalogues of data (DCAT, version 3, as JSON-LD).
    Catalogue,
}

/// In which form a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TableForm {
    Csv,
    JsonLines,
    Parquet,
}

impl TableForm {
    pub const ALL: [Self; 3] = [Self::Csv, Self::JsonLines, Self::Parquet];

    /// How the names of its files end.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::JsonLines => "jsonl",
            Self::Parquet => "parquet",
        }
    }
}

impl DataFile {
    /// Where it stands below the output directory.
    pub fn file(&self) -> String {
        let subject = match self {
            Self::PageJson(subject) | Self::PageCsv(subject) => subject.clone(),
            Self::Table(..) | Self::Json | Self::Workbook | Self::Package | Self::Catalogue => {
                Subject::Data
            }
        };
        let page = Address::new(Language::Indonesian, subject);
        format!("{}{}", page.folder(), self.name())
    }

    /// Its name within its folder.
    pub fn name(&self) -> String {
        match self {
            Self::PageJson(_) => "index.json".to_owned(),
            Self::PageCsv(_) => "indikator.csv".to_owned(),
            Self::Table(name, form) => format!("{name}.{}", form.extension()),
            Self::Json => "pantau.json".to_owned(),
            Self::Workbook => "pantau.xlsx".to_owned(),
            Self::Package => "datapackage.json".to_owned(),
            Self::Catalogue => "dcat.jsonld".to_owned(),
        }
    }

    /// The media type that a server names and descriptions state.
    pub fn media_type(&self) -> &'static str {
        media_type(&self.name())
    }
}

/// Where the QR code of the pages about `subject` stands: an official's page of a year and its
/// report card share one.
pub fn qr_code(subject: &Subject) -> Option<String> {
    match subject {
        Subject::OfficialYear(person, year) | Subject::OfficialCard(person, year) => {
            Some(format!("pejabat/{person}/{year}/qr.svg"))
        }
        Subject::OpdCard(opd, year) => Some(format!("opd/{opd}/{year}/qr.svg")),
        _ => None,
    }
}
