//! When figures were recorded, and how they were changed afterwards.

use super::amendments::amendments;
use super::event::{Declared, Event, EventKind, EventSubject};
use super::line::{ContractLine, ContractLines, Held, Stage, stages};
use super::promise::changes;
use super::stated::Stated;
use super::terms::{Difference, Item, Table, Term, TermKey, document, list};
use super::{Chronicle, Ledger};
use crate::model::{ContractId, Date, IndicatorId, Markdown, Quarter, Recorded};
use crate::parse::contract::RawContract;
use crate::parse::place::{Place, report_file};
use crate::parse::reader::Sp;
use crate::parse::report::{RawActual, RawReport, RawRevision, RawValue};
use crate::problem::{Problem, code};
use crate::source::{TextSpan, short_commit};
use std::collections::{BTreeMap, BTreeSet};

/// What the history says of one report.
#[derive(Clone, Debug, Default)]
pub(super) struct ReportRecord {
    /// When it was first recorded, unless it belongs to the baseline.
    pub recorded: Option<Recorded>,
    pub figures: BTreeMap<IndicatorId, FigureRecord>,
}

/// What the history says of one figure.
#[derive(Clone, Debug, Default)]
pub(super) struct FigureRecord {
    /// When a value, or the word that there is none, was first recorded.
    pub recorded: Option<Recorded>,
    /// What it was before each change, oldest first.
    pub revisions: Vec<RevisionRecord>,
}

/// A change of a recorded value.
#[derive(Clone, Debug)]
pub(super) struct RevisionRecord {
    pub before: RawValue,
    pub recorded: Recorded,
    pub ground: Ground,
}

/// Whether `revisi` names the value that was there before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    Declared,
    Undeclared,
}

pub(super) fn report_lines(
    chronicle: &Chronicle<'_>,
    contracts: &ContractLines<'_>,
    ledger: &mut Ledger,
) -> BTreeMap<(ContractId, Quarter), ReportRecord> {
    let mut records = BTreeMap::new();
    for (line, quarter) in reported(chronicle, contracts) {
        let paths: Vec<String> = contracts
            .paths(line)
            .iter()
            .map(|id| report_file(id, quarter))
            .collect();
        let contract = &contracts.lines[line];
        let stages = stages(chronicle, &paths, |path| now(chronicle, path));
        let story = Story::new(chronicle, contract, quarter, &stages);
        let record = story.tell(ledger);
        records.insert((contract.id().clone(), quarter), record);
    }
    records
}

/// Every quarter of every contract for which there ever was a file.
fn reported(
    chronicle: &Chronicle<'_>,
    contracts: &ContractLines<'_>,
) -> BTreeSet<(usize, Quarter)> {
    let committed = chronicle.history.files.keys();
    let paths = committed.chain(chronicle.sources.files.keys());
    paths
        .filter_map(|path| {
            let (id, quarter) = report_id(path)?;
            Some((contracts.of(&id)?, quarter))
        })
        .collect()
}

fn report_id(path: &str) -> Option<(ContractId, Quarter)> {
    match Place::of(path) {
        Some(Ok(Place::Report(id, quarter))) => Some((id, quarter)),
        _ => None,
    }
}

fn now<'a>(chronicle: &Chronicle<'a>, path: &str) -> Option<&'a RawReport> {
    let parsed = chronicle.raw.reports.get(&report_id(path)?)?;
    parsed.record.as_ref()
}

/// One version of a report.
struct Chapter<'s> {
    order: usize,
    /// `None` where the file is gone.
    record: Option<&'s RawReport>,
    table: Table,
}

struct Story<'s> {
    chronicle: &'s Chronicle<'s>,
    contract: &'s ContractId,
    /// The contract as it was last.
    promise: Option<&'s RawContract>,
    quarter: Quarter,
    chapters: Vec<Chapter<'s>>,
}

