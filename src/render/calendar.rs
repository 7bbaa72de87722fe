//! Events as an iCalendar file (RFC 5545): whole days, line ends CRLF, long lines folded.

use crate::view::{CalendarView, EventView};
use chrono::{DateTime, NaiveTime, TimeZone, Utc};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property, Trigger};

/// How often a program may look for a new version: the site is built once a day.
const FRESH_FOR: &str = "P1D";

/// The hour of the day at which a reminder comes: a whole day begins at midnight.
const REMIND_AT: i64 = 9;

/// The calendar as a file. Its time stamps are the day it was made for, so that the same site
/// gives the same bytes whenever it is built.
pub fn calendar(view: &CalendarView) -> String {
    let mut calendar = Calendar::empty();
    let texts = [
        ("VERSION", "2.0"),
        ("PRODID", "-//pantau//NONSGML pantau//ID"),
        ("CALSCALE", "GREGORIAN"),
        // What RFC 7986 calls NAME and DESCRIPTION, by the names that more programs know.
        ("X-WR-CALNAME", &view.name),
        ("X-WR-CALDESC", &view.about),
        ("URL", &view.page_url),
        ("X-PUBLISHED-TTL", FRESH_FOR),
    ];
    for (name, value) in texts {
        calendar.append_property(Property::new(name, value));
    }
    // RFC 7986. The library escapes these two as texts only where their type says so.
    let typed = |name: &str, value_type: &str, value: &str| {
        let mut property = Property::new(name, value);
        property.add_parameter("VALUE", value_type).done()
    };
    calendar.append_property(typed("NAME", "TEXT", &view.name));
    calendar.append_property(typed("SOURCE", "URI", &view.own_url));
    calendar.append_property(typed("REFRESH-INTERVAL", "DURATION", FRESH_FOR));
    for day in &view.events {
        calendar.push(event(view, day));
    }
    if view.events.is_empty() {
        calendar.push(nothing(view));
        return as_journal(&calendar.to_string());
    }
    without_stamps_of_alarms(&calendar.to_string())
}

fn stamp(view: &CalendarView) -> DateTime<Utc> {
    Utc.from_utc_datetime(&view.today.and_time(NaiveTime::MIN))
}

fn event(view: &CalendarView, event: &EventView) -> Event {
    let mut made = Event::with_uid(&event.uid);
    made.timestamp(stamp(view))
        .starts(event.date)
        .summary(&event.summary)
        .description(&event.description)
        .url(&event.url)
        // Nobody is busy all day because a report is due.
        .add_property("TRANSP", "TRANSPARENT");
    if let Some(days) = event.remind_before {
        made.alarm(reminder(event, days));
    }
    made.done()
}

/// At nine in the morning, so many days before. Its UID (RFC 9074) is the event's, so that it is
/// the same alarm whenever the file is made.
fn reminder(event: &EventView, days: u32) -> Alarm {
    let before = chrono::TimeDelta::hours(i64::from(days) * 24 - REMIND_AT);
    let whole_days = before.num_days();
    let rest = before - chrono::TimeDelta::days(whole_days);
    // The library would write it in seconds, which fewer programs read.
    let trigger = format!("-P{whole_days}DT{}H", rest.num_hours());
    Alarm::display(&event.summary, Trigger::from(-before))
        .add_property("TRIGGER", &trigger)
        .add_property("UID", format!("{}#pengingat", event.uid))
        .done()
}

/// A calendar must hold something (RFC 5545, 3.6); where no day is known yet, a note says so.
fn nothing(view: &CalendarView) -> Event {
    Event::with_uid(&format!("{}#kosong", view.own_url))
        .timestamp(stamp(view))
        .summary(&view.nothing)
        .done()
}

/// The library has no notes: what it wrote as an event without a day is one.
fn as_journal(text: &str) -> String {
    let lines = text.split_inclusive("\r\n").map(|line| match line {
        "BEGIN:VEVENT\r\n" => "BEGIN:VJOURNAL\r\n",
        "END:VEVENT\r\n" => "END:VJOURNAL\r\n",
        line => line,
    });
    lines.collect()
}

