//! The files of facts: which there are, and what each tells of.

use super::{Page, Site, SiteError, inputs};
use crate::data::{Facts, JOINED, Selection, TableName, table};
use crate::model::{Contract, Language, Licence, PersonId, Quarter};
use crate::render::{
    self, DocumentHead, LicenceMark, Rows, Source, csv, document, document_head, document_tables,
    json_lines, parquet, workbook,
};
use crate::url::{Address, DataFile, Subject, TableForm};
use crate::view::{catalogue, package, workbook_words};
use std::io::{self, Write};

/// The version of the form of documents; see [`DocumentHead::format`].
const FORMAT: u32 = 1;

impl DataFile {
    /// Whether it may be larger than what should stand in memory at once.
    pub(super) fn is_large(&self) -> bool {
        match self {
            Self::Table(..) | Self::Json | Self::Workbook => true,
            Self::PageJson(_) | Self::PageCsv(_) | Self::Package | Self::Catalogue => false,
        }
    }
}

impl Site {
    /// Every file of facts, the large ones first: they take longest.
    pub(super) fn data_files(&self) -> Vec<DataFile> {
        let whole = self.facts().files().into_iter();
        let pages =
            super::subjects::subjects(&self.register, self.score.today, Language::Indonesian);
        let beside = pages.into_iter().filter(has_facts).flat_map(|subject| {
            [
                DataFile::PageJson(subject.clone()),
                DataFile::PageCsv(subject),
            ]
        });
        whole.chain(beside).collect()
    }

    /// Writes a file of facts.
    pub(super) fn write_data(
        &self,
        file: &DataFile,
        to: &mut (dyn Write + Send),
    ) -> Result<(), SiteError> {
        let selection = self.selection(file);
        let facts = self.facts();
        let page = Page::Data(file.clone());
        match file {
            DataFile::Json | DataFile::PageJson(_) => {
                let head = self.head(file, &page);
                document(&head, &sources(facts, &selection), to)?;
            }
            DataFile::PageCsv(_) => csv(JOINED, facts.joined(&selection), to)?,
            DataFile::Workbook => {
                let words = workbook_words(self.scene(&self.dress.voices[0], &page))?;
                workbook(&words, &sources(facts, &selection), to)?;
            }
            DataFile::Table(name, form) => {
                let name = named(name);
                let rows = facts.rows(name, &selection);
                match form {
                    TableForm::Csv => csv(table(name), rows, to)?,
                    TableForm::JsonLines => json_lines(table(name), rows, to)?,
                    TableForm::Parquet => parquet(table(name), rows, to)?,
                }
            }
            DataFile::Package => {
                render::json(&package(self.scene(&self.dress.voices[0], &page))?, to)?;
            }
            DataFile::Catalogue => {
                render::json(&catalogue(self.scene(&self.dress.voices[0], &page))?, to)?;
            }
        }
        Ok(())
    }

    /// Two files of the same kind, each with the bytes that [`Self::write_data`] gives: where they
    /// tell the same, its rows are made once.
    pub(super) fn data_twice(&self, files: [&DataFile; 2]) -> Result<[Vec<u8>; 2], SiteError> {
        let [selection, other] = files.map(|file| self.selection(file));
        let mut shared = Vec::new();
        match files {
            [DataFile::PageCsv(_), DataFile::PageCsv(_)] if selection == other => {
                self.write_data(files[0], &mut shared)?;
                Ok([shared.clone(), shared])
            }
            [DataFile::PageJson(_), DataFile::PageJson(_)] if selection == other => {
                document_tables(&sources(self.facts(), &selection), &mut shared)?;
                let [first, second] = files.map(|file| self.with_head(file, &shared));
                Ok([first?, second?])
            }
            _ => {
                let [first, second] = files.map(|file| {
                    let mut bytes = Vec::new();
                    self.write_data(file, &mut bytes).map(|()| bytes)
                });
                Ok([first?, second?])
            }
        }
    }

