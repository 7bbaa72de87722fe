//! What happened, and which of it a feed tells: the latest, chosen before anything is put into
//! words, since a site of ten thousand officials has some ten for each of them.

use super::name::{event_name, is_declared};
use crate::compute::{
    ContractScore, EvaluationState, IndicatorScore, Occurrence, OfficeReport, QuarterFact,
    QuarterReport, TenureScore,
};
use crate::model::{
    Actual, AmendmentKind, Contract, Date, Decision, IndicatorId, Quarter, Recorded, RecordedBy,
    Report, ReportedActual, beginning_of,
};
use crate::record::{Event, EventKind};
use crate::view::following::Followed;
use crate::view::scene::Scene;
use chrono::{DateTime, Utc};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Readers of a feed look for what is new; everything stands on the pages.
const MOST_ENTRIES: usize = 100;

/// The feed of a whole site asks all contracts, by several threads; that of an official has too few for a second one.
const CONTRACTS_AT_ONCE: usize = 256;

/// Something that happened.
#[derive(Clone, Copy, Debug)]
pub(super) struct Happening<'a> {
    /// The commit's moment where it is known, else the beginning of the day that the data name.
    pub published: DateTime<Utc>,
    /// Later than `published` where something was added to the same thing.
    pub updated: DateTime<Utc>,
    pub what: What<'a>,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum What<'a> {
    /// A quarter's report of a contract.
    Result(&'a Contract, Quarter),
    /// No report until after its deadline, whether or not one came since.
    Late(&'a Contract, Quarter, Date),
    /// By its place among the contract's amendments.
    Amendment(&'a Contract, usize),
    /// By its place among the figure's revisions.
    Revision(&'a Contract, Quarter, &'a IndicatorId, usize),
    /// Due on that day, for the first time or, after so many records, again.
    Due(&'a TenureScore, &'a Occurrence, Date, usize),
    /// By its place among the records of the evaluation.
    Decided(&'a TenureScore, &'a Occurrence, usize),
    /// What the history tells.
    Event(&'a Event),
}

impl<'a> Happening<'a> {
    fn once(at: DateTime<Utc>, what: What<'a>) -> Self {
        Self {
            published: at,
            updated: at,
            what,
        }
    }
}

pub(super) fn revisions<'a>(
    scene: &Scene<'a>,
    contract: &Contract,
    quarter: Quarter,
    indicator: &IndicatorId,
) -> &'a [crate::model::Revision] {
    let report = scene.register.reports.get(&(contract.id.clone(), quarter));
    let actual = report.and_then(|report| report.actuals.get(indicator));
    actual.map_or(&[], |actual| &actual.revisions)
}

/// The latest things that happened, latest first; those of one moment by their names.
pub(super) fn latest<'a>(followed: &Followed<'_, 'a>) -> Vec<Happening<'a>> {
    let mut all = happenings(followed);
    if all.len() > MOST_ENTRIES {
        // Names are made for those alone that may be among the latest.
        let by_moment = |one: &Happening<'_>| Reverse(one.updated);
        let (_, last, _) = all.select_nth_unstable_by_key(MOST_ENTRIES - 1, by_moment);
        let oldest = last.updated;
        all.retain(|one| one.updated >= oldest);
    }
    all.sort_by_cached_key(|one| (Reverse(one.updated), one.what.name(followed.scene)));
    all.truncate(MOST_ENTRIES);
    all
}

fn happenings<'a>(followed: &Followed<'_, 'a>) -> Vec<Happening<'a>> {
    let moments = Moments(followed.scene);
    let (mut all, told) = recorded(followed);
    let of_contract = |contract| {
        let mut all = Vec::new();
        moments.add_reports(contract, &mut all);
        moments.add_amendments(contract, &mut all);
        all
    };
    let contracts = followed.contracts().into_par_iter();
    let contracts = contracts.with_min_len(CONTRACTS_AT_ONCE);
    let mut by_register: Vec<Happening<'a>> = contracts.flat_map_iter(of_contract).collect();
    by_register.retain(|one| match one.what {
        What::Amendment(..) | What::Revision(..) if !told.is_empty() => {
            !told.contains(&one.what.name(followed.scene))
        }
        _ => true,
    });
    all.append(&mut by_register);
    for tenure in followed.tenures() {
        moments.add_evaluations(tenure, &mut all);
    }
    all
}

/// What the history tells, and by their names the declared changes among it. A revision that was
/// taken back and made again is one thing: the latest.
fn recorded<'a>(followed: &Followed<'_, 'a>) -> (Vec<Happening<'a>>, BTreeSet<String>) {
    let mut told = BTreeSet::new();
    let events = followed.events().into_iter();
    let once = events.filter(|event| {
        let is_declared = matches!(
            event.kind,
            EventKind::Amended | EventKind::Corrected | EventKind::Revised
        );
        !is_declared || told.insert(event_name(event))
    });
    let all = once.map(|event| Happening::once(event.at, What::Event(event)));
    (all.collect(), told)
}

/// When things happened.
struct Moments<'s, 'a>(&'s Scene<'a>);

impl<'a> Moments<'_, 'a> {
    fn today(&self) -> Date {
        self.0.score.today
    }

    fn day(&self, day: Date) -> DateTime<Utc> {
        beginning_of(day, self.0.register.site.time_zone)
    }

    /// `None` for what is saved and not committed, and for days to come.
    fn of(&self, recorded: Option<&Recorded>, day: Date) -> Option<DateTime<Utc>> {
        match recorded {
            Some(recorded) => match &recorded.by {
                RecordedBy::Commit(_) => self.0.record.commit(recorded).map(|commit| commit.at),
                RecordedBy::WorkTree => None,
            },
            None => (day <= self.today()).then(|| self.day(day)),
        }
    }

    fn add_reports(&self, contract: &'a Contract, all: &mut Vec<Happening<'a>>) {
        let scene = self.0;
        let score = scene.score_of(&contract.id);
        for (quarter, said) in &score.reports {
            let deadline = missed_deadline(scene, contract, score, *quarter, *said);
            all.extend(deadline.map(|deadline| {
                let at = self.day(deadline + chrono::Days::new(1));
                Happening::once(at, What::Late(contract, *quarter, deadline))
            }));
            if !matches!(said, OfficeReport::Reported { .. }) {
                continue;
            }
            let key = (contract.id.clone(), *quarter);
            if let Some(report) = scene.register.reports.get(&key) {
                all.extend(self.result(contract, report));
                self.add_revisions(contract, report, all);
            }
        }
    }

    /// A report, last added to when a figure came that it had not had, or another in its place.
    fn result(&self, contract: &'a Contract, report: &'a Report) -> Option<Happening<'a>> {
        let published = self.of(report.recorded.as_deref(), report.reported)?;
        let figures = report.actuals.values();
        let added = figures.flat_map(|actual| self.of_figure(report, actual));
        Some(Happening {
            published,
            updated: added.fold(published, Ord::max),
            what: What::Result(contract, report.quarter),
        })
    }

    fn of_figure(&self, report: &Report, actual: &ReportedActual) -> Vec<DateTime<Utc>> {
        let day = actual.reported.unwrap_or(report.reported);
        let first = self.of(actual.recorded.as_deref(), day);
        let revisions = actual.revisions.iter();
        let revised = revisions.filter_map(|r| self.of(r.recorded.as_ref(), r.date));
        first.into_iter().chain(revised).collect()
    }

    fn add_revisions(
        &self,
        contract: &'a Contract,
        report: &'a Report,
        all: &mut Vec<Happening<'a>>,
    ) {
        for (indicator, actual) in &report.actuals {
            let revisions = actual.revisions.iter().enumerate();
            let has_value = matches!(actual.actual, Actual::Reported(_));
            for (at, revision) in revisions.filter(|(_, r)| has_value && is_declared(&r.ground)) {
                let moment = self.of(revision.recorded.as_ref(), revision.date);
                let what = What::Revision(contract, report.quarter, indicator, at);
                all.extend(moment.map(|moment| Happening::once(moment, what)));
            }
        }
    }

    fn add_amendments(&self, contract: &'a Contract, all: &mut Vec<Happening<'a>>) {
        let amendments = contract.amendments.iter().enumerate();
        let declared = amendments.filter(|(_, a)| a.kind != AmendmentKind::Undeclared);
        for (at, amendment) in declared {
            let moment = self.of(amendment.recorded.as_ref(), amendment.date);
            let what = What::Amendment(contract, at);
            all.extend(moment.map(|moment| Happening::once(moment, what)));
        }
    }

    fn add_evaluations(&self, tenure: &'a TenureScore, all: &mut Vec<Happening<'a>>) {
        let register = self.0.register;
        for occurrence in &tenure.occurrences {
            if matches!(occurrence.state, EvaluationState::NotApplicable { .. }) {
                continue;
            }
            let due = due_days(self.0, tenure, occurrence).into_iter().enumerate();
            all.extend(due.filter_map(|(earlier, day)| {
                let what = What::Due(tenure, occurrence, day?, earlier);
                Some(Happening::once(self.day(day?), what))
            }));
            let records = occurrence.records(register).enumerate();
            all.extend(records.map(|(at, record)| {
                let what = What::Decided(tenure, occurrence, at);
                Happening::once(self.day(record.date), what)
            }));
        }
    }
}

