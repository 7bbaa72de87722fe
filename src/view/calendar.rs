//! The events of a calendar file: evaluations and reporting deadlines of whom it follows.
//!
//! An event is known by what it is, never by its day: when a date is corrected, the subscriber's
//! event moves.

use super::evaluation::Told;
use super::evaluations::evaluations_of;
use super::following::Followed;
use super::scene::Scene;
use super::tenure::contract_of_line;
use crate::compute::{
    EvaluationState, IndicatorScore, Occurrence, OfficeReport, QuarterFact, QuarterReport,
    TenureScore,
};
use crate::format::{Arg, MessageError};
use crate::model::{Contract, Date, Quarter, Regime, RegimeId, Span};
use crate::url::{self, Address, Following, Subject};
use std::collections::BTreeMap;

/// A calendar of whole days.
#[derive(Clone, Debug)]
pub struct CalendarView {
    pub name: String,
    pub about: String,
    /// The day it is made for.
    pub today: Date,
    /// Absolute addresses of the file and of the page that it follows.
    pub own_url: String,
    pub page_url: String,
    /// By day.
    pub events: Vec<EventView>,
    /// Said where there is no event at all.
    pub nothing: String,
}

/// One day of it.
#[derive(Clone, Debug)]
pub struct EventView {
    /// The same for the same event, whatever else changes.
    pub uid: String,
    pub date: Date,
    pub summary: String,
    pub description: String,
    /// Absolute.
    pub url: String,
    /// How many days before it readers are reminded; never once all is done.
    pub remind_before: Option<u32>,
}

/// How long past events stay, so that a calendar that is fetched anew keeps its last year.
const KEPT: Span = Span::Months(12);

/// A week is enough to ask for a report, two to prepare an evaluation.
const BEFORE_DEADLINE: u32 = 7;
const BEFORE_EVALUATION: u32 = 14;

/// Evaluations and deadlines of the last year and to come, by day.
///
/// # Errors
/// Messages that it needs and the locale files don't have.
///
/// # Panics
/// On an official or organisation that the register does not hold.
pub fn calendar(scene: Scene<'_>, what: &Following) -> Result<CalendarView, Vec<MessageError>> {
    let view = Followed {
        scene: &scene,
        what,
    }
    .calendar();
    let faults = scene.into_faults();
    if faults.is_empty() {
        Ok(view)
    } else {
        Err(faults)
    }
}

impl Followed<'_, '_> {
    fn calendar(&self) -> CalendarView {
        let (scene, site) = (self.scene, &self.scene.register.site);
        let words = &scene.words;
        let mut events = self.evaluations();
        events.extend(self.deadlines());
        events.extend(self.later_deadlines());
        events.retain(|event| KEPT.after(event.date) >= scene.score.today);
        events.sort_by(|a, b| (a.date, &a.uid).cmp(&(b.date, &b.uid)));
        let government = [("government", Arg::from(words.plain(&site.government)))];
        let about = words.say("calendar_about", &government);
        CalendarView {
            name: self.title(&words.text("calendar_name")),
            about: if site.sample_data {
                format!("{} {about}", words.text("sample_data"))
            } else {
                about
            },
            today: scene.score.today,
            own_url: scene.urls.absolute_file(&self.what.calendar()),
            page_url: self.page_url(),
            events,
            nothing: words.text("calendar_nothing"),
        }
    }

    fn evaluations(&self) -> Vec<EventView> {
        let scene = self.scene;
        let all = evaluations_of(scene, self.tenures());
        let is_void = |o: &Occurrence| matches!(o.state, EvaluationState::NotApplicable { .. });
        all.filter(|(.., o)| !is_void(o))
            .map(|(day, tenure, o)| evaluation(scene, day, tenure, o))
            .collect()
    }

    /// One for each regime and quarter: the day is the rules' own, whoever reports.
    fn deadlines(&self) -> Vec<EventView> {
        let mut all: BTreeMap<(&RegimeId, Quarter), Deadline<'_>> = BTreeMap::new();
        for contract in self.contracts() {
            let regime = self.scene.register.regime_of(contract);
            for (quarter, said) in &self.scene.score_of(&contract.id).reports {
                let owed = contract.expects_report(*quarter, regime.reporting);
                let Some(span) = regime.deadline.filter(|_| owed) else {
                    continue;
                };
                let deadline = all.entry((&regime.id, *quarter)).or_insert(Deadline {
                    day: span.after(quarter.end()),
                    regime,
                    is_awaited: false,
                });
                deadline.is_awaited |= matches!(said, OfficeReport::NotDue { .. });
            }
        }
        let all = all.into_iter();
        all.map(|((_, quarter), deadline)| self.deadline(quarter, &deadline))
            .collect()
    }

    fn deadline(&self, quarter: Quarter, deadline: &Deadline<'_>) -> EventView {
        let words = &self.scene.words;
        let regime = deadline.regime;
        let (name, date) = (words.quarter(quarter), words.date(deadline.day));
        let term = words.plain(&regime.term);
        EventView {
            uid: self
                .scene
                .urls
                .global_name(&format!("batas-lapor/{}/{quarter}", regime.id)),
            date: deadline.day,
            summary: format!("{}: {name} ({term})", words.text("fact_deadline")),
            description: words.say("deadline_text", &[("date", Arg::from(&date))]),
            url: self.page_of(quarter),
            remind_before: deadline.is_awaited.then_some(BEFORE_DEADLINE),
        }
    }

