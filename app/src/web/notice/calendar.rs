//! The renewal windows as a calendar (RFC 5545): each closes on a day, with alarms before it.

use super::allowed;
use crate::flow::renewals::{Line, windows};
use crate::lang::Lang;
use crate::web::app::Shared;
use crate::web::ics::{Ics, Noted, on_working_days};
use crate::web::{PageError, Visitor};
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::days::Day;
use domain::days::working::Working;
use domain::separation::renewal::ALERT_DAYS;
use fluent_bundle::FluentValue;

pub async fn file(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let (lines, _) = windows(&app.db, &visitor.viewer, &visitor.firm, visitor.today).await?;
    let lang = Lang { isolates: false, ..visitor.lang };
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"renewals.ics\""),
    ];
    let working = visitor.working(&app).await?;
    Ok((headers, written(lang, &lines, working.as_ref(), visitor.today)).into_response())
}

/// Writes the windows that have not closed yet.
fn written(lang: Lang, lines: &[Line], working: Option<&Working>, today: Day) -> String {
    let mut file = Ics::new(&lang.text("renewals-title"));
    add_windows(&mut file, lang, lines, working, today);
    file.finish()
}

/// Adds the windows that have not closed yet, with alarms on days on which the reader works.
pub fn add_windows(file: &mut Ics, lang: Lang, lines: &[Line], working: Option<&Working>, today: Day) {
    for line in lines.iter().filter(|line| line.window.last_dispatch >= today) {
        let window = line.window;
        let day = |day: Day| FluentValue::from(lang.weekday(day));
        let args = || {
            [
                ("name", FluentValue::from(line.of.name.clone())),
                ("contract", FluentValue::from(line.of.contract.clone())),
                ("safe", day(window.last_safe)),
                ("receipt", day(window.last_receipt)),
                ("ends", day(window.ends_on)),
                ("service", FluentValue::from(lang.service(&line.of.service))),
            ]
        };
        let opens = window.first_dispatch.map(|first| lang.say("renewals-opens", [("day", day(first))]));
        let noted = Noted {
            // The same contract and term stay one entry.
            uid: format!("{}-{}-{}@khitam", plain(&line.of.spelling), plain(&line.of.contract), window.ends_on),
            on: window.last_dispatch,
            title: &lang.say("renewals-event", args()),
            note: &[Some(lang.say("renewals-event-note", args())), opens]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" "),
            alarms: on_working_days(&ALERT_DAYS, window.last_dispatch, working),
        };
        file.add(&noted, today);
    }
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
    use domain::separation::service::Service;

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
            renews_for: None,
            notice_length: Some(30),
            notice_unit: None,
            earliest: None,
            service: Service::default(),
            confirmed: vec![],
        };
        let window = Window {
            ends_on: day("2027-01-19"),
            first_dispatch: None,
            last_receipt: day("2026-12-18"),
            last_dispatch: day("2026-12-17"),
            last_safe: day("2026-12-10"),
        };
        Line { of, window }
    }

    #[test]
    fn a_window_is_a_day_with_four_alarms() {
        let file = written(Lang::plain(Language::English), &[line()], None, day("2026-11-22"));
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
        assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
        assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
    }

    #[test]
    fn a_window_that_closed_is_no_entry() {
        let file = written(Lang::plain(Language::Arabic), &[line()], None, day("2026-12-18"));
        assert!(!file.contains("VEVENT") && file.ends_with("END:VCALENDAR\r\n"));
    }
}
