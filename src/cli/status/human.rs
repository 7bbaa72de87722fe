//! A table for the terminal.

use super::names::Names;
use crate::cli::table;
use crate::compute::OfficeReport;
use crate::format::Arg;
use crate::status::{Coming, Event, Office, Standing, Status};

/// So many of the next days stand below the table; `--format json` has all.
const MOST_COMING: usize = 8;

pub(super) fn table(status: &Status, names: &Names<'_>) -> String {
    let words = names.words;
    let Some(quarter) = status.quarter else {
        return words.text("status_no_contract");
    };
    let title = [
        ("quarter", names.quarter(quarter)),
        ("date", names.date(status.today)),
    ];
    let title = title.each_ref().map(|(name, text)| (*name, text.as_str()));
    let mut parts = vec![words.say("status_title", &title)];
    if status.offices.is_empty() {
        parts.push(words.text("status_nobody"));
    } else {
        parts.push(offices(&status.offices, names));
        parts.push(counts(&status.offices, names));
    }
    if !status.left_behind.is_empty() {
        parts.push(words.text("status_left_behind"));
        parts.push(earlier(&status.left_behind, names));
    }
    if !status.coming.is_empty() {
        parts.push(words.text("status_coming"));
        parts.push(coming(&status.coming, names));
    }
    parts.join("\n\n")
}

fn offices(offices: &[Office], names: &Names<'_>) -> String {
    let heads = ["opd", "post", "official", "figures", "state"];
    let rows = offices.iter().map(|office| {
        vec![
            names.opd(office.opd.as_ref()).to_owned(),
            names.post(&office.contract).to_owned(),
            names.person(&office.contract).to_owned(),
            figures(office),
            state(office, names),
        ]
    });
    table::with_heads(
        &heads.map(|key| names.words.text(&format!("status_head_{key}"))),
        rows,
    )
}

fn earlier(offices: &[Office], names: &Names<'_>) -> String {
    let heads = ["quarter", "opd", "post", "figures", "state"];
    let rows = offices.iter().map(|office| {
        vec![
            names.quarter(office.quarter),
            names.opd(office.opd.as_ref()).to_owned(),
            names.post(&office.contract).to_owned(),
            figures(office),
            state(office, names),
        ]
    });
    table::with_heads(
        &heads.map(|key| names.words.text(&format!("status_head_{key}"))),
        rows,
    )
}

/// `7/12`: told of asked.
fn figures(office: &Office) -> String {
    match office.asked {
        0 => "–".to_owned(),
        asked => format!("{}/{asked}", office.told),
    }
}

pub(super) fn state(office: &Office, names: &Names<'_>) -> String {
    let words = names.words;
    let days = |key: &str, days: i32| words.with(key, &[("days", count(days))]);
    match office.report {
        OfficeReport::Late { days: n } => days("status_late", n),
        OfficeReport::Reported { on, days_late, .. } => {
            let date = names.date(on);
            let days = ("days", count(days_late));
            let reported = words.with("status_reported", &[("date", Arg::from(&date)), days]);
            match office.silent.len() {
                0 => reported,
                silent => {
                    let silent = ("count", Arg::Count(silent as u64));
                    format!("{reported}; {}", words.with("status_silent", &[silent]))
                }
            }
        }
        OfficeReport::NotDue {
            deadline: Some(day),
        } => words.say("status_until", &[("date", &names.date(day))]),
        OfficeReport::NotDue { deadline: None } => words.text("status_not_due"),
        OfficeReport::NoDeadline => words.text("status_no_deadline"),
        OfficeReport::NotAsked => words.text("status_not_asked"),
    }
}

fn count(number: i32) -> Arg<'static> {
    Arg::from(number.max(0).unsigned_abs())
}

fn counts(offices: &[Office], names: &Names<'_>) -> String {
    let of = |wanted: Standing| {
        let found = offices.iter().filter(|office| office.standing() == wanted);
        Arg::Count(found.count() as u64)
    };
    let counts = [
        ("reported", of(Standing::Reported)),
        ("incomplete", of(Standing::Incomplete)),
        ("late", of(Standing::Late)),
        ("awaited", of(Standing::Awaited)),
    ];
    names.words.with("status_counts", &counts)
}

fn coming(all: &[Coming], names: &Names<'_>) -> String {
    let rows = all.iter().take(MOST_COMING);
    let rows = rows.map(|one| vec![names.date(one.day), what(&one.event, names)]);
    let mut told = table::bare(rows);
    if all.len() > MOST_COMING {
        let more = ("count", Arg::Count((all.len() - MOST_COMING) as u64));
        told = format!("{told}\n{}", names.words.with("status_more", &[more]));
    }
    told
}

fn what(event: &Event, names: &Names<'_>) -> String {
    match event {
        Event::Deadline { quarter, contracts } => {
            let quarter = names.quarter(*quarter);
            let contracts = ("count", Arg::Count(*contracts as u64));
            let quarter = ("quarter", Arg::from(&quarter));
            names.words.with("status_deadline", &[quarter, contracts])
        }
        Event::Evaluation {
            contract,
            regime,
            rule,
            ..
        } => {
            let name = names.evaluation(regime, rule);
            format!(
                "{name}: {}, {}",
                names.person(contract),
                names.post(contract)
            )
        }
    }
}
