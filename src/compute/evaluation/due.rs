//! The days on which a rule makes an evaluation due.

use crate::model::{Date, DueRule, Span};
use chrono::Datelike;

/// A prescribed day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DueDate {
    pub on: Date,
    /// Which one of a series, from 1; the year for a fixed day of each year.
    pub number: i32,
}

/// The days that `rule` prescribes from the event it counts from, oldest first: all up to
/// `today`, and of a series the next one after it. Months clamp to the end of the month, counted
/// from the event itself: 31 January gives 28 February and then 31 March.
pub(crate) fn due_dates(rule: &DueRule, event: Date, today: Date) -> Vec<DueDate> {
    match *rule {
        DueRule::After { length, .. } => vec![DueDate {
            on: length.after(event),
            number: 1,
        }],
        DueRule::Every { length, .. } => up_to_next(every(length, event), today),
        DueRule::Yearly { month, day, .. } => up_to_next(yearly(month, day, event), today),
    }
}

fn every(length: Span, event: Date) -> impl Iterator<Item = DueDate> {
    (1..).map_while(move |count: u32| {
        Some(DueDate {
            on: length.times(count).after(event),
            number: i32::try_from(count).ok()?,
        })
    })
}

/// From the event on; 29 February is 28 February in other years.
fn yearly(month: u32, day: u32, event: Date) -> impl Iterator<Item = DueDate> {
    let on = move |year: i32| {
        (1..=day)
            .rev()
            .find_map(|day| Date::from_ymd_opt(year, month, day))
    };
    (event.year()..)
        .map_while(move |year| {
            Some(DueDate {
                on: on(year)?,
                number: year,
            })
        })
        .skip_while(move |due| due.on < event)
}

fn up_to_next(days: impl Iterator<Item = DueDate>, today: Date) -> Vec<DueDate> {
    let mut kept = Vec::new();
    for due in days {
        kept.push(due);
        if due.on > today {
            break;
        }
    }
    kept
}
