//! The PostgreSQL lane: a few hundred rows a statement on one connection of its own.

use super::batch::Batch;
use super::read;
use super::spellings::Spellings;
use super::sql;
use super::{
    BACK, ClientRow, Fate, LongDays, MARK, Met, NewSource, Overpaid, Put, Said, Standing, StoreError, against_hand,
    folded, known, needed_invoice,
};
use crate::intake::clients::Known;
use crate::intake::row::Row;
use crate::store::cell::{OwnedCell, Storage, storage};
use crate::store::corrections;
use crate::store::episodes::{self, EpisodeRow};
use domain::money::Currency;
use domain::record::{Cell, Kind};
use sqlx::postgres::{PgArguments, PgRow};
use sqlx::query::Query;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, Postgres, Row as _};
use std::collections::HashSet;
use tokio::runtime::Handle;

/// Rows a statement; its placeholders must stay below PostgreSQL's 65,535.
const BATCH: usize = 400;

/// A row that waits to be put.
#[derive(Clone)]
struct Waiting {
    client: String,
    id: String,
    cells: Vec<OwnedCell>,
    line: u32,
}

impl Waiting {
    fn of(row: &Row) -> Waiting {
        let cells = row.cells.iter().map(|cell| OwnedCell::from(*cell)).collect();
        Waiting { client: row.client.into(), id: row.id.into(), cells, line: row.line }
    }

    fn row<'a>(&'a self, kind: &'static Kind, cells: &'a [Cell<'a>]) -> Row<'a> {
        Row { kind, client: &self.client, id: &self.id, old_id: None, cells, line: self.line }
    }

    fn fate(&self, kind: &'static Kind, put: Put) -> Fate {
        let cells: Vec<Cell> = self.cells.iter().take(1).map(OwnedCell::cell).collect();
        Fate::of(&self.row(kind, &cells), put)
    }
}

pub struct Lane {
    connection: PgConnection,
    runtime: Handle,
    source: Option<NewSource>,
    source_id: u32,
    first_source: u32,
    pub(super) said: Said,
    met: Met,
    pub(super) fates: Vec<Fate>,
    pub(super) spellings: Spellings,
    pub(super) long_days: LongDays,
}

impl Lane {
    pub fn begin(url: &str) -> Result<Lane, StoreError> {
        let runtime = Handle::current();
        let (connection, merged) = runtime.block_on(async {
            let mut connection = PgConnection::connect(url).await?;
            connection.execute("BEGIN").await?;
            connection.execute(sql::ONE_WRITER).await?;
            let merged: Vec<(String, String)> = sqlx::query_as(read::MERGED).fetch_all(&mut connection).await?;
            Ok::<_, StoreError>((connection, merged))
        })?;
        Ok(Lane {
            connection,
            runtime,
            source: None,
            source_id: 0,
            first_source: 0,
            said: Said::default(),
            met: Met::default(),
            fates: Vec::new(),
            spellings: Spellings::of(merged),
            long_days: LongDays::default(),
        })
    }

    pub fn clients(&mut self) -> Result<Vec<Known>, StoreError> {
        let rows: Vec<ClientRow> =
            self.runtime.block_on(sqlx::query_as(sql::CLIENTS).fetch_all(&mut self.connection))?;
        Ok(rows.into_iter().map(known).collect())
    }

    pub fn source(&mut self, source: &NewSource) -> Result<u32, StoreError> {
        let id = self.runtime.block_on(async {
            self.connection.execute(MARK).await?;
            let id: i64 = sqlx::query_scalar(sql::NEXT_SOURCE).fetch_one(&mut self.connection).await?;
            let s = source;
            sqlx::query(sql::SOURCE)
                .bind(id)
                .bind(&s.sha256)
                .bind(&s.name)
                .bind(&s.imported_at)
                .bind(&s.member)
                .bind(s.tax)
                .bind(&s.profile)
                .bind(s.terms_days)
                .bind(s.tax_rate)
                .bind(s.currency.as_ref().map(Currency::code))
                .execute(&mut self.connection)
                .await?;
            Ok::<_, StoreError>(id as u32)
        })?;
        if self.first_source == 0 {
            self.first_source = id;
        }
        self.source_id = id;
        self.met = Met::default();
        self.source = Some(source.clone());
        Ok(id)
    }

    pub fn undo_source(&mut self) -> Result<(), StoreError> {
        self.fates.clear();
        self.long_days.forget(self.source_id);
        self.runtime.block_on(self.connection.execute(BACK))?;
        Ok(())
    }

