//! The SQLite lane: prepared statements, row by row; a row whose key is new costs one statement.

use super::read::{self, WIDEST};
use super::sql;
use super::{
    BACK, Fate, KnownClient, MARK, Met, NewSource, Overpaid, Put, Said, Standing, StoreError, folded, needed_invoice,
};
use crate::intake::row::Row;
use crate::store::cell::{OwnedCell, Storage, storage};
use crate::store::dialect;
use domain::money::Currency;
use domain::record::{Cell, KINDS, Kind, Source};
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, Statement};
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, MutexGuard};

/// One import writes at a time in a process; another process waits for SQLite's own lock.
static ONE: Mutex<()> = Mutex::new(());

pub struct Lane {
    connection: Connection,
    source: NewSource,
    source_id: u32,
    first_source: u32,
    pub(super) said: Said,
    met: Met,
    fates: Vec<Fate>,
    /// Digests of the invoices that this run has put or seen, so that most payments need no look-up.
    seen: HashSet<u64>,
    state: RandomState,
    /// The statements' texts, made once; SQLite keeps the compiled ones.
    texts: HashMap<&'static str, Texts>,
    _one: MutexGuard<'static, ()>,
}

struct Texts {
    insert: String,
    update: String,
    standing: String,
}

impl Lane {
    pub fn begin(url: &str) -> Result<Lane, StoreError> {
        let one = ONE.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let connection = Connection::open(dialect::sqlite_path(url))?;
        connection.execute_batch(dialect::PRAGMAS)?;
        connection.execute_batch(
            "PRAGMA foreign_keys = OFF; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; BEGIN IMMEDIATE",
        )?;
        connection.set_prepared_statement_cache_capacity(4 * KINDS.len());
        let texts = KINDS.into_iter().map(|kind| (kind.table, Texts::of(kind))).collect();
        let none = NewSource {
            sha256: String::new(),
            name: String::new(),
            imported_at: String::new(),
            member: String::new(),
            tax: "unknown",
            profile: None,
        };
        let (seen, state) = (HashSet::new(), RandomState::new());
        let (fates, said, met) = (Vec::new(), Said::default(), Met::default());
        Ok(Lane {
            connection,
            source: none,
            source_id: 0,
            first_source: 0,
            said,
            met,
            fates,
            seen,
            state,
            texts,
            _one: one,
        })
    }

