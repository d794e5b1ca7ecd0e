//! What we will do better: each with who does it and until when.

use super::Room;
use super::rounds::done;
use crate::web::PageError;
use crate::web::export::{Cell, Format, Table};
use crate::web::form::{self, Filled};
use crate::web::markup::Markup;
use axum::response::Response;
use domain::case::refusal::{Field, Why};
use domain::case::{Act, Action};
use domain::text::western_digit;

/// An improvement as the page shows it.
pub struct Improvement {
    pub id: u32,
    pub text: String,
    pub owner: Markup,
    pub due: Markup,
    pub is_done: bool,
    /// Whether its day has passed.
    pub is_late: bool,
    /// Whether this visitor may tick it off.
    pub may_finish: bool,
}

/// Returns what was agreed, in the order of agreement.
pub fn all(room: &Room) -> Vec<Improvement> {
    let improvement = |(one, said, is_done): &(domain::case::review::Improvement, Option<String>, bool)| Improvement {
        id: one.id,
        text: said.clone().unwrap_or_else(|| room.visitor.lang.text("words-erased")),
        owner: room.name(&one.owner),
        due: room.pen().day(one.due_on),
        is_done: *is_done,
        is_late: !is_done && one.due_on < room.visitor.today,
        may_finish: !is_done && (one.owner == room.me() || room.may(Action::Work)),
    };
    room.case().rounds.improvements.iter().map(improvement).collect()
}

/// Answers with them as a file.
pub async fn file(room: Room, format: Format) -> Result<Response, PageError> {
    let row =
        |((one, _, is_done), shown): (&(domain::case::review::Improvement, Option<String>, bool), Improvement)| {
            vec![Cell::Text(shown.text), shown.owner.into(), Cell::Day(one.due_on), Cell::Flag(*is_done)]
        };
    let heads = [
        ("improvement", "improvement-text"),
        ("owner", "improvement-owner"),
        ("due_on", "improvement-due"),
        ("done", "improvement-finish"),
    ];
    let rows = room.case().rounds.improvements.iter().zip(all(&room)).map(row).collect();
    room.answer("improvements", Table::of(room.visitor.lang, "improvements-title", &heads, rows), format).await
}

/// Agrees on one.
pub async fn agree(room: Room, filled: Filled) -> Result<Response, PageError> {
    let Some(due_on) = form::day(filled.value("due")) else {
        let refused = room.refused(Field::Day, Why::Unknown);
        return room.back(Some(refused), filled, "").await;
    };
    let owner = filled.value("owner").to_owned();
    let act = Act::AgreeImprovement { owner, due_on, text: filled.value("improvement").to_owned() };
    done(room, filled, act, "#improvements").await
}

/// Ticks one off.
pub async fn finish(room: Room, filled: Filled) -> Result<Response, PageError> {
    let plain: String = filled.value("done").chars().map(western_digit).collect();
    let act = Act::FinishImprovement { improvement: plain.parse().unwrap_or_default() };
    done(room, filled, act, "#improvements").await
}
