//! The list of archives as a file.

use super::line::{Asked, Kept, Line, lines};
use crate::web::app::Shared;
use crate::web::export::{self, Cell, Format, Table};
use crate::web::{PageError, Visitor};
use axum::extract::{Query, State};
use axum::response::Response;

/// Each column with the key of its heading.
const HEADS: [(&str, &str); 13] = [
    ("client", "client"),
    ("case", "archives-case"),
    ("scope", "archives-what"),
    ("made_on", "archives-when"),
    ("made_by", "archives-by"),
    ("readers", "archives-readers"),
    ("sha256", "archives-digest"),
    ("kept_until", "archives-until"),
    ("held", "archives-held"),
    ("state", "archives-stands"),
    ("replaced_on", "archives-state-replaced"),
    ("checked_on", "archives-looked"),
    ("whole", "archives-whole"),
];

pub async fn answer(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
    format: Format,
) -> Result<Response, PageError> {
    let (lang, lines) = (visitor.lang, lines(&app, &visitor, &asked).await?);
    let row = |line: Line| {
        let (state, scope) = (line.state(), line.scope.word());
        let until = match line.kept {
            Kept::Until(on) => Cell::Day(on),
            Kept::Held | Kept::Stopped | Kept::Waits | Kept::Gone => Cell::Empty,
        };
        vec![
            Cell::Text(line.client),
            Cell::Text(line.case),
            Cell::Text(lang.text(&format!("archive-scope-{scope}"))),
            Cell::Day(line.made_on),
            Cell::Text(line.by),
            Cell::Text(line.readers.join(&lang.text("case-comma"))),
            Cell::Text(line.sha256),
            until,
            // Why it is stopped is not for every reader; that it stays is.
            Cell::Flag(matches!(line.kept, Kept::Held | Kept::Stopped)),
            Cell::Text(lang.text(&format!("archives-state-{state}"))),
            line.replaced_on.into(),
            Cell::Day(line.checked_on),
            Cell::Flag(line.is_whole),
        ]
    };
    let table = Table::of(lang, "archives-all", &HEADS, lines.into_iter().map(row).collect());
    export::answer("archives", table, format, lang).await
}
