//! The record: what the history of the sources means.
//!
//! Owns what was promised first, what was changed later and whether anybody said so, and when each
//! figure was recorded. It puts all of this into the register, where pages and figures look for
//! it, and keeps the events for the register of changes. It never runs git, never reads a file and
//! never asks the clock; it accuses nobody where the history does not reach.

mod amendments;
mod decisions;
mod event;
mod fold;
mod holders;
mod identity;
mod line;
mod promise;
mod reports;
mod rules;
mod stated;
mod terms;

#[cfg(test)]
mod tests;

pub use event::{Change, Declared, Event, EventGroup, EventKind, EventSubject};
pub use stated::Stated;
pub use terms::{Item, Term, TermKey};

use crate::model::{CommitId, ContractId, Date, PersonId, Quarter, Recorded, RecordedBy, Register};
use crate::parse::place::SITE;
use crate::parse::reader::NONE;
use crate::parse::site::RawSite;
use crate::parse::{Raw, read_record};
use crate::problem::{self, Problem, code};
use crate::source::{Commit, History, Past, Sources, TextSpan, Version, WhyUnknown};
use chrono::NaiveTime;
use std::collections::{BTreeMap, BTreeSet};

/// What the history says of a site.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    pub reach: Reach,
    /// Oldest first.
    pub events: Vec<Event>,
    /// Every commit of the history, by its id.
    pub commits: BTreeMap<CommitId, Commit>,
    /// What last touched each file, by its path below `content/`.
    latest: BTreeMap<String, Recorded>,
    /// Places among the events.
    of_contract: BTreeMap<ContractId, Vec<usize>>,
    of_person: BTreeMap<PersonId, Vec<usize>>,
    former: Former,
}

/// What contracts and people were called before, by what they are called now.
#[derive(Clone, Debug, Default, PartialEq)]
struct Former {
    contracts: BTreeMap<ContractId, Vec<ContractId>>,
    people: BTreeMap<PersonId, Vec<PersonId>>,
}

/// How far back changes are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// What came after this day (`catatan_sejak`) is told; what stood there then is the baseline.
    Since(Date),
    Nothing(WhyUnknown),
}

/// A site with its record.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// With what was promised in the place of what was silently changed.
    pub register: Register,
    pub record: Record,
    /// Violations of the record, and what weighs less.
    pub problems: Vec<Problem>,
}

impl Record {
    /// A record of nothing.
    pub fn of_nothing(why: WhyUnknown) -> Self {
        Self {
            reach: Reach::Nothing(why),
            events: Vec::new(),
            commits: BTreeMap::new(),
            latest: BTreeMap::new(),
            of_contract: BTreeMap::new(),
            of_person: BTreeMap::new(),
            former: Former::default(),
        }
    }

    fn new(since: Date, findings: Findings, history: &History) -> Self {
        let events = findings.events;
        let of_contract = places(&events, |event| match &event.subject {
            EventSubject::Contract(id) | EventSubject::Report(id, _) => Some(id.clone()),
            EventSubject::Tenure(..) | EventSubject::Rules(_) => None,
        });
        let commits = history.commits.iter();
        let commits = commits.map(|commit| (CommitId::new(&commit.id), commit.clone()));
        Self {
            reach: Reach::Since(since),
            of_contract,
            of_person: places(&events, |event| event.person.clone()),
            events,
            commits: commits.collect(),
            latest: findings.latest,
            former: findings.former,
        }
    }

    /// What this contract was called before.
    pub fn former_contracts(&self, now: &ContractId) -> &[ContractId] {
        self.former.contracts.get(now).map_or(&[], Vec::as_slice)
    }

    /// What this person's file was called before.
    pub fn former_people(&self, now: &PersonId) -> &[PersonId] {
        self.former.people.get(now).map_or(&[], Vec::as_slice)
    }

    /// What happened to a contract and its reports, latest first.
    pub fn of_contract(&self, id: &ContractId) -> impl Iterator<Item = &Event> {
        self.placed(self.of_contract.get(id))
    }

    /// What happened to anything of a person's, latest first.
    pub fn of_person(&self, id: &PersonId) -> impl Iterator<Item = &Event> {
        self.placed(self.of_person.get(id))
    }

