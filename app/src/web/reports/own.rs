//! The page of whoever reported: what they said, what is done for them and when, and what is theirs to say.

use super::room::{AsReporter, Room, status, text};
use super::show::{DueView, MeasureView, clock_of, done, measures};
use super::words::Words;
use crate::flow::reports::With;
use crate::web::cases::refusal::Refused;
use crate::web::form::Filled;
use crate::web::markup::{Markup, Pen};
use crate::web::part::Facts;
use crate::web::{Frame, PageError, page};
use askama::Template;
use axum::response::{IntoResponse, Response};
use domain::case::Act;
use domain::case::clock;
use domain::case::protection::{Door, Milestone, Reached, Wish};
use domain::record::Choice;

/// Something that was done, with what was said to whoever reported.
struct Done {
    day: Markup,
    says: Markup,
    said: Option<String>,
}

#[derive(Template)]
#[template(path = "reports/own.html")]
struct Own {
    frame: Frame,
    filled: Filled,
    refused: Option<Refused>,
    here: String,
    kind: Markup,
    client: Markup,
    lede: Markup,
    facts: Facts,
    words: Words,
    measures: Vec<MeasureView>,
    done: Vec<Done>,
    clock: Vec<DueView>,
    record_only: bool,
    is_open: bool,
    may_close: bool,
}

/// Tells whether whoever reported reads what is written at a milestone.
pub fn is_told(milestone: Milestone) -> bool {
    !matches!(
        milestone,
        Milestone::SecondReading | Milestone::ContextNoted | Milestone::PatternSought | Milestone::OtherSideHeard
    )
}

pub fn drawn(room: &Room, filled: Filled, refused: Option<Refused>) -> Result<Response, PageError> {
    let (pen, protection) = (room.pen(), &room.opened.case.protection);
    let own = Own {
        frame: room.frame(None),
        here: room.path(""),
        kind: pen.t(&format!("report-kind-{}", room.opened.report().kind.word())),
        client: pen.name(&room.opened.envelope.client_name),
        lede: lede(room, &pen),
        facts: facts(room, &pen),
        words: Words::of(room),
        measures: measures(room, &pen),
        done: protection.milestones.iter().rev().map(|reached| told(room, &pen, reached)).collect(),
        clock: clock_of(room, &pen).into_iter().filter(|due| due.state != "done").collect(),
        record_only: protection.is_record_only(),
        is_open: room.opened.is_open(),
        may_close: protection.door == Some(Door::Discomfort) && room.opened.is_open(),
        filled,
        refused,
    };
    Ok((status(own.refused.as_ref()), page(&own)?).into_response())
}

fn lede(room: &Room, pen: &Pen) -> Markup {
    let case = &room.opened.case;
    match clock::next(case, room.calendar().as_ref()) {
        None if room.opened.is_open() => Markup::strong(&pen.lang.text("own-lede-nothing")),
        None => Markup::strong(&pen.lang.text("own-lede-closed")),
        Some(due) => {
            let names: Vec<&str> = case.holders(due.whose).iter().map(|holder| room.people.name(holder)).collect();
            let args = [
                ("task", pen.lang.text(&format!("task-{}", due.milestone.word())).into()),
                ("day", pen.lang.weekday(due.due_on).into()),
                ("names", names.join(&pen.lang.text("case-comma")).into()),
            ];
            Markup::strong(&pen.lang.say("own-lede-next", args))
        }
    }
}

fn facts(room: &Room, pen: &Pen) -> Facts {
    let protection = &room.opened.case.protection;
    let mut facts = Facts::default();
    if let Some(door) = protection.door {
        facts.add(pen.t("report-door"), pen.t(&format!("door-{}", door.word())));
    }
    let wish = protection.wish.unwrap_or(Wish::Act);
    facts.add(pen.t("report-asks"), pen.t(&format!("asks-short-{}", wish.word())));
    facts.add(pen.t("report-filed-on"), pen.day(room.opened.envelope.filed_on));
    let readers = room.opened.envelope.readers.iter().map(|reader| pen.name(&reader.name));
    facts.add(pen.t("report-read-by"), Markup::join(readers, "<br>"));
    if let Some(contact) = protection.reached(Milestone::ContactNamed).and_then(|reached| reached.who.as_deref()) {
        facts.add(pen.t("report-contact"), pen.name(room.people.name(contact)));
    }
    facts
}

fn told(room: &Room, pen: &Pen, reached: &Reached) -> Done {
    let who = room.people.name(&reached.by).to_owned();
    let args =
        [("what", pen.lang.text(&format!("milestone-{}", reached.milestone.word())).into()), ("who", who.into())];
    Done {
        day: pen.day(reached.on),
        says: pen.say("own-done", args),
        said: reached.said.clone().filter(|_| is_told(reached.milestone)),
    }
}

pub async fn tell(AsReporter(room): AsReporter, filled: Filled) -> Result<Response, PageError> {
    let act = Act::Tell { text: filled.value("text").to_owned() };
    done(room, filled, act, With::default()).await
}

pub async fn wish(AsReporter(room): AsReporter, filled: Filled) -> Result<Response, PageError> {
    let wish = Wish::of(filled.value("asks")).ok_or(PageError::Unreadable)?;
    let act = Act::StateWish { wish, text: text(&filled, "text") };
    done(room, filled, act, With::default()).await
}

pub async fn close(AsReporter(room): AsReporter, filled: Filled) -> Result<Response, PageError> {
    let act = Act::CloseOwn { on: room.visitor.today, text: text(&filled, "text") };
    done(room, filled, act, With::default()).await
}
