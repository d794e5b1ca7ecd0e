//! The SQLite lane: one prepared statement a batch, row by row; a row whose key is new costs one execution.

use super::batch::Batch;
use super::overpaid;
use super::read;
use super::spellings::Spellings;
use super::sql;
use super::{
    BACK, Fate, LongDays, MARK, Met, NewSource, Overpaid, Put, Said, Standing, StoreError, against_hand, folded, known,
    needed_invoice,
};
use crate::intake::clients::Known;
use crate::intake::row::Row;
use crate::store::cell::OwnedCell;
use crate::store::corrections;
use crate::store::dialect;
use crate::store::episodes::{self, EpisodeRow};
use domain::money::Currency;
use domain::record::{Cell, KINDS, Kind};
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, OpenFlags, OptionalExtension, Statement};
use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, MutexGuard};

/// One import writes at a time in a process; another process waits for SQLite's own lock.
static ONE: Mutex<()> = Mutex::new(());

pub struct Lane {
    connection: Connection,
    pub(super) said: Said,
    pub(super) fates: Vec<Fate>,
    pub(super) spellings: Spellings,
    pub(super) long_days: LongDays,
    run: Run,
    _one: MutexGuard<'static, ()>,
}

/// What the run remembers.
#[derive(Default)]
struct Run {
    source: NewSource,
    source_id: u32,
    first_source: u32,
    met: Met,
    /// Digests of the invoices that this run has put or seen, so that most payments need no look-up.
    seen: HashSet<u64>,
    state: RandomState,
}

struct Texts {
    insert: String,
    update: String,
    standing: String,
}

impl Lane {
    pub fn begin(url: &str) -> Result<Lane, StoreError> {
        let one = ONE.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        // Without SQLite's own lock round every call: this connection never leaves its thread.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(dialect::sqlite_path(url), flags)?;
        connection.execute_batch(dialect::PRAGMAS)?;
        connection.execute_batch(
            "PRAGMA foreign_keys = OFF; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; BEGIN IMMEDIATE",
        )?;
        connection.set_prepared_statement_cache_capacity(4 * KINDS.len());
        let (said, fates) = (Said::default(), Vec::new());
        let spellings = Spellings::of(merged(&connection)?);
        let long_days = LongDays::default();
        Ok(Lane { connection, said, fates, spellings, long_days, run: Run::default(), _one: one })
    }