impl<'s> Story<'s> {
    fn new(
        chronicle: &'s Chronicle<'s>,
        contract: &'s ContractLine<'s>,
        quarter: Quarter,
        stages: &'s [Stage<'s, RawReport>],
    ) -> Self {
        let latest = contract.stages.iter().rev().find_map(|s| s.held.record());
        let terms = latest.map(Terms::of).unwrap_or_default();
        let only_one = stages.len() < 2;
        let chapters = stages.iter().filter_map(|stage| {
            let record = match &stage.held {
                Held::Record(record) => Some(&**record),
                Held::Gone => None,
                Held::Unreadable => return None,
            };
            // With nothing to compare it to, its table would be made for nothing.
            let told = record.filter(|_| !only_one);
            Some(Chapter {
                order: stage.order,
                record,
                table: told.map(|record| table(record, &terms)).unwrap_or_default(),
            })
        });
        Self {
            chronicle,
            contract: contract.id(),
            promise: latest,
            quarter,
            chapters: chapters.collect(),
        }
    }

    fn tell(&self, ledger: &mut Ledger) -> ReportRecord {
        for pair in self.chapters.windows(2) {
            if !self.chronicle.is_baseline(pair[1].order) {
                self.tell_of_change(&pair[0], &pair[1], ledger);
            }
        }
        let record = self.record();
        self.accuse(&record, ledger);
        record
    }

    fn latest(&self) -> Option<&'s RawReport> {
        self.chapters.last().and_then(|chapter| chapter.record)
    }

    fn event(&self, order: usize, kind: EventKind) -> Event {
        let subject = EventSubject::Report(self.contract.clone(), self.quarter);
        Event {
            person: self.promise.map(|contract| contract.person.value.clone()),
            post: self.promise.map(|contract| contract.post.value.clone()),
            ..self.chronicle.event(order, subject, kind)
        }
    }

    fn tell_of_change(&self, before: &Chapter<'_>, after: &Chapter<'_>, ledger: &mut Ledger) {
        let differences = before.table.differences_of_terms(&after.table);
        // What came to be said is no change of what had been said.
        let differences = differences
            .into_iter()
            .filter(|difference| is_change(difference, &before.table));
        let names = |item: &Item| {
            let tables = [&after.table, &before.table];
            tables
                .iter()
                .find_map(|table| table.names.get(item).cloned())
        };
        let mut by_kind: BTreeMap<EventKind, Vec<Difference>> = BTreeMap::new();
        for difference in differences {
            let revision = self.revision_of(&difference);
            let kind = kind_of(&difference, revision.as_ref());
            if kind == EventKind::Revised {
                let mut event = self.event(after.order, kind);
                event.declared = revision;
                event.changes = changes(vec![difference], &names);
                ledger.events.push(event);
            } else {
                by_kind.entry(kind).or_default().push(difference);
            }
        }
        for (kind, differences) in by_kind {
            let mut event = self.event(after.order, kind);
            event.changes = changes(differences, &names);
            ledger.events.push(event);
        }
    }

    /// What the entry of `revisi` says that names what stood there before.
    fn revision_of(&self, difference: &Difference) -> Option<Declared> {
        let Item::Indicator(id) = &difference.key.item else {
            return None;
        };
        let actual = actual_of(self.latest()?, id)?;
        let revisions: Vec<&RawRevision> = actual.revisions.iter().map(|r| &r.value).collect();
        let at = revisions.iter().position(|revision| {
            Stated::reported(&revision.before.value, None).means(&difference.before)
        })?;
        Some(declared(&revisions[..at], revisions[at]))
    }

    fn record(&self) -> ReportRecord {
        let first = self
            .chapters
            .iter()
            .find(|chapter| chapter.record.is_some());
        let recorded = first.and_then(|chapter| self.recorded(chapter.order));
        let latest = self.latest();
        let ids = latest.into_iter().flat_map(|record| &record.actuals.0);
        let figures = ids.map(|(id, _)| (id.value.clone(), self.figure(&id.value)));
        ReportRecord {
            recorded,
            figures: figures.collect(),
        }
    }

    /// `None` for what belongs to the baseline.
    fn recorded(&self, order: usize) -> Option<Recorded> {
        let is_baseline = self.chronicle.is_baseline(order);
        (!is_baseline).then(|| self.chronicle.recorded(order))
    }

    fn figure(&self, id: &IndicatorId) -> FigureRecord {
        let said = |chapter: &Chapter<'s>| actual_of(chapter.record?, id);
        let latest = self.latest().and_then(|record| actual_of(record, id));
        let has_value = latest.is_some_and(|actual| actual.value.is_some());
        // That there is no figure yet was no report of the figure.
        let is_first = |actual: &RawActual| !has_value || actual.value.is_some();
        let first = self.chapters.iter().find(|c| said(c).is_some_and(is_first));
        FigureRecord {
            recorded: first.and_then(|chapter| self.recorded(chapter.order)),
            revisions: self.revisions(id),
        }
    }

    /// Every change of a recorded value into another. One that came back to where it was first
    /// is none any more.
    fn revisions(&self, id: &IndicatorId) -> Vec<RevisionRecord> {
        let values = self.chapters.iter().filter_map(|chapter| {
            let value = actual_of(chapter.record?, id)?.value.as_ref()?;
            Some((chapter.order, &value.value))
        });
        let values: Vec<(usize, &RawValue)> = values.collect();
        let stated = |value: &RawValue| Stated::reported(value, None);
        let baseline = values
            .iter()
            .rposition(|(order, _)| self.chronicle.is_baseline(*order));
        let values = &values[baseline.unwrap_or(0)..];
        let is_back = match (values.first(), values.last()) {
            (Some((_, first)), Some((_, last))) => stated(first).means(&stated(last)),
            _ => true,
        };
        if is_back {
            return Vec::new();
        }
        let pairs = values.windows(2);
        pairs
            .filter(|pair| !stated(pair[0].1).means(&stated(pair[1].1)))
            .map(|pair| RevisionRecord {
                before: pair[0].1.clone(),
                recorded: self.chronicle.recorded(pair[1].0),
                ground: self.ground(id, pair[0].1),
            })
            .collect()
    }

    fn ground(&self, id: &IndicatorId, before: &RawValue) -> Ground {
        let difference = Difference {
            key: value_key(id),
            before: Stated::reported(before, None),
            after: Stated::Nothing,
        };
        match self.revision_of(&difference) {
            Some(_) => Ground::Declared,
            None => Ground::Undeclared,
        }
    }

    fn accuse(&self, record: &ReportRecord, ledger: &mut Ledger) {
        let file = report_file(self.contract, self.quarter);
        for (id, figure) in &record.figures {
            let actual = self.latest().and_then(|record| actual_of(record, id));
            let value = actual.and_then(|actual| actual.value.as_ref());
            let undeclared = figure.revisions.iter();
            for revision in undeclared.filter(|r| r.ground == Ground::Undeclared) {
                let span = value.map_or(TextSpan::START, |value| value.span);
                let now = value.map_or(Stated::Nothing, |v| Stated::reported(&v.value, None));
                let before = Stated::reported(&revision.before, None);
                ledger.problems.push(
                    Problem::violation(code::FIGURE_CHANGED, &file, span)
                        .with("name", self.name_of(id))
                        .with("before", before.raw())
                        .with("after", now.raw())
                        .with("date", revision.recorded.on.to_string())
                        .with("commit", short(&revision.recorded)),
                );
            }
        }
        for (id, order) in self.withdrawn() {
            let recorded = self.chronicle.recorded(order);
            ledger.problems.push(
                Problem::violation(code::FIGURE_WITHDRAWN, &file, self.place_of(&id))
                    .with("name", self.name_of(&id))
                    .with("date", recorded.on.to_string())
                    .with("commit", short(&recorded)),
            );
        }
    }

    /// What the contract calls the indicator.
    fn name_of(&self, id: &IndicatorId) -> String {
        let item = Item::Indicator(id.clone());
        let mut tables = self.chapters.iter().rev().map(|chapter| &chapter.table);
        let name = tables.find_map(|table| table.names.get(&item).cloned());
        name.unwrap_or_else(|| id.to_string())
    }

    fn place_of(&self, id: &IndicatorId) -> TextSpan {
        let actuals = self.latest().into_iter().flat_map(|r| &r.actuals.0);
        let mut ids = actuals.map(|(found, _)| found);
        let found = ids.find(|found| found.value == *id);
        found.map_or(TextSpan::START, |found| found.span)
    }

    /// Figures that were recorded and are there no more, and the stage that took them out.
    fn withdrawn(&self) -> BTreeMap<IndicatorId, usize> {
        let mut withdrawn = BTreeMap::new();
        for pair in self.chapters.windows(2) {
            if self.chronicle.is_baseline(pair[1].order) {
                continue;
            }
            for id in values_of(pair[0].record) {
                if !values_of(pair[1].record).contains(&id) {
                    withdrawn.insert(id, pair[1].order);
                }
            }
        }
        let now = values_of(self.latest());
        withdrawn.retain(|id, _| !now.contains(id));
        withdrawn
    }
}

