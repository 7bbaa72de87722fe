// The events of a calendar as ical.js reads them, as JSON: for tests/data/calendars.py, which holds another library's
// reading against them.
//
//   node ical.mjs FILE

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], "utf8")));
console.log(JSON.stringify(calendar.getAllSubcomponents("vevent").map(read)));

function read(event) {
  const text = (part, key) => part.getFirstPropertyValue(key) ?? "";
  return {
    uid: text(event, "uid"),
    stamp: instant(event, "dtstamp"),
    start: instant(event, "dtstart"),
    end: instant(event, "dtend"),
    summary: text(event, "summary"),
    description: text(event, "description"),
    url: text(event, "url"),
    alarms: event.getAllSubcomponents("valarm").map((alarm) => ({
      action: text(alarm, "action"),
      description: text(alarm, "description"),
      trigger: trigger(alarm.getFirstPropertyValue("trigger")),
    })),
  };
}

/** `2026-03-03`, or a moment in UTC. */
function instant(part, key) {
  const time = part.getFirstPropertyValue(key);
  if (!time) return "";
  return time.isDate ? time.toString() : `${time.convertToZone(ICAL.Timezone.utcTimezone).toString()}`;
}

/** Seconds from the start, or a moment. */
function trigger(value) {
  if (!value) return "";
  return value instanceof ICAL.Duration ? `${value.toSeconds()} s` : value.toString();
}