    pub fn clients(&mut self) -> Result<Vec<KnownClient>, StoreError> {
        let mut statement = self.connection.prepare(sql::CLIENTS)?;
        let rows = statement.query_map([], |row| {
            let code: String = row.get(2)?;
            let currency = Currency::of(&code).unwrap_or(Currency::UNKNOWN);
            Ok(KnownClient {
                key: row.get(0)?,
                name: row.get(1)?,
                currency,
                terms_days: row.get(3)?,
                merged_into: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn source(&mut self, source: &NewSource) -> Result<u32, StoreError> {
        self.connection.execute_batch(MARK)?;
        let id: u32 = self.connection.query_row(sql::NEXT_SOURCE, [], |row| row.get(0))?;
        let s = source;
        self.connection.execute(sql::SOURCE, (id, &s.sha256, &s.name, &s.imported_at, &s.member, s.tax, &s.profile))?;
        if self.first_source == 0 {
            self.first_source = id;
        }
        self.source_id = id;
        self.met = Met::default();
        self.source = source.clone();
        Ok(id)
    }

    pub fn undo_source(&mut self) -> Result<(), StoreError> {
        self.connection.execute_batch(BACK)?;
        self.seen.clear();
        self.fates.clear();
        Ok(())
    }

    pub fn put(&mut self, row: &Row) -> Result<(), StoreError> {
        let put = if self.lacks_invoice(row)? {
            Put::InvoiceUnknown
        } else if self.insert(row)? {
            Put::Added
        } else {
            self.meet(row)?
        };
        if row.kind.table == "invoices" {
            self.seen.insert(self.state.hash_one((row.client, row.id)));
        }
        self.fates.push(Fate { kind: row.kind.table, line: row.line, put });
        Ok(())
    }

    pub fn fates(&mut self) -> Result<Vec<Fate>, StoreError> {
        Ok(std::mem::take(&mut self.fates))
    }

    pub fn overpaid(&mut self) -> Result<Vec<Overpaid>, StoreError> {
        let mut statement = self.connection.prepare(sql::OVERPAID)?;
        let rows = statement.query_map([self.first_source], |row| {
            Ok(Overpaid { invoice: row.get(1)?, source: row.get(2)?, line: row.get(3)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn replace(&mut self, table: &sql::Table, rows: &[Vec<OwnedCell>]) -> Result<(), StoreError> {
        let mut statement =
            self.connection.prepare(&sql::replace(table, &sql::placeholders(table.columns.len(), 1)))?;
        for row in rows {
            let cells: Vec<Cell> = row.iter().map(OwnedCell::cell).collect();
            bind(&mut statement, &cells, 1)?;
            statement.raw_execute()?;
        }
        Ok(())
    }

    pub fn execute(&mut self, text: &str) -> Result<(), StoreError> {
        Ok(self.connection.execute_batch(text)?)
    }

    pub fn commit(self) -> Result<(), StoreError> {
        self.connection.execute_batch("COMMIT")?;
        // The commit is lasting already (synchronous = FULL); this only shortens the log, and may find readers in its way.
        let _: Value = self.connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |row| row.get(0))?;
        Ok(())
    }

    fn lacks_invoice(&mut self, row: &Row) -> Result<bool, StoreError> {
        let Some(invoice) = needed_invoice(row) else { return Ok(false) };
        let digest = self.state.hash_one((row.client, invoice));
        if self.seen.contains(&digest) {
            return Ok(false);
        }
        let found = self.connection.prepare_cached(sql::INVOICE)?.exists((row.client, invoice))?;
        if found {
            self.seen.insert(digest);
        }
        Ok(!found)
    }

    /// Inserts a row; `false` if its key stands already.
    fn insert(&mut self, row: &Row) -> Result<bool, StoreError> {
        let mut statement = self.connection.prepare_cached(&self.texts[row.kind.table].insert)?;
        let next = bind_key(&mut statement, row, 1)?;
        let next = bind(&mut statement, row.cells, next)?;
        self.bind_source(&mut statement, row, next)?;
        Ok(statement.raw_execute()? == 1)
    }

    /// Compares a row with the one that stands under its key, and replaces that one if it differs.
    fn meet(&mut self, row: &Row) -> Result<Put, StoreError> {
        let standing = self.standing(row)?;
        let put = standing.meet(row, &self.said, self.source_id, &mut self.met);
        if put == Put::Changed {
            self.connection.prepare_cached(sql::KEEP_PAST)?.execute((
                row.kind.table,
                row.client,
                row.id,
                &self.source.imported_at,
                &self.source.member,
                self.source_id,
                standing.json(row.kind),
            ))?;
            let cells = standing.complete(row, &self.said);
            let full = Row { cells: &cells, ..*row };
            let mut statement = self.connection.prepare_cached(&self.texts[row.kind.table].update)?;
            let next = bind(&mut statement, &cells, 1)?;
            let next = self.bind_source(&mut statement, &full, next)?;
            bind_key(&mut statement, row, next)?;
            statement.raw_execute()?;
        }
        Ok(put)
    }

    fn standing(&self, row: &Row) -> Result<Standing, StoreError> {
        let mut statement = self.connection.prepare_cached(&self.texts[row.kind.table].standing)?;
        bind_key(&mut statement, row, 1)?;
        let mut rows = statement.raw_query();
        let found = rows.next()?.ok_or_else(|| StoreError::Unreadable(format!("{} {}", row.kind.table, row.id)))?;
        let width = row.kind.columns.len();
        let cells = (0..width).map(|i| Ok(owned(found.get_ref(i)?))).collect::<Result<_, rusqlite::Error>>()?;
        Ok(Standing { cells, source: found.get(width)?, line: found.get(width + 1)? })
    }

    fn bind_source(&self, statement: &mut Statement, row: &Row, from: usize) -> Result<usize, StoreError> {
        statement.raw_bind_parameter(from, self.source_id)?;
        statement.raw_bind_parameter(from + 1, row.line)?;
        if let Some(folded) = folded(row) {
            statement.raw_bind_parameter(from + 2, folded)?;
            Ok(from + 3)
        } else {
            Ok(from + 2)
        }
    }
}

impl Texts {
    fn of(kind: &Kind) -> Texts {
        let at: Vec<String> = sql::key(kind).iter().enumerate().map(|(i, c)| format!("{c} = ${}", i + 1)).collect();
        Texts {
            insert: sql::insert(kind, &sql::placeholders(sql::columns(kind).len(), 1)),
            update: sql::update(kind),
            standing: format!("SELECT {} FROM \"{}\" WHERE {}", sql::standing(kind), kind.table, at.join(" AND ")),
        }
    }
}

/// Binds a row's key and returns the next position.
fn bind_key(statement: &mut Statement, row: &Row, from: usize) -> Result<usize, StoreError> {
    statement.raw_bind_parameter(from, text(row.client))?;
    if sql::is_clients(row.kind) {
        return Ok(from + 1);
    }
    statement.raw_bind_parameter(from + 1, text(row.id))?;
    Ok(from + 2)
}

/// Binds cells and returns the next position.
fn bind(statement: &mut Statement, cells: &[Cell], from: usize) -> Result<usize, StoreError> {
    for (i, cell) in cells.iter().enumerate() {
        match cell {
            Cell::Null => statement.raw_bind_parameter(from + i, rusqlite::types::Null)?,
            Cell::Text(value) => statement.raw_bind_parameter(from + i, text(value))?,
            Cell::Integer(value) => statement.raw_bind_parameter(from + i, value)?,
            Cell::Decimal(value) => statement.raw_bind_parameter(from + i, value)?,
        }
    }
    Ok(from + cells.len())
}

/// Lends a text to SQLite without a copy of ours.
fn text(value: &str) -> ToSqlOutput<'_> {
    ToSqlOutput::Borrowed(ValueRef::Text(value.as_bytes()))
}

fn owned(value: ValueRef) -> OwnedCell {
    match value {
        ValueRef::Integer(number) => OwnedCell::Integer(number),
        ValueRef::Real(number) => OwnedCell::Decimal(number),
        ValueRef::Text(bytes) => OwnedCell::Text(String::from_utf8_lossy(bytes).into_owned()),
        ValueRef::Null | ValueRef::Blob(_) => OwnedCell::Null,
    }
}

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
        kind: &Kind,
        text: &str,
        range: (&str, &str),
        each: &mut read::Each,
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(text)?;
        let mut rows = statement.query(range)?;
        let storages: Vec<Storage> = kind.columns.iter().map(|column| storage(column.r#type)).collect();
        while let Some(row) = rows.next()? {
            let (client, id) = (row.get_ref(0)?.as_str(), row.get_ref(1)?.as_str());
            let (Ok(client), Ok(id)) = (client, id) else { return Err(StoreError::Unreadable(kind.table.into())) };
            let mut cells = [Cell::Null; WIDEST];
            for (i, storage) in storages.iter().enumerate() {
                cells[i] = match (row.get_ref(i + 4)?, storage) {
                    (ValueRef::Integer(number), Storage::Decimal) => Cell::Decimal(number as f64),
                    (ValueRef::Integer(number), _) => Cell::Integer(number),
                    (ValueRef::Real(number), _) => Cell::Decimal(number),
                    (ValueRef::Text(bytes), _) => std::str::from_utf8(bytes).map_or(Cell::Null, Cell::Text),
                    (ValueRef::Null | ValueRef::Blob(_), _) => Cell::Null,
                };
            }
            let source = Source { id: row.get(2)?, line: row.get(3)? };
            each(client, id, source, &cells[..storages.len()])?;
        }
        Ok(())
    }
}
