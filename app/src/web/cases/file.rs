//! The cases in which a visitor takes part as a file; nothing restricted is among them (RULINGS 33).

use super::list;
use crate::store::cases::Line;
use crate::web::app::Shared;
use crate::web::export::{self, Cell, Column, Format, Table};
use crate::web::markup::Pen;
use crate::web::{PageError, Person, Visitor};
use axum::extract::State;
use axum::response::Response;

pub async fn csv(State(app): State<Shared>, Person(visitor): Person) -> Result<Response, PageError> {
    answer(&app, &visitor, Format::Csv).await
}

pub async fn xlsx(State(app): State<Shared>, Person(visitor): Person) -> Result<Response, PageError> {
    answer(&app, &visitor, Format::Xlsx).await
}

async fn answer(app: &Shared, visitor: &Visitor, format: Format) -> Result<Response, PageError> {
    let pen = Pen::of(visitor);
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
            Cell::Text(pen.lang.text(&format!("case-stage-{}", line.stage.word()))),
            Cell::Day(line.since),
            Cell::Day(line.opened_on),
        ]
    };
    let rows = list::lines(app, visitor).await?.into_iter().map(row).collect();
    let table = Table { columns: Column::all(visitor.lang, &heads), rows };
    export::answer("cases", table, format, visitor.lang).await
}
