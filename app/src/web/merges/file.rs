//! The spellings that were merged into clients as a file.

use super::allowed;
use crate::store::merges::{self, Merged};
use crate::web::export::{self, Cell, Format, Table};
use crate::web::{PageError, Shared, Visitor};
use axum::extract::State;
use axum::response::Response;

pub async fn answer(State(app): State<Shared>, visitor: Visitor, format: Format) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let heads = [
        ("spelling", "merges-spelling-key"),
        ("spelling_name", "merges-spelling-of"),
        ("client", "merges-client-key"),
        ("client_name", "merges-client-of"),
        ("merged_on", "merges-since"),
        ("merged_by", "imports-by"),
    ];
    let row = |merged: Merged| {
        vec![
            Cell::Text(merged.spelling.client),
            Cell::Text(merged.spelling.name),
            Cell::Text(merged.client.client),
            Cell::Text(merged.client.name),
            merged.at.map(|at| visitor.when(&at).day).into(),
            Cell::Text(merged.by.unwrap_or_default()),
        ]
    };
    let rows = merges::all(&app.db).await?.into_iter().map(row).collect();
    export::answer("merges", Table::of(visitor.lang, "merges-title", &heads, rows), format, visitor.lang).await
}
