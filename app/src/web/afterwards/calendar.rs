//! What is looked after once a case is closed, as days of a calendar: for whoever leads the case, else for whoever decided
//! it. What people said of a clause is not told to a program that keeps it with others.

use crate::flow::cases::Opened;
use crate::web::duties::calendar::{Reader, title};
use crate::web::ics::{Ics, Noted};
use domain::case::Role;
use domain::days::Day;
use domain::lesson::afterwards::Afterwards;
use fluent_bundle::FluentValue;

/// So many days before its last a clause is called to mind.
const CLAUSE_ALARM: i32 = 30;

/// Adds the thanks, the look back that comes next, and the last days of clauses that bind on.
pub fn add_afterwards(file: &mut Ics, reader: &Reader, opened: &Opened, own: &Afterwards) {
    let case = &opened.case;
    let leads = match case.holders(Role::Lead) {
        [] => case.holders(Role::DecisionOwner),
        leads => leads,
    };
    let is_theirs = leads.iter().any(|lead| lead == reader.member);
    let Some(closed_on) = case.closed_on().filter(|_| is_theirs) else { return };
    let working = reader.firm.working();
    let mut add = |uid: &str, on: Day, what: String, alarm: i32| {
        let title = title(reader, opened, what);
        let uid = format!("{}-{uid}@khitam", opened.key.case);
        file.add(&Noted { uid, on, title: &title, note: "", alarms: vec![alarm] }, reader.today);
    };
    if let Some(on) = own.thanks_due_on(case, working.as_ref()) {
        add("thanks", on, reader.lang.text("learn-thank"), 1);
    }
    if let Some((which, on)) = own.next(closed_on, working.as_ref()) {
        let n = [("n", FluentValue::from(f64::from(which.days())))];
        add(&format!("look-{}", which.word()), on, reader.lang.say("afterwards-calendar-look", n), 1);
    }
    for (n, bound) in own.survival().iter().enumerate().filter(|(_, bound)| bound.until >= reader.today) {
        let what = reader.lang.text("afterwards-calendar-clause");
        add(&format!("clause-{n}"), bound.until, what, CLAUSE_ALARM);
    }
}
