//! The visitor's own obligations and the days of the end as a calendar, called to mind 30, 14, 7, 3 and 1 business days
//! before (DOMAIN 5.6).

use super::{At, Desk, alerts, words};
use crate::lang::Lang;
use crate::web::app::Shared;
use crate::web::ics::{Ics, Noted};
use crate::web::markup::Pen;
use crate::web::{PageError, Visitor};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::case::Case;
use domain::case::parting::deadlines::{ALERT_DAYS, What, deadlines};
use domain::days::Day;
use domain::days::working::Working;
use domain::separation::obligation::Owner;
use domain::separation::timeline::{Planned, Step};
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
    Ok((headers, written(&desk)).into_response())
}

fn written(desk: &Desk) -> String {
    let (scene, today) = (&desk.scene, desk.scene.visitor.today);
    let lang = Lang { isolates: false, ..scene.visitor.lang };
    let pen = Pen { lang, ..Pen::of(scene.visitor) };
    let name = ("name", FluentValue::from(scene.name().to_owned()));
    let mut file = Ics::new(&lang.say("plan-calendar-name", [name.clone()]));
    let id = &scene.opened.key.case;
    for item in desk.duties().register.open() {
        if !is_of(desk.case(), &scene.visitor.member, &item.obligation.owner) {
            continue;
        }
        let own = item.said.as_ref().and_then(|said| said.words.as_deref());
        let what = words::plain(pen.lang, item.obligation.what, item.obligation.about.as_deref(), own);
        let args = [name.clone(), ("what", what.into())];
        let side = lang.text(&format!("side-{}", item.obligation.side.word()));
        let noted = Noted {
            uid: format!("{id}-obligation-{}@khitam", item.obligation.id),
            on: item.obligation.due_on,
            title: &lang.say("plan-calendar-entry", args),
            note: &[Some(side), item.obligation.about.clone()].into_iter().flatten().collect::<Vec<_>>().join(" · "),
            alarms: alarms(desk.working.as_ref(), item.obligation.due_on),
        };
        file.add(&noted, today);
    }
    let (case, calendar) = (desk.case(), scene.calendar());
    for deadline in deadlines(case, desk.working.as_ref(), calendar.as_ref()) {
        // The obligations stand above.
        if matches!(deadline.what, What::Obligation(_)) || !is_of(case, &scene.visitor.member, &deadline.owner) {
            continue;
        }
        let what = alerts::plain(lang, deadline.what);
        let kind = lang.text(&format!("deadline-kind-{}", deadline.kind.word()));
        let about = match deadline.what {
            What::Answer(question) => format!("-{question}"),
            What::Agreed(point) => format!("-{}", point.word()),
            _ => String::new(),
        };
        let noted = Noted {
            uid: format!("{id}-{}{about}@khitam", deadline.what.word()),
            on: deadline.on,
            title: &lang.say("plan-calendar-entry", [name.clone(), ("what", what.into())]),
            note: &kind,
            alarms: alarms(desk.working.as_ref(), deadline.on),
        };
        file.add(&noted, today);
    }
    let steps = desk.plan().map(|plan| plan.steps).unwrap_or_default();
    for planned in steps.iter().filter(|planned| SHARED.contains(&planned.step)) {
        let step = lang.text(&format!("plan-step-{}", planned.step.word()));
        let noted = Noted {
            uid: format!("{id}-step-{}@khitam", planned.step.word()),
            on: shared_on(planned),
            title: &lang.say("plan-calendar-entry", [name.clone(), ("what", step.clone().into())]),
            note: &step,
            alarms: alarms(desk.working.as_ref(), shared_on(planned)),
        };
        file.add(&noted, today);
    }
    file.finish()
}

/// Returns the day of a step that is kept in mind: its last.
fn shared_on(planned: &Planned) -> Day {
    planned.end
}

/// Tells whether something is a member's own: theirs by name, or by the role that they bear.
fn is_of(case: &Case, member: &str, owner: &Owner) -> bool {
    case.bearers(owner).iter().any(|bearer| bearer == member)
}

/// Returns the alarms of a day, in calendar days: as many as the business days before it take.
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