    /// The places among [`Self::events`], from 0, of all that happened to these contracts and their reports or to anything of
    /// these people's.
    pub fn places_of<'i>(
        &self,
        contracts: impl IntoIterator<Item = &'i ContractId>,
        people: impl IntoIterator<Item = &'i PersonId>,
    ) -> BTreeSet<usize> {
        let of_contracts = contracts
            .into_iter()
            .filter_map(|id| self.of_contract.get(id));
        let of_people = people.into_iter().filter_map(|id| self.of_person.get(id));
        of_contracts.chain(of_people).flatten().copied().collect()
    }

    fn placed<'r>(&'r self, places: Option<&'r Vec<usize>>) -> impl Iterator<Item = &'r Event> {
        let places = places.into_iter().flatten().rev();
        places.map(|place| &self.events[*place])
    }

    /// What last touched one of these files.
    pub fn latest<'p>(&self, paths: impl IntoIterator<Item = &'p str>) -> Option<&Recorded> {
        let touched = paths.into_iter().filter_map(|path| self.latest.get(path));
        touched.max_by_key(|recorded| {
            let commit = self.commit(recorded);
            // What is not committed comes after every commit.
            commit.map_or((1, None), |commit| (0, Some(commit.at)))
        })
    }

    /// The commit that recorded something; `None` for what is not committed yet.
    pub fn commit(&self, recorded: &Recorded) -> Option<&Commit> {
        match &recorded.by {
            RecordedBy::Commit(id) => self.commits.get(id),
            RecordedBy::WorkTree => None,
        }
    }
}

/// Reads the history of a checked site. `today` stands for the day of what is not committed yet.
pub fn record(raw: &Raw, sources: &Sources, register: Register, past: &Past, today: Date) -> Told {
    let history = match past {
        Past::Known(history) => history,
        Past::Unknown(why) => return untold(register, *why),
    };
    let Some(since) = recorded_since(history, &register) else {
        return untold(register, WhyUnknown::NotAsked);
    };
    let mut findings = findings(&Chronicle::new(
        raw, sources, history, &register, since, today,
    ));
    let mut problems = std::mem::take(&mut findings.problems);
    problems.extend(since_was_moved(raw, &register, since));
    problem::sort(&mut problems);
    Told {
        register: fold::fold(raw, register, &findings.promises, &findings.reports),
        record: Record::new(since, findings, history),
        problems,
    }
}

/// Everything that the history says.
struct Findings {
    promises: BTreeMap<ContractId, promise::Promise>,
    reports: BTreeMap<(ContractId, Quarter), reports::ReportRecord>,
    /// Oldest first.
    events: Vec<Event>,
    problems: Vec<Problem>,
    latest: BTreeMap<String, Recorded>,
    former: Former,
}

fn findings(chronicle: &Chronicle<'_>) -> Findings {
    let contracts = line::contract_lines(chronicle);
    let mut ledger = Ledger::default();
    let promises = promise::promises(chronicle, &contracts, &mut ledger);
    let reports = reports::report_lines(chronicle, &contracts, &mut ledger);
    decisions::decisions(chronicle, &contracts, &mut ledger);
    holders::holders(chronicle, &mut ledger);
    rules::rules(chronicle, &mut ledger);
    let Ledger {
        mut events,
        problems,
    } = ledger;
    for event in &mut events {
        as_called_now(event, &chronicle.identities);
    }
    events.sort_by(|a, b| (a.order, &a.subject, a.kind).cmp(&(b.order, &b.subject, b.kind)));
    Findings {
        promises,
        reports,
        events,
        problems,
        latest: latest(chronicle),
        former: former(&contracts, &chronicle.identities),
    }
}

/// Whoever an event concerned then is to be found under the name that the file has now.
fn as_called_now(event: &mut Event, identities: &identity::Identities) {
    event.person = event.person.take().map(|id| identities.person_now(&id));
    event.post = event.post.take().map(|id| identities.post_now(&id));
}

fn former(contracts: &line::ContractLines<'_>, identities: &identity::Identities) -> Former {
    let mut former = Former::default();
    for (place, line) in contracts.lines.iter().enumerate() {
        let ids = contracts.paths(place).iter();
        let ids: Vec<ContractId> = ids.filter(|id| *id != line.id()).cloned().collect();
        if !ids.is_empty() {
            former.contracts.insert(line.id().clone(), ids);
        }
    }
    for (before, now) in identities.people() {
        former.people.entry(now).or_default().push(before);
    }
    former
}

fn places<K: Ord>(events: &[Event], key: impl Fn(&Event) -> Option<K>) -> BTreeMap<K, Vec<usize>> {
    let mut places: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for (place, event) in events.iter().enumerate() {
        if let Some(key) = key(event) {
            places.entry(key).or_default().push(place);
        }
    }
    places
}

/// What last touched each file: its last commit, or the work tree where it differs from that.
fn latest(chronicle: &Chronicle<'_>) -> BTreeMap<String, Recorded> {
    let committed = chronicle.history.files.iter();
    let mut latest: BTreeMap<String, Recorded> = committed
        .filter_map(|(path, versions)| {
            let version = versions.last()?;
            Some((path.clone(), chronicle.recorded(version.commit)))
        })
        .collect();
    let uncommitted = chronicle.history.uncommitted.iter();
    let uncommitted = uncommitted.filter_map(|path| path.strip_prefix("content/"));
    let now = chronicle.recorded(chronicle.work_tree());
    latest.extend(uncommitted.map(|path| (path.to_owned(), now.clone())));
    latest
}

