//! The visitor's own next contacts as a calendar.

use super::allowed;
use crate::flow::next_client;
use crate::lang::Lang;
use crate::web::app::Shared;
use crate::web::ics::{Ics, Noted, on_working_days};
use crate::web::{PageError, Visitor};
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::days::Day;
use domain::days::working::Working;
use domain::lesson::prospect::Prospect;
use fluent_bundle::FluentValue;

pub async fn file(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let lang = Lang { isolates: false, ..visitor.lang };
    let mut file = Ics::new(&lang.text("prospects-calendar"));
    let working = visitor.working(&app).await?;
    let whose = (visitor.member.as_str(), working.as_ref());
    add_contacts(&mut file, lang, &next_client::prospects(app.place()).await?, whose, visitor.today);
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"prospects.ics\""),
    ];
    Ok((headers, file.finish()).into_response())
}

/// Adds the next contacts that are a member's, each called to mind on the last day before it on which they work.
pub fn add_contacts(
    file: &mut Ics,
    lang: Lang,
    prospects: &[Prospect],
    (member, working): (&str, Option<&Working>),
    today: Day,
) {
    for prospect in prospects {
        let profile = &prospect.profile;
        let Some(on) = profile.next_on.filter(|_| prospect.stage().0.is_open()) else { continue };
        if profile.owner == member {
            let noted = Noted {
                uid: format!("{}-next@khitam", prospect.id),
                on,
                title: &lang.say("prospects-calendar-entry", [("name", FluentValue::from(profile.name.as_str()))]),
                note: profile.next_what.as_deref().unwrap_or_default(),
                alarms: on_working_days(&[1], on, working),
            };
            file.add(&noted, today);
        }
    }
}
