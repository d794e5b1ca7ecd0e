//! Past imports as a file, one row a file that was read.

use super::allowed;
use crate::store::runs::{self, Run, RunFile};
use crate::web::export::{self, Cell, Column, Format, Table};
use crate::web::{PageError, Shared, Visitor};
use axum::extract::State;
use axum::response::Response;

const COLUMNS: [&str; 9] = ["on", "time", "by", "file", "rows", "added", "changed", "unchanged", "problems"];

pub async fn answer(State(app): State<Shared>, visitor: Visitor, format: Format) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let lang = visitor.lang;
    let runs = runs::latest(&app.db, i64::from(u32::MAX)).await?;
    let rows = runs.iter().flat_map(|run| run.files.iter().map(|file| row(&visitor, run, file))).collect();
    let table =
        Table { title: lang.text("imports-past"), columns: Column::each(lang, "export-import-{}", &COLUMNS), rows };
    export::answer("imports", table, format, lang).await
}

fn row(visitor: &Visitor, run: &Run, file: &RunFile) -> Vec<Cell> {
    let when = visitor.when(&run.at);
    let counts = [file.rows, file.added, file.changed, file.unchanged, file.problems_total];
    let told = [Cell::Day(when.day), Cell::Text(when.time), Cell::Text(run.by.clone().unwrap_or_default())];
    told.into_iter().chain([Cell::Text(file.name.clone())]).chain(counts.map(|n| Cell::Number(n as f64))).collect()
}
