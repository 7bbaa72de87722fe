//! All evaluations: what is overdue, what comes, what was recorded; and the reporting deadlines.

use super::evaluation::Told;
use super::frame::{Frame, Heading};
use super::said::Said;
use super::scene::{Link, Scene};
use super::state::{Tag, class};
use super::tenure::{contract_of_line, day_of};
use crate::chart::Tone;
use crate::compute::{EvaluationState, Occurrence, OfficeReport, TenureScore};
use crate::format::Arg;
use crate::model::{Date, Quarter};
use crate::url::{self, Address, Subject};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

#[derive(Clone, Debug, Serialize)]
pub struct EvaluationsView {
    pub frame: Frame,
    pub title: String,
    pub lead: String,
    /// The longest overdue first.
    pub overdue: Vec<DayRow>,
    /// Evaluations and reporting deadlines, the next one first.
    pub upcoming: Vec<DayRow>,
    /// The latest first.
    pub held: Vec<DayRow>,
}

/// A day on which something is, was or should have been done.
#[derive(Clone, Debug, Serialize)]
pub struct DayRow {
    pub tone: &'static str,
    pub date: String,
    pub who: String,
    pub url: Option<String>,
    pub post: Said,
    pub what: Said,
    pub text: String,
    pub by_figures: Option<String>,
    pub tags: Vec<Tag>,
}

/// The few that the home page shows.
#[derive(Clone, Debug, Serialize)]
pub struct NextView {
    pub rows: Vec<DayRow>,
    /// "3 evaluasi lewat jatuh tempo", where any is.
    pub overdue: Option<String>,
    pub all: Link,
}

/// Where an evaluation belongs on the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Overdue,
    Upcoming,
    Held,
}

fn part(state: EvaluationState) -> Option<Part> {
    match state {
        EvaluationState::Overdue { .. }
        | EvaluationState::ExtensionOver { .. }
        | EvaluationState::Waiting { .. } => Some(Part::Overdue),
        EvaluationState::Upcoming { .. }
        | EvaluationState::DueToday
        | EvaluationState::Extended { .. } => Some(Part::Upcoming),
        EvaluationState::Held { .. } | EvaluationState::Missed { .. } => Some(Part::Held),
        EvaluationState::NotApplicable { .. } => None,
    }
}

/// Every evaluation with its tenure and the day it is sorted by.
fn all_evaluations<'a>(
    scene: &Scene<'a>,
) -> impl Iterator<Item = (Date, &'a TenureScore, &'a Occurrence)> {
    evaluations_of(scene, scene.score.tenures.values().flatten())
}

/// Those of `tenures`, as [`all_evaluations`] gives them.
pub(super) fn evaluations_of<'a>(
    scene: &Scene<'a>,
    tenures: impl IntoIterator<Item = &'a TenureScore>,
) -> impl Iterator<Item = (Date, &'a TenureScore, &'a Occurrence)> {
    let (score, register) = (scene.score, scene.register);
    let tenures = tenures.into_iter();
    let all = tenures.flat_map(|t| t.occurrences.iter().map(move |o| (t, o)));
    all.map(move |(tenure, occurrence)| {
        let recorded = occurrence.records(register).last().map(|r| r.date);
        let day = occurrence.awaited().or(recorded).or(occurrence.due);
        (day.unwrap_or(score.today), tenure, occurrence)
    })
}

fn of_part<'a>(scene: &Scene<'a>, wanted: Part) -> Vec<(Date, &'a TenureScore, &'a Occurrence)> {
    let mut found: Vec<_> = all_evaluations(scene)
        .filter(|(_, _, o)| part(o.state) == Some(wanted))
        .collect();
    found.sort_by_key(|(day, tenure, _)| (*day, &tenure.person, tenure.place));
    found
}

fn row(scene: &Scene<'_>, day: Date, tenure: &TenureScore, occurrence: &Occurrence) -> DayRow {
    let told = Told { scene, occurrence };
    let contract = contract_of_line(scene, tenure);
    let page = scene.link(Subject::OfficialYear(
        tenure.person.clone(),
        contract.id.year,
    ));
    let anchor = url::tenure_anchor(&contract.id);
    let held = tenure.tenure(scene.register);
    DayRow {
        tone: class(told.tone()),
        date: scene.words.date(day),
        who: scene.person_name(&scene.register.people[&tenure.person]),
        url: Some(format!("{page}#{anchor}")),
        post: scene.post_title(held.capacity, &held.post),
        what: told.name(),
        // An upcoming day is said by its date and its tag.
        text: match occurrence.state {
            EvaluationState::Upcoming { .. } | EvaluationState::DueToday => String::new(),
            _ => told.sentence(),
        },
        by_figures: told
            .by_figures_sentence()
            .filter(|_| day_of(scene, occurrence) <= scene.score.today),
        tags: told.tags(),
    }
}