    /// Of figures that others publish later than the rest is due (`terbit`).
    fn later_deadlines(&self) -> Vec<EventView> {
        let mut all = Vec::new();
        for contract in self.contracts() {
            let span = self.scene.register.regime_of(contract).deadline;
            let score = self.scene.score_of(&contract.id);
            for indicator in &score.indicators {
                let later = indicator.quarters.iter().filter(|fact| {
                    let own = span.map(|span| span.after(fact.quarter.end()));
                    fact.deadline > own && fact.report != QuarterReport::NotAsked
                });
                let later = later.filter_map(|fact| {
                    let of = LaterDeadline {
                        contract,
                        indicator,
                        fact,
                        day: fact.deadline?,
                    };
                    Some(self.later_deadline(&of))
                });
                all.extend(later);
            }
        }
        all
    }

    fn later_deadline(&self, of: &LaterDeadline<'_>) -> EventView {
        let (scene, words) = (self.scene, &self.scene.words);
        let (contract, indicator, quarter) = (of.contract, of.indicator, of.fact.quarter);
        let name = words.plain(&indicator.commitment.indicator.name);
        let person = scene.person_name(&scene.register.people[&contract.person]);
        let (shown, date) = (words.quarter(quarter), words.date(of.day));
        let text = words.say("deadline_text", &[("date", Arg::from(&date))]);
        let published = words.text("deadline_published");
        let thing = format!("batas-lapor/{}/{quarter}/{}", contract.id, indicator.id());
        let anchor = url::quarter_anchor(&contract.id, indicator.id(), quarter);
        let page = Subject::OfficialYear(contract.person.clone(), contract.id.year);
        EventView {
            uid: scene.urls.global_name(&thing),
            date: of.day,
            summary: format!("{}: {name}, {shown}, {person}", words.text("fact_deadline")),
            description: format!("{text} {published}"),
            url: format!("{}#{}", absolute(scene, page), url::fragment(&anchor)),
            remind_before: (of.fact.report == QuarterReport::NotDue).then_some(BEFORE_DEADLINE),
        }
    }

    /// The page that tells of a quarter; an official's own has all of it.
    fn page_of(&self, quarter: Quarter) -> String {
        let is_told = quarter.start() <= self.scene.score.today;
        let subject = match self.what {
            Following::Official(person) => Subject::OfficialYear(person.clone(), quarter.year),
            Following::Site | Following::Opd(_) if is_told => Subject::Quarter(quarter),
            Following::Site | Following::Opd(_) => Subject::Quarters,
        };
        absolute(self.scene, subject)
    }
}

/// When a quarter's reports are due by one regime.
struct Deadline<'a> {
    day: Date,
    regime: &'a Regime,
    /// Whether a report is still to come and can come in time.
    is_awaited: bool,
}

/// When a figure is due that is published late.
struct LaterDeadline<'a> {
    contract: &'a Contract,
    indicator: &'a IndicatorScore,
    fact: &'a QuarterFact,
    day: Date,
}

fn evaluation(
    scene: &Scene<'_>,
    day: Date,
    tenure: &TenureScore,
    occurrence: &Occurrence,
) -> EventView {
    let told = Told { scene, occurrence };
    let held = tenure.tenure(scene.register);
    let person = scene.person_name(&scene.register.people[&tenure.person]);
    let post = scene.post_title(held.capacity, &held.post);
    let contract = contract_of_line(scene, tenure);
    let subject = Subject::OfficialYear(tenure.person.clone(), contract.id.year);
    let described: Vec<String> = [told.sentence()]
        .into_iter()
        .chain(told.by_figures_sentence())
        .collect();
    EventView {
        uid: scene
            .urls
            .global_name(&occurrence_name(scene, tenure, occurrence)),
        date: day,
        summary: format!("{}: {person}, {}", told.name().text, post.text),
        description: described.join("\n"),
        url: absolute(scene, subject),
        remind_before: occurrence.awaited().map(|_| BEFORE_EVALUATION),
    }
}

/// What an evaluation is known by: who, which post and rule, and which of a series. A corrected
/// date makes no second one.
pub(super) fn occurrence_name(
    scene: &Scene<'_>,
    tenure: &TenureScore,
    occurrence: &Occurrence,
) -> String {
    let held = tenure.tenure(scene.register);
    let due = occurrence.rule(scene.register).map(|rule| &rule.due);
    let which = match (occurrence.due, occurrence.records.last(), due) {
        (None, Some(record), _) => format!("{}/{}", record.file, record.place),
        (_, _, Some(due)) if due.is_since_signature() => {
            format!("{}/{}", occurrence.contract, occurrence.number)
        }
        _ => occurrence.number.to_string(),
    };
    let (person, post, rule) = (&tenure.person, &held.post, &occurrence.rule);
    let place = tenure.place;
    format!("{person}/{post}/{place}/{rule}/{which}")
}

fn absolute(scene: &Scene<'_>, subject: Subject) -> String {
    let address = Address::new(scene.words.language(), subject);
    scene.urls.absolute(&address)
}
