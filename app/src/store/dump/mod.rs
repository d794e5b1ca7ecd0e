//! A whole database, value by value: read as it stands at one moment while others write, and put into an empty one.

pub mod empty;
mod postgres;
mod sqlite;

use super::dialect::Kind;
use super::{Db, StoreError};

/// A value of any column; the four types of the tables, and nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'v> {
    Null,
    Integer(i64),
    Decimal(f64),
    Text(&'v str),
    Bytes(&'v [u8]),
}

/// A table, as it is read: in the order of its key, so that the same rows come in the same order from either database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    pub columns: Vec<String>,
    key: Vec<String>,
}

impl Table {
    fn selection(&self) -> String {
        let key = if self.key.is_empty() { &self.columns } else { &self.key };
        format!("SELECT {} FROM {} ORDER BY {}", names(&self.columns), name(&self.name), names(key))
    }
}

/// A database at one moment. It blocks, and must be read on a thread where that does no harm.
pub enum Snapshot {
    Sqlite(sqlite::Snapshot),
    Postgres(postgres::Snapshot),
}

impl Snapshot {
    /// Takes the moment: whatever is written from now on is not seen.
    pub fn take(db: &Db) -> Result<Snapshot, StoreError> {
        Ok(match db.kind {
            Kind::Sqlite => Snapshot::Sqlite(sqlite::Snapshot::take(&db.url)?),
            Kind::Postgres => Snapshot::Postgres(postgres::Snapshot::take(&db.url)?),
        })
    }

    /// Returns the tables, in the order of their names.
    pub fn tables(&mut self) -> Result<Vec<Table>, StoreError> {
        let mut tables = match self {
            Snapshot::Sqlite(snapshot) => snapshot.tables()?,
            Snapshot::Postgres(snapshot) => snapshot.tables()?,
        };
        tables.retain(|table| table.name != MIGRATIONS_TABLE);
        tables.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(tables)
    }

    /// Returns the numbers of the migrations that made the tables.
    pub fn migrations(&mut self) -> Result<Vec<i64>, StoreError> {
        match self {
            Snapshot::Sqlite(snapshot) => snapshot.numbers(MIGRATIONS_SEEN),
            Snapshot::Postgres(snapshot) => snapshot.numbers(MIGRATIONS_SEEN),
        }
    }

    /// Hands over each row of a table.
    pub fn rows<E: From<StoreError>>(
        &mut self,
        table: &Table,
        each: impl FnMut(&[Value]) -> Result<(), E>,
    ) -> Result<(), E> {
        match self {
            Snapshot::Sqlite(snapshot) => snapshot.rows(table, each),
            Snapshot::Postgres(snapshot) => snapshot.rows(table, each),
        }
    }
}

/// An empty database while it is filled, in one transaction. It blocks.
pub enum Filling {
    Sqlite(sqlite::Filling),
    Postgres(postgres::Filling),
}

impl Filling {
    pub fn begin(db: &Db) -> Result<Filling, StoreError> {
        Ok(match db.kind {
            Kind::Sqlite => Filling::Sqlite(sqlite::Filling::begin(&db.url)?),
            Kind::Postgres => Filling::Postgres(postgres::Filling::begin(&db.url)?),
        })
    }

    /// Begins a table; what its migration put there goes. False if the database has no such table or column.
    pub fn table(&mut self, table: &str, columns: &[String]) -> Result<bool, StoreError> {
        match self {
            Filling::Sqlite(filling) => filling.table(table, columns),
            Filling::Postgres(filling) => filling.table(table, columns),
        }
    }

    /// Puts a row into the table that was begun last.
    pub fn put(&mut self, row: &[Value]) -> Result<(), StoreError> {
        match self {
            Filling::Sqlite(filling) => filling.put(row),
            Filling::Postgres(filling) => filling.put(row),
        }
    }

    /// Makes it last, with the mark that it is not whole yet.
    pub fn commit(self) -> Result<(), StoreError> {
        match self {
            Filling::Sqlite(filling) => filling.commit(empty::MARK),
            Filling::Postgres(filling) => filling.commit(empty::MARK),
        }
    }
}

const MIGRATIONS_TABLE: &str = "_sqlx_migrations";
const MIGRATIONS_SEEN: &str = "SELECT version FROM _sqlx_migrations ORDER BY version";

/// Returns a name as SQL takes it, whatever is in it.
fn name(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

fn names(columns: &[String]) -> String {
    columns.iter().map(|column| name(column)).collect::<Vec<_>>().join(", ")
}
