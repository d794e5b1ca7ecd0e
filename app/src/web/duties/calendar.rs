//! The visitor's own obligations and the days of the end as a calendar, called to mind 30, 14, 7, 3 and 1 business days
//! before (DOMAIN 5.6).

use super::{At, Desk, alerts, words};
use crate::flow::cases::Opened;
use crate::lang::Lang;
use crate::web::app::Shared;
use crate::web::ics::{Ics, Noted, mark_of};
use crate::web::{PageError, Visitor};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::case::Case;
use domain::case::parting::alerts::ALERT_DAYS;
use domain::case::parting::deadlines::{Deadline, What, deadlines};
use domain::days::Day;
use domain::days::working::Working;
use domain::firm::Firm;
use domain::separation::obligation::{Item, Owner};
use domain::separation::timeline::{Planned, Step, schedule};
use fluent_bundle::FluentValue;

/// The days of the end that everyone keeps in mind.
const SHARED: [Step; 4] = [Step::Talk, Step::Period, Step::Payment, Step::Closing];

pub async fn file(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): At,
) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &client, &case).await?;
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"plan.ics\""),
    ];
    let working = visitor.working(&app).await?;
    Ok((headers, written(&desk, working)).into_response())
}

fn written(desk: &Desk, working: Option<Working>) -> String {
    let visitor = desk.scene.visitor;
    let lang = Lang { isolates: false, ..visitor.lang };
    let name = [("name", FluentValue::from(desk.scene.name().to_owned()))];
    let mut file = Ics::new(&lang.say("plan-calendar-name", name));
    let reader = Reader { member: &visitor.member, lang, firm: &visitor.firm, working, today: visitor.today };
    add_case(&mut file, &reader, &desk.scene.opened);
    file.finish()
}

/// Whose days they are, how they read, by which days their firm works, and on which days they do.
pub struct Reader<'a> {
    pub member: &'a str,
    pub lang: Lang,
    pub firm: &'a Firm,
    pub working: Option<Working>,
    pub today: Day,
}

/// Adds what is a member's own in an end, and the days of it that everyone keeps in mind.
pub fn add_case(file: &mut Ics, reader: &Reader, opened: &Opened) {
    let Reader { member, firm, .. } = reader;
    let working = firm.working();
    let case = &opened.case;
    for item in case.parting.duties.register.open() {
        if is_of(case, member, &item.obligation.owner) {
            add_obligation(file, reader, opened, item);
        }
    }
    let calendar = firm.calendar();
    for deadline in deadlines(case, working.as_ref(), calendar.as_ref()) {
        // The obligations stand above.
        if !matches!(deadline.what, What::Obligation(_)) && is_of(case, member, &deadline.owner) {
            add_deadline(file, reader, opened, &deadline);
        }
    }
    let Some((given, working)) = case.parting.given().zip(working) else { return };
    for planned in schedule(&given, &working).steps.iter().filter(|planned| SHARED.contains(&planned.step)) {
        let step = reader.lang.text(&format!("plan-step-{}", planned.step.word()));
        let noted = Noted {
            uid: format!("{}-step-{}@khitam", opened.key.case, planned.step.word()),
            on: shared_on(planned),
            title: &title(reader, opened, step.clone()),
            note: &step,
            alarms: alarms(reader.working.as_ref(), shared_on(planned)),
        };
        file.add(&noted, reader.today);
    }
}

/// Names the client and what falls on the day.
pub fn title(reader: &Reader, opened: &Opened, what: String) -> String {
    let name = FluentValue::from(opened.case.opening.client_name.as_str());
    reader.lang.say("plan-calendar-entry", [("name", name), ("what", what.into())])
}

fn add_obligation(file: &mut Ics, reader: &Reader, opened: &Opened, item: &Item) {
    let obligation = &item.obligation;
    let own = item.said.as_ref().and_then(|said| said.words.as_deref());
    let what = words::plain(reader.lang, obligation.what, obligation.about.as_deref(), own);
    let side = reader.lang.text(&format!("side-{}", obligation.side.word()));
    let noted = Noted {
        uid: format!("{}-obligation-{}@khitam", opened.key.case, obligation.id),
        on: obligation.due_on,
        title: &title(reader, opened, what),
        note: &[Some(side), obligation.about.clone()].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        alarms: alarms(reader.working.as_ref(), obligation.due_on),
    };
    file.add(&noted, reader.today);
}

fn add_deadline(file: &mut Ics, reader: &Reader, opened: &Opened, deadline: &Deadline) {
    let about = match deadline.what {
        What::Answer(question) => format!("-{question}"),
        What::Agreed(point) => format!("-{}", point.word()),
        _ => deadline.contract.as_ref().map(|of| format!("-{}", mark_of(of))).unwrap_or_default(),
    };
    let noted = Noted {
        uid: format!("{}-{}{about}@khitam", opened.key.case, deadline.what.word()),
        on: deadline.on,
        title: &title(reader, opened, alerts::plain(reader.lang, deadline)),
        note: &reader.lang.text(&format!("deadline-kind-{}", deadline.kind.word())),
        alarms: alarms(reader.working.as_ref(), deadline.on),
    };
    file.add(&noted, reader.today);
}

/// Returns the day of a step that is kept in mind: its last.
fn shared_on(planned: &Planned) -> Day {
    planned.end
}

/// Tells whether something is a member's own: theirs by name, or by the role that they bear.
fn is_of(case: &Case, member: &str, owner: &Owner) -> bool {
    case.bearers(owner).iter().any(|bearer| bearer == member)
}

/// Returns the alarms of a day, in calendar days: as many as the business days before it take where the reader works.
fn alarms(working: Option<&Working>, on: Day) -> Vec<i32> {
    let days = |business: i32| working.map_or(business, |working| on.since(working.plus(on, -business)));
    ALERT_DAYS.into_iter().map(days).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alarms_count_business_days() {
        // Sunday 31 January 2027 in Riyadh: one business day before is Thursday the 28th, three the 26th, seven the
        // 20th, fourteen the 11th, thirty 20 December.
        let working = Working::of("SA", &[]);
        let on = Day::from_iso("2027-01-31").expect("a day");
        assert_eq!(alarms(working.as_ref(), on), [42, 20, 11, 5, 3]);
        assert_eq!(alarms(None, on), ALERT_DAYS);
    }
}