fn short(recorded: &Recorded) -> String {
    match &recorded.by {
        crate::model::RecordedBy::Commit(id) => short_commit(id.as_str()).to_owned(),
        crate::model::RecordedBy::WorkTree => "–".to_owned(),
    }
}

fn values_of(record: Option<&RawReport>) -> BTreeSet<IndicatorId> {
    let actuals = record.into_iter().flat_map(|record| &record.actuals.0);
    let with_value = actuals.filter(|(_, actual)| actual.value.value.is_some());
    with_value.map(|(id, _)| id.value.clone()).collect()
}

fn actual_of<'r>(record: &'r RawReport, id: &IndicatorId) -> Option<&'r RawActual> {
    let mut actuals = record.actuals.0.iter();
    let found = actuals.find(|(found, _)| found.value == *id);
    found.map(|(_, actual)| &actual.value)
}

fn value_key(id: &IndicatorId) -> TermKey {
    TermKey {
        item: Item::Indicator(id.clone()),
        term: Term::Value,
    }
}

/// `earlier` stand above it in the file.
fn declared(earlier: &[&RawRevision], revision: &RawRevision) -> Declared {
    let on = revision.date.value;
    let same_day = earlier.iter().filter(|other| other.date.value == on);
    Declared {
        on,
        place: same_day.count(),
        reason: revision.reason.value.0.clone(),
    }
}

