//! The renewal windows as a calendar (RFC 5545): each closes on a day, with alarms before it.

use super::allowed;
use crate::flow::renewals::{Line, windows};
use crate::lang::Lang;
use crate::web::app::Shared;
use crate::web::{PageError, Visitor};
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::days::Day;
use domain::separation::renewal::ALERT_DAYS;
use fluent_bundle::FluentValue;

/// A line has at most so many bytes, its end left out.
const LINE_BYTES: usize = 75;

pub async fn file(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let (lines, _) = windows(&app.db, &visitor.viewer, &visitor.firm, visitor.today).await?;
    let lang = Lang { isolates: false, ..visitor.lang };
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"renewals.ics\""),
    ];
    Ok((headers, written(lang, &lines, visitor.today)).into_response())
}

/// Writes a calendar with one day in it.
pub fn one_day(uid: &str, title: &str, on: Day, today: Day) -> String {
    let mut file = File::begin(title);
    file.line("BEGIN:VEVENT");
    file.text("UID", uid);
    file.days(on, today);
    file.text("SUMMARY", title);
    file.line("TRANSP:TRANSPARENT");
    file.line("END:VEVENT");
    file.line("END:VCALENDAR");
    file.0
}

/// Writes the windows that have not closed yet.
fn written(lang: Lang, lines: &[Line], today: Day) -> String {
    let mut file = File::begin(&lang.text("renewals-title"));
    for line in lines.iter().filter(|line| line.window.last_dispatch >= today) {
        file.event(lang, line, today);
    }
    file.line("END:VCALENDAR");
    file.0
}

struct File(String);

impl File {
    fn begin(name: &str) -> File {
        let mut file = File(String::new());
        for line in
            ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Khitam//Notice//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
        {
            file.line(line);
        }
        file.text("X-WR-CALNAME", name);
        file
    }

    /// Writes when it was written and the whole day that it is about.
    fn days(&mut self, on: Day, today: Day) {
        self.line(&format!("DTSTAMP:{}T000000Z", digits(today)));
        self.line(&format!("DTSTART;VALUE=DATE:{}", digits(on)));
        self.line(&format!("DTEND;VALUE=DATE:{}", digits(on.plus(1))));
    }

    fn event(&mut self, lang: Lang, line: &Line, today: Day) {
        let window = line.window;
        let day = |day: Day| FluentValue::from(lang.weekday(day));
        let args = || {
            [
                ("name", FluentValue::from(line.of.name.clone())),
                ("contract", FluentValue::from(line.of.contract.clone())),
                ("safe", day(window.last_safe)),
                ("receipt", day(window.last_receipt)),
                ("ends", day(window.ends_on)),
            ]
        };
        let title = lang.say("renewals-event", args());
        self.line("BEGIN:VEVENT");
        // The same contract and term stay one entry, so that a calendar that is read again does not fill up.
        self.text(
            "UID",
            &format!("{}-{}-{}@khitam", plain(&line.of.spelling), plain(&line.of.contract), window.ends_on),
        );
        self.days(window.last_dispatch, today);
        self.text("SUMMARY", &title);
        self.text("DESCRIPTION", &lang.say("renewals-event-note", args()));
        self.line("TRANSP:TRANSPARENT");
        for days in ALERT_DAYS {
            self.line("BEGIN:VALARM");
            self.line("ACTION:DISPLAY");
            self.text("DESCRIPTION", &title);
            self.line(&format!("TRIGGER:-P{days}D"));
            self.line("END:VALARM");
        }
        self.line("END:VEVENT");
    }

    /// Writes a text, whose commas, semicolons and ends of lines would mean something.
    fn text(&mut self, name: &str, text: &str) {
        let escaped = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
        let escaped: String = escaped.replace("\r\n", "\n").replace(['\n', '\r'], "\\n");
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

/// Returns a key without what a UID could stumble over.
fn plain(key: &str) -> String {
    crate::web::href::encoded(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;
    use crate::store::renewals::Renewing;
    use domain::separation::renewal::Window;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    fn line() -> Line {
        let of = Renewing {
            client: "H".into(),
            name: "Harbour; Sons, Ltd\nرواق العقارية للتطوير والاستثمار والمشاريع".into(),
            country: Some("GB".into()),
            contract: "C-16".into(),
            spelling: "H".into(),
            ends_on: Some(day("2027-01-19")),
            notice_length: Some(30),
            notice_unit: None,
            confirmed: vec![],
        };
        let window = Window {
            ends_on: day("2027-01-19"),
            last_receipt: day("2026-12-18"),
            last_dispatch: day("2026-12-17"),
            last_safe: day("2026-12-10"),
        };
        Line { of, window }
    }

    #[test]
    fn a_window_is_a_day_with_four_alarms() {
        let file = written(Lang::plain(Language::English), &[line()], day("2026-11-22"));
        for says in [
            "DTSTART;VALUE=DATE:20261217\r\n",
            "DTEND;VALUE=DATE:20261218\r\n",
            "UID:H-C-16-2027-01-19@khitam\r\n",
            "TRIGGER:-P120D\r\n",
            "TRIGGER:-P30D\r\n",
        ] {
            assert!(file.contains(says), "{says}: {file}");
        }
        assert_eq!(file.matches("BEGIN:VALARM").count(), 4);
        let whole = file.replace("\r\n ", "");
        assert!(whole.contains("Harbour\\; Sons\\, Ltd\\nرواق العقارية"), "{whole}");
        assert!(file.split("\r\n").all(|line| line.len() <= LINE_BYTES), "{file}");
        assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
    }

    #[test]
    fn a_window_that_closed_is_no_entry() {
        let file = written(Lang::plain(Language::Arabic), &[line()], day("2026-12-18"));
        assert!(!file.contains("VEVENT") && file.ends_with("END:VCALENDAR\r\n"));
    }
}
