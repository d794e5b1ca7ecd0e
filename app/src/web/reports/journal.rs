//! Everything that happened in a restricted case.

use super::room::Room;
use crate::web::app::Shared;
use crate::web::cases::happened::Happened;
use crate::web::{Frame, PageError, Person, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};

#[derive(Template)]
#[template(path = "reports/journal.html")]
struct Journal {
    frame: Frame,
    happened: Vec<Happened>,
    is_whole: bool,
}

pub async fn show(
    State(app): State<Shared>,
    Person(visitor): Person,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let room = Room::enter_as_reader(&app, visitor, &id).await?;
    let pen = room.pen();
    let happened = room.opened.entries.iter().rev();
    let journal = Journal {
        frame: room.frame(Some("report-journal")),
        happened: happened.map(|entry| Happened::of(&pen, &room.people, entry, None)).collect(),
        is_whole: room.opened.broken.is_none(),
    };
    Ok(page(&journal)?.into_response())
}
