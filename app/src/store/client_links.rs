//! Private links of clients to the page of their end.

use super::cases::Key;
use super::{Db, StoreError};

/// A link as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientLink {
    pub id: String,
    pub key: Key,
    /// Whether it is for whoever follows us, who sees the handover pack only.
    pub successor: bool,
    pub code_hash: String,
    pub expires_at: String,
    pub opened_at: Option<String>,
    pub wrong_codes: i64,
}

/// A new link.
pub struct New<'a> {
    pub id: &'a str,
    pub key: &'a Key,
    pub successor: bool,
    pub token_hash: &'a str,
    pub code_hash: &'a str,
    pub made_at: &'a str,
    pub expires_at: &'a str,
}

/// So many wrong codes make a link confirm nothing any more; reading goes on.
pub const WRONG_CODES_MAX: i64 = 5;

type Row = (String, String, String, i64, String, String, Option<String>, i64);

const COLUMNS: &str = "id, client, case_id, successor, code_hash, expires_at, opened_at, wrong_codes";

fn link((id, client, case, successor, code_hash, expires_at, opened_at, wrong_codes): Row) -> ClientLink {
    let key = Key { client, case };
    ClientLink { id, key, successor: successor == 1, code_hash, expires_at, opened_at, wrong_codes }
}

/// Keeps a link.
pub async fn add(db: &Db, new: &New<'_>) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO client_links (id, client, case_id, successor, token_hash, code_hash, made_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(new.id)
    .bind(&new.key.client)
    .bind(&new.key.case)
    .bind(i64::from(new.successor))
    .bind(new.token_hash)
    .bind(new.code_hash)
    .bind(new.made_at)
    .bind(new.expires_at)
    .execute(&db.pool)
    .await?;
    Ok(())
}

/// Returns a link that still works by its secret; looking does not use it.
pub async fn by_token(db: &Db, token_hash: &str, now: &str) -> Result<Option<ClientLink>, StoreError> {
    by(db, "token_hash", token_hash, now).await
}

/// Returns the link that a browser opened, if it still works.
pub async fn by_browser(db: &Db, browser_hash: &str, now: &str) -> Result<Option<ClientLink>, StoreError> {
    by(db, "browser_hash", browser_hash, now).await
}

/// Returns all links of a case, whatever became of them.
pub async fn of_case(db: &Db, key: &Key) -> Result<Vec<ClientLink>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM client_links WHERE client = $1 AND case_id = $2 ORDER BY made_at, id");
    let rows: Vec<Row> =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(&key.client).bind(&key.case).fetch_all(&db.pool).await?;
    Ok(rows.into_iter().map(link).collect())
}

async fn by(db: &Db, column: &str, hash: &str, now: &str) -> Result<Option<ClientLink>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM client_links WHERE {column} = $1 AND expires_at > $2 AND revoked_at IS NULL");
    let row: Option<Row> =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(hash).bind(now).fetch_optional(&db.pool).await?;
    Ok(row.map(link))
}

/// Gives a link to the browser that opened it first; of two at once only one gets it.
pub async fn open(db: &Db, id: &str, browser_hash: &str, now: &str) -> Result<bool, StoreError> {
    let opened = sqlx::query(
        "UPDATE client_links SET browser_hash = $2, opened_at = $3
          WHERE id = $1 AND browser_hash IS NULL AND expires_at > $3 AND revoked_at IS NULL",
    )
    .bind(id)
    .bind(browser_hash)
    .bind(now)
    .execute(&db.pool)
    .await?;
    Ok(opened.rows_affected() > 0)
}

/// Makes a link useless.
pub async fn revoke(db: &Db, id: &str, now: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE client_links SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL")
        .bind(id)
        .bind(now)
        .execute(&db.pool)
        .await?;
    Ok(())
}

/// Counts a try of the code before it is looked at, so that tries at once are counted, too; tells whether one was left.
pub async fn try_code(db: &Db, id: &str) -> Result<bool, StoreError> {
    let counted =
        sqlx::query("UPDATE client_links SET wrong_codes = wrong_codes + 1 WHERE id = $1 AND wrong_codes < $2")
            .bind(id)
            .bind(WRONG_CODES_MAX)
            .execute(&db.pool)
            .await?;
    Ok(counted.rows_affected() > 0)
}

/// Forgives earlier tries: the code was right.
pub async fn right_code(db: &Db, id: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE client_links SET wrong_codes = 0 WHERE id = $1").bind(id).execute(&db.pool).await?;
    Ok(())
}
