//! Spellings of one client, merged by a person: no record moves, so that a merge can be undone.

use super::entries::{self, By, Entry};
use super::revision::{self, Revision};
use super::{Db, StoreError, cell};
use domain::record::Client;
use sqlx::{Any, Transaction};
use std::collections::BTreeSet;

/// A client's key and name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    pub client: String,
    pub name: String,
}

/// A spelling merged into a client, by whom and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    pub spelling: Named,
    pub client: Named,
    pub by: Option<String>,
    pub at: Option<String>,
}

/// What came of merging.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Merge {
    Done,
    /// There is no such client.
    Nobody,
    /// A client is not another spelling of itself.
    Itself,
    /// The client merged into is itself another's spelling.
    IntoSpelling,
    /// The spelling is merged already.
    MergedAlready,
    /// Others are merged into the spelling; a chain of merges could not be undone one by one.
    HasSpellings,
}

/// Returns every client that is not another's spelling, in the order of keys.
pub async fn clients(db: &Db) -> Result<Vec<Named>, StoreError> {
    let rows: Vec<(String, String)> =
        sqlx::query_as("SELECT client, name FROM clients WHERE merged_into IS NULL ORDER BY client")
            .fetch_all(&db.pool)
            .await?;
    Ok(rows.into_iter().map(|(client, name)| Named { client, name }).collect())
}

/// Returns every key of the client that a key means, itself among them, whether there is such a client or not.
pub async fn spellings(db: &Db, client: &str) -> Result<Vec<String>, StoreError> {
    let main = main_of(db, client).await?.unwrap_or_else(|| client.to_owned());
    let mut spellings: Vec<String> =
        sqlx::query_scalar("SELECT client FROM clients WHERE merged_into = $1 ORDER BY client")
            .bind(&main)
            .fetch_all(&db.pool)
            .await?;
    spellings.push(main);
    Ok(spellings)
}

/// Returns the names that a spelling had before somebody changed them.
pub async fn past_names(db: &Db, spelling: &str) -> Result<Vec<String>, StoreError> {
    let before: Vec<String> = sqlx::query_scalar("SELECT before FROM changes WHERE kind = 'clients' AND client = $1")
        .bind(spelling)
        .fetch_all(&db.pool)
        .await?;
    let name = |before: &String| {
        let before: serde_json::Value = serde_json::from_str(before).ok()?;
        before.get("name")?.as_str().map(str::to_owned)
    };
    Ok(before.iter().filter_map(name).collect())
}

/// Returns the client that a key means: itself, or the one it was merged into; `None` if there is no such key.
pub async fn main_of(db: &Db, client: &str) -> Result<Option<String>, StoreError> {
    let row: Option<(String, Option<String>)> =
        sqlx::query_as("SELECT client, merged_into FROM clients WHERE client = $1")
            .bind(client)
            .fetch_optional(&db.pool)
            .await?;
    Ok(row.map(|(own, merged_into)| merged_into.unwrap_or(own)))
}

/// Returns the merged spellings, in the order of the clients they mean.
pub async fn all(db: &Db) -> Result<Vec<Merged>, StoreError> {
    type MergedRow = (String, String, String, String, Option<String>, Option<String>);
    let rows: Vec<MergedRow> = sqlx::query_as(
        "SELECT s.client, s.name, c.client, c.name, m.name, h.changed_at
           FROM clients s
           JOIN clients c ON c.client = s.merged_into
           LEFT JOIN changes h ON h.client = s.client AND h.kind = 'clients' AND h.id = s.client
            AND h.number = (SELECT MAX(number) FROM changes WHERE client = s.client AND kind = 'clients' AND id = s.client)
           LEFT JOIN members m ON m.id = h.member
          ORDER BY c.name, c.client, s.client",
    )
    .fetch_all(&db.pool)
    .await?;
    let merged = |(spelling, spelling_name, client, name, by, at): MergedRow| Merged {
        spelling: Named { client: spelling, name: spelling_name },
        client: Named { client, name },
        by,
        at,
    };
    Ok(rows.into_iter().map(merged).collect())
}

