//! PostgreSQL: one read-only transaction at REPEATABLE READ is the moment; rows come in by binary COPY.

use super::{StoreError, Table, Value, name, names};
use futures_util::TryStreamExt;
use sqlx::postgres::PgRow;
use sqlx::{AssertSqlSafe, Column, Connection, Executor, PgConnection, Row, TypeInfo};
use tokio::runtime::Handle;

/// Rows are sent once they fill so much.
const COPY_BYTES: usize = 1024 * 1024;

/// What every binary COPY begins with, and how it ends.
const COPY_HEAD: &[u8] = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0";
const COPY_END: [u8; 2] = (-1_i16).to_be_bytes();

const TABLES: &str = "SELECT CAST(c.relname AS TEXT) FROM pg_class c
    WHERE c.relnamespace = CAST(current_schema() AS REGNAMESPACE) AND c.relkind IN ('r', 'p')";
const COLUMNS: &str = "SELECT CAST(a.attname AS TEXT) FROM pg_attribute a
    WHERE a.attrelid = CAST($1 AS REGCLASS) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum";
const KEY: &str = "SELECT CAST(a.attname AS TEXT) FROM pg_index i
    CROSS JOIN LATERAL unnest(CAST(i.indkey AS SMALLINT[])) WITH ORDINALITY AS k (attnum, place)
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
    WHERE i.indrelid = CAST($1 AS REGCLASS) AND i.indisprimary ORDER BY k.place";

pub struct Snapshot {
    connection: PgConnection,
    runtime: Handle,
}

impl Snapshot {
    pub fn take(url: &str) -> Result<Snapshot, StoreError> {
        let runtime = Handle::current();
        let connection = runtime.block_on(async {
            let mut connection = PgConnection::connect(url).await?;
            connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?;
            // The moment is the first reading.
            connection.execute("SELECT COUNT(*) FROM _sqlx_migrations").await?;
            Ok::<_, StoreError>(connection)
        })?;
        Ok(Snapshot { connection, runtime })
    }

    pub fn tables(&mut self) -> Result<Vec<Table>, StoreError> {
        let connection = &mut self.connection;
        self.runtime.block_on(async {
            let found: Vec<String> = sqlx::query_scalar(TABLES).fetch_all(&mut *connection).await?;
            let mut tables = vec![];
            for found in found {
                let columns = columns(connection, &found, COLUMNS).await?;
                let key = self::columns(connection, &found, KEY).await?;
                tables.push(Table { name: found, columns, key });
            }
            Ok(tables)
        })
    }

    pub fn numbers(&mut self, query: &'static str) -> Result<Vec<i64>, StoreError> {
        Ok(self.runtime.block_on(sqlx::query_scalar(query).fetch_all(&mut self.connection))?)
    }

    pub fn rows<E: From<StoreError>>(
        &mut self,
        table: &Table,
        mut each: impl FnMut(&[Value]) -> Result<(), E>,
    ) -> Result<(), E> {
        let query = sqlx::query(AssertSqlSafe(table.selection()));
        let mut rows = query.fetch(&mut self.connection);
        // Between two rows nothing runs, so that whoever takes them may block on the same runtime.
        while let Some(row) = self.runtime.block_on(rows.try_next()).map_err(StoreError::from)? {
            let values: Vec<Value> =
                (0..row.len()).map(|i| value(&row, i)).collect::<Result<_, _>>().map_err(StoreError::from)?;
            each(&values)?;
        }
        Ok(())
    }
}

async fn columns(connection: &mut PgConnection, table: &str, query: &'static str) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar(query).bind(name(table)).fetch_all(connection).await
}

fn value(row: &PgRow, i: usize) -> Result<Value<'_>, sqlx::Error> {
    Ok(match row.column(i).type_info().name() {
        "INT8" => row.try_get::<Option<i64>, _>(i)?.map_or(Value::Null, Value::Integer),
        "FLOAT8" => row.try_get::<Option<f64>, _>(i)?.map_or(Value::Null, Value::Decimal),
        "BYTEA" => row.try_get::<Option<&[u8]>, _>(i)?.map_or(Value::Null, Value::Bytes),
        _ => row.try_get::<Option<&str>, _>(i)?.map_or(Value::Null, Value::Text),
    })
}

