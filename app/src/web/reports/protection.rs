//! Protective measures: offered or begun, answered by the person they protect, ended.

use super::room::{Room, on, text};
use super::show::done;
use crate::flow::reports::With;
use crate::web::app::Shared;
use crate::web::form::{self, Filled};
use crate::web::{PageError, Person};
use axum::extract::{Path, State};
use axum::response::Response;
use domain::case::Act;
use domain::case::protection::{Measure, MeasureKind};

pub async fn offer(
    State(app): State<Shared>,
    Person(visitor): Person,
    Path(id): Path<String>,
    filled: Filled,
) -> Result<Response, PageError> {
    let room = Room::enter_as_reader(&app, visitor, &id).await?;
    let measure = Measure {
        id: 0,
        kind: MeasureKind::of(filled.value("kind")).ok_or(PageError::Unreadable)?,
        owner: filled.value("owner").to_owned(),
        consent: filled.value("consent") == "agreed",
        since: on(&filled, "since", room.visitor.today),
        until: form::day(filled.value("until")),
    };
    let act = Act::Protect { measure, text: text(&filled, "text") };
    done(room, filled, act, With::default()).await
}

/// Answers a measure: by the person themself, or written down for them.
pub async fn answer(
    State(app): State<Shared>,
    Person(visitor): Person,
    Path((id, n)): Path<(String, u32)>,
    filled: Filled,
) -> Result<Response, PageError> {
    let room = Room::enter(&app, visitor, &id).await?;
    let agrees = match filled.value("answer") {
        "yes" => true,
        "no" => false,
        _ => return Err(PageError::Unreadable),
    };
    let act = Act::AnswerMeasure { measure: n, agrees, text: text(&filled, "text") };
    done(room, filled, act, With::default()).await
}

pub async fn end(
    State(app): State<Shared>,
    Person(visitor): Person,
    Path((id, n)): Path<(String, u32)>,
    filled: Filled,
) -> Result<Response, PageError> {
    let room = Room::enter_as_reader(&app, visitor, &id).await?;
    let act = Act::EndProtection { measure: n, text: filled.value("text").to_owned() };
    done(room, filled, act, With::default()).await
}
