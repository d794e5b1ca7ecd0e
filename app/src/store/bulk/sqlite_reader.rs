//! Reading a whole portfolio out of SQLite.

use super::StoreError;
use super::read::{self, WIDEST};
use super::sql::{FIRST_CELL, Selection};
use crate::store::cell::Storage;
use crate::store::dialect;
use domain::record::{Cell, KINDS, Source};
use rusqlite::Connection;
use rusqlite::types::ValueRef;

/// A whole portfolio's reader.
pub struct Reader {
    connection: Connection,
}

impl Reader {
    pub fn open(url: &str) -> Result<Reader, StoreError> {
        let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY | rusqlite::OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(dialect::sqlite_path(url), flags)?;
        connection
            .execute_batch("PRAGMA busy_timeout = 30000; PRAGMA cache_size = -8192; PRAGMA mmap_size = 0; BEGIN")?;
        connection.set_prepared_statement_cache_capacity(2 * KINDS.len());
        Ok(Reader { connection })
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

    pub fn rows(
        &mut self,
        selection: &Selection,
        range: (&str, &str),
        each: &mut read::Each,
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(&selection.text)?;
        let mut rows = statement.query(range)?;
        let kind = selection.kind;
        while let Some(row) = rows.next()? {
            let (client, id) = (row.get_ref(0)?.as_str(), row.get_ref(1)?.as_str());
            let (Ok(client), Ok(id)) = (client, id) else { return Err(StoreError::Unreadable(kind.table.into())) };
            let mut cells = [Cell::Null; WIDEST];
            for (i, (place, storage)) in selection.cells.iter().enumerate() {
                cells[*place] = match (row.get_ref(FIRST_CELL + i)?, storage) {
                    (ValueRef::Integer(number), Storage::Decimal) => Cell::Decimal(number as f64),
                    (ValueRef::Integer(number), _) => Cell::Integer(number),
                    (ValueRef::Real(number), _) => Cell::Decimal(number),
                    (ValueRef::Text(bytes), _) => std::str::from_utf8(bytes).map_or(Cell::Null, Cell::Text),
                    (ValueRef::Null | ValueRef::Blob(_), _) => Cell::Null,
                };
            }
            let source = Source { id: row.get(2)?, line: row.get(3)? };
            each(client, id, source, &cells[..kind.columns.len()])?;
        }
        Ok(())
    }
}