    pub fn put(&mut self, kind: &'static Kind, batch: &Batch) -> Result<(), StoreError> {
        for start in (0..batch.len()).step_by(BATCH) {
            let places = start..(start + BATCH).min(batch.len());
            let part: Vec<Waiting> =
                places.map(|place| Waiting::of(&batch.row(place, kind, &batch.cells(place)))).collect();
            self.put_part(kind, &part)?;
        }
        Ok(())
    }

    /// Compares one row with the one that stands under its key, and replaces that one if it differs.
    pub fn meet_one(&mut self, row: &Row) -> Result<Put, StoreError> {
        let (runtime, waiting) = (self.runtime.clone(), Waiting::of(row));
        runtime.block_on(self.meet(row.kind, &waiting))
    }

    pub fn corrections(&mut self, sha256: &str) -> Result<Vec<corrections::Row>, StoreError> {
        let query = sqlx::query_as(sql::CORRECTIONS).bind(sha256);
        Ok(self.runtime.block_on(query.fetch_all(&mut self.connection))?)
    }

    pub fn terms_said(&mut self, name: &str, profile: Option<&str>) -> Result<Option<i64>, StoreError> {
        let query = sqlx::query_scalar(sql::TERMS_SAID).bind(name).bind(profile);
        Ok(self.runtime.block_on(query.fetch_optional(&mut self.connection))?)
    }

    pub fn tax_said(&mut self, name: &str, profile: Option<&str>) -> Result<Option<(String, Option<i64>)>, StoreError> {
        let query = sqlx::query_as(sql::TAX_SAID).bind(name).bind(profile);
        Ok(self.runtime.block_on(query.fetch_optional(&mut self.connection))?)
    }

    pub fn pairs(&mut self, text: String, values: &[&str]) -> Result<Vec<(String, String)>, StoreError> {
        let query = values.iter().fold(sqlx::query_as(AssertSqlSafe(text)), |query, value| query.bind(*value));
        Ok(self.runtime.block_on(query.fetch_all(&mut self.connection))?)
    }

    pub fn without_records(&mut self, kinds: &[&Kind], clients: &[&str]) -> Result<HashSet<String>, StoreError> {
        let nothing = sql::has_nothing(kinds, "k.client");
        let text = format!("SELECT k.client FROM UNNEST($1::text[]) AS k (client) WHERE {nothing}");
        let query = sqlx::query_scalar(AssertSqlSafe(text)).bind(clients);
        let found: Vec<String> = self.runtime.block_on(query.fetch_all(&mut self.connection))?;
        Ok(found.into_iter().collect())
    }

    pub fn overpaid(&mut self) -> Result<Vec<Overpaid>, StoreError> {
        let query = sqlx::query_as(sql::OVERPAID).bind(i64::from(self.first_source));
        let rows: Vec<(String, String, i64, i64)> = self.runtime.block_on(query.fetch_all(&mut self.connection))?;
        let overpaid = |(_, invoice, source, line)| Overpaid { source: source as u32, line: line as u32, invoice };
        Ok(rows.into_iter().map(|row: (String, String, i64, i64)| overpaid(row)).collect())
    }

    pub fn overpaid_of_spellings(&mut self) -> Result<Vec<Overpaid>, StoreError> {
        let query = sqlx::query_as(sql::OVERPAID_OF_SPELLINGS).bind(i64::from(self.first_source));
        let rows: Vec<(String, i64, i64)> = self.runtime.block_on(query.fetch_all(&mut self.connection))?;
        let overpaid = |(invoice, source, line)| Overpaid { source: source as u32, line: line as u32, invoice };
        Ok(rows.into_iter().map(|row: (String, i64, i64)| overpaid(row)).collect())
    }

    pub fn episodes(&mut self) -> Result<Vec<EpisodeRow>, StoreError> {
        let query = sqlx::query_as(AssertSqlSafe(episodes::select("1 = 1")));
        Ok(self.runtime.block_on(query.fetch_all(&mut self.connection))?)
    }

    pub fn replace(&mut self, table: &sql::Table, rows: &[Vec<OwnedCell>]) -> Result<(), StoreError> {
        let width = table.columns.len();
        let storages: Vec<Storage> = table.columns.iter().map(|(_, storage)| *storage).collect();
        for part in rows.chunks(BATCH) {
            let values: Vec<String> = (0..part.len()).map(|n| sql::placeholders(width, n * width + 1)).collect();
            let text = sql::replace(table, &values.join(", "));
            let query =
                part.iter().fold(sqlx::query(AssertSqlSafe(text)), |query, row| bind_cells(query, &storages, row));
            self.runtime.block_on(query.execute(&mut self.connection))?;
        }
        Ok(())
    }

