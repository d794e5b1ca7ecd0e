//! Calendars as files (RFC 5545): whole days with alarms before them.

use domain::days::Day;
use domain::days::working::Working;
use domain::journal::digest;

/// A line has at most so many bytes, its end left out.
const LINE_BYTES: usize = 75;

/// A calendar under way.
pub struct Ics(String);

/// A day to note.
pub struct Noted<'a> {
    /// The same for the same thing, so that a calendar that is read again does not fill up.
    pub uid: String,
    pub on: Day,
    pub title: &'a str,
    pub note: &'a str,
    /// How many calendar days before it is called to mind.
    pub alarms: Vec<i32>,
}

/// Returns alarms of a day, in calendar days before it, none of them on a day on which the reader does not work: it comes on
/// the working day before.
pub fn on_working_days(days: &[i32], on: Day, working: Option<&Working>) -> Vec<i32> {
    let moved = |days: i32| working.map_or(days, |working| on.since(working.on_or_before(on.plus(-days))));
    days.iter().map(|days| moved(*days)).collect()
}

/// Returns what stands for a contract in a uid: what it is called may hold anything, and be of any length.
pub fn mark_of(contract: &str) -> String {
    digest(contract.as_bytes())[..12].to_owned()
}

impl Ics {
    /// Begins a calendar.
    pub fn new(name: &str) -> Ics {
        let mut file = Ics(String::new());
        for line in
            ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Khitam//Notice//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
        {
            file.line(line);
        }
        file.text("X-WR-CALNAME", name);
        file
    }

    /// Says that it is read again and again, twice a day (RFC 7986).
    pub fn is_read_again(&mut self) {
        self.line("REFRESH-INTERVAL;VALUE=DURATION:PT12H");
        self.line("X-PUBLISHED-TTL:PT12H");
    }

    /// Adds a day, as it is known on `today`.
    pub fn add(&mut self, noted: &Noted, today: Day) {
        self.line("BEGIN:VEVENT");
        self.text("UID", &noted.uid);
        self.line(&format!("DTSTAMP:{}T000000Z", digits(today)));
        self.line(&format!("DTSTART;VALUE=DATE:{}", digits(noted.on)));
        self.line(&format!("DTEND;VALUE=DATE:{}", digits(noted.on.plus(1))));
        self.text("SUMMARY", noted.title);
        self.text("DESCRIPTION", noted.note);
        self.line("TRANSP:TRANSPARENT");
        for days in &noted.alarms {
            self.line("BEGIN:VALARM");
            self.line("ACTION:DISPLAY");
            self.text("DESCRIPTION", noted.title);
            self.line(&format!("TRIGGER:-P{days}D"));
            self.line("END:VALARM");
        }
        self.line("END:VEVENT");
    }

    /// Ends the calendar.
    pub fn finish(mut self) -> String {
        self.line("END:VCALENDAR");
        self.0
    }

    /// Writes a text, whose commas, semicolons and ends of lines would mean something.
    fn text(&mut self, name: &str, text: &str) {
        let escaped = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
        let mut escaped: String = escaped.replace("\r\n", "\n").replace(['\n', '\r'], "\\n");
        // No reader takes any other of these.
        escaped.retain(|c| !c.is_control() || c == '\t');
        self.line(&format!("{name}:{escaped}"));
    }

    /// Writes a line, folded between characters where it is long.
    fn line(&mut self, line: &str) {
        let mut bytes = 0;
        for c in line.chars() {
            if bytes + c.len_utf8() > LINE_BYTES {
                self.0.push_str("\r\n ");
                bytes = 1;
            }
            self.0.push(c);
            bytes += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// Returns a day as `20261217`.
fn digits(day: Day) -> String {
    day.to_string().replace('-', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alarm_on_a_day_off_comes_on_the_working_day_before() {
        // Monday 18 January 2027: thirty days before it is Saturday 19 December, off in Riyadh and in Dubai.
        let on = Day::from_iso("2027-01-18").expect("a day");
        let [riyadh, dubai] = ["SA", "AE"].map(|place| Working::of(place, &[]).expect("a place"));
        assert_eq!(on_working_days(&[30, 1], on, None), [30, 1]);
        assert_eq!(on_working_days(&[30, 1], on, Some(&riyadh)), [32, 1], "Thursday; and Sunday");
        assert_eq!(on_working_days(&[30, 1], on, Some(&dubai)), [31, 3], "Friday; and Friday");
    }
}
