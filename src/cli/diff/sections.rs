//! What is told, part by part: a heading, names of columns and lines of finished texts.

use super::figure::{Figure, MOST_EXACT};
use super::lines::{concerned, term_lines, thing, turn_word};
use super::report::{Report, other_cells};
use super::shown::Shown;
use crate::cli::words::CliWords;
use crate::data::{RowChange, TableName, Topic, Turn};
use crate::format::{Arg, Formats};
use crate::model::Language;
use crate::site::{Cause, Page, PageChange};
use crate::source::short_commit;
use crate::url::Urls;

/// So many lines of a part are shown; how many more there are is said.
const MOST_LINES: usize = 40;

/// So many pages of a figure are named beside it.
const MOST_PAGES: usize = 2;

/// Whether a part is read at once, or unfolded by whoever asks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fold {
    Open,
    Closed,
}

/// And so many where all of its pages are listed, so that the whole is not too long for a comment.
const MOST_PAGES_LISTED: usize = 24;

pub(super) struct Section {
    pub title: String,
    pub fold: Fold,
    pub columns: Vec<String>,
    pub lines: Vec<Vec<String>>,
    /// How many lines are not among `lines`.
    pub left_out: usize,
}

impl Section {
    fn new<T>(
        title: String,
        columns: &[&str],
        items: &[T],
        line: impl Fn(&T) -> Vec<String>,
        words: &CliWords,
    ) -> Option<Self> {
        let shown = items.len().min(MOST_LINES);
        (!items.is_empty()).then(|| Self {
            title,
            fold: Fold::Open,
            columns: columns.iter().map(|key| words.text(key)).collect(),
            lines: items[..shown].iter().map(line).collect(),
            left_out: items.len() - shown,
        })
    }
}

/// "3 angka berubah" and what else there is, in sentences.
pub(super) fn summary(report: &Report<'_>, words: &CliWords) -> Vec<String> {
    let figures = report.figures.len() as u64;
    let figures = words.with("diff_figures", &[("count", Arg::Count(figures))]);
    let targets = report.targets() as u64;
    let targets =
        (targets > 0).then(|| words.with("diff_targets", &[("count", Arg::Count(targets))]));
    let html = |turn: Turn| {
        let changed = report.html().filter(|change| change.turn == turn);
        Arg::Count(changed.count() as u64)
    };
    let pages = words.with(
        "diff_pages",
        &[
            ("changed", html(Turn::Changed)),
            ("added", html(Turn::Added)),
            ("removed", html(Turn::Removed)),
        ],
    );
    let only_recorded = report
        .html()
        .filter(|change| change.cause == Cause::Record)
        .count();
    let only_recorded = (only_recorded > 0).then(|| {
        let count = Arg::Count(only_recorded as u64);
        words.with("diff_only_recorded", &[("count", count)])
    });
    let others = report.pages.len() - report.html().count() + report.media.len();
    let others = words.with("diff_other_files", &[("count", Arg::Count(others as u64))]);
    let day = Formats::new(words.language()).date(report.after.score().today);
    let (base, commit) = (report.base.as_str(), short_commit(&report.commit));
    let with = [("base", base), ("commit", commit), ("day", &day)];
    let basis = words.say("diff_basis", &with);
    let sentences = [
        Some(figures),
        targets,
        Some(pages),
        only_recorded,
        Some(others),
        Some(basis),
    ];
    sentences.into_iter().flatten().collect()
}

pub(super) fn sections(report: &Report<'_>, words: &CliWords) -> Vec<Section> {
    let shown = Shown {
        formats: Formats::new(words.language()),
        words,
        names: report.names(),
    };
    let parts = [
        figures(report, &shown),
        presence(report, &shown),
        terms(report, &shown),
        consequences(report, &shown),
    ];
    let folded = [
        others(report, &shown),
        places(report, &shown),
        pages(report, words),
    ];
    let folded = folded.into_iter().flatten().map(|section| Section {
        fold: Fold::Closed,
        ..section
    });
    parts.into_iter().flatten().chain(folded).collect()
}

fn figures(report: &Report<'_>, shown: &Shown<'_>) -> Option<Section> {
    let columns = [
        "diff_official",
        "diff_indicator",
        "diff_quarter",
        "diff_figure",
        "diff_capaian",
        "diff_state",
        "diff_where",
    ];
    let line = |figure: &Figure<'_>| {
        let row = figure.row;
        let (value, capaian, state) = match row.table {
            TableName::Absorptions => (shown.change(row, "serapan_sampai_kini"), None, None),
            _ => (
                shown.change(row, "nilai"),
                Some(shown.state(row, "capaian")),
                Some(shown.state(row, "keadaan")),
            ),
        };
        let note = match figure.revision.as_deref() {
            Some("revisi") => format!(" ({})", shown.words.text("diff_revised")),
            Some(_) => format!(" ({})", shown.words.text("diff_silently")),
            None => String::new(),
        };
        vec![
            shown.names.official(&figure.contract),
            shown.names.subject(&figure.contract, &figure.subject),
            shown.quarter(figure.id.quarter),
            format!("{value}{note}"),
            capaian.unwrap_or_default(),
            state.unwrap_or_default(),
            first_pages(figure, shown.words),
        ]
    };
    let title = shown.words.text("diff_title_figures");
    Section::new(title, &columns, &report.figures, line, shown.words)
}