/// A note that is added to a figure, or a figure where none was, is no change of what was said.
fn is_change(difference: &Difference, before: &Table) -> bool {
    let was_said = difference.before != Stated::Nothing;
    let has_value = before.entries.contains_key(&TermKey {
        item: difference.key.item.clone(),
        term: Term::Value,
    });
    was_said || (has_value && difference.key.term != Term::Value)
}

fn kind_of(difference: &Difference, revision: Option<&Declared>) -> EventKind {
    match (&difference.key.term, &difference.after, revision) {
        (Term::Value | Term::Absorbed, Stated::Nothing, _) => EventKind::Withdrawn,
        (Term::Value, _, Some(_)) => EventKind::Revised,
        (Term::Value | Term::Absorbed | Term::Reported, _, _) => EventKind::RevisedUndeclared,
        _ => EventKind::Remarked,
    }
}

/// Names and units of a contract's indicators and programmes.
#[derive(Default)]
struct Terms {
    names: BTreeMap<Item, String>,
    units: BTreeMap<Item, String>,
}

impl Terms {
    fn of(contract: &RawContract) -> Self {
        let signed = super::terms::signed(contract);
        let units = signed.entries.iter();
        let units = units.filter_map(|(key, entry)| match (&key.term, &entry.stated) {
            (Term::Unit, Stated::Word(unit)) => Some((key.item.clone(), unit.clone())),
            _ => None,
        });
        let units = units.collect();
        let amended = amendments(contract, &signed).into_values();
        let mut names = signed.names;
        amended.for_each(|stating| names.extend(stating.table.names));
        Self { units, names }
    }
}

fn table(record: &RawReport, terms: &Terms) -> Table {
    let mut table = Table {
        names: terms.names.clone(),
        ..Table::default()
    };
    let reported = &record.reported;
    table.add(
        &Item::Whole,
        Term::Reported,
        Stated::Day(reported.value),
        reported.span,
    );
    for (id, actual) in &record.actuals.0 {
        let item = Item::Indicator(id.value.clone());
        actual_entries(&item, &actual.value, terms.units.get(&item), &mut table);
    }
    for (id, amount) in &record.absorbed.0 {
        let item = Item::Program(id.value.clone());
        let stated = Stated::Number {
            value: amount.value,
            unit: Some("rupiah".into()),
        };
        table.add(&item, Term::Absorbed, stated, amount.span);
    }
    table
}

fn actual_entries(item: &Item, actual: &RawActual, unit: Option<&String>, table: &mut Table) {
    if let Some(value) = &actual.value {
        let stated = Stated::reported(&value.value, unit);
        table.add(item, Term::Value, stated, value.span);
    }
    let mut text = |term: Term, field: &Option<Sp<Markdown>>| {
        if let Some(field) = field {
            table.add(item, term, Stated::Text(field.value.0.clone()), field.span);
        }
    };
    text(Term::Unavailable, &actual.unavailable);
    text(Term::Note, &actual.note);
    text(Term::Obstacle, &actual.obstacle);
    text(Term::FollowUp, &actual.follow_up);
    text(Term::Response, &actual.response);
    if let Some(reported) = &actual.reported {
        day(item, reported, table);
    }
    if let Some(verification) = &actual.verification {
        let stated = Stated::Signed {
            by: verification.value.by.value.clone(),
            on: verification.value.date.value,
        };
        table.add(item, Term::Verification, stated, verification.span);
    }
    let evidence = actual.evidence.iter().map(|entry| document(&entry.value));
    list(item, Term::Evidence, evidence, table);
}

fn day(item: &Item, date: &Sp<Date>, table: &mut Table) {
    table.add(item, Term::Reported, Stated::Day(date.value), date.span);
}
