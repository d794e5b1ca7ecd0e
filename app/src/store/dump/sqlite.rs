//! SQLite: a read transaction of the write-ahead log is the moment; writers go on beside it.

use super::{StoreError, Table, Value, name, names};
use crate::store::bulk::sql::placeholders;
use crate::store::dialect;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags, ToSql};

pub struct Snapshot(Connection);

impl Snapshot {
    pub fn take(url: &str) -> Result<Snapshot, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(dialect::sqlite_path(url), flags)?;
        connection.execute_batch(dialect::PRAGMAS)?;
        connection.execute_batch("PRAGMA query_only = ON; BEGIN")?;
        // The moment is the first reading.
        connection.query_row("SELECT COUNT(*) FROM sqlite_master", [], |row| row.get::<_, i64>(0))?;
        Ok(Snapshot(connection))
    }

    pub fn tables(&mut self) -> Result<Vec<Table>, StoreError> {
        let mut statement =
            self.0.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")?;
        let found: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        found.into_iter().map(|name| table(&self.0, name)).collect()
    }

    pub fn numbers(&mut self, query: &str) -> Result<Vec<i64>, StoreError> {
        let mut statement = self.0.prepare(query)?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn rows<E: From<StoreError>>(
        &mut self,
        table: &Table,
        mut each: impl FnMut(&[Value]) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut statement = self.0.prepare(&table.selection()).map_err(StoreError::from)?;
        let mut rows = statement.query([]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            let value = |i| -> Result<Value, StoreError> { value(row.get_ref(i)?, &table.name) };
            let values: Vec<Value> = (0..table.columns.len()).map(value).collect::<Result<_, _>>()?;
            each(&values)?;
        }
        Ok(())
    }
}

fn table(connection: &Connection, found: String) -> Result<Table, StoreError> {
    let mut statement = connection.prepare(&format!("PRAGMA table_info({})", name(&found)))?;
    let columns = statement.query_map([], |row| Ok((row.get::<_, String>(1)?, row.get::<_, i64>(5)?)))?;
    let columns: Vec<(String, i64)> = columns.collect::<Result<_, _>>()?;
    let mut key: Vec<(i64, String)> =
        columns.iter().filter(|(_, place)| *place > 0).map(|(column, place)| (*place, column.clone())).collect();
    key.sort();
    Ok(Table {
        name: found,
        columns: columns.into_iter().map(|(column, _)| column).collect(),
        key: key.into_iter().map(|(_, column)| column).collect(),
    })
}

fn value<'v>(value: ValueRef<'v>, table: &str) -> Result<Value<'v>, StoreError> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Integer(number),
        ValueRef::Real(number) => Value::Decimal(number),
        ValueRef::Text(text) => {
            Value::Text(std::str::from_utf8(text).map_err(|_| StoreError::Unreadable(table.to_owned()))?)
        }
        ValueRef::Blob(bytes) => Value::Bytes(bytes),
    })
}

pub struct Filling {
    connection: Connection,
    insert: String,
}

impl Filling {
    pub fn begin(url: &str) -> Result<Filling, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(dialect::sqlite_path(url), flags)?;
        connection.execute_batch(dialect::PRAGMAS)?;
        connection.execute_batch("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE")?;
        Ok(Filling { connection, insert: String::new() })
    }

    pub fn table(&mut self, found: &str, columns: &[String]) -> Result<bool, StoreError> {
        let has = table(&self.connection, found.to_owned())?;
        if columns.is_empty() || columns.iter().any(|column| !has.columns.contains(column)) {
            return Ok(false);
        }
        self.connection.execute(&format!("DELETE FROM {}", name(found)), [])?;
        let values = placeholders(columns.len(), 1);
        self.insert = format!("INSERT INTO {} ({}) VALUES {values}", name(found), names(columns));
        Ok(true)
    }

    pub fn put(&mut self, row: &[Value]) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(&self.insert)?;
        statement.execute(rusqlite::params_from_iter(row))?;
        Ok(())
    }

    pub fn commit(self, last: &str) -> Result<(), StoreError> {
        self.connection.execute_batch(last)?;
        let loose: i64 =
            self.connection.query_row("SELECT COUNT(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
        if loose > 0 {
            return Err(StoreError::Unreadable("foreign key".to_owned()));
        }
        self.connection.execute_batch("COMMIT")?;
        Ok(())
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Integer(number) => ValueRef::Integer(*number),
            Value::Decimal(number) => ValueRef::Real(*number),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}
