//! The fast lanes, beside the pool: whole imports in one transaction, and whole portfolios read in one pass.

mod batch;
mod long_days;
mod old_ids;
mod overpaid;
mod postgres;
mod postgres_reader;
mod read;
mod said;
mod spellings;
pub(super) mod sql;
mod sqlite;
mod sqlite_reader;
mod standing;
mod withdrawal;

pub use long_days::LongDay;
pub use old_ids::of_client as old_ids_of;
pub use read::Reader;
pub use sql::Table;

use super::cell::OwnedCell;
use super::corrections;
use super::dialect::Kind as Database;
use super::episodes;
use super::revision::Revision;
use super::{Db, StoreError};
use crate::intake::clients::Known;
use crate::intake::correction::Correction;
use crate::intake::repair::Wanted;
use crate::intake::row::Row;
use batch::Batch;
use domain::money::Currency;
use domain::record::{Cell, KINDS, Kind};
use domain::sign::Episode;
use domain::text::fold;
use long_days::LongDays;
use old_ids::OldIds;
use said::Said;
use standing::{Met, Standing, against_hand};
use std::collections::HashSet;

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    Added,
    Changed,
    Unchanged,
    /// The same file holds the key with other values already; the first stands.
    Duplicate,
    /// It refers to an invoice that neither the store nor this run knows.
    InvoiceUnknown,
    /// It contradicts what a person stated, but files said it before: what the person stated stands.
    Kept,
    /// It says something new of what a person stated, and replaces that.
    Overruled,
}

/// What became of the record that began on a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fate {
    pub kind: &'static str,
    pub line: u32,
    pub put: Put,
    /// The key that stands twice or as a person stated it, or the invoice that nobody knows.
    pub about: Option<Box<str>>,
}

impl Fate {
    fn of(row: &Row, put: Put) -> Fate {
        let about = match put {
            Put::Duplicate | Put::Kept | Put::Overruled => Some(row.id),
            Put::InvoiceUnknown => needed_invoice(row),
            Put::Added | Put::Changed | Put::Unchanged => None,
        };
        Fate { kind: row.kind.table, line: row.line, put, about: about.map(Box::from) }
    }
}

/// Each file is a savepoint, so that one that turns out to be cut off can be taken back whole.
const MARK: &str = "SAVEPOINT one_file";
const BACK: &str = "ROLLBACK TO SAVEPOINT one_file";

/// A file about to be imported.
#[derive(Clone, Debug, Default)]
pub struct NewSource {
    pub sha256: String,
    pub name: String,
    pub imported_at: String,
    pub member: String,
    /// Whether its amounts include tax, as a person said: `included`, `excluded` or `unknown`.
    pub tax: &'static str,
    /// At which rate, in hundredths of a percent.
    pub tax_rate: Option<i64>,
    pub profile: Option<String>,
    /// After how many days its invoices fall due whose row and client do not say.
    pub terms_days: Option<i64>,
    /// The currency of amounts of which its rows state none.
    pub currency: Option<Currency>,
}

/// A client's key, name, currency, terms, and the client whose other spelling it is.
pub type ClientRow = (String, String, String, Option<i64>, Option<String>);

/// Returns the client of a row; a currency that nobody stated is none.
pub fn known((key, name, code, terms_days, merged_into): ClientRow) -> Known {
    Known { key, name, currency: Currency::of(&code).filter(Currency::is_known), terms_days, merged_into }
}

/// A payment that brought an invoice's payments over its amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overpaid {
    pub source: u32,
    pub line: u32,
    pub invoice: String,
}

/// One writing transaction of an import; without `commit` it leaves no trace. It blocks, so it lives on a thread of
/// its own, and only one is open at a time.
pub struct Lane {
    /// By the order of `KINDS`.
    waiting: Vec<Batch>,
    rows: usize,
    inner: Inner,
    old: OldIds,
    /// Whether records may stand under digests of earlier versions.
    has_old_digests: bool,
}

enum Inner {
    Sqlite(Box<sqlite::Lane>),
    Postgres(Box<postgres::Lane>),
}

/// How many rows wait at most; enough that most pages of a table are written once.
const WAITING_ROWS: usize = 131_072;
/// How many bytes of text of one kind wait at most.
const WAITING_BYTES: usize = 48 << 20;

/// Calls the same function of either lane.
macro_rules! either {
    ($lane:expr, $inner:ident => $call:expr) => {
        match $lane {
            Inner::Sqlite($inner) => $call,
            Inner::Postgres($inner) => $call,
        }
    };
}
pub(super) use either;

