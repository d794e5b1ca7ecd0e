//! Protective measures: offered or begun, answered by the person they protect, ended.

use super::room::{AsReader, Room, on, text};
use super::show::done;
use crate::flow::reports::With;
use crate::web::PageError;
use crate::web::form::{self, Filled};
use axum::extract::Path;
use axum::response::Response;
use domain::case::Act;
use domain::case::protection::{Measure, MeasureKind};

pub async fn offer(AsReader(room): AsReader, filled: Filled) -> Result<Response, PageError> {
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
pub async fn answer(room: Room, Path((_, n)): Path<(String, u32)>, filled: Filled) -> Result<Response, PageError> {
    let agrees = match filled.value("answer") {
        "yes" => true,
        "no" => false,
        _ => return Err(PageError::Unreadable),
    };
    let act = Act::AnswerMeasure { measure: n, agrees, text: text(&filled, "text") };
    done(room, filled, act, With::default()).await
}

pub async fn end(
    AsReader(room): AsReader,
    Path((_, n)): Path<(String, u32)>,
    filled: Filled,
) -> Result<Response, PageError> {
    let act = Act::EndProtection { measure: n, text: filled.value("text").to_owned() };
    done(room, filled, act, With::default()).await
}
