//! Reports: sealed texts, and who receives them. Nothing here says what a report holds or who may open it.

use super::{Db, StoreError, holds};
use sqlx::{Any, Transaction};

/// A sealed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    pub id: String,
    pub version: i64,
    pub sealed: Vec<u8>,
}

/// So much of a sealed text is read to see which keys open it: its head, and all of a short one.
const HEAD_BYTES: usize = 32 * 1024;

impl Sealed {
    /// Tells whether this may be the beginning of a longer text.
    pub fn is_cut(&self) -> bool {
        self.sealed.len() == HEAD_BYTES
    }
}

/// Returns the head of every sealed text; who may not open one learns nothing from it.
pub async fn heads(db: &Db) -> Result<Vec<Sealed>, StoreError> {
    let rows: Vec<(String, i64, Vec<u8>)> =
        sqlx::query_as("SELECT id, version, substr(sealed, 1, $1) FROM reports ORDER BY id")
            .bind(HEAD_BYTES as i32)
            .fetch_all(&db.pool)
            .await?;
    Ok(rows.into_iter().map(|(id, version, sealed)| Sealed { id, version, sealed }).collect())
}

/// Returns one sealed text whole.
pub async fn one(db: &Db, id: &str) -> Result<Option<Sealed>, StoreError> {
    let row: Option<(i64, Vec<u8>)> =
        sqlx::query_as("SELECT version, sealed FROM reports WHERE id = $1").bind(id).fetch_optional(&db.pool).await?;
    Ok(row.map(|(version, sealed)| Sealed { id: id.to_owned(), version, sealed }))
}

/// Returns the number that grows whenever something is sealed.
pub async fn mark(db: &Db) -> Result<i64, StoreError> {
    Ok(sqlx::query_scalar("SELECT number FROM seals").fetch_one(&db.pool).await?)
}

/// Keeps new sealed texts.
pub async fn add(db: &Db, texts: &[(String, Vec<u8>)]) -> Result<(), StoreError> {
    let mut tx = db.begin().await?;
    for text in texts {
        insert(&mut tx, text).await?;
    }
    moved(&mut tx).await?;
    tx.commit().await?;
    Ok(())
}

async fn insert(tx: &mut Transaction<'static, Any>, (id, sealed): &(String, Vec<u8>)) -> Result<(), StoreError> {
    let added = sqlx::query("INSERT INTO reports (id, version, sealed) VALUES ($1, 1, $2)");
    added.bind(id).bind(sealed).execute(&mut **tx).await?;
    Ok(())
}

/// Has every key that is held look again.
pub async fn moved(tx: &mut Transaction<'static, Any>) -> Result<(), StoreError> {
    sqlx::query("UPDATE seals SET number = number + 1").execute(&mut **tx).await?;
    Ok(())
}

/// What is kept together with a sealed text.
#[derive(Clone, Copy, Debug)]
pub enum Beside<'a> {
    Text(&'a (String, Vec<u8>)),
    Hold(holds::Change<'a>),
}

/// Replaces a sealed text by what followed it, and keeps with it what goes with it; tells whether it was still the version that
/// was opened. If it was not, nothing is kept.
pub async fn replace(
    db: &Db,
    id: &str,
    version: i64,
    sealed: &[u8],
    beside: &[Beside<'_>],
) -> Result<bool, StoreError> {
    let mut tx = db.begin().await?;
    let replaced = sqlx::query("UPDATE reports SET sealed = $3, version = version + 1 WHERE id = $1 AND version = $2")
        .bind(id)
        .bind(version)
        .bind(sealed)
        .execute(&mut *tx)
        .await?;
    if replaced.rows_affected() != 1 {
        return Ok(false);
    }
    for one in beside {
        match one {
            Beside::Text(text) => insert(&mut tx, text).await?,
            Beside::Hold(change) => {
                holds::change_within(&mut tx, *change).await?;
            }
        }
    }
    moved(&mut tx).await?;
    tx.commit().await?;
    Ok(true)
}

/// Someone who receives reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    pub member: String,
    pub name: String,
    pub owner: bool,
    pub adviser: bool,
    pub public_key: String,
    pub joined_at: String,
    /// Later than `joined_at` where the person had to be given a new password.
    pub key_since: String,
}

type Row = (String, String, String, i64, String, String, String);

fn recipient((member, name, role, adviser, public_key, joined_at, key_since): Row) -> Recipient {
    Recipient { member, name, owner: role == "owner", adviser: adviser == 1, public_key, joined_at, key_since }
}

/// Returns the recipients, by name.
pub async fn recipients(db: &Db) -> Result<Vec<Recipient>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT m.id, m.name, m.role, m.adviser, m.public_key, m.joined_at, m.key_since
           FROM recipients r JOIN members m ON m.id = r.member WHERE m.left_at IS NULL ORDER BY m.name, m.id",
    )
    .fetch_all(&db.pool)
    .await?;
    Ok(rows.into_iter().map(recipient).collect())
}

/// Returns everyone to whom something can be sealed, by name.
pub async fn people(db: &Db) -> Result<Vec<Recipient>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT id, name, role, adviser, public_key, joined_at, key_since
           FROM members WHERE left_at IS NULL ORDER BY name, id",
    )
    .fetch_all(&db.pool)
    .await?;
    Ok(rows.into_iter().map(recipient).collect())
}

/// Names the recipients anew.
pub async fn name_recipients(db: &Db, members: &[&str], named_by: &str, now: &str) -> Result<(), StoreError> {
    let mut tx = db.begin().await?;
    sqlx::query("DELETE FROM recipients").execute(&mut *tx).await?;
    for member in members {
        sqlx::query(
            "INSERT INTO recipients (member, named_by, named_at)
             SELECT id, $2, $3 FROM members WHERE id = $1 AND left_at IS NULL",
        )
        .bind(*member)
        .bind(named_by)
        .bind(now)
        .execute(&mut *tx)
        .await?;
    }
    tx.commit().await?;
    Ok(())
}