impl Lane {
    /// Begins; must be called on a thread where blocking is allowed, inside a tokio runtime.
    pub fn begin(db: &Db) -> Result<Lane, StoreError> {
        let inner = match db.kind {
            Database::Sqlite => Inner::Sqlite(Box::new(sqlite::Lane::begin(&db.url)?)),
            Database::Postgres => Inner::Postgres(Box::new(postgres::Lane::begin(&db.url)?)),
        };
        let waiting = KINDS.iter().map(|_| Batch::default()).collect();
        let mut lane = Lane { waiting, rows: 0, inner, old: OldIds::default(), has_old_digests: false };
        lane.old = lane.old_ids()?;
        let levelled = either!(&mut lane.inner, lane => lane.pairs(sql::NO_OLD_DIGESTS.to_owned(), &[]))?;
        lane.has_old_digests = levelled.is_empty();
        Ok(lane)
    }

    /// Returns the ids that stand with the digits of their files; that there are none is noted, and not asked again.
    fn old_ids(&mut self) -> Result<OldIds, StoreError> {
        let mut old = OldIds::default();
        if either!(&mut self.inner, lane => lane.pairs(sql::NO_OLD_IDS.to_owned(), &[]))?.is_empty() {
            for kind in old_ids::kinds() {
                old.add(kind, either!(&mut self.inner, lane => lane.pairs(old_ids::standing(kind, "1 = 1"), &[]))?);
            }
            if old.is_empty() {
                either!(&mut self.inner, lane => lane.execute(sql::NOTE_NO_OLD_IDS))?;
            }
        }
        Ok(old)
    }

    /// Returns every client known so far.
    pub fn clients(&mut self) -> Result<Vec<Known>, StoreError> {
        either!(&mut self.inner, lane => lane.clients())
    }

    /// Notes a file; the rows that follow are its own.
    pub fn source(&mut self, source: &NewSource) -> Result<u32, StoreError> {
        self.flush()?;
        either!(&mut self.inner, lane => lane.source(source))
    }

    /// Takes back everything since the current file was noted, and the note itself.
    pub fn undo_source(&mut self) -> Result<(), StoreError> {
        self.forget_waiting();
        either!(&mut self.inner, lane => lane.undo_source())
    }

    /// Says which columns of a kind the current file has: what it does not say is not changed.
    pub fn says(&mut self, kind: &'static Kind, said: Vec<bool>) {
        either!(&mut self.inner, lane => lane.said.set(kind, said));
    }

    /// Puts a record; its fate may come later.
    pub fn put(&mut self, row: &Row) -> Result<(), StoreError> {
        let place = KINDS.iter().position(|kind| kind.table == row.kind.table).expect("a kind of the list");
        let id = self.old_digest(row)?.unwrap_or(row.id);
        let row = &Row { id, ..*row };
        if self.old.is_empty() {
            self.waiting[place].take(row);
        } else {
            let keys: Vec<&str> = either!(&self.inner, lane => lane.spellings.keys(row.client).collect());
            self.old.meet(row, &keys, |row| self.waiting[place].take(row));
        }
        self.rows += 1;
        if self.rows >= WAITING_ROWS || self.waiting[place].bytes() >= WAITING_BYTES { self.flush() } else { Ok(()) }
    }

