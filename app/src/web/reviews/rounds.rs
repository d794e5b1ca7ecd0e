//! What moves a review on: absences, the reveal, the end of a question, what is left out, and a deferral.

use super::Room;
use crate::flow::own_parts;
use crate::web::PageError;
use crate::web::cases::by;
use crate::web::form::{self, Filled};
use axum::response::Response;
use domain::case::refusal::{Field, Why};
use domain::case::review::Stance;
use domain::case::{Act, Skip};

/// The member asked stands too near to the client, and withdraws from judging.
pub async fn recuse(room: Room, filled: Filled) -> Result<Response, PageError> {
    let act = Act::Recuse { text: filled.value("recusal").to_owned() };
    done(room, filled, act, "").await
}

/// Someone is not waited for; they may still write.
pub async fn excuse(room: Room, filled: Filled) -> Result<Response, PageError> {
    let act = Act::Excuse { member: filled.value("absent").to_owned(), text: filled.value("absence").to_owned() };
    done(room, filled, act, "").await
}

/// Opens the opinions, all at once.
pub async fn reveal(room: Room, filled: Filled) -> Result<Response, PageError> {
    done(room, filled, Act::Reveal, "").await
}

/// Ends the question of our own part and shows what was said.
pub async fn close_own_parts(mut room: Room, filled: Filled) -> Result<Response, PageError> {
    let done = own_parts::close(room.app.place(), &room.opened.key, &by(&room.app, &room.visitor, None)).await;
    let refused = room.after(done)?;
    room.back(refused, filled, "#own-parts").await
}

/// Leaves out what the light track only offers, with the reason.
pub async fn leave_out(room: Room, filled: Filled) -> Result<Response, PageError> {
    let step = Skip::of(filled.value("step")).ok_or(PageError::Unreadable)?;
    let act = Act::Skip { step, text: filled.value("omission").to_owned() };
    done(room, filled, act, "").await
}

/// Puts the review off until a fact is there.
pub async fn defer(room: Room, filled: Filled) -> Result<Response, PageError> {
    let Some(until) = form::day(filled.value("until")) else {
        let refused = room.refused(Field::Day, Why::Unknown);
        return room.back(Some(refused), filled, "").await;
    };
    let act = Act::Defer { until, text: filled.value("deferral").to_owned() };
    done(room, filled, act, "").await
}

/// Writes down, word for word, that someone sees it otherwise.
pub async fn dissent(room: Room, filled: Filled) -> Result<Response, PageError> {
    let stance = Stance::of(filled.value("dissent-stance")).unwrap_or(Stance::Unknown);
    let act = Act::Dissent { stance, text: filled.value("dissent").to_owned() };
    done(room, filled, act, "#dissent").await
}

/// Does something in the review and comes back to a place of it.
pub async fn done(mut room: Room, filled: Filled, act: Act, to: &str) -> Result<Response, PageError> {
    let refused = room.act(&filled, act).await?;
    room.back(refused, filled, to).await
}
