//! What the records say of the time after an end: who of ours worked for whom, and how our people felt about it.

use super::{Db, StoreError};
use domain::days::Day;

/// A name of one of ours as files write it, the client, and the first and last day of hours; spellings of one client are one.
pub type Hours = (String, String, Day, Day);

/// Returns who worked for whom, from when until when.
pub async fn hours(db: &Db) -> Result<Vec<Hours>, StoreError> {
    let text = "SELECT t.person, COALESCE(c.merged_into, t.client), MIN(t.on_day), MAX(t.on_day) FROM time t
                  LEFT JOIN clients c ON c.client = t.client
                 WHERE t.person IS NOT NULL
                 GROUP BY t.person, COALESCE(c.merged_into, t.client)
                 ORDER BY t.person, COALESCE(c.merged_into, t.client)";
    let rows: Vec<(String, String, String, String)> = sqlx::query_as(text).fetch_all(&db.pool).await?;
    let read = |(person, client, from, to): (String, String, String, String)| {
        let days = Day::from_iso(&from).zip(Day::from_iso(&to));
        let (from, to) = days.ok_or_else(|| StoreError::Unreadable(format!("time of {client}")))?;
        Ok((person, client, from, to))
    };
    rows.into_iter().map(read).collect()
}

/// Returns every answer of our people: the client, the day and the score.
pub async fn answers(db: &Db) -> Result<Vec<(String, Day, f64)>, StoreError> {
    let text = "SELECT COALESCE(c.merged_into, p.client), p.on_day, p.score FROM pulse p
                  LEFT JOIN clients c ON c.client = p.client ORDER BY p.client, p.id";
    let rows: Vec<(String, String, f64)> = sqlx::query_as(text).fetch_all(&db.pool).await?;
    let read = |(client, on, score): (String, String, f64)| {
        let on = Day::from_iso(&on).ok_or_else(|| StoreError::Unreadable(format!("pulse of {client}")))?;
        Ok((client, on, score))
    };
    rows.into_iter().map(read).collect()
}
