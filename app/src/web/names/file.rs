//! The names of people in the records as a file: those that still wait, and those that were mapped.

use super::allowed;
use crate::store::person_names::{self, Found, Mapped};
use crate::web::export::{self, Cell, Format, Table};
use crate::web::{PageError, Shared, Visitor};
use axum::extract::State;
use axum::response::Response;

pub async fn answer(State(app): State<Shared>, visitor: Visitor, format: Format) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let lang = visitor.lang;
    let heads = [("name", "names-written"), ("member", "names-is"), ("kinds", "names-where")];
    let mapped = |mapped: Mapped| {
        let member = mapped.member.map_or_else(|| lang.text("names-nobody"), |(_, name)| name);
        vec![Cell::Text(mapped.spelling), Cell::Text(member), Cell::Empty]
    };
    let waiting = |found: Found| {
        let kinds: Vec<String> = found.tables.iter().map(|table| lang.text(&format!("kind-{table}"))).collect();
        vec![Cell::Text(found.written), Cell::Text(lang.text("names-later")), Cell::Text(kinds.join(" · "))]
    };
    let rows = person_names::unmapped(&app.db).await?.into_iter().map(waiting);
    let rows = rows.chain(person_names::all(&app.db).await?.into_iter().map(mapped)).collect();
    export::answer("names", Table::of(lang, "names-title", &heads, rows), format, lang).await
}
