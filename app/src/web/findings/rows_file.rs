//! The rows a finding rests on as a file: each with the file and the line it was read from.

use crate::store::records::{self, Record};
use crate::store::sources::{self, SourceFile};
use crate::web::export::{self, Cell, Column, Format, Table};
use crate::web::markup::Pen;
use crate::web::past::{self, Look};
use crate::web::records::{Found, Reader, found_on, kind_name, name_of};
use crate::web::{PageError, Shared, Visitor};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::record::KINDS;
use domain::sign::{Code, Family};

const COLUMNS: [&str; 8] = ["client", "kind", "record", "on", "amount", "currency", "file", "line"];

/// Serves `rows.csv` or `rows.xlsx`; what only some may read is never in a file (RULINGS 33).
pub async fn download(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, code, name)): Path<(String, String, String)>,
    Query(asked): Query<past::Asked>,
) -> Result<Response, PageError> {
    let (stem, format) = Format::split(&name).filter(|(stem, _)| *stem == "rows").ok_or(PageError::NotFound)?;
    let whose = match found_on(&app, &visitor.viewer, &client, &["findings", &code, &name], &asked.on).await? {
        Found::Here(whose) => whose,
        Found::Elsewhere(answer) => return Ok(answer),
    };
    let code = Code::of(&code).filter(|code| visitor.viewer.sees_finding(*code) && code.family() != Family::Critical);
    let code = code.ok_or(PageError::NotFound)?;
    let look = Look::sound(&app, &visitor, &asked.on).await?;
    let known = look.client(&app, &visitor, whose.client()).await?;
    let finding = known.and_then(|(_, whole)| whole.findings.into_iter().find(|finding| finding.code == code));
    let finding = finding.ok_or(PageError::NotFound)?;
    let pen = Pen::of(&visitor);
    let reader = Reader { pen: &pen, viewer: &visitor.viewer };
    let mut rows = Vec::new();
    for kind in KINDS {
        let cited = finding.facts.iter().filter(|fact| fact.kind == kind.table);
        let ids: Vec<&str> = cited.map(|fact| fact.id.as_str()).collect();
        let mut found = if ids.is_empty() { vec![] } else { records::some(&app.db, &whose, kind, &ids).await? };
        // As on the page, the most telling row first.
        found.sort_by_key(|record| ids.iter().position(|id| *id == record.id));
        let files = sources::of_ids(&app.db, found.iter().map(|record| record.source.id)).await?;
        rows.extend(found.iter().map(|record| row(&reader, record, files.get(&record.source.id))));
    }
    let name = name_of(&app, &visitor, whose.client()).await?;
    let title = look.file(&format!("{} {name}", visitor.lang.sign_name(code)));
    let table = Table { title, columns: Column::each(visitor.lang, "export-row-{}", &COLUMNS), rows };
    export::answer(&look.file(&format!("{}-{}-{stem}", code.word(), whose.client())), table, format, visitor.lang).await
}

fn row(reader: &Reader, record: &Record, file: Option<&SourceFile>) -> Vec<Cell> {
    let (kind, file) = (record.kind, file.filter(|_| record.source.line > 0));
    let cell = |name: &str| {
        let seen = reader.exportable(kind).into_iter().find(|(_, column)| column.name == name);
        seen.map(|(at, _)| reader.exported(record, at)).into()
    };
    vec![
        Cell::Text(record.client.clone()),
        Cell::Text(kind_name(reader.pen.lang, kind)),
        Cell::Text(record.id.clone()),
        cell(kind.happened),
        cell("amount"),
        cell("currency"),
        file.map(|file| file.name.as_str()).into(),
        file.map(|_| Cell::Number(f64::from(record.source.line))).into(),
    ]
}