    pub fn execute(&mut self, text: &str) -> Result<(), StoreError> {
        self.runtime.block_on(self.connection.execute(AssertSqlSafe(text.to_owned())))?;
        Ok(())
    }

    pub fn commit(mut self) -> Result<(), StoreError> {
        self.runtime.block_on(async {
            self.connection.execute("COMMIT").await?;
            self.connection.close().await?;
            Ok(())
        })
    }

    fn put_part(&mut self, kind: &'static Kind, part: &[Waiting]) -> Result<(), StoreError> {
        let runtime = self.runtime.clone();
        runtime.block_on(async {
            let known = self.known_invoices(kind, part).await?;
            let good: Vec<&Waiting> =
                part.iter().zip(&known).filter(|(_, known)| **known).map(|(row, _)| row).collect();
            for (row, _) in part.iter().zip(&known).filter(|(_, known)| !**known) {
                self.fates.push(row.fate(kind, Put::InvoiceUnknown));
            }
            let added = self.insert(kind, &good).await?;
            for row in good {
                let put = if added.contains(&row.line) {
                    let cells: Vec<Cell> = row.cells.iter().map(OwnedCell::cell).collect();
                    self.long_days.add(kind, &cells, (self.source_id, row.line));
                    Put::Added
                } else {
                    self.meet(kind, row).await?
                };
                self.fates.push(row.fate(kind, put));
            }
            Ok(())
        })
    }

    /// Tells of each row whether the invoice it refers to stands; rows that refer to none are fine.
    async fn known_invoices(&mut self, kind: &'static Kind, part: &[Waiting]) -> Result<Vec<bool>, StoreError> {
        let needs: Vec<Option<&str>> = part
            .iter()
            .map(|row| {
                let cells: Vec<Cell> = row.cells.iter().map(OwnedCell::cell).collect();
                let first = row.cells.first().map(OwnedCell::cell);
                let needs = needed_invoice(&row.row(kind, &cells));
                needs.and(match first {
                    Some(Cell::Text(text)) => Some(text),
                    _ => None,
                })
            })
            .collect();
        if needs.iter().all(Option::is_none) {
            return Ok(vec![true; part.len()]);
        }
        let asked = part.iter().zip(&needs).filter_map(|(row, need)| Some((row.client.as_str(), (*need)?)));
        let (clients, invoices): (Vec<&str>, Vec<&str>) =
            asked.flat_map(|(client, invoice)| self.spellings.keys(client).map(move |key| (key, invoice))).unzip();
        let found: Vec<(String, String)> = sqlx::query_as(
            "SELECT i.client, i.id FROM UNNEST($1::text[], $2::text[]) AS k (client, id)
               JOIN invoices i ON i.client = k.client AND i.id = k.id",
        )
        .bind(clients)
        .bind(invoices)
        .fetch_all(&mut self.connection)
        .await?;
        let found: HashSet<(String, String)> = found.into_iter().collect();
        let stands = |row: &Waiting, need: &str| {
            self.spellings.keys(&row.client).any(|key| found.contains(&(key.to_owned(), need.to_owned())))
        };
        Ok(part.iter().zip(needs).map(|(row, need)| need.is_none_or(|need| stands(row, need))).collect())
    }

    /// Inserts rows whose keys are new and returns their lines.
    async fn insert(&mut self, kind: &'static Kind, rows: &[&Waiting]) -> Result<HashSet<u32>, StoreError> {
        if rows.is_empty() {
            return Ok(HashSet::new());
        }
        let width = sql::columns(kind).len();
        let values: Vec<String> = (0..rows.len()).map(|n| sql::placeholders(width, n * width + 1)).collect();
        let text = sql::insert(kind, &values.join(", ")) + " RETURNING source_line";
        let mut query = sqlx::query(AssertSqlSafe(text));
        for row in rows {
            query = bind_key(query, kind, row);
            query = bind_cells(query, &storages(kind), &row.cells);
            query = query.bind(i64::from(self.source_id)).bind(i64::from(row.line));
            if sql::is_clients(kind) {
                query = query.bind(fold_of(kind, row));
            }
        }
        let added = query.fetch_all(&mut self.connection).await?;
        added.iter().map(|row| Ok(row.try_get::<i64, _>(0)? as u32)).collect()
    }

