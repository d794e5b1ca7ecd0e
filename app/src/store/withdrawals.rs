//! Records taken out because they were entered by mistake, and put back.

use super::bulk::sql;
use super::cell::{self, OwnedCell};
use super::entries::{self, By, Entry, Standing};
use super::revision::{self, Revision};
use super::{Db, StoreError};
use domain::record::Kind;
use sqlx::{Any, Transaction};

/// What came of taking a record out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Withdrawn {
    Done,
    /// It does not stand.
    Gone,
    /// Other records refer to it.
    Used,
}

/// A record that was taken out and not put back.
#[derive(Clone, Debug, PartialEq)]
pub struct Withdrawal {
    pub client: String,
    pub cells: Vec<OwnedCell>,
    pub at: String,
    /// The name of who did it.
    pub by: Option<String>,
    pub reason: String,
    source: i64,
    line: i64,
}

impl Withdrawal {
    /// Tells whether the record came from a file.
    pub fn is_of_file(&self) -> bool {
        self.line != 0
    }
}

/// Takes a record out; it stays in the past.
pub async fn withdraw(
    db: &Db,
    kind: &'static Kind,
    standing: &Standing,
    by: &By,
    reason: &str,
) -> Result<Withdrawn, StoreError> {
    let mut tx = entries::begin(db).await?;
    let (client, id) = (standing.client.as_str(), standing.id.as_str());
    let Some(now) = entries::standing(&mut tx, kind, client, id).await? else { return Ok(Withdrawn::Gone) };
    if is_used(&mut tx, kind, client, id).await? {
        return Ok(Withdrawn::Used);
    }
    let entry = Entry { kind, client, id, cells: &now.cells, by };
    entries::keep(&mut tx, &entry, 0, &cell::json(kind, &now.cells, now.source, now.line), reason).await?;
    delete(&mut tx, kind, client, id).await?;
    revision::bump(&mut tx, Revision::Records).await?;
    tx.commit().await?;
    Ok(Withdrawn::Done)
}

/// Tells whether other records would be left without what they refer to.
async fn is_used(tx: &mut Transaction<'static, Any>, kind: &Kind, client: &str, id: &str) -> Result<bool, StoreError> {
    match kind.table {
        "clients" => entries::client_is_used(tx, client).await,
        "invoices" => invoice_is_used(tx, client, id).await,
        _ => Ok(false),
    }
}

/// Tells whether a payment, promise or reminder refers to an invoice: one under its own spelling, or under another of
/// the client's spellings that has no such invoice itself.
async fn invoice_is_used(tx: &mut Transaction<'static, Any>, client: &str, id: &str) -> Result<bool, StoreError> {
    for table in ["payments", "promises", "reminders"] {
        let text = format!(
            "SELECT 1 FROM {table} r WHERE r.invoice = $2 AND (r.client = $1 OR (
                r.client IN (SELECT s.client FROM clients s JOIN clients c
                                 ON COALESCE(s.merged_into, s.client) = COALESCE(c.merged_into, c.client)
                              WHERE c.client = $1)
                AND NOT EXISTS (SELECT 1 FROM invoices i WHERE i.client = r.client AND i.id = $2))) LIMIT 1"
        );
        let query = sqlx::query_scalar(sqlx::AssertSqlSafe(text)).bind(client).bind(id);
        let found: Option<i64> = query.fetch_optional(&mut **tx).await?;
        if found.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

async fn delete(tx: &mut Transaction<'static, Any>, kind: &Kind, client: &str, id: &str) -> Result<(), StoreError> {
    if sql::is_clients(kind) {
        sqlx::query("DELETE FROM clients WHERE client = $1").bind(client).execute(&mut **tx).await?;
        sqlx::query("DELETE FROM assessments WHERE client = $1").bind(client).execute(&mut **tx).await?;
        revision::bump(tx, Revision::Lists).await
    } else {
        let text = format!("DELETE FROM \"{}\" WHERE client = $1 AND id = $2", kind.table);
        sqlx::query(sqlx::AssertSqlSafe(text)).bind(client).bind(id).execute(&mut **tx).await?;
        Ok(())
    }
}

/// Returns the withdrawal of a record that does not stand, whichever of the client's spellings it stood under.
pub async fn of_record(db: &Db, kind: &'static Kind, client: &str, id: &str) -> Result<Option<Withdrawal>, StoreError> {
    if entries::find(db, kind, client, id).await?.is_some() {
        return Ok(None);
    }
    let row: Option<(String, String, String, Option<String>, String)> = sqlx::query_as(
        "SELECT c.client, c.before, c.changed_at, m.name, c.reason
           FROM changes c LEFT JOIN members m ON m.id = c.member
          WHERE c.kind = $1 AND c.id = $2 AND c.source_id = 0
            AND (c.client = $3 OR c.client IN (SELECT client FROM clients WHERE merged_into = $3))
          ORDER BY c.changed_at DESC, c.number DESC LIMIT 1",
    )
    .bind(kind.table)
    .bind(id)
    .bind(client)
    .fetch_optional(&db.pool)
    .await?;
    let Some((client, before, at, by, reason)) = row else { return Ok(None) };
    let unreadable = || StoreError::Unreadable(format!("changes {} {client} {id}", kind.table));
    let (cells, source, line) = cell::from_json(kind, &before).ok_or_else(unreadable)?;
    Ok(Some(Withdrawal { client, cells, at, by, reason, source, line }))
}

/// Puts a withdrawn record back as it was, with the file and line it came from; `false` if one stands there by now.
pub async fn restore(
    db: &Db,
    kind: &'static Kind,
    id: &str,
    withdrawal: &Withdrawal,
    by: &By,
) -> Result<bool, StoreError> {
    let mut tx = entries::begin(db).await?;
    let entry = Entry { kind, client: &withdrawal.client, id, cells: &withdrawal.cells, by };
    let restored = entries::insert(&mut tx, &entry, withdrawal.source, withdrawal.line).await?;
    if restored {
        entries::keep(&mut tx, &entry, withdrawal.source, "", "").await?;
        // It may have been withdrawn before ids were levelled.
        sqlx::query(sql::OLD_IDS_UNKNOWN).execute(&mut *tx).await?;
        revision::bump(&mut tx, Revision::Records).await?;
        tx.commit().await?;
    }
    Ok(restored)
}
