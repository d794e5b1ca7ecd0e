//! The cases in which a visitor takes part as a file; nothing restricted is among them (RULINGS 33).

use super::list;
use crate::store::cases::Line;
use crate::web::app::Shared;
use crate::web::export::{self, Cell, Format, Table};
use crate::web::{PageError, Person};
use axum::extract::State;
use axum::response::Response;

pub async fn answer(State(app): State<Shared>, Person(visitor): Person, format: Format) -> Result<Response, PageError> {
    let heads = [
        ("client", "export-client"),
        ("name", "client"),
        ("stage", "cases-stands"),
        ("since", "cases-since"),
        ("opened_on", "cases-opened"),
    ];
    let row = |line: Line| {
        vec![
            Cell::Text(line.key.client),
            Cell::Text(line.name),
            Cell::Text(visitor.lang.text(&format!("case-stage-{}", line.stage.word()))),
            Cell::Day(line.since),
            Cell::Day(line.opened_on),
        ]
    };
    let rows = list::lines(&app, &visitor).await?.into_iter().map(row).collect();
    export::answer("cases", Table::of(visitor.lang, "cases-title", &heads, rows), format, visitor.lang).await
}
