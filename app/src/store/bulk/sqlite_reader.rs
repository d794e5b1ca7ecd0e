//! Reading a whole portfolio out of SQLite. Rows are not fetched: SQLite hands each to a function of ours while it walks
//! through a table, for that costs less than asking for cells one by one (DECISIONS, Records and storage).

use super::StoreError;
use super::read::{self, Chunk, Stored, WIDEST};
use super::sql::{self, FIRST_CELL, Selection};
use crate::store::cell::Storage;
use crate::store::dialect;
use crate::store::episodes::{self, EpisodeRow};
use domain::record::{Cell, KINDS, Source};
use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A whole portfolio's reader.
pub struct Reader {
    connection: Connection,
    /// What the functions fill while a statement runs.
    chunk: Arc<Mutex<Chunk>>,
}

impl Reader {
    pub fn open(url: &str) -> Result<Reader, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(dialect::sqlite_path(url), flags)?;
        connection
            .execute_batch("PRAGMA busy_timeout = 30000; PRAGMA cache_size = -8192; PRAGMA mmap_size = 0; BEGIN")?;
        connection.set_prepared_statement_cache_capacity(2 * KINDS.len());
        let chunk = Arc::default();
        for kind in KINDS {
            let (selection, chunk) = (Selection::of(kind), Arc::clone(&chunk));
            let width = (FIRST_CELL + selection.cells.len()) as i32;
            let (name, flags) = (sql::taker(kind), FunctionFlags::SQLITE_DIRECTONLY);
            let take = move |row: &Context| take(row, &selection, &mut lock(&chunk));
            connection.create_scalar_function(name.as_str(), width, flags, take)?;
        }
        Ok(Reader { connection, chunk })
    }

    pub fn clients(&mut self, after: &str, limit: usize) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare_cached(read::CLIENT_KEYS)?;
        let rows = statement.query_map((after, limit as i64), |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn merged(&mut self) -> Result<Vec<(String, String)>, StoreError> {
        let mut statement = self.connection.prepare(read::MERGED)?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn found(&mut self, days: [String; 2]) -> Result<Vec<EpisodeRow>, StoreError> {
        let mut statement = self.connection.prepare(&episodes::select(episodes::FOUND))?;
        let rows = statement.query_map(days, |row| row.try_into())?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn rows(&mut self, selection: &Selection, chunk: &mut Chunk) -> Result<(), StoreError> {
        let first = chunk.keys.first().cloned();
        std::mem::swap(chunk, &mut lock(&self.chunk));
        let walked = self.connection.prepare_cached(&selection.offer).and_then(|mut offer| offer.exists([first]));
        std::mem::swap(chunk, &mut lock(&self.chunk));
        walked?;
        Ok(())
    }
}

fn lock(chunk: &Mutex<Chunk>) -> MutexGuard<'_, Chunk> {
    chunk.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes a row that SQLite offers; tells whether it wants more.
fn take(row: &Context, selection: &Selection, chunk: &mut Chunk) -> rusqlite::Result<bool> {
    let mut cells = [Cell::Null; WIDEST];
    for (i, (place, storage)) in selection.cells.iter().enumerate() {
        cells[*place] = match (row.get_raw(FIRST_CELL + i), storage) {
            (ValueRef::Integer(number), Storage::Decimal) => Cell::Decimal(number as f64),
            (ValueRef::Integer(number), _) => Cell::Integer(number),
            (ValueRef::Real(number), _) => Cell::Decimal(number),
            (ValueRef::Text(bytes), _) => std::str::from_utf8(bytes).map_or(Cell::Null, Cell::Text),
            (ValueRef::Null | ValueRef::Blob(_), _) => Cell::Null,
        };
    }
    let (client, id) = (row.get_raw(0).as_bytes()?, row.get_raw(1).as_str()?);
    let source = Source { id: row.get_raw(2).as_i64()? as u32, line: row.get_raw(3).as_i64()? as u32 };
    Ok(chunk.take(Stored { client, id, source, cells: &cells[..selection.kind.columns.len()] }))
}
