# Reads a calendar from its input and says what it understood, and what it did not.
import json
import sys

from icalendar import Calendar

calendar = Calendar.from_ical(sys.stdin.buffer.read())
events = []
for event in calendar.walk("VEVENT"):
    alarms = [round(-alarm["TRIGGER"].dt.total_seconds() / 86400) for alarm in event.walk("VALARM")]
    events.append({
        "uid": str(event["UID"]),
        "on": event["DTSTART"].dt.isoformat(),
        "until": event["DTEND"].dt.isoformat(),
        "title": str(event["SUMMARY"]),
        "note": str(event["DESCRIPTION"]),
        "alarms": alarms,
    })
faults = [str(fault) for part in calendar.walk() for fault in part.errors]
print(json.dumps({"name": str(calendar["X-WR-CALNAME"]), "events": events, "faults": faults}))