    /// Returns the digest of an earlier version under which a row stands.
    fn old_digest<'a>(&mut self, row: &Row<'a>) -> Result<Option<&'a str>, StoreError> {
        let Some(old) = row.old_id.filter(|_| self.has_old_digests) else { return Ok(None) };
        let stands = either!(&mut self.inner, lane => lane.pairs(sql::stands(row.kind), &[row.client, old]))?;
        Ok((!stands.is_empty()).then_some(old))
    }

    /// Puts what waits, and hands over the fates since the last call.
    pub fn fates(&mut self) -> Result<Vec<Fate>, StoreError> {
        self.flush()?;
        Ok(self.fates_so_far())
    }

    /// Hands over the fates since the last call; of rows that still wait there is none.
    pub fn fates_so_far(&mut self) -> Vec<Fate> {
        either!(&mut self.inner, lane => std::mem::take(&mut lane.fates))
    }

    /// Returns what was corrected when a file of this digest was imported last.
    pub fn corrections(&mut self, sha256: &str) -> Result<Vec<Correction>, StoreError> {
        let rows = either!(&mut self.inner, lane => lane.corrections(sha256))?;
        Ok(rows.into_iter().map(corrections::read).collect())
    }

    /// Returns after how many days invoices fall due, as was last said of a file of this name, or of this profile.
    pub fn terms_said(&mut self, name: &str, profile: Option<&str>) -> Result<Option<i64>, StoreError> {
        either!(&mut self.inner, lane => lane.terms_said(name, profile))
    }

    /// Returns what was last said of the tax in a file of this name, or of this profile: the word and the rate.
    pub fn tax_said(&mut self, name: &str, profile: Option<&str>) -> Result<Option<(String, Option<i64>)>, StoreError> {
        either!(&mut self.inner, lane => lane.tax_said(name, profile))
    }

    /// Returns the currency that was last said of a file of this name, or of this profile.
    pub fn currency_said(&mut self, name: &str, profile: Option<&str>) -> Result<Option<Currency>, StoreError> {
        let values = [name, profile.unwrap_or_default()];
        let said = either!(&mut self.inner, lane => lane.pairs(sql::CURRENCY_SAID.to_owned(), &values))?;
        Ok(said.first().and_then(|(_, code)| Currency::of(code)))
    }

    /// Returns the clients and numbers of invoices that stand, those of this run among them.
    pub fn invoices(&mut self, wanted: Wanted) -> Result<Vec<(String, String)>, StoreError> {
        self.flush()?;
        let (text, values) = match wanted {
            Wanted::Of(client) => (sql::INVOICES_OF.to_owned(), &[client][..]),
            Wanted::Numbered(numbers) => (sql::invoices_numbered(numbers.len()), numbers),
        };
        either!(&mut self.inner, lane => lane.pairs(text, values))
    }

    /// Returns those of the clients under which no record of these kinds stands.
    pub fn without_records(&mut self, kinds: &[&Kind], clients: &[&str]) -> Result<HashSet<String>, StoreError> {
        self.flush()?;
        either!(&mut self.inner, lane => lane.without_records(kinds, clients))
    }

    /// Returns the payments of this run's sources that bring their invoices over their amounts.
    pub fn overpaid(&mut self) -> Result<Vec<Overpaid>, StoreError> {
        self.flush()?;
        let mut found = either!(&mut self.inner, lane => lane.overpaid())?;
        if either!(&self.inner, lane => !lane.spellings.is_empty()) {
            found.extend(either!(&mut self.inner, lane => lane.overpaid_of_spellings())?);
            found.sort_by_key(|overpaid| (overpaid.source, overpaid.line));
            found.dedup();
        }
        Ok(found)
    }

    /// Returns the days on which the rows that this run added have one of us work more than twenty-four hours.
    pub fn long_days(&mut self) -> Result<Vec<LongDay>, StoreError> {
        self.flush()?;
        Ok(either!(&self.inner, lane => lane.long_days.found()))
    }

    /// Returns the episodes of all clients; who decides on one meanwhile waits until the lane is gone.
    pub fn episodes(&mut self) -> Result<Vec<Episode>, StoreError> {
        episodes::read_all(either!(&mut self.inner, lane => lane.episodes())?)
    }

    /// Writes whole rows, replacing what stands under their keys.
    pub fn replace(&mut self, table: &Table, rows: &[Vec<OwnedCell>]) -> Result<(), StoreError> {
        either!(&mut self.inner, lane => lane.replace(table, rows))
    }

    /// Empties a table.
    pub fn empty(&mut self, table: &Table) -> Result<(), StoreError> {
        let text = format!("DELETE FROM {}", table.name);
        either!(&mut self.inner, lane => lane.execute(&text))
    }

    /// Raises a number, so that what others keep in memory is renewed.
    pub fn bump(&mut self, revision: Revision) -> Result<(), StoreError> {
        let text = format!("UPDATE revisions SET number = number + 1 WHERE name = '{}'", revision.name());
        either!(&mut self.inner, lane => lane.execute(&text))
    }

    /// Makes everything lasting.
    pub fn commit(mut self) -> Result<(), StoreError> {
        self.flush()?;
        either!(self.inner, lane => lane.commit())
    }

    /// Puts what waits, the kinds in an order in which invoices precede their payments.
    fn flush(&mut self) -> Result<(), StoreError> {
        for (kind, batch) in KINDS.into_iter().zip(&mut self.waiting).filter(|(_, batch)| batch.len() > 0) {
            batch.sort();
            either!(&mut self.inner, lane => lane.put(kind, batch))?;
        }
        self.forget_waiting();
        Ok(())
    }

    fn forget_waiting(&mut self) {
        self.waiting.iter_mut().for_each(Batch::clear);
        self.rows = 0;
    }
}

/// Returns a client row's key and name as the search compares them; `None` for other kinds.
fn folded(row: &Row) -> Option<String> {
    match (row.kind.table, row.cells.first()) {
        ("clients", Some(Cell::Text(name))) => Some(fold(&format!("{} {name}", row.client))),
        ("clients", _) => Some(fold(row.client)),
        _ => None,
    }
}

/// Returns the invoice that a row refers to and must not invent.
fn needed_invoice<'a>(row: &Row<'a>) -> Option<&'a str> {
    match (row.kind.table, row.cells.first()) {
        ("payments" | "promises" | "reminders", Some(Cell::Text(invoice))) => Some(invoice),
        _ => None,
    }
}
