//! What moves a review on: absences, the reveal, the end of a question, what is left out, and a deferral.

use super::{At, Room};
use crate::flow::own_parts;
use crate::web::app::Shared;
use crate::web::cases::by;
use crate::web::form::{self, Filled};
use crate::web::{PageError, Visitor};
use axum::extract::State;
use axum::response::Response;
use domain::case::refusal::{Field, Why};
use domain::case::review::Stance;
use domain::case::{Act, Skip};

/// The member asked stands too near to the client, and withdraws from judging.
pub async fn recuse(
    State(app): State<Shared>,
    visitor: Visitor,
    at: At,
    filled: Filled,
) -> Result<Response, PageError> {
    let act = Act::Recuse { text: filled.value("recusal").to_owned() };
    done(&app, visitor, at, filled, act, "").await
}

/// Someone is not waited for; they may still write.
pub async fn excuse(
    State(app): State<Shared>,
    visitor: Visitor,
    at: At,
    filled: Filled,
) -> Result<Response, PageError> {
    let act = Act::Excuse { member: filled.value("absent").to_owned(), text: filled.value("absence").to_owned() };
    done(&app, visitor, at, filled, act, "").await
}

/// Opens the opinions, all at once.
pub async fn reveal(
    State(app): State<Shared>,
    visitor: Visitor,
    at: At,
    filled: Filled,
) -> Result<Response, PageError> {
    done(&app, visitor, at, filled, Act::Reveal, "").await
}

/// Ends the question of our own part and shows what was said.
pub async fn close_own_parts(
    State(app): State<Shared>,
    visitor: Visitor,
    at: At,
    filled: Filled,
) -> Result<Response, PageError> {
    let mut room = Room::enter(&app, visitor, &at).await?;
    let done = own_parts::close(app.place(), &room.opened.key, &by(&app, &room.visitor, None)).await;
    let refused = room.after(done)?;
    room.back(refused, filled, "#own-parts").await
}

/// Leaves out what the light track only offers, with the reason.
pub async fn leave_out(
    State(app): State<Shared>,
    visitor: Visitor,
    at: At,
    filled: Filled,
) -> Result<Response, PageError> {
    let step = Skip::of(filled.value("step")).ok_or(PageError::Unreadable)?;
    let act = Act::Skip { step, text: filled.value("omission").to_owned() };
    done(&app, visitor, at, filled, act, "").await
}

/// Puts the review off until a fact is there.
pub async fn defer(State(app): State<Shared>, visitor: Visitor, at: At, filled: Filled) -> Result<Response, PageError> {
    let room = Room::enter(&app, visitor, &at).await?;
    let Some(until) = form::day(filled.value("until")) else {
        let refused = room.refused(Field::Day, Why::Unknown);
        return room.back(Some(refused), filled, "").await;
    };
    let act = Act::Defer { until, text: filled.value("deferral").to_owned() };
    finished(room, filled, act, "").await
}

/// Writes down, word for word, that someone sees it otherwise.
pub async fn dissent(
    State(app): State<Shared>,
    visitor: Visitor,
    at: At,
    filled: Filled,
) -> Result<Response, PageError> {
    let stance = Stance::of(filled.value("dissent-stance")).unwrap_or(Stance::Unknown);
    let act = Act::Dissent { stance, text: filled.value("dissent").to_owned() };
    done(&app, visitor, at, filled, act, "#dissent").await
}

/// Does something in the review and comes back to a place of it.
pub async fn done(
    app: &Shared,
    visitor: Visitor,
    at: At,
    filled: Filled,
    act: Act,
    to: &str,
) -> Result<Response, PageError> {
    finished(Room::enter(app, visitor, &at).await?, filled, act, to).await
}

/// Does something in the review that was entered.
pub async fn finished(mut room: Room, filled: Filled, act: Act, to: &str) -> Result<Response, PageError> {
    let refused = room.act(&filled, act).await?;
    room.back(refused, filled, to).await
}
