//! What a contract promised first, and what became of it.
//!
//! It is what the contract held at the end of the day of signature, or when it was first
//! committed, if later, or at the end of the baseline, if later still; `docs/decisions/0003`.

use super::amendments::{AmendmentKey, Stating, amendments};
use super::event::{Change, Declared, Event, EventKind, EventSubject};
use super::line::{ContractLine, ContractLines, Held};
use super::stated::Stated;
use super::terms::{Difference, Item, Table, Term, TermKey, signed};
use super::{Chronicle, Ledger};
use crate::model::{AmendmentKind, ContractId, Recorded};
use crate::parse::contract::RawContract;
use crate::parse::place::contract_file;
use crate::parse::reader::NONE;
use crate::problem::{Code, Problem, code};
use crate::source::TextSpan;
use std::collections::BTreeMap;

/// One contract's promise, and what stands against it.
#[derive(Clone, Debug)]
pub(super) struct Promise {
    /// As it was first promised.
    pub record: RawContract,
    /// When the repository first held the contract, unless that belongs to the baseline.
    pub recorded: Option<Recorded>,
    /// What the file says otherwise now, without having declared it.
    pub standing: Vec<Standing>,
    /// When each amendment was first recorded, unless it belongs to the baseline.
    pub amendments: BTreeMap<AmendmentKey, Recorded>,
}

/// A change that nobody declared and that still stands.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    pub key: TermKey,
    pub since: Recorded,
}

/// The promises of all contracts that are there now.
pub(super) fn promises(
    chronicle: &Chronicle<'_>,
    lines: &ContractLines<'_>,
    ledger: &mut Ledger,
) -> BTreeMap<ContractId, Promise> {
    let lines = lines.lines.iter();
    lines
        .filter_map(|line| {
            let story = Story::new(chronicle, line)?;
            let promise = story.tell(ledger);
            (!line.is_gone()).then(|| (line.id().clone(), promise))
        })
        .collect()
}

/// One version of a contract, in both its parts.
struct Chapter<'a> {
    /// Its place among the stages.
    stage: usize,
    order: usize,
    record: &'a RawContract,
    signed: Table,
    amendments: BTreeMap<AmendmentKey, Stating>,
}

impl Chapter<'_> {
    /// What an indicator or programme is called, as it was corrected last.
    fn name_of(&self, item: &Item) -> Option<String> {
        let mut amended = self.amendments.values().rev();
        let amended = amended.find_map(|stating| stating.table.names.get(item));
        amended.or_else(|| self.signed.names.get(item)).cloned()
    }
}

struct Story<'a> {
    chronicle: &'a Chronicle<'a>,
    line: &'a ContractLine<'a>,
    chapters: Vec<Chapter<'a>>,
    /// The place among the chapters of what was promised.
    promised: usize,
}

impl<'a> Story<'a> {
    /// `None` where no version could ever be read.
    fn new(chronicle: &'a Chronicle<'a>, line: &'a ContractLine<'a>) -> Option<Self> {
        let stages = line.stages.iter().enumerate();
        let chapters: Vec<Chapter<'a>> = stages
            .filter_map(|(stage, held)| {
                let record = held.held.record()?;
                let signed = chronicle.identities.in_table(signed(record));
                Some(Chapter {
                    stage,
                    order: held.order,
                    record,
                    amendments: amendments(record, &signed),
                    signed,
                })
            })
            .collect();
        let promised = promised(chronicle, &chapters)?;
        Some(Self {
            chronicle,
            line,
            chapters,
            promised,
        })
    }

