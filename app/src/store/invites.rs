//! Links that are used once: the owner's first, invitations, and links to a new password.

use super::viewer::Role;
use super::{Db, StoreError};
use sqlx::{Any, Transaction};

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Creating the owner at the first start.
    First,
    /// Joining the firm.
    Join,
    /// Setting a new password.
    Reset,
}

impl Purpose {
    /// Returns the word the store keeps.
    pub fn word(self) -> &'static str {
        match self {
            Purpose::First => "first",
            Purpose::Join => "join",
            Purpose::Reset => "reset",
        }
    }
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invite {
    pub id: String,
    pub role: Role,
    pub adviser: bool,
    pub name: String,
    pub member: Option<String>,
    pub made_by: String,
    pub made_at: String,
    pub expires_at: String,
}

/// Keeps a link under the digest of its secret.
pub async fn add(db: &Db, purpose: Purpose, token_hash: &str, invite: &Invite) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO invites (token_hash, id, purpose, role, adviser, name, member, made_by, made_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(token_hash)
    .bind(&invite.id)
    .bind(purpose.word())
    .bind(invite.role.word())
    .bind(i64::from(invite.adviser))
    .bind(&invite.name)
    .bind(invite.member.as_deref())
    .bind(&invite.made_by)
    .bind(&invite.made_at)
    .bind(&invite.expires_at)
    .execute(&db.pool)
    .await?;
    Ok(())
}

const COLUMNS: &str = "id, role, adviser, name, member, made_by, made_at, expires_at";

type Row = (String, String, i64, String, Option<String>, String, String, String);

fn read(row: Row) -> Result<Invite, StoreError> {
    let (id, role, adviser, name, member, made_by, made_at, expires_at) = row;
    let role = Role::of(&role).ok_or_else(|| StoreError::Unreadable(format!("invites {id}")))?;
    Ok(Invite { id, role, adviser: adviser == 1, name, member, made_by, made_at, expires_at })
}

/// Returns a link that still works; looking does not use it.
pub async fn open(db: &Db, purpose: Purpose, token_hash: &str, now: &str) -> Result<Option<Invite>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM invites WHERE token_hash = $1 AND purpose = $2 AND expires_at > $3
           AND used_at IS NULL AND revoked_at IS NULL"
    );
    let row: Option<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(token_hash)
        .bind(purpose.word())
        .bind(now)
        .fetch_optional(&db.pool)
        .await?;
    row.map(read).transpose()
}

/// Uses a link; nothing if it works no longer. Of two at once only one succeeds.
pub async fn take(
    tx: &mut Transaction<'static, Any>,
    purpose: Purpose,
    token_hash: &str,
    now: &str,
) -> Result<Option<Invite>, StoreError> {
    let sql = format!(
        "UPDATE invites SET used_at = $3 WHERE token_hash = $1 AND purpose = $2 AND expires_at > $3
            AND used_at IS NULL AND revoked_at IS NULL RETURNING {COLUMNS}"
    );
    let row: Option<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(token_hash)
        .bind(purpose.word())
        .bind(now)
        .fetch_optional(&mut **tx)
        .await?;
    row.map(read).transpose()
}

/// Returns the invitations that still work, the newest first.
pub async fn waiting(db: &Db, now: &str) -> Result<Vec<Invite>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM invites WHERE purpose = 'join' AND expires_at > $1
            AND used_at IS NULL AND revoked_at IS NULL ORDER BY made_at DESC, id DESC"
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(now).fetch_all(&db.pool).await?;
    rows.into_iter().map(read).collect()
}

/// Makes a link useless; tells whether there was one to revoke.
pub async fn revoke(db: &Db, id: &str, now: &str) -> Result<bool, StoreError> {
    let revoked =
        sqlx::query("UPDATE invites SET revoked_at = $2 WHERE id = $1 AND used_at IS NULL AND revoked_at IS NULL")
            .bind(id)
            .bind(now)
            .execute(&db.pool)
            .await?;
    Ok(revoked.rows_affected() > 0)
}

/// Makes every unused link of a purpose useless, a member's alone if one is given: a newer one takes their place.
pub async fn revoke_others(db: &Db, purpose: Purpose, member: Option<&str>, now: &str) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE invites SET revoked_at = $2 WHERE purpose = $1 AND used_at IS NULL AND revoked_at IS NULL
            AND ($3 IS NULL OR member = $3)",
    )
    .bind(purpose.word())
    .bind(now)
    .bind(member)
    .execute(&db.pool)
    .await?;
    Ok(())
}
