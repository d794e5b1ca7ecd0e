//! Answers of our own part that outlived their destruction.

use super::cases::Key;
use super::{Db, StoreError};

/// Returns the cases whose journal says that their answers were destroyed, and in which some stand yet.
pub async fn left_over(db: &Db) -> Result<Vec<Key>, StoreError> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT DISTINCT o.client, o.case_id
           FROM own_parts o
           JOIN case_entries e ON e.client = o.client AND e.case_id = o.case_id
          WHERE e.name = $1",
    )
    .bind("OwnPartKeyDestroyed")
    .fetch_all(&db.pool)
    .await?;
    Ok(rows.into_iter().map(|(client, case)| Key { client, case }).collect())
}
