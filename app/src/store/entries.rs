//! Records entered, corrected and withdrawn by hand: one row at a time through the pool, and the past is kept.

use super::bulk::sql;
use super::cell::{self, OwnedCell};
use super::dialect::Kind as Database;
use super::revision::{self, Revision};
use super::{Db, StoreError};
use domain::record::{KINDS, Kind};
use domain::text::fold;
use sqlx::{Any, AssertSqlSafe, Row, Transaction};

/// A record as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The spelling of the client under which it stands.
    pub client: String,
    pub id: String,
    pub cells: Vec<OwnedCell>,
    pub source: i64,
    pub line: i64,
    /// How many changes it has seen.
    pub changes: i64,
}

/// Who does it, and when; nobody is named where an answer is anonymous.
#[derive(Clone, Debug)]
pub struct By {
    pub member: String,
    pub at: String,
}

/// A record as a person states it.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    pub kind: &'static Kind,
    pub client: &'a str,
    pub id: &'a str,
    pub cells: &'a [OwnedCell],
    pub by: &'a By,
}

/// What came of a correction.
#[derive(Clone, Debug, PartialEq)]
pub enum Corrected {
    Saved,
    /// It says what stands already.
    Unchanged,
    /// Somebody changed the record since the form was opened: what stood then, and what stands now.
    ChangedMeanwhile {
        then: Option<Vec<OwnedCell>>,
        now: Box<Standing>,
    },
    /// Somebody withdrew it.
    Gone,
}

/// Returns a client's record, whichever of the client's spellings it stands under.
pub async fn find(db: &Db, kind: &'static Kind, client: &str, id: &str) -> Result<Option<Standing>, StoreError> {
    let mut tx = db.begin().await?;
    for spelling in spellings(&mut tx, client).await? {
        if let Some(standing) = standing(&mut tx, kind, &spelling, id).await? {
            return Ok(Some(standing));
        }
    }
    Ok(None)
}

/// Enters a record; `false` if one stands under its key.
pub async fn add(db: &Db, entry: Entry<'_>) -> Result<bool, StoreError> {
    let mut tx = begin(db).await?;
    let source = source(&mut tx, entry.by).await?;
    let added = insert(&mut tx, &entry, source, 0).await?;
    if added {
        // Who answered the pulse must not be found out, so it has no past either.
        if !entry.by.member.is_empty() {
            keep(&mut tx, &entry, source, "", "").await?;
        }
        revision::bump(&mut tx, Revision::Records).await?;
        tx.commit().await?;
    }
    Ok(added)
}

/// Replaces a record by what a person states, who saw it after `seen` changes.
pub async fn correct(db: &Db, entry: Entry<'_>, seen: i64) -> Result<Corrected, StoreError> {
    let mut tx = begin(db).await?;
    let Some(now) = standing(&mut tx, entry.kind, entry.client, entry.id).await? else { return Ok(Corrected::Gone) };
    if now.changes != seen {
        let then = before(&mut tx, &entry, seen + 1).await?;
        return Ok(Corrected::ChangedMeanwhile { then, now: Box::new(now) });
    }
    if now.cells == entry.cells {
        return Ok(Corrected::Unchanged);
    }
    let source = source(&mut tx, entry.by).await?;
    keep(&mut tx, &entry, source, &cell::json(entry.kind, &now.cells, now.source, now.line), "").await?;
    update(&mut tx, &entry, source).await?;
    revision::bump(&mut tx, Revision::Records).await?;
    tx.commit().await?;
    Ok(Corrected::Saved)
}

/// Begins to write what a lane writes, too; on PostgreSQL under the lanes' lock, on SQLite there is one writer anyway.
pub async fn begin(db: &Db) -> Result<Transaction<'static, Any>, StoreError> {
    let mut tx = db.begin().await?;
    if db.kind == Database::Postgres {
        sqlx::query(sql::ONE_WRITER).execute(&mut *tx).await?;
    }
    Ok(tx)
}

