//! Versions of the firm's own facts.

use super::{Db, StoreError};
use domain::firm::Firm;

/// Returns the firm's facts as last stated; nothing is stated at first.
pub async fn current(db: &Db) -> Result<Firm, StoreError> {
    let text: Option<String> = sqlx::query_scalar("SELECT text FROM firm_facts ORDER BY version DESC LIMIT 1")
        .fetch_optional(&db.pool)
        .await?;
    match text {
        Some(text) => toml::from_str(&text).map_err(|error| StoreError::Unreadable(format!("firm_facts: {error}"))),
        None => Ok(Firm::default()),
    }
}
