//! What was erased, as an import knows it: a file that still has it does not bring it back.

use crate::intake::row::Row;
use crate::keep::erasures::{Erasure, Scope, name_digest};
use crate::store::erasing::{NAMES, SAID, day_of};
use domain::days::Day;
use domain::record::Cell;
use std::collections::{HashMap, HashSet};

/// What was erased of clients.
#[derive(Clone, Debug, Default)]
pub struct Erased {
    /// Of each client the digests of the names of people.
    people: HashMap<String, HashSet<String>>,
    /// Of each client which rows of before a day went.
    rows: HashMap<String, Vec<(Which, Day)>>,
}

/// Which rows went.
#[derive(Clone, Debug)]
enum Which {
    All,
    Of(Vec<String>),
    Signs,
}

/// What an erasure leaves of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Left<'a> {
    Whole,
    /// All but a name and what the row says.
    Without(Vec<Cell<'a>>),
    Nothing,
}

impl Erased {
    /// Gathers what a list of erasures says of rows.
    pub fn of(erasures: &[Erasure]) -> Erased {
        let mut erased = Erased::default();
        for erasure in erasures {
            let (client, which, before) = match &erasure.scope {
                Scope::Person { client, name_sha256 } => {
                    erased.people.entry(client.clone()).or_default().insert(name_sha256.clone());
                    continue;
                }
                Scope::Client { client, tables } if tables.is_empty() => (client, Which::All, erasure.on),
                Scope::Client { client, tables } => (client, Which::Of(tables.clone()), erasure.on),
                Scope::Older { client, before } => (client, Which::Signs, *before),
                Scope::Case { .. }
                | Scope::OwnParts { .. }
                | Scope::Member { .. }
                | Scope::Prospect { .. }
                | Scope::Win { .. } => continue,
            };
            erased.rows.entry(client.clone()).or_default().push((which, before));
        }
        erased
    }

    /// Returns what is left of a row of a client. A row without a day is of no time, and stays.
    pub fn left<'a>(&self, client: &str, row: &Row<'a>) -> Left<'a> {
        if self.rows.get(client).is_some_and(|gone| gone.iter().any(|(which, before)| takes(which, *before, row))) {
            return Left::Nothing;
        }
        self.people.get(client).and_then(|digests| without(digests, row)).map_or(Left::Whole, Left::Without)
    }
}

fn takes(which: &Which, before: Day, row: &Row) -> bool {
    let table = row.kind.table;
    let is_meant = match which {
        Which::All => true,
        Which::Of(tables) => tables.iter().any(|gone| gone == table),
        Which::Signs => day_of(table).is_some(),
    };
    is_meant && day(row).is_some_and(|day| day < before.to_string().as_str())
}

/// Returns the day on which a row happened, perhaps with its minute.
fn day<'a>(row: &Row<'a>) -> Option<&'a str> {
    let at = row.kind.columns.iter().position(|column| column.name == row.kind.happened)?;
    match row.cells.get(at) {
        Some(Cell::Text(day)) => Some(*day),
        _ => None,
    }
}

/// Returns the cells of a row in which an erased person is named, as an erasure leaves them; nothing where none is named.
fn without<'a>(digests: &HashSet<String>, row: &Row<'a>) -> Option<Vec<Cell<'a>>> {
    let named = |names: &[&str], at: usize| names.contains(&row.kind.columns[at].name);
    let is_theirs = |at: &usize| {
        named(&NAMES, *at) && matches!(row.cells[*at], Cell::Text(name) if digests.contains(&name_digest(name)))
    };
    let theirs: Vec<usize> = (0..row.cells.len()).filter(is_theirs).collect();
    let cell = |(at, cell): (usize, &Cell<'a>)| {
        if theirs.contains(&at) || named(&SAID, at) { Cell::Null } else { *cell }
    };
    (!theirs.is_empty()).then(|| row.cells.iter().enumerate().map(cell).collect())
}