/// The library stamps alarms as it does events, with the time of day: an alarm has no such
/// property, and the bytes would never be the same.
fn without_stamps_of_alarms(text: &str) -> String {
    let mut is_in_alarm = false;
    let lines = text.split_inclusive("\r\n").filter(|line| {
        match *line {
            "BEGIN:VALARM\r\n" => is_in_alarm = true,
            "END:VALARM\r\n" => is_in_alarm = false,
            _ => {}
        }
        !(is_in_alarm && line.starts_with("DTSTAMP"))
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(summary: &str, description: &str) -> CalendarView {
        let date = "2027-03-03".parse().unwrap();
        CalendarView {
            name: "Evaluasi, Kabupaten".into(),
            about: "Data contoh; rekaan.".into(),
            today: "2026-11-21".parse().unwrap(),
            own_url: "https://a.go.id/evaluasi.ics".into(),
            page_url: "https://a.go.id/".into(),
            nothing: "Belum ada".into(),
            events: vec![EventView {
                uid: "evaluasi/ratna/1@a.go.id".into(),
                date,
                summary: summary.into(),
                description: description.into(),
                url: "https://a.go.id/pejabat/ratna/".into(),
                remind_before: Some(14),
            }],
        }
    }

    #[test]
    fn an_event_is_a_whole_day_with_the_same_bytes_whenever_it_is_made() {
        let text = calendar(&view("Evaluasi", "Besok"));
        let wanted = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "UID:evaluasi/ratna/1@a.go.id",
            "DTSTART;VALUE=DATE:20270303",
            "DTSTAMP:20261121T000000Z",
            "URL:https://a.go.id/pejabat/ratna/",
            "X-WR-CALNAME:Evaluasi\\, Kabupaten",
            "NAME;VALUE=TEXT:Evaluasi\\, Kabupaten",
            "X-WR-CALDESC:Data contoh\\; rekaan.",
            "SOURCE;VALUE=URI:https://a.go.id/evaluasi.ics",
            "REFRESH-INTERVAL;VALUE=DURATION:P1D",
            "X-PUBLISHED-TTL:P1D",
            "URL:https://a.go.id/",
            "END:VCALENDAR",
        ];
        for line in wanted {
            assert!(text.split("\r\n").any(|l| l == line), "{line} in {text}");
        }
        assert!(!text.contains("DTEND"), "an all-day event needs no end");
        assert_eq!(text, calendar(&view("Evaluasi", "Besok")));
    }

    #[test]
    fn every_line_ends_in_crlf_and_is_at_most_75_octets() {
        let text = calendar(&view(&"Evaluasi tahunan — ".repeat(20), &"é".repeat(200)));
        assert!(text.ends_with("\r\n"));
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
        for line in text.split("\r\n") {
            assert!(line.len() <= 75, "{} octets: {line}", line.len());
        }
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains(&"é".repeat(200)));
    }

    #[test]
    fn commas_semicolons_backslashes_and_line_breaks_are_escaped() {
        let text = calendar(&view("dr. A, M.Kes.; B", "satu\ndua \\ tiga"));
        assert!(text.contains("SUMMARY:dr. A\\, M.Kes.\\; B\r\n"), "{text}");
        assert!(
            text.contains("DESCRIPTION:satu\\ndua \\\\ tiga\r\n"),
            "{text}"
        );
    }

    #[test]
    fn a_reminder_comes_in_the_morning_of_a_day_before_and_has_no_stamp() {
        let text = calendar(&view("Evaluasi", "Besok"));
        let (_, rest) = text.split_once("BEGIN:VALARM\r\n").unwrap();
        let (alarm, _) = rest.split_once("END:VALARM\r\n").unwrap();
        let mut lines: Vec<&str> = alarm.lines().collect();
        lines.sort_unstable();
        let expected = [
            "ACTION:DISPLAY",
            "DESCRIPTION:Evaluasi",
            "TRIGGER:-P13DT15H",
            "UID:evaluasi/ratna/1@a.go.id#pengingat",
        ];
        assert_eq!(lines, expected);
        let mut done = view("Evaluasi", "Besok");
        done.events[0].remind_before = None;
        assert!(!calendar(&done).contains("VALARM"));
    }

    #[test]
    fn a_calendar_without_a_day_says_so_in_a_note() {
        let mut empty = view("", "");
        empty.events.clear();
        let text = calendar(&empty);
        let note = "BEGIN:VJOURNAL\r\nDTSTAMP:20261121T000000Z\r\nSUMMARY:Belum ada\r\n\
                    UID:https://a.go.id/evaluasi.ics#kosong\r\nEND:VJOURNAL\r\n";
        assert!(text.contains(note), "{text}");
        assert!(!text.contains("VEVENT"));
    }
}
