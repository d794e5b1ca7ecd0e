//! Reading a whole portfolio out of PostgreSQL: each kind's rows of some clients at a time.

use super::StoreError;
use super::read::{self, Chunk, Stored, WIDEST};
use super::sql::{FIRST_CELL, Selection};
use crate::store::cell::Storage;
use crate::store::episodes::{self, EpisodeRow};
use domain::record::{Cell, Source};
use futures_util::TryStreamExt;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, Row as _};
use tokio::runtime::Handle;

/// A whole portfolio's reader.
pub struct Reader {
    connection: PgConnection,
    runtime: Handle,
}

impl Reader {
    pub fn open(url: &str) -> Result<Reader, StoreError> {
        let runtime = Handle::current();
        let connection = runtime.block_on(async {
            let mut connection = PgConnection::connect(url).await?;
            connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?;
            Ok::<_, StoreError>(connection)
        })?;
        Ok(Reader { connection, runtime })
    }

    pub fn clients(&mut self, after: &str, limit: usize) -> Result<Vec<String>, StoreError> {
        let query = sqlx::query_scalar(read::CLIENT_KEYS).bind(after).bind(limit as i64);
        Ok(self.runtime.block_on(query.fetch_all(&mut self.connection))?)
    }

    pub fn merged(&mut self) -> Result<Vec<(String, String)>, StoreError> {
        Ok(self.runtime.block_on(sqlx::query_as(read::MERGED).fetch_all(&mut self.connection))?)
    }

    pub fn found(&mut self, [after, by]: [String; 2]) -> Result<Vec<EpisodeRow>, StoreError> {
        let query = sqlx::query_as(AssertSqlSafe(episodes::select(episodes::FOUND))).bind(after).bind(by);
        Ok(self.runtime.block_on(query.fetch_all(&mut self.connection))?)
    }

    pub fn rows(&mut self, selection: &Selection, chunk: &mut Chunk) -> Result<(), StoreError> {
        let range = (chunk.keys.first().cloned(), chunk.keys.last().cloned());
        let query = sqlx::query(AssertSqlSafe(selection.text.as_str())).bind(range.0).bind(range.1);
        self.runtime.block_on(async {
            let mut rows = query.fetch(&mut self.connection);
            while let Some(row) = rows.try_next().await? {
                let (client, id): (&str, &str) = (row.try_get(0)?, row.try_get(1)?);
                let mut cells = [Cell::Null; WIDEST];
                for (i, (place, storage)) in selection.cells.iter().enumerate() {
                    let i = FIRST_CELL + i;
                    cells[*place] = match storage {
                        Storage::Text => row.try_get::<Option<&str>, _>(i)?.map_or(Cell::Null, Cell::Text),
                        Storage::Integer => row.try_get::<Option<i64>, _>(i)?.map_or(Cell::Null, Cell::Integer),
                        Storage::Decimal => row.try_get::<Option<f64>, _>(i)?.map_or(Cell::Null, Cell::Decimal),
                    };
                }
                let source = Source { id: row.try_get::<i64, _>(2)? as u32, line: row.try_get::<i64, _>(3)? as u32 };
                let cells = &cells[..selection.kind.columns.len()];
                if !chunk.take(Stored { client: client.as_bytes(), id, source, cells }) {
                    break;
                }
            }
            Ok(())
        })
    }
}