pub struct Filling {
    connection: PgConnection,
    runtime: Handle,
    copy: String,
    waiting: Vec<u8>,
    /// How to put the references between tables back: while rows come in, they stand in no order.
    references: Vec<String>,
}

const REFERENCES: &str = "SELECT CAST(CAST(conrelid AS REGCLASS) AS TEXT), CAST(conname AS TEXT),
        pg_get_constraintdef(oid)
    FROM pg_constraint WHERE contype = 'f' AND connamespace = CAST(current_schema() AS REGNAMESPACE)";

impl Filling {
    pub fn begin(url: &str) -> Result<Filling, StoreError> {
        let runtime = Handle::current();
        let (connection, references) = runtime.block_on(async {
            let mut connection = PgConnection::connect(url).await?;
            connection.execute("BEGIN").await?;
            let found: Vec<(String, String, String)> = sqlx::query_as(REFERENCES).fetch_all(&mut connection).await?;
            let mut references = vec![];
            for (table, constraint, text) in found {
                let constraint = name(&constraint);
                let drop = format!("ALTER TABLE {table} DROP CONSTRAINT {constraint}");
                connection.execute(AssertSqlSafe(drop)).await?;
                references.push(format!("ALTER TABLE {table} ADD CONSTRAINT {constraint} {text}"));
            }
            Ok::<_, StoreError>((connection, references))
        })?;
        Ok(Filling { connection, runtime, copy: String::new(), waiting: vec![], references })
    }

    pub fn table(&mut self, found: &str, wanted: &[String]) -> Result<bool, StoreError> {
        self.send()?;
        let runtime = self.runtime.clone();
        let has = runtime.block_on(async {
            let there: bool = sqlx::query_scalar("SELECT to_regclass($1) IS NOT NULL")
                .bind(name(found))
                .fetch_one(&mut self.connection)
                .await?;
            if there { columns(&mut self.connection, found, COLUMNS).await } else { Ok(vec![]) }
        })?;
        if wanted.is_empty() || wanted.iter().any(|column| !has.contains(column)) {
            return Ok(false);
        }
        runtime.block_on(self.connection.execute(AssertSqlSafe(format!("DELETE FROM {}", name(found)))))?;
        self.copy = format!("COPY {} ({}) FROM STDIN (FORMAT binary)", name(found), names(wanted));
        Ok(true)
    }

    pub fn put(&mut self, row: &[Value]) -> Result<(), StoreError> {
        if self.waiting.is_empty() {
            self.waiting.extend_from_slice(COPY_HEAD);
        }
        self.waiting.extend((row.len() as i16).to_be_bytes());
        for value in row {
            match value {
                Value::Null => self.waiting.extend((-1_i32).to_be_bytes()),
                Value::Integer(number) => self.field(&number.to_be_bytes()),
                Value::Decimal(number) => self.field(&number.to_be_bytes()),
                Value::Text(text) => self.field(text.as_bytes()),
                Value::Bytes(bytes) => self.field(bytes),
            }
        }
        if self.waiting.len() >= COPY_BYTES { self.send() } else { Ok(()) }
    }

    fn field(&mut self, bytes: &[u8]) {
        self.waiting.extend((bytes.len() as i32).to_be_bytes());
        self.waiting.extend_from_slice(bytes);
    }

    fn send(&mut self) -> Result<(), StoreError> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let mut rows = std::mem::take(&mut self.waiting);
        rows.extend(COPY_END);
        let runtime = self.runtime.clone();
        runtime.block_on(async {
            let mut copy = self.connection.copy_in_raw(&self.copy).await?;
            copy.send(rows).await?;
            copy.finish().await?;
            Ok(())
        })
    }

    pub fn commit(mut self, last: &'static str) -> Result<(), StoreError> {
        self.send()?;
        self.runtime.block_on(async {
            self.connection.execute(last).await?;
            for reference in &self.references {
                self.connection.execute(AssertSqlSafe(reference.clone())).await?;
            }
            self.connection.execute("COMMIT").await?;
            self.connection.close().await?;
            Ok(())
        })
    }
}
