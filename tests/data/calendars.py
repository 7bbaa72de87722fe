"""Do two libraries that know nothing of each other read the same from every calendar (iCalendar, RFC 5545)?

    calendars.py DIR

One check per .ics file, read by icalendar (Python) and ical.js (through tests/web/ical.mjs), and one for the alarms of all.
"""

import json
import subprocess
import sys
from datetime import date, datetime, timezone
from pathlib import Path

import icalendar

import forms
from published import Published
from report import Report

READER = Path(__file__).parents[1] / "web" / "ical.mjs"
MOST_OCTETS = 75


def check(dir):
    report = Report("calendars")
    site = Published(dir)
    files = site.ending(".ics")
    alarms = 0
    for file in files:
        find = report.check(file)
        check_text(site.bytes(file), find)
        events = check_events(site, file, find)
        alarms += sum(len(event["alarms"]) for event in events)
    if files:
        find = report.check("alarms")
        if alarms == 0:
            find("alarm", "no calendar has one")
    return report


def check_text(data, find):
    """Section 3.1: lines end with CRLF and are folded."""
    lines = data.split(b"\r\n")
    if lines[-1] != b"" or any(b"\n" in line or b"\r" in line for line in lines):
        find("line-end", "a line does not end with CRLF")
    long = [line for line in lines if len(line) > MOST_OCTETS]
    if long:
        find("fold", f"{len(long[0])} octets: {long[0][:40]!r}")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        find("encoding", str(error))


def check_events(site, file, find):
    theirs = by_ical_js(site.root / file, find)
    try:
        calendar = icalendar.Calendar.from_ical(site.bytes(file))
        ours = [by_icalendar(event) for event in calendar.walk("VEVENT")]
    except (ValueError, KeyError) as error:
        find("icalendar", f"{type(error).__name__}: {error}")
        return []
    for part in calendar.walk():
        for problem in part.errors:
            find("icalendar", f"{part.name}: {problem}")
    for key in ("PRODID", "VERSION"):
        if key not in calendar:
            find("required", f"the calendar has no {key}")
    if theirs is not None and ours != theirs:
        pairs = [(one, other) for one, other in zip(ours, theirs) if one != other]
        find("differs", f"{pairs[0][0]} / {pairs[0][1]}" if pairs else f"{len(ours)} events / {len(theirs)}")
    if not ours and not calendar.walk("VJOURNAL"):
        # Section 3.6 wants a component in every calendar.
        find("empty", "neither an event nor a note")
    check_each(site, ours, find)
    return ours


def check_each(site, events, find):
    names = [event["uid"] for event in events]
    if len(names) != len(set(names)):
        find("uid", f"{len(names) - len(set(names))} of {len(names)} are not unique")
    for event in events:
        for key in ("uid", "stamp", "start", "summary"):
            if not event[key]:
                find("required", f"{event['uid']} has no {key}")
        # RFC 7986, section 5.3: of the site alone.
        if "@" not in event["uid"]:
            find("uid", f"{event['uid']} names no site")
        url = event["url"]
        if url and (not forms.is_absolute(url) or (site.is_own(url) and site.file_at(url) is None)):
            find("dead-link", url)
        for alarm in event["alarms"]:
            if not alarm["trigger"] or alarm["action"] not in ("DISPLAY", "AUDIO", "EMAIL"):
                find("alarm", f"{event['uid']}: {alarm}")
            if alarm["action"] == "DISPLAY" and not alarm["description"]:
                find("alarm", f"{event['uid']}: shows nothing")


def by_icalendar(event):
    def text(part, key):
        return str(part[key]) if key in part else ""

    return {
        "uid": text(event, "UID"),
        "stamp": instant(event, "DTSTAMP"),
        "start": instant(event, "DTSTART"),
        "end": instant(event, "DTEND"),
        "summary": text(event, "SUMMARY"),
        "description": text(event, "DESCRIPTION"),
        "url": text(event, "URL"),
        "alarms": [
            {"action": text(alarm, "ACTION"), "description": text(alarm, "DESCRIPTION"), "trigger": trigger(alarm)}
            for alarm in event.walk("VALARM")
        ],
    }


def instant(part, key):
    """`2026-03-03`, or a moment in UTC."""
    if key not in part:
        return ""
    value = part[key].dt
    if isinstance(value, datetime):
        return value.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ") if value.tzinfo else value.isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def trigger(alarm):
    """Seconds from the start, or a moment."""
    if "TRIGGER" not in alarm:
        return ""
    value = alarm["TRIGGER"].dt
    return instant(alarm, "TRIGGER") if isinstance(value, datetime) else f"{int(value.total_seconds())} s"


def by_ical_js(path, find):
    done = subprocess.run(["node", READER, path], capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        find("ical.js", done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "no answer")
        return None
    return json.loads(done.stdout)


if __name__ == "__main__":
    check(sys.argv[1]).close()
