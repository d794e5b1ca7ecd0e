//! What those who work on a report write down: milestones, the contact person, the talk with the client, another door.

use super::room::{Room, on, text};
use super::show::done;
use crate::flow::reports::With;
use crate::web::app::Shared;
use crate::web::form::Filled;
use crate::web::{PageError, Person};
use axum::extract::{Path, State};
use axum::response::Response;
use domain::case::Act;
use domain::case::protection::{Door, Milestone};
use domain::record::{Choice, ReportKind};

pub async fn reach(
    State(app): State<Shared>,
    Person(visitor): Person,
    Path(id): Path<String>,
    filled: Filled,
) -> Result<Response, PageError> {
    let room = Room::enter_as_reader(&app, visitor, &id).await?;
    let milestone = Milestone::of(filled.value("milestone")).ok_or(PageError::Unreadable)?;
    let act = Act::Reach { milestone, on: on(&filled, "on", room.visitor.today), text: text(&filled, "text") };
    done(room, filled, act, With::default()).await
}

pub async fn name_contact(
    State(app): State<Shared>,
    Person(visitor): Person,
    Path(id): Path<String>,
    filled: Filled,
) -> Result<Response, PageError> {
    let room = Room::enter_as_reader(&app, visitor, &id).await?;
    let act = Act::NameContact { member: filled.value("member").to_owned(), text: text(&filled, "text") };
    done(room, filled, act, With::default()).await
}

pub async fn approach(
    State(app): State<Shared>,
    Person(visitor): Person,
    Path(id): Path<String>,
    filled: Filled,
) -> Result<Response, PageError> {
    let room = Room::enter_as_reader(&app, visitor, &id).await?;
    let act = Act::ApproachClient {
        on: on(&filled, "on", room.visitor.today),
        member: filled.value("member").to_owned(),
        senior_and_safe: filled.holds("safe", "1"),
        reporter_knows: filled.holds("knows", "1"),
        text: filled.value("text").to_owned(),
    };
    done(room, filled, act, With::default()).await
}

pub async fn change_door(
    State(app): State<Shared>,
    Person(visitor): Person,
    Path(id): Path<String>,
    filled: Filled,
) -> Result<Response, PageError> {
    let room = Room::enter_as_reader(&app, visitor, &id).await?;
    let act = Act::ChangeDoor {
        door: Door::of(filled.value("door")).ok_or(PageError::Unreadable)?,
        named: ReportKind::of(filled.value("named")),
        reporter_knows: filled.holds("knows", "1"),
        text: filled.value("text").to_owned(),
    };
    done(room, filled, act, With::default()).await
}