/// Returns a client and the spellings merged into it.
async fn spellings(tx: &mut Transaction<'static, Any>, client: &str) -> Result<Vec<String>, StoreError> {
    let merged: Vec<String> = sqlx::query_scalar("SELECT client FROM clients WHERE merged_into = $1 ORDER BY client")
        .bind(client)
        .fetch_all(&mut **tx)
        .await?;
    Ok([client.to_owned()].into_iter().chain(merged).collect())
}

pub(super) async fn standing(
    tx: &mut Transaction<'static, Any>,
    kind: &'static Kind,
    client: &str,
    id: &str,
) -> Result<Option<Standing>, StoreError> {
    let of = if sql::is_clients(kind) { "client = $1 AND client = $2" } else { "client = $1 AND id = $2" };
    let text = format!("SELECT {} FROM \"{}\" WHERE {of}", sql::standing(kind), kind.table);
    let row = sqlx::query(AssertSqlSafe(text)).bind(client).bind(id).fetch_optional(&mut **tx).await?;
    let Some(row) = row else { return Ok(None) };
    let width = kind.columns.len();
    Ok(Some(Standing {
        client: client.to_owned(),
        id: id.to_owned(),
        cells: cell::read(&row, kind, 0)?,
        source: row.try_get(width)?,
        line: row.try_get(width + 1)?,
        changes: changes(tx, kind, client, id).await?,
    }))
}

async fn changes(tx: &mut Transaction<'static, Any>, kind: &Kind, client: &str, id: &str) -> Result<i64, StoreError> {
    let text = "SELECT COALESCE(MAX(number), 0) FROM changes WHERE client = $1 AND kind = $2 AND id = $3";
    Ok(sqlx::query_scalar(text).bind(client).bind(kind.table).bind(id).fetch_one(&mut **tx).await?)
}

/// Returns what stood before a change.
async fn before(
    tx: &mut Transaction<'static, Any>,
    entry: &Entry<'_>,
    number: i64,
) -> Result<Option<Vec<OwnedCell>>, StoreError> {
    let text = "SELECT before FROM changes WHERE client = $1 AND kind = $2 AND id = $3 AND number = $4";
    let query = sqlx::query_scalar(text).bind(entry.client).bind(entry.kind.table).bind(entry.id).bind(number);
    let json: Option<String> = query.fetch_optional(&mut **tx).await?;
    Ok(json.and_then(|json| cell::from_json(entry.kind, &json)).map(|(cells, ..)| cells))
}

/// Notes an entry by hand as a source without a name.
async fn source(tx: &mut Transaction<'static, Any>, by: &By) -> Result<i64, StoreError> {
    let id: i64 = sqlx::query_scalar(sql::NEXT_SOURCE).fetch_one(&mut **tx).await?;
    sqlx::query(sql::SOURCE)
        .bind(id)
        .bind("")
        .bind("")
        .bind(&by.at)
        .bind(&by.member)
        .bind("unknown")
        .bind(None::<String>)
        .bind(None::<i64>)
        .bind(None::<i64>)
        .bind(None::<String>)
        .execute(&mut **tx)
        .await?;
    Ok(id)
}

