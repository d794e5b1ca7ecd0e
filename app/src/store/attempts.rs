//! Failed attempts to sign in, counted by what was tried and by where from.

use super::{Db, StoreError};
use crate::entropy;

/// An attempt that is under way; it counts as failed until it is forgiven.
pub struct Attempt {
    ids: Vec<String>,
    /// How many attempts of the busiest subject there are, this one included.
    pub count: i64,
    /// When the oldest of them was tried.
    pub oldest_at: String,
}

/// Notes an attempt under each subject before it is judged, so that many at once cannot slip past the count.
pub async fn note(db: &Db, subjects: &[&str], since: &str, now: &str) -> Result<Attempt, StoreError> {
    let mut ids = vec![];
    for subject in subjects {
        let id = entropy::id();
        sqlx::query("INSERT INTO attempts (id, subject, tried_at) VALUES ($1, $2, $3)")
            .bind(&id)
            .bind(*subject)
            .bind(now)
            .execute(&db.pool)
            .await?;
        ids.push(id);
    }
    let mut attempt = Attempt { ids, count: 0, oldest_at: now.to_owned() };
    for subject in subjects {
        let (count, oldest) = count(db, subject, since).await?;
        if count > attempt.count {
            attempt.count = count;
            attempt.oldest_at = oldest.unwrap_or_else(|| now.to_owned());
        }
    }
    Ok(attempt)
}

async fn count(db: &Db, subject: &str, since: &str) -> Result<(i64, Option<String>), StoreError> {
    let counted = "SELECT COUNT(*), MIN(tried_at) FROM attempts WHERE subject = $1 AND tried_at > $2";
    Ok(sqlx::query_as(counted).bind(subject).bind(since).fetch_one(&db.pool).await?)
}

/// Takes an attempt back: it was refused before it was judged.
pub async fn take_back(db: &Db, attempt: &Attempt) -> Result<(), StoreError> {
    for id in &attempt.ids {
        sqlx::query("DELETE FROM attempts WHERE id = $1").bind(id).execute(&db.pool).await?;
    }
    Ok(())
}

/// Forgets the failures of a subject: the right password was given.
pub async fn forgive(db: &Db, subject: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM attempts WHERE subject = $1").bind(subject).execute(&db.pool).await?;
    Ok(())
}

/// Forgets attempts that count no longer.
pub async fn forget(db: &Db, until: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM attempts WHERE tried_at <= $1").bind(until).execute(&db.pool).await?;
    Ok(())
}
