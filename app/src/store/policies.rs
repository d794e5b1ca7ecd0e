//! Versions of the policy.

use super::{Db, StoreError};
use domain::sign::Policy;

/// Returns the policy in force: the newest version, or the standard one.
pub async fn current(db: &Db) -> Result<Policy, StoreError> {
    let text: Option<String> =
        sqlx::query_scalar("SELECT text FROM policies ORDER BY version DESC LIMIT 1").fetch_optional(&db.pool).await?;
    match text {
        Some(text) => Policy::read(&text).map_err(|error| StoreError::Unreadable(format!("policies: {error}"))),
        None => Ok(Policy::standard()),
    }
}
