//! The events of the calendar file: evaluations and reporting deadlines.

use super::evaluation::Told;
use super::evaluations::{all_evaluations, deadlines};
use super::scene::Scene;
use super::tenure::contract_of_line;
use crate::compute::{EvaluationState, Occurrence, TenureScore};
use crate::format::{Arg, MessageError};
use crate::model::{Date, Quarter, Span};
use crate::url::{Address, Subject};

/// A calendar of whole days.
#[derive(Clone, Debug)]
pub struct CalendarView {
    pub name: String,
    /// The day it is made for.
    pub today: Date,
    pub events: Vec<EventView>,
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
}

/// How long past events stay, so that a calendar that is fetched anew keeps its last year.
const KEPT: Span = Span::Months(12);

/// Evaluations of the last year and to come, and deadlines to come, by day.
///
/// # Errors
/// Messages that it needs and the locale files don't have.
pub fn calendar(scene: Scene<'_>) -> Result<CalendarView, Vec<MessageError>> {
    let (register, today) = (scene.register, scene.score.today);
    let recent = all_evaluations(&scene).filter(|(day, _, o)| {
        let is_void = matches!(o.state, EvaluationState::NotApplicable { .. });
        KEPT.after(*day) >= today && !is_void
    });
    let evaluations = recent.map(|(day, t, o)| evaluation(&scene, day, t, o));
    let deadlines = deadlines(&scene).into_keys();
    let deadlines = deadlines.map(|(day, quarter)| deadline(&scene, day, quarter));
    let mut events: Vec<EventView> = evaluations.chain(deadlines).collect();
    events.sort_by(|a, b| (a.date, &a.uid).cmp(&(b.date, &b.uid)));
    let government = scene.words.plain(&register.site.government);
    let government = [("government", Arg::from(government))];
    let name = scene.words.say("calendar_name", &government);
    let faults = scene.into_faults();
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(CalendarView {
        name,
        today,
        events,
    })
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
        uid: uid(scene, tenure, occurrence),
        date: day,
        summary: format!("{}: {person}, {}", told.name().text, post.text),
        description: described.join("\n"),
        url: absolute(scene, subject),
    }
}

/// By who, which post and rule, and which of a series: a corrected date moves the event, and
/// makes no second one.
fn uid(scene: &Scene<'_>, tenure: &TenureScore, occurrence: &Occurrence) -> String {
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
    scene
        .urls
        .global_name(&format!("{person}/{post}/{place}/{rule}/{which}"))
}

fn deadline(scene: &Scene<'_>, day: Date, quarter: Quarter) -> EventView {
    let words = &scene.words;
    let name = words.quarter(quarter);
    let date = words.date(day);
    let is_told = quarter.start() <= scene.score.today;
    let subject = if is_told {
        Subject::Quarter(quarter)
    } else {
        Subject::Quarters
    };
    EventView {
        uid: scene
            .urls
            .global_name(&format!("batas-lapor/{quarter}/{day}")),
        date: day,
        summary: format!("{}: {name}", words.text("fact_deadline")),
        description: words.say("deadline_text", &[("date", Arg::from(&date))]),
        url: absolute(scene, subject),
    }
}

fn absolute(scene: &Scene<'_>, subject: Subject) -> String {
    let address = Address::new(scene.words.language(), subject);
    scene.urls.absolute(&address)
}