/// Merges a spelling into a client.
pub async fn merge(db: &Db, spelling: &str, client: &str, by: &By) -> Result<Merge, StoreError> {
    if spelling == client {
        return Ok(Merge::Itself);
    }
    let mut tx = entries::begin(db).await?;
    let (Some(of_spelling), Some(of_client)) = (into(&mut tx, spelling).await?, into(&mut tx, client).await?) else {
        return Ok(Merge::Nobody);
    };
    let merged = if of_spelling.is_some() {
        Merge::MergedAlready
    } else if of_client.is_some() {
        Merge::IntoSpelling
    } else if has_spellings(&mut tx, spelling).await? {
        Merge::HasSpellings
    } else {
        set(&mut tx, spelling, Some(client), by).await?;
        tx.commit().await?;
        Merge::Done
    };
    Ok(merged)
}

/// Makes a spelling a client of its own again; `false` if it was not merged.
pub async fn undo(db: &Db, spelling: &str, by: &By) -> Result<bool, StoreError> {
    let mut tx = entries::begin(db).await?;
    let merged = into(&mut tx, spelling).await?.flatten().is_some();
    if merged {
        set(&mut tx, spelling, None, by).await?;
        tx.commit().await?;
    }
    Ok(merged)
}

async fn into(tx: &mut Transaction<'static, Any>, client: &str) -> Result<Option<Option<String>>, StoreError> {
    let query = sqlx::query_scalar("SELECT merged_into FROM clients WHERE client = $1").bind(client);
    Ok(query.fetch_optional(&mut **tx).await?)
}

async fn has_spellings(tx: &mut Transaction<'static, Any>, client: &str) -> Result<bool, StoreError> {
    let found: Option<i64> = sqlx::query_scalar("SELECT 1 FROM clients WHERE merged_into = $1 LIMIT 1")
        .bind(client)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(found.is_some())
}

/// Sets what a spelling is merged into, and keeps its past.
async fn set(
    tx: &mut Transaction<'static, Any>,
    spelling: &str,
    client: Option<&str>,
    by: &By,
) -> Result<(), StoreError> {
    let standing = entries::standing(tx, &Client::KIND, spelling, spelling).await?;
    if let Some(now) = standing {
        let entry = Entry { kind: &Client::KIND, client: spelling, id: spelling, cells: &now.cells, by };
        let before = cell::json(&Client::KIND, &now.cells, now.source, now.line);
        entries::keep(tx, &entry, now.source, &before, "").await?;
    }
    sqlx::query("UPDATE clients SET merged_into = $2 WHERE client = $1")
        .bind(spelling)
        .bind(client.map(str::to_owned))
        .execute(&mut **tx)
        .await?;
    revision::bump(tx, Revision::Records).await
}

/// Returns how many invoice numbers two clients share: one more hint that they are one.
pub async fn shared_invoices(db: &Db, first: &str, second: &str) -> Result<u64, StoreError> {
    let shared: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM invoices a JOIN invoices b ON b.client = $2 AND b.id = a.id WHERE a.client = $1",
    )
    .bind(first)
    .bind(second)
    .fetch_one(&db.pool)
    .await?;
    Ok(shared as u64)
}

/// Notes that two clients are two, however alike their names.
pub async fn keep_apart(db: &Db, a: &str, b: &str) -> Result<(), StoreError> {
    let (first, second) = if a < b { (a, b) } else { (b, a) };
    sqlx::query("INSERT INTO separate_clients (first, second) VALUES ($1, $2) ON CONFLICT DO NOTHING")
        .bind(first)
        .bind(second)
        .execute(&db.pool)
        .await?;
    Ok(())
}

/// Returns the pairs that a person said are two; the lesser key first.
pub async fn kept_apart(db: &Db) -> Result<BTreeSet<(String, String)>, StoreError> {
    let rows: Vec<(String, String)> =
        sqlx::query_as("SELECT first, second FROM separate_clients").fetch_all(&db.pool).await?;
    Ok(rows.into_iter().collect())
}
