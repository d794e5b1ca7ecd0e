//! Files that records were read from.

use super::{Db, StoreError};
use std::collections::HashMap;

/// Returns the names of all sources by their numbers.
pub async fn names(db: &Db) -> Result<HashMap<u32, String>, StoreError> {
    let rows: Vec<(i64, String)> = sqlx::query_as("SELECT id, name FROM sources").fetch_all(&db.pool).await?;
    Ok(rows.into_iter().map(|(id, name)| (id as u32, name)).collect())
}
