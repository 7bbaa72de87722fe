//! A reminder to be sent as it is: plain lines without a table, for a messenger or an e-mail.

use super::human::state;
use super::names::Names;
use crate::model::Date;
use crate::status::{Office, Standing, Status};
use std::collections::BTreeSet;

pub(super) fn message(status: &Status, names: &Names<'_>) -> String {
    let words = names.words;
    let Some(quarter) = status.quarter else {
        return words.text("status_no_contract");
    };
    let quarter = names.quarter(quarter);
    let quarter = [("quarter", quarter.as_str())];
    let missing: Vec<&Office> = status
        .offices
        .iter()
        .filter(|one| is_missing(one))
        .collect();
    let mut parts = vec![words.text("status_greeting")];
    parts.extend(deadlines(status, names));
    if missing.is_empty() {
        parts.push(words.say("status_all_reported", &quarter));
    } else {
        parts.push(words.say("status_please", &quarter));
        parts.push(list(missing.into_iter(), |one| office(one, names)));
    }
    if !status.left_behind.is_empty() {
        parts.push(words.text("status_left_behind"));
        parts.push(list(status.left_behind.iter(), |one| {
            office_of_quarter(one, names)
        }));
    }
    let site = &names.register.site;
    let government = names.wording(&site.government);
    let thanks = [("government", government), ("contact", &site.contact)];
    parts.push(words.say("status_thanks", &thanks));
    parts.join("\n\n")
}

fn is_missing(office: &Office) -> bool {
    matches!(
        office.standing(),
        Standing::Late | Standing::Incomplete | Standing::Awaited
    )
}

/// Until when the quarter is reported on time; contracts of different regimes may have several days.
fn deadlines(status: &Status, names: &Names<'_>) -> Option<String> {
    let days: BTreeSet<Date> = status.offices.iter().filter_map(|o| o.deadline).collect();
    let days: Vec<String> = days.into_iter().map(|day| names.date(day)).collect();
    let quarter = names.quarter(status.quarter?);
    let days = days.join(" / ");
    let said = [("quarter", quarter.as_str()), ("date", &days)];
    (!days.is_empty()).then(|| names.words.say("status_deadline_is", &said))
}

fn list<'o>(offices: impl Iterator<Item = &'o Office>, line: impl Fn(&Office) -> String) -> String {
    let lines: Vec<String> = offices.map(line).collect();
    lines.join("\n")
}

/// Who, and what of the report is missing, where the sentence above the list does not say it.
fn office(office: &Office, names: &Names<'_>) -> String {
    let (post, person) = (names.post(&office.contract), names.person(&office.contract));
    let who = format!("- {post} ({person})");
    match office.standing() {
        Standing::Awaited => who,
        Standing::Incomplete => format!("{who}: {}", silent(office, names)),
        _ => format!("{who}: {}", state(office, names)),
    }
}

fn office_of_quarter(one: &Office, names: &Names<'_>) -> String {
    let quarter = names.quarter(one.quarter);
    let told = office(one, names);
    format!("{told} ({quarter})")
}

/// The names of what was left out of a report.
fn silent(office: &Office, names: &Names<'_>) -> String {
    let silent = office.silent.iter();
    let silent: Vec<String> = silent
        .map(|id| names.indicator(&office.contract, id))
        .collect();
    names
        .words
        .say("status_left_out", &[("indicators", &silent.join("; "))])
}
