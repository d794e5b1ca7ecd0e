//! The private addresses under which calendar programs read a member's days.

use super::viewer::Role;
use super::{Db, StoreError};
use domain::days::Day;

/// A feed as its member sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    pub made_at: String,
    pub read_on: Option<Day>,
}

/// Whose days a feed has, and how they read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    pub member: String,
    pub role: Role,
    /// `ar` or `en`, and `latn` or `arab`.
    pub language: String,
    pub digits: String,
    /// Where the member works, if not where the firm is.
    pub place: Option<String>,
}

/// Keeps the address of a member; the one before works no more.
pub async fn keep(db: &Db, member: &str, token_hash: &str, now: &str) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO calendar_feeds (member, token_hash, made_at) VALUES ($1, $2, $3)
         ON CONFLICT (member) DO UPDATE SET token_hash = $2, made_at = $3, read_on = NULL",
    )
    .bind(member)
    .bind(token_hash)
    .bind(now)
    .execute(&db.pool)
    .await?;
    Ok(())
}

/// Takes the address of a member back.
pub async fn revoke(db: &Db, member: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM calendar_feeds WHERE member = $1").bind(member).execute(&db.pool).await?;
    Ok(())
}

/// Returns the feed of a member.
pub async fn of_member(db: &Db, member: &str) -> Result<Option<Feed>, StoreError> {
    let row: Option<(String, Option<String>)> =
        sqlx::query_as("SELECT made_at, read_on FROM calendar_feeds WHERE member = $1")
            .bind(member)
            .fetch_optional(&db.pool)
            .await?;
    Ok(row.map(|(made_at, read_on)| Feed { made_at, read_on: read_on.and_then(|on| Day::from_iso(&on)) }))
}

/// Returns whose feed has an address; nobody's where it was taken back, or where they left.
pub async fn by_token(db: &Db, token_hash: &str) -> Result<Option<Owner>, StoreError> {
    let row: Option<(String, String, String, String, Option<String>)> = sqlx::query_as(
        "SELECT m.id, m.role, m.language, m.digits, m.place FROM calendar_feeds f JOIN members m ON m.id = f.member
          WHERE f.token_hash = $1 AND m.left_at IS NULL AND m.adviser = 0",
    )
    .bind(token_hash)
    .fetch_optional(&db.pool)
    .await?;
    let Some((member, role, language, digits, place)) = row else { return Ok(None) };
    let role = Role::of(&role).ok_or_else(|| StoreError::Unreadable(format!("members {member}")))?;
    Ok(Some(Owner { member, role, language, digits, place }))
}

/// Notes that a program read it, once a day.
pub async fn was_read(db: &Db, member: &str, on: Day) -> Result<(), StoreError> {
    sqlx::query("UPDATE calendar_feeds SET read_on = $2 WHERE member = $1 AND (read_on IS NULL OR read_on < $2)")
        .bind(member)
        .bind(on.to_string())
        .execute(&db.pool)
        .await?;
    Ok(())
}
