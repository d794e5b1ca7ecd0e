//! What remains to be done after the decision, as the report's page shows it.

use super::room::Room;
use crate::web::markup::{Markup, Pen};
use domain::case::after::{self, Remaining};
use domain::case::clock::Due;
use domain::case::{Case, Role};
use domain::days::Day;

/// What is to be done first.
pub struct Task {
    /// The key of its words.
    pub key: String,
    pub due_on: Day,
    pub whose: Role,
}

impl Task {
    /// Returns what is due first: the next step of the clock, or another look at the decision.
    pub fn first(case: &Case, next: Option<Due>) -> Option<Task> {
        let review = after::review_on(case).filter(|day| next.is_none_or(|due| *day < due.due_on));
        let look = review.map(|due_on| Task { key: "task-look_again".to_owned(), due_on, whose: Role::DecisionOwner });
        look.or(next.map(Task::step))
    }

    /// Returns a step of the clock.
    pub fn step(due: Due) -> Task {
        Task { key: format!("task-{}", due.milestone.word()), due_on: due.due_on, whose: due.whose }
    }
}

/// Something that remains.
pub struct RemainingView {
    /// Its day, if it has one.
    pub day: Option<Markup>,
    pub what: Markup,
    pub whose: Markup,
    /// Its day has passed.
    pub is_late: bool,
}

/// What the decision left to do.
pub struct Aftermath {
    /// What was decided.
    pub outcome: Markup,
    /// The conditions on which the client stays; empty if they do not.
    pub conditions: String,
    pub rows: Vec<RemainingView>,
    /// Nothing protects anyone, although it was decided.
    pub is_bare: bool,
}

/// Returns what remains after the decision that stands, if one does.
pub fn aftermath(room: &Room, pen: &Pen) -> Option<Aftermath> {
    let case = &room.opened.case;
    let signed = after::standing(case)?;
    let rows = after::remaining(case, room.calendar().as_ref());
    Some(Aftermath {
        outcome: pen.t(&format!("outcome-{}", signed.decision.outcome.word())),
        conditions: signed.said.as_ref().map(|said| said.on_repair.clone()).unwrap_or_default(),
        is_bare: case.protection.running().next().is_none(),
        rows: rows.iter().map(|one| view(room, pen, one)).collect(),
    })
}

fn view(room: &Room, pen: &Pen, one: &Remaining) -> RemainingView {
    let case = &room.opened.case;
    let named = |member: &str| pen.name(room.people.name(member));
    let (what, whose) = match one {
        Remaining::Tell(execution) => {
            let how = pen.lang.text(&format!("how-{}", execution.channel.word()));
            (pen.say("remains-tell", [("how", how.into())]), named(&execution.by))
        }
        Remaining::Reach(due) => {
            (pen.t(&format!("task-{}", due.milestone.word())), room.names(case.holders(due.whose)))
        }
        Remaining::LookAgain(_) => (pen.t("task-look_again"), room.names(case.holders(Role::DecisionOwner))),
        Remaining::Protect(measure) => {
            let kind = pen.lang.text(&format!("measure-{}", measure.kind.word()));
            let key = if measure.until.is_some() { "remains-protect-until" } else { "remains-protect" };
            (pen.say(key, [("measure", kind.into())]), named(&measure.owner))
        }
    };
    // Nobody writes down that the client was told, so nobody is late with it.
    let counts = !matches!(one, Remaining::Tell(_));
    let is_late = counts && one.on().is_some_and(|day| day < room.visitor.today);
    RemainingView { day: one.on().map(|day| pen.day(day)), what, whose, is_late }
}