/// A deadline that has not passed: of which quarter, on which day, for how many contracts.
fn deadlines(scene: &Scene<'_>) -> BTreeMap<(Date, Quarter), usize> {
    let mut deadlines = BTreeMap::new();
    let reports = scene.score.contracts.values().flat_map(|c| &c.reports);
    for (quarter, report) in reports {
        if let OfficeReport::NotDue {
            deadline: Some(day),
        } = report
        {
            *deadlines.entry((*day, *quarter)).or_default() += 1;
        }
    }
    deadlines
}

fn deadline_row(scene: &Scene<'_>, day: Date, quarter: Quarter, contracts: usize) -> DayRow {
    let words = &scene.words;
    let days = (day - scene.score.today).num_days();
    let (name, date) = (words.quarter(quarter), words.date(day));
    let has_page = quarter.start() <= scene.score.today;
    DayRow {
        tone: class(Tone::Neutral),
        who: name.clone(),
        url: has_page.then(|| scene.link(Subject::Quarter(quarter))),
        post: Said::own(words.say(
            "deadline_contracts",
            &[("count", (contracts as u64).into())],
        )),
        what: Said::own(words.text("fact_deadline")),
        text: words.say("deadline_text", &[("date", Arg::from(&date))]),
        by_figures: None,
        tags: vec![Tag {
            tone: class(Tone::Neutral),
            mark: "○",
            text: match days {
                0 => words.text("evaluation_today"),
                _ => words.say(
                    "evaluation_upcoming",
                    &[("days", days.unsigned_abs().into())],
                ),
            },
        }],
        date,
    }
}

/// Evaluations and deadlines to come, the next one first.
fn upcoming(scene: &Scene<'_>) -> Vec<DayRow> {
    let evaluations = of_part(scene, Part::Upcoming).into_iter();
    let evaluations = evaluations.map(|(day, t, o)| (day, row(scene, day, t, o)));
    let deadlines = deadlines(scene).into_iter();
    let deadlines = deadlines.map(|((day, q), n)| (day, deadline_row(scene, day, q, n)));
    let mut all: Vec<(Date, DayRow)> = deadlines.chain(evaluations).collect();
    all.sort_by_key(|(day, _)| *day);
    all.into_iter().map(|(_, row)| row).collect()
}

impl EvaluationsView {
    pub(super) fn new(scene: &Scene<'_>) -> Self {
        let words = &scene.words;
        let (title, lead) = (
            words.text("nav_evaluations"),
            words.text("evaluations_lead"),
        );
        let address = Address::new(words.language(), Subject::Evaluations);
        let heading = Heading {
            title: title.clone(),
            description: lead.clone(),
            crumbs: Vec::new(),
        };
        let rows = |found: Vec<(Date, &TenureScore, &Occurrence)>| -> Vec<DayRow> {
            let found = found.into_iter();
            found.map(|(day, t, o)| row(scene, day, t, o)).collect()
        };
        let mut held = of_part(scene, Part::Held);
        held.sort_by_key(|(day, ..)| Reverse(*day));
        Self {
            frame: Frame::new(scene, &address, heading),
            title,
            lead,
            overdue: rows(of_part(scene, Part::Overdue)),
            upcoming: upcoming(scene),
            held: rows(held),
        }
    }
}

/// How many entries the home page shows.
const NEXT: usize = 5;

impl NextView {
    /// The next few evaluations and deadlines; `None` where nothing is expected at all.
    pub(super) fn new(scene: &Scene<'_>) -> Option<Self> {
        let mut rows = upcoming(scene);
        rows.truncate(NEXT);
        let overdue = of_part(scene, Part::Overdue).len();
        if rows.is_empty() && overdue == 0 {
            return None;
        }
        let count = [("count", Arg::Count(overdue as u64))];
        Some(Self {
            rows,
            overdue: (overdue > 0).then(|| scene.words.say("evaluations_overdue_count", &count)),
            all: Link::own(
                scene.words.text("evaluations_all"),
                scene.link(Subject::Evaluations),
            ),
        })
    }
}