fn untold(register: Register, why: WhyUnknown) -> Told {
    Told {
        register,
        record: Record::of_nothing(why),
        problems: Vec::new(),
    }
}

/// The earliest day that `catatan_sejak` ever named: a later one, or none, would make a new
/// baseline of what was changed meanwhile. What was put right on the day it was committed was
/// never in force.
fn recorded_since(history: &History, register: &Register) -> Option<Date> {
    let versions = history.files.get(SITE).map_or(&[][..], Vec::as_slice);
    let day = |version: &Version| {
        let at = history.commits[version.commit].at;
        at.with_timezone(&register.site.time_zone).date_naive()
    };
    let lasting = versions.iter().enumerate().filter(|(place, version)| {
        let next = versions.get(place + 1);
        next.is_none_or(|next| day(next) != day(version))
    });
    let texts = lasting.filter_map(|(_, version)| version.text());
    let sites = texts.filter_map(|bytes| read_record::<RawSite>(SITE, bytes));
    let before = sites.filter_map(|site| site.recorded_since.map(|date| date.value));
    before.chain(register.site.recorded_since).min()
}

/// That nothing is recorded of the contracts of a site although it stands in a repository, as of
/// `today`: `None` where there is nothing to record, or where people and figures are made up.
pub fn not_recorded(register: &Register, today: Date) -> Option<Problem> {
    let site = &register.site;
    if site.recorded_since.is_some() || site.sample_data || register.contracts.is_empty() {
        return None;
    }
    let problem = Problem::warning(code::NOT_RECORDED, SITE, TextSpan::START);
    Some(problem.with("date", today.to_string()))
}

/// `catatan_sejak` was moved or taken out.
fn since_was_moved(raw: &Raw, register: &Register, since: Date) -> Option<Problem> {
    if register.site.recorded_since == Some(since) {
        return None;
    }
    let site = raw.site.as_ref().and_then(|parsed| parsed.record.as_ref());
    let place = site.and_then(|site| site.recorded_since.as_ref());
    let span = place.map_or(TextSpan::START, |date| date.span);
    let problem = Problem::violation(code::BASELINE_MOVED, SITE, span);
    Some(problem.with("date", since.to_string()))
}

/// What is found, as it is found.
#[derive(Debug, Default)]
struct Ledger {
    events: Vec<Event>,
    problems: Vec<Problem>,
}

/// What everything here looks at.
struct Chronicle<'a> {
    raw: &'a Raw,
    sources: &'a Sources,
    history: &'a History,
    register: &'a Register,
    /// The day whose end is the baseline.
    since: Date,
    today: Date,
    /// Each commit's day in the government's time zone.
    days: Vec<Date>,
    identities: identity::Identities,
}

impl<'a> Chronicle<'a> {
    fn new(
        raw: &'a Raw,
        sources: &'a Sources,
        history: &'a History,
        register: &'a Register,
        since: Date,
        today: Date,
    ) -> Self {
        let zone = register.site.time_zone;
        // A clock that runs ahead records nothing in the future.
        let day = |commit: &Commit| commit.at.with_timezone(&zone).date_naive().min(today);
        Self {
            raw,
            sources,
            history,
            register,
            since,
            today,
            days: history.commits.iter().map(day).collect(),
            identities: identity::Identities::of(history),
        }
    }

    /// When the stage `order` came to be: a place among the commits, or, after all of them, the
    /// work tree.
    fn recorded(&self, order: usize) -> Recorded {
        match self.history.commits.get(order) {
            Some(commit) => Recorded {
                on: self.days[order],
                by: RecordedBy::Commit(CommitId::new(&commit.id)),
            },
            None => Recorded {
                on: self
                    .today
                    .max(self.days.last().copied().unwrap_or(self.today)),
                by: RecordedBy::WorkTree,
            },
        }
    }

    /// The stage of what is not committed.
    fn work_tree(&self) -> usize {
        self.history.commits.len()
    }

    fn day(&self, order: usize) -> Date {
        self.recorded(order).on
    }

    /// The commit of a stage as people write it; [`NONE`] for the work tree.
    fn short(&self, order: usize) -> String {
        let commit = self.history.commits.get(order);
        commit.map_or_else(|| NONE.to_owned(), |commit| commit.short().to_owned())
    }

    /// Whether a stage belongs to the baseline, of which nothing is told: the work tree too, as long
    /// as a commit of it would.
    fn is_baseline(&self, order: usize) -> bool {
        self.day(order) <= self.since
    }

    fn event(&self, order: usize, subject: EventSubject, kind: EventKind) -> Event {
        let at = self.history.commits.get(order).map(|commit| commit.at);
        let recorded = self.recorded(order);
        let noon = || recorded.on.and_time(NaiveTime::MIN).and_utc();
        Event {
            order,
            at: at.unwrap_or_else(noon),
            recorded,
            subject,
            kind,
            person: None,
            post: None,
            changes: Vec::new(),
            declared: None,
        }
    }
}
