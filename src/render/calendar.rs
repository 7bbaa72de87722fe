//! Events as an iCalendar file (RFC 5545): whole days, line ends CRLF, long lines folded.

use crate::view::{CalendarView, EventView};
use chrono::{NaiveTime, TimeZone, Utc};
use icalendar::{Calendar, Component, Event, EventLike, Property};

/// The calendar as a file. Its time stamps are the day it was made for, so that the same site
/// gives the same bytes whenever it is built.
pub fn calendar(view: &CalendarView) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//pantau//NONSGML pantau//ID"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    // Not `name()`: it also writes NAME, with its commas not escaped.
    calendar.append_property(Property::new("X-WR-CALNAME", &view.name));
    for day in &view.events {
        calendar.push(event(view, day));
    }
    calendar.to_string()
}

fn event(view: &CalendarView, event: &EventView) -> Event {
    let stamp = Utc.from_utc_datetime(&view.today.and_time(NaiveTime::MIN));
    Event::with_uid(&event.uid)
        .timestamp(stamp)
        .starts(event.date)
        .summary(&event.summary)
        .description(&event.description)
        .url(&event.url)
        .done()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(summary: &str, description: &str) -> CalendarView {
        let date = "2027-03-03".parse().unwrap();
        CalendarView {
            name: "Evaluasi, Kabupaten".into(),
            today: "2026-11-21".parse().unwrap(),
            events: vec![EventView {
                uid: "evaluasi/ratna/1@a.go.id".into(),
                date,
                summary: summary.into(),
                description: description.into(),
                url: "https://a.go.id/pejabat/ratna/".into(),
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
}
