//! The statement and the final account as files: each row with its record, its file and the line there.

use super::{Asked, asked};
use crate::store::sources::{self, SourceFile};
use crate::web::app::Shared;
use crate::web::export::{self, Cell, Column, Format, Table};
use crate::web::{PageError, Visitor};
use axum::extract::{Path, State};
use axum::response::Response;
use domain::case::CitedRow;
use domain::money::Money;
use domain::separation::settlement::{Entry, FinalAccount, Line, Part, Side, Statement, statement};
use std::collections::HashMap;

/// The columns of the statement, each with its header word and the message that heads it.
const STATEMENT: [&str; 11] =
    ["currency", "on", "kind", "reference", "due_on", "charge", "credit", "balance", "record", "file", "line"];
const FINAL: [&str; 9] = ["side", "kind", "amount", "currency", "due_on", "minutes", "records", "file", "line"];

type Files = HashMap<u32, SourceFile>;

pub async fn download(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, name)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (stem, format) = Format::split(&name).ok_or(PageError::NotFound)?;
    let subject = match asked(&app, &visitor, &client, &[&name]).await? {
        Asked::Here(subject) => subject,
        Asked::Elsewhere(answer) => return Ok(answer),
    };
    let scene = subject.scene(&visitor.firm);
    let (columns, rows) = match stem {
        "statement" => {
            let own = statement(&scene, None);
            let cited = own.parts.iter().flat_map(|part| part.entries.iter().map(|entry| &entry.record));
            let files = sources::of_ids(&app.db, numbers(cited)).await?;
            (&STATEMENT[..], statement_rows(&visitor, &own, &files))
        }
        "final" => {
            let own = subject.account(&scene, None, None);
            let cited = own.lines.iter().flat_map(|line| &line.records);
            let files = sources::of_ids(&app.db, numbers(cited)).await?;
            (&FINAL[..], final_rows(&visitor, &own, &files))
        }
        _ => return Err(PageError::NotFound),
    };
    let column = |machine: &&str| Column {
        machine: (*machine).into(),
        head: visitor.lang.text(&format!("account-column-{machine}")),
    };
    let table = Table { columns: columns.iter().map(column).collect(), rows };
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
    let word = |entry: &Entry| Cell::Text(visitor.lang.text(&format!("entry-kind-{}", entry.kind.word())));
    let row = |part: &Part, entry: &Entry| {
        let sum = |minor: i64| {
            if minor == 0 { Cell::Empty } else { Cell::Sum(Money { minor, currency: part.currency }) }
        };
        let [file, line] = read_at(files, Some(&entry.record));
        vec![
            Cell::Text(part.currency.code().to_owned()),
            Cell::Day(entry.on),
            word(entry),
            Cell::Text(entry.reference.clone()),
            entry.due_on.map_or(Cell::Empty, Cell::Day),
            sum(entry.charge),
            sum(entry.credit),
            Cell::Sum(Money { minor: entry.balance, currency: part.currency }),
            Cell::Text(entry.record.id.clone()),
            file,
            line,
        ]
    };
    own.parts.iter().flat_map(|part| part.entries.iter().map(move |entry| row(part, entry))).collect()
}

/// Returns the lines; work is left out for those who do not see the hours of others.
fn final_rows(visitor: &Visitor, own: &FinalAccount, files: &Files) -> Vec<Vec<Cell>> {
    let sees_work = visitor.viewer.sees_costs();
    let shown = own.lines.iter().filter(|line| sees_work || line.side != Side::ToBill);
    let row = |line: &Line| {
        let ids: Vec<&str> = line.records.iter().map(|row| row.id.as_str()).collect();
        let [file, at] = read_at(files, line.records.first());
        vec![
            Cell::Text(visitor.lang.text(&format!("side-{}", line.side.word()))),
            Cell::Text(visitor.lang.text(&format!("line-{}", line.kind.word()))),
            line.amount.map_or(Cell::Empty, Cell::Sum),
            line.amount.map_or(Cell::Empty, |amount| Cell::Text(amount.currency.code().to_owned())),
            line.due_on.map_or(Cell::Empty, Cell::Day),
            line.minutes.map_or(Cell::Empty, |minutes| Cell::Number(minutes as f64)),
            Cell::Text(ids.join(" ")),
            file,
            at,
        ]
    };
    shown.map(row).collect()
}
