//! What tests share: a file in, a text out that says what became of it.

use super::clients::{Clients, Known};
use super::plan::Options;
use super::problem::{Note, Problem};
use super::read::{Context, ReadError, read};
use super::row::Row;
use super::source::sample::file;
use super::words::HeaderWords;
use domain::days::Day;
use domain::money::Currency;
use domain::record::Cell;
use std::path::Path;
use std::sync::LazyLock;

pub static WORDS: LazyLock<HeaderWords> = LazyLock::new(|| HeaderWords::read(None).expect("our own words"));

/// Reads a file and writes one line for each row, problem and note, and for what the whole file gave.
pub fn told(path: &Path, name: &str, options: &Options, clients: &mut Clients) -> String {
    let mut out = String::new();
    let plan = match super::inspect(path, name, options) {
        Ok(plan) => plan,
        Err(problem) => return format!("!! {}\n", shown(&problem)),
    };
    let mut context = Context {
        today: Day::from_iso("2026-06-30").expect("a day"),
        base_currency: None,
        default_currency: None,
        clients,
        keep_text: true,
        zone: None,
    };
    let put = &mut |row: &Row| -> Result<(), std::convert::Infallible> {
        out += &format!("{} {} {} {}{}\n", row.line, row.kind.table, row.client, row.id, cells(row));
        Ok(())
    };
    match read(path, &plan, &mut context, put, &mut |_| {}) {
        Ok(outcome) => {
            outcome.problems.iter().for_each(|problem| out += &format!("! {}\n", shown(problem)));
            outcome.notes().iter().for_each(|note| out += &format!("~ {}\n", noted(note)));
            out
        }
        Err(ReadError::File(problem)) => format!("!! {}\n", shown(&problem)),
        Err(ReadError::Put(never)) => match never {},
    }
}

/// Reads a text as a file without any client known.
pub fn told_text(text: &str) -> String {
    told(file(text.as_bytes()).path(), "file.csv", &Options::new(&WORDS), &mut Clients::default())
}

/// Asserts what a text gives; `expected` begins with a newline so that it can be read.
pub fn check(text: &str, expected: &str) {
    assert_eq!(told_text(text), expected.trim_start_matches('\n'), "{text}");
}

/// A client with a currency and payment terms.
pub fn client(key: &str, name: &str, currency: &str, terms_days: Option<i64>) -> Known {
    Known { key: key.into(), name: name.into(), currency: Currency::of(currency), terms_days, merged_into: None }
}

fn cells(row: &Row) -> String {
    let filled = row.kind.columns.iter().zip(row.cells).filter(|(_, cell)| **cell != Cell::Null);
    filled.map(|(column, cell)| format!(" {}={}", column.name, cell_text(cell))).collect()
}

fn cell_text(cell: &Cell) -> String {
    match cell {
        Cell::Null => String::new(),
        Cell::Text(text) => (*text).to_owned(),
        Cell::Integer(number) => number.to_string(),
        Cell::Decimal(number) => number.to_string(),
    }
}

fn shown(problem: &Problem) -> String {
    let line = problem.line.map_or("-".into(), |line| line.to_string());
    let column = problem.column.as_deref().unwrap_or("-");
    format!("{line} {column} {} «{}»", problem.code.word(), problem.value)
}

fn noted(note: &Note) -> String {
    let line = note.line.map_or("-".into(), |line| line.to_string());
    format!("{line} {} «{}»", note.code.word(), note.value)
}
