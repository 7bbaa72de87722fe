//! A reported figure that is other, and where it stands.

use crate::data::{RowChange, TableName, Topic, Turn};
use crate::model::{ContractId, IndicatorId, Language, PersonId, ProgramId};
use crate::render::Theme;
use crate::site::{FigureId, FigureSubject, Page, PageChange, Site, SiteError};
use crate::url::Subject;
use std::collections::BTreeMap;

/// Of so many figures it is found out, one by one, on which pages each stands. Of more, the pages
/// are told that show something of their report: nobody reads hundreds of lists.
pub(super) const MOST_EXACT: usize = 24;

pub(super) struct Figure<'r> {
    /// Of results, or of what a programme absorbed.
    pub row: &'r RowChange,
    pub id: FigureId,
    /// The same as the tables name it.
    pub contract: String,
    /// The indicator or the programme.
    pub subject: String,
    /// Whether it is declared as a revision: the word of the table; none where it is none.
    pub revision: Option<String>,
    /// The changed pages on which it stands, those of its official first.
    pub pages: Vec<&'r PageChange>,
}

impl<'r> Figure<'r> {
    /// `None` of a row that names no contract and quarter, which no such row does.
    fn new(row: &'r RowChange, revisions: &Revisions<'_>, pages: &BySource<'r>) -> Option<Self> {
        let subject = row.name(match row.table {
            TableName::Absorptions => "program",
            _ => "indikator",
        });
        let contract = row.name("kontrak");
        let id = FigureId {
            contract: ContractId::parse(&contract)?,
            quarter: row.name("triwulan").parse().ok()?,
            subject: match row.table {
                TableName::Absorptions => FigureSubject::Program(ProgramId::new(&subject)?),
                _ => FigureSubject::Indicator(IndicatorId::new(&subject)?),
            },
        };
        let concerned = pages.get(id.source().as_str()).into_iter().flatten();
        let concerned = concerned.copied().filter(|change| id.may_stand_on(change));
        Some(Self {
            pages: concerned.collect(),
            revision: revisions.get(&named(row)).map(|row| row.name("jenis")),
            row,
            id,
            contract,
            subject,
        })
    }
}

/// Whether a row tells of a reported figure.
pub(super) fn is_figure(row: &RowChange) -> bool {
    row.cells_about(Topic::Figure).next().is_some()
}

/// Every reported figure that is other, with its pages.
pub(super) fn figures<'r>(
    rows: &'r [RowChange],
    pages: &'r [PageChange],
    [before, after]: [&Site; 2],
    theme: &Theme,
) -> Result<Vec<Figure<'r>>, SiteError> {
    let (revisions, pages) = (revisions(rows), by_source(pages));
    let rows = rows.iter().filter(|row| is_figure(row));
    let figures = rows.filter_map(|row| Figure::new(row, &revisions, &pages));
    let mut figures: Vec<Figure<'_>> = figures.collect();
    if figures.len() <= MOST_EXACT {
        for figure in &mut figures {
            let candidates = std::mem::take(&mut figure.pages);
            figure.pages = figure.id.standing_on(candidates, before, after, theme)?;
        }
    }
    for figure in &mut figures {
        let contract = after.register().contracts.get(&figure.id.contract);
        let person = contract.map(|contract| &contract.person);
        figure
            .pages
            .sort_by_key(|change| distance(&change.page, person));
    }
    Ok(figures)
}

/// What is in Indonesian comes first, and of that the own pages of the official; the rest keeps its
/// order.
fn distance(page: &Page, person: Option<&PersonId>) -> (bool, bool) {
    let Page::Html(address) = page else {
        return (true, true);
    };
    let own = match &address.subject {
        Subject::Official(id) | Subject::OfficialYear(id, _) => Some(id),
        _ => None,
    };
    (
        address.language != Language::Indonesian,
        own.is_none() || own != person,
    )
}

/// Changed pages by the sources that they show something of.
type BySource<'r> = BTreeMap<&'r str, Vec<&'r PageChange>>;

fn by_source(pages: &[PageChange]) -> BySource<'_> {
    let mut found: BySource<'_> = BTreeMap::new();
    for change in pages {
        for source in &change.sources {
            found.entry(source).or_default().push(change);
        }
    }
    found
}

/// New rows of revisions, the last one of each figure, by what it is a revision of.
type Revisions<'r> = BTreeMap<[String; 3], &'r RowChange>;

fn revisions(rows: &[RowChange]) -> Revisions<'_> {
    let is_new = |row: &&RowChange| row.table == TableName::Revisions && row.turn() == Turn::Added;
    let new = rows.iter().filter(is_new);
    new.map(|row| (named(row), row)).collect()
}

/// Which figure a row is about; of what a programme absorbed none is a revision.
fn named(row: &RowChange) -> [String; 3] {
    let subject = match row.table {
        TableName::Absorptions => String::new(),
        _ => row.name("indikator"),
    };
    [row.name("kontrak"), subject, row.name("triwulan")]
}