    fn with_head(&self, file: &DataFile, tables: &[u8]) -> Result<Vec<u8>, SiteError> {
        let mut bytes = Vec::with_capacity(tables.len() + 1024);
        document_head(&self.head(file, &Page::Data(file.clone())), &mut bytes)?;
        bytes.extend_from_slice(tables);
        Ok(bytes)
    }

    /// The facts that the site tells.
    pub fn facts(&self) -> Facts<'_> {
        Facts {
            register: &self.register,
            score: &self.score,
            record: &self.record,
        }
    }

    fn selection(&self, file: &DataFile) -> Selection {
        match file {
            DataFile::PageJson(subject) | DataFile::PageCsv(subject) => self.selected(subject),
            DataFile::Table(..)
            | DataFile::Json
            | DataFile::Workbook
            | DataFile::Package
            | DataFile::Catalogue => Selection::everything(&self.register),
        }
    }

    /// What a page tells of.
    pub(super) fn selected(&self, subject: &Subject) -> Selection {
        let all = &self.register.contracts;
        match subject {
            Subject::Official(id) => self.of_official(id, |_| true),
            Subject::OfficialYear(id, year) => self.of_official(id, |c| c.id.year == *year),
            Subject::Opd(id) => {
                let contracts = self.roster.contracts_of(id).iter().map(|id| &all[id]);
                let mut selection = Selection::of_contracts(&self.register, contracts);
                selection.opds.insert(id.clone());
                selection
            }
            Subject::Quarter(quarter) => self.of_quarter(*quarter),
            _ => Selection::default(),
        }
    }

    fn of_official(&self, id: &PersonId, is_told: impl Fn(&Contract) -> bool) -> Selection {
        let contracts = self.roster.contracts(id).iter();
        let contracts = contracts.map(|id| &self.register.contracts[id]);
        let mut selection =
            Selection::of_contracts(&self.register, contracts.filter(|c| is_told(c)));
        selection.people.insert(id.clone());
        selection
    }

    fn of_quarter(&self, quarter: Quarter) -> Selection {
        let contracts = self.register.contracts.values();
        let answering = contracts.filter(|c| c.quarters().any(|own| own == quarter));
        Selection {
            quarter: Some(quarter),
            ..Selection::of_contracts(&self.register, answering)
        }
    }

    fn head(&self, file: &DataFile, page: &Page) -> DocumentHead {
        let site = &self.register.site;
        let urls = self.urls();
        let subject = match file {
            DataFile::PageJson(subject) => subject.clone(),
            _ => Subject::Data,
        };
        let latest = inputs::latest(self, page);
        let commit = latest.and_then(|recorded| self.record.commit(&recorded));
        DocumentHead {
            format: FORMAT,
            title: site.title.own().clone(),
            government: site.government.own().clone(),
            page: urls.absolute(&Address::new(Language::Indonesian, subject)),
            as_of: self.score.today.to_string(),
            commit: commit.map(|commit| commit.id.clone()),
            licence: LicenceMark {
                id: site.licence.clone(),
                url: Licence::known(&site.licence).map(|licence| licence.url.to_owned()),
            },
            sample_data: site.sample_data,
            description: urls.absolute_file(&DataFile::Package.file()),
        }
    }
}

/// Pages whose facts stand beside them.
pub(super) fn has_facts(subject: &Subject) -> bool {
    matches!(
        subject,
        Subject::Official(_) | Subject::OfficialYear(..) | Subject::Opd(_) | Subject::Quarter(_)
    )
}

fn named(key: &str) -> TableName {
    let name = TableName::ALL.into_iter().find(|name| name.key() == key);
    name.expect("files are named after tables")
}

fn sources<'a>(facts: Facts<'a>, selection: &'a Selection) -> Vec<Source<'a>> {
    let source = |name: TableName| Source {
        table: table(name),
        rows: Box::new(move || -> Rows<'_> { facts.rows(name, selection) }),
    };
    TableName::ALL.map(source).into()
}

impl From<io::Error> for SiteError {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}