/// Inserts a record; `false` if one stands under its key.
pub(super) async fn insert(
    tx: &mut Transaction<'static, Any>,
    entry: &Entry<'_>,
    source: i64,
    line: i64,
) -> Result<bool, StoreError> {
    let Entry { kind, client, id, cells, .. } = *entry;
    let text = sql::insert(kind, &sql::placeholders(sql::columns(kind).len(), 1));
    let mut query = sqlx::query(AssertSqlSafe(text)).bind(client.to_owned());
    if !sql::is_clients(kind) {
        query = query.bind(id.to_owned());
    }
    let columns = kind.columns.iter().map(|column| cell::storage(column.r#type));
    query = columns.zip(cells).fold(query, |query, (storage, cell)| cell::bind(query, storage, cell));
    query = query.bind(source).bind(line);
    if sql::is_clients(kind) {
        query = query.bind(folded(client, cells));
    }
    Ok(query.execute(&mut **tx).await?.rows_affected() == 1)
}

async fn update(tx: &mut Transaction<'static, Any>, entry: &Entry<'_>, source: i64) -> Result<(), StoreError> {
    let Entry { kind, client, id, cells, .. } = *entry;
    let columns = kind.columns.iter().map(|column| cell::storage(column.r#type));
    let mut query = sqlx::query(AssertSqlSafe(sql::update(kind)));
    query = columns.zip(cells).fold(query, |query, (storage, cell)| cell::bind(query, storage, cell));
    query = query.bind(source).bind(0i64);
    query = if sql::is_clients(kind) {
        query.bind(folded(client, cells)).bind(client.to_owned())
    } else {
        query.bind(client.to_owned()).bind(id.to_owned())
    };
    query.execute(&mut **tx).await?;
    Ok(())
}

/// Returns a client's key and name as the search compares them.
fn folded(client: &str, cells: &[OwnedCell]) -> String {
    match cells.first() {
        Some(OwnedCell::Text(name)) => fold(&format!("{client} {name}")),
        _ => fold(client),
    }
}

/// Keeps the past of a record; `before` is empty where nothing stood.
pub(super) async fn keep(
    tx: &mut Transaction<'static, Any>,
    entry: &Entry<'_>,
    source: i64,
    before: &str,
    reason: &str,
) -> Result<(), StoreError> {
    let Entry { kind, client, id, by, .. } = *entry;
    let number = changes(tx, kind, client, id).await? + 1;
    sqlx::query(
        "INSERT INTO changes (kind, client, id, number, changed_at, member, source_id, before, reason)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(kind.table)
    .bind(client)
    .bind(id)
    .bind(number)
    .bind(&by.at)
    .bind(&by.member)
    .bind(source)
    .bind(before)
    .bind(reason)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Returns who entered a record that came from no file.
pub async fn author(db: &Db, standing: &Standing) -> Result<Option<String>, StoreError> {
    if standing.line != 0 {
        return Ok(None);
    }
    let member: Option<String> = sqlx::query_scalar("SELECT member FROM sources WHERE id = $1")
        .bind(standing.source)
        .fetch_optional(&db.pool)
        .await?;
    Ok(member.filter(|member| !member.is_empty()))
}

/// Returns who made a record's latest change, by name.
pub async fn last_changed_by(db: &Db, kind: &Kind, standing: &Standing) -> Result<Option<String>, StoreError> {
    let name: Option<String> = sqlx::query_scalar(
        "SELECT m.name FROM changes c JOIN members m ON m.id = c.member
          WHERE c.client = $1 AND c.kind = $2 AND c.id = $3 AND c.number = $4",
    )
    .bind(&standing.client)
    .bind(kind.table)
    .bind(&standing.id)
    .bind(standing.changes)
    .fetch_optional(&db.pool)
    .await?;
    Ok(name)
}

/// Tells whether any record of a client stands, of its own spelling or one merged into it.
pub(super) async fn client_is_used(tx: &mut Transaction<'static, Any>, client: &str) -> Result<bool, StoreError> {
    for kind in KINDS.into_iter().filter(|kind| !sql::is_clients(kind)) {
        let text = format!("SELECT 1 FROM \"{}\" WHERE client = $1 LIMIT 1", kind.table);
        let found: Option<i64> = sqlx::query_scalar(AssertSqlSafe(text)).bind(client).fetch_optional(&mut **tx).await?;
        if found.is_some() {
            return Ok(true);
        }
    }
    for table in ["exit_bill", "exit_inputs", "exit_stages", "exit_cuts", "exit_runs"] {
        let text = format!("SELECT 1 FROM {table} WHERE client = $1 LIMIT 1");
        let found: Option<i64> = sqlx::query_scalar(AssertSqlSafe(text)).bind(client).fetch_optional(&mut **tx).await?;
        if found.is_some() {
            return Ok(true);
        }
    }
    Ok(spellings(tx, client).await?.len() > 1)
}
