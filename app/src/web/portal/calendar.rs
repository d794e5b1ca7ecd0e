//! The client's days as a calendar: the end, that of each contract where they differ, and what either side still owes by
//! when; what is theirs is called to mind.

use super::{Reader, owed};
use crate::lang::Lang;
use crate::web::PageError;
use crate::web::ics::{Ics, Noted, mark_of};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::separation::obligation::Side;
use fluent_bundle::FluentValue;

/// So many days before it, what is theirs is called to mind.
const ALARM_DAYS: [i32; 2] = [7, 1];

pub async fn file(reader: Reader) -> Result<Response, PageError> {
    let on = reader.page.ends_on.ok_or(PageError::NotFound)?;
    let lang = Lang { isolates: false, ..reader.lang };
    let firm = ("firm", FluentValue::from(reader.firm.as_str()));
    let title = lang.say("portal-calendar", [firm.clone()]);
    let mut file = Ics::new(&title);
    let end =
        Noted { uid: format!("{}@khitam", reader.link.id), on, title: &title, note: &title, alarms: ALARM_DAYS.into() };
    file.add(&end, reader.today);
    for (contract, on) in &reader.page.contracts {
        let title =
            lang.say("portal-calendar-contract", [firm.clone(), ("contract", FluentValue::from(contract.as_str()))]);
        let uid = format!("{}-contract-{}@khitam", reader.link.id, mark_of(contract));
        file.add(&Noted { uid, on: *on, title: &title, note: &title, alarms: ALARM_DAYS.into() }, reader.today);
    }
    for one in reader.page.owed.iter().filter(|one| one.settled_on.is_none()) {
        let what = owed::what(lang, one);
        let is_theirs = one.side == Side::Theirs;
        let noted = Noted {
            uid: format!("{}-owed-{}@khitam", reader.link.id, one.id),
            on: one.due_on,
            title: &lang.say("portal-calendar-owed", [firm.clone(), ("what", what.into())]),
            note: &lang.text(if is_theirs { "portal-theirs" } else { "portal-ours" }),
            alarms: if is_theirs { ALARM_DAYS.into() } else { vec![] },
        };
        file.add(&noted, reader.today);
    }
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"end.ics\""),
    ];
    Ok((headers, file.finish()).into_response())
}
