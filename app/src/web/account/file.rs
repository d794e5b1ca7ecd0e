//! The statement and the final account as files: each row with its record, its file and the line there; the statement as
//! a paper for the client, too.

use super::for_client::{COLUMNS, HEADS, cells, printed};
use super::{Asked, asked};
use crate::lang::Lang;
use crate::letter::statement_text;
use crate::store::sources::{self, SourceFile};
use crate::web::app::Shared;
use crate::web::export::{self, Cell, Column, Format, Table};
use crate::web::{PageError, Visitor};
use axum::extract::{Path, State};
use axum::response::Response;
use domain::case::CitedRow;
use domain::separation::settlement::{Entry, FinalAccount, Line, Part, Statement, statement};
use std::collections::HashMap;

/// The columns that the statement has for us beside those of the client.
const RECORD: [&str; 3] = ["record", "file", "line"];
const FINAL: [&str; 9] = ["side", "kind", "amount", "currency", "due_on", "minutes", "records", "file", "line"];

type Files = HashMap<u32, SourceFile>;

pub async fn download(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, name)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let format = Format::split(&name);
    let subject = match asked(&app, &visitor, &client, &[&name]).await? {
        Asked::Here(subject) => subject,
        Asked::Elsewhere(answer) => return Ok(answer),
    };
    let scene = subject.scene(&visitor.firm);
    if name == "statement.pdf" {
        let parties = (visitor.firm.name.as_deref().unwrap_or_default(), subject.name());
        let (own, lang) = (statement(&scene, None).for_client(), Lang { isolates: false, ..visitor.lang });
        return printed(&app, lang, parties, (own.on, &statement_text(&own, lang))).await;
    }
    let (stem, format) = format.ok_or(PageError::NotFound)?;
    let (columns, rows) = match stem {
        "statement" => {
            let own = statement(&scene, None);
            let cited = own.parts.iter().flat_map(|part| part.entries.iter().map(|entry| &entry.record));
            let files = sources::of_ids(&app.db, numbers(cited)).await?;
            ([&COLUMNS[..], &RECORD[..]].concat(), statement_rows(&visitor, &own, &files))
        }
        "final" => {
            let own = subject.account(&scene, None, None);
            let cited = own.lines.iter().flat_map(|line| &line.records);
            let files = sources::of_ids(&app.db, numbers(cited)).await?;
            (FINAL.to_vec(), final_rows(&visitor, &own, &files))
        }
        _ => return Err(PageError::NotFound),
    };
    let title = format!("{} {} {}", visitor.lang.text(&format!("account-{stem}")), subject.name(), subject.on);
    let table = Table { title, columns: Column::each(visitor.lang, HEADS, &columns), rows };
    let name = format!("{stem}-{}-{}", subject.client, subject.on);
    export::answer(&name, table, format, visitor.lang).await
}

/// Returns the numbers of the files that rows were read from.
fn numbers<'a>(cited: impl Iterator<Item = &'a CitedRow>) -> Vec<u32> {
    cited.map(|row| row.source.id).collect()
}

/// Returns the cells of a record's file and line; those of one that a person entered are empty.
fn read_at(files: &Files, row: Option<&CitedRow>) -> [Cell; 2] {
    let read =
        row.filter(|row| row.source.line > 0).and_then(|row| Some((files.get(&row.source.id)?, row.source.line)));
    match read {
        Some((file, line)) => [Cell::Text(file.name.clone()), Cell::Number(f64::from(line))],
        None => [Cell::Empty, Cell::Empty],
    }
}

fn statement_rows(visitor: &Visitor, own: &Statement, files: &Files) -> Vec<Vec<Cell>> {
    let row = |part: &Part, entry: &Entry| {
        let read = read_at(files, Some(&entry.record));
        let own = cells(visitor.lang, part.currency, &entry.for_client()).into_iter();
        own.chain([Cell::Text(entry.record.id.clone())]).chain(read).collect()
    };
    own.parts.iter().flat_map(|part| part.entries.iter().map(move |entry| row(part, entry))).collect()
}

/// Returns the lines; work is left out for those who do not see the hours of others.
fn final_rows(visitor: &Visitor, own: &FinalAccount, files: &Files) -> Vec<Vec<Cell>> {
    let sees_work = visitor.viewer.sees_costs();
    let shown = own.lines.iter().filter(|line| sees_work || !line.side.is_unbilled());
    let row = |line: &Line| {
        let ids: Vec<&str> = line.records.iter().map(|row| row.id.as_str()).collect();
        let [file, at] = read_at(files, line.records.first());
        vec![
            Cell::Text(visitor.lang.text(&format!("side-{}", line.side.word()))),
            Cell::Text(visitor.lang.text(&format!("line-{}", line.kind.word()))),
            line.amount.into(),
            line.amount.map(|amount| amount.currency).into(),
            line.due_on.into(),
            line.minutes.map(|minutes| Cell::Number(minutes as f64)).into(),
            Cell::Text(ids.join(" ")),
            file,
            at,
        ]
    };
    shown.map(row).collect()
}
