//! What those who work on a report write down: milestones, the contact person, the talk with the client, another door.

use super::room::{AsReader, on, text};
use super::show::done;
use crate::flow::reports::With;
use crate::web::PageError;
use crate::web::form::Filled;
use axum::response::Response;
use domain::case::Act;
use domain::case::protection::{Door, Milestone};
use domain::record::{Choice, ReportKind};

pub async fn reach(AsReader(room): AsReader, filled: Filled) -> Result<Response, PageError> {
    let milestone = Milestone::of(filled.value("milestone")).ok_or(PageError::Unreadable)?;
    let act = Act::Reach { milestone, on: on(&filled, "on", room.visitor.today), text: text(&filled, "text") };
    done(room, filled, act, With::default()).await
}

pub async fn name_contact(AsReader(room): AsReader, filled: Filled) -> Result<Response, PageError> {
    let act = Act::NameContact { member: filled.value("member").to_owned(), text: text(&filled, "text") };
    done(room, filled, act, With::default()).await
}

pub async fn approach(AsReader(room): AsReader, filled: Filled) -> Result<Response, PageError> {
    let act = Act::ApproachClient {
        on: on(&filled, "on", room.visitor.today),
        member: filled.value("member").to_owned(),
        senior_and_safe: filled.holds("safe", "1"),
        reporter_knows: filled.holds("knows", "1"),
        text: filled.value("text").to_owned(),
    };
    done(room, filled, act, With::default()).await
}

pub async fn change_door(AsReader(room): AsReader, filled: Filled) -> Result<Response, PageError> {
    let act = Act::ChangeDoor {
        door: Door::of(filled.value("door")).ok_or(PageError::Unreadable)?,
        named: ReportKind::of(filled.value("named")),
        reporter_knows: filled.holds("knows", "1"),
        text: filled.value("text").to_owned(),
    };
    done(room, filled, act, With::default()).await
}