/// The days on which an evaluation became due with nothing decided: the one that the rules
/// prescribe, and after each record that puts it off the one that it names. `None` where something
/// was recorded before, the official had left, or the day is still to come.
fn due_days(scene: &Scene<'_>, tenure: &TenureScore, occurrence: &Occurrence) -> Vec<Option<Date>> {
    let records: Vec<_> = occurrence.records(scene.register).collect();
    let left = tenure.tenure(scene.register).ended;
    let came = |day: Date, later: Option<Date>| {
        let is_open = later.is_none_or(|later| later >= day) && left.is_none_or(|left| left >= day);
        (day <= scene.score.today && is_open).then_some(day)
    };
    let first = records.first().map(|record| record.date);
    let prescribed = occurrence.due.and_then(|day| came(day, first));
    let put_off = records.iter().enumerate().map(|(at, record)| {
        let later = records.get(at + 1).map(|later| later.date);
        match record.decision {
            Some(Decision::Extended { until }) => came(until, later),
            _ => None,
        }
    });
    [prescribed].into_iter().chain(put_off).collect()
}

/// The deadline that passed without a report of `quarter`, whether or not one came since: that of
/// the commitment which was due first.
fn missed_deadline(
    scene: &Scene<'_>,
    contract: &Contract,
    score: &ContractScore,
    quarter: Quarter,
    said: OfficeReport,
) -> Option<Date> {
    let came = match said {
        OfficeReport::Reported { on, .. } => Some(on),
        OfficeReport::Late { .. } => None,
        OfficeReport::NotDue { .. } | OfficeReport::NoDeadline | OfficeReport::NotAsked => {
            return None;
        }
    };
    let reporting = scene.register.regime_of(contract).reporting;
    if !contract.expects_report(quarter, reporting) {
        return None;
    }
    let deadlines = awaited(score, quarter).filter_map(|(_, fact)| fact.deadline);
    let missed = deadlines
        .filter(|deadline| *deadline < scene.score.today)
        .filter(|deadline| came.is_none_or(|on| on > *deadline));
    missed.min()
}

/// The commitments of which `quarter` asks for a figure, with what is known of it.
pub(super) fn awaited(
    score: &ContractScore,
    quarter: Quarter,
) -> impl Iterator<Item = (&IndicatorScore, &QuarterFact)> {
    let facts = score.indicators.iter().filter_map(move |indicator| {
        let mut facts = indicator.quarters.iter();
        Some((indicator, facts.find(|fact| fact.quarter == quarter)?))
    });
    facts.filter(move |(indicator, fact)| {
        let is_asked = fact.has_target() || quarter == indicator.final_quarter;
        is_asked && fact.report != QuarterReport::NotAsked
    })
}