    /// Compares a row with the one that stands under its key, and replaces that one if it differs.
    async fn meet(&mut self, kind: &'static Kind, waiting: &Waiting) -> Result<Put, StoreError> {
        let cells: Vec<Cell> = waiting.cells.iter().map(OwnedCell::cell).collect();
        let row = waiting.row(kind, &cells);
        let standing = self.standing(kind, waiting).await?;
        let mut put = standing.meet(&row, &self.said, self.source_id, &mut self.met);
        if put != Put::Unchanged && standing.is_by_hand() {
            let query = sqlx::query_scalar(sql::PAST).bind(kind.table).bind(&waiting.client).bind(&waiting.id);
            let past: Vec<String> = query.fetch_all(&mut self.connection).await?;
            put = against_hand(&row, &self.said, &past, put, &mut self.met);
        }
        if matches!(put, Put::Changed | Put::Overruled) {
            let source = self.source.as_ref().expect("a source is noted before its rows");
            sqlx::query(sql::KEEP_PAST)
                .bind(kind.table)
                .bind(&waiting.client)
                .bind(&waiting.id)
                .bind(&source.imported_at)
                .bind(&source.member)
                .bind(i64::from(self.source_id))
                .bind(standing.json(kind))
                .execute(&mut self.connection)
                .await?;
            let complete = Waiting::of(&Row { cells: &standing.complete(&row, &self.said), ..row });
            let mut query = bind_cells(sqlx::query(AssertSqlSafe(sql::update(kind))), &storages(kind), &complete.cells);
            query = query.bind(i64::from(self.source_id)).bind(i64::from(waiting.line));
            if sql::is_clients(kind) {
                query = query.bind(fold_of(kind, &complete));
            }
            bind_key(query, kind, waiting).execute(&mut self.connection).await?;
        }
        Ok(put)
    }

    async fn standing(&mut self, kind: &'static Kind, row: &Waiting) -> Result<Standing, StoreError> {
        let at: Vec<String> = sql::key(kind).iter().enumerate().map(|(i, c)| format!("{c} = ${}", i + 1)).collect();
        let text = format!("SELECT {} FROM \"{}\" WHERE {}", sql::standing(kind), kind.table, at.join(" AND "));
        let found = bind_key(sqlx::query(AssertSqlSafe(text)), kind, row).fetch_one(&mut self.connection).await?;
        let width = kind.columns.len();
        let cells = (0..width).map(|i| own(&found, i, storage(kind.columns[i].r#type))).collect::<Result<_, _>>()?;
        Ok(Standing { cells, source: found.try_get(width)?, line: found.try_get(width + 1)? })
    }
}

type PgQuery<'q> = Query<'q, Postgres, PgArguments>;

fn bind_key<'q>(query: PgQuery<'q>, kind: &Kind, row: &'q Waiting) -> PgQuery<'q> {
    let query = query.bind(row.client.as_str());
    if sql::is_clients(kind) { query } else { query.bind(row.id.as_str()) }
}

fn bind_cells<'q>(mut query: PgQuery<'q>, storages: &[Storage], cells: &[OwnedCell]) -> PgQuery<'q> {
    for (storage, cell) in storages.iter().zip(cells) {
        query = match (storage, cell) {
            (Storage::Text, OwnedCell::Text(text)) => query.bind(Some(text.clone())),
            (Storage::Text, _) => query.bind(None::<String>),
            (Storage::Integer, OwnedCell::Integer(number)) => query.bind(Some(*number)),
            (Storage::Integer, _) => query.bind(None::<i64>),
            (Storage::Decimal, OwnedCell::Decimal(number)) => query.bind(Some(*number)),
            (Storage::Decimal, OwnedCell::Integer(number)) => query.bind(Some(*number as f64)),
            (Storage::Decimal, _) => query.bind(None::<f64>),
        };
    }
    query
}

fn storages(kind: &Kind) -> Vec<Storage> {
    kind.columns.iter().map(|column| storage(column.r#type)).collect()
}

fn fold_of(kind: &'static Kind, row: &Waiting) -> Option<String> {
    let cells: Vec<Cell> = row.cells.iter().map(OwnedCell::cell).collect();
    folded(&row.row(kind, &cells))
}

fn own(row: &PgRow, i: usize, storage: Storage) -> Result<OwnedCell, StoreError> {
    Ok(match storage {
        Storage::Text => row.try_get::<Option<String>, _>(i)?.map_or(OwnedCell::Null, OwnedCell::Text),
        Storage::Integer => row.try_get::<Option<i64>, _>(i)?.map_or(OwnedCell::Null, OwnedCell::Integer),
        Storage::Decimal => row.try_get::<Option<f64>, _>(i)?.map_or(OwnedCell::Null, OwnedCell::Decimal),
    })
}
