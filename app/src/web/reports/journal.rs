//! Everything that happened in a restricted case.

use super::room::AsReader;
use crate::web::cases::happened::Happened;
use crate::web::cases::people::People;
use crate::web::{Frame, PageError, page};
use askama::Template;
use axum::response::{IntoResponse, Response};
use domain::case::restricted::REPORTER;

#[derive(Template)]
#[template(path = "reports/journal.html")]
struct Journal {
    frame: Frame,
    happened: Vec<Happened>,
    is_whole: bool,
}

pub async fn show(AsReader(room): AsReader) -> Result<Response, PageError> {
    let pen = room.pen();
    // Here the name stands first in its sentence.
    let first = room.visitor.lang.text("report-the-reporter-first");
    let people = People::of(&room.app.db).await?.with(REPORTER, first);
    let happened = room.opened.entries.iter().rev();
    let journal = Journal {
        frame: room.frame(Some("report-journal")),
        happened: happened.map(|entry| Happened::of(&pen, &people, entry, None)).collect(),
        is_whole: room.opened.broken.is_none(),
    };
    Ok(page(&journal)?.into_response())
}