    pub fn clients(&mut self) -> Result<Vec<Known>, StoreError> {
        let mut statement = self.connection.prepare(sql::CLIENTS)?;
        let rows = statement.query_map([], |row| row.try_into().map(known))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn source(&mut self, source: &NewSource) -> Result<u32, StoreError> {
        self.connection.execute_batch(MARK)?;
        let id: u32 = self.connection.query_row(sql::NEXT_SOURCE, [], |row| row.get(0))?;
        let s = source;
        let said = (s.tax, s.terms_days, s.tax_rate, s.currency.as_ref().map(Currency::code));
        let values = (id, &s.sha256, &s.name, &s.imported_at, &s.member, said.0, &s.profile, said.1, said.2, said.3);
        self.connection.execute(sql::SOURCE, values)?;
        self.run.begin(source, id);
        Ok(id)
    }

    pub fn undo_source(&mut self) -> Result<(), StoreError> {
        self.connection.execute_batch(BACK)?;
        self.run.seen.clear();
        self.long_days.forget(self.run.source_id);
        self.fates.clear();
        Ok(())
    }

    pub fn put(&mut self, kind: &'static Kind, batch: &Batch) -> Result<(), StoreError> {
        let texts = Texts::of(kind);
        let mut insert = Insert::new(&self.connection, &texts.insert)?;
        for place in 0..batch.len() {
            let cells = batch.cells(place);
            let row = batch.row(place, kind, &cells);
            let put = if self.run.lacks_invoice(&self.connection, &self.spellings, &row)? {
                Put::InvoiceUnknown
            } else if insert.add(&row, self.run.source_id)? {
                self.run.note_invoice(&row);
                self.long_days.add(kind, row.cells, (self.run.source_id, row.line));
                Put::Added
            } else {
                self.run.note_invoice(&row);
                self.run.meet(&self.connection, &texts, &self.said, &row)?
            };
            self.fates.push(Fate::of(&row, put));
        }
        Ok(())
    }

    /// Compares one row with the one that stands under its key, and replaces that one if it differs.
    pub fn meet_one(&mut self, row: &Row) -> Result<Put, StoreError> {
        self.run.meet(&self.connection, &Texts::of(row.kind), &self.said, row)
    }

    pub fn corrections(&mut self, sha256: &str) -> Result<Vec<corrections::Row>, StoreError> {
        let mut statement = self.connection.prepare(sql::CORRECTIONS)?;
        let rows = statement.query_map([sha256], |row| row.try_into())?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn terms_said(&mut self, name: &str, profile: Option<&str>) -> Result<Option<i64>, StoreError> {
        let found = self.connection.query_row(sql::TERMS_SAID, (name, profile), |row| row.get(0));
        Ok(found.optional()?)
    }

    pub fn tax_said(&mut self, name: &str, profile: Option<&str>) -> Result<Option<(String, Option<i64>)>, StoreError> {
        let found = self.connection.query_row(sql::TAX_SAID, (name, profile), |row| row.try_into());
        Ok(found.optional()?)
    }

    pub fn pairs(&mut self, text: String, values: &[&str]) -> Result<Vec<(String, String)>, StoreError> {
        let mut statement = self.connection.prepare_cached(&text)?;
        let rows = statement.query_map(rusqlite::params_from_iter(values), |row| row.try_into())?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn without_records(&mut self, kinds: &[&Kind], clients: &[&str]) -> Result<HashSet<String>, StoreError> {
        let mut statement = self.connection.prepare(&format!("SELECT 1 WHERE {}", sql::has_nothing(kinds, "$1")))?;
        let mut without = HashSet::new();
        for client in clients {
            if statement.exists([client])? {
                without.insert((*client).to_owned());
            }
        }
        Ok(without)
    }

    pub fn overpaid(&mut self) -> Result<Vec<Overpaid>, StoreError> {
        Ok(overpaid::overpaid(&self.connection, self.run.first_source)?)
    }

    pub fn overpaid_of_spellings(&mut self) -> Result<Vec<Overpaid>, StoreError> {
        let mut statement = self.connection.prepare(sql::OVERPAID_OF_SPELLINGS)?;
        let rows = statement.query_map([self.run.first_source], |row| {
            Ok(Overpaid { invoice: row.get(0)?, source: row.get(1)?, line: row.get(2)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn episodes(&mut self) -> Result<Vec<EpisodeRow>, StoreError> {
        let mut statement = self.connection.prepare(&episodes::select("1 = 1"))?;
        let rows = statement.query_map([], |row| row.try_into())?;
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
}

impl Run {
    fn begin(&mut self, source: &NewSource, id: u32) {
        if self.first_source == 0 {
            self.first_source = id;
        }
        self.source_id = id;
        self.source = source.clone();
        self.met = Met::default();
    }

    fn note_invoice(&mut self, row: &Row) {
        if row.kind.table == "invoices" {
            self.seen.insert(self.state.hash_one((row.client, row.id)));
        }
    }

    fn lacks_invoice(&mut self, connection: &Connection, spellings: &Spellings, row: &Row) -> Result<bool, StoreError> {
        let Some(invoice) = needed_invoice(row) else { return Ok(false) };
        let digest = self.state.hash_one((row.client, invoice));
        if self.seen.contains(&digest) {
            return Ok(false);
        }
        let mut statement = connection.prepare_cached(sql::INVOICE)?;
        for key in spellings.keys(row.client) {
            if statement.exists((key, invoice))? {
                self.seen.insert(digest);
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Compares a row with the one that stands under its key, and replaces that one if it differs.
    fn meet(&mut self, connection: &Connection, texts: &Texts, said: &Said, row: &Row) -> Result<Put, StoreError> {
        let standing = standing(connection, texts, row)?;
        let mut put = standing.meet(row, said, self.source_id, &mut self.met);
        if put != Put::Unchanged && standing.is_by_hand() {
            put = against_hand(row, said, &past(connection, row)?, put, &mut self.met);
        }
        if matches!(put, Put::Changed | Put::Overruled) {
            let (at, member) = (&self.source.imported_at, &self.source.member);
            let past = (row.kind.table, row.client, row.id, at, member, self.source_id, standing.json(row.kind));
            connection.prepare_cached(sql::KEEP_PAST)?.execute(past)?;
            let cells = standing.complete(row, said);
            let full = Row { cells: &cells, ..*row };
            let mut statement = connection.prepare_cached(&texts.update)?;
            let next = bind(&mut statement, &cells, 1)?;
            let next = bind_source(&mut statement, &full, self.source_id, next)?;
            bind_key(&mut statement, row, next)?;
            statement.raw_execute()?;
        }
        Ok(put)
    }
}

fn merged(connection: &Connection) -> Result<Vec<(String, String)>, StoreError> {
    let mut statement = connection.prepare(read::MERGED)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn past(connection: &Connection, row: &Row) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare_cached(sql::PAST)?;
    let rows = statement.query_map((row.kind.table, row.client, row.id), |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn standing(connection: &Connection, texts: &Texts, row: &Row) -> Result<Standing, StoreError> {
    let mut statement = connection.prepare_cached(&texts.standing)?;
    bind_key(&mut statement, row, 1)?;
    let mut rows = statement.raw_query();
    let found = rows.next()?.ok_or_else(|| StoreError::Unreadable(format!("{} {}", row.kind.table, row.id)))?;
    let width = row.kind.columns.len();
    let cells = (0..width).map(|i| Ok(owned(found.get_ref(i)?))).collect::<Result<_, rusqlite::Error>>()?;
    Ok(Standing { cells, source: found.get(width)?, line: found.get(width + 1)? })
}

/// A kind's insertion. What a cell was bound to stays bound, so a null that was null before costs nothing.
struct Insert<'c> {
    statement: Statement<'c>,
    /// One bit a parameter: whether it is bound to something.
    bound: u32,
}

impl<'c> Insert<'c> {
    fn new(connection: &'c Connection, text: &str) -> Result<Insert<'c>, StoreError> {
        Ok(Insert { statement: connection.prepare(text)?, bound: 0 })
    }

    /// Inserts a row; `false` if its key stands already.
    fn add(&mut self, row: &Row, source: u32) -> Result<bool, StoreError> {
        let mut next = bind_key(&mut self.statement, row, 1)?;
        for cell in row.cells {
            let bit = 1 << next;
            if *cell != Cell::Null || self.bound & bit != 0 {
                bind_cell(&mut self.statement, cell, next)?;
                self.bound = if *cell == Cell::Null { self.bound & !bit } else { self.bound | bit };
            }
            next += 1;
        }
        bind_source(&mut self.statement, row, source, next)?;
        Ok(self.statement.raw_execute()? == 1)
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
        bind_cell(statement, cell, from + i)?;
    }
    Ok(from + cells.len())
}

fn bind_cell(statement: &mut Statement, cell: &Cell, at: usize) -> Result<(), StoreError> {
    match cell {
        Cell::Null => statement.raw_bind_parameter(at, rusqlite::types::Null)?,
        Cell::Text(value) => statement.raw_bind_parameter(at, text(value))?,
        Cell::Integer(value) => statement.raw_bind_parameter(at, value)?,
        Cell::Decimal(value) => statement.raw_bind_parameter(at, value)?,
    }
    Ok(())
}

/// Binds where a row came from, for clients also what the search compares, and returns the next position.
fn bind_source(statement: &mut Statement, row: &Row, source: u32, from: usize) -> Result<usize, StoreError> {
    statement.raw_bind_parameter(from, source)?;
    statement.raw_bind_parameter(from + 1, row.line)?;
    if let Some(folded) = folded(row) {
        statement.raw_bind_parameter(from + 2, folded)?;
        Ok(from + 3)
    } else {
        Ok(from + 2)
    }
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
