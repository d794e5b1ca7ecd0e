//! The number that changes whenever something shown on the lists changes, so that pages may be kept in memory.

use super::{Db, StoreError};
use sqlx::{Any, Transaction};

/// Returns the number now.
pub async fn current(db: &Db) -> Result<i64, StoreError> {
    Ok(sqlx::query_scalar("SELECT number FROM revisions WHERE id = 1").fetch_one(&db.pool).await?)
}

/// Moves the number on, in the transaction that changes what is shown.
pub async fn bump(tx: &mut Transaction<'static, Any>) -> Result<(), StoreError> {
    sqlx::query("UPDATE revisions SET number = number + 1 WHERE id = 1").execute(&mut **tx).await?;
    Ok(())
}
