//! A whole portfolio read in one pass, a few hundred clients at a time, so that memory does not grow with it.

use super::sql::Selection;
use super::{postgres, sqlite_reader};
use crate::store::dialect::Kind as Database;
use crate::store::{Db, StoreError};
use domain::record::{Cell, History, KINDS, Source};
use std::collections::HashMap;

/// How many clients are read at once.
const CHUNK: usize = 512;

/// The next clients that are not another's spelling.
pub const CLIENT_KEYS: &str = "SELECT client FROM clients WHERE client > $1 ORDER BY client LIMIT $2";

/// The spellings, and the client each of them is.
pub const MERGED: &str = "SELECT client, merged_into FROM clients WHERE merged_into IS NOT NULL";

/// Takes one row: client, id, source and line, and its cells in the order of the kind's columns.
pub type Each<'e> = dyn FnMut(&str, &str, Source, &[Cell]) -> Result<(), StoreError> + 'e;

/// No kind has more columns.
pub const WIDEST: usize = 16;

/// Reads histories, client by client in the order of their keys. It blocks, so it lives on a thread of its own.
pub enum Reader {
    Sqlite(sqlite_reader::Reader),
    Postgres(Box<postgres::Reader>),
}

impl Reader {
    /// Opens a reader; what it reads does not change while it is open.
    pub fn open(db: &Db) -> Result<Reader, StoreError> {
        Ok(match db.kind {
            Database::Sqlite => Reader::Sqlite(sqlite_reader::Reader::open(&db.url)?),
            Database::Postgres => Reader::Postgres(Box::new(postgres::Reader::open(&db.url)?)),
        })
    }

    /// Hands over the whole history of each client; the records of merged spellings come with the client they are.
    pub fn each_client(&mut self, mut take: impl FnMut(&mut History)) -> Result<(), StoreError> {
        let selections: Vec<Selection> = KINDS.iter().map(|kind| Selection::of(kind)).collect();
        let merged: HashMap<String, String> = self.merged()?.into_iter().collect();
        let mut spellings: HashMap<&str, Vec<History>> = HashMap::new();
        for (spelling, client) in &merged {
            let mut history = [History::default()];
            self.read_range(&selections, std::slice::from_ref(spelling), &mut history)?;
            spellings.entry(client).or_default().extend(history);
        }
        let mut histories = vec![History::default(); CHUNK];
        let mut after = String::new();
        loop {
            let keys = self.clients(&after, CHUNK)?;
            let Some(last) = keys.last() else { return Ok(()) };
            after.clone_from(last);
            self.read_range(&selections, &keys, &mut histories)?;
            for (key, history) in keys.iter().zip(&mut histories) {
                if merged.contains_key(key) {
                    continue;
                }
                spellings.remove(key.as_str()).into_iter().flatten().for_each(|other| history.absorb(other));
                history.sort();
                take(history);
            }
        }
    }

    /// Reads the histories of consecutive keys, in their order; `histories` has room for as many.
    fn read_range(
        &mut self,
        selections: &[Selection],
        keys: &[String],
        histories: &mut [History],
    ) -> Result<(), StoreError> {
        let (Some(first), Some(last)) = (keys.first(), keys.last()) else { return Ok(()) };
        histories.iter_mut().for_each(History::clear);
        for selection in selections {
            let table = selection.kind.table;
            let add = History::adder(selection.kind).ok_or_else(|| StoreError::Unreadable(table.into()))?;
            let mut at = 0;
            let mut each = |client: &str, id: &str, source: Source, cells: &[Cell]| {
                while at < keys.len() && keys[at] != client {
                    at += 1;
                }
                let history = histories.get_mut(at).ok_or_else(|| unreadable(table, client, id))?;
                add(history, id, source, cells).ok_or_else(|| unreadable(table, client, id))
            };
            match self {
                Reader::Sqlite(reader) => reader.rows(selection, (first, last), &mut each)?,
                Reader::Postgres(reader) => reader.rows(selection, (first, last), &mut each)?,
            }
        }
        Ok(())
    }

    fn clients(&mut self, after: &str, limit: usize) -> Result<Vec<String>, StoreError> {
        match self {
            Reader::Sqlite(reader) => reader.clients(after, limit),
            Reader::Postgres(reader) => reader.clients(after, limit),
        }
    }

    fn merged(&mut self) -> Result<Vec<(String, String)>, StoreError> {
        match self {
            Reader::Sqlite(reader) => reader.merged(),
            Reader::Postgres(reader) => reader.merged(),
        }
    }
}

fn unreadable(table: &str, client: &str, id: &str) -> StoreError {
    StoreError::Unreadable(format!("{table} {client} {id}"))
}