/// A page as a reader names it: its path below the site.
fn path(change: &PageChange) -> String {
    let file = change.page.file();
    let folder = file.strip_suffix("index.html").unwrap_or(&file);
    format!("/{folder}")
}

fn is_indonesian(change: &PageChange) -> bool {
    matches!(&change.page, Page::Html(address) if address.language == Language::Indonesian)
}

fn first_pages(figure: &Figure<'_>, words: &CliWords) -> String {
    let first: Vec<String> = figure
        .pages
        .iter()
        .take(MOST_PAGES)
        .map(|p| path(p))
        .collect();
    let more = figure.pages.len() - first.len();
    let named = first.join(" ");
    if more == 0 {
        return named;
    }
    let more = words.with("diff_more_pages", &[("count", Arg::Count(more as u64))]);
    format!("{named} {more}")
}

/// Each figure with all pages on which it stands.
fn places(report: &Report<'_>, shown: &Shown<'_>) -> Option<Section> {
    let line = |figure: &Figure<'_>| {
        let pages = figure.pages.iter().filter(|change| is_indonesian(change));
        let pages: Vec<String> = pages.map(|change| path(change)).collect();
        let shown_pages = &pages[..pages.len().min(MOST_PAGES_LISTED)];
        let more = (pages.len() > shown_pages.len()).then(|| "…".to_owned());
        vec![
            format!(
                "{}, {}",
                shown.names.subject(&figure.contract, &figure.subject),
                shown.quarter(figure.id.quarter)
            ),
            [shown_pages, more.as_slice()].concat().join(" "),
        ]
    };
    let title = shown.words.text(if report.figures.len() <= MOST_EXACT {
        "diff_title_places"
    } else {
        "diff_title_places_of_reports"
    });
    let columns = ["diff_figure", "diff_where"];
    Section::new(title, &columns, &report.figures, line, shown.words)
}

fn presence(report: &Report<'_>, shown: &Shown<'_>) -> Option<Section> {
    let line = |(row, turn): &(&RowChange, Turn)| {
        let (kind, name) = thing(row, shown);
        vec![kind, name, turn_word(*turn, shown.words)]
    };
    let title = shown.words.text("diff_title_presence");
    let columns = ["diff_what", "diff_name", "diff_turn"];
    Section::new(title, &columns, &report.presence(), line, shown.words)
}

fn terms(report: &Report<'_>, shown: &Shown<'_>) -> Option<Section> {
    let rows = report.terms();
    let lines: Vec<Vec<String>> = rows.iter().flat_map(|row| term_lines(row, shown)).collect();
    let columns = ["diff_official", "diff_subject", "diff_key", "diff_change"];
    let title = shown.words.text("diff_title_terms");
    Section::new(title, &columns, &lines, Clone::clone, shown.words)
}

fn consequences(report: &Report<'_>, shown: &Shown<'_>) -> Option<Section> {
    let line = |row: &&RowChange| {
        let (official, subject) = concerned(row, shown);
        let cells = row.cells_about(Topic::Consequence);
        let changes: Vec<String> = cells.map(|cell| shown.named_change(row, &cell)).collect();
        vec![official, subject, changes.join("; ")]
    };
    let title = shown.words.text("diff_title_consequences");
    let columns = ["diff_official", "diff_subject", "diff_change"];
    Section::new(title, &columns, &report.consequences(), line, shown.words)
}

fn others(report: &Report<'_>, shown: &Shown<'_>) -> Option<Section> {
    let line = |row: &&RowChange| {
        let (kind, name) = thing(row, shown);
        let columns: Vec<&str> = other_cells(row).map(|cell| cell.column).collect();
        vec![kind, name, columns.join(", ")]
    };
    let title = shown.words.text("diff_title_others");
    let columns = ["diff_what", "diff_name", "diff_key"];
    Section::new(title, &columns, &report.others(), line, shown.words)
}

/// The pages in Indonesian that tell something else; the others are counted.
fn pages(report: &Report<'_>, words: &CliWords) -> Option<Section> {
    let tells_other = |change: &&PageChange| change.cause == Cause::Facts && is_indonesian(change);
    let pages: Vec<&PageChange> = report.html().filter(tells_other).collect();
    let line = |change: &&PageChange| vec![path(change), turn_word(change.turn, words)];
    let base = Urls::new(&report.after.register().site.base_url);
    let base = base.absolute_file("");
    let title = words.say("diff_title_pages", &[("site", &base)]);
    Section::new(title, &["diff_where", "diff_turn"], &pages, line, words)
}
