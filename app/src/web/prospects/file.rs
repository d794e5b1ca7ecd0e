//! The prospects as a file, in the order of the list; sums only for those who see them.

use super::{allowed, list, sees_sums};
use crate::web::app::Shared;
use crate::web::export::{self, Cell, Format, Table};
use crate::web::{PageError, Visitor};
use axum::extract::State;
use axum::response::Response;
use domain::lesson::prospect::Prospect;

pub async fn answer(State(app): State<Shared>, visitor: Visitor, format: Format) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let mut heads = vec![
        ("name", "prospect-name"),
        ("channel", "prospect-channel"),
        ("stage", "prospect-stage"),
        ("since", "cases-since"),
        ("next_on", "prospect-next"),
    ];
    if sees_sums(&visitor) {
        heads.extend([("contribution", "prospect-contribution"), ("currency", "export-row-currency")]);
    }
    let rows = list::prospects(&app).await?.iter().map(|one| row(&visitor, one)).collect();
    export::answer("prospects", Table::of(visitor.lang, "prospects-title", &heads, rows), format, visitor.lang).await
}

fn row(visitor: &Visitor, one: &Prospect) -> Vec<Cell> {
    let profile = &one.profile;
    let (stage, since) = one.stage();
    let next = profile.next_on.filter(|_| stage.is_open());
    let mut cells = vec![
        Cell::Text(profile.name.clone()),
        Cell::Text(visitor.lang.text(&format!("through-{}", profile.channel.word()))),
        Cell::Text(visitor.lang.text(&format!("stage-{}", stage.word()))),
        Cell::Day(since),
        next.into(),
    ];
    if sees_sums(visitor) {
        let sum = profile.contribution;
        cells.push(sum.into());
        cells.push(sum.map(|sum| sum.currency).into());
    }
    cells
}
