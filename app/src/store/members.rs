//! Members of the firm: who they are, how they sign in, and how they like to read.

use super::revision::{self, Revision};
use super::viewer::Role;
use super::{Db, StoreError};
use sqlx::{Any, Transaction};

/// A member, as others see them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub id: String,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub adviser: bool,
    pub joined_at: String,
    pub left_at: Option<String>,
    /// Where they work, if not where the firm is.
    pub place: Option<String>,
}

/// What a member signs in with.
#[derive(Clone, Debug)]
pub struct Credentials {
    pub member: String,
    pub password_hash: String,
    pub public_key: String,
    pub sealed_secret: Vec<u8>,
}

/// How a member likes to read: a language (`ar`, `en`), digits (`latn`, `arab`), Hijri dates, the direction of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    pub language: &'static str,
    pub digits: &'static str,
    pub hijri: bool,
    pub time_follows: bool,
}

/// Returns an e-mail address as it is kept and compared.
pub fn email_kept(written: &str) -> String {
    written.trim().to_lowercase()
}

/// Adds a member; tells whether no other has the e-mail address.
pub async fn add(
    tx: &mut Transaction<'static, Any>,
    member: &Member,
    credentials: &Credentials,
    reading: Reading,
) -> Result<bool, StoreError> {
    let added = sqlx::query(
        "INSERT INTO members (id, name, email, role, adviser, password_hash, language, digits, hijri, time_follows,
                              public_key, sealed_secret, key_since, joined_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)",
    )
    .bind(&member.id)
    .bind(&member.name)
    .bind(&member.email)
    .bind(member.role.word())
    .bind(i64::from(member.adviser))
    .bind(&credentials.password_hash)
    .bind(reading.language)
    .bind(reading.digits)
    .bind(i64::from(reading.hijri))
    .bind(i64::from(reading.time_follows))
    .bind(&credentials.public_key)
    .bind(&credentials.sealed_secret)
    .bind(&member.joined_at)
    .execute(&mut **tx)
    .await;
    unless_taken(added)
}

/// Two members cannot have one e-mail address; anything else that fails is the machine's.
fn unless_taken(done: Result<sqlx::any::AnyQueryResult, sqlx::Error>) -> Result<bool, StoreError> {
    match done {
        Ok(_) => Ok(true),
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => Ok(false),
        Err(error) => Err(error.into()),
    }
}

type Row = (String, String, String, String, i64, String, Option<String>, Option<String>);

fn read(row: Row) -> Result<Member, StoreError> {
    let (id, name, email, role, adviser, joined_at, left_at, place) = row;
    let role = Role::of(&role).ok_or_else(|| StoreError::Unreadable(format!("members {id}")))?;
    Ok(Member { id, name, email, role, adviser: adviser == 1, joined_at, left_at, place })
}

/// Returns every member in the order of joining, those who left last.
pub async fn all(db: &Db) -> Result<Vec<Member>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT id, name, email, role, adviser, joined_at, left_at, place FROM members
          ORDER BY CASE WHEN left_at IS NULL THEN 0 ELSE 1 END, joined_at, id",
    )
    .fetch_all(&db.pool)
    .await?;
    rows.into_iter().map(read).collect()
}

/// Returns a member.
pub async fn one(db: &Db, id: &str) -> Result<Option<Member>, StoreError> {
    let row: Option<Row> =
        sqlx::query_as("SELECT id, name, email, role, adviser, joined_at, left_at, place FROM members WHERE id = $1")
            .bind(id)
            .fetch_optional(&db.pool)
            .await?;
    row.map(read).transpose()
}

/// Returns the member with an e-mail address.
pub async fn with_email(db: &Db, email: &str) -> Result<Option<Member>, StoreError> {
    let id: Option<String> =
        sqlx::query_scalar("SELECT id FROM members WHERE email = $1").bind(email).fetch_optional(&db.pool).await?;
    match id {
        Some(id) => one(db, &id).await,
        None => Ok(None),
    }
}

/// Tells whether the firm has an owner, that is, whether the first start is over.
pub async fn owner_exists(db: &Db) -> Result<bool, StoreError> {
    let count = "SELECT COUNT(*) FROM members WHERE role = 'owner'";
    Ok(sqlx::query_scalar::<_, i64>(count).fetch_one(&db.pool).await? > 0)
}

/// Returns what the member with an e-mail address signs in with, unless they left.
pub async fn credentials(db: &Db, email: &str) -> Result<Option<Credentials>, StoreError> {
    credentials_where(db, "email", email).await
}

/// Returns what a member signs in with, unless they left.
pub async fn credentials_of(db: &Db, id: &str) -> Result<Option<Credentials>, StoreError> {
    credentials_where(db, "id", id).await
}

async fn credentials_where(db: &Db, column: &'static str, text: &str) -> Result<Option<Credentials>, StoreError> {
    let sql = format!(
        "SELECT id, password_hash, public_key, sealed_secret FROM members WHERE {column} = $1 AND left_at IS NULL"
    );
    let row: Option<(String, String, String, Vec<u8>)> =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(text).fetch_optional(&db.pool).await?;
    Ok(row.map(|(member, password_hash, public_key, sealed_secret)| Credentials {
        member,
        password_hash,
        public_key,
        sealed_secret,
    }))
}