    fn promised(&self) -> &Chapter<'a> {
        &self.chapters[self.promised]
    }

    fn tell(&self, ledger: &mut Ledger) -> Promise {
        for place in self.promised + 1..self.chapters.len() {
            self.tell_of_change(&self.chapters[place - 1], &self.chapters[place], ledger);
        }
        self.tell_of_files(ledger);
        let standing = self.standing();
        if self.line.is_gone() {
            let file = contract_file(self.line.id());
            let told = Problem::violation(code::CONTRACT_GONE, &file, TextSpan::START);
            let last = self.line.stages.last().map_or(0, |stage| stage.order);
            if !self.chronicle.is_baseline(last) && !self.is_unsigned(last) {
                ledger.problems.push(self.dated(told, last));
            }
        } else {
            self.accuse(&standing, ledger);
            self.accuse_of_altered_amendments(ledger);
        }
        Promise {
            record: self.promised().record.clone(),
            recorded: self.recorded(),
            standing: standing
                .into_iter()
                .map(|(difference, order)| Standing {
                    key: difference.key,
                    since: self.chronicle.recorded(order),
                })
                .collect(),
            amendments: self.recorded_amendments(),
        }
    }

    fn subject(&self) -> EventSubject {
        EventSubject::Contract(self.line.id().clone())
    }

    fn event(&self, order: usize, kind: EventKind) -> Event {
        let record = self.promised().record;
        Event {
            person: Some(record.person.value.clone()),
            post: Some(record.post.value.clone()),
            ..self.chronicle.event(order, self.subject(), kind)
        }
    }

    /// What one version made of the one before it.
    fn tell_of_change(&self, before: &Chapter<'_>, after: &Chapter<'_>, ledger: &mut Ledger) {
        if self.chronicle.is_baseline(after.order) {
            return;
        }
        let differences = before.signed.differences(&after.signed);
        let (promised, remarks): (Vec<_>, Vec<_>) = differences
            .into_iter()
            .partition(|difference| difference.key.term.is_promised());
        let is_back = |difference: &Difference| {
            let first = self.promised().signed.stated(&difference.key);
            difference.after.means(&first)
        };
        let (back, undeclared): (Vec<_>, Vec<_>) = promised.into_iter().partition(is_back);
        let names = |item: &Item| after.name_of(item).or_else(|| before.name_of(item));
        let mut push = |kind: EventKind, differences: Vec<Difference>| {
            if !differences.is_empty() {
                let mut event = self.event(after.order, kind);
                event.changes = changes(differences, &names);
                ledger.events.push(event);
            }
        };
        push(EventKind::Undeclared, undeclared);
        push(EventKind::Restored, back);
        push(EventKind::Remarked, remarks);
        self.tell_of_amendments(before, after, ledger);
    }

    fn tell_of_amendments(&self, before: &Chapter<'_>, after: &Chapter<'_>, ledger: &mut Ledger) {
        for (key, stating) in &after.amendments {
            match before.amendments.get(key) {
                None => {
                    let event = self.declared(*key, stating, after);
                    ledger.events.push(event);
                }
                Some(earlier) => self.tell_of_altered(*key, earlier, stating, after, ledger),
            }
        }
        for (key, stating) in &before.amendments {
            if !after.amendments.contains_key(key) && !self.is_draft(*key, after.order) {
                let mut event = self.event(after.order, EventKind::AmendmentAltered);
                let gone = stating.terms().differences_of_terms(&Table::default());
                event.changes = changes(gone, &|item| before.name_of(item));
                event.declared = Some(declared(*key, stating));
                ledger.events.push(event);
            }
        }
    }

    fn declared(&self, key: AmendmentKey, stating: &Stating, after: &Chapter<'_>) -> Event {
        let kind = match key.kind() {
            AmendmentKind::Correction => EventKind::Corrected,
            AmendmentKind::Amendment | AmendmentKind::Undeclared => EventKind::Amended,
        };
        let mut event = self.event(after.order, kind);
        let before = self.in_force_before(key, after);
        let mut now = before.clone();
        now.overlay(&stating.terms());
        let names = |item: &Item| name_of(item, &[&now, &before]);
        event.changes = changes(before.differences_of_terms(&now), &names);
        event.declared = Some(declared(key, stating));
        event
    }

    /// What was in force when an amendment came: the promise with every earlier one.
    fn in_force_before(&self, key: AmendmentKey, chapter: &Chapter<'_>) -> Table {
        let mut table = self.promised().signed.clone();
        for (_, earlier) in chapter.amendments.range(..key) {
            table.overlay(&earlier.terms());
        }
        table
    }

    fn tell_of_altered(
        &self,
        key: AmendmentKey,
        before: &Stating,
        after: &Stating,
        chapter: &Chapter<'_>,
        ledger: &mut Ledger,
    ) {
        let differences = before.table.differences_of_terms(&after.table);
        if differences.is_empty() || self.is_draft(key, chapter.order) {
            return;
        }
        let alters_terms = differences.iter().any(|d| d.key.term.is_promised());
        let kind = if alters_terms {
            EventKind::AmendmentAltered
        } else {
            EventKind::Remarked
        };
        let mut event = self.event(chapter.order, kind);
        event.changes = changes(differences, &|item| chapter.name_of(item));
        event.declared = Some(declared(key, after));
        ledger.events.push(event);
    }

    /// Up to the end of the day of signature a contract may be thrown away.
    fn is_unsigned(&self, order: usize) -> bool {
        self.chronicle.day(order) <= self.promised().record.signed.value
    }

    /// Up to the end of its own day an amendment may still be written.
    fn is_draft(&self, key: AmendmentKey, order: usize) -> bool {
        self.chronicle.day(order) <= key.date
    }

    /// The file was removed, came back, or has another name.
    fn tell_of_files(&self, ledger: &mut Ledger) {
        let from = self.promised().stage;
        let stages = &self.line.stages;
        for place in from + 1..stages.len() {
            let (before, after) = (&stages[place - 1], &stages[place]);
            if self.chronicle.is_baseline(after.order) {
                continue;
            }
            let was_gone = matches!(before.held, Held::Gone);
            let is_gone = matches!(after.held, Held::Gone);
            match (was_gone, is_gone) {
                (false, true) if self.is_unsigned(after.order) => {}
                (false, true) => ledger
                    .events
                    .push(self.event(after.order, EventKind::Removed)),
                (true, false) => ledger
                    .events
                    .push(self.event(after.order, EventKind::Returned)),
                _ => {}
            }
            let (old, new) = (&self.line.ids[place - 1], &self.line.ids[place]);
            if old != new {
                let mut event = self.event(after.order, EventKind::Renamed);
                event.changes.push(Change {
                    key: TermKey {
                        item: Item::Whole,
                        term: Term::File,
                    },
                    name: None,
                    before: Stated::Word(contract_file(old)),
                    after: Stated::Word(contract_file(new)),
                });
                ledger.events.push(event);
            }
        }
    }

    /// What reads otherwise now than it was promised, and which commit last made it so.
    fn standing(&self) -> Vec<(Difference, usize)> {
        let Some(now) = self.chapters.last() else {
            return Vec::new();
        };
        let differences = self.promised().signed.differences(&now.signed).into_iter();
        differences
            .filter(|difference| difference.key.term.is_promised())
            .map(|difference| {
                let order = self.blame(&difference.key, &difference.after);
                (difference, order)
            })
            .collect()
    }

    /// The stage from which on `key` has been what it is now.
    fn blame(&self, key: &TermKey, now: &Stated) -> usize {
        let later = self.chapters[self.promised + 1..].iter().rev();
        let since = later.take_while(|chapter| chapter.signed.stated(key).means(now));
        since
            .last()
            .map_or(self.promised().order, |chapter| chapter.order)
    }

    fn accuse(&self, standing: &[(Difference, usize)], ledger: &mut Ledger) {
        let Some(now) = self.chapters.last() else {
            return;
        };
        let file = contract_file(self.line.id());
        for (difference, order) in standing {
            let code = code_of(difference);
            let problem = Problem::violation(code, &file, now.signed.place(&difference.key));
            let item = &difference.key.item;
            let name = now.name_of(item).or_else(|| self.promised().name_of(item));
            let problem = problem
                .with("name", name.unwrap_or_else(|| NONE.to_owned()))
                .with("term", difference.key.term.key())
                .with("before", difference.before.raw())
                .with("after", difference.after.raw());
            ledger.problems.push(self.dated(problem, *order));
        }
    }

    /// Amendments that no longer say what they said when they were recorded.
    fn accuse_of_altered_amendments(&self, ledger: &mut Ledger) {
        let Some(now) = self.chapters.last() else {
            return;
        };
        let file = contract_file(self.line.id());
        for (key, (first, _)) in self.first_statements() {
            let Some(span) = altered(first, now.amendments.get(&key)) else {
                continue;
            };
            let order = self.last_statement_as(key, first);
            let problem = Problem::violation(code::AMENDMENT_ALTERED, &file, span);
            let problem = problem.with("date", key.date.to_string());
            ledger.problems.push(self.in_commit(problem, order));
        }
    }

    /// The stage at which an amendment stopped saying what it had said first.
    fn last_statement_as(&self, key: AmendmentKey, first: &Stating) -> usize {
        let later = self.chapters[self.promised..].iter();
        let mut said = false;
        for chapter in later {
            let same = chapter.amendments.get(&key).is_some_and(|stating| {
                first
                    .terms()
                    .differences_of_terms(&stating.terms())
                    .is_empty()
            });
            if said && !same {
                return chapter.order;
            }
            said |= same;
        }
        self.chronicle.work_tree()
    }

    /// What each amendment said when it was no draft any more, and at which stage.
    fn first_statements(&self) -> BTreeMap<AmendmentKey, (&Stating, usize)> {
        let mut first: BTreeMap<AmendmentKey, (&Stating, usize)> = BTreeMap::new();
        for chapter in &self.chapters[self.promised..] {
            for (key, stating) in &chapter.amendments {
                let is_new = !first.contains_key(key);
                let is_baseline = self.chronicle.is_baseline(chapter.order);
                if is_new || is_baseline || self.is_draft(*key, chapter.order) {
                    first.insert(*key, (stating, chapter.order));
                }
            }
        }
        first
    }

    fn recorded(&self) -> Option<Recorded> {
        let first = self.chapters.first()?;
        let is_told = !self.chronicle.is_baseline(first.order);
        is_told.then(|| self.chronicle.recorded(first.order))
    }

    fn recorded_amendments(&self) -> BTreeMap<AmendmentKey, Recorded> {
        let mut first: BTreeMap<AmendmentKey, usize> = BTreeMap::new();
        for chapter in &self.chapters {
            for key in chapter.amendments.keys() {
                first.entry(*key).or_insert(chapter.order);
            }
        }
        let told = first
            .into_iter()
            .filter(|(_, order)| !self.chronicle.is_baseline(*order));
        told.map(|(key, order)| (key, self.chronicle.recorded(order)))
            .collect()
    }

    fn dated(&self, problem: Problem, order: usize) -> Problem {
        let date = self.chronicle.day(order).to_string();
        self.in_commit(problem.with("date", date), order)
    }

    fn in_commit(&self, problem: Problem, order: usize) -> Problem {
        problem.with("commit", self.chronicle.short(order))
    }
}

