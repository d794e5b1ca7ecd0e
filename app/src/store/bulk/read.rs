//! A whole portfolio read in one pass, some clients at a time, so that memory does not grow with it.

use super::sql::Selection;
use super::{postgres_reader, sqlite_reader};
use crate::store::dialect::Kind as Database;
use crate::store::{Db, StoreError, episodes};
use domain::days::Day;
use domain::record::{Add, Cell, History, KINDS, Kind, Source};
use domain::sign::Episode;
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

/// How many clients are read at once: few enough that their records are still in the processor's cache when they are
/// looked at.
const CHUNK: usize = 32;

/// The next clients that are not another's spelling.
pub const CLIENT_KEYS: &str = "SELECT client FROM clients WHERE client > $1 ORDER BY client LIMIT $2";

/// The spellings, and the client each of them is.
pub const MERGED: &str = "SELECT client, merged_into FROM clients WHERE merged_into IS NOT NULL";

/// No kind has more columns.
pub const WIDEST: usize = 16;

/// Reads histories, client by client in the order of their keys. It blocks, so it lives on a thread of its own.
pub enum Reader {
    Sqlite(sqlite_reader::Reader),
    Postgres(Box<postgres_reader::Reader>),
}

impl Reader {
    /// Opens a reader; what it reads does not change while it is open.
    pub fn open(db: &Db) -> Result<Reader, StoreError> {
        Ok(match db.kind {
            Database::Sqlite => Reader::Sqlite(sqlite_reader::Reader::open(&db.url)?),
            Database::Postgres => Reader::Postgres(Box::new(postgres_reader::Reader::open(&db.url)?)),
        })
    }

    /// Hands over the whole history of each client; the records of merged spellings come with the client they are.
    pub fn each_client(&mut self, mut take: impl FnMut(&mut History)) -> Result<(), StoreError> {
        let merged: BTreeMap<String, String> = self.merged()?.into_iter().collect();
        let mut spellings: HashMap<&str, Vec<History>> = HashMap::new();
        let selections: Vec<Selection> = KINDS.iter().map(|kind| Selection::of(kind)).collect();
        let mut chunk = Chunk::default();
        for (spelling, client) in &merged {
            self.read(&selections, &mut chunk, vec![spelling.clone()])?;
            spellings.entry(client).or_default().append(&mut chunk.histories);
        }
        let mut after = String::new();
        loop {
            let keys = self.clients(&after, CHUNK)?;
            let Some(last) = keys.last() else { return Ok(()) };
            after.clone_from(last);
            self.read(&selections, &mut chunk, keys)?;
            for (key, history) in chunk.keys.iter().zip(&mut chunk.histories) {
                if merged.contains_key(key) {
                    continue;
                }
                spellings.remove(key.as_str()).into_iter().flatten().for_each(|other| history.absorb(other));
                history.arrange();
                take(history);
            }
        }
    }

    /// Reads the histories of consecutive keys, in their order.
    fn read(&mut self, selections: &[Selection], chunk: &mut Chunk, keys: Vec<String>) -> Result<(), StoreError> {
        chunk.begin(keys);
        for selection in selections {
            chunk.turn_to(selection.kind)?;
            match self {
                Reader::Sqlite(reader) => reader.rows(selection, chunk)?,
                Reader::Postgres(reader) => reader.rows(selection, chunk)?,
            }
            if let Some(row) = chunk.misfit.take() {
                return Err(StoreError::Unreadable(row));
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

    /// Returns the episodes that counted after one day and by another, or that a person dismissed, of all clients.
    pub fn found(&mut self, after: Day, by: Day) -> Result<Vec<Episode>, StoreError> {
        let days = [after.to_string(), by.to_string()];
        episodes::read_all(match self {
            Reader::Sqlite(reader) => reader.found(days)?,
            Reader::Postgres(reader) => reader.found(days)?,
        })
    }

    fn merged(&mut self) -> Result<Vec<(String, String)>, StoreError> {
        match self {
            Reader::Sqlite(reader) => reader.merged(),
            Reader::Postgres(reader) => reader.merged(),
        }
    }
}

/// Consecutive clients and what is read of them, kind by kind.
pub struct Chunk {
    /// Never empty while rows are read.
    pub keys: Vec<String>,
    histories: Vec<History>,
    /// The kind whose rows come, and how a history takes one.
    kind: (&'static Kind, Add),
    /// The client of the latest row.
    at: usize,
    /// The row that could not be read, if there was one.
    misfit: Option<String>,
}

impl Default for Chunk {
    fn default() -> Chunk {
        let kind: (&Kind, Add) = (KINDS[0], |_, _, _, _| None);
        Chunk { keys: Vec::new(), histories: Vec::new(), kind, at: 0, misfit: None }
    }
}

impl Chunk {
    fn begin(&mut self, keys: Vec<String>) {
        self.histories.iter_mut().for_each(History::clear);
        self.histories.resize_with(keys.len(), History::default);
        self.keys = keys;
    }

    fn turn_to(&mut self, kind: &'static Kind) -> Result<(), StoreError> {
        let add = History::adder(kind).ok_or_else(|| StoreError::Unreadable(kind.table.into()))?;
        (self.kind, self.at) = ((kind, add), 0);
        Ok(())
    }

    /// Takes a row; a kind's rows come in the order of their clients. Tells whether more may come: not after the last
    /// client, nor after a row that cannot be read.
    pub fn take(&mut self, row: Stored) -> bool {
        let (kind, add) = self.kind;
        let history = loop {
            let Some(key) = self.keys.get(self.at) else { return false };
            match key.as_bytes().cmp(row.client) {
                Ordering::Less => self.at += 1,
                Ordering::Equal => break self.histories.get_mut(self.at),
                Ordering::Greater => break None,
            }
        };
        let taken = history.and_then(|history| add(history, row.id, row.source, row.cells)).is_some();
        if !taken {
            self.misfit = Some(format!("{} {} {}", kind.table, String::from_utf8_lossy(row.client), row.id));
        }
        taken
    }
}

/// A row as it is stored.
pub struct Stored<'r> {
    /// The key's bytes: they are only compared.
    pub client: &'r [u8],
    pub id: &'r str,
    pub source: Source,
    /// In the order of the kind's columns.
    pub cells: &'r [Cell<'r>],
}