/// Replaces a password; the key stays, sealed under the new one.
pub async fn set_password(db: &Db, member: &str, hash: &str, sealed_secret: &[u8]) -> Result<(), StoreError> {
    sqlx::query("UPDATE members SET password_hash = $2, sealed_secret = $3 WHERE id = $1")
        .bind(member)
        .bind(hash)
        .bind(sealed_secret)
        .execute(&db.pool)
        .await?;
    Ok(())
}

/// Replaces a password and the key with it: nobody can open the old one without the old password.
pub async fn replace_credentials(
    tx: &mut Transaction<'static, Any>,
    credentials: &Credentials,
    now: &str,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE members SET password_hash = $2, public_key = $3, sealed_secret = $4, key_since = $5 WHERE id = $1",
    )
    .bind(&credentials.member)
    .bind(&credentials.password_hash)
    .bind(&credentials.public_key)
    .bind(&credentials.sealed_secret)
    .bind(now)
    .execute(&mut **tx)
    .await?;
    sqlx::query("DELETE FROM sessions WHERE member = $1").bind(&credentials.member).execute(&mut **tx).await?;
    Ok(())
}

/// Sets how a member likes to read.
pub async fn set_reading(db: &Db, member: &str, reading: Reading) -> Result<(), StoreError> {
    sqlx::query("UPDATE members SET language = $2, digits = $3, hijri = $4, time_follows = $5 WHERE id = $1")
        .bind(member)
        .bind(reading.language)
        .bind(reading.digits)
        .bind(i64::from(reading.hijri))
        .bind(i64::from(reading.time_follows))
        .execute(&db.pool)
        .await?;
    Ok(())
}

/// Sets a member's language.
pub async fn set_language(db: &Db, member: &str, language: &str) -> Result<(), StoreError> {
    let set = sqlx::query("UPDATE members SET language = $2 WHERE id = $1");
    set.bind(member).bind(language).execute(&db.pool).await?;
    Ok(())
}

/// Sets where a member works; `None` is where the firm is. Tells whether there is such a member.
pub async fn set_place(db: &Db, member: &str, place: Option<&str>) -> Result<bool, StoreError> {
    let set = sqlx::query("UPDATE members SET place = $2 WHERE id = $1 AND left_at IS NULL");
    Ok(set.bind(member).bind(place).execute(&db.pool).await?.rows_affected() == 1)
}

/// Sets a member's name and e-mail address; tells whether no other member has that address.
pub async fn set_name(db: &Db, member: &str, name: &str, email: &str) -> Result<bool, StoreError> {
    let mut tx = db.begin().await?;
    let set = sqlx::query("UPDATE members SET name = $2, email = $3 WHERE id = $1").bind(member).bind(name).bind(email);
    let is_free = unless_taken(set.execute(&mut *tx).await)?;
    if is_free {
        // Whose clients are whose goes by the name.
        revision::bump(&mut tx, Revision::Lists).await?;
        tx.commit().await?;
    }
    Ok(is_free)
}

/// What came of changing who does what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Done,
    /// There is no such member.
    Nobody,
    /// The firm would be left without an owner.
    LastOwner,
}

/// Gives a member another role.
pub async fn set_role(db: &Db, member: &str, role: Role) -> Result<Change, StoreError> {
    let mut tx = db.begin().await?;
    if role != Role::Owner && is_last_owner(&mut tx, member).await? {
        return Ok(Change::LastOwner);
    }
    let set = sqlx::query("UPDATE members SET role = $2 WHERE id = $1 AND left_at IS NULL AND adviser = 0");
    let changed = set.bind(member).bind(role.word()).execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(if changed.rows_affected() == 1 { Change::Done } else { Change::Nobody })
}

/// Notes that a member left: their sessions and the feed of their calendar end, and they receive no further report; nothing of theirs is deleted.
pub async fn leave(db: &Db, member: &str, now: &str) -> Result<Change, StoreError> {
    let mut tx = db.begin().await?;
    if is_last_owner(&mut tx, member).await? {
        return Ok(Change::LastOwner);
    }
    let set = sqlx::query("UPDATE members SET left_at = $2 WHERE id = $1 AND left_at IS NULL");
    let changed = set.bind(member).bind(now).execute(&mut *tx).await?;
    sqlx::query("DELETE FROM sessions WHERE member = $1").bind(member).execute(&mut *tx).await?;
    sqlx::query("DELETE FROM recipients WHERE member = $1").bind(member).execute(&mut *tx).await?;
    sqlx::query("DELETE FROM calendar_feeds WHERE member = $1").bind(member).execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(if changed.rows_affected() == 1 { Change::Done } else { Change::Nobody })
}

/// Tells whether a member is the only owner. Owners are locked first, so that two changes at once cannot remove both.
async fn is_last_owner(tx: &mut Transaction<'static, Any>, member: &str) -> Result<bool, StoreError> {
    sqlx::query("UPDATE members SET role = role WHERE role = 'owner'").execute(&mut **tx).await?;
    let owners: Vec<String> = sqlx::query_scalar("SELECT id FROM members WHERE role = 'owner' AND left_at IS NULL")
        .fetch_all(&mut **tx)
        .await?;
    Ok(owners == [member])
}

/// Notes that a member who left is back, with the role they had.
pub async fn come_back(db: &Db, member: &str) -> Result<bool, StoreError> {
    let back = sqlx::query("UPDATE members SET left_at = NULL WHERE id = $1 AND left_at IS NOT NULL").bind(member);
    Ok(back.execute(&db.pool).await?.rows_affected() == 1)
}