/// Where an amendment says something else than `first`; `None` where it does not. One that is
/// gone stands nowhere.
fn altered(first: &Stating, now: Option<&Stating>) -> Option<TextSpan> {
    let Some(now) = now else {
        return Some(TextSpan::START);
    };
    let differences = first.terms().differences_of_terms(&now.terms());
    let difference = differences.first()?;
    let entry = now.table.entries.get(&difference.key);
    Some(entry.map_or(now.span, |entry| entry.span))
}

/// The place among the chapters of what was promised; `None` where there is none.
fn promised(chronicle: &Chronicle<'_>, chapters: &[Chapter<'_>]) -> Option<usize> {
    let fixed = |place: usize| {
        let (this, next) = (&chapters[place], chapters.get(place + 1));
        let signed = this.record.signed.value;
        let Some(next) = next else { return true };
        chronicle.day(next.order) > signed || chronicle.day(this.order) > signed
    };
    let by_signature = (0..chapters.len()).find(|place| fixed(*place))?;
    let in_baseline = chapters
        .iter()
        .rposition(|chapter| chronicle.is_baseline(chapter.order));
    Some(in_baseline.map_or(by_signature, |place| place.max(by_signature)))
}

fn code_of(difference: &Difference) -> Code {
    let is_presence = difference.key.term == Term::Presence;
    match (&difference.before, &difference.after) {
        (_, Stated::Nothing) if is_presence => code::UNDECLARED_REMOVAL,
        (Stated::Nothing, _) if is_presence => code::UNDECLARED_ADDITION,
        _ => code::UNDECLARED_CHANGE,
    }
}

fn name_of(item: &Item, tables: &[&Table]) -> Option<String> {
    tables
        .iter()
        .find_map(|table| table.names.get(item).cloned())
}

pub(super) fn changes(
    differences: Vec<Difference>,
    name: &dyn Fn(&Item) -> Option<String>,
) -> Vec<Change> {
    let changes = differences.into_iter();
    changes
        .map(|difference| Change {
            name: name(&difference.key.item),
            key: difference.key,
            before: difference.before,
            after: difference.after,
        })
        .collect()
}

fn declared(key: AmendmentKey, stating: &Stating) -> Declared {
    Declared {
        on: key.date,
        place: key.ordinal,
        reason: stating.reason.clone(),
    }
}
